//! A text in a language for which there are no labels.

use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;
use crate::languages;
use crate::source::Span;

/// `language/no-labels`
pub static RULE: Rule = Rule {
    name: "language/no-labels",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("3.1.1 Language of Page"),
    source: "WCAG 2.2, 3.1.1 and 3.1.2: a page is in one language, or says where it is not",
    docs: include_str!("no_labels.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let lang = &subject.document.lang;
    if languages::has_labels(lang) {
        return;
    }
    // Once for a language, at its first text.
    let first = subject.library.documents().find(|document| document.lang == *lang);
    if first.is_some_and(|first| std::ptr::eq(first, subject.document)) {
        let message =
            format!("there are no labels in the language “{lang}”; its pages would have English ones");
        found.add(Span::point(0), message, HELP);
    }
}

const HELP: &str = "Take the text back, or allow the rule with a reason; curbcut learns a language by a folder of words, which its \
                    developers add.";
