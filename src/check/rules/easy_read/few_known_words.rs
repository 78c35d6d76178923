//! Texts with many words that readers may not know.

use crate::check::vocabulary::Share;
use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::finding::Severity;

/// `easy-read/few-known-words`
pub static RULE: Rule = Rule {
    name: "easy-read/few-known-words",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "W3C COGA, Making Content Usable 4.1; GF 0025-2021, bands 1 to 4; nine words in ten: derived",
    docs: include_str!("few_known_words.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    if !subject.language.has_words() {
        return;
    }
    let share = Share::of(subject);
    let wanted = subject.limits.known_words;
    if share.words >= FEWEST && share.percent() < wanted {
        let message = format!(
            "{} of 100 words are among those that most people know; {wanted} are wanted",
            share.percent()
        );
        reporter.add(
            front::value(subject.document, "title"),
            message,
            "The notes on unknown words show which to replace or explain.",
        );
    }
}

/// A text of fewer words says little about its share.
const FEWEST: usize = 50;
