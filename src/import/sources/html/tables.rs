//! Tables: which cells there are, and what they hold.
//!
//! In: a table. Out: its caption and its cells with their places, as the HTML standard forms tables. A table that only lays a page out becomes
//! paragraphs, and one in a cell lines of that cell. Refused: more cells than any document has.

use std::rc::Rc;

use super::around::{Around, Task};
use super::names::{is_hidden, role};
use super::reader::Reader;
use super::tree::Element;
use crate::import::source::Cell;
use crate::import::sources::archive::Damaged;
use crate::import::sources::styled::{NESTED, Role, UNMARKED};
use crate::limits;

const LAYOUT: &str = "a table that marks no head and holds headings or another table was taken for the layout of the page; its cells have become paragraphs";

/// No cell takes more columns, and none more rows: what browsers allow.
const MOST_COLUMNS: u32 = 1_000;
const MOST_ROWS: u32 = 65_534;

/// A table as the page has it.
#[derive(Default)]
struct Table<'a> {
    captions: Vec<Element<'a>>,
    /// The rows by their groups, with whether the group is the head.
    groups: Vec<(bool, Vec<Vec<Element<'a>>>)>,
    /// What stands in it and is no part of it, or is hidden.
    odd: Vec<Element<'a>>,
}

impl<'a> Table<'a> {
    fn of(table: Element<'a>) -> Self {
        let mut found = Self::default();
        let mut feet = Vec::new();
        for child in table.children() {
            match child.name() {
                _ if is_hidden(child) => found.odd.push(child),
                "caption" => found.captions.push(child),
                name @ ("thead" | "tbody" | "tfoot") => {
                    let rows = child.children().filter_map(|row| found.row(row)).collect();
                    if name == "tfoot" {
                        feet.push((false, rows))
                    } else {
                        found.groups.push((name == "thead", rows))
                    }
                }
                "tr" => {
                    let row = found.row(child);
                    found.groups.extend(row.map(|row| (false, vec![row])));
                }
                _ => found.odd.push(child),
            }
        }
        found.groups.append(&mut feet);
        found
    }

    /// The cells of a row, if it has any.
    fn row(&mut self, row: Element<'a>) -> Option<Vec<Element<'a>>> {
        if row.name() != "tr" || is_hidden(row) {
            self.odd.push(row);
            return None;
        }
        let is_cell = |cell: &Element<'a>| matches!(cell.name(), "td" | "th") && !is_hidden(*cell);
        let (cells, others): (Vec<_>, Vec<_>) = row.children().partition(is_cell);
        self.odd.extend(others);
        (!cells.is_empty()).then_some(cells)
    }

    fn cells(&self) -> impl Iterator<Item = Element<'a>> {
        self.groups.iter().flat_map(|(_, rows)| rows.iter().flatten().copied())
    }

    fn marks_heads(&self) -> bool {
        self.groups.iter().any(|(is_head, rows)| *is_head && !rows.is_empty()) || self.cells().any(is_head)
    }

    /// The cells with their places, and how many rows and columns there are.
    fn places(&self, table: u32) -> Result<(Vec<(Element<'a>, Cell)>, usize), Damaged> {
        let mut placed: Vec<(Element<'a>, Cell)> = Vec::new();
        // The row until which a cell covers each column.
        let mut covered: Vec<u32> = Vec::new();
        let (mut y, mut is_top) = (0, true);
        let rows: usize = self.groups.iter().map(|(_, rows)| rows.len()).sum();
        for (is_head_group, rows_of_group) in &self.groups {
            let end = y + rows_of_group.len() as u32;
            for row in rows_of_group {
                is_top &= *is_head_group || row.iter().all(|cell| is_head(*cell));
                let mut x = 0;
                for cell in row {
                    while covered.get(x).is_some_and(|until| *until > y) {
                        x += 1;
                    }
                    let size = |name| cell.attribute(name).and_then(number);
                    let wanted = size("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
                    let free = |at: usize| covered.get(at).is_none_or(|until| *until <= y);
                    let columns = (1..wanted as usize).take_while(|more| free(x + more)).count() + 1;
                    let left = end - y;
                    let height = match size("rowspan").unwrap_or(1).min(MOST_ROWS) {
                        0 => left,
                        height => height.min(left),
                    };
                    if covered.len() < x + columns {
                        covered.resize(x + columns, 0);
                    }
                    covered
                        .get_mut(x..x + columns)
                        .into_iter()
                        .flatten()
                        .for_each(|until| *until = y + height);
                    if covered.len().saturating_mul(rows) > limits::DOCUMENT_CELLS {
                        let most = limits::DOCUMENT_CELLS;
                        return Err(Damaged(format!(
                            "a table of it has more than {most} cells, and at most {most} are read"
                        )));
                    }
                    let place = Cell {
                        table,
                        row: y,
                        column: x as u32,
                        size: (height, columns as u32),
                        is_header: is_top,
                    };
                    placed.push((*cell, place));
                    x += columns;
                }
                y += 1;
            }
        }
        Ok((placed, covered.len() * rows))
    }
}

fn is_head(cell: Element<'_>) -> bool {
    cell.name() == "th" || matches!(role(cell), "columnheader" | "rowheader")
}

fn number(value: &str) -> Option<u32> {
    let value = value.trim();
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let digits = value.get(..end).filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(u32::MAX))
}

impl<'a> Reader<'a> {
    /// Reads a table.
    pub fn table(&mut self, node: Element<'a>, around: &Rc<Around>) -> Result<(), Damaged> {
        let table = Table::of(node);
        let count = table.cells().count();
        let is_named = matches!(role(node), "presentation" | "none");
        let is_filled =
            self.page.filled.contains(&node.at) && !table.marks_heads() && table.captions.is_empty();
        if is_named || count <= 1 || is_filled || around.cell.is_some() || self.note.is_some() {
            if around.cell.is_some() && !is_named && count > 1 {
                self.out.reports.push(NESTED.into());
            } else if is_filled && !is_named && count > 1 {
                self.out.reports.push(LAYOUT.into());
            }
            self.tasks.push(Task::EndBlock(around.clone()));
            self.inside(node, around);
            return Ok(());
        }
        // The number of an item that holds a table stands above it, and not in its first cell.
        self.bare_label(around);
        self.label = None;
        let (mut cells, size) = table.places(self.tables)?;
        self.tables += 1;
        self.out.cells += size;
        let heads = cells.iter().filter(|(_, cell)| cell.is_header).map(|(_, cell)| cell.row).max();
        let rows = cells.iter().map(|(_, cell)| cell.row).max();
        let is_all = heads.is_some() && heads == rows;
        // A table of heads alone has one row of them; one with heads of rows needs no other.
        if is_all || (heads.is_none() && !cells.iter().any(|(node, _)| is_head(*node))) {
            if !is_all {
                self.out.reports.push(UNMARKED.into());
            }
            cells.iter_mut().for_each(|(_, cell)| cell.is_header = cell.row == 0);
        }
        self.tasks.extend(table.odd.into_iter().rev().map(|odd| Task::Read(odd, around.clone())));
        for (cell, place) in cells.into_iter().rev() {
            let mut inside = (**around).clone();
            inside.cell = Some(place);
            inside.role = Role::Body;
            inside.depth = None;
            inside.is_term |= is_head(cell) && !place.is_header;
            self.tasks.push(Task::Read(cell, Rc::new(inside)));
        }
        self.tasks
            .extend(table.captions.into_iter().rev().map(|caption| Task::Read(caption, around.clone())));
        Ok(())
    }
}
