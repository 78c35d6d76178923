//! Words or pictures of an official text that changed since it was sealed.

use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::finding::Severity;
use crate::seal::{self, Seal};

/// `official/changed`
pub static RULE: Rule = Rule {
    name: "official/changed",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: None,
    source: "UN practice: official documents are corrected by a corrigendum only; the seal is derived",
    docs: include_str!("changed.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let (key, message) = match seal::state(subject.library, subject.document) {
        Seal::Broken => {
            (seal::KEY, "the words or numbers of this official text are not those that were sealed")
        }
        Seal::OtherPictures => {
            (seal::PICTURES, "the pictures of this official text are not those that were sealed")
        }
        Seal::WithoutWords => (
            seal::PICTURES,
            "the pictures of this official text are sealed and its words are not: “digest:” is missing",
        ),
        Seal::Missing | Seal::Unreadable | Seal::Holds | Seal::WithoutPictures => return,
    };
    let help = "Compare it with the official document and put back what was changed. If the change is right, \
                seal it again with “curbcut seal --force”.";
    reporter.add(front::value(subject.document, key), message, help);
}
