//! The text after the cover, put together into paragraphs and notes.
//!
//! In: the lines, the layout, the rules. Out: whole paragraphs in order, whatever line ends, page breaks or notes
//! cut them; the notes; and the fields of the lines under the text. Nothing is refused: a line that no rule knows
//! is a paragraph.

use std::ops::Range;

use super::closing::{ClosingLine, ClosingReader, Outcome, closing_line};
use super::fields::Fields;
use super::furniture::Furniture;
use super::label::follows;
use super::layout::{Layout, Wrap, is_whole};
use super::ledger::Ledger;
use super::lines::{Before, Line, width};
use super::notes::{self, Candidates, Note, Standing};
use super::passage::{Joint, Passage, Script};
use super::rules::Rules;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The line with the body's name that opens the preamble.
    Opening,
    /// A paragraph of the preamble.
    Preambular,
    /// A numbered paragraph.
    Operative(u32),
    /// A paragraph under a numbered one, with its label in the text.
    SubParagraph,
    /// Any other.
    Plain,
}

/// A paragraph.
#[derive(Debug)]
pub struct Paragraph {
    /// What it is.
    pub kind: Kind,
    /// Where its number stands, with the full stop.
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
    /// A text without known structure, or what follows the lines under a resolution.
    Plain,
}

/// What begins at a line, whatever the layout says.
enum Start {
    Operative { number: u32, length: usize },
    SubParagraph { bullet: usize, label: Range<usize> },
    Item,
    Closing,
}

