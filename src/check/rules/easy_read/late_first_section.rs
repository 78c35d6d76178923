//! The most important things, after other things.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::finding::Severity;

/// `easy-read/late-first-section`
pub static RULE: Rule = Rule {
    name: "easy-read/late-first-section",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "Inclusion Europe, Information for all: put the most important information first",
    docs: include_str!("late_first_section.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for section in coverage::sections(subject.document).iter().skip(1) {
        if let Some(heading) = section.heading.as_ref().filter(|_| !section.sums_up.is_empty()) {
            let message = "the section that sums up stands after another section";
            reporter.add(heading.span, message, "Put it first; there is one such section in a text.");
        }
    }
}
