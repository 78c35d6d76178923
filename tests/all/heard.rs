//! What is heard of a page: as the virtual screen reader of `scripts/test` says it, and as people read it.

mod faults;
mod program;
mod virtual_reader;

use curbcut::audit::heard::heard;
use curbcut::languages::Languages;

/// What is heard of a page in a language, without the head of the text.
fn text_in(lang: &str, body: &str) -> String {
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><title>题</title></head><body>\n{body}\n</body></html>\n"
    );
    let text = heard(&html).text("index.html", Languages::built_in());
    text.splitn(3, "\n\n").nth(2).unwrap_or_default().to_owned()
}

/// What is heard of a Chinese page, without the head of the text.
fn text(body: &str) -> String {
    text_in("zh-Hans", body)
}

#[track_caller]
fn hears(body: &str, lines: &[&str]) {
    let text = text(body);
    assert_eq!(text.lines().collect::<Vec<_>>(), lines, "{body}\n{text}");
}

/// The differences of two texts, line by line: their longest common part is left out.
fn differences(one: &[String], other: &[String]) -> Vec<String> {
    let (n, m) = (one.len(), other.len());
    let mut common = vec![vec![0u32; m + 1]; n + 1];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            common[i][j] = match one[i] == other[j] {
                true => common[i + 1][j + 1] + 1,
                false => common[i + 1][j].max(common[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    while i < n || j < m {
        if i < n && j < m && one[i] == other[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == m || i < n && common[i + 1][j] >= common[i][j + 1] {
            lines.push(format!("- {}", one[i]));
            i += 1;
        } else {
            lines.push(format!("+ {}", other[j]));
            j += 1;
        }
    }
    lines
}

#[test]
fn a_text_begins_with_what_it_is_and_what_it_is_not() {
    let of = |html: &str| heard(html).text("甲/index.html", Languages::built_in());
    let said = of("<html lang=zh-Hans><title>决议 &amp; 报告</title><p>文");
    assert!(said.starts_with("这是算出来的，不是读屏软件的录音"), "{said}");
    for line in ["网页：甲/index.html", "网页的语言：中文", "网页的标题：决议 & 报告", "文"]
    {
        assert!(said.lines().any(|own| own == line), "{line} in {said}");
    }
    let said = of("<html lang=en><title>A</title><p>Text");
    assert!(said.starts_with("This is calculated and no recording"), "{said}");
    // Where a language has no words, and where a page says none, English stands in.
    let said = of("<html lang=ar><title>ا</title><h2>ب</h2>");
    assert!(said.starts_with("This is calculated") && said.contains("heading level 2: ب"), "{said}");
    let said = of("<p>文");
    assert!(said.contains("The page does not say its language.\nThe page has no title.\n"), "{said}");
}

#[test]
fn what_is_never_shown_is_not_heard() {
    let said = text(
        "<label>密码<input type=password value=秘密></label><datalist id=d><option>红</option></datalist>",
    );
    assert!(said.contains("密码") && !said.contains("秘密") && !said.contains('红'), "{said}");
    assert!(text("<label>名<input value=甲></label>").contains('甲'));
}

#[test]
fn a_header_beside_cells_of_data_heads_its_row() {
    let table = "<table><tr><th>名<th>岁<tr><th>安<td>30</table>";
    let said = text(table);
    assert!(said.contains("行标题：安") && said.contains("列标题：岁"), "{said}");
}

#[test]
fn fields_and_buttons_are_said_as_browsers_say_them() {
    hears("<input type=submit><input type=reset>", &["〔按钮：提交〕〔按钮：重置〕"]);
    hears("<input type=submit aria-label=寄>", &["按钮：寄"]);
    assert!(text_in("en", "<p><input type=reset></p>").contains("button: Reset"));
    let said = text("<label for=z>甲</label><label for=z>乙</label><p><input id=z></p>");
    assert!(said.contains("甲 乙"), "{said}");
    hears("<button aria-haspopup=dialog>开</button>", &["按钮，会打开对话框：开"]);
    hears("<section aria-label=甲 aria-roledescription=幻灯片><p>文</p></section>", &["幻灯片：甲", "  文"]);
    let lines = text("<label>文<textarea>上\n下</textarea></label>");
    assert!(lines.contains("上 下"), "{lines}");
}

#[test]
fn a_line_is_what_is_heard_at_once() {
    hears(
        "<p>请看<a href=a>报告</a>和<em>附<b>件</b></em>。<br>再看<a href=b><img src=c alt=图></a>。</p><p><a href=a>报告</a></p>",
        &["请看〔链接：报告〕和附件。", "再看〔链接，图片：图〕。", "链接：报告"],
    );
    hears("文<div>甲<span>乙</span></div>丙<hr>丁", &["文", "甲乙", "丙", "分隔线", "丁"]);
    hears("<p>a <b>b</b> <i>c</i>\n<a href=x>d</a> e</p>", &["a b c 〔链接：d〕 e"]);
    hears("<p>&eacute;&lt;b&gt; &#x4e00;&hellip;</p>", &["é<b> 一…"]);
    let english = text_in("en", "<p>Read <a href=a>the report</a>, <abbr>etc.</abbr></p><ul><li>One</ul>");
    assert_eq!(english, "Read [link: the report], etc.\nlist, 1 item\n  • One\n");
}

#[test]
fn parts_of_a_page_stand_indented() {
    hears(
        "<header><a href=a>站</a></header><main><article aria-labelledby=t><h1 id=t>题</h1><section aria-label=甲><p>文</p></section>\
         <section><p>没有名称</p></section></article></main><footer>尾</footer>",
        &[
            "页眉",
            "  链接：站",
            "主要内容",
            "  文章：题",
            "    标题 1 级：题",
            "    区域：甲",
            "      文",
            "    没有名称",
            "页脚",
            "  尾",
        ],
    );
    hears(
        "<ol><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li><li></li></ol>",
        &["列表，3 项", "  • 甲", "    列表，1 项", "      • 乙", "  • 丙", "    丁", "  • （空白）"],
    );
    hears(
        "<dl><div><dt><dfn>甲</dfn> jiǎ</dt><dd>乙</dd></div></dl>",
        &["词条列表，1 条", "  词条：甲 jiǎ", "  内容：乙"],
    );
}

#[test]
fn names_are_those_that_the_rules_judge() {
    hears("<a href=x aria-labelledby='m n'>文</a><p hidden id=n>乙<p id=m>甲", &["链接：甲 乙", "甲"]);
    hears("<a href=x><svg><title>图</title></svg></a>", &["链接，图形：图"]);
    hears(
        "<a href=x></a><img src=a><button></button>",
        &["〔链接：（没有名称）〕〔图片：（没有名称）〕〔按钮：（没有名称）〕"],
    );
    hears("<a href=x title=往下>文</a>", &["链接：文（说明：往下）"]);
    hears("<a href=x title=往下><b>文</b></a>", &["链接：文（说明：往下）"]);
    hears("<button aria-label=关><b>×</b></button>", &["按钮：关"]);
    hears("<h2 aria-label=名>文</h2><h2><a href=x>链</a></h2>", &["标题 2 级：名", "标题 2 级：链接：链"]);
    hears("<a href=x><h3>题</h3><p>文</p></a>", &["链接", "  标题 3 级：题", "  文"]);
    hears(
        "<p><b hidden>无</b><span aria-hidden=true>无</span><template>无</template><noscript>无</noscript>有",
        &["有"],
    );
    hears("<ruby>字<rp>（</rp><rt>zì</rt><rp>）</rp></ruby>", &["字zì"]);
    hears("<p role=heading aria-level=3>题</p><p role=heading>题</p>", &["标题 3 级：题", "标题 2 级：题"]);
    hears(
        "<div role=list aria-owns=b><div role=listitem>甲</div></div><div role=listitem id=b>乙</div><p>丙",
        &["列表，2 项", "  • 甲", "  • 乙", "丙"],
    );
    // What would stand in itself stays where it is.
    hears(
        "<div role=list id=a aria-owns=a><div role=listitem id=b aria-owns=a>甲</div></div>",
        &["列表，1 项", "  • 甲"],
    );
}

#[test]
fn form_fields_say_what_they_hold_and_how_they_are() {
    hears(
        "<form aria-label=报名><label for=n>名</label> <input id=n required value=王><label><input type=checkbox checked>同意</label>\
         <select aria-label=城市><option selected>北京<option>上海</select><textarea title=留言>好</textarea><button disabled>发</button></form>",
        &[
            "表单：报名",
            "  名 〔输入框，必填：名（填的是：王）〕〔复选框，已选中：同意〕同意",
            "  下拉框：城市",
            "    选项，已选：北京",
            "    选项：上海",
            "  〔输入框：留言（填的是：好）〕〔按钮，不可用：发〕",
        ],
    );
    hears(
        "<details><summary>更多</summary><p>文</p></details><details open><summary>少</summary></details>",
        &["一组", "  展开或收起的按钮，已收起：更多", "  文", "一组", "  展开或收起的按钮，已展开：少"],
    );
}

#[test]
fn cells_are_heard_with_the_cells_that_head_them() {
    hears(
        "<table><caption>人数</caption><thead><tr><td></td><th>男</th><th>女</th></tr></thead>\
         <tbody><tr><th rowspan=2>甲</th><td>1</td><td></td></tr><tr><td colspan=2>3</td></tr></tbody></table>",
        &[
            "表格，3 行，3 列：人数",
            "  第 1 行",
            "    单元格：（空白）",
            "    列标题：男",
            "    列标题：女",
            "  第 2 行",
            "    行标题：甲",
            "    男：1",
            "    女：（空白）",
            "  第 3 行",
            "    甲，男，女：3",
        ],
    );
    hears(
        "<table aria-label=表><tr><th id=a>甲<th id=b>乙<tr><td headers='b'>1<td>2</table>",
        &[
            "表格，2 行，2 列：表",
            "  第 1 行",
            "    列标题：甲",
            "    列标题：乙",
            "  第 2 行",
            "    乙：1",
            "    乙：2",
        ],
    );
}

#[test]
fn another_language_is_said_once() {
    hears(
        "<p>这是 <span lang=en>Easy <b>Read</b></span>。</p><a href=x lang=en hreflang=en>English</a><p lang=zh-Hant>繁體</p>",
        &["这是 〔语言 English：Easy Read〕。", "链接，语言 English：English", "繁體"],
    );
    hears(
        "<section lang=en aria-label=Part><p>Text <i lang=zh>字</i></p></section>",
        &["区域，语言 English：Part", "  Text 〔语言 中文：字〕"],
    );
}

#[test]
fn the_same_page_is_heard_in_the_same_way_however_it_is_nested() {
    for (open, close) in [
        ("<b role=link>", "</b>"),
        ("<section aria-label=甲>", "</section>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<figure><figcaption>", "</figcaption></figure>"),
        ("<b id=a aria-labelledby=a role=group>", "</b>"),
        ("<dl><dt><dfn>", "</dfn></dt></dl>"),
        ("<a href=x lang=en>", "</a>"),
        ("<h1>", "</h1>"),
    ] {
        let body = format!("{}文{}", open.repeat(3_000), close.repeat(3_000));
        let said = text(&body);
        assert!(said.contains('文') && said.len() < 2_000_000, "{open}: {}", said.len());
        assert_eq!(said, text(&body));
    }
}
