//! What is wrong in what an author wrote, or in a finished page.
//!
//! A finding never stops the work; the run goes on to find the rest. MakeError with the machine (disk, template)
//! is an error instead and stops at once.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::count::{counted, is_or_are};
use crate::source::{Position, Source, Span};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; decides nothing.
    Note,
    /// Should be mended; publishing goes on.
    Warning,
    /// Must be mended; nothing is published.
    Error,
}

impl Severity {
    /// The English word used in messages.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Where a finding is.
#[derive(Debug, Clone)]
pub enum Place {
    /// At a span of a source file that could be read.
    Source(Arc<Source>, Span),
    /// At a file as a whole: one that is missing, or cannot be read as text.
    File(Arc<str>),
    /// At a byte of a file that is not text, counted from 0.
    Byte(Arc<str>, u32),
    /// In a file whose words are not to be shown; in a box, as it is rare and large.
    Unquoted(Box<Unquoted>),
}

/// A place in a file whose words are not to be shown.
#[derive(Debug, Clone)]
pub struct Unquoted {
    /// The path of the file.
    pub path: Arc<str>,
    /// Where it begins.
    pub at: Position,
    /// The same as a byte.
    pub byte: u32,
}

impl Place {
    /// A span of a source; of a text that the program made, the place where it was written.
    pub fn at(source: &Arc<Source>, span: Span) -> Self {
        let (source, span) = source.written(span);
        Self::Source(source, span)
    }

    /// The path of the file, relative to the site's root or the output folder.
    pub fn path(&self) -> &str {
        match self {
            Place::Source(source, _) => source.path(),
            Place::File(path) | Place::Byte(path, _) => path,
            Place::Unquoted(place) => &place.path,
        }
    }

    /// The line and column; 1:1 for a file as a whole.
    pub fn position(&self) -> Position {
        match self {
            Place::Source(source, span) => source.position(span.start),
            Place::Unquoted(place) => place.at,
            Place::File(_) | Place::Byte(..) => Position { line: 1, column: 1 },
        }
    }
}

/// One thing that is wrong, with where, why and what to do.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule's name, for example `front-matter/unknown-key`.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop, on one line.
    pub message: String,
    /// What to do, in one or two sentences.
    pub help: Box<str>,
    /// Where.
    pub place: Place,
    /// What ties it to a finished page, if it was found in one.
    pub page: Option<Box<OfPage>>,
    /// The ACT rules of the W3C that what was found fails, by their ids.
    pub act: &'static [&'static str],
    /// Whether no standard asks for what is missing here, but only a rule of this house.
    pub house: bool,
    /// How many more like it, which are not listed, it stands for.
    pub more: u32,
    /// What few findings have; in a box, so that one that is an error of a function is small.
    pub(crate) rare: Option<Box<Rare>>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Rare {
    debt: Option<Debt>,
    unlisted: Vec<Finding>,
    /// What to do, in words that quote nothing of the text.
    bare: Option<Box<str>>,
}

/// What is known of a finding that is to be mended later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debt {
    /// How much the finding weighs by itself; one that may still stand is a note.
    pub weight: Severity,
    /// Who mends it.
    pub by: Box<str>,
    /// The last day on which it may stand.
    pub until: Date,
    /// Whether that day is over, so that it weighs what it did.
    pub overdue: bool,
}

/// What ties a finding to a finished page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfPage {
    /// It stands in the page, at what the page says was made from there: the value of the nearest `data-source`.
    MadeFrom(String),
    /// It was found in the page of this path, and its place is where that was written.
    WrittenElsewhere(String),
    /// It was found in the page of this path, and its place is where a template of the site writes it, on every page that it makes.
    WrittenInTemplate(String),
}

impl Finding {
    /// An error at a span of a source.
    pub fn error(rule: &'static str, source: &Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Error, Place::at(source, span), message)
    }

    /// A warning at a span of a source.
    pub fn warning(rule: &'static str, source: &Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, Place::at(source, span), message)
    }

