//! Dashes in another form.

use crate::check::slips::Kind;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/dash`
pub static RULE: Rule = Rule {
    name: "easy-read/dash",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "GB/T 15834-2011; W3C clreq",
    docs: include_str!("dash.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (line, slip) in subject.slips().filter(|(_, slip)| slip.kind == Kind::Dash) {
        let message = format!("“{}” is not how a dash is written", slice(line.text, slip.range.clone()));
        found.add(line.span(slip.range.clone()), message, slip.help());
    }
}
