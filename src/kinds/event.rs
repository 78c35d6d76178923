//! Something that takes place. It has what a document has.

use super::{Definition, document};

pub static KIND: Definition = Definition { name: "event", plural: "events", ..document::KIND };
