//! Words outside the list of common words.

use std::collections::HashSet;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/unknown-word`
pub static RULE: Rule = Rule {
    name: "easy-read/unknown-word",
    severity: Severity::Note,
    applies: Applies::EasyRead,
    criterion: Some("3.1.3 Unusual Words"),
    source: "W3C COGA, Making Content Usable 4.1; the Chinese list is GF 0025-2021, bands 1 to 4: an indicator made for learners, not a proof",
    docs: include_str!("unknown_word.md"),
    check,
};

/// Once for every word, where it first stands.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    if !subject.language.has_words() {
        return;
    }
    let explained = explained(subject);
    let mut seen = HashSet::new();
    for word in subject.words().iter().filter(|word| !word.known) {
        let Some(line) = subject.prose().line(word.line) else { continue };
        let text = slice(line.text, word.range.clone());
        if seen.insert(text.to_lowercase()) && !explained.contains(&text.to_lowercase()) {
            let message = format!("“{text}” is not among the words that most people know");
            reporter.add(
                line.span(word.range.clone()),
                message,
                "Use a commoner word, or explain it in the glossary.",
            );
        }
    }
}

/// The words that the text explains itself, each before a colon at the beginning of a line: “呼吁：公开请别人做一件事。”
fn explained(subject: &Subject<'_>) -> HashSet<String> {
    let before_colon = |text: &str| text.split_once([':', '：']).map(|(word, _)| word.trim().to_lowercase());
    subject.prose().lines().filter_map(|line| before_colon(line.text)).collect()
}
