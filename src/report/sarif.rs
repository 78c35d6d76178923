//! Findings as SARIF 2.1.0 (OASIS), which code scanning services read, at files as the repository names them.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Serializer, Value, json};

use super::place::message;
use super::{Base, FindingSet};
use crate::audit::rules::act_address;
use crate::explain;
use crate::finding::{Finding, Place, Severity};
use crate::hidden::{Escaping, visible};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the taxonomy that holds the ACT rules.
const ACT: &str = "ACT Rules";

/// Writes one log with one run.
pub fn write(sets: &[FindingSet], out: &mut impl Write) -> io::Result<()> {
    let all = || sets.iter().flat_map(|set| set.findings.iter().map(|finding| (finding, &set.base)));
    let names: BTreeSet<&str> = all().map(|(finding, _)| finding.rule).collect();
    let act: BTreeSet<&str> = all().flat_map(|(finding, _)| finding.act).copied().collect();
    let mut driver = json!({
        "name": "curbcut",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": names.iter().map(|name| rule(name)).collect::<Vec<_>>(),
    });
    let mut run = json!({ "columnKind": "unicodeCodePoints" });
    if !act.is_empty() {
        driver["supportedTaxonomies"] = json!([{ "name": ACT }]);
        run["taxonomies"] = json!([taxonomy(&act)]);
    }
    run["tool"] = json!({ "driver": driver });
    // Large values are moved in: `json!` would copy them.
    run["results"] = all().map(|(finding, base)| result(finding, base, &names)).collect();
    let mut log = json!({ "$schema": SCHEMA, "version": "2.1.0" });
    log["runs"] = Value::Array(vec![run]);
    log.serialize(&mut Serializer::with_formatter(&mut *out, Escaping::default()))?;
    writeln!(out)
}

/// The ACT rules that were failed.
fn taxonomy(act: &BTreeSet<&str>) -> Value {
    let taxa = act.iter().map(|id| json!({ "id": id, "helpUri": act_address(id) }));
    json!({
        "name": ACT,
        "organization": "W3C",
        "informationUri": "https://www.w3.org/WAI/standards-guidelines/act/rules/",
        "shortDescription": { "text": "Rules of the W3C for testing conformance to accessibility standards" },
        "taxa": taxa.collect::<Vec<_>>(),
    })
}

/// What the log says of a rule.
fn rule(name: &str) -> Value {
    match explain::find(name) {
        Some(explanation) => json!({
            "id": name,
            "shortDescription": { "text": explanation.summary() },
            "fullDescription": { "text": explanation.text },
            "defaultConfiguration": { "level": level(explanation.severity) },
        }),
        None => json!({ "id": name }),
    }
}

fn result(finding: &Finding, base: &Base, names: &BTreeSet<&str>) -> Value {
    let (file, member) = base.file(finding);
    let said = message(finding, member);
    let said = match &*finding.help {
        "" => said.into_owned(),
        help => format!("{said}. {help}"),
    };
    let mut place = json!({ "artifactLocation": { "uri": uri(&base.path(file)) } });
    match &finding.place {
        // A line of a member is none of the book.
        _ if member.is_some() => {}
        Place::Source(source, span) => {
            let (start, end) = (source.position(span.start), source.position(span.end.max(span.start)));
            place["region"] = json!({
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            });
        }
        Place::Unquoted(unquoted) => {
            place["region"] = json!({ "startLine": unquoted.at.line, "startColumn": unquoted.at.column });
        }
        Place::Byte(_, at) => place["region"] = json!({ "byteOffset": at, "byteLength": 0 }),
        Place::File(_) => {}
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": names.iter().position(|name| *name == finding.rule),
        "level": level(finding.severity),
        "message": { "text": said },
        "locations": [{ "physicalLocation": place }],
    });
    if !finding.act.is_empty() {
        let taxa = finding.act.iter().map(|id| json!({ "id": id, "toolComponent": { "name": ACT } }));
        result["taxa"] = taxa.collect();
    }
    if let Some(debt) = finding.debt() {
        result["level"] = json!(level(debt.weight));
        result["baselineState"] = json!("unchanged");
        if !debt.overdue {
            let why = format!("{} mends it by {}", visible(&debt.by), debt.until);
            result["suppressions"] =
                json!([{ "kind": "external", "status": "accepted", "justification": why }]);
        }
    }
    if finding.house {
        result["properties"] = json!({ "house": true });
    }
    result
}

fn level(severity: Severity) -> &'static str {
    severity.word()
}

/// A path as a relative reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for (index, part) in path.split('/').enumerate() {
        if index > 0 {
            uri.push('/');
        }
        crate::address::encode(part, &mut uri);
    }
    uri
}
