//! What declarations do to the words of an element only beside others of the same rule.
//!
//! In: the declarations of a rule, one by one. Out: the [`Effect`] of all.

use super::hiding::{CUT, Effect, LIMITED, OUTSIDE, TINY, UNSEEN, is_place, plain};
use super::pieces::Piece::{self, Length, Number, Percent, Time, Word};
use super::pieces::{is_tiny, is_transparent, is_zero, pieces};
use super::transforms::Plane;

/// What the declarations of one rule do together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Block {
    /// What does not fit is not shown.
    cuts: bool,
    /// What does not fit below is not shown, and cannot be moved to.
    cuts_below: bool,
    /// Nothing, or hardly anything, fits.
    has_no_room: bool,
    /// It has some room all the same.
    has_least_room: bool,
    /// It is no higher than so much, however long its words are.
    is_fixed_in_height: bool,
    /// Lines are not broken, or only so many are shown.
    is_limited: bool,
    /// The colour is seen through the letters.
    shows_ground: bool,
    /// The letters have no colour.
    is_colourless: bool,
    /// It stands still before the window.
    stands_still: bool,
    /// It begins where what is around it ends.
    begins_behind: bool,
    hides_back: bool,
    shows_back: bool,
    /// What an animation or a transition begins with stays for long.
    pub lingers: bool,
}

/// What the element of a rule is, as far as effects depend on it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Target {
    /// All of a page.
    pub is_root: bool,
    /// A picture, which has the size that it is given.
    pub is_picture: bool,
    /// What is struck out by its name.
    pub is_struck: bool,
}

/// So high is no page, in pixels: what is limited to more is not limited.
const HIGHEST: f32 = 100_000.0;

/// What is seen only after so long, in seconds, is not waited for.
const LONG: f32 = 10.0;

impl Block {
    /// Notes what a declaration does beside others.
    pub fn add(&mut self, property: &str, value: &str) {
        let pieces = pieces(value);
        let says = |word: &str| pieces.iter().any(|piece| matches!(piece, Word(own) if own == word));
        let is_any = |words: &[&str]| words.iter().any(|word| says(word));
        let property = plain(property);
        match property {
            "overflow" | "overflow-block" | "overflow-inline" | "overflow-x" | "overflow-y" => {
                self.cuts |= is_any(&["clip", "hidden"]);
                // Of two words the second is for what stands below.
                let below = pieces.get(1).filter(|piece| matches!(piece, Word(_))).or(pieces.first());
                self.cuts_below |= matches!(property, "overflow" | "overflow-block" | "overflow-y")
                    && matches!(below, Some(Word(word)) if matches!(word.as_str(), "clip" | "hidden"));
            }
            "contain" => {
                self.cuts |= is_any(&["content", "paint", "strict"]);
                self.has_no_room |= is_any(&["size", "strict"]);
            }
            "block-size" | "height" | "inline-size" | "max-block-size" | "max-height" | "max-inline-size"
            | "max-width" | "width" => {
                let size = pieces.first();
                self.has_no_room |= size.is_some_and(is_tiny);
                self.is_fixed_in_height |=
                    !matches!(property, "inline-size" | "max-inline-size" | "max-width" | "width")
                        && matches!(size, Some(Length(size)) if *size < HIGHEST);
            }
            "min-block-size" | "min-height" | "min-inline-size" | "min-width" => {
                self.has_least_room |= !pieces.first().is_some_and(is_tiny);
            }
            "aspect-ratio" => {
                self.is_fixed_in_height |= pieces.iter().any(|piece| matches!(piece, Number(_)))
            }
            "grid-auto-rows" | "grid-template" | "grid-template-rows" => {
                let mut rows = pieces.iter().take_while(|piece| **piece != Piece::Slash).peekable();
                self.has_no_room |= rows.peek().is_some() && rows.all(is_zero);
            }
            "line-clamp" | "max-lines" => {
                self.is_limited |= pieces.iter().any(|piece| matches!(piece, Number(_)))
            }
            "text-wrap" | "text-wrap-mode" | "white-space" => self.is_limited |= is_any(&["nowrap", "pre"]),
            "background" | "background-clip" => self.shows_ground |= says("text"),
            "color" | "text-fill-color" => self.is_colourless |= pieces.iter().any(is_transparent),
            "position" => self.stands_still |= says("fixed"),
            "backface-visibility" => self.hides_back |= says("hidden"),
            _ if is_place(property) => {
                self.begins_behind |= pieces.iter().any(|piece| matches!(piece, Percent(of) if *of >= 100.0));
            }
            _ if property.starts_with("animation") || property.starts_with("transition") => {
                self.lingers |=
                    says("paused") || pieces.iter().any(|piece| matches!(piece, Time(time) if *time >= LONG));
            }
            _ => self.shows_back |= Plane::of(property, &pieces).is_some_and(Plane::is_turned),
        }
    }

    /// What they do to the words of an element.
    pub fn effect(self, target: Target) -> Option<Effect> {
        let is_cut = self.cuts && (self.has_no_room || self.is_limited) || target.is_root && self.cuts_below;
        match () {
            () if is_cut => Some(CUT),
            () if target.is_picture && self.has_no_room && !self.has_least_room => Some(TINY),
            () if self.is_colourless && !self.shows_ground => Some(UNSEEN),
            () if self.hides_back && self.shows_back => Some(UNSEEN),
            () if self.stands_still && self.begins_behind => Some(OUTSIDE),
            () => (self.cuts_below && self.is_fixed_in_height).then_some(LIMITED),
        }
    }
}
