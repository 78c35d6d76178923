//! Documents of Word: files made by other programs (`tests/sources/docx/make.py`), hostile files made here, and random ones.
//! For each, no character of the file is lost: it stands in the Markdown, in the front matter, or in the list of what was
//! left out.

mod hostile;
mod made;
mod random;
mod read_back;

use std::fs;
use std::path::PathBuf;

use curbcut::import::{Imported, Input, Refused, import};

use read_back::prove;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sources/docx")
}

fn names() -> Vec<String> {
    let files =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = files.filter_map(|name| name.strip_suffix(".docx").map(str::to_owned)).collect();
    names.sort();
    names
}

fn opened(path: &str, bytes: &[u8]) -> Result<Imported, Refused> {
    import(Input { path, bytes, lang: None })
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(format!("{name}.docx"))).unwrap()
}

fn file(name: &str) -> Imported {
    opened(&format!("{name}.docx"), &bytes(name)).unwrap_or_else(|error| panic!("{error}"))
}

/// All that an import says, for people to read.
fn said(imported: &Imported) -> String {
    let mut said =
        format!("language: {}; folder: {}\n\n{}\n", imported.lang, imported.slug, imported.markdown);
    for picture in &imported.pictures {
        said.push_str(&format!("picture: {}, {} bytes\n", picture.name, picture.bytes.len()));
    }
    for dropped in &imported.dropped {
        said.push_str(&format!(
            "left out, {} {}: {} ({})\n",
            imported.unit, dropped.line, dropped.text, dropped.reason
        ));
    }
    for finding in &imported.findings {
        let at = finding.place.position();
        said.push_str(&format!(
            "{}:{}: {} {}: {}\n",
            at.line,
            at.column,
            finding.severity.word(),
            finding.rule,
            finding.message
        ));
    }
    said
}

#[test]
fn files_of_other_programs_become_what_people_read_in_them() {
    let names = names();
    assert!(names.len() >= 20, "{names:?}");
    for name in names {
        let imported = file(&name);
        insta::with_settings!({ snapshot_path => "../snapshots/docx", prepend_module_to_snapshot => false, omit_expression => true }, {
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

#[test]
fn a_resolution_in_word_is_what_it_is_in_plain_text() {
    for name in ["resolution-zh", "resolution-en"] {
        let from_word = file(name);
        // Marks and notes stand as they do in plain text.
        let text = from_word.source.text().replace("1和以往", "[^1]和以往").replace("2，\n", "[^2]，\n");
        let text = text.replace("Disabilities,1", "Disabilities,[^1]");
        let text = text
            .replace("\n1\t", "\n[^1]: ")
            .replace("\n2\t联", "\n[^2]: 联")
            .replace("\n2\tA/", "\n[^2]: A/");
        let text: String = text.lines().map(|line| format!("{}\n\n", line.trim())).collect();
        let from_text = opened("a.txt", text.as_bytes()).unwrap();
        let plain =
            |imported: &Imported| imported.markdown.replace('*', "").replace("[^", "").replace(']', "");
        let body = |imported: &Imported| {
            let whole = plain(imported);
            let (front, body) = whole.split_once("\n---\n").unwrap();
            let front: Vec<_> =
                front.lines().filter(|line| !line.starts_with("digest")).map(str::to_owned).collect();
            (front, body.split("\n\n1: ").next().unwrap().trim().to_owned())
        };
        assert_eq!(body(&from_word), body(&from_text), "{name}");
        assert_eq!(from_word.counts.operative, 3, "{name}");
    }
}

#[test]
fn lists_under_a_paragraph_of_a_resolution_belong_to_it() {
    let imported = file("resolution-lists-zh");
    let body = imported.markdown.split_once("\n---\n").unwrap().1;
    let want = "1. 请各国：\n\n   （一）写短句；\n\n   ① 甲；\n\n   （二）乙；\n\n   - 附注；\n\n2. 决定结束。\n\n\
                ## 附件\n\n### 标志\n\n1. 大。\n\n   - 颜色清楚。\n";
    assert!(body.contains(want), "{body}");
    assert_eq!((imported.counts.operative, imported.counts.sub), (2, 4));
}
