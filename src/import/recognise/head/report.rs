//! The head of a document that a body of the United Nations issued and that is no resolution, such as a report or a letter.
//!
//! In: the lines of a source. Out: how many its cover takes, and what they say; where too few signs show what it is, a plain document.

use std::ops::Range;

use super::{HeadReader, LONGEST_COVER, ReadHead};
use crate::import::forms::columns::cover_columns;
use crate::import::forms::headings::Headings;
use crate::import::passage::{Joint, Passage};
use crate::import::recognise::cover::undecorated;
use crate::import::recognise::signs::{ENOUGH, Signs};
use crate::import::source::{Head, Line, SourceFile};
use crate::import::unsure::Unsure;
use crate::languages::{Body, LONGEST_HEADING, ResolutionPatterns};
use crate::numbering::Number;
use crate::source::slice;

/// How many lines in a row above the title may say nothing known.
const MOST_UNKNOWN: usize = 2;

/// How many lines a title or a subtitle takes.
const LONGEST_TITLE: usize = 4;

/// What a text lacks that has the symbol of a resolution.
const NO_STRUCTURE: &str = "the text became a plain document: this is the symbol of a resolution, and neither a number with a title \
                            nor the line that opens a preamble was found";

impl<S: SourceFile> HeadReader<'_, S> {
    /// How many lines the cover of a document takes that a body of the United Nations issued, such as a report or a letter: it has a
    /// symbol, and the name of the body, the session, the agenda item and the like stand above its title.
    pub(super) fn cover_of_body(&self) -> Option<usize> {
        let cover = &self.setting.rules.cover;
        let said = |line: &Line<'_>| {
            cover_columns(self.text, line.range.clone(), self.setting.rules)
                .into_iter()
                .map(|column| slice(self.text, column))
        };
        let head = || self.file.lines().take(LONGEST_COVER * 2);
        let says_title = head().any(|line| line.is_title && line.left_out.is_none());
        let has_symbol =
            head().take(LONGEST_COVER).any(|line| said(&line).any(|said| cover.symbol.is_match(said)));
        if says_title || !has_symbol || !self.setting.may_be_resolution {
            return None;
        }
        let (mut lines, mut unknown, mut block, mut item) = (0, 0, false, None);
        let all_lines: Vec<Line<'_>> = head().collect();
        for (at, line) in all_lines.iter().enumerate() {
            if line.left_out.is_some() {
                continue;
            }
            // What says what the document is stands under its title, and not under an item of the agenda.
            let is_above_subtitle = all_lines.get(at + 1).is_some_and(|next| self.is_subtitle(next));
            let is_next = |end: usize| slice(self.text, end..line.range.start).matches('\n').count() == 1;
            // The first line under the number may be the title of what others have written.
            let is_first = at > 0
                && all_lines
                    .get(at - 1)
                    .is_some_and(|above| said(above).any(|said| cover.agenda_item.is_match(said)));
            let is_of_item = item.is_some_and(|end| !line.is_paragraph && is_next(end))
                && !is_above_subtitle
                && (is_first || !self.is_subtitle(line))
                && !begins_text(self.said(line), self.setting.rules);
            let is_known = said(line).filter(|said| self.is_on_cover(said, &mut block)).count() > 0;
            let all = slice(self.text, line.range.clone());
            let is_item = said(line).any(|said| cover.agenda_item.is_match(said));
            item = (is_item || is_of_item && !is_known).then_some(line.range.end);
            if is_known || is_of_item {
                (lines, unknown) = (at + 1, 0);
            } else {
                unknown += 1;
            }
            let is_title = said(line).any(|said| cover.number_and_title.is_match(said));
            let is_sentence =
                line.range.len() > LONGEST_HEADING || all.ends_with(['.', '。', ';', '；', '：', ':']);
            if is_title
                || unknown > MOST_UNKNOWN
                || (is_sentence || begins_text(self.said(line), self.setting.rules)) && !is_known
            {
                break;
            }
        }
        Some(lines).filter(|lines| *lines > 0)
    }

    /// Whether a line says what kind of document it is.
    fn is_subtitle(&self, line: &Line<'_>) -> bool {
        self.setting.rules.cover.subtitle.is_match(self.said(line))
    }

    /// Whether a line says what stands above the title of a document of a body.
    pub(super) fn is_on_cover(&self, said: &str, block: &mut bool) -> bool {
        let rules = self.setting.rules;
        let cover = &rules.cover;
        let of_block = &cover.distribution;
        *block |= of_block.kind.is_match(said);
        let is_of_block = [&of_block.kind, &of_block.date, &of_block.language, &of_block.original]
            .iter()
            .any(|known| known.is_match(said));
        let known = [
            &cover.symbol,
            &cover.session_name,
            &cover.session_dates,
            &cover.agenda_item,
            &cover.adopted,
            &cover.number_and_title,
            &cover.issuer,
        ];
        (*block && is_of_block)
            || rules.body(said).is_some()
            || known.iter().any(|known| known.is_match(said))
    }

    pub(super) fn document_of_body(mut self, cover: usize, lacks: Option<Unsure>) -> ReadHead {
        let mut columns_of_cover = Vec::new();
        let mut rest = self.file.lines().peekable();
        let mut lines = cover;
        for line in rest.by_ref().take(cover) {
            match line.left_out {
                Some(reason) => self.ledger.drop(line.range, reason),
                None => columns_of_cover.extend(cover_columns(self.text, line.range, self.setting.rules)),
            }
        }
        // The last body that is named is the one that speaks: those above it are what it belongs to.
        let said = |column: &Range<usize>| slice(self.text, column.clone());
        let body = columns_of_cover.iter().rev().find_map(|column| self.setting.rules.body(said(column)));
        let said = self.cover(&columns_of_cover, (body, None), true);
        // That line is a fact of resolutions alone.
        if let Some(adopted) = self.fields.take_last("adopted") {
            self.fields.add("cover-lines", adopted);
        }
        let script = self.setting.script;
        let is_one = |above: &Line<'_>, line: &Line<'_>| {
            let between = slice(self.text, above.range.end..line.range.start);
            !line.is_paragraph && line.left_out.is_none() && between.matches('\n').count() == 1
        };
        let begins = |line: &Line<'_>| begins_text(slice(self.text, line.range.clone()), self.setting.rules);
        let says_kind = |line: &Line<'_>| {
            self.setting.rules.cover.subtitle.is_match(slice(self.text, line.range.clone()))
        };
        for key in ["title", "subtitle"] {
            if self.fields.has(key) {
                continue;
            }
            let is_it = |line: &Line<'_>| {
                line.left_out.is_none() && if key == "title" { !begins(line) } else { says_kind(line) }
            };
            while key == "title" && rest.peek().is_some_and(|line| line.left_out.is_some()) {
                let Some(line) = rest.next() else { break };
                lines += 1;
                self.ledger.drop(line.range, line.left_out.unwrap_or_default());
            }
            let Some(mut above) = rest.next_if(is_it) else { continue };
            lines += 1;
            let words = undecorated(self.text, above.range.clone(), &mut self.ledger);
            self.fields.add(key, Passage::line(self.text, words));
            let goes_on =
                |above: &Line<'_>, line: &Line<'_>| is_one(above, line) && !begins(line) && !says_kind(line);
            let mut more = 1;
            while let Some(line) = rest.next_if(|line| more < LONGEST_TITLE && goes_on(&above, line)) {
                (lines, more) = (lines + 1, more + 1);
                self.fields.extend(key, self.text, line.range.clone(), Joint::Wrap(script));
                above = line;
            }
            // Where no blank line ends it, only what a line says tells where the text begins.
            if let Some(next) =
                rest.peek().filter(|next| is_one(&above, next) && !(key == "title" && says_kind(next)))
            {
                self.unsure.push(Unsure::new(
                    next.range.clone(),
                    format!("no blank line parts this line from the {key} above it"),
                ));
            }
        }
        let names_kind = |title: &str| self.setting.rules.cover.subtitle.is_match(title);
        let mut signs = Signs::of_cover(&self.fields);
        if self.file.lines().next().is_some_and(|line| line.is_paragraph) {
            signs.add("paragraphs that the file knows", 3, 0..0);
        }
        if let Some(title) = self.fields.get("title").filter(|title| names_kind(title.text())) {
            signs.add("title that says what it is", 3, title.whole().range());
        }
        signs.text(self.lines_from(lines), Some(self.setting.rules));
        if signs.points() < ENOUGH {
            let range = self.fields.get("symbol").map_or(0..0, |symbol| symbol.whole().range());
            let lacks = lacks.or_else(|| self.lacks_structure()).unwrap_or_else(|| signs.unsure(range));
            return Self::new(self.file, self.setting).plain(Some(lacks));
        }
        self.ledger.recognise(signs.into_list());
        let symbol = self.fields.text("symbol").map(str::to_owned);
        self.unsure.extend(lacks.or_else(|| self.lacks_structure()));
        self.done(Head { lines, is_of_body: true, said, symbol, ..Head::default() }, None)
    }

    /// What is missing in a text that has the symbol of a resolution, and nothing else of one.
    pub(super) fn lacks_structure(&self) -> Option<Unsure> {
        let symbol = self.fields.get("symbol").filter(|_| self.setting.may_be_resolution)?;
        let is_of =
            |body: &Body| body.symbol.as_deref().is_some_and(|start| symbol.text().starts_with(start));
        let is_of_resolution = self.setting.rules.bodies.iter().any(is_of);
        is_of_resolution.then(|| Unsure::new(symbol.whole().range(), NO_STRUCTURE))
    }
}

/// Whether the text begins at a line: with a heading, or with paragraph 1.
fn begins_text(said: &str, rules: &ResolutionPatterns) -> bool {
    Number::of(said).is_some_and(|number| number.value == 1)
        || Headings::default().level(said, rules).is_some()
}
