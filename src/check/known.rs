//! The names that findings carry: an allowance of any other is a slip.

use std::sync::LazyLock;

use super::rules::RULES;
use crate::audit;
use crate::reported::REPORTED;

/// Every name that a finding can carry, sorted.
pub fn names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let authors = RULES.iter().map(|rule| rule.name);
        let finished = audit::every_rule().map(|rule| rule.name);
        let reported = REPORTED.iter().map(|reported| reported.name);
        let mut names: Vec<&str> = authors.chain(finished).chain(reported).collect();
        names.sort_unstable();
        names
    });
    &NAMES
}
