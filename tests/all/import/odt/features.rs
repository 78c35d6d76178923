//! What a file says in ways of its own: each case is as LibreOffice writes it.

use super::made::{odt, p};
use super::{opened, prove};

const STYLES: &str = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"/></text:list-style>\
    <style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";

/// The shown text of a body, one line a paragraph, after its title.
fn shown(body: &str) -> String {
    let bytes = odt(STYLES, &(p("题目") + body), &[]);
    let imported = opened("a.odt", &bytes).unwrap();
    prove(&imported, &bytes, "made");
    imported.source.text().lines().skip(1).collect::<Vec<_>>().join("\n")
}

fn list(more: &str, items: &[&str]) -> String {
    let items: String = items.iter().map(|item| format!("<text:list-item>{item}</text:list-item>")).collect();
    format!("<text:list text:style-name=\"L\" {more}>{items}</text:list>")
}

#[test]
fn lists_count_as_libreoffice_shows_them() {
    let inner = list("", &[&p("子"), &p("丑")]);
    let one = list("xml:id=\"a\"", &[&(p("甲") + &inner + &p("续")), &p("乙")]);
    let body = one + &list("", &[&p("丙")]) + &list("text:continue-list=\"a\"", &[&p("丁")]);
    assert_eq!(shown(&body), "1.\t甲\n(a)\t子\n(b)\t丑\n续\n2.\t乙\n1.\t丙\n3.\t丁");
    let body = list("", &[&p("甲")]) + &p("间") + &list("text:continue-numbering=\"true\"", &[&p("乙")]);
    assert_eq!(shown(&body), "1.\t甲\n间\n2.\t乙");
    let start = "<text:list text:style-name=\"L\"><text:list-header><text:p>头</text:p></text:list-header><text:list-item text:start-value=\"7\"><text:p>甲</text:p></text:list-item></text:list>";
    assert_eq!(shown(start), "头\n7.\t甲");
    let numbered = |level: u8, words: &str| {
        format!(
            "<text:numbered-paragraph text:list-id=\"n\" text:level=\"{level}\" text:style-name=\"L\"><text:p>{words}</text:p></text:numbered-paragraph>"
        )
    };
    assert_eq!(
        shown(&(numbered(1, "甲") + &numbered(2, "乙") + &numbered(1, "丙"))),
        "1.\t甲\n(a)\t乙\n2.\t丙"
    );
}

#[test]
fn blanks_are_folded_as_opendocument_says() {
    let body = p("\n  One <text:span> two</text:span>\n three<text:s text:c=\"2\"/>four ");
    assert_eq!(shown(&body).trim_end(), "One two three  four");
}

#[test]
fn what_is_hidden_stands_aside() {
    let body = p("甲<text:span text:style-name=\"H\">暗</text:span>乙")
        + &p("<text:hidden-paragraph text:is-hidden=\"true\"/>全藏")
        + &p(
            "<text:conditional-text>显</text:conditional-text><text:hidden-text text:is-hidden=\"true\" text:string-value=\"藏\"/>",
        );
    let bytes = odt(STYLES, &(p("题目") + &body), &[]);
    let imported = opened("a.odt", &bytes).unwrap();
    prove(&imported, &bytes, "hidden");
    assert!(imported.markdown.contains("甲乙") && imported.markdown.contains('显'));
    let left: Vec<_> = imported.dropped.iter().map(|it| (it.text.as_str(), it.reason.as_str())).collect();
    assert_eq!(left, [("暗", "hidden text"), ("全藏", "hidden text"), ("藏", "hidden text")]);
}

/// A change may begin in one paragraph and end in another.
#[test]
fn changes_reach_over_paragraphs() {
    let body = "<text:tracked-changes><text:changed-region text:id=\"c\"><text:insertion/></text:changed-region></text:tracked-changes>".to_owned()
        + &p("甲<text:change-start text:change-id=\"c\"/>乙")
        + &p("丙<text:change-end text:change-id=\"c\"/>丁");
    let imported = opened("a.odt", &odt("", &(p("题目") + &body), &[])).unwrap();
    let told: Vec<_> = imported.findings.iter().filter(|it| it.message.contains("was inserted")).collect();
    assert_eq!(told.len(), 2, "{:?}", imported.findings);
    assert!(told[0].message.contains("“乙”") && told[1].message.contains("“丙”"));
}
