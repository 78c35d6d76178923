//! Tens of thousands of words, found without an automaton: making one takes longer than looking into a thousand texts.
//!
//! In: words of two characters or more. Out: the longest word at each place of a text. The words are sorted, so that those
//! that begin alike stand together; a bit for every two characters that a word begins with passes over nearly all places.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::slice;

/// Enough bits to pass over nine places of ten for twenty thousand words.
const BITS: u32 = 1 << 18;

/// Words, sorted.
#[derive(Debug)]
pub struct Lexicon {
    words: Vec<Cow<'static, str>>,
    /// How many bytes the shortest of them has.
    shortest: usize,
    beginnings: Box<[u64]>,
}

impl Lexicon {
    /// Puts words together; `None` when one has fewer than two characters.
    pub fn new(mut words: Vec<Cow<'static, str>>) -> Option<Self> {
        // The file is sorted, and what comes after it is little: a stable sort sees that.
        words.sort();
        let mut beginnings = vec![0; (BITS / u64::BITS) as usize].into_boxed_slice();
        for word in &words {
            let mut chars = word.chars();
            let (index, bit) = place(chars.next()?, chars.next()?);
            *beginnings.get_mut(index)? |= bit;
        }
        let shortest = words.iter().map(|word| word.len()).min().unwrap_or(0);
        Some(Self { words, shortest, beginnings })
    }

    /// Where the words stand in a text, the longest at each place, no two overlapping.
    pub fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        let mut chars = text.char_indices().peekable();
        std::iter::from_fn(move || {
            while let Some((at, first)) = chars.next() {
                let (index, bit) = chars.peek().map(|&(_, second)| place(first, second))?;
                if self.beginnings.get(index).is_none_or(|bits| bits & bit == 0) {
                    continue;
                }
                if let Some(word) = self.longest(slice(text, at..)) {
                    let found = at..at + word.len();
                    while chars.next_if(|&(at, _)| at < found.end).is_some() {}
                    return Some(found);
                }
            }
            None
        })
    }

    /// The longest word that the text begins with.
    fn longest(&self, text: &str) -> Option<&str> {
        let mut start = text;
        loop {
            // A word that the text begins with is not sorted after the text, and after every shorter one.
            let last = self.words.partition_point(|word| **word <= *start).checked_sub(1)?;
            let word = self.words.get(last)?.as_ref();
            let alike = word.bytes().zip(start.bytes()).take_while(|(a, b)| a == b).count();
            if alike == word.len() {
                return Some(word);
            }
            if alike < self.shortest {
                return None;
            }
            start = slice(start, ..start.floor_char_boundary(alike));
        }
    }
}

/// Where the bit of two characters is.
fn place(first: char, second: char) -> (usize, u64) {
    let number = (first as u32).wrapping_mul(0x9E37).wrapping_add(second as u32) % BITS;
    ((number / u64::BITS) as usize, 1 << (number % u64::BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(words: &[&'static str], text: &'t str) -> Vec<&'t str> {
        Lexicon::new(words.iter().map(|word| Cow::from(*word)).collect())
            .unwrap()
            .find_iter(text)
            .map(|word| &text[word])
            .collect()
    }

    #[test]
    fn the_longest_word_at_each_place_is_found() {
        let words = ["一心", "一心一意", "一言难尽", "意气", "心一"];
        assert_eq!(found(&words, "他一心一意地做"), ["一心一意"]);
        assert_eq!(found(&words, "一心一言难尽"), ["一心", "一言难尽"]);
        assert_eq!(found(&words, "一心一"), ["一心"]);
        assert_eq!(found(&words, "一言难说，意气"), ["意气"]);
        assert_eq!(found(&words, "一"), [""; 0]);
    }

    #[test]
    fn a_word_of_one_character_is_refused() {
        assert!(Lexicon::new(vec!["一心".into(), "之".into()]).is_none());
    }
}
