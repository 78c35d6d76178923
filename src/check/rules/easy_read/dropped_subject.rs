//! Sentences that begin with the verb of a resolution and do not say who acts.

use crate::check::prose::Role;
use crate::check::{Applies, Reporter, Rule, Subject, wording};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/dropped-subject`
pub static RULE: Rule = Rule {
    name: "easy-read/dropped-subject",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Japanese easy-read guideline (2015): do not drop the subject; the verbs are those of resolutions (derived)",
    docs: include_str!("dropped_subject.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let lines = wording::hits(subject, "dropped-subject");
    // The line before a list gives the subject of its items.
    for (line, hits) in lines.filter(|(line, _)| line.role == Role::Words) {
        for hit in hits {
            let verb = slice(line.text, hit.range.clone());
            let message = format!("the sentence begins with “{verb}” and does not say who acts");
            reporter.add(line.span(hit.range), message, "Begin with who does it.");
        }
    }
}
