//! Numbers and labels of paragraphs: each begins one, or is asked about.

use super::doubtful::{NOWHERE, body, resolution, unsure};

#[test]
fn a_number_without_words_is_asked_about() {
    for (text, line) in [
        ("1. 请各国写明；\n\n2.\n\n3. 决定结束。\n", 3),
        ("1. 请各国写明；\n\n2.\n\n请各国报告；\n\n3. 决定结束。\n", 3),
        ("1. 请各国写明；\n\n2. 决定结束；\n\n3.\n", 5),
        ("1. 请各国写明；\n\n2. ；\n\n3. 决定结束。\n", 3),
        ("1. 请各国：\n\n(a) 写明；\n\n(b)\n\n(c) 报告；\n\n2. 决定结束。\n", 5),
        ("1. 决定结束。\n\n附件\n\n标志准则\n\n1. 字大。\n\n2.\n\n3. 颜色。\n", 9),
        ("1. Decides one;\n\n2.\n\n3. Decides to end.\n", 3),
        ("回顾《公约》¹，\n\n1. 决定结束。\n\n¹\n", 5),
    ] {
        assert!(unsure(&resolution(text)).contains(&line), "{text}");
    }
}

#[test]
fn a_number_on_a_line_of_its_own_has_the_next_line() {
    for text in [
        "1.\n请各国写明；\n\n2.\n决定结束。\n",
        "1. 请各国写明；\n2.\n决定结束。\n",
        "1.\r\n请各国写明；\r\n\r\n2.\r\n决定结束。\r\n",
    ] {
        let imported = resolution(text);
        assert_eq!(body(&imported), "1. 请各国写明；\n\n2. 决定结束。");
        assert_eq!(unsure(&imported), NOWHERE);
    }
}

#[test]
fn a_number_that_a_sentence_may_have_wrapped_to_its_line_is_asked_about() {
    for (text, line) in [
        ("1. 请各国写明目标\n2. 和报告中的标志；\n\n3. 决定结束。\n", 2),
        ("1. 请各国写明目标\n\u{c}2. 和报告中的标志；\n\n3. 决定结束。\n", 2),
        ("回顾《公约》第\n1. 条和报告，\n\n1. 请各国写明；\n\n2. 决定结束。\n", 2),
        ("1. Decides to adopt, in article\n2. of the report, one;\n\n3. Decides to end.\n", 2),
        ("1. Requests a report under paragraph 4\n(a) of the Convention;\n\n2. Decides to end.\n", 2),
    ] {
        assert!(unsure(&resolution(text)).contains(&line), "{text}");
    }
    let imported = resolution(
        "1. Decides to adopt the Agenda for the year\n2030. States report;\n\n2. Decides to end.\n",
    );
    assert!(body(&imported).starts_with("1. Decides to adopt the Agenda for the year 2030. States report;"));
    // A word such as “and” stands behind the end of an item.
    for text in [
        "1. Requests:\n(a) One; and\n(b) Two;\n\n2. Decides to end.\n",
        "1. 请各国：\n(a) 写明；以及\n(b) 报告；\n\n2. 决定结束。\n",
    ] {
        assert_eq!(unsure(&resolution(text)), NOWHERE, "{text}");
    }
}

#[test]
fn two_paragraphs_on_one_line_are_asked_about() {
    for (text, line) in [
        ("1. 请各国写明； 2. 决定结束。\n", 1),
        ("1. 请各国写明；2. 请各国报告；\n\n3. 决定结束。\n", 1),
        ("１．请各国写明；２．决定结束。\n", 1),
        ("1. 请各国：(a) 写明；(b) 报告；\n\n2. 决定结束。\n", 1),
        ("1. 请各国：\n\n(a) 写明；(b) 报告；\n\n2. 决定结束。\n", 3),
        ("1. Decides one; 2. Decides to end.\n", 1),
        ("1. 决定如下。\n\n附件\n\n标志准则\n\n1. 字大。2. 颜色。\n", 7),
    ] {
        assert!(unsure(&resolution(text)).contains(&line), "{text}");
    }
    for text in
        ["1. 请各国写明第1.2段；\n\n2. 决定结束。\n", "1. 请各国，见第(a)和(b)项；\n\n2. 决定结束。\n"]
    {
        assert_eq!(unsure(&resolution(text)), NOWHERE, "{text}");
    }
}

