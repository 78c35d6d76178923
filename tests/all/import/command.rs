//! The command: what it refuses of several files, and how much of what it found it prints.

use std::fs;

use crate::support::curbcut;

#[test]
fn two_files_of_one_document_are_never_written_over_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let text = |word: &str| format!("A/HRC/RES/98/6\n\n98/6. 标志\n\n人权理事会，\n\n1. 决定{word}。\n");
    fs::write(folder.path().join("a.txt"), text("结束")).unwrap();
    fs::write(folder.path().join("b.txt"), text("继续")).unwrap();
    for arguments in
        [&["import", "--force", "a.txt", "b.txt"][..], &["import", "--force", "a.txt", "./a.txt"]]
    {
        let (code, _, error) = curbcut(folder.path(), arguments).parts();
        assert_eq!(code, 2, "{error}");
        let last = arguments.last().unwrap();
        assert!(
            error.contains(&format!("was made of a.txt just now, and {last} has the same symbol")),
            "{error}"
        );
        let written = fs::read_to_string(folder.path().join("content/a-hrc-res-98-6/index.md")).unwrap();
        assert!(written.contains("1. 决定结束。"), "{written}");
    }
    // Another run may replace it.
    assert_eq!(curbcut(folder.path(), &["import", "--force", "b.txt"]).code, 0);
}

#[test]
fn findings_of_an_import_that_are_alike_are_gathered() {
    let folder = tempfile::tempdir().unwrap();
    let bad: String = (1..=40).map(|number| format!("{number}. 请 各 国 写明；\n\n")).collect();
    let text = format!("A/HRC/RES/98/6\n\n98/6. 标志\n\n人权理事会，\n\n{bad}");
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let (code, _, error) = curbcut(folder.path(), &["import", "a.txt"]).parts();
    assert_eq!(code, 0, "{error}");
    assert_eq!(error.matches("blanks stand between").count(), 5, "{error}");
    assert!(error.contains(" And 35 more like it below.\n"), "{error}");
    assert!(error.contains("not sealed: 40 places of the import"), "{error}");
    assert!(error.contains("Not found: session, session dates, agenda item, "), "{error}");
}

#[test]
fn a_word_document_is_written_with_its_pictures_and_all_that_is_to_be_decided() {
    let folder = tempfile::tempdir().unwrap();
    let made = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sources/docx");
    fs::write(folder.path().join("book.toml"), "[book]\ntitle = \"站\"\nlanguage = \"zh-Hans\"\n").unwrap();
    for name in ["changes-zh", "pictures-en", "report-fr"] {
        fs::copy(format!("{made}/{name}.docx"), folder.path().join(format!("{name}.docx"))).unwrap();
    }
    let (code, said, told) =
        curbcut(folder.path(), &["import", "changes-zh.docx", "pictures-en.docx", "report-fr.docx"]).parts();
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("changes-zh.docx:2:3: warning: “应当” was inserted by a tracked change"), "{told}");
    assert_eq!(told.matches("by a tracked change").count(), 9, "{told}");
    assert!(said.contains("    left out, paragraph 7: 整段删去。 (deleted by a tracked change)\n"), "{said}");
    assert!(!told.contains("Secret") && !said.contains("Secret"));
    // Each language has its names, and pictures stand beside the text.
    let content = folder.path().join("content");
    assert!(content.join("changes-zh/index.md").exists());
    assert!(content.join("report-fr/index.fr.md").exists(), "{said}");
    let text = fs::read_to_string(content.join("pictures-en/index.en.md")).unwrap();
    let pictures: Vec<_> = fs::read_dir(content.join("pictures-en"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".png"))
        .collect();
    assert_eq!(pictures.len(), 9);
    assert!(pictures.iter().all(|name| text.contains(&format!("({name}"))), "{text}");
    // What is there stays, and nothing is written beside it.
    let (code, _, told) = curbcut(folder.path(), &["import", "pictures-en.docx"]).parts();
    assert_ne!(code, 0, "{told}");
    assert!(told.contains("exists already"), "{told}");
    assert_eq!(curbcut(folder.path(), &["import", "--force", "pictures-en.docx"]).code, 0);
}

