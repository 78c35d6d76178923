//! Words of another language.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::languages::Unit;

/// `easy-read/foreign-word`
pub static RULE: Rule = Rule {
    name: "easy-read/foreign-word",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.2 Language of Parts"),
    source: "Inclusion Europe, Information for all (2009), rule 11: no foreign words",
    docs: include_str!("foreign_word.md"),
    check,
};

static WORD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[A-Za-z]*[a-z][A-Za-z'’-]*").expect("the pattern of a Latin word"));

/// In a text of Chinese characters; capitals alone are a short form, which another rule finds.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    if subject.language.unit != Unit::Characters {
        return;
    }
    let prose = subject.prose();
    for word in WORD.find_iter(prose.text()) {
        let Some(at) = prose.line_at(word.start()) else { continue };
        let named = prose.line(at).zip(subject.named().get(at));
        if named.is_some_and(|(line, named)| named.hold(&line.part(word.range()))) {
            continue;
        }
        let message = format!("“{}” is a foreign word", word.as_str());
        let help = "Use a word of this language, or explain it in the glossary.";
        reporter.add(prose.span(word.range()), message, help);
    }
}
