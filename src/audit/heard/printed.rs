//! What is heard of a page, as a text for people.
//!
//! In: the phrases of a page, and the words of its language. Out: lines, one for each thing that is heard at once: a heading, a
//! paragraph with its links between brackets, an item of a list. What stands in a part of the page is indented below it. A text
//! begins with what it is and what it is not.

mod line;
mod roles;

use line::Line;
use roles::{BEFORE_LINE, NAMED, NAMED_BY, SILENT, WITHIN_LINE};

use super::{Heard, Part, Phrase};
use crate::hidden::visible;
use crate::lang::Lang;
use crate::languages::{Argument, Labels, Languages};

impl Heard {
    /// The text for people; `path` is that of the page.
    pub fn text(&self, path: &str, languages: &Languages) -> String {
        let lang: Lang = self.lang.parse().unwrap_or_else(|_| crate::languages::fallback());
        let labels = languages.of(&lang).heard();
        let mut printer = Printer {
            phrases: &self.phrases,
            page_lang: &self.lang,
            labels,
            languages,
            out: String::new(),
            depth: 0,
            line: Line::default(),
            before: Vec::new(),
            open: Vec::new(),
            langs: vec![""],
            said_headers: Vec::new(),
            muted: None,
        };
        let language = match self.lang.as_str() {
            "" => labels.get("no-language").to_owned(),
            _ => printer.format("page-language", &[("language", languages.name(&lang).into())]),
        };
        let title = match self.title.as_str() {
            "" => labels.get("no-title").to_owned(),
            title => printer.format("page-title", &[("title", title.into())]),
        };
        let path = printer.format("page-path", &[("path", path.into())]);
        for head in [labels.get("calculated"), labels.get("layout"), "", &path, &language, &title, ""] {
            printer.out.push_str(&visible(head));
            printer.out.push('\n');
        }
        for (number, phrase) in self.phrases.iter().enumerate() {
            printer.phrase(number, phrase);
        }
        printer.flush();
        printer.out
    }
}

/// Lines are not indented further, as the text would grow with the square of their depth.
const DEEPEST: usize = 24;

/// What is done with what stands in an element, and at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Its words are words of what is around it.
    Silent,
    /// It stands indented.
    Part,
    /// It stands after words that are said before its first line.
    AfterWords,
    /// It is an element of a line.
    Within,
}

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    mode: Mode,
    /// Whether it stands on lines of its own.
    is_block: bool,
    /// The number of its phrase if that is said, or else that of the nearest around it that is.
    said: Option<usize>,
}

struct Printer<'a> {
    phrases: &'a [Phrase],
    page_lang: &'a str,
    labels: &'a Labels,
    languages: &'a Languages,
    out: String,
    /// How far lines are indented.
    depth: usize,
    line: Line,
    /// What is said before the next line, each with the indent it stands at.
    before: Vec<(usize, String)>,
    open: Vec<Open>,
    /// The languages that were said, the innermost last.
    langs: Vec<&'a str>,
    /// The headers that were said with the cell before this one, in its row.
    said_headers: Vec<&'a str>,
    /// The phrase that begins an element of which nothing more is said.
    muted: Option<usize>,
}

impl<'a> Printer<'a> {
    fn phrase(&mut self, number: usize, phrase: &'a Phrase) {
        match phrase.part {
            Part::End(start) => {
                if self.muted == Some(start) {
                    self.muted = None;
                }
                if self.muted.is_none() {
                    self.end();
                }
            }
            _ if self.muted.is_some() => {}
            Part::Text => {
                let is_apart = phrase.layout.is_apart;
                match self.says_language(phrase) {
                    Some(lang) => self.line.marked(lang, &phrase.name, is_apart),
                    None => self.line.words(&phrase.name, is_apart),
                }
            }
            Part::Whole | Part::Start => {
                let is_said = phrase.layout.is_said || self.names_what_is_around(number, phrase);
                self.start(number, phrase);
                if phrase.part == Part::Whole {
                    self.end();
                } else if is_said {
                    self.muted = Some(number);
                }
            }
        }
    }

