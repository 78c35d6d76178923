//! Tables.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::counted;
use crate::finding::Severity;

/// `easy-read/table`
pub static RULE: Rule = Rule {
    name: "easy-read/table",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): avoid tables; three columns: derived",
    docs: include_str!("table.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (block, table) in &subject.elements().tables {
        let columns = table.head.len();
        let (severity, message) = if columns > subject.limits.columns {
            (Severity::Error, format!("a table with {} is very hard to read", counted(columns, "column")))
        } else {
            (Severity::Warning, "a table is hard to read".to_owned())
        };
        reporter.weighing(severity).add(block.span, message, "Say it in sentences, or in a list.");
    }
}
