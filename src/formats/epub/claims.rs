//! What may be claimed of a book's accessibility: derived from what it holds, never typed.
//!
//! In: an [`Evidence`]. Out: [`Claims`], the values of the EPUB Accessibility metadata. Each claim follows from one
//! fact, and the tests take each fact away.

use super::inventory::Inventory;
use crate::image::css;

/// What is known of a finished book.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    /// What its documents hold.
    pub inventory: Inventory,
    /// What its style sheet does.
    pub style: Style,
    /// How many entries its table of contents has.
    pub contents: usize,
    /// Whether those stand in the order of the documents.
    pub in_order: bool,
    /// How many entries its list of pages has.
    pub pages: usize,
    /// Whether a picture may move.
    pub moving_pictures: bool,
}

/// What a style sheet does that a reader could not undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// It insists: `!important`.
    pub insists: bool,
    /// It sets text to a size of its own: `font-size` in pixels, points or other fixed units.
    pub fixed_size: bool,
    /// It sets lines vertically.
    pub vertical: bool,
    /// Something moves by itself.
    pub moves: bool,
}

impl Style {
    /// Reads a style sheet.
    pub fn read(css: &str) -> Self {
        let moves = css::read(css, css::Of::Value).moves;
        let css = without_comments(css);
        let mut style = Self { insists: css.contains("!important"), moves, ..Self::default() };
        for declaration in css.split(['{', '}', ';']) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let (property, value) = (property.trim(), value.trim());
            style.fixed_size |=
                matches!(property, "font" | "font-size") && value.split([' ', '/', ',']).any(is_fixed_length);
            style.vertical |= property == "writing-mode" && !value.starts_with("horizontal");
        }
        style
    }
}

fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

