//! A link that leads nowhere.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::library::Target;

/// `link/nowhere`
pub static RULE: Rule = Rule {
    name: "link/nowhere",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("2.4.4 Link Purpose (In Context)"),
    source: "every link and fragment resolves (derived); WCAG 2.2, 2.4.4",
    docs: include_str!("nowhere.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for link in &subject.elements().links {
        if let Target::Nowhere { why, help } = subject.library.resolve(subject.document, link.target) {
            reporter.add(link.target_span, why, help);
        }
    }
}
