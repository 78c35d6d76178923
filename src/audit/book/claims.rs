//! Whether what the metadata claim is true of the content.
//!
//! In: the package, and what the documents and other files hold. Out: claims the content contradicts, and claims
//! it could make. What the files do not show, such as contrast, is left alone.

use std::collections::HashSet;

use super::super::reports::Reports;
use super::documents::Documents;
use super::navigation::Navigation;
use super::package::Package;
use super::resources::Resources;
use super::{metadata, rules};
use crate::accessibility::{
    Claims, Evidence, contradiction, contradiction_of_mode, contradiction_of_sufficient,
};

/// What the files of a book show. What only decides which claims a maker may dare to make is left out.
pub(super) fn evidence(
    package: &Package<'_>,
    documents: &Documents<'_>,
    navigation: &Navigation<'_>,
    resources: &Resources,
) -> Evidence {
    let mut evidence = Evidence {
        wordless: documents.wordless,
        contents: navigation.has("toc"),
        page_list: navigation.has("page-list"),
        style: resources.style,
        overlays: resources.overlays,
        fixed_layout: package.about("rendition:layout").any(|meta| meta.value == "pre-paginated"),
        ..Evidence::default()
    };
    evidence.style.voice |= resources.lexicon;
    let covers: HashSet<String> = navigation.landmarks("cover").collect();
    for (path, audit) in documents.iter() {
        let Some(document) = &audit.document else { continue };
        let inventory = document.inventory;
        let is_cover = inventory.covers > 0 || covers.contains(path);
        evidence.inventory += if is_cover { inventory.without_pictures() } else { inventory };
    }
    evidence
}

/// Checks the claims of a package.
pub(super) fn check(package: &Package<'_>, evidence: &Evidence, reports: &mut Reports) {
    features(package, evidence, reports);
    modes(package, evidence, reports);
    let source = package.metas.iter().any(|meta| {
        let old = meta.property == "source-of" && meta.value == "pagination";
        (meta.property.ends_with("pageBreakSource") || old) && !meta.value.is_empty()
    });
    if (evidence.page_list || evidence.inventory.page_breaks > 0) && !source {
        let message = "the book has pages, but does not say of what";
        reports.add(&rules::MISSING_PAGE_SOURCE, package.metadata, message);
    }
}

fn features(package: &Package<'_>, evidence: &Evidence, reports: &mut Reports) {
    let property = "schema:accessibilityFeature";
    for meta in package.about(property) {
        if let Some(why) = contradiction(&meta.value, evidence) {
            let message = format!("“{}” is not true: {why}", meta.value);
            reports.add(&rules::UNTRUE_FEATURE, meta.element.span, message);
        }
    }
    let said = |term: &str| package.about(property).any(|meta| meta.value == term);
    // A book that claims nothing at all has a finding for that already.
    if package.about(property).next().is_none() || said("unknown") {
        return;
    }
    let could = Claims::from(evidence);
    let there = [
        ("tableOfContents", "the book has a table of contents"),
        ("pageNavigation", "the book has a list of pages"),
        ("pageBreakMarkers", "pages are marked"),
        ("alternativeText", "every picture has words"),
    ];
    for (term, why) in there.into_iter().filter(|(term, _)| could.has(term) && !said(term)) {
        // The older term says the same.
        if term == "pageBreakMarkers" && said("printPageNumbers") {
            continue;
        }
        let message = format!("{why}, but no accessibilityFeature says “{term}”");
        reports.add(&rules::UNCLAIMED_FEATURE, package.metadata, message);
    }
}

fn modes(package: &Package<'_>, evidence: &Evidence, reports: &mut Reports) {
    let property = "schema:accessMode";
    for meta in package.about(property) {
        let Some(why) = contradiction_of_mode(&meta.value, evidence) else { continue };
        let message = format!("accessMode “{}” is not true: {why}", meta.value);
        reports.add(&rules::UNTRUE_ACCESS_MODE, meta.element.span, message);
    }
    let said = |term: &str| package.about(property).any(|meta| meta.value == term);
    if package.about(property).next().is_some() {
        let could = Claims::from(evidence);
        // A picture whose words stand beside it is content too, to those who see it, but may be left unsaid.
        let visual = evidence.inventory.has_telling_pictures() || evidence.inventory.video > 0;
        let auditory = could.modes.contains(&"auditory");
        for (term, there) in [("visual", visual), ("auditory", auditory)] {
            if there && !said(term) {
                let message = format!("the content is {term} too, but no accessMode says so");
                reports.add(&rules::UNCLAIMED_ACCESS_MODE, package.metadata, message);
            }
        }
    }
    for meta in package.about("schema:accessModeSufficient") {
        let mut modes: Vec<_> = metadata::list(&meta.property, &meta.value).collect();
        modes.sort_unstable();
        let Some(why) = contradiction_of_sufficient(&modes, evidence) else { continue };
        let message = format!("accessModeSufficient “{}” is not true: {why}", meta.value);
        reports.add(&rules::UNTRUE_ACCESS_MODE, meta.element.span, message);
    }
}
