//! What a page shows to its readers.
//!
//! In: a finished page or a document of a book, what its style sheets hide, and values. Out: the first value that does not stand where
//! readers meet it. Nothing is met in comments, attributes, the head, scripts, what is hidden, what a browser shows only in place of
//! something else, what is closed until somebody opens it, or in drawings. What leads through a page shows no value: the words of a
//! title are met under it, not in a menu. Each value has a place of its own: words inside of another value are those of that value.
//!
//! Details that an author closed are part of a text, whose words they hide from nobody: their summary says what they hold, and
//! the author wrote both. Details around a text are the template's.

mod elements;
mod places;
mod tags;

use std::ops::Range;

use super::embedded;
use super::input::Medium;
use super::tag::Attribute;
use super::text::decode;
use super::token::{EndTag, TokenSink};
use super::tokens;
use crate::image::css::{self, Hide, Hides, Of};
use crate::lang::Lang;
use crate::source::slice;

pub(super) use elements::ids;
use elements::{Around, List, Sink};

/// What the style sheets of pages hide.
#[derive(Debug, Default)]
pub struct Hidden {
    /// By each sheet.
    sheets: Vec<Hides>,
    /// By all together.
    hides: Vec<Hide>,
}

impl Hidden {
    /// What these style sheets hide together.
    pub fn by(sheets: Vec<Hides>) -> Self {
        let hides = css::together(&sheets.iter().collect::<Vec<_>>());
        Self { sheets, hides }
    }
}

