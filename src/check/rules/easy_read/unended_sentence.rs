//! Sentences without an end mark.

use super::one_sentence_per_line;
use crate::check::prose::Role;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/unended-sentence`
pub static RULE: Rule = Rule {
    name: "easy-read/unended-sentence",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "an end mark tells readers and read-aloud voices to pause (derived)",
    docs: include_str!("../../../../tests/rules/easy-read/unended-sentence.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (index, line) in subject.lines().enumerate().filter(|(_, line)| line.role == Role::Words) {
        // Inside a block the rule on lines speaks.
        let last = subject.prose().line(index + 1).is_none_or(|next| next.block != line.block);
        if last && !one_sentence_per_line::is_ended(line.text) {
            let end = line.text.trim_end().len();
            let length = line.text.trim_end().chars().next_back().map_or(0, char::len_utf8);
            found.add(
                line.span(end - length..end),
                "the sentence has no end mark",
                "End it with a full stop.",
            );
        }
    }
}
