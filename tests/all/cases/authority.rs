//! Whose wording counts: what pages, books and plain texts say of it follows from the text, else from the site.

use crate::support::{BOOK, Site, curbcut};

const REPORT: &str = "---\ntitle: 年度报告\nkind: report\nsummary: 这是市里的报告。报告讲了去年的事。\n---\n\n## 一\n\n正文。\n";
const EASY: &str = "---\ntitle: 报告\nabout: 这是易读版。\n---\n\n## 一 {covers=yi}\n\n去年的事。\n";

/// What a page says below its title and at its foot, what the opening of the book and the plain text say.
struct Said {
    page: String,
    foot: String,
    book: String,
    text: String,
}

fn said(site: &Site, slug: &str) -> Said {
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let page = site.page(&format!("{slug}/index.html"));
    let (page, foot) = page.split_once("</main>").unwrap();
    Said {
        page: page.to_owned(),
        foot: foot.to_owned(),
        book: book(site, &format!("{slug}/{slug}.epub")),
        text: site.page(&format!("{slug}/{slug}.txt")),
    }
}

/// The documents and the metadata of a book.
fn book(site: &Site, path: &str) -> String {
    let file = std::fs::File::open(site.root().join("public").join(path)).unwrap();
    let mut book = zip::ZipArchive::new(file).unwrap();
    let mut all = String::new();
    for at in 0..book.len() {
        let file = book.by_index(at).unwrap();
        if file.name().ends_with("html") || file.name().ends_with("opf") {
            all.push_str(&std::io::read_to_string(file).unwrap());
        }
    }
    all
}

fn report(lines: &str) -> String {
    REPORT.replace("kind: report\n", &format!("kind: report\n{lines}"))
}

#[test]
fn a_text_says_whose_wording_counts_in_every_format() {
    let book = BOOK.replace("language", "authors = [\"某市\"]\nlanguage");
    let site = Site::new(&[("book.toml", &book)]);
    for (lines, page, foot, elsewhere) in [
        (
            "",
            "这是网页版，不是正式文件。",
            "文字以发文机构的正式文件为准。",
            ["这是电子书版，不是正式文件。", "这是纯文本版，不是正式文件。"],
        ),
        (
            "symbol: A/1\n",
            "文字以正式文件 A/1 为准。",
            "文字以发文机构的正式文件为准。",
            ["文字以正式文件 A/1 为准。"; 2],
        ),
        (
            "authority: official\n",
            "这是某市发布的正式文本。",
            "本网站由某市发布。",
            ["这是某市发布的正式文本。"; 2],
        ),
        (
            "authority: official\nbody: 市议会\n",
            "这是市议会发布的正式文本。",
            "本网站由某市发布。",
            ["这是市议会发布的正式文本。"; 2],
        ),
        (
            "authority: official\nbody: 市议会\npublisher: 出版社\n",
            "这是出版社发布的正式文本。",
            "本网站由某市发布。",
            ["这是出版社发布的正式文本。"; 2],
        ),
        ("authority: authentic\n", "这是作准文本。", "本网站由某市发布。", ["这是作准文本。"; 2]),
    ] {
        site.write("content/a/index.md", report(lines));
        let said = said(&site, "a");
        assert!(said.page.contains(page), "{lines}: {}", said.page);
        assert!(said.foot.contains(foot), "{lines}: {}", said.foot);
        assert!(
            said.book.contains(elsewhere[0]) && said.text.contains(elsewhere[1]),
            "{lines}: {}",
            said.text
        );
        if lines.contains("authority") {
            let all = [said.page, said.foot, said.book, said.text].concat();
            assert!(!all.contains("为准。") || lines.contains("authentic"), "{lines}: {all}");
            assert!(!all.contains("不是正式文件"), "{lines}: {all}");
        }
    }
}

#[test]
fn the_site_says_it_for_texts_that_do_not() {
    let book = format!("{BOOK}[site]\nauthority = \"authentic\"\n");
    let site = Site::new(&[("book.toml", &book), ("content/a/index.md", REPORT)]);
    let of_site = said(&site, "a");
    assert!(of_site.page.contains("这是作准文本。") && !of_site.foot.contains("为准"), "{}", of_site.foot);
    assert!(site.page("index.html").split_once("</main>").unwrap().1.find("为准").is_none());
    site.write("content/a/index.md", report("authority: unofficial\n"));
    let own = said(&site, "a");
    assert!(own.page.contains("这是网页版，不是正式文件。") && own.foot.contains("为准"), "{}", own.foot);
    // The list of a site says what is true of one of its texts.
    assert!(site.page("index.html").split_once("</main>").unwrap().1.contains("为准"));
    for (from, to, file) in
        [("authentic", "authentick", "book.toml"), ("unofficial", "nobody", "content/a/index.md")]
    {
        let text = site.read(file);
        site.write(file, text.replace(from, to));
        let ran = curbcut(site.root(), &["check"]);
        let wanted = "the word “official”, “authentic” or “unofficial”";
        assert!(ran.code == 1 && ran.out.contains(wanted) && ran.out.contains(to), "{}", ran.out);
        site.write(file, text);
    }
}

