//! Link texts that do not say where the link leads.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `link/vague-words`
pub static RULE: Rule = Rule {
    name: "link/vague-words",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("2.4.4 Link Purpose (In Context)"),
    source: "WCAG 2.2, 2.4.4 and 2.4.9; ACT rule aizyf1",
    docs: include_str!("vague_words.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    // In small letters a character has a third of the bytes at the least, and most links are longer than vague words.
    let longest = 3 * subject.language.vague_links.iter().map(String::len).max().unwrap_or(0);
    for link in subject.elements().links.iter().filter(|link| !link.is_page_break()) {
        let words = subject.document.plain(link.content);
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        if words.is_empty() {
            reporter.add(link.span, "the link has no words", "Say in the square brackets where it leads.");
        } else if words.len() <= longest {
            let words = words.to_lowercase();
            if subject.language.vague_links.contains(&words) {
                let message = format!("“{words}” does not say where the link leads");
                reporter.add(link.span, message, "Name what the link leads to.");
            }
        }
    }
}
