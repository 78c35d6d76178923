//! The head of a document: everything before its text.
//!
//! In: the lines of a source. Out: whether a resolution follows, how many lines its head takes, and what they say.

use std::collections::HashSet;
use std::ops::Range;

use super::Setting;
use super::cover::{CoverReader, undecorated};
use super::facts::Facts;
use super::fields::Fields;
use super::signs::{ENOUGH, Signs};
use crate::import::forms::columns::cover_columns;
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

/// How many lines the title of a resolution takes.
const LONGEST_TITLE: usize = 4;

/// Why a text that looks like a resolution is none.
const NO_TITLE: &str =
    "the text became a plain document: this line opens a resolution, and no title stands above it";
const NO_PARAGRAPH: &str =
    "the text became a plain document: a resolution seems to begin here, and no paragraph 1 stands below";
const NO_STRUCTURE: &str = "the text became a plain document: this is the symbol of a resolution, and neither a number with a title \
                            nor the line that opens a preamble was found";

/// The head of a resolution.
struct Structure {
    /// How many lines it takes.
    lines: usize,
    /// Its title, where no full stop stands behind the number.
    loose: Option<LooseTitle>,
}

/// A number without a full stop, with the title behind or below it.
struct LooseTitle {
    /// Where its line begins.
    start: usize,
    /// The line that the title begins in.
    last: usize,
    /// Whether the symbol on the cover ends with the number.
    is_of_symbol: bool,
}

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
    file: &'a S,
    text: &'a str,
    setting: Setting<'a>,
    fields: Fields,
    ledger: Ledger,
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
        match self.structure() {
            _ if !self.setting.may_be_resolution => self.document(None),
            Ok(found) => self.resolution(found),
            Err(why) => self.document(why),
        }
    }

    fn said(&self, line: &Line<'_>) -> &'a str {
        slice(self.text, line.range.clone())
    }

    /// The head of a resolution: there is a number with a title or the body's opening, and a paragraph 1 after it. Where only a part of
    /// it is there, what is missing.
    fn structure(&self) -> Result<Structure, Option<Unsure>> {
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
        let loose = if title.is_none() { self.loose_title(opening) } else { None };
        let lacks = |at: usize, why| self.file.lines().nth(at).map(|line| Unsure::new(line.range, why));
        let lines = match (title.or(loose.as_ref().map(|loose| loose.last)), opening) {
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
            Ok(Structure { lines, loose })
        } else {
            Err(lacks(opening.or(title).unwrap_or_default(), NO_PARAGRAPH))
        }
    }

    /// The number of a resolution without a full stop, with its title behind it or on the next line: the last before the opening, and
    /// near to it, or one that the symbol on the cover ends with.
    fn loose_title(&self, opening: Option<usize>) -> Option<LooseTitle> {
        let pattern = &self.setting.rules.cover.loose_title;
        let all = LONGEST_COVER * 2;
        let symbols: Vec<&str> = self
            .file
            .lines()
            .take(all)
            .flat_map(|line| cover_columns(self.text, line.range, self.setting.rules))
            .map(|column| slice(self.text, column))
            .filter(|said| self.setting.rules.cover.symbol.is_match(said))
            .collect();
        let of_line = |(at, line): (usize, Line<'_>)| {
            let said = self.said(&line);
            let found = pattern.captures(said).filter(|_| said.len() <= LONGEST_HEADING)?;
            let is_whole = found.name("title").is_some();
            let number = &found["number"];
            let is_of_symbol = symbols.iter().any(|symbol| {
                symbol.trim_end_matches('*').strip_suffix(number).is_some_and(|rest| rest.ends_with('/'))
            });
            let last = if is_whole { at } else { at + 1 };
            let is_near = opening.is_some_and(|opening| last < opening && opening - last <= LONGEST_TITLE);
            (is_of_symbol || is_near).then_some(LooseTitle { start: line.range.start, last, is_of_symbol })
        };
        self.file.lines().take(opening.unwrap_or(all)).enumerate().filter_map(of_line).last()
    }

    fn opened_by(&self, line: &Line<'_>) -> Option<&'a Body> {
        self.setting.rules.opened_by(self.said(line))
    }

    fn resolution(mut self, Structure { lines, loose }: Structure) -> ReadHead {
        let mut cover = Vec::new();
        for line in self.file.lines().take(lines) {
            match line.left_out {
                Some(reason) => self.ledger.drop(line.range.clone(), reason),
                None => cover.extend(cover_columns(self.text, line.range.clone(), self.setting.rules)),
            }
        }
        let opening = self.file.lines().nth(lines);
        let opened_by = opening.as_ref().and_then(|line| self.opened_by(line));
        let titled = match &loose {
            Some(loose) => Some(loose.start),
            None => self.last_unknown(&cover),
        };
        let said = self.cover(&cover, (opened_by, titled), true);
        if !self.fields.has("title")
            && let Some(title) = self.fields.take_last("cover-lines")
        {
            self.fields.add("title", title);
        }
        let title = self.fields.get("title").map(|title| title.whole().range());
        if let Some(title) = title.clone().filter(|_| !self.is_titled(loose.as_ref())) {
            let why = if loose.is_some() {
                "this line was taken for the number and the title, which no full stop parts"
            } else {
                "this line was taken for the title: no number stands before it"
            };
            self.unsure.push(Unsure::new(title, why));
        }
        let mut signs = Signs::of_cover(&self.fields);
        if let Some(title) = title.filter(|_| loose.is_none() && self.is_titled(None)) {
            signs.add("title behind its number", 3, title);
        }
        let opens = opening.clone().filter(|line| self.opened_by(line).is_some());
        if let Some(line) = &opens {
            signs.add("opening of the preamble", 4, line.range.clone());
        }
        signs.text(self.lines_from(lines), None);
        if signs.points() < ENOUGH {
            let range = opening.map_or(0..0, |line| line.range);
            return Self::new(self.file, self.setting).document(Some(signs.unsure(range)));
        }
        self.ledger.recognise(signs.into_list());
        let opening = opening.map(|line| self.said(&line).to_owned());
        let symbol = Facts::of(&self.fields, opening.as_deref(), self.setting.rules).symbol;
        self.done(Head { lines, is_resolution: true, said, symbol, ..Head::default() }, opening)
    }

    /// Whether the title is known for certain: a full stop stands behind its number, or the number is that of the symbol.
    fn is_titled(&self, loose: Option<&LooseTitle>) -> bool {
        match loose {
            Some(loose) => loose.is_of_symbol,
            None => {
                let is_numbered = |title: &str| self.setting.rules.cover.numbered_title.is_match(title);
                self.fields.has("number") || self.fields.text("title").is_some_and(is_numbered)
            }
        }
    }

    /// Where the last line of a cover begins, if it says nothing known and no line above it is a title.
    fn last_unknown(&self, cover: &[Range<usize>]) -> Option<usize> {
        let said = |column: &Range<usize>| slice(self.text, column.clone());
        let rules = &self.setting.rules.cover;
        let heads = |column: &Range<usize>| {
            let said = said(column).trim_start_matches('#').trim_matches([' ', '*']);
            rules.number_and_title.is_match(said) || rules.numbered_title.is_match(said)
        };
        let last = cover.last().filter(|last| !self.is_on_cover(said(last), &mut true))?;
        (!cover.iter().any(heads)).then_some(last.start)
    }

    /// The lines from one on that are not left out, with what they say.
    fn lines_from(&self, first: usize) -> impl Iterator<Item = (&'a str, Range<usize>)> + use<'a, S> {
        let (text, file) = (self.text, self.file);
        file.lines()
            .skip(first)
            .filter(|line| line.left_out.is_none())
            .map(move |line| (slice(text, line.range.clone()), line.range))
    }

    fn document(self, lacks: Option<Unsure>) -> ReadHead {
        match self.cover_of_body() {
            Some(lines) => self.document_of_body(lines, lacks),
            None => self.plain(lacks),
        }
    }

    fn plain(mut self, lacks: Option<Unsure>) -> ReadHead {
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
                cover.extend(cover_columns(self.text, line.range, self.setting.rules));
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
        let said = if cover.is_empty() { HashSet::new() } else { self.cover(&cover, (None, None), false) };
        let symbol = self.fields.text("symbol").map(str::to_owned);
        self.unsure.extend(lacks.or_else(|| self.lacks_structure()));
        self.done(Head { lines, said, symbol, ..Head::default() }, None)
    }

    /// How many lines the cover of a document takes that a body of the United Nations issued, such as a report or a letter: it has a
    /// symbol, and the name of the body, the session, the agenda item and the like stand above its title.
    fn cover_of_body(&self) -> Option<usize> {
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
            &cover.issuer,
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
        let says_kind = |title: &str| self.setting.rules.cover.subtitle.is_match(title);
        let mut signs = Signs::of_cover(&self.fields);
        if self.file.lines().next().is_some_and(|line| line.is_paragraph) {
            signs.add("paragraphs that the file knows", 3, 0..0);
        }
        if let Some(title) = self.fields.get("title").filter(|title| says_kind(title.text())) {
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
    fn lacks_structure(&self) -> Option<Unsure> {
        let symbol = self.fields.get("symbol").filter(|_| self.setting.may_be_resolution)?;
        let is_of =
            |body: &Body| body.symbol.as_deref().is_some_and(|start| symbol.text().starts_with(start));
        let is_of_resolution = self.setting.rules.bodies.iter().any(is_of);
        is_of_resolution.then(|| Unsure::new(symbol.whole().range(), NO_STRUCTURE))
    }

    fn cover(
        &mut self,
        lines: &[Range<usize>],
        (body, title): (Option<&Body>, Option<usize>),
        is_of_body: bool,
    ) -> HashSet<String> {
        let Setting { rules, script, .. } = self.setting;
        let are_paragraphs = self.file.lines().next().is_some_and(|line| line.is_paragraph);
        let cover = CoverReader { text: self.text, rules, script, body, title, are_paragraphs, is_of_body };
        let (said, unsure) = cover.read(lines, &mut self.fields, &mut self.ledger);
        self.unsure.extend(unsure);
        said
    }

    fn done(self, mut known: Head, opening: Option<String>) -> ReadHead {
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
