//! What entries offer and ask for, and who can help whom.

use std::fmt::Write as _;

use super::{SHAPE, add, entry, site};
use crate::support::{Site, curbcut};

const NEEDS: &str = "needs:\n  easy-read: { zh: 制作易读版, en: Making easy-read versions }\n  report: { zh: 编写报告, en: Writing reports }\n";

/// A collection in which entries may offer and ask for something.
fn with_needs() -> Site {
    let site = site();
    site.write("content/库/collection.yaml", [SHAPE, NEEDS].concat());
    site
}

/// The lines of an offer or a request.
fn notice(key: &str, more: &str) -> String {
    format!(
        "{key}:\n  - need: easy-read\n    contact: {{ role: {{ zh: 协调员, en: Coordinator }}, mail: office@example.org }}\n{more}"
    )
}

/// An entry with a title and such lines.
fn add_notice(site: &Site, folder: &str, title: &str, key: &str, more: &str) {
    add(site, folder, &entry(&notice(key, more)).replace("法律援助热线", title));
}

fn build(site: &Site) {
    let ran = curbcut(site.root(), &["build", "--today", "2026-11-30"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

/// The titles of what fits, in their order, under each heading of a notice with the title of its entry.
fn named(page: &str, title: &str) -> Vec<String> {
    let start =
        page.find(&format!("\">{title}</a></h4>\n<dl>")).unwrap_or_else(|| panic!("{title} in {page}"));
    let of_notice = page[start..]
        .split("<div class=\"match-notice\"")
        .next()
        .unwrap()
        .split("</section>")
        .next()
        .unwrap();
    let after = |piece: &str| piece.split_once("\">").unwrap().1.split_once("</a>").unwrap().0.to_owned();
    of_notice.split("<li>\n<p class=\"alone\"><a href=").skip(1).map(after).collect()
}

#[test]
fn the_best_offers_stand_first_and_each_says_why() {
    let site = with_needs();
    add_notice(
        &site,
        "asks",
        "求助",
        "requests",
        "    languages: [zh, en]\n    region: VN\n    period: 2026-06/2027-05\n",
    );
    add_notice(&site, "far", "远方", "offers", "    languages: [en]\n    region: FJ\n    period: 2027\n");
    add_notice(
        &site,
        "near",
        "近处",
        "offers",
        "    languages: [zh-Hans, en]\n    region: 035\n    period: 2027\n",
    );
    add_notice(&site, "silent", "沉默", "offers", "");
    add_notice(&site, "over", "过期", "offers", "    languages: [en]\n    period: 2025/2026-10\n");
    add_notice(&site, "other", "越语", "offers", "    languages: [vi]\n");
    build(&site);
    let page = site.page("库/match/index.html");
    assert_eq!(named(&page, "求助"), ["近处", "远方", "沉默"]);
    for (title, fits) in [("近处", true), ("远方", true), ("沉默", true), ("越语", false)] {
        assert_eq!(named(&page, title), if fits { vec!["求助"] } else { vec![] }, "{title}");
    }
    assert!(!page.contains("过期</a>") && page.contains("还有 1 个时间已经过了，不再列出。"), "{page}");
    for reason in [
        "两边都写了“制作易读版”。",
        "两边都用中文、英语。",
        "时间碰得上：2027\u{a0}年\u{a0}1\u{a0}月至\u{a0}2027\u{a0}年\u{a0}5\u{a0}月。",
        "越南在东南亚里面。",
        "地区不一样：要人帮忙的在越南，能帮忙的在斐济。",
        "能帮忙的没有写用什么语言。",
        "能帮忙的没有写时间。",
        "能帮忙的没有写地区。",
        "现在还没有合适的。",
    ] {
        assert!(page.contains(&format!(">{reason}")), "{reason} in {page}");
    }
    // The page of the collection leads there, that of an entry has its own.
    assert!(site.page("库/index.html").contains("<a href=\"match/index.html\">谁能帮谁</a>"));
    let own = site.page("库/asks/index.html");
    assert!(
        own.contains("要人帮忙：<span>制作易读版</span></h3>") && own.contains("../near/index.html"),
        "{own}"
    );
    assert!(site.page("库/over/index.html").contains("时间已经过了，不再找合适的。"));
    assert!(!site.page("库/good/index.html").contains("op-match"));
    let page = site.page("库/match/index.html");
    assert!(page.contains("<li><a href=\"../index.html\">资料库</a></li>"), "{page}");
}

#[test]
fn each_language_has_a_page_in_its_own_words() {
    let site = with_needs();
    site.write("content/库/_index.en.md", "---\ntitle: Repository\nsummary: What States did.\n---\n");
    let english = |folder: &str, title: &str| {
        let text = format!(
            "---\ntitle: {title}\nkind: entry\nsummary: People can call and ask. It is free.\n---\n\nIt is open.\n"
        );
        site.write(&format!("content/库/{folder}/index.en.md"), text);
    };
    add_notice(&site, "asks", "求助", "requests", "    languages: [fr, eo]\n    note: { zh: 请用大字。 }\n");
    add_notice(&site, "gives", "帮忙", "offers", "    languages: [fr, eo]\n");
    add_notice(&site, "only-chinese", "只有中文", "offers", "    languages: [fr]\n");
    english("asks", "Asks");
    english("gives", "Gives");
    build(&site);
    let page = site.page("en/库/match/index.html");
    assert_eq!(named(&page, "Asks"), ["Gives"]);
    for words in [
        "Both name “Making easy-read versions”.",
        "Both use French, Esperanto.",
        "Neither says when.",
        "<p lang=\"zh-Hans\">请用大字。</p>",
        "hreflang=\"zh-Hans\" href=\"../../../库/match/index.html\"",
    ] {
        let encoded = words.replace('库', "%E5%BA%93");
        assert!(page.contains(&encoded), "{words} in {page}");
    }
    assert_eq!(named(&site.page("库/match/index.html"), "求助").len(), 2);
}

#[test]
fn what_is_wrong_with_an_offer_is_told_where_it_stands() {
    let site = with_needs();
    let right = "offers:\n  - need: easy-read\n    languages: [zh, en]\n    region: VN\n    period: 2026\n    contact: { role: 协调员, mail: office@example.org }\n    note: 请用大字。\n";
    for (from, to, expected) in [
        (
            "need: easy-read",
            "need: esy-read",
            "13:11 collection/wrong-value “esy-read” is not in the list; did you mean “easy-read”?",
        ),
        (
            "[zh, en]",
            "[zh, 英文]",
            "14:21 collection/wrong-value “英文” is not a language tag, such as zh-Hans, en or vi",
        ),
        ("[zh, en]", "[zh, zh]", "14:21 collection/wrong-value “zh” stands here a second time"),
        (
            "region: VN",
            "region: Vietnam",
            "15:13 collection/wrong-value “Vietnam” is no code of a region or State",
        ),
        (
            "period: 2026",
            "period: 2026/2025",
            "16:13 collection/wrong-value “2026/2025” ends before it begins",
        ),
        (
            "mail: office@example.org",
            "mail: 办公室",
            "collection/wrong-value “办公室” is no address of mail, such as office@example.org",
        ),
        ("role: 协调员, ", "", "collection/wrong-value “role” is missing in “contact”"),
        (
            "role: 协调员",
            "role: 协调员, name: 张三",
            "collection/wrong-value “name” is not a key of “contact”",
        ),
        ("  - need: easy-read\n    languages", "  - languages", "collection/wrong-value “need” is missing"),
        (
            "    note: 请用大字。\n",
            "    noet: 请用大字。\n",
            "18:5 collection/wrong-value “noet” is not a key of",
        ),
        ("note: 请用大字。", "note: ''", "collection/wrong-value words are missing here"),
    ] {
        assert_eq!(right.matches(from).count(), 1, "{from}");
        add(&site, "good", &entry(&right.replace(from, to)));
        let told = super::shape::told(&site, "content/库/good/index.md");
        assert!(told.len() == 1 && told[0].contains(expected), "{expected}\n{told:#?}");
    }
    // Each of several is told.
    add(
        &site,
        "good",
        &entry(&right.replace("easy-read", "esy-read").replace("note:", "noet:").replace(
            "offers:\n",
            "offers:\n  - need: x\n    contact: { role: 协调员, mail: office@example.org }\n",
        )),
    );
    assert_eq!(super::shape::told(&site, "content/库/good/index.md").len(), 2);
    // One too many, and more mistakes than are told.
    let contact = "contact: { role: 协调员, mail: office@example.org }";
    let many = |need: &str, count: usize| {
        format!("offers:\n{}", format!("  - {{ need: {need}, {contact} }}\n").repeat(count))
    };
    add(&site, "good", &entry(&many("easy-read", 100)));
    assert!(super::shape::told(&site, "content/库/good/index.md").is_empty());
    add(&site, "good", &entry(&many("easy-read", 103)));
    let told = super::shape::told(&site, "content/库/good/index.md");
    assert!(
        told.len() == 1
            && told[0].starts_with("113:5 collection/wrong-value an entry has 100 “offers” at most"),
        "{told:#?}"
    );
    add(&site, "good", &entry(&many("x", 90)));
    assert_eq!(super::shape::told(&site, "content/库/good/index.md").len(), 20);
    // In the file of another language, and in a collection without the list.
    add(&site, "good", &entry(right));
    let english = format!(
        "---\ntitle: Legal aid line\nsummary: People can call. It is free.\nkind: entry\n{right}---\n\nIt is open each day.\n"
    );
    site.write("content/库/good/index.en.md", english);
    let told = super::shape::told(&site, "content/库/good/index.en.md");
    assert!(
        told[0].starts_with("5:1 collection/facts-elsewhere “offers” is the same in every language"),
        "{told:#?}"
    );
    std::fs::remove_file(site.root().join("content/库/good/index.en.md")).unwrap();
    site.write("content/库/collection.yaml", SHAPE);
    let told = super::shape::told(&site, "content/库/good/index.md");
    assert!(
        told[0].starts_with("12:1 collection/no-needs “offers” needs the list of what there may be"),
        "{told:#?}"
    );
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("Making easy-read versions}}” in content/库/collection.yaml."), "{}", ran.out);
    // Outside of a collection it is no key.
    let outside = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 通知\nsummary: 有一个会。请来参加。\nkind: entry\noffers: []\n---\n\n会在五点开。\n",
    )]);
    assert!(
        super::shape::told(&outside, "content/a/index.md")[0]
            .starts_with("5:1 front-matter/unknown-key “offers”")
    );
}