#[test]
fn only_what_a_body_issues_or_its_publisher_calls_so_is_official() {
    let site = Site::new(&[]);
    for (lines, is_official) in
        [("", false), ("symbol: A/1\n", true), ("body: 市议会\n", true), ("authority: official\n", true)]
    {
        site.write("content/a/index.md", report(lines));
        let symbol = lines.strip_prefix("symbol").map_or(String::new(), |symbol| format!("based-on{symbol}"));
        site.write("content/a/easy-read.md", EASY.replace("about:", &format!("{symbol}about:")));
        let said = said(&site, "a");
        let easy = site.page("a/easy-read/index.html");
        let home = site.page("index.html");
        for page in [&said.page, &easy, &home] {
            let calls = |words: &str| page.contains(&format!("<span>{words}</span>"));
            assert_eq!((calls("正式文本"), calls("原文")), (is_official, !is_official), "{lines}: {page}");
        }
        assert_eq!(easy.contains("这不是正式文本。"), is_official, "{lines}");
        assert_eq!(said.page.contains("不是正式文本的一部分"), is_official, "{lines}");
        assert_eq!(said.text.contains("不是正式文本的一部分"), is_official, "{lines}");
        assert_eq!(said.book.contains("正式文本"), is_official, "{lines}");
    }
}

#[test]
fn what_stands_on_a_cover_is_shown_in_every_format_and_sealed() {
    let cover = "subtitle: 去年一年\nauthor: [张三, 李四]\npublisher: 某出版社\nedition: 第二版\nkeywords: [无障碍, 城市]\n";
    let site = Site::new(&[("content/a/index.md", &report(cover))]);
    let said = said(&site, "a");
    for words in ["去年一年", "张三、李四", "某出版社", "第二版", "无障碍、城市"] {
        for (format, text) in [("page", &said.page), ("book", &said.book), ("text", &said.text)] {
            assert!(text.contains(words), "{format}: {words}");
        }
    }
    for metadata in [
        "<dc:creator>张三</dc:creator>",
        "<dc:creator>李四</dc:creator>",
        "<dc:publisher>某出版社</dc:publisher>",
        "<dc:subject>城市</dc:subject>",
        "<dc:title id=\"subtitle\">去年一年</dc:title>",
    ] {
        assert!(said.book.contains(metadata), "{metadata}");
    }
    assert_eq!(curbcut(site.root(), &["seal", "content/a"]).code, 0);
    let sealed = site.read("content/a/index.md");
    for (old, new, holds) in [
        ("去年一年", "今年一年", false),
        ("李四", "王五", false),
        ("某出版社", "另一出版社", false),
        ("第二版", "第三版", false),
        ("author: [张三, 李四]", "author: 张三、李四", false),
        ("无障碍", "残疾", true),
        ("kind: report", "kind: report\nauthority: official", true),
    ] {
        site.write("content/a/index.md", sealed.replacen(old, new, 1));
        let ran = curbcut(site.root(), &["check"]);
        assert_eq!(!ran.out.contains("official/changed"), holds, "{old} -> {new}: {}", ran.out);
    }
}

#[test]
fn a_value_without_words_is_refused_at_its_place() {
    let site = Site::new(&[]);
    for (lines, place) in [
        ("subtitle: \"\"\n", "line 4, column 1:"),
        ("publisher: \"\u{3000}\"\n", "line 4, column 1:"),
        ("author: [张三, \"\"]\n", "line 4, column 1:"),
        ("keywords: [null]\n", "line 4, column 1:"),
    ] {
        site.write("content/a/index.md", report(lines));
        let ran = curbcut(site.root(), &["check"]);

        assert!(ran.code == 1 && ran.out.contains("front-matter/wrong-value"), "{lines}: {}", ran.out);
        assert!(ran.out.contains(place) && ran.out.contains("without words"), "{lines}: {}", ran.out);
    }
    site.write("content/a/index.md", REPORT);
    site.write("book.toml", BOOK.replace("language", "authors = [\"某市\", \" \"]\nlanguage"));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("one of “authors” has no name"), "{}", ran.out);
}

#[test]
fn a_body_is_the_publisher_of_its_own_text_and_not_of_a_rendering() {
    let book = BOOK.replace("language", "authors = [\"某市\"]\nlanguage");
    for (lines, publisher) in [
        ("body: 市议会\n", "某市"),
        ("body: 市议会\nauthority: official\n", "市议会"),
        ("body: 市议会\npublisher: 出版社\n", "出版社"),
    ] {
        let site = Site::new(&[("book.toml", &book), ("content/a/index.md", &report(lines))]);
        let book = said(&site, "a").book;
        assert!(book.contains(&format!("<dc:publisher>{publisher}</dc:publisher>")), "{lines}: {book}");
    }
}

#[test]
fn a_book_says_that_an_explanation_is_not_the_official_text() {
    let official = report("body: 市议会\n");
    let site = Site::new(&[("content/a/index.md", &official), ("content/a/easy-read.md", EASY)]);
    for (text, says) in [(official.as_str(), true), (REPORT, false)] {
        site.write("content/a/index.md", text);
        assert_eq!(curbcut(site.root(), &["build"]).code, 0);
        for path in ["a/a-easy-read.epub", "jue-yi.epub"] {
            assert_eq!(book(&site, path).contains("这不是正式文本。"), says, "{path}: {text}");
        }
    }
}
