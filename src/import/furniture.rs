//! Lines that belong to the page and not to the text: page numbers, job numbers, running headers.
//!
//! In: the lines and the rules. Out: for each line the reason to leave it out, or none.

use std::collections::HashSet;

use super::lines::Line;
use super::rules::{LONGEST_HEADING, Rules};

/// For each line, why it is left out.
#[derive(Debug)]
pub struct Furniture(Vec<Option<String>>);

impl Furniture {
    /// Finds the lines that the rules call furniture.
    pub fn printed(text: &str, lines: &[Line], rules: &Rules) -> Self {
        let reason = |line: &Line| {
            let line = &text[line.range.clone()];
            let found = || rules.furniture.iter().find(|furniture| furniture.pattern.is_match(line));
            if line.len() > LONGEST_HEADING { None } else { found().map(|found| found.reason.clone()) }
        };
        let mut furniture = Self(lines.iter().map(reason).collect());
        furniture.bare_numbers(text, lines);
        furniture
    }

    /// Why a line is left out, if it is.
    pub fn reason(&self, line: usize) -> Option<&str> {
        self.0[line].as_deref()
    }

    /// Marks what the cover already said where it stands again at the head of a page, from line `body` on: the
    /// symbol alone, or two and more lines of the cover in a row. A single line may be part of a sentence.
    pub fn repeated(&mut self, page: Page<'_>, cover: &Repeats) {
        let said: Vec<_> = page.lines[page.body..].iter().map(|line| cover.says(page.text, line)).collect();
        let mut at = 0;
        while at < said.len() {
            let run = said[at..].iter().take_while(|said| **said == Said::Line).count();
            if run >= 2 {
                (0..run).for_each(|n| self.leave_out(page.body + at + n, "repeated cover line"));
            } else if said[at] == Said::Symbol {
                self.leave_out(page.body + at, "running header");
            }
            at += run.max(1);
        }
        self.bare_numbers(page.text, page.lines);
    }

    fn leave_out(&mut self, line: usize, reason: &str) {
        self.0[line].get_or_insert_with(|| reason.to_owned());
    }

    /// A number alone on its line is a page number where it stands beside other furniture.
    fn bare_numbers(&mut self, text: &str, lines: &[Line]) {
        for at in 0..lines.len() {
            let line = &text[lines[at].range.clone()];
            let number = line.len() <= 3 && line.bytes().all(|byte| byte.is_ascii_digit());
            let beside =
                at > 0 && self.0[at - 1].is_some() || self.0.get(at + 1).is_some_and(Option::is_some);
            if number && beside {
                self.leave_out(at, "page number");
            }
        }
    }
}

/// The lines of a text and the first that is not of the cover.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a [Line],
    /// The first line after the cover.
    pub body: usize,
}

/// What the cover said, without blanks, so that it is known when it comes again.
#[derive(Debug, Default)]
pub struct Repeats {
    /// The lines of the cover.
    pub lines: HashSet<String>,
    /// The document's symbol.
    pub symbol: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Line,
    Symbol,
}

impl Repeats {
    fn says(&self, text: &str, line: &Line) -> Said {
        let line = &text[line.range.clone()];
        if line.len() > LONGEST_HEADING {
            Said::Nothing
        } else if self.symbol.as_deref() == Some(line) {
            Said::Symbol
        } else if self.lines.contains(&squeezed(line)) {
            Said::Line
        } else {
            Said::Nothing
        }
    }
}

/// A line without blanks and heading marks.
pub fn squeezed(line: &str) -> String {
    line.trim_start_matches('#').chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
}
