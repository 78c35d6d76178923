//! The files of a book in memory.
//!
//! In: bytes by their path in the book. Out: texts, elements, and findings about them, which name the book and the file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::input::Page;
use super::super::reports::Reports;
use super::super::rules::Rule;
use super::rules;
use super::xml::{self, Element};
use crate::finding::{Finding, Place};
use crate::source::Source;
use crate::xml::Malformed;

/// Files the audit has no need to look into, by the ends of their names.
const SEALED: &[&str] = &[
    "avif", "gif", "jpeg", "jpg", "m4a", "m4v", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "otf", "pdf",
    "png", "ttf", "wav", "webm", "webp", "woff", "woff2",
];

/// A book in memory.
#[derive(Debug)]
pub struct Book<'a> {
    pub(super) path: String,
    pub(super) files: BTreeMap<String, File<'a>>,
    /// Whether every document is known to be XML.
    pub(super) is_xml: bool,
    /// What is wrong with the archive the book came from.
    pub(super) findings: Vec<Finding>,
}

#[derive(Debug)]
pub(super) enum File<'a> {
    Text(Cow<'a, str>),
    /// A file that is not looked into, by its length.
    Sealed(u64),
    /// A file that could not be read; a finding says why.
    Refused,
}

impl<'a> Book<'a> {
    /// A book without files; `path` is what findings call it.
    pub fn new(path: &str) -> Self {
        Self { path: path.to_owned(), files: BTreeMap::new(), is_xml: false, findings: Vec::new() }
    }

    /// Says that [`crate::xml`] read every document before it was packed. The checksums of the archive show that they
    /// are the same still, so they are not read for that again.
    #[must_use]
    pub fn known_as_xml(self) -> Self {
        Self { is_xml: true, ..self }
    }

    /// Adds a file by its path in the book, such as `EPUB/c001.xhtml`.
    pub fn add(&mut self, name: &str, bytes: &'a [u8]) {
        let file = match simdutf8::basic::from_utf8(bytes) {
            Ok(text) if !is_sealed(name) => File::Text(Cow::Borrowed(text)),
            _ => File::Sealed(bytes.len() as u64),
        };
        self.files.insert(name.to_owned(), file);
    }

    pub(super) fn add_copy(&mut self, name: &str, bytes: &[u8]) {
        let file = match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => File::Text(Cow::Owned(text.to_owned())),
            Err(_) => File::Sealed(bytes.len() as u64),
        };
        self.files.insert(name.to_owned(), file);
    }

    pub(super) fn add_sealed(&mut self, name: &str, length: u64) {
        self.files.insert(name.to_owned(), File::Sealed(length));
    }

    /// Adds a file that cannot be read, and reports why.
    pub(super) fn refuse(&mut self, rule: &'static Rule, name: &str, why: impl Into<String>) {
        self.report(rule, name, why);
        self.files.insert(name.to_owned(), File::Refused);
    }

    /// Whether a file of the book has no content.
    pub(super) fn is_empty(&self, name: &str) -> bool {
        match self.files.get(name) {
            Some(File::Text(text)) => text.is_empty(),
            Some(File::Sealed(length)) => *length == 0,
            Some(File::Refused) | None => false,
        }
    }

    /// The text of a file; none for a file that is no text, or not there.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.files.get(name)? {
            File::Text(text) => Some(text),
            File::Sealed(_) | File::Refused => None,
        }
    }

    /// The elements of an XML file.
    pub(super) fn elements(&self, name: &str) -> Result<Vec<Element<'_>>, Box<Finding>> {
        match self.text(name).map(xml::elements) {
            Some(Ok(elements)) => Ok(elements),
            Some(Err(malformed)) => Err(Box::new(self.malformed(name, malformed))),
            None if self.files.contains_key(name) => {
                Err(Box::new(self.whole(&rules::NOT_WELL_FORMED, name, "the file is no text in UTF-8")))
            }
            None => {
                let message = format!("the book has no file “{name}”");
                Err(Box::new(self.whole(&rules::NOT_AN_EPUB, "", message)))
            }
        }
    }

    /// A path as findings give it.
    pub(super) fn full(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }

    /// The path in the book of a path as findings give it.
    pub(super) fn inner<'p>(&self, full: &'p str) -> Option<&'p str> {
        full.strip_prefix(&self.path)?.strip_prefix('/')
    }

    /// Reports about one file as findings.
    pub(super) fn in_file(&self, name: &str, reports: Reports) -> Vec<Finding> {
        let path = self.full(name);
        reports.into_findings(Page { path: &path, html: self.text(name).unwrap_or_default() })
    }

    pub(super) fn malformed(&self, name: &str, malformed: Malformed) -> Finding {
        let source = Arc::new(Source::new(self.full(name), self.text(name).unwrap_or_default()));
        let Malformed { span, why } = malformed;
        rules::NOT_WELL_FORMED.finding(Place::Source(source, span), why)
    }

    /// A finding about a file as a whole; about the book for no name.
    pub(super) fn whole(&self, rule: &'static Rule, name: &str, message: impl Into<String>) -> Finding {
        let path = if name.is_empty() { self.path.clone() } else { self.full(name) };
        rule.finding(Place::File(path.into()), message)
    }

    pub(super) fn report(&mut self, rule: &'static Rule, name: &str, message: impl Into<String>) {
        let finding = self.whole(rule, name, message);
        self.findings.push(finding);
    }
}

/// Whether the audit has no need to look into a file.
pub(super) fn is_sealed(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| SEALED.contains(&end.to_ascii_lowercase().as_str()))
}
