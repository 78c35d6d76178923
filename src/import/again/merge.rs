//! Two versions of a text as one: the pieces that people keep, with what a corrected source changes.
//!
//! In: the text that is there, that of the new import, and what the last import made. Out: the text that has the change, and what became
//! of each piece. A piece of people and one of the source are one where both come from the same piece of the last import. What the source
//! says as before stays as people have it; what they wrote stays even where the source has nothing in its place; where both changed one
//! piece, that of the source counts. Pieces stand in the order of people, unless the source has another one than before.

use std::ops::Range;

use super::origins::{Pairs, Text, origins};
use super::pieces::{Piece, order};
use crate::source::slice;

/// How much of a piece stands in another into which people joined it, in hundredths.
const JOINED: usize = 80;

/// What became of a piece.
#[derive(Debug)]
pub struct Outcome {
    /// Its place among the old ones; none where it is new.
    pub was: Option<usize>,
    /// Its place among the new ones, where that one changed it, or people took it out.
    pub is: Option<usize>,
    /// Where it stands in the merged text; none where it is gone.
    pub place: Option<usize>,
    /// Whether a person wrote, changed or took it out, and the source has something else.
    pub is_own: bool,
    /// Whether it stood elsewhere among the others.
    pub is_moved: bool,
}

pub struct Merge<'a> {
    old: Text<'a>,
    new: Text<'a>,
    /// What the last import made; none where nobody knows.
    base: Option<Text<'a>>,
    /// Which piece of the last import the old and the new ones come from; where nobody knows what that made, which old one.
    old_origins: Vec<Option<usize>>,
    new_origins: Vec<Option<usize>>,
    pub out: String,
    /// What became of the pieces, in order.
    pub outcomes: Vec<Outcome>,
    /// Whether any piece or number is another one.
    pub is_changed: bool,
    /// Whether any piece of the source is one of people.
    pub is_one_text: bool,
}

impl<'a> Merge<'a> {
    /// Merges the old and the new text.
    pub fn of(old: Text<'a>, new: Text<'a>, base: Option<Text<'a>>) -> Self {
        let former = base.unwrap_or(old);
        let mut merge = Self {
            old,
            new,
            base,
            old_origins: origins(old, former),
            new_origins: origins(new, former),
            out: String::new(),
            outcomes: Vec::new(),
            is_changed: false,
            is_one_text: false,
        };
        let twins = merge.twins();
        merge.is_one_text = twins.iter().any(Option::is_some);
        let joined = merge.joined(&twins);
        // Whether what went before is gone, so that what people added stands after something else.
        let mut is_after_gone = false;
        for (was, is) in merge.in_order(&twins) {
            match (was, is) {
                (Some(was), Some(is)) => merge.both(was, is),
                (Some(was), None) => merge.alone(was, is_after_gone),
                (None, Some(is)) => merge.of_source(is, &joined),
                (None, None) => {}
            }
            if was.is_some_and(|was| merge.old_origins.get(was).is_some_and(Option::is_some)) {
                is_after_gone = merge.outcomes.last().is_some_and(|outcome| outcome.place.is_none());
            }
        }
        merge.find_moved();
        merge
    }

    /// Finds what stands in another order than before: all that is not in the longest row of pieces which go on in the old one.
    fn find_moved(&mut self) {
        let stands: Vec<(usize, usize)> = self
            .outcomes
            .iter()
            .enumerate()
            .filter_map(|(at, outcome)| outcome.place.and(outcome.was).map(|was| (at, was)))
            .collect();
        let in_order = longest_row(&stands.iter().map(|(_, was)| *was).collect::<Vec<_>>());
        for ((at, _), _) in stands.iter().zip(&in_order).filter(|(_, is_in_order)| !**is_in_order) {
            self.outcomes[*at].is_moved = true;
            self.is_changed = true;
        }
    }

