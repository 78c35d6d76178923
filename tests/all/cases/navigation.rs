//! Menu, footer, logo, sections, order, parts: how readers find their way through a site.

use crate::support::{BOOK, Site, curbcut, places};

fn text(title: &str, lines: &str) -> String {
    format!("---\ntitle: {title}\nsummary: 这是一份文件。它很短。\n{lines}---\n\n## 一\n\n正文。\n")
}

fn page(title: &str, lines: &str) -> String {
    format!("---\ntitle: {title}\nkind: page\n{lines}---\n\n正文。\n")
}

const SECTION: &str =
    "---\ntitle: 报告\nsummary: 每年的报告。\nmenu: true\norder: 2\ngroup: year\ncards: true\n---\n";
const EASY: &str = "---\ntitle: 易懂的报告\nabout: 这是易读版。\n---\n\n## 一 {covers=yi}\n\n去年的事。\n";

/// A council's site: two pages, one in the menu, and a section with three reports, one of them with an easy-read version.
fn council() -> Site {
    let site = Site::new(&[
        ("content/about/index.md", &page("关于我们", "menu: 关于\norder: 1\n")),
        ("content/contact/index.md", &page("联系我们", "")),
        ("content/reports/_index.md", SECTION),
        ("content/reports/a/index.md", &text("甲", "date: 2023-01-02\n")),
        ("content/reports/b/index.md", &text("乙", "date: 2025-01-02\n")),
        ("content/reports/c/index.md", &text("丙", "date: 2025-03-04\n")),
        ("content/reports/a/easy-read.md", EASY),
    ]);
    built(&site);
    site
}

#[track_caller]
fn built(site: &Site) {
    let built = site.build_only(&["site"]);
    let errors = places(&built.findings);
    assert!(
        built.report.is_some() && !errors.iter().any(|found| found.contains("html/")),
        "{:?}",
        built.findings
    );
}

/// The links of the part of a page between two marks: where each leads, and its words.
fn links(page: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let part = page.split_once(from).unwrap_or_else(|| panic!("no {from} in {page}")).1;
    let part = part.split_once(to).unwrap().0;
    let mut links = Vec::new();
    for link in part.split("<a ").skip(1) {
        let (tag, rest) = link.split_once('>').unwrap();
        let href = tag.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
        let current = tag.split("aria-current=\"").nth(1).and_then(|value| value.split('"').next());
        let words = rest.split_once("</a>").unwrap().0.replace("<span>", "").replace("</span>", "");
        links.push((
            href.to_owned(),
            format!("{words}{}", current.map_or(String::new(), |now| format!(" ({now})"))),
        ));
    }
    links
}

fn menu(page: &str) -> Vec<(String, String)> {
    links(page, "<nav class=\"site-navigation\" aria-label=\"网站\">", "</nav>")
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(href, words)| ((*href).to_owned(), (*words).to_owned())).collect()
}

#[test]
fn texts_put_themselves_into_the_menu_in_their_order() {
    let site = council();
    assert_eq!(
        menu(&site.page("index.html")),
        pairs(&[
            ("index.html", "全部文件 (page)"),
            ("about/index.html", "关于"),
            ("reports/index.html", "报告")
        ])
    );
    // A section is marked on the pages in it.
    assert_eq!(
        menu(&site.page("reports/a/index.html")),
        pairs(&[
            ("../../index.html", "全部文件"),
            ("../../about/index.html", "关于"),
            ("../index.html", "报告 (true)")
        ])
    );
    let footer = links(
        &site.page("index.html"),
        "<nav class=\"site-navigation\" aria-label=\"关于本网站\">",
        "</nav>",
    );
    assert_eq!(
        footer,
        pairs(&[("contact/index.html", "联系我们")]),
        "what stands in the menu is not in the footer"
    );
}

