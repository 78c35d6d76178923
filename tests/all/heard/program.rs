//! `curbcut audit --heard` and `curbcut build --heard`, as a user runs them.

use std::fs;
use std::path::Path;

use crate::support::{Site, curbcut};

const PAGE: &str = "---\ntitle: 决议\nsummary: 概要。\n---\n\n正文，见[报告](https://example.org/)。\n";

fn small() -> Site {
    Site::new(&[("content/a/index.md", PAGE), ("content/b/index.md", PAGE)])
}

/// The files below a folder with their texts, those of the build itself aside.
fn files(folder: &Path) -> Vec<(String, String)> {
    let walk = ignore::WalkBuilder::new(folder).standard_filters(false).build();
    let files = walk.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let mut files: Vec<_> = files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            (path, fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .filter(|(path, _)| !path.starts_with('.'))
        .collect();
    files.sort();
    files
}

#[test]
fn one_page_is_printed() {
    let site = Site::new(&[("a.html", "<!DOCTYPE html><html lang=zh><title>题</title><h1>题\u{202e}</h1>")]);
    let (code, said, error) = curbcut(site.root(), &["audit", "--heard", "a.html"]).parts();
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(said.ends_with("网页的标题：题\n\n标题 1 级：题<U+202E>\n"), "{said}");
}

#[test]
fn what_is_no_page_is_refused() {
    let site = Site::new(&[("a.html", "<html lang=zh><p>文"), ("b.txt", "文"), ("c.css", "p {}")]);
    for (arguments, message) in [
        (vec!["a.html", "a.html"], "name one HTML file"),
        (vec!["."], "curbcut build --heard DIR"),
        (vec!["b.txt"], "name an HTML file"),
        (vec!["c.css"], "this is no page"),
        (vec!["d.html"], "there is no such file"),
        (vec!["a.html", "--format", "json"], "cannot be used with"),
        (vec!["a.html", "--deny", "warning"], "cannot be used with"),
        (vec!["a.html", "--house"], "cannot be used with"),
        (vec!["a.html", "--name", "名"], "cannot be used with"),
    ] {
        let all: Vec<&str> = ["audit", "--heard"].into_iter().chain(arguments).collect();
        let (code, said, error) = curbcut(site.root(), &all).parts();
        assert_eq!((code, said.as_str()), (2, ""), "{all:?}");
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn a_build_writes_a_text_for_each_page_and_takes_away_only_its_own() {
    let site = small();
    let heard = site.root().join("heard");
    let build = || curbcut(site.root(), &["build", "--heard", "heard"]).parts();
    let (code, said, _) = build();
    assert_eq!(code, 0);
    assert!(said.contains("What is heard of them is in heard: "), "{said}");
    let of = |folder: &Path, ending: &str| -> Vec<String> {
        let names = files(folder).into_iter().map(|(path, _)| path);
        names.filter_map(|path| path.strip_suffix(ending).map(str::to_owned)).collect()
    };
    assert_eq!(of(&heard, ".txt"), of(&site.out(), ".html"));
    let first = files(&heard);
    let page = first.iter().find(|(path, _)| path == "a/index.txt").unwrap();
    assert!(
        page.1.contains("正文，见〔链接：报告〕。\n") && page.1.contains("网页：a/index.html\n"),
        "{}",
        page.1
    );

    let (_, said, _) = build();
    assert!(
        said.contains(&format!("is in heard: 0 texts written, {} unchanged, 0 removed.", first.len())),
        "{said}"
    );
    assert_eq!(files(&heard), first);

    fs::write(heard.join("notes.txt"), "我的").unwrap();
    fs::remove_dir_all(site.root().join("content/b")).unwrap();
    assert_eq!(build().0, 0);
    let names: Vec<String> = files(&heard).into_iter().map(|(path, _)| path).collect();
    assert!(
        names.contains(&"notes.txt".to_owned()) && !names.contains(&"b/index.txt".to_owned()),
        "{names:?}"
    );

    // What is wrong leaves both as they were.
    let before = files(&heard);
    site.write("content/a/index.md", PAGE.replace("https://example.org/", "没有.md"));
    assert_eq!(build().0, 1);
    assert_eq!(files(&heard), before);
}

#[test]
fn a_file_that_no_build_made_stops_the_build_before_the_site_changes() {
    let site = small();
    site.write("heard/index.txt", "自己的");
    let (code, _, error) = curbcut(site.root(), &["build", "--heard", "heard"]).parts();
    assert_eq!(code, 2, "{error}");
    assert!(error.contains("files that no build made") && error.contains("with --heard"), "{error}");
    assert!(!site.root().join("public").exists());
    assert_eq!(fs::read_to_string(site.root().join("heard/index.txt")).unwrap(), "自己的");
}

#[test]
fn what_is_heard_has_a_folder_of_its_own() {
    let site = small();
    fs::create_dir(site.root().join("old")).unwrap();
    assert_eq!(curbcut(site.root(), &["build", "--out", "old"]).parts().0, 0);
    let before = files(&site.root().join("old"));
    for (folder, message) in [
        ("public", "may not lie in each other"),
        ("public/heard", "may not lie in each other"),
        ("content/heard", "where the site's sources are"),
        ("old", "holds what a build of a site made"),
        (".", "choose a folder in it with “--heard"),
    ] {
        let (code, _, error) = curbcut(site.root(), &["build", "--heard", folder]).parts();
        assert_eq!(code, 2, "{folder}: {error}");
        assert!(error.contains(message) && !error.contains("--out"), "{error}");
    }
    assert_eq!(files(&site.root().join("old")), before);
    let (code, _, error) = curbcut(site.root(), &["build", "--heard", "heard", "--only", "epub"]).parts();
    assert_eq!(code, 2);
    assert!(error.contains("add “site” to “--only”") && !site.root().join("heard").exists(), "{error}");
}

#[test]
fn a_site_words_what_is_heard_in_its_own_way() {
    let site = small();
    site.write("languages/zh/heard.ftl", "role-link = 超链接\n");
    assert_eq!(curbcut(site.root(), &["build", "--heard", "heard"]).parts().0, 0);
    let page = site.read("heard/a/index.txt");
    assert!(page.contains("〔超链接：报告〕") && page.contains("标题 1 级："), "{page}");
    for (label, message) in [
        ("role-lnik = 链接", "what is heard has no label “role-lnik”"),
        ("role-list = 列表", "the label “role-list” does not say “{ $count }”"),
    ] {
        site.write("languages/zh/heard.ftl", format!("{label}\n"));
        let (code, _, error) = curbcut(site.root(), &["build", "--heard", "heard"]).parts();
        assert!(code == 1 && error.contains(message), "{error}");
    }
}
