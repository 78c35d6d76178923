//! Which findings stand in `baseline.yaml`, and which of its entries nothing breaks any more.
//!
//! In: the entries, then findings as they come up. Out: a finding that may still stand is a note that knows who mends it and by when; one
//! that is overdue keeps its weight and says so. What can never be allowed is no entry, written by hand or not.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::ledger::Looked;
use super::never::never;
use super::rules::allowance::Written;
use crate::baseline::{self, Baseline, Entry};
use crate::count::counted;
use crate::digest::Digest;
use crate::finding::{Debt, Finding, Place, Severity};

/// The file, the rule and the words of a place.
type Key = (String, String, Digest);

/// At which bytes something was found, and how often there.
type Places = HashMap<u32, u32>;

/// The entries of a site, and what was found of them so far.
#[derive(Debug, Default)]
pub struct Debts {
    baseline: Arc<Baseline>,
    /// Which entry each key is; of two alike the first.
    of_keys: HashMap<Key, usize>,
    /// What was found of each entry.
    found: Vec<Places>,
    /// Whether each entry repeats one before it, which is told when the file is read.
    is_twice: Vec<bool>,
    /// Whether each entry is of a draft that is left out, where nothing was looked for.
    left_out: Vec<bool>,
    /// What is no entry, where everything is looked at.
    new: BTreeMap<Key, Places>,
}

impl Debts {
    /// The entries of a site. `is_left_out` says of which files nothing is known.
    pub fn new(baseline: &Arc<Baseline>, is_left_out: impl Fn(&str) -> bool) -> Self {
        let mut of_keys = HashMap::new();
        let (mut left_out, mut is_twice) = (Vec::new(), Vec::new());
        for (at, entry) in baseline.entries().iter().enumerate() {
            left_out.push(is_left_out(&entry.file));
            let key = (entry.file.clone(), entry.rule.clone(), entry.place.clone());
            is_twice.push(of_keys.contains_key(&key));
            if never(&entry.rule).is_none() {
                of_keys.entry(key).or_insert(at);
            }
        }
        Self {
            of_keys,
            is_twice,
            left_out,
            found: vec![Places::new(); baseline.entries().len()],
            baseline: baseline.clone(),
            new: BTreeMap::new(),
        }
    }

    /// Whether no finding can be an entry, nor become one.
    pub fn is_empty(&self) -> bool {
        self.of_keys.is_empty() && self.baseline.records().is_none()
    }

    /// Marks the findings that are entries.
    pub fn mark(&mut self, findings: &mut [Finding]) {
        if self.is_empty() {
            return;
        }
        let open = |finding: &&mut Finding| finding.debt().is_none() && finding.severity > Severity::Note;
        for finding in findings.iter_mut().filter(open) {
            if never(finding.rule).is_none() {
                self.mark_one(finding);
            }
        }
    }

    fn mark_one(&mut self, finding: &mut Finding) {
        let mut key = (finding.place.path().to_owned(), finding.rule.to_owned(), baseline::digest(finding));
        // A fault that the text has too is one fault, and one entry is enough for it.
        if let Some(name) = finding.rule.strip_prefix("html/") {
            let of_text = (key.0.clone(), format!("a11y/{name}"), key.2.clone());
            if self.of_keys.contains_key(&of_text) || self.new.contains_key(&of_text) {
                key = of_text;
            }
        }
        let offset = match &finding.place {
            Place::Source(_, span) => span.start,
            Place::Byte(_, at) => *at,
            Place::Unquoted(place) => place.byte,
            Place::File(_) => 0,
        };
        // A fault of a text shows on several pages and in books, and is one.
        let times = 1 + finding.more;
        let of_key = self.of_keys.get(&key).copied();
        if let Some((at, entry)) = of_key.and_then(|at| Some((at, self.baseline.entries().get(at)?)))
            && let Some(found) = self.found.get_mut(at)
        {
            let sum: u32 = found.iter().filter(|(known, _)| **known != offset).map(|(_, times)| times).sum();
            if sum.saturating_add(times) <= entry.count {
                found.insert(offset, times);
                owe(finding, entry, self.baseline.is_overdue(entry));
                return;
            }
        }
        if self.baseline.records().is_some_and(|weight| finding.severity >= weight) {
            self.new.entry(key).or_default().insert(offset, times);
            finding.severity = Severity::Note;
        }
    }

