//! How a table fits on paper, where nobody can scroll and no word or number may be broken.
//!
//! In: the cells of a table. Out: the classes for its frame: smaller letters where its longest words need them, a turned page where the
//! smallest are not enough, and, where nothing is, leave to break words. The letters that will print are not known, so those of
//! wide fonts are taken.

use crate::document::{attribute, integer, unescaped, words_between_tags};
use crate::render::html::tag_end;
use crate::source::slice;

/// Room in CSS pixels on the narrower of A4 and Letter inside the margins of the style sheet: upright and turned.
const UPRIGHT: f32 = 640.0;
const TURNED: f32 = 900.0;

/// Sizes of letters in CSS pixels, and the room between columns in em, as in `media.css`; the last is the smallest, 8.25 points.
const SIZES: [(f32, f32); 3] = [(15.0, 0.75), (13.0, 0.5), (11.0, 0.4)];

/// The most columns a cell takes here; a table of more is wider than any paper.
const MOST_COLUMNS: usize = 200;

/// The longest words of a table: by columns, and of cells that take several.
#[derive(Debug, Default)]
pub struct Widths {
    columns: Vec<f32>,
    merged: Vec<(usize, usize, f32)>,
}

impl Widths {
    /// Takes a cell in, with the first column and the number of columns that it stands in.
    pub fn add(&mut self, column: usize, columns: usize, words: &str, is_head: bool) {
        let columns = columns.clamp(1, MOST_COLUMNS);
        let width = widest(words) * if is_head { 1.1 } else { 1.0 };
        let end = column.min(MOST_COLUMNS) + columns;
        if self.columns.len() < end {
            self.columns.resize(end, 0.0);
        }
        match self.columns.get_mut(column) {
            Some(widest) if columns == 1 => *widest = widest.max(width),
            _ => self.merged.push((column, end, width)),
        }
    }

    /// The widths of a table of sanitised HTML.
    pub fn of_html(table: &str) -> Self {
        let mut widths = Self::default();
        // For each column, how many rows a cell from above still takes.
        let mut taken: Vec<usize> = Vec::new();
        let (mut column, mut from) = (0, 0);
        while let Some(start) = slice(table, from..).find('<').map(|at| from + at) {
            let tag = slice(table, start..);
            from = start + tag_end(tag);
            let is_head = tag.starts_with("<th ") || tag.starts_with("<th>");
            if tag.starts_with("<tr") {
                column = 0;
            } else if tag.starts_with("</tr") {
                taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            } else if tag.starts_with("</t") && !tag.starts_with("</td") && !tag.starts_with("</th>") {
                taken.clear(); // no cell crosses its group
            } else if is_head || tag.starts_with("<td") {
                let span = |name| attribute(slice(table, start..from), name).and_then(|span| integer(&span));
                let columns = span("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS as i64) as usize;
                let rows =
                    span("rowspan").map_or(1, |rows| if rows < 1 { usize::MAX } else { rows as usize });
                while taken.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                let rest = slice(table, from..);
                let end = ["<td", "<th", "<tr", "</t"].iter().filter_map(|tag| rest.find(tag)).min();
                let words =
                    words_between_tags(&slice(rest, ..end.unwrap_or(rest.len())).replace("<br", " <br"));
                widths.add(column, columns, &unescaped(&words), is_head);
                if taken.len() < column + columns {
                    taken.resize(column + columns, 0);
                }
                taken.iter_mut().skip(column).take(columns).for_each(|left| *left = rows);
                column += columns;
            }
        }
        widths
    }

    /// The classes that make the table fit, each with a space before it.
    pub fn classes(mut self) -> &'static str {
        for (start, end, width) in std::mem::take(&mut self.merged) {
            let have: f32 = self.columns.iter().take(end).skip(start).sum();
            if let Some(last) = self.columns.get_mut(end - 1) {
                *last += (width - have).max(0.0);
            }
        }
        let letters: f32 = self.columns.iter().sum();
        let fits = |(size, gap): (f32, f32), room| size * (letters + gap * self.columns.len() as f32) <= room;
        let [normal, small, smallest] = SIZES;
        match () {
            () if fits(normal, UPRIGHT) => "",
            () if fits(small, UPRIGHT) => " print-small",
            () if fits(smallest, UPRIGHT) => " print-smallest",
            () if fits(small, TURNED) => " print-turned print-small",
            () if fits(smallest, TURNED) => " print-turned print-smallest",
            () => " print-turned print-smallest print-broken",
        }
    }
}

/// The width in em of the widest part of some words that no line ends in.
fn widest(words: &str) -> f32 {
    let (mut widest, mut width, mut ideographs) = (0.0f32, 0.0f32, 0.0f32);
    for c in words.chars() {
        let breaks = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        // A line may end between two of them; columns of a single one would be hard to read.
        ideographs = if is_wide(c) { (ideographs + 1.0).min(4.0) } else { 0.0 };
        width = if breaks || is_wide(c) { 0.0 } else { width + of_letter(c) };
        widest = widest.max(width).max(ideographs);
        if matches!(c, '-' | '\u{2010}' | '–' | '—' | '\u{ad}' | '\u{200b}') {
            width = 0.0;
        }
    }
    widest
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

fn of_letter(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '|' | '('
        | ')' | '[' | ']' | '/' | '-' => 0.45,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 1.0,
        c if c.is_uppercase() => 0.8,
        '\u{ac00}'..='\u{d7af}' => 1.0,
        _ => 0.65,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(rows: &[&[&str]]) -> &'static str {
        let mut widths = Widths::default();
        for row in rows {
            row.iter().enumerate().for_each(|(column, words)| widths.add(column, 1, words, false));
        }
        widths.classes()
    }

    #[test]
    fn letters_become_smaller_and_then_the_page_is_turned() {
        assert_eq!(classes(&[&["地区", "每一季度的全部支出金额，以及今后两年的预算", "1,308"]]), "");
        assert_eq!(classes(&[&["1,000,991"; 7]]), " print-small");
        assert_eq!(classes(&[&["1,000,991"; 9]]), " print-smallest");
        assert_eq!(classes(&[&["1,000,991"; 11]]), " print-turned print-small");
        assert_eq!(classes(&[&["1,000,991"; 13]]), " print-turned print-smallest");
        assert_eq!(classes(&[&["1,000,991"; 30]]), " print-turned print-smallest print-broken");
    }

    #[test]
    fn a_line_ends_between_words_and_ideographs_and_nowhere_else() {
        assert_eq!(widest("公共服务部门"), 4.0);
        assert_eq!(widest("公共abcde服务"), widest("abcde"));
        assert_eq!(widest("easy-read"), widest("easy-"));
        assert!(widest("1\u{a0}308") > widest("1 308"));
    }

    #[test]
    fn cells_of_html_stand_in_their_columns() {
        let table = "<table><thead><tr><th rowspan=\"2\">Area</th><th colspan=\"2\">Streets</th></tr>\
            <tr><th>Q<br>1</th><th>Q2</th></tr></thead><tbody><tr><td>a&amp;b</td><td>22</td><td>333</td></tr></tbody></table>";
        let widths = Widths::of_html(table);
        assert_eq!(widths.columns, [widest("Area") * 1.1, widest("22"), widest("333")]);
        assert_eq!(widths.merged, [(1, 3, widest("Streets") * 1.1)]);
    }
}
