//! An official paragraph that nothing explains.

use std::cell::LazyCell;
use std::collections::HashMap;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage::{self, Coverage, Handling};
use crate::document::Document;
use crate::finding::Severity;
use crate::source::Span;

/// `easy-read/uncovered`
pub static RULE: Rule = Rule {
    name: "easy-read/uncovered",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "coverage map of the official paragraphs (derived)",
    docs: include_str!("uncovered.md"),
    check,
};

/// How many characters of the paragraph the message shows.
const SHOWN: usize = 20;

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let (Some(work), Some(official)) = (subject.work, subject.official()) else { return };
    // Sections without words name paragraphs that they do not explain.
    let named = LazyCell::new(|| named(subject.document));
    // The heading after whose section the missing one belongs.
    let mut place = Span::from(0..3);
    for required in Coverage::of(work).required {
        match required.handling {
            Handling::Covered(sections) => {
                place = sections.last().and_then(|&at| heading(subject.document, at)).unwrap_or(place);
            }
            Handling::LeftOut(_) => {}
            Handling::Missing => {
                let words = beginning(official, required.span);
                let line = official.source.position(required.span.start).line;
                let named = named.get(&*required.id).copied();
                let to_do = match named {
                    Some(_) => "Write the section here that names it: it holds no sentence yet.".to_owned(),
                    None => format!(
                        "Explain it in a section with {{covers={}}}, or name it under “left-out” with the reason.",
                        required.id
                    ),
                };
                let message = format!("nothing explains “{}” of the official text: {words}", required.id);
                let help = format!("{to_do} It stands at {}:{line}.", official.source.path());
                reporter.add(named.unwrap_or(place), message, help);
            }
        }
    }
}

/// Where each paragraph is named.
fn named(document: &Document) -> HashMap<&str, Span> {
    let covers = coverage::sections(document).iter().flat_map(|section| &section.covers);
    covers.map(|covers| (&*covers.id, covers.span)).collect()
}

fn heading(document: &Document, section: usize) -> Option<Span> {
    Some(coverage::sections(document).get(section)?.heading.as_ref()?.span)
}

fn beginning(official: &Document, span: Span) -> String {
    let line = official.source.slice(span).lines().next().unwrap_or_default();
    let words =
        line.trim_start_matches(|c: char| c.is_numeric() || "#. )．、）".contains(c)).replace("**", "");
    let mut shown: String = words.chars().take(SHOWN).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}
