//! One entry among many: in a collection it has the fields that the collection declares, and who agreed to it. Else it has what a document
//! has.

use super::{Definition, document};

pub static KIND: Definition =
    Definition { name: "entry", plural: "entries", keys: &KEYS, fields: true, ..document::KIND };

const KEYS: [&str; 15] = [
    "subtitle",
    "symbol",
    "number",
    "body",
    "session",
    "agenda-item",
    "author",
    "publisher",
    "edition",
    "keywords",
    "distribution",
    "authority",
    "digest",
    "pictures-digest",
    "consent",
];
