//! A report that stands elsewhere too, so what is lost when it is copied is looked for. Else it has what a document has.

use super::{Definition, RuleSet, document};

pub static KIND: Definition = Definition {
    name: "report",
    plural: "reports",
    rules: &[RuleSet::Summary, RuleSet::Rendered],
    ..document::KIND
};
