//! The lines after the head, joined into paragraphs and notes.
//!
//! In: the lines, the layout, the patterns. Out: whole paragraphs in order, whatever line ends, page breaks or notes
//! cut them, with the numbers and labels that begin them; and the notes. What a line continues depends on the part of a
//! resolution it stands in: a number in the preamble is a part of its sentence, unless it is the first.

mod boundary;
mod doubts;
mod note_lines;
mod number_doubts;
mod paragraphs;
mod starts;

use std::collections::HashSet;
use std::ops::Range;

use super::furniture::{Furniture, NOTE_RULE};
use super::layout::Layout;
use super::lines::Line;
use super::marks::{unread, words};
use super::notes::{Candidates, FoundNote};
use crate::import::forms::DocumentPart;
use crate::import::forms::act::ActForm;
use crate::import::forms::closing::ClosingReader;
use crate::import::forms::entries::LineEntry;
use crate::import::forms::headings::Headings;
use crate::import::passage::{Joint, Passage};
use crate::import::script::{Script, width};
use crate::import::source::{Head, Note, Paragraph, Reading, Style};
use crate::import::unsure::Unsure;
use crate::languages::{ActPatterns, LanguageData, ResolutionPatterns};
use crate::numbering::{Label, Number, Suffix};
use crate::source::slice;
use starts::Start;

/// What the joiner needs to know of the whole text.
pub struct Setting<'a> {
    /// The source's text.
    pub text: &'a str,
    /// The patterns of its language.
    pub rules: &'a ResolutionPatterns,
    /// The words of its language.
    pub words: &'a LanguageData,
    /// The patterns of laws and regulations.
    pub acts: &'a ActPatterns,
    /// How wrapped lines join.
    pub script: Script,
    /// Where paragraphs begin.
    pub layout: Layout,
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
    /// A line of a note after that end.
    EndedNote,
}

impl State {
    fn is_note(self) -> bool {
        matches!(self, Self::Note | Self::EndedNote)
    }

    fn is_ended(self) -> bool {
        matches!(self, Self::Ended | Self::EndedNote)
    }
}

/// A paragraph that is being joined.
struct Joined {
    part: DocumentPart,
    number: Option<Range<usize>>,
    style: Style,
    passage: Passage,
}

/// The heading of an annex, and its title under it.
const ANNEX: Style = Style::Heading(2);
const ANNEX_TITLE: Style = Style::Heading(3);

/// The heading of a part of an act, or of an article.
const PROVISION: Style = Style::Heading(4);

/// Joins lines.
pub struct Joiner<'a> {
    text: &'a str,
    rules: &'a ResolutionPatterns,
    words: &'a LanguageData,
    /// How the text is laid out, where it is an act.
    act: Option<(&'a ActPatterns, ActForm)>,
    script: Script,
    layout: Layout,
    lines: &'a [Line],
    furniture: &'a Furniture,
    /// The first line after the head.
    first: usize,
    part: DocumentPart,
    is_resolution: bool,
    candidates: Candidates,
    closing: ClosingReader<'a>,
    paragraphs: Vec<Joined>,
    notes: Vec<FoundNote>,
    left_out: Vec<(Range<usize>, String)>,
    /// What the next line meets.
    state: State,
    /// The last number, for what counts as the next one.
    number: (u32, Suffix),
    /// The last article of an act.
    article: u32,
    /// The last label of a sub-paragraph.
    label: Option<Label>,
    /// How many of the next lines are the title of an annex.
    title: usize,
    /// Whether a rule parts the lines from the text above.
    is_under_rule: bool,
    /// Whether the last line was the row of a table.
    is_row: bool,
    /// The headings of a report by their labels, where it is one.
    headings: Option<Headings>,
    /// Whether the text has a symbol and is no resolution: its lines are kept apart where they may be paragraphs.
    is_kept_apart: bool,
    /// Whether the last paragraph is such a heading.
    is_below_heading: bool,
    /// How the last entry of a list or programme began.
    entry: Option<LineEntry>,
    /// Whether the first paragraph is the line that opens the preamble.
    is_opened: bool,
    unsure: Vec<Unsure>,
    /// Whether it was noted that lines were joined where all stand apart.
    is_double_spacing_noted: bool,
    /// Whether the last line that was not left out is of a note.
    is_below_note: bool,
    /// Whether the last note holds the items of a list.
    is_list_in_note: bool,
    /// The width of the last line of text.
    width: usize,
    /// Where the words of the last numbered or labelled line begin.
    hanging: usize,
}

