//! Where reports for other programs say that a file is: from the root of the repository, else from the working directory.

use std::io::Write as _;

use serde_json::Value;

use crate::support::Site;
use crate::support::curbcut;

const BOOK: &str =
    "[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n[check.allow]\n\"no/rule\" = \"理由\"\n";
const TEXT: &str = "---\ntitle: 例\nsummary: 一个例子。\n---\n\n## 甲 {#main}\n";

/// A repository with a site in a folder whose name has a space and Chinese characters.
fn repository() -> Site {
    let site = Site::new(&[("理事 会/book.toml", BOOK), ("理事 会/content/甲, 乙/index.md", TEXT)]);
    std::fs::remove_file(site.root().join("book.toml")).unwrap();
    std::fs::create_dir(site.root().join(".git")).unwrap();
    site
}

/// The `uri` of every result of a SARIF log.
fn uris(log: &str) -> Vec<String> {
    let log: Value = serde_json::from_str(log).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let uri = |result: &Value| {
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        uri.as_str().unwrap().to_owned()
    };
    results.iter().map(uri).collect()
}

#[test]
fn annotations_and_sarif_begin_at_the_root_of_the_repository() {
    let site = repository();
    for (folder, root) in [("", "理事 会"), ("理事 会", "."), ("理事 会/content", "..")] {
        let folder = site.root().join(folder);
        let check = |format| curbcut(&folder, &["check", "--root", root, "--format", format]);
        let github = check("github");
        assert_eq!(github.code, 1, "{}", github.err);
        for file in ["理事 会/book.toml,line=5,col=1,", "理事 会/content/甲%2C 乙/index.md,line=1,col=1,"]
        {
            assert!(github.out.contains(&format!("::error file={file}title=")), "{file}: {}", github.out);
        }
        let uris = uris(&check("sarif").out);
        let encoded = "%E7%90%86%E4%BA%8B%20%E4%BC%9A";
        assert!(uris.contains(&format!("{encoded}/book.toml")), "{uris:?}");
        assert!(uris.contains(&format!("{encoded}/content/%E7%94%B2,%20%E4%B9%99/index.md")), "{uris:?}");
    }
}

#[test]
fn json_keeps_the_file_and_adds_the_path() {
    let site = repository();
    let ran = curbcut(site.root(), &["check", "--root", "理事 会", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let first = &report["findings"][0];
    assert_eq!((&first["file"], &first["path"]), (&"book.toml".into(), &"理事 会/book.toml".into()));
}

#[test]
fn without_a_repository_paths_begin_at_the_working_directory() {
    let site = repository();
    std::fs::remove_dir(site.root().join(".git")).unwrap();
    let check = |root| curbcut(site.root(), &["check", "--root", root, "--format", "github"]).out;
    assert!(check("理事 会").contains("file=理事 会/book.toml,"));
    let folder = site.root().join("理事 会/content");
    let ran = curbcut(&folder, &["check", "--root", "..", "--format", "github"]);
    assert!(ran.out.contains("file=../book.toml,"), "{}", ran.out);
}

#[test]
fn audited_folders_and_the_members_of_books_are_named_too() {
    let site = repository();
    for folder in ["甲", "乙"] {
        site.write(&format!("站/{folder}/index.html"), "<p>字</p>");
    }
    site.write("站/书.epub", "no book");
    let audit =
        |arguments: &[&str]| curbcut(site.root(), &[&["audit", "--format", "sarif"], arguments].concat());
    let found = uris(&audit(&["站/甲", "站/乙"]).out);
    for folder in ["%E7%94%B2", "%E4%B9%99"] {
        let uri = format!("%E7%AB%99/{folder}/index.html");
        assert!(found.contains(&uri), "{uri}: {found:?}");
    }
    assert_eq!(uris(&audit(&["站/书.epub"]).out), ["%E7%AB%99/%E4%B9%A6.epub"]);

    let mut book = zip::ZipWriter::new(std::fs::File::create(site.root().join("站/书.epub")).unwrap());
    book.start_file("META-INF/container.xml", zip::write::SimpleFileOptions::default()).unwrap();
    book.write_all(b"<a>\n</b>").unwrap();
    book.finish().unwrap();
    let ran = curbcut(site.root(), &["audit", "--format", "github", "站/书.epub"]);
    let found =
        "::error file=站/书.epub,title=epub/not-well-formed::META-INF/container.xml, line 2, column 1: ";
    assert!(ran.out.contains(found), "{}", ran.out);
}

/// SARIF as it is, but for the version of the program and the texts of the rules, which have tests of their own.
#[test]
fn sarif_of_chinese_texts() {
    let site = Site::new(&[
        (
            "content/jue-ding/index.md",
            "---\ntitle: 关于报告的决定\nsummary: 这是一个决定。它讲报告。\n---\n\n## 一 {#one}\n\n看[这里](#two)。\n",
        ),
        (
            "content/jue-ding/easy-read.md",
            "---\ntitle: 关于报告的决定\nlead: 我们写报告。\n---\n\n## 一 {#yi covers=one}\n\n报告被写了。\n",
        ),
    ]);
    let ran = curbcut(site.root(), &["check", "--format", "sarif"]);
    let mut log: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let driver = &mut log["runs"][0]["tool"]["driver"];
    assert_eq!(driver["version"], env!("CARGO_PKG_VERSION"));
    driver["version"] = "VERSION".into();
    for rule in driver["rules"].as_array_mut().unwrap() {
        assert!(rule["fullDescription"]["text"].as_str().unwrap().contains("## Why"), "{rule}");
        rule["fullDescription"]["text"] = "TEXT".into();
    }
    insta::assert_snapshot!("sarif.json", serde_json::to_string_pretty(&log).unwrap());
}

#[test]
fn what_programs_learn_of_act_and_house_rules() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<!DOCTYPE html><html lang=\"zh-Hans\"><head><title>页</title><meta name=\"viewport\" content=\"maximum-scale=3\"></head>\
                <body><a href=\"#m\">正文</a><header>站</header><main id=\"m\"><h1>页</h1><button></button></main><footer>完</footer></body></html>\n";
    std::fs::write(folder.path().join("页.html"), page).unwrap();
    for format in ["json", "sarif"] {
        let ran = curbcut(folder.path(), &["audit", "--format", format, "页.html"]);
        let mut log: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        if format == "sarif" {
            // Rules are explained at length, and versions change.
            let driver = &mut log["runs"][0]["tool"]["driver"];
            driver["rules"] = serde_json::Value::Null;
            driver["version"] = serde_json::Value::Null;
        }
        insta::assert_snapshot!(format!("audit.{format}"), serde_json::to_string_pretty(&log).unwrap());
    }
}
