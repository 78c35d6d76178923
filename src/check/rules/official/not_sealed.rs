//! Official texts without a seal.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
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
    let front = &subject.document.front;
    // A symbol says that there is a document elsewhere which this text must not drift away from.
    if front.symbol.is_some() && front.digest.is_none() {
        let message = "no check would notice if a word of this official text changed";
        let help = "Compare it with the official document, then run “curbcut seal” on it.";
        reporter.add(Span::from(0..3), message, help);
    }
}
