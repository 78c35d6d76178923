//! What `book.toml` claims of conformance, against what is known not to conform.
//!
//! In: the library, and the errors that were allowed. Out: a finding for each claim that `baseline.yaml` or an allowance contradicts.

use std::collections::BTreeMap;

use crate::baseline;
use crate::config::accessibility::Compliance;
use crate::count::counted;
use crate::evidence;
use crate::finding::Finding;
use crate::formats::DOWNLOADS;
use crate::library::Library;
use crate::source::{Source, Span};

/// Finds claims that are not true. `allowed` are the errors of each rule that were allowed.
pub fn check(library: &Library, allowed: &BTreeMap<&'static str, usize>, findings: &mut Vec<Finding>) {
    let config = &library.config;
    let entries = library.baseline.entries().iter().map(|entry| (entry, entry.count as usize));
    let fails = |debt: &evidence::KnownDebt| debt.criterion.is_some_and(|criterion| criterion.level != "AAA");
    let listed: usize =
        evidence::by_criterion(entries).iter().filter(|debt| fails(debt)).map(|debt| debt.places).sum();
    let allowed = evidence::allowed_failures(allowed);
    let Some(source) = config.check.source.as_ref().filter(|_| listed + allowed > 0) else { return };
    let listed_there = (listed > 0).then(|| format!("{} in {}", counted(listed, "place"), baseline::FILE));
    let that_are_allowed = (allowed > 0).then(|| counted(allowed, "allowed place"));
    let known: Vec<String> = listed_there.into_iter().chain(that_are_allowed).collect();
    let (known, fail) = (known.join(" and "), if listed + allowed == 1 { "fails" } else { "fail" });
    let help = match allowed {
        0 => "Mend them and run “curbcut baseline”, or claim less.",
        _ => "Mend them and take out the allowances, or claim less: a reason does not make them conform.",
    };
    let full = config.accessibility.assessment.as_ref().filter(|made| made.status == Compliance::Full);
    let of_site = full.map(|_| ("status", "that the site conforms in full"));
    let of_books = DOWNLOADS.iter().filter_map(|format| format.claim(config));
    for (key, claim) in of_site.into_iter().chain(of_books) {
        let message = format!("“{key}” says {claim}, but {known} {fail} WCAG 2.2 at level A or AA");
        findings.push(Finding::error("baseline/claim", source, value(source, key), message).help(help));
    }
}

/// Where the value of a key stands.
fn value(source: &Source, key: &str) -> Span {
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let value = line.trim_start().strip_prefix(key).and_then(|rest| rest.trim_start().strip_prefix('='));
        if let Some(value) = value {
            let from = start + line.len() - value.trim_start().len();
            return Span::from(from..from + value.trim().len());
        }
        start += line.len();
    }
    Span::point(0)
}
