//! The files of one language, built in or of a site.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::Dir;

use crate::source::Source;

/// The labels of pages.
pub const LABELS: &str = "labels.ftl";
/// What the rules for authors know.
pub const DATA: &str = "easy-read.yaml";
/// How resolutions are laid out.
pub const RESOLUTION: &str = "resolution.yaml";
/// How laws and regulations are laid out.
pub const ACT: &str = "act.yaml";
/// What messages show as examples.
pub const EXAMPLES: &str = "examples.yaml";
/// The words for what is heard of a page.
pub const HEARD: &str = "heard.ftl";
/// The words of the report of measures.
pub const MEASURES: &str = "measures.yaml";
/// What the rules and the importer must find.
pub const SAMPLES: &str = "samples.md";
/// What the names of word lists end with.
pub const WORD_LIST: &str = ".txt";

/// The files that a folder may hold beside word lists.
pub const FILES: [&str; 8] = [LABELS, HEARD, DATA, RESOLUTION, ACT, EXAMPLES, MEASURES, SAMPLES];

/// The files of one language.
#[derive(Debug)]
pub struct Folder {
    tag: String,
    files: BTreeMap<String, Text>,
}

/// The text of a file.
#[derive(Debug, Clone)]
pub enum Text {
    /// It is part of the program.
    BuiltIn(&'static str),
    /// It was read with the site.
    Own(Arc<Source>),
}

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        match self {
            Text::BuiltIn(text) => text,
            Text::Own(source) => source.text(),
        }
    }

    /// The text by itself; what is built in is not copied.
    pub fn cloned(&self) -> Cow<'static, str> {
        match self {
            Text::BuiltIn(text) => Cow::Borrowed(text),
            Text::Own(source) => Cow::Owned(source.text().to_owned()),
        }
    }
}

impl Folder {
    /// A folder of the program; `None` for one of modules, whose name may look like a tag.
    pub fn built_in(dir: &'static Dir<'static>) -> Option<Self> {
        let file = |file: &'static include_dir::File<'static>| {
            Some((file.path().file_name()?.to_str()?.to_owned(), Text::BuiltIn(file.contents_utf8()?)))
        };
        let is_module =
            |file: &include_dir::File<'_>| file.path().extension().is_some_and(|kind| kind == "rs");
        if dir.files().any(is_module) {
            return None;
        }
        Some(Self { tag: dir.path().to_str()?.to_owned(), files: dir.files().filter_map(file).collect() })
    }

    /// A folder of a site.
    pub fn own(tag: &str, files: impl Iterator<Item = (String, Arc<Source>)>) -> Self {
        Self { tag: tag.to_owned(), files: files.map(|(name, source)| (name, Text::Own(source))).collect() }
    }

    /// Its name, the tag of the language.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> Option<&Text> {
        self.files.get(name)
    }

    /// Whether it is of a site.
    pub fn is_own(&self) -> bool {
        self.files.values().any(|text| matches!(text, Text::Own(_)))
    }

    /// The names of its files, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}
