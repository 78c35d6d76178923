//! A text in a language of which something is missing.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::languages::Missing;
use crate::source::Span;

/// `language/incomplete`
pub static RULE: Rule = Rule {
    name: "language/incomplete",
    severity: Severity::Note,
    applies: Applies::Every,
    criterion: None,
    source: "derived: labels of the fallback are marked with their language (WCAG 2.2, 3.1.2), and still not understood by all",
    docs: include_str!("incomplete.md"),
    check,
};

/// So many labels are named.
const MOST_NAMED: usize = 3;

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let lang = &subject.document.lang;
    // Once for a language, at its first text.
    let first = subject.library.documents().find(|document| document.lang == *lang);
    if !first.is_some_and(|first| std::ptr::eq(first, subject.document)) {
        return;
    }
    if let Some(missing) = subject.library.language(lang).missing() {
        let help = format!(
            "Write what is missing into files of the folder languages/{lang}; “curbcut explain language/incomplete” lists them."
        );
        reporter.add(Span::point(0), message(lang.as_str(), &missing), &help);
    }
}

fn message(lang: &str, missing: &Missing) -> String {
    let mut parts = Vec::new();
    let named = missing.labels.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match missing.labels.len() {
        0 => {}
        count if count == missing.all_labels => {
            parts.push("all labels, so pages show those of another language, marked as such".to_owned());
        }
        count => {
            let more = if count > MOST_NAMED { ", …" } else { "" };
            parts.push(format!(
                "{count} of {} labels ({named}{more}), so pages show those of another language, marked as such",
                missing.all_labels
            ));
        }
    }
    if missing.words {
        parts.push("the words for the rules, so rules that need them are silent".to_owned());
    }
    if missing.resolution {
        parts.push("the patterns of resolutions, so import makes plain documents".to_owned());
    }
    format!("the language “{lang}” lacks {}", parts.join("; "))
}
