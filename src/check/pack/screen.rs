//! Which lists can have anything in a line, found in two passes over it instead of two for every list.
//!
//! Most lines hold none of the words of most lists. Lists with a file of words are not screened. What passes the screen is looked at by the list itself.

use aho_corasick::{AhoCorasick, MatchKind};
use regex::RegexSet;

use super::{List, Pack};

/// All words and patterns of a pack.
#[derive(Debug)]
pub struct Screen {
    words: AhoCorasick,
    /// Which list each word belongs to.
    word_lists: Vec<u8>,
    patterns: RegexSet,
    /// Which list each pattern belongs to.
    pattern_lists: Vec<u8>,
    /// The lists that are not screened. Their words are so many that preparing them a second time, for the screen, costs
    /// more than looking into every line of a hundred texts.
    unscreened: Candidates,
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

impl Screen {
    /// Puts the lists of a pack together.
    ///
    /// # Errors
    /// When a pattern is no regular expression, or there are more lists than bits.
    pub fn new<'p>(pack: &'p Pack, lists: impl Iterator<Item = &'p List>) -> Result<Self, String> {
        let (mut words, mut word_lists, mut patterns, mut pattern_lists) = (vec![], vec![], vec![], vec![]);
        let mut unscreened = 0;
        for (at, list) in lists.enumerate() {
            let at = u8::try_from(at).ok().filter(|&at| u32::from(at) < u64::BITS).ok_or("too many lists")?;
            if list.has_file() {
                unscreened |= 1u64 << at;
                continue;
            }
            for word in list.wanted(pack) {
                words.push(word);
                word_lists.push(at);
            }
            for pattern in list.regexes(pack) {
                patterns.push(pattern);
                pattern_lists.push(at);
            }
        }
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(words)
            .map_err(|error| error.to_string())?;
        let patterns = RegexSet::new(patterns).map_err(|error| error.to_string())?;
        Ok(Self { words, word_lists, patterns, pattern_lists, unscreened: Candidates(unscreened) })
    }

    /// The lists that can have something in this line.
    pub fn candidates(&self, text: &str) -> Candidates {
        let Candidates(mut bits) = self.unscreened;
        for word in self.words.find_overlapping_iter(text) {
            bits |= 1u64 << self.word_lists[word.pattern().as_usize()];
        }
        for pattern in self.patterns.matches(text).iter() {
            bits |= 1u64 << self.pattern_lists[pattern];
        }
        Candidates(bits)
    }
}
