//! The text after the cover, put together into paragraphs and notes.
//!
//! In: the lines, the layout, the rules. Out: whole paragraphs in order, whatever line ends, page breaks or notes
//! cut them; the notes; and the fields of the lines under the text. Nothing is refused: a line that no rule knows
//! is a paragraph.

use std::ops::Range;

use super::closing::{ClosingLine, ClosingReader, Outcome, closing_line};
use super::cover::columns;
use super::fields::Fields;
use super::furniture::{Furniture, NOTE_RULE};
use super::layout::{Layout, Wrap, is_whole};
use super::ledger::Ledger;
use super::lines::{Before, Line, width};
use super::notes::{self, Candidates, Note, Standing};
use super::passage::{Joint, Passage, Script};
use super::unsure::Unsure;
use crate::languages::{LONGEST_HEADING, ResolutionPatterns};
use crate::numbering::{Label, Number, Suffix, looks_numbered};
use crate::source::slice;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The line with the body's name that opens the preamble.
    Opening,
    /// A paragraph of the preamble.
    Preambular,
    /// A numbered paragraph.
    Operative(u32, Suffix),
    /// A paragraph under a numbered one, with its label in the text.
    SubParagraph,
    /// A heading of an annex.
    Heading(u8),
    /// A numbered paragraph of an annex.
    Numbered(u32),
    /// A paragraph under a numbered one of an annex.
    Labelled,
    /// Any other.
    Plain,
}

/// A paragraph.
#[derive(Debug)]
pub struct Paragraph {
    /// What it is.
    pub kind: Kind,
    /// Where its number stands, with the full stop, if Markdown has such numbers.
    pub marker: Option<Range<usize>>,
    /// Its text, without the number.
    pub passage: Passage,
}

/// All that the body gives.
#[derive(Debug)]
pub struct Body {
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// The notes.
    pub notes: Vec<Note>,
    /// The marks in the paragraphs.
    pub marks: Vec<notes::Mark>,
    /// What was not understood for certain.
    pub unsure: Vec<Unsure>,
}

/// The part of the text a line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A resolution, before its first number.
    Preamble,
    /// A resolution, from its first number on.
    Operative,
    /// The lines under a resolution.
    Closing,
    /// An annex of a resolution.
    Annex,
    /// A text without known structure, or what follows the lines under a resolution.
    Plain,
}

/// What begins at a line, whatever the layout says.
enum Start {
    Operative(Number),
    SubParagraph { bullet: usize, label: Label },
    Annex,
    Item,
    Closing,
}

/// How many lines the title of an annex takes.
const LONGEST_TITLE: usize = 3;

/// Puts lines together.
pub struct BodyReader<'a> {
    text: &'a str,
    rules: &'a ResolutionPatterns,
    script: Script,
    layout: Layout,
    part: Part,
    is_resolution: bool,
    candidates: Candidates,
    closing: ClosingReader<'a>,
    paragraphs: Vec<Paragraph>,
    notes: Vec<Note>,
    /// What the next line meets.
    state: State,
    /// The last number, for what counts as the next one.
    number: (u32, Suffix),
    /// The last label of a sub-paragraph.
    label: Option<Label>,
    /// How many of the next lines are the title of an annex.
    title: usize,
    /// Whether a rule parts the lines from the text above.
    is_under_rule: bool,
    /// Whether the last line was the row of a table.
    is_row: bool,
    unsure: Vec<Unsure>,
    /// The width of the last line of text.
    width: usize,
}

/// What stands before the next line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A line of text.
    Text,
    /// A line of text, and then a note or something left out.
    Cut,
    /// A line of a note.
    Note,
    /// The end of the part before.
    Ended,
}

/// What the reader needs to know of the whole text.
pub struct Setting<'a> {
    /// The source's text.
    pub text: &'a str,
    /// The rules of its language.
    pub rules: &'a ResolutionPatterns,
    /// How wrapped lines join.
    pub script: Script,
    /// Where paragraphs begin.
    pub layout: Layout,
}

/// Where results go.
pub struct Sink<'a> {
    /// The front matter.
    pub fields: &'a mut Fields,
    /// The account.
    pub ledger: &'a mut Ledger,
}

