//! The pictures of books: which files they are, and what each is by its bytes.
//!
//! In: every picture that a text shows. Out: for each its kind and its name in a book. Refused, at the place in the
//! text: kinds that a reading system need not show (EPUB 3.3, core media types), files that are empty or broken, and
//! drawings that would run scripts or load something.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use anyhow::{Context as _, Result};
use rayon::prelude::*;

use super::package::Section;
use crate::document::{Document, InlineKind};
use crate::finding::Finding;
use crate::library::{Library, Target, Work};
use crate::parse::ids;
use crate::pictures::CONCEPT;
use crate::source::Span;
use crate::xml::{self, Visitor};

/// The pictures of all texts.
#[derive(Debug, Default)]
pub struct Pictures(BTreeMap<Box<str>, Picture>);

/// A picture that a book can hold.
#[derive(Debug)]
pub struct Picture {
    /// Where it is on the disk.
    file: PathBuf,
    /// Its file in a book.
    pub href: String,
    /// What it is.
    pub kind: Kind,
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
        std::fs::read(&self.file).with_context(|| format!("cannot read {}", self.file.display()))
    }

    /// A drawing, compressed once for all books; `None` for the kinds that are compressed by themselves.
    ///
    /// # Errors
    /// When it cannot be read or compressed.
    pub fn section(&self) -> Result<Option<Arc<Section>>> {
        if self.kind != Kind::Svg {
            return Ok(None);
        }
        if let Some(section) = self.section.get() {
            return Ok(Some(section.clone()));
        }
        let section = Section::of_file(&self.href, &self.bytes()?)?;
        Ok(Some(self.section.get_or_init(|| section.into()).clone()))
    }
}

/// The kinds of picture that every reading system shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Gif,
    Jpeg,
    Png,
    Svg,
    Webp,
}

impl Kind {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Gif => "image/gif",
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Svg => "image/svg+xml",
            Kind::Webp => "image/webp",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Kind::Gif => "gif",
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
            Kind::Svg => "svg",
            Kind::Webp => "webp",
        }
    }
}

/// What is wrong with a picture.
struct Unfit {
    rule: &'static str,
    why: String,
    help: &'static str,
}

impl Pictures {
    /// Reads the pictures of all texts of a library.
    pub fn read(library: &Library, findings: &mut Vec<Finding>) -> Self {
        Self::of(library, &library.works.iter().collect::<Vec<_>>(), findings)
    }

    /// Reads the pictures of some works.
    pub fn of(library: &Library, works: &[&Work], findings: &mut Vec<Finding>) -> Self {
        let mut uses: BTreeMap<Box<str>, Vec<(&Document, Span)>> = BTreeMap::new();
        for work in works {
            for document in std::iter::once(&work.official).chain(&work.easy_read) {
                for (path, span) in pictures_of(document, library) {
                    uses.entry(path).or_default().push((document, span));
                }
            }
        }
        let judged: Vec<_> = uses
            .into_par_iter()
            .filter_map(|(path, uses)| {
                let file = library.asset(&path)?.file.clone();
                let judgement = match std::fs::read(&file) {
                    Ok(bytes) => judge(&bytes),
                    Err(error) => Err(Unfit {
                        rule: "book/broken-picture",
                        why: format!("it cannot be read: {error}"),
                        help: "Check that the file is there and may be read.",
                    }),
                };
                Some((path, file, uses, judgement))
            })
            .collect();
        let mut pictures = Self::default();
        let mut taken = HashSet::new();
        for (path, file, uses, judgement) in judged {
            match judgement {
                Ok((kind, moves)) => {
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
                Err(unfit) => findings.extend(uses.into_iter().map(|(document, span)| {
                    let message = format!("no book can show the picture “content/{path}”: {}", unfit.why);
                    Finding::error(unfit.rule, &document.source, span, message).help(unfit.help)
                })),
            }
        }
        pictures
    }

    /// The picture of this path in the site.
    pub fn get(&self, path: &str) -> Option<&Picture> {
        self.0.get(path)
    }
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
                Target::Asset(path) => Some(path.into()),
                _ => None,
            },
        };
        paths.extend(path.map(|path| (path, inline.span)));
    });
    paths
}

/// What a picture is by its bytes, and whether it may move.
fn judge(bytes: &[u8]) -> Result<(Kind, bool), Unfit> {
    let broken = |why: &str| Unfit {
        rule: "book/broken-picture",
        why: why.to_owned(),
        help: "Save the picture again with the program that made it.",
    };
    let whole = |whole: bool, kind, moves| {
        if whole { Ok((kind, moves)) } else { Err(broken("its file is cut off or damaged")) }
    };
    match bytes {
        [] => Err(broken("its file is empty")),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, rest @ ..] => {
            let ends = bytes.ends_with(&[b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82]);
            whole(rest.get(4..8) == Some(b"IHDR") && ends, Kind::Png, find(bytes, b"acTL"))
        }
        // Cameras write a little after the end, so the end is looked for anywhere.
        [0xff, 0xd8, 0xff, ..] => whole(find(bytes, &[0xff, 0xd9]), Kind::Jpeg, false),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => {
            // More than one control block means more than one picture.
            let frames = bytes.windows(3).filter(|bytes| *bytes == [0x21, 0xf9, 0x04]).count();
            whole(bytes.len() > 13 && bytes.ends_with(&[0x3b]), Kind::Gif, frames > 1)
        }
        [b'R', b'I', b'F', b'F', a, b, c, d, b'W', b'E', b'B', b'P', ..] => {
            let length = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
            whole(bytes.len() >= length + 8, Kind::Webp, find(bytes, b"ANIM"))
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) if text.contains("<svg") => drawing(text).map(|moves| (Kind::Svg, moves)),
            _ => Err(Unfit {
                rule: "book/picture-kind",
                why: format!("it is {}, and reading systems need not know that kind", guess(bytes)),
                help: "Save it as PNG, JPEG, WebP, GIF or SVG.",
            }),
        },
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}

