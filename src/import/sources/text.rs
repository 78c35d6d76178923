//! Plain text as a source: its lines are joined into paragraphs.
//!
//! In: the bytes of a file, or its decoded text with the patterns of its language. Out: lines and paragraphs with their
//! numbers, notes found at the foot of pages, and page furniture that was left out. Nothing is refused once the bytes are
//! text: a line that no pattern knows is a paragraph.

mod decode;
mod foreign;
mod furniture;
mod join;
mod layout;
mod lines;
mod marks;
mod notes;

use std::sync::Arc;

use encoding_rs::Encoding;

use super::Refused;
use crate::import::script::Script;
use crate::import::source::{Head, Line, Reading, SourceFile};
use crate::languages::{ActPatterns, Language, LanguageData, ResolutionPatterns};
use crate::source::Source;
use furniture::{Furniture, Page};
use join::{Joiner, Setting};
use layout::Layout;

pub use foreign::Foreign;

/// The text of a file; `path` is for messages, and its ending says what the bytes do not.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Refused> {
    let foreign = |kind| Refused::Foreign { path: path.to_owned(), kind };
    if let Some(kind) = Foreign::of(path, bytes) {
        return Err(foreign(kind));
    }
    let text = decode::decode(path, bytes)?;
    match Foreign::of_text(&text) {
        Some(kind) => Err(foreign(kind)),
        None => Ok(text),
    }
}

/// The first words of a file, whatever is in it; none where it is no text.
pub fn head(bytes: &[u8]) -> Option<String> {
    decode::head(bytes)
}

/// The text of a file in whatever encoding its bytes show.
pub fn decode_bytes(path: &str, bytes: &[u8]) -> Result<String, Refused> {
    decode::decode(path, bytes)
}

/// The text of a file in an encoding; none where it is not in that.
pub fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    decode::decode_as(encoding, bytes)
}

/// The text of a file in the encoding that its bytes are most likely in, and the name of that; none where it would not be text.
pub fn guess(bytes: &[u8]) -> Option<(String, &'static str)> {
    decode::guess(bytes)
}

/// A plain text.
#[derive(Debug)]
pub struct Text<'a> {
    source: Arc<Source>,
    rules: &'a ResolutionPatterns,
    words: &'a LanguageData,
    acts: &'a ActPatterns,
    script: Script,
    lines: Vec<lines::Line>,
    furniture: Furniture,
}

impl<'a> Text<'a> {
    /// A text with the patterns and the words of its language.
    pub fn new(
        source: Arc<Source>,
        rules: &'a ResolutionPatterns,
        language: &'a Language,
        script: Script,
    ) -> Self {
        let lines = lines::lines(source.text());
        let furniture = Furniture::printed(source.text(), &lines, rules);
        let (words, acts) = (language.data(), language.acts());
        Self { source, rules, words, acts, script, lines, furniture }
    }
}

impl SourceFile for Text<'_> {
    fn text(&self) -> &Arc<Source> {
        &self.source
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let line = |(at, line): (usize, &lines::Line)| Line {
            range: line.range.clone(),
            left_out: self.furniture.reason(at),
            ..Line::default()
        };
        self.lines.iter().enumerate().map(line)
    }

    fn body(mut self, head: &Head) -> Reading {
        let text = self.source.text();
        let page = Page { text, lines: &self.lines, body: head.lines };
        self.furniture.repeated(page, head);
        if head.is_of_body {
            self.furniture.contents(page, self.rules);
        }
        let layout = Layout::of(text, &self.lines[head.lines..], &self.rules.terminal.preamble);
        let setting = Setting {
            text,
            rules: self.rules,
            words: self.words,
            acts: self.acts,
            script: self.script,
            layout,
        };
        Joiner::new(setting, &self.lines, &self.furniture, head).read()
    }
}
