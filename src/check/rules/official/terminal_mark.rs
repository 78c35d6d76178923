//! Paragraphs that end with another mark than their part has.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Block, BlockKind, Document, Paragraph};
use crate::finding::Severity;
use crate::source::Span;

/// `official/terminal-mark`
pub static RULE: Rule = Rule {
    name: "official/terminal-mark",
    severity: Severity::Warning,
    applies: Applies::Resolution,
    criterion: None,
    source: "UN practice: a preambular paragraph ends with a comma, an operative one with a semicolon, the last with a full stop",
    docs: include_str!("terminal_mark.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(resolution) = subject.resolution() else { return };
    let mut end = End { document: subject.document, reporter };
    for paragraph in &resolution.preamble {
        end.is(&paragraph.blocks, "，,、،", "a comma");
    }
    for (index, paragraph) in resolution.operative.iter().enumerate() {
        end.operative(paragraph, index + 1 == resolution.operative.len());
    }
}

struct End<'a, 'f> {
    document: &'a Document,
    reporter: &'a mut Reporter<'f>,
}

impl End<'_, '_> {
    fn operative(&mut self, paragraph: &Paragraph, last: bool) {
        let (marks, name) = if last { ("。.", "a full stop") } else { ("；;؛", "a semicolon") };
        if paragraph.children.is_empty() {
            return self.is(&paragraph.blocks, marks, name);
        }
        self.is(&paragraph.blocks, "：:", "a colon");
        let last_child = paragraph.children.len() - 1;
        for (index, child) in paragraph.children.iter().enumerate() {
            // The last sub-paragraph ends its paragraph, unless words for all of them follow.
            let ends = index == last_child && paragraph.closing.is_empty();
            if ends { self.operative(child, last) } else { self.operative(child, false) }
        }
        if !paragraph.closing.is_empty() {
            self.is(&paragraph.closing, marks, name);
        }
    }

    fn is(&mut self, blocks: &[Block], marks: &str, name: &str) {
        let Some(block) = blocks.iter().rev().find(|block| matches!(block.kind, BlockKind::Paragraph(_)))
        else {
            return;
        };
        let BlockKind::Paragraph(content) = &block.kind else { return };
        let words = self.document.plain(content);
        let Some(last) = words.trim_end().trim_end_matches(['”', '’', '」', '）', ')']).chars().next_back()
        else {
            return;
        };
        if !marks.contains(last) {
            let end = block.span.end;
            let start = end
                - self.document.source.slice(block.span).chars().next_back().map_or(0, char::len_utf8) as u32;
            let message = format!("the paragraph does not end with {name}");
            let help = "Compare with the official document: words may be missing here. Leave it when the document has it so.";
            self.reporter.add(Span { start, end }, message, help);
        }
    }
}
