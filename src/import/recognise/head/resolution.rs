//! The head of a resolution.
//!
//! In: the lines of a source. Out: whether a resolution follows, and what stands before its preamble; where too few signs show that it is
//! one, a plain document.

use std::ops::Range;

use super::{HeadReader, LONGEST_COVER, ReadHead};
use crate::import::forms::columns::cover_columns;
use crate::import::recognise::facts::Facts;
use crate::import::recognise::signs::{ENOUGH, Signs};
use crate::import::source::{Head, Line, SourceFile};
use crate::import::unsure::Unsure;
use crate::languages::LONGEST_HEADING;
use crate::numbering::{Number, Suffix};
use crate::source::slice;

/// How many lines the title of a resolution takes.
const LONGEST_TITLE: usize = 4;

/// Why a text that looks like a resolution is none.
const NO_TITLE: &str =
    "the text became a plain document: this line opens a resolution, and no title stands above it";
const NO_PARAGRAPH: &str =
    "the text became a plain document: a resolution seems to begin here, and no paragraph 1 stands below";
/// The head of a resolution.
pub(super) struct Structure {
    /// How many lines it takes.
    lines: usize,
    /// Whether a full stop stands between its number and its title.
    is_titled: bool,
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

impl<'a, S: SourceFile> HeadReader<'a, S> {
    /// The head of a resolution: there is a number with a title or the body's opening, and a paragraph 1 after it. Where only a part of
    /// it is there, what is missing.
    pub(super) fn structure(&self) -> Result<Structure, Option<Unsure>> {
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
            Ok(Structure { lines, is_titled: title.is_some(), loose })
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

    pub(super) fn resolution(mut self, Structure { lines, is_titled, loose }: Structure) -> ReadHead {
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
            None if is_titled => None,
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

    /// Where the last line of a cover begins, if it says nothing known and no title stands behind or below a number.
    fn last_unknown(&self, cover: &[Range<usize>]) -> Option<usize> {
        let said = |column: &Range<usize>| slice(self.text, column.clone());
        let heads = |pair: &[Range<usize>]| {
            let joined = pair.iter().map(said).collect::<Vec<_>>().join(" ");
            self.setting.rules.cover.number_and_title.is_match(&joined)
        };
        let last = cover.last().filter(|_| !cover.windows(2).any(heads))?;
        (!self.is_on_cover(slice(self.text, last.clone()), &mut true)).then_some(last.start)
    }

    /// The lines from one on that are not left out, with what they say.
    pub(super) fn lines_from(
        &self,
        first: usize,
    ) -> impl Iterator<Item = (&'a str, Range<usize>)> + use<'a, S> {
        let (text, file) = (self.text, self.file);
        file.lines()
            .skip(first)
            .filter(|line| line.left_out.is_none())
            .map(move |line| (slice(text, line.range.clone()), line.range))
    }
}
