//! Places for pieces of a text, each of its own.
//!
//! In: a text and pieces of it, in the order in which most texts have them. Out: where each stands, so that no two lie over each other.
//! A longer piece goes first: a shorter one that stands inside of it must stand elsewhere, too.

use std::collections::{BTreeMap, VecDeque};

use memchr::memmem;

/// So many pieces without a place are enough to know.
const MOST_MISSING: usize = 20;

/// The place of each piece, if it has one that `is_right` for its start and end.
pub fn of(text: &str, pieces: &[&str], is_right: impl Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    let mut places = vec![None; pieces.len()];
    // What is taken, by its start: its end, and which piece it is.
    let mut taken: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut waiting: VecDeque<usize> = (0..pieces.len()).collect();
    let (mut from, mut missing) = (0, 0);
    while let Some(number) = waiting.pop_front() {
        let Some(piece) = pieces.get(number).filter(|piece| !piece.is_empty()) else { continue };
        let over = |taken: &BTreeMap<usize, (usize, usize)>, start: usize| -> Vec<(usize, usize)> {
            let before = taken.range(..start + piece.len()).rev();
            before.take_while(|(_, (end, _))| *end > start).map(|(at, (end, _))| (*at, end - at)).collect()
        };
        let is_free = |start: &usize| {
            is_right(*start, start + piece.len())
                && over(&taken, *start).iter().all(|(_, length)| *length < piece.len())
        };
        let find = |from: usize| {
            let rest = text.as_bytes().get(from..).unwrap_or_default();
            memmem::find_iter(rest, piece).map(|at| from + at).find(is_free)
        };
        let Some(start) = find(from).or_else(|| find(0)) else {
            missing += 1;
            // Each takes a look through all of the text.
            if missing == MOST_MISSING {
                return places;
            }
            continue;
        };
        for (at, _) in over(&taken, start) {
            if let Some((_, shorter)) = taken.remove(&at) {
                waiting.push_back(shorter);
                if let Some(place) = places.get_mut(shorter) {
                    *place = None;
                }
            }
        }
        taken.insert(start, (start + piece.len(), number));
        if let Some(place) = places.get_mut(number) {
            *place = Some(start);
        }
        from = start + piece.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_has_a_place_of_its_own() {
        for (text, pieces, wanted) in [
            ("甲乙丙", vec!["甲", "乙"], vec![Some(0), Some(3)]),
            ("乙甲", vec!["甲", "乙"], vec![Some(3), Some(0)]),
            ("甲乙甲", vec!["甲", "甲乙甲"], vec![None, Some(0)]),
            ("甲乙甲，甲", vec!["甲", "甲乙甲"], vec![Some(12), Some(0)]),
            ("甲甲", vec!["甲", "甲", "甲"], vec![Some(0), Some(3), None]),
            ("甲甲乙乙", vec!["甲甲", "甲乙", "甲甲乙"], vec![None, None, Some(0)]),
            ("甲", vec!["", "甲"], vec![None, Some(0)]),
        ] {
            assert_eq!(of(text, &pieces, |_, _| true), wanted, "{text} {pieces:?}");
        }
    }
}
