//! Sections in another order than the official text.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::finding::Severity;

/// `easy-read/covers-order`
pub static RULE: Rule = Rule {
    name: "easy-read/covers-order",
    severity: Severity::Note,
    applies: Applies::EasyRead,
    criterion: None,
    source: "coverage map of the official paragraphs (derived)",
    docs: include_str!("covers_order.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let places = subject.official_places();
    let mut last: Option<(usize, &str)> = None;
    for section in coverage::sections(subject.document) {
        let Some(first) = section.covers.iter().find(|covers| places.contains_key(&*covers.id)) else {
            continue;
        };
        let at = places[&*first.id];
        if let Some((before, id)) = last
            && at < before
        {
            let message = format!("“{}” is explained after “{id}”", first.id);
            let help = "Readers who compare the two texts find their place sooner when both have one order.";
            reporter.add(first.span, message, help);
        }
        last = Some((at, &first.id));
    }
}
