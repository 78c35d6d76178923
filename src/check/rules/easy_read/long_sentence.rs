//! Sentences with too many words.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::{counted, is_or_are};
use crate::finding::Severity;
use crate::languages::Unit;

/// `easy-read/long-sentence`
pub static RULE: Rule = Rule {
    name: "easy-read/long-sentence",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "English: UK Department of Health (2010), 15 words; gov.uk, 10 to 15. Chinese: derived from these, the 30 characters of the Japanese guideline (2015) and a study of Chinese readability",
    docs: include_str!("long_sentence.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let limit = subject.limits.sentence;
    let least = limit.warning.min(limit.error);
    for (line, sentence) in subject.sentences() {
        let Some(length) = subject.longer_than(least, line, &sentence) else { continue };
        let severity = if length > limit.error { Severity::Error } else { Severity::Warning };
        let (length, is) = (measured(length, subject), is_or_are(limit.warning));
        let message = format!("the sentence has {length}; up to {} {is} easy to read", limit.warning);
        reporter.weighing(severity).add(
            line.span(sentence),
            message,
            "Make two sentences of it, one idea each.",
        );
    }
}

/// A length with what is counted, for messages.
pub fn measured(length: usize, subject: &Subject<'_>) -> String {
    counted(length, unit(subject).trim_end_matches('s'))
}

/// What is counted, for messages.
pub fn unit(subject: &Subject<'_>) -> &'static str {
    match subject.language.unit {
        Unit::Characters => "characters",
        Unit::Words => "words",
    }
}
