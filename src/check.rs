//! The rules, run over a whole library.
//!
//! In: the library, with every text as a model that knows its bytes. Out: findings with file, line and column,
//! sorted. Changes nothing, and knows no template. Official texts meet the rules of structure and integrity only;
//! the rules of language are for easy-read texts.

#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

mod allow;
pub mod applicability;
mod debts;
mod designations;
mod digits;
mod elements;
mod events;
pub mod fix;
mod follow_ups;
pub(crate) mod front;
mod glossaries;
pub mod known;
pub mod leads;
mod ledger;
pub mod limits;
pub mod measure;
mod names;
pub mod never;
mod places;
pub mod prose;
mod reading;
mod readings;
mod recordings;
mod rule;
pub mod rules;
mod sections;
mod subject;
mod terms;
pub mod typography;
pub mod vocabulary;
mod wording;

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

pub use allow::Allowance;
pub use applicability::TestTargets;
pub use debts::Debts;
pub use ledger::{Ledger, Looked};
pub use measure::{Measures, measures};
pub use rule::{Applies, Reporter, Rule, is_given};
pub use subject::{Subject, numbered};

use crate::document::Document;
use crate::finding::{self, Finding, Place};
use crate::library::Library;
use crate::source::{Source, Span};

/// What the rules say of a library.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong, sorted. An allowance that hides nothing is not among it before all was looked at: [`Ledger::unused`].
    pub findings: Vec<Finding>,
    /// What is allowed, and what of it was found.
    pub ledger: Ledger,
    /// What there was for the rules to judge.
    pub judged: TestTargets,
    /// How many texts were checked.
    pub texts: usize,
}

/// Runs every rule over every text, and reports what is wrong with the texts alone.
pub fn check(library: &Library) -> Vec<Finding> {
    let Checked { mut findings, mut ledger, .. } = run(library);
    findings.extend(ledger.unused(Looked::default()));
    finding::sort(&mut findings);
    findings
}

/// Runs every rule over every text, and notes what else is reported of them.
pub fn run(library: &Library) -> Checked {
    let subjects: Vec<Subject<'_>> = Subject::all(library);
    // A subject remembers much of its text while the rules look at it; it is dropped as soon as they have.
    let outcomes: Vec<Outcome> = subjects.into_par_iter().map(one).collect();
    let mut checked = Checked { texts: outcomes.len(), ..Checked::default() };
    let mut allowances = Vec::new();
    for outcome in outcomes {
        allowances.push(outcome.allowances);
        checked.judged = checked.judged.with(outcome.judged);
        checked.findings.extend(outcome.findings);
    }
    checked.ledger = Ledger::new(library, allowances);
    if !library.config.check.allow.is_empty() {
        checked.judged.add(applicability::TestTarget::Allowance);
    }
    glossaries::check(library, &mut checked.findings);
    readings::without_text(library, &mut checked.findings);
    follow_ups::check(library, &mut checked.findings);
    checked.ledger.hide(&mut checked.findings, &[]);
    checked.findings.extend(checked.ledger.wrong());
    finding::sort(&mut checked.findings);
    checked
}

/// Runs every rule over one text of the library.
pub fn text(library: &Library, document: &Document) -> Vec<Finding> {
    let Outcome { mut findings, allowances, .. } = one(Subject::of(library, document));
    let mut ledger = Ledger::new(library, [allowances]);
    ledger.hide(&mut findings, &[]);
    findings.extend(ledger.wrong());
    findings.extend(ledger.unused(Looked::default()));
    let of_site = [crate::config::FILE, crate::baseline::FILE];
    findings.retain(|finding| !of_site.contains(&finding.place.path()));
    findings
}

/// What the texts and `book.toml` allow, for what is found in a page of these texts.
pub fn allowances(library: &Library, documents: &[&Document]) -> Ledger {
    let read = |document: &&Document| (document.source.clone(), allow::read(document));
    Ledger::new(library, documents.iter().map(read))
}

/// What the rules say of one text.
struct Outcome {
    findings: Vec<Finding>,
    allowances: (Arc<Source>, Vec<Allowance>),
    judged: TestTargets,
}

/// Runs every rule that applies over one text.
fn one(subject: Subject<'_>) -> Outcome {
    let mut findings = Vec::new();
    for rule in rules::RULES.iter().filter(|rule| rule.applies.to(subject.document)) {
        (rule.check)(&subject, &mut Reporter::new(rule, &subject.document.source, &mut findings));
    }
    yield_to_others(&mut findings);
    // No allowance holds for records: they say what people did.
    if let (Some(work), Some(_)) = (subject.work, subject.official()) {
        readings::of_work(subject.library, work, &mut findings);
    }
    if let Some(work) = subject.work.filter(|work| std::ptr::eq(&*work.official, subject.document)) {
        events::check(subject.library, work, &mut findings);
    }
    let judged = TestTargets::of(&subject);
    Outcome { findings, judged, allowances: (subject.document.source.clone(), subject.allowances) }
}

/// Rules that judge a word by its form alone.
const BY_FORM: [&str; 2] = ["easy-read/abbreviation", "easy-read/unknown-word"];

/// Where another rule names the same word, it says more, and the rule that only saw its form is silent.
fn yield_to_others(findings: &mut Vec<Finding>) {
    let span = |finding: &Finding| match &finding.place {
        Place::Source(_, span) => *span,
        Place::File(_) | Place::Byte(..) | Place::Unquoted(..) => Span::default(),
    };
    let by_form = |finding: &Finding| BY_FORM.contains(&finding.rule);
    let named: HashSet<Span> = findings.iter().filter(|finding| !by_form(finding)).map(span).collect();
    findings.retain(|finding| !by_form(finding) || !named.contains(&span(finding)));
}
