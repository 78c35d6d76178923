//! Notes and the marks that lead to them.
//!
//! In: the text of the body. Out: which places are marks, which lines begin a note, and which mark leads to
//! which note. A raised digit or a bare number counts as a mark only where a note with its number exists.

mod definition;
mod raised;
mod signs;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use regex::Regex;

use crate::import::passage::Passage;
use crate::import::unsure::Unsure;
use crate::languages::ResolutionPatterns;
use crate::source::slice;

pub use definition::{Line, Standing};
use raised::{Form, Power, Raised};
pub use signs::{Beginning, Signs, is_signed};

/// A note that was found.
#[derive(Debug)]
pub struct FoundNote {
    /// The number in the source.
    pub number: String,
    /// The mark the note begins with.
    pub mark: Range<usize>,
    /// How that mark is written.
    form: Form,
    /// The glued number that leads to it, where the mark is one.
    glued: Option<Range<usize>>,
    /// What it says.
    pub passage: Passage,
}

/// A mark in the text with the note it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteMark {
    /// Where it stands in the source.
    pub range: Range<usize>,
    /// Which note, counted from 0.
    pub note: usize,
}

/// All places in the body that look like marks.
#[derive(Debug)]
pub struct Candidates {
    /// Raised digits and numbers in square brackets.
    raised: Vec<Raised>,
    /// Where each raised number stands.
    raised_at: HashMap<String, Vec<usize>>,
    /// The same, but for powers.
    sure_at: HashMap<String, Vec<usize>>,
    /// The glued numbers that may be powers, as in m2, or parts of a formula or a name, as in CO2.
    powers: HashSet<usize>,
    /// Where each number glued to a word stands.
    glued: HashMap<String, Vec<usize>>,
    /// Where each number stands between a word and the next.
    loose: HashMap<String, Vec<usize>>,
    /// Where each number stands behind another number.
    numbered: HashMap<String, Vec<usize>>,
    /// The glued numbers that stand behind a mark of the sentence, where no other number does.
    bare: Vec<Range<usize>>,
    /// Marks of other forms.
    pub signs: Signs,
    /// How many notes with a number were found.
    defined: HashMap<String, usize>,
    /// The number of the last note.
    last: u32,
    /// Marks before this place are used up.
    glued_until: usize,
    /// Marks that were chosen among several.
    doubtful: Vec<Range<usize>>,
}

impl Candidates {
    /// Looks through the body of a text.
    pub fn find(text: &str, body: Range<usize>, rules: &ResolutionPatterns) -> Self {
        let mut raised = Vec::new();
        let mut raised_at: HashMap<String, Vec<usize>> = HashMap::new();
        let mut sure_at: HashMap<String, Vec<usize>> = HashMap::new();
        for found in rules.notes.mark.find_iter(slice(text, body.clone())) {
            let range = body.start + found.start()..body.start + found.end();
            let (number, form) = (number(found.as_str()), Form::of(found.as_str()));
            let power = Power::of(slice(text, ..range.start), form, rules);
            raised_at.entry(number.clone()).or_default().push(range.start);
            if power == Power::No {
                sure_at.entry(number.clone()).or_default().push(range.start);
            }
            raised.push(Raised { range, number, form, power });
        }
        let bare = numbers(&rules.notes.unread_mark, (text, &body), rules);
        let by_number = |pattern| {
            let mut places: HashMap<String, Vec<usize>> = HashMap::new();
            for range in numbers(pattern, (text, &body), rules) {
                if is_raised(&raised, range.start) {
                    continue;
                }
                places.entry(number(slice(text, range.clone()))).or_default().push(range.start);
            }
            places
        };
        let glued = by_number(&rules.notes.glued_mark);
        let loose = by_number(&rules.notes.loose_mark);
        let is_power = |at: &usize| {
            let before = slice(text, ..*at);
            before.ends_with(|c: char| c.is_ascii_uppercase())
                || Power::of(before, Form::Plain, rules) != Power::No
        };
        let powers = glued.values().chain(loose.values()).flatten().copied().filter(is_power).collect();
        let numbered = by_number(&rules.notes.numbered_mark);
        Self {
            raised,
            raised_at,
            sure_at,
            powers,
            glued,
            loose,
            numbered,
            bare,
            signs: Signs::find(text),
            defined: HashMap::new(),
            last: 0,
            glued_until: body.start,
            doubtful: Vec::new(),
        }
    }

