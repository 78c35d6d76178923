//! What becomes of each thing that pages have.

use curbcut::import::Imported;

use super::{body, opened, page};

/// The text of a page under its title.
fn text(said: &str) -> String {
    let whole = page(&format!("<h1>这是一个用中文写的较长的题目</h1>{said}"));
    body(&whole).to_owned()
}

fn left(imported: &Imported) -> Vec<(&str, &str)> {
    imported.dropped.iter().map(|dropped| (dropped.text.as_str(), dropped.reason.as_str())).collect()
}

fn told(imported: &Imported, said: &str) -> usize {
    imported.findings.iter().filter(|finding| finding.message.contains(said)).count()
}

#[test]
fn blanks_are_folded_as_browsers_do() {
    for (said, want) in [
        ("<p>  a \n\t b <b> c </b> d", "a b **c** d"),
        ("<p>中文\n   换行<b>\n粗</b>", "中文换行**粗**"),
        ("<p>中文\nabc\n中文", "中文 abc 中文"),
        ("<p>中文 有空", "中文 有空"),
        ("<p>a<span> </span>b", "a b"),
        ("<p>a <!-- x --> b", "a b"),
        ("<p>a <a href=https://example.org/>b </a>c", "a [b](https://example.org/) c"),
        ("<p>한국\n어", "한국 어"),
        ("<pre>a\n\nb\nc</pre>", "a\n\nb<br>c"),
        ("<pre><code>a  b\n\n  c</code></pre>", "```\na  b\n\n  c\n```"),
        ("<p>x <code>a*b</code>", "x <code>a\\*b</code>"),
        ("<p>一<br>二<br><br>三<br>　　四", "一<br>二\n\n三\n\n四"),
    ] {
        assert_eq!(text(said), want, "{said}");
    }
}

#[test]
fn lists_have_the_numbers_that_browsers_print() {
    for (said, want) in [
        ("<ol><li>一<li>二</ol>", "1. 一\n\n2. 二"),
        ("<ol start=3 reversed><li>一<li value=9>二<li>三</ol>", "3. 一\n\n9. 二\n\n8. 三"),
        ("<ol reversed><li>一<li>二</ol>", "2. 一\n\n1. 二"),
        ("<ol type=A><li>一</ol><ol type=i start=4><li>一</ol>", "A. 一\n\niv. 一"),
        ("<ol style='list-style-type:cjk-ideographic'><li>一</ol>", "一、一"),
        ("<ol style='list-style:none'><li>一</ol>", "一"),
        (
            "<ol><li><p>一<p>二<ul><li>三<ol><li>四</ol></ul><p>五</ol>",
            "1. 一\n\n   二\n\n   - 三\n\n     1. 四\n\n   五",
        ),
        ("<ol><li><ol type=a><li>一</ol></ol>", "1.\n\n   a. 一"),
        ("<ul><li></ul><ul><li>一</ul>", "- 一"),
        ("<dl><dt>词<dd>义</dl>", "**词**\n\n义"),
        (
            "<ul><li><input type=checkbox checked> 一<li><label><input type=checkbox> 二</label></ul>",
            "- ☒ 一\n\n- ☐ 二",
        ),
    ] {
        assert_eq!(text(said), want, "{said}");
    }
    let imported = page("<h1>题</h1><ol style='list-style-type:ethiopic-numeric'><li>一</ol>");
    assert_eq!((body(&imported), told(&imported, "of a form here that is not known")), ("1. 一", 1));
}

/// In a page that Word makes small, only the blanks after a number show that it is one.
#[test]
fn numbers_of_word_are_labels_also_in_small_pages() {
    let item = |number: &str, words: &str| {
        format!(
            "<p class=MsoListParagraph style='text-indent:-18.0pt'>{number}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>{words}</p>"
        )
    };
    let list = item("<span lang=EN-US>1.", "甲")
        + &item("<span style='font-family:Symbol'>·", "乙")
        + &item("<span>（二）", "丙");
    assert_eq!(text(&format!("<p class=MsoTocHeading>目录</p>{list}")), "1. 甲\n\n- 乙\n\n（二）丙");
}

