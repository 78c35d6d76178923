//! Findings, written out for people and for programs.
//!
//! In: findings in the order of [`finding::sort`](crate::finding::sort). Out: text that also makes sense when read
//! aloud, or JSON, SARIF 2.1.0, or GitHub annotations. Decides nothing: exit codes belong to the caller.

mod github;
mod json;
pub mod measures;
mod sarif;
mod text;
mod window;

use std::io::{self, Write};

use crate::finding::{Finding, Severity};

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
pub fn write(findings: &[Finding], format: Format, out: &mut impl Write, style: Style) -> io::Result<()> {
    match format {
        Format::Text => text::write(findings, out, style),
        Format::Json => json::write(findings, out),
        Format::Sarif => sarif::write(findings, out),
        Format::Github => github::write(findings, out),
    }
}

/// How many findings weigh how much, in how many files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
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
    /// Counts findings that are sorted by file.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            files: findings.chunk_by(|a, b| a.place.path() == b.place.path()).count(),
        }
    }
}
