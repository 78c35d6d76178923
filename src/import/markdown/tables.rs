//! Tables, with their captions.
//!
//! In: the paragraphs of the cells of a table, one after another. Out: a table of Markdown, if its cells are one row and column
//! each and one row is its head; otherwise one of HTML. That one holds no Markdown: the notes that only its cells mark
//! follow it as paragraphs, its pictures too, and of links the words are kept; each is reported.

use std::collections::{BTreeMap, HashMap};

use super::super::recognise::body::{Body, Paragraph};
use super::escape::Position;
use super::{Form, Home, Writer};
use crate::import::source::{Cell, Inserted, Mark, Paragraph as Given, Style, Words};
use crate::import::unsure::Unsure;
use crate::parse::is_caption;

const LINK: &str = "words in a table with merged cells lead elsewhere, and such a table holds no links";
const NOTES: &str = "a table with merged cells holds no marks of notes: its notes stand below it, and the others are counted without them";

const NO_CAPTION: &str = "this table has merged cells and no caption, without which it is not published: write one between <caption> and </caption> below <table>";

/// The cells of a table, by rows and columns, each with the places of its paragraphs.
struct Grid {
    cells: BTreeMap<(u32, u32), (Cell, Vec<usize>)>,
    rows: u32,
    columns: u32,
    heads: u32,
}

impl Grid {
    fn of(paragraphs: &[Paragraph], first: usize) -> Self {
        let mut grid = Self { cells: BTreeMap::new(), rows: 0, columns: 0, heads: 0 };
        for (at, cell) in
            paragraphs.iter().enumerate().filter_map(|(at, paragraph)| Some((at, paragraph.given.cell?)))
        {
            grid.rows = grid.rows.max(cell.row.saturating_add(cell.size.0));
            grid.columns = grid.columns.max(cell.column.saturating_add(cell.size.1));
            grid.heads = grid.heads.max(if cell.is_header { cell.row + 1 } else { 0 });
            grid.cells.entry((cell.row, cell.column)).or_insert((cell, Vec::new())).1.push(first + at);
        }
        grid
    }

    fn is_plain(&self) -> bool {
        self.heads == 1 && self.cells.values().all(|(cell, _)| cell.size == (1, 1))
    }
}

impl<'a> Writer<'a> {
    /// Whether words are the caption of a table.
    pub fn is_of_table(&self, given: &Given) -> bool {
        let said = given.words.passage.text();
        given.style == Style::Caption && self.manner.table_words.iter().any(|word| said.starts_with(word))
    }

    /// Writes the table that begins at a paragraph, with its caption, and says how many paragraphs these are; none where no table begins.
    pub fn table(&mut self, body: &'a Body, at: usize) -> Option<usize> {
        let paragraphs = &body.paragraphs;
        let may_be_caption = |at: usize| {
            let given = &paragraphs.get(at)?.given;
            let is_one =
                given.style == Style::Caption && given.cell.is_none() && !given.words.passage.is_empty();
            is_one.then_some(given)
        };
        let is_caption = |at: usize| may_be_caption(at).is_some_and(|given| self.is_of_table(given));
        // A caption above a table is its own, unless a picture stands above it.
        let is_of_picture =
            || at.checked_sub(1).and_then(|before| paragraphs.get(before)).is_some_and(is_picture);
        let above = (is_caption(at) || (may_be_caption(at).is_some() && !is_of_picture())).then_some(at);
        let start = at + usize::from(above.is_some());
        let table = paragraphs.get(start)?.given.cell?.table;
        let is_of = |paragraph: &&Paragraph| paragraph.given.cell.is_some_and(|cell| cell.table == table);
        let length = paragraphs.get(start..)?.iter().take_while(is_of).count();
        let end = start + length;
        let grid = Grid::of(paragraphs.get(start..end)?, start);
        // In HTML a caption is words; one that holds more stands above the table as a paragraph.
        let fits = |at: &usize| {
            grid.is_plain() || paragraphs.get(*at).is_some_and(|it| is_mere_words(&it.given.words))
        };
        let below = (above.is_none() && is_caption(end)).then_some(end).filter(fits);
        let caption = above.filter(fits).or(below);
        self.lists.end();
        match (above, caption) {
            (Some(at), None) => self.paragraph(paragraphs.get(at)?, Home::Paragraph(at as u32)),
            (_, Some(at)) if grid.is_plain() => self.caption(paragraphs.get(at)?, at),
            _ => {}
        }
        self.origins.add(self.out.len(), paragraphs.get(start)?.given.whole());
        if grid.is_plain() {
            self.pipes(body, &grid);
        } else {
            if caption.is_none() {
                let first = paragraphs.get(start)?.given.whole().range();
                self.unsure.push(Unsure::new(first, NO_CAPTION));
            }
            self.html(body, &grid, caption);
            self.after_html(body, start..end);
        }
        Some(end + usize::from(below.is_some()) - at)
    }

