//! The pictures that are published, and what each is in a book.
//!
//! In: the files that texts show or lead to. Out: for each its kind and its name in a book. What [`image`] refuses is
//! refused, with and without books.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use anyhow::Result;
use rayon::prelude::*;

use super::package::Section;
use crate::content::{Asset, CONTENT};
use crate::document::{Document, InlineKind};
use crate::finding::{Finding, Place, Severity};
use crate::image::{self, PictureKind};
use crate::library::{Library, Target, Work};
use crate::parse::ids;
use crate::pictures::{self, CONCEPT};
use crate::source::Span;

/// The pictures that are published, by their path.
#[derive(Debug, Default)]
pub struct Pictures(BTreeMap<Box<str>, Picture>);

/// A picture that a book can hold.
#[derive(Debug)]
pub struct Picture {
    file: Asset,
    /// Its file in a book.
    pub href: String,
    /// What it is.
    pub kind: PictureKind,
    /// Whether it may move.
    pub moves: bool,
    section: OnceLock<Arc<Section>>,
}

impl Picture {
    /// Its file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        self.file.read()
    }

    /// A drawing, compressed once for all books; `None` for the kinds that are compressed by themselves.
    ///
    /// # Errors
    /// When it cannot be read or compressed.
    pub fn section(&self) -> Result<Option<Arc<Section>>> {
        if self.kind != PictureKind::Svg {
            return Ok(None);
        }
        if let Some(section) = self.section.get() {
            return Ok(Some(section.clone()));
        }
        let section = Section::of_file(&self.href, &self.bytes()?)?;
        Ok(Some(self.section.get_or_init(|| section.into()).clone()))
    }
}

/// Finds concepts whose pictures are the same: one of them is a copy of the other's file.
fn check_copies(library: &Library, findings: &mut Vec<Finding>) {
    let Some(source) = library.pictures.source() else { return };
    let concepts: Vec<_> = library.pictures.iter().collect();
    // A file that is not there, or cannot be read, is reported by who reads it for itself.
    let digest = |(concept, picture): (&'_ str, &'_ pictures::Picture)| {
        let bytes = library.asset(picture.path())?.read().ok()?;
        Some((blake3::hash(&bytes), concept.to_owned(), picture.path().to_owned()))
    };
    let digests: Vec<_> = concepts.into_par_iter().filter_map(digest).collect();
    let mut seen: HashMap<blake3::Hash, (String, String)> = HashMap::new();
    for (digest, concept, path) in digests {
        match seen.get(&digest) {
            // Two concepts with one file are an error of their own.
            Some((other, shown)) if *shown != path => {
                let message = format!("the picture of “{concept}” is the same as that of “{other}”");
                let help = "Give each concept a picture of its own: one picture, one meaning.";
                let span = library.pictures.place(&concept);
                findings.push(Finding::warning("pictures/same-picture", source, span, message).help(help));
            }
            Some(_) => {}
            None => _ = seen.insert(digest, (concept, path)),
        }
    }
}

impl Pictures {
    /// Reads every picture that is published: those that texts show, and those that they lead to.
    pub fn read(library: &Library, findings: &mut Vec<Finding>) -> Self {
        let shown = library.documents().flat_map(|document| pictures_of(document, library));
        let mut paths: BTreeSet<Box<str>> = shown.map(|(path, _)| path).collect();
        paths.extend(
            library.published().map(|asset| &asset.path).filter(|path| image::is_picture(path)).cloned(),
        );
        check_copies(library, findings);
        Self::judge(library, paths, findings)
    }

    /// Reads the pictures that some works show.
    pub fn of(library: &Library, works: &[&Work], findings: &mut Vec<Finding>) -> Self {
        let texts = works.iter().flat_map(|work| std::iter::once(&work.official).chain(&work.easy_read));
        let shown = texts.flat_map(|document| pictures_of(document, library));
        Self::judge(library, shown.map(|(path, _)| path).collect(), findings)
    }

    fn judge(library: &Library, paths: BTreeSet<Box<str>>, findings: &mut Vec<Finding>) -> Self {
        let judged: Vec<_> = paths
            .into_par_iter()
            .filter_map(|path| {
                let file = library.asset(&path)?.clone();
                let shown = format!("{CONTENT}/{path}");
                let judgement = match file.read() {
                    Ok(bytes) => image::judge(&shown, &bytes),
                    Err(error) => Err(vec![
                        Finding::new(
                            "book/broken-picture",
                            Severity::Error,
                            Place::File(shown.into()),
                            format!("the picture cannot be read: {}", error.root_cause()),
                        )
                        .help("Check that the file is there and may be read."),
                    ]),
                };
                Some((path, file, judgement))
            })
            .collect();
        let mut pictures = Self::default();
        let mut taken = HashSet::new();
        for (path, file, judgement) in judged {
            match judgement {
                Ok((kind, moves)) => {
                    findings.extend(moves.then(|| moving(&path)));
                    let name = ids::slug(path.rsplit_once('.').map_or(&*path, |(name, _)| name));
                    let href = (1..)
                        .map(|number| match number {
                            1 => format!("images/{name}.{}", kind.ending()),
                            _ => format!("images/{name}-{number}.{}", kind.ending()),
                        })
                        .find(|href| taken.insert(href.clone()))
                        .unwrap_or_default();
                    pictures.0.insert(path, Picture { file, href, kind, moves, section: OnceLock::new() });
                }
                Err(found) => findings.extend(found),
            }
        }
        pictures
    }

    /// The picture of this path in the site.
    pub fn get(&self, path: &str) -> Option<&Picture> {
        self.0.get(path)
    }
}

fn moving(path: &str) -> Finding {
    let place = Place::File(format!("{CONTENT}/{path}").into());
    let message = "this picture may move, and readers cannot stop it";
    Finding::new("pictures/moving", Severity::Warning, place, message)
        .help("Show one picture of it that stands still, or lead to the moving one by a link.")
}

/// The paths of the pictures that a text shows.
pub fn pictures_of(document: &Document, library: &Library) -> Vec<(Box<str>, Span)> {
    let mut paths = Vec::new();
    document.each_inline(&mut |inline| {
        let InlineKind::Image { target, .. } = &inline.kind else { return };
        let written = document.text(target);
        let path = match written.strip_prefix(CONCEPT) {
            Some(concept) => library.pictures.get(concept).map(|picture| Box::from(picture.path())),
            None => match library.resolve(document, written) {
                Target::Asset { path, .. } => Some(path.into()),
                _ => None,
            },
        };
        paths.extend(path.map(|path| (path, inline.span)));
    });
    paths
}
