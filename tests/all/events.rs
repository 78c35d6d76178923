//! Events: what their pages say, in which order they are listed, their calendars, and what is wrong in them.

mod bad_input;
mod calendar;
mod changes;
mod drafts;
mod programme;
mod recordings;
mod transcripts;

use crate::support::{Site, curbcut, places};

const EVENT: &str = "\
title: 公共服务讨论会
kind: event
summary: 大家讨论公共服务。谁都可以来。
";

/// A text of an event with these lines of front matter.
fn event(lines: &str) -> String {
    format!("---\n{EVENT}{lines}---\n\n## 为什么 {{#why}}\n\n大家来说。\n")
}

/// A site with one event.
fn site(lines: &str) -> Site {
    Site::new(&[("content/a/index.md", &event(lines))])
}

#[track_caller]
fn build(site: &Site) -> String {
    let ran = curbcut(site.root(), &["build", "--out", "public", "--today", "2026-11-30"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    site.page("a/index.html")
}

/// The words of a page without its markup.
fn words(page: &str) -> String {
    let tags = regex::Regex::new(r"<[^>]*>").unwrap();
    tags.replace_all(page, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_nobody_wrote_is_not_known_yet_and_never_left_out() {
    let page = build(&site(""));
    let terms = [
        "时间",
        "地点",
        "网上参加",
        "谁可以参加",
        "报名",
        "有问题找谁",
        "手语翻译",
        "实时字幕",
        "易读材料",
        "轮椅通道",
        "助听感应线圈",
        "安静的房间",
        "协助人员",
        "陪同人员的座位",
        "交通",
        "吃的和喝的",
        "费用",
        "少了什么，怎么办",
    ];
    let words = words(&page);
    for term in terms {
        assert!(words.contains(&format!("{term} 还不知道")), "{term}: {words}");
    }
    assert!(!page.contains(".ics"), "nobody knows when it is");
}

#[test]
fn what_is_known_is_said_in_words() {
    let page = build(&site(
        "start: 2026-09-14T10:00\nend: 2026-09-14T18:00\ntime-zone: Europe/Zurich\nform: on-site\nregister: false\naccess:\n  \
         sign-languages: [csl, ils, ygs]\n  captions: false\n  easy-read: true\n  wheelchair: false\n  cost: 20 元\n",
    ));
    let words = words(&page);
    for said in [
        "时间 2026 年 9 月 14 日（星期一） 10:00 至 18:00 苏黎世时间（UTC+2）",
        "网上参加 不能在网上参加",
        "报名 不用报名",
        "手语翻译 中国手语 国际手语 Yolŋu Sign Language",
        "实时字幕 没有",
        "易读材料 有",
        "轮椅通道 没有",
        "费用 20 元",
        "这个活动已经结束。",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(page.contains("<dd lang=\"en\">Yolŋu Sign Language</dd>"), "{page}");
    for property in [
        r#""startDate":"2026-09-14T10:00+02:00""#,
        r#""endDate":"2026-09-14T18:00+02:00""#,
        r#""eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode""#,
    ] {
        assert!(page.contains(property), "{property}: {page}");
    }
}

#[test]
fn a_translation_has_the_facts_of_the_main_language_and_words_of_its_own() {
    let site = site(
        "start: 2026-09-14T10:00\ntime-zone: Asia/Shanghai\nplace: {name: 会议室, address: 中街 5 号, map: \"https://example.org/map\"}\n\
         for-whom: 所有人\naccess: {wheelchair: true, food: 有水, cost: 不要钱}\nprogramme:\n  - {at: \"10:00\", title: 开始, speakers: 主持人}\n  \
         - {at: \"10:30\", title: 大家发言}\n",
    );
    site.write(
        "content/a/index.en.md",
        "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\nplace: {name: Meeting room}\naccess: {food: Water}\n\
         programme:\n  - {at: \"10:00\", title: Beginning, speakers: Chair}\n---\n\n## Why {#why}\n\nPeople speak.\n",
    );
    build(&site);
    let page = site.page("en/a/index.html");
    let words = words(&page);
    for said in [
        "When Monday, 14 September 2026, 10:00 Beijing time (UTC+8)",
        "Where Meeting room 中街 5 号 See a map",
        "Who it is for 所有人",
        "Wheelchair access Yes",
        "Food and drink Water",
        "Cost 不要钱",
        "10:00 Beginning Chair 10:30 大家发言",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    for foreign in ["中街 5 号", "所有人", "不要钱"] {
        assert!(page.contains(&format!("<dd lang=\"zh-Hans\">{foreign}</dd>")), "{foreign}");
    }
    assert!(page.contains("<div lang=\"zh-Hans\"><p>大家发言</p>"), "{page}");
}

#[test]
fn lists_have_events_to_come_first_and_past_ones_last() {
    let site = Site::new(&[("content/s/_index.md", "---\ntitle: 活动\n---\n")]);
    for (name, day) in [
        ("old", "2025-01-01"),
        ("last", "2026-11-29"),
        ("today", "2026-11-30"),
        ("next", "2027-05-01"),
        ("soon", "2026-12-01"),
    ] {
        site.write(
            &format!("content/s/{name}/index.md"),
            event(&format!("start: {day}\n")).replace("公共服务讨论会", name),
        );
    }
    site.write(
        "content/s/text/index.md",
        "---\ntitle: 文章\nsummary: 一篇文章。讲一件事。\ndate: 2026-11-01\n---\n\n正文。\n",
    );
    let order = |today: &str| {
        let ran = curbcut(site.root(), &["build", "--out", "public", "--today", today]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let page = site.page("s/index.html");
        let heads =
            regex::Regex::new(r#"<h2 id="[^"]*">([^<]*)</h2>|<h3><a href="[^"]*">([^<]*)</a></h3>"#).unwrap();
        let found = heads
            .captures_iter(&page)
            .map(|found| found.get(1).or(found.get(2)).unwrap().as_str().to_owned());
        found.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order("2026-11-30"), "将要举行的活动 today soon next 文件 文章 已经结束的活动 last old");
    assert_eq!(order("2026-12-02"), "将要举行的活动 next 文件 文章 已经结束的活动 soon today last old");
}

#[test]
fn what_came_before_and_after_an_event_is_linked_both_ways() {
    let site = site(
        "start: 2026-09-14\nreport: ../report/index.md\nseries: ../series/index.md\nfollows: ../jue/index.md#op-1\n",
    );
    site.write(
        "content/report/index.md",
        "---\ntitle: 会后报告\nkind: report\nsummary: 说了什么。有什么建议。\n---\n\n正文。\n",
    );
    site.write(
        "content/series/index.md",
        "---\ntitle: 系列讨论会\nsummary: 一年一次。谁都可以来。\n---\n\n正文。\n",
    );
    site.write(
        "content/jue/index.md",
        "---\ntitle: 决议\nkind: resolution\nsymbol: A/RES/1\nsummary: 决定开会。请各国来。\n---\n\n大会，\n\n1. 决定开会。\n",
    );
    let page = build(&site);
    assert!(page.contains(r#"<a href="../jue/index.html#op-1">A/RES/1、第 1 段</a>"#), "{page}");
    assert!(
        page.contains(r#"<a href="../report/index.html">会后报告</a>"#)
            && page.contains(r#"<a href="../series/index.html">系列讨论会</a>"#)
    );
    assert!(
        words(&site.page("report/index.html"))
            .contains("这份文件来自这个活动 公共服务讨论会 2026 年 9 月 14 日（星期一）")
    );
    let series = site.page("series/index.html");
    assert!(
        words(&series).contains("这个系列的活动 公共服务讨论会 2026 年 9 月 14 日（星期一） 会后报告"),
        "{series}"
    );
    assert!(words(&site.page("jue/index.html")).contains("按这份文件的要求办的活动 公共服务讨论会"));
}

#[test]
fn books_and_plain_texts_say_what_the_page_says() {
    let site = site(
        "start: 2026-09-14T10:00\ntime-zone: Asia/Shanghai\naccess: {cost: 不要钱}\nprogramme:\n  - {at: \"10:15\", title: 大家发言}\n",
    );
    build(&site);
    let text = site.page("a/a.txt");
    for said in [
        "能不能参加，怎么参加",
        "2026 年 9 月 14 日（星期一） 10:00、北京时间（UTC+8）",
        "轮椅通道：还不知道",
        "费用：不要钱",
        "10:15 大家发言",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// What `check` finds in the only event of a site.
fn found(lines: &str) -> Vec<String> {
    let site = site(lines);
    let (library, mut findings) = crate::support::library(site.root());
    findings.extend(curbcut::check::check(&library));
    places(&findings)
        .into_iter()
        .filter(|place| place.contains("event/") || place.contains("front-matter/"))
        .collect()
}
