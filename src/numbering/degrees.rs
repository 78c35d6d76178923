//! Where labels stand under one another.
//!
//! In: the labels under one number, in order, each with the one after it. Out: the degree of each, and its part of the name. A label that
//! begins a new way of counting stands under the last; one that goes on counting stands beside those it follows.

use super::{Counting, Label, Mark};

/// Where the labels under one number stand: for each degree its mark, how it is counted, and how far.
#[derive(Debug, Default)]
pub struct Degrees(Vec<(Mark, Counting, u32)>);

impl Degrees {
    /// The degree of the paragraph with this label, from 0, and its part of the name; `next` is the label after it.
    pub fn place(&mut self, label: &Label, next: Option<&Label>) -> (usize, Box<str>) {
        let (degree, reading) = self.find(label, next);
        self.0.truncate(degree);
        self.0.push((label.mark, reading.0, reading.1));
        (degree, label.name(reading))
    }

    /// The degree of a label that was put in behind the one with this value, where that one came last in its degree.
    pub fn place_behind(&mut self, label: &Label) -> Option<usize> {
        let is_that = |&(mark, counting, value): &_| mark == label.mark && label.reads(counting, value);
        let degree = self.0.iter().rposition(is_that)?;
        self.0.truncate(degree + 1);
        Some(degree)
    }

    /// How far the last label that was placed is counted.
    pub fn last(&self) -> Option<u32> {
        self.0.last().map(|(_, _, value)| *value)
    }

    fn find(&self, label: &Label, next: Option<&Label>) -> (usize, (Counting, u32)) {
        let goes_on = |&(_, (counting, value)): &(usize, (Counting, u32))| {
            next.is_some_and(|next| next.mark == label.mark && next.reads(counting, value + 1))
        };
        let is_open = |counting, open: &(Mark, Counting, u32)| (open.0, open.1) == (label.mark, counting);
        let begins = label
            .readings()
            .rev()
            .find(|&(counting, value)| value == 1 && !self.0.iter().any(|open| is_open(counting, open)))
            .map(|reading| (self.0.len(), reading));
        // The innermost degree first, for what is open goes on until something else is said.
        let continues: Vec<_> = (0..self.0.len())
            .rev()
            .flat_map(|degree| label.readings().map(move |reading| (degree, reading)))
            .filter(|&(degree, (counting, value))| {
                self.0[degree] == (label.mark, counting, value.saturating_sub(1))
            })
            .collect();
        let certain = continues.iter().copied().chain(begins).find(goes_on);
        let known = (0..self.0.len())
            .rev()
            .flat_map(|degree| label.readings().map(move |reading| (degree, reading)))
            .find(|&(degree, (counting, _))| is_open(counting, &self.0[degree]));
        certain
            .or(continues.first().copied())
            .or(begins)
            .or(known)
            .unwrap_or_else(|| (self.0.len(), label.readings().next().unwrap_or((Counting::Digits, 1))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(labels: &[&str]) -> Vec<String> {
        let labels: Vec<_> =
            labels.iter().map(|label| Label::of(label).unwrap_or_else(|| panic!("{label}"))).collect();
        let mut degrees = Degrees::default();
        let mut path: Vec<Box<str>> = Vec::new();
        labels
            .iter()
            .enumerate()
            .map(|(at, label)| {
                let (degree, name) = degrees.place(label, labels.get(at + 1));
                path.truncate(degree);
                path.push(name);
                path.join("-")
            })
            .collect()
    }

    #[test]
    fn labels_have_their_degree() {
        assert_eq!(names(&["(a)", "(i)", "(ii)", "(b)"]), ["a", "a-i", "a-ii", "b"]);
        assert_eq!(names(&["a)", "b）"]), ["a", "b"]);
        assert_eq!(names(&["(a)", "㈠", "㈡", "(b)", "㈠"]), ["a", "a-i", "a-ii", "b", "b-i"]);
        assert_eq!(names(&["㈠", "㈡", "①", "②", "㈢"]), ["i", "ii", "ii-1", "ii-2", "iii"]);
        assert_eq!(names(&["（一）", "（二）", "(1)", "（十一）"]), ["i", "ii", "ii-1", "xi"]);
        assert_eq!(names(&["①", "②"]), ["1", "2"]);
    }

    #[test]
    fn a_letter_i_is_told_from_a_roman_one() {
        let letters = |last: char| ('a'..=last).map(|letter| format!("({letter})")).collect::<Vec<_>>();
        let with = |labels: Vec<String>, more: &[&str]| {
            let all: Vec<&str> = labels.iter().map(String::as_str).chain(more.iter().copied()).collect();
            names(&all).split_off(labels.len())
        };
        assert_eq!(with(letters('h'), &["(i)", "(j)"]), ["i", "j"]);
        assert_eq!(with(letters('h'), &["(i)", "(ii)", "(i)", "(j)"]), ["h-i", "h-ii", "i", "j"]);
        assert_eq!(with(letters('h'), &["(i)"]), ["i"]);
        assert_eq!(
            with(letters('u'), &["(v)", "(w)", "(x)", "(y)", "(z)", "(aa)", "(bb)"])[5..],
            ["aa", "bb"]
        );
        assert_eq!(
            with(letters('u'), &["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(v)", "(w)"]),
            ["u-i", "u-ii", "u-iii", "u-iv", "u-v", "u-vi", "v", "w"]
        );
        assert_eq!(names(&["(a)", "(d)", "(c)"]), ["a", "d", "c"]);
    }

    #[test]
    fn one_way_of_counting_has_other_degrees_with_other_marks() {
        let mut degrees = Degrees::default();
        let labels = ["（一）", "1．", "（1）", "①", "2．", "（二）"]
            .map(|label| super::super::label_in_article(label).unwrap().0);
        let places: Vec<usize> =
            labels.iter().enumerate().map(|(at, label)| degrees.place(label, labels.get(at + 1)).0).collect();
        assert_eq!(places, [0, 1, 2, 3, 1, 0]);
        assert_eq!(degrees.place_behind(&labels[5]), Some(0));
        assert_eq!(degrees.place_behind(&labels[0]), None);
    }
}
