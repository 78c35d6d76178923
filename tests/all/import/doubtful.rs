//! What the lines of a text do not say for certain is kept apart where it plainly begins anew, and is never joined silently.

use curbcut::import::Imported;

use super::{imported, prove};

/// A resolution with a symbol, which is sealed where nothing is unsure; the body begins in line 7.
pub fn resolution(body: &str) -> Imported {
    let opening = if !body.contains('。') && !body.contains('，') && !body.contains('；') {
        "98/6. Signs\n\nThe Human Rights Council,"
    } else {
        "98/6. 标志\n\n人权理事会，"
    };
    let imported = imported("a.txt", format!("A/HRC/RES/98/6\n\n{opening}\n\n{body}").as_bytes());
    prove(&imported);
    imported
}

/// The body in Markdown, after the line that opens it.
pub fn body(imported: &Imported) -> &str {
    let (_, body) = imported.markdown.split_once("\n---\n\n").unwrap();
    body.split_once("\n\n").unwrap().1.trim_end()
}

/// No line is unsure.
pub const NOWHERE: [u32; 0] = [];

/// The lines that are unsure, counted in the body; a text without any is sealed.
pub fn unsure(imported: &Imported) -> Vec<u32> {
    let found = imported.findings.iter().filter(|finding| finding.rule == "import/unsure");
    let lines: Vec<_> = found.map(|finding| finding.place.position().line - 6).collect();
    assert_eq!(imported.markdown.contains("\ndigest: "), lines.is_empty(), "{}", imported.markdown);
    lines
}

#[test]
fn a_verb_after_a_blank_line_begins_a_paragraph() {
    for (text, want) in [
        (
            "回顾《残疾人权利公约》\n\n又回顾第50/1号决议，\n\n1. 请各国写明；",
            "回顾《残疾人权利公约》\n\n又回顾第50/1号决议，\n\n1. 请各国写明；",
        ),
        (
            "Noting the report of the High Commissioner\n\nRecalling also its resolution 50/1,\n\n1. Decides one;",
            "Noting the report of the High Commissioner\n\nRecalling also its resolution 50/1,\n\n1. Decides one;",
        ),
        // A page ends there, and the verb has its capital.
        (
            "Noting the report of the High Commissioner\n\u{c}Recalling also its resolution 50/1,\n\n1. Decides one;",
            "Noting the report of the High Commissioner\n\nRecalling also its resolution 50/1,\n\n1. Decides one;",
        ),
    ] {
        let imported = resolution(text);
        assert_eq!(body(&imported), want);
        assert_eq!(unsure(&imported), NOWHERE);
    }
    // A verb without an adverb also stands inside sentences.
    let full = "注意到大会在其历届会议上一再回顾并且强调的人人有权利用公共服务的原则和目标及其\n\n\
                决定的内容，\n\n1. 请各国写明；";
    assert_eq!(unsure(&resolution(full)), [3]);
}

#[test]
fn a_blank_line_inside_a_sentence_is_asked_about() {
    for (text, want) in [
        (
            "1. 请各国写明标志\n\n和这一行也许是新的一段；\n\n2. 决定结束。",
            "1. 请各国写明标志和这一行也许是新的一段；\n\n2. 决定结束。",
        ),
        (
            "1. Decides one\n\nand this line is a new paragraph of its own;\n\n2. Decides to end.",
            "1. Decides one and this line is a new paragraph of its own;\n\n2. Decides to end.",
        ),
    ] {
        let imported = resolution(text);
        assert_eq!(body(&imported), want);
        assert_eq!(unsure(&imported), [3]);
    }
    // Each line is a paragraph where lines are not broken.
    let long = "残疾人有权利用公共服务并且得到他们需要的支持".repeat(4);
    let unwrapped = format!("1. 请各国写明{long}\n请各国又写明{long}；\n\n2. 决定结束。");
    let imported = resolution(&unwrapped);
    assert!(
        body(&imported).contains(&format!("1. 请各国写明{long}\n\n请各国又写明")),
        "{}",
        imported.markdown
    );
    assert_eq!(unsure(&imported), [2]);
    let unwrapped = format!("1. 请各国写明{long}\n各国又写明{long}；\n\n2. 决定结束。");
    assert_eq!(unsure(&resolution(&unwrapped)), [2]);
}

