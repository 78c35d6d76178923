//! Paragraphs, and parts of annexes, that stand in one language of a resolution or an act alone.

mod annexes;

use std::collections::{HashMap, HashSet};

use super::number_gap::first_line;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::counted;
use crate::document::{Body, Document, Paragraph, ParagraphId, articles};
use crate::finding::Severity;
use crate::source::Span;

/// `official/numbers-differ`
pub static RULE: Rule = Rule {
    name: "official/numbers-differ",
    severity: Severity::Warning,
    applies: Applies::Numbered,
    criterion: None,
    source: "UN Editorial Manual: operative paragraphs are numbered from 1, alike in every language",
    docs: include_str!("numbers_differ.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let document = subject.document;
    let own: HashSet<&ParagraphId> = ids(document).into_iter().collect();
    let texts = subject.library.works_of(&document.slug);
    // Each language is compared with the main one, so that what it lacks is told once.
    let is_main = texts.first().is_some_and(|main| main.lang == document.lang);
    for other in texts.iter().take(if is_main { texts.len() } else { 1 }).map(|work| &work.official) {
        let others = ids(other);
        let lacks = others.iter().enumerate().filter(|(_, id)| !own.contains(*id));
        let lacks: Vec<(usize, &ParagraphId)> = lacks.map(|(at, id)| (at, *id)).collect();
        // A text in another form altogether is not this resolution.
        if !others.is_empty() && lacks.len() == others.len() {
            continue;
        }
        annexes(document, other, reporter);
        let Some((at, first)) = lacks.first() else { continue };
        let more = match lacks.len() {
            1 => String::new(),
            all => format!(", and {} more", counted(all - 1, "paragraph")),
        };
        let before = others.get(..*at).unwrap_or_default().iter().rev().find(|id| own.contains(*id));
        let file = other.source.path().rsplit('/').next().unwrap_or_default();
        let message = format!("paragraph {first} stands in {file}, and not here{more}");
        let help =
            "Compare both texts with the official document: one may have lost a paragraph or its number.";
        reporter.add(before.map_or(Span::from(0..3), |id| place(document, id)), message, help);
    }
}

/// What the annexes of another language have, and these do not.
fn annexes(document: &Document, other: &Document, reporter: &mut Reporter<'_>) {
    let (own, others) = (annexes::parts(document), annexes::parts(other));
    let known: HashMap<&annexes::Key, Span> = own.iter().map(|part| (&part.key, part.span)).collect();
    let lacks: Vec<usize> = others
        .iter()
        .enumerate()
        .filter(|(_, part)| !known.contains_key(&part.key))
        .map(|(at, _)| at)
        .collect();
    let Some((at, first)) = lacks.first().and_then(|at| Some((*at, others.get(*at)?))) else { return };
    let more = match lacks.len() {
        1 => String::new(),
        all => format!(", and {} more", counted(all - 1, "part")),
    };
    let file = other.source.path().rsplit('/').next().unwrap_or_default();
    let heading = other.plain(first.heading);
    let heading = heading.trim();
    let message = match first.key.number() {
        Some(number) => {
            format!(
                "number {number} under the heading “{heading}” of an annex stands in {file}, and not here{more}"
            )
        }
        None => format!("the heading “{heading}” of an annex stands in {file}, and not here{more}"),
    };
    let help = "Compare both annexes with the official document: one may have lost a part or its number.";
    let before =
        others.get(..at).unwrap_or_default().iter().rev().find_map(|part| known.get(&part.key).copied());
    let last = || paragraphs(document).last().map(|paragraph| paragraph.span);
    let span = before.or_else(last).map_or(Span::from(0..3), |span| first_line(document, span));
    reporter.add(span, message, help);
}

fn ids(document: &Document) -> Vec<&ParagraphId> {
    paragraphs(document).into_iter().map(|paragraph| &paragraph.id).collect()
}

/// All that has a number: of an act, its articles, paragraphs and points.
fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    match &document.body {
        Body::Resolution(resolution) => resolution.paragraphs(),
        Body::Flow(blocks) => articles(blocks).flat_map(Paragraph::and_inside).collect(),
        Body::EasyRead(_) => Vec::new(),
    }
}

/// The first line of a paragraph.
fn place(document: &Document, id: &ParagraphId) -> Span {
    let paragraph = paragraphs(document).into_iter().find(|paragraph| paragraph.id == *id);
    paragraph.map_or(Span::from(0..3), |paragraph| first_line(document, paragraph.span))
}
