//! Notes that hold lists, that a page tears, whose marks are written otherwise or twice.

use super::doubtful::{NOWHERE, body, resolution, unsure};

#[test]
fn a_list_in_a_note_stays_in_it_and_is_asked_about() {
    for items in [
        ["(a) A/HRC/1；", "(b) A/HRC/2。"],
        ["1. A/HRC/1；", "2. A/HRC/2。"],
        ["2. A/HRC/1；", "3. A/HRC/2。"],
        ["• A/HRC/1；", "• A/HRC/2。"],
        ["- A/HRC/1；", "- A/HRC/2。"],
        ["一、A/HRC/1；", "二、A/HRC/2。"],
        ["① A/HRC/1；", "② A/HRC/2。"],
    ] {
        let list = items.join("\n");
        for (text, line) in [
            (format!("1. 请各国写明；\n\n2. 决定结束。\n\n____\n¹ 见下列文件：\n{list}\n"), 9),
            (format!("¹ 见下列文件：\n{list}\n\n又回顾报告，\n\n1. 请各国写明；\n\n2. 决定结束。\n"), 4),
            (format!("1. 请各国写明；\n\n¹ 见下列文件：\n{list}\n\n2. 决定结束。\n"), 6),
        ] {
            let imported = resolution(&format!("回顾《公约》¹，\n\n{text}"));
            let note = format!("[^1]: 见下列文件：{}{}", items[0], items[1]);
            assert!(body(&imported).ends_with(&note), "{}", imported.markdown);
            let asked = unsure(&imported);
            assert!(asked.contains(&line) && asked.contains(&(line + 1)), "{text} {:?}", imported.findings);
            assert!(body(&imported).contains("\n\n2. 决定结束。"), "{}", imported.markdown);
        }
    }
    let english = "Recalling one,¹\n\n1. Decides:\n\n¹ See:\n(a) A/HRC/1;\n(b) A/HRC/2.\n\n(a) Signs;\n\n(b) Colours;\n\n2. Decides to end.\n";
    let imported = resolution(english);
    assert!(body(&imported).ends_with("[^1]: See: (a) A/HRC/1; (b) A/HRC/2."), "{}", imported.markdown);
    assert_eq!(unsure(&imported), [6, 7, 9]);
}

#[test]
fn a_note_that_a_page_tears_is_asked_about() {
    for (text, line) in [
        ("1. 请各国写明；\n\n____\n¹ 见高级专员的报告和\n\u{c}《条约汇编》第2515卷。\n\n2. 决定结束。\n", 6),
        ("1. 请各国写明；\n\n¹ 见高级专员的报告和\n\nA/HRC/RES/98/6\n\n《条约汇编》。\n\n2. 决定结束。\n", 5),
        (
            "1. 请各国写明标志\n\n¹ 见高级专员的报告和\n\u{c}颜色的情况；\n\n《条约汇编》。\n\u{c}2. 决定结束。\n",
            5,
        ),
        (
            "1. 请各国写明；\n\n¹ 见高级专员的报告和\n\u{c}2. 请各国报告；\n\n《条约汇编》。\n\n3. 决定结束。\n",
            5,
        ),
        ("¹ 见高级专员的报告和\n\n2/3\n\n又回顾报告，\n\n1. 请各国写明；\n\n2. 决定结束。\n", 3),
    ] {
        let imported = resolution(&format!("回顾《公约》¹，\n\n{text}"));
        assert!(unsure(&imported).contains(&line), "{text} {:?}", imported.findings);
    }
    let english = "Recalling one,¹\n\n1. Decides one;\n\n¹ See the report of the Commissioner and\n\u{c}2. Decides two;\n\nthe Treaty Series.\n\n3. Decides to end.\n";
    assert!(unsure(&resolution(english)).contains(&5));
    // A note that ends with a mark, or with the symbol of a document, is whole.
    for note in ["见报告。", "A/HRC/25/27", "见https://example.org/a"] {
        let text = format!("回顾《公约》¹，\n\n1. 请各国写明；\n\n¹ {note}\n\u{c}2. 决定结束。\n");
        assert_eq!(unsure(&resolution(&text)), NOWHERE, "{note}");
    }
}