#[test]
fn nothing_is_matched_of_what_nobody_agreed_to() {
    let site = with_needs();
    add_notice(&site, "asks", "求助", "requests", "    languages: [zh]\n");
    let none = [
        "",
        "consent:\n  - by: VN\n    date: 2025-03-02\n    scope: none\n",
        "consent:\n  - by: VN\n    date: 2025-03-02\n    scope: aggregate\n",
        "consent:\n  - by: VN\n    date: 2025-03-02\n    scope: public\n    until: 2026-01-31\n",
    ];
    for (number, consent) in none.iter().enumerate() {
        let lines = notice("offers", "    languages: [zh]\n    note: 金丝雀可以帮忙。\n")
            .replace("协调员", "金丝雀")
            .replace("office", "canary");
        let text = entry(&lines).replace("法律援助热线", "金丝雀");
        let text = text.replace("consent:\n  - by: VN\n    date: 2025-03-02\n    scope: public\n", consent);
        add(&site, &format!("hidden-{number}"), &text);
    }
    build(&site);
    for page in ["库/match/index.html", "库/asks/index.html", "库/index.html", "库/hidden-3/index.html"] {
        let page = site.page(page);
        assert!(!page.contains("金丝雀") && !page.contains("canary"), "{page}");
    }
    assert!(site.page("库/match/index.html").contains("现在没有人写能帮忙。"));
    // A mistake in one of them is told without its words.
    site.replace("content/库/hidden-0/index.md", "need: easy-read", "need: 金丝雀");
    let ran = curbcut(site.root(), &["check"]);
    assert!(
        ran.code == 1 && ran.out.contains("collection/wrong-value") && !ran.out.contains("金丝雀"),
        "{}",
        ran.out
    );
}

