//! What the pages say of tasks, in the words of their language and once.

use super::{REPORT, built_on, english, site};
use crate::support::{Site, curbcut};

/// What is heard of a page, from its main part on.
fn heard(site: &Site, page: &str) -> String {
    let ran = curbcut(site.root(), &["build", "--today", "2026-11-30", "--heard", "heard"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    site.read(&format!("heard/{page}.txt"))
}

#[test]
fn a_start_is_no_deadline() {
    let paragraphs = "1. 请秘书长从人权理事会第五十三届会议开始，每年向理事会提交报告；\n\n2. 请高级专员自 2023 年 6 月 1 日起公布数字。";
    let site = site(paragraphs, "");
    let (page, said) = built_on(&site, "2026-11-30");
    for words in [
        "从人权理事会第\u{a0}53\u{a0}届会议开始",
        "从\u{a0}2023\u{a0}年\u{a0}6\u{a0}月\u{a0}1\u{a0}日开始",
        "交给：理事会",
        "一共 2 件事。没有认出期限，请看正文。",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for words in
        ["期限已经过了", "最晚什么时候做完</th>", "写了期限的事", "<tr class=\"overdue\"", "follow-up.ics"]
    {
        assert!(!page.contains(words), "{words}: {page}");
    }
    assert!(!said.contains("judged on"), "{said}");
    let paragraphs = "1. Requests the Secretary-General to report annually to the Council, starting at its fifty-third session;\n\n\
                      2. Requests the High Commissioner to publish the figures with effect from 1 June 2023.";
    let site = english(paragraphs);
    let (page, _) = built_on(&site, "2026-11-30");
    for words in [
        "From session 53 of the Human Rights Council on",
        "From 1 June 2023 on",
        "No deadline was found; see the text.",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("By when</th>") && !page.contains("overdue\""), "{page}");
}

#[test]
fn what_people_say_of_a_start_is_none_either() {
    let site = site(REPORT, "- paragraph: op-1\n  due: {session: A/HRC/53, when: from}\n");
    let (page, _) = built_on(&site, "2026-11-30");
    assert!(
        page.contains("从人权理事会第\u{a0}53\u{a0}届会议开始") && !page.contains("期限已经过了"),
        "{page}"
    );
}

#[test]
fn a_session_before_that_of_the_text_is_no_deadline() {
    for (paragraph, has_deadline) in [
        ("1. 鼓励各国兑现在人权理事会第五十届会议期间作出的承诺。", false),
        ("1. 鼓励各国在人权理事会第五十三届会议期间兑现在第五十届会议期间作出的承诺。", true),
        ("1. 鼓励各国在 2023 年 1 月 1 日以前通过的计划的基础上，在 2024 年 1 月 1 日以前开会。", true),
        ("1. 鼓励各国落实在 2023 年 1 月 1 日以前通过的计划。", false),
    ] {
        let (page, _) = built_on(&site(paragraph, ""), "2023-05-01");
        assert_eq!(page.contains("写了期限的事"), has_deadline, "{paragraph}");
    }
    for (paragraph, has_deadline) in [
        (
            "1. Encourages States to keep the pledges that they made at the fiftieth session of the Human Rights Council.",
            false,
        ),
        ("1. Encourages States to meet at the fifty-third session of the Human Rights Council.", true),
    ] {
        let (page, _) = built_on(&english(paragraph), "2023-05-01");
        assert_eq!(page.contains("With a deadline"), has_deadline, "{paragraph}");
    }
}

#[test]
fn the_body_decides_where_the_opening_words_name_it() {
    let opened = site("1. 决定继续处理此事；\n\n2. 鼓励加强合作。", "");
    let (page, _) = built_on(&opened, "2026-11-30");
    assert!(
        page.contains("本决议的机构：人权理事会") && page.contains("电脑没有认出是谁，请看正文"),
        "{page}"
    );
    opened.replace("content/a/index.md", "\n人权理事会，\n", "\n");
    let (page, _) = built_on(&opened, "2026-11-30");
    assert!(page.contains("决定：</span> </td>") && !page.contains("本决议的机构"), "{page}");
    let (page, _) = built_on(&english("1. Decides to remain seized of the matter."), "2026-11-30");
    assert!(page.contains("the body of this resolution: Human Rights Council"), "{page}");
    // A person who compared the row with the text knows that nobody stands there.
    let confirmed = "- paragraph: op-1\n  confirmed: {date: 2023-05-01, by: 编写组}\n";
    let (page, _) = built_on(&site("1. 鼓励加强合作。", confirmed), "2026-11-30");
    assert!(page.contains("正文没有写明是谁") && !page.contains("电脑没有认出"), "{page}");
}

#[test]
fn a_deadline_has_its_column_only_where_a_row_has_one() {
    let site = site(REPORT, "");
    built_on(&site, "2026-11-30");
    let page = site.page("a/index.html");
    assert_eq!(page.matches("电脑没有认出期限，请看正文").count(), 1, "{page}");
    assert!(page.contains("最晚什么时候做完</th>") && page.contains("2 件事，1 件写了期限"), "{page}");
    site.replace("content/a/index.md", "，提交人权理事会第五十三届会议", "");
    built_on(&site, "2026-11-30");
    let page = site.page("a/index.html");
    assert!(!page.contains("没有认出期限") && !page.contains("最晚"), "{page}");
    assert_eq!(page.matches("<th scope=\"col\">").count(), 4, "{page}");
}

#[test]
fn that_nobody_has_checked_a_table_is_said_once() {
    let nobody = "还没有人检查";
    let two =
        "1. 请秘书长编写一份报告，提交人权理事会第五十三届会议；\n\n2. 鼓励各国合作；\n\n3. 敦促各国谈判。";
    let checked = |paragraph: &str| {
        format!("- paragraph: {paragraph}\n  confirmed: {{date: 2023-05-01, by: 编写组}}\n")
    };
    for (entries, words, times) in [
        (String::new(), "还没有人检查。可能写错", 1),
        (checked("op-1"), "别的还没有人检查，可能写错", 1),
        (checked("op-1") + &checked("op-2") + &checked("op-3"), "里的每一件事都有人检查过", 0),
    ] {
        let site = site(two, &entries);
        let (page, _) = built_on(&site, "2026-11-30");
        for page in [page, site.page("a/index.html")] {
            assert!(page.contains(words), "{words}: {page}");
            assert_eq!(page.matches(nobody).count(), times, "{page}");
        }
    }
}

#[test]
fn the_page_begins_with_numbers_and_a_way_to_each_table() {
    let site = site(REPORT, "");
    let (page, _) = built_on(&site, "2026-11-30");
    for words in [
        "决议会请国家和联合国的部门做事。",
        "一共 2 件事。1 件写了期限，其中 1 件的期限已经过了，我们还没有找到做完的记录。",
        "<a href=\"#deadlines\">写了期限的事</a>",
        "<a href=\"#document-1\">52/8. 好的治理</a>",
        "<tr class=\"overdue\">",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("点“易读版”"), "nothing there is explained: {page}");
    site.write(
        "content/a/easy-read.md",
        "---\ntitle: 好的治理\nabout: 这是决议的易读版。\nbased-on: A/HRC/RES/52/8\n---\n\n## 写报告 {covers=op-1}\n\n决议请秘书长写报告。\n",
    );
    let ran = curbcut(site.root(), &["build", "--today", "2023-05-01"]);
    let page = site.page("follow-up/index.html");
    assert!(page.contains("点“易读版”，就能读到") && page.contains("易读版：写报告</a>"), "{}", ran.err);
    assert!(page.contains("1 件写了期限。") && !page.contains("overdue"), "{page}");
    let other = Site::new(&[]);
    other.write(
        "content/a/index.md",
        "---\nkind: resolution\ntitle: 决定\nsummary: 一。\nbody: 某部\ndate: 2023-04-03\n---\n\n某部，\n\n1. 请无障碍司写规则。\n",
    );
    let (page, _) = built_on(&other, "2026-11-30");
    assert!(page.contains("决议会请人和部门做事。"), "{page}");
}

#[test]
fn the_words_of_a_heading_are_heard_once() {
    let site = site(REPORT, "");
    let page = heard(&site, "follow-up/index");
    let text = page.split("标题 2 级：目录").nth(1).unwrap();
    // Once in the contents, and once as a heading.
    for words in ["写了期限的事", "没有认出期限的事", "52/8. 好的治理"] {
        assert_eq!(text.matches(words).count(), 2, "{words}: {text}");
    }
    assert!(text.contains("区域：期限\n") && text.contains("区域：52/8：后续\n"), "{text}");
    assert!(text.contains("：1 件事，先到期的在前\n"), "{text}");
    let page = heard(&site, "a/index");
    let text = page.split("标题 2 级：目录").nth(1).unwrap();
    let text = text.split("页脚").next().unwrap();
    assert_eq!(text.matches("后续：谁来做什么").count(), 2, "{text}");
}

#[test]
fn the_facts_do_not_announce_lists_that_stand_elsewhere() {
    let site = site(REPORT, "");
    for (statement, fact) in [
        ("经记录表决，以 33 票赞成获得通过。表决结果如下：", "经记录表决，以 33 票赞成获得通过。</dd>"),
        ("未经表决获得通过。", "未经表决获得通过。</dd>"),
        ("表决结果如下：", "表决结果如下：</dd>"),
    ] {
        site.write(
            "content/a/index.md",
            format!(
                "---\nkind: resolution\ntitle: 好的治理\nsummary: 一。\nbody: 人权理事会\ndate: 2023-04-03\nvote:\n  statement: {statement}\n---\n\n\
                 人权理事会，\n\n1. 请秘书长写信。\n"
            ),
        );
        built_on(&site, "2026-11-30");
        let page = site.page("a/index.html");
        assert!(page.contains(fact), "{fact}: {page}");
        assert!(page.contains(&format!("<p>{statement}</p>")), "the adoption says all of it: {page}");
        assert!(page.contains("<li><a href=\"#op-tasks\">后续：谁来做什么</a></li>"), "{page}");
    }
}

#[test]
fn verbs_are_explained_in_plain_words() {
    let (page, _) =
        built_on(&site("1. 敦促各国谈判；\n\n2. 吁请各国合作；\n\n3. 邀请各国参加。", ""), "2026-11-30");
    for words in ["敦促（就是用力地请）：", "吁请（就是公开地请）：", "邀请："] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let (page, _) = built_on(
        &english("1. Urges States to negotiate;\n\n2. Calls upon States to cooperate."),
        "2026-11-30",
    );
    for words in ["Urges (this means: asks strongly):", "Calls upon (this means: asks in public):"] {
        assert!(page.contains(words), "{words}: {page}");
    }
}
