//! A notice without words.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::BlockKind;
use crate::finding::Severity;

/// `markdown/empty-notice`
pub static RULE: Rule = Rule {
    name: "markdown/empty-notice",
    severity: Severity::Warning,
    applies: Applies::Every,
    criterion: None,
    source: "a box with a label alone says nothing (derived)",
    docs: include_str!("empty_notice.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    subject.document.each_block(&mut |block| {
        if let BlockKind::Quote { notice: Some(_), blocks } = &block.kind
            && blocks.is_empty()
        {
            reporter.add(
                block.span,
                "this notice has no words",
                "Write them in the lines below, each of which begins with “> ”, or take the notice out.",
            );
        }
    });
}
