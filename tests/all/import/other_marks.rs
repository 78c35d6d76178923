//! Notes under marks of every form: each becomes a note with its mark, or nothing is sealed and its line is named.

use curbcut::import::Imported;

use super::doubtful::resolution;
use super::prove;

fn is_sealed(imported: &Imported) -> bool {
    imported.markdown.contains("\ndigest: ")
}

/// The lines of the body that are asked about.
fn asked(imported: &Imported) -> Vec<u32> {
    let is_doubt = |rule: &str| !["import/part-not-found", "import/not-sealed"].contains(&rule);
    let found = imported.findings.iter().filter(|finding| is_doubt(finding.rule));
    found.map(|finding| finding.place.position().line.saturating_sub(6)).collect()
}

const CLOSING_ZH: &str = "2043 年 7 月 13 日\n第 55 次会议\n[未经表决获得通过。]\n\n";
const CLOSING_EN: &str = "13 July 2043\n55th meeting\n[Adopted without a vote.]\n\n";

/// Texts with a note at their end, and the line of the note: under rules, after a gap, below the lines under the text.
fn texts(mark: &str, note: &str) -> Vec<(String, u32)> {
    let zh = format!("回顾《公约》{mark}，\n\n1. 请各国写明；\n\n2. 决定结束。\n\n");
    let en = format!("Recalling the Convention{mark},\n\n1. Decides one;\n\n2. Decides to end.\n\n");
    let mut texts = Vec::new();
    for (body, closing, words) in [(zh, CLOSING_ZH, "见大会决议。"), (en, CLOSING_EN, "See the report.")]
    {
        for rule in ["", "____\n", "----\n", "——\n"] {
            for closing in ["", closing] {
                let before = format!("{body}{closing}{rule}");
                let line = before.matches('\n').count() as u32 + 1;
                texts.push((format!("{before}{note}{words}\n"), line));
            }
        }
    }
    texts
}

#[test]
fn a_note_under_a_sign_is_never_sealed_as_a_paragraph() {
    for (mark, note) in [
        ("*", "* "),
        ("**", "** "),
        ("＊", "＊"),
        ("∗", "∗ "),
        ("※", "※ "),
        ("§", "§ "),
        ("†", "† "),
        ("‡", "‡ "),
        ("#", "# "),
        ("①", "①"),
        ("（1）", "（1）"),
        ("(1)", "(1) "),
        ("1)", "1) "),
        (" 1/", "1/ "),
        ("ª", "ª "),
        ("a", "a "),
        ("", "* "),
    ] {
        for (text, line) in texts(mark, note) {
            let imported = resolution(&text);
            assert!(!is_sealed(&imported), "{text}");
            assert!(asked(&imported).contains(&line), "{line}: {text} {:?}", imported.findings);
        }
    }
    for (text, line) in
        texts("1", "注1：").into_iter().take(8).chain(texts("1", "Note 1: ").into_iter().skip(8))
    {
        let imported = resolution(&text);
        assert!(!is_sealed(&imported) && asked(&imported).contains(&line), "{text} {:?}", imported.findings);
    }
}

#[test]
fn a_note_under_a_number_of_any_form_is_a_note() {
    for (mark, note) in [
        ("¹", "¹ "),
        ("¹", "1 "),
        ("[1]", "[1] "),
        ("〔1〕", "〔1〕"),
        ("［1］", "［1］"),
        ("【1】", "【1】"),
        ("〔１〕", "〔１〕"),
        ("<sup>1</sup>", "<sup>1</sup> "),
    ] {
        for (text, _) in texts(mark, note) {
            let imported = resolution(&text);
            assert!(is_sealed(&imported), "{text} {:?}", imported.findings);
            let (_, end) = imported.markdown.rsplit_once("[^1]: ").unwrap();
            assert!(["见大会决议。\n", "See the report.\n"].contains(&end), "{}", imported.markdown);
            assert_eq!(imported.markdown.matches("[^1]").count(), 2, "{}", imported.markdown);
        }
    }
    // One bracket is no other.
    for (text, _) in texts("〔1〕", "【1】") {
        assert!(!is_sealed(&resolution(&text)), "{text}");
    }
}