#[test]
fn many_files_become_drafts_and_one_line_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = vec!["import".to_owned()];
    for number in 1..=70 {
        let text = format!("A/HRC/RES/98/{number}\n\n98/{number}. 标志\n\n人权理事会，\n\n1. 决定结束。\n");
        fs::write(folder.path().join(format!("{number}.txt")), text).unwrap();
        arguments.push(format!("{number}.txt"));
    }
    fs::write(folder.path().join("empty.txt"), " ").unwrap();
    arguments.insert(34, "empty.txt".to_owned());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let tried = curbcut(folder.path(), &[&arguments[..], &["--dry-run"]].concat());
    assert!(tried.out.contains("1.txt would be ./content/a-hrc-res-98-1/index.md\n"), "{}", tried.out);
    assert!(tried.out.ends_with("70 files can be imported; 1 file not, as said above.\n"), "{}", tried.out);
    assert!(!folder.path().join("content").exists());
    let (code, said, told) = curbcut(folder.path(), &arguments).parts();
    assert_eq!(code, 2, "{told}");
    // In the order in which they were named, whatever was read first.
    let order: Vec<&str> = said.lines().filter(|line| line.ends_with("/index.md")).collect();
    assert_eq!(order.len(), 70);
    assert!(order[32].starts_with("33.txt -> ") && order[69].starts_with("70.txt -> "), "{order:?}");
    assert!(
        said.contains("\n70 files imported; 1 file not, as said above.\nNext: compare each text"),
        "{said}"
    );
    assert!(told.contains("empty.txt is empty"), "{told}");
    fs::write(folder.path().join("book.toml"), "[book]\ntitle = \"站\"\nlanguage = \"zh-Hans\"\n").unwrap();
    let (code, said, told) = curbcut(folder.path(), &["build"]).parts();
    assert_eq!(code, 0, "{told}");
    assert!(said.contains("140 drafts are not published; “curbcut serve” shows them"), "{said}");
    // A summary is asked for where the text is published.
    let index = folder.path().join("content/a-hrc-res-98-1/index.md");
    let text = fs::read_to_string(&index).unwrap();
    fs::write(&index, text.replace("draft: true\n", "")).unwrap();
    assert!(curbcut(folder.path(), &["check"]).out.contains("“summary” is missing or empty"));
    // Of two texts of a work it is said which one is the draft.
    let easy_read = folder.path().join("content/a-hrc-res-98-2/easy-read.md");
    fs::write(&easy_read, "---\ntitle: 标志\nabout: 易读版。\nbased-on: A\nmade-by: 小组\n---\n\n## 标志 {covers=op-1}\n\n有标志。\n").unwrap();
    let checked = curbcut(folder.path(), &["check"]).out;
    assert!(checked.contains("the official text of this easy-read version is a draft"), "{checked}");
}

#[test]
fn the_language_of_a_text_is_known_by_its_words_and_a_guess_is_called_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("book.toml"),
        "[book]\ntitle = \"站\"\nlanguage = \"zh-Hans\"\n\n[languages.en]\ntitle = \"Stop\"\n",
    )
    .unwrap();
    for (name, text) in [
        ("zh.txt", "市政府决定，各站都要有坡道和清楚的标志。"),
        ("en.txt", "The city decides that each stop gets a ramp and signs that people can read."),
        (
            "fr.txt",
            "La ville décide que chaque arrêt aura une rampe et des panneaux que tout le monde peut lire.",
        ),
        ("names.txt", "Anna Schmidt"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let (code, said, told) =
        curbcut(folder.path(), &["import", "zh.txt", "en.txt", "fr.txt", "names.txt"]).parts();
    assert_eq!(code, 0, "{told}");
    for line in [
        "zh.txt -> ./content/zh/index.md\n",
        "en.txt -> ./content/en/index.en.md\n",
        "fr.txt -> ./content/fr/index.fr.md\n",
        "names.txt -> ./content/names/index.en.md\n",
        "    language: fr, by its words\n",
        "    language: en, which is a guess; --lang TAG gives another\n",
    ] {
        assert!(said.contains(line), "{line} {said}");
    }
}

#[test]
fn languages_of_one_document_need_a_site() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "A/HRC/RES/98/6\n\n98/6. 标志\n\n人权理事会，\n\n1. 决定。\n")
        .unwrap();
    fs::write(
        folder.path().join("b.txt"),
        "A/HRC/RES/98/6\n\n98/6. Signs\n\nThe Human Rights Council,\n\n1. Decides.\n",
    )
    .unwrap();
    let (code, said, told) = curbcut(folder.path(), &["import", "a.txt", "b.txt"]).parts();
    assert_eq!(code, 2);
    assert!(
        told.contains(
            "b.txt is the same document in another language; it was not imported. Without book.toml"
        ),
        "{told}"
    );
    assert!(told.contains("holds no book.toml that can be read"), "{told}");
    assert!(said.contains("    a resolution, by 11 points of at least 5: symbol (2), number (1), title behind its number (3), "), "{said}");
}