#[test]
fn marks_that_programs_write_for_raised_numbers_lead_to_notes() {
    for mark in
        ["^1", "^1^", "^{1}", "$^1$", "$^{1}$", "$ ^{1} $", "^１", "&sup1;", "\\textsuperscript{1}", "［^1］"]
    {
        for note in [mark, "¹", "1"] {
            let zh = format!("回顾《公约》{mark}，\n\n1. 请各国写明；\n\n2. 决定结束。\n\n{note} 见决议。\n");
            let en = format!(
                "Recalling one{mark} and more,\n\n1. Decides one;\n\n2. Decides to end.\n\n{note} See it.\n"
            );
            for text in [zh, en] {
                let imported = resolution(&text);
                // A bracket is led to by a bracket.
                if !(mark.starts_with('［') && note != mark) {
                    assert_eq!(unsure(&imported), NOWHERE, "{text}");
                    assert_eq!(imported.markdown.matches("[^1]").count(), 2, "{}", imported.markdown);
                }
            }
        }
    }
    let imported = resolution("回顾《公约》^1，\n\n1. 决定结束。\n");
    assert_eq!(unsure(&imported), [1]);
}

#[test]
fn a_second_mark_of_a_note_leads_to_it_or_is_asked_about() {
    let text = |first: &str, second: &str, note: &str| {
        format!("回顾《公约》{first}，\n\n1. 请各国写明{second}；\n\n2. 决定结束。\n\n{note} 见决议。\n")
    };
    for (first, second, note) in [("¹", "《宪章》¹", "¹"), ("¹", "《宪章》^1", "¹")] {
        let imported = resolution(&text(first, second, note));
        assert_eq!(unsure(&imported), NOWHERE, "{second}");
        assert_eq!(imported.markdown.matches("[^1]").count(), 3, "{}", imported.markdown);
    }
    for (first, second, note, line) in [
        ("¹", "《宪章》1的规定", "¹", 3),
        ("1", "《宪章》1的规定", "1", 3),
        ("1的规定", "《宪章》1", "1", 1),
        ("¹", "报告1中的话", "¹", 3),
    ] {
        assert!(unsure(&resolution(&text(first, second, note))).contains(&line), "{first} {second}");
    }
    let english = "Recalling one,¹\n\n1. Decides the Charter1 one;\n\n2. Decides to end.\n\n¹ See it.\n";
    assert_eq!(unsure(&resolution(english)), [3]);
    // What counts or names is no mark.
    for word in ["第1项", "目标1，", "CO1，", "A/HRC/1/Rev.1，", "vol.1，", "1个国家"] {
        assert_eq!(unsure(&resolution(&text("¹", word, "¹"))), NOWHERE, "{word}");
    }
}

#[test]
fn a_power_of_ten_without_a_note_is_no_mark() {
    for power in ["10²", "10^6", "5 km²"] {
        assert_eq!(unsure(&resolution(&format!("1. 请各国写明{power}的面积；\n\n2. 决定结束。\n"))), NOWHERE);
    }
}

#[test]
fn the_lines_under_a_resolution_are_no_part_of_a_note_above_them() {
    let cover = "Human Rights Council\n\nFifty-fourth session\n\n11 September–13 October 2023\n\nAgenda item 3\n\n\
                 Resolution adopted by the Human Rights Council on 4 October 2023\n\n54/8. Good governance\n\nThe Human Rights Council,\n\n\
                 Recalling its resolution 51/5¹ and the report² of the Secretary-General,³\n\n1. Requests a report;\n\n2. Decides to remain seized of the matter.\n\n";
    // “4 October 2023” begins like the fourth note.
    let (date, vote) = ("4 October 2023\n48th meeting", "[Adopted without a vote.]");
    let notes = "¹ A/HRC/RES/51/5.\n² A/HRC/52/1.\n³ See A/HRC/52/2.";
    for lines in [
        [notes, date, vote],
        [notes, vote, date],
        [date, notes, vote],
        [vote, notes, date],
        [date, vote, notes],
        [vote, date, notes],
    ] {
        for between in ["\n", "\n\n"] {
            let imported =
                super::imported("54-8.txt", [cover, &lines.join(between), "\n"].concat().as_bytes());
            for words in [
                "\nclosing: 4 October 2023\n",
                "\nmeeting: 48th meeting\n",
                "\n  statement: Adopted without a vote.\n",
                "\n[^3]: See A/HRC/52/2.",
            ] {
                assert!(imported.markdown.contains(words), "{words} {lines:?} {}", imported.markdown);
            }
            assert!(!imported.markdown.contains("[^4]"), "{lines:?} {}", imported.markdown);
        }
    }
    // A note whose words end with a date keeps it.
    let dated = "¹ Statement of the President,\n4 October 2022.\n² A/HRC/52/1.\n³ See A/HRC/52/2.";
    let imported = super::imported("54-8.txt", [cover, dated, "\n\n", date, "\n"].concat().as_bytes());
    assert!(
        imported.markdown.contains("[^1]: Statement of the President, 4 October 2022."),
        "{}",
        imported.markdown
    );
}
