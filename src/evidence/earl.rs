//! The report that programs read: EARL 1.0 as JSON-LD, in the form that the W3C asks of reports on ACT rules.
//!
//! One test subject, the site, and one assertion a rule, so the report does not grow with the site; files are named
//! only where a rule is broken.

use serde_json::{Value, json};

use super::{Evidence, KnownDebt, Outcome, RuleResult, Stage};
use crate::audit;
use crate::audit::criteria::Criterion;
use crate::count::{counted, is_or_are};
use crate::explain::{self, Explanation};

const CONTEXT: &str = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json";

/// The whole report.
pub fn json(evidence: &Evidence) -> String {
    let explanations = explain::all();
    let explained =
        |result: &RuleResult| explanations.iter().find(|explanation| explanation.name == result.rule);
    let results = evidence.results.iter();
    let mut assertions: Vec<Value> =
        results.filter_map(|result| Some(assertion(result, explained(result)?, &evidence.debts))).collect();
    assertions.push(assessment(evidence));
    assertions.push(readings(evidence));
    let source = evidence.address.as_deref().unwrap_or("../index.html");
    let mut subject = json!({
        "@id": source,
        "@type": "TestSubject",
        "source": source,
        "title": evidence.title,
        "description": format!(
            "{} and {}",
            counted(evidence.texts, "text"),
            counted(evidence.pages, "finished page")
        ),
    });
    // Large values are moved in: `json!` would copy them.
    subject["assertions"] = Value::Array(assertions);
    let mut report = json!({ "@context": CONTEXT });
    report["@graph"] = Value::Array(vec![curbcut(), subject]);
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn assertion(result: &RuleResult, explanation: &Explanation, debts: &[KnownDebt]) -> Value {
    let mut test = json!({
        "@type": "TestRequirement",
        "title": result.rule,
        "description": explanation.summary(),
    });
    let cited = [explanation.criterion, explanation.source].map(Option::unwrap_or_default).join("; ");
    let mut criteria = criteria(&cited);
    // No rule is told as passed for a requirement of which it is known that another place fails it.
    if result.outcome == Outcome::Passed {
        let owed: Vec<String> = debts.iter().filter_map(|debt| debt.criterion).map(named).collect();
        criteria.retain(|criterion| !owed.contains(criterion));
    }
    // What only the house asks for fails no criterion.
    if !criteria.is_empty() && !result.house {
        test["isPartOf"] = json!(criteria);
    }
    if !result.act.is_empty() {
        test["seeAlso"] = result.act.iter().map(|act| json!(audit::rules::act_address(act))).collect();
    }
    let mut outcome = json!({ "@type": "TestResult", "outcome": earl(result.outcome) });
    let looked_at = match result.stage {
        Stage::Texts => "texts",
        Stage::Pages => "finished pages",
    };
    let words = match (result.outcome, result.findings, result.allowed) {
        (Outcome::Inapplicable, ..) => format!("Nothing in the {looked_at} could be judged."),
        (Outcome::CannotTell, found, 0) => {
            format!("{} for a person to look at in the {looked_at}.", counted(found, "place"))
        }
        (_, found, 0) => format!("{} in the {looked_at}.", counted(found, "finding")),
        (_, found, allowed) => {
            format!(
                "{} in the {looked_at}, and {allowed} that {} allowed with a written reason.",
                counted(found, "finding"),
                is_or_are(allowed)
            )
        }
    };
    outcome["description"] = json!(words);
    if !result.files.is_empty() {
        outcome["pointer"] = json!(result.files);
    }
    let mut assertion = json!({
        "@id": format!("#{}", result.rule.replace('/', "-")),
        "@type": "Assertion",
        "assertedBy": by_curbcut(),
        "mode": "earl:automatic",
    });
    assertion["test"] = test;
    assertion["result"] = outcome;
    assertion
}

/// What people found out when they assessed the site.
fn assessment(evidence: &Evidence) -> Value {
    let recorded = evidence.assessment.as_ref();
    let asserted_by =
        recorded.map_or_else(by_curbcut, |record| json!({ "@type": "Assertor", "name": record.by }));
    let words = recorded.map_or_else(
        || "No assessment by people is recorded.".to_owned(),
        |record| format!("Assessed on {} with {}.", record.date, record.with.join(", ")),
    );
    json!({
        "@id": "#assessment",
        "@type": "Assertion",
        "assertedBy": asserted_by,
        "mode": "earl:manual",
        "test": {
            "@type": "TestRequirement",
            "title": "WCAG 2.2, level AA",
            "description": "People assessed the site against the Web Content Accessibility Guidelines 2.2, level AA.",
        },
        "result": { "@type": "TestResult", "outcome": earl(evidence.assessed()), "description": words },
    })
}

/// What readers with intellectual disabilities did.
fn readings(evidence: &Evidence) -> Value {
    let readings = evidence.readings;
    json!({
        "@id": "#readers",
        "@type": "Assertion",
        "assertedBy": by_curbcut(),
        "mode": "earl:manual",
        "test": {
            "@type": "TestRequirement",
            "title": "Tested by readers with intellectual disabilities",
            "description": "At least two readers with intellectual disabilities read exactly these words and pictures.",
        },
        "result": {
            "@type": "TestResult",
            "outcome": earl(evidence.read()),
            "description": format!("{} of {} easy-read versions.", readings.tested, readings.versions),
        },
    })
}

fn by_curbcut() -> Value {
    json!({ "@id": "#curbcut" })
}

fn curbcut() -> Value {
    json!({
        "@id": "#curbcut",
        "@type": ["Assertor", "Software"],
        "name": "Curbcut",
        "release": { "@type": "Version", "revision": env!("CARGO_PKG_VERSION") },
    })
}

fn earl(outcome: Outcome) -> String {
    format!("earl:{}", outcome.name())
}

/// The success criteria that a source names by their numbers.
fn criteria(source: &str) -> Vec<String> {
    let mut found: Vec<String> = audit::criteria::named_in(source).map(named).collect();
    found.dedup();
    found
}

fn named(criterion: &Criterion) -> String {
    format!("WCAG2:{}", criterion.slug())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn criteria_are_found_by_their_numbers() {
        assert_eq!(criteria("WCAG 2.4.4, 4.1.2"), ["WCAG2:link-purpose-in-context", "WCAG2:name-role-value"]);
        assert_eq!(criteria("3.1.5 Reading Level; BITV 2.0, annex 2"), ["WCAG2:reading-level"]);
        assert!(criteria("HTML: the id attribute").is_empty());
    }
}