impl<'a> Joiner<'a> {
    /// A joiner for the lines after the head.
    pub fn new(setting: Setting<'a>, lines: &'a [Line], furniture: &'a Furniture, head: &Head) -> Self {
        let Setting { text, rules, words, acts, script, layout } = setting;
        let start = lines.get(head.lines).map_or(text.len(), |line| line.range.start);
        Self {
            candidates: Candidates::find(text, start..text.len(), rules),
            closing: ClosingReader::new(rules, script),
            first: head.lines,
            part: if head.is_resolution { DocumentPart::Preamble } else { DocumentPart::Plain },
            is_resolution: head.is_resolution,
            paragraphs: Vec::new(),
            notes: Vec::new(),
            left_out: Vec::new(),
            state: State::Ended,
            number: (0, Suffix::None),
            article: 0,
            label: None,
            title: 0,
            is_under_rule: false,
            is_row: false,
            headings: head.is_of_body.then(Headings::default),
            is_kept_apart: head.symbol.is_some() && !head.is_resolution,
            is_below_heading: false,
            entry: None,
            is_opened: false,
            unsure: Vec::new(),
            is_double_spacing_noted: false,
            is_below_note: false,
            is_list_in_note: false,
            width: 0,
            hanging: 0,
            text,
            rules,
            act: head.act.clone().map(|form| (acts, form)),
            words,
            script,
            layout,
            lines,
            furniture,
        }
    }

    /// Reads all lines.
    pub fn read(mut self) -> Reading {
        let (lines, furniture) = (self.lines, self.furniture);
        for at in self.first..lines.len() {
            if let Some(reason) = furniture.reason(at) {
                self.left_out.push((lines[at].range.clone(), reason.to_owned()));
                self.doubt_left_out(at);
                self.is_under_rule = reason == NOTE_RULE;
                self.cut();
                continue;
            }
            let next = (at + 1..lines.len()).find(|&next| furniture.reason(next).is_none());
            self.line(&lines[at], next.map(|next| &lines[next]));
            if self.paragraphs.last().is_some_and(|last| last.style == ANNEX) {
                self.title = self.title_lines(at + 1);
            }
        }
        self.reading()
    }

    fn reading(mut self) -> Reading {
        let marks = self.candidates.resolve(&self.notes);
        self.unsure.extend(self.candidates.unsure(&self.notes, &marks));
        self.unsure.extend(self.without_words());
        self.unsure.extend(self.unknown_beginnings());
        // Of two doubts about one line, the later one knows more.
        let mut asked = HashSet::new();
        self.unsure.reverse();
        self.unsure.retain(|unsure| asked.insert(unsure.range.clone()));
        self.unsure.reverse();
        let mut is_marked = vec![false; self.notes.len()];
        marks.iter().for_each(|mark| is_marked[mark.note] = true);
        let paragraph = |Joined { number, style, passage, .. }| {
            let words = words(passage, &marks);
            Paragraph { number, style, words, ..Paragraph::default() }
        };
        let paragraphs: Vec<_> = self.paragraphs.into_iter().map(paragraph).collect();
        self.unsure.extend(paragraphs.iter().flat_map(|paragraph| unread(&paragraph.words)));
        // A note's own marks stay what they are: notes do not lead to notes.
        let note = |(FoundNote { number, mark, passage, .. }, is_marked)| Note {
            number,
            mark,
            words: words(passage, &[]),
            is_marked,
        };
        Reading {
            paragraphs,
            notes: self.notes.into_iter().zip(is_marked).map(note).collect(),
            left_out: self.left_out,
            unsure: self.unsure,
        }
    }

