//! Paths that are not there, or are no part of the site: nothing can be said of them, so nothing is said to be right.

use crate::support::Site;
use crate::support::curbcut;

const OFFICIAL: &str = "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n正文。\n";
const EASY: &str = "---\ntitle: 易读\nabout: 这是一份易读版。\n---\n\n## 目的\n\n大家写报告。\n";
const READING: [&str; 6] = ["--role", "editor", "--readers", "1", "--consent", "none"];

fn site() -> Site {
    Site::new(&[
        ("content/jue-yi/index.md", OFFICIAL),
        ("content/jue-yi/easy-read.md", EASY),
        ("content/jue-yi/tu.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("content/cao-gao/index.md", &OFFICIAL.replace("summary", "draft: true\nsummary")),
        ("README.md", "说明"),
        ("public/index.html", "页"),
        ("content/.hidden/index.md", OFFICIAL),
    ])
}

/// Runs a command on a path; for `review` with a whole record.
#[track_caller]
fn run(site: &Site, command: &str, path: &str) -> (i32, String) {
    let reading: &[&str] = if command == "review" { &READING } else { &[] };
    let ran = curbcut(site.root(), &[&[command, path][..], reading].concat());
    (ran.code, ran.out + &ran.err)
}

#[test]
fn a_path_that_is_not_there_or_not_of_the_site_is_wrong_usage() {
    let site = site();
    let elsewhere =
        Site::new(&[("content/jue-yi/index.md", OFFICIAL), ("content/jue-yi/easy-read.md", EASY)]);
    let outside = elsewhere.root().join("content/jue-yi/easy-read.md");
    std::fs::create_dir(site.root().join("content/kong")).unwrap();
    for command in ["check", "seal", "review"] {
        for (path, said) in [
            ("content/typo", "no such file or folder"),
            ("content/jue-yi/index.md/x", "no such file or folder"),
            ("jue-yi", "no such file or folder"),
            ("..", "no part of the site"),
            ("/", "no part of the site"),
            ("README.md", "no part of the site"),
            ("public", "no part of the site"),
            ("content/kong", "no part of the site"),
            ("content/.hidden/index.md", "no part of the site"),
            (outside.to_str().unwrap(), "no part of the site"),
        ] {
            let (code, words) = run(&site, command, path);
            assert!(code == 2 && words.contains(said), "{command} {path}: {code} {words}");
        }
    }
    for (command, path, said) in [
        ("check", "content/cao-gao", "--drafts"),
        ("seal", "content/jue-yi/easy-read.md", "no official text"),
        ("seal", "content/jue-yi/tu.svg", "no official text"),
        ("seal", "book.toml", "no official text"),
        ("review", "content/jue-yi/index.md", "content/jue-yi/easy-read.md"),
        ("review", "content/jue-yi", "content/jue-yi/easy-read.md"),
        ("review", "content/cao-gao/index.md", "is no easy-read version"),
        ("review", "content/jue-yi/tu.svg", "is no easy-read version"),
    ] {
        let (code, words) = run(&site, command, path);
        assert!(code == 2 && words.contains(said), "{command} {path}: {code} {words}");
    }
    // One wrong path among right ones: nothing is done.
    let ran = curbcut(site.root(), &["seal", "content/jue-yi", "content/typo"]);
    assert_eq!((ran.code, site.read("content/jue-yi/index.md").as_str()), (2, OFFICIAL));
}

#[test]
fn a_place_of_the_site_has_many_names() {
    let site = site();
    let full = site.root().join("content/jue-yi/index.md");
    let names = [
        "content/jue-yi",
        "./content/jue-yi/",
        "content/../content/jue-yi/index.md",
        ".",
        "",
        "content/jue-yi/tu.svg",
        full.to_str().unwrap(),
    ];
    for path in names.iter().filter(|path| !path.is_empty()) {
        let (code, words) = run(&site, "check", path);
        assert_eq!(code, 0, "{path}: {words}");
    }
    let folder = site.root().parent().unwrap();
    let name = site.root().file_name().unwrap().to_str().unwrap();
    let ran = curbcut(folder, &["check", "--root", name, &format!("{name}/content/jue-yi")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = curbcut(folder, &["check", "--root", name, "content/jue-yi"]);
    assert!(
        ran.code == 2 && ran.err.contains(&format!("in the site it is {name}/content/jue-yi")),
        "{}",
        ran.err
    );
    for command in [
        &["check"][..],
        &["seal", "."],
        &["review", "x", "--role", "editor", "--readers", "1", "--consent", "none"],
    ] {
        let ran = curbcut(site.root(), &[command, &["--root", "typo"]].concat());
        assert!(ran.code == 2 && ran.err.contains("typo"), "{command:?}: {}", ran.err);
    }
}

#[test]
fn without_settings_a_path_does_not_hide_what_is_wrong() {
    let site = site();
    site.write("book.toml", "[book]\ntitel = \"决议\"\n");
    let (code, words) = run(&site, "check", "content/jue-yi");
    assert!(code == 1 && words.contains("book.toml"), "{words}");
}

#[test]
fn a_text_that_cannot_be_read_is_not_passed_over_when_sealing() {
    let site = site();
    site.write("content/jue-yi-2/index.md", b"\xff\xfe\xff");
    let (code, words) = run(&site, "seal", "content");
    assert!(
        code == 1 && words.contains("content/jue-yi-2/index.md") && words.contains("jue-yi/index.md: sealed"),
        "{words}"
    );
}

#[test]
fn no_command_works_on_what_is_not_there() {
    let site = site();
    for arguments in [
        &["import", "none.txt"][..],
        &["audit", "none"],
        &["explain", "none"],
        &["build", "--root", "none"],
        &["serve", "--root", "none"],
        &["new", "--root", "none", "x"],
        &["import", "--root", "none", "README.md"],
    ] {
        let ran = curbcut(site.root(), arguments);
        assert!(ran.code == 2 && ran.err.contains("none") && ran.err.contains("there is no "), "{ran:?}");
    }
}
