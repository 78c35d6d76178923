//! Readers who find reading hard come first: cards on the home page, the most important things, a way to say what is hard,
//! the page of pictures, and what people still have to decide.

use crate::support::{BOOK, Site, curbcut, places};

const PICTURE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";
const PICTURES: &str = "report:\n  file: tu/a.svg\n  alt: {zh-Hans: 一份报告, en: A report}\n  words: {zh-Hans: [报告, 写]}\n  \
                        author: 画图的人\n  licence: CC0-1.0\nvote:\n  file: tu/b.svg\n  alt: {zh-Hans: 投票}\n  author: 画图的人\n  \
                        licence: CC0-1.0\n";
const RESOLUTION: (&str, &str) = (
    "content/a/index.md",
    "---\ntitle: 关于报告的决议\nsummary: 要写报告。\nkind: resolution\nbody: 人权理事会\n---\n\n人权理事会，\n\n回顾《宪章》，\n\n1. 请各国写报告；\n\n2. 决定继续处理此事。\n",
);
const EASY: (&str, &str) = (
    "content/a/easy-read.md",
    "---\ntitle: 写报告\nabout: 这是易读版。\n---\n\n## 最重要的事 {sums-up=op-1,pp-1}\n\n![](concept:report)\n人权理事会**请**各国写报告。\n\
     报告很重要。\n\n## 报告 {covers=op-1}\n\n人权理事会请各国写报告。\n\n## 以后 {covers=op-2}\n\n人权理事会决定以后再谈。\n",
);

fn site(settings: &str) -> Site {
    let site = Site::new(&[
        RESOLUTION,
        EASY,
        ("content/pictures.yaml", PICTURES),
        ("content/tu/a.svg", PICTURE),
        ("content/tu/b.svg", &PICTURE.replace("8z", "9z")),
    ]);
    site.write("book.toml", format!("{BOOK}{settings}"));
    site
}

fn main_of(page: &str) -> &str {
    page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0
}

#[test]
fn the_first_thing_on_the_home_page_is_a_card_of_each_easy_read_version() {
    let site = site("");
    site.write("content/b/index.md", RESOLUTION.1.replace("关于报告", "关于投票"));
    let second = "---\ntitle: 投票\nabout: 这是易读版。\n---\n\n## 投票\n\n![](concept:report)\n\n![](concept:vote)\n- 各国投票。\n";
    site.write("content/b/easy-read.md", second);
    site.build();
    let page = site.page("index.html");
    let main = main_of(&page);
    let (_, after_title) = main.split_once("</h1>\n</header>\n").unwrap();
    let card = |folder: &str, title: &str, sentence: &str, picture: &str| {
        format!(
            "<li class=\"card\">\n<h2><a href=\"{folder}/easy-read/index.html\">{title}</a></h2>\n<p>{sentence}</p>\n<img \
             src=\"tu/{picture}.svg\" alt=\"\">\n</li>\n"
        )
    };
    // Each card has a picture of its own where its version has one.
    let cards = card("a", "写报告", "人权理事会请各国写报告。", "a") + &card("b", "投票", "各国投票。", "b");
    let wanted =
        format!("<section aria-label=\"易读版\">\n<ul class=\"cards plain\">\n{cards}</ul>\n</section>\n");
    assert!(after_title.starts_with(&wanted), "{after_title}");
    assert!(main.find("id=\"documents\"") > main.find("class=\"card\""));
    std::fs::remove_file(site.root().join("content/a/easy-read.md")).unwrap();
    std::fs::remove_file(site.root().join("content/b/easy-read.md")).unwrap();
    site.build();
    assert!(!site.page("index.html").contains("card"));
}

