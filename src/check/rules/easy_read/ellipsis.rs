//! Ellipses in another form.

use crate::check::slips::{self, Kind};
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/ellipsis`
pub static RULE: Rule = Rule {
    name: "easy-read/ellipsis",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "GB/T 15834-2011; W3C clreq",
    docs: include_str!("../../../../tests/rules/easy-read/ellipsis.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for line in subject.lines() {
        for slip in slips::of(&line.text, subject.pack).into_iter().filter(|slip| slip.kind == Kind::Ellipsis)
        {
            let message = format!("“{}” is not how words left out are shown", &line.text[slip.range.clone()]);
            found.add(
                line.span(slip.range),
                message,
                format!("Write “{}”; “curbcut check --fix” does it.", slip.instead),
            );
        }
    }
}
