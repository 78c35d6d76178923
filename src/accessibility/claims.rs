//! What may be claimed of a book's accessibility, and what cannot be true of it: derived from what it holds, never
//! typed.
//!
//! In: an [`Evidence`]. Out: [`Claims`], the values of the EPUB Accessibility metadata, each from one fact, and the
//! tests take each fact away; or why a claim that somebody made cannot be true. A claim is made only where the
//! evidence shows it, and contradicted only where the evidence excludes it. Between the two stands what files do not
//! show, such as contrast. What is claimed here is never contradicted here; a test holds the two together.

use super::inventory::Inventory;
use crate::image::css::Style;

/// What is known of a finished book.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    /// What its documents hold, without the pictures of its cover.
    pub inventory: Inventory,
    /// What its style sheets do, besides those inside documents.
    pub style: Style,
    /// Whether any picture has no words, or may have none.
    pub wordless: bool,
    /// Whether it has a table of contents.
    pub contents: bool,
    /// Whether the entries of that stand in the order of the documents.
    pub in_order: bool,
    /// Whether it has a list of pages.
    pub page_list: bool,
    /// Whether a picture may move.
    pub moving_pictures: bool,
    /// Whether sound is bound to the text.
    pub overlays: bool,
    /// Whether the layout of its pages is fixed.
    pub fixed_layout: bool,
    /// Whether files are locked.
    pub locked: bool,
}

impl Evidence {
    /// What all style sheets do, also those inside documents.
    fn style(&self) -> Style {
        let mut style = self.style;
        style |= self.inventory.style;
        style
    }

    /// Why readers cannot change its look, if they cannot.
    fn rigid(&self) -> Option<&'static str> {
        if self.style().insists {
            Some("a style sheet insists with !important")
        } else if self.fixed_layout {
            Some("the layout of the pages is fixed")
        } else if self.inventory.styles > 0 {
            Some("an element carries a style attribute")
        } else {
            None
        }
    }

    fn is_auditory(&self) -> bool {
        self.inventory.audio + self.inventory.video > 0 || self.overlays
    }

    fn is_visual(&self) -> bool {
        self.inventory.has_pictures() || self.inventory.video > 0
    }
}

/// The values of the metadata, in the order of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claims {
    /// `schema:accessMode`
    pub modes: Vec<&'static str>,
    /// `schema:accessModeSufficient`
    pub sufficient: Vec<&'static str>,
    /// `schema:accessibilityFeature`
    pub features: Vec<&'static str>,
    /// `schema:accessibilityHazard`
    pub hazards: Vec<&'static str>,
}

impl Claims {
    /// Whether a feature is claimed.
    pub fn has(&self, feature: &str) -> bool {
        self.features.contains(&feature)
    }

    /// Whether the words alone suffice, heard or felt instead of seen.
    pub fn words_suffice(&self) -> bool {
        self.sufficient.contains(&"textual")
    }

    /// Whether nothing in it can flash or move.
    pub fn is_still(&self) -> bool {
        self.hazards == ["none"]
    }
}

impl From<&Evidence> for Claims {
    fn from(evidence: &Evidence) -> Self {
        let inventory = evidence.inventory;
        let style = evidence.style();
        let textual = inventory.texts > 0;
        let visual = evidence.is_visual();
        let auditory = evidence.is_auditory();
        let mut claims = Claims::default();
        let mut mode = |there: bool, name| claims.modes.extend(there.then_some(name));
        mode(auditory, "auditory");
        mode(textual, "textual");
        mode(visual, "visual");
        // A silent picture stands beside words that say the same, so they suffice without it. A drawing inside a
        // document, a formula, a film may say what no words do.
        let words_suffice = textual
            && !evidence.wordless
            && inventory.drawings + inventory.bare_graphics == 0
            && inventory.formulas == 0
            && !auditory;
        claims.sufficient.extend(words_suffice.then_some("textual"));
        claims.sufficient.extend((textual && visual && !auditory).then_some("textual,visual"));
        let outlined = inventory.headings > 0 && inventory.heading_jumps == 0;
        for (there, feature) in [
            (inventory.roles > 0, "ARIA"),
            (inventory.has_telling_pictures() && !evidence.wordless, "alternativeText"),
            (evidence.rigid().is_none() && !style.fixed_size, "displayTransformability"),
            (!style.vertical, "horizontalWriting"),
            (inventory.long_descriptions > 0 && evidence.is_visual(), "longDescription"),
            (inventory.page_breaks > 0, "pageBreakMarkers"),
            (evidence.page_list, "pageNavigation"),
            (evidence.contents && evidence.in_order, "readingOrder"),
            (inventory.ruby > 0, "rubyAnnotations"),
            (outlined, "structuralNavigation"),
            (evidence.contents, "tableOfContents"),
            (!evidence.locked, "unlocked"),
        ] {
            claims.features.extend(there.then_some(feature));
        }
        let moving = inventory.scripts + inventory.moving > 0 || evidence.moving_pictures || style.moves;
        claims.hazards.push(if moving || auditory { "unknown" } else { "none" });
        claims
    }
}

