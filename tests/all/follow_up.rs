//! Who must do what by when: the tasks of the five resolutions against a list made by hand, what pages and calendars say of them, and what
//! is wrong with what people write of them.

mod calendar;
mod deadlines;
mod entries;
mod page;
mod who;

use curbcut::follow_up::outcome;
use curbcut::library::Drafts;
use curbcut::site;

use crate::support::{NO_ADDRESS, Site, curbcut};

/// A line of the list without its task, and the first and last words of that.
fn parts(line: &str) -> (String, Vec<&str>) {
    let mut parts: Vec<&str> = line.split(" | ").collect();
    let what = parts.remove(3);
    (parts.join(" | "), what.split(" … ").collect())
}

#[test]
fn every_task_of_the_five_resolutions_is_found_and_none_is_invented() {
    let (library, _) = site::read(Site::own().root(), Drafts::Skip).unwrap();
    let library = library.unwrap();
    let mut tasks = 0;
    let mut wrong = Vec::new();
    for section in include_str!("follow_up/tasks.txt").split("\n## ").skip(1) {
        let mut lines = section.lines().filter(|line| !line.trim().is_empty());
        let slug = lines.next().unwrap();
        let lang = &library.config.language;
        let text = &library.work(slug, lang).unwrap_or_else(|| panic!("{slug}")).official;
        let found = outcome(text, library.language(lang).patterns());
        let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
        for line in lines {
            tasks += 1;
            let (wanted, words) = parts(line);
            let is_it = |found: &&str| {
                let (said, what) = parts(found);
                let what = what.concat();
                said == wanted && what.starts_with(words[0]) && what.ends_with(words[words.len() - 1])
            };
            match found.iter().position(is_it) {
                Some(at) => _ = found.remove(at),
                None => wrong.push(format!("{slug} lacks {line}")),
            }
        }
        wrong.extend(found.iter().map(|found| format!("{slug} has {found}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(tasks, 78);
}

const RESOLUTION: &str = "---\nkind: resolution\ntitle: 好的治理\nsummary: 决议请人做事。它有两段。\nbody: 人权理事会\n\
    symbol: A/HRC/RES/52/8\nnumber: 52/8\ndate: 2023-04-03\n\
    session: {name: 第五十二届会议, start: 2023-02-27, end: 2023-04-04}\n---\n\n人权理事会，\n\n";

/// A site with one resolution, and what people say of its tasks.
fn site(paragraphs: &str, follow_up: &str) -> Site {
    let site = Site::new(&[]);
    site.write("content/a/index.md", format!("{RESOLUTION}{paragraphs}\n"));
    if !follow_up.is_empty() {
        site.write("content/a/follow-up.yaml", follow_up);
    }
    site
}

const ENGLISH: &str = "---\nkind: resolution\ntitle: Good governance\nsummary: A resolution asks for things.\nbody: Human Rights Council\n\
    symbol: A/HRC/RES/52/8\nnumber: 52/8\ndate: 2023-04-03\n\
    session: {name: Fifty-second session, start: 2023-02-27, end: 2023-04-04}\n---\n\nThe Human Rights Council,\n\n";

/// The same in English.
fn english(paragraphs: &str) -> Site {
    let site = Site::new(&[]);
    site.write(
        "book.toml",
        format!("[book]\ntitle = \"Resolutions\"\nlanguage = \"en\"\n\n[check.allow]\n{NO_ADDRESS}"),
    );
    site.write("content/a/index.md", format!("{ENGLISH}{paragraphs}\n"));
    site
}

const REPORT: &str = "1. 请秘书长编写一份报告，提交人权理事会第五十三届会议；\n\n2. 鼓励各国合作。";

/// The page of the site, judged on a day.
fn built_on(site: &Site, today: &str) -> (String, String) {
    let ran = curbcut(site.root(), &["build", "--today", today]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    (site.page("follow-up/index.html"), ran.out)
}

#[test]
fn a_deadline_is_judged_on_the_day_that_is_given() {
    let overdue = "期限已经过了。我们还没有找到做完的记录。";
    // The fifty-third session ended on 14 July 2023.
    let site = site(REPORT, "");
    let (page, said) = built_on(&site, "2023-07-14");
    assert!(!page.contains(overdue), "{page}");
    assert!(said.contains("Deadlines and consents are judged on 2023-07-14."), "{said}");
    assert!(
        page.contains(
            "2023\u{a0}年\u{a0}6\u{a0}月\u{a0}19\u{a0}日至\u{a0}2023\u{a0}年\u{a0}7\u{a0}月\u{a0}14\u{a0}日"
        ),
        "{page}"
    );
    assert!(built_on(&site, "2023-07-15").0.contains(overdue));
    let ran = curbcut(site.root(), &["build", "--today", "昨天"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn a_session_whose_days_nobody_printed_is_over_when_a_later_one_began() {
    let site = site(
        "1. 请秘书长编写一份报告，提交人权理事会第五十五届会议；\n\n2. 请秘书长在人权理事会第六十届会议之前写信。",
        "",
    );
    let (page, _) = built_on(&site, "2024-09-08");
    assert!(!page.contains("期限已经过了。"), "{page}");
    assert!(
        page.contains("这一届会议在\u{a0}2024\u{a0}年\u{a0}9\u{a0}月\u{a0}9\u{a0}日以前已经开完"),
        "{page}"
    );
    assert!(page.contains("我们不知道这一届会议哪天开"), "{page}");
    let (page, _) = built_on(&site, "2024-09-09");
    assert_eq!(page.matches("期限已经过了。").count(), 1, "{page}");
    // No day is known, so there is no calendar.
    assert!(!page.contains("follow-up.ics") && !site.root().join("public/follow-up/follow-up.ics").exists());
}

#[test]
fn what_people_say_of_a_task_is_on_both_pages_in_all_its_words() {
    let site = site(
        REPORT,
        "- paragraph: op-1\n  who: 秘书长\n  due: {session: A/HRC/54, when: before}\n  confirmed: {date: 2023-05-01, by: 编写组}\n  \
         status: done\n  document: {symbol: A/HRC/53/9, link: \"https://docs.un.org/A/HRC/53/9\", date: 2023-06-01, by: 王小明}\n  \
         note: 报告有中文版。\n- paragraph: op-2\n  status: no-task\n  note: 这只是希望。\n",
    );
    let (page, _) = built_on(&site, "2026-11-30");
    for page in [page, site.page("a/index.html")] {
        for words in [
            "做完了。",
            "<a href=\"https://docs.un.org/A/HRC/53/9\">文件：A/HRC/53/9</a>",
            "王小明 2023 年 6 月 1 日查到",
            "编写组 2023 年 5 月 1 日检查过",
            "报告有中文版。",
            "这只是希望。",
            "有人看过了：这里没有请谁做事。",
            "表里的每一件事都有人检查过",
            "人权理事会第\u{a0}54\u{a0}届会议以前",
            "最后一天：2023\u{a0}年\u{a0}9\u{a0}月\u{a0}10\u{a0}日",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
    let calendar = site.page("follow-up/follow-up.ics");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20230910\r\nDTEND;VALUE=DATE:20230911\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTAMP:20230601T000000Z\r\n"), "{calendar}");
}

#[test]
fn a_task_that_the_patterns_do_not_find_is_added_in_words_of_the_text() {
    let paragraphs = "1. 强调国家元首要公布预算；\n\n2. 鼓励各国合作。";
    let site = site(paragraphs, "- paragraph: op-1\n  who: 国家元首\n  what: 公布预算\n");
    let (page, _) = built_on(&site, "2026-11-30");
    assert!(page.contains("公布预算") && page.contains("电脑没有找到这一条，是人加上的。"), "{page}");
}

#[test]
fn a_site_without_tasks_has_no_page_and_no_link() {
    let site = site("1. 重申人人有权参加。", "");
    assert!(site.build().report.is_some());
    assert!(!site.root().join("public/follow-up").exists());
    let page = site.page("a/index.html");
    assert!(!page.contains("follow-up") && !page.contains("op-tasks"), "{page}");
}
