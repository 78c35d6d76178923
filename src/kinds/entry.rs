//! One entry among many, such as a news item. It has what a document has.

use super::{Definition, document};

pub static KIND: Definition = Definition { name: "entry", plural: "entries", ..document::KIND };