#[test]
fn the_most_important_things_explain_nothing_and_are_stale_with_what_they_sum_up() {
    let site = site("");
    site.build();
    let official = site.page("a/index.html");
    assert!(official.contains("易读版：报告") && !official.contains("最重要的事"), "{official}");
    assert!(!curbcut(site.root(), &["check"]).out.contains("easy-read/stale"));
    let options = "review content/a/easy-read.md --role editor --readers 1 --consent none --date 2026-01-02";
    let ran = curbcut(site.root(), &options.split(' ').collect::<Vec<_>>());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let records = site.read("content/a/review.yaml");
    assert!(["pp-1:", "op-1:", "op-2:"].iter().all(|id| records.contains(id)), "{records}");
    let stale = |old: &str, new: &str| {
        site.replace("content/a/index.md", old, new);
        let found = site.build().findings;
        site.replace("content/a/index.md", new, old);
        places(&found).into_iter().filter(|found| found.ends_with("easy-read/stale")).collect::<Vec<_>>()
    };
    assert_eq!(stale("《宪章》", "《公约》"), ["content/a/easy-read.md:6:1 easy-read/stale"]);
    assert_eq!(stale("写报告；", "写计划；"), ["content/a/easy-read.md:12:1 easy-read/stale"]);
    site.replace("content/a/index.md", "写报告；", "写计划；");
    let out = curbcut(site.root(), &["check"]).out;
    assert!(out.contains("mend this one and “最重要的事”, which sums it up"), "{out}");
    site.build();
    // Readers are told in both sections.
    assert_eq!(site.page("a/easy-read/index.html").matches("这一节讲的正式文本改过").count(), 2);
}

#[test]
fn readers_can_say_what_they_do_not_understand() {
    let ask = "这里有读不懂的地方吗？";
    let silent = site("");
    silent.build();
    assert!(!silent.pages().contains(ask));
    let site = site(
        "[languages.en]\ntitle = \"Resolutions\"\ncontact = \"https://example.org/ask\"\n[site]\ncontact = \"mailto:a@example.org\"\n",
    );
    site.write("content/a/index.en.md", "---\ntitle: Report\nsummary: A report.\n---\n\nText.\n");
    site.write(
        "content/a/easy-read.en.md",
        "---\ntitle: A report\nabout: This is easy read.\n---\n\n## Report\n\nStates write reports.\n",
    );
    site.build();
    let page = site.page("a/easy-read/index.html");
    let link = format!(
        "<p class=\"ask\">{ask}<a href=\"mailto:a@example.org\" data-print=\"a@example.org\">请告诉我们</a></p>"
    );
    assert!(
        page.find(&link) > page.rfind("class=\"idea\"") && page.find(&link) < page.find("id=\"about-this\""),
        "{page}"
    );
    assert!(!site.page("a/index.html").contains(ask));
    let english = site.page("en/a/easy-read/index.html");
    assert!(english.contains("<a href=\"https://example.org/ask\" data-print=\"https://example.org/ask\">Please tell us</a></p>"), "{english}");
    assert!(site.page("en/accessibility/index.html").contains("href=\"https://example.org/ask\""));
    let text = site.page("a/a-easy-read.txt");
    assert!(text.contains("这里有读不懂的地方吗？请告诉我们：a@example.org\n"), "{text}");
    let text = site.page("en/a/a-easy-read.txt");
    assert!(text.contains("Please tell us: https://example.org/ask\n"), "{text}");
    let wrong = "[languages.en]\ntitle = \"R\"\ncontact = \"a@example.org\"\n[site]\ncontact = \"mailto:a@example.org\"\n";
    site.write("book.toml", format!("{BOOK}{wrong}"));
    assert_eq!(places(&site.build().findings), ["book.toml:6:11 config/wrong"]);
}

#[test]
fn every_picture_is_shown_with_what_it_stands_for() {
    let site = site("[languages.en]\ntitle = \"Resolutions\"\n[site]\npictures = true\n");
    site.write("content/index.en.md", "---\ntitle: Resolutions\nsummary: Some.\n---\n\nText.\n");
    site.build();
    let page = site.page("pictures/index.html");
    let main = main_of(&page);
    assert!(
        main.contains(
            "<li id=\"picture-report\">\n<img src=\"../tu/a.svg\" alt=\"\">\n<h2>一份报告</h2>\n<p>用在这些词旁边：报告、写</p>\n<p \
             class=\"aside\"><code>concept:report</code><br>\n图片：画图的人（CC0-1.0）</p>\n</li>"
        ),
        "{main}"
    );
    assert_eq!(main.matches("<img").count(), 2);
    // No text shows the second one.
    assert!(site.out().join("tu/b.svg").exists());
    let english = site.page("en/pictures/index.html");
    let own = "<h2>A report</h2>\n<p class=\"aside\">";
    assert!(english.contains(own) && english.contains("<h2 lang=\"zh-Hans\">投票</h2>"), "{english}");
    assert!(english.contains("href=\"../../pictures/index.html\""), "the language switch: {english}");
    for (page, link) in [
        ("index.html", "pictures/"),
        ("a/index.html", "../pictures/"),
        ("accessibility/index.html", "../pictures/"),
    ] {
        let page = site.page(page);
        let footer = page.split_once("<footer").unwrap().1;
        assert!(footer.contains(&format!("href=\"{link}index.html\"")), "{footer}");
    }
    assert!(main_of(&site.page("accessibility/index.html")).contains("href=\"../pictures/index.html\""));
    site.write("content/pictures/index.md", "---\ntitle: 图\nsummary: 图。\n---\n\n字。\n");
    let told = places(&site.build().findings);
    assert!(told.contains(&"content/pictures/index.md:1:1 content/same-address".to_owned()), "{told:?}");
    site.write("book.toml", BOOK);
    site.build();
    assert!(
        !site.out().join("tu/b.svg").exists() && !main_of(&site.page("pictures/index.html")).contains("<img")
    );
}

