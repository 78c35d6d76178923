//! What the metadata of a book must say, and in which words. Whether it is true is asked in `claims`.

use std::collections::HashSet;

use jiff::Timestamp;

use super::super::input::Allow;
use super::super::languages;
use super::super::reports::Reports;
use super::super::rules::Rule;
use super::super::text::{self, Script};
use super::package::{Meta, Package};
use super::rules;
use crate::accessibility::vocabulary;
use crate::lang::registry;

/// Checks the metadata of a package.
pub(super) fn check(package: &Package<'_>, allow: &Allow, reports: &mut Reports) {
    description(package, reports);
    modified(package, reports);
    missing(package, reports);
    words(package, reports);
    hazards(package, reports);
    conformance(package, reports);
    summary(package, allow, reports);
}

fn description(package: &Package<'_>, reports: &mut Reports) {
    if !package.is_current() {
        let version = package.top.trimmed("version").unwrap_or_default();
        reports.add(&rules::OLD_VERSION, package.top.span, format!("the book is EPUB “{version}”"));
    }
    let says = |property| package.about(property).any(|meta| !meta.value.is_empty());
    if !says("dc:title") {
        reports.add(&rules::MISSING_TITLE, package.metadata, "the book has no title");
    }
    let unique = package.top.trimmed("unique-identifier");
    let identifies =
        |meta: &Meta<'_>| !meta.value.is_empty() && unique.is_some() && meta.element.trimmed("id") == unique;
    if !package.about("dc:identifier").any(identifies) {
        let message = match unique {
            Some(id) => format!("no dc:identifier with words has the id “{id}” that the package names"),
            None => "the package names no unique identifier".to_owned(),
        };
        reports.add(&rules::MISSING_IDENTIFIER, package.metadata, message);
    }
    if package.about("dc:language").next().is_none() {
        reports.add(&rules::MISSING_LANGUAGE, package.metadata, "the book does not say its language");
    }
    for meta in package.about("dc:language").filter(|meta| registry::read(&meta.value).is_err()) {
        let message = format!("“{}” is not a language tag", meta.value);
        reports.add(&rules::MISSING_LANGUAGE, meta.element.span, message);
    }
    let lang = package.top.trimmed("xml:lang");
    if lang.is_none_or(|lang| registry::read(lang).is_err()) {
        let message = match lang {
            Some(lang) => format!("xml:lang of the package is “{lang}”, which is not a language tag"),
            None => "the package does not say the language of its words".to_owned(),
        };
        reports.add(&rules::PACKAGE_LANGUAGE, package.top.span, message);
    }
}

fn modified(package: &Package<'_>, reports: &mut Reports) {
    if !package.is_current() {
        return;
    }
    let whole = |meta: &&Meta<'_>| meta.element.get("refines").is_none();
    let mut said = package.about("dcterms:modified").filter(whole);
    let Some(first) = said.next() else {
        let message = "the book does not say when it was changed";
        return reports.add(&rules::MODIFIED, package.metadata, message);
    };
    if !is_instant(&first.value) {
        let message = format!("“{}” is not written as CCYY-MM-DDThh:mm:ssZ", first.value);
        reports.add(&rules::MODIFIED, first.element.span, message);
    }
    for again in said {
        reports.add(&rules::MODIFIED, again.element.span, "the book says twice when it was changed");
    }
}

fn is_instant(value: &str) -> bool {
    value.len() == "CCYY-MM-DDThh:mm:ssZ".len()
        && value.get(10..11) == Some("T")
        && value.ends_with('Z')
        && value.parse::<Timestamp>().is_ok()
}

fn missing(package: &Package<'_>, reports: &mut Reports) {
    let wanted: [(&'static Rule, &str); 5] = [
        (&rules::MISSING_ACCESS_MODE, "schema:accessMode"),
        (&rules::MISSING_ACCESS_MODE_SUFFICIENT, "schema:accessModeSufficient"),
        (&rules::MISSING_ACCESSIBILITY_FEATURE, "schema:accessibilityFeature"),
        (&rules::MISSING_ACCESSIBILITY_HAZARD, "schema:accessibilityHazard"),
        (&rules::MISSING_ACCESSIBILITY_SUMMARY, "schema:accessibilitySummary"),
    ];
    for (rule, property) in wanted {
        if !package.about(property).any(|meta| !meta.value.is_empty()) {
            reports.add(rule, package.metadata, format!("the metadata have no {property}"));
        }
    }
}

fn words(package: &Package<'_>, reports: &mut Reports) {
    for (property, known) in [
        ("schema:accessMode", vocabulary::MODES),
        ("schema:accessModeSufficient", vocabulary::SUFFICIENT),
        ("schema:accessibilityFeature", vocabulary::FEATURES),
        ("schema:accessibilityHazard", vocabulary::HAZARDS),
    ] {
        for meta in package.about(property) {
            for term in list(property, &meta.value).filter(|term| !known.contains(term)) {
                let deprecated = vocabulary::DEPRECATED_FEATURES.iter().find(|(old, _)| *old == term);
                match deprecated.filter(|_| property == "schema:accessibilityFeature") {
                    Some((_, "")) => {
                        let message = format!("the term “{term}” is deprecated");
                        reports.add(&rules::DEPRECATED_TERM, meta.element.span, message);
                    }
                    Some((_, new)) => {
                        let message = format!("the term “{term}” is deprecated; today it is {new}");
                        reports.add(&rules::DEPRECATED_TERM, meta.element.span, message);
                    }
                    None => {
                        let message = format!("{property} has no term “{term}”{}", nearest(term, known));
                        reports.add(&rules::UNKNOWN_TERM, meta.element.span, message);
                    }
                }
            }
        }
    }
}

/// The terms of a value; only the senses that are enough are a list.
pub(super) fn list<'v>(property: &str, value: &'v str) -> impl Iterator<Item = &'v str> {
    let separator = if property == "schema:accessModeSufficient" { ',' } else { '\0' };
    value.split(separator).map(str::trim).filter(|term| !term.is_empty())
}

