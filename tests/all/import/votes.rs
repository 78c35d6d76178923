//! What stands below the lists of a vote is no name in them.

use serde_yaml::Value;

use super::doubtful::{NOWHERE, body, resolution, unsure};

const BEFORE: &str = "1. 决定结束。\n\n2043 年 7 月 13 日\n第 55 次会议\n\n";
const BEFORE_EN: &str = "1. Decides to end.\n\n13 July 2043\n55th meeting\n\n";
const LISTS: &str = "经记录表决，以 2 票赞成、1 票反对、1 票弃权获得通过。表决情况如下：\n赞成：\n甲国、乙国\n反对：\n丁国\n弃权：\n丙国";
const LISTS_EN: &str = "Adopted by a recorded vote of 2 to 1, with 1 abstention. The voting was as follows:\n\
    In favour:\nEastmark, Westmark\nAgainst:\nNorthmark\nAbstaining:\nSouthmark";

/// The names of those that abstain.
fn abstaining(markdown: &str) -> Vec<String> {
    let (front, _) = markdown.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    let front: Value = serde_yaml::from_str(front).unwrap();
    let states = front["vote"]["abstaining"]["states"].as_sequence().unwrap();
    states.iter().map(|state| state.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_sentence_below_the_lists_is_text_and_asked_about() {
    for (before, lists, name, sentences) in [
        (
            BEFORE,
            LISTS,
            "丙国",
            ["丙国代表团后来表示打算投赞成票。", "丙国代表团后来通知秘书处，它本打算投赞成票。"],
        ),
        (
            BEFORE_EN,
            LISTS_EN,
            "Southmark",
            ["Southmark later said that it had meant to vote in favour.", "Subsequently, Southmark voted."],
        ),
    ] {
        for sentence in sentences {
            for (start, between, end) in
                [("[", "]\n\n", ""), ("[", "\n", "]"), ("[", "\n\n", ""), ("", "\n\n", ""), ("", "\n", "")]
            {
                let text = format!("{before}{start}{lists}{between}{sentence}{end}\n");
                let line = text.trim_end().matches('\n').count() as u32 + 1;
                let imported = resolution(&text);
                assert_eq!(abstaining(&imported.markdown), [name], "{text}");
                assert!(body(&imported).contains(sentence), "{}", imported.markdown);
                assert!(unsure(&imported).contains(&line), "{text} {:?}", imported.findings);
            }
        }
    }
}

#[test]
fn an_annex_below_lists_without_brackets_is_none_of_them() {
    let imported = resolution(&format!("{BEFORE}{LISTS}\n\n附件\n\n标志准则\n\n1. 字大。\n"));
    assert_eq!(abstaining(&imported.markdown), ["丙国"]);
    assert!(body(&imported).ends_with("## 附件\n\n### 标志准则\n\n1. 字大。"), "{}", imported.markdown);
    assert_eq!(unsure(&imported), NOWHERE);
    let imported =
        resolution(&format!("{BEFORE_EN}{LISTS_EN}\n\nAnnex\n\nOn signs\n\n1. Letters are large.\n"));
    assert_eq!(abstaining(&imported.markdown), ["Southmark"]);
    assert_eq!(unsure(&imported), NOWHERE);
}

#[test]
fn names_that_no_separator_parts_and_brackets_that_stay_open_are_asked_about() {
    let plain = |lists: &str| lists.replace("，以 2 票赞成、1 票反对、1 票弃权", "");
    // Without counts nothing else says that a name is none.
    for (lists, line) in [
        (format!("{}\n\n本决议有附件", plain(LISTS)), 14),
        (plain(LISTS).replace("甲国、乙国", "甲国\n乙国"), 9),
        (plain(LISTS).replace("丙国", "丙国] 丙国后来投票"), 12),
        (format!("[{}", plain(LISTS)), 6),
        (format!("{}]", plain(LISTS)), 12),
    ] {
        let imported = resolution(&format!("{BEFORE}{lists}\n"));
        assert!(unsure(&imported).contains(&line), "{lists} {:?}", imported.findings);
    }
    let imported = resolution(&format!("{BEFORE}[未经表决获得通过。\n本决议有附件]\n"));
    assert_eq!(unsure(&imported), [7]);
}

#[test]
fn a_full_stop_at_the_end_of_a_list_is_no_part_of_a_name() {
    for (text, name) in
        [(format!("{BEFORE}[{LISTS}。]\n"), "丙国"), (format!("{BEFORE_EN}[{LISTS_EN}.]\n"), "Southmark")]
    {
        let imported = resolution(&text);
        assert_eq!(abstaining(&imported.markdown), [name]);
        assert_eq!(unsure(&imported), NOWHERE);
        assert!(
            imported.dropped.iter().any(|dropped| dropped.reason.contains("full stop at the end of a list"))
        );
    }
}
