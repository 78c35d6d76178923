//! Books: what is wrong in an EPUB file, our own or another generator's.
//!
//! In: the files of a book, from an archive ([`Book::open`]) or from memory ([`Book::add`]). Out: findings that name
//! `book.epub/EPUB/chapter.xhtml` with line and column. Each document goes through the page audit; what only the
//! whole book shows is asked of the package: metadata, manifest, order of reading, navigation, and whether its
//! claims are true of the content. The rules are in [`rules::RULES`].
//!
//! It is no validator: it leaves to EPUBCheck which elements stand where, and looks at what EPUBCheck is silent
//! about. Media overlays are not read.

use self::documents::Documents;
use self::manifest::Ways;
use self::navigation::{Navigation, Order};
use self::package::Package;
use self::resources::Resources;
use super::input::Allow;
use super::reports::Reports;
use super::site::Site;
use crate::accessibility::Evidence;
use crate::finding::Finding;

mod archive;
mod claims;
mod container;
mod documents;
pub(super) mod elements;
mod files;
mod manifest;
mod metadata;
mod navigation;
mod package;
mod resources;
pub mod rules;
mod xml;

pub use archive::Limits;
pub use files::Book;

impl Book<'_> {
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
            findings.extend(navigation.page_breaks(self, &documents));
            // Without a navigation that can be read, half of what is claimed would seem untrue.
            let evidence = claims::evidence(&package, &documents, &navigation, &resources);
            let evidence = Evidence { locked: !locked.is_empty(), ..evidence };
            claims::check(&package, &evidence, &mut reports);
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
}
