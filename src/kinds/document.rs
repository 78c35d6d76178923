//! A text with headings and paragraphs, of which nothing more is known. Texts that name no kind are documents.

use super::{Definition, Fact, Listing, Parts, RuleSet, SchemaType};

pub static KIND: Definition = Definition {
    name: "document",
    plural: "documents",
    keys: &[&COVER, &SEAL, &REPORTS],
    required: &["title", "summary"],
    parts: Parts::Headings,
    facts: &FACTS,
    layout: "official",
    rules: &[RuleSet::Summary],
    official: true,
    book: true,
    fields: false,
    takes_place: false,
    easy_read: true,
    listing: Listing::Documents,
    described_as: [SchemaType::Article; 2],
};

/// What stands on the cover of a document that a body issues.
pub const COVER: [&str; 13] = [
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
    "cover-lines",
    "authority",
];

/// What seals a text.
pub const SEAL: [&str; 2] = ["digest", "pictures-digest"];

/// What a text has that reports on something.
const REPORTS: [&str; 1] = ["reports-on"];

/// What stands on the cover and is shown, in the order of a cover; an entry also has the day of its last change.
pub const FACTS: [Fact; 13] = [
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
    Fact::CoverLines,
];
