//! What is known not to meet a requirement and is to be mended later, by criterion of WCAG 2.2.
//!
//! In: entries of `baseline.yaml`, each with the number of places that still stand. Out: a number a criterion. A place that two rules find is
//! counted once. Errors that are allowed count for claims of conformance alone: a reason does not make them conform.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::audit;
use crate::audit::criteria::{self, CRITERIA, Criterion};
use crate::baseline::Entry;
use crate::check::{applicability, rules};
use crate::explain;

/// The places that do not meet one requirement.
#[derive(Debug, Clone, Copy)]
pub struct KnownDebt {
    /// The requirement; none for what only rules of this program ask for.
    pub criterion: Option<&'static Criterion>,
    /// How many they are.
    pub places: usize,
    /// The day by which the last of them is to be mended.
    pub until: Date,
}

/// Counts entries by criterion, in the order of WCAG; what has none comes last.
pub fn by_criterion<'e>(standing: impl IntoIterator<Item = (&'e Entry, usize)>) -> Vec<KnownDebt> {
    let mut cited = Cited::default();
    let mut counted: BTreeMap<usize, (BTreeMap<_, usize>, Date)> = BTreeMap::new();
    for (entry, places) in standing {
        for criterion in cited.of(&entry.rule) {
            let (by_place, until) = counted.entry(*criterion).or_insert((BTreeMap::new(), entry.until));
            let most = by_place.entry((&entry.file, &entry.place)).or_default();
            *most = places.max(*most);
            *until = entry.until.max(*until);
        }
    }
    let debt = |(criterion, (by_place, until)): (usize, (BTreeMap<_, usize>, Date))| KnownDebt {
        criterion: CRITERIA.get(criterion),
        places: by_place.values().sum(),
        until,
    };
    counted.into_iter().map(debt).collect()
}

/// How many allowed places fail WCAG 2.2 at level A or AA for certain. `errors` are those of each rule that were allowed; a fault that the
/// text and its page have is one.
pub fn allowed_failures(errors: &BTreeMap<&'static str, usize>) -> usize {
    let mut cited = Cited::default();
    let mut by_fault: BTreeMap<&str, usize> = BTreeMap::new();
    for (rule, places) in errors {
        let criteria = cited.of(rule).iter().filter_map(|criterion| CRITERIA.get(*criterion));
        if is_sure(rule) && criteria.into_iter().any(|criterion| criterion.level != "AAA") {
            let fault = rule.strip_prefix("html/").or_else(|| rule.strip_prefix("a11y/")).unwrap_or(rule);
            let most = by_fault.entry(fault).or_default();
            *most = (*places).max(*most);
        }
    }
    by_fault.values().sum()
}

/// Whether what a rule finds is so, and is no suspicion.
fn is_sure(rule: &str) -> bool {
    match audit::every_rule().find(|known| known.name == rule) {
        Some(of_pages) => !of_pages.is_heuristic(),
        None => {
            !rules::RULES.iter().any(|known| known.name == rule) || applicability::sure_of(rule).is_some()
        }
    }
}

/// Which criteria rules serve, as numbers in [`CRITERIA`]; its length for none.
#[derive(Default)]
struct Cited(BTreeMap<String, Vec<usize>>);

impl Cited {
    fn of(&mut self, rule: &str) -> &[usize] {
        self.0.entry(rule.to_owned()).or_insert_with(|| {
            let explained = explain::find(rule);
            let cited = explained.iter().flat_map(|one| [one.criterion, one.source]).flatten();
            let place = |criterion: &Criterion| {
                CRITERIA.iter().position(|known| known.number == criterion.number).unwrap_or(CRITERIA.len())
            };
            let mut places: Vec<usize> = cited.flat_map(criteria::named_in).map(place).collect();
            places.sort_unstable();
            places.dedup();
            if places.is_empty() { vec![CRITERIA.len()] } else { places }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_once_for_each_criterion() {
        let entry = |rule: &str, file: &str, until: &str| Entry {
            rule: rule.to_owned(),
            file: file.to_owned(),
            place: "blake3:0123456789abcdef0123456789abcdef".parse().unwrap(),
            count: 2,
            date: "2026-11-30".parse().unwrap(),
            by: "易读组".to_owned(),
            until: until.parse().unwrap(),
        };
        let entries = [
            entry("a11y/heading-jump", "甲", "2027-01-01"),
            entry("a11y/table-without-caption", "甲", "2027-03-01"),
            entry("a11y/heading-jump", "乙", "2027-02-01"),
            entry("config/menu", "book.toml", "2027-02-02"),
        ];
        let counted = by_criterion(entries.iter().map(|entry| (entry, 2)));
        let told: Vec<_> = counted
            .iter()
            .map(|debt| (debt.criterion.map(|one| one.number), debt.places, debt.until.to_string()))
            .collect();
        assert_eq!(told, [(Some("1.3.1"), 4, "2027-03-01".to_owned()), (None, 2, "2027-02-02".to_owned())]);
    }
}
