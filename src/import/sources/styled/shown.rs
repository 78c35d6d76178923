//! The text that a reader of the file sees, one line a paragraph, with what is known of each.
//!
//! In: one paragraph after another, as pieces. Out: the text, and for each paragraph its line, its number, its words, and what
//! stands among them.
//!
//! What is no part of the words stands behind them on the line of their paragraph: what was deleted, what is hidden, comments,
//! the alternative text of pictures. So each of it has its place in the file, and nothing that reads the words meets it.

use std::ops::Range;
use std::rc::Rc;

use crate::import::passage::Passage;
use crate::import::source::{Inserted, Mark, Picture, Run, Vertical, Words};
use crate::lang::Lang;
use crate::source::slice;

/// How words look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// In bold, beyond what the style of the paragraph says.
    pub is_bold: bool,
    /// In italics, beyond that.
    pub is_italic: bool,
    /// Underlined, beyond that.
    pub is_underlined: bool,
    /// Struck out.
    pub is_struck: bool,
    /// Code.
    pub is_code: bool,
    /// Raised or lowered.
    pub vertical: Vertical,
    /// Their language.
    pub lang: Option<Lang>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Words, with where they lead.
    Words(String, Look, Option<Rc<str>>),
    /// A line ends here.
    Break,
    /// The mark of a note, counted from 0, as it is printed.
    Note(usize, String),
    /// A picture: its file, and its alternative text.
    Picture(String, String),
    /// A page begins, with its number.
    Page(String),
    /// What follows was inserted, until the next of these says otherwise.
    Inserted(bool),
    /// What is no part of the words, and why.
    Aside(String, Aside),
}

impl Piece {
    /// Whether a reader sees more of it than a blank.
    pub fn is_seen(&self) -> bool {
        match self {
            Self::Words(words, ..) => !words.trim().is_empty(),
            Self::Note(..) | Self::Picture(..) => true,
            _ => false,
        }
    }
}

/// What is no part of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It was deleted, and the deletion is tracked.
    Deleted,
    /// It is hidden.
    Hidden,
    /// A comment.
    Comment,
    /// It stands for nothing in a text: the instruction in an empty field, how characters are read.
    Other(&'static str),
}

impl Aside {
    /// The reason, as the list of what was left out gives it.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Deleted => "deleted by a tracked change",
            Self::Hidden => "hidden text",
            Self::Comment => "comment",
            Self::Other(reason) => reason,
        }
    }
}

/// A line of the text.
#[derive(Debug, Default)]
pub struct ShownLine {
    /// Its number and its words, without the blanks at their ends.
    pub range: Range<usize>,
    /// Its number or label.
    pub number: Option<Range<usize>>,
    /// Its words.
    pub words: Words,
    /// What was inserted in it.
    pub inserted: Vec<Range<usize>>,
    /// What stands behind the words.
    pub asides: Vec<(Range<usize>, Aside)>,
    /// The marks of notes in it.
    pub marks: Vec<Range<usize>>,
}

/// The text as far as it was read.
#[derive(Debug, Default)]
pub struct Shown {
    /// The text.
    pub text: String,
}

impl Shown {
    /// Adds a line; `number` is what is printed before the words, and whether a blank follows it.
    pub fn line(&mut self, number: Option<(&str, bool)>, pieces: Vec<Piece>) -> ShownLine {
        let start = self.text.len();
        let mut line = ShownLine::default();
        if let Some((number, has_gap)) = number {
            self.text.push_str(number);
            line.number = Some(start..self.text.len());
            if has_gap {
                self.text.push('\t');
            }
        }
        let from = self.text.len();
        let mut set = Set::default();
        for piece in pieces {
            self.piece(piece, &mut set);
        }
        set.end_inserted(self.text.len());
        let words = from..self.text.len();
        for (text, aside) in std::mem::take(&mut set.asides) {
            self.text.push('\t');
            let at = self.text.len();
            self.text.push_str(&text);
            match aside {
                Behind::Aside(aside) => line.asides.push((at..self.text.len(), aside)),
                Behind::Alternative(picture) => {
                    if let Some((_, Inserted::Picture(picture))) = set.inserted.get_mut(picture) {
                        picture.alternative = at..self.text.len();
                    }
                }
            }
        }
        self.text.push('\n');
        line.words = self.words(words, &mut set);
        line.marks = set.note_marks;
        line.inserted = set.changes;
        let whole = line.words.passage.whole().range();
        line.range = match (&line.number, line.words.passage.is_empty()) {
            (Some(number), true) => number.clone(),
            (Some(number), false) => number.start..whole.end,
            (None, true) => start..start,
            (None, false) => whole,
        };
        line
    }

