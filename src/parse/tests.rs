//! The parser on Chinese text first.

use std::sync::Arc;

use super::{Input, parse};
use crate::content::Role;
use crate::document::{Block, BlockKind, Body, Document, InlineKind, Inlines, ResolutionPart};
use crate::languages::Languages;
use crate::source::Source;

const HEAD: &str = "---\ntitle: 决议\nsummary: 请各国做好。\n---\n";
const RESOLUTION: &str = "---\ntitle: 决议\nsummary: 请各国做好。\nkind: resolution\nbody: 人权理事会\n---\n";

fn read(text: &str) -> (Document, Vec<String>) {
    let input = Input {
        source: Arc::new(Source::new("content/a/index.md", text)),
        role: Role::Official,
        slug: "a".into(),
        lang: "zh-Hans".parse().unwrap(),
    };
    let (document, findings) = parse(&input, Languages::built_in());
    let findings = findings
        .iter()
        .map(|finding| {
            let at = finding.place.position();
            format!("{}:{} {}", at.line, at.column, finding.rule)
        })
        .collect();
    (document, findings)
}

fn blocks(document: &Document) -> &[Block] {
    match &document.body {
        Body::Flow(blocks) => blocks,
        other => panic!("not a flow: {other:?}"),
    }
}

/// A paragraph with its emphasis shown as brackets: `[b:…]` strong, `[i:…]` emphasis, `[d:…]` deleted.
fn shown<'a>(document: &'a Document, inlines: impl Into<Inlines<'a>>) -> String {
    inlines
        .into()
        .map(|inline| match &inline.kind {
            InlineKind::Text(text) => document.text(text).to_owned(),
            InlineKind::Code(text) => format!("[c:{}]", document.text(text)),
            InlineKind::Strong(children) => format!("[b:{}]", shown(document, children)),
            InlineKind::Emphasis(children) => format!("[i:{}]", shown(document, children)),
            InlineKind::Deleted(children) => format!("[d:{}]", shown(document, children)),
            InlineKind::Link { target, children } => {
                format!("[a:{}|{}]", document.text(target), shown(document, children))
            }
            InlineKind::Image { target, alt } => {
                format!("[img:{}|{}]", document.text(target), shown(document, alt))
            }
            InlineKind::Html { tags, children } => {
                format!("{}{}{}", tags.open, shown(document, children), tags.close)
            }
            InlineKind::NoteMark { label, occurrence } => {
                format!("[n:{}.{occurrence}]", document.text(label))
            }
            InlineKind::SoftBreak { joins: true } => String::new(),
            InlineKind::SoftBreak { joins: false } => " ".to_owned(),
            InlineKind::HardBreak => "[br]".to_owned(),
            InlineKind::Checkbox(ticked) => format!("[{ticked}]"),
        })
        .collect()
}

fn first_paragraph(markdown: &str) -> String {
    let (document, _) = read(&format!("{HEAD}{markdown}\n"));
    match &blocks(&document)[0].kind {
        BlockKind::Paragraph(content) => shown(&document, content),
        other => panic!("not a paragraph: {other:?}"),
    }
}

