//! Data tables: a caption, header cells, and the scope of each.
//!
//! A table that only lays things out is asked for nothing. It is certain where its role says so, where it has no more than
//! one row or one column, and where another table stands in it, as long as nothing marks it as data.

use super::element_kind::ElementKind;
use super::reports::{Origin, Reports};
use super::rules::{self, Basis};
use super::tag::{Attribute, Set, Tag};
use super::text;

/// The open tables, the innermost last.
#[derive(Default)]
pub(super) struct Tables {
    open: Vec<Table>,
}

#[derive(Default)]
struct Table {
    origin: Origin,
    /// Used for layout, and said to be so.
    layout: bool,
    /// Something in it is only for data: a caption, a head, a summary, a scope.
    data: bool,
    /// Another table stands in it.
    outer: bool,
    rows: u32,
    /// The cells of the row that is read, and those of the longest row.
    cells: u32,
    columns: u32,
    captioned: bool,
    headers: u32,
    unscoped: Vec<Origin>,
}

impl Tables {
    /// Notes a table or a header cell.
    pub fn open(&mut self, kind: ElementKind, tag: &Tag<'_>, origin: Origin) {
        let named = |value: Option<&str>| value.is_some_and(|value| !text::is_blank(value));
        match (kind, self.open.last_mut()) {
            (ElementKind::Table, around) => {
                if let Some(around) = around {
                    around.outer = true;
                }
                self.open.push(Table {
                    origin,
                    layout: matches!(tag.role(), Some("presentation" | "none")),
                    data: tag.has(Attribute::Summary) || tag.role().is_some(),
                    captioned: named(tag.get(Attribute::AriaLabel))
                        || named(tag.get(Attribute::AriaLabelledby)),
                    ..Table::default()
                });
            }
            (ElementKind::Caption | ElementKind::Thead | ElementKind::Tfoot, Some(table)) => {
                table.data = true
            }
            (ElementKind::Tr, Some(table)) => {
                table.rows += 1;
                table.cells = 0;
            }
            (ElementKind::Th, Some(table)) => {
                table.cell(tag);
                table.headers += 1;
                let scope = tag.get(Attribute::Scope).unwrap_or_default().to_ascii_lowercase();
                if !matches!(scope.as_str(), "col" | "row" | "colgroup" | "rowgroup") {
                    table.unscoped.push(origin);
                }
            }
            (ElementKind::Td, Some(table)) => table.cell(tag),
            _ => {}
        }
    }

    /// Notes that the innermost table has a caption with words.
    pub fn captioned(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.captioned = true;
        }
    }

    /// Closes the innermost table and reports what it lacks.
    pub fn close(&mut self, reports: &mut Reports) {
        let Some(table) = self.open.pop().filter(|table| !table.is_for_layout()) else { return };
        if !table.captioned {
            reports.add(&rules::TABLE_WITHOUT_CAPTION, table.origin, "the table has no caption");
        }
        if table.headers == 0 && table.data {
            reports.add(&rules::TABLE_WITHOUT_HEADERS, table.origin, "the table has no header cells");
        } else if table.headers == 0 {
            let message = "the table has no header cells, and nothing says that it only lays things out";
            reports.add_on(Basis::House, &rules::TABLE_WITHOUT_HEADERS, table.origin, message);
        }
        for origin in table.unscoped {
            reports.add(&rules::HEADER_WITHOUT_SCOPE, origin, "the header cell has no scope");
        }
    }
}

impl Table {
    fn cell(&mut self, tag: &Tag<'_>) {
        self.cells += 1;
        self.columns = self.columns.max(self.cells);
        self.data |= tag.has_any(const { Set::of(&[Attribute::Scope, Attribute::Headers]) });
    }

    fn is_for_layout(&self) -> bool {
        let holds_data = self.data || self.headers > 0 || self.captioned;
        self.layout || !holds_data && (self.outer || self.rows < 2 || self.columns < 2)
    }
}