#[test]
fn a_page_break_inside_a_sentence_is_none() {
    for between in ["\u{c}", "\n2/3\n\n", "\nGE.23-06199\n\n"] {
        let text = format!(
            "1. 请各国写明标志\n{between}和这一行的全部内容；\n\n2. 又请各国写明；\n\n3. 还请各国写明；\n\n4. 决定结束。"
        );
        let imported = resolution(&text);
        assert!(body(&imported).starts_with("1. 请各国写明标志和这一行的全部内容；\n\n2. "), "{between:?}");
        assert_eq!(unsure(&imported), NOWHERE, "{between:?}");
    }
}

#[test]
fn notes_whose_marks_are_raised_and_plain_are_all_notes() {
    let zh = "遵循《宪章》¹ 和《公约》，²\n\n回顾第70/1，3 又回顾第五条，4\n\n1. 请各国写明；\n\n\
              ¹ 第一注。\n² 第二注。\n3 第三注\n续行。\n4 A/HRC/59/1。";
    let en = "Guided by the Charter¹ of the United Nations,² and its resolution 70/1,3\n\n\
              Recalling article 5,4 and the report,\n\n1. Decides one;\n\n\
              ¹ First note.\n² Second note.\n3 Third note\ncontinued here.\n4 A/HRC/59/1.";
    for (text, notes, lines) in [
        (zh, "[^1]: 第一注。\n\n[^2]: 第二注。\n\n[^3]: 第三注续行。\n\n[^4]: A/HRC/59/1。", vec![3]),
        (
            en,
            "[^1]: First note.\n\n[^2]: Second note.\n\n[^3]: Third note continued here.\n\n[^4]: A/HRC/59/1.",
            vec![1, 3],
        ),
    ] {
        let imported = resolution(text);
        assert!(body(&imported).ends_with(notes), "{}", imported.markdown);
        // A number behind a number may be a decimal, too.
        assert_eq!(unsure(&imported), lines, "{}", imported.markdown);
        assert!(imported.markdown.contains("70/1，[^3]") || imported.markdown.contains("70/1,[^3]"));
    }
}

#[test]
fn a_number_that_begins_a_line_among_notes_is_never_swallowed() {
    for (text, line) in [
        ("遵循《宪章》，¹ ²\n\n1. 请各国写明；\n\n¹ 第一注。\n² 第二注。\n1 这一行也以数字开头。", 7),
        (
            "Guided by the Charter,¹ ²\n\n1. Decides one;\n\n¹ First note.\n² Second note.\n1 A line with a number.",
            7,
        ),
        ("遵循《宪章》，¹\n\n1. 请各国写明；\n\n¹ 第一注\n2 这一行也以数字开头。", 6),
        ("遵循《宪章》，¹ ²\n\n1. 请各国写明；\n\n¹ 第一注。\n² 第二注。\n\n1 联合国的文件。", 8),
    ] {
        assert_eq!(unsure(&resolution(text)), [line], "{text}");
    }
    // So it is under the lines after the text, where notes also go on.
    let closing = "2043 年 7 月 13 日\n第 55 次会议\n[未经表决获得通过。]";
    let imported = resolution(&format!(
        "遵循《宪章》，¹ 和《公约》2 的规定，\n\n1. 请各国写明；\n\n{closing}\n\n¹ 第一注\n续行。\n2 第二注。"
    ));
    assert!(
        body(&imported).ends_with("写明；\n\n[^1]: 第一注续行。\n\n[^2]: 第二注。"),
        "{}",
        imported.markdown
    );
    assert_eq!(unsure(&imported), NOWHERE);
    let text =
        format!("遵循《宪章》，¹\n\n1. 请各国写明；\n\n{closing}\n\n¹ 第一注。\n3 这一行也以数字开头。");
    assert_eq!(unsure(&resolution(&text)), [10]);
    // The next number after a whole note is a note, also where no mark leads to it.
    let imported = resolution("遵循《宪章》，¹\n\n1. 请各国写明；\n\n¹ 第一注。\n2 第二注。");
    assert!(body(&imported).ends_with("[^1]: 第一注。\n\n[^2]: 第二注。"), "{}", imported.markdown);
    assert!(!imported.markdown.contains("\ndigest: "));
    let rules: Vec<_> = imported.findings.iter().map(|finding| finding.rule).collect();
    assert!(rules.contains(&"official/note-without-mark"), "{rules:?}");
}

