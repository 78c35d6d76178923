//! One list of words and patterns of a language.
//!
//! All words are looked for in one pass, the longest first, so that a word in `except` hides the shorter ones in
//! it: 应该 hides 该. Patterns are regular expressions without look-around, whose time is linear.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;
use serde::Deserialize;

use super::{Pack, Unit, lines};
use crate::check::ranges::Ranges;

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
    words: AhoCorasick,
    /// How many of the automaton's first words are wanted; the rest are exceptions.
    wanted: usize,
    /// Advice for the wanted words, where there is some.
    advice: Vec<Option<String>>,
    patterns: Vec<(Regex, Option<String>)>,
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
    pub fn prepare(&self, pack: &Pack) -> Result<(), String> {
        if self.ready.get().is_none() {
            let ready = self.compile(pack)?;
            // Another thread may have been faster; both made the same.
            let _ = self.ready.set(ready);
        }
        Ok(())
    }

    /// Whether its words fill a file of their own.
    pub(super) fn has_file(&self) -> bool {
        self.file.is_some()
    }

    /// The words that are looked for.
    pub(super) fn wanted<'p>(&'p self, pack: &'p Pack) -> impl Iterator<Item = &'p str> {
        let file = self.file.as_deref().map(|name| pack.file(name)).unwrap_or_default();
        let more = lines(file).filter(|word| !self.words.contains_key(*word));
        self.words.keys().map(String::as_str).chain(more)
    }

    /// The patterns as they are compiled: in a language with spaces they begin with a word.
    pub(super) fn regexes(&self, pack: &Pack) -> impl Iterator<Item = String> {
        let spaced = pack.unit == Unit::Words;
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

    fn compile(&self, pack: &Pack) -> Result<Ready, String> {
        let mut words: Vec<&str> = self.wanted(pack).collect();
        let wanted = words.len();
        let advice = words.iter().map(|word| self.words.get(*word).cloned().flatten()).collect();
        words.extend(self.except.iter().map(String::as_str));
        // Only a search that need not fold letters may jump ahead to rare bytes.
        let folds = words.iter().any(|word| self.folds(word));
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(folds)
            .build(words)
            .map_err(|error| error.to_string())?;
        let pattern = |(regex, advice): (String, &Option<String>)| {
            Ok((Regex::new(&regex).map_err(|error| error.to_string())?, advice.clone()))
        };
        let patterns =
            self.regexes(pack).zip(self.patterns.values()).map(pattern).collect::<Result<_, String>>()?;
        Ok(Ready { words, wanted, advice, patterns })
    }

    /// Where any of many lines, with a line end between two of them, can have something: every hit in a line touches one
    /// of these places.
    pub fn traces(&self, text: &str, pack: &Pack) -> Vec<Range<usize>> {
        let trace = self.trace.get_or_init(|| self.trace(pack));
        trace.iter().flat_map(|trace| trace.find_iter(text)).map(|found| found.range()).collect()
    }

    /// All words and patterns as one pattern; `None` for an empty list.
    fn trace(&self, pack: &Pack) -> Option<Regex> {
        let word = |word: &str| {
            let begins_word = word.starts_with(|c: char| c.is_ascii_alphabetic());
            // What begins a word follows no letter. Saying so keeps the search from jumping to the first letters of
            // the words, which are everywhere: one step a byte is half the work.
            let border = if begins_word { "(?:^|[^A-Za-z])" } else { "" };
            let fold = if self.folds(word) { "(?i)" } else { "" };
            format!("{border}(?:{fold}{})", regex::escape(word))
        };
        let parts: Vec<String> = self.wanted(pack).map(word).chain(self.regexes(pack)).collect();
        // In a text of many lines, each has a beginning and an end.
        let pattern = format!("(?m:{})", parts.join("|"));
        Some(pattern).filter(|_| !parts.is_empty()).and_then(|pattern| Regex::new(&pattern).ok())
    }

    /// Where the text uses the list, in order, no two overlapping.
    pub fn hits(&self, text: &str, pack: &Pack) -> Vec<Hit<'_>> {
        if self.prepare(pack).is_err() {
            return Vec::new();
        }
        let Some(ready) = self.ready.get() else { return Vec::new() };
        let mut hidden: Vec<Range<usize>> = Vec::new();
        let mut hits: Vec<Hit<'_>> = Vec::new();
        // Some lists are patterns alone; a search for no words still walks through the text.
        let words = (ready.words.patterns_len() > 0).then(|| ready.words.find_iter(text));
        for found in words.into_iter().flatten().filter(|found| is_whole_word(text, found.range())) {
            let at = found.pattern().as_usize();
            if at < ready.wanted {
                hits.push(Hit { range: found.range(), advice: ready.advice[at].as_deref() });
            } else {
                hidden.push(found.range());
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

/// A word in Latin letters is not found inside a longer one; Chinese has no such borders.
pub fn is_whole_word(text: &str, range: Range<usize>) -> bool {
    let latin =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !('\u{2E80}'..'\u{A000}').contains(&c));
    let inside = |a: Option<char>, b: Option<char>| latin(a) && latin(b);
    !inside(text[..range.start].chars().next_back(), text[range.start..].chars().next())
        && !inside(text[..range.end].chars().next_back(), text[range.end..].chars().next())
}
