//! One list of words and patterns of a language.
//!
//! All words are looked for in one pass, the longest first, so that a word in `except` hides the shorter ones in
//! it: 应该 hides 该. Patterns are regular expressions without look-around, whose time is linear.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::iter;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::Regex;
use serde::Deserialize;

use super::lexicon::Lexicon;
use super::{LanguageData, Unit, lines, prefilter};
use crate::ranges::Ranges;
use crate::source::slice;

/// Words and patterns, each with what to write instead.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct List {
    #[serde(default)]
    words: BTreeMap<String, Option<String>>,
    #[serde(default)]
    patterns: BTreeMap<String, Option<String>>,
    /// Longer words in which nothing is found.
    #[serde(default)]
    except: Vec<String>,
    /// A file with more words.
    #[serde(default)]
    file: Option<String>,
    /// Whether capitals matter.
    #[serde(default)]
    case: Case,
    #[serde(skip)]
    ready: OnceLock<Ready>,
    #[serde(skip)]
    trace: OnceLock<Option<Regex>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Case {
    /// `Therefore` is `therefore`.
    #[default]
    Fold,
    /// `IT` is not `it`.
    Keep,
}

#[derive(Debug)]
struct Ready {
    words: Words,
    patterns: Vec<(Regex, Option<String>)>,
}

/// The words of a list, its exceptions among them, ready to be found.
#[derive(Debug)]
enum Words {
    /// None: a search for no words still walks through the text.
    None,
    /// A few, with capitals or without.
    Few {
        automaton: AhoCorasick,
        /// Advice for its first words, where there is some; the rest are exceptions.
        advice: Vec<Option<String>>,
    },
    /// Those of a file.
    Many(Lexicon),
}

/// A word in a text that the list holds.
enum Held<'a> {
    /// It is looked for.
    Wanted(Option<&'a str>),
    /// Nothing is found in it.
    Exception,
}

/// A word of the list in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// What to write instead.
    pub advice: Option<&'a str>,
}

impl List {
    /// Compiles the list.
    ///
    /// # Errors
    /// When a pattern is no regular expression; built-in lists are tested.
    pub fn prepare(&self, language: &LanguageData) -> Result<(), String> {
        if self.ready.get().is_none() {
            let ready = self.compile(language)?;
            // Another thread may have been faster; both made the same.
            let _ = self.ready.set(ready);
        }
        Ok(())
    }

    fn ready(&self, language: &LanguageData) -> Option<&Ready> {
        self.prepare(language).ok()?;
        self.ready.get()
    }

    /// Whether its words fill a file of their own.
    pub fn has_file(&self) -> bool {
        self.file.is_some()
    }

