//! Dashes in another form.

use crate::check::slips::Kind;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/dash`
pub static RULE: Rule = Rule {
    name: "easy-read/dash",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "GB/T 15834-2011; W3C clreq",
    docs: include_str!("../../../../tests/rules/easy-read/dash.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (line, slip) in subject.slips().filter(|(_, slip)| slip.kind == Kind::Dash) {
        let message = format!("“{}” is not how a dash is written", &line.text[slip.range.clone()]);
        let help = format!("Write “{}”; “curbcut check --fix” does it.", slip.instead);
        found.add(line.span(slip.range.clone()), message, help);
    }
}