/// Why an `accessibilityFeature` cannot be true of a book; none if it is, or if its files do not show it.
pub fn contradiction(feature: &str, evidence: &Evidence) -> Option<&'static str> {
    let inventory = &evidence.inventory;
    let style = evidence.style();
    let feature = feature.split('/').next().unwrap_or_default();
    let needs = |there: bool, why| (!there).then_some(why);
    let has_film = inventory.video > 0;
    match feature {
        "alternativeText" if evidence.wordless => Some("a picture has no words"),
        "alternativeText" => needs(evidence.is_visual(), "the book has no picture"),
        "tableOfContents" => needs(evidence.contents, "the book has no table of contents"),
        "structuralNavigation" => needs(inventory.headings > 0, "the book has no headings"),
        "ARIA" => needs(inventory.aria > 0, "no element has a role or label of ARIA"),
        "index" => needs(inventory.indexes > 0, "the book has no index"),
        "pageNavigation" => needs(evidence.page_list, "the book has no list of pages"),
        "pageBreakMarkers" | "printPageNumbers" => needs(inventory.page_breaks > 0, "no page is marked"),
        "displayTransformability" => evidence.rigid(),
        "unlocked" => needs(!evidence.locked, "files of the book are locked"),
        "MathML" | "describedMath" => needs(inventory.formulas > 0, "the book has no formula"),
        "rubyAnnotations" | "fullRubyAnnotations" => {
            needs(inventory.ruby > 0, "no character has its reading beside it")
        }
        "verticalWriting" => needs(style.vertical, "no style sheet makes text run from top to bottom"),
        "synchronizedAudioText" => needs(evidence.overlays, "no sound is bound to the text"),
        "ttsMarkup" => needs(style.voice, "no style sheet says how a voice reads"),
        "transcript" => needs(inventory.audio > 0 || has_film, "the book has neither sound nor film"),
        "audioDescription" | "captions" | "closedCaptions" | "openCaptions" | "signLanguage" => {
            needs(has_film, "the book has no film")
        }
        _ => None,
    }
}

/// Why an `accessMode` cannot be true of a book.
pub fn contradiction_of_mode(mode: &str, evidence: &Evidence) -> Option<&'static str> {
    match mode {
        "visual" if !evidence.is_visual() => Some("the book has no picture"),
        "auditory" if !evidence.is_auditory() => Some("the book has neither sound nor film"),
        _ => None,
    }
}

