//! A law or regulation in articles: an act of a state, a ministry or a city. Its text has headings, and under them articles with their
//! paragraphs and points. Else it has what a document has, and what a resolution says of its adoption.

use super::{Definition, Fact, Parts, RuleSet, SchemaType, document};

pub static KIND: Definition = Definition {
    name: "act",
    plural: "acts",
    keys: &[&document::COVER, &document::SEAL, &["adopted", "in-force"]],
    parts: Parts::Articles,
    facts: &[
        Fact::Symbol,
        Fact::Body,
        Fact::AdoptedOn,
        Fact::Adopted,
        Fact::InForce,
        Fact::Session,
        Fact::SessionDates,
        Fact::AgendaItem,
        Fact::Author,
        Fact::Publisher,
        Fact::Edition,
        Fact::Keywords,
        Fact::Distribution,
        Fact::CoverLines,
    ],
    rules: &[RuleSet::Summary, RuleSet::Rendered, RuleSet::Articles],
    described_as: [SchemaType::Legislation, SchemaType::CreativeWork],
    ..document::KIND
};
