//! The lines under the text of a resolution: date, meeting, and the vote with its lists.
//!
//! In: one line after another. Out: which field of the front matter each of its parts is. A line that belongs to none of
//! them is refused, and is a paragraph.

use std::ops::Range;

use super::is_annex;
use super::note_signs::is_star;
use crate::import::passage::Joint;
use crate::import::script::Script;
use crate::languages::{LONGEST_HEADING, ResolutionPatterns};
use crate::source::slice;

/// What a line under the text can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ClosingLine {
    /// The date of adoption.
    Date,
    /// The number of the meeting.
    Meeting,
    /// The statement of the vote, in brackets.
    Vote,
}

impl ClosingLine {
    /// The field that it begins.
    fn key(self) -> &'static str {
        match self {
            Self::Date => "closing",
            Self::Meeting => "meeting",
            Self::Vote => "vote.statement",
        }
    }
}

/// The bracket before the vote, also as Chinese texts print it.
pub const OPENING: [char; 2] = ['[', '［'];

/// The bracket after it.
pub const CLOSING: [char; 2] = [']', '］'];

/// Why a bracket is left out.
pub const BRACKET: &str = "bracket around the vote";

/// Whether words end as sentences do, and names do not.
pub fn ends_sentence(words: &str) -> bool {
    words.ends_with(['。', '.', '！', '？', '!', '?'])
}

/// What a line is, judged by itself.
fn closing_line(line: &str, rules: &ResolutionPatterns) -> Option<ClosingLine> {
    if line.starts_with(OPENING) && rules.vote.statement.is_match(line) {
        Some(ClosingLine::Vote)
    } else if line.len() > LONGEST_HEADING {
        None
    } else if rules.closing.date.is_match(line) {
        Some(ClosingLine::Date)
    } else if rules.closing.meeting.is_match(line) {
        Some(ClosingLine::Meeting)
    } else {
        None
    }
}

/// A part of a line under the text.
#[derive(Debug)]
pub struct ClosingPart {
    /// Where it stands in the text that the line is of.
    pub range: Range<usize>,
    /// What it is.
    pub becomes: Becomes,
}

/// What a part of a line under the text is.
#[derive(Debug, Clone, Copy)]
pub enum Becomes {
    /// It belongs to the field with this key; blanks alone make no field.
    Field(&'static str, Joint),
    /// It is left out, for this reason.
    LeftOut(&'static str),
}

/// Reads the lines under the text.
#[derive(Debug)]
pub struct ClosingReader<'a> {
    rules: &'a ResolutionPatterns,
    script: Script,
    /// The part of the vote that is being read.
    vote: Option<VotePart>,
    /// The fields that have words.
    given: Vec<&'static str>,
    /// Whether another name must follow in the list that is being read.
    is_list_open: bool,
    is_awaited: bool,
}

/// A place in the vote.
#[derive(Debug, Clone, Copy)]
struct VotePart {
    key: &'static str,
    brackets: Brackets,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Brackets {
    Open,
    None,
}

impl<'a> ClosingReader<'a> {
    /// A reader that has read nothing.
    pub fn new(rules: &'a ResolutionPatterns, script: Script) -> Self {
        Self { rules, script, vote: None, given: Vec::new(), is_list_open: false, is_awaited: true }
    }

    /// Whether the lines under the text begin here. A date and a meeting stand together; alone, either must follow a whole
    /// paragraph.
    pub fn begins(&self, line: &str, next: Option<&str>, is_after_whole: impl FnOnce() -> bool) -> bool {
        let Some(this) = closing_line(line, self.rules).filter(|_| self.is_awaited) else { return false };
        let next = next.and_then(|next| closing_line(next, self.rules));
        this == ClosingLine::Vote || next.is_some_and(|next| next != this) || is_after_whole()
    }

    /// Whether a line is one of those under the text that was not read yet, whatever stands around it: the vote alone, a date or a
    /// meeting where `is_parted` says that nothing before goes on in it, or where the next line is another of them.
    pub fn expects(&self, line: &str, next: Option<&str>, is_parted: impl FnOnce() -> bool) -> bool {
        let expected = |line| closing_line(line, self.rules).filter(|line| !self.has(line.key()));
        match expected(line) {
            Some(ClosingLine::Vote) => true,
            Some(this) => next.and_then(expected).is_some_and(|next| next != this) || is_parted(),
            None => false,
        }
    }

