//! The parts of a law or regulation: its head, and what its paragraphs are.
//!
//! In: the lines of a source that are an act, then its paragraphs. Out: title, number and adoption as fields; headings of divisions and
//! articles, articles with their labels, paragraphs and points. A table of contents that the text repeats is left out, as each page
//! has its own.

use std::collections::HashSet;
use std::ops::Range;

use jiff::civil::Date;

use super::Setting;
use super::body::{Body, ParagraphKind, list_number};
use super::cover::undecorated;
use super::fields::Fields;
use super::head::{HeadReader, ReadHead};
use crate::import::forms::act::{ActForm, Provision, may_be_heading};
use crate::import::forms::squeezed;
use crate::import::ledger::Ledger;
use crate::import::passage::{Joint, Passage};
use crate::import::source::{Head, Paragraph as Given, SourceFile, Style};
use crate::import::unsure::Unsure;
use crate::languages::{ActPatterns, LONGEST_HEADING};
use crate::numbering::{Number, Suffix, label_in_article};
use crate::source::slice;

/// The level of the heading of an annex.
const ANNEX: u8 = 2;

/// How many lines under the title say who passed it and what its number is.
const MOST_UNDER_TITLE: usize = 6;

impl<S: SourceFile> HeadReader<'_, S> {
    /// How the source is laid out, where it is an act.
    pub(super) fn act_form(&self) -> Option<ActForm> {
        let lines = self.file.lines().map(|line| match line.left_out {
            None => slice(self.text, line.range),
            Some(_) => "",
        });
        let lines: Vec<&str> = lines.collect();
        let mut form = ActForm::of(lines.iter().copied(), self.setting.acts)?;
        let said =
            self.file.lines().take(form.first).position(|line| line.is_title && line.left_out.is_none());
        let first = || self.file.lines().take(form.first).position(|line| line.left_out.is_none());
        form.title = said.or(form.title).or_else(first);
        Some(form)
    }

    /// The head of an act: what stands above its title, the title, and the lines under it that say who passed it and when.
    pub(super) fn act(mut self, form: ActForm) -> ReadHead {
        let title = form.title.unwrap_or_default();
        let (mut lines, mut under, mut open) = (0, 0, false);
        for (at, line) in self.file.lines().take(form.first).enumerate() {
            if let Some(reason) = line.left_out {
                self.ledger.drop(line.range, reason);
            } else if at < title {
                self.above_title(line.range);
            } else if at == title && form.title.is_some() {
                let words = undecorated(self.text, line.range, &mut self.ledger);
                self.fields.add("title", Passage::line(self.text, words));
            } else if under == 0 && line.is_title {
                self.fields.extend("title", self.text, line.range, Joint::Wrap(self.setting.script));
            } else if under < MOST_UNDER_TITLE && self.under_title(line.range, &mut open) {
                under += 1;
            } else {
                break;
            }
            lines = at + 1;
        }
        let symbol = self.fields.text("symbol").map(str::to_owned);
        self.done(Head { lines, act: Some(form), symbol, ..Head::default() }, None)
    }

    /// A line above the title: the number, which may stand on the line under the name of the order, or a line of the cover.
    fn above_title(&mut self, range: Range<usize>) {
        let acts = self.setting.acts;
        let line = Passage::line(self.text, range);
        if self.fields.has("symbol") {
            return self.fields.add("cover-lines", line);
        }
        let above = self.fields.take_last("cover-lines");
        if let Some(above) = above {
            let mut both = above.clone();
            both.append(line.clone(), Joint::Wrap(self.setting.script));
            if acts.symbol.is_match(both.text()) {
                return self.fields.add("symbol", both);
            }
            self.fields.add("cover-lines", above);
        }
        let key = if acts.symbol.is_match(line.text()) { "symbol" } else { "cover-lines" };
        self.fields.add(key, line);
    }

    /// Takes a line under the title that says who passed the act, in brackets over several lines, or gives its number.
    fn under_title(&mut self, range: Range<usize>, open: &mut bool) -> bool {
        let acts = self.setting.acts;
        let line = slice(self.text, range.clone());
        if line.len() > LONGEST_HEADING {
            return false;
        }
        let is_adopted = !self.fields.has("adopted") && acts.adopted.is_match(line);
        if is_adopted || *open {
            self.fields.extend("adopted", self.text, range, Joint::Wrap(self.setting.script));
            *open = (*open || line.starts_with(['(', '（', '['])) && !line.ends_with([')', '）', ']']);
            return true;
        }
        let is_symbol = !self.fields.has("symbol") && acts.symbol.is_match(line);
        if is_symbol {
            self.fields.add("symbol", Passage::line(self.text, range));
        }
        is_symbol
    }
}

