//! Manifest and spine beside what is really in the book.
//!
//! In: the package, the names of the files, and what the documents lead to. Out: files that are missing, not
//! listed or never reached, and an order of reading that is none.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::address::Address;
use super::super::reports::Reports;
use super::container;
use super::documents::Documents;
use super::files::Book;
use super::package::{Package, resolve};
use super::resources::Resources;
use super::rules;

/// Checks the manifest and the spine of a package.
pub(super) fn check(book: &Book<'_>, package: &Package<'_>, reports: &mut Reports) {
    let at = package.path;
    ids(package, reports);
    spine(package, reports);
    let mut listed: HashSet<&str> = HashSet::new();
    for item in &package.items {
        let href = item.element.trimmed("href").unwrap_or_default();
        match &item.path {
            Some(path) if !listed.insert(path) => {
                let message = format!("the manifest lists “{href}” twice");
                reports.add(&rules::NOT_IN_MANIFEST, item.element.span, message);
            }
            Some(path) if !book.files.contains_key(path) => {
                let message = format!("the book has no file “{path}”");
                reports.add(&rules::MISSING_FILE, item.element.span, message);
            }
            Some(_) => {}
            None if matches!(Address::resolve(href, at), Address::Host) => {
                let plays = ["audio/", "video/"].iter().any(|kind| item.media_type().starts_with(kind));
                if !plays {
                    let message = format!("the file “{href}” lies on another host");
                    reports.add(&rules::REMOTE_RESOURCE, item.element.span, message);
                }
            }
            None => {
                let message = format!("“{href}” is no file of the book");
                reports.add(&rules::MISSING_FILE, item.element.span, message);
            }
        }
    }
    let others = of_other_renditions(book, at);
    for name in book.files.keys() {
        let own = name == "mimetype" || name == at || name.starts_with("META-INF/");
        if !own && !listed.contains(name.as_str()) && !others.contains(name.as_str()) {
            let message = format!("the manifest does not list “{name}”");
            reports.add(&rules::NOT_IN_MANIFEST, package.top.span, message);
        }
    }
}

/// The package documents of other renditions, and the files that their manifests list.
fn of_other_renditions(book: &Book<'_>, at: &str) -> HashSet<String> {
    let mut files = HashSet::new();
    for package in container::packages(book).into_iter().filter(|package| package != at) {
        let elements = book.elements(&package).unwrap_or_default();
        let items = elements.iter().filter(|element| element.name == "item");
        files.extend(items.filter_map(|item| resolve(item.trimmed("href")?, &package)));
        files.insert(package);
    }
    files
}

/// Ids that stand twice, and references to ids that do not stand at all.
fn ids(package: &Package<'_>, reports: &mut Reports) {
    let metas = package.metas.iter().map(|meta| meta.element);
    let items = package.items.iter().map(|item| item.element);
    let itemrefs = package.itemrefs.iter().map(|itemref| itemref.element);
    let all: Vec<_> = metas.chain(items).chain(itemrefs).collect();
    let mut ids = HashSet::new();
    for element in &all {
        if let Some(id) = element.trimmed("id")
            && !ids.insert(id)
        {
            reports.add(
                &rules::DUPLICATE_ID,
                element.span,
                format!("the id “{id}” stands twice in the package"),
            );
        }
    }
    for element in &all {
        for attribute in ["refines", "idref", "fallback", "media-overlay"] {
            let Some(value) = element.trimmed(attribute) else { continue };
            // A statement may also refine a file of the book, by its address.
            let id = match (attribute, value.strip_prefix('#')) {
                ("refines", None) => continue,
                (_, Some(id)) => id,
                (_, None) => value,
            };
            if !ids.contains(id) {
                let message = format!("{attribute} names “{id}”, which is no id of the package");
                reports.add(&rules::DANGLING_ID, element.span, message);
            }
        }
    }
}

