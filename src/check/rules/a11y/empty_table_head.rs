//! A table whose head has no words.

use crate::check::{Applies, Reporter, Rule, Subject, is_given};
use crate::finding::Severity;

/// `a11y/empty-table-head`
pub static RULE: Rule = Rule {
    name: "a11y/empty-table-head",
    severity: Severity::Warning,
    applies: Applies::Every,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "WCAG 2.2, 1.3.1; technique H51",
    docs: include_str!("empty_table_head.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    // A printed table may have none.
    if is_given(subject.document) {
        return;
    }
    for (block, table) in &subject.elements().tables {
        let is_empty = |cell: &crate::document::Cell| {
            cell.first().is_none() || subject.document.plain(cell).trim().is_empty()
        };
        if !table.head.is_empty() && table.head.iter().all(is_empty) {
            reporter.add(
                block.span,
                "the head of this table is empty",
                "Say in its first row what stands in each column.",
            );
        }
    }
}
