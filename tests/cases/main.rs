//! What once went wrong and its right value: small sites and inputs, run through the built program as a user runs it.
//!
//! One module holds one kind of fault; its inputs stand in the module, or as files in the folder of its name.

mod allowances;
mod check_and_build;
mod contents_of_pages;
mod counts;
mod drawings;
mod easy_words;
mod empty_sections;
mod english;
mod growth;
mod hidden_characters;
mod html_and_names;
mod ids_of_pages;
mod import;
mod kinds;
mod latin_titles;
mod lost_words;
mod named_parts;
mod names_of_documents;
mod opened;
mod paths;
mod places_of_reports;
mod preview;
mod published_files;
mod reviews;
mod seals;
#[path = "../support/mod.rs"]
mod support;
mod written;

use std::path::Path;
use std::process::{Command, Stdio};

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// What it wrote to standard output.
    pub out: String,
    /// What it wrote to standard error.
    pub err: String,
}

/// Runs `curbcut` in a folder.
#[track_caller]
pub fn curbcut(folder: &Path, arguments: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_curbcut"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ran {
        code: output.status.code().expect("an exit code, no signal"),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}

#[test]
fn a_usage_error_has_its_own_exit_code() {
    let ran = curbcut(support::Site::new(&[]).root(), &["biuld"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
}
