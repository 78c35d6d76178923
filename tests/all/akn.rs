//! Akoma Ntoso: what each kind of text becomes, what its parts are called, and that no word of any sample site is lost.

use std::path::Path;

use curbcut::document::{Document, InlineKind};
use curbcut::formats::akn::AkomaNtoso;
use curbcut::formats::{Download, Format, Job, Material, Modified, Pictures};
use curbcut::library::Library;
use curbcut::render::{Renderer, SourceMap, Templates};
use curbcut::xml::{self, Visitor};

use crate::support::{self, BOOK, Site, places};

const ASKED: &str = "\n[akn]\ndocuments = true\n";

/// Shows each file of a site with its text. All that a file claims is audited.
fn each_file(library: &Library, show: &mut dyn FnMut(&Document, String)) {
    let languages = library.languages();
    let templates = Templates::load(Path::new("/nowhere"), &languages, &library.language_data).unwrap();
    let renderer = Renderer::new(library, &templates, &languages, SourceMap::Off);
    let pictures = Pictures::read(library, &mut Vec::new());
    let modified = Modified::FromContent;
    let material = Material { renderer: &renderer, pictures: &pictures, book_style: "", modified };
    let maker = AkomaNtoso.maker(material).unwrap();
    let jobs = AkomaNtoso.jobs(library, &languages).unwrap();
    for job in jobs {
        let made = maker.make(job).unwrap_or_else(|error| panic!("{error:?}"));
        maker.audit(job, &made, &Default::default(), &curbcut::check::allowances(library, &[])).unwrap();
        let document = match job {
            Job::EasyRead(_, easy) => easy,
            Job::Official(work) => &*work.official,
            _ => panic!("a file of no version"),
        };
        show(document, String::from_utf8(made.bytes).unwrap());
    }
}

fn files(library: &Library) -> Vec<String> {
    let mut files = Vec::new();
    each_file(library, &mut |_, file| files.push(file));
    files
}

/// The file of a text, without the ends of lines.
fn of_text(name: &str, front: &str, body: &str) -> String {
    let text = format!("---\ntitle: 文\nsummary: 一句。两句。\n{front}---\n\n{body}");
    let site = Site::new(&[(&format!("content/a/{name}"), &text)]);
    site.write(
        "book.toml",
        format!("{BOOK}\n[languages.ar]\ntitle = \"نص\"\n[languages.fr]\ntitle = \"Texte\"\n{ASKED}"),
    );
    let (library, _) = support::library(site.root());
    files(&library).remove(0).replace('\n', "")
}

#[track_caller]
fn assert_has(file: &str, parts: &[&str]) {
    for part in parts {
        assert!(file.contains(part), "{part}\nis not in\n{file}");
    }
}

#[test]
fn a_resolution_is_a_statement() {
    let front = "kind: resolution\nsymbol: A/HRC/RES/52/8\nnumber: 52/8\nbody: 人权理事会\ndate: 2023-04-03\nmeeting: 第 55 次会议\n\
                 vote: {statement: 经表决通过。, in-favour: {heading: 赞成：, states: [甲国, 乙国]}}\n";
    let body = "人权理事会，\n\n回顾《宪章》[^1]，\n\n17. 请各国：\n\n    (a) 开会，见[下文](#op-18)；\n\n    (i) 准时；\n\n    (b) 报告；\n\n18. 决定再议。\n\n## 附件\n\n表格。\n\n[^1]: 一条注。\n";
    let file = of_text("index.md", front, body);
    assert_has(
        &file,
        &[
            "<statement name=\"resolution\" contains=\"originalVersion\">",
            "<FRBRthis value=\"/akn/un/statement/resolution/2023-04-03/a-hrc-res-52-8/!main\"/>",
            "<FRBRcountry value=\"un\"/>",
            "<FRBRauthor href=\"#body\"/>",
            "<FRBRnumber value=\"A/HRC/RES/52/8\"/>",
            "showAs=\"人权理事会\"",
            "<docTitle>52/8. 文</docTitle>",
            "<formula eId=\"formula_1\" wId=\"pp-0\" name=\"opening\"><p>人权理事会，</p></formula>",
            "<recital eId=\"recs_1__rec_1\" wId=\"pp-1\"><p>回顾《宪章》<authorialNote",
            "marker=\"1\" placement=\"bottom\"><p>一条注。</p></authorialNote>，</p></recital>",
            "<paragraph eId=\"para_17\" wId=\"op-17\"><num>17.</num><intro><p>请各国：</p></intro>",
            "<point eId=\"para_17__point_a\" wId=\"op-17-a\"><num>(a)</num><intro><p>开会，见<ref href=\"#para_18\">下文</ref>；</p></intro>",
            "<point eId=\"para_17__point_a__point_i\" wId=\"op-17-a-i\"><num>(i)</num><content><p>准时；</p></content>",
            "<paragraph eId=\"para_18\" wId=\"op-18\"><num>18.</num><content><p>决定再议。</p></content>",
            "<heading>附件</heading><content><p",
        ],
    );
    let (_, conclusions) = file.split_once("<conclusions").unwrap();
    assert_has(conclusions, &["name=\"adoption\"", "经表决通过。", "甲国", "乙国", "第 55 次会议"]);
}

