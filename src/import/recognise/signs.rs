//! How sure it is that a text is a resolution, or another document of a body.
//!
//! In: what was found of one, each as a sign with its place. Out: the points of all signs together. Below [`ENOUGH`] the text
//! becomes a plain document, with a finding that names the signs there are. The ledger lists the signs of what was recognised.

use std::ops::Range;

use super::fields::Fields;
use crate::import::forms::headings::Headings;
use crate::import::ledger::Sign;
use crate::import::unsure::Unsure;
use crate::languages::ResolutionPatterns;
use crate::numbering::{Number, Suffix};

/// So many points are enough.
pub const ENOUGH: u32 = 5;

/// The keys of the front matter that are signs, with their names and points.
const OF_COVER: [(&str, &str, u32); 8] = [
    ("symbol", "symbol", 2),
    ("body", "body", 1),
    ("session.name", "session", 1),
    ("agenda-item.number", "agenda item", 1),
    ("adopted", "line of adoption", 2),
    ("distribution.type", "distribution", 1),
    ("number", "number", 1),
    ("subtitle", "subtitle", 1),
];

/// The signs that were found.
#[derive(Debug, Default)]
pub struct Signs(Vec<Sign>);

impl Signs {
    /// The signs on a cover.
    pub fn of_cover(fields: &Fields) -> Self {
        let found = OF_COVER
            .iter()
            .filter_map(|&(key, name, points)| Some(Sign { name, points, span: fields.get(key)?.whole() }));
        Self(found.collect())
    }

    /// Adds one.
    pub fn add(&mut self, name: &'static str, points: u32, range: Range<usize>) {
        self.0.push(Sign { name, points, span: range.into() });
    }

    /// Adds those of the lines of a text: paragraphs that are counted from 1, and headings where their labels may be some.
    pub fn text<'a>(
        &mut self,
        lines: impl Iterator<Item = (&'a str, Range<usize>)>,
        headings: Option<&ResolutionPatterns>,
    ) {
        let (mut next, mut levels, mut has_heading) = (1, Headings::default(), headings.is_none());
        for (said, range) in lines {
            let number = Number::of(said).filter(|number| number.suffix == Suffix::None);
            if number.is_some_and(|number| number.value == next) {
                match next {
                    1 => self.add("paragraph 1", 1, range.clone()),
                    2 => self.add("paragraph 2", 1, range.clone()),
                    _ => {}
                }
                next += 1;
            }
            if !has_heading && headings.is_some_and(|rules| levels.level(said, rules).is_some()) {
                has_heading = true;
                self.add("heading", 2, range);
            }
        }
    }

    /// How many points they have.
    pub fn points(&self) -> u32 {
        self.0.iter().map(|sign| sign.points).sum()
    }

    /// What is said of a text that has too few, where there are; `range` is the first of them.
    pub fn unsure(&self, range: Range<usize>) -> Unsure {
        let names: Vec<String> =
            self.0.iter().map(|sign| format!("{} ({})", sign.name, sign.points)).collect();
        let why = format!(
            "the text became a plain document: too little shows that it is a resolution or a report, {} of {ENOUGH} points: {}",
            self.points(),
            names.join(", ")
        );
        Unsure::new(range, why)
    }

    /// All of them, for the ledger.
    pub fn into_list(self) -> Vec<Sign> {
        self.0
    }
}