    /// For each new piece the old one that is the same: both come from one piece, or both were added alike.
    fn twins(&self) -> Vec<Option<usize>> {
        let mut of_origin = vec![None; self.base.unwrap_or(self.old).pieces.len()];
        for (was, origin) in self.old_origins.iter().enumerate() {
            if let Some(heir) = origin.and_then(|origin| of_origin.get_mut(origin)) {
                *heir = Some(was);
            }
        }
        let added = |of: Text<'a>, origins: &[Option<usize>]| -> Vec<(usize, String)> {
            let all = of.pieces.iter().zip(origins).enumerate();
            all.filter(|(_, (_, origin))| origin.is_none())
                .map(|(at, (piece, _))| (at, piece.key()))
                .collect()
        };
        let mut own = added(self.old, &self.old_origins);
        let mut of_added = added(self.new, &self.new_origins).into_iter().map(|(_, key)| {
            let at = own.iter().position(|(_, other)| *other == key)?;
            Some(own.remove(at).0)
        });
        let of_new = |origin: &Option<usize>| match origin {
            Some(origin) => of_origin.get(*origin).copied().flatten(),
            None => of_added.next().flatten(),
        };
        self.new_origins.iter().map(of_new).collect()
    }

    /// The old and new pieces in the order in which they stand.
    fn in_order(&self, twins: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
        let is_as_before = self.new_origins.iter().flatten().is_sorted();
        if is_as_before {
            return placed(self.old.pieces.len(), twins);
        }
        let mut of_old = vec![None; self.old.pieces.len()];
        for (is, was) in twins.iter().enumerate() {
            if let Some(twin) = was.and_then(|was| of_old.get_mut(was)) {
                *twin = Some(is);
            }
        }
        placed(twins.len(), &of_old).into_iter().map(|(is, was)| (was, is)).collect()
    }

    /// The pieces that people joined to others, and the source replaces: their words.
    fn joined(&self, twins: &[Option<usize>]) -> Vec<Pairs> {
        let replaced = twins.iter().enumerate().filter_map(|(is, was)| Some((is, (*was)?)));
        let replaced = replaced.filter(|(is, was)| self.is_changed_by_source(*is) && self.is_own(*was));
        replaced.filter_map(|(_, was)| self.old.at(was)).map(|piece| Pairs::of(&piece.said)).collect()
    }

    /// What a piece of the last import says.
    fn origin(&self, origins: &[Option<usize>], at: usize) -> Option<&'a Piece> {
        self.base.unwrap_or(self.old).at((*origins.get(at)?)?)
    }

    /// Whether a person wrote or changed an old piece.
    fn is_own(&self, was: usize) -> bool {
        let origin = self.origin(&self.old_origins, was);
        self.base.is_some()
            && self.old.at(was).is_some_and(|old| origin.is_none_or(|origin| origin.key() != old.key()))
    }

    /// Whether the source says something else than before. That it does not name a picture says nothing.
    fn is_changed_by_source(&self, is: usize) -> bool {
        let (Some(new), Some(origin)) = (self.new.at(is), self.origin(&self.new_origins, is)) else {
            return true;
        };
        let mut pictures = origin.pictures.iter().zip(&new.pictures);
        new.said != origin.said || pictures.any(|((was, _), (is, _))| !is.is_empty() && was != is)
    }

    /// A piece of both.
    fn both(&mut self, was: usize, is: usize) {
        let keys = [self.old.at(was), self.new.at(is)].map(|piece| piece.map(Piece::key));
        match keys[0] != keys[1] && self.is_changed_by_source(is) {
            true => self.change(Some(was), is),
            false => self.stay(was, Some(is), false),
        }
    }

    /// An old piece that the source does not have.
    fn alone(&mut self, was: usize, is_after_gone: bool) {
        if self.is_own(was) {
            let is_addition = self.origin(&self.old_origins, was).is_none();
            return self.stay(was, None, is_after_gone || !is_addition);
        }
        if let Some(old) = self.old.at(was) {
            // What editors wrote to themselves stays.
            self.comments(&old.before);
            self.comments(&old.within);
        }
        self.is_changed = true;
        self.outcomes.push(Outcome { was: Some(was), is: None, place: None, is_own: false, is_moved: false });
    }

    /// A piece that people do not have: it is new, or they took it out.
    fn of_source(&mut self, is: usize, joined: &[Pairs]) {
        let Some(new) = self.new.at(is) else { return };
        let words = Pairs::of(&new.said);
        let is_taken_out =
            !self.is_changed_by_source(is) && !joined.iter().any(|all| words.within(all) >= JOINED);
        match is_taken_out {
            true => self.outcomes.push(Outcome {
                was: None,
                is: Some(is),
                place: None,
                is_own: true,
                is_moved: false,
            }),
            false => self.change(None, is),
        }
    }

    /// An old piece as people have it, with the number that it has now.
    fn stay(&mut self, was: usize, is: Option<usize>, is_own: bool) {
        let Some(old) = self.old.at(was) else { return };
        let label = old.label(self.old.file);
        let new_label = is.and_then(|is| self.new.at(is)).map(|new| new.label(self.new.file));
        let has_other = |new: &&str| !label.is_empty() && !new.is_empty() && new.trim() != label.trim();
        let label = match new_label.filter(has_other) {
            Some(other) => {
                self.is_changed = true;
                other
            }
            None => label,
        };
        self.comments(&old.before);
        let indent = indent(self.old.file, old);
        let words = slice(self.old.file, old.words..old.range.end);
        let place = self.write(&[indent, label, words].concat()) + indent.len();
        self.outcomes.push(Outcome { was: Some(was), is: None, place: Some(place), is_own, is_moved: false });
    }

    /// A new piece, in the place of an old one.
    fn change(&mut self, was: Option<usize>, is: usize) {
        let Some(new) = self.new.at(is) else { return };
        let old = was.and_then(|was| self.old.at(was));
        if let Some(old) = old {
            self.comments(&old.before);
            self.comments(&old.within);
        }
        let indent = indent(self.new.file, new);
        let mut words = slice(self.new.file, new.range.clone()).to_owned();
        for (alternative, address) in old.into_iter().flat_map(|old| &old.pictures) {
            words = words.replace(&format!("![]({address}"), &format!("![{alternative}]({address}"));
        }
        // The name of a heading, to which links lead, stays.
        let order = old.and_then(|old| order(slice(self.old.file, old.range.clone())));
        if let Some(order) = order.filter(|_| !words.contains('\n') && !words.ends_with('}')) {
            words.push_str(order);
        }
        let place = self.write(&[indent, &words].concat()) + indent.len();
        let is_own = was.is_some_and(|was| self.is_own(was));
        self.is_changed = true;
        self.outcomes.push(Outcome { was, is: Some(is), place: Some(place), is_own, is_moved: false });
    }

    /// Comments of the old text.
    pub fn comments(&mut self, comments: &[Range<usize>]) {
        comments.iter().for_each(|comment| _ = self.write(slice(self.old.file, comment.clone())));
    }

    /// Writes a block, and gives where it stands.
    fn write(&mut self, block: &str) -> usize {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let place = self.out.len();
        self.out.push_str(block);
        self.out.push('\n');
        place
    }
}

