//! A page about the site or those who publish it: about, contact, help. It is never called official, and nothing is asked
//! of it but a title.

use super::{Definition, Fact, Listing, Parts, SchemaType};

pub static KIND: Definition = Definition {
    name: "page",
    plural: "pages",
    keys: &[],
    required: &["title"],
    parts: Parts::Headings,
    facts: &[Fact::Date],
    layout: "page",
    rules: &[],
    official: false,
    book: false,
    fields: false,
    takes_place: false,
    easy_read: false,
    listing: Listing::Pages,
    described_as: [SchemaType::WebPage; 2],
};