#[test]
fn the_settings_list_menu_and_footer() {
    let site = council();
    site.replace("content/about/index.md", "menu: 关于\n", "");
    site.replace("content/reports/_index.md", "menu: true\n", "");
    site.write(
        "book.toml",
        format!(
            "{BOOK}[[menu]]\nto = \"reports\"\nwords = \"全部报告\"\n[[menu]]\nto = \"/\"\n[[menu]]\nto = \"about\"\n\
             [[footer]]\nto = \"https://example.org/\"\nwords = \"主站\"\n[[footer]]\nto = \"accessibility\"\nwords = \"声明\"\n"
        ),
    );
    built(&site);
    let home = site.page("index.html");
    assert_eq!(
        menu(&home),
        pairs(&[
            ("reports/index.html", "全部报告"),
            ("index.html", "全部文件 (page)"),
            ("about/index.html", "关于我们")
        ])
    );
    let footer = links(&home, "aria-label=\"关于本网站\">", "</nav>");
    assert_eq!(footer, pairs(&[("https://example.org/", "主站"), ("accessibility/index.html", "声明")]));
    assert!(
        home.contains("<a href=\"contact/index.html\">联系我们</a>"),
        "a page that nothing leads to is listed"
    );
}

#[test]
fn a_language_has_its_own_menu() {
    let site = council();
    site.write("book.toml", format!("{BOOK}[languages.en]\ntitle = \"Resolutions\"\n"));
    site.write("content/about/index.en.md", "---\ntitle: About us\nkind: page\nmenu: About\n---\n\nText.\n");
    built(&site);
    let english = site.page("en/about/index.html");
    assert_eq!(
        links(&english, "aria-label=\"Site\">", "</nav>"),
        pairs(&[
            ("../index.html", "All documents"),
            ("index.html", "About (page)"),
            ("../../about/index.html", "中文")
        ])
    );
    assert!(!english.contains("reports"), "{english}");
}

#[test]
fn a_section_is_grouped_newest_first_and_its_texts_lead_to_each_other() {
    let site = council();
    let section = site.page("reports/index.html");
    let headings: Vec<&str> = section
        .split("<h2")
        .skip(1)
        .map(|part| part.split_once('>').unwrap().1.split("</h2>").next().unwrap())
        .collect();
    assert_eq!(headings, ["<a href=\"a/easy-read/index.html\">易懂的报告</a>", "2025 年", "2023 年"]);
    let at = |words: &str| section.find(words).unwrap();
    assert!(at(">丙</a></h3>") < at(">乙</a></h3>") && at(">乙</a></h3>") < at(">甲</a></h3>"));
    let between = site.page("reports/b/index.html");
    assert_eq!(
        links(&between, "<nav class=\"neighbours\"", "</nav>"),
        pairs(&[("../c/index.html", "前一篇：丙"), ("../a/index.html", "后一篇：甲")])
    );
    assert_eq!(
        links(&between, "<nav class=\"trail\"", "</nav>"),
        pairs(&[("../../index.html", "首页"), ("../index.html", "报告"), ("index.html", "乙 (page)")])
    );
    assert!(
        !site.page("reports/a/easy-read/index.html").contains("neighbours"),
        "no other has an easy-read version"
    );
    assert!(site.page("index.html").contains("<h3><a href=\"reports/index.html\">报告</a></h3>"));
    // An order of one's own comes first.
    site.replace("content/reports/a/index.md", "date:", "order: -1\ndate:");
    site.write("content/reports/b/easy-read.md", EASY.replace("易懂的报告", "好懂的报告"));
    built(&site);
    assert_eq!(
        links(&site.page("reports/a/index.html"), "<nav class=\"neighbours\"", "</nav>"),
        pairs(&[("../c/index.html", "后一篇：丙")])
    );
    assert_eq!(
        links(&site.page("reports/a/easy-read/index.html"), "<nav class=\"neighbours\"", "</nav>"),
        pairs(&[("../../b/easy-read/index.html", "后一篇：好懂的报告")])
    );
}

