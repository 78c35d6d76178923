//! `content/glossary.yaml`: hard words and their plain meanings, one file a language.
//!
//! In: the file. Out: the terms, and where a text uses them. Finds a term that stands twice and one without a
//! meaning.

use std::cmp::Reverse;
use std::sync::Arc;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::finding::Finding;
use crate::front_matter::find_cut_values;
use crate::hidden;
use crate::source::{Source, Span};

/// One word.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Term {
    /// The word as easy-read texts write it.
    pub term: String,
    /// How it is said.
    pub pinyin: Option<String>,
    /// What it means, in one or two short sentences.
    pub meaning: String,
    /// Forms that easy-read texts avoid.
    #[serde(default)]
    pub avoid: Vec<String>,
    /// What official texts call it.
    #[serde(default)]
    pub official: Vec<String>,
}

/// The words of one language.
#[derive(Debug)]
pub struct Glossary {
    /// In the order of the file.
    pub terms: Vec<Term>,
    /// Where each term stands in the file.
    pub places: Vec<Span>,
    /// The file.
    pub source: Arc<Source>,
    /// All words, to be found in one pass.
    words: AhoCorasick,
    /// Which of the terms each of those is.
    of_words: Vec<usize>,
}

/// A term in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Which term.
    pub term: usize,
    /// The first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl Glossary {
    /// Reads the file.
    pub fn read(source: &Arc<Source>, findings: &mut Vec<Finding>) -> Self {
        find_cut_values(source, Span::from(0..source.text().len()), findings);
        hidden::check(source, findings);
        let terms: Vec<Term> = match serde_yaml::from_str(source.text()) {
            Ok(terms) => terms,
            Err(_) if source.text().trim().is_empty() => Vec::new(),
            Err(error) => {
                let text = error.to_string();
                let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
                let at = error.location().map_or(0, |location| location.index()).min(source.text().len());
                findings.push(
                    Finding::error("glossary/bad-entry", source, Span::point(at), message)
                        .help("An entry is “- term: …” and below it “meaning: …”; “pinyin”, “avoid” and “official” may follow."),
                );
                Vec::new()
            }
        };
        let places = places(source);
        let place = |index: usize| places.get(index).copied().unwrap_or_default();
        if source.text().contains('\\') {
            for (index, term) in terms.iter().enumerate() {
                for words in [&term.term, &term.meaning].into_iter().chain(&term.pinyin) {
                    hidden::check_value(words, source, place(index).range(), findings);
                }
            }
        }
        for (index, term) in terms.iter().enumerate() {
            if terms[..index].iter().any(|other| other.term == term.term) {
                findings.push(
                    Finding::error(
                        "glossary/term-twice",
                        source,
                        place(index),
                        format!("“{}” stands here a second time", term.term),
                    )
                    .help("Keep one of the two: a word has one meaning."),
                );
            }
            if term.meaning.trim().is_empty() || term.term.trim().is_empty() {
                findings.push(
                    Finding::error(
                        "glossary/bad-entry",
                        source,
                        place(index),
                        "the entry has no word or no meaning",
                    )
                    .help("Explain the word in one or two short sentences."),
                );
            }
        }
        let of_words: Vec<usize> = (0..terms.len()).filter(|&at| !terms[at].term.is_empty()).collect();
        let words = AhoCorasick::new(of_words.iter().map(|&at| &terms[at].term))
            .expect("a text that is not too large to be read has fewer words than can be looked for");
        Self { terms, places, source: source.clone(), words, of_words }
    }

    /// Where `text` uses terms, in order, no two overlapping, the longer word winning: 人权理事会, not 人权.
    pub fn uses(&self, text: &str) -> Vec<Use> {
        let found = self.words.find_overlapping_iter(text).map(|found| Use {
            term: self.of_words[found.pattern().as_usize()],
            start: found.start(),
            end: found.end(),
        });
        let mut uses: Vec<Use> = found.filter(|found| is_whole_word(text, found.start, found.end)).collect();
        uses.sort_by_key(|found| (found.start, Reverse(found.end), found.term));
        let mut at = 0;
        uses.retain(|found| {
            let stays = found.start >= at;
            at = if stays { found.end } else { at };
            stays
        });
        uses
    }
}

/// A Latin word is not found inside a longer one; Chinese has no such borders.
fn is_whole_word(text: &str, start: usize, end: usize) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let inside = |a: Option<char>, b: Option<char>| latin(a) && latin(b);
    !inside(text[..start].chars().next_back(), text[start..].chars().next())
        && !inside(text[..end].chars().next_back(), text[end..].chars().next())
}

/// Where the value of each `term:` stands.
fn places(source: &Source) -> Vec<Span> {
    let mut places = Vec::new();
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let item = line.trim_start_matches(['-', ' ']);
        if let Some(value) = item.strip_prefix("term:") {
            let from =
                start + (line.len() - item.len()) + "term:".len() + (value.len() - value.trim_start().len());
            places.push(Span::from(from..from + value.trim().len()));
        }
        start += line.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary(text: &str) -> (Glossary, Vec<Finding>) {
        let mut findings = Vec::new();
        let glossary = Glossary::read(&Arc::new(Source::new("content/glossary.yaml", text)), &mut findings);
        (glossary, findings)
    }

    #[test]
    fn the_longest_word_wins() {
        let (glossary, _) = glossary("- term: 人权\n  meaning: 一。\n- term: 人权理事会\n  meaning: 二。\n");
        let words: Vec<_> = glossary.uses("人权理事会保护人权").iter().map(|u| u.term).collect();
        assert_eq!(words, [1, 0]);
    }

    #[test]
    fn a_word_that_is_none_hides_no_shorter_one() {
        let (glossary, _) = glossary("- term: law\n  meaning: A rule.\n- term: law the\n  meaning: None.\n");
        let places: Vec<_> = glossary.uses("the law then").iter().map(|u| (u.term, u.start, u.end)).collect();
        assert_eq!(places, [(0, 4, 7)]);
    }

    #[test]
    fn a_latin_word_is_whole() {
        let (glossary, _) = glossary("- term: law\n  meaning: A rule.\n");
        assert_eq!(glossary.uses("The lawyer knows the law.").len(), 1);
    }

    #[test]
    fn a_term_twice_is_found_at_the_second() {
        let (_, findings) = glossary("- term: 人权\n  meaning: 一。\n\n- term: 人权\n  meaning: 二。\n");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place.position(), crate::source::Position { line: 4, column: 9 });
    }
}