    /// A note at a span of a source.
    pub fn note(rule: &'static str, source: &Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Note, Place::at(source, span), message)
    }

    /// A finding at any place.
    pub fn new(rule: &'static str, severity: Severity, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            message: on_one_line(message.into()),
            help: Box::default(),
            place,
            page: None,
            act: &[],
            house: false,
            more: 0,
            rare: None,
        }
    }

    /// What `baseline.yaml` says of it, if it stands there.
    pub fn debt(&self) -> Option<&Debt> {
        self.rare.as_ref()?.debt.as_ref()
    }

    /// Notes what `baseline.yaml` says of it.
    pub fn owe(&mut self, debt: Debt) {
        self.rare.get_or_insert_default().debt = Some(debt);
    }

    /// Those for which it stands that are known one by one.
    pub fn unlisted(&self) -> &[Finding] {
        self.rare.as_ref().map_or(&[], |rare| &rare.unlisted)
    }

    /// The same, which shows nothing of the words at its place.
    #[must_use]
    pub fn unquoted(mut self) -> Self {
        if let Place::Source(source, span) = &self.place {
            let (path, at) = (source.path().into(), source.position(span.start));
            self.place = Place::Unquoted(Box::new(Unquoted { path, at, byte: span.start }));
        }
        self
    }

    /// The same of a text of which nothing may be shown: what it says may quote the text too.
    #[must_use]
    pub fn without_words(self) -> Self {
        let explained = || format!("“curbcut explain {}” says what is wanted here.", self.rule).into();
        let bare = self.rare.as_ref().and_then(|rare| rare.bare.clone());
        Self {
            message: "something is wrong here, in a text of which nothing may be shown".to_owned(),
            help: bare.unwrap_or_else(explained),
            rare: None,
            ..self.unquoted()
        }
    }

    /// Adds what to do where nothing of the text may be shown.
    #[must_use]
    pub fn bare(mut self, help: impl Into<Box<str>>) -> Self {
        self.rare.get_or_insert_default().bare = Some(help.into());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into().into_boxed_str();
        self
    }
}

/// Words that a message quotes may hold line ends; a message is one line.
fn on_one_line(message: String) -> String {
    if !message.contains(['\n', '\r', '\t']) {
        return message;
    }
    message.replace('\n', "<U+000A>").replace('\r', "<U+000D>").replace('\t', "<U+0009>")
}

/// How many findings of one rule in one file are listed; a reader who mends these finds the rest in the next run.
const MOST_LISTED: usize = 100;

/// Sorts findings, drops what is reported twice, and ends long rows of the same finding with their number. The last
/// weighs as much as those it stands for and keeps them, so nothing that was found is lost from the result.
pub fn settle(findings: Vec<Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = findings.into_iter().flat_map(each).collect();
    sort(&mut findings);
    findings.dedup_by(|a, b| {
        let is_of_template =
            |one: &Finding| matches!(one.page.as_deref(), Some(OfPage::WrittenInTemplate(_)));
        a.rule == b.rule
            && a.place.path() == b.place.path()
            && a.place.position() == b.place.position()
            // Pages say in their own words, such as their addresses, what one place of a template does.
            && (a.message == b.message || is_of_template(a) && is_of_template(b))
    });
    // By weight too: a new finding is not lost behind a hundred that may stand. How many are listed, and which is the last of them.
    let mut listed: HashMap<(String, &'static str, Severity), (usize, usize)> = HashMap::new();
    let mut settled: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let key = (finding.place.path().to_owned(), finding.rule, finding.severity);
        let (number, last) = listed.entry(key).or_default();
        match settled.get_mut(*last).filter(|_| *number == MOST_LISTED) {
            Some(last) => last.rare.get_or_insert_default().unlisted.push(finding),
            None => {
                (*number, *last) = (*number + 1, settled.len());
                settled.push(finding);
            }
        }
    }
    for finding in settled.iter_mut().filter(|finding| !finding.unlisted().is_empty()) {
        let places: u32 = finding.unlisted().iter().map(|one| 1 + one.more).sum();
        finding.message.push_str(&unlisted(places as usize));
        finding.more += places;
    }
    settled
}

