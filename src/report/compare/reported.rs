//! What a report of findings says, as it is read back.
//!
//! In: the output of `curbcut check --format json`. Out: its findings, each by itself, and how far the check came. Refused: what is no such
//! report.

use serde::{Deserialize, Serialize};

use crate::audit;
use crate::finding;
use crate::report::Reached;

/// What a report says of one finding.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Reported {
    /// The file, as the report names it.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
    /// The rule.
    pub rule: String,
    /// How much it weighs.
    pub severity: Weight,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// How many more like it it stands for.
    pub more: u32,
    /// Those of them that are known one by one; none once the report is read.
    #[serde(default, skip_serializing)]
    pub(super) unlisted: Vec<Unlisted>,
    /// The digest of the words at the place.
    pub digest: String,
    /// What `baseline.yaml` says of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<Known>,
}

/// What `baseline.yaml` says of a finding: how much it weighs by itself, who mends it and by when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[allow(missing_docs, reason = "each is what its name says")]
pub struct Known {
    pub severity: Weight,
    pub by: String,
    pub until: String,
    pub overdue: bool,
}

/// A finding of the same rule, file and weight as the one that stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Unlisted {
    line: u32,
    column: u32,
    message: String,
    help: String,
    more: u32,
    digest: String,
}

impl Reported {
    /// Gives it the weight that it has without its entry in `baseline.yaml`.
    pub(super) fn weigh_by_itself(&mut self) {
        if let Some(known) = &self.known {
            self.severity = known.severity;
        }
    }

    /// The finding, and each that it stands for.
    pub(super) fn each(mut self) -> Vec<Self> {
        let unlisted = std::mem::take(&mut self.unlisted);
        let places: u32 = unlisted.iter().map(|one| one.more.saturating_add(1)).fold(0, u32::saturating_add);
        self.more = self.more.saturating_sub(places);
        if let Some(message) = self.message.strip_suffix(&finding::unlisted(places as usize)) {
            self.message = message.to_owned();
        }
        let mut each = vec![self.clone()];
        each.extend(unlisted.into_iter().map(|Unlisted { line, column, message, help, more, digest }| {
            Self { line, column, message, help, more, digest, known: None, ..self.clone() }
        }));
        each
    }
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// It decides nothing.
    Note,
    /// It should be mended.
    Warning,
    /// It must be mended.
    Error,
}

impl Weight {
    /// The English word used in messages.
    pub fn word(self) -> &'static str {
        match self {
            Weight::Note => "note",
            Weight::Warning => "warning",
            Weight::Error => "error",
        }
    }
}

/// A report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Report {
    /// What was found.
    pub findings: Vec<Reported>,
    /// How far the check came; reports of finished files do not say it.
    #[serde(default)]
    pub reached: Reached,
}

impl Reached {
    /// Whether a check that came so far would have found what breaks this rule.
    pub(super) fn looks_for(self, rule: &str) -> bool {
        let of_pages = [audit::rules::RULES, audit::book::rules::RULES];
        let needed = if rule.starts_with("config/") {
            Reached::Settings
        } else if rule.starts_with("template/")
            || of_pages.iter().any(|rules| rules.iter().any(|known| known.name == rule))
        {
            Reached::Pages
        } else {
            Reached::Texts
        };
        self >= needed
    }
}

/// Reads a report.
///
/// # Errors
/// What is wrong with it, and what to do.
pub fn read(text: &str) -> Result<Report, String> {
    let report: Result<Report, _> = serde_json::from_str(text);
    let each = |Report { reached, findings }| Report {
        reached,
        findings: findings.into_iter().flat_map(Reported::each).collect(),
    };
    report.map(each).map_err(|error| {
        let help = "write it with “curbcut check --format json”, of this version";
        match error.classify() {
            serde_json::error::Category::Eof if text.trim().is_empty() => {
                format!("the file is empty; {help}")
            }
            serde_json::error::Category::Data => {
                format!(
                    "line {}, column {}: this is no report of findings; {help}",
                    error.line(),
                    error.column()
                )
            }
            _ => format!("line {}, column {}: this is no JSON; {help}", error.line(), error.column()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_report_is_told() {
        for (text, begins) in [
            ("", "the file is empty"),
            ("{", "line 1, column 1: this is no JSON"),
            ("{}", "line 1, column 2: this is no report of findings"),
            ("[]", "line 1, column "),
            ("{\"findings\": [{\"rule\": 1}]}", "line 1, column "),
        ] {
            assert!(read(text).unwrap_err().starts_with(begins), "{text}: {:?}", read(text));
        }
    }
}
