//! Data tables: a caption, header cells, and the scope of each.

use super::element_kind::ElementKind;
use super::reports::{Origin, Reports};
use super::rules;
use super::tag::{Attribute, Tag};
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
    captioned: bool,
    headers: u32,
    unscoped: Vec<Origin>,
}

impl Tables {
    /// Notes a table or a header cell.
    pub fn open(&mut self, kind: ElementKind, tag: &Tag<'_>, origin: Origin) {
        let named = |value: Option<&str>| value.is_some_and(|value| !text::is_blank(value));
        match (kind, self.open.last_mut()) {
            (ElementKind::Table, _) => self.open.push(Table {
                origin,
                layout: matches!(tag.role(), Some("presentation" | "none")),
                captioned: named(tag.get(Attribute::AriaLabel)) || named(tag.get(Attribute::AriaLabelledby)),
                ..Table::default()
            }),
            (ElementKind::Th, Some(table)) => {
                table.headers += 1;
                let scope = tag.get(Attribute::Scope).unwrap_or_default().to_ascii_lowercase();
                if !matches!(scope.as_str(), "col" | "row" | "colgroup" | "rowgroup") {
                    table.unscoped.push(origin);
                }
            }
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
        let Some(table) = self.open.pop().filter(|table| !table.layout) else { return };
        if !table.captioned {
            reports.add(&rules::TABLE_WITHOUT_CAPTION, table.origin, "the table has no caption");
        }
        if table.headers == 0 {
            reports.add(&rules::TABLE_WITHOUT_HEADERS, table.origin, "the table has no header cells");
        }
        for origin in table.unscoped {
            reports.add(&rules::HEADER_WITHOUT_SCOPE, origin, "the header cell has no scope");
        }
    }
}
