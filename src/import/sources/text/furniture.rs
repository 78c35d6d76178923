//! Lines that belong to the page and not to the text: page numbers, job numbers, running headers.
//!
//! In: the lines and the rules. Out: for each line the reason to leave it out, or none.

use std::collections::HashMap;

use super::lines::{Before, Line};
use crate::import::forms::headings::entry_words;
use crate::import::forms::squeezed;
use crate::import::source::Head;
use crate::import::sources::styled::CONTENTS;
use crate::languages::{LONGEST_HEADING, ResolutionPatterns};
use crate::source::slice;

/// Why a line of rules is left out; what stands under it are notes.
pub const NOTE_RULE: &str = "rule above the notes";

/// One of so many first lines of a table of contents heads the text: the others may stand before the table.
const FIRST_ENTRIES: usize = 4;

/// A table of contents has no more lines.
const LONGEST_CONTENTS: usize = 400;

/// For each line, why it is left out.
#[derive(Debug)]
pub struct Furniture(Vec<Option<String>>);

impl Furniture {
    /// Finds the lines that the rules call furniture.
    pub fn printed(text: &str, lines: &[Line], rules: &ResolutionPatterns) -> Self {
        let reason = |line: &Line| {
            let line = slice(text, line.range.clone());
            if is_rule(line) {
                return Some(NOTE_RULE.to_owned());
            }
            let found = || rules.furniture.iter().find(|furniture| furniture.pattern.is_match(line));
            if line.len() > LONGEST_HEADING { None } else { found().map(|found| found.reason.clone()) }
        };
        let mut furniture = Self(lines.iter().map(reason).collect());
        furniture.counted_pages(text, lines);
        furniture.page_edges(text, lines, rules);
        furniture.bare_numbers(text, lines);
        furniture
    }

    /// Why a line is left out, if it is.
    pub fn reason(&self, line: usize) -> Option<&str> {
        self.0[line].as_deref()
    }

    /// Marks what the cover already said where it stands again at the head of a page, from line `body` on: the
    /// symbol alone, or two and more lines of the cover in a row. A single line may be part of a sentence.
    pub fn repeated(&mut self, page: Page<'_>, head: &Head) {
        let cover = Repeats(head);
        let said: Vec<_> = page.lines[page.body..].iter().map(|line| cover.says(page.text, line)).collect();
        let mut at = 0;
        while at < said.len() {
            let run = said[at..].iter().take_while(|said| **said == Said::Line).count();
            if run >= 2 {
                (0..run).for_each(|n| self.leave_out(page.body + at + n, "repeated cover line"));
            } else if said[at] == Said::Symbol {
                self.leave_out(page.body + at, "running header");
                self.title_beside(page, cover, at);
            }
            at += run.max(1);
        }
        self.bare_numbers(page.text, page.lines);
    }

    /// Leaves out a table of contents: the lines from its heading to where the first of its lines comes again, as a heading of the
    /// text.
    pub fn contents(&mut self, page: Page<'_>, rules: &ResolutionPatterns) {
        let said = |at: usize| slice(page.text, page.lines[at].range.clone());
        let words = |at: usize| squeezed(entry_words(said(at)).unwrap_or(said(at)));
        let all: Vec<usize> = (page.body..page.lines.len()).filter(|&at| self.0[at].is_none()).collect();
        let Some(first) = all.iter().position(|&at| rules.contents.is_match(said(at))) else { return };
        let below = all.get(first + 1..).unwrap_or_default();
        let begins: Vec<String> = below.iter().take(FIRST_ENTRIES).map(|&at| words(at)).collect();
        let is_again = |(nth, at): (usize, &usize)| {
            begins.iter().take(nth).any(|begin| *begin == squeezed(said(*at)) && !begin.is_empty())
        };
        let again = below.iter().take(LONGEST_CONTENTS).enumerate().position(is_again);
        if let Some(again) = again.filter(|again| *again > 0) {
            for &at in all.iter().skip(first).take(again + 1) {
                self.leave_out(at, CONTENTS);
            }
        }
    }

    /// Leaves out the lines beside a symbol that repeat a part of the title.
    fn title_beside(&mut self, page: Page<'_>, cover: Repeats<'_>, at: usize) {
        let line = |at: usize| page.lines.get(page.body + at);
        let repeats =
            |at: usize| line(at).is_some_and(|line| cover.is_of_title(slice(page.text, line.range.clone())));
        let before = (0..at)
            .rev()
            .take(LONGEST_HEADER)
            .take_while(|&at| repeats(at) && !self.is_out(page, at))
            .count();
        let after = (at + 1..).take(LONGEST_HEADER).take_while(|&at| repeats(at)).count();
        for at in (at - before..at).chain(at + 1..=at + after) {
            self.leave_out(page.body + at, "running header");
        }
    }

    fn is_out(&self, page: Page<'_>, at: usize) -> bool {
        self.0[page.body + at].is_some()
    }

    fn leave_out(&mut self, line: usize, reason: &str) {
        self.0[line].get_or_insert_with(|| reason.to_owned());
    }

    /// A line such as “2/5” is a page number where it stands alone between gaps, or beside other furniture.
    fn counted_pages(&mut self, text: &str, lines: &[Line]) {
        let is_gap = |at: usize| lines.get(at).is_none_or(Line::is_parted);
        for (at, line) in lines.iter().enumerate() {
            let said = slice(text, line.range.clone());
            let Some((page, pages)) = said.split_once('/').filter(|_| said.len() <= 9) else { continue };
            let number = |said: &str| said.trim().parse::<u16>().ok();
            let is_page = matches!((number(page), number(pages)), (Some(page), Some(pages)) if 0 < page && page <= pages);
            let beside =
                at > 0 && self.0[at - 1].is_some() || self.0.get(at + 1).is_some_and(Option::is_some);
            if is_page && (beside || (is_gap(at) && is_gap(at + 1))) {
                self.leave_out(at, "page number");
            }
        }
    }

