use super::*;

fn lost(page: &str, values: &[Value<'_>]) -> Option<(usize, Trouble)> {
    Shown::page(page, &Hidden::default()).first_lost(values)
}

#[test]
fn words_are_shown_where_readers_meet_them() {
    let is_lost = |page: &str| lost(page, &[Value::Words("第一条")]);
    for page in [
        "<p>第一条</p>",
        "<p>第一<b>条</b></p>",
        "<div hidden>无</div>第 一\n条",
        "<p hidden>无<p>第一条",
        "<ul><li>第&#x4e00;条</ul>",
        "<p>第<!-- 二 -->一条</p>",
        "<details open><summary>看</summary><p>第一条</p></details>",
        "<details><summary><b>第一条</b></summary><p>文</p></details>",
        "<dialog open>第一条</dialog>",
        "<ruby>第一条<rp>（</rp><rt>dì</rt><rp>）</rp></ruby>",
        "<p hidden>第一条</p><p>第一条",
        "<table><tr><td hidden>无<td>第一条</table>",
        "<span role=\"mark\">第一条</span>",
        "<ol start=\"3\"><li><p>第一条</ol>",
        "<button>第一条</button>",
        "<p style=\"color: red\">第一条</p>",
        "<details open name=\"a\"><p>第一条</p></details><details open name=\"a\">甲</details>",
        "<details open name=\"a\">甲</details><details open name=\"b\">第一条</details>",
        "<div><template shadowrootmode=\"open\"><b><slot></slot></b></template>第一条</div>",
        "<div><template shadowrootmode=\"open\"><p>第一条</p></template>甲</div>",
        "<div><template shadowrootmode=\"open\"></template>甲</div><p>第一条</p>",
        "<div style=\"display: flex; flex-direction: row-reverse\">第一条</div>",
        "<style>p.x { display: none }</style><p>第一条</p>",
    ] {
        assert_eq!(is_lost(page), None, "{page}");
    }
    for page in [
        "<!-- 第一条 -->",
        "<!--> --><!-- 第一条 --!>",
        "<![CDATA[第一条]]>",
        "<p title=\"第一条\"></p>",
        "<head><title>第一条</title></head>",
        "<template><p>第一条</p></template>",
        "<script>第一条</script>",
        "<script type=\"text/plain\">第一条</script>",
        "<noscript>第一条</noscript>",
        "<textarea>第一条</textarea>",
        "<xmp>第一条</xmp>",
        "<iframe>第一条</iframe>",
        "<div hidden><p>第一条</p></div>",
        "<div hidden=\"until-found\">第一条</div>",
        "<p hidden>第一条</p>",
        "<p hidden>第一条",
        "<ul><li hidden>第一条<li>文</ul>",
        "<div inert>第一条</div>",
        "<div style=\"Display : none\"><p>第一条</p></div>",
        "<div style=\"opacity: 0\"><p>第一条</p></div>",
        "<div style=\"position:absolute;left:-9999px\">第一条</div>",
        "<style>p { display: none }</style><p>第一条</p>",
        "<p class=\"正文 x\">第一条</p><style>@media print { div > .x, .正文 { font-size: 0 } }</style>",
        "<svg><style>p { opacity: 0 }</style></svg><p>第一条</p>",
        "<link rel=\"stylesheet\" href=\"data:text/css,p%7Bdisplay:none%7D\"><p>第一条</p>",
        "<div aria-hidden=\"true\">第一条</div>",
        "<div role=\"img\" aria-label=\"图\">第一条</div>",
        "<div popover>第一条</div>",
        "<details open name=\"a\">甲</details><details open name=\"a\"><p>第一条</p></details>",
        "<div><template shadowrootmode=\"open\">甲</template><p>第一条</p></div>",
        "<div><p>第一条</p><template shadowrootmode=\"closed\"><slot name=\"x\"></slot></template></div>",
        "<div><template shadowrootmode=\"open\"><b hidden><slot></slot></b></template>第一条</div>",
        "<div style=\"height: 3em; overflow: hidden\">第一条</div>",
        "<dialog>第一条</dialog>",
        "<details><summary>看</summary><p>第一条</p></details>",
        "<details><p>第一条</p></details>",
        "<details><summary>看</summary><summary>第一条</summary></details>",
        "<video>第一条</video>",
        "<audio>第一条</audio>",
        "<canvas>第一条</canvas>",
        "<object>第一条</object>",
        "<select><option>第一条</select>",
        "<datalist><option>第一条</datalist>",
        "<progress>第一条</progress>",
        "<ruby>文<rp>第一条</rp></ruby>",
        "<svg><desc>第一条</desc></svg>",
        "<svg><title>第一条</title></svg>",
        "<nav>第一条</nav>",
        "<div role=\"navigation\">第一条</div>",
        "第一、条",
    ] {
        assert_eq!(is_lost(page), Some((0, Trouble::Missing)), "{page}");
    }
}

#[test]
fn markup_is_shown_as_it_is() {
    let text = "<p>第一条<i lang=\"fr\">Rien</i></p>\n<p>第二条</p>\n";
    for (page, want) in [
        (format!("<main>{text}</main>"), true),
        (format!("<main><!--{text}-->{text}</main>"), true),
        (format!("<main><!--{text}--></main>"), false),
        (format!("<main title='{text}'></main>"), false),
        (format!("<main><div hidden>{text}</div></main>"), false),
        (format!("<details><summary>看</summary>{text}</details>"), false),
        (format!("<nav>{text}</nav>"), false),
        ("<main><p>第一条<i>Rien</i></p><p>第二条</p></main>".to_owned(), false),
    ] {
        assert_eq!(lost(&page, &[Value::Markup(text)]).is_none(), want, "{page}");
    }
    let both = format!("{text}<b>甲</b>");
    assert_eq!(lost(&both, &[Value::Markup("<b>甲</b>"), Value::Markup(text)]), None);
    // What a style does in the text, or to the order and the height of all of it.
    let harmed = |css: &str| {
        lost(&format!("<style>{css}</style><div class=\"a\">{text}</div>"), &[Value::Markup(text)])
    };
    for css in [
        ".a p { display: none }",
        ".a > p + p { opacity: 0 }",
        ".a i { font-size: 0 }",
        ".a p { height: 1em; overflow: hidden }",
        ".a p { order: 1 }",
        ".a { flex-direction: column-reverse }",
        ".a { max-height: 9em; overflow: hidden }",
        ".a { line-height: 0 }",
        ".a i { text-decoration: line-through }",
    ] {
        assert_eq!(harmed(css), Some((0, Trouble::Missing)), "{css}");
    }
    for css in [
        ".a i { line-height: 0; order: 1; height: 1em; overflow: hidden }",
        ".a .b, .a > i, .a p:empty, .a p:disabled { display: none }",
        "html, body { flex-direction: column-reverse; order: 1 }",
        ".a { order: 1 } .a::before { content: '甲' }",
    ] {
        assert_eq!(harmed(css), None, "{css}");
    }
    // Beside a picture a block may stand on either side.
    let one = "<p>第一条</p>";
    let beside = format!(
        "<style>.a {{ flex-direction: row-reverse }}</style><div class=\"a\"><img src=\"a\" alt=\"\">{one}</div>"
    );
    assert_eq!(lost(&beside, &[Value::Markup(one)]), None);
    let picture = "<img src=\"a.png\" alt=\"甲\">";
    let framed = format!(
        "<style>.a {{ line-height: 0; height: 9em; overflow: hidden }}</style><div class=\"a\">{picture}</div>"
    );
    assert_eq!(lost(&framed, &[Value::Markup(picture)]), None);
    // What an author closed opens when it is pressed, as its summary says.
    let closed = "<details><summary>看</summary><p>第一条</p></details>";
    assert_eq!(lost(&format!("<main>{closed}</main>"), &[Value::Markup(closed)]), None);
}

#[test]
fn each_value_has_a_place_of_its_own() {
    let title = Value::Words("水的决议");
    let summary = Value::Words("水的决议很短。");
    let fact = Value::Words("5");
    for (page, values, wanted) in [
        ("<h1>水的决议</h1><p>水的决议很短。</p>", vec![title, summary], None),
        ("<p>水的决议很短。</p><h1>水的<b>决议</b></h1>", vec![title, summary], None),
        ("<p>水的决议很短。</p>", vec![title, summary], Some(0)),
        ("<p>是</p><p>是</p>", vec![Value::Words("是"), Value::Words("是")], None),
        ("<p>是</p>", vec![Value::Words("是"), Value::Words("是")], Some(1)),
        ("<p>2015 年</p>", vec![fact], Some(0)),
        ("<p>2015 年</p><p>第 5 号</p>", vec![fact], None),
        ("<p>20 5 年</p>", vec![fact], None),
        ("<p>正文说水的决议</p>", vec![title, Value::Markup("<p>正文说水的决议</p>")], Some(0)),
        ("<h1>水的决议</h1><p>正文说水的决议</p>", vec![title, Value::Markup("<p>正文说水的决议</p>")], None),
        ("<b>甲</b><b>甲</b>", vec![Value::Markup("<b>甲</b>"), Value::Markup("<b>甲</b>")], None),
        ("<b>甲</b>", vec![Value::Markup("<b>甲</b>"), Value::Markup("<b>甲</b>")], Some(1)),
        ("<p>水的决议：</p>", vec![title], None),
    ] {
        assert_eq!(lost(page, &values), wanted.map(|at| (at, Trouble::Missing)), "{page}");
    }
}

#[test]
fn what_stands_around_a_value_may_not_change_what_is_read() {
    let text = Value::Markup("<p>第一条</p>");
    let items = Value::Items("<li>注</li>");
    for (page, value, wanted) in [
        ("<s><p>第一条</p></s>", text, Some("s")),
        ("<DEL><div><p>第一条</p></div></DEL>", text, Some("del")),
        ("<sup><p>第一条</p></sup>", text, Some("sup")),
        ("<bdo dir=\"rtl\"><p>第一条</p></bdo>", text, Some("bdo")),
        ("<div role=\"deletion\"><p>第一条</p></div>", text, Some("deletion")),
        ("<div><p><s>旧</s></p><p>第一条</p></div>", text, None),
        ("<marquee><p>第一条</p></marquee>", text, Some("marquee")),
        ("<div contenteditable><p>第一条</p></div>", text, Some("contenteditable")),
        ("<div contenteditable=\"false\"><p>第一条</p></div>", text, None),
        ("<div aria-label=\"乙\"><p>第一条</p></div>", text, Some("aria-label")),
        ("<section aria-label=\"乙\"><p>第一条</p></section>", text, None),
        ("<article aria-description=\"作废\"><p>第一条</p></article>", text, Some("aria-description")),
        (
            "<section aria-roledescription=\"草案\"><p>第一条</p></section>",
            text,
            Some("aria-roledescription"),
        ),
        ("<article aria-description=\" \"><p>第一条</p></article>", text, None),
        (
            "<html lang=\"zh\" dir=\"ltr\"><div dir=\"rtl\"><p>第一条</p></div>",
            text,
            Some("place with “dir=rtl”"),
        ),
        ("<html lang=\"zh\" dir=\"rtl\"><p>第一条</p>", text, Some("place with “dir=rtl”")),
        ("<html lang=\"zh\" dir=\"ltr\"><div dir=\"auto\"><p>第一条</p></div>", text, None),
        ("<html lang=\"ar\" dir=\"rtl\"><div lang=\"zh\" dir=\"ltr\"><p>第一条</p></div>", text, None),
        ("<html lang=\"ar\" dir=\"rtl\"><p dir=\"ltr\">甲</p>", Value::Words("甲"), None),
        ("<div>不得<p>第一条</p></div>", text, Some("line with “不得”")),
        ("<div><b>不得</b>\n<p>第一条</p></div>", text, Some("line with “不得”")),
        ("<div><p>第一条</p>\n作废</div>", text, Some("line with “作废”")),
        ("<div><p>不得</p><p>第一条</p><p>乙</p></div>", text, None),
        ("<main>甲<div><p>第一条</p></div>乙</main>", text, None),
        ("<div>甲<br><p>第一条</p></div>", text, None),
        ("<div>—<p>第一条</p><a href=\"#a\">回到顶部</a></div>", text, None),
        ("<div><span hidden>不得</span><p>第一条</p></div>", text, None),
        ("<p>第一条</p>", text, None),
        ("<s>甲</s>", Value::Words("甲"), Some("s")),
        ("<h1 aria-label=\"乙\">甲</h1>", Value::Words("甲"), Some("aria-label")),
        ("<h1 aria-labelledby=\"x\"><em><small>甲</small></em></h1>", Value::Words("甲"), None),
        ("<ol start=\"5\"><li>注</li></ol>", items, Some("list with “start”")),
        ("<ol reversed><li>注</li></ol>", items, Some("list with “reversed”")),
        ("<ol type=\"i\"><li>注</li></ol>", items, Some("list with “type”")),
        ("<ul><li>注</li></ul>", items, Some("place that does not count them")),
        ("<div><li>注</li></div>", items, Some("place that does not count them")),
        ("<ol start=\"1\"><li>注</li></ol>", items, None),
        ("<ol><li>注</li></ol>", items, None),
        ("<ul><li>注</li></ul>", Value::Markup("<li>注</li>"), None),
        ("<ol start=\"5\"><li>注</li></ol>", Value::Markup("<li>注</li>"), Some("list with “start”")),
    ] {
        let wanted = wanted.map(|by| (0, Trouble::Changed(by.to_owned())));
        assert_eq!(lost(page, &[value]), wanted, "{page}");
    }
}
