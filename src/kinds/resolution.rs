//! A resolution of a body such as the Human Rights Council, laid out as the UN Editorial Manual has it: a cover, preambular and
//! operative paragraphs, and at the end how it was adopted.

use super::{Definition, Fact, Listing, Parts, RuleSet, SchemaType};

pub static KIND: Definition = Definition {
    name: "resolution",
    plural: "resolutions",
    keys: &[&[
        "symbol",
        "number",
        "body",
        "session",
        "agenda-item",
        "adopted",
        "closing",
        "meeting",
        "vote",
        "distribution",
        "cover-lines",
        "authority",
        "digest",
        "pictures-digest",
    ]],
    required: &["title", "summary"],
    parts: Parts::Resolution,
    facts: &[
        Fact::Symbol,
        Fact::Body,
        Fact::Session,
        Fact::SessionDates,
        Fact::AgendaItem,
        Fact::AdoptedOn,
        Fact::Adopted,
        Fact::Meeting,
        Fact::Decision,
        Fact::Distribution,
        Fact::CoverLines,
    ],
    layout: "official",
    rules: &[RuleSet::Summary, RuleSet::Rendered, RuleSet::Resolution],
    official: true,
    book: true,
    fields: false,
    takes_place: false,
    easy_read: true,
    listing: Listing::Documents,
    described_as: [SchemaType::Legislation, SchemaType::CreativeWork],
};
