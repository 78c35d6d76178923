//! Tables: a caption, header cells, and what each of them heads.
//!
//! A table that only lays things out is asked for nothing. It is certain where its role says so, where it has no more than
//! one row or one column, and where another table stands in it, as long as nothing marks it as data.
//!
//! In: tables, rows and cells as they open, tables as they close. Out: reports. Which cells a header heads is what HTML says
//! (forming a table; header and data cells). Where HTML leaves a header without a kind, as beside an empty corner, either will do.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::element_kind::ElementKind;
use super::ids;
use super::implicit_role::{self, Scope};
use super::reports::{Origin, Reports};
use super::rules::{self, Basis};
use super::semantics::Semantics;
use super::tag::{Attribute, Set, Tag};
use super::text;
use crate::count::counted;

/// More columns of a table are not looked at.
const MOST_COLUMNS: usize = 1_000;

/// The open tables, the innermost last.
#[derive(Default)]
pub(super) struct Tables<'p> {
    open: Vec<Table<'p>>,
}

#[derive(Default)]
struct Table<'p> {
    origin: Origin,
    /// Whether it is a `table` of HTML that is not used for layout, and said to be so.
    of_data: bool,
    /// Whether it is given to assistive technology as a table or a grid.
    is_table: bool,
    captioned: bool,
    /// Something in it is only for data: a caption, a head, a summary, a scope.
    holds_data: bool,
    /// Another table stands in it.
    is_outer: bool,
    /// The cells of the row that is read, and those of the longest row.
    cells: u32,
    most_cells: u32,
    /// The number of the row, from 1.
    row: u32,
    /// The next column of the row.
    column: usize,
    /// Up to which row cells from above fill each column.
    filled: Vec<u32>,
    /// Where the row begins, and for how many columns it has cells, with those from above.
    row_origin: Origin,
    width: usize,
    /// The rows with cells, each with its width.
    widths: Vec<(Origin, usize)>,
    headers: Vec<Header>,
    /// The first header of the row.
    of_row: usize,
    row_has_data: bool,
    /// The headers that wait for a cell below.
    below: Vec<u32>,
    /// The headers that wait for a cell beside.
    beside: Vec<u32>,
    unscoped: Vec<Origin>,
    /// The first cell that stands where another does.
    overlapping: Option<Origin>,
    /// The hashes of the ids of cells.
    ids: HashSet<u64>,
    /// The headers that cells name: the ids, the hash of the id of the cell, the cell.
    named: Vec<(&'p str, Option<u64>, Origin)>,
}

struct Header {
    origin: Origin,
    id: Option<u64>,
    scope: Option<Scope>,
    /// Whether it is asked what it heads.
    is_exposed: bool,
    columns: Range<usize>,
    until_row: u32,
    has_below: bool,
    has_beside: bool,
}

impl<'p> Tables<'p> {
    /// Notes a table, a row or a cell; returns whether it is a table that is asked at its end.
    pub fn open(&mut self, tag: &Tag<'p>, semantics: &Semantics, origin: Origin, hidden: bool) -> bool {
        use ElementKind::{Caption, Table as Whole, Tbody, Td, Tfoot, Th, Thead, Tr};
        let kind = tag.kind;
        let of_table = matches!(kind, Caption | Whole | Tbody | Td | Tfoot | Th | Thead | Tr);
        if !of_table && !tag.has(Attribute::Role) {
            return false;
        }
        let role = semantics.role.map(|role| role.name).unwrap_or_default();
        if kind == Whole || matches!(role, "table" | "grid" | "treegrid") {
            if tag.has_content {
                self.table(tag, role, origin, hidden);
            }
            return tag.has_content;
        }
        let Some(table) = self.open.last_mut() else { return false };
        table.holds_data |= matches!(kind, Caption | Thead | Tfoot);
        match (kind, role) {
            (Thead | Tbody | Tfoot, _) => table.filled.clear(),
            (Tr, _) | (_, "row") => {
                table.end_row();
                table.row_origin = origin;
            }
            (Td | Th, _) | (_, "cell" | "columnheader" | "gridcell" | "rowheader") => {
                table.cell(tag, role, origin, hidden);
            }
            _ => {}
        }
        false
    }

