//! Sources are written beside their place and keep what is not theirs to change.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Stdio};

use crate::support::{PROGRAM, Ran, Site, command, curbcut, reading};

const OFFICIAL: &str = "---\ntitle: 通知\nsummary: 开会。\nkind: document\ndate: 2026-01-02\n---\n\n\
                        ## 开会 {#kai-hui}\n\n请各位居民到会。\n";
const EASY_READ: &str = "---\ntitle: 开会\nabout: 这是通知的易读版。\nmade-by: 编写组\ndate: 2026-01-03\n---\n\n\
                         ## 我们开会 {covers=kai-hui}\n\n我们开会,请你来.\n";
const REVIEW: [&str; 10] = reading("content/a/easy-read.md");
const COMMANDS: [(&str, &[&str]); 3] = [
    ("content/a/index.md", &["seal", "content/a"]),
    ("content/a/easy-read.md", &["check", "--fix", "content/a"]),
    ("content/a/review.yaml", &REVIEW),
];

fn site() -> Site {
    let site = Site::new(&[]);
    let windows = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    site.write("content/a/index.md", windows(OFFICIAL));
    site.write("content/a/easy-read.md", windows(EASY_READ));
    site.write("content/a/review.yaml", "\u{FEFF}# 记录\r\n");
    site
}

fn names(site: &Site) -> Vec<String> {
    let entries = fs::read_dir(site.root().join("content/a")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn mode(site: &Site, path: &str) -> u32 {
    fs::metadata(site.root().join(path)).unwrap().permissions().mode() & 0o7777
}

#[test]
fn mark_line_ends_and_rights_stay() {
    for (path, arguments) in COMMANDS {
        let site = site();
        fs::set_permissions(site.root().join(path), Permissions::from_mode(0o640)).unwrap();
        let before = site.read(path);
        let ran = curbcut(site.root(), arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        let after = site.read(path);
        assert_ne!(before, after, "{path}");
        assert!(after.starts_with('\u{FEFF}') && after.matches('\u{FEFF}').count() == 1, "{after:?}");
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count(), "{after:?}");
        assert_eq!(mode(&site, path), 0o640);
        assert_eq!(names(&site), ["easy-read.md", "index.md", "review.yaml"]);
    }
}

#[test]
fn a_read_only_source_is_left_alone() {
    for (path, arguments) in COMMANDS {
        let site = site();
        fs::set_permissions(site.root().join(path), Permissions::from_mode(0o444)).unwrap();
        let before = site.read(path);
        let ran = curbcut(site.root(), arguments);
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(ran.err.contains(path) && ran.err.contains("read-only"), "{ran:?}");
        assert_eq!(site.read(path), before);
        assert_eq!(mode(&site, path), 0o444);
        assert_eq!(names(&site), ["easy-read.md", "index.md", "review.yaml"]);
    }
}

#[test]
fn one_source_that_cannot_be_written_keeps_no_other_from_it() {
    let site = site();
    site.write("content/b/index.md", OFFICIAL);
    fs::set_permissions(site.root().join("content/a/index.md"), Permissions::from_mode(0o444)).unwrap();
    assert_eq!(curbcut(site.root(), &["seal", "content"]).code, 3);
    assert!(site.read("content/b/index.md").contains("\ndigest: "));
}

#[test]
fn a_read_only_text_is_not_replaced_by_an_import() {
    let site = Site::new(&[]);
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/seeds/52-8.txt");
    let index = "content/a-hrc-res-52-8/index.md";
    site.write(index, "旧\n");
    fs::set_permissions(site.root().join(index), Permissions::from_mode(0o444)).unwrap();
    let ran = curbcut(site.root(), &["import", "--force", seed]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("read-only"), "{ran:?}");
    assert_eq!(site.read(index), "旧\n");
    assert_eq!(fs::read_dir(site.root().join("content/a-hrc-res-52-8")).unwrap().count(), 1);
}

#[test]
fn a_list_that_takes_no_record_at_its_end_is_left_alone() {
    let site = site();
    site.write("content/a/review.yaml", "[]\n");
    let ran = curbcut(site.root(), &REVIEW);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(site.read("content/a/review.yaml"), "[]\n");
}

#[test]
fn records_made_at_once_are_all_kept() {
    let site = site();
    let start = || -> Child { command(PROGRAM, site.root(), &REVIEW).stdout(Stdio::null()).spawn().unwrap() };
    for _ in 0..4 {
        let all: Vec<Child> = (0..5).map(|_| start()).collect();
        all.into_iter().for_each(|mut child| assert!(child.wait().unwrap().success()));
    }
    assert_eq!(site.read("content/a/review.yaml").matches("- date: ").count(), 20);
}

/// Runs the program in a shell that closes or cuts its streams; the code is that of the program.
fn shell(site: &Site, line: &str) -> Ran {
    let script = format!("set -o pipefail; curbcut() {{ {PROGRAM} \"$@\"; }}; {line}");
    Ran::of(&mut command("bash", site.root(), &["-c", &script]))
}

#[test]
fn a_reader_that_is_gone_changes_nothing() {
    for cut in ["| true", "2>&1 | true", ">&-", "2>&-", ">&- 2>&-", "2>&1 >/dev/null | true"] {
        let site = site();
        let ran = shell(&site, &format!("curbcut build {cut}"));
        assert_eq!(ran.code, 0, "{cut}: {ran:?}");
        assert!(site.out().join("index.html").exists(), "{cut}");
        assert_eq!(shell(&site, &format!("curbcut seal content {cut}")).code, 0, "{cut}");
        assert!(site.read("content/a/index.md").contains("\ndigest: "), "{cut}");
        assert_eq!(shell(&site, &format!("curbcut check --fix {cut}")).code, 0, "{cut}");
        assert!(site.read("content/a/easy-read.md").contains("我们开会，请你来。"), "{cut}");
        for other in ["explain", "completions bash", "--help", "init new", "new xin", "audit public"] {
            assert_eq!(shell(&site, &format!("curbcut {other} {cut}")).code, 0, "{other} {cut}");
        }
        assert_eq!(shell(&site, &format!("curbcut {} {cut}", REVIEW.join(" "))).code, 0, "{cut}");
        let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/seeds/52-8.txt");
        assert_eq!(shell(&site, &format!("curbcut import {seed} {cut}")).code, 0, "{cut}");
        assert!(site.root().join("content/a-hrc-res-52-8/easy-read.md").exists(), "{cut}");
        // What is wrong stays wrong, whoever reads of it.
        site.write("content/b/index.md", "没有前言。\n");
        for format in ["text", "json", "sarif", "github", "html"] {
            assert_eq!(
                shell(&site, &format!("curbcut check --format {format} {cut}")).code,
                1,
                "{format} {cut}"
            );
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_is_told_and_the_work_is_done() {
    let site = site();
    let ran = shell(&site, "curbcut build >/dev/full");
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("the result cannot be written"), "{ran:?}");
    assert!(site.out().join("index.html").exists());
}

/// No system has so much room for a thread, so none can be started.
#[test]
fn without_threads_the_work_is_done_by_one() {
    let site = site();
    for (arguments, code) in
        [("build", 0), ("check", 0), ("seal content", 0), ("audit public", 0), ("serve --port 0", 3)]
    {
        let ran = shell(&site, &format!("RUST_MIN_STACK=70368744177664 curbcut {arguments}"));
        assert_eq!(ran.code, code, "{arguments}: {ran:?}");
        assert!(code == 0 || ran.err.contains("the system starts 0 of the"), "{ran:?}");
    }
}
