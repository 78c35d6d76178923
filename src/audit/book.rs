//! Books: what is wrong in an EPUB file, our own or another generator's.
//!
//! In: the files of a book, from an archive ([`Book::open`]) or from memory ([`Book::add`]). Out: findings that name
//! `book.epub/EPUB/chapter.xhtml` with line and column. Each document goes through the page audit; what only the
//! whole book tells is asked of the package: metadata, manifest, order of reading, navigation, and whether its
//! claims are true of the content. The rules are in [`rules::RULES`].
//!
//! It is no validator: it leaves to EPUBCheck which elements stand where, and looks at what EPUBCheck is silent
//! about. Media overlays are not read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use self::claims::Content;
use self::documents::Documents;
use self::manifest::Ways;
use self::navigation::{Navigation, Order};
use self::package::Package;
use self::resources::Resources;
use self::xml::Element;
use super::reports::Reports;
use super::rules::Rule;
use super::site::Site;
use super::{Allow, Page};
use crate::finding::{Finding, Place};
use crate::source::Source;
use crate::xml::Malformed;

mod archive;
mod claims;
mod container;
mod documents;
pub(super) mod elements;
mod manifest;
mod metadata;
mod navigation;
mod package;
mod resources;
pub mod rules;
mod styles;
mod terms;
mod xml;

pub use archive::Limits;

/// A book in memory.
#[derive(Debug)]
pub struct Book<'a> {
    path: String,
    files: BTreeMap<String, File<'a>>,
    /// Whether every document is known to be XML.
    is_xml: bool,
    /// What is wrong with the archive the book came from.
    findings: Vec<Finding>,
}

#[derive(Debug)]
enum File<'a> {
    Text(Cow<'a, str>),
    /// A file that is not looked into, by its length.
    Sealed(u64),
    /// A file that could not be read, as a finding tells.
    Refused,
}

impl<'a> Book<'a> {
    /// A book without files; `path` is what findings call it.
    pub fn new(path: &str) -> Self {
        Self { path: path.to_owned(), files: BTreeMap::new(), is_xml: false, findings: Vec::new() }
    }

    /// Says that [`crate::xml`] read every document before it was packed. The checksums of the archive tell that they
    /// are the same still, so they are not read for that again.
    #[must_use]
    pub fn known_as_xml(self) -> Self {
        Self { is_xml: true, ..self }
    }

    /// Adds a file by its path in the book, such as `EPUB/c001.xhtml`.
    pub fn add(&mut self, name: &str, bytes: &'a [u8]) {
        let file = match std::str::from_utf8(bytes) {
            Ok(text) if !archive::is_sealed(name) => File::Text(Cow::Borrowed(text)),
            _ => File::Sealed(bytes.len() as u64),
        };
        self.files.insert(name.to_owned(), file);
    }

    fn add_owned(&mut self, name: &str, bytes: Vec<u8>) {
        let file = match String::from_utf8(bytes) {
            Ok(text) => File::Text(Cow::Owned(text)),
            Err(error) => File::Sealed(error.as_bytes().len() as u64),
        };
        self.files.insert(name.to_owned(), file);
    }

    fn add_sealed(&mut self, name: &str, length: u64) {
        self.files.insert(name.to_owned(), File::Sealed(length));
    }

    /// Adds a file that cannot be read, and tells why.
    fn refuse(&mut self, rule: &'static Rule, name: &str, why: impl Into<String>) {
        self.report(rule, name, why);
        self.files.insert(name.to_owned(), File::Refused);
    }