#[test]
fn an_act_has_articles_paragraphs_and_points() {
    let body = "## 第一章　总则 {#zong-ze}\n\n本章说明目的。\n\n第一条　制定本办法。\n\n第二条　本办法所称坡道，是指：\n\n（一）入口的坡道；\n\n（二）路上的坡道：\n\n1. 路口的；\n\n2. 车站的。\n\n\
                第三条之一　夜间应当有灯。\n\n### 第五条　检查\n\n1. 每年检查。\n\n2. 检查后：\n\n   (a) 公布结果；\n\n   (b) 修理。\n";
    let file = of_text("index.md", "kind: act\nbody: 临江市\nsymbol: 令第12号\n", body);
    assert_has(
        &file,
        &[
            "<act name=\"act\" contains=\"originalVersion\">",
            // Nobody knows its date, nor its country.
            "<FRBRdate date=\"0001-01-01\" name=\"unknown\"/>",
            "<FRBRcountry value=\"zz\"/>",
            "<body xml:lang=\"zh-Hans\"><level eId=\"level_1\" wId=\"zong-ze\"><heading>第一章　总则</heading><intro><p",
            "<article eId=\"art_1\" wId=\"art-1\"><num>第一条</num>",
            "wId=\"art-2-b-2\"",
            "wId=\"art-3a\"",
            "wId=\"art-5-2-b\"",
            "<heading>第五条　检查</heading>",
        ],
    );
    for part in ["\"art_2__point_b__point_2\"", "\"art_5__para_2__point_a\"", "\"art_3a\""] {
        assert!(file.contains(part), "{part}: {file}");
    }
    let french = of_text(
        "index.fr.md",
        "kind: act\n",
        "## Chapitre I\n\nArticle 5\n\n1. Premier.\n\n2. Second :\n\n   a) point.\n",
    );
    assert_has(&french, &["<body xml:lang=\"fr\">", "wId=\"art-5-2-a\"", "\"art_5__para_2__point_a\""]);
}

#[test]
fn the_articles_of_an_annex_are_named_by_it() {
    let body = "## 第一章\n\n第一条　甲。\n\n## 附件 {#fu-jian}\n\n第一条　乙。\n\n第二条　丙。\n";
    let file = of_text("index.md", "kind: act\n", body);
    assert_has(
        &file,
        &[
            "<article eId=\"art_1\" wId=\"art-1\">",
            "<article eId=\"hcontainer_1__art_1\" wId=\"annex-art-1\">",
        ],
    );
    assert_has(
        &file,
        &["<hcontainer eId=\"hcontainer_1\" wId=\"fu-jian\" name=\"annex\"><heading>附件</heading>"],
    );
}

#[test]
fn languages_and_directions_are_said() {
    let file = of_text("index.md", "", "见 <span lang=\"ar\">حقوق</span>。\n");
    assert_has(
        &file,
        &["<span xml:lang=\"ar\" style=\"direction: rtl\">حقوق</span>", "<mainBody xml:lang=\"zh-Hans\">"],
    );
    let file = of_text("index.ar.md", "", "نص <span lang=\"zh-Hans\">中文</span>.\n");
    assert_has(
        &file,
        &[
            "<mainBody xml:lang=\"ar\" style=\"direction: rtl\">",
            "<span xml:lang=\"zh-Hans\" style=\"direction: ltr\">中文</span>",
            "<FRBRlanguage language=\"ar\"/>",
        ],
    );
}

#[test]
fn what_html_says_stands_where_the_schema_has_a_place() {
    let file = of_text(
        "index.md",
        "",
        "<table><caption>题</caption><thead><tr><th rowspan=\"2\">甲</th><th colspan=\"2\">乙</th></tr></thead><tbody><tr><td>一</td></tr></tbody></table>\n\n\
         <q>话</q>、<ruby>残<rt>cán</rt></ruby>、<abbr title=\"联合国\">联</abbr>[^1]，再[^1]。见[无](#wu)。\n\n> 引文\n\n- 甲\n\n3. 乙\n\n[^1]: 注\u{1}。\n[^2]: 没有记号的注。\n",
    );
    assert_has(
        &file,
        &[
            "<caption>题</caption><tr><th rowspan=\"2\"><p>甲</p></th><th colspan=\"2\"><p>乙</p></th></tr><tr><td><p>一</p></td></tr></table>",
            "<embeddedText startQuote=\"“\" endQuote=\"”\">“话”</embeddedText>",
            "残<inline name=\"ruby-text\">(cán)</inline>",
            "<abbr title=\"联合国\">联</abbr>",
            "再<noteRef marker=\"1\" href=\"#authorialNote_1\"/>。",
            "<blockContainer class=\"quotation\"><p",
            "<item><num>3.</num><p>乙</p></item>",
            "marker=\"2\" placement=\"bottom\"><p>没有记号的注。</p>",
            "见无。",
        ],
    );
    assert!(!file.contains('\u{1}'));
}

