//! Old addresses lead somewhere: aliases, places that moved or ended, and the record of what was published.

use crate::support::{BOOK, Site, curbcut, places};

fn text(lines: &str) -> String {
    format!(
        "---\ntitle: 决定\nsummary: 这是一份决定。它很短。\n{lines}---\n\n## 目的 {{#mu-di}}\n\n正文。\n\n## 任务 {{#ren-wu}}\n\n正文。\n"
    )
}

const EASY: &str = "---\ntitle: 好懂的决定\nabout: 这是易读版。\n---\n\n## 一 {#yi covers=mu-di}\n\n去年的事。\n\n## 二 {covers=ren-wu}\n\n今年的事。\n";

#[track_caller]
fn built(site: &Site) {
    let built = site.build_only(&["site"]);
    let found = places(&built.findings);
    assert!(
        built.report.is_some() && !found.iter().any(|found| found.contains("html/")),
        "{:?}",
        built.findings
    );
}

#[test]
fn a_page_stands_at_each_old_address_and_servers_are_told() {
    let site = Site::new(&[("content/xin/index.md", &text("aliases: [旧 址, en/b.html]\n"))]);
    site.write("content/xin/easy-read.md", EASY);
    site.write(
        "book.toml",
        format!(
            "{BOOK}[site]\nbase-url = \"https://example.org/库/\"\nredirects = [\"netlify\", \"nginx\", \"apache\"]\n"
        ),
    );
    built(&site);
    for (old, to) in [
        ("旧 址/index.html", "../xin/index.html"),
        ("旧 址/easy-read/index.html", "../../xin/easy-read/index.html"),
        ("en/b.html", "../xin/index.html"),
    ] {
        let page = site.page(old);
        assert!(
            page.contains(&format!("<meta http-equiv=\"refresh\" content=\"0; url={to}\">")),
            "{old}: {page}"
        );
        assert!(page.contains(&format!("<a href=\"{to}\">")), "{old}: {page}");
        let canonical = format!("/{}\">", to.trim_start_matches("../").replace("index.html", ""));
        assert!(page.contains(&canonical), "{old}: {canonical} {page}");
    }
    let netlify = site.page("_redirects");
    assert!(netlify.contains("/%E5%BA%93/%E6%97%A7%20%E5%9D%80/ /%E5%BA%93/xin/ 301\n"), "{netlify}");
    let nginx = site.page("redirects.map");
    assert!(
        nginx.contains("\"/库/旧 址/\" /%E5%BA%93/xin/;\n\"/库/旧 址/index.html\" /%E5%BA%93/xin/;\n"),
        "{nginx}"
    );
    let apache = site.page(".htaccess");
    assert!(apache.contains("RedirectMatch 301 \"^/库/en/b\\.html$\" \"/库/xin/\"\n"), "{apache}");
    site.write("book.toml", format!("{BOOK}[site]\nredirects = [\"iis\"]\n"));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("Write one of “netlify”, “nginx”, “apache”."), "{}", ran.out);
}

