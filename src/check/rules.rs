//! Every rule, one file each. What is not in [`RULES`] does not run.

mod a11y;
pub(super) mod allowance;
mod easy_read;
mod language;
mod link;
mod official;
mod picture;
mod summary;

pub use easy_read::long_clause::clauses;
pub use easy_read::long_sentence::unit;

use super::Rule;

/// All rules, by name. `explain`, the rule pages, SARIF and the tests are made from this list.
pub static RULES: &[&Rule] = &[
    &a11y::alt_says_nothing::RULE,
    &a11y::empty_heading::RULE,
    &a11y::heading_jump::RULE,
    &a11y::missing_alt::RULE,
    &a11y::table_without_caption::RULE,
    &allowance::WITHOUT_REASON,
    &allowance::UNKNOWN_RULE,
    &allowance::UNUSED,
    &easy_read::abbreviation::RULE,
    &easy_read::abstract_word::RULE,
    &easy_read::bookish_word::RULE,
    &easy_read::covers_nothing::RULE,
    &easy_read::covers_order::RULE,
    &easy_read::covers_twice::RULE,
    &easy_read::cross_reference::RULE,
    &easy_read::dash::RULE,
    &easy_read::date_form::RULE,
    &easy_read::double_negative::RULE,
    &easy_read::dropped_subject::RULE,
    &easy_read::ellipsis::RULE,
    &easy_read::empty::RULE,
    &easy_read::empty_section::RULE,
    &easy_read::few_known_words::RULE,
    &easy_read::footnote::RULE,
    &easy_read::foreign_word::RULE,
    &easy_read::full_width_digit::RULE,
    &easy_read::half_width_punctuation::RULE,
    &easy_read::hard_term::RULE,
    &easy_read::idiom::RULE,
    &easy_read::joined_ideas::RULE,
    &easy_read::large_number::RULE,
    &easy_read::left_out_unknown::RULE,
    &easy_read::letter_of_a_list::RULE,
    &easy_read::long_brackets::RULE,
    &easy_read::long_clause::RULE,
    &easy_read::long_enumeration::RULE,
    &easy_read::long_heading::RULE,
    &easy_read::long_paragraph::RULE,
    &easy_read::long_sentence::RULE,
    &easy_read::many_commas::RULE,
    &easy_read::many_particles::RULE,
    &easy_read::missing_picture::RULE,
    &easy_read::nominalisation::RULE,
    &easy_read::number_in_words::RULE,
    &easy_read::one_sentence_per_line::RULE,
    &easy_read::other_form::RULE,
    &easy_read::passive::RULE,
    &easy_read::percentage::RULE,
    &easy_read::roman_numeral::RULE,
    &easy_read::special_character::RULE,
    &easy_read::stale::RULE,
    &easy_read::symbol::RULE,
    &easy_read::table::RULE,
    &easy_read::too_long::RULE,
    &easy_read::uncovered::RULE,
    &easy_read::unended_sentence::RULE,
    &easy_read::unknown_word::RULE,
    &easy_read::vague_pronoun::RULE,
    &easy_read::wrong_based_on::RULE,
    &language::no_labels::RULE,
    &language::untagged_words::RULE,
    &link::nowhere::RULE,
    &link::vague_words::RULE,
    &official::bare_note_number::RULE,
    &official::changed::RULE,
    &official::dash::RULE,
    &official::hard_wrap::RULE,
    &official::letter_gap::RULE,
    &official::mark_without_note::RULE,
    &official::metadata_clash::RULE,
    &official::missing_metadata::RULE,
    &official::mixed_spacing::RULE,
    &official::not_sealed::RULE,
    &official::note_without_mark::RULE,
    &official::number_gap::RULE,
    &official::number_twice::RULE,
    &official::opaque_letter::RULE,
    &official::page_twice::RULE,
    &official::suspected_typo::RULE,
    &official::terminal_mark::RULE,
    &official::uneven_emphasis::RULE,
    &official::unknown_lead::RULE,
    &official::vote_clash::RULE,
    &picture::missing::RULE,
    &picture::remote::RULE,
    &picture::unknown_concept::RULE,
    &summary::not_plain::RULE,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name).copied()
}