    fn cut(&mut self) {
        self.state = if self.state.is_ended() { State::Ended } else { State::Cut };
    }

    fn line(&mut self, line: &Line, next: Option<&Line>) {
        self.doubt_torn_note(line);
        let is_closing = self.is_closing_line(line, next);
        // “4 October 2023” begins like note 4.
        if !is_closing && self.note(line) {
            self.is_below_note = true;
            return;
        }
        let mut start = self.start(line, next);
        let is_after_note = self.state.is_note();
        if self.state.is_note() {
            if !is_closing && self.goes_on_in_note(line, start.as_ref()) {
                self.push_to_note(line);
                return;
            }
            self.cut();
        }
        let announced = std::mem::take(&mut self.is_below_note) && self.note_announces();
        if matches!(start, Some(Start::Closing)) {
            self.part = DocumentPart::Closing;
        }
        if self.part == DocumentPart::Closing {
            // Lines under the text stay lines: what each says is for the recogniser.
            if self.closing.read(self.text, line.range.clone()).is_some() {
                self.push(None, Style::Body, Passage::line(self.text, line.range.clone()));
                self.state = State::Ended;
                return;
            }
            self.part = DocumentPart::Plain;
            start = self.start(line, next);
        }
        if announced {
            self.doubt_announced(line);
        } else if is_after_note {
            self.doubt_after_note(line, start.is_some());
        }
        // The wide blank behind a label is no gap between columns.
        let is_row = !matches!(start, Some(Start::Provision { .. })) && self.row(line, next);
        if is_row && start.is_none() {
            self.title = 0;
            self.begin(line.range.clone());
        } else {
            self.text_line(line, start);
        }
        self.is_row = is_row;
        self.state = State::Text;
        self.is_under_rule = false;
        self.width = width(slice(self.text, line.range.clone()));
        let number = starts::words(self.text, line).start;
        if number > line.range.start {
            let blanks =
                slice(self.text, number..line.range.end).chars().take_while(|c| c.is_whitespace()).count();
            self.hanging = line.indent + slice(self.text, line.range.start..number).chars().count() + blanks;
        }
    }

    fn text_line(&mut self, line: &Line, start: Option<Start>) {
        let range = line.range.clone();
        if start.is_none() && self.title_goes_on(line) {
            return;
        }
        self.title = 0;
        self.doubt_note(line, start.as_ref());
        self.doubt_number(line, start.as_ref());
        match start {
            Some(Start::Operative(number)) => self.numbered(range, number),
            Some(Start::SubParagraph { bullet, label }) => self.labelled(range, bullet, label),
            Some(Start::Provision { is_heading, article }) => {
                match is_heading {
                    true => self.push(None, PROVISION, Passage::line(self.text, range)),
                    false => self.begin(range),
                }
                self.number = (0, Suffix::None);
                self.article = article.unwrap_or(self.article);
            }
            Some(Start::Annex) => {
                self.push(None, ANNEX, Passage::line(self.text, range));
                (self.part, self.number, self.label) = (DocumentPart::Annex, (0, Suffix::None), None);
            }
            Some(Start::Item) => {
                let number = Number::of(slice(self.text, range.clone()));
                self.number.0 = number.map_or(self.number.0, |number| number.value);
                self.begin(range);
            }
            Some(Start::Heading) => self.begin(range),
            _ if self.begins(line) => {
                self.doubt(&range);
                self.doubt_beginning(line);
                self.begin(range);
            }
            _ => {
                self.doubt(&range);
                self.doubt_hyphen(&range);
                if self.paragraphs.last().is_some_and(|last| !matches!(last.style, Style::Heading(_))) {
                    self.doubt_join(line);
                }
                match self.paragraphs.last_mut() {
                    Some(last) if !matches!(last.style, Style::Heading(_)) => {
                        last.passage.push(self.text, range, Joint::Wrap(self.script));
                    }
                    _ => self.begin(range),
                }
            }
        }
    }
}
