//! `curbcut audit`

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use ignore::WalkBuilder;
use rayon::prelude::*;

use super::findings::Report;
use crate::audit::book::{Book, Limits};
use crate::audit::{self, Allow, Page};
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
        told.push(Told { base: Base::of(&site.root), findings: finding::settle(findings) });
    }
    options.report.print(&told)
}

/// The files of a finished site.
#[derive(Default)]
struct Files {
    root: PathBuf,
    pages: Vec<String>,
    books: Vec<String>,
    all: HashSet<String>,
}

impl Files {
    fn below(path: &Path) -> Result<Self> {
        if path.is_file() {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            let root = path.parent().filter(|root| !root.as_os_str().is_empty()).unwrap_or(Path::new("."));
            // A book holds all it leads to; a page may lead to any file beside it.
            if is_book(&name) {
                return Ok(Self { root: root.to_owned(), books: vec![name], ..Self::default() });
            }
            return Ok(Self { pages: vec![name], books: Vec::new(), ..Self::below(root)? });
        }
        let mut files = Self { root: path.to_owned(), ..Self::default() };
        let walker = WalkBuilder::new(path).standard_filters(false).sort_by_file_path(Path::cmp).build();
        for entry in walker {
            let entry = entry.with_context(|| format!("cannot list {}", path.display()))?;
            if !entry.file_type().is_some_and(|kind| kind.is_file()) {
                continue;
            }
            let name =
                entry.path().strip_prefix(path)?.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            if name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml") {
                files.pages.push(name.clone());
            } else if is_book(&name) {
                files.books.push(name.clone());
            }
            files.all.insert(name);
        }
        if files.pages.is_empty() && files.books.is_empty() {
            bail!("there is no HTML file and no EPUB file in {}", path.display());
        }
        Ok(files)
    }

    fn read(&self, name: &str) -> Result<String> {
        let file = self.root.join(name);
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn book(&self, name: &str) -> Result<Book<'static>> {
        let path = self.root.join(name);
        let file = std::fs::File::open(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Book::open(name, file, Limits::default()).with_context(|| format!("cannot read {}", path.display()))
    }
}

fn is_book(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("epub"))
}
