//! What goes into the front matter: passages of the source under their keys.
//!
//! Keys are written with dots, as in `session.name`; one key may hold several passages, in order.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::import::ledger::{Destination, Ledger};
use crate::import::passage::{Joint, Passage};

/// The keys with what the source says for each.
#[derive(Debug, Default)]
pub struct Fields(BTreeMap<&'static str, Vec<Passage>>);

impl Fields {
    /// Whether a key has a passage.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The first passage under a key.
    pub fn get(&self, key: &str) -> Option<&Passage> {
        self.all(key).first()
    }

    /// The text of the first passage under a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).map(Passage::text)
    }

    /// All passages under a key.
    pub fn all(&self, key: &str) -> &[Passage] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// The passages under a key of the front matter and the keys in it, in the order of their names.
    pub fn under<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Passage> {
        let is_under = move |name: &str| {
            name.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.0.iter().filter(move |(name, _)| is_under(name)).flat_map(|(_, passages)| passages)
    }

    /// All passages with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Passage)> {
        self.0.iter().flat_map(|(key, passages)| passages.iter().map(move |passage| (*key, passage)))
    }

    /// Adds a passage under a key.
    pub fn add(&mut self, key: &'static str, passage: Passage) {
        self.0.entry(key).or_default().push(passage);
    }

    /// Adds a range of the source to the last passage under a key, or begins one.
    pub fn extend(&mut self, key: &'static str, source: &str, range: Range<usize>, joint: Joint) {
        match self.0.get_mut(key).and_then(|passages| passages.last_mut()) {
            Some(passage) => passage.push(source, range, joint),
            None => self.add(key, Passage::line(source, range)),
        }
    }

    /// Takes the last passage from under a key.
    pub fn take_last(&mut self, key: &str) -> Option<Passage> {
        let passages = self.0.get_mut(key)?;
        let last = passages.pop();
        if passages.is_empty() {
            self.0.remove(key);
        }
        last
    }

    /// Puts one passage in the place of all under a key; an empty one leaves nothing.
    pub fn replace(&mut self, key: &'static str, passage: Passage) {
        self.0.remove(key);
        if !passage.is_empty() {
            self.add(key, passage);
        }
    }

    /// Adds a passage to the last one under a key, or begins with it; an empty one leaves no field behind.
    pub fn join(&mut self, key: &'static str, passage: Passage, joint: Joint) {
        if passage.is_empty() {
            return;
        }
        match self.0.get_mut(key).and_then(|passages| passages.last_mut()) {
            Some(last) => last.append(passage, joint),
            None => self.add(key, passage),
        }
    }

    /// Takes ranges of the source, which are in order, out of all passages, and gives those that were in one.
    pub fn leave(&mut self, source: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut left = Vec::new();
        for passage in self.0.values_mut().flatten().filter(|_| !ranges.is_empty()) {
            let mut kept = Vec::new();
            let mut from = 0;
            for (at, piece) in passage.pieces() {
                let first = ranges.partition_point(|range| range.end <= piece.start);
                for range in ranges.iter().skip(first).take_while(|range| range.start < piece.end) {
                    let (start, end) = (range.start.max(piece.start), range.end.min(piece.end));
                    kept.push(from..at + start - piece.start);
                    from = at + end - piece.start;
                    left.push(start..end);
                }
            }
            if from > 0 {
                kept.push(from..passage.text().len());
                *passage = passage.keep(source, &kept);
            }
        }
        left
    }

    /// Writes every passage into the ledger.
    pub fn enter(&self, ledger: &mut Ledger) {
        for (key, passage) in self.iter() {
            for span in passage.spans(0..passage.text().len()) {
                ledger.add(span, Destination::Field(key));
            }
        }
    }
}
