//! The lines of a plain text: headings with their underline, paragraphs, marks of lists.
//!
//! In: words. Out: one line for each paragraph, an empty line between them, nothing at the end of a line, and which lines are
//! headings.

use unicode_width::UnicodeWidthStr;

use crate::formats::version::in_one_line;

/// What the underlines of the title, of sections, and of what is below them are made of.
const UNDERLINES: [char; 3] = ['=', '-', '.'];

/// What stands before the lines of a quotation, of a later paragraph of an item, and of a list in a list. A braille display has few
/// cells.
const INDENT: &str = "  ";

/// How wide a text is: characters of Chinese take two columns, and so do quotation marks and dashes beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As in Chinese, Japanese and Korean text.
    Wide,
    /// As in all others.
    Narrow,
}

impl Width {
    /// The columns of a line.
    pub fn of(self, line: &str) -> usize {
        match self {
            Width::Wide => line.width_cjk(),
            Width::Narrow => line.width(),
        }
    }
}

/// A plain text that is being written.
#[derive(Debug)]
pub struct Lines {
    out: String,
    width: Width,
    /// How many lines there are.
    count: usize,
    /// The lines that are headings, counted from 1.
    headings: Vec<usize>,
    indent: String,
    /// The mark that the next line begins with, and how much of the indent stands before it.
    mark: Option<(usize, String)>,
    /// Whether an empty line comes before the next one.
    gap: bool,
    /// How many lists without empty lines stand around the next line.
    tight: usize,
}

impl Lines {
    /// An empty text.
    pub fn new(width: Width) -> Self {
        Self {
            out: String::new(),
            width,
            count: 0,
            headings: Vec::new(),
            indent: String::new(),
            mark: None,
            gap: false,
            tight: 0,
        }
    }

    /// The text, and which of its lines are headings.
    pub fn finish(mut self) -> (String, Vec<usize>) {
        // A code block may be empty, or end with empty lines.
        let end = self.out.trim_end_matches('\n').len();
        self.out.truncate(end);
        self.out.push('\n');
        (self.out, self.headings)
    }

    /// Adds a heading; level 1 is the title.
    pub fn heading(&mut self, level: u8, words: &str) {
        let words = in_one_line(words);
        if words.is_empty() {
            return;
        }
        self.gap();
        self.line(&words);
        self.headings.push(self.count);
        // In an item the mark is part of the line.
        let line = self.out.lines().next_back().unwrap_or_default();
        let words = line.trim_start_matches(' ');
        let (indent, columns) = (line.len() - words.len(), self.width.of(words));
        let mark = UNDERLINES[usize::from(level.clamp(1, 3)) - 1];
        self.out.extend(std::iter::repeat_n(' ', indent).chain(std::iter::repeat_n(mark, columns)));
        self.end_line();
        self.gap();
    }

    /// Adds a paragraph. A line break that its author wants stays one.
    pub fn paragraph(&mut self, words: &str) {
        if words.trim().is_empty() {
            return;
        }
        self.gap();
        words
            .lines()
            .filter(|line| !line.trim().is_empty())
            .for_each(|line| self.line(line.trim_matches(' ')));
        self.gap();
    }

    /// Adds a line that is preformatted.
    pub fn preformatted(&mut self, text: &str) {
        self.gap();
        text.trim_end_matches('\n').split('\n').for_each(|line| self.line(line));
        self.gap();
    }

    /// Adds one line, whatever ends of lines the words hold.
    pub fn line(&mut self, words: &str) {
        if std::mem::take(&mut self.gap) && self.count > 0 {
            self.end_line();
        }
        let start = self.out.len();
        match self.mark.take() {
            Some((indent, mark)) => {
                self.out.push_str(self.indent.get(..indent).unwrap_or_default());
                self.out.push_str(&mark);
            }
            None => self.out.push_str(&self.indent),
        }
        // A value of the front matter may hold line ends.
        match words.contains('\n') {
            true => self.out.push_str(&in_one_line(words)),
            false => self.out.push_str(words),
        }
        let end = start + self.out.get(start..).unwrap_or_default().trim_end().len();
        self.out.truncate(end);
        self.end_line();
    }

