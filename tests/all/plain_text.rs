//! Plain texts as readers get them: whole files of a small site, and what each part of a text becomes.

use curbcut::finding::Severity;

use crate::support::{BOOK, Site, places};

/// The plain text of a document with this body.
fn of_body(name: &str, front: &str, body: &str) -> String {
    let site = Site::new(&[(&format!("content/a/{name}"), &format!("---\n{front}---\n\n{body}"))]);
    site.write("content/报告.pdf", "%PDF-1.7");
    site.write("content/a/图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
    site.write(
        "book.toml",
        format!("{BOOK}\n[languages.en]\ntitle = \"Resolutions\"\n\n[languages.ar]\ntitle = \"قرارات\"\n\n[site]\nbase-url = \"https://example.org/\"\n\n"),
    );
    let built = site.build_only(&["text"]);
    let errors: Vec<_> =
        built.findings.iter().filter(|found| found.severity == Severity::Error).cloned().collect();
    assert!(built.report.is_some(), "{:?}", places(&errors));
    let folder = match name.split('.').nth(1) {
        Some("md") | None => String::new(),
        Some(lang) => format!("{lang}/"),
    };
    site.page(&format!("{folder}a/a.txt"))
}

/// What stands between the facts or the summary and the address at the end.
fn chinese(body: &str) -> String {
    let text = of_body("index.md", "title: 文件\nsummary: 一份文件。它很短。\n", body);
    let text = text.split_once("不是原文的一部分。\n\n").unwrap().1;
    text.split_once("\n\n网上的这一页：https://example.org/a/\n").unwrap().0.to_owned()
}

fn english(body: &str) -> String {
    let text = of_body("index.en.md", "title: Paper\nsummary: One paper. It is short.\n", body);
    let text = text.split_once("not part of the text.\n\n").unwrap().1;
    text.split_once("\n\nThis text on the web: https://example.org/en/a/\n").unwrap().0.to_owned()
}

#[test]
fn texts_of_the_small_site() {
    let site = Site::copy_of("tests/sites/small");
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    assert_eq!(built.count("text"), 5);
    for text in
        ["jue-yi/jue-yi.txt", "jue-yi/jue-yi-easy-read.txt", "wen-jian/wen-jian.txt", "en/jue-yi/jue-yi.txt"]
    {
        insta::assert_snapshot!(text.replace('/', "-"), site.page(text));
    }
}

#[test]
fn emphasis_and_languages_leave_no_mark() {
    assert_eq!(
        chinese("**人人**有*权*，`不`得<span lang=\"en\">discriminate</span>。\n第二行。"),
        "人人有权，不得discriminate。第二行。"
    );
    assert_eq!(english("**All** have *rights*, `now`.\nSecond line."), "All have rights, now. Second line.");
}

#[test]
fn what_would_be_misread_without_a_mark_has_one() {
    assert_eq!(
        chinese(
            "~~旧~~新，面积 10<sup>3</sup> 平方米，H<sub>2</sub>O，第 1<sup>甲</sup> 条，<ruby>残<rt>cán</rt></ruby>，<q>好</q>。"
        ),
        "（已划去：旧）新，面积 10³ 平方米，H₂O，第 1^(甲) 条，残(cán)，“好”。"
    );
    assert_eq!(english("~~old~~ new, 10<sup>3</sup>"), "[Struck out: old] new, 10³");
}

#[test]
fn raised_and_lowered_words_are_not_glued_to_what_they_follow() {
    for (source, want) in [
        ("10<sup>1.5</sup> 米", "10^(1.5) 米"),
        ("5<sup>1/2</sup>", "5^(1/2)"),
        ("x<sup>n+1</sup>", "xⁿ⁺¹"),
        ("x<sup>2k</sup>", "x^(2k)"),
        ("世卫组织<sup>12,13</sup>", "世卫组织^(12,13)"),
        ("10<sup>-3</sup>、10<sup>−3</sup>", "10⁻³、10⁻³"),
        ("CH<sub>1.5</sub>", "CH_(1.5)"),
        ("x<sub>i</sub> 和 x<sub>i,j</sub>", "xᵢ 和 x_(i,j)"),
        ("合计<sup>b</sup>", "合计^(b)"),
        ("1<sup>er</sup>, M<sup>r</sup>, 21<sup>st</sup>, 1<sup>a</sup>", "1er, Mr, 21st, 1ª"),
        ("第1<sup>甲</sup>条，词<sup>*</sup>，V<sub>max</sub>", "第1^(甲)条，词^(*)，V_(max)"),
        ("2<sup>abc</sup> x<sub>max</sub> x<sup>α</sup>", "2^(abc) x_(max) x^(α)"),
        ("10<sup>三</sup> 第一<sup>注</sup> x<sup>*</sup> x<sup>t</sup>", "10^(三) 第一^(注) x^(*) x^(t)"),
        ("5<sup>th</sup>, 1<sup>re</sup>, M<sup>me</sup>", "5th, 1re, Mme"),
        ("话<sup>[^a]</sup>", "话[1]"),
    ] {
        let note = if source.contains("[^a]") { "\n\n[^a]: 注。" } else { "" };
        // Marks of notes stand in no block of raw HTML.
        let html = if note.is_empty() { format!("<p>{source}</p>") } else { String::new() };
        let text = chinese(&format!("{source}{note}\n\n{html}"));
        let lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines[0], want);
        if note.is_empty() {
            assert_eq!(lines[1], want, "in raw HTML");
        }
    }
}