#[test]
fn notes_are_found_in_all_their_forms() {
    let section = |inside: &str| format!("<section role=doc-endnotes><hr><ol>{inside}</ol></section>");
    for (mark, note) in [
        ("<a href=#fn1 class=footnote-ref id=fnref1 role=doc-noteref><sup>1</sup></a>", section("<li id=fn1><p>注文。<a href=#fnref1 class=footnote-back role=doc-backlink>↩︎</a>")),
        ("<sup id=fnref:1><a href=#fn:1 class=footnote rel=footnote>1</a></sup>", "<div class=footnotes><ol><li id=fn:1><p>注文。<a href=#fnref:1 class=reversefootnote>&#8617;</a></ol></div>".to_owned()),
        ("<sup><a href=#user-content-fn-1 id=user-content-fnref-1 data-footnote-ref>1</a></sup>", "<section data-footnotes><h2>Footnotes</h2><ol><li id=user-content-fn-1><p>注文。 <a href=#user-content-fnref-1 data-footnote-backref>↩</a></ol></section>".to_owned()),
        ("<a epub:type=noteref href=#n1>1</a>", "<aside epub:type=footnote id=n1><p>注文。</aside>".to_owned()),
        ("<sup>[<a href=#c1 id=r1>1</a>]</sup>", "<ol><li id=c1><span><a href=#r1>^</a></span> <span>注文。</span></ol>".to_owned()),
        ("<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>", "<div><div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> 注文。</p></div></div>".to_owned()),
        ("<sup><a href=#x>1</a></sup>", "<p id=x><sup>1</sup> 注文。".to_owned()),
        ("<a href=#x id=y>(1)</a>", "<p><a name=x></a><a href=#y>(1)</a> 注文。".to_owned()),
    ] {
        let imported = page(&format!("<h1>题</h1><p>话{mark}，完。</p>{note}"));
        assert_eq!(body(&imported), "话[^1]，完。\n\n[^1]: 注文。", "{mark}");
        assert_eq!(imported.counts.notes, 1);
    }
    // A note that is marked twice is one; paragraphs of a note are joined; a mark in a note stays a sign.
    let imported = page(&format!(
        "<h1>题</h1><p>甲<a role=doc-noteref href=#a>1</a>乙<a role=doc-noteref href=#a>1</a></p>{}",
        section("<li id=a><p>一</p><p>二<a role=doc-noteref href=#b>2</a></p><li id=b>三")
    ));
    assert_eq!(body(&imported), "甲[^1]乙[^1]\n\n[^1]: 一<br>二2\n\n[^2]: 三");
    // A link in the text that leads back and forth is no note.
    let imported = page(
        "<h1>题</h1><h2 id=s>节</h2><p>见<a href=#s>上节</a>和<a href=#t id=u>第二条</a></p><p id=t>第二条，见<a href=#u>上</a></p>",
    );
    assert_eq!(imported.counts.notes, 0);
}