#[test]
fn an_easy_read_version_is_a_work_of_its_own() {
    let site = Site::copy_of("tests/sites/word");
    let (library, _) = support::library(site.root());
    let files = files(&library);
    let has = |part: &str| files.iter().filter(|file| file.contains(part)).count();
    assert_eq!(files.len(), 4);
    assert_eq!(
        (has("<doc name=\"easy-read\""), has("name=\"adaptation-of\" href=\"/akn/zz/doc/document/")),
        (1, 1)
    );
    assert_eq!(has("name=\"easy-read-version\" href=\"/akn/zz/doc/easy-read/"), 1);
}

#[test]
fn files_are_made_for_those_who_ask_and_offered_on_pages() {
    let site = Site::copy_of("tests/sites/word");
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    assert_eq!(built.count("akn"), 4);
    assert!(site.page("wen-jian/index.html").contains("href=\"wen-jian.akn.xml\""));
    assert!(site.page("wen-jian/easy-read/index.html").contains("href=\"../wen-jian-easy-read.akn.xml\""));
    let ran = support::curbcut(&site.out().join("wen-jian"), &["audit", "wen-jian.akn.xml"]);
    assert_eq!(ran.code, 0, "{} {}", ran.out, ran.err);
    let whole = std::fs::read_to_string(site.out().join("wen-jian/wen-jian.akn.xml")).unwrap();
    for (name, broken) in [
        ("half.akn.xml", whole[..whole.find("</mainBody>").unwrap()].to_owned()),
        ("twice.akn.xml", whole.replace("eId=\"level_2\"", "eId=\"level_1\"")),
        ("lost.akn.xml", whole.replace("href=\"#level_2\"", "href=\"#level_99\"")),
        ("other.akn.xml", whole.replace("/akn/3.0\"", "/akn/2.0\"")),
    ] {
        std::fs::write(site.out().join("wen-jian").join(name), broken).unwrap();
        let ran = support::curbcut(&site.out().join("wen-jian"), &["audit", name]);
        assert!(
            ran.code == 1 && ran.out.contains("error[book/broken-akn]"),
            "{name}: {} {}",
            ran.out,
            ran.err
        );
    }
    site.replace("book.toml", ASKED.trim_start(), "");
    let built = site.build();
    assert_eq!(built.count("akn"), 0);
    assert!(!site.page("wen-jian/index.html").contains(".akn.xml"));
}

/// The words of a file and what its attributes say, notes after the words around them.
#[derive(Default)]
struct Words {
    /// What is read of the elements that are open and begin words of their own.
    open: Vec<(bool, String)>,
    all: String,
}

impl Visitor for Words {
    fn attribute(&mut self, name: &str, value: &str) {
        if matches!(name, "alt" | "title" | "showAs") {
            self.all.push_str(value);
            self.all.push('\n');
        }
    }

    fn start(&mut self, name: &str, _: std::ops::Range<usize>) {
        let is_apart = name == "authorialNote";
        self.open.push((is_apart, String::new()));
    }

    fn end(&mut self, _: usize) {
        let Some((is_apart, words)) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some((_, around)) if !is_apart => around.push_str(&words),
            _ => self.all.push_str(&words),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, words)) = self.open.last_mut() {
            words.push_str(text);
        }
    }

    fn character(&mut self, c: char) {
        self.text(&c.to_string());
    }
}

/// Words without the blanks around and in them.
fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn no_word_number_or_note_of_the_sample_sites_is_lost() {
    let mut compared = 0;
    for name in ["small", "word", "repository", "languages", "series", "ministry"] {
        let site = Site::copy_of(&format!("tests/sites/{name}"));
        let book = std::fs::read_to_string(site.root().join("book.toml")).unwrap();
        if !book.contains("[akn]") {
            site.write("book.toml", book + ASKED);
        }
        let (library, _) = support::library(site.root());
        each_file(&library, &mut |document, file| {
            let mut read = Words::default();
            xml::read(&file, &mut read).unwrap();
            let said = squeezed(&read.all);
            document.each_inline(&mut |inline| {
                let (InlineKind::Text(words) | InlineKind::Code(words)) = inline.kind else { return };
                let words = squeezed(document.text(&words));
                assert!(said.contains(&words), "{name}/{}: {words}", document.slug);
                compared += 1;
            });
            for id in document.outline().iter().map(|part| part.name.to_string()).filter(|id| id != "p-0") {
                assert!(file.contains(&format!("wId=\"{id}\"")), "{name}/{}: {id}", document.slug);
            }
            let front = &document.front;
            let kept = [&front.title, &front.summary, &front.about].into_iter().chain(&front.closing);
            for words in kept.chain(&front.meeting).chain(front.vote.iter().map(|vote| &vote.statement)) {
                assert!(said.contains(&squeezed(words)), "{name}/{}: {words}", document.slug);
            }
        });
    }
    assert!(compared > 500, "{compared}");
}
