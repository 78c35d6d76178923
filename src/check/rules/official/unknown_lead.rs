//! Paragraphs that begin with none of the words that begin them.

use crate::check::{Applies, Found, Rule, Subject};
use crate::document::{Block, BlockKind};
use crate::finding::Severity;
use crate::languages::LanguageData;
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

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(resolution) = subject.resolution() else { return };
    if subject.language.lead_phrases.is_empty() {
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
        if !is_led(words.trim_start(), subject.language) {
            let span = content.first().map_or(paragraph.span, |first| first.span);
            let first = subject.document.source.slice(span).chars().next();
            let span = Span { start: span.start, end: span.start + first.map_or(0, char::len_utf8) as u32 };
            let message = format!("“{}” begins with no verb of a resolution", paragraph.id);
            let help = "Compare with the official document: the paragraph may have been cut in two.";
            found.add(span, message, help);
        }
    }
}

fn is_led(words: &str, language: &LanguageData) -> bool {
    let lead = |words: &str| language.lead_phrases.iter().any(|lead| words.starts_with(lead.as_str()));
    let prefixed = |prefix: &String| {
        words.strip_prefix(prefix.as_str()).is_some_and(|rest| {
            let rest = rest.trim_start();
            // Prefixes follow one another, 又再次; after one a verb loses its capital.
            let mut capital: String = rest.chars().take(1).flat_map(char::to_uppercase).collect();
            capital.extend(rest.chars().skip(1));
            lead(&capital) || is_led(rest, language)
        })
    };
    lead(words) || language.lead_prefixes.iter().any(prefixed)
}
