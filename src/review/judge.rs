//! Whether a record is possible, and whether it can be understood in one way only.
//!
//! In: a record, the records above it, and what is known of the text. Out: what is wrong with it, and what to write
//! instead; the command refuses such a record, a file with one has a finding, and it counts for nothing. Times of files
//! decide nothing. How many people read a text is what the records say at least: who is named twice is one person, and
//! who is not named may be anybody unless the record says otherwise.

use std::collections::BTreeSet;

use icu_normalizer::ComposingNormalizerBorrowed;
use jiff::civil::Date;

use super::{Digests, easy_read_digest, links_digest, words_digest};
use crate::count::is_or_are;
use crate::digest::Digest;
use crate::document::Document;
use crate::finding::Finding;
use crate::hidden::{is_hidden, visible};
use crate::library::{Library, Work};
use crate::records::{BAD_RECORD, Consent, People, Record, Review, Role};
use crate::source::Span;
use crate::yaml::places;

/// What is known of the text that was read.
#[derive(Debug)]
pub struct Known {
    /// No reading can have a later day.
    pub today: Date,
    /// What the text says and shows today; none where there is no text.
    pub text: Option<Current>,
    /// The day before which the text did not exist, and the file that gives it.
    pub since: Option<(Date, Box<str>)>,
    /// In which form the help says what to write.
    pub form: Form,
}

/// What a text says and shows today.
#[derive(Debug)]
pub struct Current {
    /// Its words and pictures.
    text: Digests,
    /// Its words with those beside them.
    words: Digests,
    /// Where its links lead.
    links: Digest,
}

/// In which form the help says what to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As options of the command line.
    Options,
    /// As keys of the file.
    Keys,
}

