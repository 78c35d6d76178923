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
use crate::library::Library;
use crate::misfit::nearest_of;
use crate::parse;
use crate::source::Source;

use count::Counts;
use fill::Filled;

pub use fill::asks;

/// The key by which a text says on which collection it reports.
const KEY: &str = "reports-on";

/// Puts what the program counts into the texts that report on a collection.
pub fn fill(library: &mut Library, findings: &mut Vec<Finding>) {
    let reporting: Vec<Arc<Document>> = library
        .works
        .iter()
        .filter(|work| work.official.front.reports_on.is_some())
        .map(|work| work.official.clone())
        .collect();
    for official in reporting {
        let before = findings.len();
        let filled = filled(library, &official, findings);
        if findings.len() > before {
            continue;
        }
        for (role, text) in filled {
            let input =
                Input { source: text, role, slug: official.slug.clone(), lang: official.lang.clone() };
            let (document, found) = parse::parse(&input, &library.language_data);
            findings.extend(found);
            library.replace(Arc::new(document));
        }
    }
}

/// The texts of a report, filled.
fn filled(library: &Library, official: &Document, findings: &mut Vec<Finding>) -> Vec<(Role, Arc<Source>)> {
    let Some(asked) = &official.front.reports_on else { return Vec::new() };
    let place = key_place(&official.source, KEY);
    let folder = asked.collection.trim_matches('/');
    let wrong = |message: String, help: String| {
        Finding::error("collection/report", &official.source, place, message).help(help)
    };
    if library.collections.get(folder).and_then(|collection| collection.shape.as_ref()).is_none() {
        let known: Vec<&str> = library.collections.iter().map(|(folder, _)| folder).collect();
        findings.push(wrong(
            format!("“{folder}” is the folder of no collection"),
            nearest_of(folder, &known, "There are"),
        ));
        return Vec::new();
    }
    if asked.from.zip(asked.to).is_some_and(|(from, to)| to < from) {
        let help = "Write after “to:” the last day of which it speaks.".to_owned();
        findings.push(wrong("this report ends before it begins".to_owned(), help));
        return Vec::new();
    }
    let Some(counts) = Counts::of(library, folder, asked, &official.lang) else {
        let help = format!(
            "Write “_index.{}.md” in that folder, or this report in a language that the collection has.",
            official.lang
        );
        findings.push(wrong("the collection has no page in the language of this report".to_owned(), help));
        return Vec::new();
    };
    let easy = library.work(&official.slug, &official.lang).and_then(|work| work.easy_read.clone());
    let texts = std::iter::once(official).chain(easy.as_deref());
    let fill = |text: &Document| {
        let role = if text.version == Version::EasyRead { Role::EasyRead } else { Role::Official };
        let filled = Filled::of(text, &counts, place, findings);
        (role, Arc::new(filled.source(&text.source)))
    };
    texts.map(fill).collect()
}
