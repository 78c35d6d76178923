//! `review.yaml`: who read an easy-read version, when, and the digests of what they read.
//!
//! In: the file beside the texts. Out: records, and from them and today's texts the [`ReviewStatus`]: status is always
//! derived, never typed. One changed character of a covered official paragraph makes exactly its sections stale, and so does a section
//! that names other paragraphs than it did. Records of the same words and pictures are one test, however many sessions it took.

mod append;
mod digest;
mod judge;
mod untold;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::coverage;
use crate::digest::Digest;
use crate::document::{Document, PartReference};
use crate::library::{Library, Work};
use crate::records::{Consent, Named, Record, Role};

pub use append::{Reading, Refusal, Version, append};
pub use digest::{
    Digests, easy_read_digest, event_digest, has_links, links_digest, missing_picture, official_digest,
    official_pictures, paragraph_digest, paragraph_pictures, pictures_digest, section_digest, words_digest,
};
pub use judge::{Form, Known, Trouble};
pub use untold::untold;

/// How many readers with intellectual disabilities make a test (the stricter of the two published rules).
pub const FEWEST_READERS: u32 = 2;

/// What may be said of an easy-read version today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// No record of readers with intellectual disabilities counts for it.
    NotTested,
    /// Fewer than [`FEWEST_READERS`] read exactly this text and these pictures, which is no test.
    Read {
        /// When the last of them read it.
        date: Date,
        /// How many people they are at least.
        readers: u32,
    },
    /// Readers tested exactly this text and these pictures.
    Tested {
        /// When they began.
        first: Date,
        /// When the last of them read it.
        last: Date,
        /// How many people they are at least.
        readers: u32,
        /// Names or a group's name, only with the consent of all; otherwise nothing.
        named: Vec<String>,
    },
    /// Readers tested it before something changed.
    ChangedSince {
        /// When it was last read.
        date: Date,
        /// What changed.
        changed: Changed,
    },
}

/// What changed since a version was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed {
    /// The words of the version.
    pub words: bool,
    /// Its pictures.
    pub pictures: bool,
    /// Where its links lead.
    pub links: bool,
    /// Its words or its pictures; older records do not say which.
    pub either: bool,
    /// The official text that it explains.
    pub official: bool,
    /// Which parts of the official text it explains.
    pub parts: bool,
    /// What is said of the event beside its text.
    pub event: bool,
}

/// How a section stands to the official text otherwise than when somebody checked it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stale {
    /// When it was last checked.
    pub date: Date,
    /// The paragraphs it names that changed.
    pub changed: Vec<Box<str>>,
    /// Those it names that nobody has compared it with.
    pub added: Vec<Box<str>>,
    /// Those it named then and names no longer.
    pub dropped: Vec<Box<str>>,
}

/// The status of a version and which of its sections are stale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStatus {
    /// The status of the whole.
    pub status: Status,
    /// The sections, by their numbers, that stand otherwise to the official text than when somebody last checked them.
    pub stale: BTreeMap<usize, Stale>,
    /// When somebody last compared it with an event of which something else is said now: when or where it takes place, or who can come and how.
    pub other_event: Option<Date>,
    /// Everybody who helped and agreed to be named.
    pub named: Vec<String>,
}

