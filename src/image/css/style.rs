//! What declarations do that a reader could not undo, or would have to know of.

use cssparser::Token;

use super::Reader;
use super::parts::{DeclarationPart, Property};

/// What a piece of CSS does that a reader could not undo, or would have to know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// It insists: `!important`.
    pub insists: bool,
    /// It sets text to a size of its own: `font-size` in pixels, points or other fixed units.
    pub fixed_size: bool,
    /// It sets lines in another direction than the horizontal, or in one that is known only where it is used.
    pub vertical: bool,
    /// Something may move or flash.
    pub moves: bool,
    /// It says how a voice reads.
    pub voice: bool,
}

impl std::ops::BitOrAssign for Style {
    fn bitor_assign(&mut self, other: Self) {
        self.insists |= other.insists;
        self.fixed_size |= other.fixed_size;
        self.vertical |= other.vertical;
        self.moves |= other.moves;
        self.voice |= other.voice;
    }
}

impl Reader<'_> {
    /// Follows where a declaration has a name and where a value, and notes what the value does.
    pub(super) fn declaration(&mut self, token: &Token<'_>) {
        let style = &mut self.css.style;
        self.part = match (std::mem::replace(&mut self.part, DeclarationPart::Other), token) {
            (_, Token::Semicolon) => DeclarationPart::Start,
            (DeclarationPart::Start, Token::Ident(name)) => DeclarationPart::Name(Property::of(name)),
            (DeclarationPart::Name(property), Token::Colon) => {
                style.voice |= property == Property::Voice;
                DeclarationPart::Value(property, false)
            }
            (DeclarationPart::Value(property, after_mark), token) => {
                match (property, token) {
                    (_, Token::Ident(word)) if after_mark => {
                        style.insists |= word.eq_ignore_ascii_case("important");
                    }
                    (Property::FontSize, Token::Dimension { unit, .. }) => {
                        let fixed = ["px", "pt", "pc", "cm", "mm", "in", "q"];
                        style.fixed_size |= fixed.iter().any(|fixed| unit.eq_ignore_ascii_case(fixed));
                    }
                    (Property::WritingMode, Token::Ident(value)) => {
                        style.vertical |= !value.to_ascii_lowercase().starts_with("horizontal");
                    }
                    (Property::WritingMode, Token::Function(_)) => style.vertical = true,
                    _ => {}
                }
                DeclarationPart::Value(property, *token == Token::Delim('!'))
            }
            _ => DeclarationPart::Other,
        };
    }
}
