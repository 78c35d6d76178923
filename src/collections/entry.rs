//! The facts of an entry, read by the shape of its collection.
//!
//! In: the texts of the entry, and the shape. Out: the values of each field, with a finding for each that is missing, wrong or in the wrong
//! file. The text in the main language holds the facts; those in other languages hold words alone.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::field::Field;
use super::shape::Shape;
use super::value::{Reading, Value};
use super::{Ended, Facts, Reason, Standing, parties};
use crate::content::Role;
use crate::day::Today;
use crate::document::Document;
use crate::finding::Finding;
use crate::front_matter::{at_error, check_fields, key_place, yaml_of};

/// The name of what is wrong where a field has no value.
pub const MISSING: &str = "collection/missing-field";

/// The name of what is wrong where facts stand in another file.
pub const ELSEWHERE: &str = "collection/facts-elsewhere";

/// What an entry says in its fields.
pub struct Read {
    /// The values; of a field of which any is wrong none.
    pub facts: Facts,
    /// Whether all of it is right.
    pub is_whole: bool,
    /// Those who must agree; none where they cannot be known.
    pub parties: Option<Vec<Value>>,
    /// What is wrong in the field of those who must agree.
    pub of_parties: Vec<Finding>,
}

/// The text that holds the facts, and those that hold words alone. The texts stand in their order.
pub fn main_and_others<'t>(
    texts: &'t [(Role, &'t Arc<Document>)],
) -> (Option<&'t Arc<Document>>, impl Iterator<Item = (Role, &'t Arc<Document>)>) {
    let main = texts.iter().position(|(role, _)| *role == Role::Official);
    let others = texts.iter().enumerate().filter(move |(at, _)| Some(*at) != main);
    (main.and_then(|at| texts.get(at)).map(|(_, text)| *text), others.map(|(_, (role, text))| (*role, *text)))
}

/// Reads the facts; `None` where there is no text for them.
pub fn read(texts: &[(Role, &Arc<Document>)], shape: &Shape, findings: &mut Vec<Finding>) -> Option<Read> {
    let (main, others) = main_and_others(texts);
    let main = main?;
    let before = findings.len();
    check_keys(main, shape, findings);
    let mut of_parties = Vec::new();
    let (facts, wrong) = values(main, shape, findings, &mut of_parties);
    let is_missing = |(field, values): &(&Field, &Vec<Value>)| field.required && values.is_empty();
    for (field, _) in shape.fields.iter().zip(&facts.0).filter(is_missing) {
        // A value that is wrong is told already.
        let is_told = main.front.fields.iter().any(|name| **name == *field.name)
            && findings.len() + of_parties.len() > before;
        if !is_told {
            let place = key_place(&main.source, &field.name);
            let message = format!("“{}” is missing", field.name);
            let wanted = match main.source.is_derived() {
                true => format!("Write it under “{}”", field.name),
                false => format!("Add a line that begins with “{}: ”", field.name),
            };
            let help = format!("{wanted}; {} says what it may be.", shape.source.path());
            findings.push(Finding::error(MISSING, &main.source, place, message).help(help));
        }
    }
    let is_whole = findings.len() == before && of_parties.is_empty();
    let of_field = match shape.consent_of {
        None => Some(Vec::new()),
        Some(field) => {
            Some(facts.of(field).to_vec()).filter(|named| !wrong.contains(&field) && !named.is_empty())
        }
    };
    let beside = parties::named(&main.front.consent_of).ok();
    let parties = of_field.zip(beside).map(|(of_field, beside)| [of_field, beside].concat());
    for text in others.filter(|(role, _)| *role == Role::Official).map(|(_, text)| text) {
        check_keys(text, shape, findings);
        let is_field = |name: &&String| shape.keys().any(|key| *key == ***name);
        for name in text.front.fields.iter().filter(is_field) {
            let message = format!("“{name}” is the same in every language");
            let help = format!("Write it in {} alone.", main.source.path());
            let place = key_place(&text.source, name);
            findings.push(Finding::error(ELSEWHERE, &text.source, place, message).help(help));
        }
        for key in keys_of_consent(text) {
            let message =
                "a consent counts where the facts of the entry stand, and here it counts for nothing";
            let help = format!("Write it in {} alone.", main.source.path());
            let place = key_place(&text.source, key);
            let finding = Finding::error(ELSEWHERE, &text.source, place, message).help(help);
            findings.push(finding.unquoted());
        }
    }
    Some(Read { facts, is_whole, parties, of_parties })
}

/// Finds keys that are neither those of every entry nor fields of this collection, and a text that is no entry.
fn check_keys(text: &Document, shape: &Shape, findings: &mut Vec<Finding>) {
    let kind = text.front.kind;
    if kind.has_fields() {
        let fields: Vec<&str> = shape.keys().collect();
        check_fields(&text.source, &text.front, &fields, findings);
    } else if !text.front.title.is_empty() {
        // One whose front matter cannot be read names no kind, and is told otherwise.
        let place = key_place(&text.source, "kind");
        let message =
            format!("a text in a collection is an entry, and this is of the kind “{}”", kind.name());
        let help = "Write “kind: entry”, or move the text out of the folder of the collection.";
        findings.push(Finding::error("collection/not-an-entry", &text.source, place, message).help(help));
    }
}

