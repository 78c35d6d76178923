//! Findings, written out for people and for programs.
//!
//! In: findings in the order of [`finding::sort`](crate::finding::sort). Out: text that also makes sense when read
//! aloud, or JSON, SARIF 2.1.0, or GitHub annotations. Decides nothing: exit codes belong to the caller.

pub mod compare;
mod github;
mod json;
pub mod measures;
mod place;
mod sarif;
mod text;
mod window;

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Severity};
pub use place::Base;

/// Findings in files below one folder.
#[derive(Debug, Clone, Default)]
pub struct FindingSet {
    /// The folder that the paths of the findings begin at.
    pub base: Base,
    /// The findings, in the order of [`finding::sort`](crate::finding::sort).
    pub findings: Vec<Finding>,
    /// How far the check came.
    pub reached: Reached,
}

/// How far a check came: errors keep it from looking at what is made of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reached {
    /// `book.toml`, and no text.
    Settings,
    /// Everything that is read, and no page.
    Texts,
    /// Everything.
    #[default]
    Pages,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people: by file, with the line, a marker under the place, and what to do.
    #[default]
    Text,
    /// One object with a list `findings` and the counts.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Commands that GitHub Actions turns into annotations.
    Github,
}

/// Whether text has colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// None: for files, pipes, and whoever set `NO_COLOR`.
    #[default]
    Plain,
    /// ANSI colours, for a terminal.
    Coloured,
}

/// Writes findings.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(sets: &[FindingSet], format: Format, out: &mut impl Write, style: Style) -> io::Result<()> {
    match format {
        Format::Text => text::write(sets, out, style),
        Format::Json => json::write((), sets, out),
        Format::Sarif => sarif::write(sets, out),
        Format::Github => github::write(sets, out),
    }
}

/// Writes findings as [`Format::Json`] does, after the members of another object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_json(beside: impl Serialize, sets: &[FindingSet], out: &mut impl Write) -> io::Result<()> {
    json::write(beside, sets, out)
}

/// How many findings weigh how much, in how many files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// What must be mended.
    pub errors: usize,
    /// What should be mended.
    pub warnings: usize,
    /// What is worth knowing.
    pub notes: usize,
    /// The files they are in.
    pub files: usize,
}

impl Counts {
    /// Counts findings, those that are not listed as well.
    pub fn of(sets: &[FindingSet]) -> Self {
        let all = || sets.iter().flat_map(|set| &set.findings);
        let of = |severity| all().filter(move |finding| finding.severity == severity);
        let count = |severity| of(severity).map(|finding| 1 + finding.more as usize).sum();
        let files = |set: &FindingSet| set.findings.chunk_by(|a, b| a.place.path() == b.place.path()).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            files: sets.iter().map(files).sum(),
        }
    }
}
