//! Laws and regulations: what their articles are called, and that pages, books, plain text, checks and easy-read versions treat them as
//! they treat the paragraphs of resolutions.

use crate::support::{Site, curbcut};

const BOOK: (&str, &str) = (
    "book.toml",
    "[book]\ntitle = \"法规\"\nlanguage = \"zh-Hans\"\n[site]\nbase-url = \"https://a.example/\"\n",
);
const HEAD: &str = "---\ntitle: 坡道办法\nkind: act\nsymbol: 令第12号\nbody: 临江市\ndate: 2025-03-01\nadopted: 临江市2025年3月1日通过\nin-force: 2025-05-01\n\
                    summary: 办法说坡道怎样修。坡道要防滑。\n---\n\n";
const ACT: &str = "## 第一章　总则 {#zong-ze}\n\n第一条　制定本办法。\n\n第二条　本办法所称坡道，是指：\n\n（一）入口的坡道；\n\n（二）路上的坡道：\n\n\
                   1. 路口的；\n\n2. 车站的。\n\n前款所称路口，是指道路相交的地方。[^1]\n\n## 第二章　修建 {#xiu-jian}\n\n**第三条**　坡道应当防滑。\n\n\
                   第三条之一　夜间应当有灯。\n\n第四条　（删除）\n\n### 第五条　检查\n\n1. 每年检查。\n\n2. 检查后：\n\n   (a) 公布结果；\n\n   (b) 修理。\n\n\
                   见[第二条](index.md#art-2-1-b-2)。\n\n## 附件 {#fu-jian}\n\n表格。\n\n[^1]: 2026年修改。\n";
const ENGLISH: &str = "## Chapter I\n\nArticle 1. These rules are made.\n\nArticle 2. Ramp means:\n\n(a) One at an entrance;\n\n(b) One on a road:\n\n\
                       (i) At a crossing;\n\n(ii) At a station.\n\nA crossing is where roads meet.\n\n## Chapter II\n\nArticle 3. No slippery ramps.\n\n\
                       Article 3a. It is lit at night.\n\nArticle 4. [Repealed]\n\n### Article 5 – Inspection\n\n1. Once a year.\n\n2. Then:\n\n   (a) Publish;\n\n   (b) Repair.\n\n## Annex\n\nA table.\n";
const EASY: &str = "---\ntitle: 坡道\nabout: 这是《坡道办法》的易读版。\nbased-on: 令第12号\nmade-by: 张三\nleft-out:\n  - paragraph: art-4\n    reason: 已经删除\n\
                    ---\n\n## 说什么 {covers=zong-ze}\n\n轮椅可以走坡道。\n\n## 不滑 {covers=art-3,art-3a,art-5-1,art-5-2-a,art-5-2-b}\n\n坡道不可以滑。\n";

fn act() -> String {
    [HEAD, ACT].concat()
}

fn site() -> Site {
    let english = HEAD
        .replace("坡道办法", "Rules on ramps")
        .replace("办法说坡道怎样修。坡道要防滑。", "It says how ramps are. It is short.");
    Site::new(&[
        BOOK,
        ("content/po-dao/index.md", &act()),
        ("content/po-dao/index.en.md", &[&english, ENGLISH].concat()),
        ("content/po-dao/easy-read.md", EASY),
    ])
}

/// The ids of articles on a page, in order.
fn ids(page: &str) -> Vec<&str> {
    page.split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|id| id.starts_with("art-"))
        .collect()
}

#[test]
fn articles_paragraphs_and_points_have_the_same_ids_in_every_language() {
    let site = site();
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    let wanted = [
        "art-1",
        "art-2",
        "art-2-1",
        "art-2-1-a",
        "art-2-1-b",
        "art-2-1-b-1",
        "art-2-1-b-2",
        "art-2-2",
        "art-3",
        "art-3a",
        "art-4",
        "art-5",
        "art-5-1",
        "art-5-2",
        "art-5-2-a",
        "art-5-2-b",
    ];
    assert_eq!(ids(&site.page("po-dao/index.html")), wanted);
    assert_eq!(ids(&site.page("en/po-dao/index.html")), wanted);
}

