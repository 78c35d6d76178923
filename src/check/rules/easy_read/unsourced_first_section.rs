//! The most important things, without the paragraphs that they are drawn from.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage::{self, Coverage};
use crate::finding::Severity;

/// `easy-read/unsourced-first-section`
pub static RULE: Rule = Rule {
    name: "easy-read/unsourced-first-section",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "coverage map of the official paragraphs (derived)",
    docs: include_str!("unsourced_first_section.md"),
    check,
};

/// How many ids the example in the message has.
const SHOWN: usize = 2;

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let (Some(work), Some(first)) = (subject.work, &subject.language.first_section) else { return };
    for section in coverage::sections(subject.document).iter().filter(|section| section.sums_up.is_empty()) {
        let (Some(heading), Some(words)) = (&section.heading, section.words_of_heading()) else { continue };
        if first.is_headed(&subject.document.plain(words)) {
            let ids: Vec<String> =
                Coverage::of(work).required.into_iter().take(SHOWN).map(|required| required.id).collect();
            let message = format!("“{}” does not say which paragraphs it sums up", first.heading);
            let instead = if section.covers.is_empty() { "" } else { " in place of “covers”" };
            let help = format!(
                "Write their ids into the braces of the heading{instead}, as in “{} {{sums-up={}}}”.",
                first.heading,
                ids.join(",")
            );
            reporter.add(heading.span, message, help);
        }
    }
}
