//! `[site] glossary-in-texts`: words of the glossary lead to what they mean in official texts too.

use crate::support::{BOOK, Site, errors, places};

const TEXT: &str = "---\ntitle: 人权决议\nkind: document\nsummary: 一份决议。\ndate: 2026-01-01\n---\n\n";

/// The links of a page to the word list: where they lead and their words.
fn words(page: &str) -> Vec<(String, String)> {
    let links = page.split("<a class=\"word\" role=\"doc-glossref\" href=\"").skip(1);
    links
        .map(|link| {
            let (href, rest) = link.split_once("\">").expect("a link has an end");
            (href.to_owned(), rest.split("</a>").next().unwrap_or_default().to_owned())
        })
        .collect()
}

fn site(book: &str, glossary: &str, text: &str) -> Site {
    let site = Site::new(&[("content/jue-yi/index.md", text)]);
    site.write("book.toml", book);
    site.write("content/glossary.yaml", glossary);
    site
}

fn asked() -> String {
    format!("{BOOK}[site]\nglossary-in-texts = true\n")
}

const GLOSSARY: &str = "- term: 人权\n  meaning: 每个人都有的权利。\n- term: 国家\n  official: [缔约国]\n  meaning: 有政府的地方。\n";

#[test]
fn the_first_use_in_each_section_leads_to_the_word_list() {
    let text = format!(
        "{TEXT}缔约国保护人权，人权属于每个人。\n\n## 人权是什么 {{#shen-me}}\n\n请看[人权的说明](https://example.org/)和`人权`，<span lang=\"ja\">人权</span>。**人权**很重要。[^1]\n\n[^1]: 人权。\n"
    );
    let site = site(&asked(), GLOSSARY, &text);
    let built = site.build();
    assert_eq!(errors(&built.findings), [""; 0]);
    let list = "../glossary/index.html";
    let page = site.page("jue-yi/index.html");
    let expected = [("2", "缔约国"), ("1", "人权"), ("1", "人权")];
    let expected = expected.map(|(number, word)| (format!("{list}#word-{number}"), word.to_owned()));
    assert_eq!(words(&page), expected);
    assert!(
        page.contains("<strong><a class=\"word\""),
        "the third is the one outside of link, code and Japanese"
    );
}

/// A name is heard again and again: with every cell of its row, on every way to its figure.
#[test]
fn no_name_leads_away() {
    let text = format!(
        "{TEXT}表 1：人权\n\n| 人权 | 人权 |\n|---|---|\n| **人权** | 甲 |\n\n人权\n: 甲。\n\n![一页纸](a.svg \"人权\")\n\n<figure>\n\n![一页纸](a.svg)\n\n<figcaption>\n\n人权\n\n</figcaption>\n\n</figure>\n\n最后是人权。\n"
    );
    let site = site(&asked(), GLOSSARY, &text);
    site.write(
        "content/jue-yi/a.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>",
    );
    assert_eq!(errors(&site.build().findings), [""; 0]);
    let page = site.page("jue-yi/index.html");
    for name in [
        "<caption>表 1：人权",
        "<th scope=\"col\">人权",
        "<th scope=\"row\">人权",
        "<dt>人权",
        "<figcaption>人权",
    ] {
        assert!(page.contains(name), "{name}: {page}");
    }
    assert_eq!(words(&page).len(), 1, "the last sentence leads to the word list: {page}");
    assert!(page.contains("最后是<a class=\"word\""), "{page}");
}

#[test]
fn nobody_is_led_away_unasked() {
    let site = site(BOOK, GLOSSARY, &format!("{TEXT}人权。\n"));
    assert_eq!(errors(&site.build().findings), [""; 0]);
    assert_eq!(words(&site.page("jue-yi/index.html")), []);
}

#[test]
fn words_are_found_in_their_forms() {
    let book = "[book]\ntitle = \"Законы\"\nlanguage = \"ru\"\n[site]\nglossary-in-texts = true\n";
    let glossary = "- term: закон\n  forms: [закона, законы]\n  meaning: Правило для всех.\n";
    let text = "---\ntitle: Текст\nkind: document\nsummary: Текст о правилах.\ndate: 2026-01-01\n---\n\nЗаконы и законодательство.\n\n## Ещё {#more}\n\nТекст закона.\n";
    let site = site(book, glossary, text);
    let built = site.build();
    assert_eq!(errors(&built.findings), [""; 0]);
    let found: Vec<String> =
        words(&site.page("jue-yi/index.html")).into_iter().map(|(_, word)| word).collect();
    assert_eq!(found, ["Законы", "закона"]);
}

#[test]
fn a_site_without_words_is_told() {
    let site = Site::new(&[("content/jue-yi/index.md", &format!("{TEXT}人权。\n"))]);
    site.write("book.toml", asked());
    let told = places(&site.build().findings);
    let line = BOOK.lines().count() + 2;
    assert!(told.contains(&format!("book.toml:{line}:1 config/no-glossary")), "{told:?}");
}
