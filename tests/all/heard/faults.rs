//! Faults that a checker of markup passes and a listener meets: each shows in the difference of what is heard.
//!
//! axe-core 4.14.1, with the rules that it runs by itself, finds nothing in any of them, as in the pages without the fault.

use super::{differences, text};

/// Two bodies of a page, without a fault and with one, and the lines in which they are heard otherwise.
#[track_caller]
fn is_heard(clean: &str, faulty: &str, lines: &[&str]) {
    let heard =
        |body: &str| -> Vec<String> { text(body).lines().map(|line| line.trim().to_owned()).collect() };
    assert_eq!(differences(&heard(clean), &heard(faulty)), lines, "{}", text(faulty));
}

/// The fault is what stands between these marks in the place of what stands before it: `⟦clean|faulty⟧`.
#[track_caller]
fn fault(body: &str, lines: &[&str]) {
    let (mut clean, mut faulty) = (String::new(), String::new());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (choice, after) = after.split_once('⟧').unwrap();
        let (right, wrong) = choice.split_once('|').unwrap();
        clean.extend([before, right]);
        faulty.extend([before, wrong]);
        rest = after;
    }
    clean.push_str(rest);
    faulty.push_str(rest);
    is_heard(&clean, &faulty, lines);
}

#[test]
fn a_label_in_another_language() {
    fault(
        "<nav aria-label=\"⟦网站|Site⟧\"><a href=\"a\">全部文件</a></nav>",
        &["- 导航：网站", "+ 导航：Site"],
    );
}

#[test]
fn a_note_that_is_read_at_its_mark_and_again_below() {
    fault(
        "<p>注意到报告<a id=\"m1\" role=\"doc-noteref\" href=\"#n1\" aria-label=\"注 1\"⟦| aria-describedby=\"n1\"⟧>1</a>，</p>\
         <section role=\"doc-endnotes\" aria-label=\"注释\"><ol><li id=\"n1\">见人权高专的报告。</li></ol></section>",
        &["- 注意到报告〔注释链接：注 1〕，", "+ 注意到报告〔注释链接：注 1（说明：见人权高专的报告。）〕，"],
    );
}

#[test]
fn an_alternative_that_repeats_the_caption() {
    fault(
        "<figure><img src=\"a.png\" alt=\"⟦代表们举手表决|2023 年的会议⟧\"><figcaption>2023 年的会议</figcaption></figure>",
        &["- 图片：代表们举手表决", "+ 图片：2023 年的会议"],
    );
}

#[test]
fn a_table_that_lost_its_headers() {
    fault(
        "<table><caption>经费</caption><tr><⟦th scope=\"col\"|td⟧>年份</⟦th|td⟧><⟦th scope=\"col\"|td⟧>金额</⟦th|td⟧></tr>\
         <tr><td>2023</td><td>10</td></tr></table>",
        &[
            "- 列标题：年份",
            "- 列标题：金额",
            "+ 单元格：年份",
            "+ 单元格：金额",
            "- 年份：2023",
            "- 金额：10",
            "+ 单元格：2023",
            "+ 单元格：10",
        ],
    );
}

#[test]
fn a_heading_of_the_wrong_level() {
    fault(
        "<h1>决议</h1><h2>执行部分</h2><⟦h3|h2⟧>培训</⟦h3|h2⟧><h2>注释</h2>",
        &["- 标题 3 级：培训", "+ 标题 2 级：培训"],
    );
}

#[test]
fn parts_in_another_order_than_they_are_seen() {
    is_heard(
        "<p>先报名。</p><p>再参加会议。</p>",
        "<div class=\"reversed\"><p>再参加会议。</p><p>先报名。</p></div>",
        &["- 先报名。", "+ 先报名。"],
    );
}

#[test]
fn a_picture_that_says_nothing() {
    fault(
        "<p>怎样进门：<img src=\"a.png\" alt=\"⟦坡道在大门的左边|⟧\"></p>",
        &["- 怎样进门：〔图片：坡道在大门的左边〕", "+ 怎样进门："],
    );
}

#[test]
fn a_paragraph_that_is_hidden_from_listeners() {
    fault("<p>请在周五以前报名。</p><p⟦| aria-hidden=\"true\"⟧>名额有限。</p>", &["- 名额有限。"]);
}

#[test]
fn a_list_that_only_looks_like_one() {
    fault(
        "<p>请带：</p><⟦ul|div⟧><⟦li|div⟧>身份证</⟦li|div⟧><⟦li|div⟧>邀请信</⟦li|div⟧></⟦ul|div⟧>",
        &["- 列表，2 项", "- • 身份证", "- • 邀请信", "+ 身份证", "+ 邀请信"],
    );
}

#[test]
fn a_link_that_is_called_otherwise_than_it_is_seen() {
    fault(
        "<p><a href=\"a\"⟦| aria-label=\"更多\"⟧>第 52/8 号决议</a></p>",
        &["- 链接：第 52/8 号决议", "+ 链接：更多"],
    );
}

#[test]
fn a_paragraph_in_the_wrong_language() {
    fault(
        "<p⟦| lang=\"en\"⟧>人权理事会通过了决议。</p>",
        &["- 人权理事会通过了决议。", "+ 语言 English：人权理事会通过了决议。"],
    );
}

#[test]
fn an_ornament_that_is_read_aloud() {
    fault(
        "<p><a href=\"a\">下一页<span⟦ aria-hidden=\"true\"|⟧>»»</span></a></p>",
        &["- 链接：下一页", "+ 链接：下一页»»"],
    );
}

#[test]
fn a_current_page_that_is_not_said() {
    fault(
        "<nav aria-label=\"版本\"><ul><li><a href=\"a\"⟦ aria-current=\"page\"|⟧>正式文本</a></li><li><a href=\"b\">易读版</a></li></ul></nav>",
        &["- • 链接，当前页：正式文本", "+ • 链接：正式文本"],
    );
}

#[test]
fn a_table_of_which_only_the_words_are_left() {
    let table =
        "<table⟦| role=\"presentation\"⟧><tr><th scope=\"row\">届会</th><td>第五十二届</td></tr></table>";
    fault(
        table,
        &[
            "- 表格，1 行，2 列",
            "- 第 1 行",
            "- 行标题：届会",
            "- 届会：第五十二届",
            "+ 届会",
            "+ 第五十二届",
        ],
    );
}