/// The values of each field, and the fields of which any is wrong: what is wrong is found, and the field read as one without values.
fn values(
    text: &Document,
    shape: &Shape,
    findings: &mut Vec<Finding>,
    of_parties: &mut Vec<Finding>,
) -> (Facts, HashSet<usize>) {
    let yaml = yaml_of(&text.source);
    let mut wrong = HashSet::new();
    loop {
        let mut reading = FactsReading { shape, skipped: &wrong, at: None };
        let read = reading.read(text.source.slice(yaml));
        let (Err(error), Some(at)) = (&read, reading.at) else {
            return (read.unwrap_or_else(|_| empty(shape)), wrong);
        };
        let finding = at_error("collection/wrong-value", &text.source, yaml, error);
        let help = match finding.help.is_empty() || finding.help.starts_with("Write it as") {
            true => format!("{} says what it may be.", shape.source.path()),
            false => finding.help.to_string(),
        };
        let told = if shape.consent_of == Some(at) { &mut *of_parties } else { &mut *findings };
        let bare = shape_says(shape, at);
        told.push(finding.help(help).bare(bare));
        wrong.insert(at);
    }
}

/// What the shape wants of a field, which quotes nothing of an entry.
fn shape_says(shape: &Shape, field: usize) -> String {
    let field = shape.fields.get(field);
    field.map(|field| format!("“{}” must be {}.", field.name, field.values.wanted())).unwrap_or_default()
}

fn empty(shape: &Shape) -> Facts {
    Facts(vec![Vec::new(); shape.fields.len()])
}

/// Reads the front matter once; where a value is wrong, `at` says of which field.
struct FactsReading<'s> {
    shape: &'s Shape,
    skipped: &'s HashSet<usize>,
    at: Option<usize>,
}

impl FactsReading<'_> {
    fn read(&mut self, yaml: &str) -> Result<Facts, serde_yaml::Error> {
        self.deserialize(serde_yaml::Deserializer::from_str(yaml))
    }
}

impl<'de> DeserializeSeed<'de> for &mut FactsReading<'_> {
    type Value = Facts;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Facts, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut FactsReading<'_> {
    type Value = Facts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys with values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
        let mut facts = empty(self.shape);
        while let Some(key) = map.next_key::<String>()? {
            let of_field = self.shape.fields.iter().position(|field| *field.name == *key);
            match of_field.filter(|at| !self.skipped.contains(at)) {
                Some(at) => {
                    self.at = Some(at);
                    facts.0[at] = map.next_value_seed(Reading(&self.shape.fields[at]))?;
                    self.at = None;
                }
                None => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(facts)
    }
}

/// Finds consents of a day to come, those that end before they begin, and those of nobody. Nothing is quoted.
pub fn check_consents(texts: &[(Role, &Arc<Document>)], today: Today, findings: &mut Vec<Finding>) {
    for (_, text) in texts {
        for consent in &text.front.consent {
            let (message, help) = if today.is_to_come(consent.date) {
                (
                    "a consent is of a day to come, so it counts for nothing",
                    "Write the day on which they agreed.",
                )
            } else if consent.until.is_some_and(|until| until < consent.date) {
                ("a consent ends before it begins", "Write after “until:” the last day on which it holds.")
            } else if parties::is_small_code(consent.by.trim()) {
                let help = "Write the code of a State in capital letters, such as “by: VN”: in small ones it names nobody who must agree.";
                ("after “by:” stands the code of a State in small letters", help)
            } else if consent.by.trim().is_empty() {
                let help = "Write after “by:” who agreed: a State's code, an organisation, a person's role.";
                ("nobody is named who agreed", help)
            } else {
                continue;
            };
            findings.push(wrong_consent(text, "consent", message, help));
        }
        if let Err((message, help)) = parties::named(&text.front.consent_of) {
            findings.push(wrong_consent(text, "consent-of", message, help));
        }
    }
}

/// Whether a text says anything of consent.
pub fn speaks_of_consent(text: &Document) -> bool {
    keys_of_consent(text).next().is_some()
}

/// The keys by which it does.
fn keys_of_consent(text: &Document) -> impl Iterator<Item = &'static str> {
    let front = &text.front;
    let said = [("consent", !front.consent.is_empty()), ("consent-of", !front.consent_of.is_empty())];
    said.into_iter().filter(|(_, is_said)| *is_said).map(|(key, _)| key)
}

/// Finds a consent that counts for nothing: outside of a collection everything is published.
pub fn consent_outside(text: &Document) -> Option<Finding> {
    let message = "a consent counts in a collection alone, and this folder stands in none";
    let help =
        "Move the text into the folder of a collection, or take it out: what stands here is published.";
    keys_of_consent(text).next().map(|key| wrong_consent(text, key, message, help))
}

fn wrong_consent(text: &Document, key: &str, message: &str, help: &str) -> Finding {
    let place = key_place(&text.source, key);
    Finding::error("collection/consent", &text.source, place, message).help(help).unquoted()
}

/// Notes an entry that is not published, or not as a whole; nothing of it is quoted.
pub fn left_out(texts: &[(Role, &Arc<Document>)], standing: Standing) -> Option<Finding> {
    let (_, text) = texts.first()?;
    let message = match standing {
        Standing::Public => return None,
        Standing::Counted => "this entry is counted and not shown, as its consent says".to_owned(),
        Standing::Withdrawn(day, Ended::Over) => {
            format!("this entry is withdrawn: its consent ended on {day}")
        }
        Standing::Withdrawn(day, Ended::TakenBack) => {
            format!("this entry is withdrawn: its consent was taken back on {day}")
        }
        Standing::Withheld(Reason::Missing) => {
            "this entry is not published: not everybody agreed to it who must".to_owned()
        }
        Standing::Withheld(Reason::Refused) => {
            "this entry is not published: somebody did not agree to it".to_owned()
        }
        Standing::Withheld(Reason::Unclear) => {
            "this entry is not published: who agreed to it cannot be known".to_owned()
        }
    };
    let finding =
        Finding::note("collection/withheld", &text.source, key_place(&text.source, "consent"), message);
    Some(finding.help("Where they agree, write it under “consent”.").unquoted())
}
