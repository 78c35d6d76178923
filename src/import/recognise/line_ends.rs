//! Numbers at the ends of lines that may go on in the next line.
//!
//! In: a passage that was joined of lines. Out: the places where a line ends with a number and a mark that numbers also hold, and
//! the next one begins with a digit: `1,` and `000`, `3.` and `5`.

use crate::import::passage::Passage;
use crate::import::unsure::Unsure;
use crate::source::slice;

/// The places where a number may have been cut.
pub fn doubts<'a>(source: &'a str, passage: &'a Passage) -> impl Iterator<Item = Unsure> + 'a {
    let pieces = || passage.pieces().map(|(_, range)| range);
    pieces().zip(pieces().skip(1)).filter_map(move |(above, below)| {
        let is_line_end = slice(source, above.end..below.start).contains('\n');
        let number = slice(source, above).strip_suffix(['.', ',', '．'])?;
        let is_cut = number.ends_with(|c: char| c.is_ascii_digit())
            && slice(source, below.clone()).starts_with(|c: char| c.is_ascii_digit());
        let why = "a line ends inside or behind a number here, and the next one begins with a digit: they may be one number or two";
        (is_line_end && is_cut).then(|| Unsure::new(below.start..below.start + 1, why))
    })
}