impl ReviewStatus {
    /// Compares the records with today's texts. Records that are impossible or unclear count for nothing.
    pub fn of(library: &Library, work: &Work) -> Self {
        let none =
            Self { status: Status::NotTested, stale: BTreeMap::new(), other_event: None, named: Vec::new() };
        let (Some(easy), Some(review)) = (&work.easy_read, library.review(work)) else { return none };
        let known = Known::of(library, work, easy, library.today.latest(), Form::Keys);
        let records = known.good(review);
        let stale = stale_sections(library, work, easy, &records);
        let other_event = other_event(work, &records);
        let is_of_today = stale.is_empty() && other_event.is_none();
        let named = each_once(records.iter().flat_map(|record| record.may_be_named()));
        let is_read = |test: &[&Record]| judge::people(test) >= FEWEST_READERS;
        let (current, earlier) = tests(&records, &known);
        let last = |test: &[&Record]| test.iter().map(|record| record.date).max();
        let status = if !coverage::is_written(easy) {
            Status::NotTested
        } else if is_read(&current) && is_of_today {
            tested(&current)
        } else if is_read(&current) {
            changed_since(library, work, easy, &current, &stale)
        } else if let Some(date) = last(&current) {
            Status::Read { date, readers: judge::people(&current) }
        } else {
            let earlier = earlier.iter().filter(|test| is_read(test)).max_by_key(|test| last(test));
            earlier.map_or(Status::NotTested, |test| changed_since(library, work, easy, test, &stale))
        };
        Self { status, stale, other_event, named }
    }
}

/// The readers' records of today's words and pictures, and those of each earlier text together.
fn tests<'a>(records: &[&'a Record], known: &Known) -> (Vec<&'a Record>, Vec<Vec<&'a Record>>) {
    let readers = records.iter().copied().filter(|record| record.role == Role::Reader);
    let (current, others): (Vec<_>, Vec<_>) = readers.partition(|record| known.is_of_today(record));
    let mut earlier: Vec<Vec<&Record>> = Vec::new();
    for record in others {
        let same = |test: &&mut Vec<&Record>| {
            test.first().is_some_and(|first| known.are_of_same_text(first, record))
        };
        match earlier.iter_mut().find(same) {
            Some(test) => test.push(record),
            None => earlier.push(vec![record]),
        }
    }
    (current, earlier)
}

fn tested(test: &[&Record]) -> Status {
    let dates = || test.iter().map(|record| record.date);
    let all_named = test.iter().all(|record| record.consent != Consent::None);
    let named = test.iter().filter(|_| all_named).flat_map(|record| record.may_be_named());
    Status::Tested {
        first: dates().min().unwrap_or_default(),
        last: dates().max().unwrap_or_default(),
        readers: judge::people(test),
        named: each_once(named),
    }
}

/// What differs from what the readers of a test saw; `stale` are the sections that are known to explain something else.
fn changed_since(
    library: &Library,
    work: &Work,
    easy: &Document,
    test: &[&Record],
    stale: &BTreeMap<usize, Stale>,
) -> Status {
    let differs = |seen: fn(&Record) -> Option<&Digest>, now: Digests| {
        test.iter().find_map(|record| seen(record)).map(|seen| !now.hold(seen))
    };
    let words = differs(|record| record.words.as_ref(), words_digest(library, easy));
    let pictures = differs(|record| record.pictures.as_ref(), pictures_digest(library, easy));
    let text = differs(|record| Some(&record.text), easy_read_digest(library, easy)) == Some(true);
    let links = links_digest(easy);
    let links = test.iter().find_map(|record| record.links.as_ref()).is_some_and(|seen| *seen != links);
    let official = test
        .iter()
        .any(|record| record.paragraphs.keys().any(|id| !saw_paragraph(library, &work.official, record, id)));
    let (words, pictures) = match (words, pictures) {
        // Neither differs by itself: the pictures stand at other words.
        (Some(false), Some(false)) => (Some(false), Some(text)),
        known => known,
    };
    Status::ChangedSince {
        date: test.iter().map(|record| record.date).max().unwrap_or_default(),
        changed: Changed {
            words: words == Some(true),
            pictures: pictures == Some(true),
            links,
            either: text && words != Some(true) && pictures != Some(true),
            official: official || stale.values().any(|stale| !stale.changed.is_empty()),
            parts: stale.values().any(|stale| !stale.added.is_empty() || !stale.dropped.is_empty()),
            event: test.iter().any(|record| is_of_other_event(work, record)),
        },
    }
}

