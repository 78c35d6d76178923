//! Two versions of a text as one: the pieces that people keep, with what a corrected source changes.
//!
//! In: the pieces of the text that is there, those of the new import, and the digests of those that the last import made. Out: the text
//! that has the change, and what became of each piece. What the source says as before stays as people have it; what they wrote stays even
//! where the source has nothing in its place; where both changed one piece, that of the source counts.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::pieces::{Piece, order};
use crate::source::slice;

/// Among how many old pieces, on each side, the one is looked for that was corrected.
const MOST_NEAR: usize = 8;

/// How many pieces that people mended are looked for in the source.
const MOST_MENDED: usize = 300;

/// How alike two pieces are of which people mended one, in hundredths.
const MENDED: usize = 50;

/// How alike two pieces are that are one, corrected, in hundredths; and how alike under one number.
const ALIKE: usize = 33;
const ALIKE_UNDER_ONE_NUMBER: usize = 8;

/// Whose pieces, in what is merged.
const OLD: usize = 0;
const NEW: usize = 1;

/// What became of a piece.
#[derive(Debug)]
pub struct Outcome {
    /// Its place among the old ones; none where it is new.
    pub was: Option<usize>,
    /// Its place among the new ones, where that one changed it.
    pub is: Option<usize>,
    /// Where it stands in the merged text; none where it is gone.
    pub place: Option<usize>,
    /// Whether a person wrote or changed it.
    pub is_own: bool,
}

