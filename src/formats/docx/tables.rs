//! Tables: head rows that are repeated on each page, rows that stay whole, merged cells.
//!
//! In: rows and cells as they come. Out: a table with a grid. A word processor has at most [`MOST_COLUMNS`] columns: the cells of a wider
//! table stand one after the other.

use std::collections::HashMap;

use super::TEXT_WIDTH;
use super::runs::Look;
use super::writer::{Around, Writer};
use crate::lang::TextDirection;
use crate::xml;

/// The most columns that a word processor has.
const MOST_COLUMNS: usize = 63;

/// A table that is open.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    /// Whether the row stands in the head of the table.
    pub is_in_head: bool,
    /// How many groups of rows have ended: no cell crosses their ends.
    pub group: usize,
    /// Whether another table stands just before it: without a paragraph between them the two would be one.
    follows: bool,
    /// What the open cell stands in.
    outside: Option<(xml::Writer, Around, Look)>,
}

/// A row.
struct Row {
    cells: Vec<Cell>,
    group: usize,
    is_in_head: bool,
}

/// A cell.
pub struct Cell {
    /// How many columns and rows it takes.
    pub size: (usize, usize),
    /// Of what it is the head.
    pub head: Option<Head>,
    pub alignment: Option<&'static str>,
    content: xml::Writer,
}

/// Of what a cell is the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Of a column, or that is not said.
    Column,
    Row,
}

impl Cell {
    /// A cell without content.
    pub fn new(size: (usize, usize), head: Option<Head>, alignment: Option<&'static str>) -> Self {
        Self { size, head, alignment, content: xml::Writer::piece() }
    }
}

impl Row {
    /// Whether it has nothing but heads of columns.
    fn is_head(&self) -> bool {
        let are_heads = |cells: &[Cell]| cells.iter().all(|cell| cell.head == Some(Head::Column));
        self.is_in_head || (!self.cells.is_empty() && are_heads(&self.cells))
    }
}

impl Writer<'_> {
    /// Begins a table.
    pub fn begin_table(&mut self) {
        // The mark of an item is none of the first cell.
        self.end_item();
        let follows = std::mem::take(&mut self.is_after_table);
        self.tables.push(Table { follows, ..Table::default() });
    }

    /// Begins a row.
    pub fn begin_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Row { cells: Vec::new(), group: table.group, is_in_head: table.is_in_head });
        }
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self, cell: Cell) {
        self.end();
        let Some(table) = self.tables.last_mut() else { return };
        let outside = std::mem::replace(&mut self.out, xml::Writer::piece());
        table.outside = Some((outside, self.around.clone(), self.look.clone()));
        self.around.style = None;
        self.around.indent = 0;
        self.around.depth = 0;
        self.around.alignment = cell.alignment;
        self.look.is_bold |= cell.head.is_some();
        self.is_after_table = false;
        self.needs_room = false;
        if let Some(row) = table.rows.last_mut() {
            row.cells.push(cell);
        }
    }

    /// Ends the cell.
    pub fn end_cell(&mut self) {
        self.end();
        self.part_tables();
        let Some(table) = self.tables.last_mut() else { return };
        let Some((outside, around, look)) = table.outside.take() else { return };
        let content = std::mem::replace(&mut self.out, outside);
        (self.around, self.look) = (around, look);
        if let Some(cell) = table.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            cell.content = content;
        }
    }

    /// Ends the table.
    pub fn end_table(&mut self) {
        self.end();
        let Some(mut table) = self.tables.pop() else { return };
        table.rows.retain(|row| !row.cells.is_empty());
        self.is_after_table = table.follows;
        let (grid, columns) = grid(&table.rows);
        if columns > MOST_COLUMNS {
            table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.out.add(&cell.content));
            return;
        }
        if columns == 0 {
            return;
        }
        self.part_tables();
        let heads = table.rows.iter().take_while(|row| row.is_head()).count();
        let has_row_heads =
            table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.head == Some(Head::Row));
        self.properties(heads > 0, has_row_heads, columns);
        for (number, (row, places)) in table.rows.iter().zip(grid).enumerate() {
            self.out.open("w:tr", &[]);
            self.out.open("w:trPr", &[]);
            self.out.empty("w:cantSplit", &[]);
            if number < heads {
                self.out.empty("w:tblHeader", &[]);
            }
            self.out.close("w:trPr");
            for place in places {
                let cell = place.cell.and_then(|at| row.cells.get(at));
                self.cell(cell, &place, columns);
            }
            self.out.close("w:tr");
        }
        self.out.close("w:tbl");
        self.is_after_table = true;
        self.needs_room = true;
    }

    fn properties(&mut self, has_head: bool, has_row_heads: bool, columns: usize) {
        let (indent, direction) = (self.around.indent, self.around.direction);
        let width = (TEXT_WIDTH.saturating_sub(indent) / columns as u32).to_string();
        let out = &mut self.out;
        let on = |is_on: bool| if is_on { "1" } else { "0" };
        out.open("w:tbl", &[]);
        out.open("w:tblPr", &[]);
        out.empty("w:tblStyle", &[("w:val", "TableGrid")]);
        if direction == TextDirection::Rtl {
            out.empty("w:bidiVisual", &[]);
        }
        out.empty("w:tblW", &[("w:w", "0"), ("w:type", "auto")]);
        if indent > 0 {
            out.empty("w:tblInd", &[("w:w", &indent.to_string()), ("w:type", "dxa")]);
        }
        let look = [
            ("w:firstRow", on(has_head)),
            ("w:lastRow", "0"),
            ("w:firstColumn", on(has_row_heads)),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        out.empty("w:tblLook", &look);
        out.close("w:tblPr");
        out.open("w:tblGrid", &[]);
        (0..columns).for_each(|_| out.empty("w:gridCol", &[("w:w", &width)]));
        out.close("w:tblGrid");
    }

    fn cell(&mut self, cell: Option<&Cell>, place: &Place, columns: usize) {
        let width = TEXT_WIDTH.saturating_sub(self.around.indent) / columns as u32 * place.columns as u32;
        let out = &mut self.out;
        out.open("w:tc", &[]);
        out.open("w:tcPr", &[]);
        out.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if place.columns > 1 {
            out.empty("w:gridSpan", &[("w:val", &place.columns.to_string())]);
        }
        match (place.continues, place.rows > 1) {
            (true, _) => out.empty("w:vMerge", &[]),
            (false, true) => out.empty("w:vMerge", &[("w:val", "restart")]),
            (false, false) => {}
        }
        out.close("w:tcPr");
        match cell.filter(|cell| !cell.content.is_empty()) {
            Some(cell) => out.add(&cell.content),
            None => out.empty("w:p", &[]),
        }
        out.close("w:tc");
    }
}

