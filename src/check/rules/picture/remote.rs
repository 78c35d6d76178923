//! A picture on somebody else's server.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::library::Target;

/// `picture/remote`
pub static RULE: Rule = Rule {
    name: "picture/remote",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "a site works from a folder and asks no third party (derived)",
    docs: include_str!("remote.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for picture in subject.elements().pictures.iter().filter(|picture| !picture.is_concept()) {
        if let Target::External(_) = subject.library.resolve(subject.document, picture.target) {
            let help = "Put the file beside the text, if its licence allows it, and give its path.";
            reporter.add(picture.target_span, "this picture is on another site", help);
        }
    }
}
