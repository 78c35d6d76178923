//! Something that takes place: when, where, who can come and how, and what came of it. Else it has what a document has.

use super::{Definition, SchemaType, document};

pub static KIND: Definition = Definition {
    name: "event",
    plural: "events",
    keys: &[&document::COVER, &document::SEAL, &KEYS],
    takes_place: true,
    described_as: [SchemaType::Event; 2],
    ..document::KIND
};

/// When, where, for whom and how.
const KEYS: [&str; 16] = [
    "status",
    "start",
    "end",
    "time-zone",
    "form",
    "place",
    "online",
    "for-whom",
    "follows",
    "programme",
    "register",
    "contact",
    "access",
    "recordings",
    "report",
    "series",
];
