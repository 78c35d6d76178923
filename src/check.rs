//! The rules, run over a whole library.
//!
//! In: the library, with every text as a model that knows its bytes. Out: findings with file, line and column,
//! sorted. Changes nothing, and knows no template. Official texts meet the rules of structure and integrity only;
//! the rules of language are for easy-read texts.

mod front;
pub mod limits;
pub mod measure;
pub mod pack;
pub mod prose;
mod rule;
pub mod rules;
pub mod segment;
pub mod slips;
mod subject;
pub mod vocabulary;
mod wording;

use rayon::prelude::*;

pub use rule::{Applies, Found, Rule};
pub use subject::Subject;

use crate::finding::{self, Finding};
use crate::library::Library;

/// Runs every rule over every text.
pub fn check(library: &Library) -> Vec<Finding> {
    let subjects: Vec<Subject<'_>> = Subject::all(library);
    let mut findings: Vec<Finding> = subjects.par_iter().flat_map_iter(one).collect();
    finding::sort(&mut findings);
    findings
}

/// Runs every rule that applies over one text.
fn one(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules::RULES.iter().filter(|rule| rule.applies.to(subject.document.version)) {
        (rule.check)(subject, &mut Found::new(rule, &subject.document.source, &mut findings));
    }
    findings
}
