//! How the file changes: entries leave, lose places or come, and every other line stays as a person wrote it.

use std::ops::Range;

use super::{Baseline, Entry};
use crate::source::slice;

/// Begins a new file.
const HEAD: &str = "# What stood when this file was written, who mends it and by when. “curbcut baseline” takes out what is mended.\n";

/// What changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The entries that stay with fewer places, or leave with none, by their number.
    pub fewer: Vec<(usize, u32)>,
    /// The entries that come.
    pub new: Vec<Entry>,
}

/// The file is written in a way in which entries cannot be told apart.
#[derive(Debug, thiserror::Error)]
#[error(
    "baseline.yaml: its entries do not begin with “- ” in lines of their own, so none can be taken out; write them so"
)]
pub struct CannotEdit;

impl Edit {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.fewer.is_empty() && self.new.is_empty()
    }

    /// The file after the change.
    ///
    /// # Errors
    /// When an entry is to be changed and cannot be told from the others.
    pub fn apply(&self, baseline: &Baseline) -> Result<String, CannotEdit> {
        let text = baseline.source.as_ref().map_or(HEAD, |source| source.text());
        let blocks = &baseline.blocks;
        if blocks.len() != baseline.entries.len() && !(self.fewer.is_empty() && text.ends_with('\n')) {
            return Err(CannotEdit);
        }
        let mut out = String::with_capacity(text.len());
        out.push_str(slice(text, ..blocks.first().map_or(text.len(), |first| first.start)));
        for (at, block) in blocks.iter().enumerate() {
            let lines = slice(text, block.clone());
            match self.fewer.iter().find(|(entry, _)| *entry == at) {
                None => out.push_str(lines),
                // What a person wrote between two entries may be about the next.
                Some((_, 0)) => out.extend(lines.split_inclusive('\n').filter(|line| line.starts_with('#'))),
                Some((_, left)) => {
                    out.extend(lines.split_inclusive('\n').map(|line| with_count(line, *left)))
                }
            }
        }
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        if !self.new.is_empty() {
            out.push_str(&serde_yaml::to_string(&self.new).unwrap_or_default());
        }
        Ok(out)
    }
}

fn with_count(line: &str, left: u32) -> String {
    match line.find("count:").filter(|&at| slice(line, ..at).trim_matches(['-', ' ']).is_empty()) {
        Some(at) => format!("{}count: {left}\n", slice(line, ..at)),
        None => line.to_owned(),
    }
}

/// Where the lines of each entry stand, as the file orders them.
pub(super) fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("- ") {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Source;

    fn entry(file: &str, count: u32) -> Entry {
        Entry {
            rule: "a11y/missing-alt".to_owned(),
            file: file.to_owned(),
            place: "blake3:0123456789abcdef0123456789abcdef".parse().unwrap(),
            count,
            date: "2026-11-30".parse().unwrap(),
            by: "易读组".to_owned(),
            until: "2027-06-30".parse().unwrap(),
        }
    }

    #[test]
    fn what_a_person_wrote_stays_when_an_entry_leaves() {
        let mut findings = Vec::new();
        let new = Edit { new: vec![entry("甲.md", 3), entry("乙.md", 1)], ..Edit::default() };
        let text = new.apply(&Baseline::default()).unwrap();
        let text = text.replace(
            "- rule: a11y/missing-alt\n  file: 乙",
            "# 乙要先改\n- rule: a11y/missing-alt\n  file: 乙",
        );
        let baseline = Baseline::read(
            &Arc::new(Source::new("baseline.yaml", text)),
            crate::day::Today::default(),
            &mut findings,
        );
        assert!(findings.is_empty(), "{findings:?}");
        let fewer = Edit { fewer: vec![(0, 2)], ..Edit::default() }.apply(&baseline).unwrap();
        assert!(fewer.contains("  count: 2\n") && fewer.contains("# 乙要先改\n"), "{fewer}");
        let gone = Edit { fewer: vec![(0, 0)], new: vec![entry("丙.md", 1)] }.apply(&baseline).unwrap();
        assert!(gone.starts_with(HEAD) && gone.contains("# 乙要先改\n- rule"), "{gone}");
        assert!(!gone.contains("甲.md") && gone.contains("丙.md"), "{gone}");
    }

    #[test]
    fn entries_that_cannot_be_told_apart_are_left_alone() {
        let mut findings = Vec::new();
        let text = "[{rule: a/b, file: a, place: blake3:0123456789abcdef0123456789abcdef, date: 2026-11-30, by: 甲, until: 2027-01-01}]";
        let baseline = Baseline::read(
            &Arc::new(Source::new("baseline.yaml", text.to_owned())),
            crate::day::Today::default(),
            &mut findings,
        );
        assert_eq!(baseline.entries().len(), 1, "{findings:?}");
        assert!(Edit { fewer: vec![(0, 0)], ..Edit::default() }.apply(&baseline).is_err());
    }
}
