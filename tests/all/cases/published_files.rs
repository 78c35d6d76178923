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
    site.write(
        "book.toml",
        format!("{BOOK}[site]\nbase-url = \"https://example.org/\"\nfiles = [\"secret/*\"]\n"),
    );
    assert_eq!(published(&site, "secret"), [""; 0]);
    let said = curbcut(site.root(), &["check"]);
    assert!(!said.out.contains("config/no-such-files") && !said.out.contains("book.toml"), "{}", said.out);
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

#[test]
fn a_query_and_a_place_belong_to_the_link_and_not_to_the_name_of_the_file() {
    let links = [
        ("y.pdf?v=1", "y.pdf?v=1"),
        ("y.pdf#page=3", "y.pdf#page=3"),
        ("y.pdf?v=1&amp;w#page=3", "y.pdf?v=1&amp;w#page=3"),
        ("%E9%99%84%E4%BB%B6.txt?v=1", "%E9%99%84%E4%BB%B6.txt?v=1"),
        ("附件.txt?", "%E9%99%84%E4%BB%B6.txt?"),
        ("../a/y.pdf?v=1", "y.pdf?v=1"),
    ];
    for (written, href) in links {
        let body = text("", &format!("See [it]({written})."));
        let site =
            site(&[("content/a/index.md", &body), ("content/a/y.pdf", "x"), ("content/a/附件.txt", "x")]);
        let ran = curbcut(site.root(), &["build", "--only", "site"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{written}");
        let page = site.page("a/index.html");
        assert!(page.contains(&format!("href=\"{href}\"")), "{written}: {page}");
        assert_eq!(curbcut(site.root(), &["build", "--only", "epub"]).code, 0, "{written}");
        assert_eq!(curbcut(site.root(), &["audit", "public"]).code, 0, "{written}");
    }
    // A name that holds the sign itself comes first; the query of a link to a text leads to its page.
    let body = text("", "See [it](odd?name.txt), [page](../b/index.md?v=1) and [![](p.svg?v=1)](p.svg#a).");
    let body = body.replace("[![]", "[![A picture]");
    let site = site(&[
        ("content/a/index.md", &body),
        ("content/b/index.md", &text("", "Words.").replace("test doc", "second doc")),
    ]);
    site.write("content/a/odd", "x");
    site.write("content/a/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>P</title></svg>");
    assert!(!curbcut(site.root(), &["check"]).out.contains("link/nowhere"));
    for (written, why) in
        [("z.pdf?v=1", "no file “content/a/z.pdf”"), ("../c/index.md?x", "no text “content/c/index.md”")]
    {
        site.write("content/a/index.md", text("", &format!("See [it]({written}).")));
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains(why), "{written}: {}", ran.out);
    }
}

#[test]
fn what_a_linked_html_file_shows_is_published_or_told() {
    const PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><head><title>An old page</title><meta name=\"viewport\" content=\"width=device-width\"></head><body><header><p>Head</p></header><main><h1>An old page</h1><p>REST</p></main><footer><p>Foot</p></footer></body></html>";
    for rest in [
        "<img src=\"a.png\" alt=\"A\">",
        "<a href=\"a.png\">A</a>",
        "<img srcset=\"a.png 2x\" src=\"a.png\" alt=\"A\">",
    ] {
        let site = site(&[
            ("content/a/index.md", &text("", "See [it](old.html).")),
            ("content/a/old.html", &PAGE.replace("REST", rest)),
        ]);
        site.write("content/a/a.png", png());
        for command in ["check", "build"] {
            let ran = curbcut(site.root(), &[command]);
            let said = ran.out + &ran.err;
            assert!(
                ran.code == 1 && said.contains("content/a/old.html") && said.contains("a.png"),
                "{command} {rest}: {said}"
            );
        }
        site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"a/*.png\"]\n"));
        assert!(published(&site, "a").contains(&"a.png".to_owned()), "{rest}");
    }
}

/// A picture of one point.
fn png() -> Vec<u8> {
    let text = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082";
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn a_file_that_is_too_large_is_told_and_a_large_one_is_copied() {
    const GB: u64 = 1 << 30;
    let large = |site: &Site, name: &str, length: u64| {
        let file = std::fs::File::create(site.root().join("content/a").join(name)).unwrap();
        file.set_len(length).unwrap();
    };
    for (name, length, most) in [
        ("film.mp4", GB + 1, "1 GB"),
        ("form.pdf", GB + 1, "1 GB"),
        ("old.html", (16 << 20) + 1, "16 MB"),
        ("old.XHTML", (16 << 20) + 1, "16 MB"),
    ] {
        let site = site(&[("content/a/index.md", &text("", &format!("See [it]({name}).")))]);
        large(&site, name, length);
        for command in ["check", "build"] {
            let ran = curbcut(site.root(), &[command]);
            let said = ran.out + &ran.err;
            let told = format!("[content/too-large]: the file is larger than {most}");
            assert!(ran.code == 1 && said.contains(&told), "{command} {name}: {said}");
            assert_eq!(said.matches("error[").count(), 1, "{command} {name}: {said}");
        }
        // One that stays at home may have any size.
        site.write("content/a/index.md", text("", "Words."));
        assert_eq!(curbcut(site.root(), &["build"]).code, 0, "{name}");
    }
    // Larger than what is in memory at once, with bytes at its end.
    let site = site(&[("content/a/index.md", &text("", "See [it](film.mp4)."))]);
    let bytes: Vec<u8> = (0..3_000_001_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    site.write("content/a/film.mp4", &bytes);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    assert!(std::fs::read(site.out().join("a/film.mp4")).unwrap() == bytes);
    assert!(curbcut(site.root(), &["build"]).out.contains("0 files written"));
    site.write("content/a/film.mp4", &bytes[1..]);
    assert!(curbcut(site.root(), &["build"]).out.contains("1 file written"));
    assert!(std::fs::read(site.out().join("a/film.mp4")).unwrap() == bytes[1..]);
}