impl<'a> BodyReader<'a> {
    /// A reader for the text from byte `start` on, which begins in this part.
    pub fn new(setting: Setting<'a>, part: Part, start: usize) -> Self {
        let Setting { text, rules, script, layout } = setting;
        Self {
            candidates: Candidates::find(text, start..text.len(), rules),
            closing: ClosingReader { text, rules, script, vote: None, is_awaited: true },
            is_resolution: part == Part::Preamble,
            paragraphs: Vec::new(),
            notes: Vec::new(),
            state: State::Ended,
            number: (0, Suffix::None),
            label: None,
            title: 0,
            is_under_rule: false,
            is_row: false,
            unsure: Vec::new(),
            width: 0,
            text,
            rules,
            script,
            layout,
            part,
        }
    }

    /// Reads the lines from `first` on.
    pub fn read(mut self, lines: &[Line], furniture: &Furniture, first: usize, mut sink: Sink<'_>) -> Body {
        for at in first..lines.len() {
            if let Some(reason) = furniture.reason(at) {
                sink.ledger.drop(lines[at].range.clone(), reason);
                self.is_under_rule = reason == NOTE_RULE;
                self.cut();
                continue;
            }
            let next = (at + 1..lines.len()).find(|&next| furniture.reason(next).is_none());
            self.line(&lines[at], next.map(|next| &lines[next]), &mut sink);
            if self.paragraphs.last().is_some_and(|last| last.kind == Kind::Heading(2)) {
                self.title = self.title_lines(lines, furniture, at + 1);
            }
        }
        let marks = self.candidates.resolve(&self.notes);
        self.unsure.extend(self.candidates.unsure(&self.notes, &marks));
        Body { paragraphs: self.paragraphs, notes: self.notes, marks, unsure: self.unsure }
    }

    fn cut(&mut self) {
        if self.state != State::Ended {
            self.state = State::Cut;
        }
    }

    fn line(&mut self, line: &Line, next: Option<&Line>, sink: &mut Sink<'_>) {
        if self.note(line) {
            return;
        }
        let mut start = self.start(line, next);
        if self.state == State::Note {
            if start.is_none() && self.note_goes_on(line) {
                let joint = Joint::Wrap(self.script);
                let is_torn = !self.is_whole();
                if let Some(note) = self.notes.last_mut() {
                    if is_torn && is_whole(note.passage.text(), &self.rules.terminal.operative) {
                        self.unsure.push(Unsure::new(
                            line.range.clone(),
                            "this line may belong to the note or to the text above it",
                        ));
                    }
                    note.passage.push(self.text, line.range.clone(), joint);
                }
                return;
            }
            self.cut();
        }
        if matches!(start, Some(Start::Closing)) {
            self.part = Part::Closing;
        }
        if self.part == Part::Closing {
            if self.closing.read(line.range.clone(), sink.fields, sink.ledger) == Outcome::Taken {
                self.state = State::Ended;
                return;
            }
            self.part = Part::Plain;
            start = self.start(line, next);
        }
        let is_row = self.row(line, next);
        if is_row && start.is_none() {
            self.title = 0;
            self.begin(line.range.clone());
        } else {
            self.text_line(line, start, sink);
        }
        self.is_row = is_row;
        self.state = State::Text;
        self.is_under_rule = false;
        self.width = width(slice(self.text, line.range.clone()));
    }

    /// Begins a note, if one begins here.
    fn note(&mut self, line: &Line) -> bool {
        // “1 bis.” after paragraph 1 begins like a note, and is a paragraph.
        let said = slice(self.text, line.range.clone());
        if let Some(Start::Operative(number)) = self.operative(line, said)
            && number.suffix != Suffix::None
        {
            return false;
        }
        let parted = self.is_parted(line) || self.layout.indent.is_some_and(|base| line.indent > base);
        let standing = match (parted, self.is_whole()) {
            _ if self.is_under_rule => Standing::Ruled,
            (true, true) => Standing::Apart,
            (true, false) => Standing::Parted,
            (false, whole) if whole || self.state == State::Note => Standing::Close,
            _ => Standing::Bound,
        };
        let candidate = notes::Line { text: self.text, range: line.range.clone(), standing };
        let Some(definition) = self.candidates.definition(&candidate, self.rules) else { return false };
        self.notes.push(definition.note(self.text));
        if self.state != State::Ended {
            self.state = State::Note;
        }
        true
    }

    fn note_goes_on(&self, line: &Line) -> bool {
        let whole = self
            .notes
            .last()
            .is_some_and(|note| is_whole(note.passage.text(), &self.rules.terminal.operative));
        // The text of a note whose number stands alone on its line.
        if self.notes.last().is_some_and(|note| note.passage.is_empty()) {
            return true;
        }
        match self.layout.indent {
            // Under a rule, notes may be indented as paragraphs are.
            Some(_) if self.is_under_rule => line.before == Before::Adjacent,
            Some(base) => line.indent <= base && !whole,
            None => line.before == Before::Adjacent && (self.layout.wrap == Wrap::Wrapped || !whole),
        }
    }