/// The name of a kind that no book may have.
fn guess(bytes: &[u8]) -> &'static str {
    match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => "AVIF",
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', b'e', ..] => "HEIC",
        [b'B', b'M', ..] => "BMP",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "TIFF",
        _ => "none of the usual kinds of picture",
    }
}

/// Whether a drawing moves. Refuses one that is no XML, or that would do more than show itself.
fn drawing(svg: &str) -> Result<bool, Unfit> {
    let unfit = |rule, why: String, help| Unfit { rule, why, help };
    let broken = |why: String| {
        unfit(
            "book/broken-picture",
            format!("it is no well-formed SVG: {why}"),
            "Save the drawing again as plain SVG.",
        )
    };
    let mut look = Look::default();
    xml::read(svg, &mut look).map_err(|malformed| broken(malformed.why))?;
    if look.is_svg != Some(true) {
        return Err(broken("its outermost element is not “svg” with xmlns".to_owned()));
    }
    match look.does {
        Some(why) => Err(unfit(
            "book/active-picture",
            why,
            "Remove that from the drawing: a picture in a book only shows itself.",
        )),
        None => Ok(look.moves),
    }
}

/// Looks at a drawing while it is read.
#[derive(Default)]
struct Look {
    /// Whether its outermost element is that of a drawing.
    is_svg: Option<bool>,
    moves: bool,
    /// The first thing it does beside showing something.
    does: Option<String>,
    /// The attributes of the element that begins.
    attributes: Vec<(String, String)>,
}

impl Visitor for Look {
    fn attribute(&mut self, name: &str, value: &str) {
        self.attributes.push((name.to_owned(), value.to_owned()));
    }

    fn start(&mut self, name: &str, _: Range<usize>) {
        let attributes = std::mem::take(&mut self.attributes);
        let (declared, element) = match name.split_once(':') {
            Some((prefix, element)) => (format!("xmlns:{prefix}"), element),
            None => ("xmlns".to_owned(), name),
        };
        self.is_svg.get_or_insert_with(|| {
            let is_svg =
                |(name, value): &(String, String)| *name == declared && value == "http://www.w3.org/2000/svg";
            element == "svg" && attributes.iter().any(is_svg)
        });
        self.moves |= matches!(element, "animate" | "animateTransform" | "animateMotion" | "set");
        if self.does.is_none() {
            self.does = does_more(element, &attributes);
        }
    }
}

/// What an element does beside showing something.
fn does_more(element: &str, attributes: &[(String, String)]) -> Option<String> {
    if matches!(element, "script" | "foreignObject" | "iframe" | "audio" | "video") {
        return Some(format!("it has an element “{element}”"));
    }
    for (name, value) in attributes {
        let name = name.rsplit(':').next().unwrap_or_default();
        if name.starts_with("on") && name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Some(format!("it has a script in “{name}”"));
        }
        let inside = value.starts_with('#') || value.starts_with("data:image/");
        if matches!(name, "href" | "src") && element != "a" && !inside {
            return Some(format!("it loads “{value}”"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(bytes: &[u8]) -> Result<(Kind, bool), &'static str> {
        judge(bytes).map_err(|unfit| unfit.rule)
    }

    #[test]
    fn kinds_are_told_by_their_bytes() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"IEND\xae\x42\x60\x82"].concat();
        assert_eq!(rule(&png), Ok((Kind::Png, false)));
        assert_eq!(rule(&png[..14]), Err("book/broken-picture"));
        assert_eq!(rule(b"\xff\xd8\xff\xe0 data \xff\xd9"), Ok((Kind::Jpeg, false)));
        assert_eq!(rule(b"\xff\xd8\xff\xe0 data"), Err("book/broken-picture"));
        assert_eq!(rule(b"GIF89a\0\0\0\0\0\0\0;"), Ok((Kind::Gif, false)));
        assert_eq!(rule(b"GIF89a\0\0\0\0\0\0\0\x21\xf9\x04 \x21\xf9\x04 ;"), Ok((Kind::Gif, true)));
        assert_eq!(rule(b"RIFF\x04\0\0\0WEBP"), Ok((Kind::Webp, false)));
        assert_eq!(rule(b"RIFF\xff\0\0\0WEBP"), Err("book/broken-picture"));
        assert_eq!(rule(b"\0\0\0\x20ftypavif"), Err("book/picture-kind"));
        assert_eq!(rule(b"BM"), Err("book/picture-kind"));
        assert_eq!(rule(b""), Err("book/broken-picture"));
    }

    #[test]
    fn a_drawing_only_shows_itself() {
        let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        assert_eq!(rule(svg("<path d=\"M0 0\"/><use href=\"#a\"/>").as_bytes()), Ok((Kind::Svg, false)));
        assert_eq!(rule(svg("<animate/>").as_bytes()), Ok((Kind::Svg, true)));
        assert_eq!(rule(svg("<script>x</script>").as_bytes()), Err("book/active-picture"));
        assert_eq!(rule(svg("<path onclick=\"x\"/>").as_bytes()), Err("book/active-picture"));
        assert_eq!(
            rule(svg("<image href=\"https://example.org/x.png\"/>").as_bytes()),
            Err("book/active-picture")
        );
        assert_eq!(rule(svg("<path>").as_bytes()), Err("book/broken-picture"));
        assert_eq!(rule(b"<svg><path/></svg>"), Err("book/broken-picture"));
    }
}