#[test]
fn each_link_has_its_address_after_its_words_once() {
    let (one, other) = ("[甲](https://e.org/a)", "[乙](https://e.org/a)");
    assert_eq!(
        chinese(&format!("{one}、{other}、{one}。")),
        "甲 (https://e.org/a)、乙 (https://e.org/a)、甲。"
    );
}

#[test]
fn what_titles_of_blocks_say_is_written() {
    let body = "<div title=\"块题\"><p>块</p></div>\n\n<section title=\"节题\">\n\n节\n\n</section>\n\n<ol title=\"列题\" start=\"3\"><li title=\"项题\">甲</li><li>乙<p title=\"段题\">丙</p></li></ol>\n\n<table title=\"表题\"><caption>题</caption><tr><th scope=\"col\" title=\"头题\">头</th></tr><tr><td title=\"格题\">格</td></tr></table>\n";
    let wanted = "（块题）\n\n块\n\n（节题）\n\n节\n\n（列题）\n\n3. 甲（项题）\n\n4. 乙\n\n  丙（段题）\n\n（表题）\n\n题\n\n头（头题）：格（格题）";
    assert!(chinese(body).ends_with(wanted), "{}", chinese(body));
    let text = english("<div title=\"What it is\">Words</div>\n");
    assert!(text.ends_with("(What it is)\n\nWords"), "{text}");
}

#[test]
fn what_a_title_says_follows_the_words_once() {
    let who = "<abbr title=\"世界卫生组织 &amp; 联合国\">世卫组织</abbr>";
    assert_eq!(
        chinese(&format!("请{who}报告，{who}同意。\n\n<p>{who}</p>")),
        "请世卫组织（世界卫生组织 & 联合国）报告，世卫组织同意。\n\n世卫组织"
    );
    let who = "<abbr title=\"World Health Organization\">WHO</abbr>";
    assert_eq!(english(&format!("{who} says")), "WHO (World Health Organization) says");
    assert_eq!(english(&format!("<p>{who} says</p>")), "WHO (World Health Organization) says");
    assert_eq!(english(&format!("World Health Organization ({who})")), "World Health Organization (WHO)");
    let (zu, ji) = ("<abbr title=\"甲组织\">甲</abbr>", "<abbr title=\"组织\">甲</abbr>");
    assert_eq!(chinese(&format!("{zu}、{ji}、{ji}、{zu}。")), "甲（甲组织）、甲（组织）、甲、甲（甲组织）。");
}