/// Why a record is refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The key of the record that is wrong.
    pub key: &'static str,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl Known {
    /// What is known of the easy-read version of a work.
    pub fn of(library: &Library, work: &Work, easy: &Document, today: Date, form: Form) -> Self {
        let dated = |document: &Document| Some((document.front.date?, document.source.path().into()));
        // A translation without a date is of a document that may have one.
        let of_any = || library.works_of(&work.slug).iter().filter_map(|work| dated(&work.official)).min();
        let official = dated(&work.official).or_else(of_any);
        let since = dated(easy).max(official);
        let text = Some(Current {
            text: easy_read_digest(library, easy),
            words: words_digest(library, easy),
            links: links_digest(easy),
        });
        Self { today, text, since, form }
    }

    /// What is known where there is no text.
    pub fn nothing(today: Date) -> Self {
        Self { today, text: None, since: None, form: Form::Keys }
    }

    /// What is wrong with a record that stands below others.
    pub fn trouble(&self, record: &Record, above: &[&Record]) -> Option<Trouble> {
        self.of_consent(record)
            .or_else(|| Self::of_characters(record))
            .or_else(|| self.of_date(record))
            .or_else(|| self.of_people(record, above))
    }

    /// The records that are possible and clear.
    pub fn good<'a>(&self, review: &'a Review) -> Vec<&'a Record> {
        let mut good = Vec::with_capacity(review.records().len());
        for record in review.records() {
            if self.trouble(record, &good).is_none() {
                good.push(record);
            }
        }
        good
    }

    /// What is wrong with the others, each at its place.
    pub fn findings(&self, review: &Review, findings: &mut Vec<Finding>) {
        let source = review.source();
        let places = places::entries(source);
        let mut good = Vec::new();
        for (at, record) in review.records().iter().enumerate() {
            let Some(trouble) = self.trouble(record, &good) else {
                good.push(record);
                continue;
            };
            let place = places.get(at).filter(|_| places.len() == review.records().len());
            let place = place.map_or(Span::point(0), |place| places::value(source, *place, trouble.key));
            findings.push(Finding::error(BAD_RECORD, source, place, trouble.message).help(trouble.help));
        }
    }

    /// Whether a record is one of today's words, pictures and links, as far as it tells.
    pub fn is_of_today(&self, record: &Record) -> bool {
        let Some(Current { text, words, links }) = &self.text else { return false };
        text.hold(&record.text)
            && record.words.as_ref().is_none_or(|seen| words.hold(seen))
            && record.links.as_ref().is_none_or(|seen| seen == links)
    }

    /// Whether two records are of the same words, pictures and links, as far as they tell.
    pub fn are_of_same_text(&self, one: &Record, other: &Record) -> bool {
        let same = |one: &Option<Digest>, other: &Option<Digest>| match (one, other) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        self.is_of_today(one) && self.is_of_today(other)
            || one.text == other.text && same(&one.words, &other.words) && same(&one.links, &other.links)
    }

    fn write(&self, key: &str, value: &str) -> String {
        match (self.form, key) {
            (Form::Options, "names") => format!("“--name {value}”"),
            (Form::Options, _) => format!("“--{key} {value}”"),
            (Form::Keys, "names") => format!("“names: [{value}]”"),
            (Form::Keys, _) => format!("“{key}: {value}”"),
        }
    }

    /// Whether it says who they are as they agreed to.
    fn of_consent(&self, record: &Record) -> Option<Trouble> {
        let trouble = |key, message: String, help| Some(Trouble { key, message, help });
        let Record { readers, names, group, consent, .. } = record;
        let (given, group) = (names.len(), group.as_deref().map(str::trim));
        let blank = names.iter().any(|name| sign(name).is_empty());
        let by_name = self.write("consent", "names");
        match consent {
            _ if *readers == 0 => trouble(
                "readers",
                "nobody read the text".into(),
                "Give the number of readers, at least 1.".into(),
            ),
            Consent::Group if group.is_none_or(str::is_empty) => trouble(
                "consent",
                "they agreed to have the name of their group printed, but it is missing".into(),
                format!("Add {}.", self.write("group", "NAME")),
            ),
            Consent::Names if given == 0 || blank => trouble(
                if given == 0 { "consent" } else { "names" },
                "they agreed to have their names printed, but a name is missing".into(),
                format!("Add {} for each person; initials will do.", self.write("names", "NAME")),
            ),
            Consent::Names if given as u64 != u64::from(*readers) => trouble(
                "readers",
                format!("{readers} read the text, but {given} {} named", is_or_are(given)),
                format!(
                    "Name each of them; initials will do. Where some do not want to be named, make one record of those who \
                     do, and one of the others with {} and {}.",
                    self.write("consent", "none"),
                    self.write("people", "new"),
                ),
            ),
            Consent::Names if names.iter().any(|name| is_of_several(name)) => {
                let several = names.iter().find(|name| is_of_several(name))?;
                trouble(
                    "names",
                    format!("“{several}” may be one person or several"),
                    format!(
                        "Give each person a name of their own, as {} does; a family name stands without a comma.",
                        self.write("names", "NAME")
                    ),
                )
            }
            Consent::Names => {
                let mut seen = BTreeSet::new();
                let twice = names.iter().find(|name| !seen.insert(sign(name)))?;
                trouble(
                    "names",
                    format!("“{twice}” is named twice"),
                    "Name each person once. Where two have the same name, add what tells them apart.".into(),
                )
            }
            Consent::None | Consent::Group if given > 0 => trouble(
                "names",
                "there are names that nobody agreed to have printed".into(),
                format!(
                    "Leave them out: this file goes where the texts go. Write {by_name} if each of them agreed."
                ),
            ),
            Consent::None if group.is_some() => trouble(
                "group",
                "there is the name of a group that did not agree to have it printed".into(),
                format!("Leave it out, or write {} if they agreed.", self.write("consent", "group")),
            ),
            Consent::None | Consent::Group => None,
        }
    }

    /// Whether a name or a remark holds characters that nobody sees.
    fn of_characters(record: &Record) -> Option<Trouble> {
        let written = record.names.iter().map(|name| ("names", name));
        let written = written.chain(record.group.iter().map(|group| ("group", group)));
        let mut written = written.chain(record.remarks.iter().map(|remarks| ("remarks", remarks)));
        // In remarks stand sentences, and some writings part words by what is not seen.
        let is_of_sentences = |c| matches!(c, '\u{200b}' | '\u{ad}');
        let is_hidden = |key: &str, c: char| match key {
            "remarks" => is_hidden(c) && !is_of_sentences(c),
            _ => is_hidden(c) || c.is_control(),
        };
        let (key, words) = written.find(|(key, words)| words.contains(|c| is_hidden(key, c)))?;
        Some(Trouble {
            key,
            message: format!("“{}” holds a character that is not seen", visible(words).replace('\n', " ")),
            help: "Write it again without that character.".into(),
        })
    }

    /// Whether the text could be read on that day.
    fn of_date(&self, record: &Record) -> Option<Trouble> {
        let trouble = |message, help: &str| Some(Trouble { key: "date", message, help: help.into() });
        let date = record.date;
        if date > self.today {
            return trouble(format!("{date} has not come yet"), "Give the day on which they read the text.");
        }
        // A record of other words is one of an earlier text, whose date nobody knows any more.
        let (since, file) = self.since.as_ref().filter(|_| self.is_of_today(record))?;
        if date >= *since {
            return None;
        }
        trouble(
            format!("on {date} these words could not be read: {file} is of {since}"),
            "Give the day on which they read the text, or mend “date:” in that file.",
        )
    }

    /// Whether it is known if its readers are those of records above it: nobody is counted twice.
    fn of_people(&self, record: &Record, above: &[&Record]) -> Option<Trouble> {
        let same = |other: &&&Record| other.role == Role::Reader && self.are_of_same_text(other, record);
        let is_first = !above.iter().any(|other| other.role == Role::Reader);
        if record.role == Role::Reader && record.people == Some(People::Known) && is_first {
            return Some(Trouble {
                key: "people",
                message: "there is no record above that these readers could be in".into(),
                help: format!("Leave out {}.", self.write("people", "known")),
            });
        }
        let mut above = above.iter().filter(same).peekable();
        if record.role != Role::Reader || above.peek().is_none() {
            return None;
        }
        let (new, known) = (self.write("people", "new"), self.write("people", "known"));
        match record.people {
            Some(People::Known) => None,
            Some(People::New) => {
                let before: BTreeSet<String> = above.flat_map(|other| signs(other)).collect();
                let name = record.names.iter().find(|name| before.contains(&sign(name)))?;
                Some(Trouble {
                    key: "people",
                    message: format!("“{name}” is in a record above, so not all of these readers are new"),
                    help: format!(
                        "Write {known}, or make one record of those who are new and one of the others."
                    ),
                })
            }
            None => {
                let other = match record.consent {
                    Consent::Names => above.find(|other| other.consent != Consent::Names)?,
                    Consent::None | Consent::Group => above.next()?,
                };
                Some(Trouble {
                    key: "readers",
                    message: format!("these readers may be those of the record of {} above", other.date),
                    help: format!(
                        "Write {new} if none of them is in a record above, {known} if some or all are. Where each record \
                         names all its readers, that says it too; initials will do."
                    ),
                })
            }
        }
    }
}

/// How many people these records speak of at least, in the order of the file.
pub fn people(records: &[&Record]) -> u32 {
    let mut named = BTreeSet::new();
    records.iter().fold(0, |before: u32, record| {
        named.extend(signs(record));
        match record.people {
            Some(People::New) => before.saturating_add(record.readers),
            _ => before.max(record.readers).max(u32::try_from(named.len()).unwrap_or(u32::MAX)),
        }
    })
}

fn signs(record: &Record) -> impl Iterator<Item = String> {
    record.names.iter().map(|name| sign(name))
}

/// Whether what stands as one name looks like a list of names.
fn is_of_several(name: &str) -> bool {
    name.contains(['、', '，', ',', '；', ';', '/', '／', '&', '＆']) || name.to_lowercase().contains(" and ")
}

/// What distinguishes one name from another: its letters and digits, however wide or composed they are written.
pub fn sign(name: &str) -> String {
    let name = ComposingNormalizerBorrowed::new_nfkc().normalize(name);
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