#[test]
fn a_number_of_votes_is_no_mark() {
    let text = "遵循《宪章》，1\n\n1. 请各国写明；\n\n2043 年 7 月 13 日\n第 55 次会议\n\
                [经记录表决，以 27 票赞成、18 票反对、1 票弃权获得通过。]\n\n1 见文件。";
    let imported = resolution(text);
    assert!(body(&imported).starts_with("遵循《宪章》，[^1]\n\n1. "), "{}", imported.markdown);
    assert!(imported.markdown.contains("18 票反对、1 票弃权"), "{}", imported.markdown);
    assert_eq!(unsure(&imported), NOWHERE);
}

#[test]
fn entries_that_begin_alike_are_paragraphs_of_their_own() {
    for (text, count) in [
        ("会议日程\n\n09:00  开幕式和主席致词\n10:00  讨论\n11:00  休息\n", 3),
        ("会议日程\n\n上午9时 开幕式\n上午10时 讨论\n", 2),
        ("日程\n\n上午\n9:00　开幕\n9:30　讨论\n\n下午\n14:00　总结\n", 5),
        ("会议通知\n\n时间：四月三日上午九时\n地点：第二会议厅\n", 2),
        ("Programme of the day\n\n09:00  Opening\n10:00  Talk\n11:00  Break\n", 3),
        ("Programme of the day\n\n9 a.m. Opening of the meeting\n10 a.m. Talk\n", 2),
        ("List of rooms\n\nHall     for meetings\nLibrary  for reading\n", 2),
    ] {
        let imported = imported("a.txt", text.as_bytes());
        assert_eq!(imported.counts.plain, count, "{}", imported.markdown);
    }
    // Prose with a colon, a time or two blanks in one of its lines is one paragraph.
    let text =
        "The meeting began late, and\n10:30 was the time when the\nsecretary spoke:  all rooms\nwere open.\n";
    assert_eq!(imported("a.txt", format!("A title\n\n{text}").as_bytes()).counts.plain, 1);
}

#[test]
fn blank_lines_alone_are_no_page_break() {
    for blanks in 1..=5 {
        let gap = "\n".repeat(blanks);
        let imported =
            resolution(&format!("遵循《宪章》，\n\n1. 鼓励各国\n{gap}保护人权；\n\n2. 决定结束。"));
        assert_eq!(unsure(&imported), [4 + u32::try_from(blanks).unwrap()], "{blanks}");
        let english =
            format!("Guided by one,\n\n1. Encourages States\n{gap}to end it;\n\n2. Decides to end.");
        assert_eq!(unsure(&resolution(&english)), [4 + u32::try_from(blanks).unwrap()], "{blanks}");
    }
}

#[test]
fn a_line_among_notes_that_begins_with_a_sign_is_asked_about() {
    for sign in ["*", "†", "**", "a", "②", "§"] {
        for (text, note) in [
            ("遵循《宪章》，¹\n\n1. 请各国写明；\n\n¹ 见A/1。", "注。"),
            ("遵循《宪章》，¹\n\n1. 请各国写明；\n\n¹ 见A/1", "注。"),
            ("Guided by one,¹\n\n1. Decides one;\n\n¹ See A/1.", "A note."),
        ] {
            assert_eq!(unsure(&resolution(&format!("{text}\n{sign} {note}"))), [6], "{text} {sign}");
        }
        let apart = "遵循《宪章》，¹\n\n1. 请各国写明；\n\n¹ 见A/1。\n\n";
        assert_eq!(unsure(&resolution(&format!("{apart}{sign} 注。"))), [7], "{sign}");
    }
    // A note without an end goes on with a word of one letter.
    let imported = resolution("Guided by one,¹\n\n1. Decides one;\n\n¹ See the report of\na committee.");
    assert_eq!(unsure(&imported), NOWHERE);
}

#[test]
fn a_line_after_a_finished_note_is_asked_about() {
    for text in [
        "遵循《宪章》，¹\n\n1. 请各国写明；\n\n¹ 见A/1。\n本决议有两个附件。",
        "Guided by one,¹\n\n1. Decides one;\n\n¹ See A/1.\nThere are two annexes.",
    ] {
        assert_eq!(unsure(&resolution(text)), [6], "{text}");
    }
}

