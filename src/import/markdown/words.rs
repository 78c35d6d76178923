//! The words of a paragraph or note: text, bold, italics, languages, links, marks of notes, pictures among them.

use std::ops::Range;

use super::emphasis::{Ends, signs};
use super::escape::Position;
use super::{Form, Home, Writer};
use crate::import::ledger::Destination;
use crate::import::source::{Inserted, Mark, Run, Words};
use crate::lang::Lang;
use crate::source::slice;

impl<'a> Writer<'a> {
    /// Writes words; `lang` is their language where it is not the document's, `place` where they stand.
    pub fn words(&mut self, words: &'a Words, lang: Option<&Lang>, home: Home, mut place: Position) {
        if let Some(lang) = lang {
            self.out.push_str(&format!("<span lang=\"{lang}\">"));
        }
        let runs = trimmed(words);
        let mut waiting = runs.iter().peekable();
        let mut links = words.links.iter().peekable();
        let mut inserted = words.inserted.iter().peekable();
        let mut open: Option<(usize, String)> = None;
        let mut link: Option<&'a (Range<usize>, String)> = None;
        for (range, mark) in pieces(words, &runs) {
            // A link holds no other link, and a page is one.
            while link.is_none()
                && let Some((_, what)) = inserted.next_if(|(at, _)| *at <= range.start)
            {
                self.insert(what, home);
                place = Position::Inside;
            }
            if link.is_none() {
                link = links.next_if(|(link, _)| link.start <= range.start);
                if link.is_some() {
                    self.open_link();
                    place = Position::Inside;
                }
            }
            if open.is_none()
                && let Some((run, look)) = waiting.next_if(|(run, _)| run.start <= range.start)
            {
                let (before, after) =
                    signs(look, self.ends(words, run), self.form == Form::Html, self.is_head);
                if !before.is_empty() {
                    self.out.push_str(&before);
                    place = Position::Inside;
                }
                open = Some((run.end, after));
            }
            place = self.piece(words, range.clone(), mark, home, place);
            if let Some((_, after)) = open.take_if(|(end, _)| *end <= range.end) {
                self.out.push_str(&after);
            }
            if let Some((_, target)) = link.take_if(|(link, _)| link.end <= range.end) {
                self.close_link(target);
            }
        }
        for (_, what) in inserted {
            self.insert(what, home);
        }
        if lang.is_some() {
            self.out.push_str("</span>");
        }
    }

    /// The characters around the ends of a run.
    fn ends(&self, words: &Words, run: &Range<usize>) -> Ends {
        let text = words.passage.text();
        let inside = slice(text, run.clone());
        let before = if run.start == 0 { None } else { self.out.chars().next_back() };
        let after = slice(text, run.end..).chars().next();
        Ends { before, first: inside.chars().next(), last: inside.chars().next_back(), after }
    }

    fn open_link(&mut self) {
        if self.form != Form::Html {
            self.before_link();
            self.out.push('[');
        }
    }