/// A place in a row: a cell, a part of one that began above, or one that is missing.
struct Place {
    cell: Option<usize>,
    columns: usize,
    /// How many rows are taken, this one included.
    rows: usize,
    continues: bool,
}

/// The places of each row, and how many columns there are. Cells stand where browsers place them, and none reaches into another group of
/// rows or below the last row.
fn grid(rows: &[Row]) -> (Vec<Vec<Place>>, usize) {
    // What cells from above still take: from which column, how many columns, how many rows.
    let mut above: Vec<(usize, usize, usize)> = Vec::new();
    let mut grid: Vec<Vec<Place>> = Vec::new();
    let mut columns = 0;
    // Where each group of rows ends; none begins again.
    let ends: HashMap<usize, usize> = rows.iter().zip(1..).map(|(row, end)| (row.group, end)).collect();
    for (number, row) in rows.iter().enumerate() {
        let left = ends.get(&row.group).map_or(1, |end| end - number);
        if number
            .checked_sub(1)
            .and_then(|before| rows.get(before))
            .is_some_and(|before| before.group != row.group)
        {
            above.clear();
        }
        let mut places = Vec::new();
        let mut next = Vec::new();
        let mut taken = above.drain(..).peekable();
        let mut column = 0;
        let mut cells = row.cells.iter().enumerate();
        loop {
            if let Some((_, width, height)) = taken.next_if(|(at, ..)| *at <= column) {
                places.push(Place { cell: None, columns: width, rows: height, continues: true });
                next.push((column, width, height - 1));
                column += width;
                continue;
            }
            let room = taken.peek().map(|(at, ..)| at - column);
            let Some((at, cell)) = cells.next() else {
                match room {
                    // A row that ends before the cells from above.
                    Some(room) => {
                        places.push(Place { cell: None, columns: room, rows: 1, continues: false });
                        column += room;
                        continue;
                    }
                    None => break,
                }
            };
            let width = cell.size.0.clamp(1, room.unwrap_or(usize::MAX)).min(MOST_COLUMNS + 1);
            let height = cell.size.1.clamp(1, left);
            places.push(Place { cell: Some(at), columns: width, rows: height, continues: false });
            next.push((column, width, height - 1));
            column += width;
        }
        columns = columns.max(column);
        drop(taken);
        above = next.into_iter().filter(|(.., height)| *height > 0).collect();
        grid.push(places);
        if columns > MOST_COLUMNS {
            break;
        }
    }
    for places in &mut grid {
        let width: usize = places.iter().map(|place| place.columns).sum();
        if width < columns {
            places.push(Place { cell: None, columns: columns - width, rows: 1, continues: false });
        }
    }
    (grid, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(sizes: &[&[(usize, usize)]]) -> Vec<Row> {
        let cell = |size: &(usize, usize)| Cell::new(*size, None, None);
        let row = |cells: &&[(usize, usize)]| Row {
            cells: cells.iter().map(cell).collect(),
            group: 0,
            is_in_head: false,
        };
        sizes.iter().map(row).collect()
    }

    fn shown(sizes: &[&[(usize, usize)]]) -> Vec<String> {
        let place = |place: &Place| {
            let sign = match (place.cell, place.continues) {
                (Some(at), _) => at.to_string(),
                (None, true) => "|".to_owned(),
                (None, false) => "-".to_owned(),
            };
            sign.repeat(place.columns)
        };
        grid(&rows(sizes)).0.iter().map(|places| places.iter().map(place).collect()).collect()
    }

    #[test]
    fn cells_stand_where_browsers_place_them() {
        assert_eq!(shown(&[&[(1, 1), (2, 1)], &[(1, 2), (1, 1)], &[(1, 1)]]), ["011", "01-", "|0-"]);
        assert_eq!(shown(&[&[(1, 3), (1, 1), (1, 2)], &[(1, 1)]]), ["012", "|0|"]);
        assert_eq!(shown(&[&[(2, 1)], &[(1, 1), (1, 9), (1, 1)], &[]]), ["00-", "012", "-|-"]);
        assert_eq!(shown(&[&[(1, 1), (1, 2)], &[(3, 1)]]), ["01", "0|"]);
    }
}
