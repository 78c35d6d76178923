//! Sentences, words, and how long they are.
//!
//! In: plain text and the data of its language. Out: byte ranges and counts. Chinese words come from a dictionary that
//! is loaded when the first of them is asked for; everything else follows Unicode's rules (UAX 29).

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu_segmenter::{SentenceSegmenter, WordSegmenter, WordSegmenterBorrowed};

use super::data::{LanguageData, Unit};
use super::scripts::{is_common_han, is_east_asian, is_han};
use crate::source::slice;

/// The sentences of a line, without the spaces around them.
pub fn sentences(text: &str, language: &LanguageData) -> Vec<Range<usize>> {
    let cuts = if language.sentence_ends.is_empty() {
        unicode_cuts(text, language)
    } else {
        own_cuts(text, language)
    };
    let mut start = 0;
    let mut sentences = Vec::new();
    for end in cuts {
        let piece = slice(text, start..end);
        let from = start + (piece.len() - piece.trim_start().len());
        let to = from + piece.trim().len();
        if piece.contains(is_of_words) {
            sentences.push(from..to);
        }
        start = end;
    }
    sentences
}

/// Ends after an end mark and the marks that close around it.
fn own_cuts(text: &str, language: &LanguageData) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        if !language.sentence_ends.contains(c) {
            continue;
        }
        while chars
            .next_if(|&(_, c)| language.sentence_ends.contains(c) || language.closing.contains(c))
            .is_some()
        {}
        cuts.push(chars.peek().map_or(text.len(), |&(at, _)| at));
    }
    if cuts.last() != Some(&text.len()) {
        cuts.push(text.len());
    }
    cuts
}

fn unicode_cuts(text: &str, language: &LanguageData) -> Vec<usize> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let cuts = segmenter.segment_str(text).skip(1);
    let ends_in_abbreviation = |at: &usize| {
        let before = slice(text, ..*at).trim_end();
        language.abbreviations.iter().any(|word| before.ends_with(word.as_str())) && *at < text.len()
    };
    cuts.filter(|at| !ends_in_abbreviation(at)).collect()
}

/// How long a text is: characters of the script, or words; what stands between title marks does not count.
pub fn length(text: &str, language: &LanguageData) -> usize {
    match language.unit {
        Unit::Characters => {
            let mut marks = language.titles.chars();
            let (open, close) = (marks.next(), marks.next());
            let mut depth = 0usize;
            let mut count = 0;
            for c in text.chars() {
                if Some(c) == open {
                    depth += 1;
                } else if Some(c) == close {
                    depth = depth.saturating_sub(1);
                } else if depth == 0 && is_han(c) {
                    count += 1;
                }
            }
            count
        }
        Unit::Words => words(text, language).len(),
    }
}

/// How long a text is when each of these names in it counts as one thing: a word, or as many characters as a word has.
pub fn length_with(text: &str, names: &[Range<usize>], language: &LanguageData) -> usize {
    let thing = match language.unit {
        Unit::Characters => 2,
        Unit::Words => 1,
    };
    let saved = names.iter().map(|name| length(slice(text, name.clone()), language).saturating_sub(thing));
    length(text, language).saturating_sub(saved.sum())
}

/// How long a text is, if it is longer than `most`. Seeing that it is not takes less than measuring it.
pub fn longer_than(most: usize, text: &str, language: &LanguageData) -> Option<usize> {
    let no_more_than = match language.unit {
        Unit::Characters => text.len() / '一'.len_utf8(),
        // Letters and digits of ASCII make one word as long as nothing stands between them.
        Unit::Words => {
            let mut inside = false;
            let begins = |byte: u8| {
                let outside = !std::mem::replace(&mut inside, byte.is_ascii_alphanumeric() || byte == b'_');
                (inside && outside) || byte >= 0xC0
            };
            text.bytes().map(begins).filter(|begins| *begins).count()
        }
    };
    if no_more_than <= most {
        return None;
    }
    Some(length(text, language)).filter(|length| *length > most)
}

/// Its models for Thai and others take longer to put together than a line to read.
static WORDS: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_lstm(WordBreakInvariantOptions::default()));

/// The words of a text, without punctuation.
pub fn words(text: &str, language: &LanguageData) -> Vec<Range<usize>> {
    match &language.dictionary {
        Some(name) => {
            let tokens = language.cutter.get(|| language.file(name)).cut(text, false);
            let start = text.as_ptr() as usize;
            let place = |word: &str| {
                let from = word.as_ptr() as usize - start;
                from..from + word.len()
            };
            let is_word = |word: &&str| word.contains(is_of_words);
            tokens.into_iter().map(|token| token.word).filter(is_word).map(place).collect()
        }
        None => {
            let mut words = Vec::new();
            for run in runs(text) {
                if slice(text, run.clone()).starts_with(is_east_asian) {
                    words.extend(
                        slice(text, run.clone())
                            .char_indices()
                            .map(|(at, c)| run.start + at..run.start + at + c.len_utf8()),
                    );
                    continue;
                }
                let mut last = run.start;
                let mut breaks = WORDS.segment_str(slice(text, run.clone()));
                while let Some(at) = breaks.next() {
                    if breaks.is_word_like() {
                        words.push(last..run.start + at);
                    }
                    last = run.start + at;
                }
            }
            words
        }
    }
}

/// Runs of Chinese characters or kana, for which no word list is built in, and of everything else.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut east_asian = false;
    for (at, c) in text.char_indices() {
        match runs.last_mut() {
            Some(run) if east_asian == is_east_asian(c) => run.end = at + c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
        east_asian = is_east_asian(c);
    }
    runs
}

/// Whether it is a letter or a digit, and so makes a word.
fn is_of_words(c: char) -> bool {
    is_common_han(c) || c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> &'static LanguageData {
        crate::languages::Languages::built_in().of(&tag.parse().unwrap()).data()
    }

    fn pieces<'a>(text: &'a str, ranges: &[Range<usize>]) -> Vec<&'a str> {
        ranges.iter().map(|range| &text[range.clone()]).collect()
    }

    #[test]
    fn chinese_sentences_end_after_closing_quotes() {
        let text = "他说：“要有易读版。”大家同意！报告……还没有写；";
        let got = sentences(text, language("zh-Hans"));
        assert_eq!(pieces(text, &got), ["他说：“要有易读版。”", "大家同意！", "报告……", "还没有写；"]);
        assert!(sentences("……", language("zh-Hans")).is_empty());
    }

    #[test]
    fn english_sentences_know_abbreviations() {
        let text = "Dr. Lee spoke. “Good,” they said. It was over";
        let got = sentences(text, language("en"));
        assert_eq!(pieces(text, &got), ["Dr. Lee spoke.", "“Good,” they said.", "It was over"]);
    }

    #[test]
    fn length_counts_characters_outside_titles_or_words() {
        assert_eq!(length("各国同意《世界人权宣言》，2023 年 OK。", language("zh-Hans")), 5);
        assert_eq!(length("It's a well-known report.", language("en")), 5);
    }

    #[test]
    fn chinese_words_come_from_the_dictionary() {
        let text = "人权理事会请残疾人参加第 56 届会议。";
        let got = words(text, language("zh-Hans"));
        assert!(pieces(text, &got).contains(&"残疾人"), "{:?}", pieces(text, &got));
        assert!(!pieces(text, &got).contains(&"。"));
    }
}
