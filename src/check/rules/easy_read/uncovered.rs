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
            Handling::Missing(gaps) if gaps.is_empty() => {
                let named = named.get(&*required.id).copied();
                let to_do = match named {
                    Some(_) => "Write the section here that names it: it holds no sentence yet.".to_owned(),
                    None => to_do(&required.id),
                };
                let message = format!("nothing explains “{}” of the official text", required.id);
                let (message, help) = told(official, message, to_do, required.span);
                reporter.add(named.unwrap_or(place), message, help);
            }
            Handling::Missing(gaps) => {
                for gap in gaps {
                    let name = gap.id.as_deref().map_or("something".into(), |id| format!("“{id}”"));
                    let message =
                        format!("nothing explains {name} in “{}” of the official text", required.id);
                    let to_do = to_do(gap.id.as_deref().unwrap_or(&required.id));
                    let (message, help) = told(official, message, to_do, gap.span);
                    let named = gap.id.as_deref().and_then(|id| named.get(id)).copied();
                    reporter.add(named.unwrap_or(place), message, help);
                }
            }
        }
    }
}

fn to_do(id: &str) -> String {
    format!("Explain it in a section with {{covers={id}}}, or name it under “left-out” with the reason.")
}

/// The message with the first words of what is meant, and the help with its place.
fn told(official: &Document, message: String, to_do: String, span: Span) -> (String, String) {
    let words = beginning(official, span);
    let (file, at) = official.source.written(span);
    let line = file.position(at.start).line;
    (format!("{message}: {words}"), format!("{to_do} It stands at {}:{line}.", file.path()))
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
        line.trim_start_matches(|c: char| c.is_numeric() || "#-+*>. )．、）".contains(c)).replace("**", "");
    let mut shown: String = words.chars().take(SHOWN).collect();
    match shown.len() < words.len() {
        true => shown.push('…'),
        // A message ends without a full stop.
        false => shown.truncate(shown.trim_end_matches(['.', '。']).len()),
    }
    shown
}
