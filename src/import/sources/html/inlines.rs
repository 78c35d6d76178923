//! Words as a page shows them.
//!
//! In: the texts of a paragraph one after another, with how they look. Out: its pieces. Blanks are folded as browsers do: many are
//! one, none stands at the ends of a line, and a line end between two Chinese characters is none.

use std::rc::Rc;

use super::around::Around;
use super::names::written;
use super::reader::Reader;
use crate::import::script::is_wide;
use crate::import::sources::styled::looks::Letters;
use crate::import::sources::styled::shown::{Aside, Look, Piece};
use crate::import::sources::styled::tongues::{Class, stretches};
use crate::import::sources::styled::{FEW, Role};
use crate::lang::Lang;

/// What HTML calls a blank; other blanks stay.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C')
}

/// Whether a line that begins with this is a new paragraph.
fn is_indented(words: &str) -> bool {
    words.starts_with('\u{3000}') || words.starts_with("\u{a0}\u{a0}")
}

impl Reader<'_> {
    /// Words that stand in an element.
    pub fn text(&mut self, text: &str, around: &Around) {
        if around.is_pre {
            return self.lines(text, around);
        }
        let mut words = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
            let (blank, after) = rest.split_at(blanks);
            let end = after.find(is_blank).unwrap_or(after.len());
            let (word, after) = after.split_at(end);
            rest = after;
            if !blank.is_empty() {
                self.waiting = Some(self.waiting == Some(true) || blank.contains(['\n', '\r']));
            }
            let Some(first) = word.chars().next() else { break };
            let is_new =
                matches!(self.out.pieces.last(), Some(Piece::Break)) && words.is_empty() && is_indented(word);
            if is_new && may_split(around) {
                self.end_block(around);
            }
            if around.is_deleted {
                // The blank before what was deleted stands before what follows.
                words.extend((!words.is_empty() && !blank.is_empty()).then_some(' '));
            } else {
                if self.takes_blank(Some(first)) {
                    if words.is_empty() { self.add_blank(around) } else { words.push(' ') }
                }
                self.last = word.chars().next_back();
            }
            words.push_str(word);
        }
        self.words(&words, around);
    }

    /// A mark that a browser prints.
    pub fn printed(&mut self, mark: &str, around: &Around) {
        if self.takes_blank(mark.chars().next()) {
            self.add_blank(around);
        }
        self.words(mark, around);
    }

    /// Whether a blank stands before a character; then none waits any more.
    fn takes_blank(&mut self, next: Option<char>) -> bool {
        let Some(has_line_end) = self.waiting.take() else { return false };
        let is_solid = |c: char| is_wide(c) && !matches!(u32::from(c), 0x3130..=0x318F);
        match (self.last, next) {
            (None, _) => false,
            (Some(last), Some(next)) => !(has_line_end && is_solid(last) && is_solid(next)),
            (Some(_), None) => true,
        }
    }

    /// A blank before something that is no word.
    pub fn blank(&mut self) {
        if self.takes_blank(None) {
            self.out.pieces.push(Piece::Words(" ".to_owned(), Look::default(), None));
        }
    }

    /// A blank before words: it looks and leads as both sides do.
    fn add_blank(&mut self, around: &Around) {
        let link = match self.out.pieces.last() {
            Some(Piece::Words(_, _, link)) if *link == around.link => link.clone(),
            _ => None,
        };
        self.out.pieces.push(Piece::Words(" ".to_owned(), Look::default(), link));
    }

    /// Words whose blanks and line ends stand as they are.
    fn lines(&mut self, text: &str, around: &Around) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for (count, line) in text.split('\n').enumerate() {
            if count > 0 {
                let is_end = matches!(self.out.pieces.last(), Some(Piece::Break))
                    && around.role != Role::Code
                    && may_split(around);
                if is_end { self.end_block(around) } else { self.out.pieces.push(Piece::Break) }
            }
            self.words(line, around);
        }
        self.last = self.out.pieces.last().and_then(|piece| match piece {
            Piece::Words(words, ..) => words.chars().next_back(),
            _ => None,
        });
    }

    /// A line ends; two ends of lines, one after the other, end a paragraph.
    pub fn line_end(&mut self, around: &Around) {
        self.waiting = None;
        self.last = None;
        if matches!(self.out.pieces.last(), Some(Piece::Break)) && may_split(around) {
            return self.end_block(around);
        }
        if self.is_begun && !around.is_deleted {
            self.out.pieces.push(Piece::Break);
        }
    }

    /// Words as they look.
    pub fn words(&mut self, text: &str, around: &Around) {
        if text.is_empty() {
            return;
        }
        let text = written(text);
        if around.is_deleted {
            self.out.pieces.push(Piece::Aside(text, Aside::Deleted));
            return;
        }
        self.last = text.chars().next_back();
        self.is_begun |= !text.trim().is_empty();
        let is_bold = around.is_bold || around.is_term;
        let font = around.font.as_deref();
        self.out
            .looks
            .add(&text, Letters { is_bold: is_bold && !around.is_term, size: Some(around.size), font });
        let look = Look {
            is_bold,
            is_italic: around.is_italic,
            is_underlined: around.is_underlined,
            is_struck: around.is_struck,
            is_code: around.is_code && around.role != Role::Code,
            vertical: around.vertical,
            lang: None,
        };
        if around.is_inserted {
            self.out.pieces.push(Piece::Inserted(true));
        }
        for (class, words) in stretches(&text) {
            let lang = class.and_then(|class| self.tongue(class, words, around.lang.as_ref()));
            self.out.pieces.push(Piece::Words(
                words.to_owned(),
                Look { lang, ..look.clone() },
                around.link.clone(),
            ));
        }
        if around.is_inserted {
            self.out.pieces.push(Piece::Inserted(false));
        }
    }

    /// The language of words, if another than that of the page.
    fn tongue(&mut self, class: Class, words: &str, tag: Option<&Rc<str>>) -> Option<Lang> {
        let lang = self.out.tongues.language(tag.map(|tag| &**tag), class);
        self.out.tongues.count(class, lang.as_ref(), words);
        self.out.spoken.add(lang.as_ref(), words);
        // Word marks each name in Latin letters.
        let is_name = self.is_of_word && class == Class::Most && words.split_whitespace().count() < FEW;
        lang.filter(|_| !is_name)
    }
}

/// Whether what stands here may be more than one paragraph.
fn may_split(around: &Around) -> bool {
    !matches!(around.role, Role::Heading(_) | Role::Title | Role::Caption)
}

/// The marks around quotations, by languages.
const QUOTATIONS: &str = include_str!("quotations.tsv");

/// The marks that a browser prints around a quotation in a language, which stands in others or not.
pub fn quotation_marks(lang: Option<&str>, depth: usize) -> (String, String) {
    let lang = lang.unwrap_or_default().to_ascii_lowercase();
    let is_of =
        |tag: &str| lang.strip_prefix(tag).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let marks = QUOTATIONS.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let marks =
        marks.into_iter().find(|marks| marks.len() == 5 && marks.first().is_some_and(|tag| is_of(tag)));
    let marks = marks.unwrap_or_else(|| vec!["", "“", "”", "‘", "’"]);
    let first = if depth.is_multiple_of(2) { 1 } else { 3 };
    let mark = |at: usize| marks.get(at).copied().unwrap_or_default().replace('_', "\u{a0}");
    (mark(first), mark(first + 1))
}
