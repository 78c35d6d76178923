//! Paragraphs with many sentences.

use crate::check::prose::{Line, Role};
use crate::check::segment;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/long-paragraph`
pub static RULE: Rule = Rule {
    name: "easy-read/long-paragraph",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "W3C COGA, Making Content Usable 4.5; three sentences: derived",
    docs: include_str!("../../../../tests/rules/easy-read/long-paragraph.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let limit = subject.limits.paragraph;
    let words: Vec<&Line> = subject.lines().iter().filter(|line| line.role == Role::Words).collect();
    for block in words.chunk_by(|a, b| a.block == b.block) {
        let sentences = block.iter().flat_map(|line| {
            segment::sentences(&line.text, subject.pack).into_iter().map(move |sentence| (line, sentence))
        });
        let sentences: Vec<_> = sentences.collect();
        if let Some((line, sentence)) = sentences.get(limit) {
            let message = format!("{} sentences stand here together; {limit} are enough", sentences.len());
            let help = "Put a blank line where a new idea begins, and give it its picture.";
            found.add(line.span(sentence.clone()), message, help);
        }
    }
}
