//! What stands today and is to be mended later: `baseline.yaml`, at the site's root.
//!
//! In: the file, which `curbcut baseline` writes and which is kept with the sources. Out: its entries: which finding in which file, who
//! mends it and by when. A place is known by the words that stand there, so an entry holds when lines move. Refused: a file that is no
//! such list, which is a finding and counts for nothing.

mod edit;
mod place;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::day::Today;
use crate::digest::Digest;
use crate::finding::{Finding, Severity};
use crate::front_matter::{at_error, find_cut_values, is_too_deep};
use crate::misfit::date;
use crate::source::{Source, Span};

pub use edit::{CannotEdit, Edit};
pub use place::digest;

/// The name of the file.
pub const FILE: &str = "baseline.yaml";

/// The name of what is wrong with the file.
pub const WRONG: &str = "baseline/wrong";

/// Findings of one rule in one file whose places have the same words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    expecting = "its parts: {rule: …, file: …, place: blake3:…, date: 2026-11-21, by: …, until: 2027-06-30}"
)]
pub struct Entry {
    /// The rule that is broken.
    pub rule: String,
    /// The file, relative to the site's root.
    pub file: String,
    /// The digest of the words at the place.
    pub place: Digest,
    /// At how many places with these words it is broken.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub count: u32,
    /// The day on which it was written down.
    #[serde(deserialize_with = "date")]
    pub date: Date,
    /// Who mends it.
    pub by: String,
    /// The last day on which it may stand.
    #[serde(deserialize_with = "date")]
    pub until: Date,
}

fn once() -> u32 {
    1
}

fn is_once(count: &u32) -> bool {
    *count == once()
}

/// What the file says.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    entries: Vec<Entry>,
    /// Where the lines of each entry stand, where entries can be told apart.
    blocks: Vec<Range<usize>>,
    /// The file; none where there is none.
    source: Option<Arc<Source>>,
    /// The day of the build.
    today: Today,
    /// What weighs this much or more and is no entry is written down and stops nothing: “curbcut baseline” looks at everything.
    recording: Option<Severity>,
}

impl Baseline {
    /// Reads the file; one that cannot be read counts for nothing and is a finding.
    pub fn read(source: &Arc<Source>, today: Today, findings: &mut Vec<Finding>) -> Self {
        let none = || Self { source: Some(source.clone()), today, ..Self::default() };
        let is_empty = |line: &str| line.trim().is_empty() || line.starts_with('#');
        if source.text().lines().all(is_empty) {
            return none();
        }
        let whole = Span::from(0..source.text().len());
        if is_too_deep(source, whole, findings) {
            return none();
        }
        find_cut_values(source, whole, findings);
        match serde_yaml::from_str::<Vec<Entry>>(source.text()) {
            Ok(entries) => {
                let mut blocks = edit::blocks(source.text());
                if blocks.len() != entries.len() {
                    blocks.clear();
                }
                let baseline = Self { entries, blocks, ..none() };
                baseline.judge(source, findings);
                baseline
            }
            Err(error) => {
                let finding = at_error(WRONG, source, whole, &error);
                let help = format!("{} “curbcut baseline” writes this file.", finding.help);
                findings.push(finding.help(help));
                none()
            }
        }
    }

    /// What is wrong with single values.
    fn judge(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let mut seen = HashSet::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let mut wrong = |key: &str, message: &str, help: &str| {
                findings.push(Finding::error(WRONG, source, self.place(at, key), message).help(help));
            };
            if entry.by.trim().is_empty() {
                wrong("by", "nobody is named who mends this", "Write after “by:” who mends it.");
            }
            if entry.count == 0 {
                wrong("count", "an entry for no place", "Take the entry out.");
            }
            if entry.until < entry.date {
                let help = "Write after “until:” the last day on which it may stand.";
                wrong("until", "it was to be mended before it was written down", help);
            }
            if !seen.insert((&entry.rule, &entry.file, &entry.place)) {
                let help = "Keep one of the two, and write the sum after “count:”.";
                wrong("rule", "this entry stands here a second time", help);
            }
        }
    }

    /// The same, for looking at everything: what weighs this much or more stops nothing.
    #[must_use]
    pub fn recording(&self, weight: Severity) -> Self {
        Self { recording: Some(weight), ..self.clone() }
    }

    /// What is written down if it is no entry yet.
    pub fn records(&self) -> Option<Severity> {
        self.recording
    }

    /// The entries, as the file orders them.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The file.
    pub fn source(&self) -> Option<&Arc<Source>> {
        self.source.as_ref()
    }

    /// Whether an entry should have been mended by now.
    pub fn is_overdue(&self, entry: &Entry) -> bool {
        self.today.is_over(entry.until)
    }

    /// Where the value of a key of an entry stands; its first line, if it is written otherwise.
    pub fn place(&self, at: usize, key: &str) -> Span {
        let Some(source) = &self.source else { return Span::default() };
        let Some(block) = self.blocks.get(at) else { return Span::point(0) };
        let mut start = block.start;
        for line in source.text().get(block.clone()).unwrap_or_default().split_inclusive('\n') {
            let item = line.trim_start_matches(['-', ' ']);
            if let Some(value) = item.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
                let from = start + line.len() - value.trim_start().len();
                return Span::from(from..from + value.trim().len());
            }
            start += line.len();
        }
        Span::point(block.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &str = "blake3:0123456789abcdef0123456789abcdef";

    fn read(text: &str) -> (Baseline, Vec<String>) {
        let mut findings = Vec::new();
        let baseline =
            Baseline::read(&Arc::new(Source::new(FILE, text.to_owned())), Today::default(), &mut findings);
        let told = findings.iter().map(|finding| {
            let at = finding.place.position();
            format!("{}:{} {}", at.line, at.column, finding.message)
        });
        (baseline, told.collect())
    }

    fn entry(changed: &str) -> String {
        let mut lines = [
            "rule: a11y/missing-alt".to_owned(),
            "file: content/甲/index.md".to_owned(),
            format!("place: {PLACE}"),
            "date: 2026-11-30".to_owned(),
            "by: 易读组".to_owned(),
            "until: 2027-06-30".to_owned(),
        ];
        let key = changed.split(':').next().unwrap();
        let line = lines.iter_mut().find(|line| line.starts_with(key)).unwrap();
        *line = changed.to_owned();
        format!("- {}\n", lines.join("\n  "))
    }

    #[test]
    fn an_entry_is_read_and_one_that_is_wrong_is_told_at_its_place() {
        let (baseline, told) = read(&format!("# 欠账\n{}", entry("by: 易读组")));
        assert_eq!((baseline.entries().len(), told.len()), (1, 0));
        assert_eq!(baseline.entries()[0].count, 1);
        for (changed, expected) in [
            ("by: \"\"", "5:7 nobody is named who mends this"),
            ("until: 2026-01-01", "6:10 it was to be mended before it was written down"),
            ("until: 明年", "6:10 “until” must be a date, but here stands “明年”"),
            ("place: abc", "3:10 “abc” is not a digest; it is “blake3:” and 32 digits 0-9, a-f"),
        ] {
            assert_eq!(read(&entry(changed)).1, [expected], "{changed}");
        }
        let (_, told) = read("rule: a11y/missing-alt\n");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(read("").1.is_empty() && read("# 没有了\n").1.is_empty());
    }

    #[test]
    fn an_entry_stands_once() {
        let (_, told) = read(&[entry("by: 甲"), entry("by: 乙")].concat());
        assert_eq!(told, ["7:9 this entry stands here a second time"]);
    }
}