/// A finding, and each for which it stands.
fn each(mut finding: Finding) -> Vec<Finding> {
    let beyond = finding.rare.as_mut().map(|rare| std::mem::take(&mut rare.unlisted)).unwrap_or_default();
    if !beyond.is_empty() {
        let places: u32 = beyond.iter().map(|one| 1 + one.more).sum();
        finding.more -= places;
        finding.message = finding.message.trim_end_matches(&*unlisted(places as usize)).to_owned();
    }
    std::iter::once(finding).chain(beyond).collect()
}

/// How a message ends that stands for more findings.
pub fn unlisted(more: usize) -> String {
    format!("; {} of this rule in this file {} not listed", counted(more, "more finding"), is_or_are(more))
}

/// Sorts findings by file, then place, then rule, so that every run prints them alike.
pub fn sort(findings: &mut [Finding]) {
    // By byte, not by line and column: counting those for every finding of one very long line takes too long.
    let offset = |finding: &Finding| match &finding.place {
        Place::Source(_, span) => span.start,
        Place::File(_) => 0,
        Place::Byte(_, at) => *at,
        Place::Unquoted(place) => place.byte,
    };
    findings.sort_by(|a, b| (a.place.path(), offset(a), a.rule).cmp(&(b.place.path(), offset(b), b.rule)));
}

/// What was made, or the mistake of an author that prevents it.
pub type OrMistake<T> = Result<T, Finding>;

/// Why something cannot be made.
#[derive(Debug)]
pub enum MakeError {
    /// What an author wrote is wrong: the rest goes on.
    Mistake(Finding),
    /// The machine cannot do it: everything stops.
    Failure(anyhow::Error),
}

impl MakeError {
    /// The mistake.
    ///
    /// # Errors
    /// The failure, if it is one.
    pub fn mistake(self) -> anyhow::Result<Finding> {
        match self {
            Self::Mistake(finding) => Ok(finding),
            Self::Failure(error) => Err(error),
        }
    }

    /// Makes a mistake a value, so that of many jobs only a failure stops the others.
    ///
    /// # Errors
    /// The failure.
    pub fn only_failures<T>(result: Result<T, Self>) -> anyhow::Result<OrMistake<T>> {
        result.map(Ok).or_else(|error| error.mistake().map(Err))
    }
}

impl From<Finding> for MakeError {
    fn from(finding: Finding) -> Self {
        Self::Mistake(finding)
    }
}

impl From<anyhow::Error> for MakeError {
    fn from(error: anyhow::Error) -> Self {
        Self::Failure(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_listed_is_kept_and_counted_once() {
        let source = Arc::new(Source::new("甲.md", "字".repeat(300)));
        let at =
            |start: u32| Finding::error("x/y", &source, Span { start: 3 * start, end: 3 * start + 3 }, "错");
        let twice = (0..150).chain(0..150).map(at).collect();
        let settled = settle(twice);
        assert_eq!((settled.len(), settled[99].more, settled[99].unlisted().len()), (100, 50, 50));
        assert_eq!(settled[99].message, "错; 50 more findings of this rule in this file are not listed");
        let again = settle(settled.into_iter().chain([at(200)]).collect());
        assert_eq!((again.len(), again[99].more, again[99].unlisted().len()), (100, 51, 51));
        assert_eq!(again[99].message, "错; 51 more findings of this rule in this file are not listed");
    }

    #[test]
    fn a_message_is_one_line() {
        let source = Arc::new(Source::new("a.md", "甲".to_owned()));
        let finding = Finding::error("x/y", &source, Span::default(), "it leads to “java\nscript:\r\t”");
        assert_eq!(finding.message, "it leads to “java<U+000A>script:<U+000D><U+0009>”");
    }
}
