//! The program as a user runs it: exit codes, what goes where, and that nothing is lost.

mod support;

use std::path::Path;
use std::process::{Command, Output};

use support::Site;

fn curbcut(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_curbcut"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn words(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_new_site_builds_in_an_empty_folder_in_both_languages() {
    for lang in ["zh-Hans", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let (code, _, error) = words(&curbcut(folder.path(), &["init", "site", "--lang", lang]));
        assert_eq!((code, error.as_str()), (0, ""), "{lang}");
        let site = folder.path().join("site");
        let (code, said, error) = words(&curbcut(&site, &["build"]));
        assert_eq!((code, error.as_str()), (0, ""), "{lang}");
        assert!(said.contains("index.html in a browser"));
        let (code, said, _) = words(&curbcut(&site, &["check", "--deny", "warning"]));
        assert_eq!(code, 0, "{lang}: {said}");
        // What is there is never replaced.
        let (code, _, error) = words(&curbcut(folder.path(), &["init", "site"]));
        assert_eq!(code, 3);
        assert!(error.contains("already there"), "{error}");
        let (code, _, error) = words(&curbcut(&site, &["new", "tong-zhi/yi", "--title", "《一》: \"二\""]));
        assert_eq!((code, error.as_str()), (0, ""));
        let (code, ..) = words(&curbcut(&site, &["build"]));
        assert_eq!(code, 0, "a half-written draft does not stop a build");
        assert_eq!(words(&curbcut(&site, &["build", "--drafts"])).0, 1);
        for bad in ["../x", "a/../../x", "/etc/x", "a b", ""] {
            assert_ne!(words(&curbcut(&site, &["new", bad])).0, 0, "{bad}");
        }
        assert!(!folder.path().join("x").exists());
    }
}

#[test]
fn exit_codes_say_what_happened() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n看[正文](没有.md)。\n",
    )]);
    site.write(
        "content/b/index.md",
        "---\ntitle: 另一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n正文。\n",
    );
    let (code, said, _) = words(&curbcut(site.root(), &["check"]));
    assert_eq!(code, 1);
    assert!(said.contains("line 6, column 7") && said.contains("link/nowhere"), "{said}");
    assert_eq!(
        words(&curbcut(site.root(), &["check", "content/b"])).0,
        0,
        "only what is asked for is reported"
    );
    assert_eq!(words(&curbcut(site.root(), &["build"])).0, 1);
    assert_eq!(words(&curbcut(site.root(), &["biuld"])).0, 2);
    site.write(
        "content/a/index.md",
        "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n正文。\n",
    );
    let (code, _, error) = words(&curbcut(site.root(), &["build", "--out", "content"]));
    assert_eq!(code, 3);
    assert!(error.starts_with("error: "), "{error}");
    assert!(site.read("content/a/index.md").contains("正文"));
    let empty = tempfile::tempdir().unwrap();
    let (code, _, error) = words(&curbcut(empty.path(), &["build"]));
    assert_eq!(code, 1);
    assert!(error.contains("book.toml"), "{error}");
}

#[test]
fn json_has_the_promised_shape() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n看[正文](没有.md)。\n",
    )]);
    let (_, said, _) = words(&curbcut(site.root(), &["check", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&said).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["file"], "content/a/index.md");
    assert_eq!((finding["line"].as_u64(), finding["column"].as_u64()), (Some(6), Some(7)));
    assert_eq!(finding["rule"], "link/nowhere");
    assert_eq!(finding["severity"], "error");
    assert!(finding["message"].is_string() && finding["help"].is_string());
}

#[test]
fn import_tells_what_it_cannot_read_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("empty.txt", b"");
    write("binary.txt", b"PNG\x00\x01\x02rest");
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/99-7.en.txt");
    write("good.txt", &std::fs::read(good).unwrap());
    for (name, wanted) in [("empty.txt", 3), ("binary.txt", 3), ("missing.txt", 2)] {
        let (code, _, error) = words(&curbcut(folder.path(), &["import", name]));
        assert_eq!(code, wanted, "{name}");
        assert!(error.contains(name), "{error}");
        assert!(!folder.path().join("content").exists());
    }
    // The good file is imported although another one cannot be.
    let (code, said, _) = words(&curbcut(folder.path(), &["import", "empty.txt", "good.txt"]));
    assert_eq!(code, 3);
    assert!(said.contains("operative paragraphs"), "{said}");
    let (code, _, error) = words(&curbcut(folder.path(), &["import", "good.txt"]));
    assert_eq!(code, 3, "{error}");
    assert!(error.contains("--force"), "{error}");
    assert_eq!(words(&curbcut(folder.path(), &["import", "--force", "good.txt"])).0, 0);
}

