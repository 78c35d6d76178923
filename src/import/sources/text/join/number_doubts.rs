//! Numbers and labels that may not be what they were taken for.
//!
//! In: the line that begins with one, and what was joined above it; at the end, all paragraphs and notes. Out: doubts.

use std::sync::LazyLock;

use regex::Regex;

use super::super::lines::{Before, Line};
use super::starts::Start;
use super::{DocumentPart, Joined, Joiner};
use crate::import::forms::columns::columns;
use crate::import::forms::ends::is_whole;
use crate::import::forms::leads::Lead;
use crate::import::script::width;
use crate::import::source::Style;
use crate::import::sources::text::notes::FoundNote;
use crate::import::unsure::Unsure;
use crate::numbering::{Label, Number, Suffix, looks_numbered};
use crate::source::slice;

/// Labels of forms that are not read, at the beginning of a paragraph: 1.1, 02., a., I., (A), 1 ), 第一条.
static UNKNOWN: LazyLock<Regex> = LazyLock::new(|| {
    let known = [
        r"[#＃№]?\s?\d{1,3}(?:[.．]\d{1,3})+(?:[\s.．、]|\p{Han})",
        r"[0０]\d{1,2}[.．、]",
        r"\d{1,3}\s?[。,，:：–—-]\s?[^\d\s]",
        r"[A-Za-z][.．、:：]",
        r"[IVXivx]{2,5}[.．、]",
        r"[(（〔【\[]?\s?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})\s?[)）〕】\]]",
        r"[(（](?:\d{1,3}|[a-z])\s",
        r"第\s?[一二三四五六七八九十百\d]{1,4}\s?[条款项段]\s",
        r"[一二三四五六七八九十]{1,3}[.．]",
    ];
    Regex::new(&format!("^(?:{})", known.join("|"))).expect("the pattern is fixed")
});

/// A number behind the end of a sentence, in the group `number`; the same for labels.
static NUMBER_INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[；;。.]\s*(?P<number>\d{1,3}\s?[.．、])\s*[^\d\s]").expect("the pattern is fixed")
});
static LABEL_INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[；;。：:]\s*(?P<label>[(（][a-z]{1,2}[)）])").expect("the pattern is fixed")
});

/// The widest heading, in columns.
const WIDEST_HEADING: usize = 60;

/// How many letters a word such as “and” or 以及 has at most, which stands behind the mark of a paragraph.
const LONGEST_CONJUNCTION: usize = 3;