#[test]
fn lists_are_grouped_by_session_and_by_letter() {
    let site = council();
    site.replace("content/reports/_index.md", "group: year", "group: letter");
    site.replace("content/reports/c/index.md", "title: 丙", "title: 《AI 与人权》");
    built(&site);
    let headings = |site: &Site| -> Vec<String> {
        let page = site.page("reports/index.html");
        let parts = page.split("<h2 id=").skip(1);
        parts.map(|part| part.split_once('>').unwrap().1.split("</h2>").next().unwrap().to_owned()).collect()
    };
    assert_eq!(headings(&site), ["A", "J", "Y"]);
    site.replace("content/reports/_index.md", "group: letter", "group: session");
    site.replace(
        "content/reports/a/index.md",
        "date:",
        "kind: resolution\nsession: {name: 第五十二届会议}\ndate:",
    );
    site.replace("content/reports/a/index.md", "## 一\n\n正文。", "1. 正文。");
    std::fs::remove_file(site.root().join("content/reports/a/easy-read.md")).unwrap();
    built(&site);
    assert_eq!(headings(&site), ["不属于任何届会", "第五十二届会议"]);
}

#[test]
fn a_long_list_stands_on_several_pages() {
    let site = Site::new(&[("content/_index.md", "")]);
    std::fs::remove_file(site.root().join("content/_index.md")).unwrap();
    for at in 0..205 {
        site.write(&format!("content/d{at:03}/index.md"), text(&format!("第 {at} 份"), ""));
    }
    built(&site);
    let entries = |path: &str| site.page(path).matches("<li class=\"document\">").count();
    assert_eq!(["index.html", "list/2/index.html", "list/3/index.html"].map(entries), [100, 100, 5]);
    let second = site.page("list/2/index.html");
    assert_eq!(
        links(&second, "<nav class=\"parts\"", "</nav>"),
        pairs(&[
            ("../../index.html", "第 1 页"),
            ("index.html", "第 2 页 (page)"),
            ("../3/index.html", "第 3 页")
        ])
    );
    assert!(second.contains("<title>决议（第 2 页） - 决议</title>"), "{second}");
    site.write("content/list/2/index.md", text("在别处", ""));
    let found = places(&site.build_only(&["site"]).findings);
    assert!(found.contains(&"content/list/2/index.md:1:1 content/same-address".to_owned()), "{found:?}");
}

#[test]
fn a_logo_says_what_it_shows_and_has_a_picture_for_dark_pages() {
    let site = council();
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    site.write("content/logo.svg", drawing);
    site.write("content/logo-dark.svg", drawing);
    let logo = |alternative: &str| {
        format!(
            "{BOOK}[site.logo]\nfile = \"logo.svg\"\ndark = \"logo-dark.svg\"\nalternative = \"{alternative}\"\n"
        )
    };
    site.write("book.toml", logo("某市"));
    built(&site);
    let page = site.page("reports/a/index.html");
    assert!(
        page.contains("<source srcset=\"../../logo-dark.svg\" media=\"(prefers-color-scheme: dark)\">"),
        "{page}"
    );
    assert!(page.contains("<img class=\"logo\" src=\"../../logo.svg\" alt=\"某市\">"), "{page}");
    site.write("book.toml", logo("决议"));
    built(&site);
    assert!(
        site.page("index.html").contains("src=\"logo.svg\" alt=\"\""),
        "the title beside it says the same"
    );
    site.write("book.toml", logo("某市").replace("alternative = \"某市\"\n", ""));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("“alternative” is missing in “logo”"), "{}", ran.out);
    site.write("book.toml", logo("某市").replace("dark = \"logo-dark", "dark = \"../logo"));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("“../logo.svg” leads out of “content”"), "{}", ran.out);
}

