//! Two ideas in one sentence.

use crate::check::wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::languages::segment;
use crate::source::slice;

/// `easy-read/joined-ideas`
pub static RULE: Rule = Rule {
    name: "easy-read/joined-ideas",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "gov.uk (2021): one idea a sentence; WCAG technique G153 allows two conjunctions; one is derived",
    docs: include_str!("joined_ideas.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (line, hits) in wording::hits(subject, "joined-ideas") {
        if hits.len() <= subject.limits.conjunctions {
            continue;
        }
        for sentence in segment::sentences(line.text, subject.language) {
            let first = hits.partition_point(|hit| hit.range.start < sentence.start);
            let wanted = hits.get(first + subject.limits.conjunctions);
            if let Some(hit) = wanted.filter(|hit| hit.range.start < sentence.end) {
                let word = slice(line.text, hit.range.clone());
                let message = format!("“{word}” joins one more idea to this sentence");
                reporter.add(line.span(hit.range.clone()), message, "Make a sentence of each idea.");
            }
        }
    }
}
