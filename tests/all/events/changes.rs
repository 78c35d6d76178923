//! What becomes of an event after it was announced: it is cancelled, postponed, moves online, or takes place at another time.

use super::{build, event, site, words};
use crate::support::{Site, curbcut};

const ENGLISH: &str =
    "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\n---\n\nWords.\n";

const BOOK: &str =
    "[book]\ntitle = \"书\"\nlanguage = \"zh-Hans\"\n\n[site]\nbase-url = \"https://example.org/\"\n";

fn with_status(status: &str) -> Site {
    let lines = format!(
        "status: {status}\nstart: 2026-12-14T10:00\ntime-zone: Asia/Shanghai\nregister: {{at: \"https://example.org/r\"}}\nseries: ../_index.md\n"
    );
    Site::new(&[
        ("book.toml", BOOK),
        ("content/s/_index.md", "---\ntitle: 系列\n---\n"),
        ("content/s/_index.en.md", "---\ntitle: Series\n---\n"),
        ("content/s/a/index.md", &event(&lines)),
        ("content/s/a/index.en.md", ENGLISH),
        (
            "content/s/a/easy-read.md",
            "---\ntitle: 讨论会\nabout: 这是一个讨论会。\n---\n\n讨论会上午十点开始。\n",
        ),
    ])
}