    /// Whether something lies between this line and the text before it.
    fn is_parted(&self, line: &Line) -> bool {
        line.before == Before::Gap || self.state == State::Cut || self.state == State::Ended
    }

    /// Whether the text so far ends as a paragraph of this part ends.
    fn is_whole(&self) -> bool {
        let Some(last) = self.paragraphs.last().filter(|_| self.state != State::Ended) else { return true };
        let terminal = &self.rules.terminal;
        match self.part {
            Part::Preamble => is_whole(last.passage.text(), &terminal.preamble),
            _ => is_whole(last.passage.text(), &terminal.operative),
        }
    }

    /// What plainly begins at this line.
    fn start(&self, line: &Line, next: Option<&Line>) -> Option<Start> {
        let said = slice(self.text, line.range.clone());
        match self.part {
            Part::Closing => None,
            Part::Plain if self.is_resolution && self.is_annex(said) => Some(Start::Annex),
            Part::Plain => self.item(line, said),
            Part::Preamble | Part::Operative | Part::Annex => {
                if self.closing.is_awaited && self.is_closing(said, next) {
                    return Some(Start::Closing);
                }
                if self.part != Part::Preamble && self.is_annex(said) {
                    return Some(Start::Annex);
                }
                self.operative(line, said).or_else(|| self.sub_paragraph(said))
            }
        }
    }

    /// Whether a line is the heading of an annex.
    fn is_annex(&self, said: &str) -> bool {
        said.len() <= LONGEST_HEADING && self.is_whole() && self.rules.annex.is_match(said)
    }

    /// A date and a meeting stand together under the text; alone, either must follow a whole paragraph.
    fn is_closing(&self, said: &str, next: Option<&Line>) -> bool {
        let Some(this) = closing_line(said, self.rules) else { return false };
        let next = next.and_then(|next| closing_line(slice(self.text, next.range.clone()), self.rules));
        this == ClosingLine::Vote || next.is_some_and(|next| next != this) || self.is_whole()
    }

    fn operative(&self, line: &Line, said: &str) -> Option<Start> {
        let number = Number::of(said)?;
        let (last, suffix) = self.number;
        let is_next = match number.suffix {
            Suffix::None => number.value == last + 1,
            inserted => number.value == last && inserted != suffix,
        };
        // A full stop after digits says enough; other marks also stand inside sentences.
        let is_plain = number.mark == '.' && number.suffix == Suffix::None;
        ((is_next && (is_plain || self.is_whole())) || (self.part != Part::Preamble && self.begins(line)))
            .then_some(Start::Operative(number))
    }

    fn sub_paragraph(&self, said: &str) -> Option<Start> {
        if self.part == Part::Preamble {
            return None;
        }
        let bullet = bullet(said);
        let rest = slice(said, bullet..);
        let label = Label::of(rest)?;
        // In the middle of a sentence, only a label in brackets that comes next.
        let is_bracketed =
            rest.strip_prefix(['(', '（']).is_some_and(|rest| !rest.starts_with(char::is_numeric));
        let is_next = match &self.label {
            Some(last) => label.comes_after(last),
            None => label.is_a(),
        };
        (self.is_whole() || (is_bracketed && is_next)).then_some(Start::SubParagraph { bullet, label })
    }

    /// An item of a list in a text without known structure.
    fn item(&self, line: &Line, said: &str) -> Option<Start> {
        let is_next = Number::of(said).is_some_and(|number| {
            let is_plain = number.mark == '.' && number.suffix == Suffix::None;
            (is_plain || self.is_whole() || self.is_parted(line))
                && (number.value == self.number.0 + 1 || number.value == 1)
        });
        let bullet = bullet(said);
        let is_labelled =
            Label::of(slice(said, bullet..)).is_some() && (self.is_whole() || self.is_parted(line));
        (is_next || bullet > 0 || is_labelled).then_some(Start::Item)
    }

    /// Whether a paragraph begins at this line by the layout.
    fn begins(&self, line: &Line) -> bool {
        if self.state == State::Ended {
            return true;
        }
        if (self.is_after_opening() && line.before == Before::Gap) || self.was_short(line) {
            return true;
        }
        let whole = self.is_whole() || (self.part == Part::Plain && !self.is_torn(line));
        match self.layout.indent {
            Some(base) if line.indent > base => true,
            // A heading between indented paragraphs is not indented itself.
            Some(_) => self.part == Part::Plain && whole && self.width < self.layout.full / 4 * 3,
            None if self.is_parted(line) => whole,
            None => whole && self.width < self.layout.full,
        }
    }