/// Who passed an act, as its line of adoption says.
pub fn body_of(fields: &Fields, acts: &ActPatterns) -> Option<String> {
    let found = acts.adopted.captures(fields.text("adopted")?)?;
    Some(found.name("body")?.as_str().trim().to_owned())
}

/// From which day an act holds, as the last paragraph says that speaks of it.
pub fn in_force(body: &Body, setting: Setting<'_>) -> Option<Date> {
    body.paragraphs.iter().rev().find_map(|paragraph| {
        let found = setting.acts.in_force.captures(paragraph.given.words.passage.text())?;
        setting.rules.day(found.name("day")?.as_str())
    })
}

/// What is known of an act while its paragraphs are read.
pub struct ActBody<'a> {
    text: &'a str,
    acts: &'a ActPatterns,
    form: ActForm,
    /// Whether an article has begun.
    is_in_article: bool,
    /// Whether the paragraphs of the article are numbered; unknown before the first label in it.
    is_numbered: Option<bool>,
    /// Whether the last heading is a number that still waits for its words.
    awaits_title: bool,
    /// What was not understood for certain.
    pub unsure: Vec<Unsure>,
}

impl<'a> ActBody<'a> {
    /// A reader for the paragraphs of an act.
    pub fn new(text: &'a str, acts: &'a ActPatterns, form: ActForm) -> Self {
        Self {
            text,
            acts,
            form,
            is_in_article: false,
            is_numbered: None,
            awaits_title: false,
            unsure: Vec::new(),
        }
    }

    /// What a paragraph is; the label of an article is taken out of its words.
    pub fn kind(&mut self, paragraph: &mut Given) -> ParagraphKind {
        if paragraph.cell.is_some() {
            return ParagraphKind::Plain;
        }
        let said = self.said(paragraph);
        self.awaits_title = false;
        let provision = self.form.provision(&said, self.acts);
        if provision.is_some() {
            self.is_numbered = None;
        }
        match provision {
            Some(Provision::Division { level, is_bare }) => {
                (self.is_in_article, self.awaits_title) = (false, is_bare);
                ParagraphKind::Heading(level)
            }
            Some(Provision::Annex) => {
                self.is_in_article = false;
                ParagraphKind::Heading(ANNEX)
            }
            Some(Provision::Heading { label, is_bare, .. })
                if self.has_lines(paragraph) || !is_bare && self.form.are_worded =>
            {
                let why = "this has become the first words of an article, and ends as no sentence does: lines may be torn or joined here";
                self.unsure.push(Unsure::new(paragraph.whole().range(), why));
                self.is_in_article = true;
                self.take_number(paragraph, label.range.end);
                ParagraphKind::Article
            }
            Some(Provision::Heading { level, is_bare, .. }) => {
                (self.is_in_article, self.awaits_title) = (true, is_bare);
                ParagraphKind::Heading(level)
            }
            Some(Provision::Article(_)) if matches!(paragraph.style, Style::Heading(_)) => {
                self.is_in_article = true;
                ParagraphKind::Heading(self.form.level_of_articles())
            }
            Some(Provision::Article(label)) => {
                self.is_in_article = true;
                self.take_number(paragraph, label.range.end);
                ParagraphKind::Article
            }
            None => match paragraph.style {
                Style::Heading(level) => {
                    self.is_in_article = false;
                    ParagraphKind::Heading(level.max(2))
                }
                _ if !self.is_in_article => ParagraphKind::Plain,
                _ => self.part(paragraph, &said),
            },
        }
    }

