//! Whether a declaration hides the words of its element from readers.
//!
//! In: the name of a property and its value. Out: what it does to the words; some do so only beside others of the same rule, which
//! [`Block`] gathers. A value that is computed elsewhere is no value here: what it can be is tried by [`hides`](super::hides).

use cssparser::{ParseError, Parser, Token};

use super::parts::contains;

/// Why words are not seen.
pub type Why = &'static str;

const GONE: Why = "takes its words off the page";
const UNSEEN: Why = "makes its words invisible";
const TINY: Why = "makes its words too small to see";
const OUTSIDE: Why = "puts its words outside of the page";
const CUT: Why = "cuts its words off";
const REPLACED: Why = "shows something else in place of its words";

/// A part of a value.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Word(String),
    Number(f32),
    /// A whole is 100.
    Percent(f32),
    /// In pixels of a usual screen.
    Length(f32),
    /// In degrees.
    Angle(f32),
    Hash(String),
    Function(String, Vec<Piece>),
    Address,
    Slash,
    Comma,
    Times,
    Other,
}

use Piece::{Angle, Function, Hash, Length, Number, Percent, Word};

/// What the declarations of one rule do together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Block {
    /// What does not fit is not shown.
    cuts: bool,
    /// What does not fit below is not shown, and cannot be moved to.
    cuts_below: bool,
    /// Nothing, or hardly anything, fits.
    has_no_room: bool,
    /// Lines are not broken, or only so many are shown.
    is_limited: bool,
    /// The colour is seen through the letters.
    shows_ground: bool,
    /// The letters have no colour.
    is_colourless: bool,
}

impl Block {
    /// Notes what a declaration does beside others.
    pub fn add(&mut self, property: &str, value: &str) {
        let pieces = pieces(&mut Parser::new(value));
        let says = |word: &str| pieces.iter().any(|piece| matches!(piece, Word(own) if own == word));
        let property = plain(property);
        match property {
            "overflow" | "overflow-block" | "overflow-inline" | "overflow-x" | "overflow-y" => {
                self.cuts |= says("hidden") || says("clip");
                // Of two words the second is for what stands below.
                let below = pieces.get(1).filter(|piece| matches!(piece, Word(_))).or(pieces.first());
                self.cuts_below |= matches!(property, "overflow" | "overflow-block" | "overflow-y")
                    && matches!(below, Some(Word(word)) if matches!(word.as_str(), "clip" | "hidden"));
            }
            "block-size" | "height" | "inline-size" | "max-block-size" | "max-height" | "max-inline-size"
            | "max-width" | "width" => {
                self.has_no_room |= pieces.first().is_some_and(is_tiny);
            }
            "line-clamp" | "max-lines" => {
                self.is_limited |= pieces.iter().any(|piece| matches!(piece, Number(_)))
            }
            "text-wrap" | "text-wrap-mode" | "white-space" => self.is_limited |= says("nowrap"),
            "background" | "background-clip" => self.shows_ground |= says("text"),
            "color" | "text-fill-color" => self.is_colourless |= pieces.iter().any(is_transparent),
            _ => {}
        }
    }

    /// What they do to the words of an element, which may be all of a page.
    pub fn hides(self, is_root: bool) -> Option<Why> {
        if self.cuts && (self.has_no_room || self.is_limited) || is_root && self.cuts_below {
            Some(CUT)
        } else {
            (self.is_colourless && !self.shows_ground).then_some(UNSEEN)
        }
    }
}