/// Why an `accessModeSufficient`, given as its modes in the order of the alphabet, cannot be true of a book.
pub fn contradiction_of_sufficient(modes: &[&str], evidence: &Evidence) -> Option<&'static str> {
    match modes {
        ["textual"] if evidence.wordless => Some("a picture has no words"),
        ["auditory"] if !evidence.overlays && evidence.inventory.audio == 0 => Some("the book has no sound"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn good() -> Evidence {
        Evidence {
            inventory: Inventory {
                texts: 100,
                headings: 3,
                roles: 2,
                aria: 2,
                described_pictures: 1,
                ..Inventory::default()
            },
            contents: true,
            in_order: true,
            ..Evidence::default()
        }
    }

    /// Changes one fact and says which features that takes away or adds.
    fn difference(change: impl FnOnce(&mut Evidence)) -> (Vec<&'static str>, Vec<&'static str>) {
        let before = Claims::from(&good());
        let mut evidence = good();
        change(&mut evidence);
        let after = Claims::from(&evidence);
        let only = |a: &Claims, b: &Claims| a.features.iter().filter(|f| !b.has(f)).copied().collect();
        (only(&before, &after), only(&after, &before))
    }

    #[test]
    fn each_feature_follows_from_its_fact() {
        type Change = fn(&mut Evidence);
        let lost: [(Change, &str); 13] = [
            (|e| e.inventory.roles = 0, "ARIA"),
            (|e| e.inventory.described_pictures = 0, "alternativeText"),
            (|e| e.wordless = true, "alternativeText"),
            (|e| e.inventory.styles = 1, "displayTransformability"),
            (|e| e.style.insists = true, "displayTransformability"),
            (|e| e.style.fixed_size = true, "displayTransformability"),
            (|e| e.style.vertical = true, "horizontalWriting"),
            (|e| e.in_order = false, "readingOrder"),
            (|e| e.inventory.headings = 0, "structuralNavigation"),
            (|e| e.inventory.heading_jumps = 1, "structuralNavigation"),
            (|e| (e.contents, e.in_order) = (false, true), "tableOfContents"),
            (|e| e.fixed_layout = true, "displayTransformability"),
            (|e| e.locked = true, "unlocked"),
        ];
        for (change, feature) in lost {
            let (gone, new) = difference(change);
            assert!(gone.contains(&feature), "{feature} is still claimed");
            assert!(new.is_empty(), "{new:?}");
        }
        let won: [(Change, &str); 4] = [
            (|e| e.inventory.long_descriptions = 1, "longDescription"),
            (|e| e.inventory.page_breaks = 1, "pageBreakMarkers"),
            (|e| e.page_list = true, "pageNavigation"),
            (|e| e.inventory.ruby = 1, "rubyAnnotations"),
        ];
        for (change, feature) in won {
            assert_eq!(difference(change), (vec![], vec![feature]));
        }
    }

    #[test]
    fn modes_follow_from_what_there_is_to_perceive() {
        let of = |change: fn(&mut Evidence)| {
            let mut evidence = good();
            change(&mut evidence);
            let claims = Claims::from(&evidence);
            (claims.modes, claims.sufficient)
        };
        assert_eq!(of(|_| ()), (vec!["textual", "visual"], vec!["textual", "textual,visual"]));
        assert_eq!(of(|e| e.inventory.described_pictures = 0), (vec!["textual"], vec!["textual"]));
        let silent: fn(&mut Evidence) =
            |e| (e.inventory.described_pictures, e.inventory.silent_pictures) = (0, 1);
        assert_eq!(of(silent), (vec!["textual", "visual"], vec!["textual", "textual,visual"]));
        assert_eq!(of(|e| e.wordless = true).1, ["textual,visual"]);
        assert_eq!(of(|e| e.inventory.drawings = 1).1, ["textual,visual"]);
        assert_eq!(of(|e| e.inventory.formulas = 1).1, ["textual,visual"]);
        assert_eq!(of(|e| e.inventory.texts = 0), (vec!["visual"], vec![]));
        assert_eq!(of(|e| e.inventory.video = 1), (vec!["auditory", "textual", "visual"], vec![]));
        let sound: fn(&mut Evidence) = |e| (e.inventory.described_pictures, e.inventory.audio) = (0, 1);
        assert_eq!(of(sound), (vec!["auditory", "textual"], vec![]));
    }

    #[test]
    fn hazards_are_denied_only_when_nothing_moves() {
        assert!(Claims::from(&good()).is_still());
        for change in [
            |e: &mut Evidence| e.moving_pictures = true,
            |e: &mut Evidence| e.style.moves = true,
            |e: &mut Evidence| e.inventory.video = 1,
            |e: &mut Evidence| e.inventory.audio = 1,
            |e: &mut Evidence| e.inventory.scripts = 1,
            |e: &mut Evidence| e.inventory.moving = 1,
        ] {
            let mut evidence = good();
            change(&mut evidence);
            assert_eq!(Claims::from(&evidence).hazards, ["unknown"]);
        }
    }

    /// A book with everything that a claim needs, and nothing that excludes one.
    fn full() -> Evidence {
        let inventory = Inventory {
            texts: 1,
            described_pictures: 1,
            headings: 1,
            roles: 1,
            aria: 1,
            page_breaks: 1,
            ruby: 1,
            formulas: 1,
            audio: 1,
            video: 1,
            indexes: 1,
            ..Inventory::default()
        };
        Evidence {
            inventory,
            style: Style { vertical: true, voice: true, ..Style::default() },
            contents: true,
            in_order: true,
            page_list: true,
            overlays: true,
            ..Evidence::default()
        }
    }

    #[test]
    fn each_claim_both_ways() {
        let empty = Evidence { wordless: true, fixed_layout: true, locked: true, ..Evidence::default() };
        let full = full();
        let known = [
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
        for feature in known {
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
            assert_eq!(contradiction(feature, &empty), None, "{feature} cannot be known");
        }
    }

    proptest! {
        #[test]
        fn no_claim_that_is_made_is_contradicted(
            counts in prop::array::uniform16(0_usize..2),
            flags in prop::array::uniform12(prop::bool::ANY),
        ) {
            let [texts, described_pictures, silent_pictures, bare_pictures, drawings, described_graphics, bare_graphics, headings, roles, page_breaks, ruby, styles, formulas, audio, video, scripts] = counts;
            let inventory = Inventory {
                texts, described_pictures, silent_pictures, bare_pictures, drawings, described_graphics, bare_graphics, headings, roles,
                aria: roles, page_breaks, ruby, styles, formulas, audio, video, scripts, ..Inventory::default()
            };
            let [wordless, contents, in_order, page_list, moving_pictures, overlays, fixed_layout, locked, insists, fixed_size, vertical, voice] = flags;
            let style = Style { insists, fixed_size, vertical, voice, moves: false };
            let wordless = wordless || bare_pictures + bare_graphics > 0;
            let evidence = Evidence {
                inventory, style, wordless, contents, in_order, page_list, moving_pictures, overlays, fixed_layout, locked,
            };
            let claims = Claims::from(&evidence);
            for feature in claims.features {
                prop_assert_eq!(contradiction(feature, &evidence), None, "{}", feature);
            }
            for mode in claims.modes {
                prop_assert_eq!(contradiction_of_mode(mode, &evidence), None, "{}", mode);
            }
            for modes in claims.sufficient {
                let modes: Vec<_> = modes.split(',').collect();
                prop_assert_eq!(contradiction_of_sufficient(&modes, &evidence), None, "{:?}", modes);
            }
        }
    }
}
