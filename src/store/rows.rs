//! The entries that the rows of tables stand for.
//!
//! In: the tables beside the shapes of collections. Out: a text for each row, read as if it were a file of its folder. Refused: a table where
//! there is no collection, and a row beside a file that says the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::file::{File, Holds};
use super::path::ContentPath;
use super::{Store, below_content};
use crate::collections::{self, Collections, Shape, rows};
use crate::content::{Input, Name};
use crate::finding::Finding;
use crate::source::{Source, Span};

/// What entries say, and what of them may be published.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// What may be published.
    pub collections: Arc<Collections>,
    /// The texts that rows stand for, each by the path that its file would have.
    pub rows: BTreeMap<ContentPath, File>,
}

impl Store {
    /// Reads the rows of all tables.
    pub(super) fn read_rows(&self, findings: &mut Vec<Finding>) -> BTreeMap<ContentPath, File> {
        let Some(config) = &self.config else { return BTreeMap::new() };
        let mut inputs: BTreeMap<ContentPath, Input> = BTreeMap::new();
        for (folder, source) in self.tables() {
            let Some(shape) = self.shape_of(folder) else {
                findings.extend(self.no_collection(folder, source));
                continue;
            };
            for (path, text) in rows::texts(source, folder, shape, &config.language, findings) {
                let path = ContentPath(below_content(&path).to_owned());
                let Ok(Name::Text { role, slug, lang }) = Name::of(&path.0, config) else { continue };
                let input = Input { source: text, role, slug: slug.into(), lang };
                let in_other = inputs.get(&path).map(|other| other.source.written(Span::point(0)).0);
                let other =
                    in_other.or_else(|| self.files.get(&path)?.text().map(|text| text.source.clone()));
                match other {
                    Some(other) => findings.push(twice(&input.source, &other)),
                    None => _ = inputs.insert(path, input),
                }
            }
        }
        let inputs: Vec<(ContentPath, Input)> = inputs.into_iter().collect();
        let file = |(path, input)| (path, File::of_text(&input, &self.languages, None));
        inputs.into_par_iter().map(file).collect()
    }

    /// Each table, with its folder.
    fn tables(&self) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        self.files.values().filter_map(|file| match &file.holds {
            Some(Holds::Entries(folder, source)) => Some((&**folder, source)),
            _ => None,
        })
    }

    fn shape_of(&self, folder: &str) -> Option<&Arc<Shape>> {
        self.files.values().find_map(|file| match &file.holds {
            Some(Holds::Collection(of, shape)) if **of == *folder => shape.as_ref(),
            _ => None,
        })
    }

    /// A table where nothing declares a collection; a declaration that cannot be read is told already.
    fn no_collection(&self, folder: &str, source: &Arc<Source>) -> Option<Finding> {
        let declared = ContentPath([folder, "/", collections::FILE].concat());
        (!self.files.contains_key(&declared)).then(|| {
            let message = "this table is in no collection, so nothing of it is published";
            let help =
                format!("Write beside it a file {}, or give the table another name.", collections::FILE);
            Finding::error("collection/not-declared", source, Span::point(0), message).help(help).unquoted()
        })
    }
}

/// A row that says what another file says.
fn twice(row: &Arc<Source>, other: &Arc<Source>) -> Finding {
    let (table, _) = row.written(Span::point(0));
    let message = match other.path() == table.path() {
        true => "another row has this “id”".to_owned(),
        false => format!("{} has an entry of this name already", other.path()),
    };
    let finding = Finding::error("collection/rows", row, Span::point(0), message);
    finding.help("Keep one of them, or give one another “id”.").unquoted()
}
