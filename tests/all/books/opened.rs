//! A published book, read again.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::support::Site;

/// The files of a book by their path in it.
pub struct Opened {
    pub files: BTreeMap<String, Vec<u8>>,
}

/// The books of a site, sorted.
pub fn books(site: &Site) -> Vec<String> {
    let mut books: Vec<String> = ignore::WalkBuilder::new(site.out())
        .standard_filters(false)
        .build()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "epub"))
        .map(|path| path.strip_prefix(site.out()).unwrap().to_str().unwrap().to_owned())
        .collect();
    books.sort();
    books
}

impl Opened {
    /// The book of this path in the site.
    pub fn of(site: &Site, path: &str) -> Self {
        Self::read(&std::fs::read(site.out().join(path)).unwrap_or_else(|error| panic!("{path}: {error}")))
    }

    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let files = (0..archive.len())
            .map(|index| {
                let mut file = archive.by_index(index).unwrap();
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).unwrap();
                (file.name().to_owned(), bytes)
            })
            .collect();
        Self { files }
    }

    /// A file's text.
    pub fn text(&self, name: &str) -> String {
        let bytes = self.files.get(name).unwrap_or_else(|| panic!("{name} among {:?}", self.files.keys()));
        String::from_utf8(bytes.clone()).unwrap()
    }

    /// The package document.
    pub fn package(&self) -> String {
        self.text("OEBPS/content.opf")
    }

    /// The values of a metadata property.
    pub fn metadata(&self, property: &str) -> Vec<String> {
        let package = self.package();
        let package = roxmltree::Document::parse(&package).unwrap();
        let values = package.descendants().filter(|node| {
            node.attribute("property") == Some(property)
                || property.strip_prefix("dc:") == Some(node.tag_name().name()) && node.is_element()
        });
        values.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    }

    /// The documents in the order in which they are read.
    pub fn reading_order(&self) -> Vec<String> {
        let package = self.package();
        let package = roxmltree::Document::parse(&package).unwrap();
        let named = |name: &'static str| {
            package
                .descendants()
                .filter(move |node| node.has_tag_name(("http://www.idpf.org/2007/opf", name)))
        };
        named("itemref")
            .map(|item| {
                let id = item.attribute("idref");
                let item = named("item").find(|item| item.attribute("id") == id).unwrap();
                item.attribute("href").unwrap().to_owned()
            })
            .collect()
    }

    /// Panics where a document is no XML. Two parsers of different make read each.
    /// The words of a Word file, and the alternative texts of its pictures.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for part in ["document", "footnotes"] {
            let part = self.text(&format!("word/{part}.xml"));
            for node in roxmltree::Document::parse(&part).unwrap().descendants() {
                match node.tag_name().name() {
                    "t" => words.push_str(node.text().unwrap_or_default()),
                    "docPr" => words.push_str(node.attribute("descr").unwrap_or_default()),
                    // What stands in two paragraphs or cells is no word.
                    "p" | "br" | "tab" => words.push('\n'),
                    _ => {}
                }
            }
        }
        words
    }

    pub fn is_well_formed(&self) {
        for (name, bytes) in &self.files {
            if ![".xhtml", ".opf", ".svg", ".xml"].iter().any(|ending| name.ends_with(ending)) {
                continue;
            }
            let text = std::str::from_utf8(bytes).unwrap();
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
            if let Err(error) = roxmltree::Document::parse_with_options(text, options) {
                panic!("{name}: {error}\n{text}");
            }
            curbcut::accessibility::Inventory::read(text)
                .unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        }
    }
}
