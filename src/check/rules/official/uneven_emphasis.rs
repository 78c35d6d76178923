//! Lead words that are bold in some paragraphs only.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Block, BlockKind, InlineKind};
use crate::finding::Severity;

/// `official/uneven-emphasis`
pub static RULE: Rule = Rule {
    name: "official/uneven-emphasis",
    severity: Severity::Note,
    applies: Applies::Resolution,
    criterion: None,
    source: "the words that begin a paragraph are set in one way throughout (derived)",
    docs: include_str!("uneven_emphasis.md"),
    check,
};

/// At the first paragraph that differs from the one before it.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(resolution) = subject.resolution() else { return };
    for part in [&resolution.preamble, &resolution.operative] {
        let mut last: Option<bool> = None;
        for paragraph in part.iter().filter(|paragraph| paragraph.id.number > 0) {
            let Some(Block { kind: BlockKind::Paragraph(content), .. }) = paragraph.blocks.first() else {
                continue;
            };
            let Some(first) = content.first() else { continue };
            let bold = matches!(first.kind, InlineKind::Strong(_) | InlineKind::Emphasis(_));
            if last.is_some_and(|last| last != bold) {
                let message = if bold { "from here on" } else { "here no longer" };
                let help = "Leave it as it is when the document itself has it.";
                reporter.add(
                    first.span,
                    format!("the words that begin the paragraph are {message} emphasised"),
                    help,
                );
                break;
            }
            last = Some(bold);
        }
    }
}
