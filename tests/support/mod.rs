//! Small sites for tests: files written to a folder, read and put together as the program does.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use curbcut::finding::Finding;
use curbcut::glossary::Glossary;
use curbcut::library::{Drafts, Library, Parts};
use curbcut::load::{self, DataKind};
use curbcut::parse;
use curbcut::pictures::Pictures;

/// Files by their path.
pub type Files = Vec<(String, String)>;

/// Writes the files below `root`.
pub fn write(root: &Path, files: &Files) {
    for (path, text) in files {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
}

/// Reads the site at `root`; what loading and parsing find comes second.
pub fn library(root: &Path) -> (Library, Vec<Finding>) {
    let loaded = load::load(root).unwrap();
    let mut findings = loaded.findings;
    let config = loaded.config.unwrap_or_else(|| panic!("book.toml: {findings:?}"));
    let mut documents = Vec::new();
    for input in &loaded.inputs {
        let (document, found) = parse::parse(input);
        findings.extend(found);
        documents.push((input.role, document));
    }
    let mut pictures = Pictures::default();
    let mut glossaries = BTreeMap::new();
    for data in &loaded.data {
        match data.kind {
            DataKind::Pictures => pictures = Pictures::read(&data.source, &loaded.assets, &mut findings),
            DataKind::Glossary => {
                glossaries.insert(data.lang.to_string(), Glossary::read(&data.source, &mut findings));
            }
            DataKind::Review => {}
        }
    }
    let parts = Parts {
        config,
        documents,
        pictures,
        glossaries,
        reviews: HashMap::new(),
        assets: loaded.assets,
        drafts: Drafts::Include,
    };
    let library = Library::new(parts, &mut findings);
    (library, findings)
}