#[test]
fn the_main_part_is_found_by_landmarks() {
    let around = |inside: &str| {
        format!("<header><a href=/>头</a></header><nav>航</nav>{inside}<aside>旁</aside><footer>尾</footer>")
    };
    for inside in [
        "<main><h1>题</h1><p>文。</p></main>",
        "<div role=main><h1>题</h1><p>文。</p></div>",
        "<article><h1>题</h1><p>文。</p></article>",
        "<div><h1>题</h1><p>文。</p></div>",
        "<div><main><h1>题</h1><nav>内</nav><p>文。</p></main></div>",
    ] {
        let imported = page(&around(inside));
        assert_eq!(body(&imported), "文。", "{inside}");
        let left = left(&imported);
        for (words, reason) in [("头", "head"), ("航", "navigation"), ("旁", "beside"), ("尾", "foot")] {
            assert!(
                left.iter().any(|(known, why)| *known == words && why.contains(reason)),
                "{inside}: {left:?}"
            );
        }
    }
    // Words of the main part that are its head, its foot or a box.
    let imported = page(
        "<main><header><h1>题</h1><p>首</p></header><p>文。</p><aside>框</aside><footer>末</footer></main>外",
    );
    assert_eq!(
        (body(&imported), left(&imported)),
        ("首\n\n文。\n\n框\n\n末", vec![("外", "outside of the main part of the page")])
    );
    // A title that stands elsewhere.
    let imported = page("<header><a href=/>站</a><h1>题目</h1></header><main><h2>节</h2><p>文。</p></main>");
    assert!(
        imported.markdown.contains("title: 题目\n") && body(&imported) == "## 节\n\n文。",
        "{}",
        imported.markdown
    );
    assert_eq!(left(&imported), [("站", "head of the page")]);
    // A head that leads nowhere is that of the document; an empty main part is none.
    let imported = page("<header><h1>题目</h1><p>作者</p></header><main> </main><h1>一</h1><p>文。</p>");
    assert!(
        imported.markdown.contains("title: 题目\n") && body(&imported) == "作者\n\n## 一\n\n文。",
        "{}",
        imported.markdown
    );
}

#[test]
fn a_title_is_found_or_asked_for() {
    let with = |window: &str, body: &str| {
        opened("页.html", format!("<html lang=zh><title>{window}</title>{body}").as_bytes()).unwrap()
    };
    let title = |imported: &Imported| {
        imported.markdown.lines().find_map(|line| line.strip_prefix("title: ").map(str::to_owned)).unwrap()
    };
    let imported = with("关于车站的通知_交通局", "<p>交通局<p>关于车站的通知<p>正文。");
    assert_eq!(
        (title(&imported), told(&imported, "the title of the window says it too")),
        ("关于车站的通知".to_owned(), 1)
    );
    let imported = with("车站报告", "<p>本报告说明全部车站的情况。<p>完。");
    assert_eq!(
        (title(&imported), told(&imported, "the title of the window was taken")),
        ("车站报告".to_owned(), 1)
    );
    assert_eq!(body(&imported), "本报告说明全部车站的情况。\n\n完。");
    let imported = with("首页", "<h2>车站报告</h2><h3>一</h3><p>文。");
    assert_eq!((title(&imported), body(&imported)), ("车站报告".to_owned(), "## 一\n\n文。"));
    let imported = with("", "<p>局</p><h1>车站报告</h1><h3>一</h3><p>文。<h1>又</h1><p>完。");
    assert_eq!(title(&imported), "车站报告");
    assert!(body(&imported).ends_with("## 又\n\n完。"), "{}", body(&imported));
}

#[test]
fn what_is_no_text_is_left_out_and_listed() {
    let imported = page(
        "<h1>题</h1><p>文。</p><p hidden>一</p><p style='display : none'>二</p><p style='visibility:hidden!important'>三</p><div aria-hidden=TRUE>四</div>\
         <dialog>五</dialog><template>六</template><noscript>七</noscript><form><label>八</label><input placeholder=九><button>十</button></form>\
         <select><option>甲</select><textarea>乙</textarea><iframe src=https://example.org/f></iframe><video src=v.mp4>丙</video><svg><text>丁</text></svg>\
         <math><mi>戊</mi></math><canvas>己</canvas><object data=o.swf>庚</object><script>辛</script><style>壬</style>",
    );
    assert_eq!(body(&imported), "文。");
    let all: String = imported.dropped.iter().map(|dropped| dropped.text.clone()).collect();
    for c in "一二三四五六七八九十甲乙丙丁戊己庚".chars() {
        assert_eq!(all.matches(c).count(), 1, "{c}: {all}");
    }
    assert!(!all.contains(['辛', '壬']));
    for said in [
        "a page in the page is left out: “https://example.org/f”",
        "a film is left out: “v.mp4”",
        "a drawing (SVG) is left out",
        "a formula (MathML) is left out",
        "something embedded is left out: “o.swf”",
        "the file has 1 script and 1 style sheet",
    ] {
        assert_eq!(told(&imported, said), 1, "{said}");
    }
    // A form around the whole page, as some programs write it.
    let imported = page(
        "<form id=aspnetForm><input type=hidden value=x><div><h1>题</h1><p>文。</p><input type=submit value=送></div></form>",
    );
    assert_eq!((body(&imported), left(&imported)), ("文。", vec![("送", "control of a form")]));
}

