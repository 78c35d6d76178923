//! The package document: metadata, manifest and spine, as they are written.
//!
//! In: the elements of the package document and its path. Out: the same sorted by what they say, with their places
//! and with addresses resolved to files of the book. It judges nothing.

use std::collections::HashMap;

use super::super::address::Address;
use super::xml::Element;
use crate::source::Span;

/// A package document.
pub(super) struct Package<'a> {
    /// Its path in the book.
    pub path: &'a str,
    /// The package element.
    pub top: &'a Element<'a>,
    /// The metadata element, or the package where there is none.
    pub metadata: Span,
    /// What the metadata say.
    pub metas: Vec<Meta<'a>>,
    /// The manifest element, or the package where there is none.
    pub manifest: Span,
    /// The files of the book.
    pub items: Vec<Item<'a>>,
    /// The spine element, or the package where there is none.
    pub spine: Span,
    /// The order of reading.
    pub itemrefs: Vec<ItemRef<'a>>,
    /// The id of the older table of contents.
    pub ncx: Option<&'a str>,
}

/// One statement of the metadata.
pub(super) struct Meta<'a> {
    /// What it is about: `dc:title`, `schema:accessMode`, or the `rel` of a link.
    pub property: String,
    /// What it says, white space made single; the address of a link.
    pub value: String,
    /// Whether it is a link.
    pub is_link: bool,
    /// Its element.
    pub element: &'a Element<'a>,
}

/// A file of the manifest.
pub(super) struct Item<'a> {
    /// Its path in the book; none if it lies elsewhere.
    pub path: Option<String>,
    /// Its element.
    pub element: &'a Element<'a>,
}

/// A place in the order of reading.
pub(super) struct ItemRef<'a> {
    /// The number of the item in the manifest; none if there is no such item.
    pub item: Option<usize>,
    /// Its element.
    pub element: &'a Element<'a>,
}

impl<'a> Package<'a> {
    /// Sorts the elements of the package document `file` at `path`; none if it has no package element.
    pub fn new(elements: &'a [Element<'a>], file: &str, path: &'a str) -> Option<Self> {
        let top = elements.first().filter(|top| top.name == "package")?;
        let part = |name: &str| {
            elements.iter().position(|element| element.name == name && element.parent == Some(0))
        };
        let below = |part: Option<usize>| {
            elements.iter().filter(move |element| part.is_some() && element.parent == part)
        };
        let (metadata, manifest, spine) = (part("metadata"), part("manifest"), part("spine"));
        let span = |part: Option<usize>| part.map_or(top.span, |part| elements[part].span);
        // EPUB 2 put its statements one level deeper.
        let deeper = elements.iter().filter(|element| {
            let around = element.parent.map(|parent| &elements[parent]);
            around.is_some_and(|it| {
                it.parent.is_some() && it.parent == metadata && it.name.ends_with("-metadata")
            })
        });
        let metas = below(metadata).chain(deeper).filter_map(|element| Meta::new(element, file)).collect();
        let items: Vec<Item<'_>> = below(manifest)
            .filter(|element| element.name == "item")
            .map(|element| Item { path: resolve(element.get("href").unwrap_or_default(), path), element })
            .collect();
        let ids = items.iter().enumerate();
        let by_id: HashMap<&str, usize> =
            ids.rev().filter_map(|(number, item)| Some((item.element.trimmed("id")?, number))).collect();
        let itemrefs = below(spine).filter(|element| element.name == "itemref");
        let itemrefs = itemrefs
            .map(|element| ItemRef {
                item: element.trimmed("idref").and_then(|id| by_id.get(id).copied()),
                element,
            })
            .collect();
        Some(Self {
            path,
            top,
            manifest: span(manifest),
            metadata: span(metadata),
            metas,
            spine: span(spine),
            itemrefs,
            ncx: spine.and_then(|spine| elements[spine].trimmed("toc")),
            items,
        })
    }

    /// Whether it is EPUB 3.
    pub fn is_current(&self) -> bool {
        self.top.trimmed("version").is_some_and(|version| version.starts_with('3'))
    }

    /// The statements about the whole book under this name, links left out.
    pub fn about<'s>(&'s self, property: &'s str) -> impl Iterator<Item = &'s Meta<'a>> + 's {
        self.metas.iter().filter(move |meta| !meta.is_link && meta.property == property)
    }

    /// The paths of the documents, in the order of reading.
    pub fn reading_order(&self) -> impl Iterator<Item = &str> {
        self.itemrefs.iter().filter_map(|itemref| self.items[itemref.item?].path.as_deref())
    }
}

impl<'a> Meta<'a> {
    fn new(element: &'a Element<'a>, file: &str) -> Option<Self> {
        let text = || element.text(file);
        let (property, value, is_link) = match element.name {
            "meta" => match (element.trimmed("property"), element.trimmed("name")) {
                (Some(property), _) => (property.to_owned(), text(), false),
                (None, Some(name)) => {
                    (name.to_owned(), element.get("content").unwrap_or_default().trim().to_owned(), false)
                }
                (None, None) => return None,
            },
            "link" => {
                let address = element.trimmed("href").unwrap_or_default();
                (element.trimmed("rel").unwrap_or_default().to_owned(), address.to_owned(), true)
            }
            "dc-metadata" | "x-metadata" => return None,
            name => (format!("dc:{name}"), text(), false),
        };
        Some(Self { property, value, is_link, element })
    }

    /// The language it is marked with.
    pub fn lang(&self) -> Option<&str> {
        self.element.trimmed("xml:lang")
    }
}

impl Item<'_> {
    /// What kind of file it is said to be.
    pub fn media_type(&self) -> &str {
        self.element.trimmed("media-type").unwrap_or_default()
    }

    /// Whether it is a document to read.
    pub fn is_document(&self) -> bool {
        self.media_type().eq_ignore_ascii_case("application/xhtml+xml")
    }
}

/// The file of the book that an address in the file `from` leads to; none if it leads elsewhere.
pub(super) fn resolve(address: &str, from: &str) -> Option<String> {
    match Address::resolve(address, from) {
        Address::Inside { path, .. } => Some(path.whole()),
        Address::Part(_) => Some(from.to_owned()),
        _ => None,
    }
}

/// The document and the part of it that an address in the file `from` leads to.
pub(super) fn target(address: &str, from: &str) -> Option<(String, String)> {
    match Address::resolve(address, from) {
        Address::Inside { path, fragment } => Some((path.whole(), fragment.into_owned())),
        Address::Part(fragment) => Some((from.to_owned(), fragment.into_owned())),
        _ => None,
    }
}
