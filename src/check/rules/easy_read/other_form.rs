//! Another name for a thing that has one.

use crate::check::pack::is_whole_word;
use crate::check::ranges::Ranges;
use crate::check::wording;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;
use crate::glossary::{Glossary, Term};

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
        let named = wording::named(line, subject);
        for term in &glossary.terms {
            // Names of other things, looked up when a form is met.
            let mut others: Option<Ranges> = None;
            for form in term.avoid.iter().filter(|form| !form.is_empty()) {
                for (at, _) in line.text.match_indices(form.as_str()) {
                    let place = at..at + form.len();
                    if !is_whole_word(&line.text, place.clone()) || named.hold(&place) {
                        continue;
                    }
                    let others = others.get_or_insert_with(|| other_names(glossary, term, &line.text));
                    if !others.hold(&place) {
                        let message = format!("“{form}” is called “{}” in these texts", term.term);
                        found.add(line.span(place), message, format!("Write “{}”.", term.term));
                    }
                }
            }
        }
    }
}

/// Where the text gives official names of other things, if they are longer than every form of this one.
fn other_names(glossary: &Glossary, term: &Term, text: &str) -> Ranges {
    let longest = term.avoid.iter().map(String::len).max().unwrap_or(0);
    let others =
        glossary.terms.iter().filter(|other| other.term != term.term).flat_map(|other| &other.official);
    let longer = others.filter(|name| name.len() > longest);
    longer.flat_map(|name| text.match_indices(name.as_str()).map(|(at, _)| at..at + name.len())).collect()
}
