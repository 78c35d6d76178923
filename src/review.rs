//! `review.yaml`: who read an easy-read version, when, and the digests of what they read.
//!
//! In: the file beside the texts. Out: records, and from them and today's texts the [`Standing`]: status is always
//! derived, never typed. One changed character of a covered official paragraph makes exactly its sections stale.

mod append;
mod digest;
mod record;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::coverage;
use crate::document::Document;
use crate::library::{Library, Work};

pub use append::{Place, Reading, append};
pub use digest::{Digest, easy_read_digest, official_digest, paragraph_digest};
pub use record::{Consent, Record, Review, Role};

/// How many readers with intellectual disabilities make a test (the stricter of the two published rules).
pub const FEWEST_READERS: u32 = 2;

/// What may be said of an easy-read version today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// No record of readers with intellectual disabilities counts for it.
    NotTested,
    /// Readers tested exactly this text and these pictures.
    Tested {
        /// When.
        date: Date,
        /// How many.
        readers: u32,
        /// Names or a group's name, only with consent.
        named: Vec<String>,
    },
    /// Readers tested an earlier text.
    ChangedSince {
        /// When.
        date: Date,
    },
}

/// The status of a version and which of its sections are stale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The status of the whole.
    pub status: Status,
    /// The numbers of the sections whose official paragraphs changed since somebody last checked them.
    pub stale: BTreeSet<usize>,
    /// Everybody who helped and agreed to be named.
    pub named: Vec<String>,
}

impl Standing {
    /// Compares the records with today's texts.
    pub fn of(library: &Library, work: &Work, review: Option<&Review>) -> Self {
        let none = Self { status: Status::NotTested, stale: BTreeSet::new(), named: Vec::new() };
        let (Some(easy), Some(review)) = (&work.easy_read, review) else { return none };
        let records = review.records();
        let stale = stale_sections(work, easy, records);
        let text = easy_read_digest(library, easy);
        // The latest test counts; those of the same day are one test.
        let tests = records.iter().filter(|record| record.role == Role::Reader);
        let latest = tests.clone().map(|record| record.date).max();
        let status = match latest {
            None => Status::NotTested,
            Some(date) => {
                let tests: Vec<&Record> = tests.filter(|record| record.date == date).collect();
                let readers = tests.iter().map(|record| record.readers).sum();
                if readers < FEWEST_READERS {
                    Status::NotTested
                } else if tests.iter().any(|record| record.text != text) || !stale.is_empty() {
                    Status::ChangedSince { date }
                } else {
                    let named = tests.iter().flat_map(|record| record.may_be_named()).collect();
                    Status::Tested { date, readers, named }
                }
            }
        };
        let mut named: Vec<String> = Vec::new();
        for name in records.iter().flat_map(Record::may_be_named) {
            if !named.contains(&name) {
                named.push(name);
            }
        }
        Self { status, stale, named }
    }
}

/// The sections that cover a paragraph which differs from what the latest record that names it saw.
fn stale_sections(work: &Work, easy: &Document, records: &[Record]) -> BTreeSet<usize> {
    let mut by_date: Vec<&Record> = records.iter().collect();
    by_date.sort_by_key(|record| record.date);
    let mut stale = BTreeSet::new();
    for (index, section) in coverage::sections(easy).iter().enumerate() {
        for covers in &section.covers {
            let seen = by_date.iter().rev().find_map(|record| record.paragraphs.get(&*covers.id));
            if let Some(seen) = seen
                && paragraph_digest(&work.official, &covers.id).as_ref() != Some(seen)
            {
                stale.insert(index);
            }
        }
    }
    stale
}
