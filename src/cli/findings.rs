//! How commands show findings, and what they mean for the exit code.

use std::io::{self, IsTerminal};

use clap::{Args, ValueEnum};

use super::output::{self, say};
use super::{CLEAN, FINDINGS};
use crate::baseline;
use crate::count::{counted, is_or_are};
use crate::coverage::Coverage;
use crate::finding::{self, Finding, Severity};
use crate::library::Library;
use crate::report::{self, FindingSet, Format, Style};

/// How findings are printed, and which of them fail.
#[derive(Debug, Args)]
pub struct Report {
    /// For people, or for programs.
    #[arg(long, value_enum, default_value = "text")]
    format: FormatName,
    /// Fail on findings of this weight too.
    #[arg(long, value_enum, value_name = "WEIGHT")]
    deny: Option<Deny>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatName {
    /// By file, with the line and what to do.
    Text,
    /// An object with a list “findings”.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// A page of measures, with “check” only: how hard the official and the easy-read texts are, side by side.
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Warnings and errors fail.
    Warning,
}

impl Report {
    /// Prints findings to standard output; returns the exit code.
    pub fn print(&self, sets: &[FindingSet]) -> u8 {
        let format = match self.format {
            FormatName::Text => Format::Text,
            FormatName::Json => Format::Json,
            FormatName::Sarif => Format::Sarif,
            FormatName::Github => Format::Github,
            // The page is the result; what was found is printed beside it.
            FormatName::Html => {
                sets.iter().for_each(|set| print_messages(&set.findings));
                return self.code(sets);
            }
        };
        output::result(|mut out| report::write(sets, format, &mut out, style(&io::stdout())));
        self.code(sets)
    }

    fn code(&self, sets: &[FindingSet]) -> u8 {
        let fails = if self.deny == Some(Deny::Warning) { Severity::Warning } else { Severity::Error };
        if sets.iter().flat_map(|set| &set.findings).any(|finding| finding.severity >= fails) {
            FINDINGS
        } else {
            CLEAN
        }
    }

    /// Whether a page of measures is wanted.
    pub fn is_html(&self) -> bool {
        self.format == FormatName::Html
    }

    /// Whether programs read every finding of the output.
    pub fn is_for_programs(&self) -> bool {
        matches!(self.format, FormatName::Json | FormatName::Sarif)
    }

    /// Whether the output is read by people.
    pub fn is_text(&self) -> bool {
        self.format == FormatName::Text
    }
}

/// Prints warnings and errors to standard error, for commands whose result is something else.
pub fn print_messages(findings: &[Finding]) {
    let weighty: Vec<Finding> =
        findings.iter().filter(|finding| finding.severity > Severity::Note).cloned().collect();
    if weighty.is_empty() {
        return;
    }
    let sets = FindingSet { findings: weighty, ..FindingSet::default() };
    output::messages(|mut out| report::write(&[sets], Format::Text, &mut out, style(&io::stderr())));
}

/// One line on findings that stand in `baseline.yaml`.
pub fn may_stand(known: &[Finding]) -> String {
    let places = known.iter().map(|finding| 1 + finding.more as usize).sum();
    let first = known.iter().filter_map(Finding::debt).map(|debt| debt.until).min();
    let first = first.map_or(String::new(), |day| format!(", the first by {day}"));
    format!(
        "{} in {} {} to be mended later{first}; “curbcut check --known” lists them.",
        counted(places, "finding"),
        baseline::FILE,
        is_or_are(places)
    )
}

/// Says why there is no site to work on: what is wrong with its settings.
pub fn without_site(found: &[Finding]) -> u8 {
    print_messages(&finding::settle(found.to_vec()));
    FINDINGS
}

/// Prints one line a document: how much of it its easy-read version explains.
pub fn tell_coverage(library: &Library) {
    for work in library.works.iter().filter(|work| work.kind().asks_easy_read()) {
        let name = work.official.source.path();
        if work.easy_read.is_none() {
            say!("coverage: {name}: no easy-read version");
            continue;
        }
        let counts = Coverage::of(work).counts();
        say!(
            "coverage: {name}: {} of {} explained, {} left out with a reason",
            counts.covered,
            counted(counts.required, "paragraph"),
            counts.left_out
        );
    }
}

/// Colours only on a terminal, and not where they are not wanted.
fn style(stream: &impl IsTerminal) -> Style {
    let wanted = stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if wanted { Style::Coloured } else { Style::Plain }
}
