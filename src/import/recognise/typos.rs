//! Wording in an official text that may be a slip. It is reported with its place in the source and never changed.
//!
//! In: passages. Out: warnings. Reported are the patterns of the language's list, and a character or a word that
//! stands twice in a row, unless the list knows it.

use std::ops::Range;
use std::sync::Arc;

use crate::finding::Finding;
use crate::import::passage::Passage;
use crate::import::script::{Script, is_han};
use crate::languages::ResolutionPatterns;
use crate::source::{Source, slice};

/// The rule's name.
pub const RULE: &str = "official/suspected-typo";
const HELP: &str =
    "Keep the official text as it is; a mistake is mended by a corrigendum of the body that adopted it.";

/// Looks for slips.
pub struct TypoHunt<'a> {
    /// The source, for the places.
    pub source: &'a Arc<Source>,
    /// The rules of its language.
    pub rules: &'a ResolutionPatterns,
    /// How the language writes words.
    pub script: Script,
}

impl TypoHunt<'_> {
    /// The findings for one passage.
    pub fn findings(&self, passage: &Passage) -> Vec<Finding> {
        let text = passage.text();
        let mut found: Vec<(Range<usize>, String)> = Vec::new();
        for typo in &self.rules.typos {
            found.extend(typo.pattern.find_iter(text).map(|hit| (hit.range(), typo.say.clone())));
        }
        let doubled = match self.script {
            Script::Solid => doubled_characters(text),
            Script::Spaced => doubled_words(text),
        };
        let is_known =
            |range: &Range<usize>| self.rules.doubled.iter().any(|known| covers(text, range, known));
        let new = runs(doubled).into_iter().filter(|(run, _)| !is_known(run));
        found.extend(new.map(|(run, first)| {
            let say = format!("“{}” stands twice in a row", half(slice(text, first)));
            (run, say)
        }));
        found.sort_by_key(|(range, _)| range.start);
        let finding = |(range, say): (Range<usize>, String)| {
            let message = format!("Suspected slip in “{}”: {say}", around(text, &range));
            Finding::warning(RULE, self.source, passage.span(range), message).help(HELP)
        };
        found.into_iter().map(finding).collect()
    }
}

/// Where one or two Han characters stand twice in a row.
fn doubled_characters(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last: [Option<(usize, char)>; 4] = [None; 4];
    for (at, c) in text.char_indices() {
        last.rotate_left(1);
        last[3] = Some((at, c));
        let end = at + c.len_utf8();
        let han = |slot: Option<(usize, char)>| slot.filter(|&(_, c)| is_han(c));
        match last.map(han) {
            [_, _, Some((start, one)), Some((_, two))] if one == two => found.push(start..end),
            [Some((start, a)), Some((_, b)), Some((_, c)), Some((_, d))] if a == c && b == d => {
                found.push(start..end)
            }
            _ => {}
        }
    }
    found
}

/// Where a word stands twice in a row.
fn doubled_words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut last: Option<(usize, &str)> = None;
    let mut at = 0;
    for word in text.split(' ') {
        let is_word = word.chars().all(char::is_alphabetic);
        if let Some((start, before)) = last
            && is_word
            && before.to_lowercase() == word.to_lowercase()
        {
            found.push(start..at + word.len());
        }
        last = (is_word && !word.is_empty()).then_some((at, word));
        at += word.len() + 1;
    }
    found
}

/// Ranges that overlap, joined into one each, with the first of them.
fn runs(ranges: Vec<Range<usize>>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut runs: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for range in ranges {
        match runs.last_mut() {
            Some((run, _)) if range.start < run.end => run.end = run.end.max(range.end),
            _ => runs.push((range.clone(), range)),
        }
    }
    runs
}

/// Whether a known wording stands at a place of the text and holds the whole range.
fn covers(text: &str, range: &Range<usize>, known: &str) -> bool {
    let first = range.end.saturating_sub(known.len());
    (first..=range.start)
        .any(|at| text.get(at..at + known.len()).is_some_and(|here| here.eq_ignore_ascii_case(known)))
}

/// The first of two equal halves.
fn half(text: &str) -> &str {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(text.len(), |(at, _)| at);
    slice(text, ..middle).trim_end()
}

/// The beginning of a range, with three characters of text on either side.
fn around<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    let start = slice(text, ..range.start).char_indices().rev().nth(2).map_or(0, |(at, _)| at);
    let length = slice(text, range.clone()).chars().count().min(20);
    let end = slice(text, range.start..)
        .char_indices()
        .nth(length + 3)
        .map_or(text.len(), |(at, _)| range.start + at);
    slice(text, start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(tag: &str, text: &str) -> Vec<String> {
        let lang = tag.parse().unwrap();
        let source = Arc::new(Source::new("a.txt", text));
        let rules = crate::languages::Languages::built_in().of(&lang).patterns().unwrap();
        let hunt = TypoHunt { source: &source, rules, script: Script::of(&lang) };
        hunt.findings(&Passage::line(text, 0..text.len()))
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    }

    #[test]
    fn slips_are_reported_and_usual_doubles_are_not() {
        for slip in ["活动的的作用", "应有有关国家要求", "挑战和不等，", "发展中国的历史", "加强加强合作"]
        {
            assert_eq!(said("zh", slip).len(), 1, "{slip}");
        }
        for fine in [
            "人人有权",
            "南南合作",
            "所有有关国家",
            "以摧毁人权为目的的活动",
            "不仅仅是",
            "不平等，",
            "发展中国家",
        ] {
            assert_eq!(said("zh", fine), Vec::<String>::new(), "{fine}");
        }
        assert_eq!(said("en", "of the the Council").len(), 1);
        assert_eq!(said("en", "that that is, and only only").len(), 1);
        assert_eq!(
            said("zh", &"字".repeat(1000)),
            [format!("Suspected slip in “{}”: “字” stands twice in a row", "字".repeat(23))]
        );
    }
}
