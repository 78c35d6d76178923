//! How deadlines are said, in Chinese and in English: each way with what is found, for a resolution of 3 April 2023.

use curbcut::follow_up::outcome;
use curbcut::library::Drafts;
use curbcut::site;

use super::{built_on, english, site as chinese};
use crate::support::Site;

/// The times that are found are those of the list, which holds a task and its times on each line.
fn judge(list: &str, asks: &str, site_of: impl Fn(&str) -> Site) {
    let lines: Vec<(&str, &str)> = list.lines().filter_map(|line| line.split_once(" | ")).collect();
    assert!(lines.len() >= 330, "{}", lines.len());
    let paragraph = |(at, (words, _)): (usize, &(&str, &str))| format!("{}. {asks}{words}", at + 1);
    let paragraphs: Vec<String> = lines.iter().enumerate().map(paragraph).collect();
    let site = site_of(&paragraphs.join("\n\n"));
    let (library, _) = site::read(site.root(), Drafts::Skip).unwrap();
    let library = library.unwrap();
    let lang = &library.config.language;
    let found = outcome(&library.work("a", lang).unwrap().official, library.language(lang).patterns());
    assert_eq!(found.len(), lines.len(), "{}", found.join("\n"));
    let wrong = lines.iter().zip(&found).filter_map(|((words, wanted), found)| {
        let found = found.rsplit(" | ").next().unwrap_or_default();
        (found != *wanted).then(|| format!("{words}\n  wanted {wanted}\n  found  {found}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn deadlines_are_found_however_chinese_says_them() {
    judge(include_str!("deadlines/zh.txt"), "请秘书长", |paragraphs| chinese(paragraphs, ""));
}

#[test]
fn deadlines_are_found_however_english_says_them() {
    judge(include_str!("deadlines/en.txt"), "Requests the Secretary-General to ", english);
}

#[test]
fn a_deadline_in_words_is_shown_in_them_with_its_last_day_and_judged_by_it() {
    let text = "1. 请秘书长在 2026 年底以前提交报告；\n\n2. 请秘书长在收到申请后六个月内答复；\n\n3. 请秘书长写信；\n\n\
                4. 请秘书长不迟于2023年6月1日向人权理事会第五十三届会议提交报告。";
    let site = chinese(text, "");
    let overdue = "期限已经过了。我们还没有找到做完的记录。";
    let (page, _) = built_on(&site, "2026-12-31");
    for words in [
        "在 2026 年底以前",
        "最后一天：2026\u{a0}年\u{a0}12\u{a0}月\u{a0}31\u{a0}日",
        "在收到申请后六个月内",
        "人权理事会第\u{a0}53\u{a0}届会议，2023\u{a0}年\u{a0}6\u{a0}月\u{a0}1\u{a0}日",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(page.matches(overdue).count(), 1, "{page}");
    assert!(site.page("a/index.html").contains("电脑没有认出期限，请看正文"));
    assert!(!site.page("a/index.html").contains("没有写期限"));
    assert_eq!(built_on(&site, "2027-01-01").0.matches(overdue).count(), 2);
    // Where somebody checked the task, the text gives none.
    let checked = "- paragraph: op-3\n  who: 秘书长\n  confirmed: {date: 2023-05-01, by: 编写组}\n";
    let site = chinese(text, checked);
    built_on(&site, "2026-12-31");
    assert!(site.page("a/index.html").contains("没有写期限"));
}

#[test]
fn of_two_deadlines_both_are_shown_and_the_last_decides() {
    let text = "1. 请秘书长在2023年6月1日以前提交问卷，并在2023年9月1日以前提交报告；\n\n\
                2. 请秘书长在2023年6月1日以前提交问卷，向人权理事会第六十届会议提交报告；\n\n\
                3. 请秘书长在六个月内提交初稿，并在收到意见后三个月内提交报告；\n\n\
                4. 请秘书长审查2023年5月1日以前提交的报告。";
    let site = chinese(text, "");
    let day = |month: &str, day: &str| format!("2023\u{a0}年\u{a0}{month}\u{a0}月\u{a0}{day}\u{a0}日以前");
    let overdue = |today: &str| built_on(&site, today).0.matches("期限已经过了。").count();
    let (page, _) = built_on(&site, "2023-08-31");
    for words in [
        format!("{}，{}", day("6", "1"), day("9", "1")),
        format!("{}，人权理事会第\u{a0}60\u{a0}届会议", day("6", "1")),
        "六个月内，在收到意见后三个月内".to_owned(),
    ] {
        assert!(page.contains(&words), "{words}: {page}");
    }
    // Where nothing is sure to be a deadline, the row says so.
    assert!(site.page("a/index.html").contains("电脑没有认出期限，请看正文"));
    // Each day that is known has its entry in the calendar.
    let calendar = site.page("follow-up/follow-up.ics");
    for day in ["20230531", "20230831", "20231003"] {
        assert_eq!(
            calendar.matches(&format!("DTSTART;VALUE=DATE:{day}")).count(),
            match day {
                "20230531" => 2,
                _ => 1,
            }
        );
    }
    let names: Vec<&str> = calendar.lines().filter(|line| line.starts_with("UID")).collect();
    assert!(names.iter().all(|name| names.iter().filter(|other| *other == name).count() == 1), "{names:?}");
    assert_eq!(overdue("2023-08-31"), 0);
    // Nobody knows when the sixtieth session or the three months after the comments are over.
    assert_eq!(overdue("2027-01-01"), 1);
    // What people write counts alone.
    let written = "- paragraph: op-1\n  due: {date: 2023-06-01, when: before}\n";
    assert_eq!(built_on(&chinese(text, written), "2023-06-30").0.matches("期限已经过了。").count(), 1);
}

#[test]
fn people_give_two_deadlines_and_a_start_in_a_list() {
    let text = "1. 请秘书长编写问卷和报告；";
    let due = "- paragraph: op-1\n  due:\n    - {date: 2023-05-01, when: from}\n    - {date: 2023-06-01, when: before}\n    \
               - {session: A/HRC/54}\n";
    let site = chinese(text, due);
    let (page, _) = built_on(&site, "2023-10-13");
    for words in [
        "2023\u{a0}年\u{a0}6\u{a0}月\u{a0}1\u{a0}日以前，人权理事会第\u{a0}54\u{a0}届会议",
        "2023\u{a0}年\u{a0}5\u{a0}月\u{a0}1\u{a0}日",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // The last of them decides, and each has its day in the calendar.
    assert!(!page.contains("期限已经过了。"), "{page}");
    let calendar = site.page("follow-up/follow-up.ics");
    for day in ["20230531", "20231014"] {
        assert!(calendar.contains(day), "{day}: {calendar}");
    }
    assert!(built_on(&site, "2023-10-14").0.contains("期限已经过了。"));
}

/// How a third language says tasks and deadlines, and what is none.
const ARABIC: &str = r#"
bodies: [{name: مجلس حقوق الإنسان, symbol: A/HRC/RES/}]
opening: {before: "إن ", after: "،"}
date: '(?P<day>\d{1,2}) (?P<month>\p{Arabic}+) (?P<year>\d{4})'
months: [يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر]
follow-up:
  asks: '(?:^|؛)\s*(?P<verb>يطلب إلى)\s'
  name: ['^(?P<name>[^،؛]+?) (?:أن|ألا) ']
  then: '^\s*(?:أن )?\s*'
  due:
    - {when: before, pattern: '(?P<said>قبل (?P<date>\d{1,2} \p{Arabic}+ \d{4}))'}
    - {when: at, ends: {month: 12, day: 31}, pattern: '(?P<said>بحلول عام (?P<year>\d{4}))'}
  titles: ['«[^»]*»']
  no-deadline:
    - {before: 'ألا [^،؛]*$'}
    - {before: '(?:المقدمة|المقدم|الصادر) $'}
  joins: '^،? ?$'
"#;

#[test]
fn a_language_of_a_site_says_what_is_no_deadline() {
    let site = Site::new(&[]);
    site.write("book.toml", "[book]\ntitle = \"قرارات\"\nlanguage = \"ar\"\n");
    site.write("languages/ar/resolution.yaml", ARABIC);
    let tasks = [
        ("أن يقدم تقريرا قبل 30 يونيو 2027", "before 2027-06-30"),
        ("أن ينهي العمل بحلول عام 2030", "“بحلول عام 2030” until 2030-12-31"),
        ("أن يقدم مشروعا قبل 1 مايو 2027 وتقريرا قبل 1 يونيو 2027", "before 2027-05-01 before 2027-06-01"),
        ("أن يعلن عن «القضاء على الفقر بحلول عام 2030»", "-"),
        ("ألا ينشر التقرير قبل 30 يونيو 2027", "-"),
        ("أن يجمع التقارير المقدمة قبل 30 يونيو 2027", "-"),
    ];
    let paragraph =
        |(at, (words, _)): (usize, &(&str, &str))| format!("{}. يطلب إلى الأمين العام {words}؛\n\n", at + 1);
    let paragraphs: String = tasks.iter().enumerate().map(paragraph).collect();
    let head = "---\nkind: resolution\ntitle: قرار\nsummary: قرار.\nbody: مجلس حقوق الإنسان\nsymbol: A/HRC/RES/52/8\n\
                number: 52/8\ndate: 2023-04-03\n---\n\nإن مجلس حقوق الإنسان،\n\n";
    site.write("content/a/index.md", [head, &paragraphs].concat());
    let (library, findings) = site::read(site.root(), Drafts::Skip).unwrap();
    let library = library.unwrap_or_else(|| panic!("{findings:?}"));
    let lang = &library.config.language;
    let found = outcome(&library.work("a", lang).unwrap().official, library.language(lang).patterns());
    let found: Vec<&str> = found.iter().filter_map(|found| found.rsplit(" | ").next()).collect();
    assert_eq!(found, tasks.map(|(_, due)| due));
}
