//! A picture on somebody else's server.

use super::missing;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;
use crate::library::Target;
use crate::pictures::CONCEPT;

/// `picture/remote`
pub static RULE: Rule = Rule {
    name: "picture/remote",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "a site works from a folder and asks no third party (derived)",
    docs: include_str!("../../../../tests/rules/picture/remote.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (target, span) in missing::targets(subject) {
        if target.starts_with(CONCEPT) {
            continue;
        }
        if let Target::External(_) = subject.library.resolve(subject.document, target) {
            let help = "Put the file beside the text, if its licence allows it, and give its path.";
            found.add(span, "this picture is on another site", help);
        }
    }
}
