//! Markdown of other tools: it stays as it is, and what means something else here is told at its place.

use std::fs;
use std::path::PathBuf;

use curbcut::import::{Destination, Imported, Input, import};
use proptest::prelude::*;

use super::docx::said;
use crate::support::curbcut;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sources/markdown")
}

fn file(name: &str) -> Imported {
    let path = folder().join(name);
    let bytes = fs::read(&path).unwrap();
    import(Input { path: path.to_str().unwrap(), bytes: &bytes, lang: None }).unwrap()
}

fn text(text: &str) -> Imported {
    import(Input { path: "文/甲.md", bytes: text.as_bytes(), lang: None }).unwrap()
}

fn body(imported: &Imported) -> &str {
    imported.markdown.split_once("\n---\n").unwrap().1.trim()
}

/// Each character that is no blank has one entry, and the letters of those in the body stand in it, in order.
fn prove(imported: &Imported) {
    let source = imported.source.text();
    let mut at = 0;
    let mut letters = String::new();
    for entry in imported.ledger.entries() {
        let span = entry.span.range();
        assert!(span.start >= at, "{span:?} is entered twice: {source:?}");
        assert!(source[at..span.start].trim().is_empty(), "{:?} is nowhere", &source[at..span.start]);
        if matches!(entry.destination, Destination::Paragraph(_)) {
            letters.extend(source[span.clone()].chars().filter(|c| c.is_alphanumeric()));
        }
        at = span.end;
    }
    assert!(source[at..].trim().is_empty(), "{:?} is nowhere", &source[at..]);
    // Only the addresses of pictures are others.
    if imported.pictures.is_empty() {
        let written: String = body(imported).chars().filter(|c| c.is_alphanumeric()).collect();
        assert_eq!(written, letters, "{source:?}");
    }
}

#[test]
fn files_of_other_tools_stay_as_they_are() {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".md"))
        .collect();
    names.sort();
    assert_eq!(names.len(), 4);
    for name in names {
        let imported = file(&name);
        prove(&imported);
        insta::with_settings!({ snapshot_path => "../snapshots/markdown", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name.as_str(), said(&imported));
        });
    }
}

#[test]
fn what_the_front_matter_says_has_a_key_here_or_stands_under_extra() {
    for (written, want) in [
        ("---\ntitle: 甲\ntags: 路、桥, 街\n---\n", "keywords:\n- 路\n- 桥\n- 街\n"),
        ("---\ntitle: 甲\ncategories: [路]\ntags: [桥]\n---\n", "keywords:\n- 路\n- 桥\n"),
        (
            "---\ntitle: 甲\ndate: 2024-03-05 10:00:00\n---\n",
            "date: 2024-03-05\nsummary: ''\ndraft: true\nextra:\n  date: 2024-03-05 10:00:00\n",
        ),
        ("---\ntitle: 甲\ndate: 去年\n---\n", "extra:\n  date: 去年\n"),
        ("---\ntitle: 甲\nextra: {a: 1}\nlayout: page\n---\n", "extra:\n  a: 1\n  layout: page\n"),
        ("---\ntitle: 甲\nmenu: {main: {weight: 1}}\n---\n", "extra:\n  menu:\n    main:\n      weight: 1\n"),
        ("---\ntitle: 甲\nkind: page\nauthor: 王\n---\n", "kind: page\n"),
        ("---\ntitle: 甲\ndigest: blake3:0\n---\n", "extra:\n  digest: blake3:0\n"),
        ("+++\ntitle = '甲'\n[extra]\na = 1\n+++\n", "extra:\n  a: 1\n"),
        ("---\r\ntitle: 甲\r\ndescription: 一件事。\r\n---\r\n", "summary: 一件事。\n"),
    ] {
        let imported = text(&format!("{written}\n正文。\n"));
        assert!(imported.markdown.contains(want), "{written}\n{}", imported.markdown);
        assert!(imported.markdown.contains("\ndraft: true\n"), "{}", imported.markdown);
        assert_eq!(body(&imported), "正文。");
        prove(&imported);
    }
}

#[test]
fn comments_of_front_matter_are_listed() {
    for (written, left_out) in [
        ("---\ntitle: Ann's office # 一\n# 二\n---\n", vec!["# 一", "# 二"]),
        ("---\ntitle: 'a # b'\nlayout: a#b\n---\n", vec![]),
        ("---\ntitle: 甲\nabstract: |\n  一 # 二\n---\n", vec![]),
        ("+++\ntitle = '甲'#一\n#二\n+++\n", vec!["#一", "#二"]),
    ] {
        let imported = text(&format!("{written}\n正文。\n"));
        let dropped: Vec<&str> = imported.dropped.iter().map(|dropped| dropped.text.as_str()).collect();
        assert_eq!(dropped, left_out, "{written}");
        prove(&imported);
    }
}

