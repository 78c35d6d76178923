//! One source file as it was last read.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use crate::collections::Shape;
use crate::config::Config;
use crate::content::{CONTENT, DataFile, DataKind, Input, Role};
use crate::document::Document;
use crate::files::Folder;
use crate::finding::{Finding, Severity};
use crate::follow_up::FollowUp;
use crate::glossary::Glossary;
use crate::languages::Languages;
use crate::load::{self, Read};
use crate::parse;
use crate::records::Review;
use crate::source::Source;

/// What a file says, and what is wrong with it now.
#[derive(Debug, Default)]
pub struct File {
    /// What it says; `None` when it never could be read.
    pub holds: Option<Holds>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// What it holds is older than the file.
    pub behind: bool,
    /// What it holds was read with errors: there never was a better reading.
    pub faulty: bool,
    /// What the disk said of it when it was read.
    pub stamp: Stamp,
}

/// What the disk says of a file without reading it: its length and when it was changed.
pub type Stamp = Option<(u64, SystemTime)>;

/// What a file holds.
#[derive(Debug)]
pub enum Holds {
    /// A text with its role.
    Text(Role, Arc<Document>),
    /// The word list of the language with this tag.
    Glossary(String, Arc<Glossary>),
    /// The records of a version.
    Review(Box<DataFile>, Arc<Review>),
    /// What people say of the tasks of a resolution.
    FollowUp(Box<DataFile>, Arc<FollowUp>),
    /// The shape of the collection of this folder; `None` when it cannot be used.
    Collection(Box<str>, Option<Arc<Shape>>),
    /// Rows that are entries of the collection of this folder, which can only be read when its shape is known.
    Entries(Box<str>, Arc<Source>),
    /// Rows of another collection, shown beside that of this folder.
    Foreign(Box<str>, Arc<Source>),
    /// The list of pictures, which can only be read when all files are known.
    Pictures(Arc<Source>),
}

impl File {
    /// Reads the file of this path below `content/`.
    pub fn read(site: &Folder, path: &str, config: &Config, languages: &Languages) -> Self {
        // Before the file is read: a change while it is read is seen as one later.
        let stamp = stamp(site.path(), path);
        match load::read(site, path, config) {
            Ok(Read::Text(input)) => Self::of_text(&input, languages, stamp),
            Ok(Read::Data(data)) => {
                let mut findings = Vec::new();
                let holds = match data.kind {
                    DataKind::Imported => return Self::of(None, findings, stamp),
                    DataKind::Pictures => Holds::Pictures(data.source),
                    DataKind::Glossary => {
                        let language = languages.of(&data.lang);
                        let glossary = Glossary::read(&data.source, language, &mut findings);
                        Holds::Glossary(data.lang.to_string(), Arc::new(glossary))
                    }
                    DataKind::Collection => {
                        let shape = Shape::read(&data.source, &mut findings);
                        Holds::Collection(data.slug, shape.map(Arc::new))
                    }
                    DataKind::Foreign => Holds::Foreign(data.slug, data.source),
                    DataKind::Entries => Holds::Entries(data.slug, data.source),
                    DataKind::Review => {
                        let review = Review::read(&data.source, &mut findings);
                        Holds::Review(Box::new(data), Arc::new(review))
                    }
                    DataKind::FollowUp => {
                        let follow_up = FollowUp::read(&data.source, &mut findings);
                        Holds::FollowUp(Box::new(data), Arc::new(follow_up))
                    }
                };
                Self::of(Some(holds), findings, stamp)
            }
            Err(finding) => Self::of(None, vec![finding], stamp),
        }
    }

    /// A text that is already in memory.
    pub fn of_text(input: &Input, languages: &Languages, stamp: Stamp) -> Self {
        let (document, findings) = parse::parse(input, languages);
        Self::of(Some(Holds::Text(input.role, Arc::new(document))), findings, stamp)
    }

    /// A file that cannot be opened at all.
    pub fn refused(finding: Finding) -> Self {
        Self::of(None, vec![finding], None)
    }

    fn of(holds: Option<Holds>, findings: Vec<Finding>, stamp: Stamp) -> Self {
        let faulty = findings.iter().any(|finding| finding.severity == Severity::Error);
        Self { holds, findings, behind: false, faulty, stamp }
    }

    /// The text that it holds.
    pub fn text(&self) -> Option<&Arc<Document>> {
        match &self.holds {
            Some(Holds::Text(_, document)) => Some(document),
            _ => None,
        }
    }
}

/// What the disk says of the file of this path below `content/`.
pub fn stamp(root: &Path, path: &str) -> Stamp {
    let metadata = root.join(CONTENT).join(path).symlink_metadata().ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}
