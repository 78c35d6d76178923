//! Texts that are too long to finish.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::{counted, is_or_are};
use crate::coverage;
use crate::finding::Severity;
use crate::source::Span;

/// `easy-read/too-long`
pub static RULE: Rule = Rule {
    name: "easy-read/too-long",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "UK Department of Health (2010), 20 pages; gov.uk (2021), 24 pages. Six ideas a page: derived",
    docs: include_str!("too_long.md"),
    check,
};

/// How many ideas a printed page holds.
const A_PAGE: usize = 6;

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let ideas: usize = coverage::sections(subject.document).iter().map(|section| section.ideas.len()).sum();
    let pages = ideas.div_ceil(A_PAGE);
    let limit = subject.limits.pages;
    let severity = match pages {
        pages if pages > limit.error => Severity::Error,
        pages if pages > limit.warning => Severity::Warning,
        _ => return,
    };
    let message = format!(
        "the text would fill about {}; {} {} enough",
        counted(pages, "page"),
        limit.warning,
        is_or_are(limit.warning)
    );
    reporter.weighing(severity).add(
        Span::from(0..3),
        message,
        "Make two documents of it, or leave out what matters least.",
    );
}
