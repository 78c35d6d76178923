//! What a command says by its exit code: 0 clean, 1 findings, 2 wrong usage, 3 only for what the system refuses.

use crate::support::{BOOK, PROGRAM, Ran, Site, command, curbcut};

const TEXT: &str = "---\ntitle: 通知\nsummary: 短句。请读。\n---\n\n## 一 {#yi}\n\n正文。\n";
const EASY: &str = "---\ntitle: 通知\nabout: 一个通知。\n---\n\n## 一 {covers=yi}\n\n正文在这里。\n";

fn site() -> Site {
    Site::new(&[("content/a/index.md", TEXT), ("content/a/easy-read.md", EASY)])
}

#[test]
fn wrong_usage_is_told_apart_from_findings_and_from_the_disk() {
    let site = site();
    site.write(
        "page.html",
        "<!DOCTYPE html><html lang=\"zh\"><title>页</title><main><h1>页</h1></main></html>",
    );
    site.write("empty.txt", "");
    site.write("a.pdf", "%PDF-1.7");
    site.write("leer/x.bin", "x");
    for (arguments, code, says) in [
        // Options that no command takes so.
        ("audit --format html page.html", 2, "belongs to “curbcut check”"),
        ("audit", 2, "PATH"),
        ("audit --format yaml page.html", 2, "yaml"),
        ("audit --format text --format json page.html", 2, "--format"),
        ("audit --deny note page.html", 2, "note"),
        ("audit nope.html", 2, "no such file"),
        ("audit leer", 2, "name the folder of the finished site"),
        ("audit book.toml", 2, "no page, book, Word file, plain text or Akoma Ntoso"),
        ("audit page.html --name=", 2, "says nothing"),
        ("check --root nope", 2, "no such folder"),
        ("check --root book.toml", 2, "this is no folder; name the one that holds it"),
        ("check nope.md", 2, "no such file"),
        ("check page.html", 2, "no part of the site"),
        ("check --dry-run", 2, "--fix"),
        ("check --format nope", 2, "nope"),
        ("build --only", 2, "--only"),
        ("build --only=", 2, "--only"),
        ("build --only nope", 2, "nope"),
        ("build --base-url nope", 2, "must begin with https://"),
        ("build --base-url=", 2, "must begin with https://"),
        ("build --root nope", 2, "no such folder"),
        ("build --out=", 2, "--out"),
        ("build --out public --out b", 2, "--out"),
        ("serve --port 99999", 2, "99999"),
        ("serve --port x", 2, "x"),
        ("serve --root nope", 2, "no such folder"),
        ("serve --root book.toml", 2, "this is no folder"),
        ("serve --host=a..b --port 0", 2, "there is no host"),
        ("explain nope/nope", 2, "did you mean"),
        ("explain --root nope", 2, "no such folder"),
        ("languages check nope-nope-nope-nope-nope", 2, "nope"),
        ("languages check fy", 2, "there is no language fy"),
        ("languages --root nope", 2, "no such folder"),
        ("completions nope", 2, "nope"),
        ("init book.toml", 2, "is a file, not a folder"),
        ("init book.toml/x", 2, "is a file, not a folder"),
        ("init .", 2, "already there"),
        ("init content", 2, "has files in it already (a)"),
        ("init --lang nope-nope-nope x", 2, "nope"),
        ("init --lang cy x", 2, "no starter in “cy”"),
        ("new a", 2, "already there"),
        ("new b --title=", 2, "says nothing"),
        ("new b --kind nope", 2, "nope"),
        ("new ../b", 2, "no name of a folder"),
        ("new b --root nope", 2, "no such folder"),
        ("import nope.txt", 2, "no such file"),
        ("import content", 2, "folder"),
        ("import empty.txt", 2, "empty"),
        ("import a.pdf", 2, "PDF"),
        ("import", 2, "FILE"),
        ("seal", 2, "PATH"),
        ("seal nope", 2, "no such file"),
        ("seal book.toml", 2, "no official text"),
        ("seal --root nope content", 2, "no such folder"),
        (
            "review content/a/index.md --role reader --readers 2 --consent none",
            2,
            "not the easy-read version",
        ),
        ("review content/a/easy-read.md --role reader --readers 0 --consent none", 2, "nobody read"),
        ("review content/a/easy-read.md --role reader --readers -1 --consent none", 2, "-1"),
        (
            "review content/a/easy-read.md --role reader --readers 2 --consent group --group=",
            2,
            "says nothing",
        ),
        (
            "review content/a/easy-read.md --role reader --readers 1 --consent names --name=",
            2,
            "says nothing",
        ),
        (
            "review content/a/easy-read.md --role reader --readers 2 --consent none --remarks=",
            2,
            "says nothing",
        ),
        (
            "review content/a/easy-read.md --role reader --readers 2 --consent none --date 2024-13-01",
            2,
            "2024-13-01",
        ),
        ("review content/a/easy-read.md --role boss --readers 2 --consent none", 2, "boss"),
        // What stands in the files.
        ("check", 0, ""),
        ("seal content/a", 0, ""),
        ("explain", 0, ""),
        ("languages", 0, ""),
    ] {
        let ran = curbcut(site.root(), &arguments.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, code, "{arguments}: {} {}", ran.out, ran.err);
        assert!(ran.err.contains(says), "{arguments}: {}", ran.err);
    }
    assert!(!site.root().join("public").exists() && !site.root().join("x").exists());
    assert!(site.read("book.toml").starts_with(BOOK));
    let built = Ran::of(command(PROGRAM, site.root(), &["build"]).env("SOURCE_DATE_EPOCH", "gestern"));
    assert_eq!(built.code, 2, "{}", built.err);
}

