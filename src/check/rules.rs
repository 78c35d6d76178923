//! Every rule, one file each. What is not in [`RULES`] does not run.

mod a11y;
mod easy_read;
mod language;
mod link;
mod official;
mod picture;

use super::Rule;

/// All rules, by name. `explain`, the rule pages, SARIF and the tests are made from this list.
pub static RULES: &[&Rule] = &[
    &a11y::empty_heading::RULE,
    &a11y::heading_jump::RULE,
    &a11y::missing_alt::RULE,
    &a11y::table_without_caption::RULE,
    &easy_read::covers_nothing::RULE,
    &easy_read::covers_order::RULE,
    &easy_read::covers_twice::RULE,
    &easy_read::left_out_unknown::RULE,
    &easy_read::uncovered::RULE,
    &easy_read::wrong_based_on::RULE,
    &language::no_labels::RULE,
    &link::nowhere::RULE,
    &official::letter_gap::RULE,
    &official::mark_without_note::RULE,
    &official::note_without_mark::RULE,
    &official::number_gap::RULE,
    &official::number_twice::RULE,
    &picture::missing::RULE,
    &picture::remote::RULE,
    &picture::unknown_concept::RULE,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name).copied()
}
