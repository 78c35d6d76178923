//! The parts of a value, and how much they are.
//!
//! In: the value of a declaration. Out: its [`Piece`]s; lengths in pixels of a usual screen, as what is tiny or far is so on any.

use cssparser::{ParseError, Parser, Token};

use super::arithmetic;
use super::parts::contains;

/// A part of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Word(String),
    Number(f32),
    /// A whole is 100.
    Percent(f32),
    /// In pixels of a usual screen.
    Length(f32),
    /// This length and a part of what is around it.
    Mixed(f32),
    /// In degrees.
    Angle(f32),
    /// In seconds.
    Time(f32),
    Hash(String),
    Function(String, Vec<Piece>),
    Text(String),
    Address,
    Slash,
    Comma,
    Other,
}

use Piece::{Angle, Function, Hash, Length, Mixed, Number, Percent, Word};

/// So far nothing is moved on a page that is to be read, in pixels.
pub(super) const FAR: f32 = 900.0;

pub(super) fn is_zero(piece: &Piece) -> bool {
    matches!(piece, Number(value) | Percent(value) | Length(value) if value.abs() < 0.001)
}

pub(super) fn is_faint(piece: &Piece) -> bool {
    is_zero(piece)
        || matches!(piece, Number(value) if value.abs() < 0.1)
        || matches!(piece, Percent(of) if of.abs() < 10.0)
}

pub(super) fn is_tiny(piece: &Piece) -> bool {
    is_zero(piece)
        || matches!(piece, Length(length) if *length <= 2.0)
        || matches!(piece, Percent(of) if *of < 10.0)
}

pub(super) fn is_far(piece: &Piece) -> bool {
    match piece {
        Length(length) => length.abs() >= FAR,
        Mixed(length) => length.abs() >= 5.0 * FAR,
        _ => false,
    }
}

/// Whether it is moved by all of its own size, or that of what is around it, to where a page does not reach.
pub(super) fn is_before(piece: &Piece) -> bool {
    matches!(piece, Percent(of) if *of <= -100.0)
}

pub(super) fn is_transparent(piece: &Piece) -> bool {
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
        Function(name, inner) if name == "color-mix" => is_mixed_away(inner),
        Function(_, inner) => {
            let after_slash = inner.iter().skip_while(|piece| **piece != Piece::Slash).nth(1);
            let commas = inner.iter().filter(|piece| **piece == Piece::Comma).count();
            let fourth = inner.last().filter(|_| commas == 3);
            after_slash.or(fourth).is_some_and(is_faint)
        }
        _ => false,
    }
}

/// Whether of two colours hardly anything is left beside what is transparent.
fn is_mixed_away(inner: &[Piece]) -> bool {
    let colours: Vec<&[Piece]> = inner.split(|piece| *piece == Piece::Comma).skip(1).collect();
    let [one, other] = colours.as_slice() else { return false };
    let part = |colour: &[Piece]| {
        colour.iter().find_map(|piece| if let Percent(of) = piece { Some(*of) } else { None })
    };
    let of_one = part(one).or(part(other).map(|of| 100.0 - of)).unwrap_or(50.0);
    let of_other = part(other).unwrap_or(100.0 - of_one);
    let seen = |colour: &[Piece], of: f32| if colour.iter().any(is_transparent) { 0.0 } else { of };
    seen(one, of_one) + seen(other, of_other) < 10.0
}

/// Reads the parts of a value.
pub(super) fn pieces(value: &str) -> Vec<Piece> {
    read(&mut Parser::new(value))
}

fn read(parser: &mut Parser<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    loop {
        let begin = parser.state();
        let Ok(token) = parser.next().cloned() else { return pieces };
        let inner = |parser: &mut Parser<'_>| {
            parser.parse_nested_block(|inner| Ok::<_, ParseError<()>>(read(inner))).unwrap_or_default()
        };
        pieces.push(match token {
            Token::Ident(word) => Word(word.to_ascii_lowercase()),
            Token::Number { value, .. } => Number(value),
            Token::Percentage { unit_value, .. } => Percent(unit_value * 100.0),
            Token::Dimension { value, unit, .. } => dimension(value, &unit.to_ascii_lowercase()),
            Token::Hash(digits) | Token::IDHash(digits) => Hash(digits.to_ascii_lowercase()),
            Token::UnquotedUrl(_) => Piece::Address,
            Token::Function(name) if name.eq_ignore_ascii_case("url") => Piece::Address,
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                let is_arithmetic = arithmetic::is_function(&name);
                match is_arithmetic.then(|| arithmetic::function(&name, parser)).flatten() {
                    Some(quantity) => quantity.piece(),
                    None => {
                        parser.reset(&begin);
                        let _ = parser.next();
                        Function(name, inner(parser))
                    }
                }
            }
            Token::QuotedString(text) => Piece::Text(text.as_ref().to_owned()),
            Token::Delim('/') => Piece::Slash,
            Token::Comma => Piece::Comma,
            _ => Piece::Other,
        });
    }
}

/// A number with a unit, in lower case.
pub(super) fn dimension(value: f32, unit: &str) -> Piece {
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
        "s" => return Piece::Time(value),
        "ms" => return Piece::Time(value / 1000.0),
        "hz" | "khz" | "dpi" | "dpcm" | "dppx" | "x" => return Piece::Other,
        // A screen is about as wide as this.
        unit if contains(unit, "v") || unit.starts_with("cq") => 10.0,
        _ => 16.0,
    };
    Length(value * per)
}
