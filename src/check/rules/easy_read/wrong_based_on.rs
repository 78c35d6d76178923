//! An easy-read version that names another official text than the one it stands beside.

use crate::check::{Applies, Found, Rule, Subject, front};
use crate::finding::Severity;

/// `easy-read/wrong-based-on`
pub static RULE: Rule = Rule {
    name: "easy-read/wrong-based-on",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: None,
    source: "an easy-read version names its source (derived)",
    docs: include_str!("wrong_based_on.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(symbol) = subject.official().and_then(|official| official.front.symbol.as_deref()) else {
        return;
    };
    let message = match subject.document.front.based_on.as_deref() {
        Some(based_on) if based_on == symbol => return,
        Some(based_on) => format!("the official text in this folder is {symbol}, not {based_on}"),
        None => "the file does not say which official text it explains".to_owned(),
    };
    let span = front::value(subject.document, "based-on");
    found.add(span, message, format!("Write “based-on: {symbol}” in the front matter."));
}
