//! Which lines begin a note.
//!
//! In: a line and how it stands to the text before. Out: the note's number, and the number in the text that leads to it
//! where nothing else does.

use std::collections::HashMap;
use std::ops::Range;

use regex::Regex;

use super::{Candidates, Form, FoundNote, number};
use crate::import::passage::Passage;
use crate::languages::ResolutionPatterns;
use crate::source::slice;

/// How many numbers before a note are looked at for its mark.
const MOST_MARKS: usize = 16;

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
    pub fn note(self, text: &str) -> FoundNote {
        let Definition { number, mark, glued, rest } = self;
        let form = Form::of(slice(text, mark.clone()));
        FoundNote { number, mark, form, glued, passage: Passage::line(text, rest) }
    }
}

/// How a line stands to the text before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It continues a sentence: no note begins here.
    Bound,
    /// A rule parts it from the text.
    Ruled,
    /// It follows at once after a whole paragraph, or after a note that may go on.
    Close,
    /// It follows at once after a whole note.
    Listed,
    /// A gap or an indent parts it from an unfinished sentence.
    Parted,
    /// A gap or an indent parts it from a whole paragraph.
    Apart,
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

/// The number that a pattern finds in a line.
fn number_of(pattern: &Regex, said: &str) -> Option<u32> {
    number(pattern.captures(said)?.name("number")?.as_str()).parse().ok()
}

impl Candidates {
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
                Standing::Parted | Standing::Listed => self.is_next(&number),
                Standing::Close | Standing::Bound => false,
            };
        if !is_note {
            return None;
        }
        let glued = if self
            .sure_at
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
        let printed = found.name("number")?;
        let number = number(printed.as_str());
        let glued = self.glued_mark(&number, line);
        // The mark may be raised where the number of the note is not.
        let is_listed = line.standing == Standing::Listed || self.is_awaited(&number, line.range.start);
        if glued.is_none() && !(self.is_next(&number) && is_listed) {
            return None;
        }
        let mark = line.range.start..line.range.start + printed.len();
        Some(Definition { number, glued, rest: mark.end..line.range.end, mark })
    }

    /// A note under a rule needs no mark.
    fn ruled_definition(&mut self, line: &Line<'_>, rules: &ResolutionPatterns) -> Option<Definition> {
        let found = rules.notes.ruled_definition.captures(slice(line.text, line.range.clone()))?;
        let printed = found.name("number")?;
        let number = number(printed.as_str());
        if line.standing != Standing::Ruled || !(self.is_next(&number) || self.last == 0) {
            return None;
        }
        let mark = line.range.start..line.range.start + printed.len();
        let glued = if self.is_awaited(&number, mark.start) { None } else { self.glued_mark(&number, line) };
        Some(Definition { number, glued, rest: mark.end..line.range.end, mark })
    }

    /// The last number before a note that can be its mark: notes stand at the foot of the page of their mark. A number
    /// after a capital, as in CO2, or a unit, as in m2, is none.
    fn glued_mark(&mut self, number: &str, line: &Line<'_>) -> Option<Range<usize>> {
        let near = |places: &HashMap<String, Vec<usize>>| {
            let places = places.get(number).map_or(&[][..], Vec::as_slice);
            let start = places.partition_point(|&at| at < self.glued_until);
            let end = places.partition_point(|&at| at < line.range.start);
            // A page has few numbers; more of the same are no better known for being counted.
            places[start.max(end.saturating_sub(MOST_MARKS)).min(end)..end].to_vec()
        };
        let is_plain = |at: &usize| !self.powers.contains(at);
        let (mut glued, loose, numbered) = (near(&self.glued), near(&self.loose), near(&self.numbered));
        glued.retain(is_plain);
        let (at, is_sure) = match (glued.as_slice(), loose.as_slice()) {
            ([.., at], _) => (*at, glued.len() == 1),
            ([], [.., at]) => {
                (*at, loose.len() == 1 && slice(line.text, ..*at).ends_with(|c: char| !c.is_alphabetic()))
            }
            // “3,5” has such a number too.
            ([], []) => (*numbered.last()?, false),
        };
        // Digits may be wide ones.
        let length: usize = slice(line.text, at..).chars().take(number.len()).map(char::len_utf8).sum();
        let range = at..at + length;
        if !is_sure {
            self.doubtful.push(range.clone());
        }
        Some(range)
    }

    /// Whether a line may be a note that was not known as one: the next, or one that is numbered from a new page on.
    pub fn may_define(&self, said: &str, rules: &ResolutionPatterns) -> bool {
        let number = number_of(&rules.notes.unmarked_definition, said);
        number.is_some_and(|number| number <= self.last + 1)
    }

    /// Whether a mark of this number may stand before a place.
    pub fn may_await(&self, number: u32, place: usize) -> bool {
        let number = number.to_string();
        let is_glued = self.glued.get(&number).is_some_and(|at| at.iter().any(|&at| at < place));
        is_glued || self.is_awaited(&number, place)
    }

    /// Whether a line that goes on with a note without an end may be the next one: it begins with its number.
    pub fn may_define_inside(&self, said: &str, rules: &ResolutionPatterns) -> bool {
        number_of(&rules.notes.glued_definition, said) == Some(self.last + 1)
    }

    /// Whether a note was found.
    pub fn has_notes(&self) -> bool {
        self.last > 0
    }
}
