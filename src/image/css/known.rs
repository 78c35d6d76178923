//! The names that browsers know, and the nearest one to a name that they do not.
//!
//! The lists are facts with a date: what is newer than they are is not in them. So a name that is missing is worth a warning
//! and no more, and names of one browser, which begin with a hyphen, are not judged.

use std::collections::HashSet;
use std::sync::LazyLock;

static PROPERTIES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("properties.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// The at-rules of browsers and specifications, of the same sources and date as `properties.txt`.
const AT_RULES: &str = "annotation apply bottom-center bottom-left bottom-left-corner bottom-right bottom-right-corner \
    character-variant charset color-profile container contents counter-style custom-media custom-selector document else \
    font-face font-feature-values font-palette-values function historical-forms import keyframes layer left-bottom \
    left-middle left-top location media mixin namespace navigation nest ornaments page position-try private property \
    right-bottom right-middle right-top scope starting-style styleset stylistic supports supports-condition swash \
    top-center top-left top-left-corner top-right top-right-corner view-transition viewport when";

/// The pseudo-classes and pseudo-elements, likewise.
const PSEUDO: &str = "active active-view-transition active-view-transition-type after animated-image any any-link autofill \
    backdrop before blank buffering checked checkmark clear-icon color-swatch column content cue cue-region current default \
    defined details-content dir disabled empty enabled field-component field-content field-separator \
    file-selector-button first first-child first-letter first-line first-of-page first-of-type focus focus-visible \
    focus-within footnote-call footnote-marker fullscreen future grammar-error has has-slotted heading high-value highlight \
    host host-context hover in-range indeterminate interest-source interest-target invalid is lang last-child last-of-page \
    last-of-type left link link-to local-link low-value marker matches modal muted navigation-source not nth nth-child \
    nth-col nth-fragment nth-last-child nth-last-col nth-last-of-type nth-of-page nth-of-type only-child only-of-type open \
    optimal-value optional out-of-range part past paused permission picker picker-icon picture-in-picture placeholder \
    placeholder-shown playing popover-open read-only read-write required reveal-icon right root scope scroll-button \
    scroll-marker scroll-marker-group search-text seeking selection slider-fill slider-thumb slider-track slotted snapped \
    snapped-block snapped-inline snapped-x snapped-y spelling-error stalled start-of-page state step-control step-down \
    step-up target target-after target-before target-current target-text target-within unchecked user-invalid user-valid \
    valid view-transition view-transition-group view-transition-group-children view-transition-image-pair \
    view-transition-new view-transition-old visited volume-locked where xr-overlay";

/// The units of CSS Values 4 and 5, CSS Containment 3 and CSS Speech.
const UNITS: &str = "em rem ex rex cap rcap ch rch ic ric lh rlh vw vh vi vb vmin vmax svw svh svi svb svmin svmax lvw lvh lvi \
    lvb lvmin lvmax dvw dvh dvi dvb dvmin dvmax cqw cqh cqi cqb cqmin cqmax cm mm q in pt pc px deg grad rad turn s ms hz \
    khz dpi dpcm dppx x fr db st";

/// The properties that take no bare number but zero: a length stands there, and needs its unit.
const LENGTHS: &str = "margin margin-top margin-right margin-bottom margin-left margin-block margin-block-start \
    margin-block-end margin-inline margin-inline-start margin-inline-end padding padding-top padding-right padding-bottom \
    padding-left padding-block padding-block-start padding-block-end padding-inline padding-inline-start \
    padding-inline-end width height min-width min-height max-width max-height inline-size block-size min-inline-size \
    min-block-size max-inline-size max-block-size top right bottom left inset font-size border-width border-radius \
    outline-width outline-offset gap row-gap column-gap letter-spacing word-spacing text-indent";

fn is_of(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a browser or a specification has a property, or only one browser does.
pub(super) fn is_property(name: &str) -> bool {
    name.starts_with('-') || PROPERTIES.contains(&*name.to_ascii_lowercase())
}

/// The same of an at-rule.
pub(super) fn is_at_rule(name: &str) -> bool {
    name.starts_with('-') || is_of(AT_RULES, name)
}

/// The same of a pseudo-class or pseudo-element.
pub(super) fn is_pseudo(name: &str) -> bool {
    name.starts_with('-') || is_of(PSEUDO, name)
}

/// Whether there is a unit.
pub(super) fn is_unit(name: &str) -> bool {
    is_of(UNITS, name)
}

/// Whether a property takes lengths, and no number but zero.
pub(super) fn takes_length(property: &str) -> bool {
    is_of(LENGTHS, property)
}

/// Says that no browser knows a property, with the name that was meant, if one is near.
pub(super) fn unknown_property(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let likeness = |known: &&&str| strsim::jaro_winkler(&lower, known);
    // A slip leaves the first letter and most of the length; a long list of slips must not cost much.
    let is_near = |known: &&&str| {
        known.len().abs_diff(lower.len()) <= 2 && known.bytes().next() == lower.bytes().next()
    };
    let near = PROPERTIES.iter().filter(is_near);
    let nearest = near.max_by(|a, b| likeness(a).total_cmp(&likeness(b)).then(b.cmp(a)));
    match nearest.filter(|known| likeness(known) > 0.9) {
        Some(known) => format!("no browser knows the property “{name}”; “{known}” may be meant"),
        None => format!("no browser knows the property “{name}”"),
    }
}