#[test]
fn a_review_makes_a_version_tested() {
    let site = Site::own();
    let text = "content/a-hrc-res-52-8/easy-read.md";
    site.replace(text, "date: 2026-11-21", "date: 2024-01-05");
    let (code, _, error) = words(&curbcut(
        site.root(),
        &["review", text, "--role", "reader", "--readers", "2", "--consent", "group"],
    ));
    assert_eq!(code, 2);
    assert!(error.contains("--group"), "{error}");
    let reading = [
        "review",
        text,
        "--role",
        "reader",
        "--readers",
        "2",
        "--consent",
        "group",
        "--group",
        "阳光读书会",
        "--date",
        "2024-02-01",
    ];
    let (code, said, error) = words(&curbcut(site.root(), &reading));
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(said.contains("review.yaml"));
    assert_eq!(words(&curbcut(site.root(), &["build"])).0, 0);
    assert!(site.page("a-hrc-res-52-8/easy-read/index.html").contains("阳光读书会"));
    // A date or a digest that is none is found at its line.
    let review = "content/a-hrc-res-52-8/review.yaml";
    let written = site.read(review);
    site.write(review, written.replace("2024-02-01", "2024-13-01"));
    let (code, said, _) = words(&curbcut(site.root(), &["check", "content/a-hrc-res-52-8/review.yaml"]));
    assert_eq!(code, 1);
    assert!(said.contains("review/bad-record"), "{said}");
    site.write(review, written.replacen("blake3:", "md5:", 1));
    let (code, said, _) = words(&curbcut(site.root(), &["check", "content/a-hrc-res-52-8/review.yaml"]));
    assert_eq!(code, 1);
    assert!(said.contains("is not a digest"), "{said}");
}

#[test]
fn a_changed_official_text_is_sealed_again_only_by_force() {
    let site = Site::own();
    let folder = "content/a-hrc-res-52-8";
    let (code, said, _) = words(&curbcut(site.root(), &["seal", folder]));
    assert_eq!((code, said.contains("index.md: unchanged since it was sealed")), (0, true), "{said}");
    let text = "content/a-hrc-res-52-8/index.md";
    site.replace(text, "提供报告的无障碍和易读版本；", "提供报告的无障碍版本；");
    let changed = site.read(text);
    let (code, said, _) = words(&curbcut(site.root(), &["check", folder]));
    assert_eq!((code, said.contains("official/changed")), (1, true), "{said}");
    let (code, said, _) = words(&curbcut(site.root(), &["seal", folder]));
    assert_eq!((code, said.contains("not sealed again without --force")), (1, true), "{said}");
    assert_eq!(site.read(text), changed);
    assert_eq!(words(&curbcut(site.root(), &["seal", "--force", folder])).0, 0);
    assert_eq!(words(&curbcut(site.root(), &["check", folder])).0, 0);
    let (code, _, error) = words(&curbcut(site.root(), &["seal", "content/pictures"]));
    assert_eq!((code, error.contains("no official text")), (2, true), "{error}");
}

#[test]
fn every_rule_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (code, list, _) = words(&curbcut(folder.path(), &["explain"]));
    assert_eq!(code, 0);
    for name in
        ["easy-read/long-sentence", "html/dead-link", "official/number-gap", "front-matter/unknown-key"]
    {
        assert!(list.contains(name));
        let (code, said, _) = words(&curbcut(folder.path(), &["explain", name]));
        assert_eq!(code, 0);
        assert!(said.starts_with(name), "{said}");
    }
    let (code, _, error) = words(&curbcut(folder.path(), &["explain", "easy-read/long-sentense"]));
    assert_eq!(code, 2);
    assert!(error.contains("easy-read/long-sentence"), "{error}");
}

#[test]
fn audit_finds_what_is_wrong_in_finished_pages() {
    let site = Site::copy_of("tests/sites/small");
    assert!(site.build().report.is_some());
    let (code, said, _) =
        words(&curbcut(site.root(), &["audit", "public", "--name", "Curbcut contributors"]));
    assert_eq!(code, 0, "{said}");
    let page = "public/jue-yi/index.html";
    site.write(
        page,
        site.read(page).replace("<main id=\"main\" tabindex=\"-1\">", "<div>").replace("</main>", "</div>"),
    );
    let (code, said, _) = words(&curbcut(site.root(), &["audit", "public"]));
    assert_eq!(code, 1);
    assert!(said.contains("html/missing-main") && said.contains("jue-yi/index.html"), "{said}");
}

#[test]
fn completions_name_the_commands() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish"] {
        let (code, said, _) = words(&curbcut(folder.path(), &["completions", shell]));
        assert_eq!(code, 0);
        assert!(said.contains("review"), "{shell}");
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let site = Site::own();
    let mut program = Command::new(env!("CARGO_BIN_EXE_curbcut"))
        .args(["check", "--format", "json"])
        .current_dir(site.root())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(program.stdout.take());
    let (code, _, error) = words(&program.wait_with_output().unwrap());
    assert_eq!((code, error.as_str()), (0, ""));
}

#[test]
fn books_can_be_made_alone_and_at_a_given_time() {
    let site = Site::copy_of("tests/sites/small");
    let (code, said, _) = words(&curbcut(site.root(), &["build", "--only", "epub"]));
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("Built 0 pages and 7 books"), "{said}");
    assert!(site.out().join("jue-yi/jue-yi.epub").exists() && !site.out().join("index.html").exists());
    let (code, said, _) = words(&curbcut(site.root(), &["build", "--only", "site,epub"]));
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("and 7 books") && site.out().join("index.html").exists(), "{said}");
    for (value, expected) in [("1700000000", 0), ("yesterday", 3), ("-1", 3)] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_curbcut"));
        program.args(["build"]).current_dir(site.root()).env("SOURCE_DATE_EPOCH", value);
        let (code, _, error) = words(&program.output().unwrap());
        assert_eq!(code, expected, "{value}: {error}");
        assert!(expected == 0 || error.contains("SOURCE_DATE_EPOCH"), "{error}");
    }
}
