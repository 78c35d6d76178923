//! Paragraphs with many sentences.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::is_or_are;
use crate::finding::Severity;

/// `easy-read/long-paragraph`
pub static RULE: Rule = Rule {
    name: "easy-read/long-paragraph",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "W3C COGA, Making Content Usable 4.5; three sentences: derived",
    docs: include_str!("long_paragraph.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let limit = subject.limits.paragraph;
    let lines = subject.lines().zip(subject.sentences_by_line());
    let lines: Vec<_> = lines.filter(|(line, _)| line.role.is_running()).collect();
    for block in lines.chunk_by(|(a, _), (b, _)| a.block == b.block) {
        let count: usize = block.iter().map(|(_, sentences)| sentences.len()).sum();
        let mut all =
            block.iter().flat_map(|(line, sentences)| sentences.iter().map(move |sentence| (line, sentence)));
        if let Some((line, sentence)) = all.nth(limit) {
            let message = match count {
                1 => format!("a sentence stands here; {limit} are enough"),
                _ => format!("{count} sentences stand here together; {limit} {} enough", is_or_are(limit)),
            };
            let help = "Put a blank line where a new idea begins, and give it its picture.";
            reporter.add(line.span(sentence.clone()), message, help);
        }
    }
}
