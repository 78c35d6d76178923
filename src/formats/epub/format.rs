//! The place of books in the list of formats.
//!
//! In: jobs. Out: a book for each, its offer on a page, and what its audit finds, each finding where it was written.

use std::io::Cursor;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::catalogue;
use super::settings::Settings;
use super::{Assembled, Assembler, Book, NAME, Stylesheet};
use crate::address::Address;
use crate::audit::Allow;
use crate::audit::book::rules::SUMMARY_LANGUAGE;
use crate::audit::book::{self, Limits};
use crate::audit::rules::SAME_TITLE;
use crate::check::Ledger;
use crate::config::Config;
use crate::document::Document;
use crate::finding::{Finding, MakeError, Severity};
use crate::formats::{
    Audits, Catalogue, Download, Finished, Format, Job, Labels, Made, Maker, Material, beside_page, trace,
    written,
};
use crate::lang::Lang;
use crate::library::Library;
use crate::render::{self, Renderer, Theme};

/// The format.
pub struct Epub;

impl Format for Epub {
    fn name(&self) -> &'static str {
        NAME
    }

    fn makes(&self) -> &'static str {
        "The books"
    }

    fn file(&self) -> &'static str {
        "book"
    }

    fn jobs<'a>(&self, library: &'a Library, languages: &'a [Lang]) -> Result<Vec<Job<'a>>, Finding> {
        let wanted = Settings::read(&library.config)?;
        let books = Book::all(library, languages, &wanted);
        Ok(books.into_iter().map(Book::job).collect())
    }

    fn address(&self, library: &Library, job: Job<'_>) -> Address {
        beside_page(library, job, NAME)
    }

    fn audits(&self) -> Audits {
        Audits { called: "EPUB file", endings: &[".epub"], in_folders: true }
    }

    fn audit(&self, names: &[String], files: &Finished, allow: &Allow) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        for name in names {
            let book = book::Book::open(name, files.open(name)?, Limits::default());
            findings.extend(book.with_context(|| files.unreadable(name))?.findings(allow));
        }
        Ok(findings)
    }
}

impl Download for Epub {
    fn settings(&self, config: &Config) -> Result<(), Finding> {
        Settings::read(config).map(drop)
    }

    fn claim(&self, config: &Config) -> Option<(&'static str, &'static str)> {
        let certified = Settings::accepted(config).certified_by;
        certified.map(|_| ("certified-by", "that books conform to EPUB Accessibility 1.1 and WCAG 2.2"))
    }

    fn media_type(&self) -> &'static str {
        "application/epub+zip"
    }

    fn labels(&self) -> Labels {
        Labels { offer: "download-book", preview: "desk-book" }
    }

    fn title(&self, library: &Library, job: Job<'_>) -> String {
        Book::of(job)
            .map_or_else(String::new, |book| book.title(library, library.language(book.lang()).page_labels()))
    }

    fn may_have_made(&self, path: &str) -> bool {
        path.ends_with(".epub") || catalogue::may_be(path)
    }

    fn same_name(&self) -> (&'static str, &'static str) {
        ("book/same-address", "a book that is made from these texts has the same name")
    }

    fn has_own_look(&self, root: &Path, theme: Option<&str>) -> bool {
        Theme::makes_own_books(root, theme)
    }

    fn catalogues<'a>(&self, library: &'a Library, languages: &'a [Lang]) -> Vec<Catalogue<'a>> {
        catalogue::all(library, languages, self.jobs(library, languages).unwrap_or_default())
    }

    fn catalogue(
        &self,
        catalogue: &Catalogue<'_>,
        library: &Library,
        listed: &[(Job<'_>, &render::Download)],
    ) -> Vec<u8> {
        catalogue::json(catalogue, library, listed).into_bytes()
    }

    fn maker<'a>(&self, material: Material<'a>) -> Result<Box<dyn Maker<'a> + 'a>> {
        let style = Stylesheet::new(material.book_style)?;
        Ok(Box::new(Books {
            material,
            style,
            settings: Settings::accepted(&material.renderer.library.config),
        }))
    }
}

/// Makes books.
struct Books<'a> {
    material: Material<'a>,
    style: Stylesheet,
    settings: Settings,
}

impl<'a> Books<'a> {
    fn assembler<'s>(&'s self, renderer: &'s Renderer<'s>) -> Assembler<'s>
    where
        'a: 's,
    {
        Assembler {
            renderer,
            pictures: self.material.pictures,
            style: &self.style,
            modified: self.material.modified,
            settings: &self.settings,
        }
    }
}

impl<'a> Maker<'a> for Books<'a> {
    fn make(&self, job: Job<'a>) -> Result<Made, MakeError> {
        let book = Book::of(job).context("no book is made of this")?;
        let assembled = self.assembler(self.material.renderer).assemble(&book)?;
        let Assembled { bytes, statement, metadata, .. } = assembled;
        Ok(Made { bytes, statement, headings: Vec::new(), book: Some(metadata) })
    }

    /// A book is made once more for the places when what is found decides something: most of what is found in books is reported of
    /// pages already.
    fn audit(&self, job: Job<'a>, made: &Made, allow: &Allow, ledger: &Ledger) -> Result<Vec<Finding>> {
        let renderer = self.material.renderer;
        let library = renderer.library;
        let address = Epub.address(library, job);
        // The archive is read as a reader's device will read it, so the packing is audited too.
        let audit = |bytes: &[u8], allow: &Allow| -> Result<Vec<Finding>> {
            let finished = book::Book::open(address.path(), Cursor::new(bytes), Limits::NONE)?;
            let mut findings = finished.known_as_xml().findings(allow);
            // Two texts of one title are reported at their pages, where one of them may allow it.
            findings.retain(|finding| finding.rule != SAME_TITLE.name);
            Ok(findings)
        };
        let book = Book::of(job).context("no book is made of this")?;
        let mut found = audit(&made.bytes, allow)?;
        let words;
        let mut allow = allow;
        if written::judges_labels(&found) || found.iter().any(|finding| finding.rule == SUMMARY_LANGUAGE.name)
        {
            let works = book.works(library).into_iter();
            let texts: Vec<&Document> = works
                .flat_map(|work| std::iter::once(&*work.official).chain(work.easy_read.as_deref()))
                .collect();
            words = written::with_words(allow, library, &texts);
            allow = &words;
            found = audit(&made.bytes, allow)?;
        }
        let decides = |finding: &Finding| {
            finding.severity == Severity::Error || ledger.is_allowed_by_a_text(finding.rule)
        };
        let texts = Epub.texts(job);
        if !found.iter().any(decides) {
            return Ok(trace::to_sources(found, &[], renderer, &texts));
        }
        let placing = renderer.placing();
        let placed = match self.assembler(&placing).assemble(&book) {
            Ok(assembled) => audit(&assembled.bytes, allow)?,
            Err(MakeError::Mistake(_)) => Vec::new(),
            Err(MakeError::Failure(error)) => return Err(error),
        };
        Ok(trace::to_sources(found, &placed, renderer, &texts))
    }
}
