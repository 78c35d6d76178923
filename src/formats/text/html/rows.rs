//! The rows of tables in raw HTML: each cell after the heads of its columns, or else of its row.
//!
//! Cells are placed in columns as browsers place them. A cell that takes several rows is written in each of them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::{attribute, integer};
use crate::formats::text::Writer;

/// The most columns and rows that a cell takes; browsers know no more columns.
const MOST_COLUMNS: i64 = 1000;
const MOST_ROWS: i64 = 65534;

/// So many cells are written again in the next row; no table that anybody reads has more columns.
const MOST_CARRIED: usize = 100;

/// A cell over more heads than these has the first and the last.
const MOST_HEADS: usize = 6;

/// A table that is open.
#[derive(Default)]
pub struct Rows {
    cells: Vec<Cell>,
    /// The cells of rows above that take the next row too, from left to right.
    carried: Vec<Cell>,
    /// Whether the row stands in the head of the table.
    pub in_head: bool,
    /// The rows of heads, each from left to right.
    heads: Vec<Vec<Cell>>,
    /// Whether a row stands under the heads.
    are_used: bool,
}

/// A cell of a row.
#[derive(Clone)]
struct Cell {
    words: String,
    kind: CellKind,
    columns: Range<usize>,
    /// How many rows it takes, this one included.
    rows: i64,
}

/// What a cell is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellKind {
    Data,
    /// A head; the other cells show whether of a row or a column.
    Head,
    RowHead,
}

impl Cell {
    /// An empty cell in these columns.
    fn empty(columns: Range<usize>) -> Self {
        Self { words: String::new(), kind: CellKind::Data, columns, rows: 1 }
    }

    fn is_merged(&self) -> bool {
        self.columns.len() > 1 || self.rows > 1
    }
}

impl Rows {
    /// No rows.
    pub fn new() -> Self {
        Self { are_used: true, ..Self::default() }
    }

