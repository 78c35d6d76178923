//! What a page says in the words of schema.org.

use serde_json::{Value, json};

use super::{BOOK, NEWS, OFFICIAL, UNDATED, built, described, site};
use crate::support::Site;

const ROOT: &str = "https://example.org/%E6%96%87";

#[test]
fn a_resolution_is_legislation_and_its_easy_read_version_is_based_on_it() {
    let site = site();
    built(&site);
    let official = described(&site, "jue-yi/index.html");
    let wanted = json!({
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": format!("{ROOT}/jue-yi/"),
        "url": format!("{ROOT}/jue-yi/"),
        "name": "52/8. 关于 <无障碍> & \"易读\" 的决议",
        "description": "这是一个决议。它讲 A & B。",
        "identifier": "A/1",
        "inLanguage": "zh-Hans",
        "datePublished": "2023-04-03",
        "author": [{ "@type": "Organization", "name": "人权理事会" }],
        "publisher": [{ "name": "编写组" }],
        "legislationIdentifier": "A/1",
        "legislationDate": "2023-04-03",
        "legislationPassedBy": { "@type": "Organization", "name": "人权理事会" },
        "isBasedOn": "https://docs.un.org/zh/A/1",
        "isPartOf": { "@type": "WebSite", "@id": format!("{ROOT}/"), "url": format!("{ROOT}/"), "name": "决议" },
        "encoding": official["encoding"],
    });
    assert_eq!(official, wanted);
    let files: Vec<&Value> = official["encoding"].as_array().unwrap().iter().collect();
    assert_eq!(files[0]["contentUrl"], format!("{ROOT}/jue-yi/jue-yi.epub"));
    assert_eq!(files[0]["@type"], "LegislationObject");
    assert_eq!(files[0]["legislationLegalValue"], "https://schema.org/UnofficialLegalValue");
    let easy = described(&site, "jue-yi/easy-read/index.html");
    assert_eq!((&easy["@type"], &easy["name"]), (&json!("CreativeWork"), &json!("写报告")));
    assert_eq!(
        (&easy["author"], &easy["datePublished"]),
        (&json!([{ "name": "易读组" }]), &json!("2024-05-06"))
    );
    let basis = json!({
        "@type": "Legislation",
        "@id": format!("{ROOT}/jue-yi/"),
        "url": format!("{ROOT}/jue-yi/"),
        "name": "52/8. 关于 <无障碍> & \"易读\" 的决议",
        "identifier": "A/1",
    });
    assert_eq!(easy["isBasedOn"], basis);
    let english = described(&site, "en/jue-yi/index.html");
    assert_eq!(
        (&english["inLanguage"], &english["isPartOf"]["name"]),
        (&json!("en"), &json!("Texts & <more>"))
    );
    assert_eq!(english["datePublished"], Value::Null);
}

#[test]
fn each_kind_is_what_it_says_and_nothing_official_that_is_not() {
    let site = site();
    let with_kind = |kind: &str| UNDATED.replace("summary", &format!("kind: {kind}\nsummary"));
    for kind in ["report", "event", "page"] {
        site.write(&format!("content/{kind}/index.md"), with_kind(kind));
    }
    // A resolution that nobody issued is no act of a body.
    let bare =
        OFFICIAL.replace("symbol: A/1\n", "").replace("body: 人权理事会\n", "").replace("52/8", "53/1");
    site.write("content/bare/index.md", bare);
    built(&site);
    let kind = |path: &str| described(&site, path)["@type"].as_str().unwrap().to_owned();
    for (path, wanted) in [
        ("index.html", "WebSite"),
        ("xiao-xi/index.html", "CollectionPage"),
        ("kong/wen/index.html", "Article"),
        ("xiao-xi/yi/index.html", "Article"),
        ("report/index.html", "Report"),
        ("event/index.html", "Event"),
        ("page/index.html", "WebPage"),
        ("bare/index.html", "CreativeWork"),
    ] {
        assert_eq!(kind(path), wanted, "{path}");
    }
    assert!(!site.page("bare/index.html").contains("egislation"));
    assert!(!site.page("accessibility/index.html").contains("ld+json"));
    let entry = described(&site, "xiao-xi/yi/index.html");
    assert_eq!(
        (&entry["keywords"], &entry["author"]),
        (&json!(["无障碍", "R&D"]), &json!([{ "name": "甲" }]))
    );
}

#[test]
fn an_official_text_stands_for_itself() {
    for (authority, value) in
        [("official", "Official"), ("authentic", "Definitive"), ("unofficial", "Unofficial")]
    {
        let text = OFFICIAL.replace("kind: ", &format!("authority: {authority}\nkind: "));
        let site = Site::new(&[("content/a/index.md", &text)]);
        site.write("book.toml", format!("{BOOK}[site]\nsymbol-url = \"https://docs.un.org/{{symbol}}\"\n"));
        built(&site);
        let described = described(&site, "a/index.html");
        assert_eq!(
            described["encoding"][0]["legislationLegalValue"],
            format!("https://schema.org/{value}LegalValue")
        );
        let is_rendered = authority == "unofficial";
        assert_eq!(described["isBasedOn"].is_string(), is_rendered, "{authority}");
        // Of its own text the body is the publisher.
        let publisher = json!([{ "@type": "Organization", "name": "人权理事会" }]);
        assert_eq!(described["publisher"] == publisher, !is_rendered, "{authority}");
        // No address is known, so files are named as they are seen from the page.
        assert_eq!(described["encoding"][0]["contentUrl"], "a.epub");
    }
}

#[test]
fn no_words_end_the_data_and_shared_links_have_them_too() {
    let hostile = "</script><script>alert(1)</script><!--";
    let site = Site::new(&[(
        "content/a/index.md",
        &NEWS
            .replace("消息", hostile)
            .replace("title: ", "title: '")
            .replacen("--\n", "--'\n", 2)
            .replacen("---'\n", "---\n", 1),
    )]);
    built(&site);
    assert_eq!(described(&site, "a/index.html")["name"], hostile);
    let page = site.page("a/index.html");
    assert!(!page.contains("<script>"), "{page}");
    for line in [
        "<meta property=\"og:title\" content=\"&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--\">",
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:site_name\" content=\"决议\">",
        "<meta property=\"og:locale\" content=\"zh_CN\">",
    ] {
        assert!(page.contains(line), "{line}: {page}");
    }
}

#[test]
fn words_of_the_fallback_leave_no_mark() {
    let site = Site::copy_of("tests/sites/languages");
    built(&site);
    let easy = described(&site, "ar/ra-52-8/easy-read/index.html");
    assert_eq!(easy["inLanguage"], "ar");
    let said = easy["encoding"][0]["accessibilitySummary"].as_str().unwrap();
    assert!(said.starts_with("This book is the easy-read version"), "{said}");
    let page = site.page("ar/ra-52-8/easy-read/index.html");
    assert!(
        !page.contains(['\u{e000}', '\u{e001}']) && page.contains("og:locale\" content=\"ar_EG\""),
        "{page}"
    );
}