/// What a declaration does to the words of its element by itself.
pub fn declaration(property: &str, value: &str) -> Option<Why> {
    let pieces = pieces(&mut Parser::new(value));
    let says = |words: &[&str]| {
        pieces.iter().any(|piece| matches!(piece, Word(own) if words.contains(&own.as_str())))
    };
    let is_any = |is: &dyn Fn(&Piece) -> bool| pieces.iter().any(is);
    let first = pieces.first();
    let property = plain(property);
    let (is_so, why) = match property {
        "display" => (says(&["none"]), GONE),
        "visibility" => (says(&["hidden", "collapse"]), UNSEEN),
        "content-visibility" => (says(&["hidden"]), UNSEEN),
        "opacity" => (first.is_some_and(is_faint), UNSEEN),
        "filter" => (is_any(&filters), UNSEEN),
        "font-size" => (first.is_some_and(is_tiny), TINY),
        "font" => {
            let size = pieces.iter().take_while(|piece| **piece != Piece::Slash);
            (
                size.clone()
                    .any(|piece| matches!(piece, Number(_) | Length(_) | Percent(_)) && is_tiny(piece)),
                TINY,
            )
        }
        "font-size-adjust" => (first.is_some_and(is_zero), TINY),
        "zoom" => (matches!(first, Some(Number(zoom)) if *zoom > 0.0 && *zoom < 0.1), TINY),
        "letter-spacing" => (matches!(first, Some(Length(space)) if *space <= -8.0), UNSEEN),
        "text-security" => (first.is_some() && !says(&["none"]), UNSEEN),
        "clip" => (is_any(&clips), CUT),
        "clip-path" => (is_any(&clips_path), CUT),
        "transform" => (is_any(&transforms), UNSEEN),
        "scale" => (pieces.iter().take(2).any(is_faint), TINY),
        "translate" => (is_any(&|piece| is_far(piece) || is_before(piece)), OUTSIDE),
        "bottom" | "inset" | "inset-block" | "inset-block-end" | "inset-block-start" | "inset-inline"
        | "inset-inline-end" | "inset-inline-start" | "left" | "right" | "top" => {
            (is_any(&|piece| is_far(piece) || is_before(piece)), OUTSIDE)
        }
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
        _ => (false, GONE),
    };
    is_so.then_some(why)
}

/// Whether a property may hide words by its value.
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
        "opacity",
        "overflow",
        "overflow-y",
        "scale",
        "text-fill-color",
        "text-indent",
        "text-security",
        "transform",
        "translate",
        "visibility",
        "zoom",
    ];
    let property = plain(property);
    JUDGED.contains(&property)
        || ["inset", "margin"].iter().any(|part| property.starts_with(part))
        || matches!(property, "bottom" | "left" | "right" | "top")
}

/// Whether a value puts a picture in the place of its element.
pub fn replaces(property: &str, value: &str) -> Option<Why> {
    let is_picture = |piece: &Piece| matches!(piece, Piece::Address | Function(..));
    (property == "content" && pieces(&mut Parser::new(value)).iter().any(is_picture)).then_some(REPLACED)
}

/// The names of the animations that a declaration starts.
pub fn animations(property: &str, value: &str) -> Vec<String> {
    if !matches!(plain(property), "animation" | "animation-name") {
        return Vec::new();
    }
    let words = pieces(&mut Parser::new(value)).into_iter();
    words.filter_map(|piece| if let Word(name) = piece { Some(name) } else { None }).collect()
}

/// The name of a property without that of the browser which had it first.
fn plain(property: &str) -> &str {
    ["-webkit-", "-moz-", "-ms-", "-o-", "-epub-"]
        .iter()
        .find_map(|prefix| property.strip_prefix(prefix))
        .unwrap_or(property)
}

/// So far nothing is moved on a page that is to be read, in pixels.
const FAR: f32 = 900.0;

fn is_zero(piece: &Piece) -> bool {
    match piece {
        Number(value) | Percent(value) | Length(value) => value.abs() < 0.001,
        Function(name, inner) if name.ends_with("calc") => {
            let mut numbers =
                inner.iter().filter(|piece| matches!(piece, Number(_) | Percent(_) | Length(_))).peekable();
            let times_zero = inner.contains(&Piece::Times) && inner.iter().any(is_zero);
            times_zero || numbers.peek().is_some() && numbers.all(is_zero)
        }
        Function(name, inner) if matches!(name.as_str(), "max" | "min") => {
            inner.iter().any(is_zero)
                && (name == "min" || inner.iter().all(|piece| *piece == Piece::Comma || is_zero(piece)))
        }
        _ => false,
    }
}

fn is_faint(piece: &Piece) -> bool {
    is_zero(piece)
        || matches!(piece, Number(value) if value.abs() < 0.1)
        || matches!(piece, Percent(of) if of.abs() < 10.0)
}

fn is_tiny(piece: &Piece) -> bool {
    is_zero(piece)
        || matches!(piece, Length(length) if *length <= 2.0)
        || matches!(piece, Percent(of) if *of < 10.0)
}

fn is_far(piece: &Piece) -> bool {
    match piece {
        Length(length) => length.abs() >= FAR,
        Function(_, inner) => {
            inner.iter().any(|piece| matches!(piece, Length(length) if length.abs() >= 5.0 * FAR))
        }
        _ => false,
    }
}

/// Whether it is moved by all of its own size, or that of what is around it, to where a page does not reach.
fn is_before(piece: &Piece) -> bool {
    matches!(piece, Percent(of) if *of <= -100.0)
}