/// The pieces of one text in their order, each with its twin of another; what only the other has stands after what it stands after there.
/// `twins` says, for each piece of the other, its twin.
fn placed(count: usize, twins: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut after: Vec<Vec<(Option<usize>, Option<usize>)>> =
        (0..=count).map(|at| at.checked_sub(1).map(|at| (Some(at), None)).into_iter().collect()).collect();
    let mut place = 0;
    for (other, twin) in twins.iter().enumerate() {
        place = twin.map_or(place, |twin| twin + 1);
        let Some(here) = after.get_mut(place) else { continue };
        match (twin, here.first_mut()) {
            (Some(_), Some(first)) => first.1 = Some(other),
            _ => here.push((None, Some(other))),
        }
    }
    after.concat()
}

/// For each of these numbers whether it stands in the longest row of them that grows.
fn longest_row(numbers: &[usize]) -> Vec<bool> {
    // For each length the place of the smallest number that such a row ends with; and what stands before each number in its row.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut is_in_row = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        is_in_row[at] = true;
        next = before[at];
    }
    is_in_row
}

/// The blanks before a piece on its line.
fn indent<'t>(text: &'t str, piece: &Piece) -> &'t str {
    let start = slice(text, ..piece.range.start).rfind('\n').map_or(0, |end| end + 1);
    slice(text, start..piece.range.start)
}
