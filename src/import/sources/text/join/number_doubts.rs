//! Numbers and labels that may not be what they were taken for.
//!
//! In: the line that begins with one, and what was joined above it; at the end, all paragraphs and notes. Out: doubts.

use super::super::lines::{Before, Line};
use super::starts::Start;
use super::{Joined, Joiner};
use crate::import::forms::ends::is_whole;
use crate::import::sources::text::notes::FoundNote;
use crate::import::unsure::Unsure;
use crate::numbering::looks_numbered;
use crate::source::slice;

/// How many letters a word such as “and” or 以及 has at most, which stands behind the mark of a paragraph.
const LONGEST_CONJUNCTION: usize = 3;

impl Joiner<'_> {
    /// Notes a number or label that begins a paragraph in the middle of a sentence: it may belong to the sentence.
    pub fn doubt_number(&mut self, line: &Line, start: Option<&Start>) {
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