    /// Begins a row.
    pub fn begin(&mut self) {
        self.cells.clear();
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self, tag: &str, is_head: bool) {
        let kind = match attribute(tag, "scope").as_deref() {
            Some("row" | "rowgroup") if is_head => CellKind::RowHead,
            _ if is_head => CellKind::Head,
            _ => CellKind::Data,
        };
        let span = |name| attribute(tag, name).and_then(|span| integer(&span));
        let columns = span("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
        // Without end, a cell takes all rows of its group.
        let rows = match span("rowspan") {
            Some(0) => MOST_ROWS,
            rows => rows.unwrap_or(1).clamp(1, MOST_ROWS),
        };
        self.cells.push(Cell { words: String::new(), kind, columns: 0..columns as usize, rows });
    }

    /// Ends the cell.
    pub fn end_cell(&mut self, words: &str) {
        if let Some(cell) = self.cells.last_mut() {
            cell.words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }

    /// Whether a cell was begun.
    pub fn has_cells(&self) -> bool {
        !self.cells.is_empty()
    }

    /// Ends the head or another group of rows, which no cell crosses.
    pub fn end_group(&mut self) {
        self.in_head = false;
        self.carried.clear();
    }

    /// Ends a row.
    pub fn end(&mut self, writer: &mut Writer<'_>) {
        let mut own = std::mem::take(&mut self.cells);
        let are_heads =
            self.in_head || (!own.is_empty() && own.iter().all(|cell| cell.kind == CellKind::Head));
        let above = std::mem::take(&mut self.carried);
        place(&mut own, &above);
        let is_below = |cell: &&Cell| cell.rows > 1;
        let below = above.iter().chain(&own).filter(is_below).cloned();
        self.carried = below.map(|cell| Cell { rows: cell.rows - 1, ..cell }).collect();
        self.carried.sort_by_key(|cell| cell.columns.start);
        // Rows that are all repeated grow with the square of the table.
        self.carried.truncate(MOST_CARRIED);
        if own.is_empty() {
            return;
        }
        if are_heads {
            self.head(own, writer);
            return;
        }
        self.are_used = true;
        own.extend(above);
        own.sort_by_key(|cell| cell.columns.start);
        self.fill(&mut own);
        let (mut heads, mut words) = (Vec::new(), Vec::new());
        let mut of_row: Option<String> = None;
        for (at, cell) in own.iter().enumerate() {
            let of_columns = self.of_columns(&cell.columns, writer);
            let is_row_head = cell.kind != CellKind::Data;
            let leads = is_row_head
                && of_columns.is_none()
                && !cell.words.is_empty()
                && own.get(at + 1).is_some_and(|next| {
                    next.kind == CellKind::Data && self.of_columns(&next.columns, writer).is_none()
                });
            if is_row_head {
                of_row = Some(cell.words.clone());
                // It stands before each of its cells, and needs no line of its own.
                if leads {
                    continue;
                }
            }
            let head = of_columns.or_else(|| of_row.clone().filter(|_| !is_row_head));
            heads.push(head.unwrap_or_default());
            words.push(cell.words.clone());
        }
        writer.row(&heads, &words);
    }

    /// Takes a row of heads. Under merged cells a row of heads divides the one above; any other takes its place.
    fn head(&mut self, row: Vec<Cell>, writer: &mut Writer<'_>) {
        let divides = !self.are_used
            && self.heads.last().is_some_and(|above| above.len() > 1 && above.iter().any(Cell::is_merged));
        if !divides {
            self.end_heads(writer);
            self.heads.clear();
        }
        match &*row {
            // One head over all columns is a line of its own.
            [all] if all.columns.len() > 1 => writer.row(&[], std::slice::from_ref(&all.words)),
            _ => {
                self.heads.push(row);
                self.are_used = false;
            }
        }
    }

    /// A row that is shorter than the heads still says them.
    fn fill(&self, row: &mut Vec<Cell>) {
        let end = row.iter().map(|cell| cell.columns.end).max().unwrap_or(0);
        let missing = self.heads.iter().flatten().map(|head| head.columns.clone());
        let mut missing: Vec<_> = missing.filter(|columns| columns.start >= end).collect();
        // Those that divide a head stand for it.
        missing.sort_by_key(|columns| (columns.start, columns.len()));
        let mut end = end;
        for columns in missing {
            if columns.start >= end {
                end = columns.end;
                row.push(Cell::empty(columns));
            }
        }
    }

    /// What the heads of some columns say, each row of heads before the one that divides it.
    fn of_columns(&self, columns: &Range<usize>, writer: &Writer<'_>) -> Option<String> {
        let mut said: Option<String> = None;
        for row in &self.heads {
            let first = row.partition_point(|head| head.columns.end <= columns.start);
            let over = row.get(first..).unwrap_or_default();
            let over =
                over.get(..over.partition_point(|head| head.columns.start < columns.end)).unwrap_or_default();
            let words = |heads: &[Cell], between: &str| {
                let mut known = BTreeSet::new();
                let words = heads.iter().map(|head| head.words.as_str());
                words
                    .filter(|words| !words.is_empty() && known.insert(*words))
                    .collect::<Vec<_>>()
                    .join(between)
            };
            let words = match over {
                [first, .., last] if over.len() > MOST_HEADS => words(&[first.clone(), last.clone()], " – "),
                _ => words(over, writer.labels.get("list-separator")),
            };
            if !words.is_empty() {
                said = Some(said.map_or_else(|| words.clone(), |above| writer.before_colon(&above) + &words));
            }
        }
        said
    }

    /// Writes heads under which no row stands.
    pub fn end_heads(&mut self, writer: &mut Writer<'_>) {
        let heads = std::mem::take(&mut self.heads);
        if std::mem::replace(&mut self.are_used, true) {
            return;
        }
        for row in heads {
            let words: Vec<String> = row.into_iter().map(|cell| cell.words).collect();
            writer.row(&[], &words);
        }
    }
}

/// Places the cells of a row in the columns that cells from above leave free.
fn place(row: &mut [Cell], above: &[Cell]) {
    let (mut column, mut above) = (0, above.iter().peekable());
    for cell in row {
        while let Some(taken) = above.next_if(|taken| taken.columns.start <= column) {
            column = column.max(taken.columns.end);
        }
        cell.columns = column..column + cell.columns.len();
        column = cell.columns.end;
    }
}