    /// What a paragraph in an article is.
    fn part(&mut self, paragraph: &mut Given, said: &str) -> ParagraphKind {
        let label = label_in_article(said);
        let number = Number::of(said).filter(|number| number.suffix == Suffix::None);
        if let Some(number) = number
            && slice(said, ..number.length) == list_number(number.value)
        {
            self.is_numbered.get_or_insert(true);
            self.take_number(paragraph, number.length);
            return ParagraphKind::Numbered(number.value);
        }
        // Points stand in the item of a numbered paragraph, and at the margin where the list is under them.
        match label {
            Some(_) if *self.is_numbered.get_or_insert(false) => ParagraphKind::Labelled,
            _ => ParagraphKind::Plain,
        }
    }

    /// Whether a paragraph is joined of several lines, as no heading is.
    fn has_lines(&self, paragraph: &Given) -> bool {
        slice(self.text, paragraph.whole().range()).trim().contains('\n')
    }

    fn take_number(&self, paragraph: &mut Given, length: usize) {
        if paragraph.number.is_none() {
            paragraph.number = paragraph.words.take_start(self.text, length);
        }
    }

    /// The words of a paragraph with its number before them, and without the marks of notes, which end no sentence.
    fn said(&self, paragraph: &Given) -> String {
        let words = paragraph.words.passage.text();
        let mut said = String::new();
        if let Some(number) = &paragraph.number {
            said.extend([slice(self.text, number.clone()), " "]);
        }
        let mut at = 0;
        for (mark, _) in &paragraph.words.marks {
            said.push_str(slice(words, at..mark.start));
            at = mark.end;
        }
        said.push_str(slice(words, at..));
        said.truncate(said.trim_end().len());
        said
    }

    /// Whether a paragraph is the title of the heading before it, which is only a number.
    pub fn is_title_of_last(&self, paragraph: &Given) -> bool {
        let words = &paragraph.words;
        let is_plain = words.marks.is_empty() && words.links.is_empty() && words.inserted.is_empty();
        let said = words.passage.text();
        self.awaits_title
            && is_plain
            && paragraph.number.is_none()
            && paragraph.cell.is_none()
            && paragraph.anchor.is_none()
            && !said.is_empty()
            && may_be_heading(said)
            && label_in_article(said).is_none()
            && self.form.provision(said, self.acts).is_none()
    }

    /// Whether a paragraph heads a table of contents.
    pub fn is_contents(&self, paragraph: &Given) -> bool {
        self.acts.contents.is_match(&self.said(paragraph))
    }

    /// How many of these paragraphs are a table of contents: its heading, and what the text repeats after it.
    pub fn contents(&self, given: &[Given]) -> usize {
        let entry = |paragraph: &Given| {
            let said = self.said(paragraph);
            squeezed(
                said.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || ".…·".contains(c)),
            )
        };
        let [_, first, rest @ ..] = given else { return 0 };
        let first = entry(first);
        // The text may go on behind the words of the heading.
        let is_again = |paragraph| !first.is_empty() && entry(paragraph).starts_with(&*first);
        let Some(again) = rest.iter().position(is_again) else { return 0 };
        // What is no heading, such as a preamble between both, is no entry.
        let text: HashSet<String> = rest.get(again..).unwrap_or_default().iter().map(entry).collect();
        let is_entry = |paragraph: &&Given| {
            let said = entry(paragraph);
            text.iter().any(|other| other.starts_with(&said))
                || self.form.provision(&self.said(paragraph), self.acts).is_some()
        };
        2 + rest.get(..again).unwrap_or_default().iter().take_while(is_entry).count()
    }
}

/// Leaves a table of contents out.
pub fn leave_contents(paragraphs: Vec<Given>, ledger: &mut Ledger) {
    const REASON: &str = "table of contents, which each page has";
    for paragraph in paragraphs {
        if let Some(number) = paragraph.number {
            ledger.drop(number, REASON);
        }
        let passage = &paragraph.words.passage;
        passage.spans(0..passage.text().len()).for_each(|span| ledger.drop(span, REASON));
    }
}
