//! Plain-language summaries that are not short or not plain.

use crate::check::{Applies, Reporter, Rule, Subject, front, rules};
use crate::count::{counted, is_or_are};
use crate::finding::Severity;
use crate::kinds::RuleSet;
use crate::languages::segment;
use crate::source::slice;

/// `summary/not-plain`
pub static RULE: Rule = Rule {
    name: "summary/not-plain",
    severity: Severity::Warning,
    applies: Applies::Official,
    criterion: Some("3.1.5 Reading Level"),
    source: "ISO 24495-1 (2023), plain language; WCAG technique G86; two to five sentences: derived",
    docs: include_str!("not_plain.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let front = &subject.document.front;
    if subject.work.is_none() || front.summary.trim().is_empty() {
        return;
    }
    let sentences = segment::sentences(&front.summary, subject.language);
    // The line under the title of a page may be as short as it likes.
    let tells_of_document = front.kind.takes(RuleSet::Summary);
    if tells_of_document && !(FEWEST..=MOST).contains(&sentences.len()) {
        let message =
            format!("the summary has {}; {FEWEST} to {MOST} are read", counted(sentences.len(), "sentence"));
        let help = "Say what the document is, what it asks of whom, and by when.";
        reporter.add(front::value(subject.document, "summary"), message, help);
    }
    let limit = subject.limits.sentence.error;
    for sentence in sentences {
        let words = slice(&front.summary, sentence);
        if let Some(length) = subject.terms().map_or_else(
            || segment::longer_than(limit, words, subject.language),
            |terms| terms.longer_than(limit, words, subject.language),
        ) {
            let (length, is) = (rules::measured(length, subject), is_or_are(limit));
            let message = format!("a sentence of the summary has {length}; up to {limit} {is} read");
            reporter.add(
                front::words(subject.document, "summary", words),
                message,
                "Make two sentences of it.",
            );
        }
    }
}

const FEWEST: usize = 2;
const MOST: usize = 5;
