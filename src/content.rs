//! What a site's folder holds: texts, data files and other files, each known by its name and place.
//!
//! In: a path below `content/`. Out: its [`Name`], which says what the file is for, and the types of what is read from
//! it. Refused: a name that says nothing of this. It reads no disk but to open an [`Asset`].

mod name;

use std::io;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use crate::files::{Folder, Opened};
use crate::lang::Lang;
use crate::source::Source;

pub use name::{Name, Problem, is_folder_name, is_meant_to_be_read};

/// The folder of the texts.
pub const CONTENT: &str = "content";

/// What a file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// `content/index.md`: the home page's own words.
    Home,
    /// `_index.md` in a folder: a section with a listing page.
    Section,
    /// `index.md` in a folder: an official text.
    Official,
    /// `easy-read.md` in a folder: the easy-read version of the official text beside it.
    EasyRead,
    /// `transcript.md` in a folder, or another name that begins so: what is said in a recording of the event beside it.
    Transcript,
}

/// A source file and what its place and name say of it.
#[derive(Debug, Clone)]
pub struct Input {
    /// The file.
    pub source: Arc<Source>,
    /// What it is.
    pub role: Role,
    /// Its folder below `content/`.
    pub slug: Box<str>,
    /// Its language.
    pub lang: Lang,
}

/// A YAML file with data.
#[derive(Debug)]
pub struct DataFile {
    /// The file.
    pub source: Arc<Source>,
    /// Which data.
    pub kind: DataKind,
    /// Its folder below `content/`.
    pub slug: Box<str>,
    /// Its language.
    pub lang: Lang,
}

/// The kinds of data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// `glossary.yaml`
    Glossary,
    /// `pictures.yaml`
    Pictures,
    /// `review.yaml`
    Review,
    /// `follow-up.yaml`
    FollowUp,
    /// `imported.yaml`: what an import made, which only the next one reads
    Imported,
    /// `collection.yaml`
    Collection,
    /// `entries.csv`, `entries.json`, or the same with more in their names: `entries-2026.csv`
    Entries,
    /// `foreign-….csv` or `foreign-….json`: what another collection exports
    Foreign,
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its path below `content/`, with `/`.
    pub path: Box<str>,
    /// The site's root.
    pub root: Arc<Path>,
    /// The hash of a picture, once a review asks whether it changed.
    pub digest: Option<blake3::Hash>,
}

/// A folder below `content/` and those around it, the innermost first; `content/` itself is none.
pub fn with_above(folder: &str) -> impl Iterator<Item = &str> {
    let first = Some(folder).filter(|folder| !folder.is_empty());
    std::iter::successors(first, |folder| folder.rsplit_once('/').map(|(above, _)| above))
}

impl Asset {
    /// Its folder below `content/`; empty for a file that stands in `content/` itself.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether it is a page of the author's own, by its name.
    pub fn is_html(&self) -> bool {
        let ending = self.path.rsplit_once('.').map_or("", |(_, ending)| ending);
        ["html", "htm", "xhtml", "xht", "shtml"].iter().any(|html| html.eq_ignore_ascii_case(ending))
    }

    /// Opens the file.
    ///
    /// # Errors
    /// When it may not be read, or a link or something else has taken its place.
    pub fn open(&self) -> io::Result<Opened> {
        // From the root on: the folder of the texts may have been replaced since it was listed.
        Folder::open(&self.root)?.file(Path::new(CONTENT).join(&*self.path))
    }

    /// Reads the file.
    ///
    /// # Errors
    /// As for [`open`](Self::open), or when the disk refuses.
    pub fn read(&self) -> Result<Vec<u8>> {
        self.open().and_then(Opened::whole).with_context(|| format!("cannot read {CONTENT}/{}", self.path))
    }
}
