//! Dashes in another form.

use memchr::memchr2_iter;

use crate::check::typography::{self, TypingMistakeKind};
use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::finding::Severity;
use crate::source::slice;

/// `official/dash`
pub static RULE: Rule = Rule {
    name: "official/dash",
    severity: Severity::Note,
    applies: Applies::Rendered,
    criterion: None,
    source: "GB/T 15834-2011; W3C clreq",
    docs: include_str!("dash.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let prose = subject.prose();
    let mut lines: Vec<usize> = dashes(prose.text()).filter_map(|at| prose.line_at(at)).collect();
    lines.dedup();
    for line in lines.into_iter().filter_map(|at| prose.line(at)) {
        for slip in typography::of(line.text, subject.language)
            .into_iter()
            .filter(|slip| slip.kind == TypingMistakeKind::Dash)
        {
            let message = format!("“{}” is not how a dash is written", slice(line.text, slip.range.clone()));
            reporter.add(line.span(slip.range), message, HELP);
        }
    }
    let source = &subject.document.source;
    if dashes(source.slice(front::yaml(subject.document))).next().is_none() {
        return;
    }
    for key in ["title", "agenda-item", "adopted"] {
        let value = front::value(subject.document, key);
        if value.start < 4 {
            continue;
        }
        let text = source.slice(value);
        for slip in typography::of(text, subject.language)
            .into_iter()
            .filter(|slip| slip.kind == TypingMistakeKind::Dash)
        {
            let start = value.start as usize;
            let message = format!("“{}” is not how a dash is written", slice(text, slip.range.clone()));
            reporter.add((start + slip.range.start..start + slip.range.end).into(), message, HELP);
        }
    }
}

const HELP: &str = "Leave it as it is when the document itself has it.";

/// Where there is any kind of dash. Official texts have many marks and few dashes.
fn dashes(text: &str) -> impl Iterator<Item = usize> {
    const DASHES: [&str; 4] = ["—", "―", "─", "--"];
    const FIRST_OF_LONG: u8 = 0xE2;
    memchr2_iter(b'-', FIRST_OF_LONG, text.as_bytes()).filter(|&at| {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        DASHES.iter().any(|dash| rest.starts_with(dash.as_bytes()))
    })
}