/// Settings that cannot be used are findings for every command that needs them.
#[test]
fn settings_that_cannot_be_used_are_findings() {
    for book in ["[book]\ntitle = 3\n", "[book]\ntitle = \"甲\"\n", "x"] {
        let site = site();
        site.write("book.toml", book);
        for arguments in [
            "check",
            "build",
            "seal content/a",
            "new b",
            "review content/a/easy-read.md --role reader --readers 2 --consent none",
        ] {
            let ran = curbcut(site.root(), &arguments.split(' ').collect::<Vec<_>>());
            assert_eq!(ran.code, 1, "{arguments}: {} {}", ran.out, ran.err);
            assert!(
                format!("{}{}", ran.out, ran.err).contains("error[config/wrong]: line "),
                "{arguments}: {}",
                ran.err
            );
        }
    }
}

#[test]
fn a_site_is_built_into_no_folder_that_holds_something_else() {
    let site = site();
    let other = tempfile::tempdir().unwrap();
    let repository = other.path().join("repository");
    std::fs::create_dir_all(repository.join(".git")).unwrap();
    let home = other.path().join("home");
    std::fs::create_dir_all(home.join("papers")).unwrap();
    ["templates", "themes", "languages"].iter().for_each(|name| {
        std::fs::create_dir_all(site.root().join(name)).unwrap();
    });
    // What is found in the texts does not come first.
    site.write("content/b/index.md", "---\ntitle: 通知\n---\n");
    let repository = repository.to_str().unwrap();
    let (home, above) = (home.to_str().unwrap(), other.path().to_str().unwrap());
    let root = site.root().to_str().unwrap().to_owned();
    for (out, says) in [
        ("content", "where the site's sources are"),
        ("content/b", "where the site's sources are"),
        ("content/new/deep", "where the site's sources are"),
        ("templates", "where the site's sources are"),
        ("themes", "where the site's sources are"),
        ("languages/x", "where the site's sources are"),
        (".", "holds the sources of the site"),
        ("./", "holds the sources of the site"),
        ("..", "holds the sources of the site"),
        (root.as_str(), "holds the sources of the site"),
        ("/", "holds the sources of the site"),
        ("book.toml", "is not a folder"),
        (home, "is your home folder or holds it"),
        (above, "is your home folder or holds it"),
        (repository, "is the root of a git repository"),
    ] {
        let ran = Ran::of(command(PROGRAM, site.root(), &["build", "--out", out]).env("HOME", home));
        assert_eq!(ran.code, 2, "{out}: {}", ran.err);
        assert!(ran.err.contains(says) && ran.err.contains("--out"), "{out}: {}", ran.err);
        // From elsewhere it is no other folder.
        let at = site.root().join(out);
        let arguments = ["build", "--root", &root, "--out", at.to_str().unwrap()];
        let ran = Ran::of(command(PROGRAM, other.path(), &arguments).env("HOME", home));
        assert_eq!(ran.code, 2, "{out}: {}", ran.err);
    }
    assert!(site.read("content/a/index.md").contains("正文") && site.read("book.toml").starts_with(BOOK));
    // A branch of pages that holds a site already may be built into again.
    site.write("content/b/index.md", TEXT);
    std::fs::remove_dir(other.path().join("repository/.git")).unwrap();
    let build = || curbcut(site.root(), &["build", "--out", repository]).code;
    assert_eq!(build(), 0);
    std::fs::create_dir(other.path().join("repository/.git")).unwrap();
    assert_eq!(build(), 0);
}

#[test]
fn a_theme_that_is_not_there_is_found_where_it_is_named() {
    let site = site();
    site.write("book.toml", format!("{BOOK}\n[site]\ntheme = \"nope\"\n"));
    site.write("themes/own/tokens.css", "");
    for arguments in ["check", "build"] {
        let ran = curbcut(site.root(), &[arguments]);
        let said = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, 1, "{said}");
        assert!(said.contains("error[config/wrong]: line 6, column 10: there is no theme “nope”"), "{said}");
        assert!(said.contains("The themes are “default”, “own”, “report-series”."), "{said}");
    }
}

#[test]
fn a_heading_that_names_no_paragraph_is_found() {
    for (heading, column) in
        [("{covers=}", 7), ("{covers=,}", 7), ("{sums-up=}", 7), ("{covers=“”}", 7), ("{#er covers=}", 11)]
    {
        let site = site();
        site.write("content/a/easy-read.md", EASY.replace("{covers=yi}", heading));
        let ran = curbcut(site.root(), &["check", "content/a/easy-read.md"]);
        assert_eq!(ran.code, 1, "{heading}: {}", ran.out);
        assert!(
            ran.out.contains(&format!("line 6, column {column}: “"))
                && ran.out.contains("names no paragraph"),
            "{heading}: {}",
            ran.out
        );
    }
}

#[test]
fn a_new_site_begins_beside_what_says_what_a_repository_is() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    ["README.md", "LICENSE", ".gitignore"]
        .iter()
        .for_each(|name| std::fs::write(folder.path().join(name), "甲").unwrap());
    assert_eq!(curbcut(folder.path(), &["init"]).code, 0);
    assert_eq!(curbcut(folder.path(), &["init", "new/deep"]).code, 0);
    assert_eq!(std::fs::read_to_string(folder.path().join("README.md")).unwrap(), "甲");
}