#[test]
fn the_page_shows_labels_as_they_are_printed_and_leads_to_every_article() {
    let site = site();
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    let page = site.page("po-dao/index.html");
    for wanted in [
        "<p><span class=\"number\">第一条</span> 制定本办法。</p>",
        "<strong>第三条</strong>",
        "第三条之一</span> 夜间",
        ">第 3 条之 1</a>",
        "href=\"#zong-ze\"",
        "href=\"#art-5\">第五条　检查</a>",
        "href=\"#art-2-1-b-2\"",
        "\"@type\":\"Legislation\"",
        "\"legislationPassedBy\"",
        "\"legislationDateOfApplicability\":\"2025-05-01\"",
        "施行日期",
        "易读版没有讲这一段：已经删除",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert!(site.page("en/po-dao/index.html").contains(">Article 3A</a>"));
    let text = site.page("po-dao/po-dao.txt");
    for wanted in
        ["第一条 制定本办法。", "第二条 本办法所称坡道", "（一） 入口", "第三条之一 夜间", "第五条　检查"]
    {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn an_easy_read_version_covers_articles_and_notices_their_change() {
    let site = site();
    let checked = curbcut(site.root(), &["check"]);
    // Of six articles and the annex: the chapter explains two, a section three, one is left out.
    assert!(checked.out.contains("index.md: 5 of 7 paragraphs explained, 1 left out"), "{}", checked.out);
    assert!(checked.out.contains("nothing explains “fu-jian”"), "{}", checked.out);
    let reading =
        ["review", "content/po-dao/easy-read.md", "--role", "reader", "--readers", "2", "--consent", "none"];
    for (from, to) in [("路口的；", "路边的；"), ("第三条之一", "第三条之二"), ("公布结果", "公布成果")]
    {
        let site = self::site();
        assert_eq!(curbcut(site.root(), &reading).code, 0);
        assert!(!curbcut(site.root(), &["check"]).out.contains("easy-read/stale"));
        site.replace("content/po-dao/index.md", from, to);
        assert!(curbcut(site.root(), &["check"]).out.contains("easy-read/stale"), "{from}");
    }
    site.replace("content/po-dao/easy-read.md", "covers=art-3,", "covers=art-9,");
    let checked = curbcut(site.root(), &["check"]);
    assert!(checked.out.contains("Its articles are “art-1” to “art-5”"), "{}", checked.out);
}

#[test]
fn numbers_of_articles_are_checked_as_those_of_paragraphs_are() {
    for (from, to, wanted) in [
        (
            "第四条　（删除）",
            "第六条　（删除）",
            "official/number-gap]: line 34, column 1: article 6 stands where article 4 is expected",
        ),
        ("第四条　（删除）", "第三条　（删除）", "official/number-twice"),
        ("第四条　（删除）\n\n", "", "article 5 stands where article 4 is expected"),
        ("（二）路上", "（三）路上", "official/letter-gap"),
        ("第三条之一　夜间应当有灯。\n\n", "", "art-3a stands in index.en.md, and not here"),
        (
            "第一条　制定本办法。\n\n第二条",
            "第一条　制定本办法。\n第二条　",
            "this line begins like an article, and is none",
        ),
        ("## 第二章　修建 {#xiu-jian}", "## 修建 {#art-7}", "the id “art-7” is taken"),
    ] {
        let site = site();
        site.replace("content/po-dao/index.md", from, to);
        let checked = curbcut(site.root(), &["check"]);
        assert!(checked.out.contains(wanted), "{wanted}\n{}", checked.out);
    }
    let site = site();
    let checked = curbcut(site.root(), &["check"]);
    for rule in ["official/number", "official/letter", "official/unread"] {
        assert!(!checked.out.contains(rule), "{}", checked.out);
    }
}

#[test]
fn a_seal_covers_labels_and_where_articles_end() {
    let site = site();
    assert_eq!(curbcut(site.root(), &["seal", "content/po-dao/index.md"]).code, 0);
    assert!(!curbcut(site.root(), &["check"]).out.contains("official/changed"));
    for (from, to) in
        [("第三条之一", "第三条之二"), ("（二）路上", "（三）路上"), ("第五条　检查", "第五条　抽查")]
    {
        let sealed = site.read("content/po-dao/index.md");
        site.replace("content/po-dao/index.md", from, to);
        assert!(curbcut(site.root(), &["check"]).out.contains("official/changed"), "{from}");
        site.write("content/po-dao/index.md", sealed);
    }
}

#[test]
fn articles_of_another_act_that_one_quotes_are_no_articles_of_it() {
    let text = "第一条　制定本办法。\n\n第二条　《甲法》规定：\n\n“第八条　不得堵塞坡道。\n\n第九条　罚款一百元。”\n\n第三条　坡道应当防滑。\n";
    let site = Site::new(&[BOOK, ("content/a/index.md", &[HEAD, text].concat())]);
    let checked = curbcut(site.root(), &["check"]);
    assert!(!checked.out.contains("error[") && !checked.out.contains("official/unread"), "{}", checked.out);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    assert_eq!(ids(&site.page("a/index.html")), ["art-1", "art-2", "art-2-1", "art-2-2", "art-2-3", "art-3"]);
    let plain = ["坡道办法\n\n", &text.replace("## ", "")].concat();
    site.write("b.txt", &plain);
    assert_eq!(curbcut(site.root(), &["import", "b.txt"]).code, 0);
    assert!(!site.read("content/b/index.md").contains("\n#"), "{}", site.read("content/b/index.md"));
}

#[test]
fn an_act_without_articles_is_told() {
    let site = Site::new(&[BOOK, ("content/a/index.md", &[HEAD, "坡道应当防滑。\n"].concat())]);
    let checked = curbcut(site.root(), &["check"]);
    assert!(checked.out.contains("official/no-article") && checked.out.contains("第一条"), "{}", checked.out);
}

/// A language of a site's own says how its articles are called; what is wrong in that is told at its place.
#[test]
fn a_site_teaches_another_language_its_articles() {
    let esperanto = "articles:\n  - heading: '^(?P<label>Artikolo (?P<number>\\d+)\\.?)'\n    text: '^(?P<label>Artikolo (?P<number>\\d+)\\.)'\n";
    let text = "---\ntitle: Reguloj\nkind: act\nsummary: Unu. Du.\n---\n\nArtikolo 1. Deklivo ne glitas.\n\nArtikolo 2. Ĝi estas larĝa.\n";
    let site = Site::new(&[
        ("book.toml", "[book]\ntitle = \"Leĝoj\"\nlanguage = \"eo\"\n"),
        ("languages/eo/act.yaml", esperanto),
        ("content/a/index.md", text),
    ]);
    assert_eq!(curbcut(site.root(), &["languages", "check", "eo"]).code, 0);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    assert_eq!(ids(&site.page("a/index.html")), ["art-1", "art-2"]);
    site.write("languages/eo/act.yaml", esperanto.replace("?P<number>", ""));
    let checked = curbcut(site.root(), &["check"]);
    assert!(checked.out.contains("this pattern has no group “(?P<number>…)”"), "{}", checked.out);
}

/// Labels of every form that laws have: four degrees, what was put in, several articles in one, titles before the first paragraph, annexes.
#[test]
fn the_labels_of_laws_are_read_as_they_are_printed() {
    let zh = "第一条　【定义】①坡道是指斜面。\n\n②扶手是指栏杆。\n\n第二条至第四条（删除）\n\n第五条——坡道应当：\n\n（一）防滑：\n\n1．入口处：\n\n\
              （1）用石头；\n\n（2）用木头；\n\n①松木；\n\n②杉木。\n\n2．路口处；\n\n（一之一）有扶手；\n\n（一之二）有牌子；\n\n（二）有灯。\n\n\
              第六条　有下列情形的：\n\n一、坏了；\n\n二、脏了。\n\n## 附件\n\n第一条　名单。\n\n---\n\n第一条　另一个。\n";
    let en = "Section 1. Definitions. (1) A ramp is a slope.\n\n(2) A rail is a bar.\n\nSections 2 to 4. [Repealed]\n\nSection 5. – (1) A ramp:\n\n\
              (a) is safe:\n\n(i) of stone:\n\n(A) grey;\n\n(B) red;\n\n(ii) of wood;\n\n(aa) has a rail;\n\n(ab) has a light;\n\n(b) has no step.\n\n\
              (1a) It is wide.\n\n(2) It is lit.\n\nSection 6 Without a mark.\n";
    let english = HEAD
        .replace("坡道办法", "Rules on ramps")
        .replace("办法说坡道怎样修。坡道要防滑。", "It says how ramps are. It is short.");
    let site = Site::new(&[
        BOOK,
        ("content/zh/index.md", &[HEAD, zh].concat()),
        ("content/ramps/index.md", "---\ntitle: 空\nkind: page\n---\n\n见别的语言。\n"),
        ("content/ramps/index.en.md", &[&english, en].concat()),
    ]);
    let checked = curbcut(site.root(), &["check", "content/zh"]);
    assert!(!checked.out.contains("error["), "{}", checked.out);
    let checked = curbcut(site.root(), &["check", "content/ramps"]);
    assert!(
        checked.out.contains("this paragraph begins like the next article, and is none"),
        "{}",
        checked.out
    );
    let built = curbcut(site.root(), &["build"]);
    assert_eq!(built.code, 0, "{}", built.out);
    let ids = |page: &str| -> Vec<String> {
        let all = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        all.filter(|id| id.starts_with("art-") || id.starts_with("annex-")).map(str::to_owned).collect()
    };
    let page = site.page("zh/index.html");
    let wanted = "art-1 art-1-1 art-1-2 art-2 art-5 art-5-a art-5-a-1 art-5-a-1-a art-5-a-1-b art-5-a-1-b-1 art-5-a-1-b-2 art-5-a-2 art-5-aa \
                  art-5-ab art-5-b art-6 art-6-a art-6-b annex-art-1 annex-2-art-1";
    assert_eq!(ids(&page).join(" "), wanted);
    let wanted = "art-1 art-1-1 art-1-2 art-2 art-5 art-5-1 art-5-1-a art-5-1-a-1 art-5-1-a-1-a art-5-1-a-1-b art-5-1-a-2 art-5-1-aa \
                  art-5-1-ab art-5-1-b art-5-1a art-5-2";
    let page = site.page("en/ramps/index.html");
    assert_eq!(ids(&page).join(" "), wanted);
    assert!(page.contains(">Section 5</a>") && page.contains(">Section 5(1a)</a>"), "{page}");
}
