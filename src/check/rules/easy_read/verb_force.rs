//! An explanation that speaks less strongly, or more, than the official text.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::check::prose::Line;
use crate::check::{Applies, Reporter, Rule, Subject, leads, sections, wording};
use crate::coverage;
use crate::document::{Block, BlockKind, Body, Document, Paragraph, PartReference};
use crate::finding::Severity;
use crate::languages::{Begun, LanguageData};

/// `easy-read/verb-force`
pub static RULE: Rule = Rule {
    name: "easy-read/verb-force",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "United Nations Editorial Manual: the verbs of resolutions; the everyday words are derived",
    docs: include_str!("verb_force.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(official) = subject.official() else { return };
    let Body::Resolution(resolution) = &official.body else { return };
    if subject.language.verb_force.is_empty() {
        return;
    }
    let mut explained: HashMap<&str, Vec<(usize, &PartReference)>> = HashMap::new();
    for (section, covers) in coverage::explained(subject.document) {
        explained.entry(&covers.id).or_default().push((section, covers));
    }
    let opening = resolution.preamble.first().and_then(|paragraph| words(official, paragraph));
    let own = [official.front.body.clone(), opening].map(Option::unwrap_or_default).join(" ");
    let said = said(subject, &own);
    for paragraph in resolution.preamble.iter().chain(&resolution.operative) {
        let Some(verb) = verb(official, paragraph, subject.language) else { continue };
        // Several sections may share one paragraph out; the verb stands once.
        let mut names = Vec::new();
        gather_names(paragraph, &mut names);
        let sections: Vec<_> =
            names.iter().filter_map(|name| explained.get(name.as_str())).flatten().copied().collect();
        let is_said = |(section, _): &(usize, &PartReference)| {
            let reach: Range<usize> = coverage::reach(subject.document, *section);
            said.get(reach).unwrap_or_default().iter().any(|said| said.contains(&verb.number))
        };
        if let Some((_, first)) = sections.first().filter(|_| !sections.iter().any(is_said)) {
            let easy: Vec<String> = verb.easy.iter().map(|word| format!("“{word}”")).collect();
            let easy = easy.join(" or ");
            let message = format!(
                "“{}” begins with “{}”, and no section that explains it says {easy}",
                paragraph.id, verb.official
            );
            let help = format!("Say who speaks and how strongly: write {easy} here.");
            reporter.add(first.span, message, help);
        }
    }
}

/// The verbs that each section says for the body that `own` names, without the sections below it; what is in a title is the
/// name of something.
fn said(subject: &Subject<'_>, own: &str) -> Vec<BTreeSet<usize>> {
    let language = subject.language;
    let of_line = |line: &Line<'_>| {
        let mut words = line.text.to_owned();
        for title in wording::titles(line.text, &language.titles).into_iter().rev() {
            words.replace_range(title, " ");
        }
        language.verb_force.said(&words, own)
    };
    sections::lines(subject).iter().map(|lines| lines.iter().flat_map(of_line).collect()).collect()
}

/// The words that a paragraph begins with.
fn words(official: &Document, paragraph: &Paragraph) -> Option<String> {
    match paragraph.blocks.first() {
        Some(Block { kind: BlockKind::Paragraph(content), .. }) => Some(official.plain(content)),
        _ => None,
    }
}

/// The verb with which a paragraph begins.
fn verb<'l>(official: &Document, paragraph: &Paragraph, language: &'l LanguageData) -> Option<Begun<'l>> {
    let words = words(official, paragraph)?;
    leads::openings_after(&words, language, &language.verb_force.before)
        .find_map(|opening| language.verb_force.begun(|verb| opening.begins_with_word(verb)))
}

/// The names of a paragraph and of those in it.
fn gather_names(paragraph: &Paragraph, names: &mut Vec<String>) {
    names.push(paragraph.id.to_string());
    paragraph.children.iter().for_each(|child| gather_names(child, names));
}
