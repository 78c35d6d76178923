//! What pages are printed with is left out, and what a sentence names is not left out silently.

use super::doubtful::{NOWHERE, body, resolution, unsure};

#[test]
fn a_symbol_or_a_page_that_a_sentence_may_name_is_asked_about() {
    for named in ["A/HRC/RES/98/6", "第 2 页", "- 2 -", "GE.23-06199", "23-06199", "A/HRC/RES/98/6 第 2 页"]
    {
        for rest in ["\n和报告；\n\n2. 决定结束。\n", "\n\n2. 决定结束。\n"] {
            let imported = resolution(&format!("1. 请各国写明标志，见\n{named}{rest}"));
            assert!(unsure(&imported).contains(&2), "{named} {:?}", imported.findings);
        }
    }
    for named in ["A/HRC/RES/98/6", "Page 2", "A/HRC/RES/98/6 page 2"] {
        let text = format!("1. Decides that, as in\n{named}\nof the report;\n\n2. Decides to end.\n");
        assert_eq!(unsure(&resolution(&text)), [2], "{named}");
    }
    let note = "回顾《公约》¹，\n\n1. 决定结束。\n\n¹ 见文件\nA/HRC/RES/98/6\n所载的决议。\n";
    assert!(unsure(&resolution(note)).contains(&6));
}

#[test]
fn marks_of_the_page_between_pages_are_left_out_without_a_question() {
    for page in ["\u{c}A/HRC/RES/98/6\n", "A/HRC/RES/98/6\n\u{c}", "GE.23-06199 (C) 120423 180423\n"] {
        let text = format!(
            "回顾《公约》，\n\n1. 请各国写明标志\n{page}和情况；\n\n2. 请各国报告；\n\n3. 决定结束。\n"
        );
        let imported = resolution(&text);
        assert_eq!(unsure(&imported), NOWHERE, "{page:?}");
        assert!(body(&imported).contains("写明标志和情况；"), "{}", imported.markdown);
    }
    let whole = "1. 请各国写明标志；\nA/HRC/RES/98/6\n2. 决定结束。\n";
    assert_eq!(unsure(&resolution(whole)), NOWHERE);
}
