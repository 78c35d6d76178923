//! Ellipses in another form.

use crate::check::slips::Kind;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/ellipsis`
pub static RULE: Rule = Rule {
    name: "easy-read/ellipsis",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "GB/T 15834-2011; W3C clreq",
    docs: include_str!("ellipsis.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (line, slip) in subject.slips().filter(|(_, slip)| slip.kind == Kind::Ellipsis) {
        let message =
            format!("“{}” is not how words left out are shown", slice(line.text, slip.range.clone()));
        found.add(line.span(slip.range.clone()), message, slip.help());
    }
}