#[test]
fn an_address_follows_its_words_once() {
    assert_eq!(
        chinese(
            "见[公约](https://example.com/gong-yue)和[同一公约](https://example.com/gong-yue)，<https://example.net/>，\
             [来信](mailto:a@example.org)，[报告](../报告.pdf)，[上文](#shang)。\n\n## 上文 {#shang}"
        ),
        "见公约 (https://example.com/gong-yue)和同一公约 (https://example.com/gong-yue)，https://example.net/，来信 (a@example.org)，\
         报告 (https://example.org/%E6%8A%A5%E5%91%8A.pdf)，上文。\n\n上文\n----"
    );
}

#[test]
fn pictures_are_their_descriptions() {
    assert_eq!(chinese("![会场入口](图.svg)\n\n完。"), "（图片：会场入口）\n\n完。");
    assert_eq!(english("![The hall](图.svg)"), "[Picture: The hall]");
}

#[test]
fn a_text_claims_no_description_that_it_does_not_have() {
    let site = Site::copy_of("tests/sites/small");
    assert!(site.build().report.is_some());
    let described = "图片用文字说明代替。";
    let silent = "和旁边的文字意思相同的图片，不再用文字说明。";
    let easy_read = site.page("jue-yi/easy-read/index.html");
    assert!(easy_read.contains(silent) && !easy_read.contains(described));
    assert!(!site.page("jue-yi/jue-yi-easy-read.txt").contains("（图片："));
    let official = site.page("wen-jian/index.html");
    assert!(official.contains(described) && !official.contains(silent));
    // A picture with words of its own says them.
    let source = site.read("content/jue-yi/easy-read.md");
    site.write("content/jue-yi/easy-read.md", source.replace("![](concept:", "![一份报告](concept:"));
    assert!(site.build().report.is_some());
    assert!(site.page("jue-yi/easy-read/index.html").contains(described));
    assert!(site.page("jue-yi/jue-yi-easy-read.txt").contains("（图片：一份报告）"));
}

#[test]
fn lists_keep_their_numbers_and_are_not_torn_apart() {
    assert_eq!(
        chinese("- 一\n- 二\n  - 里\n\n3. 三\n5. 五\n\n   又一段\n\n- [x] 做完\n- [ ] 没做"),
        "- 一\n- 二\n  - 里\n\n3. 三\n\n5. 五\n\n  又一段\n\n- 已完成：做完\n- 未完成：没做"
    );
}

#[test]
fn tables_are_read_row_by_row() {
    assert_eq!(
        chinese(
            "表：预算\n\n| 项目 | 金额 |\n|---|---|\n| 会议 | 10 |\n| 报告 | |\n\n表：行\n\n| | 甲 |\n|---|---|\n| 行 | 乙 |"
        ),
        "表：预算\n\n项目：会议\n金额：10\n\n项目：报告\n金额：\n\n表：行\n\n行\n甲：乙"
    );
    assert_eq!(chinese("表 1：预算\n\n| 项目 |\n|---|\n| 会议 |"), "表 1：预算\n\n项目：会议");
    assert_eq!(chinese("表： 预算*甲*\n\n| 项目 |\n|---|\n| 会议 |"), "表： 预算甲\n\n项目：会议");
    assert_eq!(
        english("Table: Budget\n\n| Item | Sum |\n|---|---|\n| Meeting | 10 |"),
        "Table: Budget\n\nItem: Meeting\nSum: 10"
    );
}

#[test]
fn raw_html_is_written_like_the_rest() {
    assert_eq!(
        chinese(
            "<table><caption>预算</caption><tr><th>项目</th><th>金额</th></tr><tr><td>会议</td><td>10 &amp; 2</td></tr></table>\n\n\
             <ol start=\"3\"><li>三</li><li>四</li></ol>\n\n<details><summary>更多</summary>\n\n**内容**\n\n</details>\n\n\
             <table><tr><th>甲</th><th>乙</th></tr></table>"
        ),
        "预算\n\n项目：会议\n金额：10 & 2\n\n3. 三\n\n4. 四\n\n更多\n\n内容\n\n甲\n乙"
    );
}