    /// Whether the last paragraph is the line that opens the preamble, which nothing continues.
    fn is_after_opening(&self) -> bool {
        self.paragraphs.last().is_some_and(|last| last.kind == Kind::Opening)
    }

    /// Whether the last line of a text without known structure ended before it was full: headings and signatures have no
    /// mark at their end. Lines of Chinese are broken where they are full; a page can end at any of these.
    fn was_short(&self, line: &Line) -> bool {
        let widest = self.layout.widest;
        self.part == Part::Plain
            && self.script == Script::Solid
            && self.layout.wrap == Wrap::Wrapped
            && match line.before {
                Before::Gap => self.width * 2 < widest,
                Before::Adjacent => self.width * 3 < widest,
            }
    }

    /// In a text without known structure a heading ends without a mark. So a paragraph counts as torn only if it
    /// has marks inside, or its next line goes on with a small letter.
    fn is_torn(&self, line: &Line) -> bool {
        let next = slice(self.text, line.range.clone()).chars().next();
        let before = self.paragraphs.last().map_or("", |last| last.passage.text());
        match self.script {
            Script::Spaced => next.is_some_and(char::is_lowercase),
            Script::Solid => before.len() > 240 || before.contains(['，', '。', '；', '：']),
        }
    }

    fn text_line(&mut self, line: &Line, start: Option<Start>, sink: &mut Sink<'_>) {
        let range = line.range.clone();
        if start.is_none() && self.title_goes_on(line) {
            return;
        }
        self.title = 0;
        match start {
            Some(Start::Operative(number)) => self.numbered(range, number),
            Some(Start::SubParagraph { bullet, label }) => {
                let said = range.start + bullet;
                sink.ledger.drop(
                    range.start..said - blanks_before(slice(self.text, range.clone()), bullet),
                    "list bullet",
                );
                let end = said + label.length;
                let mut passage = Passage::line(self.text, said..end);
                passage.push(self.text, end..range.end, Joint::Space);
                let kind = if self.part == Part::Annex { Kind::Labelled } else { Kind::SubParagraph };
                self.paragraphs.push(Paragraph { kind, marker: None, passage });
                self.label = Some(label);
            }
            Some(Start::Annex) => {
                let passage = Passage::line(self.text, range);
                self.paragraphs.push(Paragraph { kind: Kind::Heading(2), marker: None, passage });
                (self.part, self.number, self.label) = (Part::Annex, (0, Suffix::None), None);
            }
            Some(Start::Item) => {
                let number = Number::of(slice(self.text, range.clone()));
                self.number.0 = number.map_or(self.number.0, |number| number.value);
                self.begin(range);
            }
            _ if self.begins(line) => {
                self.doubt(&range);
                self.begin(range);
            }
            _ => {
                self.doubt(&range);
                self.doubt_hyphen(&range);
                match self.paragraphs.last_mut() {
                    Some(last) if !matches!(last.kind, Kind::Heading(_)) => {
                        last.passage.push(self.text, range, Joint::Wrap(self.script));
                    }
                    _ => self.begin(range),
                }
            }
        }
    }

