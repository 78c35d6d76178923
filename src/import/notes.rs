//! Notes and the marks that lead to them.
//!
//! In: the text of the body. Out: which places are marks, which lines begin a note, and which mark leads to
//! which note. A raised digit or a bare number counts as a mark only where a note with its number exists.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use regex::Regex;

use super::passage::Passage;
use super::unsure::Unsure;
use crate::languages::ResolutionPatterns;
use crate::source::slice;

/// How many numbers before a note are looked at for its mark.
const MOST_MARKS: usize = 16;

/// A note.
#[derive(Debug)]
pub struct Note {
    /// The number in the source.
    pub number: String,
    /// The mark the note begins with.
    pub mark: Range<usize>,
    /// The glued number that leads to it, where the mark is one.
    glued: Option<Range<usize>>,
    /// What it says.
    pub passage: Passage,
}

/// A mark in the text with the note it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands in the source.
    pub range: Range<usize>,
    /// Which note, counted from 0.
    pub note: usize,
}

/// The beginning of a note.
#[derive(Debug)]
pub struct Definition {
    number: String,
    mark: Range<usize>,
    glued: Option<Range<usize>>,
    /// What follows the mark on the line.
    pub rest: Range<usize>,
}

impl Definition {
    /// The note, with nothing in it yet but this line.
    pub fn note(self, text: &str) -> Note {
        let Definition { number, mark, glued, rest } = self;
        Note { number, mark, glued, passage: Passage::line(text, rest) }
    }
}

/// How a line stands to the text before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It continues a sentence: no note begins here.
    Bound,
    /// A rule parts it from the text.
    Ruled,
    /// It follows at once after a whole paragraph or a note.
    Close,
    /// A gap or an indent parts it from an unfinished sentence.
    Parted,
    /// A gap or an indent parts it from a whole paragraph.
    Apart,
}