fn is_transparent(piece: &Piece) -> bool {
    match piece {
        Word(word) => word == "transparent",
        Hash(digits) => {
            let alpha = match digits.len() {
                4 => digits.get(3..).map(|digit| digit.repeat(2)),
                8 => digits.get(6..).map(str::to_owned),
                _ => None,
            };
            alpha.and_then(|alpha| u8::from_str_radix(&alpha, 16).ok()).is_some_and(|alpha| alpha < 26)
        }
        Function(name, inner) if name == "light-dark" => inner.iter().any(is_transparent),
        Function(_, inner) => {
            let after_slash = inner.iter().skip_while(|piece| **piece != Piece::Slash).nth(1);
            let commas = inner.iter().filter(|piece| **piece == Piece::Comma).count();
            let fourth = inner.last().filter(|_| commas == 3);
            after_slash.or(fourth).is_some_and(is_faint)
        }
        _ => false,
    }
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
    let sides: Vec<f32> = inner
        .iter()
        .filter_map(|piece| if let Number(side) | Length(side) = piece { Some(*side) } else { None })
        .collect();
    name == "rect" && sides.len() == 4 && sides.iter().all(|side| side.abs() <= 2.0)
}

fn clips_path(piece: &Piece) -> bool {
    let Function(name, inner) = piece else { return false };
    let mut numbers = inner.iter().filter(|piece| matches!(piece, Number(_) | Percent(_) | Length(_)));
    match name.as_str() {
        "inset" => inner.iter().any(|piece| matches!(piece, Percent(of) if *of >= 50.0) || is_far(piece)),
        "circle" | "ellipse" => inner.first().is_some_and(is_tiny),
        "polygon" => numbers.clone().next().is_some() && numbers.all(is_tiny),
        _ => false,
    }
}

fn transforms(piece: &Piece) -> bool {
    let Function(name, inner) = piece else { return false };
    let mut values = inner.iter().filter(|piece| **piece != Piece::Comma);
    match name.as_str() {
        "scale" | "scale3d" => values.take(2).any(is_faint),
        "scalex" | "scaley" => values.any(is_faint),
        "matrix" => values.take(4).all(is_zero),
        "rotatex" | "rotatey" => values.any(|piece| matches!(piece, Angle(angle) if (angle.abs() - 90.0).abs() < 2.0 || (angle.abs() - 270.0).abs() < 2.0)),
        "translate" | "translate3d" | "translatex" | "translatey" => values.any(|piece| is_far(piece) || is_before(piece)),
        _ => false,
    }
}

/// Reads the parts of a value.
fn pieces(parser: &mut Parser<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    while let Ok(token) = parser.next().cloned() {
        let inner = |parser: &mut Parser<'_>| {
            parser
                .parse_nested_block(|inner| Ok::<_, ParseError<()>>(self::pieces(inner)))
                .unwrap_or_default()
        };
        pieces.push(match token {
            Token::Ident(word) => Word(word.to_ascii_lowercase()),
            Token::Number { value, .. } => Number(value),
            Token::Percentage { unit_value, .. } => Percent(unit_value * 100.0),
            Token::Dimension { value, unit, .. } => dimension(value, &unit.to_ascii_lowercase()),
            Token::Hash(digits) | Token::IDHash(digits) => Hash(digits.to_ascii_lowercase()),
            Token::UnquotedUrl(_) => Piece::Address,
            Token::Function(name) if name.eq_ignore_ascii_case("url") => Piece::Address,
            Token::Function(name) => Function(name.to_ascii_lowercase(), inner(parser)),
            Token::ParenthesisBlock => Function("calc".to_owned(), inner(parser)),
            Token::Delim('/') => Piece::Slash,
            Token::Delim('*') => Piece::Times,
            Token::Comma => Piece::Comma,
            _ => Piece::Other,
        });
    }
    pieces
}

fn dimension(value: f32, unit: &str) -> Piece {
    let per = match unit {
        "deg" => return Angle(value),
        "grad" => return Angle(value * 0.9),
        "rad" => return Angle(value.to_degrees()),
        "turn" => return Angle(value * 360.0),
        "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "in" => 96.0,
        "cm" => 37.8,
        "mm" => 3.78,
        "q" => 0.945,
        "ex" | "ch" => 8.0,
        "s" | "ms" | "hz" | "khz" | "dpi" | "dpcm" | "dppx" | "x" => return Piece::Other,
        // A screen is about as wide as this.
        unit if contains(unit, "v") || unit.starts_with("cq") => 10.0,
        _ => 16.0,
    };
    Length(value * per)
}