#[test]
fn the_statement_leads_to_what_people_still_have_to_decide() {
    let site = site(
        "[languages.en]\ntitle = \"Resolutions\"\n[site]\nstatement-links = [\"wen-ti\", \"mei-you\"]\n",
    );
    site.write("content/wen-ti/index.md", "---\ntitle: 还要由人决定的事\nkind: page\n---\n\n字。\n");
    site.write("content/index.en.md", "---\ntitle: Resolutions\nsummary: Some.\n---\n\nText.\n");
    let told = places(&site.build().findings);
    assert!(told.contains(&"book.toml:7:30 config/no-such-page".to_owned()), "{told:?}");
    let link = "<p class=\"alone\"><a href=\"../wen-ti/index.html\">还要由人决定的事</a></p>";
    assert!(main_of(&site.page("accessibility/index.html")).contains(link));
    let link = "<p class=\"alone\"><a href=\"../../wen-ti/index.html\" lang=\"zh-Hans\" hreflang=\"zh-Hans\">还要由人决定的事</a></p>";
    assert!(main_of(&site.page("en/accessibility/index.html")).contains(link));
    site.write("content/wen-ti/index.en.md", "---\ntitle: What people decide\nkind: page\n---\n\nText.\n");
    site.build();
    let link = "<p class=\"alone\"><a href=\"../wen-ti/index.html\">What people decide</a></p>";
    assert!(main_of(&site.page("en/accessibility/index.html")).contains(link));
}

/// The first card of the home page of a version with these words.
fn card(words: &str) -> String {
    let site = site("");
    site.write(
        "content/a/easy-read.md",
        format!("---\ntitle: 写报告\nabout: 这是易读版。\n---\n\n## 甲\n\n{words}\n"),
    );
    site.build();
    let page = site.page("index.html");
    let (_, card) = page.split_once("<li class=\"card\">").unwrap();
    let (card, _) = card.split_once("</li>").unwrap();
    card.split_once("<p>").map_or("", |(_, words)| words.split_once("</p>").unwrap().0).to_owned()
}

#[test]
fn a_card_keeps_what_is_raised_and_struck_out() {
    assert_eq!(
        card("世界有 10<sup>3</sup> 个~~不~~好人<del>坏</del>。\n他们**好**。"),
        "世界有 10<sup>3</sup> 个<del>不</del>好人<del>坏</del>。"
    );
    assert_eq!(
        card("甲<span lang=\"en\">A & B</span>说。\n<sup>2</sup>乙。"),
        "甲<span lang=\"en\">A &amp; B</span>说。"
    );
}

#[test]
fn a_card_shows_no_sentence_that_only_leads_to_the_next() {
    assert_eq!(
        card("各国要做这些事：\n- 写报告；\n- 建 10<sup>3</sup> 所学校。"),
        "建 10<sup>3</sup> 所学校。"
    );
    assert_eq!(card("各国要做这些事：\n请读**下面**的话。"), "请读下面的话。");
    assert_eq!(card("各国要做这些事：\n- 写报告\n- 建学校"), "");
}

