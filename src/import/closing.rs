//! The lines under the text of a resolution: date, meeting, and the vote with its lists.
//!
//! In: one line after another. Out: fields of the front matter. A line that belongs to none of them is refused,
//! and the caller keeps it as a paragraph.

use std::ops::Range;

use super::fields::Fields;
use super::ledger::Ledger;
use super::passage::{Joint, Script};
use super::rules::{LONGEST_HEADING, Rules};

/// What a line under the text can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingLine {
    /// The date of adoption.
    Date,
    /// The number of the meeting.
    Meeting,
    /// The statement of the vote, in brackets.
    Vote,
}

/// What a line is, judged by itself.
pub fn closing_line(line: &str, rules: &Rules) -> Option<ClosingLine> {
    if line.starts_with('[') && rules.vote.statement.is_match(line) {
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

/// Whether a line was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It became a field.
    Taken,
    /// It is something else.
    Refused,
}

/// Reads the lines under the text.
#[derive(Debug)]
pub struct ClosingReader<'a> {
    /// The source's text.
    pub text: &'a str,
    /// The rules of its language.
    pub rules: &'a Rules,
    /// How wrapped lines join.
    pub script: Script,
    /// The part of the vote that is being read.
    pub vote: Option<VotePart>,
}

/// A place in the vote.
#[derive(Debug, Clone, Copy)]
pub struct VotePart {
    key: &'static str,
    brackets: Brackets,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Brackets {
    Open,
    None,
}

impl ClosingReader<'_> {
    /// Reads one line.
    pub fn read(&mut self, line: Range<usize>, fields: &mut Fields, ledger: &mut Ledger) -> Outcome {
        if let Some(part) = self.vote {
            return self.vote_line(part, line, fields, ledger);
        }
        let said = &self.text[line.clone()];
        match closing_line(said, self.rules) {
            Some(ClosingLine::Date) if !fields.has("closing") => {
                fields.extend("closing", self.text, line, Joint::Space);
            }
            Some(ClosingLine::Meeting) if !fields.has("meeting") => {
                fields.extend("meeting", self.text, line, Joint::Space);
            }
            _ if !fields.has("vote.statement") && self.rules.vote.statement.is_match(said) => {
                return self.statement(line, fields, ledger);
            }
            _ => return Outcome::Refused,
        }
        Outcome::Taken
    }

    fn statement(&mut self, mut line: Range<usize>, fields: &mut Fields, ledger: &mut Ledger) -> Outcome {
        let mut brackets = Brackets::None;
        if self.text[line.clone()].starts_with('[') {
            ledger.drop(line.start..line.start + 1, "bracket around the vote");
            line.start += 1;
            brackets = Brackets::Open;
        }
        self.vote_line(VotePart { key: "vote.statement", brackets }, line, fields, ledger)
    }

    /// One line of the vote: a heading, names, or both.
    fn vote_line(
        &mut self,
        part: VotePart,
        mut line: Range<usize>,
        fields: &mut Fields,
        ledger: &mut Ledger,
    ) -> Outcome {
        let VotePart { mut key, brackets } = part;
        let said = &self.text[line.clone()];
        if let Some((heading, states, length)) = self.heading(said) {
            fields.extend(heading, self.text, line.start..line.start + length, Joint::Space);
            line.start += length;
            key = states;
        }
        let ends = brackets == Brackets::Open && said.ends_with(']');
        if ends {
            ledger.drop(line.end - 1..line.end, "bracket around the vote");
            line.end -= 1;
        }
        let said_none = self.rules.vote.none.iter().any(|none| none == self.text[line.clone()].trim());
        if said_none && key.ends_with(".states") && !fields.has(key) {
            ledger.drop(line, "word for an empty list");
        } else {
            fields.extend_some(key, self.text, line, Joint::Wrap(self.script));
        }
        // Without brackets, lists follow only where the statement announces them.
        let announced = key != "vote.statement" || said.ends_with([':', '：']);
        self.vote =
            (!ends && (brackets == Brackets::Open || announced)).then_some(VotePart { key, brackets });
        Outcome::Taken
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

/// The keys of the lists of states.
const LISTS: [&str; 3] = ["vote.in-favour.states", "vote.against.states", "vote.abstaining.states"];

/// Leaves out, and lists, the separators that stand beside no name, as one at the end of a list.
pub fn tidy_lists(text: &str, rules: &Rules, fields: &mut Fields, ledger: &mut Ledger) {
    let separator = rules.vote.separator;
    for key in LISTS {
        let Some(list) = fields.get(key) else { continue };
        let (mut kept, mut at) = (Vec::<Range<usize>>::new(), 0);
        for name in list.text().split(separator) {
            let range = at..at + name.len();
            at = range.end + separator.len_utf8();
            if !name.trim().is_empty() {
                let before = if kept.is_empty() { 0 } else { separator.len_utf8() };
                kept.push(range.start - before..range.end);
            }
        }
        let mut stray = 0;
        let end = list.text().len();
        for range in kept.iter().cloned().chain(std::iter::once(end..end)) {
            list.spans(stray..range.start).for_each(|span| ledger.drop(span, "separator beside no name"));
            stray = range.end;
        }
        let tidy = list.keep(text, &kept);
        fields.replace(key, tidy);
    }
}

/// The names in a list of states.
pub fn states<'a>(list: &'a str, rules: &Rules) -> Vec<&'a str> {
    list.split(rules.vote.separator).map(str::trim).filter(|name| !name.is_empty()).collect()
}
