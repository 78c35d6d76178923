//! One entry among many: in a collection it has the fields that the collection declares, and who agreed to it. Else it has what a document
//! has.

use super::{Definition, Fact, document};

pub static KIND: Definition =
    Definition { name: "entry", plural: "entries", fields: true, facts: &FACTS, ..document::KIND };

/// Those of a document, and the day of the last change.
const FACTS: [Fact; 12] = [
    Fact::Symbol,
    Fact::Body,
    Fact::Session,
    Fact::SessionDates,
    Fact::AgendaItem,
    Fact::Date,
    Fact::Changed,
    Fact::Author,
    Fact::Publisher,
    Fact::Edition,
    Fact::Keywords,
    Fact::Distribution,
];
