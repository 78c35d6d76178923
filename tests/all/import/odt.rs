//! OpenDocument texts: files made by other programs (`tests/sources/odt/make.py`), hostile files made here, and random ones. For
//! each, no character of the file is lost: it stands in the Markdown, in the front matter, or in the list of what was left out.

mod features;
mod file_text;
mod hostile;
mod made;
mod random;

use std::fs;
use std::path::PathBuf;

use curbcut::import::{Imported, Input, Refused, import};

use super::docx::read_back::prove_words;
use super::docx::said;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sources/odt")
}

fn names() -> Vec<String> {
    let files =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = files.filter_map(|name| name.strip_suffix(".odt").map(str::to_owned)).collect();
    names.sort();
    names
}

fn opened(path: &str, bytes: &[u8]) -> Result<Imported, Refused> {
    import(Input { path, bytes, lang: None })
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(format!("{name}.odt"))).unwrap()
}

fn file(name: &str) -> Imported {
    opened(&format!("{name}.odt"), &bytes(name)).unwrap_or_else(|error| panic!("{error}"))
}

fn prove(imported: &Imported, bytes: &[u8], name: &str) {
    prove_words(imported, &file_text::of(bytes), name);
}

#[test]
fn files_of_other_programs_become_what_people_read_in_them() {
    let names = names();
    assert!(names.len() >= 10, "{names:?}");
    for name in names {
        let imported = file(&name);
        insta::with_settings!({ snapshot_path => "../snapshots/odt", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name.as_str(), said(&imported));
        });
    }
}

#[test]
fn no_character_of_any_file_is_lost() {
    for name in names() {
        prove(&file(&name), &bytes(&name), &name);
    }
}

#[test]
fn nobody_who_changed_a_file_is_named() {
    for name in names() {
        let imported = file(&name);
        let all = said(&imported) + imported.source.text();
        assert!(!all.contains("Secret"), "{name}");
    }
}
