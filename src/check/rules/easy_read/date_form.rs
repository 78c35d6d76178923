//! Dates and times in short forms.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/date-form`
pub static RULE: Rule = Rule {
    name: "easy-read/date-form",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): dates in full; Japanese easy-read guideline (2015); the forms are derived",
    docs: include_str!("date_form.md"),
    check,
};

const WORDING: Wording =
    Wording { list: "date-form", message: "is a short form", help: "Write the date or the time in full." };

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