/// When a version was last compared with an event, where that was another one than today's.
fn other_event(work: &Work, records: &[&Record]) -> Option<Date> {
    let last = records.iter().filter(|record| record.event.is_some()).max_by_key(|record| record.date)?;
    is_of_other_event(work, last).then_some(last.date)
}

/// Whether a record tells of an event of which something else is said now.
fn is_of_other_event(work: &Work, record: &Record) -> bool {
    record.event.is_some() && record.event != event_digest(work)
}

/// Names without those that say again who was named.
fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let key =
        |name: &str| Some(judge::sign(name)).filter(|sign| !sign.is_empty()).unwrap_or_else(|| name.into());
    names.filter(|name| seen.insert(key(name))).collect()
}

/// The sections that stand otherwise to the official text than in the latest record that compared them with it.
fn stale_sections(
    library: &Library,
    work: &Work,
    easy: &Document,
    records: &[&Record],
) -> BTreeMap<usize, Stale> {
    let mut latest = records.to_vec();
    latest.sort_by_key(|record| record.date);
    latest.reverse();
    let compared = latest.iter().find(|record| !record.paragraphs.is_empty()).map(|record| record.date);
    let mut sections: BTreeMap<usize, Stale> = BTreeMap::new();
    for section in named_sections(easy) {
        // Records of other words, and those that do not tell what each section named, speak for a section only where no
        // record knows it.
        let known: Vec<(&Record, &Named)> = latest
            .iter()
            .filter_map(|record| {
                Some((*record, section.words.each().find_map(|words| record.sections.get(words))?))
            })
            .collect();
        let mut stale = Stale::default();
        for (id, does) in section.named.each() {
            let names = |named: &Named| named.each().any(|one| one == (id, does));
            let mut records: Vec<&Record> = latest.clone();
            if !known.is_empty() {
                records = known.iter().filter(|(_, named)| names(named)).map(|(record, _)| *record).collect();
            }
            let seen = records.iter().find(|record| record.paragraphs.contains_key(id));
            let (date, list) = match (seen, compared) {
                (Some(record), _) if saw_paragraph(library, &work.official, record, id) => continue,
                (Some(record), _) => (record.date, &mut stale.changed),
                (None, Some(compared)) if work.official.part(id).is_some() => (compared, &mut stale.added),
                (None, _) => continue,
            };
            list.push(id.into());
            stale.date = date.max(stale.date);
        }
        if let Some((last, before)) = known.first() {
            let now: BTreeSet<_> = section.named.each().collect();
            stale.dropped = before.each().filter(|one| !now.contains(one)).map(|(id, _)| id.into()).collect();
            if !stale.dropped.is_empty() {
                stale.date = last.date.max(stale.date);
            }
        }
        if [&stale.changed, &stale.added, &stale.dropped].iter().any(|list| !list.is_empty()) {
            sections.insert(section.index, stale);
        }
    }
    sections
}

/// Whether an official paragraph is as it was when a record was made, with its pictures as far as the record tells.
fn saw_paragraph(library: &Library, official: &Document, record: &Record, id: &str) -> bool {
    let words = paragraph_digest(official, id);
    let same_words = record.paragraphs.get(id).is_some_and(|seen| words.is_some_and(|now| now.hold(seen)));
    let pictures = record.official_pictures.get(id);
    same_words && pictures.is_none_or(|seen| paragraph_pictures(library, official, id).as_ref() == Some(seen))
}

/// A section with words and the official paragraphs it names.
struct NamedSection {
    index: usize,
    words: Digests,
    named: Named,
}

fn named_sections(easy: &Document) -> impl Iterator<Item = NamedSection> {
    let sections = coverage::sections(easy).iter().enumerate();
    let written = sections.filter(|(index, _)| coverage::has_words(easy, *index));
    let ids = |parts: &[PartReference]| parts.iter().map(|part| part.id.to_string()).collect();
    written.map(move |(index, section)| NamedSection {
        index,
        words: section_digest(easy, section),
        named: Named { covers: ids(&section.covers), sums_up: ids(&section.sums_up) },
    })
}
