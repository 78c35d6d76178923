//! The meanings in the glossary, which easy-read texts show to their readers.
//!
//! In: the glossaries of a library. Out: warnings where a meaning is itself hard: a long sentence, a term, a figure of
//! speech, a double negative; and where it is written with markup, which nobody reads.

use super::limits::Limits;
use super::terms::Terms;
use crate::count::is_or_are;
use crate::finding::Finding;
use crate::glossary::Glossary;
use crate::lang::Lang;
use crate::languages::LanguageData;
use crate::languages::segment;
use crate::library::Library;
use crate::parse::first_mark;
use crate::ranges::Ranges;
use crate::source::{Span, slice};

const RULE: &str = "glossary/hard-meaning";
const MARKUP: &str = "glossary/markup";

/// The lists of words that no meaning should need.
const LISTS: [&str; 3] = ["double-negative", "hard-term", "idiom"];

/// Reads the meanings of every glossary.
pub fn check(library: &Library, findings: &mut Vec<Finding>) {
    for (tag, glossary) in &library.glossaries {
        let Ok(lang) = tag.parse::<Lang>() else { continue };
        let language = library.language(&lang).data();
        let limit = Limits::of(&library.config, &lang, language.unit).sentence.warning;
        let terms = Terms::new(glossary);
        for index in 0..glossary.terms.len() {
            Meaning { glossary, terms: &terms, index, language, limit }.check(findings);
        }
    }
}

/// The meaning of one term.
struct Meaning<'a> {
    glossary: &'a Glossary,
    terms: &'a Terms<'a>,
    index: usize,
    language: &'a LanguageData,
    limit: usize,
}

impl Meaning<'_> {
    fn check(&self, findings: &mut Vec<Finding>) {
        let Some(term) = self.glossary.terms.get(self.index) else { return };
        for value in [&term.term, &term.meaning] {
            let Some(mark) = first_mark(value) else { continue };
            let mark = slice(value, mark);
            let message =
                format!("“{mark}” is shown as it is written: a word and its meaning are plain text");
            let place = if value == &term.term { self.term() } else { self.place(mark) };
            let finding = Finding::warning(MARKUP, &self.glossary.source, place, message);
            findings.push(finding.help("Write the words alone."));
        }
        let mut add = |words: &str, message: String, help: &str| {
            let finding = Finding::warning(RULE, &self.glossary.source, self.place(words), message);
            findings.push(finding.help(help));
        };
        for sentence in segment::sentences(&term.meaning, self.language) {
            let words = slice(&term.meaning, sentence);
            if let Some(length) = self.terms.longer_than(self.limit, words, self.language) {
                let message = format!(
                    "a sentence of what “{}” means is {length} long; up to {} {} read",
                    term.term,
                    self.limit,
                    is_or_are(self.limit)
                );
                add(words, message, "Make two sentences of it.");
            }
        }
        let explained: Ranges = self.terms.uses(&term.meaning).into_iter().collect();
        for list in LISTS.iter().filter_map(|name| self.language.list(name)) {
            for hit in list.1.hits(&term.meaning, self.language) {
                // A word that has its own entry can be looked up there.
                if explained.hold(&hit.range) {
                    continue;
                }
                let words = slice(&term.meaning, hit.range);
                let help = hit
                    .advice
                    .map_or_else(|| "Say it in everyday words.".to_owned(), |advice| format!("{advice}."));
                add(words, format!("“{words}” explains a hard word with another"), &help);
            }
        }
    }

    fn term(&self) -> Span {
        self.glossary.places.get(self.index).copied().unwrap_or_default()
    }

    /// Where words of the meaning stand after the term, or the term where YAML writes them otherwise.
    fn place(&self, words: &str) -> Span {
        let term = self.term();
        let next = self.glossary.places.get(self.index + 1).map_or(u32::MAX, |next| next.start);
        let text = self.glossary.source.text();
        let entry = text.get(term.end as usize..(next as usize).min(text.len())).unwrap_or_default();
        let meaning = entry.find("meaning:").unwrap_or(0);
        match slice(entry, meaning..).find(words) {
            Some(at) => {
                let start = term.end as usize + meaning + at;
                Span::from(start..start + words.len())
            }
            None => term,
        }
    }
}
