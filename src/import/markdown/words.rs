//! The words of a paragraph or note: text, bold, italics, languages, marks of notes.

use std::ops::Range;

use super::escape::{Position, escape};
use super::{Home, Writer};
use crate::import::ledger::Destination;
use crate::import::source::{Mark, Run, Words};
use crate::lang::Lang;
use crate::source::slice;

impl<'a> Writer<'a> {
    /// Writes words; `lang` is their language where it is not the document's, `place` where they stand.
    pub fn words(&mut self, words: &'a Words, lang: Option<&Lang>, home: Home, mut place: Position) {
        if let Some(lang) = lang {
            self.open_language(lang);
        }
        let runs = trimmed(words);
        let mut waiting = runs.iter().peekable();
        let mut open: Option<&(Range<usize>, &Run)> = None;
        for (range, mark) in pieces(words, &runs) {
            if open.is_none() {
                open = waiting.next_if(|(run, _)| run.start <= range.start);
                if let Some((_, run)) = open {
                    self.open(run);
                    place = Position::Inside;
                }
            }
            place = self.piece(words, range.clone(), mark, home, place);
            if let Some((_, run)) = open.take_if(|(run, _)| run.end <= range.end) {
                self.close(run);
            }
        }
        if lang.is_some() {
            self.out.push_str("</span>");
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
                escape(text, place, &mut self.out);
                (home.destination(), Position::Inside)
            }
            (Some(Mark::Markdown), _) => {
                self.out.push_str(text);
                (home.destination(), Position::Inside)
            }
            (Some(Mark::Note(note)), Home::Paragraph(paragraph)) => {
                // Before a bracket it would begin a picture.
                if self.out.ends_with('!') {
                    self.out.insert(self.out.len() - 1, '\\');
                }
                self.out.push_str("[^");
                self.out.push_str(&self.labels[note]);
                self.out.push(']');
                (Destination::Mark { paragraph, note: note as u32 }, Position::AfterMark)
            }
            // A note's own marks stay what they are: notes do not lead to notes.
            (Some(Mark::Note(_)), Home::Note(_)) => {
                escape(text, place, &mut self.out);
                (home.destination(), Position::Inside)
            }
            (Some(Mark::LeftOut(reason)), _) => (Destination::Dropped(reason.to_owned()), place),
        };
        for span in words.passage.spans(range) {
            self.ledger.add(span, destination.clone());
        }
        after
    }

    fn open(&mut self, run: &Run) {
        if let Some(lang) = &run.lang {
            self.open_language(lang);
        }
        self.out.push_str(stars(run));
    }

    fn close(&mut self, run: &Run) {
        self.out.push_str(stars(run));
        if run.lang.is_some() {
            self.out.push_str("</span>");
        }
    }

    fn open_language(&mut self, lang: &Lang) {
        self.out.push_str("<span lang=\"");
        self.out.push_str(&lang.to_string());
        self.out.push_str("\">");
    }
}

/// Markdown has no sign for underlined words; they are emphasised, as those in italics are.
fn stars(run: &Run) -> &'static str {
    match (run.is_bold, run.is_italic || run.is_underlined) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
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

/// The words cut at their marks and at the ends of their runs.
fn pieces(words: &Words, runs: &[(Range<usize>, &Run)]) -> Vec<(Range<usize>, Option<Mark>)> {
    let end = words.passage.text().len();
    let mut pieces = Vec::with_capacity(words.marks.len() * 2 + runs.len() * 2 + 1);
    let mut cuts = runs.iter().flat_map(|(run, _)| [run.start, run.end]).chain([end]).peekable();
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