    /// Writes a caption as a paragraph that is read as one.
    fn caption(&mut self, caption: &'a Paragraph, at: usize) {
        self.origins.add(self.out.len(), caption.given.whole());
        if let Some(word) = self
            .manner
            .table_words
            .first()
            .filter(|_| !is_caption(caption.given.words.passage.text(), self.manner.table_words))
        {
            self.out.push_str(word);
            self.out.push_str(": ");
        }
        self.cell_words(caption, at, Position::Inside);
        self.out.push_str("\n\n");
    }

    fn pipes(&mut self, body: &'a Body, grid: &Grid) {
        self.form = Form::Cell;
        for row in 0..grid.rows {
            self.out.push('|');
            for column in 0..grid.columns {
                self.out.push(' ');
                if let Some((_, paragraphs)) = grid.cells.get(&(row, column)) {
                    self.cell(body, paragraphs);
                }
                self.out.push_str(" |");
            }
            self.out.push('\n');
            if row == 0 {
                self.out.push('|');
                (0..grid.columns).for_each(|_| self.out.push_str("---|"));
                self.out.push('\n');
            }
        }
        self.form = Form::Markdown;
        self.out.push('\n');
    }

    fn html(&mut self, body: &'a Body, grid: &Grid, caption: Option<usize>) {
        self.form = Form::Html;
        self.out.push_str("<table>\n");
        if let Some((at, caption)) = caption.and_then(|at| Some((at, body.paragraphs.get(at)?))) {
            self.out.push_str("<caption>");
            self.origins.add(self.out.len(), caption.given.whole());
            self.cell_words(caption, at, Position::Inside);
            self.out.push_str("</caption>\n");
        }
        // Until which row each column is covered by a cell above.
        let mut covered = vec![0; grid.columns as usize];
        for row in 0..grid.rows {
            let part = |row: u32| if row < grid.heads { "thead" } else { "tbody" };
            if row == 0 || row == grid.heads {
                self.out.push_str(&format!("<{}>\n", part(row)));
            }
            self.out.push_str("<tr>");
            for column in 0..grid.columns {
                let cell = grid.cells.get(&(row, column));
                let until = covered.get(column as usize).copied().unwrap_or_default();
                if let Some((cell, paragraphs)) = cell {
                    let end = cell.column + cell.size.1;
                    let columns = covered.get_mut(cell.column as usize..end as usize);
                    columns.into_iter().flatten().for_each(|until| *until = row + cell.size.0);
                    self.html_cell(body, cell, paragraphs, row < grid.heads);
                } else if until <= row {
                    self.out.push_str("<td></td>");
                }
            }
            self.out.push_str("</tr>\n");
            if row + 1 == grid.heads || row + 1 == grid.rows {
                self.out.push_str(&format!("</{}>\n", part(row)));
            }
        }
        self.out.push_str("</table>\n\n");
        self.form = Form::Markdown;
    }

    fn html_cell(&mut self, body: &'a Body, cell: &Cell, paragraphs: &[usize], is_head: bool) {
        let (rows, columns) = cell.size;
        let heads_row =
            !is_head && cell.column == 0 && paragraphs.iter().all(|at| is_bold(&body.paragraphs[*at].given));
        let name = if is_head || heads_row { "th" } else { "td" };
        let scope = match (is_head, heads_row) {
            (true, _) if columns > 1 => " scope=\"colgroup\"",
            (true, _) => " scope=\"col\"",
            (_, true) if rows > 1 => " scope=\"rowgroup\"",
            (_, true) => " scope=\"row\"",
            _ => "",
        };
        self.out.push_str(&format!("<{name}{scope}"));
        for (name, size) in [("rowspan", rows), ("colspan", columns)] {
            if size > 1 {
                self.out.push_str(&format!(" {name}=\"{size}\""));
            }
        }
        self.out.push('>');
        self.is_head = heads_row;
        self.cell(body, paragraphs);
        self.is_head = false;
        self.out.push_str(&format!("</{name}>"));
    }