#[test]
fn emphasis_beside_full_width_punctuation() {
    for (markdown, wanted) in [
        ("**注意：**请看", "[b:注意：]请看"),
        ("请看**《公约》**第一条", "请看[b:《公约》]第一条"),
        ("看**《公约》**第一条和**（二）**款", "看[b:《公约》]第一条和[b:（二）]款"),
        ("增长**50%**后", "增长[b:50%]后"),
        ("他说**“是”**。", "他说[b:“是”]。"),
        ("他说**“是”**然后走了", "他说[b:“是”]然后走了"),
        ("请*《公约》*各方", "请[i:《公约》]各方"),
        ("这是~~旧的。~~新的", "这是[d:旧的。]新的"),
        ("看**`代码`**这里", "看[b:[c:代码]]这里"),
        ("看**[链接](https://a.example/)**这里", "看[b:[a:https://a.example/|链接]]这里"),
        ("又**认识到**地方", "又[b:认识到]地方"),
        ("**（一）**和**（二）**、**（三）**", "[b:（一）]和[b:（二）]、[b:（三）]"),
        ("***《公约》***第一条", "[i:[b:《公约》]]第一条"),
        ("日本**「鍵」**だ", "日本[b:「鍵」]だ"),
        ("한국**(가)**는", "한국[b:(가)]는"),
        ("a **b**, c", "a [b:b], c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ] {
        assert_eq!(first_paragraph(markdown), wanted, "{markdown}");
    }
}

#[test]
fn lines_join_over_the_marks_of_emphasis() {
    for (markdown, wanted) in [
        ("请各国\n保护人权", "请各国保护人权"),
        ("请**各国**\n保护人权", "请[b:各国]保护人权"),
        ("请各国\n**保护**人权", "请各国[b:保护]人权"),
        ("请~~各国~~\n*保护*人权", "请[d:各国][i:保护]人权"),
        ("ask **States**\nto act", "ask [b:States] to act"),
        ("目标 **3**\n至 4", "目标 [b:3] 至 4"),
    ] {
        assert_eq!(first_paragraph(markdown), wanted, "{markdown}");
    }
}

/// In Chinese it stands between the ends of a range.
#[test]
fn a_single_tilde_is_text() {
    for (markdown, wanted) in [
        ("5 ~10岁，15~ 20岁", "5 ~10岁，15~ 20岁"),
        ("5～10岁，15~20岁", "5～10岁，15~20岁"),
        ("~10岁和20~，30~", "~10岁和20~，30~"),
        ("（~10岁）和（20~）", "（~10岁）和（20~）"),
        ("约 ~10 **岁~ 20** 岁", "约 ~10 [b:岁~ 20] 岁"),
        ("**请看。**~10岁~ **好**", "[b:请看。]~10岁~ [b:好]"),
        ("**~10岁~**和*~5~*", "[b:~10岁~]和[i:~5~]"),
        ("~~5 ~10岁~~和~~（~5~）~~", "[d:5 ~10岁]和[d:（~5~）]"),
        ("`5 ~10` 和 ~20~", "[c:5 ~10] 和 ~20~"),
        (r"\~10~ 和 \~~10~", "~10~ 和 ~~10~"),
        ("<~10岁~ 和", "<~10岁~ 和"),
        ("[~站~](https://a.example/~b/)和[c](~d~)", "[a:https://a.example/~b/|~站~]和[a:~d~|c]"),
        ("<https://a.example/~b/~c/>", "[a:https://a.example/~b/~c/|https://a.example/~b/~c/]"),
        ("<~b@a.example> ~c~", "[a:mailto:~b@a.example|~b@a.example] ~c~"),
        ("\u{10A10}\u{10900}\u{10380} ~10~", "\u{10A10}\u{10900}\u{10380} ~10~"),
    ] {
        assert_eq!(first_paragraph(markdown), wanted, "{markdown}");
    }
    let (document, findings) = read(&format!("{HEAD}话[^~1]。\n\n[^~1]: 5 ~10~\n"));
    assert_eq!((&*document.notes[0].label, document.notes[0].marks, findings.len()), ("~1", 1, 0));
}

#[test]
fn the_sentinel_leaves_no_trace() {
    for (markdown, wanted) in [
        (r"请看\**《公约》*第一条", "请看*[i:《公约》]第一条"),
        ("`请看**《公约》**第一条`", "[c:请看**《公约》**第一条]"),
        ("看**[《公约》](a**《b》**c.md)**第一条", "看[b:[a:a**《b》**c.md|《公约》]]第一条"),
        ("\u{10A50}看**《公约》**第一条", "\u{10A50}看[b:《公约》]第一条"),
        ("![看**《公约》**第一条](a.svg)", "[img:a.svg|看[b:《公约》]第一条]"),
    ] {
        assert_eq!(first_paragraph(markdown), wanted, "{markdown}");
    }
}

#[test]
fn spans_are_those_of_the_source() {
    let (document, _) = read(&format!("{HEAD}请看**《公约》**第一条和**（二）**款\n"));
    let BlockKind::Paragraph(content) = &blocks(&document)[0].kind else { panic!() };
    let spans: Vec<&str> = content.inlines().map(|inline| document.source.slice(inline.span)).collect();
    assert_eq!(spans, ["请看", "**《公约》**", "第一条和", "**（二）**", "款"]);
}

#[test]
fn a_line_break_between_chinese_characters_is_not_a_space() {
    for (markdown, wanted) in [
        ("人权\n理事会", "人权理事会"),
        ("议程》\n的", "议程》的"),
        ("题为\n“变革”", "题为“变革”"),
        ("2018 年\n3 月", "2018 年 3 月"),
        ("Human\nrights", "Human rights"),
        ("한국\n사람", "한국 사람"),
        ("第一，\nABC", "第一，ABC"),
    ] {
        assert_eq!(first_paragraph(markdown), wanted, "{markdown}");
    }
}

#[test]
fn dollars_quotes_and_brackets_are_words() {
    for literal in ["价格$5和$6", "\"直引号\"--...", "[[维基]]", "H~2~O 和 m^2^"] {
        assert_eq!(first_paragraph(literal), literal);
    }
}

#[test]
fn lists_keep_the_numbers_that_are_written() {
    let (document, _) = read(&format!("{HEAD}3. 三\n7. 七\n8. 八\n"));
    let BlockKind::List { ordered: true, items } = &blocks(&document)[0].kind else { panic!() };
    assert_eq!(items.iter().map(|item| item.number).collect::<Vec<_>>(), [Some(3), Some(7), Some(8)]);
}

#[test]
fn notes_stand_in_the_order_of_their_marks() {
    let (document, _) =
        read(&format!("{HEAD}甲[^b]乙[^a]丙[^b]\n\n[^a]: 第一\n\n[^b]: 第二\n\n[^c]: 第三\n"));
    let notes: Vec<_> = document.notes.iter().map(|note| (&*note.label, note.marks)).collect();
    assert_eq!(notes, [("b", 2), ("a", 1), ("c", 0)]);
}

#[test]
fn a_resolution_has_its_parts_and_ids() {
    let text = format!(
        "{RESOLUTION}人权理事会，\n\n回顾甲，\n\n又回顾乙，\n\n1. 鼓励各国；\n\n17. 请高级专员：\n\n    (a) 编写报告；\n\n    (b) 组织会议：\n\n    (i) 一；\n\n    (ii) 二；\n\n    (c) 完成；\n\n18. 决定继续处理此事。\n\n附件\n"
    );
    let (document, findings) = read(&text);
    assert_eq!(findings, [""; 0]);
    let Body::Resolution(resolution) = &document.body else { panic!() };
    let ids: Vec<String> = resolution.paragraphs().iter().map(|paragraph| paragraph.id.to_string()).collect();
    assert_eq!(
        ids,
        [
            "pp-0",
            "pp-1",
            "pp-2",
            "op-1",
            "op-17",
            "op-17-a",
            "op-17-b",
            "op-17-b-i",
            "op-17-b-ii",
            "op-17-c",
            "op-18"
        ]
    );
    let seventeen = &resolution.operative[1];
    assert_eq!(document.text(seventeen.label.as_ref().unwrap()), "17.");
    assert_eq!(document.text(seventeen.children[0].label.as_ref().unwrap()), "(a)");
    let BlockKind::Paragraph(words) = &seventeen.children[0].blocks[0].kind else { panic!() };
    assert_eq!(document.plain(words), "编写报告；");
    assert_eq!(resolution.after.len(), 1);
    assert!(
        document.has_anchor("op-17-b-ii")
            && !document.has_anchor("op-17-b-iii")
            && !document.has_anchor("op-1-")
    );
}

#[test]
fn the_letter_after_h_is_i() {
    let letters: String = ('a'..='j').map(|letter| format!("    ({letter}) 项；\n\n")).collect();
    let (document, _) = read(&format!("{RESOLUTION}人权理事会，\n\n17. 请：\n\n{letters}"));
    let Body::Resolution(resolution) = &document.body else { panic!() };
    assert_eq!(resolution.operative[0].children.len(), 10);
    assert_eq!(resolution.paragraphs().last().unwrap().id.part, ResolutionPart::Operative);
}

#[test]
fn raw_html_passes_the_sanitiser_or_is_refused() {
    assert_eq!(
        first_paragraph("甲<span lang=\"en\" onclick=\"x()\">Distr.: General</span>乙"),
        "甲<span lang=\"en\">Distr.: General</span>乙"
    );
    let (_, findings) = read(&format!(
        "{HEAD}甲<script>alert(1)</script>乙\n\n<div onclick=\"x\"><script>y</script></div>\n\n甲<b>乙\n"
    ));
    assert_eq!(
        findings,
        [
            "5:2 markdown/active-html",
            "7:1 markdown/refused-attribute",
            "7:18 markdown/active-html",
            "9:2 markdown/unbalanced-html"
        ]
    );
}

#[test]
fn headings_get_readable_ids() {
    let (document, findings) =
        read(&format!("{HEAD}## 大会决议\n\n## 大会决议\n\n## 谁？ {{#who}}\n\n## 甲 {{#op-1}}\n"));
    let ids: Vec<_> = blocks(&document).iter().map(|block| block.id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["da-hui-jue-yi", "da-hui-jue-yi-2", "who", "op-1"]);
    assert_eq!(findings, ["11:1 markdown/id-taken"]);
}

#[test]
fn hostile_nesting_neither_panics_nor_stalls() {
    for hostile in [
        ">".repeat(10_000),
        "[".repeat(10_000),
        "- ".repeat(10_000),
        "*《".repeat(10_000),
        "![".repeat(10_000),
        "<b>".repeat(10_000),
        format!("{}x{}", "**(".repeat(5_000), ")**".repeat(5_000)),
        "`".repeat(10_000),
        "[^1]".repeat(10_000),
        "|".repeat(10_000),
        "<div>".repeat(10_000),
        format!("{}\n", "a".repeat(1_000_000)),
    ] {
        let (document, _) = read(&format!("{HEAD}{hostile}\n"));
        drop(document);
    }
}
