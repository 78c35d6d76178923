//! Laws and regulations from plain text and from Word: their head, and how many articles, paragraphs and points there are.

use std::fs;

use curbcut::document::Document;
use curbcut::import::{Counts, Imported, Input, import};

use super::{ReadBack, imported, prove};

/// The texts of `tests/sources/acts`, with the articles, paragraphs and points that a person counts in each.
const TEXTS: [(&str, [usize; 3]); 8] = [
    ("zh-ramps", [8, 3, 7]),
    ("zh-library", [5, 4, 5]),
    ("zh-code", [4, 5, 2]),
    ("en-ramps", [8, 3, 7]),
    ("en-library", [5, 5, 6]),
    ("en-footpaths", [4, 5, 2]),
    ("ar-ramps", [5, 4, 0]),
    ("fr-sentiers", [4, 0, 2]),
];

fn text(name: &str) -> Imported {
    let path = format!("{}/tests/sources/acts/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    imported(&format!("{name}.txt"), &fs::read(path).unwrap())
}

fn counts(imported: &Imported) -> [usize; 3] {
    let Counts { articles, paragraphs, points, .. } = imported.counts;
    [articles, paragraphs, points]
}

fn ids(imported: &Imported) -> Vec<String> {
    let document: Document = curbcut_document(imported);
    let parts = document.outline();
    parts.iter().map(|part| part.name.to_string()).filter(|name| name.starts_with("art-")).collect()
}

/// The text as a build reads it.
fn curbcut_document(imported: &Imported) -> Document {
    use curbcut::content::{Input, Role};
    let source =
        std::sync::Arc::new(curbcut::source::Source::new("content/a/index.md", imported.markdown.clone()));
    let input = Input { source, role: Role::Official, slug: "a".into(), lang: imported.lang.clone() };
    curbcut::parse::parse(&input, curbcut::languages::Languages::built_in()).0
}

#[test]
fn the_parts_of_every_text_are_counted_and_no_character_is_lost() {
    for (name, wanted) in TEXTS {
        let imported = text(name);
        assert_eq!(counts(&imported), wanted, "{name}:\n{}", imported.markdown);
        prove(&imported);
        let doubts: Vec<_> = imported.findings.iter().map(|finding| &finding.message).collect();
        assert!(doubts.is_empty(), "{name}: {doubts:?}");
    }
}

#[test]
fn one_act_has_the_same_ids_in_both_languages() {
    for (zh, en) in [("zh-ramps", "en-ramps"), ("zh-code", "en-footpaths")] {
        assert_eq!(ids(&text(zh)), ids(&text(en)));
    }
    let wanted = [
        "art-1",
        "art-2",
        "art-2-1",
        "art-2-2",
        "art-2-2-a",
        "art-2-2-b",
        "art-2-2-b-1",
        "art-2-2-b-2",
        "art-2-2-c",
        "art-2-3",
        "art-3",
        "art-3a",
        "art-3b",
        "art-4",
        "art-5",
        "art-5-a",
        "art-5-b",
        "art-6",
    ];
    assert_eq!(ids(&text("zh-ramps")), wanted);
}

#[test]
fn the_head_says_what_the_act_is() {
    let front = ReadBack::of(&text("zh-ramps").markdown);
    for (key, value) in [
        ("kind", "act"),
        ("title", "临江市无障碍坡道管理办法"),
        ("symbol", "临江市人民政府令第12号"),
        ("body", "临江市人民政府"),
        ("adopted", "（2025年3月1日临江市人民政府第五次常务会议通过，2026年4月2日修改）"),
        ("date", "2025-03-01"),
        ("in-force", "2025-05-01"),
    ] {
        assert_eq!(front.field(key), value);
    }
    let front = ReadBack::of(&text("en-ramps").markdown);
    assert_eq!(front.field("symbol"), "OrderNo.12of2025");
    assert_eq!(front.field("in-force"), "2025-05-01");
    assert_eq!(front.field("body"), "LinjiangMunicipalPeople'sGovernment");
    let front = ReadBack::of(&text("zh-code").markdown);
    assert_eq!(front.field("body"), "云岭省第十届人民代表大会常务委员会");
}

#[test]
fn a_table_of_contents_is_left_out_only_where_the_text_repeats_it() {
    let left_out = text("zh-ramps").dropped;
    assert_eq!(left_out.len(), 6);
    assert!(left_out.iter().all(|dropped| dropped.reason.contains("table of contents")));
    let path = "a.txt";
    let bytes = "坡道规定\n\n目录\n\n第一条　坡道应当防滑。\n\n第二条　坡道应当有扶手。\n".as_bytes();
    let imported = import(Input { path, bytes, lang: None }).unwrap();
    assert!(imported.markdown.contains("\n目录\n"), "{}", imported.markdown);
    assert_eq!(imported.counts.articles, 2);
}

#[test]
fn a_text_that_only_names_articles_is_no_act() {
    let report = "关于坡道的说明\n\n第五条规定的坡道应当防滑。\n\n第六条所称扶手，是指木扶手。\n";
    let letter =
        "A letter\n\nArticle 1 of the Rules is about ramps.\n\nArticle 2 of the Rules is about rails.\n";
    for text in [report, letter] {
        let imported = import(Input { path: "a.txt", bytes: text.as_bytes(), lang: None }).unwrap();
        assert!(imported.markdown.contains("kind: document"), "{}", imported.markdown);
        assert_eq!(imported.counts.articles, 0);
    }
}

#[test]
fn acts_of_word_are_read_by_their_numbering_their_styles_and_their_words() {
    for (name, wanted) in [("acts-zh", [5, 2, 2]), ("acts-en", [5, 2, 2]), ("acts-looks-zh", [3, 0, 2])] {
        let path = format!("{}/tests/sources/docx/{name}.docx", env!("CARGO_MANIFEST_DIR"));
        let imported = imported(&format!("{name}.docx"), &fs::read(path).unwrap());
        assert_eq!(counts(&imported), wanted, "{name}:\n{}", imported.markdown);
    }
}

fn of(path: &str, text: &str) -> Imported {
    import(Input { path, bytes: text.as_bytes(), lang: None }).unwrap()
}

#[test]
fn an_annex_is_no_part_of_the_last_article_and_counts_its_own() {
    let text = "停车办法\n第一条　为了管理停车，制定本办法。停车场的定义，见第\n二条。\n第二条　停车场应当有坡道。\n第三条　本办法自2025年5月1日起施行。\n附件：停车场名单\n第一条　东门停车场。\n第二条　西门停车场。\n";
    let imported = of("a.txt", text);
    prove(&imported);
    assert!(imported.findings.is_empty(), "{:?}", imported.findings);
    assert_eq!(ids(&imported), ["art-1", "art-2", "art-3"]);
    assert!(imported.markdown.contains("\n## 附件：停车场名单\n\n第一条　东门"), "{}", imported.markdown);
    assert!(imported.markdown.contains("见第二条。\n"), "{}", imported.markdown);
    // It is sealed, as every act is of which the import is sure.
    assert!(imported.markdown.contains("\ndigest: "), "{}", imported.markdown);
    let document = curbcut_document(&imported);
    let names: Vec<String> = document.outline().iter().map(|part| part.name.to_string()).collect();
    assert!(names.ends_with(&["annex-art-1".to_owned(), "annex-art-2".to_owned()]), "{names:?}");
}

#[test]
fn lines_that_may_be_paragraphs_keep_an_act_from_being_sealed() {
    let text = "Parking Rules\n\nCONTENTS\nSection 1. Definitions\nSection 2. Prices\nSection 1. Definitions. (1) A car park is a place\n\
                for cars. See\nsection 2.\n(2) A place is a space.\nSection 2. Prices. The price of one hour:\none hour 5\ntwo hours 8\n\
                Sections 3 to 4. [Repealed]\nSection 5. Coming into force. These rules come into force on 1 May 2025.\n\nANNEX I\nList\n";
    let imported = of("a.txt", text);
    prove(&imported);
    assert_eq!(
        ids(&imported),
        ["art-1", "art-1-1", "art-1-2", "art-2", "art-2-1", "art-2-2", "art-3", "art-5"]
    );
    let lines =
        |reason: &str| imported.dropped.iter().filter(|dropped| dropped.reason.contains(reason)).count();
    assert_eq!(lines("table of contents"), 3);
    assert!(
        !imported.markdown.contains("digest:") && imported.markdown.contains("## ANNEX I"),
        "{}",
        imported.markdown
    );
    let doubts: Vec<_> = imported.findings.iter().map(|finding| finding.place.position().line).collect();
    assert_eq!(doubts, [7, 8, 12, 1], "{:?}", imported.findings);
    let heading = of("b.txt", "停车办法\n\n第一条　每小时的价格\n　　五元\n\n第二条　停车场应当有坡道。\n");
    assert!(!heading.markdown.contains("# 第一条"), "{}", heading.markdown);
}

#[test]
fn a_preamble_behind_a_table_of_contents_stays() {
    let text = "海东市垃圾管理条例\n\n目录\n第一章 总则\n第二章 罚则\n\n为了保护环境，制定本条例。\n\n第一章 总则\n\n第一条 垃圾应当分类。\n\n第二章 罚则\n\n第二条 违者罚款。\n";
    let imported = of("a.txt", text);
    prove(&imported);
    assert!(imported.markdown.contains("\n为了保护环境，制定本条例。\n"), "{}", imported.markdown);
    assert_eq!(imported.dropped.len(), 3, "{:?}", imported.dropped);
}

#[test]
fn an_article_that_ends_as_no_sentence_does_is_no_heading_where_none_has_one() {
    let text = "坡道办法\n第一条 为了加强管理，制定本办法。\n第二条 建设单位应当依照《建筑条例》\n第三条和第四条的规定设置坡道，并依照本办法\n\
                第三条 坡道由所有人维护。所有人不明的，由\n区人民政府维护。\n第四条 本办法由住房和城乡建设局负责\n解释。\n第五条 本办法自2024年5月1日起施行。\n";
    let imported = of("a.txt", text);
    prove(&imported);
    assert!(
        !imported.markdown.contains("\n#") && !imported.markdown.contains("digest:"),
        "{}",
        imported.markdown
    );
    assert_eq!(imported.counts.articles, 5);
}