    fn start(&mut self, number: usize, phrase: &'a Phrase) {
        let layout = phrase.layout;
        let mode = match phrase.role {
            _ if self.names_what_is_around(number, phrase) => Mode::Silent,
            role if SILENT.contains(&role) => Mode::Silent,
            // The word that a term defines is most often all of it.
            "term" if self.around().is_some_and(|around| around.role == "term") => Mode::Silent,
            role if BEFORE_LINE.contains(&role) && layout.is_block => Mode::AfterWords,
            role if WITHIN_LINE.contains(&role) && !layout.holds_blocks => Mode::Within,
            _ if self.line.is_within() => Mode::Within,
            _ => Mode::Part,
        };
        // A part of the page has lines of its own, wherever it stands.
        let is_block = layout.is_block || mode == Mode::Part;
        if is_block {
            self.flush();
        }
        let said =
            if mode == Mode::Silent { self.open.last().and_then(|open| open.said) } else { Some(number) };
        self.open.push(Open { mode, is_block, said });
        if mode == Mode::Silent {
            self.line.words("", layout.is_apart && !is_block);
            return;
        }
        let what = self.what(phrase);
        match phrase.role {
            "row" => self.said_headers.clear(),
            "rowheader" | "columnheader" => self.said_headers.push(&phrase.name),
            "cell" | "gridcell" => self.said_headers = phrase.headers.iter().map(String::as_str).collect(),
            _ => {}
        }
        self.langs.push(&phrase.lang);
        match mode {
            Mode::AfterWords => {
                self.before.push((self.depth, what));
                self.depth += 1;
                self.name(phrase);
            }
            Mode::Within => {
                self.line.begin(what, layout.is_apart);
                self.name(phrase);
            }
            _ => {
                self.line.begin(what, false);
                self.name(phrase);
                self.line.end();
                self.flush();
                self.depth += 1;
            }
        }
    }

    fn end(&mut self) {
        let Some(Open { mode, is_block, said }) = self.open.pop() else { return };
        let phrase = said.and_then(|number| self.phrases.get(number)).filter(|_| mode != Mode::Silent);
        if let Some(phrase) = phrase.filter(|phrase| phrase.part == Part::Start && phrase.layout.by_content) {
            // After its content, which is its name.
            self.details(phrase);
        }
        match mode {
            Mode::Silent => {}
            Mode::Within => self.line.end(),
            Mode::AfterWords
                if self.line.is_empty() && self.before.last().is_some_and(|(at, _)| at + 1 == self.depth) =>
            {
                self.line.words(self.labels.get("blank"), false);
            }
            Mode::AfterWords | Mode::Part => {}
        }
        if is_block {
            self.flush();
        }
        if mode != Mode::Silent {
            self.langs.pop();
        }
        if matches!(mode, Mode::AfterWords | Mode::Part) {
            self.depth -= 1;
        }
    }

    /// Says the name of an element, unless it is what stands in it, and what else is said of it.
    fn name(&mut self, phrase: &Phrase) {
        match (phrase.name.is_empty(), phrase.own_name) {
            (true, "") if NAMED.contains(&phrase.role) => {
                self.line.words(self.labels.get("nameless"), false);
            }
            (false, _) | (true, "") => {}
            (true, own) => self.line.words(self.labels.get(&format!("name-{own}")), false),
        }
        if phrase.part == Part::Whole || !phrase.layout.by_content {
            self.line.words(&phrase.name, false);
            self.details(phrase);
        }
    }

    /// Says what an element holds and what describes it.
    fn details(&mut self, phrase: &Phrase) {
        for (label, words) in [("value", &phrase.value), ("description", &phrase.description)] {
            if !words.is_empty() {
                let words = self.format(label, &[("words", words.as_str().into())]);
                self.line.words(&words, false);
            }
        }
    }

