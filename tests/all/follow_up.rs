//! Who must do what by when: the tasks of the five resolutions against a list made by hand.

use curbcut::day::Today;
use curbcut::follow_up::outcome;
use curbcut::library::Drafts;
use curbcut::site;

use crate::support::{Site, curbcut, places};

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
    assert!(page.contains("2023 年 6 月 19 日至 2023 年 7 月 14 日"), "{page}");
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
    assert!(!page.contains("期限已经过了"), "{page}");
    assert!(page.contains("这一届会议在 2024 年 9 月 9 日以前已经开完"), "{page}");
    let (page, _) = built_on(&site, "2024-09-09");
    assert_eq!(page.matches("期限已经过了").count(), 1, "{page}");
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
            "编写组 2023 年 5 月 1 日确认",
            "报告有中文版。",
            "这只是希望。",
            "人权理事会第 54 届会议以前",
            "最后一天：2023 年 9 月 10 日",
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
    assert!(page.contains("公布预算") && page.contains("这一条是人加的"), "{page}");
}

#[test]
fn a_site_without_tasks_has_no_page_and_no_link() {
    let site = site("1. 重申人人有权参加。", "");
    assert!(site.build().report.is_some());
    assert!(!site.root().join("public/follow-up").exists());
    let page = site.page("a/index.html");
    assert!(!page.contains("follow-up") && !page.contains("op-tasks"), "{page}");
}

/// What is wrong with a site on a day, as `file:line:column rule` with its message.
fn wrong(site: &Site, today: &str) -> Vec<String> {
    let today = Today::given(today.parse().unwrap());
    let (library, findings) = site::read_on(today, site.root(), Drafts::Skip).unwrap();
    let findings = site::check(site.root(), &library.unwrap(), findings).unwrap();
    let messages = findings.iter().map(|finding| &finding.message);
    let told =
        places(&findings).into_iter().zip(messages).map(|(place, message)| format!("{place} {message}"));
    told.filter(|told| told.contains(" follow-up/")).collect()
}

#[test]
fn what_is_wrong_with_an_entry_is_told_at_its_place() {
    for (yaml, expected) in [
        (
            "- paragraph: op-9\n",
            "1:14 follow-up/not-in-text content/a/index.md has no operative paragraph “op-9”",
        ),
        (
            "- paragraph: pp-1\n",
            "1:14 follow-up/not-in-text content/a/index.md has no operative paragraph “pp-1”",
        ),
        ("- paragraph: op-1\n  to: 大会\n", "2:7 follow-up/not-in-text “大会” does not stand in “op-1”"),
        (
            "- paragraph: op-1\n  whom: 各国\n",
            "2:3 follow-up/bad-entry “whom” is not a key of an entry of the list",
        ),
        (
            "- paragraph: op-1\n  due: {session: 第五十六届}\n",
            "2:18 follow-up/bad-entry “第五十六届” is not a session; it is the body and the number, such as “A/HRC/56”",
        ),
        (
            "- paragraph: op-1\n  due: {date: 明年}\n",
            "2:15 follow-up/bad-entry “date” must be a date, but here stands “明年”",
        ),
        (
            "- paragraph: op-1\n  confirmed: {date: 2026-12-01, by: 组}\n",
            "2:14 follow-up/impossible-date 2026-12-01 has not come yet",
        ),
        (
            "- paragraph: op-1\n  confirmed:\n    date: 2023-04-02\n    by: 组\n",
            "2:3 follow-up/impossible-date on 2023-04-02 there was no such text: it is of 2023-04-03",
        ),
        (
            "- paragraph: op-1\n  status: done\n",
            "2:11 follow-up/done-without-document nothing is done without a document, and this entry has no “link” of one",
        ),
        (
            "- paragraph: op-1\n  status: maybe\n",
            "2:11 follow-up/bad-entry “status” must be the word “open”, “done” or “no-task”, but here stands “maybe”",
        ),
        (
            "- paragraph: op-1\n- paragraph: op-1\n  status: open\n",
            "2:14 follow-up/entry-twice an entry above speaks of the same task of “op-1”",
        ),
    ] {
        let told = wrong(&site(REPORT, yaml), "2026-11-30");
        assert_eq!(told, [format!("content/a/follow-up.yaml:{expected}")], "{yaml}");
    }
    for yaml in ["- paragraph: [op-1\n", "paragraph: op-1\n", "- op-1\n"] {
        let told = wrong(&site(REPORT, yaml), "2026-11-30");
        assert!(told.len() == 1 && told[0].contains("follow-up/bad-entry"), "{told:?}");
    }
}

#[test]
fn a_file_without_its_text_is_found() {
    let site = site(REPORT, "");
    site.write("content/b/follow-up.yaml", "- paragraph: op-1\n");
    let place =
        "content/b/follow-up.yaml:1:14 follow-up/not-in-text there is no official text beside this file";
    assert_eq!(wrong(&site, "2026-11-30"), [place]);
}
