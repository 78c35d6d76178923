//! The records of `review.yaml`, as a person reads and `curbcut review` writes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Digest;
use crate::finding::Finding;
use crate::front_matter::find_cut_values;
use crate::source::{Source, Span};

/// One reading by one person or group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Record {
    /// The day they read it.
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
    /// The digest of the easy-read text and its pictures.
    pub text: Digest,
    /// The digest of each official paragraph it covers.
    #[serde(default)]
    pub paragraphs: BTreeMap<String, Digest>,
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
#[derive(Debug, Default)]
pub struct Review {
    records: Vec<Record>,
}

impl Review {
    /// Reads the file; a record that cannot be read counts for nothing and is a finding.
    pub fn read(source: &Arc<Source>, findings: &mut Vec<Finding>) -> Self {
        if source.text().trim().is_empty() {
            return Self::default();
        }
        find_cut_values(source, Span::from(0..source.text().len()), findings);
        let records: Vec<Record> = match serde_yaml::from_str(source.text()) {
            Ok(records) => records,
            Err(error) => {
                let text = error.to_string();
                let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
                let at = error.location().map_or(0, |location| location.index()).min(source.text().len());
                findings.push(
                    Finding::error("review/bad-record", source, Span::point(at), message)
                        .help("Let “curbcut review” write the file; dates are like 2026-11-21, digests like blake3:0123…."),
                );
                return Self::default();
            }
        };
        for record in &records {
            let nameless = match record.consent {
                Consent::None => false,
                Consent::Group => record.group.is_none(),
                Consent::Names => record.names.is_empty(),
            };
            if nameless || record.readers == 0 {
                let date = record.date.to_string();
                let at = source.text().find(&date).unwrap_or(0);
                findings.push(
                    Finding::error("review/bad-record", source, Span::from(at..at + date.len()), "the record does not say who read the text")
                        .help("Give the number of readers, and the names or the group that “consent” allows to print."),
                );
            }
        }
        Self { records }
    }

    /// The records, as the file orders them.
    pub fn records(&self) -> &[Record] {
        &self.records
    }
}