fn nearest(term: &str, known: &[&str]) -> String {
    const LIKE: f64 = 0.8;
    let likeness = |known: &str| strsim::jaro_winkler(&known.to_lowercase(), &term.to_lowercase());
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    best.filter(|best| likeness(best) > LIKE)
        .map_or(String::new(), |best| format!("; did you mean “{best}”?"))
}

fn hazards(package: &Package<'_>, reports: &mut Reports) {
    for property in ["schema:accessibilityFeature", "schema:accessibilityHazard"] {
        let said: Vec<_> = package.about(property).collect();
        let alone = said.iter().find(|meta| matches!(&*meta.value, "none" | "unknown"));
        if let Some(alone) = alone
            && let Some(other) = said.iter().find(|other| other.value != alone.value)
        {
            let message = format!("{property} says “{}” and “{}”", alone.value, other.value);
            reports.add(&rules::CONTRADICTING_TERMS, alone.element.span, message);
        }
        for either in vocabulary::EITHER {
            let mut said = said.iter().filter(|meta| either.contains(&&*meta.value));
            let Some(first) = said.next() else { continue };
            if let Some(other) = said.find(|other| other.value != first.value) {
                let message = format!("{property} says “{}” and “{}”", first.value, other.value);
                reports.add(&rules::CONTRADICTING_TERMS, other.element.span, message);
            }
        }
    }
}

fn conformance(package: &Package<'_>, reports: &mut Reports) {
    let mut claims = Vec::new();
    for meta in package.metas.iter().filter(|meta| meta.property == "dcterms:conformsTo") {
        if vocabulary::CLAIMS.contains(&&*meta.value) || meta.value.starts_with(vocabulary::OLD_CLAIM) {
            claims.push(meta);
            continue;
        }
        // What names no EPUB standard may be any other, such as one for easy reading.
        if meta.value.to_lowercase().starts_with("epub") && !meta.is_link {
            claims.push(meta);
            let near = nearest(&meta.value, vocabulary::CLAIMS);
            let message = format!("“{}” is no claim of EPUB Accessibility 1.1{near}", meta.value);
            reports.add(&rules::CONFORMS_TO, meta.element.span, message);
        }
    }
    // A certifier without “refines” speaks of the only claim.
    let certified: HashSet<Option<&str>> = package
        .about("a11y:certifiedBy")
        .filter(|by| !by.value.is_empty())
        .map(|by| by.element.trimmed("refines").map(|refines| refines.trim_start_matches('#')))
        .collect();
    let several = claims.len() > 1;
    for claim in claims {
        let id = claim.element.trimmed("id");
        let by_id = id.is_some() && certified.contains(&id);
        if !by_id && (several || !certified.contains(&None)) {
            let message = "nobody is named who certifies this claim";
            reports.add(&rules::CLAIM_WITHOUT_CERTIFIER, claim.element.span, message);
        }
    }
}

fn summary(package: &Package<'_>, allow: &Allow, reports: &mut Reports) {
    let main = package.about("dc:language").next().map(|meta| &*meta.value);
    for meta in package.about("schema:accessibilitySummary") {
        let lang = meta.lang().or(package.top.trimmed("xml:lang")).or(main).unwrap_or_default();
        let script: Option<Script> = registry::read(lang).ok().and_then(|tag| languages::script(&tag));
        if script.is_some_and(|script| text::is_foreign(&meta.value, script, allow)) {
            let message = format!("the summary is not in the language “{lang}”");
            reports.add(&rules::SUMMARY_LANGUAGE, meta.element.span, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        assert!(is_instant("2023-04-03T00:00:00Z"));
        for value in
            ["2023-04-03", "2023-04-03 00:00:00Z", "2023-04-03T00:00:00+08", "2023-13-03T00:00:00Z", ""]
        {
            assert!(!is_instant(value), "{value}");
        }
    }

    #[test]
    fn near_terms_are_offered() {
        assert_eq!(nearest("AlternativeText", vocabulary::FEATURES), "; did you mean “alternativeText”?");
        assert_eq!(nearest("易读", vocabulary::FEATURES), "");
    }
}
