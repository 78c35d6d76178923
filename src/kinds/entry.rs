//! One entry among many: in a collection it has the fields that the collection declares, and who agreed to it. Else it has what a document
//! has.

use super::{Definition, document};

pub static KIND: Definition = Definition { name: "entry", plural: "entries", fields: true, ..document::KIND };
