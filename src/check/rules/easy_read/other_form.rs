//! Another name for a thing that has one.

use std::ops::Range;

use crate::check::pack::is_whole_word;
use crate::check::wording::titles;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/other-form`
pub static RULE: Rule = Rule {
    name: "easy-read/other-form",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.3 Unusual Words"),
    source: "Inclusion Europe, Information for all (2009), rule 9: the same word for the same thing; Japanese easy-read guideline (2015)",
    docs: include_str!("../../../../tests/rules/easy-read/other-form.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(glossary) = subject.glossary() else { return };
    for line in subject.lines() {
        let titles = titles(&line.text, &subject.pack.titles);
        let mut hidden: Vec<Range<usize>> =
            glossary.uses(&line.text).iter().map(|word| word.start..word.end).collect();
        hidden.extend(titles);
        for term in &glossary.terms {
            let longer = glossary
                .terms
                .iter()
                .filter(|other| other.term != term.term)
                .flat_map(|other| &other.official);
            for form in term.avoid.iter().filter(|form| !form.is_empty()) {
                for (at, _) in line.text.match_indices(form.as_str()) {
                    let place = at..at + form.len();
                    let inside = |outer: &Range<usize>| outer.start <= place.start && place.end <= outer.end;
                    let named = || longer.clone().any(|name| covers(&line.text, name, &place));
                    if is_whole_word(&line.text, place.clone()) && !hidden.iter().any(inside) && !named() {
                        let message = format!("“{form}” is called “{}” in these texts", term.term);
                        found.add(line.span(place), message, format!("Write “{}”.", term.term));
                    }
                }
            }
        }
    }
}

/// Whether a longer name stands around the place.
fn covers(text: &str, name: &str, place: &Range<usize>) -> bool {
    name.len() > place.len()
        && text.match_indices(name).any(|(at, _)| at <= place.start && place.end <= at + name.len())
}
