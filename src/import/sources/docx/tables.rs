//! Tables: which cells there are, and what they hold.
//!
//! In: a table. Out: its paragraphs with their cells. Cells that continue a merged one are no cells of their own, and what they
//! hold is not shown. A table in a cell becomes lines of that cell, and a table of one cell, which is a frame, paragraphs.

use std::collections::HashMap;

use super::properties::is_on;
use super::reader::{Reader, Where};
use crate::import::source::Cell;
use crate::import::sources::styled::{NESTED, UNMARKED};
use crate::xml::tree::Element;

/// Word has no more columns.
const MOST_COLUMNS: u32 = 63;

/// A cell as the file has it.
struct Given<'a> {
    element: Element<'a>,
    cell: Cell,
    is_covered: bool,
    is_deleted: bool,
}

impl<'a> Reader<'a> {
    /// Reads a table.
    pub fn table(&mut self, table: Element<'a>, place: &Where) {
        let mut cells = cells(&rows(table), self.tables);
        let is_nested = place.cell.is_some();
        if is_nested || cells.len() == 1 {
            if is_nested {
                self.out.reports.push(NESTED.into());
            }
            for given in cells {
                let is_deleted = place.is_deleted || given.is_deleted;
                self.blocks(given.element, &Where { is_deleted, ..*place });
            }
            return;
        }
        self.tables += 1;
        let end =
            |size: fn(&Cell) -> u32| cells.iter().map(|given| size(&given.cell) as usize).max().unwrap_or(0);
        self.out.cells += end(|cell| cell.row + cell.size.0) * end(|cell| cell.column + cell.size.1);
        if !cells.iter().any(|given| given.cell.is_header) {
            self.out.reports.push(UNMARKED.into());
            cells
                .iter_mut()
                .filter(|given| given.cell.row == 0)
                .for_each(|given| given.cell.is_header = true);
        }
        for Given { element, cell, is_covered, is_deleted } in cells {
            let is_deleted = place.is_deleted || is_deleted;
            self.blocks(element, &Where { cell: Some(cell), is_deleted, is_covered });
        }
    }
}

struct Row<'a> {
    element: Element<'a>,
    is_deleted: bool,
}

/// The rows of a table, also those in content controls.
fn rows(table: Element<'_>) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for element in held(table, "w:tr") {
        let said = element.child("w:trPr");
        rows.push(Row { element, is_deleted: said.is_some_and(|said| said.child("w:del").is_some()) });
    }
    rows
}

/// The elements of a name in a table or row, through what only wraps them.
fn held<'a>(parent: Element<'a>, name: &str) -> Vec<Element<'a>> {
    let mut found = Vec::new();
    let mut open: Vec<Element<'a>> = parent.children().collect();
    open.reverse();
    while let Some(element) = open.pop() {
        match element.name() {
            found_name if found_name == name => found.push(element),
            "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" | "w:moveTo" => {
                let from = open.len();
                open.extend(element.children());
                if let Some(new) = open.get_mut(from..) {
                    new.reverse();
                }
            }
            _ => {}
        }
    }
    found
}

/// The cells with their places and sizes.
fn cells<'a>(rows: &[Row<'a>], table: u32) -> Vec<Given<'a>> {
    let mut cells: Vec<Given<'a>> = Vec::new();
    // The cells that cells of the next row may continue, by their columns.
    let mut above: HashMap<u32, usize> = HashMap::new();
    let mut is_head = true;
    let mut kept = 0..;
    for given in rows {
        // A row that was deleted is none of the table; what it said has the place of the row before it.
        let row = if given.is_deleted { Some(kept.start) } else { kept.next() };
        let Some(row) = row else { break };
        let said = given.element.child("w:trPr");
        let number = |name| {
            let said = said.and_then(|said| said.child(name)).and_then(|said| said.attribute("w:val"));
            said.and_then(|said| said.parse::<u32>().ok())
        };
        let is_deleted = given.is_deleted;
        is_head &= is_deleted || said.and_then(|said| said.child("w:tblHeader")).is_some_and(is_on);
        let mut column = number("w:gridBefore").unwrap_or(0).min(MOST_COLUMNS);
        let mut here = HashMap::new();
        for element in held(given.element, "w:tc") {
            let said = element.child("w:tcPr");
            let child = |name| said.and_then(|said| said.child(name));
            let span = child("w:gridSpan").and_then(|span| span.attribute("w:val")?.parse::<u32>().ok());
            let span = span.unwrap_or(1).clamp(1, MOST_COLUMNS);
            let merges = |name| child(name).map(|merge| merge.attribute("w:val") != Some("restart"));
            let last = cells.len().checked_sub(1);
            let continues_up = merges("w:vMerge") == Some(true);
            let up = above.get(&column).copied().filter(|_| continues_up && !is_deleted);
            let left = last.filter(|_| merges("w:hMerge") == Some(true) && !here.is_empty());
            let mut cell = Cell { table, row, column, size: (1, span), is_header: is_head };
            let covering = up.or(left);
            if let Some(given) = covering.and_then(|at| cells.get_mut(at)) {
                if up.is_some() {
                    given.cell.size.0 = row - given.cell.row + 1;
                } else {
                    given.cell.size.1 = (column + span).saturating_sub(given.cell.column);
                }
                cell = given.cell;
            }
            here.insert(column, covering.unwrap_or(cells.len()));
            cells.push(Given { element, cell, is_covered: covering.is_some() && !is_deleted, is_deleted });
            column = (column + span).min(MOST_COLUMNS);
        }
        if !is_deleted {
            above = here;
        }
    }
    // What was merged later is known by all parts of it.
    let sizes: HashMap<(u32, u32), (u32, u32)> = cells
        .iter()
        .filter(|given| !given.is_covered && !given.is_deleted)
        .map(|given| ((given.cell.row, given.cell.column), given.cell.size))
        .collect();
    for given in &mut cells {
        given.cell.size = sizes.get(&(given.cell.row, given.cell.column)).copied().unwrap_or(given.cell.size);
    }
    cells
}