#[test]
fn a_number_in_brackets_that_leads_to_a_line_is_asked_about() {
    for text in [
        "遵循《宪章》(1)，\n\n1. 请各国写明；\n\n(1) 见A/1。",
        "遵循《宪章》（1），\n\n1. 请各国写明；\n\n（1）见A/1。",
        "Guided by the Charter (1),\n\n1. Decides one;\n\n(1) See A/1.",
    ] {
        assert_eq!(unsure(&resolution(text)), [5], "{text}");
    }
    let counted = "遵循第5条第(1)款，\n\n1. 请各国写明：\n\n(1) 第一项；";
    assert_eq!(unsure(&resolution(counted)), NOWHERE);
}

#[test]
fn paragraphs_marked_by_an_indent_or_a_line_of_their_own_are_not_merged() {
    let indented = "　　遵循《宪章》，\n\n　　回顾\n　　保护人权，\n\n1. 请各国写明；";
    let imported = resolution(indented);
    assert!(body(&imported).contains("回顾\n\n保护人权，"), "{}", imported.markdown);
    let once = "遵循《宪章》，\n\n　　回顾\n　　保护人权，\n\n1. 请各国写明；";
    assert_eq!(unsure(&resolution(once)), [4]);
    // Behind a number, the lines that go on stand below its words.
    let hanging = "Guided by one,\n\n1. Encourages States\n   to end it;\n\n2. Decides to end.";
    assert_eq!(unsure(&resolution(hanging)), NOWHERE);
    let imported = resolution("回顾《宪章》，\n又回顾决议，\n\n1. 请各国写明；");
    assert_eq!(body(&imported), "回顾《宪章》，\n\n又回顾决议，\n\n1. 请各国写明；");
    assert_eq!(unsure(&imported), NOWHERE);
    let own_line = "回顾《宪章》，\n保护人权，\n\n1. 请各国写明；";
    assert_eq!(unsure(&resolution(own_line)), [2]);
    // After a full line it may be one paragraph.
    let full = "注意到大会在其历届会议上一再强调的人人有权利用公共服务的原则和目标，\n又回顾报告，\n\n1. 请各国写明；";
    assert_eq!(unsure(&resolution(full)), [2]);
}

#[test]
fn a_number_that_may_be_a_power_is_no_certain_mark() {
    let text = |power: &str, note: &str| {
        format!("遵循《宪章》，¹\n\n1. 请各国写明{power}的面积；\n\n¹ 第一注。\n{note} 第二注。")
    };
    for power in
        ["10²", "10 000²", "１０²", " x²", " 5 m²", " 5 km²", "一百米²", " 10<sup>2</sup>", " m<sup>2</sup>"]
    {
        let imported = resolution(&text(power, "²"));
        assert_eq!(unsure(&imported), [3], "{power}: {}", imported.markdown);
    }
    let english = "Guided by the Charter,¹\n\n1. Decides that x² is 10;\n\n¹ First note.\n² Second note.";
    assert_eq!(unsure(&resolution(english)), [3]);
    for power in ["a[2]", "10[2]", "《公约》[2]"] {
        assert_eq!(unsure(&resolution(&text(power, "²"))), [3], "{power}");
    }
    // With notes of its own form, a number in brackets is a mark.
    for (mark, want) in [("《公约》[2]", vec![]), ("a[2]", vec![3]), ("10[2]", vec![3])] {
        let bracketed = text(mark, "[2]").replace('¹', "[1]");
        assert_eq!(unsure(&resolution(&bracketed)), want, "{mark}");
    }
    // A number that may be none stays as it is where another one leads to the note.
    let both = text("《公约》²和10²", "²");
    let imported = resolution(&both);
    assert!(body(&imported).contains("《公约》[^2]和10²的面积"), "{}", imported.markdown);
    assert_eq!(unsure(&imported), [3]);
    // Behind a mark of the sentence, a word or a symbol it leads to its note, and a unit needs none.
    for mark in ["在第10段中，²", "《公约》²", " A/HRC/RES/52/8²"] {
        assert_eq!(unsure(&resolution(&text(mark, "²"))), NOWHERE, "{mark}");
    }
    let alone = "遵循《宪章》，¹\n\n1. 请各国写明 5 km²的面积；\n\n¹ 第一注。";
    assert_eq!(unsure(&resolution(alone)), NOWHERE);
}

