use std::sync::Arc;

use super::*;
use crate::finding::Place;

const SHAPE: &str = "\
fields:
  - {name: state, label: 国家, type: state, many: true}
  - {name: period, label: 时间, type: period}
  - {name: partner, label: 合作方, type: organisation, many: true}
";

/// The texts, as they are read from a file of this name, and what is wrong with it.
fn read(name: &str, table: &str) -> (Vec<(String, String)>, Vec<String>) {
    let mut findings = Vec::new();
    let shape = Arc::new(Source::new("content/库/collection.yaml", SHAPE));
    let shape = Shape::read(&shape, &mut findings).unwrap();
    let source = Arc::new(Source::new(format!("content/库/{name}"), table));
    let texts = texts(&source, "库", &shape, &"zh-Hans".parse().unwrap(), &mut findings);
    let texts = texts.into_iter().map(|(path, text)| (path, text.text().to_owned())).collect();
    let told = findings.iter().map(|finding| {
        assert!(matches!(finding.place, Place::Unquoted(_)), "{finding:?}");
        let at = finding.place.position();
        format!("{}:{} {}", at.line, at.column, finding.message)
    });
    (texts, told.collect())
}

fn wrong(name: &str, table: &str) -> String {
    read(name, table).1.join("\n")
}

#[test]
fn a_row_of_csv_is_the_front_matter_that_it_stands_for() {
    let (texts, told) = read(
        "entries.csv",
        "id,title,title.en,summary,summary.en,state,partner,period,consent-by,consent-date,consent-scope,consent-until,address,easy-read\r\n\
         坡道,\"修坡道，\"\"10\"\" 条\nA\",Ramps,残疾人用。,For all.,VN; LA,\"甲\\;乙;丙\\\\\",2024,VN; LA,2025-03-02;2025-04-01,public;public,;2027-01-01,https://example.org/x,\r\n\
         ,,,,,,,,,,,,,\r\n\
         热线,,Line,,A line.,,,,,,,,,\r\n",
    );
    assert_eq!(told, Vec::<String>::new());
    let expected = "\
---
kind: entry
title: \"修坡道，\\\"10\\\" 条\\nA\"
summary: \"残疾人用。\"
state: [\"VN\", \"LA\"]
partner: [\"甲;乙\", \"丙\\\\\"]
period: \"2024\"
consent:
- by: \"VN\"
  date: \"2025-03-02\"
  scope: \"public\"
- by: \"LA\"
  date: \"2025-04-01\"
  scope: \"public\"
  until: \"2027-01-01\"
---
";
    assert_eq!(texts[0], ("content/库/坡道/index.md".to_owned(), expected.to_owned()));
    assert_eq!(texts[1].0, "content/库/坡道/index.en.md");
    assert_eq!(texts[1].1, "---\nkind: entry\ntitle: \"Ramps\"\nsummary: \"For all.\"\n---\n");
    // The first language that has a title has the facts.
    assert_eq!(texts[2].0, "content/库/热线/index.en.md");
    assert_eq!(texts.len(), 3);
}

#[test]
fn a_row_of_json_is_the_same() {
    let row = r#"{"id": "坡道", "title": {"zh-Hans": "修坡道", "en": "Ramps"}, "summary": {"zh-Hans": "残疾人用。", "en": "For all."},
        "fields": {"state": ["VN",
            "LA"], "period": "2024", "partner": []}, "consent": [{"by": "VN", "date": "2025-03-02", "scope": "public", "until": null}],
        "address": {"en": "https://example.org/x"}, "easy-read": {}}"#;
    for table in [format!("[{row}]"), format!("{{\"collection\": {{}}, \"entries\": [{row}]}}")] {
        let (texts, told) = read("entries-2026.json", &table);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(texts[1].1, "---\nkind: entry\ntitle: \"Ramps\"\nsummary: \"For all.\"\n---\n");
        let text = &texts[0].1;
        assert!(text.contains("title: \"修坡道\"\n") && text.contains("period: \"2024\"\n"), "{text}");
        assert!(text.contains("consent: [{\"by\": \"VN\"") && !text.contains("partner"), "{text}");
    }
}

#[test]
fn what_is_wrong_with_a_table_is_told_at_its_cell() {
    for (table, expected) in [
        ("", "1:1 this table is empty"),
        ("title\n甲\n", "1:1 no column is called “id”"),
        ("id,title,stat\na,甲,VN\n", "1:10 “stat” is no column of an entry"),
        ("id,title,title\na,甲,乙\n", "1:10 a column of this name stands before it"),
        ("id,title.e_n\na,甲\n", "1:4 "),
        ("id,title\na,甲,乙\n", "2:1 this row has 3 cells, and the first has 2"),
        ("id,title\na\n", "2:1 this row has 1 cells, and the first has 2"),
        (
            "id,title\na,\"甲\nb,乙\n",
            "2:3 a cell begins with a quotation mark here, and does not end with one",
        ),
        ("id,title\na,\"甲\"乙\n", "2:3 a cell begins with a quotation mark here"),
        ("id,title\n,甲\n", "2:1 this row has no “id”"),
        ("id,title\na b,甲\n", "2:1 the “id” of this row holds a character"),
        ("id,title\na/../b,甲\n", "2:1 the “id” of this row holds a character"),
        ("id,title,summary\na,甲,一\nb,乙,二\na,丙,三\n", "4:1 the row in line 2 has this “id” already"),
        ("id,title\na,\n", "2:1 this row has no title"),
        (
            "id,title,title.en,summary\na,甲,A,一\n",
            "2:5 this row has a title in a language and no summary in it",
        ),
        (
            "id,title,summary,consent-by,consent-date\na,甲,一,VN;LA,2025-01-01\n",
            "2:13 here stand 1 values, and 2 in another column of the consents",
        ),
        ("id;title;summary;state\na;甲;一;\"VN;LA\"\n", ""),
        ("id\ttitle\tsummary\na\t甲\t一\n", ""),
    ] {
        let told = wrong("entries.csv", table);
        assert!(told.starts_with(expected) && told.is_empty() == expected.is_empty(), "{table}: {told}");
    }
    for (table, expected) in [
        ("[{\"id\": \"a\",}]", "1:13 this is no JSON from here on"),
        ("", "1:1 this is no JSON from here on"),
        ("{}", "1:1 this file holds no list of entries"),
        ("3", "1:1 this file holds no list of entries"),
        ("[1]", "1:2 this is no object"),
        ("[{\"id\": 1, \"title\": \"甲\"}]", "1:9 the “id” is no text"),
        ("[{\"title\": \"甲\"}]", "1:2 this row has no “id”"),
        (
            "[\n{\"id\": \"a\", \"title\": \"甲\", \"stat\": \"VN\"}]",
            "2:35 the value here belongs to no key of an entry",
        ),
        ("[{\"id\": \"a\", \"title\": {\"e_n\": \"甲\"}}]", "1:31 "),
    ] {
        let told = wrong("entries.json", table);
        assert!(told.starts_with(expected), "{table}: {told}");
    }
}

proptest::proptest! {
    #[test]
    fn any_cell_is_read_as_it_is_written(cells in proptest::collection::vec("[a\"\n\r,;\\\\\t甲 =+-]{0,6}", 1..8)) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let head = (0..cells.len()).map(|at| format!("title.x{at}")).collect::<Vec<_>>().join(",");
        let row = cells.iter().map(quote).collect::<Vec<_>>().join(",");
        let source = Arc::new(Source::new("content/库/entries.csv", format!("{head}\r\n{row}\r\n")));
        let mut findings = Vec::new();
        let shape = Arc::new(Source::new("content/库/collection.yaml", SHAPE));
        let shape = Shape::read(&shape, &mut findings).unwrap();
        let records = csv::records(&mut Reader { source: &source, shape: &shape, of_other: false, findings: &mut findings });
        proptest::prop_assert!(findings.is_empty(), "{:?}", findings);
        let read: Vec<&str> = records[1].iter().map(|cell| &*cell.words).collect();
        proptest::prop_assert_eq!(read, cells.iter().map(String::as_str).collect::<Vec<_>>());
        for (cell, written) in records[1].iter().zip(&cells) {
            proptest::prop_assert_eq!(source.slice(cell.span), quote(written));
        }
    }

    #[test]
    fn no_table_stops_the_reader(table in "[id,title\"\n\r;\\[\\]{}: a甲]{0,80}") {
        for name in ["entries.csv", "entries.json"] {
            read(name, &table);
        }
    }
}