    /// Writes what a cell holds.
    fn cell(&mut self, body: &'a Body, paragraphs: &[usize]) {
        for (count, at) in paragraphs.iter().enumerate() {
            let Some(paragraph) = body.paragraphs.get(*at) else { continue };
            if count > 0 {
                self.out.push_str("<br>");
            }
            self.origins.add(self.out.len(), paragraph.given.whole());
            self.cell_words(paragraph, *at, Position::Inside);
        }
    }

    fn cell_words(&mut self, paragraph: &'a Paragraph, at: usize, place: Position) {
        let home = Home::Paragraph(at as u32);
        if let Some(number) = paragraph.given.number.clone() {
            self.number(number, &paragraph.given, home, place);
        }
        self.words(&paragraph.given.words, paragraph.given.lang.as_ref(), home, place);
    }

    /// What a table of HTML does not hold.
    fn after_html(&mut self, body: &'a Body, cells: std::ops::Range<usize>) {
        let inside = body.paragraphs.get(cells.clone()).unwrap_or_default();
        let mut here: HashMap<usize, usize> = HashMap::new();
        inside.iter().flat_map(notes_of).for_each(|note| *here.entry(note).or_default() += 1);
        for (offset, paragraph) in inside.iter().enumerate() {
            let words = &paragraph.given.words;
            let home = Home::Paragraph((cells.start + offset) as u32);
            for (_, what) in &words.inserted {
                self.insert(what, home);
                self.out.push_str("\n\n");
            }
            for (range, target) in &words.links {
                let range = words.passage.span(range.clone()).range();
                self.unsure.push(Unsure::new(range, format!("{LINK}: “{target}”")));
            }
            for at in notes_of(paragraph) {
                let is_written = self.written.get(at).copied().unwrap_or(true);
                let Some(note) =
                    body.notes.get(at).filter(|_| !is_written && self.marked.get(at) == here.get(&at))
                else {
                    continue;
                };
                if let Some(written) = self.written.get_mut(at) {
                    *written = true;
                }
                self.unsure.push(Unsure::new(note.mark.clone(), NOTES));
                let home = Home::Note(at as u32);
                self.origins.add(self.out.len(), note.mark.clone().into());
                self.out.push_str("<sup>");
                self.escape(crate::source::slice(self.text, note.mark.clone()), Position::Inside);
                self.out.push_str("</sup> ");
                self.ledger.add(note.mark.clone().into(), home.destination());
                self.words(&note.words, None, home, Position::Inside);
                self.out.push_str("\n\n");
            }
        }
    }
}

/// The notes that a paragraph marks.
pub fn notes_of(paragraph: &Paragraph) -> impl Iterator<Item = usize> {
    let note = |(_, mark): &(_, Mark)| match mark {
        Mark::Note(note) => Some(*note),
        _ => None,
    };
    paragraph.given.words.marks.iter().filter_map(note)
}

/// Whether a paragraph is a picture alone.
fn is_picture(paragraph: &Paragraph) -> bool {
    let words = &paragraph.given.words;
    words.passage.is_empty() && words.inserted.iter().any(|(_, what)| matches!(what, Inserted::Picture(_)))
}

/// Whether words hold nothing that HTML cannot hold here.
pub fn is_mere_words(words: &Words) -> bool {
    words.links.is_empty()
        && words.inserted.is_empty()
        && words.marks.iter().all(|(_, mark)| *mark == Mark::Break)
}

/// Whether all words of a paragraph are bold.
fn is_bold(given: &Given) -> bool {
    let passage = &given.words.passage;
    let bold: usize =
        given.words.runs.iter().filter(|(_, run)| run.is_bold).map(|(range, _)| range.len()).sum();
    !passage.is_empty() && bold >= passage.text().trim().len()
}
