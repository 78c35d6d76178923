//! The head of a document: everything before its text.
//!
//! In: the lines of a source. Out: whether a resolution follows, how many lines its head takes, and what they say.

use std::collections::HashSet;
use std::ops::Range;

use super::Setting;
use super::cover::{CoverReader, undecorated};
use super::facts::Facts;
use super::fields::Fields;
use crate::import::forms::columns::columns;
use crate::import::forms::squeezed;
use crate::import::ledger::Ledger;
use crate::import::passage::{Joint, Passage};
use crate::import::source::{Head, Line, SourceFile};
use crate::import::unsure::Unsure;
use crate::languages::{Body, LONGEST_HEADING};
use crate::numbering::{Number, Suffix};
use crate::source::slice;

/// How many lines the head of a document can have before its title.
const LONGEST_COVER: usize = 12;

/// How many lines in a row above the title may say nothing known.
const MOST_UNKNOWN: usize = 2;

/// Why a text that looks like a resolution is none.
const NO_TITLE: &str =
    "the text became a plain document: this line opens a resolution, and no title stands above it";
const NO_PARAGRAPH: &str =
    "the text became a plain document: a resolution seems to begin here, and no paragraph 1 stands below";
const NO_STRUCTURE: &str = "the text became a plain document: this is the symbol of a resolution, and neither a number with a title \
                            nor the line that opens a preamble was found";

/// A head that was read.
pub struct ReadHead {
    /// What the source has to know of it.
    pub known: Head,
    /// The line that opens the preamble, or stands where it should.
    pub opening: Option<String>,
    /// What the head says.
    pub fields: Fields,
    /// What was left out.
    pub ledger: Ledger,
    /// What was not understood for certain.
    pub unsure: Vec<Unsure>,
}

/// Reads heads.
pub struct HeadReader<'a, S> {
    pub(super) file: &'a S,
    pub(super) text: &'a str,
    pub(super) setting: Setting<'a>,
    pub(super) fields: Fields,
    pub(super) ledger: Ledger,
    unsure: Vec<Unsure>,
}

impl<'a, S: SourceFile> HeadReader<'a, S> {
    /// A reader for the head of this source.
    pub fn new(file: &'a S, setting: Setting<'a>) -> Self {
        let text = file.text().text();
        Self { file, text, setting, fields: Fields::default(), ledger: Ledger::default(), unsure: Vec::new() }
    }

    /// Reads it.
    pub fn read(self) -> ReadHead {
        match (self.structure(), self.act_form()) {
            (Ok(lines), _) if self.setting.may_be_resolution => self.resolution(lines),
            (_, Some(form)) if self.cover_of_body().is_none() => self.act(form),
            (Err(why), _) if self.setting.may_be_resolution => self.document(why),
            _ => self.document(None),
        }
    }