#[test]
fn an_alias_is_free_and_a_path() {
    let site = Site::new(&[("content/a/index.md", &text(""))]);
    site.write("content/a/hao.pdf", "x");
    site.write(
        "book.toml",
        format!("{BOOK}[site]\nbase-url = \"https://example.org/\"\nfiles = [\"a/hao.pdf\"]\nredirects = [\"netlify\"]\n"),
    );
    for (alias, wanted) in [
        ("b", "is taken: it is the address of content/b/index.md"),
        ("B", "differ in capitals"),
        ("A/INDEX.HTML", "differ in capitals"),
        ("[alt, alt/]", "its address is that of another alias"),
        ("[old.html/y, old.html]", "its name is that of the folder “old.html”"),
        ("glossary/../b", "has an empty step, or one that begins with a dot"),
        ("https://example.org/b", "is no path from the root of the site"),
        ("accessibility", "the site makes a file “accessibility/index.html” of its own"),
        ("assets/style.css", "folder has the name of the file “assets/style.css”"),
        ("sitemap.xml", "folder has the name of the file “sitemap.xml”"),
        ("_redirects", "folder has the name of the file “_redirects”"),
        ("a/a.epub", "folder has the name of the file “a/a.epub”"),
        ("a/a.txt", "folder has the name of the file “a/a.txt”"),
        ("a/hao.pdf", "folder has the name of the file “a/hao.pdf”"),
        ("b/index.html/z", "folder has the name of the file “b/index.html”"),
        ("con", "is kept for a device on Windows"),
        ("'x*y'", "holds “*”"),
        ("\"x\\ny\"", "holds a character that nobody sees"),
    ] {
        site.write("content/b/index.md", text("").replace("决定", "通知"));
        site.write("content/a/index.md", text(&format!("aliases: {alias}\n")));
        let ran = curbcut(site.root(), &["check"]);
        assert!(
            ran.code == 1 && ran.out.contains(wanted) && ran.out.contains("line 4, column "),
            "{alias}: {}",
            ran.out
        );
    }
    // The page of the easy-read version goes with a folder, and not with a file: the message names the right alias.
    site.write("content/a/index.md", text("aliases: [alt.html, b]\n"));
    site.write("content/a/easy-read.md", EASY);
    site.write("content/b/easy-read/x.pdf", "x");
    let ran = curbcut(site.root(), &["check"]);
    assert!(
        ran.code == 1 && ran.out.contains("the alias “b” is taken") && !ran.out.contains("“alt.html”"),
        "{}",
        ran.out
    );
    std::fs::remove_file(site.root().join("content/a/easy-read.md")).unwrap();
    std::fs::remove_dir_all(site.root().join("content/b/easy-read")).unwrap();
    site.write("content/a/index.md", text("aliases: 2024\n"));
    site.write("content/b/index.md", text("aliases: alt\n").replace("决定", "通知"));
    built(&site);
    assert!(site.page("2024/index.html").contains("url=../a/index.html"));
    site.write("content/a/index.md", text("aliases: alt\n"));
    let ran = curbcut(site.root(), &["check"]);
    assert!(
        ran.code == 1
            && ran.out.contains("the alias “alt” is taken: it is an alias of content/a/index.md too"),
        "{}",
        ran.out
    );
}

#[test]
fn servers_read_no_sign_of_an_address_as_one_of_theirs() {
    let site = Site::new(&[("content/q;z$1/index.md", &text("aliases: alt\n"))]);
    site.write("book.toml", format!("{BOOK}[site]\nredirects = [\"nginx\", \"apache\"]\n"));
    built(&site);
    assert!(site.page("redirects.map").contains("\"/alt/\" /q%3Bz%241/;"), "{}", site.page("redirects.map"));
    assert!(
        site.page(".htaccess").contains("\"^/alt/(index\\.html)?$\" \"/q;z\\$1/\""),
        "{}",
        site.page(".htaccess")
    );
}

#[test]
fn old_places_lead_to_the_new_ones_or_to_why_they_are_gone() {
    let moved =
        "moved: {bei-jing: mu-di, li-shi: ../b/index.md#ren-wu}\nended: {fu-ze: 这一段在第二版里删去了。}\n";
    let site = Site::new(&[
        ("content/a/index.md", &text(moved)),
        ("content/b/index.md", &text("").replace("决定", "通知")),
    ]);
    site.write("content/a/easy-read.md", EASY.replace("about:", "moved: {kai-tou: yi}\nabout:"));
    built(&site);
    let page = site.page("a/index.html");
    assert!(page.contains("<h2 id=\"mu-di\"><span id=\"bei-jing\"></span>目的</h2>"), "{page}");
    assert!(
        page.contains("<li id=\"li-shi\">这一段现在在：<a href=\"../b/index.html#ren-wu\">通知</a></li>"),
        "{page}"
    );
    assert!(page.contains("<li id=\"fu-ze\">这一段在第二版里删去了。</li>"), "{page}");
    assert!(site.page("a/easy-read/index.html").contains("<span id=\"kai-tou\"></span>一"));
    // Paragraphs of resolutions, lists and tables.
    let resolution = "---\ntitle: 第一号决议\nkind: resolution\nsummary: 这是决议。它很短。\nmoved: {op-9: op-1, biao: table-1}\n---\n\n人权理事会，\n\n1. *请*各国报告。\n";
    site.write("content/a/index.md", resolution.replace(", biao: table-1", ""));
    std::fs::remove_file(site.root().join("content/a/easy-read.md")).unwrap();
    built(&site);
    assert!(
        site.page("a/index.html").contains("id=\"op-1\">\n<span id=\"op-9\"></span>"),
        "{}",
        site.page("a/index.html")
    );
}