    fn close_link(&mut self, target: &str) {
        if self.form == Form::Html {
            return;
        }
        let is_odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '\\' | '|');
        let is_bracketed = target.contains(['(', ')']) || target.is_empty();
        self.out.push_str(if is_bracketed { "](<" } else { "](" });
        for c in target.chars() {
            match is_odd(c) {
                true => c
                    .encode_utf8(&mut [0; 4])
                    .bytes()
                    .for_each(|byte| self.out.push_str(&format!("%{byte:02X}"))),
                false => self.out.push(c),
            }
        }
        self.out.push_str(if is_bracketed { ">)" } else { ")" });
    }

    /// The bracket of a link after the mark of a note would make both one link.
    fn before_link(&mut self) {
        self.before_bracket();
        if self.out.ends_with(']') && !self.out.ends_with("\\]") {
            self.out.push_str("<wbr>");
        }
    }

    /// A bracket after an exclamation mark would begin a picture.
    pub fn before_bracket(&mut self) {
        if self.out.ends_with('!') {
            self.out.insert(self.out.len() - 1, '\\');
        }
    }

    /// Writes what stands between words.
    pub fn insert(&mut self, what: &'a Inserted, home: Home) {
        match what {
            // A table in HTML holds neither; they follow it.
            _ if self.form == Form::Html => {}
            Inserted::Page(page) => {
                self.before_link();
                self.out.push_str(&format!("[](page:{page})"));
            }
            Inserted::Picture(picture) => {
                self.picture(picture, home, None);
                if picture.is_between_blanks {
                    self.out.push(' ');
                }
            }
        }
    }

    fn piece(
        &mut self,
        words: &'a Words,
        range: Range<usize>,
        mark: Option<Mark>,
        home: Home,
        place: Position,
    ) -> Position {
        let text = slice(words.passage.text(), range.clone());
        self.origins.words(self.out.len(), &words.passage, range.start);
        let (destination, after) = match (mark, home) {
            (None, _) => {
                self.escape(text, place);
                (home.destination(), Position::Inside)
            }
            (Some(Mark::Markdown), _) => {
                self.out.push_str(text);
                (home.destination(), Position::Inside)
            }
            (Some(Mark::Note(note)), Home::Paragraph(paragraph)) => {
                let label = self.labels.get(note).cloned().unwrap_or_default();
                let after = if self.form == Form::Html {
                    self.out.push_str("<sup>");
                    self.escape(text, place);
                    self.out.push_str("</sup>");
                    Position::Inside
                } else {
                    self.before_bracket();
                    self.out.push_str(&format!("[^{label}]"));
                    Position::AfterMark
                };
                (Destination::Mark { paragraph, note: note as u32 }, after)
            }
            // A note's own marks stay what they are: notes do not lead to notes.
            (Some(Mark::Note(_)), Home::Note(_)) => {
                self.escape(text, place);
                (home.destination(), Position::Inside)
            }
            (Some(Mark::Break), _) => {
                self.out.push_str(if self.form == Form::Heading { " " } else { "<br>" });
                (home.destination(), Position::Inside)
            }
            (Some(Mark::LeftOut(reason)), _) => (Destination::Dropped(reason.to_owned()), place),
        };
        for span in words.passage.spans(range) {
            self.ledger.add(span, destination.clone());
        }
        after
    }
}

/// The runs without the blanks at their ends, where Markdown would read no mark.
fn trimmed(words: &Words) -> Vec<(Range<usize>, &Run)> {
    let trim = |range: &Range<usize>| {
        let text = slice(words.passage.text(), range.clone());
        let start = range.start + text.len() - text.trim_start().len();
        start..start + text.trim().len()
    };
    let runs = words.runs.iter().map(|(range, run)| (trim(range), run));
    runs.filter(|(range, _)| !range.is_empty()).collect()
}

/// The words cut at their marks, and where runs and links end and something is inserted.
fn pieces(words: &Words, runs: &[(Range<usize>, &Run)]) -> Vec<(Range<usize>, Option<Mark>)> {
    let end = words.passage.text().len();
    let mut pieces = Vec::with_capacity(words.marks.len() * 2 + runs.len() * 2 + 1);
    let mut cuts: Vec<usize> = runs.iter().flat_map(|(run, _)| [run.start, run.end]).collect();
    cuts.extend(words.links.iter().flat_map(|(link, _)| [link.start, link.end]));
    cuts.extend(words.inserted.iter().map(|(at, _)| *at));
    cuts.push(end);
    if !words.links.is_empty() || !words.inserted.is_empty() {
        cuts.sort_unstable();
    }
    let mut cuts = cuts.into_iter().peekable();
    let mut marks = words.marks.iter().peekable();
    let mut at = 0;
    while at < end {
        while cuts.next_if(|&cut| cut <= at).is_some() {}
        let cut = cuts.peek().map_or(end, |&cut| cut);
        let (next, mark) = match marks.next_if(|(range, _)| range.start <= at) {
            Some((range, mark)) => (range.end, Some(*mark)),
            None => (marks.peek().map_or(cut, |(range, _)| range.start.min(cut)), None),
        };
        if at < next {
            pieces.push((at..next, mark));
            at = next;
        }
    }
    pieces
}
