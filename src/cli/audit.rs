//! `curbcut audit`

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use rayon::prelude::*;

use super::Usage;
use super::findings::Report;
use crate::audit::book::{Book, Limits};
use crate::audit::{self, Allow, Page};
use crate::files::{self, Folder, Found, Kind, Which};
use crate::finding;
use crate::report::{Base, Told};

/// Audit finished HTML and EPUB: the site and the books of any generator, as a folder or as single files.
///
/// Finds what is wrong in the pages themselves: dead links, landmarks, headings, names, languages, tables. In books
/// it also compares what the metadata claim with what the book holds. In a build the same audit runs over every
/// page and book by itself.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut audit public\n    curbcut audit --format json page.html\n    curbcut audit book.epub"
)]
pub struct Options {
    /// Folders and files.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    report: Report,
    /// A proper name that may stand in a text of any language.
    #[arg(long = "name", value_name = "NAME")]
    names: Vec<String>,
}

pub fn run(options: &Options) -> Result<u8> {
    ensure!(
        !options.report.is_html(),
        "“--format html” belongs to “curbcut check”; choose text, json, sarif or github"
    );
    let allow = options.names.iter().fold(Allow::default(), |allow, name| allow.name(name));
    let mut told = Vec::new();
    for path in &options.paths {
        let site = Files::below(path)?;
        let mut findings = Vec::new();
        let pages = site.pages.par_iter().map(|name| {
            let html = site.read(name)?;
            Ok(audit::page(Page { path: name, html: &html }, &allow))
        });
        let mut pages = pages.collect::<Result<Vec<_>>>()?;
        findings.extend(pages.iter_mut().flat_map(audit::PageAudit::take_findings));
        findings.extend(audit::site(&pages, |name| site.all.contains(name), |name| site.read(name).ok()));
        for name in &site.books {
            findings.extend(site.book(name)?.findings(&allow));
        }
        told.push(Told { base: Base::of(site.folder.path()), findings: finding::settle(findings) });
    }
    Ok(options.report.print(&told))
}

/// The files of a finished site.
struct Files {
    folder: Folder,
    pages: Vec<String>,
    books: Vec<String>,
    all: HashSet<String>,
}

impl Files {
    fn below(path: &Path) -> Result<Self> {
        let kind = path.metadata().map(|found| Kind::of(&found));
        if kind.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return Err(Usage(format!("{}: there is no such file or folder", path.display())).into());
        }
        match kind.with_context(|| format!("cannot read {}", path.display()))? {
            Kind::Folder => Self::of_folder(path),
            Kind::File => {
                // A link that a user names may lead anywhere.
                let real = if path.is_symlink() { Some(path.canonicalize()?) } else { None };
                let path = real.as_deref().unwrap_or(path);
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
                let root =
                    path.parent().filter(|root| !root.as_os_str().is_empty()).unwrap_or(Path::new("."));
                // A book holds all it leads to; a page may lead to any file beside it.
                if is_book(&name) {
                    let (pages, all) = Default::default();
                    return Ok(Self { folder: open(root)?, pages, books: vec![name], all });
                }
                Ok(Self { pages: vec![name], books: Vec::new(), ..Self::all_in(root)? })
            }
            kind => Err(kind.refused()).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    fn of_folder(path: &Path) -> Result<Self> {
        let files = Self::all_in(path)?;
        if files.pages.is_empty() && files.books.is_empty() {
            bail!("there is no HTML file and no EPUB file in {}", path.display());
        }
        Ok(files)
    }

    fn all_in(path: &Path) -> Result<Self> {
        let folder = open(path)?;
        let mut found = files::below(&folder, Which::All, None)?;
        found.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let mut files = Self { folder, pages: Vec::new(), books: Vec::new(), all: HashSet::new() };
        for Found { path, kind } in found {
            let name = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            let is_page = [".html", ".htm", ".xhtml"].iter().any(|ending| name.ends_with(ending));
            match kind {
                Kind::File if is_page => files.pages.push(name.clone()),
                Kind::File if is_book(&name) => files.books.push(name.clone()),
                Kind::File => {}
                Kind::Link => continue,
                kind if is_page || is_book(&name) => {
                    let place = files.folder.path().join(path);
                    return Err(kind.refused()).with_context(|| format!("cannot read {}", place.display()));
                }
                _ => continue,
            }
            files.all.insert(name);
        }
        Ok(files)
    }

    fn read(&self, name: &str) -> Result<String> {
        let bytes = self.folder.read(name).with_context(|| self.unreadable(name))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn book(&self, name: &str) -> Result<Book<'static>> {
        let file = self.folder.file(name).with_context(|| self.unreadable(name))?.file;
        Book::open(name, file, Limits::default()).with_context(|| self.unreadable(name))
    }

    fn unreadable(&self, name: &str) -> String {
        format!("cannot read {}", self.folder.path().join(name).display())
    }
}

fn open(folder: &Path) -> Result<Folder> {
    Folder::open(folder).with_context(|| format!("cannot read {}", folder.display()))
}

fn is_book(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("epub"))
}
