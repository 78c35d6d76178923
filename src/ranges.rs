//! Many places in one line, asked about quickly: a hostile line has thousands of both.

use std::ops::Range;

/// Byte ranges, sorted; those that overlapped are one.
#[derive(Debug, Default)]
pub struct Ranges(Vec<Range<usize>>);

impl Ranges {
    /// Whether one of them holds the whole place.
    pub fn hold(&self, place: &Range<usize>) -> bool {
        let after = self.0.partition_point(|range| range.start <= place.start);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|range| place.end <= range.end)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Range<usize>> {
        self.0.iter()
    }

    /// Those that a place holds whole.
    pub fn within(&self, place: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let first = self.0.partition_point(|range| range.start < place.start);
        let end = place.end;
        self.0
            .iter()
            .skip(first)
            .take_while(move |range| range.start < end)
            .filter(move |range| range.end <= end)
    }

    /// Whether one of them shares a byte with the place.
    pub fn touch(&self, place: &Range<usize>) -> bool {
        let first = self.0.partition_point(|range| range.end <= place.start);
        self.0.get(first).is_some_and(|range| range.start < place.end)
    }
}

impl FromIterator<Range<usize>> for Ranges {
    fn from_iter<I: IntoIterator<Item = Range<usize>>>(ranges: I) -> Self {
        let mut sorted: Vec<Range<usize>> = ranges.into_iter().filter(|range| !range.is_empty()).collect();
        sorted.sort_by_key(|range| range.start);
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(sorted.len());
        for range in sorted {
            match merged.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        Self(merged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_stay_apart_and_overlaps_become_one() {
        let ranges = Ranges::from_iter([6..9, 0..3, 3..6, 8..12]);
        assert!(ranges.hold(&(0..3)) && ranges.hold(&(7..12)) && !ranges.hold(&(2..4)));
        assert!(ranges.touch(&(2..4)) && ranges.touch(&(11..20)) && !ranges.touch(&(12..20)));
        assert!(!Ranges::default().touch(&(0..1)));
    }
}