#[test]
fn a_name_that_the_page_itself_has_is_not_free() {
    for name in ["title", "main", "summary", "former", "mu-di"] {
        let site = Site::new(&[("content/a/index.md", &text(&format!("ended: {{{name}: 删去了。}}\n")))]);
        let ran = curbcut(site.root(), &["check"]);
        assert!(
            ran.code == 1 && ran.out.contains(&format!("“{name}” still stands on this page")),
            "{}",
            ran.out
        );
        assert!(ran.out.contains("link/former-place"), "{}", ran.out);
    }
}

#[test]
fn what_was_recorded_may_not_vanish() {
    let site = Site::new(&[
        ("content/a/index.md", &text("")),
        ("content/b/index.md", &text("").replace("决定", "通知")),
    ]);
    let ran = curbcut(site.root(), &["build", "--record"]);
    assert!(
        ran.code == 0 && ran.err.contains("2 pages are recorded in published.json."),
        "{}{}",
        ran.out,
        ran.err
    );
    assert_eq!(
        site.read("published.json"),
        "{\n\"a/index.html\": [\"mu-di\",\"ren-wu\"],\n\"b/index.html\": [\"mu-di\",\"ren-wu\"]\n}\n"
    );
    site.replace("content/a/index.md", "{#ren-wu}", "{#gong-zuo}");
    std::fs::rename(site.root().join("content/b"), site.root().join("content/c")).unwrap();
    let before = site.page("a/index.html");
    let ran = curbcut(site.root(), &["build", "--record"]);
    assert_eq!(ran.code, 1);
    for wanted in [
        "“ren-wu” on a/index.html was published and is gone",
        "the page b/index.html was published and is gone",
        "line 2, column 26",
        "line 3, column 1",
    ] {
        assert!(ran.err.contains(wanted), "{wanted}: {}", ran.err);
    }
    assert_eq!(site.page("a/index.html"), before, "the last good site stays");
    site.replace("content/a/index.md", "summary:", "moved: {ren-wu: gong-zuo}\nsummary:");
    site.replace("content/c/index.md", "summary:", "aliases: b\nsummary:");
    let ran = curbcut(site.root(), &["build", "--record"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let record = site.read("published.json");
    assert!(
        record.contains("\"a/index.html\": [\"gong-zuo\",\"mu-di\",\"ren-wu\"],\n\"b/index.html\""),
        "{record}"
    );
    site.write("published.json", "{\"a\": [\n7]}");
    let ran = curbcut(site.root(), &["check"]);
    assert!(
        ran.code == 1 && ran.out.contains("published/wrong") && ran.out.contains("line 2, column 1"),
        "{}",
        ran.out
    );
}

#[test]
fn only_what_is_published_is_recorded() {
    let site = Site::new(&[("content/a/index.md", &text(""))]);
    for options in [&["build", "--record", "--drafts"][..], &["build", "--record", "--only", "epub"]] {
        let ran = curbcut(site.root(), options);
        assert!(ran.code == 2 && ran.err.contains("writes down what is published"), "{}", ran.err);
    }
    assert!(!site.root().join("published.json").exists());
}

#[test]
fn a_record_of_another_site_is_told_in_few_words() {
    let site = Site::new(&[("content/a/index.md", &text(""))]);
    let pages: Vec<String> = (0..20_000).map(|at| format!("\"p{at:05}/index.html\": []")).collect();
    site.write("published.json", format!("{{{}}}", pages.join(",")));
    let ran = curbcut(site.root(), &["check"]);
    assert_eq!((ran.code, ran.out.matches("[published/vanished]").count()), (1, 100));
    assert!(ran.out.contains("19901 more pages or places were published and are gone"));
}