#[test]
fn a_long_list_of_offers_stands_on_several_pages_and_names_the_best() {
    let site = with_needs();
    add_notice(&site, "asks", "求助", "requests", "    languages: [zh]\n    period: 2027\n");
    for number in 0..60 {
        let more = format!("    languages: [zh]\n    period: 2026-12-{:02}/..\n", 1 + number % 28);
        add_notice(&site, &format!("o-{number:02}"), &format!("第 {number:02} 条"), "offers", &more);
    }
    build(&site);
    let first = site.page("库/match/index.html");
    let best: Vec<String> = [0, 28, 56, 1, 29].iter().map(|number| format!("第 {number:02} 条")).collect();
    assert_eq!(named(&first, "求助"), best);
    assert!(first.contains("能帮忙的有 60 个：") && first.contains("还有 55 个也合适。"), "{first}");
    assert!(first.contains("<a href=\"list/2/index.html\">第 2 页</a>"));
    assert!(site.page("库/match/list/2/index.html").contains("谁能帮谁（第 2 页）"));
    // A folder of an author that would stand there.
    add(&site, "match", &entry(""));
    add(&site, "by/theme/access", &entry(""));
    let told = |path: &str| super::shape::told(&site, path).concat();
    for folder in ["match", "by/theme/access"] {
        let told = told(&format!("content/库/{folder}/index.md"));
        assert!(told.contains("content/same-address the site makes a page"), "{folder}: {told}");
    }
}

