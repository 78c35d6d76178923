//! HTML beside the pages is audited as they are, and names mean the same on every system.

use crate::support::curbcut;
use crate::support::{BOOK, Site};

const TEXT: &str = "---\ntitle: 决议\nsummary: 一个例子。它很短。\n---\n\n正文。\n";
const HTML: &str = "<!doctype html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>表格一</title></head>\n<body><header>决议</header>\n<main><h1>表格一</h1>\n<p>字</p></main><footer>完</footer></body></html>\n";

fn site() -> Site {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    site.write("book.toml", format!("{BOOK}[site]\nfiles = [\"**\"]\n"));
    site
}

#[test]
fn html_files_are_audited_at_their_source() {
    for (name, html, said) in [
        ("biao.html", HTML.to_owned(), None),
        (
            "biao.html",
            HTML.replace("字", "<script>x</script>"),
            Some("content/a/biao.html\n\nerror[html/script]: line 5, "),
        ),
        ("biao.HTM", HTML.replace(" lang=\"zh-Hans\"", ""), Some("content/a/biao.HTM\n\nerror[html/")),
        (
            "biao.html",
            HTML.replace("字", "<a href=\"fehlt.pdf\">这份附件</a>"),
            Some("error[html/dead-link]: line 5, "),
        ),
    ] {
        let site = site();
        site.write(&format!("content/a/{name}"), &html);
        let ran = curbcut(site.root(), &["build", "--only", "site"]);
        assert_eq!(ran.code, i32::from(said.is_some()), "{html}: {}", ran.err);
        let said = said.unwrap_or_default();
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
        // What a file tells by itself, “check” tells too.
        if said.contains("content/") {
            let ran = curbcut(site.root(), &["check"]);
            assert!(ran.code == 1 && ran.out.contains(said), "{}", ran.out);
        }
    }
    let site = site();
    site.write("content/a/biao.html", b"<p>\xb0\xa1");
    assert!(curbcut(site.root(), &["build"]).err.contains("content/a/biao.html\n\nerror[content/not-text]"));
}

#[cfg(unix)]
#[test]
fn names_are_judged_at_the_file() {
    for (files, rule) in [
        (&["CON.txt"][..], "content/bad-name"),
        (&["aux/x.txt"], "content/bad-name"),
        (&["x."], "content/bad-name"),
        (&["x "], "content/bad-name"),
        (&["a:b.txt"], "content/bad-name"),
        (&["x.txt", "X.txt"], "content/same-address"),
        (&["x/y.txt", "X/z.txt"], "content/same-address"),
        (&["caf\u{e9}.txt", "cafe\u{301}.txt"], "content/same-address"),
        (&["index.html"], "content/same-address"),
        (&["../index.html"], "content/same-address"),
        (&["../404.HTML"], "content/same-address"),
        (&["../assets/style.css"], "content/same-address"),
        (&["../accessibility/report.json"], "content/same-address"),
        (&["../accessibility/index.html"], "content/same-address"),
        (&["a.epub"], "book/same-address"),
        (&["../jue-yi.epub"], "book/same-address"),
    ] {
        let site = site();
        files.iter().for_each(|file| site.write(&format!("content/a/{file}"), "x"));
        for arguments in [&["check"][..], &["build"], &["build", "--only", "site"]] {
            let ran = curbcut(site.root(), arguments);
            let said = ran.out + &ran.err;
            assert!(
                ran.code == 1 && said.contains(&format!("error[{rule}]")),
                "{files:?} {arguments:?}: {said}"
            );
            assert!(!site.out().exists());
        }
        // What is not published may have any name.
        site.write("book.toml", BOOK);
        assert_eq!(curbcut(site.root(), &["build", "--only", "site"]).code, 0, "{files:?}");
    }
    let site = Site::new(&[("content/aux/index.md", TEXT)]);
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("content/aux/index.md\n\nerror[content/bad-name]"), "{}", ran.out);
}