/// Puts lines together.
pub struct BodyReader<'a> {
    text: &'a str,
    rules: &'a Rules,
    script: Script,
    layout: Layout,
    part: Part,
    candidates: Candidates,
    closing: ClosingReader<'a>,
    paragraphs: Vec<Paragraph>,
    notes: Vec<Note>,
    /// What the next line meets.
    state: State,
    /// The last number, for what counts as the next one.
    number: u32,
    /// The last label of a sub-paragraph.
    label: String,
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
    pub rules: &'a Rules,
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
            closing: ClosingReader { text, rules, script, vote: None },
            paragraphs: Vec::new(),
            notes: Vec::new(),
            state: State::Ended,
            number: 0,
            label: String::new(),
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
                self.cut();
                continue;
            }
            let next = (at + 1..lines.len()).find(|&next| furniture.reason(next).is_none());
            self.line(&lines[at], next.map(|next| &lines[next]), &mut sink);
        }
        let marks = self.candidates.resolve(&self.notes);
        Body { paragraphs: self.paragraphs, notes: self.notes, marks }
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
        let start = self.start(line, next);
        if self.state == State::Note {
            if start.is_none() && self.note_goes_on(line) {
                let joint = Joint::Wrap(self.script);
                if let Some(note) = self.notes.last_mut() {
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
        }
        self.text_line(line, start, sink);
        self.state = State::Text;
        self.width = width(&self.text[line.range.clone()]);
    }

    /// Begins a note, if one begins here.
    fn note(&mut self, line: &Line) -> bool {
        let parted = self.is_parted(line) || self.layout.indent.is_some_and(|base| line.indent > base);
        let standing = match (parted, self.is_whole()) {
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
        match self.layout.indent {
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
        let said = &self.text[line.range.clone()];
        match self.part {
            Part::Closing => None,
            Part::Plain => self.item(line, said),
            Part::Preamble | Part::Operative => {
                if self.is_closing(said, next) {
                    return Some(Start::Closing);
                }
                self.operative(line, said).or_else(|| self.sub_paragraph(said))
            }
        }
    }

    /// A date and a meeting stand together under the text; alone, either must follow a whole paragraph.
    fn is_closing(&self, said: &str, next: Option<&Line>) -> bool {
        let Some(this) = closing_line(said, self.rules) else { return false };
        let next = next.and_then(|next| closing_line(&self.text[next.range.clone()], self.rules));
        this == ClosingLine::Vote || next.is_some_and(|next| next != this) || self.is_whole()
    }

    fn operative(&self, line: &Line, said: &str) -> Option<Start> {
        let found = self.rules.operative.captures(said)?;
        let digits = found.name("number")?;
        let number = digits.as_str().parse().ok()?;
        let is_next = number == self.number + 1;
        (is_next || (self.part == Part::Operative && self.begins(line)))
            .then_some(Start::Operative { number, length: digits.end() + 1 })
    }

    fn sub_paragraph(&self, said: &str) -> Option<Start> {
        if self.part != Part::Operative {
            return None;
        }
        let found = self.rules.sub_paragraph.captures(said)?;
        let label = found.name("label")?;
        (self.is_whole() || follows(&self.label, label.as_str())).then_some(Start::SubParagraph {
            bullet: found.name("bullet").map_or(0, |bullet| bullet.as_str().trim_end().len()),
            label: label.range(),
        })
    }

    /// An item of a list in a text without known structure.
    fn item(&self, line: &Line, said: &str) -> Option<Start> {
        let numbered = self.rules.operative.captures(said).and_then(|found| found["number"].parse().ok());
        let is_next = numbered.is_some_and(|number: u32| number == self.number + 1 || number == 1);
        let is_bullet =
            said.starts_with(['•', '-', '*']) && said[said.chars().next()?.len_utf8()..].starts_with(' ');
        let is_labelled =
            self.rules.sub_paragraph.is_match(said) && (self.is_whole() || self.is_parted(line));
        (is_next || is_bullet || is_labelled).then_some(Start::Item)
    }

    /// Whether a paragraph begins at this line by the layout.
    fn begins(&self, line: &Line) -> bool {
        if self.state == State::Ended {
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

    /// In a text without known structure a heading ends without a mark. So a paragraph counts as torn only if it
    /// has marks inside, or its next line goes on with a small letter.
    fn is_torn(&self, line: &Line) -> bool {
        let next = self.text[line.range.clone()].chars().next();
        let before = self.paragraphs.last().map_or("", |last| last.passage.text());
        match self.script {
            Script::Spaced => next.is_some_and(char::is_lowercase),
            Script::Solid => before.len() > 240 || before.contains(['，', '。', '；', '：']),
        }
    }

    fn text_line(&mut self, line: &Line, start: Option<Start>, sink: &mut Sink<'_>) {
        let range = line.range.clone();
        match start {
            Some(Start::Operative { number, length }) => {
                let marker = range.start..range.start + length;
                let passage = Passage::line(self.text, marker.end..range.end);
                self.paragraphs.push(Paragraph {
                    kind: Kind::Operative(number),
                    marker: Some(marker),
                    passage,
                });
                (self.part, self.number) = (Part::Operative, number);
                self.label.clear();
            }
            Some(Start::SubParagraph { bullet, label }) => {
                sink.ledger.drop(range.start..range.start + bullet, "list bullet");
                self.text[range.clone()][label.clone()].clone_into(&mut self.label);
                let label = range.start + label.start..range.start + label.end;
                let mut passage = Passage::line(self.text, label.clone());
                passage.push(self.text, label.end..range.end, Joint::Space);
                self.paragraphs.push(Paragraph { kind: Kind::SubParagraph, marker: None, passage });
            }
            Some(Start::Item) => {
                let number = self.rules.operative.captures(&self.text[range.clone()]);
                self.number = number.and_then(|found| found["number"].parse().ok()).unwrap_or(self.number);
                self.begin(range);
            }
            _ if self.begins(line) => self.begin(range),
            _ => match self.paragraphs.last_mut() {
                Some(last) => last.passage.push(self.text, range, Joint::Wrap(self.script)),
                None => self.begin(range),
            },
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
        self.rules.opened_by(&self.text[range.clone()]).is_some()
    }
}
