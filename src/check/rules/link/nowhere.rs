//! A link that leads nowhere.

use crate::check::elements::Link;
use crate::check::fix;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::library::Target;

/// `link/nowhere`
pub static RULE: Rule = Rule {
    name: "link/nowhere",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("2.4.4 Link Purpose (In Context)"),
    source: "every link and fragment resolves (derived); WCAG 2.2, 2.4.4",
    docs: include_str!("nowhere.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for link in &subject.elements().links {
        if let Target::Nowhere { why, help } = subject.library.resolve(subject.document, link.target) {
            match link.target.strip_prefix("@/") {
                Some(path) => of_zola(path, link, subject, reporter),
                None => reporter.add(link.target_span, why, help),
            }
        }
    }
}

/// A link from the folder of all texts, as Zola writes it.
fn of_zola(path: &str, link: &Link<'_>, subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let message = format!("“@/{path}” is a link of Zola, which begins at the folder of all texts");
    let help = match fix::relative(subject.library, subject.document, link.target) {
        Some(instead) => format!("Write “{instead}”; “curbcut check --fix” does so."),
        None => format!("Write “/{path}”, and check the name: there is no such text."),
    };
    reporter.add(link.target_span, message, help);
}