#[test]
fn a_line_across_the_page_is_no_front_matter_and_a_broken_one_is_told() {
    for written in ["---\n\n第一段。\n\n---\n\n第二段。\n", "---\n一句话\n---\n\n正文。\n", "---\n没有完\n"]
    {
        let imported = text(written);
        assert!(imported.dropped.is_empty(), "{:?}", imported.dropped);
        assert_eq!(body(&imported), written.trim());
        prove(&imported);
    }
    for (written, line) in [("---\ntitle: a: b\n---\n\n正文。\n", 2), ("+++\ntitle = \n+++\n\n正文。\n", 2)]
    {
        let imported = text(written);
        assert_eq!(imported.dropped[0].reason, "the front matter, which cannot be read");
        let told =
            imported.findings.iter().find(|finding| finding.message.contains("cannot be read")).unwrap();
        assert_eq!(told.place.position().line, line, "{written}");
        prove(&imported);
    }
}

#[test]
fn the_first_heading_is_the_title_and_no_other_stands_above_the_second_level() {
    for (written, title, want) in [
        ("# 甲\n\n文。\n", "甲", "文。"),
        ("甲\n===\n\n文。\n\n乙\n---\n", "甲", "文。\n\n乙\n---"),
        ("# 甲\n\n## 乙\n\n# 丙\n\n###### 丁\n", "甲", "### 乙\n\n## 丙\n\n###### 丁"),
        ("---\ntitle: 甲\n---\n# 乙\n\n乙\n===\n", "甲", "## 乙\n\n乙\n---"),
        ("# 甲 `码`\n\n文。\n", "甲 码", "## 甲 `码`\n\n文。"),
        ("前言。\n\n# 甲\n\n文。\n", "甲", "前言。\n\n## 甲\n\n文。"),
        ("# 甲 {#x .y}\n\n文。\n", "甲", "## 甲 {#x .y}\n\n文。"),
        ("## 乙\n\n# 甲\n", "jia", "### 乙\n\n## 甲"),
        ("```\n# 甲\n```\n\n> # 乙\n", "jia", "```\n# 甲\n```\n\n> ## 乙"),
    ] {
        let imported = text(written);
        let want_title = format!("title: {title}\n");
        assert!(imported.markdown.contains(&want_title), "{written}\n{}", imported.markdown);
        assert_eq!(body(&imported).trim_end(), want, "{written}");
        prove(&imported);
    }
}

#[test]
fn pictures_come_along_and_what_cannot_is_told() {
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(root.join("book.toml"), "[book]\ntitle = \"站\"\nlanguage = \"zh-Hans\"\n").unwrap();
    fs::create_dir_all(root.join("报告/图")).unwrap();
    fs::copy(folder().join("img/road.png"), root.join("报告/图/路 (1).png")).unwrap();
    let lines = "# 桥\n\n![甲](图/路%20(1).png)\n\n![乙](<图/路 (1).png> \"图注\")\n\n![丙](../x.png)\n\n![丁](https://example.org/a.png)\n\n\
                 ![戊][a]\n\n[a]: 图/路%20(1).png\n";
    fs::write(root.join("报告/index.md"), lines).unwrap();
    let ran = curbcut(root, &["import", "报告/index.md"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    // The name of the folder says what it is.
    let folder = root.join("content/bao-gao");
    let text = fs::read_to_string(folder.join("index.md")).unwrap();
    let name = text.split("![甲](").nth(1).unwrap().split(')').next().unwrap();
    assert!(folder.join(name).exists(), "{name}");
    assert!(text.contains(&format!("![乙]({name} \"图注\")")), "{text}");
    for told in [
        "报告/index.md:7:1: warning: a picture of the text does not come along: “../x.png” is no file in the folder of the text",
        "报告/index.md:9:1: warning: a picture of the text does not come along: it is not in the file, but at “https://example.org/a.png”",
        "报告/index.md:11:1: warning: the address of this picture stands elsewhere in the text",
    ] {
        assert!(ran.err.contains(told), "{told}\n{}", ran.err);
    }
}

proptest! {
    /// Nothing is lost of any Markdown.
    #[test]
    fn no_character_of_any_markdown_is_lost(lines in proptest::collection::vec("(---|\\+\\+\\+|title: [甲a]|[a-z]{1,3} = \"乙\"|#{1,6} ?[甲乙a]{0,3}|===|\\[a\\]: b|!\\[x\\]\\(y[.]png\\)|<img src=\"a[.]png\" alt=\"b\">|```|> |- |[甲乙ab *_`#:|{}\\[\\]()<>&\\\\]{0,12})", 0..14)) {
        prove(&text(&[&lines.join("\n"), "\n\n尾"].concat()));
    }
}
