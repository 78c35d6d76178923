//! How a plain text shows where its paragraphs begin.
//!
//! In: the lines of a text. Out: whether paragraphs are indented, and when a line end can end a paragraph. Three
//! kinds of text are known: wrapped with indented paragraphs, wrapped with blank lines between paragraphs, and
//! one paragraph a line.

use super::lines::Line;
use crate::import::forms::ends::is_whole;
use crate::import::script::width;
use crate::source::slice;

/// Text with a line longer than this many columns is not wrapped.
const WIDEST_WRAP: usize = 120;

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The indent that a line must exceed to begin a paragraph, where paragraphs are indented.
    pub indent: Option<usize>,
    /// The smallest indent of a line.
    pub base: usize,
    /// A line narrower than this can be the last of its paragraph without a blank line after it.
    pub full: usize,
    /// How wide its widest line is.
    pub widest: usize,
    /// Whether long lines were broken.
    pub wrap: Wrap,
    /// Whether lines were broken and a blank line stands after each.
    pub is_double_spaced: bool,
    /// Whether some lines that are nearly full end inside a sentence, so that full lines are known to be broken.
    pub is_broken: bool,
}

/// Fewer lines that end inside a sentence may be paragraphs by accident.
const FEWEST_BROKEN: usize = 2;

/// Whether long lines were broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrap {
    /// At a number of columns.
    Wrapped,
    /// A line is a paragraph, however long.
    Unwrapped,
}

impl Layout {
    /// Finds the layout of the lines; `terminal` holds the marks a paragraph can end with.
    pub fn of(text: &str, lines: &[Line], terminal: &str) -> Self {
        let widths: Vec<usize> = lines.iter().map(|line| width(slice(text, line.range.clone()))).collect();
        let widest = widths.iter().copied().max().unwrap_or(0);
        let long = widths.iter().filter(|&&width| width > WIDEST_WRAP).count();
        let base = lines.iter().map(|line| line.indent).min().unwrap_or(0);
        if long >= 3 || long * 20 > lines.len() || (long > 0 && lines.len() < 20) {
            return Self {
                indent: None,
                base,
                full: usize::MAX,
                widest,
                wrap: Wrap::Unwrapped,
                is_double_spaced: false,
                is_broken: false,
            };
        }
        let gaps = lines.iter().filter(|line| line.is_parted()).count();
        let filled = widths.iter().filter(|&&width| width * 5 >= widest * 4).count();
        // Blank lines that are missing, or stand after every line of a wrapped text, show nothing.
        let are_all_parted = gaps * 10 > lines.len() * 9 && filled * 2 >= lines.len();
        let mute = gaps * 10 < lines.len() || are_all_parted;
        // Lines that were broken seldom end as paragraphs do; paragraphs of one line nearly always.
        let is_torn = |line: &&Line| !is_whole(slice(text, line.range.clone()), terminal);
        let is_double_spaced = are_all_parted && lines.iter().filter(is_torn).count() * 3 >= lines.len();
        let ends_inside = |at: &usize| {
            lines.get(at + 1).is_some_and(|next| !next.is_parted())
                && widths[*at] * 4 >= widest * 3
                && lines.get(*at).is_some_and(|line| is_torn(&line))
        };
        let is_broken = (0..lines.len()).filter(ends_inside).take(FEWEST_BROKEN).count() == FEWEST_BROKEN;
        let full = if mute { widest * 17 / 20 } else { 0 };
        let indent = indent(text, lines, terminal, base);
        Self { indent, base, full, widest, wrap: Wrap::Wrapped, is_double_spaced, is_broken }
    }
}

/// The common indent, where most lines after a whole paragraph exceed it and most others do not, or are few.
fn indent(text: &str, lines: &[Line], terminal: &str, base: usize) -> Option<usize> {
    let (mut starts, mut indented_starts, mut others, mut indented_others) = (0usize, 0usize, 0usize, 0usize);
    for pair in lines.windows(2) {
        let indented = usize::from(pair[1].indent > base);
        if is_whole(slice(text, pair[0].range.clone()), terminal) {
            starts += 1;
            indented_starts += indented;
        } else {
            others += 1;
            indented_others += indented;
        }
    }
    let are_told = indented_others * 3 <= others || others * 3 <= starts;
    (starts >= 3 && indented_starts * 5 >= starts * 3 && are_told).then_some(base)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn layouts_are_told_apart() {
        let layout = |text: &str| Layout::of(text, &lines(text), "，；。");
        let indented = " 甲乙丙丁，\n 甲乙丙丁甲乙\n丙丁，\n 甲乙，\n 丙丁。\n";
        assert_eq!(layout(indented).indent, Some(0));
        let unwrapped = format!("{0}，\n{0}；\n{0}。\n", "字".repeat(90));
        assert_eq!(layout(&unwrapped).wrap, Wrap::Unwrapped);
        let blocks = "甲乙丙丁甲乙丙丁\n丙丁，\n\n甲乙丙丁甲乙，\n丙丁，\n\n丙丁。\n";
        let want = Layout {
            indent: None,
            base: 0,
            full: 0,
            widest: 16,
            wrap: Wrap::Wrapped,
            is_double_spaced: false,
            is_broken: false,
        };
        assert_eq!(layout(blocks), want);
    }
}
