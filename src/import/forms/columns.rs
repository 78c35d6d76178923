//! The columns of a line: what stands far apart says different things.

use std::ops::Range;

use crate::source::slice;

/// How many blanks part two columns.
const FAR: usize = 4;

/// The columns of a line, without the blanks between them.
pub fn columns(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut columns: Vec<Range<usize>> = Vec::new();
    let mut blanks = FAR;
    for (at, c) in slice(text, line.clone()).char_indices() {
        let (at, end) = (line.start + at, line.start + at + c.len_utf8());
        match (c, columns.last_mut()) {
            (c, _) if c.is_whitespace() => blanks += if c == '\t' { FAR } else { 1 },
            (_, Some(last)) if blanks < FAR => (last.end, blanks) = (end, 0),
            _ => {
                columns.push(at..end);
                blanks = 0;
            }
        }
    }
    columns
}