fn built(site: &Site, today: &str) {
    let ran = curbcut(site.root(), &["build", "--out", "public", "--today", today]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn what_became_of_an_event_is_said_first_wherever_it_stands() {
    for (status, zh, en, short, schema, is_off) in [
        ("cancelled", "这个活动取消了。", "This event is cancelled.", "取消了", "EventCancelled", true),
        ("postponed", "这个活动推迟了。", "This event is postponed.", "推迟了", "EventPostponed", true),
        (
            "moved-online",
            "这个活动改到网上举行。",
            "This event now takes place online.",
            "改到网上",
            "EventMovedOnline",
            false,
        ),
    ] {
        let site = with_status(status);
        built(&site, "2026-11-30");
        let (page, english) = (site.page("s/a/index.html"), site.page("en/s/a/index.html"));
        let first = |page: &str, said: &str, then: &str| {
            let (at, after) = (page.find(said).unwrap(), page.find(then).unwrap());
            assert!(at < after, "{said}: {page}");
        };
        first(&page, &format!("<p>{zh}"), "class=\"versions\"");
        first(&english, &format!("<p>{en}"), "id=\"event\"");
        first(&site.page("s/a/easy-read/index.html"), &format!("<p>{zh}"), "class=\"about\"");
        first(&site.page("s/a/a.txt"), zh, "能不能参加");
        assert_eq!(page.contains("在这里报名"), !is_off, "{page}");
        assert_eq!(page.contains("<dt>报名</dt>"), !is_off, "{page}");
        assert_eq!(page.contains("<dt>网上参加</dt>"), !is_off, "{page}");
        assert_eq!(page.contains("a.ics"), !is_off, "{page}");
        assert!(page.contains(&format!("\"eventStatus\":\"https://schema.org/{schema}\"")), "{page}");
        for list in ["index.html", "s/index.html"] {
            assert!(site.page(list).contains(&format!("<b>{short}</b>")), "{list}: {}", site.page(list));
        }
        let calendar = site.page("s/a/a.ics");
        assert_eq!(calendar.contains("\r\nSTATUS:CANCELLED\r\n"), is_off, "{calendar}");
        assert!(
            calendar.contains(&format!("SUMMARY;LANGUAGE=zh-Hans:{short}：公共服务讨论会\r\n"))
                && calendar.contains(&format!("DESCRIPTION;LANGUAGE=zh-Hans:{zh}")),
            "{calendar}"
        );
    }
    let page = build(&site("start: 2026-12-14\nregister: {until: 2026-12-01}\n"));
    assert!(
        page.contains("<time datetime=\"2026-12-01\">最晚 2026 年 12 月 1 日（星期二）</time>"),
        "{page}"
    );
    assert!(!page.contains("eventStatus") && !page.contains("<div class=\"standing\">"), "{page}");
}

#[test]
fn what_did_not_take_place_is_not_over() {
    for (status, is_over) in [("cancelled", false), ("postponed", false), ("moved-online", true)] {
        let site = with_status(status);
        built(&site, "2027-01-31");
        assert_eq!(site.page("s/a/index.html").contains("这个活动已经结束。"), is_over, "{status}");
    }
    // What is postponed is still to come, whatever day it was to be.
    let site = with_status("postponed");
    built(&site, "2027-01-31");
    assert!(site.page("s/index.html").contains("将要举行的活动"));
}

#[test]
fn an_event_that_moved_online_is_not_on_site() {
    let finds = |lines: &str, wanted: &[&str]| {
        let wanted: Vec<String> = wanted.iter().map(|place| format!("content/a/index.md:{place}")).collect();
        assert_eq!(super::found(lines), wanted, "{lines}");
    };
    finds("status: moved-online\nform: on-site\n", &["6:1 event/link"]);
    finds("status: moved-online\nform: online\nonline: https://example.org/\n", &[]);
    finds("status: canceled\n", &["5:9 front-matter/wrong-value"]);
}

#[test]
fn an_easy_read_version_is_compared_again_when_a_fact_changes_in_any_file() {
    let zh = event("start: 2026-12-14T10:00\ntime-zone: Asia/Shanghai\n");
    let easy = "---\ntitle: A discussion\nabout: It is a discussion.\n---\n\nThe discussion begins at ten.\n";
    let site = Site::new(&[
        ("content/a/index.md", &zh),
        ("content/a/index.en.md", ENGLISH),
        ("content/a/easy-read.en.md", easy),
    ]);
    let reading =
        ["review", "content/a/easy-read.en.md", "--role", "reader", "--readers", "2", "--consent", "none"];
    let ran = curbcut(site.root(), &[&reading[..], &["--date", "2026-11-20"]].concat());
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let stale = || {
        built(&site, "2026-11-30");
        let found = curbcut(site.root(), &["check", "--today", "2026-11-30"]).out.contains("easy-read/stale");
        (found, words(&site.page("en/a/easy-read/index.html")).contains("what is said of the event"))
    };
    assert_eq!(stale(), (false, false));
    // The words of another language are no fact.
    site.write("content/a/index.md", zh.replace("大家来说", "大家来讲"));
    assert_eq!(stale(), (false, false));
    site.write("content/a/index.md", zh.replace("T10:00", "T14:00"));
    assert_eq!(stale(), (true, true));
    site.write("content/a/index.md", zh.replace("start:", "status: cancelled\nstart:"));
    assert_eq!(stale(), (true, true));
    site.write("content/a/index.md", zh);
    site.write("content/a/index.en.md", ENGLISH.replace("summary:", "for-whom: Children alone\nsummary:"));
    assert_eq!(stale(), (true, true));
}

#[test]
fn nobody_is_sent_to_what_is_over_or_does_not_take_place() {
    let lines = "form: hybrid\nstart: 2026-12-14\nplace: {name: 会议室}\nonline: https://example.org/join\n";
    let site = Site::new(&[("content/a/index.md", &event(lines))]);
    for (day, is_over) in [("2026-12-01", false), ("2027-01-31", true)] {
        built(&site, day);
        let (page, calendar) = (site.page("a/index.html"), site.page("a/a.ics"));
        assert_eq!(page.contains("href=\"https://example.org/join\""), !is_over, "{page}");
        assert_eq!(page.contains("活动已经结束，不能再在网上参加"), is_over, "{page}");
        assert_eq!(calendar.contains("https://example.org/join"), !is_over, "{calendar}");
        assert!(calendar.contains("\r\nLOCATION:会议室"), "{calendar}");
    }
    let site = Site::new(&[("content/a/index.md", &event(&format!("status: cancelled\n{lines}")))]);
    built(&site, "2026-12-01");
    let calendar = site.page("a/a.ics");
    assert!(calendar.contains("STATUS:CANCELLED") && !calendar.contains("LOCATION"), "{calendar}");
}
