//! Findings for programs: one object, the findings in a list, the counts beside it.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;

use super::{Base, Counts, FindingSet, Reached};
use crate::baseline;
use crate::digest::Digest;
use crate::finding::{Finding, Place};
use crate::hidden::Escaping;

#[derive(Serialize)]
struct Report<'a, B> {
    #[serde(flatten)]
    beside: B,
    /// How far the check came: “settings”, “texts” or “pages”.
    reached: Reached,
    findings: Vec<JsonFinding<'a>>,
    summary: Counts,
}

/// One finding. `file` begins at the folder of `book.toml` or the audited folder, `path` at the root of the git repository or
/// the working directory. Lines and columns count from 1, columns in characters; `end_column` is the one after the last.
#[derive(Serialize)]
struct JsonFinding<'a> {
    file: &'a str,
    path: String,
    line: u32,
    column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    help: &'a str,
    /// The ids of the ACT rules that what was found fails; empty where the rule asks for something else.
    act: &'a [&'a str],
    /// Whether no standard asks for it, but only a rule of this house.
    house: bool,
    /// How many more like it, which are not listed, it stands for.
    more: u32,
    /// Those of them that are known one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unlisted: Vec<Unlisted<'a>>,
    /// The digest of the words at the place: it stays when lines move.
    digest: Digest,
    /// What `baseline.yaml` says of it; missing for what does not stand there.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<Known<'a>>,
}

/// A finding of the same rule, file and weight as the one that stands for it.
#[derive(Serialize)]
struct Unlisted<'a> {
    line: u32,
    column: u32,
    message: &'a str,
    help: &'a str,
    more: u32,
    digest: Digest,
}

impl<'a> Unlisted<'a> {
    fn of(finding: &'a Finding) -> Self {
        let at = finding.place.position();
        Self {
            line: at.line,
            column: at.column,
            message: &finding.message,
            help: &finding.help,
            more: finding.more,
            digest: baseline::digest(finding),
        }
    }
}

/// A finding that is to be mended later; one that is not overdue is a note.
#[derive(Serialize)]
struct Known<'a> {
    severity: &'a str,
    by: &'a str,
    until: String,
    overdue: bool,
}

/// Writes the object, which begins with the members of another, and a line end.
pub fn write(beside: impl Serialize, sets: &[FindingSet], out: &mut impl Write) -> io::Result<()> {
    let mut entries = Vec::new();
    for set in sets {
        entries.extend(set.findings.iter().map(|finding| entry(finding, &set.base)));
    }
    let reached = sets.iter().map(|set| set.reached).min().unwrap_or_default();
    let report = Report { beside, reached, findings: entries, summary: Counts::of(sets) };
    report.serialize(&mut Serializer::with_formatter(&mut *out, Escaping::default()))?;
    writeln!(out)
}

fn entry<'a>(finding: &'a Finding, base: &Base) -> JsonFinding<'a> {
    let at = finding.place.position();
    let end = match &finding.place {
        Place::Source(source, span) => Some(source.position(span.end)),
        _ => None,
    };
    JsonFinding {
        file: finding.place.path(),
        path: base.path(finding.place.path()),
        line: at.line,
        column: at.column,
        end_line: end.map(|end| end.line),
        end_column: end.map(|end| end.column),
        rule: finding.rule,
        severity: finding.severity.word(),
        message: &finding.message,
        help: &finding.help,
        act: finding.act,
        house: finding.house,
        more: finding.more,
        unlisted: finding.unlisted().iter().map(Unlisted::of).collect(),
        digest: baseline::digest(finding),
        known: finding.debt().map(|debt| Known {
            severity: debt.weight.word(),
            by: &debt.by,
            until: debt.until.to_string(),
            overdue: debt.overdue,
        }),
    }
}
