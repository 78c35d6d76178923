//! Clauses with too many characters.

use std::ops::Range;

use super::long_sentence;
use crate::check::prose::Line;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::is_or_are;
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/long-clause`
pub static RULE: Rule = Rule {
    name: "easy-read/long-clause",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "derived from the clause length of the official texts (median 16 to 19 characters)",
    docs: include_str!("long_clause.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let limit = subject.limits.clause;
    let least = limit.warning.min(limit.error);
    for (line, clause) in clauses(subject) {
        // A sentence without a pause is measured as a sentence.
        let ends_sentence = |c: char| subject.language.sentence_ends.contains(c);
        let before = slice(line.text, ..clause.start).trim_end();
        let after = slice(line.text, clause.end..).trim_start();
        let ends = after.trim_start_matches(|c| subject.language.clause_ends.contains(c)).is_empty();
        if before.chars().next_back().is_none_or(ends_sentence)
            && (ends || after.chars().next().is_none_or(ends_sentence))
        {
            continue;
        }
        let Some(length) = subject.longer_than(least, line, &clause) else { continue };
        let severity = if length > limit.error { Severity::Error } else { Severity::Warning };
        let length = long_sentence::measured(length, subject);
        let (is, limit) = (is_or_are(limit.warning), limit.warning);
        let message = format!("{length} without a pause; up to {limit} {is} easy to read");
        reporter.weighing(severity).add(line.span(clause), message, "Make a short sentence of it.");
    }
}

/// What stands between two pauses, nothing in a language whose clauses are not measured.
pub fn clauses<'s>(subject: &'s Subject<'_>) -> Vec<(Line<'s>, Range<usize>)> {
    let ends = &subject.language.clause_ends;
    let mut clauses = Vec::new();
    if ends.is_empty() {
        return clauses;
    }
    for (line, sentence) in subject.sentences() {
        let mut start = sentence.start;
        let text = slice(line.text, sentence.clone());
        for piece in text.split_inclusive(|c| ends.contains(c)) {
            let mark = |c| ends.contains(c) || subject.language.sentence_ends.contains(c);
            let words = piece.trim_end_matches(mark);
            let from = start + (words.len() - words.trim_start().len());
            clauses.push((line, from..start + words.len().max(from - start)));
            start += piece.len();
        }
    }
    clauses
}
