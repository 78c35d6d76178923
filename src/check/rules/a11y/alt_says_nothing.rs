//! Alternative texts that do not say what a picture shows.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Inline, InlineKind, Inlines};
use crate::finding::Severity;

/// `a11y/alt-says-nothing`
pub static RULE: Rule = Rule {
    name: "a11y/alt-says-nothing",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: Some("1.1.1 Non-text Content"),
    source: "WCAG 2.2, 1.1.1 and failure F30",
    docs: include_str!("alt_says_nothing.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for picture in &subject.elements().pictures {
        let words = subject.document.plain(picture.alt).trim().to_lowercase();
        let file = picture.target.rsplit('/').next().unwrap_or_default().to_lowercase();
        let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
        let vague = subject.language.vague_alts.contains(&words);
        if !words.is_empty() && (vague || words == file || words == stem) {
            let message = format!("“{words}” does not say what the picture shows");
            reporter.add(picture.span, message, "Describe it in a few words for whoever cannot see it.");
        }
    }
    let words = |content| subject.document.plain(content).trim().to_lowercase();
    for (_, figure) in &subject.elements().figures {
        let Some(caption) = &figure.caption else { continue };
        let Some(Inline { span, kind: InlineKind::Image { alt, .. } }) = figure.picture.lone_picture() else {
            continue;
        };
        if words(alt) == words(Inlines::from(caption)) {
            let message = "the alternative text says the same as the caption below it";
            let help = "Say in square brackets what the picture shows, and in the caption what it is about.";
            reporter.add(span, message, help);
        }
    }
}
