//! What `book.toml` says of the menu, the footer and the logo: help names what works, and every page has a link.

use crate::support::{BOOK, Site, curbcut};

const ABOUT: (&str, &str) =
    ("content/about/index.md", "---\ntitle: 关于\nsummary: 我们是谁。\nkind: page\n---\n\n正文。\n");
const LOGO: (&str, &str) = (
    "content/tu/logo.svg",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>",
);

fn site(settings: &str) -> Site {
    let glossary = ("content/glossary.yaml", "- term: 坡道\n  meaning: 没有台阶的路。\n");
    let site = Site::new(&[ABOUT, LOGO, glossary]);
    // What stands before the first table belongs to none.
    let (before, after) = if settings.starts_with('[') { ("", settings) } else { (settings, "") };
    site.write("book.toml", format!("{before}\n{BOOK}{after}\n"));
    site
}

fn told(settings: &str) -> String {
    curbcut(site(settings).root(), &["check"]).out
}

#[test]
fn help_for_a_menu_names_how_entries_are_written() {
    for table in ["menu", "footer"] {
        for settings in [
            format!("[{table}]\nto = \"about\""),
            format!("{table} = [\"about\"]"),
            format!("{table} = {{ to = \"about\" }}"),
            format!("{table} = \"about\""),
            format!("[{table}]\nto = \"about\"\n[{table}]\nto = \"/\""),
        ] {
            let told = told(&settings);
            assert!(
                told.contains(&format!("Begin each entry with the line “[[{table}]]”")),
                "{settings}: {told}"
            );
        }
    }
    let own = told("[[menu]]\ntoto = \"about\"");
    assert!(own.contains("Did you mean “to”?"), "{own}");
}

#[test]
fn an_entry_that_leads_nowhere_says_what_was_meant() {
    for to in ["abuot", "about/index.md", "content/about", "about/"] {
        let told = told(&format!("[[menu]]\nto = \"{to}\""));
        assert!(
            told.contains(&format!("“{to}” leads nowhere")) && told.contains("Did you mean “about”?"),
            "{told}"
        );
    }
    let far = told("[[menu]]\nto = \"xyz\"");
    assert!(far.contains("“xyz” leads nowhere") && !far.contains("Did you mean"), "{far}");
}

#[test]
fn words_in_a_language_that_the_site_has_not_are_told_as_such() {
    let told = told("[[menu]]\nto = \"about\"\nwords = { fr = \"À propos\" }");
    assert!(told.contains("“about” has words in “fr”, in which the site has no page"), "{told}");
    assert!(!told.contains("without any"), "{told}");
}

#[test]
fn the_word_list_has_a_link_on_every_page() {
    let link = "glossary/index.html\"";
    let count = |settings: &str| {
        let site = site(settings);
        let built = site.build_only(&["site"]);
        assert!(built.report.is_some(), "{settings}: {:?}", built.findings);
        site.page("about/index.html").matches(link).count()
    };
    for settings in [
        "",
        "[[menu]]\nto = \"about\"",
        "[[menu]]\nto = \"glossary\"",
        "[[footer]]\nto = \"glossary\"",
        "[[menu]]\nto = \"about\"\n[[footer]]\nto = \"/\"",
    ] {
        assert!(count(settings) > 0, "{settings}");
    }
    assert_eq!(count("[[menu]]\nto = \"about\"\n[[footer]]\nto = \"glossary\""), 1);
}

#[test]
fn what_the_footer_or_the_menu_leads_to_is_linked_once() {
    let count = |settings: &str, name: &str| {
        let site = site(settings);
        let built = site.build_only(&["site"]);
        assert!(built.report.is_some(), "{settings}: {:?}", built.findings);
        site.page("about/index.html").matches(&format!("href=\"../{name}/index.html\"")).count()
    };
    for name in ["accessibility", "pictures"] {
        let site = "[site]\npictures = true\n";
        assert_eq!(count(site, name), 1, "{name}");
        for table in ["menu", "footer"] {
            assert_eq!(count(&format!("{site}[[{table}]]\nto = \"{name}\"\n"), name), 1, "{table} {name}");
        }
    }
}

#[test]
fn help_for_words_names_the_languages_of_the_site() {
    let link = "[[menu]]\nto = \"https://example.org/\"";
    let one = told(link);
    assert!(one.contains("help: Write words = \"…\".") && !one.contains("en = "), "{one}");
    let site = site(link);
    site.write(
        "content/about/index.en.md",
        "---\ntitle: About\nsummary: Who we are.\nkind: page\n---\n\nText.\n",
    );
    let two = curbcut(site.root(), &["check"]).out;
    assert!(two.contains("words = { zh-Hans = \"…\", en = \"…\" }"), "{two}");
}

#[test]
fn a_logo_says_whose_it_is_and_stands_in_the_site() {
    let logo =
        |file: &str, words: &str| told(&format!("[site.logo]\nfile = \"{file}\"\nalternative = \"{words}\""));
    for words in ["logo.svg", "Wappen.PNG"] {
        let told = logo("tu/logo.svg", words);
        assert!(told.contains(&format!("“{words}” does not say what the logo shows")), "{told}");
    }
    let out = logo("../../logo.svg", "无障碍司");
    assert!(
        out.contains("“../../logo.svg” leads out of “content”") && !out.contains("there is no file"),
        "{out}"
    );
    assert!(logo("tu/x.svg", "无障碍司").contains("there is no file “content/tu/x.svg”"));
    assert!(!logo("tu/logo.svg", "Logo 公司").contains("config/logo"));
}

#[test]
fn from_a_picture_without_words_nothing_leads_on() {
    let text = "![](../tu/logo.svg)\n\n<details>\n<summary>图 1 的长描述</summary>\n\n一。\n\n</details>\n";
    let site = site("");
    site.write(ABOUT.0, format!("{}\n{text}", ABOUT.1));
    assert_eq!(curbcut(site.root(), &["baseline", "--by", "编辑", "--until", "2099-01-01"]).code, 0);
    let told = curbcut(site.root(), &["check"]).out;
    assert!(!told.contains("exposed-decoration"), "{told}");
    site.build_only(&["site"]);
    assert!(site.page("about/index.html").contains("id=\"description-1\""));
    assert!(!site.page("about/index.html").contains("aria-details"));
    site.write(ABOUT.0, format!("{}\n{}", ABOUT.1, text.replace("![]", "![标志]")));
    site.build_only(&["site"]);
    assert!(site.page("about/index.html").contains("aria-details"));
}