impl Joiner<'_> {
    /// Notes a number or label that begins a paragraph in the middle of a sentence, as it may belong to the sentence; and a number
    /// such as 2 bis that does not follow its 2.
    pub fn doubt_number(&mut self, line: &Line, start: Option<&Start>) {
        if let Some(Start::Operative(number)) = start
            && number.suffix != Suffix::None
            && number.value != self.number.0
        {
            let why = "this number was put behind one that does not stand above it";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
        if let Some(Start::Operative(number)) = start
            && number.suffix == Suffix::None
            && number.value != self.number.0 + 1
            && !(self.part == DocumentPart::Annex && number.value == 1)
            && !self.begins(line)
        {
            let why = "this number begins a paragraph, and does not follow the one above it";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
        let is_number = matches!(start, Some(Start::Operative(_) | Start::SubParagraph { .. }));
        let is_parted = matches!(line.before, Before::Gap | Before::Room) && !self.is_page_end(line);
        let above = self.paragraphs.last().map_or("", |last| last.passage.text());
        if !is_number || is_parted || above.is_empty() || self.is_whole() || self.ends_with_conjunction(above)
        {
            return;
        }
        let why = "this line begins with the number of a paragraph, and the sentence above it has no end: they may be one";
        self.unsure.push(Unsure::new(line.range.clone(), why));
    }

    /// Whether a text ends with the mark of a paragraph and a word such as “and” behind it.
    fn ends_with_conjunction(&self, text: &str) -> bool {
        let rest = text.trim_end_matches(char::is_alphabetic);
        let word = slice(text, rest.len()..);
        (1..=LONGEST_CONJUNCTION).contains(&word.chars().count())
            && is_whole(rest.trim_end(), &self.rules.terminal.operative)
    }

    /// The paragraphs of a resolution that begin with a label of a form that is not read, that may be headings, or that hold the
    /// number of the next one.
    pub fn unknown_beginnings(&self) -> Vec<Unsure> {
        let is_read = |paragraph: &&Joined| {
            let parts = [DocumentPart::Preamble, DocumentPart::Operative, DocumentPart::Annex];
            parts.contains(&paragraph.part) && paragraph.style == Style::Body && self.is_resolution
        };
        let paragraphs = self.paragraphs.iter().filter(is_read);
        paragraphs.filter_map(|paragraph| self.unknown_beginning(paragraph)).collect()
    }

    fn unknown_beginning(&self, paragraph: &Joined) -> Option<Unsure> {
        let passage = &paragraph.passage;
        let text = passage.text();
        let place = |at: usize| passage.span(at..text.len()).range();
        if let Some(number) = &paragraph.number {
            let at = self.next_inside(slice(self.text, number.clone()), text)?;
            let why =
                "this number stands behind the end of a sentence: a paragraph of its own may begin here";
            return Some(Unsure::new(place(at), why));
        }
        let terminal = &self.rules.terminal.preamble;
        if paragraph.part != DocumentPart::Preamble
            && UNKNOWN.is_match(text)
            && looks_numbered(text).is_none()
        {
            Some(Unsure::new(place(0), "this paragraph begins with a label of a form that is not read"))
        } else if width(text) <= WIDEST_HEADING
            && !is_whole(text, terminal)
            && columns(self.text, passage.whole().range()).len() < 2
            && text.contains(char::is_alphabetic)
            && Lead::of(text, self.words) == Lead::None
        {
            Some(Unsure::new(
                place(0),
                "this paragraph has no mark at its end: it may be a heading or a caption",
            ))
        } else {
            None
        }
    }

    /// Where the number or label that comes next after a paragraph's own stands inside it.
    fn next_inside(&self, printed: &str, text: &str) -> Option<usize> {
        let number = Number::of(printed);
        let in_numbers = |found: &regex::Captures<'_>| {
            let inside = found.name("number")?;
            let digits = inside.as_str().trim_end_matches(|c: char| !c.is_numeric());
            let is_next = number.is_some_and(|own| {
                Number::of(&format!("{digits}.")).is_some_and(|next| next.value == own.value + 1)
            });
            is_next.then(|| inside.start())
        };
        let mut last = Label::of(printed);
        let in_labels = |found: &regex::Captures<'_>| {
            let inside = found.name("label")?;
            let label = Label::of(inside.as_str())?;
            let (is_first, is_next) =
                (last.is_none(), last.as_ref().is_some_and(|last| label.comes_after(last)));
            if is_first && label.is_a() {
                last = Some(label);
                return None;
            }
            is_next.then(|| inside.start())
        };
        let numbers = NUMBER_INSIDE.captures_iter(text).find_map(|found| in_numbers(&found));
        let mut in_labels = in_labels;
        numbers.or_else(|| LABEL_INSIDE.captures_iter(text).find_map(|found| in_labels(&found)))
    }

    /// The numbers, labels and marks of notes that have no words.
    pub fn without_words(&self) -> Vec<Unsure> {
        let is_empty = |text: &str| !text.contains(char::is_alphanumeric);
        let of_paragraph = |paragraph: &Joined| {
            let text = paragraph.passage.text();
            let is_bare = match &paragraph.number {
                Some(_) => is_empty(text),
                None => looks_numbered(text).is_some_and(|length| is_empty(slice(text, length..))),
            };
            let place = paragraph.number.clone().unwrap_or_else(|| paragraph.passage.whole().range());
            is_bare.then(|| Unsure::new(place, "no words stand behind this number"))
        };
        let of_note = |note: &FoundNote| {
            let why = "no words stand behind this mark of a note";
            is_empty(note.passage.text()).then(|| Unsure::note(note.mark.clone(), why))
        };
        let paragraphs = self.paragraphs.iter().filter_map(of_paragraph);
        paragraphs.chain(self.notes.iter().filter_map(of_note)).collect()
    }
}
