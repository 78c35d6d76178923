//! Lines that are not one sentence.

use icu_properties::CodePointSetData;
use icu_properties::props::SentenceTerminal;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/one-sentence-per-line`
pub static RULE: Rule = Rule {
    name: "easy-read/one-sentence-per-line",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): begin each sentence on a new line; BITV 2.0, annex 2",
    docs: include_str!("one_sentence_per_line.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let lines = subject.lines().zip(subject.sentences_by_line()).enumerate();
    for (index, (line, sentences)) in lines.filter(|(_, (line, _))| line.role.is_running()) {
        if let Some(second) = sentences.get(1) {
            let message = format!("{} sentences stand on this line", sentences.len());
            reporter.add(line.span(second.clone()), message, "Begin every sentence on a line of its own.");
        }
        let next = subject.prose().line(index + 1).filter(|next| next.block == line.block);
        if next.is_some() && !is_ended(line.text) {
            let end = line.text.trim_end().len();
            let last = line.text.trim_end().chars().next_back().map_or(0, char::len_utf8);
            let message = "the sentence goes on in the next line";
            reporter.add(
                line.span(end - last..end),
                message,
                "Put it on one line, or make two sentences of it.",
            );
        }
    }
}

/// Whether a line ends with a mark that ends a sentence or announces what follows.
pub fn is_ended(text: &str) -> bool {
    let ends = CodePointSetData::new::<SentenceTerminal>();
    let closing =
        |c: char| matches!(c, '”' | '’' | '」' | '』' | '）' | '》' | '】' | ')' | ']' | '"' | '\'');
    let last = text.trim_end().trim_end_matches(closing).chars().next_back();
    last.is_none_or(|c| matches!(c, ':' | '：' | ';' | '；' | '…') || ends.contains(c))
}