pub struct Merge<'a> {
    texts: [&'a str; 2],
    pieces: [&'a [Piece]; 2],
    digests: [Vec<String>; 2],
    /// The digests of the old pieces.
    there: HashSet<String>,
    /// The digests of what the last import made; none where nobody knows.
    known: Option<HashSet<&'a str>>,
    /// The old pieces that a person wrote or changed.
    own: HashSet<usize>,
    /// Old pieces that people mended and the source says as before, with the new ones.
    mended: HashMap<usize, usize>,
    /// The same the other way round.
    mended_as: HashMap<usize, usize>,
    pub out: String,
    /// What became of the pieces, in order.
    pub outcomes: Vec<Outcome>,
    /// Whether any piece or number is another one.
    pub is_changed: bool,
}

impl<'a> Merge<'a> {
    /// Merges the old and the new text.
    pub fn of(texts: [&'a str; 2], pieces: [&'a [Piece]; 2], base: Option<&'a [String]>) -> Self {
        let mut merge = Self {
            texts,
            pieces,
            digests: pieces.map(|pieces| pieces.iter().map(Piece::digest).collect()),
            there: pieces[OLD].iter().map(Piece::digest).collect(),
            known: base.map(|base| base.iter().map(String::as_str).collect()),
            own: HashSet::new(),
            mended: HashMap::new(),
            mended_as: HashMap::new(),
            out: String::new(),
            outcomes: Vec::new(),
            is_changed: false,
        };
        let [before, after] = pieces;
        match base {
            None => merge.both(0..before.len(), 0..after.len()),
            Some(base) => {
                merge.find_own();
                merge.find_mended();
                merge.run(base);
            }
        }
        merge
    }

    /// Between pieces that both left as they were stand those that one of them changed, or both.
    fn run(&mut self, base: &[String]) {
        let [by_people, by_source] =
            [OLD, NEW].map(|of| by_place(base.len(), &matching(base, &self.digests[of])));
        let stable = by_people.iter().zip(&by_source).enumerate();
        let stable = stable.filter_map(|(at, (was, is))| Some((at, (*was)?, (*is)?)));
        let end = (base.len(), self.pieces[OLD].len(), self.pieces[NEW].len());
        let (mut at, mut old, mut new) = (0, 0, 0);
        for (stands, was, is) in stable.chain([end]).collect::<Vec<_>>() {
            let is_as_before = is - new == stands - at
                && by_source.get(at..stands).is_some_and(|all| all.iter().all(Option::is_some));
            match is_as_before {
                true => self.keep(old..was, new..is),
                false => self.both(old..was, new..is),
            }
            if was < end.1 {
                self.same(was, is);
            }
            (at, old, new) = (stands + 1, was + 1, is + 1);
        }
    }

    /// Finds of what the last import made, and people mended, what the new source says as before: then both count as one piece, wherever
    /// the source has it.
    fn find_mended(&mut self) {
        let is_missing = |is: &usize| self.is_known(*is) && !self.is_there(*is);
        let missing: Vec<usize> = (0..self.pieces[NEW].len()).filter(is_missing).take(MOST_MENDED).collect();
        let own: Vec<usize> =
            (0..self.pieces[OLD].len()).filter(|was| self.is_own(*was)).take(MOST_MENDED).collect();
        let mut scored = Vec::new();
        for (was, is) in own.iter().flat_map(|was| missing.iter().map(move |is| (*was, *is))) {
            let alike = self.pieces[OLD]
                .get(was)
                .zip(self.pieces[NEW].get(is))
                .map_or(0, |(old, new)| alike(old, new));
            if alike >= MENDED {
                scored.push((std::cmp::Reverse(alike), was, is));
            }
        }
        scored.sort_unstable();
        let mut taken = HashSet::new();
        for (_, was, is) in scored {
            if self.mended.contains_key(&was) || !taken.insert(is) {
                continue;
            }
            self.mended.insert(was, is);
            self.mended_as.insert(is, was);
        }
        for (was, is) in &self.mended {
            let [old, new] = &mut self.digests;
            if let (Some(old), Some(new)) = (old.get_mut(*was), new.get(*is)) {
                old.clone_from(new);
                self.there.insert(new.clone());
            }
        }
    }

    /// What people made of pieces that the source says as before.
    fn keep(&mut self, old: Range<usize>, new: Range<usize>) {
        let pairs: HashMap<usize, usize> = self.pairs(old.clone(), new).into_iter().collect();
        for was in old {
            self.stay(was, pairs.get(&was).copied());
        }
    }

    /// Pieces in the place of others.
    fn both(&mut self, before: Range<usize>, after: Range<usize>) {
        let said = |of: usize, at: usize| {
            self.pieces[of].get(at).map(|piece| piece.said.clone()).unwrap_or_default()
        };
        let old: Vec<String> = before
            .clone()
            .map(|was| self.mended.get(&was).map_or_else(|| said(OLD, was), |is| said(NEW, *is)))
            .collect();
        let new: Vec<String> = after.clone().map(|is| said(NEW, is)).collect();
        let same = matching(&old, &new);
        let (mut old, mut new) = (before.start, after.start);
        for (was, is) in same.into_iter().map(|(was, is)| (before.start + was, after.start + is)) {
            self.replace(old..was, new..is);
            self.same(was, is);
            (old, new) = (was + 1, is + 1);
        }
        self.replace(old..before.end, new..after.end);
    }

    /// Pieces of which none says the same: one that says much of what an old one said is that one, corrected.
    fn replace(&mut self, mut before: Range<usize>, after: Range<usize>) {
        let pairs = self.pairs(before.clone(), after.clone());
        // Where one that people changed is replaced, nobody knows what else of the source stood in it.
        let is_doubtful = pairs.iter().any(|(was, is)| self.is_own(*was) && !self.is_known(*is));
        let pairs: HashMap<usize, usize> = pairs.into_iter().map(|(was, is)| (is, was)).collect();
        for is in after {
            let near = pairs.get(&is).copied();
            if let Some(was) = near {
                (before.start..was).for_each(|alone| self.alone(alone));
                before.start = was + 1;
            }
            match near {
                Some(was) if self.is_own(was) && self.is_known(is) => self.stay(was, Some(is)),
                None if self.is_known(is) && !self.is_there(is) && !is_doubtful => self.taken_out(is),
                near => self.change(near, is),
            }
        }
        before.for_each(|alone| self.alone(alone));
    }

    /// Old and new pieces that are one, corrected: those that are most alike first, as far as one order serves both.
    fn pairs(&self, before: Range<usize>, after: Range<usize>) -> Vec<(usize, usize)> {
        let mut scored = Vec::new();
        for (at, is) in after.clone().enumerate() {
            let middle = before.start + at * before.len() / after.len().max(1);
            let near =
                middle.saturating_sub(MOST_NEAR).max(before.start)..(middle + MOST_NEAR).min(before.end);
            scored.extend(near.filter_map(|was| Some((std::cmp::Reverse(self.score(was, is)?), was, is))));
        }
        scored.sort_unstable();
        let mut pairs: BTreeMap<usize, usize> = BTreeMap::new();
        for (_, was, is) in scored {
            let follows = pairs.range(..=was).next_back().is_none_or(|(other, of)| *other < was && *of < is);
            let goes_before = pairs.range(was..).next().is_none_or(|(other, of)| *other > was && *of > is);
            if follows && goes_before {
                pairs.insert(was, is);
            }
        }
        pairs.into_iter().collect()
    }

    /// How much an old and a new piece are one; none where they are two.
    fn score(&self, was: usize, is: usize) -> Option<usize> {
        let (old, new) = (self.pieces[OLD].get(was)?, self.pieces[NEW].get(is)?);
        let [old_label, new_label] = [old.label(self.texts[OLD]).trim(), new.label(self.texts[NEW]).trim()];
        let is_one_number = !new_label.is_empty() && old_label == new_label;
        let alike = alike(old, new);
        let least = if is_one_number { ALIKE_UNDER_ONE_NUMBER } else { ALIKE };
        (alike >= least).then_some(alike + if is_one_number { ALIKE } else { 0 })
    }

    /// Finds what a person wrote or changed.
    fn find_own(&mut self) {
        let Some(known) = &self.known else { return };
        let own = self.digests[OLD].iter().enumerate().filter(|(_, digest)| !known.contains(&***digest));
        self.own = own.map(|(at, _)| at).collect();
    }

    /// Whether a person wrote or changed an old piece.
    fn is_own(&self, was: usize) -> bool {
        self.own.contains(&was)
    }

    /// Whether the last import made a new piece, too.
    fn is_known(&self, is: usize) -> bool {
        self.known
            .as_ref()
            .is_some_and(|known| self.digests[NEW].get(is).is_some_and(|digest| known.contains(&**digest)))
    }

    /// Whether a new piece stands somewhere in the old text.
    fn is_there(&self, is: usize) -> bool {
        self.digests[NEW].get(is).is_some_and(|digest| self.there.contains(digest))
    }

    /// A piece that says what it said; its number may be another one. An alternative text is the editor's where the source has none.
    fn same(&mut self, was: usize, is: usize) {
        let (Some(old), Some(new)) = (self.pieces[OLD].get(was), self.pieces[NEW].get(is)) else { return };
        let mut pictures = old.pictures.iter().zip(&new.pictures);
        let is_other = pictures.any(|((was, _), (is, _))| !is.is_empty() && was != is);
        match is_other && !(self.is_own(was) && self.is_known(is)) {
            true => self.change(Some(was), is),
            false => self.stay(was, Some(is)),
        }
    }

    /// An old piece as people have it, with the number that it has now.
    fn stay(&mut self, was: usize, is: Option<usize>) {
        let [old_text, new_text] = self.texts;
        let Some(old) = self.pieces[OLD].get(was) else { return };
        let label = old.label(old_text);
        let new_label = is.and_then(|is| self.pieces[NEW].get(is)).map(|new| new.label(new_text));
        let has_other = |new: &&str| !label.is_empty() && !new.is_empty() && new.trim() != label.trim();
        let label = match new_label.filter(has_other) {
            Some(other) => {
                self.is_changed = true;
                other
            }
            None => label,
        };
        self.comments(&old.before);
        let indent = indent(old_text, old);
        let place =
            self.write(&[indent, label, slice(old_text, old.words..old.range.end)].concat()) + indent.len();
        self.outcomes.push(Outcome { was: Some(was), is: None, place: Some(place), is_own: false });
    }

    /// A piece that the last import made, the source has, and people took out.
    fn taken_out(&mut self, is: usize) {
        self.outcomes.push(Outcome { was: None, is: Some(is), place: None, is_own: true });
    }

    /// A new piece, in the place of an old one.
    fn change(&mut self, was: Option<usize>, is: usize) {
        // The source has it in another place than people.
        if let (None, Some(mended)) = (was, self.mended_as.get(&is)) {
            self.is_changed = true;
            return self.stay(*mended, Some(is));
        }
        let Some(new) = self.pieces[NEW].get(is) else { return };
        let old = was.and_then(|was| self.pieces[OLD].get(was));
        // What editors wrote to themselves stays.
        if let Some(old) = old {
            self.comments(&old.before);
            self.comments(&old.within);
        }
        let [old_text, new_text] = self.texts;
        let indent = indent(new_text, new);
        let mut words = slice(new_text, new.range.clone()).to_owned();
        for (alternative, address) in old.into_iter().flat_map(|old| &old.pictures) {
            words = words.replace(&format!("![]({address}"), &format!("![{alternative}]({address}"));
        }
        // So does the name of a heading, to which links lead.
        let order = old.and_then(|old| order(slice(old_text, old.range.clone())));
        if let Some(order) = order.filter(|_| !words.contains('\n') && !words.ends_with('}')) {
            words.push_str(order);
        }
        let place = self.write(&[indent, &words].concat()) + indent.len();
        let is_own = was.is_some_and(|was| self.is_own(was));
        self.is_changed = true;
        self.outcomes.push(Outcome { was, is: Some(is), place: Some(place), is_own });
    }

    /// An old piece in whose place the source has nothing.
    fn alone(&mut self, was: usize) {
        let (old_text, Some(old)) = (self.texts[OLD], self.pieces[OLD].get(was)) else { return };
        // It stands where the source has it.
        if self.mended.contains_key(&was) {
            self.is_changed = true;
            return;
        }
        self.comments(&old.before);
        let is_own = self.is_own(was);
        let place = match is_own {
            true => {
                let indent = indent(old_text, old);
                Some(self.write(&[indent, slice(old_text, old.range.clone())].concat()) + indent.len())
            }
            false => {
                self.comments(&old.within);
                self.is_changed = true;
                None
            }
        };
        self.outcomes.push(Outcome { was: Some(was), is: None, place, is_own });
    }

    /// Comments of the old text.
    pub fn comments(&mut self, comments: &[Range<usize>]) {
        comments.iter().for_each(|comment| _ = self.write(slice(self.texts[OLD], comment.clone())));
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

/// The pieces of two texts that are the same, in the order of both, as far as one order serves both.
fn matching(before: &[String], after: &[String]) -> Vec<(usize, usize)> {
    // What stands in one of them alone needs no comparing.
    let of = |pieces: &[String], others: &[String]| -> Vec<usize> {
        let others: HashSet<&String> = others.iter().collect();
        (0..pieces.len()).filter(|at| pieces.get(*at).is_some_and(|piece| others.contains(piece))).collect()
    };
    let (old, new) = (of(before, after), of(after, before));
    let those = |pieces: &[String], places: &[usize]| -> Vec<String> {
        places.iter().filter_map(|at| pieces.get(*at)).cloned().collect()
    };
    let ops = capture_diff_slices(Algorithm::Patience, &those(before, &old), &those(after, &new));
    let equal = ops.iter().filter(|op| op.tag() == DiffTag::Equal);
    let pairs = equal.flat_map(|op| {
        let (old, new) = (old.get(op.old_range()), new.get(op.new_range()));
        old.into_iter().flatten().copied().zip(new.into_iter().flatten().copied())
    });
    pairs.collect()
}

/// For each of so many pieces the one that it matches.
fn by_place(count: usize, pairs: &[(usize, usize)]) -> Vec<Option<usize>> {
    let mut places = vec![None; count];
    for (at, other) in pairs {
        if let Some(place) = places.get_mut(*at) {
            *place = Some(*other);
        }
    }
    places
}

/// How much two pieces say the same: of the pairs of characters that stand in them, how many stand in both, in hundredths.
fn alike(old: &Piece, new: &Piece) -> usize {
    let pairs = |piece: &Piece| piece.said.chars().zip(piece.said.chars().skip(1)).collect::<Vec<_>>();
    let (old, new) = (pairs(old), pairs(new));
    let mut counts: HashMap<(char, char), usize> = HashMap::new();
    old.iter().for_each(|pair| *counts.entry(*pair).or_default() += 1);
    let is_shared = |pair: &&(char, char)| {
        counts.get_mut(pair).is_some_and(|count| std::mem::replace(count, count.saturating_sub(1)) > 0)
    };
    let shared = new.iter().filter(is_shared).count();
    shared * 200 / (old.len() + new.len()).max(1)
}

/// The blanks before a piece on its line.
fn indent<'t>(text: &'t str, piece: &Piece) -> &'t str {
    let start = slice(text, ..piece.range.start).rfind('\n').map_or(0, |end| end + 1);
    slice(text, start..piece.range.start)
}
