//! Dashes in another form.

use memchr::memchr2_iter;

use crate::check::prose::Line;
use crate::check::slips::{self, Kind};
use crate::check::{Applies, Found, Rule, Subject, front};
use crate::finding::Severity;

/// `official/dash`
pub static RULE: Rule = Rule {
    name: "official/dash",
    severity: Severity::Note,
    applies: Applies::Official,
    criterion: None,
    source: "GB/T 15834-2011; W3C clreq",
    docs: include_str!("../../../../tests/rules/official/dash.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let may = |line: &&Line| may_hold_dash(line.text.as_bytes());
    for line in subject.lines().iter().filter(may) {
        for slip in slips::of(&line.text, subject.pack).into_iter().filter(|slip| slip.kind == Kind::Dash) {
            let message = format!("“{}” is not how a dash is written", &line.text[slip.range.clone()]);
            found.add(line.span(slip.range), message, HELP);
        }
    }
    for key in ["title", "agenda-item", "adopted"] {
        let value = front::value(subject.document, key);
        if value.start < 4 {
            continue;
        }
        let text = subject.document.source.slice(value);
        for slip in slips::of(text, subject.pack).into_iter().filter(|slip| slip.kind == Kind::Dash) {
            let start = value.start as usize;
            let message = format!("“{}” is not how a dash is written", &text[slip.range.clone()]);
            found.add((start + slip.range.start..start + slip.range.end).into(), message, HELP);
        }
    }
}

const HELP: &str = "Leave it as it is when the document itself has it.";

/// Official texts have many marks and few dashes. Nearly every line is passed over at the speed of `memchr`.
fn may_hold_dash(text: &[u8]) -> bool {
    const DASHES: [&str; 4] = ["—", "―", "─", "--"];
    memchr2_iter(b'-', "—".as_bytes()[0], text)
        .any(|at| DASHES.iter().any(|dash| text[at..].starts_with(dash.as_bytes())))
}