    /// Where page breaks stand in the text: the number of a page in its first lines or its last one, and the symbol beside it or at the
    /// head of more than one page.
    fn page_edges(&mut self, text: &str, lines: &[Line], rules: &ResolutionPatterns) {
        let said = |at: usize| lines.get(at).map_or("", |line| slice(text, line.range.clone()));
        let is_symbol =
            |at: usize| said(at).len() <= LONGEST_HEADING && rules.cover.symbol.is_match(said(at));
        let starts: Vec<usize> = (1..lines.len()).filter(|&at| lines[at].before == Before::Page).collect();
        let mut heads: HashMap<&str, usize> = HashMap::new();
        starts.iter().for_each(|&at| *heads.entry(said(at)).or_default() += 1);
        for (&start, page) in starts.iter().zip(2u32..) {
            let is_page = |at: usize, page: u32| said(at).parse() == Ok(page);
            let number = [start, start + 1].into_iter().find(|&at| is_page(at, page));
            number.into_iter().for_each(|at| self.leave_out(at, "page number"));
            if is_page(start - 1, page - 1) {
                self.leave_out(start - 1, "page number");
            }
            let symbol = [start, start + 1].into_iter().find(|&at| is_symbol(at));
            let is_repeated = heads.get(said(start)).is_some_and(|count| *count > 1);
            if let Some(at) = symbol.filter(|&at| number.is_some() || (at == start && is_repeated)) {
                self.leave_out(at, "running header");
            }
        }
        if let (Some(last), false) = (lines.len().checked_sub(1), starts.is_empty())
            && said(last).parse() == Ok(starts.len() + 1)
        {
            self.leave_out(last, "page number");
        }
    }

    /// A number alone on its line is a page number where it stands beside other furniture.
    fn bare_numbers(&mut self, text: &str, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            let line = slice(text, line.range.clone());
            let number = line.len() <= 3 && line.bytes().all(|byte| byte.is_ascii_digit());
            // The number just under a rule is a note's.
            let is_note = at > 0 && self.reason(at - 1) == Some(NOTE_RULE);
            let beside =
                at > 0 && self.0[at - 1].is_some() || self.0.get(at + 1).is_some_and(Option::is_some);
            if number && beside && !is_note {
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

/// How many lines a title takes at the head of a page.
const LONGEST_HEADER: usize = 4;

/// The longest title that pages repeat, in bytes.
const LONGEST_TITLE: usize = 2000;

/// How many bytes of a title say that a line repeats it.
const SHORTEST_TITLE: usize = 9;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Line,
    Symbol,
}

/// A line of the body, held against the head.
#[derive(Clone, Copy)]
struct Repeats<'a>(&'a Head);

impl Repeats<'_> {
    /// Whether a line is the symbol, alone, with the number of the page, or with a part of the title in another column.
    fn is_header(self, line: &str) -> bool {
        let Some(symbol) = self.0.symbol.as_deref() else { return false };
        let rest = line.strip_prefix(symbol).or_else(|| line.strip_suffix(symbol));
        rest.is_some_and(|rest| {
            let words = rest.trim();
            words.is_empty() || is_page(words) || (rest.len() - words.len() > 2 && self.is_of_title(words))
        })
    }

    /// Whether a line is a part of the title, and not so short that it may be anything.
    fn is_of_title(self, line: &str) -> bool {
        let line = squeezed(line);
        line.len() >= SHORTEST_TITLE && self.0.title.len() <= LONGEST_TITLE && self.0.title.contains(&line)
    }

    fn says(self, text: &str, line: &Line) -> Said {
        let line = slice(text, line.range.clone());
        if line.len() > LONGEST_HEADING {
            Said::Nothing
        } else if self.is_header(line) {
            Said::Symbol
        } else if self.0.said.contains(&squeezed(line)) {
            Said::Line
        } else {
            Said::Nothing
        }
    }
}

/// Whether words beside the symbol of a document say the page: “2/5”, “page 2”, “第 2 页”.
fn is_page(words: &str) -> bool {
    let words = words.to_ascii_lowercase().replace("page", "");
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-–—/|第页".contains(c);
    words.contains(|c: char| c.is_ascii_digit()) && words.chars().all(is_of_number)
}

/// Whether a line is a rule, as texts without lines draw them.
fn is_rule(line: &str) -> bool {
    // Two of the long dashes are as wide as three of the short ones.
    let width = |c: char| match c {
        '_' | '＿' | '─' | '━' | '‗' | '﹍' | '﹎' | '-' | '–' | '=' | '~' => Some(2),
        '—' | '―' | '－' | '＝' | '═' | '～' => Some(3),
        c if c.is_whitespace() => Some(0),
        _ => None,
    };
    line.chars().map(width).sum::<Option<u32>>().is_some_and(|width| width >= 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_known_beside_the_symbol() {
        for words in ["2", "2/5", "- 2 -", "Page 2", "第 2 页", "| 2"] {
            assert!(is_page(words), "{words}");
        }
        for words in ["page", "", "of 2041", "标志", "(2)"] {
            assert!(!is_page(words), "{words}");
        }
    }

    #[test]
    fn rules_are_drawn_with_every_dash() {
        for line in ["____", "---", "----", "——", "———", "– – –", "_ _ _", "────", "====", "＿＿＿"]
        {
            assert!(is_rule(line), "{line}");
        }
        for line in ["", "—", "--", "-1-", "__", "***", "…", "— 1 —"] {
            assert!(!is_rule(line), "{line}");
        }
    }
}
