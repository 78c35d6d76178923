//! Brackets that hold half a sentence.

use memchr::{memchr, memmem};

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/long-brackets`
pub static RULE: Rule = Rule {
    name: "easy-read/long-brackets",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): no insertions in brackets; the number is derived",
    docs: include_str!("long_brackets.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let text = subject.prose().text().as_bytes();
    if memchr(b'(', text).is_none() && memmem::find(text, "（".as_bytes()).is_none() {
        return;
    }
    for line in subject.lines() {
        let mut at = 0;
        while let Some(open) = slice(line.text, at..).find(['（', '(']).map(|from| at + from) {
            let Some(length) = slice(line.text, open..).find(['）', ')']) else { break };
            let close = slice(line.text, open..)
                .char_indices()
                .find(|&(from, _)| from > length)
                .map(|(from, _)| from);
            let end = close.map_or(line.text.len(), |from| open + from);
            let inside = slice(line.text, open..open + length).chars().count() - 1;
            if inside > subject.limits.brackets {
                let message = match inside {
                    1 => "1 character stands in brackets".to_owned(),
                    _ => format!("{inside} characters stand in brackets"),
                };
                reporter.add(line.span(open..end), message, "Make a sentence of it, or leave it out.");
            }
            at = end;
        }
    }
}
