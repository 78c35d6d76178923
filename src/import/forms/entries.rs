//! How the entries of programmes and lists begin: with a time, or with a label in a column or before a colon.

use regex::Regex;

use crate::import::script::{is_wide, width};
use crate::source::slice;

/// How many columns a label takes at most.
const WIDEST_LABEL: usize = 24;

/// How a line begins that may be an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEntry {
    /// With a time.
    Time,
    /// With words before a colon.
    Label,
    /// With words and two blanks or more; what follows begins in this column.
    Column(usize),
}

impl LineEntry {
    /// How a line begins, if it begins like an entry; `time` is how the language writes times.
    pub fn of(line: &str, time: &Regex) -> Option<Self> {
        if time.is_match(line) {
            return Some(Self::Time);
        }
        let is_blank = |c: char| c.is_whitespace() && c != '\u{a0}';
        let mut at = 0;
        while let Some(blank) = slice(line, at..).find(is_blank).map(|found| at + found) {
            let rest = slice(line, blank..).trim_start_matches(is_blank);
            let blanks = slice(line, blank..line.len() - rest.len());
            if width(slice(line, ..blank)) > WIDEST_LABEL {
                break;
            }
            let is_wide_blank = |c: char| c == '\t' || is_wide(c) || c == '\u{3000}';
            if blanks.chars().count() > 1 || blanks.contains(is_wide_blank) {
                // Where a tab leads to depends on the program.
                let is_tab = blanks.contains('\t');
                return Some(Self::Column(if is_tab {
                    0
                } else {
                    width(slice(line, ..line.len() - rest.len()))
                }));
            }
            at = line.len() - rest.len();
        }
        let colon = line.find([':', '：'])?;
        let (label, rest) = (slice(line, ..colon), slice(line, colon..));
        let ends = rest.starts_with('：') || rest.starts_with(": ");
        let is_label = ends
            && !label.is_empty()
            && width(label) <= WIDEST_LABEL
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '(' | ')' | '（' | '）'));
        is_label.then_some(Self::Label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_told_by_how_they_begin() {
        let time = Regex::new(r"^\d{1,2}[:：]\d{2}").unwrap();
        for (line, want) in [
            ("09:00  开幕", Some(LineEntry::Time)),
            ("地点：会议厅", Some(LineEntry::Label)),
            ("Place: the hall", Some(LineEntry::Label)),
            ("甲国  10", Some(LineEntry::Column(6))),
            ("甲国\u{3000}10", Some(LineEntry::Column(6))),
            ("A b\t10", Some(LineEntry::Column(0))),
            ("请各国写明：一、", Some(LineEntry::Label)),
            ("请各国，写明：一、", None),
            ("All people have rights: to life and to freedom", Some(LineEntry::Label)),
            ("It was said that all of the people have rights: to life", None),
            ("https://example.org/", None),
        ] {
            assert_eq!(LineEntry::of(line, &time), want, "{line}");
        }
    }
}