    /// What an element is: its role, its language if it is another, its states.
    fn what(&self, phrase: &Phrase) -> String {
        let (level, position) = (phrase.level.unwrap_or_default(), phrase.row.unwrap_or_default());
        let (count, columns) = phrase.counts.unwrap_or_default();
        let arguments = [
            ("level", level.into()),
            ("position", position.into()),
            ("count", count.into()),
            ("rows", count.into()),
            ("columns", columns.into()),
        ];
        let mut parts: Vec<String> = match phrase.role {
            "listitem" => Vec::new(),
            "cell" | "gridcell" if !phrase.headers.is_empty() => self.new_headers(phrase),
            _ if !phrase.role_words.is_empty() => vec![phrase.role_words.clone()],
            role => vec![self.labels.format(&format!("role-{role}"), &arguments).unwrap_or(role.to_owned())],
        };
        parts.extend(self.says_language(phrase));
        parts.extend(phrase.states.iter().map(|state| self.labels.get(&format!("state-{state}")).to_owned()));
        let and = |one: String, other: String| {
            self.format("and", &[("one", one.as_str().into()), ("other", other.as_str().into())])
        };
        let what = parts.into_iter().reduce(and).unwrap_or_default();
        if !BEFORE_LINE.contains(&phrase.role) || !phrase.layout.is_block {
            return what;
        }
        let bullet = if phrase.role == "listitem" { "• " } else { "" };
        let what =
            if what.is_empty() { what } else { self.format("before", &[("what", what.as_str().into())]) };
        format!("{bullet}{what}")
    }

    /// The headers of a cell that were not said just before; that of its column at least.
    fn new_headers(&self, cell: &Phrase) -> Vec<String> {
        let is_new = |header: &&String| !self.said_headers.contains(&header.as_str());
        let new: Vec<String> = cell.headers.iter().filter(is_new).cloned().collect();
        if new.is_empty() { cell.headers.last().cloned().into_iter().collect() } else { new }
    }

    /// The language of a phrase in words, if it is another than that of what is around it.
    fn says_language(&self, phrase: &Phrase) -> Option<String> {
        let around = self.langs.last().copied().unwrap_or_default();
        if phrase.lang == around {
            return None;
        }
        let own = if phrase.lang.is_empty() { self.page_lang } else { &phrase.lang };
        let lang: Option<Lang> = own.parse().ok();
        let name = lang.as_ref().map_or(own, |lang| self.languages.name(lang));
        Some(self.format("language", &[("language", name.into())]))
    }

    /// Whether an element is a caption whose words were said as the name of what it stands in.
    fn names_what_is_around(&self, number: usize, phrase: &Phrase) -> bool {
        let Some((_, of)) = NAMED_BY.iter().find(|(caption, _)| *caption == phrase.role) else {
            return false;
        };
        let Some(named) = self.around() else { return false };
        if named.role != *of || named.name.is_empty() {
            return false;
        }
        let mut words = String::new();
        for phrase in self.phrases.iter().skip(number + 1) {
            match phrase.part {
                Part::Text => words.push_str(&phrase.name),
                Part::End(start) if start == number => break,
                _ if SILENT.contains(&phrase.role) => {}
                _ => return false,
            }
            if words.len() > named.name.len() * 2 {
                return false;
            }
        }
        let without_spaces = |words: &str| words.split_whitespace().collect::<String>();
        without_spaces(&words) == without_spaces(&named.name)
    }

    /// The phrase of the nearest element around that is said.
    fn around(&self) -> Option<&'a Phrase> {
        self.phrases.get(self.open.last()?.said?)
    }

    /// Ends the line.
    fn flush(&mut self) {
        let Some(line) = self.line.take(self.labels) else { return };
        let indent = self.before.first().map_or(self.depth, |(depth, _)| *depth);
        self.out.push_str(&"  ".repeat(indent.min(DEEPEST)));
        for (_, words) in self.before.drain(..) {
            self.out.push_str(&visible(&words));
        }
        self.out.push_str(&visible(&line));
        self.out.push('\n');
    }

    fn format(&self, label: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.labels.format(label, arguments).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::aria;
    use crate::audit::heard::{element, states};

    #[test]
    fn everything_that_may_be_said_has_words_in_each_complete_language() {
        let languages = Languages::built_in();
        for tag in ["zh", "en"] {
            let labels = languages.of(&tag.parse().unwrap()).heard();
            assert!(labels.is_complete(), "{tag}");
            let said = |id: &str| labels.ids().any(|known| known == id);
            let announced = |role: &&str| {
                !SILENT.contains(role) && !["generic", "none", "presentation", "listitem"].contains(role)
            };
            let roles = aria::names().chain(element::without_role()).filter(announced);
            for id in roles
                .map(|role| format!("role-{role}"))
                .chain(states::ALL.iter().map(|state| format!("state-{state}")))
            {
                assert!(said(&id), "{tag}: {id}");
            }
        }
    }
}