    /// Everything that is wrong with the book.
    pub fn findings(&self, allow: &Allow) -> Vec<Finding> {
        let mut findings = self.findings.clone();
        let locked = container::locked(self, &mut findings);
        let Some(at) = container::package(self, &mut findings) else { return findings };
        let elements = match self.elements(&at) {
            Ok(elements) => elements,
            Err(finding) => {
                findings.push(*finding);
                return findings;
            }
        };
        let Some(package) = Package::new(&elements, self.text(&at).unwrap_or_default(), &at) else {
            findings.push(self.whole(&rules::NOT_AN_EPUB, &at, "the file has no package element"));
            return findings;
        };
        let mut reports = Reports::default();
        metadata::check(&package, allow, &mut reports);
        manifest::check(self, &package, &mut reports);
        let documents = Documents::read(self, &package, &locked, allow);
        let resources = Resources::read(self, &package, &mut findings);
        documents.properties(&mut reports);
        Ways::new(self, &package, &documents, &resources).check(&mut reports);
        findings.extend(documents.findings());

        let order = Order::new(&package, &documents);
        if let Some(path) = self.navigation(&package, &order, &mut reports)
            && let Ok(elements) = self.elements(path)
        {
            let navigation = Navigation::new(&elements, self.text(path).unwrap_or_default(), path);
            let mut of_navigation = Reports::default();
            navigation.check(&order, &mut of_navigation);
            findings.extend(self.in_file(path, of_navigation));
            findings.extend(documents.page_breaks(self, &navigation));
            // Without a navigation that can be read, half of what is claimed would seem untrue.
            let mut content = Content::of(&package, &documents, &navigation);
            content.add(&resources);
            content.locked = !locked.is_empty();
            claims::check(&package, &content, &mut reports);
        }
        findings.extend(self.in_file(&at, reports));

        let exists = |path: &str| self.inner(path).is_some_and(|name| self.files.contains_key(name));
        let text = |path: &str| self.text(self.inner(path)?).map(str::to_owned);
        findings.extend(Site::of_book(&documents.audits, exists, text).findings());
        findings
    }

    /// The path of the navigation document, which a book of today has once.
    fn navigation<'p>(
        &self,
        package: &'p Package<'_>,
        order: &Order<'_>,
        reports: &mut Reports,
    ) -> Option<&'p str> {
        let mut all = package.items.iter().filter(|item| item.element.lists("properties", "nav"));
        let first = all.next();
        if first.is_none() && package.is_current() {
            reports.add(&rules::MISSING_NAV, package.manifest, "the manifest names no navigation document");
        }
        for again in all {
            let message = "the manifest names a second navigation document";
            reports.add(&rules::MISSING_NAV, again.element.span, message);
        }
        first?.path.as_deref().filter(|path| order.audits.contains_key(path))
    }

    /// Whether a file of the book has no content.
    fn is_empty(&self, name: &str) -> bool {
        match self.files.get(name) {
            Some(File::Text(text)) => text.is_empty(),
            Some(File::Sealed(length)) => *length == 0,
            Some(File::Refused) | None => false,
        }
    }

    /// The text of a file; none for a file that is no text, or not there.
    fn text(&self, name: &str) -> Option<&str> {
        match self.files.get(name)? {
            File::Text(text) => Some(text),
            File::Sealed(_) | File::Refused => None,
        }
    }

    /// The elements of an XML file.
    fn elements(&self, name: &str) -> Result<Vec<Element<'_>>, Box<Finding>> {
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
    fn full(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }

    /// The path in the book of a path as findings give it.
    fn inner<'p>(&self, full: &'p str) -> Option<&'p str> {
        full.strip_prefix(&self.path)?.strip_prefix('/')
    }

    /// Reports about one file as findings.
    fn in_file(&self, name: &str, reports: Reports) -> Vec<Finding> {
        let path = self.full(name);
        reports.into_findings(Page { path: &path, html: self.text(name).unwrap_or_default() })
    }

    fn malformed(&self, name: &str, malformed: Malformed) -> Finding {
        let source = Arc::new(Source::new(self.full(name), self.text(name).unwrap_or_default()));
        let Malformed { span, why } = malformed;
        let rule = &rules::NOT_WELL_FORMED;
        Finding::new(rule.name, rule.severity, Place::Source(source, span), why).help(rule.help)
    }

    /// A finding about a file as a whole; about the book for no name.
    fn whole(&self, rule: &'static Rule, name: &str, message: impl Into<String>) -> Finding {
        let path = if name.is_empty() { self.path.clone() } else { self.full(name) };
        Finding::new(rule.name, rule.severity, Place::File(path.into()), message).help(rule.help)
    }

    fn report(&mut self, rule: &'static Rule, name: &str, message: impl Into<String>) {
        let finding = self.whole(rule, name, message);
        self.findings.push(finding);
    }
}
