//! What once went wrong and its right value: small sites and inputs, run through the built program as a user runs it.
//!
//! One module holds one kind of fault; its inputs stand in the module, or as files in the folder of its name.

mod advice;
mod allowances;
mod authority;
mod check_and_build;
mod contents_of_pages;
mod counts;
mod drawings;
mod easy_read_first;
mod easy_words;
mod empty_sections;
mod english;
mod growth;
mod hidden_characters;
mod html_and_names;
mod html_tables;
mod ids_of_pages;
mod import;
mod kinds;
mod languages;
mod latin_titles;
mod lost_words;
mod menus_and_logos;
mod messages;
mod named_parts;
mod names_of_documents;
mod navigation;
mod not_found;
mod numbers_of_lists;
mod old_addresses;
mod opened;
mod openings;
mod own_looks;
mod own_templates;
mod paths;
mod places_in_texts;
mod places_of_reports;
mod preview;
mod published_files;
mod reviews;
mod seals;
mod style_sheets;
mod usage;
mod values;
mod words_in_texts;
mod written;

use crate::support::{Site, curbcut};

#[test]
fn a_usage_error_has_its_own_exit_code() {
    let ran = curbcut(Site::new(&[]).root(), &["biuld"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
}
