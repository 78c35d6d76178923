//! The columns of a line: what stands far apart says different things.

use std::ops::Range;

use crate::languages::{LONGEST_HEADING, ResolutionPatterns, unspaced};
use crate::source::slice;

/// No name of an organisation or a body takes more bytes.
const LONGEST_NAME: usize = 120;

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

/// The columns of a line of a cover. Where a program left one blank between them, what stands behind the name of the organisation or
/// of a body is known: the symbol, or the distribution.
pub fn cover_columns(text: &str, line: Range<usize>, rules: &ResolutionPatterns) -> Vec<Range<usize>> {
    let columns = columns(text, line);
    columns.into_iter().flat_map(|column| close_columns(text, column, rules)).collect()
}

fn close_columns(text: &str, column: Range<usize>, rules: &ResolutionPatterns) -> Vec<Range<usize>> {
    let said = slice(text, column.clone());
    let is_blank = |c: char| c.is_whitespace();
    let is_name = |name: &str| rules.cover.issuer.is_match(&unspaced(name)) || rules.body(name).is_some();
    let is_known =
        |rest: &str| rules.cover.symbol.is_match(rest) || rules.cover.distribution.kind.is_match(rest);
    let blanks = said.match_indices(is_blank).filter(|_| said.len() <= LONGEST_HEADING);
    let parted = blanks.take_while(|(at, _)| *at <= LONGEST_NAME).find_map(|(at, _)| {
        let (name, rest) = (slice(said, ..at).trim_end(), slice(said, at..).trim_start());
        (is_name(name) && is_known(rest)).then_some((name.len(), said.len() - rest.len()))
    });
    match parted {
        Some((end, start)) => vec![column.start..column.start + end, column.start + start..column.end],
        None => vec![column],
    }
}
