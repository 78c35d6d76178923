//! Where the written Markdown came from.
//!
//! In: as it is written, the place in the text with what is written there. Out: for any place in the text, the span of the
//! source.

use crate::import::passage::Passage;
use crate::source::{Span, slice};

/// The origin of each piece of the text.
#[derive(Debug, Default)]
pub struct Origins<'a>(Vec<(usize, Origin<'a>)>);

/// Where a piece came from.
#[derive(Debug, Clone, Copy)]
enum Origin<'a> {
    /// It stands for this span as a whole, as the number of a list does.
    Span(Span),
    /// It is the words of a passage from this place on, with a backslash before what Markdown would act on.
    Words(&'a Passage, usize),
}

impl<'a> Origins<'a> {
    /// Something that stands for a span begins at a place of the text.
    pub fn add(&mut self, at: usize, span: Span) {
        self.0.push((at, Origin::Span(span)));
    }

    /// Words of a passage begin at a place of the text.
    pub fn words(&mut self, at: usize, passage: &'a Passage, from: usize) {
        self.0.push((at, Origin::Words(passage, from)));
    }

    /// The source of a place in the text; none above the first piece.
    pub fn of(&self, text: &str, place: usize) -> Option<Span> {
        let next = self.0.partition_point(|(at, _)| *at <= place);
        let (at, origin) = self.0.get(next.checked_sub(1)?)?;
        Some(match *origin {
            Origin::Span(span) => span,
            Origin::Words(passage, from) => {
                let place = from + unescaped(slice(text, *at..place));
                passage.spans(place..passage.text().len()).next().unwrap_or(passage.whole())
            }
        })
    }
}

/// How many bytes of a text are left without the backslashes that escape what follows them.
fn unescaped(text: &str) -> usize {
    let mut chars = text.chars();
    let mut length = 0;
    while let Some(c) = chars.next() {
        length += if c == '\\' { chars.next().map_or(0, char::len_utf8) } else { c.len_utf8() };
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_leads_back_across_escapes_and_line_ends() {
        let source = "1. a*b\n丙";
        let mut passage = Passage::line(source, 3..6);
        passage.append(Passage::line(source, 7..10), crate::import::passage::Joint::Space);
        let text = "1. a\\*b 丙";
        let mut origins = Origins::default();
        origins.add(0, Span::from(0..2));
        origins.words(3, &passage, 0);
        let place = |words: &str| origins.of(text, text.find(words).unwrap()).unwrap().start;
        assert_eq!((place("1."), place("a"), place("b"), place("丙")), (0, 3, 5, 7));
    }
}
