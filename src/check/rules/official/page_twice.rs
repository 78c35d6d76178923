//! Two page breaks with one number.

use std::collections::HashSet;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::library::Target;

/// `official/page-twice`
pub static RULE: Rule = Rule {
    name: "official/page-twice",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: None,
    source: "EPUB Accessibility 1.1: page markers match the pages of their source",
    docs: include_str!("page_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let mut seen = HashSet::new();
    for link in subject.elements().links.iter().filter(|link| link.is_page_break()) {
        if let Target::PageBreak(page) = subject.library.resolve(subject.document, link.target)
            && !seen.insert(page.to_lowercase())
        {
            let message = format!("page {page} begins here a second time");
            reporter.add(
                link.span,
                message,
                "Write the number that is printed on the page that begins here.",
            );
        }
    }
}
