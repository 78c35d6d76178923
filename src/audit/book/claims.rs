//! Whether what the metadata claim is true of the content.
//!
//! In: the package, and what the documents and other files hold. Out: claims the content contradicts, and claims
//! it could make. What cannot be told from the files, such as contrast, is left alone.

use std::collections::HashSet;

use super::super::reports::Reports;
use super::documents::Documents;
use super::navigation::Navigation;
use super::package::Package;
use super::resources::Resources;
use super::{metadata, rules};

/// What a book holds, as far as metadata speak of it.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Whether it holds pictures, covers left out.
    pub pictures: bool,
    /// Whether a picture tells what no words beside it do.
    pub telling: bool,
    /// Whether any picture lacks words.
    pub wordless: bool,
    /// Whether headings stand in it.
    pub headings: bool,
    /// Whether it says more to assistive technology than HTML does.
    pub aria: bool,
    /// Whether characters have their reading beside them.
    pub ruby: bool,
    /// Whether it holds MathML.
    pub math: bool,
    /// Whether it holds sound.
    pub audio: bool,
    /// Whether it holds moving pictures.
    pub video: bool,
    /// Whether sound is bound to the text.
    pub overlays: bool,
    /// Whether it tells a voice how to read.
    pub voice: bool,
    /// Whether it has an index of words.
    pub index: bool,
    /// Whether it has a table of contents.
    pub toc: bool,
    /// Whether it has a list of pages.
    pub page_list: bool,
    /// Whether pages are marked.
    pub page_breaks: bool,
    /// Why readers cannot change its look, if they cannot.
    pub rigid: Option<&'static str>,
    /// Whether text runs from top to bottom.
    pub vertical: bool,
    /// Whether files are locked.
    pub locked: bool,
}

impl Content {
    /// What the documents of a book hold.
    pub fn of(package: &Package<'_>, documents: &Documents<'_>, navigation: &Navigation<'_>) -> Self {
        let mut content = Self {
            wordless: documents.wordless,
            toc: navigation.has("toc"),
            page_list: navigation.has("page-list"),
            ..Self::default()
        };
        let covers: HashSet<String> = navigation.landmarks("cover").collect();
        for (path, audit) in documents.iter() {
            let Some(inventory) = &audit.inventory else { continue };
            if !inventory.cover && !covers.contains(path) {
                content.pictures |= inventory.pictures;
                content.telling |= inventory.telling;
            }
            content.headings |= inventory.headings;
            content.aria |= inventory.aria;
            content.ruby |= inventory.ruby;
            content.math |= inventory.math;
            content.audio |= inventory.audio;
            content.video |= inventory.video;
            content.index |= inventory.index;
            content.page_breaks |= !inventory.page_breaks.is_empty();
            if inventory.styled {
                content.rigid = Some("an element carries a style attribute");
            }
        }
        if package.about("rendition:layout").any(|meta| meta.value == "pre-paginated") {
            content.rigid = Some("the layout of the pages is fixed");
        }
        content
    }

    /// Adds what other files hold.
    pub fn add(&mut self, resources: &Resources) {
        self.overlays |= resources.overlays;
        self.voice |= resources.voice;
        self.vertical |= resources.vertical;
        if resources.insists {
            self.rigid = Some("a style sheet insists with !important");
        }
    }
}

/// Checks the claims of a package.
pub(super) fn check(package: &Package<'_>, content: &Content, reports: &mut Reports) {
    features(package, content, reports);
    modes(package, content, reports);
    let source = package.metas.iter().any(|meta| {
        let old = meta.property == "source-of" && meta.value == "pagination";
        (meta.property.ends_with("pageBreakSource") || old) && !meta.value.is_empty()
    });
    if (content.page_list || content.page_breaks) && !source {
        let message = "the book has pages, but does not say of what";
        reports.add(&rules::MISSING_PAGE_SOURCE, package.metadata, message);
    }
}

fn features(package: &Package<'_>, content: &Content, reports: &mut Reports) {
    let property = "schema:accessibilityFeature";
    for meta in package.about(property) {
        if let Some(why) = contradiction(&meta.value, content) {
            let message = format!("“{}” is not true: {why}", meta.value);
            reports.add(&rules::UNTRUE_FEATURE, meta.element.span, message);
        }
    }
    let said = |term: &str| package.about(property).any(|meta| meta.value == term);
    // A book that claims nothing at all has a finding for that already.
    if package.about(property).next().is_none() || said("unknown") {
        return;
    }
    let there = [
        ("tableOfContents", content.toc, "the book has a table of contents"),
        ("pageNavigation", content.page_list, "the book has a list of pages"),
        ("pageBreakMarkers", content.page_breaks && !said("printPageNumbers"), "pages are marked"),
        ("alternativeText", content.telling && !content.wordless, "every picture has words"),
    ];
    for (term, _, why) in there.iter().filter(|(term, there, _)| *there && !said(term)) {
        let message = format!("{why}, but no accessibilityFeature says “{term}”");
        reports.add(&rules::UNCLAIMED_FEATURE, package.metadata, message);
    }
}