/// All places in the body that look like marks.
#[derive(Debug)]
pub struct Candidates {
    /// Raised digits, with their number.
    raised: Vec<(Range<usize>, String)>,
    /// Where each raised number stands.
    raised_at: HashMap<String, Vec<usize>>,
    /// Where each number glued to a word stands.
    glued: HashMap<String, Vec<usize>>,
    /// Where each number stands between a word and the next.
    loose: HashMap<String, Vec<usize>>,
    /// The glued numbers that stand behind a mark of the sentence, where no other number does.
    bare: Vec<Range<usize>>,
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
        for found in rules.notes.mark.find_iter(slice(text, body.clone())) {
            let range = body.start + found.start()..body.start + found.end();
            if is_unit(slice(text, ..range.start)) && !found.as_str().starts_with(['<', '[']) {
                continue;
            }
            let number = number(found.as_str());
            raised_at.entry(number.clone()).or_default().push(range.start);
            raised.push((range, number));
        }
        let bare = numbers(&rules.notes.unread_mark, text, &body);
        let by_number = |pattern| {
            let mut places: HashMap<String, Vec<usize>> = HashMap::new();
            for range in numbers(pattern, text, &body) {
                places.entry(slice(text, range.clone()).to_owned()).or_default().push(range.start);
            }
            places
        };
        let glued = by_number(&rules.notes.glued_mark);
        let loose = by_number(&rules.notes.loose_mark);
        Self {
            raised,
            raised_at,
            glued,
            loose,
            bare,
            defined: HashMap::new(),
            last: 0,
            glued_until: body.start,
            doubtful: Vec::new(),
        }
    }

    /// The note that begins on a line, if one does.
    pub fn definition(&mut self, line: &Line<'_>, rules: &ResolutionPatterns) -> Option<Definition> {
        if line.standing == Standing::Bound {
            return None;
        }
        let definition = self
            .raised_definition(line, rules)
            .or_else(|| self.glued_definition(line, rules))
            .or_else(|| self.ruled_definition(line, rules))?;
        self.last = definition.number.parse().unwrap_or(self.last);
        *self.defined.entry(definition.number.clone()).or_default() += 1;
        if let Some(glued) = &definition.glued {
            self.glued_until = glued.end;
        }
        Some(definition)
    }

    /// Whether a raised mark of this number stands before a place and leads to no note yet.
    fn is_awaited(&self, number: &str, place: usize) -> bool {
        let before = self.raised_at.get(number).map_or(0, |at| at.partition_point(|&at| at < place));
        before > self.defined.get(number).copied().unwrap_or(0)
    }

    fn is_next(&self, number: &str) -> bool {
        number.parse() == Ok(self.last + 1)
    }

    fn raised_definition(&mut self, line: &Line<'_>, rules: &ResolutionPatterns) -> Option<Definition> {
        let found = rules.notes.definition.find(slice(line.text, line.range.clone()))?;
        let number = number(found.as_str());
        // A note stands after its mark. A wrapped line can begin with a mark, and then no other came before. A note
        // whose mark is missing is still one where it stands apart, or comes next in number.
        let is_note = self.is_awaited(&number, line.range.start)
            || match line.standing {
                Standing::Apart | Standing::Ruled => true,
                Standing::Parted => self.is_next(&number),
                Standing::Close | Standing::Bound => false,
            };
        if !is_note {
            return None;
        }
        let glued = if self
            .raised_at
            .get(&number)
            .is_none_or(|at| at.partition_point(|&at| at < line.range.start) == 0)
        {
            self.glued_mark(&number, line)
        } else {
            None
        };
        let mark = line.range.start..line.range.start + found.end();
        Some(Definition { number, glued, rest: mark.end..line.range.end, mark })
    }

    fn glued_definition(&mut self, line: &Line<'_>, rules: &ResolutionPatterns) -> Option<Definition> {
        let found = rules.notes.glued_definition.captures(slice(line.text, line.range.clone()))?;
        let number = found.name("number")?.as_str().to_owned();
        let glued = self.glued_mark(&number, line);
        // The mark may be raised where the number of the note is not.
        if glued.is_none() && !(self.is_next(&number) && self.is_awaited(&number, line.range.start)) {
            return None;
        }
        let mark = line.range.start..line.range.start + number.len();
        Some(Definition { number, glued, rest: mark.end..line.range.end, mark })
    }

    /// A note under a rule needs no mark.
    fn ruled_definition(&mut self, line: &Line<'_>, rules: &ResolutionPatterns) -> Option<Definition> {
        let found = rules.notes.ruled_definition.captures(slice(line.text, line.range.clone()))?;
        let number = found.name("number")?;
        if line.standing != Standing::Ruled || !(self.is_next(number.as_str()) || self.last == 0) {
            return None;
        }
        let mark = line.range.start..line.range.start + number.len();
        let number = number.as_str().to_owned();
        let glued = if self.is_awaited(&number, mark.start) { None } else { self.glued_mark(&number, line) };
        Some(Definition { number, glued, rest: mark.end..line.range.end, mark })
    }

    /// The last number before a note that can be its mark: notes stand at the foot of the page of their mark. A number
    /// after a capital, as in CO2, or before a word is taken only where there is no other.
    fn glued_mark(&mut self, number: &str, line: &Line<'_>) -> Option<Range<usize>> {
        let near = |places: &HashMap<String, Vec<usize>>| {
            let places = places.get(number).map_or(&[][..], Vec::as_slice);
            let start = places.partition_point(|&at| at < self.glued_until);
            let end = places.partition_point(|&at| at < line.range.start);
            // A page has few numbers; more of the same are no better known for being counted.
            places[start.max(end.saturating_sub(MOST_MARKS)).min(end)..end].to_vec()
        };
        let is_plain = |&at: &usize| !slice(line.text, ..at).ends_with(|c: char| c.is_ascii_uppercase());
        let (glued, loose) = (near(&self.glued), near(&self.loose));
        let plain: Vec<usize> = glued.iter().copied().filter(is_plain).collect();
        let (at, is_sure) = match (plain.as_slice(), loose.as_slice(), glued.as_slice()) {
            ([.., at], ..) => (*at, plain.len() == 1),
            ([], [.., at], _) => {
                (*at, loose.len() == 1 && slice(line.text, ..*at).ends_with(|c: char| !c.is_alphabetic()))
            }
            ([], [], [.., at]) => (*at, false),
            _ => return None,
        };
        let range = at..at + number.len();
        if !is_sure {
            self.doubtful.push(range.clone());
        }
        Some(range)
    }

    /// Whether a line may be a note that was not known as one.
    pub fn may_define(&self, said: &str, rules: &ResolutionPatterns) -> bool {
        let found = rules.notes.unmarked_definition.captures(said);
        found.is_some_and(|found| found.name("number").is_some_and(|number| self.is_next(number.as_str())))
    }

    /// The marks that may be wrong, and those that lead nowhere.
    pub fn unsure(&self, notes: &[Note], marks: &[Mark]) -> Vec<Unsure> {
        let doubtful = self.doubtful.iter().cloned().map(|range| {
            Unsure::new(range, "this number may be the mark of a note, or another one of the same number is")
        });
        let used: HashSet<usize> = marks
            .iter()
            .map(|mark| mark.range.start)
            .chain(notes.iter().map(|note| note.mark.start))
            .collect();
        let lost = self.raised.iter().filter(|(range, _)| !used.contains(&range.start)).map(|(range, _)| {
            Unsure::new(
                range.clone(),
                "this looks like the mark of a note, and no note of its number was found",
            )
        });
        let bare = self.bare.iter().filter(|place| !used.contains(&place.start)).map(|range| {
            Unsure::new(
                range.clone(),
                "this number may be the mark of a note, and no note of its number was found",
            )
        });
        doubtful.chain(lost).chain(bare).collect()
    }

    /// Leads each mark to its note: the next one with its number, or else the last.
    pub fn resolve(&self, notes: &[Note]) -> Vec<Mark> {
        let mut by_number: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, note) in notes.iter().enumerate() {
            by_number.entry(&note.number).or_default().push(at);
        }
        let own: HashSet<usize> = notes.iter().map(|note| note.mark.start).collect();
        let raised = self.raised.iter().filter(|(range, _)| !own.contains(&range.start)).filter_map(
            |(range, number)| {
                let numbered = by_number.get(number.as_str())?;
                let next = numbered.partition_point(|&at| notes[at].mark.start < range.start);
                let note = *numbered.get(next).or(numbered.last())?;
                notes[note].glued.is_none().then(|| Mark { range: range.clone(), note })
            },
        );
        let glued = notes
            .iter()
            .enumerate()
            .filter_map(|(note, found)| Some(Mark { range: found.glued.clone()?, note }));
        let mut marks: Vec<_> = raised.chain(glued).collect();
        marks.sort_by_key(|mark| mark.range.start);
        marks
    }
}