    fn end_line(&mut self) {
        self.out.push('\n');
        self.count += 1;
    }

    /// Asks for an empty line before the next one, unless a list is written line by line.
    pub fn gap(&mut self) {
        self.gap |= self.tight == 0 && self.mark.is_none();
    }

    /// Writes something that begins with a mark; its other lines are indented.
    pub fn item(this: &mut impl AsMut<Self>, mark: &str) -> Item {
        let lines = this.as_mut();
        let indent = lines.indent.len();
        lines.mark = Some(match lines.mark.take() {
            Some((outer, before)) => (outer, before + mark),
            None => (indent, mark.to_owned()),
        });
        lines.indent.push_str(INDENT);
        Item(indent)
    }

    /// Ends it; of one without words the mark stays.
    pub fn end_item(&mut self, Item(indent): Item) {
        if self.mark.is_some() {
            self.line("");
        }
        self.indent.truncate(indent);
    }

    /// Begins a list that has no empty lines.
    pub fn begin_tight(&mut self) {
        self.gap();
        self.tight += 1;
    }

    /// Ends it.
    pub fn end_tight(&mut self) {
        self.tight -= 1;
        self.gap();
    }

    /// Begins what is indented.
    pub fn indent(&mut self) {
        self.indent.push_str(INDENT);
    }

    /// Ends it.
    pub fn outdent(&mut self) {
        self.indent.truncate(self.indent.len().saturating_sub(INDENT.len()));
    }
}

impl AsMut<Lines> for Lines {
    fn as_mut(&mut self) -> &mut Lines {
        self
    }
}

/// Something with a mark that is being written.
#[must_use]
pub struct Item(usize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn underlines_are_as_wide_as_headings() {
        let mut lines = Lines::new(Width::Wide);
        lines.heading(1, "关于“残疾人”的 Resolution");
        lines.heading(2, "第一\n条");
        lines.paragraph("人人有权。");
        let (text, headings) = lines.finish();
        let wide = "=".repeat(2 * 4 + 2 * 5 - 2 + 11);
        assert_eq!(text, format!("关于“残疾人”的 Resolution\n{wide}\n\n第一 条\n-------\n\n人人有权。\n"));
        assert_eq!(headings, [1, 4]);
        let mut lines = Lines::new(Width::Narrow);
        lines.heading(3, "“Rights”");
        assert_eq!(lines.finish().0, "“Rights”\n........\n");
    }

    #[test]
    fn a_line_is_one_line_and_the_last_has_words() {
        let mut lines = Lines::new(Width::Wide);
        lines.line("第 1 号: \n. 决议");
        lines.preformatted("\n\n");
        lines.preformatted("");
        assert_eq!(lines.finish().0, "第 1 号: . 决议\n");
    }

    #[test]
    fn a_heading_of_an_item_is_underlined_with_its_mark() {
        let mut lines = Lines::new(Width::Wide);
        lines.indent();
        let item = Lines::item(&mut lines, "- ");
        lines.heading(2, "条");
        lines.paragraph("话");
        lines.end_item(item);
        assert_eq!(lines.finish().0, "  - 条\n  ----\n\n    话\n");
    }

    #[test]
    fn lists_stand_line_by_line_and_items_keep_their_marks() {
        let mut lines = Lines::new(Width::Wide);
        lines.paragraph("前");
        lines.begin_tight();
        for words in ["一", "", "三"] {
            let item = Lines::item(&mut lines, "- ");
            lines.paragraph(words);
            if words == "三" {
                lines.begin_tight();
                let inner = Lines::item(&mut lines, "1. ");
                lines.paragraph("里\n面");
                lines.end_item(inner);
                lines.end_tight();
            }
            lines.end_item(item);
        }
        lines.end_tight();
        lines.paragraph("后");
        assert_eq!(lines.finish().0, "前\n\n- 一\n-\n- 三\n  1. 里\n    面\n\n后\n");
    }
}