    /// The entries that something breaks, each with the number of places.
    pub fn standing(&self) -> impl Iterator<Item = (&Entry, usize)> {
        let entries = self.baseline.entries().iter().zip(&self.found);
        entries.map(|(entry, found)| (entry, number(found) as usize)).filter(|(_, found)| *found > 0)
    }

    /// What is no entry: the file, the rule, the words of the place, and how often it was found.
    pub fn new_ones(&self) -> impl Iterator<Item = (&str, &str, &Digest, u32)> {
        self.new.iter().map(|((file, rule, place), found)| (&**file, &**rule, place, number(found)))
    }

    /// The entries with more places than something breaks, each with its number and how many places it still has.
    pub fn mended(&self, looked: Looked) -> impl Iterator<Item = (usize, &Entry, u32)> {
        let entries = self.baseline.entries().iter().zip(&self.found).enumerate();
        let left = entries.map(|(at, (entry, found))| (at, entry, number(found)));
        let looked_for =
            |at: usize| self.left_out.get(at) != Some(&true) && self.is_twice.get(at) != Some(&true);
        left.filter(move |(at, entry, left)| {
            looked_for(*at)
                && *left < entry.count
                && never(&entry.rule).is_none()
                && looked.is_enough_for(&entry.rule)
        })
    }

    /// What is wrong with the rules that entries name.
    pub fn wrong(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let Some(source) = self.baseline.source() else { return findings };
        for (at, entry) in self.baseline.entries().iter().enumerate() {
            let span = self.baseline.place(at, "rule");
            Written { rule: &entry.rule, reason: &entry.by, span }.judge(source, &mut findings);
        }
        // That nobody is named was said when the file was read.
        findings.retain(|finding| finding.rule != super::rules::allowance::WITHOUT_REASON.name);
        findings
    }

    /// Notes on the entries that nothing breaks any more.
    pub fn told_of_mended(&self, looked: Looked) -> Vec<Finding> {
        let Some(source) = self.baseline.source() else { return Vec::new() };
        let told = |(at, entry, left): (usize, &Entry, u32)| {
            let message = match left {
                0 => format!("nothing in {} breaks “{}” here any more", entry.file, entry.rule),
                left => format!(
                    "of {} in {} that break “{}”, {left} {} left",
                    counted(entry.count as usize, "place"),
                    entry.file,
                    entry.rule,
                    crate::count::is_or_are(left as usize)
                ),
            };
            Finding::note("baseline/mended", source, self.baseline.place(at, "rule"), message)
                .help("“curbcut baseline” takes out what is mended.")
        };
        self.mended(looked).map(told).collect()
    }
}

fn number(found: &Places) -> u32 {
    found.values().sum()
}

/// Makes a finding one that is to be mended later.
fn owe(finding: &mut Finding, entry: &Entry, overdue: bool) {
    let Entry { by, until, .. } = entry;
    let said = match overdue {
        true => format!(
            "It was to be mended by {until} ({by}): mend it, or agree on a later day in {}.",
            baseline::FILE
        ),
        false => format!("It stands in {} and is to be mended by {until} ({by}).", baseline::FILE),
    };
    finding.help = [&*finding.help, &said].join(if finding.help.is_empty() { "" } else { " " }).into();
    finding.owe(Debt { weight: finding.severity, by: by.as_str().into(), until: *until, overdue });
    if !overdue {
        finding.severity = Severity::Note;
    }
}
