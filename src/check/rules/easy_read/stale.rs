//! Sections whose official paragraph changed.

use crate::check::{Applies, Found, Rule, Subject};
use crate::coverage;
use crate::finding::Severity;
use crate::review::Standing;

/// `easy-read/stale`
pub static RULE: Rule = Rule {
    name: "easy-read/stale",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "an explanation holds for the words it was checked against (derived)",
    docs: include_str!("stale.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let (Some(work), Some(_)) = (subject.work, subject.official()) else { return };
    let sections = coverage::sections(subject.document);
    for (at, date) in Standing::of(subject.library, work).stale {
        if let Some(heading) = sections.get(at).and_then(|section| section.heading.as_ref()) {
            let message = format!(
                "the official text that this section explains has changed since it was last read, on {date}"
            );
            found.add(heading.span, message, "Compare the two texts, mend this one, and record the review.");
        }
    }
}
