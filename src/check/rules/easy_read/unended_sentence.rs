//! Sentences without an end mark.

use super::one_sentence_per_line;
use crate::check::prose::{Line, Role};
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::languages::segment;

/// `easy-read/unended-sentence`
pub static RULE: Rule = Rule {
    name: "easy-read/unended-sentence",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "an end mark tells readers and read-aloud voices to pause (derived)",
    docs: include_str!("unended_sentence.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (index, line) in subject.lines().enumerate().filter(|(_, line)| line.role.is_running()) {
        // Inside a block the rule on lines speaks.
        let last = subject.prose().line(index + 1).is_none_or(|next| next.block != line.block);
        if last && !one_sentence_per_line::is_ended(line.text) && !is_part(subject, line) {
            let end = line.text.trim_end().len();
            let length = line.text.trim_end().chars().next_back().map_or(0, char::len_utf8);
            reporter.add(
                line.span(end - length..end),
                "the sentence has no end mark",
                "End it with a full stop.",
            );
        }
    }
}

/// Whether it is an item of a list that is no sentence: it goes on with the words before the list, is a word or two, or has
/// nothing that makes a sentence.
fn is_part(subject: &Subject<'_>, line: Line<'_>) -> bool {
    if line.role != Role::Item {
        return false;
    }
    let goes_on = line.text.trim_start().starts_with(char::is_lowercase);
    let (few, language) = (FEW, subject.language);
    goes_on
        || segment::words(line.text, language).len() <= few
        || language.makes_a_sentence.as_ref().is_none_or(|list| list.hits(line.text, language).is_empty())
}

/// So many words are not taken for a sentence.
const FEW: usize = 2;