#[test]
fn keys_of_navigation_are_refused_where_they_mean_nothing() {
    let site = council();
    for (file, lines, wanted) in [
        (
            "content/about/index.md",
            "menu: [一]\n",
            "“menu” must be the word “true”, or the words of the link",
        ),
        ("content/about/index.md", "order: 第一\n", "“order” must be a whole number"),
        ("content/about/index.md", "group: year\n", "“group” belongs to sections"),
        ("content/reports/a/easy-read.md", "order: 1\n", "“order” belongs to"),
        ("content/reports/_index.md", "cards: 1\n", "“cards” must be “true” or “false”"),
    ] {
        let before = site.read(file);
        let key = lines.split(':').next().unwrap();
        let without: String = before.split_inclusive('\n').filter(|line| !line.starts_with(key)).collect();
        site.write(file, without.replacen("---\n", &format!("---\n{lines}"), 1));
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains(wanted), "{lines}: {}", ran.out);
        site.write(file, before);
    }
}

#[test]
fn words_of_the_menu_are_told_apart_from_those_of_the_program() {
    let site = council();
    site.write("content/glossary.yaml", "- term: 报告\n  meaning: 写下来的话。\n");
    site.replace("content/about/index.md", "menu: 关于", "menu: 词汇表");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("the menu would say “词汇表” twice"), "{}", ran.out);
    site.replace("content/about/index.md", "menu: 词汇表\n", "");
    site.replace("content/reports/_index.md", "menu: true\n", "");
    for (entries, wanted) in [
        (
            "to = \"/\"\n[[menu]]\nto = \"about\"\nwords = \"全部文件\"\n",
            "has the same words in “menu” as “/”: “全部文件”",
        ),
        ("to = \"about\"\nwords = \"  \"\n", "has “words” without any"),
        ("to = \"rules\"\n", "write “rules = true” under [site]"),
    ] {
        site.write("book.toml", format!("{BOOK}[[menu]]\n{entries}"));
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains(wanted), "{entries}: {}", ran.out);
    }
}

#[test]
fn a_list_is_parted_in_a_language_that_has_no_words_for_it() {
    let site = Site::new(&[]);
    site.write("book.toml", "[book]\ntitle = \"Actes\"\nlanguage = \"fr\"\n");
    for group in ["year", "session", "letter"] {
        site.write("content/s/_index.md", format!("---\ntitle: Section\ngroup: {group}\n---\n"));
        site.write(
            "content/s/a/index.md",
            "---\ntitle: Acte\nsummary: Ceci est un acte. Il est court.\ndate: 2024-01-02\n---\n\nMots.\n",
        );
        assert!(site.build_only(&["site"]).report.is_some(), "{group}");
        let page = site.page("s/index.html");
        assert!(group != "year" || page.contains("<h2 id=\"documents\">2024</h2>"), "{page}");
    }
}

#[test]
fn the_folder_of_all_texts_is_no_section() {
    let site = council();
    site.write("content/_index.md", "---\ntitle: 全部\n---\n");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("has the home page, and no page of a section"), "{}", ran.out);
}

/// Texts lead to the pages that the program makes, on pages, in books and in plain texts.
#[test]
fn a_text_leads_to_pages_that_the_program_makes() {
    let text = "---\ntitle: 甲\nsummary: 一件事。它很短。\n---\n\n这里有[难词的解释](/glossary/#word-1)和[无障碍声明](../accessibility/)。\n";
    let site = Site::new(&[
        ("content/a/index.md", text),
        ("content/glossary.yaml", "- term: 无障碍\n  meaning: 人人都能用。\n"),
    ]);
    let glossary = "<a href=\"../glossary/index.html";
    site.write("content/a/index.md", text.replace("#word-1", ""));
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    let page = site.page("a/index.html");
    assert!(
        page.contains(glossary) && page.contains("<a href=\"../accessibility/index.html\">无障碍声明</a>"),
        "{page}"
    );
    // A place that the page does not have, and a page that the site does not have.
    for (target, told) in [
        ("/glossary/#nowhere", "html/dead-fragment"),
        ("/follow-up/", "content/a/index.md:6:12 link/nowhere"),
    ] {
        site.write("content/a/index.md", text.replace("/glossary/#word-1", target));
        let told_places = places(&site.build().findings);
        assert!(told_places.iter().any(|found| found.contains(told)), "{target} {told_places:?}");
    }
}
