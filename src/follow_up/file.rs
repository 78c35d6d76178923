//! `follow-up.yaml`: what people say of the tasks of a resolution.
//!
//! In: the file beside the official text. Out: its entries in order. Refused: a file that is no list of entries, which is a finding and
//! counts for nothing. Whether an entry fits its text is the matter of [`judge`](super::judge).

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use super::due::WrittenTimes;
use crate::finding::Finding;
use crate::front_matter::{at_error, find_cut_values, is_too_deep};
use crate::hidden;
use crate::misfit::{date, one_of, optional_date};
use crate::source::{Source, Span};
use crate::yaml::places;

/// The name of what is wrong with the form of an entry.
pub const BAD_ENTRY: &str = "follow-up/bad-entry";

/// What people say of one task.
#[derive(Debug, Clone, Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    expecting = "its parts: {paragraph: op-10, confirmed: {date: 2026-11-21, by: …}}"
)]
pub struct Entry {
    /// The paragraph.
    pub paragraph: String,
    /// Who is asked, as the text names them: which task of the paragraph is meant.
    #[serde(default, deserialize_with = "stated")]
    pub who: Option<String>,
    /// What is asked, in words of the paragraph.
    #[serde(default, deserialize_with = "stated")]
    pub what: Option<String>,
    /// The body that it is handed in to.
    #[serde(default, deserialize_with = "stated")]
    pub to: Option<String>,
    /// By when, or from when on.
    #[serde(default, deserialize_with = "stated")]
    pub due: Option<WrittenTimes>,
    /// Who compared the task with the text, and when.
    #[serde(default, deserialize_with = "stated")]
    pub confirmed: Option<Confirmed>,
    /// What became of it.
    #[serde(default, deserialize_with = "status")]
    pub status: Status,
    /// The document that shows that it is done.
    #[serde(default, deserialize_with = "stated")]
    pub document: Option<Proof>,
    /// What readers should know of it.
    #[serde(default, deserialize_with = "stated")]
    pub note: Option<String>,
}

impl Entry {
    /// The words that are published, with the keys that they stand behind.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let (confirmed, document) = (self.confirmed.as_ref(), self.document.as_ref());
        let words = [
            ("paragraph", Some(&*self.paragraph)),
            ("who", self.who.as_deref()),
            ("what", self.what.as_deref()),
            ("to", self.to.as_deref()),
            ("note", self.note.as_deref()),
            ("confirmed", confirmed.map(|confirmed| &*confirmed.by)),
            ("document", document.and_then(|document| document.by.as_deref())),
            ("document", document.and_then(|document| document.symbol.as_deref())),
            ("document", document.and_then(|document| document.link.as_deref())),
        ];
        words.into_iter().filter_map(|(key, words)| Some((key, words?)))
    }
}

/// Reads a value that stands there: a key without one says nothing.
pub(super) fn stated<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Who compared a task with the text, and when.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, expecting = "its parts: {date: 2026-11-21, by: …}")]
pub struct Confirmed {
    /// The day.
    #[serde(deserialize_with = "date")]
    pub date: Date,
    /// Who.
    pub by: String,
}

/// A document that somebody found.
#[derive(Debug, Clone, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "its parts: {symbol: A/HRC/56/27, link: https://…, date: 2026-11-21, by: …}"
)]
pub struct Proof {
    /// Its symbol or title.
    pub symbol: Option<String>,
    /// Its address.
    pub link: Option<String>,
    /// The day on which somebody looked it up.
    #[serde(default, deserialize_with = "optional_date")]
    pub date: Option<Date>,
    /// Who did.
    pub by: Option<String>,
}

impl Proof {
    /// Whether nothing is said of it.
    pub fn is_empty(&self) -> bool {
        self.symbol.is_none() && self.link.is_none() && self.date.is_none() && self.by.is_none()
    }
}

/// What became of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Nobody has shown that it is done.
    #[default]
    Open,
    /// A document shows that it is done.
    Done,
    /// The text asks for no such thing: what the patterns found is wrong.
    NoTask,
}

fn status<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Status, D::Error> {
    one_of(deserializer, &[("open", Status::Open), ("done", Status::Done), ("no-task", Status::NoTask)])
}

/// A file of entries.
#[derive(Debug)]
pub struct FollowUp {
    source: Arc<Source>,
    entries: Vec<Entry>,
    /// Where each entry stands; nothing where the file is written in another way.
    places: Vec<Span>,
}

impl FollowUp {
    /// Reads the file; one that cannot be read counts for nothing and is a finding.
    pub fn read(source: &Arc<Source>, findings: &mut Vec<Finding>) -> Self {
        let none = || Self { source: source.clone(), entries: Vec::new(), places: Vec::new() };
        let is_empty = |line: &str| line.trim().is_empty() || line.starts_with('#');
        let whole = Span::from(0..source.text().len());
        if source.text().lines().all(is_empty) || is_too_deep(source, whole, findings) {
            return none();
        }
        find_cut_values(source, whole, findings);
        hidden::check(source, findings);
        match serde_yaml::from_str::<Vec<Entry>>(source.text()) {
            Ok(entries) => {
                let mut places = places::entries(source);
                if places.len() != entries.len() {
                    places.clear();
                }
                let read = Self { entries, places, ..none() };
                read.find_hidden(findings);
                read
            }
            Err(error) => {
                findings.push(at_error(BAD_ENTRY, source, whole, &error));
                none()
            }
        }
    }

    /// Finds hidden characters that the file writes by other ones.
    fn find_hidden(&self, findings: &mut Vec<Finding>) {
        if !self.source.text().contains('\\') {
            return;
        }
        for (at, entry) in self.entries.iter().enumerate() {
            for (key, words) in entry.words() {
                hidden::check_value(words, &self.source, self.place(at, key).range(), findings);
            }
        }
    }

    /// The entries, as the file orders them.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether nothing stands in the line of a key.
    pub fn is_bare(&self, at: usize, key: &str) -> bool {
        self.source.slice(self.place(at, key)).trim_end().strip_suffix(':') == Some(key)
    }

    /// The file.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Where one of the values in the list behind a key stands; all of the list where they cannot be told apart.
    pub fn item_place(&self, at: usize, key: &str, item: usize) -> Span {
        let item = self.places.get(at).and_then(|entry| places::item(&self.source, *entry, key, item));
        item.unwrap_or_else(|| self.place(at, key))
    }

    /// Where the value of a key of an entry stands; the entry's first line where it has no such key.
    pub fn place(&self, at: usize, key: &str) -> Span {
        self.places.get(at).map_or(Span::point(0), |entry| places::value(&self.source, *entry, key))
    }
}
