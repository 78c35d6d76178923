//! Reports on a collection: texts that people write around what the program counts, such as the yearly annex to a report.
//!
//! In: a library whose texts name a collection under `reports-on`, and a stretch of time if they speak of one. Out: the same texts with the
//! lists and numbers that they ask for at their places, read like any text, so pages, books and plain texts have them. What no place asks for
//! follows at the end. Refused, with a finding at its place: a collection that is none, and a list or a number that there is not. Only public
//! entries are counted; of those that were taken down only how many they are.

mod count;
mod fill;

use std::sync::Arc;

use crate::content::{Input, Role};
use crate::document::{Document, Version};
use crate::finding::Finding;
use crate::front_matter::key_place;
use crate::library::{Library, Work};
use crate::misfit::nearest_of;
use crate::parse;
use crate::source::{Source, Span};

use count::Counts;
use fill::Filled;

pub use fill::asks;

/// The key by which a text says on which collection it reports.
const KEY: &str = "reports-on";

/// Puts what the program counts into the texts that report on a collection.
pub fn fill(library: &mut Library, findings: &mut Vec<Finding>) {
    let is_report = |work: &Work| work.official.front.reports_on.is_some();
    let of_report = |work: &&Work| library.works_of(&work.slug).iter().any(is_report);
    let reporting = library.works.iter().filter(of_report);
    let reporting: Vec<Vec<Arc<Document>>> = reporting
        .map(|work| std::iter::once(&work.official).chain(&work.easy_read).cloned().collect())
        .collect();
    for texts in reporting {
        for (text, source) in texts.iter().zip(filled(library, &texts, findings)) {
            let role = if text.version == Version::EasyRead { Role::EasyRead } else { Role::Official };
            let input =
                Input { source: Arc::new(source), role, slug: text.slug.clone(), lang: text.lang.clone() };
            let (document, found) = parse::parse(&input, &library.language_data);
            findings.extend(found);
            library.replace(Arc::new(document));
        }
    }
}

/// The texts of a report, filled; the first is the official one.
fn filled(library: &Library, texts: &[Arc<Document>], findings: &mut Vec<Finding>) -> Vec<Source> {
    let Some(official) = texts.first() else { return Vec::new() };
    let place = key_place(&official.source, KEY);
    let before = findings.len();
    let counts = counts(library, official, place, findings);
    let filled: Vec<Filled> = counts
        .iter()
        .flat_map(|counts| texts.iter().map(move |text| (text, counts)))
        .map(|(text, counts)| Filled::of(text, counts, place, findings))
        .collect();
    let filled = match findings.len() > before {
        // What is wrong is told; a place that nothing fills would be told again, as a link without words.
        true => texts.iter().map(|text| Filled::emptied(text)).collect(),
        false => filled,
    };
    texts.iter().zip(filled).map(|(text, filled)| filled.source(&text.source)).collect()
}

/// What a report counts; `None` where that cannot be, which is told.
fn counts<'a>(
    library: &'a Library,
    official: &'a Document,
    place: Span,
    findings: &mut Vec<Finding>,
) -> Option<Counts<'a>> {
    let Some(asked) = official.front.reports_on.as_ref() else {
        let message = "the same report in another language names a collection, and this text does not";
        let help = "Write “reports-on:” with the same collection and days here too.";
        findings.push(Finding::error("collection/report", &official.source, place, message).help(help));
        return None;
    };
    let folder = asked.collection.trim_matches('/');
    let (message, help) =
        if library.collections.get(folder).and_then(|collection| collection.shape.as_ref()).is_none() {
            let known: Vec<&str> = library.collections.iter().map(|(folder, _)| folder).collect();
            (format!("“{folder}” is the folder of no collection"), nearest_of(folder, &known, "There are"))
        } else if asked.from.zip(asked.to).is_some_and(|(from, to)| to < from) {
            let help = "Write after “to:” the last day of which it speaks.";
            ("this report ends before it begins".to_owned(), help.to_owned())
        } else if let Some(counts) = Counts::of(library, folder, asked, &official.lang) {
            return Some(counts);
        } else {
            let help = format!(
                "Write “_index.{}.md” in that folder, or this report in a language that the collection has.",
                official.lang
            );
            ("the collection has no page in the language of this report".to_owned(), help)
        };
    findings.push(Finding::error("collection/report", &official.source, place, message).help(help));
    None
}
