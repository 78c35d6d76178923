//! Ellipses in another form.

use crate::check::typography::TypingMistakeKind;
use crate::check::{Applies, Reporter, Rule, Subject};
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

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (line, slip) in subject.slips().filter(|(_, slip)| slip.kind == TypingMistakeKind::Ellipsis) {
        let message =
            format!("“{}” is not how words left out are shown", slice(line.text, slip.range.clone()));
        reporter.add(line.span(slip.range.clone()), message, slip.help());
    }
}
