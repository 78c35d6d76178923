//! What was taken for a part of a vote, and may be something else.
//!
//! In: the fields of a vote, before anything is left out of its lists, and what was left out. Out: the places that a person must compare: a line that
//! went on with a name without a separator, a name that reads like none, a bracket that nothing closes.

use std::ops::Range;

use super::{LISTS, parted, pieces};
use crate::import::forms::closing::{BRACKET, CLOSING, OPENING, ends_sentence};
use crate::import::ledger::{Destination, Ledger, LedgerEntry};
use crate::import::passage::Passage;
use crate::import::recognise::fields::Fields;
use crate::import::script::width;
use crate::import::unsure::Unsure;
use crate::languages::ResolutionPatterns;
use crate::source::slice;

/// The longest name of a State, in columns: that of the United Kingdom has 52.
const LONGEST_NAME: usize = 64;

/// The narrowest lines that are broken inside a name, in columns: those of Chinese, and those of words with spaces.
const NARROWEST_SOLID: usize = 40;
const NARROWEST_SPACED: usize = 24;

const STATEMENT: &str = "vote.statement";

/// The places of a vote that are not certain.
pub fn doubts(text: &str, rules: &ResolutionPatterns, fields: &Fields, ledger: &Ledger) -> Vec<Unsure> {
    let mut found: Vec<Unsure> = bracket(ledger).into_iter().collect();
    for list in LISTS.iter().filter_map(|key| fields.get(key)) {
        found.extend(joins(text, rules, list));
        found.extend(names(rules, list));
    }
    found.extend(fields.get(STATEMENT).into_iter().flat_map(|statement| {
        let why = "this line has become a part of the statement of the vote above, which may end before it";
        let goes_on = |above: &str, below: &str| ends_sentence(above) && !below.ends_with(['：', ':']);
        seams(text, statement)
            .filter(move |(above, below)| goes_on(slice(text, above.clone()), slice(text, below.clone())))
            .map(move |(_, below)| Unsure::new(below, why))
    }));
    found
}

/// A bracket before the statement that nothing closes: something is missing, or more was taken into the vote than belongs to it.
fn bracket(ledger: &Ledger) -> Option<Unsure> {
    let is_bracket =
        |entry: &&LedgerEntry| matches!(&entry.destination, Destination::Dropped(why) if why == BRACKET);
    let mut brackets = ledger.entries().iter().filter(is_bracket);
    let (first, second) = (brackets.next()?, brackets.next());
    let why = "the bracket before the vote is not closed behind it, or none stands before it";
    second.is_none().then(|| Unsure::new(first.span.range(), why))
}

/// The stretches of a passage that a line end parts.
fn seams<'a>(text: &'a str, passage: &'a Passage) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + 'a {
    let pieces = || passage.pieces().map(|(_, range)| range);
    pieces().zip(pieces().skip(1)).filter(|(above, below)| slice(text, above.end..below.start).contains('\n'))
}

/// The lines of a list that go on with a name: only a full line is broken inside one.
fn joins<'a>(
    text: &'a str,
    rules: &'a ResolutionPatterns,
    list: &'a Passage,
) -> impl Iterator<Item = Unsure> + 'a {
    let vote = &rules.vote;
    let is_separator = |c: char| vote.separators.contains(c);
    let is_joined = move |above: &str, below: &str| {
        let is_word = |found: Option<regex::Match<'_>>| found.is_some_and(|found| found.start() == 0);
        // A word between two names stands between blanks where words do.
        let last = above.char_indices().rev().nth(3).map_or(above, |(at, _)| slice(above, at..));
        above.ends_with(is_separator)
            || below.starts_with(is_separator)
            || is_word(vote.conjunction.find(below))
            || vote.conjunction.find_iter(&format!("{last} ")).any(|word| word.end() >= last.len())
    };
    let is_broken = move |above: &Range<usize>, below: &Range<usize>| {
        let wide = |range: &Range<usize>| slice(text, range.clone()).chars().all(|c| !c.is_ascii_lowercase());
        let narrowest = if wide(above) && wide(below) { NARROWEST_SOLID } else { NARROWEST_SPACED };
        width(line(text, above.end)) >= narrowest
    };
    let why = "this line has become one name with the line above, and no separator stands between them";
    seams(text, list)
        .filter(move |(above, below)| {
            !is_joined(slice(text, above.clone()), slice(text, below.clone())) && !is_broken(above, below)
        })
        .map(move |(_, below)| Unsure::new(below, why))
}

/// The names that read like none: very long, or with a mark of the sentence or a bracket of the vote in them.
fn names<'a>(rules: &'a ResolutionPatterns, list: &'a Passage) -> impl Iterator<Item = Unsure> + 'a {
    let text = list.text();
    let end = unstopped(text).len();
    let is_name = move |name: &str| {
        let is_mark = |c: char| OPENING.contains(&c) || CLOSING.contains(&c) || "。！？：；“”".contains(c);
        width(name) <= LONGEST_NAME && !name.contains(is_mark) && !ends_sentence(name)
    };
    let why = "this has become the name of a State, and does not read like one";
    pieces(text, rules)
        .into_iter()
        .filter(move |range| {
            let piece = slice(text, range.start..range.end.min(end).max(range.start)).trim();
            !parted(piece, rules).into_iter().all(is_name)
        })
        .map(move |range| Unsure::new(list.span(range).range(), why))
}

/// A list without the full stop at its end, which is no part of the last name; one with more of them keeps it.
pub fn unstopped(list: &str) -> &str {
    let ends = ['。', '.'];
    match list.strip_suffix(ends) {
        Some(rest)
            if !rest.rsplit([',', '，', '、', ';', '；']).next().is_some_and(|last| last.contains(ends)) =>
        {
            rest
        }
        _ => list,
    }
}

/// The line of a text that ends with, or holds, a place.
fn line(text: &str, place: usize) -> &str {
    let start = slice(text, ..place).rfind('\n').map_or(0, |at| at + 1);
    let rest = slice(text, start..);
    rest.split('\n').next().unwrap_or(rest).trim()
}