#[test]
fn a_heading_says_the_same_wherever_it_stands() {
    let heading = "帮 10<sup>3</sup> 人 ~~不~~去 CO<sub>2</sub>";
    let shown = "帮 10<sup>3</sup> 人 <del>不</del>去 CO<sub>2</sub>";
    let site = Site::new(&[
        (
            "content/a/index.md",
            &format!(
                "---\ntitle: 正文\nsummary: 短。\n---\n\n## {heading}\n\n请各国写报告。\n\n## 二\n\n乙。\n"
            ),
        ),
        (
            "content/a/easy-read.md",
            &format!(
                "---\ntitle: 写报告\nabout: 这是易读版。\n---\n\n## {heading} {{covers=bang-103-ren-bu-qu-co2}}\n\n请写。\n\n## 二\n\n乙。\n"
            ),
        ),
    ]);
    site.build();
    let official = site.page("a/index.html");
    let id = "bang-103-ren-bu-qu-co2";
    assert!(official.contains(&format!("<h2 id=\"{id}\">{shown}</h2>")), "{official}");
    assert!(official.contains(&format!("\">{shown}</a>")), "{official}");
    assert!(official.contains(&format!("易读版：{shown}</a>")), "{official}");
    let easy = site.page("a/easy-read/index.html");
    assert_eq!(easy.matches(&format!("\">{shown}</a>")).count(), 2, "{easy}");
    let text = site.page("a/a-easy-read.txt");
    assert!(text.contains("帮 10³ 人 去 CO₂"), "{text}");
}

#[test]
fn a_language_in_the_settings_is_written_as_in_the_names_of_files() {
    let site = site("[languages.EN]\ntitle = \"Resolutions\"\n");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("the language “EN” is written “en”"), "{ran:?}");
}

#[test]
fn a_card_finds_its_sentence_in_elements_and_quotations() {
    assert_eq!(
        card("<div lang=\"en\" dir=\"ltr\">\n\nStates write. They read.\n\n</div>\n\n乙。"),
        "<span lang=\"en\" dir=\"ltr\">States write.</span>"
    );
    assert_eq!(card("<section>\n\n各国写**报告**。\n\n</section>\n\n乙。"), "各国写报告。");
    assert_eq!(card("> 各国写报告。\n\n乙。"), "各国写报告。");
    assert_eq!(
        card("<div lang=\"en\">\n\n<div>\n\n- States write.\n\n</div>\n\n</div>\n\n乙。"),
        "<span lang=\"en\">States write.</span>"
    );
}

#[test]
fn what_the_statement_cannot_lead_to_has_its_reason() {
    let settings = "[languages.en]\ntitle = \"R\"\n[site]\nstatement-links = [\"wen-ti\", \"jie\", \"gao\", \"en-only\", \"mei-you\", \"/a\"]\n";
    let site = site(settings);
    site.write("content/wen-ti/index.md", "---\ntitle: 问题\nkind: page\n---\n\n字。\n");
    site.write("content/jie/_index.md", "---\ntitle: 一节\n---\n\n字。\n");
    site.write("content/gao/index.md", "---\ntitle: 草稿\nkind: page\ndraft: true\n---\n\n字。\n");
    site.write("content/en-only/index.en.md", "---\ntitle: English\nkind: page\n---\n\nText.\n");
    let found = site.build().findings;
    let told: Vec<_> = found
        .iter()
        .filter(|finding| finding.rule == "config/no-such-page")
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "“jie” is a section: its “_index.md” lists texts, and is none",
            "every text in “gao” is a draft, which is not published",
            "“en-only” has no text in “zh-Hans”, so the statement in “zh-Hans” does not lead to it",
            "“mei-you” is the folder of no published text",
            "“/a” is no name of a folder below “content”, such as “contact”",
        ]
    );
}

#[test]
fn a_page_of_pictures_needs_their_file() {
    let site = Site::new(&[RESOLUTION]);
    site.write("book.toml", format!("{BOOK}[site]\npictures = true\n"));
    let told = places(&site.build().findings);
    let lines = BOOK.lines().count() + 2;
    assert!(told.contains(&format!("book.toml:{lines}:1 config/no-pictures")), "{told:?}");
}

#[test]
fn two_concepts_with_the_same_picture_are_a_warning() {
    let site = site("");
    site.write("content/tu/b.svg", PICTURE);
    let told = places(&site.build().findings);
    assert!(told.contains(&"content/pictures.yaml:7:1 pictures/same-picture".to_owned()), "{told:?}");
    let checked = curbcut(site.root(), &["check"]).out;
    assert!(checked.contains("the picture of “vote” is the same as that of “report”"), "{checked}");
}