/// The numbers that a pattern finds in the body.
fn numbers(pattern: &Regex, text: &str, body: &Range<usize>) -> Vec<Range<usize>> {
    let found = pattern.captures_iter(slice(text, body.clone()));
    found
        .filter_map(|found| Some(found.name("number")?.range()))
        .map(|range| body.start + range.start..body.start + range.end)
        .collect()
}

/// A line that may begin a note.
#[derive(Debug)]
pub struct Line<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The line.
    pub range: Range<usize>,
    /// How it stands to the text before.
    pub standing: Standing,
}

/// Labels for the notes: their numbers, made different where one comes twice.
pub fn labels(notes: &[Note]) -> Vec<String> {
    let mut used: HashMap<&str, usize> = HashMap::new();
    let label = |note: &Note, count: usize| match count {
        1 => note.number.clone(),
        _ => format!("{}-{count}", note.number),
    };
    notes
        .iter()
        .map(|note| {
            let count = used.entry(&note.number).or_default();
            *count += 1;
            label(note, *count)
        })
        .collect()
}

/// The number in a mark, in ordinary digits.
fn number(mark: &str) -> String {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let digit = |c: char| match RAISED.chars().position(|raised| raised == c) {
        Some(at) => char::from_digit(at as u32, 10),
        None => c.is_ascii_digit().then_some(c),
    };
    mark.chars().filter_map(digit).collect()
}

/// Whether a text ends with a unit that takes a raised digit, as in “km²”.
fn is_unit(before: &str) -> bool {
    let start = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    matches!(slice(before, start..), "m" | "km" | "cm" | "mm" | "dm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_form_have_a_number() {
        for (mark, want) in [("¹", "1"), ("¹²", "12"), ("<sup> 3 </sup>", "3"), ("[^4]:", "4")] {
            assert_eq!(number(mark), want);
        }
        assert!(is_unit("3 km") && is_unit("m") && !is_unit("forum") && !is_unit("报告"));
    }
}
