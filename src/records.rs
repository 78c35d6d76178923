//! The records of `review.yaml`, as a person reads and `curbcut review` writes them.
//!
//! In: the file. Out: its records in order. Refused: a file that is no list of records, which is a finding and counts for
//! nothing. Whether a record is possible and what follows from it is the matter of [`review`](crate::review).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::finding::Finding;
use crate::front_matter::{at_error, find_cut_values, is_too_deep};
use crate::misfit::date;
use crate::source::{Source, Span};

/// The name of what is wrong with a record.
pub const BAD_RECORD: &str = "review/bad-record";

/// One reading by one person or group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    expecting = "its parts: {date: 2026-11-21, role: reader, readers: 2, consent: none, text: blake3:…}"
)]
pub struct Record {
    /// The day they read it.
    #[serde(deserialize_with = "date")]
    pub date: Date,
    /// As what they read it.
    pub role: Role,
    /// How many they were.
    pub readers: u32,
    /// A group's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// What they agreed to have printed.
    pub consent: Consent,
    /// What they said, or what was decided with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
    /// Whether they are in records above, where the names do not show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<People>,
    /// The digest of the easy-read text and its pictures.
    pub text: Digest,
    /// The digest of its words with the meanings and the names of pictures beside them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Digest>,
    /// The digest of its pictures alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pictures: Option<Digest>,
    /// The digest of where its links to the web lead; older records do not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links: Option<Digest>,
    /// The digest of what is said of an event beside its text; older records do not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Digest>,
    /// The digest of each official paragraph that it covers or sums up.
    #[serde(default)]
    pub paragraphs: BTreeMap<String, Digest>,
    /// The digest of the pictures of each of them that has some; older records do not tell.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub official_pictures: BTreeMap<String, Digest>,
    /// Which of them each section names, by the digest of the section's words; older records do not tell.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sections: BTreeMap<Digest, Named>,
}

/// The official paragraphs that a section names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "its parts: {covers: [op-1]}")]
pub struct Named {
    /// Those that it explains.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub covers: BTreeSet<String>,
    /// Those that it sums up.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub sums_up: BTreeSet<String>,
}

impl Named {
    /// Each paragraph, and whether it is explained or only summed up.
    pub fn each(&self) -> impl Iterator<Item = (&str, Does)> {
        let covers = self.covers.iter().map(|id| (id.as_str(), Does::Explain));
        covers.chain(self.sums_up.iter().map(|id| (id.as_str(), Does::SumUp)))
    }
}

/// What a section does with a paragraph that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Does {
    /// It explains it.
    Explain,
    /// It says it first, among the most important things.
    SumUp,
}

/// As what somebody read a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A reader with an intellectual disability: only they can test an easy-read text.
    Reader,
    /// An editor.
    Editor,
    /// Somebody who knows the subject.
    Expert,
}

/// What the readers agreed to have printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Nothing but their number.
    None,
    /// The name of their group.
    Group,
    /// Their names.
    Names,
}

/// Whether the readers of a record are in records above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum People {
    /// None of them is: they are other people.
    New,
    /// Some of them are, or all: they are not counted again.
    Known,
}

impl Record {
    /// What may be printed of who they are.
    pub fn may_be_named(&self) -> Vec<String> {
        match self.consent {
            Consent::None => Vec::new(),
            Consent::Group => self.group.iter().cloned().collect(),
            Consent::Names => self.names.clone(),
        }
    }
}

/// A file of records.
#[derive(Debug)]
pub struct Review {
    source: Arc<Source>,
    records: Vec<Record>,
}

impl Review {
    /// Reads the file; one that cannot be read counts for nothing and is a finding.
    pub fn read(source: &Arc<Source>, findings: &mut Vec<Finding>) -> Self {
        let none = || Self { source: source.clone(), records: Vec::new() };
        if source.text().trim().is_empty() {
            return none();
        }
        let whole = Span::from(0..source.text().len());
        if is_too_deep(source, whole, findings) {
            return none();
        }
        find_cut_values(source, whole, findings);
        match serde_yaml::from_str(source.text()) {
            Ok(records) => Self { records, ..none() },
            Err(error) => {
                let finding = at_error(BAD_RECORD, source, whole, &error);
                let help = format!("{} “curbcut review” writes such files.", finding.help);
                findings.push(finding.help(help));
                none()
            }
        }
    }

    /// The records, as the file orders them.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The file.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }
}
