//! How deadlines are said, in Chinese and in English: each way with what is found, for a resolution of 3 April 2023.

use curbcut::follow_up::outcome;
use curbcut::library::Drafts;
use curbcut::site;

use super::{built_on, english, site as chinese};
use crate::support::Site;

/// The times that are found are those of the list, which holds a task and its times on each line.
fn judge(list: &str, asks: &str, site_of: impl Fn(&str) -> Site) {
    let lines: Vec<(&str, &str)> = list.lines().filter_map(|line| line.split_once(" | ")).collect();
    assert!(lines.len() >= 170, "{}", lines.len());
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
