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