/// Why a feature cannot be true of the content; none if it is, or cannot be told.
fn contradiction(feature: &str, content: &Content) -> Option<&'static str> {
    let feature = feature.split('/').next().unwrap_or_default();
    let needs = |there: bool, why| (!there).then_some(why);
    match feature {
        "alternativeText" if content.wordless => Some("a picture has no words"),
        "alternativeText" => needs(content.pictures || content.video, "the book has no picture"),
        "tableOfContents" => needs(content.toc, "the book has no table of contents"),
        "structuralNavigation" => needs(content.headings, "the book has no headings"),
        "ARIA" => needs(content.aria, "no element has a role or label of ARIA"),
        "index" => needs(content.index, "the book has no index"),
        "pageNavigation" => needs(content.page_list, "the book has no list of pages"),
        "pageBreakMarkers" | "printPageNumbers" => needs(content.page_breaks, "no page is marked"),
        "displayTransformability" => content.rigid,
        "unlocked" => needs(!content.locked, "files of the book are locked"),
        "MathML" | "describedMath" => needs(content.math, "the book has no formula"),
        "rubyAnnotations" | "fullRubyAnnotations" => {
            needs(content.ruby, "no character has its reading beside it")
        }
        "verticalWriting" => needs(content.vertical, "no style sheet makes text run from top to bottom"),
        "synchronizedAudioText" => needs(content.overlays, "no sound is bound to the text"),
        "ttsMarkup" => needs(content.voice, "nothing tells a voice how to read"),
        "transcript" => needs(content.audio || content.video, "the book has neither sound nor film"),
        "audioDescription" | "captions" | "closedCaptions" | "openCaptions" | "signLanguage" => {
            needs(content.video, "the book has no film")
        }
        _ => None,
    }
}

fn modes(package: &Package<'_>, content: &Content, reports: &mut Reports) {
    let property = "schema:accessMode";
    let auditory = content.audio || content.video || content.overlays;
    for meta in package.about(property) {
        let why = match &*meta.value {
            // A picture whose words stand beside it is content too, to those who see it.
            "visual" if !content.pictures && !content.video => "the book has no picture",
            "auditory" if !auditory => "the book has neither sound nor film",
            _ => continue,
        };
        let message = format!("accessMode “{}” is not true: {why}", meta.value);
        reports.add(&rules::UNTRUE_ACCESS_MODE, meta.element.span, message);
    }
    let said = |term: &str| package.about(property).any(|meta| meta.value == term);
    if package.about(property).next().is_some() {
        for (term, there) in [("visual", content.telling || content.video), ("auditory", auditory)] {
            if there && !said(term) {
                let message = format!("the content is {term} too, but no accessMode says so");
                reports.add(&rules::UNCLAIMED_ACCESS_MODE, package.metadata, message);
            }
        }
    }
    for meta in package.about("schema:accessModeSufficient") {
        let mut modes: Vec<_> = metadata::list(&meta.property, &meta.value).collect();
        modes.sort_unstable();
        let why = match modes.as_slice() {
            ["textual"] if content.wordless => "a picture has no words",
            ["auditory"] if !content.overlays && !content.audio => "the book has no sound",
            _ => continue,
        };
        let message = format!("accessModeSufficient “{}” is not true: {why}", meta.value);
        reports.add(&rules::UNTRUE_ACCESS_MODE, meta.element.span, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_claim_both_ways() {
        let empty = Content { wordless: true, rigid: Some("x"), locked: true, ..Content::default() };
        let full = Content {
            pictures: true,
            telling: true,
            headings: true,
            aria: true,
            ruby: true,
            math: true,
            audio: true,
            video: true,
            overlays: true,
            voice: true,
            index: true,
            toc: true,
            page_list: true,
            page_breaks: true,
            vertical: true,
            ..Content::default()
        };
        let told = [
            "ARIA",
            "MathML",
            "alternativeText",
            "audioDescription",
            "closedCaptions",
            "describedMath",
            "displayTransformability",
            "displayTransformability/color",
            "fullRubyAnnotations",
            "index",
            "openCaptions",
            "pageBreakMarkers",
            "pageNavigation",
            "printPageNumbers",
            "rubyAnnotations",
            "signLanguage",
            "structuralNavigation",
            "synchronizedAudioText",
            "tableOfContents",
            "transcript",
            "ttsMarkup",
            "unlocked",
            "verticalWriting",
        ];
        for feature in told {
            assert!(contradiction(feature, &empty).is_some(), "{feature}");
            assert_eq!(contradiction(feature, &full), None, "{feature}");
        }
        for feature in [
            "highContrastDisplay",
            "longDescription",
            "readingOrder",
            "horizontalWriting",
            "largePrint",
            "none",
        ] {
            assert_eq!(contradiction(feature, &empty), None, "{feature} cannot be told");
        }
    }
}