    fn table(&mut self, tag: &Tag<'p>, role: &str, origin: Origin, hidden: bool) {
        let named = |name| tag.get(name).is_some_and(|value| !text::is_blank(value));
        let is_table = !hidden && matches!(role, "table" | "grid" | "treegrid");
        if let Some(around) = self.open.last_mut() {
            around.is_outer = true;
        }
        self.open.push(Table {
            origin,
            of_data: tag.kind == ElementKind::Table && !matches!(tag.role(), Some("presentation" | "none")),
            is_table,
            holds_data: tag.has(Attribute::Summary) || tag.role().is_some(),
            captioned: named(Attribute::AriaLabel) || named(Attribute::AriaLabelledby),
            ..Table::default()
        });
    }

    /// Notes that the innermost table has a caption with words.
    pub fn captioned(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.captioned = true;
        }
    }

    /// Closes the innermost table and reports what it lacks.
    pub fn close(&mut self, reports: &mut Reports) {
        let Some(mut table) = self.open.pop() else { return };
        table.end_row();
        if table.of_data && !table.is_for_layout() {
            if !table.captioned {
                reports.add(&rules::TABLE_WITHOUT_CAPTION, table.origin, "the table has no caption");
            }
            if table.headers.is_empty() && table.holds_data {
                reports.add(&rules::TABLE_WITHOUT_HEADERS, table.origin, "the table has no header cells");
            } else if table.headers.is_empty() {
                let message = "the table has no header cells, and nothing says that it only lays things out";
                reports.add_on(Basis::House, &rules::TABLE_WITHOUT_HEADERS, table.origin, message);
            }
            table.uneven(reports);
            for &origin in &table.unscoped {
                reports.add(&rules::HEADER_WITHOUT_SCOPE, origin, "the header cell has no scope");
            }
        }
        if let Some(origin) = table.overlapping {
            reports.add(&rules::CELLS_OVERLAP, origin, "this cell stands where another one does already");
        }
        if table.is_table {
            table.judge(reports);
        }
    }
}

impl<'p> Table<'p> {
    /// Whether it only lays things out; asked when its last row has ended.
    fn is_for_layout(&self) -> bool {
        let holds_data = self.holds_data || !self.headers.is_empty() || self.captioned;
        !holds_data && (self.is_outer || self.row <= 2 || self.most_cells < 2)
    }

    /// Reports rows that have cells for fewer or more columns than most have; of as many, than the first has.
    fn uneven(&self, reports: &mut Reports) {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        self.widths.iter().for_each(|(_, width)| *counts.entry(*width).or_default() += 1);
        let most = counts.values().max().copied();
        let usual =
            self.widths.iter().map(|(_, width)| *width).find(|width| counts.get(width) == most.as_ref());
        let Some(usual) = usual else { return };
        for &(origin, width) in self.widths.iter().filter(|(_, width)| *width != usual) {
            let columns = counted(width, "column");
            reports.add(
                &rules::UNEVEN_ROWS,
                origin,
                format!("this row has cells for {columns}, the table has {usual}"),
            );
        }
    }

    /// Ends a row, and begins the next.
    fn end_row(&mut self) {
        for number in self.of_row..self.headers.len() {
            let header = &self.headers[number];
            // In a row of headers each heads its column, and needs no scope to say so.
            if header.scope.is_none() && self.row_has_data {
                self.unscoped.push(header.origin);
            }
        }
        self.of_row = self.headers.len();
        self.row_has_data = false;
        if self.width > 0 {
            self.widths.push((self.row_origin, self.width));
        }
        self.row += 1;
        self.cells = 0;
        self.column = 0;
        self.width = self.filled.iter().filter(|until_row| **until_row >= self.row).count();
        let (row, headers) = (self.row, &self.headers);
        self.beside.retain(|&number| headers[number as usize].until_row >= row);
    }

