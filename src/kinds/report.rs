//! A report that stands elsewhere too, so what is lost when it is copied is looked for. Else it has what a document has.

use super::{Definition, RuleSet, SchemaType, document};

pub static KIND: Definition = Definition {
    name: "report",
    plural: "reports",
    rules: &[RuleSet::Summary, RuleSet::Rendered],
    described_as: [SchemaType::Report; 2],
    ..document::KIND
};
