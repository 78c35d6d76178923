//! Which cells head which in the tables of a page, and how large these are.
//!
//! In: the tree of what is exposed. Out: for each cell the cells that head it, by `headers`, or by row and column as HTML defines
//! it: a header of a column heads what is below it until another comes after cells of data, a header of a row what is beside it.
//!
//! Refused: columns beyond [`MOST`], as time would grow with them.

use std::collections::{HashMap, HashSet};

use super::element::Element;
use super::phrases::Places;
use super::reader::Read;
use super::spoken::characters;
use crate::audit::implicit_role::Scope;

/// So many columns of a table are told apart.
const MOST: usize = 1_000;

/// What is known of the tables of a page.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// The cells that head a cell.
    pub headers: HashMap<u32, Vec<u32>>,
    /// The rows and columns of a table.
    pub counts: HashMap<u32, (u32, u32)>,
    /// Which row of its table a row is.
    pub rows: HashMap<u32, u32>,
    /// The headers that do not say what they head, and head a row as cells of data stand beside them.
    pub row_headers: HashSet<u32>,
}

/// A table half read.
#[derive(Default)]
struct Table {
    rows: u32,
    columns: Vec<Column>,
    width: usize,
}

#[derive(Default, Clone)]
struct Column {
    /// For how many rows a cell from above still takes it.
    taken: u32,
    /// The header of rows that does.
    row_header: Option<u32>,
    headers: Vec<u32>,
    /// Whether a cell of data came after them.
    has_data: bool,
}

/// Reads the tables of a page.
pub(super) fn read(read: &Read<'_>, places: &Places) -> Tables {
    let (tree, mut known) = (&read.tree, Tables::default());
    // The cells of each row, in their order.
    let mut rows: Vec<(u32, u32, Vec<u32>)> = Vec::new();
    let mut by_row: HashMap<u32, usize> = HashMap::new();
    for &number in &places.order {
        let Some(element) = tree.element(number) else { continue };
        let near = places.near[number as usize];
        match element.heard_role() {
            "row" => {
                by_row.insert(number, rows.len());
                let in_group = tree.element(near).is_some_and(|around| around.is("rowgroup"));
                let table = if in_group { places.near[near as usize] } else { near };
                rows.push((number, table, Vec::new()));
            }
            "cell" | "columnheader" | "gridcell" | "rowheader" => {
                if let Some(&row) = by_row.get(&near) {
                    rows[row].2.push(number);
                }
            }
            _ => {}
        }
    }
    let mut tables: HashMap<u32, Table> = HashMap::new();
    for (row, table, cells) in rows {
        let cells: Vec<(u32, &Element<'_>)> =
            cells.into_iter().filter_map(|cell| Some((cell, tree.element(cell)?))).collect();
        let table = tables.entry(table).or_default();
        let found = table.row(&cells, &mut known.row_headers);
        known.rows.insert(row, table.rows);
        known.headers.extend(found.into_iter().filter(|(_, headers)| !headers.is_empty()));
        for (cell, element) in cells {
            let Some(named) = element.named_headers else { continue };
            let ids = characters(named);
            let headers = ids.split_ascii_whitespace().filter_map(|id| read.nodes_by_id.get(id).copied());
            known.headers.insert(cell, headers.collect());
        }
    }
    known.counts = tables.iter().map(|(&table, found)| (table, (found.rows, found.width as u32))).collect();
    known
}

impl Table {
    /// Reads a row; gives each cell of data with those that head it, and notes its headers.
    fn row(&mut self, cells: &[(u32, &Element<'_>)], of_rows: &mut HashSet<u32>) -> Vec<(u32, Vec<u32>)> {
        self.rows += 1;
        let has_data = cells.iter().any(|(_, cell)| !is_header(cell));
        let mut row_headers: Vec<u32> = Vec::new();
        for column in &self.columns {
            let from_above =
                column.row_header.filter(|header| column.taken > 0 && !row_headers.contains(header));
            row_headers.extend(from_above);
        }
        let (mut data, mut at) = (Vec::new(), 0);
        let mut placed = Vec::new();
        for &(number, cell) in cells {
            while self.columns.get(at).is_some_and(|column| column.taken > 0) {
                at += 1;
            }
            let (across, down) = cell.spans;
            let range = at..(at + across as usize).min(MOST);
            at = range.end.max(at);
            self.columns.resize(self.columns.len().max(range.end), Column::default());
            self.width = self.width.max(range.end);
            let heads_row = is_header(cell)
                && (cell.is("rowheader") || cell.scope.is_none() && range.start == 0 && has_data);
            if heads_row {
                row_headers.push(number);
                of_rows.insert(number);
            } else if is_header(cell) {
                for column in &mut self.columns[range.clone()] {
                    if std::mem::take(&mut column.has_data) {
                        column.headers.clear();
                    }
                    column.headers.push(number);
                }
            } else {
                data.push((number, range.clone()));
            }
            placed.push((range, down, heads_row.then_some(number)));
        }
        let headed = data.into_iter().map(|(number, range)| {
            let mut headers = row_headers.clone();
            for column in &mut self.columns[range] {
                column.has_data = true;
                headers.extend(
                    column
                        .headers
                        .iter()
                        .filter(|header| !headers.contains(header))
                        .copied()
                        .collect::<Vec<_>>(),
                );
            }
            (number, headers)
        });
        let headed = headed.collect();
        for column in &mut self.columns {
            column.taken = column.taken.saturating_sub(1);
        }
        for (range, down, row_header) in placed {
            for column in &mut self.columns[range] {
                (column.taken, column.row_header) = (down - 1, row_header);
            }
        }
        headed
    }
}

fn is_header(cell: &Element<'_>) -> bool {
    cell.is_any(&["columnheader", "rowheader"]) || cell.scope == Some(Scope::Row)
}