fn spine(package: &Package<'_>, reports: &mut Reports) {
    if package.itemrefs.is_empty() {
        reports.add(&rules::EMPTY_SPINE, package.spine, "the spine lists no document");
    }
    let mut read = HashSet::new();
    for itemref in &package.itemrefs {
        if let Some(item) = itemref.item
            && !read.insert(item)
        {
            let id = package.items[item].element.trimmed("id").unwrap_or_default();
            let message = format!("the spine lists “{id}” twice");
            reports.add(&rules::EMPTY_SPINE, itemref.element.span, message);
        }
    }
}

/// Where the files of a book lead.
pub(super) struct Ways<'b> {
    book: &'b Book<'b>,
    package: &'b Package<'b>,
    /// What documents lead to.
    linked: HashSet<&'b str>,
    /// Where style sheets and drawings lead.
    onward: &'b BTreeMap<String, Vec<String>>,
}

impl<'b> Ways<'b> {
    /// The ways from the documents and from other files.
    pub fn new(
        book: &'b Book<'_>,
        package: &'b Package<'_>,
        documents: &'b Documents<'_>,
        resources: &'b Resources,
    ) -> Self {
        let outward = documents.audits.iter().flat_map(|audit| audit.outward.iter());
        let linked = outward.filter_map(|(path, ..)| book.inner(path)).collect();
        Self { book, package, linked, onward: &resources.onward }
    }

    /// Reports files nothing leads to, and documents that are linked to but never read in order.
    pub fn check(&self, reports: &mut Reports) {
        let reached = self.reached();
        let read: HashSet<&str> = self.package.reading_order().collect();
        for item in &self.package.items {
            let Some(path) = item.path.as_deref() else { continue };
            if !self.book.files.contains_key(path) {
                continue;
            }
            if !reached.contains(path) {
                let message = format!("nothing in the book leads to “{path}”");
                reports.add(&rules::UNUSED_FILE, item.element.span, message);
            }
            if item.is_document() && self.linked.contains(path) && !read.contains(path) {
                let message = format!("“{path}” is linked to, but has no place in the order of reading");
                reports.add(&rules::NOT_IN_SPINE, item.element.span, message);
            }
            if self.book.is_empty(path) {
                reports.add(&rules::EMPTY_FILE, item.element.span, format!("the file “{path}” is empty"));
            }
        }
    }

    /// Every file something leads to.
    fn reached(&self) -> HashSet<&str> {
        let mut reached: HashSet<&str> =
            self.package.reading_order().chain(self.linked.iter().copied()).collect();
        let items = &self.package.items;
        let paths =
            items.iter().filter_map(|item| Some((item.element.trimmed("id")?, item.path.as_deref()?)));
        let paths: HashMap<&str, &str> = paths.collect();
        let mut ids: Vec<&str> = self.package.ncx.into_iter().collect();
        for item in items {
            let used =
                ["nav", "cover-image"].iter().any(|property| item.element.lists("properties", property));
            ids.extend(item.element.trimmed("id").filter(|_| used));
            ids.extend(["fallback", "media-overlay"].iter().filter_map(|name| item.element.trimmed(name)));
        }
        // EPUB 2 named its cover by the id of an item.
        ids.extend(self.package.about("cover").map(|meta| &*meta.value));
        reached.extend(ids.iter().filter_map(|id| paths.get(id)));
        let links = self.package.metas.iter().filter(|meta| meta.is_link);
        let links: HashSet<String> =
            links.filter_map(|link| resolve(&link.value, self.package.path)).collect();
        reached.extend(
            items.iter().filter_map(|item| item.path.as_deref()).filter(|path| links.contains(*path)),
        );
        let mut open: Vec<&str> = reached.iter().copied().collect();
        while let Some(path) = open.pop() {
            for next in self.onward.get(path).into_iter().flatten() {
                if reached.insert(next) {
                    open.push(next);
                }
            }
        }
        reached
    }
}
