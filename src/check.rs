//! The rules, run over a whole library.
//!
//! In: the library, with every text as a model that knows its bytes. Out: findings with file, line and column,
//! sorted. Changes nothing, and knows no template. Official texts meet the rules of structure and integrity only;
//! the rules of language are for easy-read texts.

mod allow;
mod designations;
mod digits;
mod elements;
pub mod fix;
mod front;
mod glossaries;
pub mod judged;
pub mod limits;
pub mod measure;
mod names;
pub mod pack;
mod places;
pub mod prose;
mod ranges;
mod reading;
mod readings;
mod rule;
pub mod rules;
pub mod segment;
pub mod slips;
mod subject;
mod terms;
pub mod vocabulary;
mod wording;

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

pub use allow::Allowance;
pub use judged::Judged;
pub use measure::{Measures, measures};
pub use rule::{Applies, Found, Rule};
pub use subject::Subject;

use crate::document::Document;
use crate::finding::{self, Finding, Place};
use crate::library::Library;
use crate::source::Span;
use rules::allowance;

/// What the rules say of a library.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong, sorted.
    pub findings: Vec<Finding>,
    /// How often each rule was broken and allowed to be.
    pub allowed: BTreeMap<&'static str, usize>,
    /// What there was for the rules to judge.
    pub judged: Judged,
    /// How many texts were checked.
    pub texts: usize,
}

/// Runs every rule over every text.
pub fn check(library: &Library) -> Vec<Finding> {
    run(library).findings
}

/// Runs every rule over every text, and takes down what else is told of them.
pub fn run(library: &Library) -> Checked {
    let subjects: Vec<Subject<'_>> = Subject::all(library);
    // A subject remembers much of its text while the rules look at it; it is dropped as soon as they have.
    let outcomes: Vec<Outcome> = subjects.into_par_iter().map(|subject| one(&subject)).collect();
    let mut used: HashSet<&'static str> = HashSet::new();
    let mut checked = Checked { texts: outcomes.len(), ..Checked::default() };
    for outcome in outcomes {
        used.extend(outcome.allowed_by_site);
        outcome.allowed.into_iter().for_each(|rule| *checked.allowed.entry(rule).or_default() += 1);
        checked.judged = checked.judged.with(outcome.judged);
        checked.findings.extend(outcome.findings);
    }
    if !library.config.check.allow.is_empty() {
        checked.judged.add(judged::Thing::Allowance);
    }
    glossaries::check(library, &mut checked.findings);
    readings::without_text(library, &mut checked.findings);
    allowance::of_site(&library.config, &used, &mut checked.findings);
    finding::sort(&mut checked.findings);
    checked
}

/// Runs every rule over one text of the library.
pub fn text(library: &Library, document: &Document) -> Vec<Finding> {
    one(&Subject::of(library, document)).findings
}

/// What the rules say of one text.
struct Outcome {
    findings: Vec<Finding>,
    /// Rules that `book.toml` allows and this text breaks.
    allowed_by_site: HashSet<&'static str>,
    /// The rule of every finding that is allowed.
    allowed: Vec<&'static str>,
    judged: Judged,
}

/// Runs every rule that applies over one text and takes out what is allowed.
fn one(subject: &Subject<'_>) -> Outcome {
    let mut findings = Vec::new();
    for rule in rules::RULES.iter().filter(|rule| rule.applies.to(subject.document)) {
        (rule.check)(subject, &mut Found::new(rule, &subject.document.source, &mut findings));
    }
    yield_to_others(&mut findings);
    let mut used = vec![false; subject.allowances.len()];
    let (mut allowed_by_site, mut allowed) = (HashSet::new(), Vec::new());
    let lookup = allow::Lookup::new(&subject.allowances);
    let of_site = &subject.library.config.check.allow;
    findings.retain(|finding| {
        let by_text = lookup.of(finding);
        if let Some(at) = by_text {
            used[at] = true;
        }
        let by_site =
            of_site.iter().any(|(rule, reason)| rule.get_ref() == finding.rule && !reason.trim().is_empty());
        if by_site {
            allowed_by_site.insert(finding.rule);
        }
        let stays = by_text.is_none() && !by_site;
        if !stays {
            allowed.push(finding.rule);
        }
        stays
    });
    allowance::of_text(subject, &used, &mut findings);
    // No allowance holds for records: they say what people did.
    if let (Some(work), Some(_)) = (subject.work, subject.official()) {
        readings::of_work(subject.library, work, &mut findings);
    }
    Outcome { findings, allowed_by_site, allowed, judged: Judged::of(subject) }
}

/// Rules that judge a word by its form alone.
const BY_FORM: [&str; 2] = ["easy-read/abbreviation", "easy-read/unknown-word"];

/// Where another rule names the same word, it says more, and the rule that only saw its form is silent.
fn yield_to_others(findings: &mut Vec<Finding>) {
    let span = |finding: &Finding| match &finding.place {
        Place::Source(_, span) => *span,
        Place::File(_) | Place::Byte(..) => Span::default(),
    };
    let by_form = |finding: &Finding| BY_FORM.contains(&finding.rule);
    let named: HashSet<Span> = findings.iter().filter(|finding| !by_form(finding)).map(span).collect();
    findings.retain(|finding| !by_form(finding) || !named.contains(&span(finding)));
}
