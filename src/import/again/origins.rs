//! Of which piece of a former text each piece of a text is a later wording.
//!
//! In: the pieces of both. Out: for each piece its origin, or none; no two have the same. What says the same is one, where it stands in
//! the same order first; then what is most alike.

use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet, VecDeque};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::pieces::Piece;

/// Among how many pieces, on each side of its place, the origin of one is looked for that says something else.
const MOST_NEAR: usize = 32;

/// How alike two pieces are that are one in two wordings, in hundredths; and how alike under one number.
const ALIKE: usize = 33;
const ALIKE_UNDER_ONE_NUMBER: usize = 8;

/// A text, and its pieces.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    pub file: &'a str,
    pub pieces: &'a [Piece],
}

impl<'a> Text<'a> {
    /// The piece at a place.
    pub fn at(self, place: usize) -> Option<&'a Piece> {
        self.pieces.get(place)
    }

    /// The number or label of a piece.
    fn label(self, piece: &Piece) -> &'a str {
        piece.label(self.file).trim()
    }
}

/// For each piece of a text its origin in a former text.
pub fn origins(text: Text<'_>, former: Text<'_>) -> Vec<Option<usize>> {
    let [keys, former_keys] = [text, former].map(|of| of.pieces.iter().map(Piece::key).collect::<Vec<_>>());
    let mut found = Found { origins: vec![None; keys.len()], is_taken: vec![false; former_keys.len()] };
    for (at, origin) in matching(&keys, &former_keys) {
        found.take(at, origin);
    }
    // What moved.
    let mut free: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for origin in found.left() {
        free.entry(&former_keys[origin]).or_default().push_back(origin);
    }
    for at in found.rest() {
        if let Some(origin) = free.get_mut(&*keys[at]).and_then(VecDeque::pop_front) {
            found.take(at, origin);
        }
    }
    // What says something else now.
    let (rest, left) = (found.rest(), found.left());
    let pairs = |of: Text<'_>, places: &[usize]| -> Vec<Pairs> {
        places.iter().filter_map(|at| of.at(*at)).map(|piece| Pairs::of(&piece.said)).collect()
    };
    let (rest_pairs, left_pairs) = (pairs(text, &rest), pairs(former, &left));
    let mut scored = Vec::new();
    for (at, place) in rest.iter().enumerate() {
        let middle = at * left.len() / rest.len();
        for near in middle.saturating_sub(MOST_NEAR)..(middle + MOST_NEAR).min(left.len()) {
            let (piece, other) = (&text.pieces[*place], &former.pieces[left[near]]);
            let alike = if piece.said == other.said { 100 } else { rest_pairs[at].alike(&left_pairs[near]) };
            let label = text.label(piece);
            let is_one_number = !label.is_empty() && label == former.label(other);
            if alike >= if is_one_number { ALIKE_UNDER_ONE_NUMBER } else { ALIKE } {
                let score = alike + if is_one_number { ALIKE } else { 0 };
                scored.push((Reverse(score), near.abs_diff(middle), *place, left[near]));
            }
        }
    }
    scored.sort_unstable();
    for (_, _, at, origin) in scored {
        found.take(at, origin);
    }
    found.origins
}

/// The origins that are known.
struct Found {
    origins: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

impl Found {
    /// Gives a piece its origin, where both are free.
    fn take(&mut self, at: usize, origin: usize) {
        if self.origins[at].is_none() && !self.is_taken[origin] {
            self.origins[at] = Some(origin);
            self.is_taken[origin] = true;
        }
    }

    /// The pieces without an origin.
    fn rest(&self) -> Vec<usize> {
        (0..self.origins.len()).filter(|at| self.origins[*at].is_none()).collect()
    }

    /// The former pieces that are nobody's origin.
    fn left(&self) -> Vec<usize> {
        (0..self.is_taken.len()).filter(|at| !self.is_taken[*at]).collect()
    }
}

/// The pieces of two texts that say the same, in the order of both, as far as one order serves both.
fn matching(keys: &[String], former: &[String]) -> Vec<(usize, usize)> {
    // What stands in one of them alone needs no comparing.
    let shared = |of: &[String], others: &[String]| -> Vec<usize> {
        let others: HashSet<&String> = others.iter().collect();
        (0..of.len()).filter(|at| others.contains(&of[*at])).collect()
    };
    let (now, before) = (shared(keys, former), shared(former, keys));
    let those = |of: &[String], places: &[usize]| places.iter().map(|at| of[*at].clone()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Patience, &those(keys, &now), &those(former, &before));
    let equal = ops.iter().filter(|op| op.tag() == DiffTag::Equal);
    equal.flat_map(|op| op.old_range().zip(op.new_range())).map(|(at, of)| (now[at], before[of])).collect()
}

/// The pairs of characters that stand in what is said, in order.
#[derive(Debug)]
pub struct Pairs(Vec<(char, char)>);

impl Pairs {
    pub fn of(said: &str) -> Self {
        let mut pairs: Vec<_> = said.chars().zip(said.chars().skip(1)).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// How much two say the same: of their pairs, how many stand in both, in hundredths.
    fn alike(&self, other: &Self) -> usize {
        self.shared(other) * 200 / (self.0.len() + other.0.len()).max(1)
    }

    /// How much of this stands in another, in hundredths.
    pub fn within(&self, other: &Self) -> usize {
        self.shared(other) * 100 / self.0.len().max(1)
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut rest, mut others, mut shared) = (&self.0[..], &other.0[..], 0);
        while let ([one, after @ ..], [two, others_after @ ..]) = (rest, others) {
            match one.cmp(two) {
                Ordering::Less => rest = after,
                Ordering::Greater => others = others_after,
                Ordering::Equal => (rest, others, shared) = (after, others_after, shared + 1),
            }
        }
        shared
    }
}
