//! Paragraphs that begin with none of the words that begin them.

use crate::check::leads::{self, Opening};
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Block, BlockKind};
use crate::finding::Severity;
use crate::source::Span;

/// `official/unknown-lead`
pub static RULE: Rule = Rule {
    name: "official/unknown-lead",
    severity: Severity::Warning,
    applies: Applies::Resolution,
    criterion: None,
    source: "the words that begin the paragraphs of resolutions, collected from resolutions (derived)",
    docs: include_str!("unknown_lead.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(resolution) = subject.resolution() else { return };
    let leads = &subject.language.lead_phrases;
    if leads.is_empty() {
        return;
    }
    for paragraph in resolution.preamble.iter().chain(&resolution.operative) {
        if paragraph.id.number == 0 {
            continue;
        }
        let Some(Block { kind: BlockKind::Paragraph(content), .. }) = paragraph.blocks.first() else {
            continue;
        };
        let words = subject.document.plain(content);
        let is_led = |opening: Opening<'_>| leads.iter().any(|lead| opening.begins_with(lead));
        if !leads::openings(&words, subject.language).any(is_led) {
            let span = content.first().map_or(paragraph.span, |first| first.span);
            let first = subject.document.source.slice(span).chars().next();
            let span = Span { start: span.start, end: span.start + first.map_or(0, char::len_utf8) as u32 };
            let message = format!("“{}” begins with no verb of a resolution", paragraph.id);
            let help = "Compare with the official document: the paragraph may have been cut in two.";
            reporter.add(span, message, help);
        }
    }
}
