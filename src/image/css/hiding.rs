//! What a declaration does to the words of its element.
//!
//! In: the name of a property and its value. Out: its [`Effect`]; some have one only beside others of the same rule, which
//! a [`Block`](super::block::Block) gathers. A value that is declared elsewhere is no value here: what it can be is tried by [`values`](super::values).

use super::block::Target;
use super::pieces::Piece::{self, Address, Function, Length, Mixed, Number, Percent, Text, Word};
use super::pieces::{FAR, is_before, is_faint, is_far, is_tiny, is_zero, pieces};
use super::transforms::Plane;
use super::vocabulary::Bearing;

/// What is done to words, as messages say it.
pub type Why = &'static str;

/// What a style does to the words of its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// Which words are harmed.
    pub on: On,
    /// What is done to them.
    pub why: Why,
}

/// Whose words an effect harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Of all that is in the element.
    All,
    /// Of what is larger than a line or a picture.
    Lines,
    /// Of what is in the element side by side.
    Children,
    /// Of the element beside others.
    Itself,
    /// They are put beside those of the element.
    Beside,
}

impl On {
    /// What an element is at least whose words are harmed.
    pub fn least(self) -> Bearing {
        match self {
            On::All | On::Beside => Bearing::Part,
            On::Lines => Bearing::Frame,
            On::Children | On::Itself => Bearing::Words,
        }
    }
}

const fn all(why: Why) -> Effect {
    Effect { on: On::All, why }
}

const GONE: Effect = all("takes its words off the page");
pub(super) const UNSEEN: Effect = all("makes its words invisible");
pub(super) const TINY: Effect = all("makes its words too small to see");
pub(super) const OUTSIDE: Effect = all("puts its words outside of the page");
pub(super) const CUT: Effect = all("cuts its words off");
const REPLACED: Effect = all("shows something else in place of its words");
const TURNED: Effect = all("shows its letters in another order");
const STRUCK: Effect = all("strikes its words out");
const UNSTRUCK: Effect = all("shows words that are struck out as if they were not");
const UNKNOWN: Effect = all("takes a value from where it cannot be judged");
/// There are more values than are tried.
pub(super) const ENDLESS: Effect = all("takes its values from too many others to be judged");
pub(super) const LIMITED: Effect = Effect { on: On::Lines, why: "cuts its words off that do not fit" };
const CROWDED: Effect = Effect { on: On::Lines, why: "lays its lines over each other" };
const REORDERED: Effect = Effect { on: On::Children, why: "shows its words in another order" };
const MOVED: Effect = Effect { on: On::Itself, why: REORDERED.why };
const ADDED: Effect = Effect { on: On::Beside, why: "adds words" };

