//! Official texts without a seal, or with one that says nothing of their pictures.

use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::finding::Severity;
use crate::review::official_pictures;
use crate::seal::{self, Seal};
use crate::source::Span;

/// `official/not-sealed`
pub static RULE: Rule = Rule {
    name: "official/not-sealed",
    severity: Severity::Note,
    applies: Applies::Official,
    criterion: None,
    source: "the hash of an official text is recorded, so that drift is seen (derived)",
    docs: include_str!("not_sealed.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let facts = &subject.document.front;
    let seals_words_alone = facts.digest.is_some() && facts.pictures_digest.is_none();
    if seals_words_alone && official_pictures(subject.library, subject.document).is_some() {
        let message =
            "the seal does not tell which pictures this official text has: no check would notice another one";
        let help = "Compare them with those of the official document, then run “curbcut seal” on it.";
        reporter.add(front::value(subject.document, seal::KEY), message, help);
    }
    // A symbol says that there is a document elsewhere which this text must not drift away from.
    if facts.symbol.is_some() && seal::state(subject.library, subject.document) == Seal::Missing {
        let message = "no check would notice if a word of this official text changed";
        let help = "Compare it with the official document, then run “curbcut seal” on it.";
        reporter.add(Span::from(0..3), message, help);
    }
}
