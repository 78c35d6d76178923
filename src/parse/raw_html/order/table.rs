//! The order of the parts of a table.

use crate::parse::raw_html::fault::Fault;

/// The tables that are open, and their parts.
#[derive(Default)]
pub struct Table<'r> {
    open: Vec<OpenElement<'r>>,
}

struct OpenElement<'r> {
    name: &'r str,
    rank: u8,
    /// Of a table: the step of its last part.
    last: Option<u8>,
}

/// The rank of cells, which hold words; parts of a table of a lower one hold only other parts.
const CELL: u8 = 3;

/// How deep an element stands in a table; `None` for elements of no table.
fn rank(name: &str) -> Option<u8> {
    match name {
        "table" => Some(0),
        "colgroup" | "tbody" | "tfoot" | "thead" => Some(1),
        "col" | "tr" => Some(2),
        "caption" | "td" | "th" => Some(CELL),
        _ => None,
    }
}

/// Which of the parts of a table it is, in their order.
fn step(name: &str) -> u8 {
    match name {
        "caption" => 0,
        "col" | "colgroup" => 1,
        "thead" => 2,
        "tfoot" => 4,
        _ => 3,
    }
}

/// Whether it stands in the table itself, whatever is open in that.
fn ends_all(name: &str) -> bool {
    matches!(name, "caption" | "colgroup" | "tbody" | "tfoot" | "thead")
}

/// What a part of a table holds that holds no words.
fn held(name: &str) -> &'static str {
    match name {
        "tr" => "“<th>” and “<td>”",
        "colgroup" => "“<col>”",
        "table" => "“<caption>” and rows, whose cells hold words",
        _ => "“<tr>”, whose cells hold words",
    }
}

impl<'r> Table<'r> {
    /// What is wrong with words in this place.
    pub fn words(&self) -> Option<Fault> {
        let part = self.open.last().filter(|part| part.rank < CELL)?;
        Some(Fault::directly("words", part.name, held(part.name)))
    }

    /// What is wrong with an element that begins.
    pub fn open(&mut self, name: &'r str) -> Option<Fault> {
        let own = rank(name)?;
        if own > 0 && self.open.is_empty() {
            return Some(Fault::outside(name, "table"));
        }
        // The next part of a table ends the last one.
        let highest = if ends_all(name) { 1 } else { own };
        while own > 0 && self.open.pop_if(|part| part.rank >= highest).is_some() {}
        if name != "col" {
            self.open.pop_if(|part| own > 0 && part.name == "colgroup");
        }
        let fault = match self.open.last_mut() {
            Some(table) if own > 0 && table.rank == 0 => {
                let (own, last) = (step(name), table.last);
                table.last = last.max(Some(own));
                match last {
                    Some(last) if last > own => Some(Fault::late(name, "table")),
                    Some(last) if last == own && matches!(name, "caption" | "tfoot" | "thead") => {
                        Some(Fault::second(name, "table"))
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        self.open.push(OpenElement { name, rank: own, last: None });
        fault
    }

    /// Ends an element; whether its part of a table was ended before.
    pub fn closes_nothing(&mut self, name: &str) -> bool {
        if rank(name).is_none() || self.open.is_empty() {
            return false;
        }
        match self.open.iter().rposition(|part| part.name == name) {
            Some(at) => self.open.truncate(at),
            None => return true,
        }
        false
    }
}
