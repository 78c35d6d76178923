//! Which offers of a collection fit which requests.
//!
//! In: the offers and requests of the public entries, and the day of the build. Out: for each those of the other side that fit it, the best
//! first, and how many they are. Refused: what is over, and two of one entry.
//!
//! The rule is the same from both sides. Two fit where they name the same need, where their languages have one in common, and where their
//! periods share a day; what one of them does not say is not known, and rules nothing out. Each that fits has points: one where a common
//! language is known and one more where there are several, one where both say when, one where both are of one region or one is of a part of
//! the other's. Most points come first, then what begins earliest (what says no period last), then the title.

mod agreement;
mod groups;

use std::collections::BTreeMap;

use crate::collections::{Notice, Side};
use crate::day::Today;

pub use agreement::{Agreement, Known, Regions, Silent, agreement};

/// So many of those that fit are named.
pub const MOST_NAMED: usize = 5;

/// A notice, by the place of its entry and by its own among those of the entry.
pub type At = (usize, usize);

/// What fits a notice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The best of them, at most [`MOST_NAMED`].
    pub best: Vec<At>,
    /// How many there are.
    pub all: usize,
    /// Whether the notice itself is over, so that nothing fits it.
    pub is_over: bool,
}

/// What fits each notice of these entries, which stand in the order of their titles.
pub fn find(entries: &[&[Notice]], today: Today) -> Vec<Vec<Found>> {
    let is_over = |notice: &Notice| notice.period.is_some_and(|period| today.is_over(period.last()));
    let found = |notice: &Notice| Found { is_over: is_over(notice), ..Found::default() };
    let mut all: Vec<Vec<Found>> =
        entries.iter().map(|notices| notices.iter().map(found).collect()).collect();
    // Of each need the offers and the requests.
    let mut by_need: BTreeMap<usize, [Vec<(At, &Notice)>; 2]> = BTreeMap::new();
    for (entry, notices) in entries.iter().enumerate() {
        for (place, notice) in notices.iter().enumerate().filter(|(_, notice)| !is_over(notice)) {
            let [offers, requests] = by_need.entry(notice.need).or_default();
            let of_side = if notice.side == Side::Offer { offers } else { requests };
            of_side.push(((entry, place), notice));
        }
    }
    for of_need in by_need.values() {
        let [offers, requests] = of_need.each_ref().map(|notices| groups::of(notices));
        for (own, others) in [(&offers, &requests), (&requests, &offers)] {
            groups::compare(own, others, |at, best, count| {
                if let Some(found) = all.get_mut(at.0).and_then(|of_entry| of_entry.get_mut(at.1)) {
                    (found.best, found.all) = (best, count);
                }
            });
        }
    }
    all
}

#[cfg(test)]
mod tests;