    /// Whether a line is the row of a table: columns far apart, as in the line before or after it. Each row is a
    /// paragraph, so that its cells stay together.
    fn row(&mut self, line: &Line, next: Option<&Line>) -> bool {
        let has_columns = |line: &Line| columns(self.text, words(self.text, line)).len() > 1;
        let is_row = has_columns(line) && (self.is_row || next.is_some_and(has_columns));
        if is_row && !self.is_row {
            let why = "this looks like a table, which has become one paragraph a row";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
        is_row
    }

    /// Begins a numbered paragraph.
    fn numbered(&mut self, range: Range<usize>, number: Number) {
        let marker = range.start..range.start + number.length;
        // Other numbers than these are no list in Markdown, and stand in the text.
        let is_list = slice(self.text, marker.clone()) == format!("{}.", number.value);
        let start = if is_list { marker.end } else { range.start };
        let kind = match self.part {
            Part::Annex if is_list => Kind::Numbered(number.value),
            Part::Annex => Kind::Plain,
            _ => Kind::Operative(number.value, number.suffix),
        };
        if self.part != Part::Annex {
            self.part = Part::Operative;
        }
        let passage = Passage::line(self.text, start..range.end);
        self.paragraphs.push(Paragraph { kind, marker: is_list.then_some(marker), passage });
        (self.number, self.label) = ((number.value, number.suffix), None);
    }

    /// How many of the lines after the heading of an annex are its title: a few without an end, and then a gap.
    fn title_lines(&self, lines: &[Line], furniture: &Furniture, first: usize) -> usize {
        let after: Vec<_> = (first..lines.len())
            .filter(|&at| furniture.reason(at).is_none())
            .map(|at| &lines[at])
            .take(LONGEST_TITLE + 1)
            .collect();
        let more = after.iter().skip(1).take_while(|line| line.before == Before::Adjacent).count();
        let Some(title) = after.get(..=more).filter(|title| title.len() <= LONGEST_TITLE) else { return 0 };
        let is_title = |line: &&Line| {
            let said = slice(self.text, line.range.clone());
            said.len() <= LONGEST_HEADING / 3
                && looks_numbered(said).is_none()
                && !is_whole(said, &self.rules.terminal.operative)
                && !said.contains(['{', '#'])
        };
        if title.iter().all(is_title) { title.len() } else { 0 }
    }

    /// Takes a line into the title of an annex.
    fn title_goes_on(&mut self, line: &Line) -> bool {
        if self.title == 0 {
            return false;
        }
        self.title -= 1;
        match self.paragraphs.last_mut() {
            Some(title) if title.kind == Kind::Heading(3) => {
                title.passage.push(self.text, line.range.clone(), Joint::Wrap(self.script));
            }
            _ => {
                let passage = Passage::line(self.text, line.range.clone());
                self.paragraphs.push(Paragraph { kind: Kind::Heading(3), marker: None, passage });
            }
        }
        true
    }

    /// Notes a line that becomes text, and may be something else.
    fn doubt(&mut self, range: &Range<usize>) {
        if self.part == Part::Plain {
            return;
        }
        let said = slice(self.text, range.clone());
        let why = if self.candidates.may_define(said, self.rules) {
            "this line looks like a note, and no mark in the text leads to it"
        } else if self.part != Part::Preamble && looks_numbered(said).is_some() && self.is_whole() {
            "this line begins like a numbered paragraph, and does not follow the one before"
        } else {
            return;
        };
        self.unsure.push(Unsure::new(range.clone(), why));
    }

    /// Notes a line end inside a word: its hyphen may be the word's own, or that of the printer, and it stays.
    fn doubt_hyphen(&mut self, range: &Range<usize>) {
        let before = self.paragraphs.last().map_or("", |last| last.passage.text());
        let is_torn = before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
            && slice(self.text, range.clone()).starts_with(char::is_lowercase);
        if is_torn {
            let why = "the hyphen at the end of the line above may part one word";
            self.unsure.push(Unsure::new(range.clone(), why));
        }
    }

    fn begin(&mut self, range: Range<usize>) {
        let kind = match self.part {
            Part::Preamble if self.paragraphs.is_empty() && self.is_opening(&range) => Kind::Opening,
            Part::Preamble => Kind::Preambular,
            _ => Kind::Plain,
        };
        self.paragraphs.push(Paragraph { kind, marker: None, passage: Passage::line(self.text, range) });
    }

    fn is_opening(&self, range: &Range<usize>) -> bool {
        self.rules.opened_by(slice(self.text, range.clone())).is_some()
    }
}

/// A line without the number, label or bullet it begins with.
fn words(text: &str, line: &Line) -> Range<usize> {
    let said = slice(text, line.range.clone());
    let number = Number::of(said).map(|number| number.length);
    let label = || Label::of(slice(said, bullet(said)..)).map(|label| bullet(said) + label.length);
    line.range.start + number.or_else(label).unwrap_or(bullet(said))..line.range.end
}

/// How many bytes of a line are a bullet with the blanks after it.
fn bullet(said: &str) -> usize {
    let rest = said.trim_start_matches(['•', '-', '*']);
    let is_one = said.len() - rest.len() == said.chars().next().map_or(0, char::len_utf8);
    let words = rest.trim_start();
    if is_one && rest.len() < said.len() && words.len() < rest.len() { said.len() - words.len() } else { 0 }
}

/// How many bytes of blank end the first `length` bytes of a line.
fn blanks_before(said: &str, length: usize) -> usize {
    let start = slice(said, ..length);
    start.len() - start.trim_end().len()
}