#[test]
fn heads_of_raw_tables_stand_before_their_cells() {
    for (rows, want) in [
        // Heads of rows alone.
        (
            "<tr><th scope=\"row\">会议</th><td>10</td></tr><tr><th scope=\"row\">报告</th><td>20</td><td>30</td></tr>",
            "会议：10\n\n报告：20\n报告：30",
        ),
        ("<tr><th>会议</th><td>10</td></tr>", "会议：10"),
        ("<tr><th scope=\"row\">会议</th><th scope=\"row\">大厅</th><td></td></tr>", "会议\n大厅："),
        // Cells of a head that are no head cells.
        (
            "<thead><tr><td>项目</td><td>金额</td></tr></thead><tbody><tr><td>会议</td><td>10</td></tr></tbody>",
            "项目：会议\n金额：10",
        ),
        // Both.
        (
            "<thead><tr><th></th><th>金额</th><th></th></tr></thead><tr><th scope=\"row\">会议</th><td>10</td><td>元</td></tr>",
            "会议\n金额：10\n会议：元",
        ),
        (
            "<tr><th>项目</th><th>金额</th></tr><tr><th scope=\"row\">会议</th><td>10</td></tr>",
            "项目：会议\n金额：10",
        ),
        // A head over all columns.
        (
            "<tr><th colspan=\"2\">项目</th></tr><tr><th scope=\"row\">会议</th><td>10</td></tr>",
            "项目\n\n会议：10",
        ),
        // Merged cells: of heads, of heads of rows, of data.
        (
            "<tr><th rowspan=\"2\">国家</th><th colspan=\"2\">人口</th></tr><tr><th>城市</th><th>农村</th></tr>\
             <tr><td>甲国</td><td>1</td><td>2</td></tr><tr><td>乙国</td><td colspan=\"2\">3</td></tr><tr><td>丙国</td></tr>",
            "国家：甲国\n人口：城市：1\n人口：农村：2\n\n国家：乙国\n人口：城市、农村：3\n\n国家：丙国\n人口：城市：\n人口：农村：",
        ),
        (
            "<thead><tr><th>地区</th><th>国家</th><th>票</th></tr></thead><tbody>\
             <tr><th rowspan=\"2\" scope=\"rowgroup\">亚洲</th><td>甲国</td><td rowspan=\"0\">10</td></tr>\
             <tr><td>乙国</td></tr></tbody><tbody><tr><td>欧洲</td><td>丙国</td><td>20</td></tr></tbody>",
            "地区：亚洲\n国家：甲国\n票：10\n\n地区：亚洲\n国家：乙国\n票：10\n\n地区：欧洲\n国家：丙国\n票：20",
        ),
        (
            "<tr><th scope=\"row\" rowspan=\"2\">会议</th><td>10</td></tr><tr><td>20</td></tr>",
            "会议：10\n\n会议：20",
        ),
        ("<tr><th>甲</th><th>乙</th></tr><tr><td colspan=\"9\">都是</td></tr>", "甲、乙：都是"),
    ] {
        assert_eq!(chinese(&format!("<table>{rows}</table>")), want);
    }
}

#[test]
fn raw_lists_are_numbered_as_on_the_page() {
    for (list, want) in [
        ("<ol><li value=\"-3\">一</li><li>二</li></ol>", "-3. 一\n\n-2. 二"),
        ("<ol start=\"-5\"><li>一</li></ol>", "-5. 一"),
        (
            "<ol reversed><li>一</li><li>二<ol><li>甲</li></ol></li><li>三</li></ol>",
            "3. 一\n\n2. 二\n\n  1. 甲\n\n1. 三",
        ),
        ("<ol type=\"a\" start=\"26\"><li>一</li><li>二</li></ol>", "z. 一\n\naa. 二"),
        ("<ol type=\"I\" start=\"4\"><li>一</li></ol>", "IV. 一"),
    ] {
        assert_eq!(chinese(list), want);
    }
}

#[test]
fn notes_stand_at_the_end_after_their_marks() {
    assert_eq!(
        chinese("话[^a]，又[^b]，再[^a]。\n\n[^a]: 第一注。\n\n    第二段。\n[^b]: 第二注。"),
        "话[1]，又[2]，再[1]。\n\n注释\n----\n\n[1] 第一注。\n\n  第二段。\n\n[2] 第二注。"
    );
}