#[test]
fn what_stands_around_two_paragraphs_never_joins_them_silently() {
    let torn = "残疾人有权利用公共服务并且得到他们需要的支持".repeat(4);
    let pair = format!("注意到{torn}\n\n\n\n各国都应当保护这些人的权利，");
    let others: Vec<_> = (0..12).map(|at| format!("回顾第50/{at}号决议，")).collect();
    for before in [0, 1, 6, 12] {
        let mut paragraphs = others.clone();
        paragraphs.insert(before, pair.clone());
        for gap in ["\n\n", "\n\n\n\n", "\n"] {
            let text = format!("{}\n\n1. 请各国写明；", paragraphs.join(gap));
            let imported = resolution(&text);
            assert!(!unsure(&imported).is_empty(), "{before} {gap:?}: {}", imported.markdown);
        }
    }
    // Blank lines stand after every line: that they part nothing is a guess, which is told once.
    let line = "注意到大会在其历届会议上一再强调的人人有权利用公共服务的原则和目标以及";
    let spaced = format!("{}\n\n其他规定，\n\n1. 请各国写明；", [line; 12].join("\n\n"));
    assert_eq!(unsure(&resolution(&spaced)).len(), 1);
    let title = imported(
        "a.txt",
        "A/HRC/RES/98/6\n\n98/6. 标志\n\n和其他事项\n\n人权理事会，\n\n1. 请各国写明；".as_bytes(),
    );
    let rules: Vec<_> = title.findings.iter().map(|finding| finding.rule).collect();
    assert!(rules.contains(&"import/unsure") && rules.contains(&"import/not-sealed"), "{rules:?}");
}

#[test]
fn the_second_paragraph_of_a_note_is_asked_about() {
    for (text, line) in [
        ("遵循《宪章》，¹ ²\n\n1. 请各国写明；\n\n¹ 第一注。\n\n注的第二段。\n\n² 第二注。", 7),
        ("遵循《宪章》，¹\n\n1. 请各国写明；\n\n¹ 第一注。\n\n注的第二段。", 7),
        ("遵循《宪章》，¹\n\n¹ 第一注。\n\n注的第二段。\n\n1. 请各国写明；", 5),
        ("Guided by one,¹\n\n1. Decides one;\n\n¹ First.\n\nA second paragraph.\n\n2. Decides two.", 7),
        // A sentence that the note cut goes on below, or above in the note's second paragraph.
        (
            "遵循《宪章》，¹\n\n1. 请各国写明标志\n\n¹ 第一注。\n\n注的第二段。\n\n和其他事项；\n\n2. 决定结束。",
            7,
        ),
    ] {
        assert_eq!(unsure(&resolution(text)).first(), Some(&line), "{text}");
    }
    let cut = "遵循《宪章》，¹\n\n1. 请各国写明标志\n\n¹ 第一注。\n\n和其他事项；\n\n2. 决定结束。";
    let imported = resolution(cut);
    assert!(body(&imported).contains("1. 请各国写明标志和其他事项；"), "{}", imported.markdown);
    assert_eq!(unsure(&imported), NOWHERE);
}

#[test]
fn the_body_that_the_opening_names_is_not_called_missing() {
    let missing = |text: &str| -> Vec<String> {
        let found = imported("a.txt", text.as_bytes()).findings;
        let found = found.into_iter().filter(|finding| finding.rule == "import/part-not-found");
        found.map(|finding| finding.message).collect()
    };
    let found = missing("98/6. 标志\n\n人权理事会，\n\n1. 请各国写明；");
    assert!(found.iter().any(|found| found.starts_with("Not found: session, session dates")), "{found:?}");
    assert!(!found.iter().any(|found| found.contains("body")), "{found:?}");
}

#[test]
fn a_text_whose_notes_are_not_counted_from_1_is_not_sealed() {
    for (marks, sealed) in [(["1", "2"], true), (["1", "3"], false), (["2", "3"], false)] {
        let [first, second] = marks;
        let imported = resolution(&format!(
            "1. 决定设立知识库；[{first}]\n\n2. 请各国提交材料。[{second}]\n\n[{first}] 第一注。\n\n[{second}] 第二注。"
        ));
        assert_eq!(imported.markdown.contains("\ndigest: "), sealed, "{}", imported.markdown);
        let gaps = imported.findings.iter().filter(|finding| finding.rule == "official/number-gap").count();
        assert_eq!(gaps, usize::from(!sealed), "{marks:?}");
    }
}
