//! Tables: which cells there are, and what they hold.
//!
//! In: a table. Out: its paragraphs with their cells. Cells that a merged one covers are no cells of their own, and what they hold is
//! not shown. A table in a cell becomes lines of that cell, and a table of one cell, which is a frame, paragraphs. Rows and cells that
//! the file repeats are repeated where they hold words; empty ones stand once, as they say nothing.

use super::notes::plain;
use super::reader::{Reader, Where};
use crate::import::source::Cell;
use crate::import::sources::styled::{NESTED, UNMARKED};
use crate::limits;
use crate::xml::tree::Element;

/// No text has a table of more columns.
const MOST_COLUMNS: u32 = 1_024;

/// A cell as the file has it.
struct Given<'a> {
    element: Element<'a>,
    cell: Cell,
    is_covered: bool,
}

impl<'a> Reader<'a> {
    /// Reads a table.
    pub fn table(&mut self, table: Element<'a>, place: &Where<'a>) {
        if self.is_full() {
            return;
        }
        let mut cells = cells(table, self.tables, limits::DOCUMENT_CELLS.saturating_sub(self.out.cells));
        if place.cell.is_some() || cells.len() == 1 {
            if place.cell.is_some() {
                self.out.reports.push(NESTED.into());
            }
            for given in cells {
                self.blocks(given.element, place);
            }
            return;
        }
        self.tables += 1;
        let end =
            |size: fn(&Cell) -> u32| cells.iter().map(|given| size(&given.cell) as usize).max().unwrap_or(0);
        // Also the cells that rows lack are written.
        self.out.cells += end(|cell| cell.row + cell.size.0) * end(|cell| cell.column + cell.size.1);
        if self.is_full() {
            return;
        }
        if !cells.iter().any(|given| given.cell.is_header) {
            self.out.reports.push(UNMARKED.into());
            let first = cells.iter_mut().filter(|given| given.cell.row == 0);
            first.for_each(|given| given.cell.is_header = true);
        }
        for Given { element, cell, is_covered } in cells {
            let place = Where { cell: Some(cell), is_covered, list: None, ..*place };
            let before = self.out.items.len();
            self.blocks(element, &place);
            if self.out.items.len() == before && !is_covered {
                self.empty(&place);
            }
        }
    }
}

/// The rows of a table, each with whether it is of its head.
fn rows(table: Element<'_>) -> Vec<(Element<'_>, bool)> {
    let mut rows = Vec::new();
    let mut open = vec![(table, false)];
    while let Some((element, is_head)) = open.pop() {
        match element.name() {
            "table:table-row" => rows.push((element, is_head)),
            name => {
                let is_head = is_head || name == "table:table-header-rows";
                let mut inner: Vec<_> = element.children().map(|child| (child, is_head)).collect();
                inner.retain(|(child, _)| {
                    child.name().starts_with("table:table-") && child.name() != "table:table-cell"
                });
                inner.reverse();
                open.append(&mut inner);
            }
        }
    }
    rows
}

/// The cells with their places and sizes; not many more than are allowed.
fn cells(table: Element<'_>, number: u32, most: usize) -> Vec<Given<'_>> {
    let mut cells: Vec<Given<'_>> = Vec::new();
    let mut row = 0;
    for (element, is_header) in rows(table) {
        for _ in 0..repeated(element, "table:number-rows-repeated") {
            let (mut column, before) = (0, cells.len());
            for cell in element.children() {
                let is_covered = cell.name() == "table:covered-table-cell";
                if !is_covered && cell.name() != "table:table-cell" {
                    continue;
                }
                for _ in 0..repeated_cells(cell) {
                    if cells.len() > most {
                        return cells;
                    }
                    if column >= MOST_COLUMNS {
                        break;
                    }
                    let size = |name| {
                        let size = cell.attribute(name).and_then(|size| size.parse::<u32>().ok());
                        size.unwrap_or(1).clamp(1, MOST_COLUMNS)
                    };
                    let size = (size("table:number-rows-spanned"), size("table:number-columns-spanned"));
                    let place = Cell { table: number, row, column, size, is_header };
                    if !is_covered || !plain(cell).is_empty() {
                        cells.push(Given { element: cell, cell: place, is_covered });
                    }
                    column += 1;
                }
            }
            row += 1;
            // Words that stand in no cell are repeated by no row.
            if cells.len() == before {
                break;
            }
        }
    }
    // No cell reaches beyond the last row.
    for given in &mut cells {
        given.cell.size.0 = given.cell.size.0.min(row - given.cell.row);
    }
    cells
}

/// How often an element stands; one without words stands once.
fn repeated(element: Element<'_>, name: &str) -> u32 {
    let count = element.attribute(name).and_then(|count| count.parse().ok()).unwrap_or(1);
    if count > 1 && plain(element).is_empty() { 1 } else { count }
}

/// How often a cell stands: empty ones keep the places of those after them.
fn repeated_cells(cell: Element<'_>) -> u32 {
    let count = cell.attribute("table:number-columns-repeated").and_then(|count| count.parse().ok());
    count.unwrap_or(1).min(MOST_COLUMNS)
}
