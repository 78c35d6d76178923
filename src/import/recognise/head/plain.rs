//! The head of a document without known structure.
//!
//! In: the lines of a source. Out: its title, and the lines of a cover above it. What stands above the title and is no cover stays text.

use std::collections::HashSet;
use std::ops::Range;

use super::{HeadReader, LONGEST_COVER, ReadHead};
use crate::import::forms::columns::cover_columns;
use crate::import::passage::{Joint, Passage};
use crate::import::recognise::cover::undecorated;
use crate::import::script::width;
use crate::import::source::{Head, Line, SourceFile};
use crate::import::unsure::Unsure;
use crate::languages::LONGEST_HEADING;
use crate::source::slice;

/// How many lines may stand above a title.
const MOST_ABOVE: usize = 100;

/// The widest line of a cover that says nothing known, in columns.
const WIDEST_UNKNOWN: usize = 80;

const GUESSED: &str = "the file marks no title, and this line was taken for it";
const NO_TITLE: &str = "no line of the file can be its title: write one into the front matter";

impl<S: SourceFile> HeadReader<'_, S> {
    pub(super) fn plain(mut self, lacks: Option<Unsure>) -> ReadHead {
        let file = self.file;
        let all: Vec<Line<'_>> = file.lines().take(MOST_ABOVE).collect();
        let is_kept = |line: &Line<'_>| line.left_out.is_none();
        let marked = all.iter().position(|line| line.is_title && is_kept(line));
        // A line that is only taken for the title has no text above it.
        let guessed = self.first_words(&all).filter(|at| self.is_cover(all.get(..*at).unwrap_or_default()));
        let Some(title) = marked.or(guessed) else {
            let first = all.iter().find(|line| is_kept(line)).map(|line| line.range.clone());
            self.unsure.extend(lacks.or(first.map(|range| Unsure::new(range, NO_TITLE))));
            return self.done(Head::default(), None);
        };
        let above = all.get(..title).unwrap_or_default();
        let is_cover = self.is_cover(above);
        let mut cover = Vec::new();
        for line in above.iter().filter(|_| is_cover) {
            match line.left_out {
                Some(reason) => self.ledger.drop(line.range.clone(), reason),
                None => cover.extend(cover_columns(self.text, line.range.clone(), self.setting.rules)),
            }
        }
        let mut lines = title;
        for (nth, line) in file.lines().skip(title).enumerate() {
            match nth {
                0 => {
                    if marked.is_none() && line.is_paragraph {
                        self.unsure.push(Unsure::note_only(line.range.clone(), GUESSED));
                    }
                    let words = undecorated(self.text, line.range, &mut self.ledger);
                    self.fields.add("title", Passage::line(self.text, words));
                }
                _ if line.is_title && is_kept(&line) => {
                    self.fields.extend("title", self.text, line.range, Joint::Wrap(self.setting.script));
                }
                _ => break,
            }
            lines += 1;
        }
        let said = if cover.is_empty() { HashSet::new() } else { self.cover(&cover, (None, None), false) };
        let symbol = self.fields.text("symbol").map(str::to_owned);
        self.unsure.extend(lacks.or_else(|| self.lacks_structure()));
        let above = if is_cover { 0 } else { title };
        self.done(Head { lines, above, said, symbol, ..Head::default() }, None)
    }

    /// The first line that may be the title of a file that marks none: it stands outside of tables and lists, below what is known of
    /// a cover.
    fn first_words(&self, lines: &[Line<'_>]) -> Option<usize> {
        let mut cover = Vec::new();
        lines.iter().enumerate().position(|(at, line)| {
            if line.left_out.is_some() || line.is_in_table || line.is_in_list {
                return false;
            }
            let is_of_cover = at < LONGEST_COVER && self.is_of_cover(line, &cover);
            cover.extend(cover_columns(self.text, line.range.clone(), self.setting.rules));
            !is_of_cover
        })
    }

    /// Whether the lines above the title are a cover: something known stands among them, or they are few and short and stand
    /// outside of tables and lists.
    fn is_cover(&self, lines: &[Line<'_>]) -> bool {
        let kept = || lines.iter().filter(|line| line.left_out.is_none());
        let is_known = |line: &Line<'_>| {
            let columns = cover_columns(self.text, line.range.clone(), self.setting.rules);
            let mut block = false;
            columns.into_iter().any(|column| self.is_on_cover(slice(self.text, column), &mut block))
        };
        let is_short = |line: &Line<'_>| {
            let said = slice(self.text, line.range.clone());
            !line.is_in_table
                && !line.is_in_list
                && width(said) <= WIDEST_UNKNOWN
                && !said.ends_with(['.', '。', ';', '；', '：', ':', '!', '！', '?', '？', ',', '，'])
        };
        kept().any(is_known) || (kept().count() <= LONGEST_COVER && kept().all(is_short))
    }

    /// Whether a line at the head of a document without known structure is printed there for those who file it: its
    /// symbol, or the lines about its distribution.
    fn is_of_cover(&self, line: &Line<'_>, before: &[Range<usize>]) -> bool {
        let cover = &self.setting.rules.cover;
        let block = &cover.distribution;
        let is_block = before.iter().any(|line| block.kind.is_match(slice(self.text, line.clone())));
        line.range.len() <= LONGEST_HEADING
            && cover_columns(self.text, line.range.clone(), self.setting.rules).into_iter().any(|column| {
                let said = slice(self.text, column);
                cover.symbol.is_match(said)
                    || block.kind.is_match(said)
                    || (is_block
                        && [&block.date, &block.language, &block.original]
                            .iter()
                            .any(|known| known.is_match(said)))
            })
    }
}
