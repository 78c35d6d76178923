//! The rows of tables in raw HTML: each cell after the head of its column, or else of its row.

use super::tags::attribute;
use crate::formats::text::Writer;

/// A table that is open.
pub struct Rows {
    cells: Vec<Cell>,
    /// Whether the row stands in the head of the table.
    pub in_head: bool,
    /// The heads of the columns.
    heads: Vec<String>,
    /// Whether a row stands under the heads.
    are_used: bool,
    /// Whether cells are merged: then it is not certain which column a cell stands in.
    merged: bool,
}

/// A cell of a row.
struct Cell {
    words: String,
    kind: Kind,
}

/// What a cell is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Data,
    /// A head; the other cells tell of what.
    Head,
    RowHead,
}

impl Rows {
    /// The rows of some HTML.
    pub fn new(html: &str) -> Self {
        Self {
            cells: Vec::new(),
            in_head: false,
            heads: Vec::new(),
            are_used: true,
            merged: html.contains("span=\""),
        }
    }

    /// Begins a row.
    pub fn begin(&mut self) {
        self.cells.clear();
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self, tag: &str, is_head: bool) {
        let kind = match attribute(tag, "scope").as_deref() {
            Some("row" | "rowgroup") if is_head => Kind::RowHead,
            _ if is_head => Kind::Head,
            _ => Kind::Data,
        };
        self.cells.push(Cell { words: String::new(), kind });
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

    /// Ends a row.
    pub fn end(&mut self, writer: &mut Writer<'_>) {
        let mut cells = std::mem::take(&mut self.cells);
        let are_heads = self.in_head || cells.iter().all(|cell| cell.kind == Kind::Head);
        if are_heads && !self.merged {
            self.end_heads(writer);
            self.heads = cells.into_iter().map(|cell| cell.words).collect();
            self.are_used = false;
            return;
        }
        self.are_used = true;
        // A row that is shorter than the heads still says them.
        while cells.len() < self.heads.len() {
            cells.push(Cell { words: String::new(), kind: Kind::Data });
        }
        let (mut heads, mut words) = (Vec::new(), Vec::new());
        let mut of_row: Option<String> = None;
        for (column, cell) in cells.iter().enumerate() {
            let of_column = self.heads.get(column).filter(|head| !head.is_empty());
            let is_row_head = cell.kind != Kind::Data && !are_heads;
            let leads = is_row_head
                && of_column.is_none()
                && !cell.words.is_empty()
                && cells.get(column + 1).is_some_and(|next| next.kind == Kind::Data)
                && self.heads.get(column + 1).is_none_or(String::is_empty);
            if is_row_head {
                of_row = Some(cell.words.clone());
                // It stands before each of its cells, and needs no line of its own.
                if leads {
                    continue;
                }
            }
            let head = of_column.cloned().or_else(|| of_row.clone().filter(|_| !is_row_head));
            heads.push(head.unwrap_or_default());
            words.push(cell.words.clone());
        }
        writer.row(&heads, &words);
    }

    /// Writes heads under which no row stands.
    pub fn end_heads(&mut self, writer: &mut Writer<'_>) {
        let heads = std::mem::take(&mut self.heads);
        if !std::mem::replace(&mut self.are_used, true) {
            writer.row(&[], &heads);
        }
    }
}