#[test]
fn a_number_that_is_no_mark_leads_to_no_note() {
    for word in ["CO2", "COVID-2", "1.2", "第2", "H2O", "目标2，", "附件2，", "PM2.5"] {
        let text = format!(
            "回顾《公约》¹，\n\n1. 请各国报告{word}的情况；\n\n2. 决定结束。\n\n____\n¹ 第一注。\n2 第二注。\n"
        );
        let imported = resolution(&text);
        assert!(!is_sealed(&imported), "{text}");
        assert!(
            !imported.markdown.contains("[^2]的") && imported.markdown.contains(word),
            "{}",
            imported.markdown
        );
        assert!(imported.markdown.contains("第二注。"), "{}", imported.markdown);
        assert!(asked(&imported).contains(&9), "{text} {:?}", imported.findings);
    }
    for word in ["CO2", "COVID-2", "1.2", "area 2", "H2O", "Annex 2"] {
        let text = format!(
            "Recalling the Convention,¹\n\n1. Requests a report on {word} and more;\n\n2. Decides to end.\n\n____\n¹ First.\n2 Second.\n"
        );
        let imported = resolution(&text);
        assert!(!is_sealed(&imported), "{text}");
        assert!(imported.markdown.contains(&format!("{word} and more;")), "{}", imported.markdown);
        assert!(asked(&imported).contains(&9), "{text} {:?}", imported.findings);
    }
    // Without a mark and without a rule, too.
    for text in [
        "回顾《公约》¹，\n\n1. 请各国写明；\n\n2. 决定结束。\n\n¹ 第一注。\n\n2 注释的话。\n",
        "回顾《公约》，\n\n1. 请各国写明；\n\n2. 决定结束。\n\n2 注释的话。\n",
        "Recalling one,\n\n1. Decides one;\n\n2. Decides to end.\n\n2 words of a note.\n",
    ] {
        let imported = resolution(text);
        assert!(!is_sealed(&imported), "{text}");
    }
}

#[test]
fn a_raised_number_behind_a_name_is_a_mark() {
    for name in ["resolution 48/141", "Annex I", "Goal 4", "A/HRC/RES/52/8"] {
        let text = format!("Recalling {name}¹ and more,\n\n1. Decides one.\n\n¹ First note.\n");
        let imported = resolution(&text);
        assert!(is_sealed(&imported), "{text} {:?}", imported.findings);
        assert!(imported.markdown.contains(&format!("{name}[^1] and more,")), "{}", imported.markdown);
    }
    for name in ["第48/141号决议", "附件I", "目标 4"] {
        let imported = resolution(&format!("回顾{name}¹ 和报告，\n\n1. 决定结束。\n\n¹ 第一注。\n"));
        assert!(is_sealed(&imported), "{name} {:?}", imported.findings);
    }
}

#[test]
fn marks_whose_notes_stand_in_another_order_are_asked_about() {
    let text = "回顾《公约》，² 和《宪章》，¹\n\n1. 决定结束。\n\n¹ 第一注。\n² 第二注。\n";
    assert!(!is_sealed(&resolution(text)));
    let again =
        "回顾《公约》，¹ 和《宪章》，² 又回顾《公约》，¹\n\n1. 决定结束。\n\n¹ 第一注。\n² 第二注。\n";
    let imported = resolution(again);
    assert!(is_sealed(&imported), "{:?}", imported.findings);
}

#[test]
fn a_note_under_a_vote_is_no_state_and_a_mark_of_a_title_is_asked_about() {
    let vote = "[经记录表决，以 2 票赞成、0 票反对、1 票弃权获得通过。表决情况如下：\n赞成：\n甲国、乙国\n弃权：\n丙国*]\n";
    let imported = resolution(&format!(
        "回顾《公约》，\n\n1. 决定结束。\n\n2043 年 7 月 13 日\n第 55 次会议\n{vote}____\n* 丙国后来表示赞成。\n"
    ));
    assert!(!is_sealed(&imported));
    assert!(imported.markdown.contains("\n\n\\* 丙国后来表示赞成。"), "{}", imported.markdown);
    assert!(asked(&imported).contains(&11) && asked(&imported).contains(&13), "{:?}", imported.findings);
    for title in ["标志*", "标志¹"] {
        let text = format!("A/HRC/RES/98/6\n\n98/6. {title}\n\n人权理事会，\n\n1. 决定结束。\n");
        assert!(!is_sealed(&super::imported("a.txt", text.as_bytes())), "{title}");
    }
}