    fn cell(&mut self, tag: &Tag<'p>, role: &str, origin: Origin, hidden: bool) {
        self.cells += 1;
        self.most_cells = self.most_cells.max(self.cells);
        self.holds_data |= tag.has_any(const { Set::of(&[Attribute::Scope, Attribute::Headers]) });
        let id = tag.get(Attribute::Id).map(|id| ids::hash(&text::decode(id)));
        self.ids.extend(id);
        let names = tag.get(Attribute::Headers).filter(|names| !names.trim().is_empty());
        if !hidden {
            self.named.extend(names.map(|names| (names, id, origin)));
        }
        while self.filled.get(self.column).is_some_and(|until_row| *until_row >= self.row) {
            self.column += 1;
        }
        let span = |name| tag.get(name).and_then(|span| span.trim().parse::<u32>().ok());
        let columns = span(Attribute::Colspan).unwrap_or(1).clamp(1, MOST_COLUMNS as u32) as usize;
        // A height of 0 reaches to the end of the group, where what is filled is forgotten.
        let rows = span(Attribute::Rowspan).map_or(1, |rows| if rows == 0 { u32::MAX } else { rows });
        let until_row = self.row.saturating_add(rows - 1);
        let columns = self.column.min(MOST_COLUMNS)..(self.column + columns).min(MOST_COLUMNS);
        self.column = columns.end;
        let taken = self.filled.get(columns.start..columns.end.min(self.filled.len())).unwrap_or_default();
        if taken.iter().any(|until_row| *until_row >= self.row) {
            self.overlapping.get_or_insert(origin);
        }
        self.width += columns.len() - taken.iter().filter(|until_row| **until_row >= self.row).count();
        if rows > 1 && !columns.is_empty() {
            self.filled.resize(self.filled.len().max(columns.end), 0);
            self.filled[columns.clone()].iter_mut().for_each(|filled| *filled = until_row.max(*filled));
        }
        // A cell that names its headers has no others.
        if names.is_none() {
            self.head(&columns);
        }
        let is_header = tag.kind == ElementKind::Th && !matches!(role, "cell" | "gridcell")
            || matches!(role, "columnheader" | "rowheader");
        if !is_header {
            self.row_has_data = true;
            return;
        }
        let number = self.headers.len() as u32;
        let scope = implicit_role::scope(tag);
        // No header waits where more columns would be, nor where more wait than there are columns.
        let is_followed =
            !columns.is_empty() && self.below.len() < MOST_COLUMNS && self.beside.len() < MOST_COLUMNS;
        let is_exposed = !hidden && is_followed && matches!(role, "columnheader" | "rowheader");
        let header =
            Header { origin, id, scope, is_exposed, columns, until_row, has_below: false, has_beside: false };
        self.headers.push(header);
        if is_followed && scope != Some(Scope::Row) {
            self.below.push(number);
        }
        if is_followed && scope != Some(Scope::Column) {
            self.beside.push(number);
        }
    }

    /// A cell in these columns has the headers above it and those before it.
    fn head(&mut self, columns: &Range<usize>) {
        let headers = &mut self.headers;
        self.below.retain(|&number| {
            let header = &mut headers[number as usize];
            header.has_below |= header.columns.start < columns.end && columns.start < header.columns.end;
            !header.has_below
        });
        self.beside.retain(|&number| {
            let header = &mut headers[number as usize];
            header.has_beside |= header.columns.start < columns.start;
            !header.has_beside
        });
    }

    /// Reports headers that head nothing, and cells that name what is no cell of the table.
    fn judge(self, reports: &mut Reports) {
        let mut heads = HashSet::new();
        for (names, own, origin) in self.named {
            let names = text::decode(names);
            let mut said = HashSet::new();
            for name in names.split_ascii_whitespace().filter(|name| said.insert(*name)) {
                let id = ids::hash(name);
                heads.insert(id);
                if own == Some(id) || !self.ids.contains(&id) {
                    let message = if own == Some(id) {
                        format!("headers names “{name}”, which is the cell itself")
                    } else {
                        format!("headers names “{name}”, which is no other cell of this table")
                    };
                    reports.add(&rules::HEADERS_OUTSIDE, origin, message);
                }
            }
        }
        for header in self.headers.iter().filter(|header| header.is_exposed) {
            let is_named = header.id.is_some_and(|id| heads.contains(&id));
            if !header.has_below && !header.has_beside && !is_named {
                reports.add(&rules::HEADER_OF_NOTHING, header.origin, "the header cell heads no cell");
            }
        }
    }
}