#[test]
fn words_keep_what_marks_them() {
    for (said, want) in [
        ("<p>一<sup>二</sup><sub>三</sub>", "一<sup>二</sup><sub>三</sub>"),
        ("<p>他说<q>甲<q>乙</q></q>。", "他说“甲‘乙’”。"),
        (
            "<p lang=fr>Il dit <q>oui</q> et voilà tout.",
            "<span lang=\"fr\">Il dit «\u{a0}oui\u{a0}» et voilà tout.</span>",
        ),
        ("<p>见<span lang=en>the Convention</span>。", "见<span lang=\"en\">the Convention</span>。"),
        (
            "<div lang=en><p>见<span>the Convention</span>。</div>",
            "见<span lang=\"en\">the Convention</span>。",
        ),
        ("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "汉字"),
        ("<blockquote><p>引", "> 引"),
        ("<p>甲<s>乙</s>丙", "甲~~乙~~丙"),
        ("<p>甲<span role=doc-pagebreak aria-label='Page 12'></span>乙", "甲[](page:12)乙"),
        ("<p>甲<span role=doc-pagebreak>iv</span>乙", "甲[](page:iv)乙"),
        (
            "<h2 id=s>节</h2><p><a href=#s>上</a><a href=HTTPS://example.org/>外</a><a href=mailto:a@example.org>信</a><a href=b.html>邻</a>",
            "## 节 {#s}\n\n[上](#s)[外](HTTPS://example.org/)[信](mailto:a@example.org)邻",
        ),
        ("<base href=https://example.org/a/><p><a href=../b.html>邻</a>", "[邻](https://example.org/b.html)"),
        ("<p><b>节</b><p>文字。", "## 节\n\n文字。"),
        ("<p style='font-size:150%'>节<p>文字。", "## 节\n\n文字。"),
        ("<div role=heading aria-level=2>节</div><p>文。", "## 节\n\n文。"),
    ] {
        assert_eq!(text(said), want, "{said}");
    }
    let imported = page(
        "<h1>题</h1><p>甲<del>乙</del><ins>丙</ins><bdo dir=rtl>丁</bdo><abbr title='World Health'>WHO</abbr><a href=https://example.org/><img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' alt=图></a>",
    );
    for said in [
        "“乙” was deleted",
        "“丙” was inserted",
        "turns the direction of words",
        "a picture of the file leads to “https://example.org/”",
    ] {
        assert_eq!(told(&imported, said), 1, "{said}");
    }
    assert!(
        left(&imported).iter().any(|(words, why)| *words == "World Health" && why.contains("abbreviation"))
    );
}

#[test]
fn tables_are_tables_and_layouts_are_not() {
    let cells = "<tr><td>甲<td>乙<tr><td>丙<td>丁";
    for (said, want) in [
        (
            format!("<table><caption>名</caption><thead>{}</thead>{cells}</table>", "<tr><td>子<td>丑"),
            "表: 名\n\n| 子 | 丑 |\n|---|---|\n| 甲 | 乙 |\n| 丙 | 丁 |",
        ),
        (format!("<table role=presentation>{cells}</table>"), "甲\n\n乙\n\n丙\n\n丁"),
        ("<table><tr><td>甲<p>乙</table>".to_owned(), "甲\n\n乙"),
        (
            format!("<table><tr><td><h2>节</h2><tr><td>旁<td><table><tr><th>子<th>丑{cells}</table></table>"),
            "## 节\n\n旁\n\n| 子 | 丑 |\n|---|---|\n| 甲 | 乙 |\n| 丙 | 丁 |",
        ),
        (
            "<table><tfoot><tr><td>末<td>尾</tfoot><tr><th>子<th>丑<tr><td>甲<td>乙</table>".to_owned(),
            "| 子 | 丑 |\n|---|---|\n| 甲 | 乙 |\n| 末 | 尾 |",
        ),
        (
            "<table><tr><th>子<th>丑<tr><th>甲<td>乙</table>".to_owned(),
            "| 子 | 丑 |\n|---|---|\n| **甲** | 乙 |",
        ),
        (
            "<table><tr><th>甲<td>乙<tr><th>丙<td>丁</table>".to_owned(),
            "<table>\n<tbody>\n<tr><th scope=\"row\">甲</th><td>乙</td></tr>\n<tr><th scope=\"row\">丙</th><td>丁</td></tr>\n</tbody>\n</table>",
        ),
    ] {
        assert_eq!(text(&said), want, "{said}");
    }
    assert_eq!(
        told(&page(&format!("<h1>题</h1><table>{cells}</table>")), "marks no row of this table as its head"),
        1
    );
    let nested =
        page("<h1>题</h1><table><tr><th>子<th>丑<tr><td>甲<td><table><tr><td>乙<td>丙</table></table>");
    assert!(
        body(&nested).contains("乙<br>丙") && told(&nested, "stands in a cell of another") == 1,
        "{}",
        body(&nested)
    );
}

#[test]
fn what_stands_between_paragraphs_is_told_at_its_place() {
    let whole = page(
        "<h1>这是一个用中文写的较长的题目</h1><p>甲</p><video src=a.mp4></video><p hidden>一</p><p hidden>二</p><p>乙</p>",
    );
    let film = whole.findings.iter().find(|it| it.message.contains("a film is left out")).unwrap();
    let hidden = whole.dropped.iter().find(|it| it.text == "一").unwrap();
    assert_eq!(film.place.position().line, hidden.line);
}

#[test]
fn what_is_lost_of_tables_pictures_and_lines_is_told() {
    let merged = page(
        "<h1>这是一个用中文写的较长的题目</h1><table><tr><th colspan=2>甲</th></tr><tr><td>1</td><td>2</td></tr></table>",
    );
    assert_eq!(told(&merged, "has merged cells and no caption"), 1);
    let captioned = page(
        "<h1>这是一个用中文写的较长的题目</h1><table><caption>表</caption><tr><th colspan=2>甲</th></tr><tr><td>1</td><td>2</td></tr></table>",
    );
    assert_eq!(told(&captioned, "no caption"), 0);
    let lines = page("<h1>这是一个用中文写的较长的题目</h1><pre>如果：\n    做</pre>");
    assert_eq!(told(&lines, "lines are indented here (pre)"), 1);
    let raised = page(
        "<h1>这是一个用中文写的较长的题目</h1><p>公约<sup>1</sup>和 5 km<sup>2</sup>。</p><p><sup>1</sup> 见附件。</p>",
    );
    assert_eq!(told(&raised, "begins with a raised number as notes do"), 1);
    let picture = page("<h1>这是一个用中文写的较长的题目</h1><p>文<img src=x.png alt=图 title=说明></p>");
    assert!(
        left(&picture).iter().any(|(text, why)| *text == "说明" && why.starts_with("title of a picture"))
    );
    let form = page(
        "<h1>这是一个用中文写的较长的题目</h1><p>文</p><form><label>名</label><input value=甲><button>好</button></form>",
    );
    assert!(left(&form).contains(&("名 甲 好", "form of the page")), "{:?}", left(&form));
}

#[test]
fn the_number_of_an_item_stands_above_its_table() {
    let said = "<ol><li><table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table></li><li>二</li></ol>";
    assert_eq!(text(said), "1.\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n2. 二");
}
