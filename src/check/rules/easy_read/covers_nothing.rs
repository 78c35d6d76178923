//! A heading that claims to explain a paragraph that is not there.

use crate::check::{Applies, Reporter, Rule, Subject, numbered};
use crate::coverage;
use crate::document::Document;
use crate::finding::Severity;

/// `easy-read/covers-nothing`
pub static RULE: Rule = Rule {
    name: "easy-read/covers-nothing",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: None,
    source: "coverage map of the official paragraphs (derived)",
    docs: include_str!("covers_nothing.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(official) = subject.official() else { return };
    let places = subject.official_places();
    let sections = coverage::sections(subject.document).iter();
    for part in sections.flat_map(|section| section.covers.iter().chain(&section.sums_up)) {
        if !places.contains_key(&*part.id) {
            let message = format!("the official text has no paragraph “{}”", part.id);
            reporter.add(part.span, message, help(official));
        }
    }
}

/// Which ids there are.
pub fn help(official: &Document) -> String {
    let last = numbered(official).filter(|paragraph| paragraph.id.annex == 0).last();
    match last.map(|last| (last.id.to_string(), last.id.part.is_of_act())) {
        Some((last, true)) => {
            format!(
                "Its articles are “art-1” to “{last}”; the second paragraph of the first is “art-1-2”, its point (a) “art-1-2-a”."
            )
        }
        Some((last, _)) => {
            format!("Its operative paragraphs are “op-1” to “{last}”; preambular ones begin with “pp-”.")
        }
        None => {
            "Give the heading there that id: ## words {#id}. What stands before the first heading is “p-0”."
                .to_owned()
        }
    }
}