/// What a declaration does to the words of an element by itself.
pub fn declaration(property: &str, value: &str, target: Target) -> Option<Effect> {
    let pieces = pieces(value);
    let says = |words: &[&str]| {
        pieces.iter().any(|piece| matches!(piece, Word(own) if words.contains(&own.as_str())))
    };
    let is_any = |is: &dyn Fn(&Piece) -> bool| pieces.iter().any(is);
    let first = pieces.first();
    let property = plain(property);
    let (is_so, effect) = match property {
        "display" => (says(&["none", "table-column", "table-column-group"]), GONE),
        "visibility" => (says(&["hidden", "collapse"]), UNSEEN),
        "content-visibility" => (says(&["hidden"]), UNSEEN),
        "opacity" => (first.is_some_and(is_faint), UNSEEN),
        "filter" => (is_any(&filters), UNSEEN),
        "font-size" => (first.is_some_and(is_tiny), TINY),
        "font" => {
            let is_size = |piece: &&Piece| matches!(piece, Number(_) | Length(_) | Percent(_));
            let mut sizes = pieces.iter().take_while(|piece| **piece != Piece::Slash).filter(is_size);
            let line = pieces.iter().skip_while(|piece| **piece != Piece::Slash).nth(1);
            if sizes.any(is_tiny) { (true, TINY) } else { (line.is_some_and(is_flat), CROWDED) }
        }
        "font-size-adjust" => (first.is_some_and(is_zero), TINY),
        "line-height" => (first.is_some_and(is_flat), CROWDED),
        "zoom" => (matches!(first, Some(Number(zoom)) if *zoom > 0.0 && *zoom < 0.1), TINY),
        "letter-spacing" => (matches!(first, Some(Length(space)) if *space <= -8.0), UNSEEN),
        "text-security" => (first.is_some() && !says(&["none"]), UNSEEN),
        "text-decoration" | "text-decoration-line" => match says(&["line-through"]) {
            is_struck if !target.is_struck => (is_struck, STRUCK),
            _ => (says(&["none", "overline", "underline"]) && !says(&["line-through"]), UNSTRUCK),
        },
        "unicode-bidi" => (says(&["bidi-override", "isolate-override"]), TURNED),
        "flex-direction" | "flex-flow" => {
            (says(&["column-reverse", "row-reverse", "wrap-reverse"]), REORDERED)
        }
        "flex-wrap" => (says(&["wrap-reverse"]), REORDERED),
        "order" => (matches!(first, Some(Number(order)) if *order != 0.0), MOVED),
        "clip" => (is_any(&clips), CUT),
        "clip-path" => (is_any(&clips_path), CUT),
        "rotate" | "scale" | "transform" => {
            let is_thin = Plane::of(property, &pieces).is_some_and(Plane::is_thin);
            (is_thin || is_any(&moves_away), UNSEEN)
        }
        "translate" => (is_any(&|piece| is_far(piece) || is_before(piece)), OUTSIDE),
        "object-position" => (is_any(&|piece| is_far(piece) || is_before(piece)), OUTSIDE),
        "offset" | "offset-path" => (numbers_in(&pieces).any(|number| number.abs() >= FAR), OUTSIDE),
        "text-indent" => {
            (is_any(&|piece| is_far(piece) || matches!(piece, Percent(of) if of.abs() >= 100.0)), OUTSIDE)
        }
        "margin-block-start"
        | "margin-inline-end"
        | "margin-inline-start"
        | "margin-left"
        | "margin-right"
        | "margin-top" => {
            (first.is_some_and(|piece| is_far(piece) && !matches!(piece, Length(by) if *by > 0.0)), OUTSIDE)
        }
        "margin" | "margin-block" | "margin-inline" => {
            // A negative margin below is a known way to columns of the same height.
            let is_below = |at: usize| at == 2 || property == "margin-block" && at == 1;
            let mut sides = pieces.iter().enumerate().filter(|(at, _)| !is_below(*at));
            (sides.any(|(_, piece)| matches!(piece, Length(by) if *by <= -FAR)), OUTSIDE)
        }
        _ if is_place(property) => (is_any(&|piece| is_far(piece) || is_before(piece)), OUTSIDE),
        _ => (false, GONE),
    };
    let cannot_be_judged = || is_judged(property) && is_any(&is_unknown);
    is_so.then_some(effect).or_else(|| cannot_be_judged().then_some(UNKNOWN))
}

/// What a declaration for printed sheets does to the words on them.
pub fn of_sheets(property: &str, value: &str) -> Option<Effect> {
    let pieces = pieces(value);
    let is_any = |is: &dyn Fn(&Piece) -> bool| pieces.iter().any(is);
    let has_no_room = match property {
        "size" => is_any(&|piece| matches!(piece, Length(length) if *length < 100.0)),
        _ => property.starts_with("margin") && is_any(&is_far),
    };
    has_no_room.then_some(OUTSIDE)
}

/// Whether a property may harm words by its value.
pub fn is_judged(property: &str) -> bool {
    const JUDGED: &[&str] = &[
        "clip",
        "clip-path",
        "color",
        "content-visibility",
        "display",
        "filter",
        "font",
        "font-size",
        "font-size-adjust",
        "letter-spacing",
        "line-height",
        "opacity",
        "overflow",
        "overflow-y",
        "rotate",
        "scale",
        "text-decoration",
        "text-decoration-line",
        "text-fill-color",
        "text-indent",
        "text-security",
        "transform",
        "translate",
        "unicode-bidi",
        "visibility",
        "zoom",
    ];
    let property = plain(property);
    JUDGED.contains(&property) || property.starts_with("margin") || is_place(property)
}

/// Whether a property says where an element stands that is taken out of its place.
pub(super) fn is_place(property: &str) -> bool {
    property.starts_with("inset") || matches!(property, "bottom" | "left" | "right" | "top")
}

/// Whether a value comes from where it is not read: an attribute, a condition, chance, a function of the style sheet.
fn is_unknown(piece: &Piece) -> bool {
    let Function(name, inner) = piece else { return false };
    matches!(name.as_str(), "attr" | "first-valid" | "if" | "inherit" | "random" | "random-item" | "toggle")
        || name.starts_with("--")
        || inner.iter().any(is_unknown)
}