#[test]
fn what_check_calls_an_error_is_not_sealed_and_named_at_its_line() {
    for (text, rule, line) in [
        ("1. 请各国：\n\n(a) 写明；\n\n(c) 报告；\n\n2. 决定结束。", "official/letter-gap", 5),
        ("1. 请各国：\n\n(a) 写明；\n\n(a) 报告；\n\n2. 决定结束。", "official/letter-gap", 5),
        ("1. 请各国：\n\n（一） 写明；\n\n（三） 报告；\n\n2. 决定结束。", "official/letter-gap", 5),
        ("1. 请各国写明；\n\n3. 决定结束。", "official/number-gap", 3),
        ("1. 请各国写明；\n\n1. 决定结束。", "official/number-twice", 3),
        ("1. Requests:\n\n(a) One;\n\n(c) Two;\n\n2. Decides to end.", "official/letter-gap", 5),
        ("1. Decides one;\n\n3. Decides to end.", "official/number-gap", 3),
        ("1. 决定如下。\n\n附件\n\n标志准则\n\n1. 字大。\n\n3. 颜色。", "markdown/list-numbers", 9),
    ] {
        let imported = resolution(text);
        assert!(!is_sealed(&imported), "{}", imported.markdown);
        let found = imported.findings.iter().find(|finding| finding.rule == rule);
        let found = found.unwrap_or_else(|| panic!("{text}: {:?}", imported.findings));
        assert_eq!(found.place.position().line - 6, line, "{text}");
        assert!(found.place.path() == "a.txt" && !found.help.is_empty());
    }
    for text in [
        "1. 请各国：\n\n(a) 写明；\n\n(b) 报告；\n\n2. 决定结束。",
        "1. 请各国：\n\n（一） 写明；\n\n（二） 报告；\n\n2. 决定结束。",
    ] {
        assert!(is_sealed(&resolution(text)), "{text}");
    }
}

#[test]
fn a_list_under_a_finished_sentence_is_asked_about() {
    let imported = resolution("1. 请各国写明；\n\n2. 决定结束。\n\n(1) 见大会决议。\n");
    assert!(!is_sealed(&imported));
    assert!(asked(&imported).contains(&5), "{:?}", imported.findings);
}

#[test]
fn a_page_number_becomes_no_words() {
    let text = |furniture: &str| {
        format!("回顾《公约》，\n\n1. 请各国写明标志\n{furniture}\n\u{c}和情况；\n\n2. 决定结束。\n")
    };
    for furniture in ["2 | GE.41-01234", "A/HRC/RES/98/6 第 2 页", "A/HRC/RES/98/6    2/5"] {
        let imported = resolution(&text(furniture));
        assert!(is_sealed(&imported), "{furniture} {:?}", imported.findings);
        assert!(imported.markdown.contains("写明标志和情况；"), "{}", imported.markdown);
    }
    // A number that may be anything is asked about.
    let imported = resolution(&text("3"));
    assert!(!is_sealed(&imported) && asked(&imported).contains(&4), "{}", imported.markdown);
}

#[test]
fn a_note_of_a_document_with_a_symbol_is_not_sealed_as_a_paragraph() {
    let head = "A/78/265\n\n关于标志的报告\n\n";
    for (mark, note) in [("*", "* "), ("（1）", "（1）"), ("①", "①"), ("（注1）", "注1："), ("†", "† ")]
    {
        let text = format!("{head}报告讲了《公约》{mark}。\n\n{note}联合国，《条约汇编》。\n");
        let imported = super::imported("a.txt", text.as_bytes());
        prove(&imported);
        assert!(!is_sealed(&imported), "{text}");
        let lines: Vec<_> = imported.findings.iter().map(|finding| finding.place.position().line).collect();
        assert!(lines.contains(&7), "{text} {:?}", imported.findings);
    }
    // Items of lists are none.
    let text =
        format!("{head}报告讲了：\n\n* 标志\n* 颜色\n\n（1）大字；\n（2）图画。\n\n1. 甲。\n2. 乙。\n");
    assert!(is_sealed(&super::imported("a.txt", text.as_bytes())));
}