/// A value, as it must stand on a page.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// These words, in any markup.
    Words(&'a str),
    /// These words, in any markup, and no others in the same line but those of links.
    Line(&'a str),
    /// This markup, which marks the language of its parts.
    Markup(&'a str),
    /// These items, which a list counts from 1.
    Items(&'a str),
}

/// Why a value is not met as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It stands nowhere.
    Missing,
    /// What stands around it changes what is read.
    Changed(String),
}

/// A page as its readers meet it.
pub struct Shown<'p> {
    html: &'p str,
    /// Where its elements begin that are shown.
    starts: Vec<(usize, Around<'p>)>,
    /// Where its texts stand that are shown.
    texts: Vec<(Range<usize>, Around<'p>)>,
    /// Where its lines begin or end.
    lines: Vec<usize>,
    /// Where elements begin whose words a style harms.
    harmed: Vec<usize>,
}

impl<'p> Shown<'p> {
    /// Reads a page of a site.
    pub fn page(html: &'p str, hidden: &Hidden) -> Self {
        Self::read(html, Medium::Site, hidden)
    }

    /// Reads a document of a book.
    pub fn document(html: &'p str, hidden: &Hidden) -> Self {
        Self::read(html, Medium::Book, hidden)
    }

    fn read(html: &'p str, medium: Medium, hidden: &Hidden) -> Self {
        let own = own_sheets(html, medium);
        let more =
            (!own.is_empty()).then(|| css::together(&hidden.sheets.iter().chain(&own).collect::<Vec<_>>()));
        let mut sink = Sink::new(html, medium, more.as_deref().unwrap_or(&hidden.hides));
        // What cannot be read shows nothing from there on; the audit of the page says so.
        let _ = tokens::read(html, medium, &mut sink);
        let Sink { starts, texts, lines, harmed, .. } = sink;
        Self { html, starts, texts, lines, harmed }
    }

    /// The first of these values that is not met as it is, by its number.
    pub fn first_lost(&self, values: &[Value<'_>]) -> Option<(usize, Trouble)> {
        let markup: Vec<(usize, &str)> = values
            .iter()
            .enumerate()
            .filter_map(|(at, value)| match value {
                Value::Markup(markup) | Value::Items(markup) => Some((at, markup.trim())),
                Value::Words(_) | Value::Line(_) => None,
            })
            .collect();
        let pieces: Vec<&str> = markup.iter().map(|(_, piece)| *piece).collect();
        let places = places::of(self.html, &pieces, |at, _| self.around(at).is_some());
        let mut troubles: Vec<(usize, Trouble)> = Vec::new();
        let (mut taken, mut placed) = (Vec::new(), Vec::new());
        for ((at, piece), place) in markup.iter().zip(places) {
            match place {
                Some(start) => {
                    taken.push(start..start + piece.len());
                    placed.push((*at, start..start + piece.len()));
                }
                None => troubles.push((*at, Trouble::Missing)),
            }
        }
        taken.sort_by_key(|range: &Range<usize>| range.start);
        for (at, place) in placed {
            let trouble = values.get(at).and_then(|value| self.trouble(*value, place, &taken));
            troubles.extend(trouble.map(|trouble| (at, trouble)));
        }
        self.words(values, &taken, &mut troubles);
        troubles.into_iter().min_by_key(|(at, _)| *at)
    }

    /// Looks for the words outside of what markup has taken.
    fn words(&self, values: &[Value<'_>], taken: &[Range<usize>], troubles: &mut Vec<(usize, Trouble)>) {
        let wanted: Vec<(usize, String)> = values
            .iter()
            .enumerate()
            .filter_map(|(at, value)| match value {
                Value::Words(words) | Value::Line(words) => Some((at, words.split_whitespace().collect())),
                Value::Markup(_) | Value::Items(_) => None,
            })
            .collect();
        if wanted.is_empty() {
            return;
        }
        let mut words = String::new();
        // Where something stood between two characters, and where each text begins.
        let (mut breaks, mut runs) = (Vec::new(), Vec::new());
        for (text, around) in &self.texts {
            let line = self.lines.partition_point(|line| *line <= text.start);
            for range in outside(text.clone(), taken) {
                runs.push((words.len(), *around, line));
                let decoded = decode(slice(self.html, range));
                for word in decoded.split_whitespace() {
                    breaks.push(words.len());
                    words.push_str(word);
                }
            }
        }
        breaks.push(words.len());
        let is_apart = |at: usize| {
            let before = slice(&words, ..at).chars().next_back();
            let after = slice(&words, at..).chars().next();
            let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            breaks.binary_search(&at).is_ok() || !(goes_on(before) && goes_on(after))
        };
        let pieces: Vec<&str> = wanted.iter().map(|(_, words)| words.as_str()).collect();
        let places = places::of(&words, &pieces, |start, end| is_apart(start) && is_apart(end));
        for ((at, piece), place) in wanted.iter().zip(places) {
            let Some(start) = place else {
                troubles.push((*at, Trouble::Missing));
                continue;
            };
            let run = runs.partition_point(|(begin, ..)| *begin <= start).checked_sub(1);
            let around = run.and_then(|run| runs.get(run)).map(|(_, around, _)| *around).unwrap_or_default();
            let is_line = matches!(values.get(*at), Some(Value::Line(_)));
            let end = start + piece.len();
            let beside = || in_line(&words, &runs, start..end).filter(|_| is_line);
            let changed = around.changed.map(str::to_ascii_lowercase).or_else(beside).map(Trouble::Changed);
            troubles
                .extend(changed.or(around.is_cut.then_some(Trouble::Missing)).map(|trouble| (*at, trouble)));
        }
    }

    /// What is wrong with markup that stands here.
    fn trouble(&self, value: Value<'_>, place: Range<usize>, taken: &[Range<usize>]) -> Option<Trouble> {
        let around = self.around(place.start).unwrap_or_default();
        let harmed = self.harmed.get(self.harmed.partition_point(|at| *at < place.start));
        let is_harmed = harmed.is_some_and(|at| *at < place.end);
        let first = self.texts.partition_point(|(text, _)| text.start < place.start);
        let last = self.texts.get(first..)?.iter().take_while(|(text, _)| text.end <= place.end).last();
        let is_block = self.lines.binary_search(&place.start).is_ok();
        let first = self.starts.partition_point(|(start, _)| *start < place.start);
        let inside = self.starts.get(first..)?.iter().take_while(|(start, _)| *start < place.end);
        let is_reordered = inside.filter(|(_, around)| around.is_reordered).nth(1).is_some();
        if is_harmed || last.is_some() && around.is_cut || is_reordered {
            return Some(Trouble::Missing);
        }
        let changed = around.changed.map(str::to_ascii_lowercase).or_else(|| list(value, around));
        let by = changed
            .or_else(|| if is_block { turned(around).or_else(|| self.beside(&place, taken)) } else { None });
        by.map(Trouble::Changed)
    }

    /// How words beside a block are shown in one line with it, as if they were part of it.
    fn beside(&self, place: &Range<usize>, taken: &[Range<usize>]) -> Option<String> {
        let at = self.lines.partition_point(|line| *line < place.start);
        let before = at.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or_default();
        let end = self.lines.partition_point(|line| *line < place.end);
        let behind = self.lines.get(end).copied().unwrap_or(self.html.len());
        let ends_line = slice(self.html, self.lines.get(end.checked_sub(1)?).copied()?..place.end);
        let behind = place.end..if ends_line.starts_with("</") { behind } else { place.end };
        let is_of_line = |text: &Range<usize>| {
            [before..place.start, behind.clone()]
                .iter()
                .any(|line| line.start <= text.start && text.end <= line.end)
        };
        let first = self.texts.partition_point(|(text, _)| text.start < before);
        let near = self.texts.get(first..)?.iter().take_while(|(text, _)| text.start < behind.end);
        let words = near.filter(|(text, around)| !around.leads && is_of_line(text));
        let words = words.flat_map(|(text, _)| outside(text.clone(), taken));
        let words = words
            .map(|text| decode(slice(self.html, text)))
            .find(|words| words.contains(char::is_alphanumeric))?;
        Some(line_with(&words))
    }

    /// What stands around a place that is shown.
    fn around(&self, at: usize) -> Option<Around<'p>> {
        let start = self.starts.binary_search_by_key(&at, |(start, _)| *start).ok();
        let text = self.texts.partition_point(|(text, _)| text.start <= at).checked_sub(1);
        let in_text = || text.and_then(|text| self.texts.get(text)).filter(|(text, _)| at < text.end);
        start
            .and_then(|start| self.starts.get(start))
            .map(|(_, around)| *around)
            .or_else(|| in_text().map(|(_, around)| *around))
    }
}

/// How other words are shown in one line with those of this range: of `runs` each has its beginning, what is around it, and its line.
fn in_line(words: &str, runs: &[(usize, Around<'_>, usize)], range: Range<usize>) -> Option<String> {
    let first = runs.partition_point(|(begin, ..)| *begin <= range.start).checked_sub(1)?;
    let last = runs.partition_point(|(begin, ..)| *begin < range.end).checked_sub(1)?;
    let lines = runs.get(first)?.2..=runs.get(last)?.2;
    let ends = runs.iter().skip(1).map(|(begin, ..)| *begin).chain([words.len()]);
    let of_lines =
        runs.iter().zip(ends).filter(|((_, around, line), _)| lines.contains(line) && !around.leads);
    let others = of_lines.flat_map(|((begin, ..), end)| {
        [*begin..end.min(range.start), range.end.max(*begin)..end]
            .into_iter()
            .filter(|part| part.start < part.end)
    });
    let mut others = others.map(|part| slice(words, part));
    others.find(|other| other.contains(char::is_alphanumeric)).map(line_with)
}

/// How a line is called that holds other words.
fn line_with(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("line with “{}”", words.chars().take(LONGEST).collect::<String>())
}

/// So much of what stands beside a value is shown in messages.
const LONGEST: usize = 20;

/// How a direction is given to words that their language has not.
fn turned(around: Around<'_>) -> Option<String> {
    let dir = around.dir.filter(|dir| *dir != "auto")?;
    let lang: Lang = around.lang?.parse().ok()?;
    (lang.direction().attribute() != dir).then(|| format!("place with “dir={dir}”"))
}

/// How the list around items changes their numbers.
fn list(value: Value<'_>, around: Around<'_>) -> Option<String> {
    match (value, around.list) {
        (Value::Items(_) | Value::Markup(_), List::CountsOtherwise(by)) if value.is_items() => {
            Some(format!("list with “{by}”"))
        }
        (Value::Items(_), List::Counts) => None,
        (Value::Items(_), _) => Some("place that does not count them".to_owned()),
        _ => None,
    }
}

impl Value<'_> {
    fn is_items(&self) -> bool {
        match self {
            Value::Items(_) => true,
            Value::Markup(markup) => markup.trim_start().starts_with("<li"),
            Value::Words(_) | Value::Line(_) => false,
        }
    }
}

/// The parts of a text that lie outside of what is taken.
fn outside(text: Range<usize>, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = text.start;
    let first = taken.partition_point(|range| range.end <= text.start);
    for range in taken.iter().skip(first).take_while(|range| range.start < text.end) {
        if start < range.start {
            parts.push(start..range.start);
        }
        start = start.max(range.end);
    }
    if start < text.end {
        parts.push(start..text.end);
    }
    parts
}

/// The style sheets that stand in a page itself.
fn own_sheets(html: &str, medium: Medium) -> Vec<Hides> {
    struct Sheets<'p>(&'p str, bool, Vec<Hides>);
    impl Sheets<'_> {
        fn add(&mut self, sheet: &str) {
            self.2.push(css::read(sheet, Of::Theme).hides);
        }
    }
    impl<'p> TokenSink<'p> for Sheets<'p> {
        fn start(&mut self, tag: &super::tag::Tag<'p>) {
            self.1 = tag.kind == super::element_kind::ElementKind::Style;
            let address =
                tag.get(Attribute::Href).filter(|_| tag.kind == super::element_kind::ElementKind::Link);
            if let Some((_, sheet)) = address.and_then(|address| embedded::data(&decode(address))) {
                self.add(&sheet);
            }
        }

        fn text(&mut self, range: Range<usize>) {
            self.raw(range);
        }

        fn raw(&mut self, range: Range<usize>) {
            if self.1 {
                self.add(slice(self.0, range));
            }
        }

        fn end(&mut self, _: EndTag<'p>) {
            self.1 = false;
        }
    }
    let mut sheets = Sheets(html, false, Vec::new());
    let _ = tokens::read(html, medium, &mut sheets);
    sheets.2
}

#[cfg(test)]
mod tests;
