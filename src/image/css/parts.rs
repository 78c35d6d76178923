//! The parts of a style sheet that say what a token means: at-rules, blocks, declarations.

/// What the blocks of a place hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// Rules with selectors, and declarations of properties.
    Rules,
    /// The stages of `@keyframes`, which have no selectors.
    Stages,
    /// Something else, such as the descriptors of a font.
    Other,
}

impl Context {
    /// What the block after an at-rule holds.
    pub fn of_at_rule(self, name: &str) -> Self {
        match name {
            "container" | "document" | "layer" | "media" | "scope" | "starting-style" | "supports"
            | "-moz-document" => self,
            name if name.ends_with("keyframes") => Self::Stages,
            _ => Self::Other,
        }
    }
}

/// The open at-rule, as far as it changes what an address means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AtRule {
    /// `@import`: a string is an address.
    Import,
    /// `@namespace`: an address is a name and is never loaded.
    Namespace,
    /// Any other, or none.
    Other,
}

/// Which part of a declaration is read.
pub(super) enum DeclarationPart {
    /// A name may follow.
    Start,
    /// A name was read, and a colon would make it this property.
    Name(Property),
    /// The value of this property; whether `!` was just read in it.
    Value(Property, bool),
    /// Something else, such as a selector.
    Other,
}

/// The properties whose values matter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    FontSize,
    WritingMode,
    Voice,
    Other,
}

impl Property {
    pub fn of(name: &str) -> Self {
        if ["font", "font-size"].iter().any(|font| name.eq_ignore_ascii_case(font)) {
            Self::FontSize
        } else if contains(name, "writing-mode") {
            // `-webkit-` and `-epub-` stand before it, too.
            Self::WritingMode
        } else if contains(name, "voice-") || contains(name, "speak") {
            Self::Voice
        } else {
            Self::Other
        }
    }
}

/// Whether a name contains a part, which is in lower case.
pub(super) fn contains(name: &str, part: &str) -> bool {
    name.as_bytes().windows(part.len()).any(|piece| piece.eq_ignore_ascii_case(part.as_bytes()))
}