    /// The marks that may be wrong, and those that lead nowhere.
    pub fn unsure(&self, notes: &[FoundNote], marks: &[NoteMark]) -> Vec<Unsure> {
        let doubtful = self.doubtful.iter().cloned().map(|range| {
            Unsure::note(range, "this number may be the mark of a note, or another one of the same number is")
        });
        let used: HashSet<usize> = marks
            .iter()
            .map(|mark| mark.range.start)
            .chain(notes.iter().map(|note| note.mark.start))
            .collect();
        let leads = self.leads(notes);
        let raised = leads.iter().filter_map(|Led { raised, note, is_sure }| {
            let why = match note {
                Some(_) if !is_sure => {
                    "this number may be the mark of a note, or a power or a part of a formula"
                }
                Some(_) if used.contains(&raised.range.start) => return None,
                None if raised.power == Power::Unit => return None,
                _ => "this looks like the mark of a note, and no note of its number was found",
            };
            Some(Unsure::note(raised.range.clone(), why))
        });
        let bare = self.bare.iter().filter(|place| !used.contains(&place.start)).map(|range| {
            Unsure::note(
                range.clone(),
                "this number may be the mark of a note, and no note of its number was found",
            )
        });
        let again = self.again(notes, &used);
        doubtful.chain(raised).chain(bare).chain(again).chain(disordered(marks)).collect()
    }

    /// The bare numbers behind words that lead to nothing, where a note has their number: a note may have two marks.
    fn again<'a>(
        &'a self,
        notes: &'a [FoundNote],
        used: &'a HashSet<usize>,
    ) -> impl Iterator<Item = Unsure> + 'a {
        let numbers: HashSet<&str> = notes.iter().map(|note| &*note.number).collect();
        let places = self.glued.iter().chain(&self.loose);
        let places = places.filter(move |(number, _)| numbers.contains(number.as_str()));
        let places = places.flat_map(|(_, places)| places.iter().copied());
        let why = "this number may be the mark of a note: a note has its number";
        places
            .filter(move |at| !used.contains(at) && !self.powers.contains(at))
            .map(move |at| Unsure::note(at..at, why))
    }

    /// Leads each mark to its note. A number that may be no mark is one only where no other leads to the note.
    pub fn resolve(&self, notes: &[FoundNote]) -> Vec<NoteMark> {
        let leads = self.leads(notes);
        let surely: HashSet<usize> =
            leads.iter().filter(|led| led.is_sure).filter_map(|led| led.note).collect();
        let raised = leads.into_iter().filter_map(|Led { raised, note, is_sure }| {
            let note = note.filter(|note| is_sure || !surely.contains(note))?;
            notes[note].glued.is_none().then(|| NoteMark { range: raised.range.clone(), note })
        });
        let glued = notes
            .iter()
            .enumerate()
            .filter_map(|(note, found)| Some(NoteMark { range: found.glued.clone()?, note }));
        let mut marks: Vec<_> = raised.chain(glued).collect();
        marks.sort_by_key(|mark| mark.range.start);
        marks
    }

    /// Which note each raised number leads to: the next one with its number, or else the last.
    fn leads(&self, notes: &[FoundNote]) -> Vec<Led<'_>> {
        let mut by_number: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, note) in notes.iter().enumerate() {
            by_number.entry(&note.number).or_default().push(at);
        }
        let own: HashSet<usize> = notes.iter().map(|note| note.mark.start).collect();
        let marks = self.raised.iter().filter(|raised| !own.contains(&raised.range.start));
        let leads = marks.map(|raised| {
            let Raised { range, number, form, power } = raised;
            let note = by_number.get(number.as_str()).and_then(|numbered| {
                let next = numbered.partition_point(|&at| notes[at].mark.start < range.start);
                numbered.get(next).or(numbered.last()).copied()
            });
            let is_sure =
                *power == Power::No && note.is_none_or(|note| !form.may_be_other_than(notes[note].form));
            Led { raised, note, is_sure }
        });
        leads.collect()
    }
}

