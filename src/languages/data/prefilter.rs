//! Which lists can have anything in which lines, found in two passes over all lines together.
//!
//! Most lines hold none of the words of most lists. Lists with a file of words are passed over. A line that passes is
//! looked at by the list itself.

use std::ops::{Range, RangeInclusive};
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::{Regex, RegexSet};

use super::{LanguageData, List};

/// The most bytes of words of which a DFA is made.
const LARGEST_DFA: usize = 64 << 10;

/// All words and patterns of a language.
#[derive(Debug)]
pub struct Prefilter {
    words: AhoCorasick,
    /// Which list each word belongs to.
    word_lists: Vec<u8>,
    /// Which of the patterns are anywhere in a text.
    any: RegexSet,
    patterns: Vec<Pattern>,
}

/// A pattern of a list.
#[derive(Debug)]
struct Pattern {
    list: u8,
    /// As it is looked for in many lines at once.
    written: String,
    /// Compiled when it is first needed.
    regex: OnceLock<Option<Regex>>,
}

/// Lines that are looked at together.
#[derive(Debug)]
pub struct Lines<'t, F> {
    /// All lines, with a line end between two of them.
    pub text: &'t str,
    /// How many lines there are.
    pub count: usize,
    /// The lines that share a byte with a place in the text.
    pub of: F,
}

/// The lists that can have something in a line, one bit for each in the order of their names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Candidates(u64);

impl Candidates {
    /// Whether the list at this place can have something.
    pub fn has(self, list: usize) -> bool {
        self.0 & (1 << list) != 0
    }
}

impl Prefilter {
    /// Puts the lists of a language together.
    ///
    /// # Errors
    /// When a pattern is no regular expression, or there are more lists than bits.
    pub fn new<'p>(
        language: &'p LanguageData,
        lists: impl Iterator<Item = &'p List>,
    ) -> Result<Self, String> {
        let (mut words, mut word_lists, mut patterns) = (vec![], vec![], vec![]);
        for (at, list) in lists.enumerate() {
            let at = u8::try_from(at).ok().filter(|&at| u32::from(at) < u64::BITS).ok_or("too many lists")?;
            if list.has_file() {
                continue;
            }
            for word in list.wanted(language) {
                words.push(word);
                word_lists.push(at);
            }
            for pattern in list.regexes(language) {
                patterns.push(Pattern { list: at, written: in_lines(&pattern), regex: OnceLock::new() });
            }
        }
        // A DFA takes a kilobyte for each byte of its words; the built-in ones have a few thousand bytes.
        let bytes: usize = words.iter().map(|word| word.len()).sum();
        let kind = if bytes > LARGEST_DFA { AhoCorasickKind::ContiguousNFA } else { AhoCorasickKind::DFA };
        let words = AhoCorasick::builder()
            .kind(Some(kind))
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(words)
            .map_err(|error| error.to_string())?;
        let written = patterns.iter().map(|pattern| &pattern.written);
        let any = RegexSet::new(written).map_err(|error| error.to_string())?;
        Ok(Self { words, word_lists, any, patterns })
    }

    /// For every line the lists that can have something in it.
    pub fn candidates(
        &self,
        lines: Lines<'_, impl Fn(Range<usize>) -> RangeInclusive<usize>>,
    ) -> Vec<Candidates> {
        let mut candidates = vec![Candidates::default(); lines.count];
        let mut add = |place: Range<usize>, list: u8| {
            let lines = candidates.get_mut((lines.of)(place));
            lines.into_iter().flatten().for_each(|line| line.0 |= 1u64 << list);
        };
        for word in self.words.find_overlapping_iter(lines.text) {
            self.word_lists
                .get(word.pattern().as_usize())
                .into_iter()
                .for_each(|&list| add(word.range(), list));
        }
        for pattern in self.any.matches(lines.text).iter().filter_map(|at| self.patterns.get(at)) {
            let regex = pattern.regex.get_or_init(|| Regex::new(&pattern.written).ok());
            let found = regex.iter().flat_map(|regex| regex.find_iter(lines.text));
            found.for_each(|found| add(found.range(), pattern.list));
        }
        candidates
    }
}

/// A pattern for one line as one for many, each with a beginning and an end. What it finds need not be a whole word:
/// asking for that is slow where a text is not all ASCII, and the list itself asks.
pub fn in_lines(pattern: &str) -> String {
    format!("(?m:{})", pattern.replace(r"\b", ""))
}