    /// The parts of a line; none where it is something else.
    pub fn read(&mut self, text: &str, line: Range<usize>) -> Option<Vec<ClosingPart>> {
        let said = slice(text, line.clone());
        // No name of a State begins with a sign, and a note under the vote does.
        if said.starts_with(is_star) {
            self.vote = None;
        }
        if self.vote.is_some() && self.is_below_vote(said) {
            self.vote = None;
            return None;
        }
        if let Some(part) = self.vote {
            return Some(self.vote_line(part, text, line));
        }
        self.is_awaited = false;
        let field = match closing_line(said, self.rules) {
            Some(ClosingLine::Date) if !self.has("closing") => "closing",
            Some(ClosingLine::Meeting) if !self.has("meeting") => "meeting",
            _ if !self.has("vote.statement") && self.rules.vote.statement.is_match(said) => {
                return Some(self.statement(text, line));
            }
            _ => return None,
        };
        self.give(field);
        Some(vec![ClosingPart { range: line, becomes: Becomes::Field(field, Joint::Space) }])
    }

    /// Whether a line stands below the vote, whatever its brackets say: the heading of an annex, or a sentence below a name
    /// that no separator follows.
    fn is_below_vote(&self, said: &str) -> bool {
        let is_after_name = self.vote.is_some_and(|part| part.key.ends_with(".states") && self.has(part.key));
        let words = said.trim_end_matches(CLOSING);
        is_annex(words, self.rules)
            || (is_after_name && !self.is_list_open && self.heading(said).is_none() && ends_sentence(words))
    }

    fn has(&self, key: &str) -> bool {
        self.given.contains(&key)
    }

    fn give(&mut self, key: &'static str) {
        if !self.has(key) {
            self.given.push(key);
        }
    }

    fn statement(&mut self, text: &str, mut line: Range<usize>) -> Vec<ClosingPart> {
        let said = slice(text, line.clone());
        let Some(rest) = said.strip_prefix(OPENING) else {
            let part = VotePart { key: "vote.statement", brackets: Brackets::None };
            return self.vote_line(part, text, line);
        };
        let start = line.end - rest.len();
        let bracket = bracket(line.start..start);
        line.start = start;
        let part = VotePart { key: "vote.statement", brackets: Brackets::Open };
        let mut parts = self.vote_line(part, text, line);
        parts.insert(0, bracket);
        parts
    }

    /// One line of the vote: a heading, names, or both.
    fn vote_line(&mut self, part: VotePart, text: &str, mut line: Range<usize>) -> Vec<ClosingPart> {
        let VotePart { mut key, brackets } = part;
        let said = slice(text, line.clone());
        let mut parts = Vec::new();
        if let Some((heading, states, length)) = self.heading(said) {
            let range = line.start..line.start + length;
            parts.push(ClosingPart { range, becomes: Becomes::Field(heading, Joint::Space) });
            line.start += length;
            key = states;
        }
        let last =
            said.chars().next_back().filter(|last| brackets == Brackets::Open && CLOSING.contains(last));
        let ends = last.is_some();
        if let Some(last) = last {
            let end = line.end - last.len_utf8();
            parts.push(bracket(end..line.end));
            line.end = end;
        }
        let words = slice(text, line.clone()).trim();
        let is_none = self.rules.vote.none.iter().any(|none| none == words);
        if is_none && key.ends_with(".states") && !self.has(key) {
            parts.push(ClosingPart { range: line, becomes: Becomes::LeftOut("word for an empty list") });
        } else if !words.is_empty() {
            self.give(key);
            parts.push(ClosingPart { range: line, becomes: Becomes::Field(key, Joint::Wrap(self.script)) });
        }
        self.is_list_open = words.is_empty() || words.ends_with(|c| self.rules.vote.separators.contains(c));
        // Without brackets, lists follow only where the statement announces them.
        let announced = key != "vote.statement" || said.ends_with([':', '：']);
        self.vote =
            (!ends && (brackets == Brackets::Open || announced)).then_some(VotePart { key, brackets });
        parts
    }

    fn heading(&self, line: &str) -> Option<(&'static str, &'static str, usize)> {
        let vote = &self.rules.vote;
        [
            (&vote.in_favour, "vote.in-favour.heading", "vote.in-favour.states"),
            (&vote.against, "vote.against.heading", "vote.against.states"),
            (&vote.abstaining, "vote.abstaining.heading", "vote.abstaining.states"),
        ]
        .into_iter()
        .find_map(|(pattern, heading, states)| Some((heading, states, pattern.find(line)?.end())))
    }
}

fn bracket(range: Range<usize>) -> ClosingPart {
    ClosingPart { range, becomes: Becomes::LeftOut(BRACKET) }
}