#[test]
fn quotations_code_and_definitions_keep_their_form() {
    assert_eq!(
        chinese(
            "> 引文\n\n> [!WARNING]\n> 小心。\n\n```\n  a\n\nb\n```\n\n词\n: 意思\n: 又一个意思\n\n---\n\n末行\\\n下一行"
        ),
        "  引文\n\n注意：小心。\n\n  a\n\nb\n\n词：意思\n\n  又一个意思\n\n* * *\n\n末行\n下一行"
    );
}

/// Each line before a meaning is a term of its own; a line that is broken on purpose goes on.
#[test]
fn terms_of_one_meaning_stand_together() {
    let body = "词\n**又**一词\n: 意思\n: 又一个意思\n\n长的\\\n词\n: 意思\n";
    assert_eq!(chinese(body), "词、又一词：意思\n\n  又一个意思\n\n长的 词：意思");
    let site = Site::new(&[(
        "content/wen-jian/index.md",
        &format!("---\ntitle: 文件\nsummary: 一份文件。\n---\n\n{body}"),
    )]);
    site.build();
    let page = site.page("wen-jian/index.html");
    for kept in [
        "<dt>词</dt>\n<dt><strong>又</strong>一词</dt>\n<dd>意思</dd>\n<dd>又一个意思</dd>",
        "<dt>长的<br>\n词</dt>",
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert_eq!(english("Term\nAnother term\n: What both mean.\n"), "Term, Another term: What both mean.");
}

#[test]
fn text_from_right_to_left_has_no_marks_of_direction() {
    let body = "## الحقوق\n\nلكل إنسان **حقوق** في CRPD[^1].\n\n1. أولا\n\n[^1]: حاشية.\n";
    let text = of_body("index.ar.md", "title: قرار\nsummary: نص قصير. هذا كل شيء.\n", body);
    assert!(text.starts_with("قرار\n====\n"), "{text}");
    assert!(text.contains("\nالحقوق\n------\n\nلكل إنسان حقوق في CRPD[1].\n\n1. أولا\n"), "{text}");
    assert!(text.contains("\n[1] حاشية.\n"), "{text}");
    let directions = [
        '\u{200e}', '\u{200f}', '\u{61c}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{202a}',
        '\u{202b}',
    ];
    assert!(!text.contains(directions));
}

#[test]
fn only_the_text_files_are_made_when_only_they_are_wanted() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let before = site.pages();
    std::fs::remove_file(site.out().join("jue-yi/jue-yi.txt")).unwrap();
    let built = site.build_only(&["text"]);
    assert_eq!((built.count("site"), built.count("epub"), built.count("text")), (0, 0, 5));
    assert_eq!(built.report.unwrap().removed, 0);
    assert!(site.out().join("jue-yi/jue-yi.txt").exists() && site.out().join("jue-yi/jue-yi.epub").exists());
    assert_eq!(site.pages(), before);
    let built = site.build_only(&["site"]);
    assert_eq!((built.count("text"), built.report.unwrap().removed), (0, 0));
    assert!(!site.page("jue-yi/index.html").contains(".txt"));
}

#[test]
fn settings_turn_them_off() {
    let site = Site::copy_of("tests/sites/small");
    let book = site.read("book.toml");
    site.write("book.toml", format!("{book}\n[text]\ndocuments = false\n"));
    let built = site.build();
    assert_eq!(built.count("text"), 0);
    assert!(!site.pages().contains(".txt"));
}

#[test]
fn a_file_of_the_same_name_is_found() {
    let site = Site::copy_of("tests/sites/small");
    let text = site.read("content/jue-yi/index.md");
    site.write("content/jue-yi/index.md", text.replace("人权理事会，", "人权理事会[，](jue-yi.txt)"));
    site.write("content/jue-yi/jue-yi.txt", "别的话\n");
    let found = places(&site.build().findings);
    assert!(found.iter().any(|found| found.contains("content/same-address")), "{found:?}");
}