fn is_fixed_length(value: &str) -> bool {
    ["px", "pt", "pc", "cm", "mm", "in", "q"].iter().any(|unit| {
        value.to_ascii_lowercase().strip_suffix(unit).is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
    })
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

/// Derives the claims.
pub fn claims(evidence: &Evidence) -> Claims {
    let Evidence { inventory, style, .. } = *evidence;
    let textual = inventory.text > 0;
    let visual = inventory.pictures() + inventory.drawings > 0;
    let media = inventory.media > 0;
    let mut claims = Claims::default();
    let mut mode = |there: bool, name| claims.modes.extend(there.then_some(name));
    mode(media, "auditory");
    mode(textual, "textual");
    mode(visual || media, "visual");
    // A silent picture stands beside words that say the same, so they suffice without it. A drawing inside a
    // document, a formula, a film may say what no words do.
    let words_suffice = textual
        && inventory.bare_pictures == 0
        && inventory.drawings == 0
        && inventory.formulas == 0
        && !media;
    claims.sufficient.extend(words_suffice.then_some("textual"));
    claims.sufficient.extend((textual && visual && !media).then_some("textual,visual"));
    let outlined = inventory.headings > 0 && inventory.heading_jumps == 0;
    for (there, feature) in [
        (inventory.roles > 0, "ARIA"),
        (inventory.described_pictures > 0 && inventory.bare_pictures == 0, "alternativeText"),
        (inventory.styles == 0 && !style.insists && !style.fixed_size, "displayTransformability"),
        (!style.vertical, "horizontalWriting"),
        (inventory.page_breaks > 0, "pageBreakMarkers"),
        (evidence.pages > 0, "pageNavigation"),
        (evidence.contents > 0 && evidence.in_order, "readingOrder"),
        (inventory.ruby > 0, "rubyAnnotations"),
        (outlined, "structuralNavigation"),
        (evidence.contents > 0, "tableOfContents"),
        // No step of this program locks a book.
        (true, "unlocked"),
    ] {
        claims.features.extend(there.then_some(feature));
    }
    let still =
        !evidence.moving_pictures && !style.moves && !media && inventory.scripts + inventory.moving == 0;
    claims.hazards.push(if still { "none" } else { "unknown" });
    claims
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Evidence {
        Evidence {
            inventory: Inventory {
                text: 100,
                headings: 3,
                roles: 2,
                described_pictures: 1,
                ..Inventory::default()
            },
            style: Style::default(),
            contents: 3,
            in_order: true,
            pages: 0,
            moving_pictures: false,
        }
    }

    /// Changes one fact and says which features that takes away or adds.
    fn difference(change: impl FnOnce(&mut Evidence)) -> (Vec<&'static str>, Vec<&'static str>) {
        let before = claims(&good());
        let mut evidence = good();
        change(&mut evidence);
        let after = claims(&evidence);
        let only = |a: &Claims, b: &Claims| a.features.iter().filter(|f| !b.has(f)).copied().collect();
        (only(&before, &after), only(&after, &before))
    }

    #[test]
    fn each_feature_follows_from_its_fact() {
        type Change = fn(&mut Evidence);
        let lost: [(Change, &str); 11] = [
            (|e| e.inventory.roles = 0, "ARIA"),
            (|e| e.inventory.described_pictures = 0, "alternativeText"),
            (|e| e.inventory.bare_pictures = 1, "alternativeText"),
            (|e| e.inventory.styles = 1, "displayTransformability"),
            (|e| e.style.insists = true, "displayTransformability"),
            (|e| e.style.fixed_size = true, "displayTransformability"),
            (|e| e.style.vertical = true, "horizontalWriting"),
            (|e| e.in_order = false, "readingOrder"),
            (|e| e.inventory.headings = 0, "structuralNavigation"),
            (|e| e.inventory.heading_jumps = 1, "structuralNavigation"),
            (|e| (e.contents, e.in_order) = (0, true), "tableOfContents"),
        ];
        for (change, feature) in lost {
            let (gone, new) = difference(change);
            assert!(gone.contains(&feature), "{feature} is still claimed");
            assert!(new.is_empty(), "{new:?}");
        }
        let won: [(Change, &str); 3] = [
            (|e| e.inventory.page_breaks = 1, "pageBreakMarkers"),
            (|e| e.pages = 1, "pageNavigation"),
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
            let claims = claims(&evidence);
            (claims.modes, claims.sufficient)
        };
        assert_eq!(of(|_| ()), (vec!["textual", "visual"], vec!["textual", "textual,visual"]));
        assert_eq!(of(|e| e.inventory.described_pictures = 0), (vec!["textual"], vec!["textual"]));
        let silent: fn(&mut Evidence) =
            |e| (e.inventory.described_pictures, e.inventory.silent_pictures) = (0, 1);
        assert_eq!(of(silent), (vec!["textual", "visual"], vec!["textual", "textual,visual"]));
        assert_eq!(of(|e| e.inventory.bare_pictures = 1).1, ["textual,visual"]);
        assert_eq!(of(|e| e.inventory.drawings = 1).1, ["textual,visual"]);
        assert_eq!(of(|e| e.inventory.formulas = 1).1, ["textual,visual"]);
        assert_eq!(of(|e| e.inventory.text = 0), (vec!["visual"], vec![]));
        assert_eq!(of(|e| e.inventory.media = 1), (vec!["auditory", "textual", "visual"], vec![]));
    }

    #[test]
    fn hazards_are_denied_only_when_nothing_moves() {
        assert!(claims(&good()).is_still());
        for change in [
            |e: &mut Evidence| e.moving_pictures = true,
            |e: &mut Evidence| e.style.moves = true,
            |e: &mut Evidence| e.inventory.media = 1,
            |e: &mut Evidence| e.inventory.scripts = 1,
            |e: &mut Evidence| e.inventory.moving = 1,
        ] {
            let mut evidence = good();
            change(&mut evidence);
            assert_eq!(claims(&evidence).hazards, ["unknown"]);
        }
    }

    #[test]
    fn a_style_sheet_is_read() {
        let style = Style::read("/* 12px !important */ p { font-size: 1.2rem; border-width: 1px }");
        assert_eq!(style, Style::default());
        assert!(Style::read("p { font: bold 12px/1.5 serif }").fixed_size);
        assert!(Style::read("p{font-size:10PT}").fixed_size);
        assert!(Style::read("p { color: red !important }").insists);
        assert!(Style::read("body { writing-mode: vertical-rl }").vertical);
        assert!(Style::read("p { animation: x 1s }").moves);
        assert!(Style::read("p { -webkit-TRANSITION: all 1s }").moves);
        assert!(Style::read("p { background: url(data:image/gif;base64,AAAA) }").moves);
    }
}
