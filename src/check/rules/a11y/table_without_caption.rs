//! A table that does not say what it shows.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `a11y/table-without-caption`
pub static RULE: Rule = Rule {
    name: "a11y/table-without-caption",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "WCAG 2.2, 1.3.1 and technique H39",
    docs: include_str!("table_without_caption.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (block, table) in &subject.elements().tables {
        if table.caption.as_ref().is_none_or(|caption| subject.document.plain(caption).trim().is_empty()) {
            let language = subject.library.language(&subject.document.lang);
            let words = language.table_words();
            let (word, colon) = (words.first().unwrap_or(&""), language.labels().get("colon").trim_end());
            let help =
                format!("Put a line before it that begins with “{word}{colon}” and says what it shows.");
            reporter.add(block.span, "this table has no caption", help);
        }
    }
}