/// Whether a place lies in one of the raised numbers, which stand in order.
fn is_raised(raised: &[Raised], place: usize) -> bool {
    let next = raised.partition_point(|raised| raised.range.end <= place);
    raised.get(next).is_some_and(|raised| raised.range.start <= place)
}

/// Marks that stand before the mark of an earlier note: pages count notes as their marks come.
fn disordered(marks: &[NoteMark]) -> impl Iterator<Item = Unsure> + '_ {
    let mut seen = HashSet::new();
    let mut last = 0;
    let after = marks.iter().filter(move |mark| {
        let is_after = seen.insert(mark.note) && mark.note < last;
        last = last.max(mark.note);
        is_after
    });
    let why = "this mark stands after the mark of a later note, and pages count notes as their marks come";
    after.map(move |mark| Unsure::note(mark.range.clone(), why))
}

/// A raised number and where it leads.
struct Led<'a> {
    raised: &'a Raised,
    note: Option<usize>,
    /// Whether it is nothing but the mark of a note.
    is_sure: bool,
}

/// How many characters after a number say what it counts.
const LONGEST_COUNTED: usize = 32;

/// Whether a text ends with a number that is the name of something: “附件2”, “Annex I”.
fn is_named(before: &str, rules: &ResolutionPatterns) -> bool {
    let start = before.char_indices().rev().nth(LONGEST_COUNTED - 1).map_or(0, |(at, _)| at);
    rules.notes.named.is_match(slice(before, start..))
}

/// The numbers that a pattern finds in the body, and that count and name nothing.
fn numbers(
    pattern: &Regex,
    (text, body): (&str, &Range<usize>),
    rules: &ResolutionPatterns,
) -> Vec<Range<usize>> {
    let found = pattern.captures_iter(slice(text, body.clone()));
    found
        .filter_map(|found| Some(found.name("number")?.range()))
        .map(|range| body.start + range.start..body.start + range.end)
        .filter(|range| {
            // The words that say what is counted are few and short.
            let after = slice(text, range.end..body.end);
            let end = after.char_indices().nth(LONGEST_COUNTED).map_or(after.len(), |(at, _)| at);
            let mut next = after.chars();
            let is_decimal = next.next().is_some_and(|mark| matches!(mark, '.' | '．' | ':' | '：' | '/'))
                && next.next().is_some_and(|digit| digit.is_ascii_digit());
            !is_decimal
                && !is_named(slice(text, body.start..range.end), rules)
                && !rules.notes.counted.is_match(slice(after, ..end))
        })
        .collect()
}

/// The number in a mark, in ordinary digits.
fn number(mark: &str) -> String {
    let digit = |c: char| {
        let forms = ["⁰¹²³⁴⁵⁶⁷⁸⁹", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];
        let other = || forms.iter().find_map(|form| form.chars().position(|digit| digit == c));
        c.to_digit(10)
            .or_else(|| other().map(|digit| digit as u32))
            .and_then(|digit| char::from_digit(digit, 10))
    };
    mark.chars().filter_map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_form_have_a_number() {
        for (mark, want) in
            [("¹", "1"), ("¹²", "12"), ("<sup> 3 </sup>", "3"), ("[^4]:", "4"), ("〔５〕", "5"), ("[٦]", "6")]
        {
            assert_eq!(number(mark), want);
        }
    }
}