#[test]
fn labels_of_other_forms_are_read_or_asked_about() {
    let text = |labels: [&str; 2]| {
        format!("1. 请各国：\n\n{} 写明；\n\n{} 报告；\n\n2. 决定结束。\n", labels[0], labels[1])
    };
    for labels in [
        ["01.", "02."],
        ["1.1", "1.2"],
        ["a.", "b."],
        ["a、", "b、"],
        ["I.", "II."],
        ["A.", "B."],
        ["(A)", "(B)"],
        ["(I)", "(II)"],
        ["一.", "二."],
        ["1。", "2。"],
        ["1-", "2-"],
        ["第一条", "第二条"],
        ["1）", "2）"],
        ["1 )", "2 )"],
    ] {
        let imported = resolution(&text(labels));
        let asked = unsure(&imported);
        assert!(asked.contains(&3) && asked.contains(&5), "{labels:?} {:?}", imported.findings);
        assert!(body(&imported).replace('\\', "").contains(labels[0]), "{}", imported.markdown);
        let english = text(labels).replace("请各国：", "Requests:").replace("写明；", "One;");
        let english = english.replace("报告；", "Two;").replace("决定结束。", "Decides to end.");
        assert!(unsure(&resolution(&english)).contains(&3), "{labels:?}");
        assert!(unsure(&resolution(&text(labels).replace('\n', "\r\n"))).contains(&3), "{labels:?}");
    }
    for labels in [["(1）", "(2）"], ["（1)", "（2)"], ["（a）", "（b）"], ["(a）", "（b)"], ["①", "②"]]
    {
        let imported = resolution(&text(labels));
        assert_eq!(unsure(&imported), NOWHERE, "{labels:?}");
        assert_eq!(imported.counts.sub, 2, "{labels:?}");
    }
}

#[test]
fn a_heading_among_paragraphs_is_asked_about() {
    for (text, line) in [
        ("序言部分\n\n又回顾报告，\n\n1. 决定结束。\n", 1),
        ("1. 请各国写明；\n\n后续行动\n\n2. 决定结束。\n", 3),
        ("1. 请各国写明；\n\n表 1 各国的标志\n\n2. 决定结束。\n", 3),
        ("1. Decides one;\n\nFollow-up\n\n2. Decides to end.\n", 3),
    ] {
        assert_eq!(unsure(&resolution(text)), [line], "{text}");
    }
}

#[test]
fn damaged_words_are_asked_about() {
    for words in ["人\u{FFFD}权", "人\u{E001}权", "锟斤拷", "CO<sub>2</sub>", "x&nbsp;y", "人 权"] {
        let text = format!("回顾《公约》¹，\n\n1. 请各国写明{words}；\n\n2. 决定结束。\n\n¹ 见{words}。\n");
        let asked = unsure(&resolution(&text));
        assert!(asked.contains(&3) && asked.contains(&7), "{words} {asked:?}");
    }
}

#[test]
fn an_inserted_number_is_read_in_chinese_too() {
    let imported = resolution("1. 请各国写明；\n\n1 之二. 又请各国报告；\n\n2. 决定结束。\n");
    assert_eq!(unsure(&imported), NOWHERE);
    assert_eq!(imported.counts.operative, 3);
    assert!(imported.easy_read.contains("{covers=op-1-bis}"), "{}", imported.easy_read);
    let text = "1. Decides one;\n\n2 bis. Decides two;\n\n3. Decides to end.\n";
    assert!(unsure(&resolution(text)).contains(&3));
}

#[test]
fn a_resolution_that_is_not_recognised_says_what_it_lacks() {
    for (text, lacks, line) in [
        ("A/HRC/RES/98/6\n\n98/6. 标志\n\n人权理事会，\n\n回顾《公约》。\n", "no paragraph 1", 5),
        ("人权理事会，\n\n回顾《公约》，\n\n1. 决定结束。\n", "no title", 1),
        ("A/HRC/RES/98/6\n\n关于标志\n\n回顾《公约》。\n", "neither a number", 1),
        ("A/HRC/RES/98/6\n\n98/6. Signs\n\nThe Human Rights Council,\n\nRecalls one.\n", "no paragraph 1", 5),
    ] {
        let imported = super::imported("a.txt", text.as_bytes());
        let found = imported.findings.iter().find(|finding| finding.message.contains(lacks));
        let found = found.unwrap_or_else(|| panic!("{text} {:?}", imported.findings));
        assert_eq!(found.place.position().line, line, "{text}");
        assert!(!imported.markdown.contains("\ndigest: "), "{text}");
    }
    let other = super::imported("a.txt", "A/78/265\n\n关于标志的报告\n\n报告讲标志。\n".as_bytes());
    assert!(other.findings.is_empty(), "{:?}", other.findings);
}