    fn said(&self, line: &Line<'_>) -> &'a str {
        slice(self.text, line.range.clone())
    }

    /// How many lines the head of a resolution takes: there is a number with a title or the body's opening, and a paragraph
    /// 1 after it. Where only a part of it is there, what is missing.
    fn structure(&self) -> Result<usize, Option<Unsure>> {
        let rules = self.setting.rules;
        let heads = |line: Line<'_>| {
            let said = self.said(&line).trim_start_matches('#').trim_matches([' ', '*']);
            said.len() <= LONGEST_HEADING
                && (rules.cover.number_and_title.is_match(said) || rules.cover.numbered_title.is_match(said))
        };
        let opens = |line: Line<'_>| self.opened_by(&line).is_some();
        let title = self.file.lines().position(heads);
        let opening = self.file.lines().skip(title.unwrap_or_default()).position(opens);
        let opening = opening.map(|at| at + title.unwrap_or_default());
        let lacks = |at: usize, why| self.file.lines().nth(at).map(|line| Unsure::new(line.range, why));
        let lines = match (title, opening) {
            (Some(title), opening) => opening.unwrap_or(title + 1),
            // A draft has no number yet; its title is the last line before the opening.
            (None, Some(opening)) if opening > 0 => opening,
            (None, Some(opening)) => return Err(lacks(opening, NO_TITLE)),
            (None, None) => return Err(None),
        };
        let is_first = |line: Line<'_>| {
            let number = Number::of(self.said(&line));
            number.is_some_and(|number| number.value == 1 && number.suffix == Suffix::None)
        };
        if self.file.lines().skip(lines).any(is_first) {
            Ok(lines)
        } else {
            Err(lacks(opening.or(title).unwrap_or_default(), NO_PARAGRAPH))
        }
    }

    fn opened_by(&self, line: &Line<'_>) -> Option<&'a Body> {
        self.setting.rules.opened_by(self.said(line))
    }

    fn resolution(mut self, lines: usize) -> ReadHead {
        let mut cover = Vec::new();
        for line in self.file.lines().take(lines) {
            match line.left_out {
                Some(reason) => self.ledger.drop(line.range.clone(), reason),
                None => cover.extend(columns(self.text, line.range.clone())),
            }
        }
        let opening = self.file.lines().nth(lines);
        let opened_by = opening.as_ref().and_then(|line| self.opened_by(line));
        let said = self.cover(&cover, opened_by, true);
        let guessed = if self.fields.has("title") { None } else { self.fields.take_last("cover-lines") };
        if let Some(title) = guessed {
            let why = "the line before the opening was taken for the title";
            self.unsure.push(Unsure::new(title.whole().range(), why));
            self.fields.add("title", title);
        }
        let opening = opening.map(|line| self.said(&line).to_owned());
        let symbol = Facts::of(&self.fields, opening.as_deref(), self.setting.rules).symbol;
        self.done(Head { lines, is_resolution: true, said, symbol, ..Head::default() }, opening)
    }

    fn document(mut self, lacks: Option<Unsure>) -> ReadHead {
        if let Some(lines) = self.cover_of_body() {
            return self.document_of_body(lines, lacks);
        }
        let (mut lines, mut cover) = (0, Vec::new());
        let of_file = || self.file.lines().take(LONGEST_COVER * 2);
        let title = of_file().position(|line| line.is_title && line.left_out.is_none());
        // A table above the words is that of a cover.
        let outside =
            of_file().take(LONGEST_COVER).position(|line| !line.is_in_table && line.left_out.is_none());
        let mut rest = self.file.lines().peekable();
        while let Some(line) = rest.next() {
            lines += 1;
            let is_above = match title {
                Some(title) => lines <= title,
                None if line.is_in_table => outside.is_some_and(|outside| lines <= outside),
                None => lines <= LONGEST_COVER && self.is_of_cover(&line, &cover),
            };
            if let Some(reason) = line.left_out {
                self.ledger.drop(line.range, reason);
            } else if is_above {
                cover.extend(columns(self.text, line.range));
            } else {
                let words = undecorated(self.text, line.range, &mut self.ledger);
                self.fields.add("title", Passage::line(self.text, words));
                while let Some(more) = rest.next_if(|line| line.is_title && line.left_out.is_none()) {
                    lines += 1;
                    self.fields.extend("title", self.text, more.range, Joint::Wrap(self.setting.script));
                }
                break;
            }
        }
        let said = if cover.is_empty() { HashSet::new() } else { self.cover(&cover, None, false) };
        let symbol = self.fields.text("symbol").map(str::to_owned);
        self.unsure.extend(lacks.or_else(|| self.lacks_structure()));
        self.done(Head { lines, said, symbol, ..Head::default() }, None)
    }

    /// How many lines the cover of a document takes that a body of the United Nations issued, such as a report or a letter: it has a
    /// symbol, and the name of the body, the session, the agenda item and the like stand above its title.
    fn cover_of_body(&self) -> Option<usize> {
        let cover = &self.setting.rules.cover;
        let said = |line: &Line<'_>| {
            columns(self.text, line.range.clone()).into_iter().map(|column| slice(self.text, column))
        };
        let head = || self.file.lines().take(LONGEST_COVER * 2);
        let says_title = head().any(|line| line.is_title && line.left_out.is_none());
        let has_symbol =
            head().take(LONGEST_COVER).any(|line| said(&line).any(|said| cover.symbol.is_match(said)));
        if says_title || !has_symbol || !self.setting.may_be_resolution {
            return None;
        }
        let (mut lines, mut unknown, mut block, mut item) = (0, 0, false, None);
        for (at, line) in head().enumerate() {
            if line.left_out.is_some() {
                continue;
            }
            let is_next = |end: usize| slice(self.text, end..line.range.start).matches('\n').count() == 1;
            let is_of_item = item.is_some_and(|end| !line.is_paragraph && is_next(end));
            let is_known = said(&line).filter(|said| self.is_on_cover(said, &mut block)).count() > 0;
            let all = slice(self.text, line.range.clone());
            item = (is_of_item || said(&line).any(|said| cover.agenda_item.is_match(said)))
                .then_some(line.range.end);
            if is_known || is_of_item {
                (lines, unknown) = (at + 1, 0);
            } else {
                unknown += 1;
            }
            let is_title = said(&line).any(|said| cover.number_and_title.is_match(said));
            let is_sentence =
                line.range.len() > LONGEST_HEADING || all.ends_with(['.', '。', ';', '；', '：', ':']);
            if is_title || unknown > MOST_UNKNOWN || (is_sentence && !is_known) {
                break;
            }
        }
        Some(lines).filter(|lines| *lines > 0)
    }

    /// Whether a line says what stands above the title of a document of a body.
    fn is_on_cover(&self, said: &str, block: &mut bool) -> bool {
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
        ];
        (*block && is_of_block)
            || rules.body(said).is_some()
            || known.iter().any(|known| known.is_match(said))
    }

    fn document_of_body(mut self, cover: usize, lacks: Option<Unsure>) -> ReadHead {
        let mut columns_of_cover = Vec::new();
        let mut rest = self.file.lines().peekable();
        let mut lines = cover;
        for line in rest.by_ref().take(cover) {
            match line.left_out {
                Some(reason) => self.ledger.drop(line.range, reason),
                None => columns_of_cover.extend(columns(self.text, line.range)),
            }
        }
        // The last body that is named is the one that speaks: those above it are what it belongs to.
        let said = |column: &Range<usize>| slice(self.text, column.clone());
        let body = columns_of_cover.iter().rev().find_map(|column| self.setting.rules.body(said(column)));
        let said = self.cover(&columns_of_cover, body, true);
        // That line is a fact of resolutions alone.
        if let Some(adopted) = self.fields.take_last("adopted") {
            self.fields.add("cover-lines", adopted);
        }
        let script = self.setting.script;
        let is_one = |above: &Line<'_>, line: &Line<'_>| {
            let between = slice(self.text, above.range.end..line.range.start);
            !line.is_paragraph && line.left_out.is_none() && between.matches('\n').count() == 1
        };
        for key in ["title", "subtitle"] {
            if self.fields.has(key) {
                continue;
            }
            let is_it = |line: &Line<'_>| {
                line.left_out.is_none()
                    && (key == "title"
                        || self.setting.rules.cover.subtitle.is_match(slice(self.text, line.range.clone())))
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
            while let Some(more) = rest.next_if(|line| is_one(&above, line)) {
                lines += 1;
                self.fields.extend(key, self.text, more.range.clone(), Joint::Wrap(script));
                above = more;
            }
        }
        let symbol = self.fields.text("symbol").map(str::to_owned);
        self.unsure.extend(lacks.or_else(|| self.lacks_structure()));
        self.done(Head { lines, is_of_body: true, said, symbol, ..Head::default() }, None)
    }

    /// What is missing in a text that has the symbol of a resolution, and nothing else of one.
    fn lacks_structure(&self) -> Option<Unsure> {
        let symbol = self.fields.get("symbol").filter(|_| self.setting.may_be_resolution)?;
        let is_of =
            |body: &Body| body.symbol.as_deref().is_some_and(|start| symbol.text().starts_with(start));
        let is_of_resolution = self.setting.rules.bodies.iter().any(is_of);
        is_of_resolution.then(|| Unsure::new(symbol.whole().range(), NO_STRUCTURE))
    }

    fn cover(&mut self, lines: &[Range<usize>], body: Option<&Body>, is_of_body: bool) -> HashSet<String> {
        let Setting { rules, script, .. } = self.setting;
        let cover = CoverReader { text: self.text, rules, script, body, is_of_body };
        let (said, unsure) = cover.read(lines, &mut self.fields, &mut self.ledger);
        self.unsure.extend(unsure);
        said
    }

    pub(super) fn done(self, mut known: Head, opening: Option<String>) -> ReadHead {
        known.title = self.fields.text("title").map(squeezed).unwrap_or_default();
        let Self { fields, ledger, unsure, .. } = self;
        ReadHead { known, opening, fields, ledger, unsure }
    }

    /// Whether a line at the head of a document without known structure is printed there for those who file it: its
    /// symbol, or the lines about its distribution.
    fn is_of_cover(&self, line: &Line<'_>, before: &[Range<usize>]) -> bool {
        let cover = &self.setting.rules.cover;
        let block = &cover.distribution;
        let is_block = before.iter().any(|line| block.kind.is_match(slice(self.text, line.clone())));
        line.range.len() <= LONGEST_HEADING
            && columns(self.text, line.range.clone()).into_iter().any(|column| {
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
