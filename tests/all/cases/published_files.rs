//! Only what a published text shows or leads to is published, and what `[site] files` lists.

use crate::support::Site;
use crate::support::curbcut;

const BOOK: &str =
    "[book]\ntitle = \"Test site\"\nauthors = [\"Team\"]\nlanguage = \"en\"\ndescription = \"Test.\"\n";

fn text(head: &str, body: &str) -> String {
    format!(
        "---\ntitle: A test document\n{head}summary: This is a test. It has two sentences.\n---\n\n{body}\n"
    )
}

fn site(files: &[(&str, &str)]) -> Site {
    let site = Site::new(files);
    site.write("book.toml", BOOK);
    site
}

/// The files that a build puts beside the pages of this folder.
fn published(site: &Site, folder: &str) -> Vec<String> {
    let ran = curbcut(site.root(), &["build", "--only", "site"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let Ok(entries) = std::fs::read_dir(site.out().join(folder)) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_draft_keeps_its_files_back() {
    let open = text("kind: document\ndate: 2026-01-15\n", "## Head\n\nText.");
    let secret = text("draft: true\n", "![The map](map.txt)");
    let site = site(&[
        ("content/open/index.md", &open),
        ("content/secret/index.md", &secret),
        ("content/secret/annex.pdf", "secret"),
        ("content/secret/map.txt", "secret"),
    ]);
    assert_eq!(published(&site, "secret"), [""; 0]);
    let said = curbcut(site.root(), &["check"]);
    assert_eq!(
        (said.code, said.out.matches("note[content/not-published]: it belongs to a draft").count()),
        (0, 2)
    );
    // Nobody else gives it away either, by a link or by book.toml.
    site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"secret/*\"]\n"));
    assert_eq!(published(&site, "secret"), [""; 0]);
    site.write("content/open/index.md", open.replace("Text.", "See [the annex](../secret/annex.pdf)."));
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("“content/secret/annex.pdf” belongs to a draft"), "{}", ran.err);
}

#[test]
fn backups_and_temporary_files_stay_at_home() {
    const NAMES: [&str; 11] = [
        "#index.md#",
        "4913",
        "Thumbs.db",
        "desktop.ini",
        "index.md.bak",
        "index.md.orig",
        "index.md.rej",
        "index.md___jb_tmp___",
        "index.md~",
        "~$index.docx",
        "~WRL0001.tmp",
    ];
    let site = site(&[("content/a/index.md", &text("", "## Head\n\nText."))]);
    NAMES.iter().for_each(|name| site.write(&format!("content/a/{name}"), "words nobody released"));
    assert_eq!(published(&site, "a"), ["index.html"]);
    let said = curbcut(site.root(), &["check"]);
    for name in NAMES {
        assert!(said.out.contains(&format!("content/a/{name}\n\nnote[content/not-published]")), "{name}");
    }
}

#[test]
fn what_a_text_leads_to_and_what_is_listed_is_published() {
    let site = site(&[
        (
            "content/a/index.md",
            &text(
                "",
                "[The annex](annex.pdf), [words of the group](<../shared/more words.txt>), [the head](#x)\n\n## X {#x}",
            ),
        ),
        ("content/a/annex.pdf", "annex"),
        ("content/a/note.pdf", "note"),
        ("content/shared/more words.txt", "more"),
        ("content/shared/form.txt", "form"),
        ("content/shared/deep/form.txt", "form"),
    ]);
    assert_eq!(published(&site, "a"), ["annex.pdf", "index.html"]);
    assert_eq!(published(&site, "shared"), ["more words.txt"]);
    site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"shared/*.txt\"]\n"));
    assert_eq!(published(&site, "shared"), ["form.txt", "more words.txt"]);
    site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"**/form.txt\"]\n"));
    assert_eq!(published(&site, "shared"), ["deep", "form.txt", "more words.txt"]);
    for wrong in ["/etc/passwd", "../x", "", "[a"] {
        site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"{wrong}\"]\n"));
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains("error[config/wrong]: line 7, column 10"), "{}", ran.out);
    }
}

#[test]
fn a_pattern_takes_in_no_backups_and_temporary_files() {
    let site = site(&[("content/a/index.md", &text("", "Text."))]);
    let left =
        ["~$表.docx", "表.pdf~", "表.PDF.BAK", "index.md.orig", "#表#", "Thumbs.db", "desktop.ini", "x.swp"];
    for name in left.iter().chain(&["表.pdf", "bak.pdf", "#1.pdf"]) {
        site.write(&format!("content/forms/{name}"), "x");
    }
    site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"forms/**\"]\n"));
    assert_eq!(published(&site, "forms"), ["#1.pdf", "bak.pdf", "表.pdf"]);
    let said = curbcut(site.root(), &["check"]);
    assert_eq!(said.out.matches("note[content/not-published]").count(), left.len(), "{}", said.out);
    // Whoever names one wants it.
    site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"forms/表.pdf~\"]\n"));
    assert_eq!(published(&site, "forms"), ["表.pdf~"]);
}

#[test]
fn thousands_of_files_that_stay_at_home_are_few_notes() {
    let site = site(&[("content/a/index.md", &text("", "Text."))]);
    (0..250).for_each(|number| site.write(&format!("content/a/{number}/photo.tif"), "x"));
    let said = curbcut(site.root(), &["check"]);
    assert_eq!(said.out.matches("note[content/not-published]").count(), 101);
    assert!(said.out.contains("150 more files are not published"), "{}", said.out);
    assert!(curbcut(site.root(), &["build"]).out.contains("250 files below content are not published"));
}