    /// The file with more words.
    pub(super) fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The patterns as they are written.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.patterns.keys().map(String::as_str)
    }

    /// The words that are looked for.
    pub(super) fn wanted<'p>(&'p self, language: &'p LanguageData) -> impl Iterator<Item = &'p str> {
        let file = self.file.as_deref().map(|name| language.file(name)).unwrap_or_default();
        let more = lines(file).filter(|word| !self.words.contains_key(*word));
        self.words.keys().map(String::as_str).chain(more)
    }

    /// The patterns as they are compiled: in a language with spaces they begin with a word.
    pub(super) fn regexes(&self, language: &LanguageData) -> impl Iterator<Item = String> {
        let spaced = language.unit == Unit::Words;
        let flag = if self.case == Case::Fold && spaced { "(?i)" } else { "" };
        self.patterns.keys().map(move |pattern| {
            let border = if spaced && !pattern.starts_with("\\(") { r"\b" } else { "" };
            format!("{flag}{border}(?:{pattern})")
        })
    }

    /// Whether a word is found in capitals and in small letters.
    fn folds(&self, word: &str) -> bool {
        self.case == Case::Fold && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    }

    fn compile(&self, language: &LanguageData) -> Result<Ready, String> {
        let words = match self.many(language).and_then(Lexicon::new) {
            Some(lexicon) => Words::Many(lexicon),
            None => self.few(language)?,
        };
        let pattern = |(regex, advice): (String, &Option<String>)| {
            Ok((Regex::new(&regex).map_err(|error| error.to_string())?, advice.clone()))
        };
        let patterns =
            self.regexes(language).zip(self.patterns.values()).map(pattern).collect::<Result<_, String>>()?;
        Ok(Ready { words, patterns })
    }

    fn few(&self, language: &LanguageData) -> Result<Words, String> {
        let mut words: Vec<&str> = self.wanted(language).collect();
        let advice = words.iter().map(|word| self.words.get(*word).cloned().flatten()).collect();
        words.extend(self.except.iter().map(String::as_str));
        if words.is_empty() {
            return Ok(Words::None);
        }
        // Only lines that pass the prefilter are looked at, so what counts is that it is soon made. Only a search that need
        // not fold letters may jump ahead to rare bytes.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(words.iter().any(|word| self.folds(word)))
            .build(words)
            .map_err(|error| error.to_string())?;
        Ok(Words::Few { automaton, advice })
    }

    /// The words of a list with a file, if they are found as they are written.
    fn many(&self, language: &LanguageData) -> Option<Vec<Cow<'static, str>>> {
        let own = self.words.keys().chain(&self.except).cloned().map(Cow::Owned);
        let words: Vec<_> = language.words_of(self.file.as_deref()?).into_iter().chain(own).collect();
        (!words.iter().any(|word| self.folds(word))).then_some(words)
    }

    /// Where words of the list stand in a text, the longest at each place.
    fn held<'a>(&'a self, words: &'a Words, text: &str) -> Vec<(Range<usize>, Held<'a>)> {
        match words {
            Words::None => Vec::new(),
            Words::Few { automaton, advice } => {
                let held = |word: usize| {
                    advice.get(word).map_or(Held::Exception, |advice| Held::Wanted(advice.as_deref()))
                };
                let found = automaton.find_iter(text);
                found.map(|found| (found.range(), held(found.pattern().as_usize()))).collect()
            }
            Words::Many(lexicon) => {
                let held = |word: &str| match self.words.get(word) {
                    Some(advice) => Held::Wanted(advice.as_deref()),
                    None if self.except.iter().any(|except| except == word) => Held::Exception,
                    None => Held::Wanted(None),
                };
                lexicon.find_iter(text).map(|range| (range.clone(), held(slice(text, range)))).collect()
            }
        }
    }

    /// Where any of many lines, with a line end between two of them, can have something: every hit in a line touches one
    /// of these places.
    pub fn traces(&self, text: &str, language: &LanguageData) -> Vec<Range<usize>> {
        if self.words.is_empty() && self.patterns.is_empty() && !self.has_file() {
            return Vec::new();
        }
        if self.has_file()
            && self.patterns.is_empty()
            && let Some(Words::Many(lexicon)) = self.ready(language).map(|ready| &ready.words)
        {
            return lexicon.find_iter(text).collect();
        }
        match self.trace.get_or_init(|| self.trace(language)) {
            Some(trace) => trace.find_iter(text).map(|found| found.range()).collect(),
            None => iter::once(0..text.len()).collect(),
        }
    }

    /// All words and patterns as one pattern; `None` for the words of a file, which are too many.
    fn trace(&self, language: &LanguageData) -> Option<Regex> {
        let word = |word: &str| {
            let begins_word = word.starts_with(|c: char| c.is_ascii_alphabetic());
            // What begins a word follows no letter. Saying so keeps the search from jumping to the first letters of
            // the words, which are everywhere: one step a byte is half the work.
            let border = if begins_word { "(?:^|[^A-Za-z])" } else { "" };
            let fold = if self.folds(word) { "(?i)" } else { "" };
            format!("{border}(?:{fold}{})", regex::escape(word))
        };
        if self.has_file() {
            return None;
        }
        let parts: Vec<String> = self.wanted(language).map(word).chain(self.regexes(language)).collect();
        Regex::new(&prefilter::in_lines(&parts.join("|"))).ok()
    }

    /// Where the text uses the list, in order, no two overlapping.
    pub fn hits(&self, text: &str, language: &LanguageData) -> Vec<Hit<'_>> {
        let Some(ready) = self.ready(language) else { return Vec::new() };
        let mut hidden: Vec<Range<usize>> = Vec::new();
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let held = self.held(&ready.words, text).into_iter();
        for (range, held) in held.filter(|(range, _)| is_whole_word(text, range.clone())) {
            match held {
                Held::Wanted(advice) => hits.push(Hit { range, advice }),
                Held::Exception => hidden.push(range),
            }
        }
        let hidden = Ranges::from_iter(hidden);
        // Nearly no line has anything, and seeing that needs no groups.
        for (regex, advice) in ready.patterns.iter().filter(|(regex, _)| regex.is_match(text)) {
            // A pattern that must look at what follows puts what it means into a group.
            let group =
                |found: regex::Captures<'_>| found.get(1).or_else(|| found.get(0)).map(|found| found.range());
            let whole = |range: &Range<usize>| !range.is_empty() && is_whole_word(text, range.clone());
            let found = regex.captures_iter(text).filter_map(group).filter(whole);
            let seen = |range: &Range<usize>| !hidden.touch(range);
            hits.extend(found.filter(seen).map(|range| Hit { range, advice: advice.as_deref() }));
        }
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
        let mut end = 0;
        hits.retain(|hit| {
            let keep = hit.range.start >= end;
            end = if keep { hit.range.end } else { end };
            keep
        });
        hits
    }
}

/// A word is not found inside a longer one, where the script puts spaces between words. Chinese, Japanese, Thai and their
/// neighbours have no such borders, and in Korean particles follow a word without a space.
pub fn is_whole_word(text: &str, range: Range<usize>) -> bool {
    let spaced = |c: char| {
        !matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
            && !matches!(c, '\u{2E80}'..'\u{A000}' | '\u{AC00}'..='\u{D7A3}')
    };
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && spaced(c));
    let inside = |a: Option<char>, b: Option<char>| letter(a) && letter(b);
    !inside(slice(text, ..range.start).chars().next_back(), slice(text, range.start..).chars().next())
        && !inside(slice(text, ..range.end).chars().next_back(), slice(text, range.end..).chars().next())
}
