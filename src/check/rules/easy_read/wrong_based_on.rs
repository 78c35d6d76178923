//! An easy-read version that names another official text than the one it stands beside.

use crate::check::{Applies, Reporter, Rule, Subject, front};
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

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(official) = subject.official() else { return };
    let span = front::value(subject.document, "based-on");
    let based_on = subject.document.front.based_on.as_deref();
    let Some(symbol) = official.front.symbol.as_deref() else {
        if let Some(based_on) = based_on {
            let message = format!("the text in this folder has no symbol, so no page says “{based_on}”");
            let help = "Write the symbol into “index.md” too, or remove “based-on”.";
            reporter.weighing(Severity::Warning).add(span, message, help);
        }
        return;
    };
    let message = match based_on {
        Some(based_on) if based_on == symbol => return,
        Some(based_on) => format!("the official text in this folder is {symbol}, not {based_on}"),
        None => "the file does not say which official text it explains".to_owned(),
    };
    reporter.add(span, message, format!("Write “based-on: {symbol}” in the front matter."));
}