    fn piece(&mut self, piece: Piece, set: &mut Set) {
        let at = self.text.len();
        match piece {
            Piece::Words(text, look, link) => {
                self.text.push_str(&text);
                set.run(at..self.text.len(), look, link);
            }
            Piece::Break => {
                self.text.push('\u{2028}');
                set.marks.push((at..self.text.len(), Mark::Break));
            }
            Piece::Note(note, printed) => {
                self.text.push_str(&printed);
                set.marks.push((at..self.text.len(), Mark::Note(note)));
                set.note_marks.push(at..self.text.len());
            }
            Piece::Picture(file, alternative) => {
                let picture = Picture { file, alternative: 0..0, is_between_blanks: false };
                set.asides.push((alternative, Behind::Alternative(set.inserted.len())));
                set.inserted.push((at, Inserted::Picture(picture)));
            }
            Piece::Page(page) => set.inserted.push((at, Inserted::Page(page))),
            Piece::Inserted(true) => _ = set.change.get_or_insert(at),
            Piece::Inserted(false) => set.end_inserted(at),
            Piece::Aside(text, aside) => {
                // What one run says after the other was deleted as one.
                match set.asides.last_mut() {
                    Some((last, Behind::Aside(before)))
                        if *before == aside && aside != Aside::Comment && set.aside_at == at =>
                    {
                        last.push_str(&text);
                    }
                    _ => set.asides.push((text, Behind::Aside(aside))),
                }
                set.aside_at = at;
            }
        }
    }

    /// Words of the text; the places among them are those of the text.
    fn words(&self, range: Range<usize>, set: &mut Set) -> Words {
        let passage = Passage::line(&self.text, range.clone());
        let places = Places::of(&passage);
        let mut words = Words::default();
        for (range, look, link) in set.runs.drain(..) {
            let range = places.at(range.start)..places.at(range.end);
            if range.is_empty() {
                continue;
            }
            let Look { is_bold, is_italic, is_underlined, is_struck, is_code, vertical, lang } = look;
            let run = Run { is_bold, is_italic, is_underlined, is_struck, is_code, vertical, lang };
            if run != Run::default() {
                words.runs.push((range.clone(), run));
            }
            match (link, words.links.last_mut()) {
                (Some(link), Some((before, known))) if **known == *link && before.end == range.start => {
                    before.end = range.end;
                }
                (Some(link), _) => words.links.push((range, link.to_string())),
                (None, _) => {}
            }
        }
        let mut end = 0;
        for (range, mark) in set.marks.drain(..) {
            // Blanks around the end of a line are one with it.
            let start =
                if mark == Mark::Break { places.before_blank(range.start) } else { places.at(range.start) };
            let range = start..places.at(range.end);
            if !range.is_empty() && range.start >= end {
                end = range.end;
                words.marks.push((range, mark));
            }
        }
        for (at, mut what) in set.inserted.drain(..) {
            if let Inserted::Picture(picture) = &mut what {
                let is_blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
                let is_among = range.start < at && at < range.end;
                let (before, after) = (slice(&self.text, ..at), slice(&self.text, at..));
                picture.is_between_blanks =
                    is_among && is_blank(before.chars().next_back()) && is_blank(after.chars().next());
            }
            words.inserted.push((places.at(at), what));
        }
        words.passage = passage;
        words
    }
}

/// What stands behind the words.
enum Behind {
    Aside(Aside),
    /// The alternative text of what is inserted at this place of the list.
    Alternative(usize),
}

/// What a line is made of so far.
#[derive(Default)]
struct Set {
    runs: Vec<(Range<usize>, Look, Option<Rc<str>>)>,
    marks: Vec<(Range<usize>, Mark)>,
    note_marks: Vec<Range<usize>>,
    inserted: Vec<(usize, Inserted)>,
    asides: Vec<(String, Behind)>,
    aside_at: usize,
    change: Option<usize>,
    changes: Vec<Range<usize>>,
}

impl Set {
    /// Adds a run to the one before, where both look alike and lead to one place: programs cut runs anywhere.
    fn run(&mut self, range: Range<usize>, look: Look, link: Option<Rc<str>>) {
        match self.runs.last_mut() {
            Some((before, known, to)) if *known == look && *to == link && before.end == range.start => {
                before.end = range.end;
            }
            _ => self.runs.push((range, look, link)),
        }
    }

    fn end_inserted(&mut self, at: usize) {
        let Some(start) = self.change.take().filter(|start| *start < at) else { return };
        match self.changes.last_mut() {
            Some(last) if last.end == start => last.end = at,
            _ => self.changes.push(start..at),
        }
    }
}

/// Leads from places of the text to places of a passage.
struct Places(Vec<(usize, Range<usize>)>);

impl Places {
    fn of(passage: &Passage) -> Self {
        Self(passage.pieces().collect())
    }

    /// The place of the passage that a place of the text has become; one among blanks that were folded stands after them.
    fn at(&self, place: usize) -> usize {
        let (before, has_blank) = self.find(place);
        before + usize::from(has_blank)
    }

    /// The same, where one among folded blanks stands before them.
    fn before_blank(&self, place: usize) -> usize {
        self.find(place).0
    }

    fn find(&self, place: usize) -> (usize, bool) {
        let next = self.0.partition_point(|(_, from)| from.start <= place);
        match next.checked_sub(1).and_then(|last| self.0.get(last)) {
            Some((at, from)) => {
                let (inside, length) = (place - from.start, from.len());
                (at + inside.min(length), inside > length && next < self.0.len())
            }
            None => (0, false),
        }
    }
}