/// What a value of “content” does to an element, or to what stands before or behind its words.
pub fn content(value: &str, is_beside: bool) -> Option<Effect> {
    let is_picture = |piece: &Piece| matches!(piece, Address | Function(..));
    let says = |piece: &Piece| matches!(piece, Text(text) if text.chars().any(char::is_alphanumeric));
    // Behind a slash stands the name of a picture.
    let pieces: Vec<Piece> = pieces(value).into_iter().take_while(|piece| *piece != Piece::Slash).collect();
    let (is_so, effect) = match is_beside {
        true => (pieces.iter().any(says), ADDED),
        false => (pieces.iter().any(is_picture), REPLACED),
    };
    is_so.then_some(effect)
}

/// The names of the animations that a declaration starts.
pub fn animations(property: &str, value: &str) -> Vec<String> {
    if !matches!(plain(property), "animation" | "animation-name") {
        return Vec::new();
    }
    let words = pieces(value).into_iter();
    words.filter_map(|piece| if let Word(name) = piece { Some(name) } else { None }).collect()
}

/// The name of a property without that of the browser which had it first.
pub(super) fn plain(property: &str) -> &str {
    ["-webkit-", "-moz-", "-ms-", "-o-", "-epub-"]
        .iter()
        .find_map(|prefix| property.strip_prefix(prefix))
        .unwrap_or(property)
}

/// Whether lines of this height lie over each other.
fn is_flat(piece: &Piece) -> bool {
    is_tiny(piece) || matches!(piece, Number(of) if *of < 0.5) || matches!(piece, Percent(of) if *of < 50.0)
}

fn filters(piece: &Piece) -> bool {
    match piece {
        Function(name, inner) if name == "opacity" => inner.first().is_some_and(is_faint),
        Function(name, inner) if name == "blur" => {
            matches!(inner.first(), Some(Length(length)) if *length >= 4.0)
        }
        _ => false,
    }
}

fn clips(piece: &Piece) -> bool {
    let Function(name, inner) = piece else { return false };
    let sides: Vec<f32> = numbers(inner).collect();
    name == "rect" && sides.len() == 4 && sides.iter().all(|side| side.abs() <= 2.0)
}

fn clips_path(piece: &Piece) -> bool {
    let Function(name, inner) = piece else { return false };
    match name.as_str() {
        "inset" => inner.iter().any(|piece| matches!(piece, Percent(of) if *of >= 50.0) || is_far(piece)),
        "circle" | "ellipse" => inner.first().is_some_and(is_tiny),
        // Where a corner lies that only a browser computes, is not known.
        "polygon" => {
            !inner.iter().any(|piece| matches!(piece, Mixed(_) | Function(..)))
                && encloses_nothing(&numbers(inner).collect::<Vec<_>>())
        }
        "path" => encloses_nothing(&numbers_in(inner).collect::<Vec<_>>()),
        "rect" => numbers(inner).count() == 4 && encloses_nothing(&numbers(inner).collect::<Vec<_>>()),
        "xywh" => inner.iter().filter(|piece| !matches!(piece, Word(_))).skip(2).take(2).any(is_tiny),
        _ => false,
    }
}

/// Whether these corners, of two numbers each, stand in one line across or down, or nearly so.
fn encloses_nothing(corners: &[f32]) -> bool {
    let is_narrow = |skip: usize| {
        let along = || corners.iter().skip(skip).step_by(2).copied();
        along().fold(f32::MIN, f32::max) - along().fold(f32::MAX, f32::min) <= 2.0
    };
    is_narrow(0) || is_narrow(1)
}

fn numbers(pieces: &[Piece]) -> impl Iterator<Item = f32> {
    pieces.iter().filter_map(|piece| match piece {
        Number(number) | Percent(number) | Length(number) => Some(*number),
        _ => None,
    })
}

/// The numbers in the strings of a value, as paths have them.
fn numbers_in(pieces: &[Piece]) -> impl Iterator<Item = f32> {
    let texts = pieces.iter().flat_map(|piece| match piece {
        Function(_, inner) => inner.iter(),
        _ => std::slice::from_ref(piece).iter(),
    });
    let texts = texts.filter_map(|piece| if let Text(text) = piece { Some(text) } else { None });
    let is_outside = |c: char| !(c.is_ascii_digit() || matches!(c, '-' | '.'));
    texts.flat_map(move |text| {
        let text = text.replace('-', " -");
        text.split(is_outside).filter_map(|number| number.parse().ok()).collect::<Vec<f32>>()
    })
}

fn moves_away(piece: &Piece) -> bool {
    let Function(name, inner) = piece else { return false };
    matches!(name.as_str(), "translate" | "translate3d" | "translatex" | "translatey")
        && inner.iter().any(|piece| is_far(piece) || is_before(piece))
}
