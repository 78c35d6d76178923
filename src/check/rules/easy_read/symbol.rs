//! Document symbols and resolution numbers in the text.

use crate::check::prose::Role;
use crate::check::{Applies, Reporter, Rule, Subject, wording};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/symbol`
pub static RULE: Rule = Rule {
    name: "easy-read/symbol",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "symbols and numbers of documents are for finding them, not for reading (derived)",
    docs: include_str!("symbol.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let lines = wording::hits(subject, "symbol");
    // The sentence that says which document this is may name it.
    for (line, hits) in lines.filter(|(line, _)| line.role != Role::About) {
        for hit in hits {
            let message = format!("“{}” is the symbol of a document", slice(line.text, hit.range.clone()));
            reporter.add(line.span(hit.range), message, "Leave it to the notice about the official text.");
        }
    }
}
