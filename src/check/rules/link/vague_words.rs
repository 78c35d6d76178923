//! Link texts that do not say where the link leads.

use crate::check::{Applies, Found, Rule, Subject};
use crate::document::InlineKind;
use crate::finding::Severity;
use crate::library::PAGE;

/// `link/vague-words`
pub static RULE: Rule = Rule {
    name: "link/vague-words",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("2.4.4 Link Purpose (In Context)"),
    source: "WCAG 2.2, 2.4.4 and 2.4.9; ACT rule aizyf1",
    docs: include_str!("../../../../tests/rules/link/vague-words.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for inline in subject.inlines() {
        let InlineKind::Link { target, children } = &inline.kind else { continue };
        if subject.document.text(target).starts_with(PAGE) {
            continue;
        }
        let words = subject.document.plain(children).to_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        if words.is_empty() {
            found.add(inline.span, "the link has no words", "Say in the square brackets where it leads.");
        } else if subject.pack.vague_links.iter().any(|vague| vague == words) {
            let message = format!("“{words}” does not say where the link leads");
            found.add(inline.span, message, "Name what the link leads to.");
        }
    }
}