/// Ten thousand offers and requests of one need stay well below what comparing each with each would take.
#[test]
fn many_offers_of_one_need_are_compared_in_groups() {
    use curbcut::collections::{Contact, Notice, Side, places};
    let languages: [&[&str]; 4] = [&["en"], &["fr", "en"], &["es"], &["zh", "en"]];
    let regions = ["VN", "FJ", "035", "202", "GH", "419", "PE", "KE"];
    let notice = |number: usize| Notice {
        side: Side::BOTH[number % 2],
        need: 0,
        languages: languages[number / 2 % 4].iter().map(|tag| tag.parse().unwrap()).collect(),
        region: places::region(regions[number / 8 % 8]),
        period: format!("2026-{:02}-{:02}/20{}", 1 + number % 12, 1 + number % 28, 27 + number % 70)
            .parse()
            .ok(),
        contact: Contact {
            role: curbcut::config::Words::Main("协调员".to_owned()),
            mail: "office@example.org".to_owned(),
        },
        note: None,
    };
    let all: Vec<Vec<Notice>> = (0..20_000).map(|number| vec![notice(number)]).collect();
    let entries: Vec<&[Notice]> = all.iter().map(Vec::as_slice).collect();
    let today = curbcut::day::Today::given("2026-11-30".parse().unwrap());
    let found = curbcut::matching::find(&entries, today);
    let mut said = String::new();
    for side in 0..2 {
        let pairs: usize = found.iter().skip(side).step_by(2).map(|found| found[0].all).sum();
        let _ = writeln!(said, "{pairs}");
    }
    let pairs: Vec<&str> = said.lines().collect();
    assert!(pairs[0] == pairs[1] && pairs[0] != "0", "{said}");
}
