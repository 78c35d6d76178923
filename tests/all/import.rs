//! Importing loses nothing and corrects nothing: for every sample, each character that is not blank has one
//! destination, and what is read back from the written Markdown there is what stood in the source.

mod acts;
mod again;
mod command;
mod docx;
mod doubtful;
mod html;
mod markdown_file;
mod note_lines;
mod numbers;
mod odt;
mod other_marks;
mod page_marks;
mod pdf;
mod reports;
mod shapes;
mod sources;
mod votes;

use std::collections::BTreeMap;
use std::fs;

use curbcut::finding::{Finding, Severity};
use curbcut::import::{Counts, Destination, Imported, Input, NotWritten, Overwrite, import, write_new};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_yaml::Value;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/seeds/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn imported(path: &str, bytes: &[u8]) -> Imported {
    import(Input { path, bytes, lang: None }).unwrap()
}

fn seed(name: &str) -> Imported {
    imported(name, &bytes(name))
}

const SEEDS: [&str; 6] = ["52-8.txt", "51-5.txt", "57-12.txt", "54-28.txt", "53-11.txt", "99-7.en.txt"];

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The written Markdown, read by the YAML and Markdown parsers alone.
struct ReadBack {
    front: Value,
    /// Text of each paragraph, numbers and marks of notes included.
    paragraphs: Vec<String>,
    notes: Vec<(String, String)>,
}

impl ReadBack {
    fn of(markdown: &str) -> Self {
        let (front, body) = markdown.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
        let mut read =
            Self { front: serde_yaml::from_str(front).unwrap(), paragraphs: vec![], notes: vec![] };
        let (mut text, mut in_note) = (None::<String>, false);
        for (event, range) in Parser::new_ext(body, Options::ENABLE_FOOTNOTES).into_offset_iter() {
            let mut add = |part: &str| text.get_or_insert_default().push_str(part);
            match event {
                // An item's first paragraph begins with its number.
                Event::Start(Tag::Item) => add(body[range].split_whitespace().next().unwrap()),
                Event::Text(part) => add(&part),
                Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => add("**"),
                Event::FootnoteReference(label) => add(&mark(&label)),
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    in_note = true;
                    read.notes.push((name.to_string(), String::new()));
                }
                Event::End(TagEnd::FootnoteDefinition) => in_note = false,
                // The only item of a list has its text in no paragraph.
                Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                    let Some(text) = text.take().map(|text| squeeze(&text)) else { continue };
                    match read.notes.last_mut() {
                        Some((_, note)) if in_note => note.push_str(&text),
                        _ => read.paragraphs.push(text),
                    }
                }
                Event::End(TagEnd::Heading(_)) => {
                    read.paragraphs.push(squeeze(&text.take().unwrap_or_default()));
                }
                Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Heading { .. })
                | Event::End(TagEnd::List(_)) => {}
                other => panic!("unexpected {other:?} in {body}"),
            }
        }
        read
    }

    /// The text of a field; the items of a list are parted by a character that no source holds.
    fn field(&self, key: &str) -> String {
        let value = key.split('.').fold(&self.front, |value, key| &value[key]);
        match value {
            Value::String(text) => squeeze(text),
            Value::Sequence(items) => {
                let glue = if key.starts_with("vote.") { BETWEEN } else { "" };
                squeeze(&items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(glue))
            }
            other => panic!("{key} is {other:?}"),
        }
    }
}

/// Stands between the items of a list.
const BETWEEN: &str = "\u{1}";

/// Whether a text is these items with nothing but separators and words such as “and” between them.
fn is_list(text: &str, items: &str) -> bool {
    const SEPARATORS: [&str; 14] =
        ["", ",and", ",&", ",", "、", "，", ";", "；", "and", "&", "以及", "和", "及", "与"];
    let mut rest = text;
    for item in items.split(BETWEEN) {
        let after = SEPARATORS.iter().find_map(|separator| rest.strip_prefix(separator)?.strip_prefix(item));
        let Some(after) = after else { return false };
        rest = after;
    }
    rest.is_empty()
}

fn mark(label: &str) -> String {
    format!("⟦{label}⟧")
}

/// The number in any form of a note's mark.
fn plain_number(mark: &str) -> String {
    let raised = |c: char| {
        ["⁰¹²³⁴⁵⁶⁷⁸⁹", "０１２３４５６７８９"]
            .iter()
            .find_map(|form| form.chars().position(|digit| digit == c))
    };
    mark.chars()
        .filter_map(|c| {
            raised(c).and_then(|n| char::from_digit(n as u32, 10)).or(c.is_ascii_digit().then_some(c))
        })
        .collect()
}

/// Proves both halves of the promise for one import.
fn prove(imported: &Imported) {
    let source = imported.source.text();
    let entries = imported.ledger.entries();
    let mut at = 0;
    for entry in entries {
        let range = entry.span.range();
        assert!(
            source[at..range.start].trim().is_empty(),
            "no destination for {:?}",
            &source[at..range.start]
        );
        assert!(range.start < range.end);
        at = range.end;
    }
    assert!(source[at..].trim().is_empty(), "no destination for {:?}", &source[at..]);

    let read = ReadBack::of(&imported.markdown);
    let mut fields: BTreeMap<&str, String> = BTreeMap::new();
    let mut paragraphs = vec![String::new(); read.paragraphs.len()];
    let mut notes = vec![String::new(); read.notes.len()];
    let mut dropped = Vec::new();
    for entry in entries {
        let text = squeeze(&source[entry.span.range()]);
        match &entry.destination {
            Destination::Field(key) => fields.entry(key).or_default().push_str(&text),
            Destination::Paragraph(n) => paragraphs[*n as usize].push_str(&text),
            Destination::Mark { paragraph, note } => {
                let (label, _) = &read.notes[*note as usize];
                assert_eq!(label.split('-').next().unwrap(), plain_number(&text));
                paragraphs[*paragraph as usize].push_str(&mark(label));
            }
            Destination::NoteLabel(n) => {
                assert_eq!(read.notes[*n as usize].0.split('-').next().unwrap(), plain_number(&text));
            }
            Destination::Note(n) => notes[*n as usize].push_str(&text),
            Destination::Dropped(reason) => {
                assert!(!reason.is_empty());
                dropped.push(text);
            }
        }
    }
    assert_eq!(paragraphs, read.paragraphs);
    assert_eq!(notes, read.notes.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>());
    for (key, text) in &fields {
        let written = read.field(key);
        assert!(
            *text == written || (key.starts_with("vote.") && is_list(text, &written)),
            "{key}: {text}, {written}"
        );
    }
    assert_eq!(dropped, imported.dropped.iter().map(|dropped| squeeze(&dropped.text)).collect::<Vec<_>>());
    assert!(!read.field("title").is_empty());
}

#[test]
fn nothing_is_lost_or_changed_in_any_seed() {
    for name in SEEDS {
        prove(&seed(name));
    }
}

#[test]
fn every_part_is_counted() {
    let count = |preambular, operative, sub, notes| Counts {
        preambular,
        operative,
        sub,
        notes,
        plain: 0,
        ..Counts::default()
    };
    for (name, want) in SEEDS.iter().zip([
        count(26, 12, 0, 1),
        count(31, 19, 3, 2),
        count(32, 14, 4, 1),
        count(20, 19, 0, 1),
        count(33, 37, 0, 5),
        count(3, 3, 2, 1),
    ]) {
        assert_eq!(seed(name).counts, want, "{name}");
    }
}

#[test]
fn only_marks_of_the_page_are_dropped() {
    let dropped = |name| seed(name).dropped.into_iter().map(|dropped| dropped.text).collect::<Vec<_>>();
    assert_eq!(dropped("52-8.txt"), [".", "[", "]"]);
    assert_eq!(dropped("51-5.txt"), ["Distr.:", "Original:", ".", "-", "-", "[", "]"]);
    assert_eq!(dropped("57-12.txt"), ["##", "###", "####", "##", "###", ".", "[", "](#)", "[", "]"]);
    assert_eq!(dropped("54-28.txt"), [".", "[", "]"]);
    assert_eq!(dropped("53-11.txt"), [".", "[", "](#)", "[", "]"]);
    assert_eq!(dropped("99-7.en.txt"), ["Distr.:", "Original:", ".", "A/HRC/RES/99/7", "[", "]"]);
}

#[test]
fn front_matter_says_what_follows_from_the_source() {
    for (name, slug, symbol, date, start, end) in [
        ("52-8.txt", "a-hrc-res-52-8", "A/HRC/RES/52/8", "2023-04-03", "2023-02-27", "2023-04-04"),
        ("51-5.txt", "a-hrc-res-51-5", "A/HRC/RES/51/5", "2022-10-06", "2022-09-12", "2022-10-07"),
        ("57-12.txt", "a-hrc-res-57-12", "A/HRC/RES/57/12", "2024-10-10", "2024-09-09", "2024-10-11"),
        ("54-28.txt", "a-hrc-res-54-28", "A/HRC/RES/54/28", "2023-10-12", "2023-09-11", "2023-10-13"),
        ("53-11.txt", "a-hrc-res-53-11", "A/HRC/RES/53/11", "2023-07-12", "2023-06-19", "2023-07-14"),
        ("99-7.en.txt", "a-hrc-res-99-7", "A/HRC/RES/99/7", "2031-03-20", "2031-02-24", "2031-03-21"),
    ] {
        let imported = seed(name);
        let front = ReadBack::of(&imported.markdown).front;
        let said = [&front["symbol"], &front["date"], &front["session"]["start"], &front["session"]["end"]];
        assert_eq!(said.map(|value| value.as_str().unwrap()), [symbol, date, start, end]);
        assert_eq!(imported.slug, slug);
        assert_eq!(front["kind"], "resolution");
        assert_eq!(
            (front["summary"].as_str(), &front["draft"]),
            (Some(""), &true.into()),
            "a person writes the summary"
        );
    }
}

#[test]
fn the_fields_of_a_seed_are_its_own_words() {
    let front = ReadBack::of(&seed("51-5.txt").markdown).front;
    for (key, want) in [
        ("title", "善治对促进和保护人权的作用"),
        ("number", "51/5"),
        ("body", "人权理事会"),
        ("adopted", "人权理事会2022年10月6日通过的决议"),
        ("closing", "2022 年 10 月 6 日"),
        ("meeting", "第 40 次会议"),
    ] {
        assert_eq!(front[key], want);
    }
    assert_eq!(front["session"]["name"], "第五十一届会议");
    assert_eq!(front["session"]["dates"], "2022年9月12日至10月7日");
    assert_eq!(front["agenda-item"]["number"], "议程项目3");
    let agenda = "促进和保护所有人权——公民权利、政治权利、经济、社会及文化权利，包括发展权";
    assert_eq!(front["agenda-item"]["title"], agenda);
    assert_eq!(front["vote"]["statement"], "未经表决获得通过。");
    let distribution =
        ["type", "date", "language", "original"].map(|key| front["distribution"][key].as_str().unwrap());
    assert_eq!(distribution, ["General", "12 October 2022", "Chinese", "English"]);
}

#[test]
fn a_recorded_vote_keeps_its_lists() {
    let front = ReadBack::of(&seed("53-11.txt").markdown).front;
    let vote = &front["vote"];
    assert_eq!(vote["statement"], "经记录表决，以 33 票赞成、13 票反对、1 票弃权获得通过。表决结果如下：");
    for (way, heading, count, first) in [
        ("in-favour", "赞成：", 33, "阿尔及利亚"),
        ("against", "反对：", 13, "比利时"),
        ("abstaining", "弃权：", 1, "墨西哥"),
    ] {
        let states = vote[way]["states"].as_sequence().unwrap();
        assert_eq!((vote[way]["heading"].as_str().unwrap(), states.len()), (heading, count));
        assert_eq!(states[0], first);
        assert_eq!(vote["counts"][way], count);
    }
    assert!(
        vote["against"]["states"].as_sequence().unwrap().contains(&"黑山".into()),
        "黑山 was cut by a line end"
    );
}

#[test]
fn sentences_cut_by_lines_pages_and_notes_are_whole_again() {
    for (name, want) in [
        (
            "52-8.txt",
            "\n\n又回顾大会2015年9月25日题为“变革我们的世界：2030年可持续发展议程”的第 70/1 号决议，包括",
        ),
        ("52-8.txt", "作用的报告[^1]，\n\n认识到恪守"),
        (
            "52-8.txt",
            "构成障碍，\n\n强调需要将透明、负责和高效的公共服务提供模式纳入地方、国家和区域发展计划，\n\n",
        ),
        ("54-28.txt", "例如建立或加强国家执行、报告和后续行动机制，"),
        ("54-28.txt", "促进落实所有人权；[^1]\n\n14. 请"),
        ("53-11.txt", "人人有权享受科学进步及其应用的惠益，并呼吁"),
        ("53-11.txt", "政治宣言[^2] 以及上述会议"),
        ("53-11.txt", "\n\n[^4]: A/HRC/52/80。\n\n"),
        ("57-12.txt", "提交的报告，[^1] 并欢迎"),
        ("57-12.txt", "\n\n又**认识到**地方政府"),
        ("57-12.txt", "\n\n8. **吁请**地方政府"),
        ("57-12.txt", "自的职责和能力范围内：\n\n   (a) 实施"),
        ("51-5.txt", "\n\n17. 请高级专员：\n\n    (a) 在人权"),
        (
            "51-5.txt",
            "\n\n    (c) 编写一份小组讨论会报告，提供无障碍格式，包括易读版本，并提交人权理事会第五十五届会议；\n\n18. 请",
        ),
        ("99-7.en.txt", "words that few people understand,\n\n1. Encourages"),
        ("99-7.en.txt", "expert group on way-finding,[^1]\n\nConcerned"),
    ] {
        let imported = seed(name);
        assert!(imported.markdown.contains(want), "{name} lacks {want}:\n{}", imported.markdown);
    }
}

#[test]
fn suspected_slips_are_reported_where_they_stand_and_stay() {
    let found = |name| {
        let imported = seed(name);
        let place = |finding: &curbcut::finding::Finding| {
            assert_eq!((finding.rule, finding.severity), ("official/suspected-typo", Severity::Warning));
            let curbcut::finding::Place::Source(source, span) = &finding.place else { panic!("no place") };
            let text = source.slice(*span).to_owned();
            assert!(squeeze(&imported.markdown).contains(&squeeze(&text)));
            (finding.place.position().line, text)
        };
        imported.findings.iter().map(place).collect::<Vec<_>>()
    };
    let owned =
        |list: &[(u32, &str)]| list.iter().map(|&(line, text)| (line, text.to_owned())).collect::<Vec<_>>();
    assert_eq!(found("53-11.txt"), owned(&[(40, "发展中国的"), (44, "和不等，")]));
    for clean in ["52-8.txt", "51-5.txt", "57-12.txt"] {
        assert_eq!(found(clean), []);
    }
    let rules: Vec<_> = seed("54-28.txt").findings.iter().map(|finding| finding.rule).collect();
    let slip = "official/suspected-typo";
    // Blank lines stand where a page ended, inside a sentence.
    assert_eq!(rules, [slip, "import/unsure", slip, slip, "import/not-sealed"]);
    // “way-” at the end of a line may be “wayfinding”.
    let rules: Vec<_> = seed("99-7.en.txt").findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["import/unsure", "import/not-sealed"]);
}

#[test]
fn contradictions_are_findings() {
    let source = String::from_utf8(bytes("53-11.txt")).unwrap();
    let rules = |from: &str, to: &str| {
        assert!(source.contains(from));
        let imported = imported("a.txt", source.replacen(from, to, 1).as_bytes());
        prove(&imported);
        let doubtful = |finding: &Finding| {
            finding.severity > Severity::Note && finding.rule != "official/suspected-typo"
        };
        let is_sealed = imported.markdown.contains("\ndigest: ");
        assert_eq!(is_sealed, !imported.findings.iter().any(doubtful), "what is doubtful is not sealed");
        let mut rules: Vec<_> = imported.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(is_sealed, !rules.contains(&"import/not-sealed"), "and says so");
        rules.retain(|rule| !["official/suspected-typo", "import/not-sealed"].contains(rule));
        rules
    };
    assert_eq!(rules("第五十三届会议\n", "第五十二届会议\n"), ["official/metadata-clash"]);
    assert_eq!(rules("7 月 12 日通过", "8 月 12 日通过").len(), 2);
    assert_eq!(rules("\n23. 敦促", "\n24. 敦促"), ["official/number-gap", "official/number-twice"]);
    assert_eq!(rules("33 票赞成", "32 票赞成"), ["official/vote-clash"]);
    assert_eq!(rules("、芬兰", "、越南"), ["official/vote-clash"]);
    assert_eq!(rules("第 34 次会议\n", ""), ["import/part-not-found"]);
    assert_eq!(rules("最新情况报告⁴", "最新情况报告"), ["official/note-without-mark"]);
}

#[test]
fn every_encoding_and_line_end_gives_the_same_markdown() {
    let name = "52-8.txt";
    let want = seed(name).markdown;
    let text = String::from_utf8(bytes(name)).unwrap();
    let wide = |unit: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        format!("{mark}{text}").encode_utf16().flat_map(unit).collect()
    };
    for (form, bytes) in [
        ("UTF-8 with BOM", format!("\u{feff}{text}").into_bytes()),
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("UTF-16 LE", wide(u16::to_le_bytes, "\u{feff}")),
        ("UTF-16 BE", wide(u16::to_be_bytes, "\u{feff}")),
        ("UTF-16 LE without BOM", wide(u16::to_le_bytes, "")),
        ("UTF-16 BE without BOM", wide(u16::to_be_bytes, "")),
        ("GB18030", encoding_rs::GB18030.encode(&text).0.into_owned()),
    ] {
        assert_eq!(imported(name, &bytes).markdown, want, "{form}");
    }
}

#[test]
fn a_cover_that_stands_again_is_dropped_and_listed() {
    let text = String::from_utf8(bytes("52-8.txt")).unwrap();
    let (cover, rest) = text.split_at(text.find(" 人权理事会， ").unwrap());
    let cut = rest.find(" 重申《联合国反腐败公约》").unwrap();
    let number = |n: usize| format!("\nA/HRC/RES/52/8\n\n{n}\n");
    for twice in [
        format!("{cover}\n{cover}{rest}"),
        format!("{cover}{}{cover}{}", &rest[..cut], &rest[cut..]),
        format!("{cover}{}{}{}", &rest[..cut], number(2), &rest[cut..]),
    ] {
        let imported = imported("52-8.txt", twice.as_bytes());
        prove(&imported);
        assert_eq!(imported.markdown, seed("52-8.txt").markdown);
        assert!(imported.dropped.len() >= 5);
    }
}

#[test]
fn other_texts_become_documents() {
    let text = "易读是什么\n\n一、为什么\n\n易读的文字短，每句只说一件事。\n这样，更多的人\n能看懂。\n\n二、怎么做\n\n1. 用短句；\n2. 用图画。\n\n他们说，下一页还有\n\n\n更多的话。¹\n\n¹ 见《易读指南》。\n";
    let imported = imported("来文/易读.txt", text.as_bytes());
    prove(&imported);
    assert_eq!(imported.slug, "yi-du");
    let body = imported.markdown.split_once("---\n\n").unwrap().1;
    let want = "一、为什么\n\n易读的文字短，每句只说一件事。这样，更多的人能看懂。\n\n二、怎么做\n\n1\\. 用短句；\n\n2\\. 用图画。\n\n他们说，下一页还有更多的话。[^1]\n\n[^1]: 见《易读指南》。\n";
    assert_eq!(body, want);
    assert_eq!(ReadBack::of(&imported.markdown).front["title"], "易读是什么");
}

#[test]
fn a_language_without_rules_is_read_by_its_layout() {
    let text = "Résolution\n\nLe Conseil demande aux États de publier\ndes versions faciles à lire.\n";
    let lang = Some("fr".parse().unwrap());
    let imported = import(Input { path: "texte.txt", bytes: text.as_bytes(), lang }).unwrap();
    prove(&imported);
    assert!(
        imported
            .markdown
            .ends_with("\n\nLe Conseil demande aux États de publier des versions faciles à lire.\n")
    );
    assert_eq!(imported.findings[0].rule, "import/no-language-rules");
}

#[test]
fn text_after_the_vote_and_unknown_lines_of_the_cover_are_kept() {
    let text = String::from_utf8(bytes("54-28.txt")).unwrap();
    let text = text.replacen("第五十四届会议", "联合国  大会\n\n第五十四届会议", 1)
        + "\n\n附件\n\n1. 表格，见下。\n";
    let imported = imported("54-28.txt", text.as_bytes());
    prove(&imported);
    assert_eq!(ReadBack::of(&imported.markdown).front["cover-lines"][0], "联合国 大会");
    assert!(
        imported.markdown.contains("\n\n## 附件\n\n1. 表格，见下。\n\n[^1]: 见A/HRC/53/63。\n"),
        "{}",
        imported.markdown
    );
    assert_eq!(imported.counts.plain, 2);
}

#[test]
fn hostile_text_stays_text() {
    let seed = String::from_utf8(bytes("54-28.txt")).unwrap();
    for evil in [
        "<script>alert(1)</script>",
        "[x](javascript:1)",
        "# x",
        "](#)",
        "[^1]",
        "{{ x }}",
        "`x` **",
        "&lt;",
        "---",
    ] {
        let text = seed.replacen("\n\n重申《世界", &format!("\n\n{evil} 重申《世界"), 1);
        let text = text.replacen("28. 加强人权", &format!("28. {evil}加强人权"), 1);
        assert!(text.contains(evil));
        prove(&imported("54-28.txt", text.as_bytes()));
    }
}

/// `scripts/measure-growth` measures how time grows; here what is written must not grow faster than the source.
#[test]
fn a_unit_over_and_over_is_accounted_for() {
    for unit in [
        "字",
        "甲乙甲乙，",
        "[",
        "*",
        "**a",
        "a  ",
        "¹ ",
        "1 a\n",
        "甲1，\n1 乙\n",
        "甲1，\n___\n1 乙。\n\n",
        "\n\n人权理事会",
        "(a) ",
        "1. 甲；\n",
        "2A. 甲；\n\n",
        "㈠ 甲；\n",
        "<sup>1</sup>\n",
        "52/8. 甲\n",
        "[x](#)",
        "赞成：\n",
        "赞成：甲和乙、\n",
        "附件\n\n",
        "甲    乙    丙\n",
        "A/RES/1/1\n甲乙丙丁\n",
    ] {
        let written = |count: usize| {
            let text = unit.repeat(count);
            let resolution = format!(
                "人权理事会\n{text}\n52/8. 甲\n人权理事会，\n\n{text}\n\n1. {text}；\n\n{text}\n\n¹ 注。\n"
            );
            [text, resolution].map(|text| {
                let imported = imported("large.txt", text.as_bytes());
                accounted(&imported);
                imported.markdown.len() + imported.ledger.entries().len() + imported.findings.len()
            })
        };
        for (one, four) in written(2_000).into_iter().zip(written(8_000)) {
            assert!(four <= 5 * one, "{unit:?}: {one} became {four}");
        }
    }
}

#[test]
fn files_are_written_once() {
    let content = tempfile::tempdir().unwrap();
    let document = seed("52-8.txt");
    let written = write_new(content.path(), &document, None, Overwrite::Never).unwrap();
    assert_eq!(written.index, content.path().join("a-hrc-res-52-8/index.md"));
    assert_eq!(fs::read_to_string(&written.index).unwrap(), document.markdown);
    let easy_read = written.easy_read.unwrap();
    let skeleton = fs::read_to_string(&easy_read).unwrap();
    assert!(skeleton.starts_with(
        "---\ntitle: ''\nabout: ''\nbased-on: A/HRC/RES/52/8\nmade-by: ''\ndraft: true\n---\n\n## {sums-up=pp-1,pp-2,"
    ));
    assert_eq!(skeleton.matches("\n## {covers=op-").count(), 12);
    assert!(skeleton.contains("\n## {covers=op-10}\n\n<!-- 请"), "{skeleton}");

    fs::write(&written.index, "mine").unwrap();
    fs::write(&easy_read, "mine too").unwrap();
    let refused = write_new(content.path(), &document, None, Overwrite::Never).unwrap_err();
    assert!(matches!(&refused, NotWritten::Exists(path) if *path == written.index));
    assert!(refused.to_string().contains("index.md exists already"), "{refused}");
    assert_eq!(fs::read_to_string(&written.index).unwrap(), "mine");

    let forced = write_new(content.path(), &document, None, Overwrite::Force).unwrap();
    assert_eq!(forced.easy_read, None);
    assert_eq!(fs::read_to_string(&written.index).unwrap(), document.markdown);
    assert_eq!(fs::read_to_string(&easy_read).unwrap(), "mine too");
    let names = fs::read_dir(content.path().join("a-hrc-res-52-8")).unwrap().count();
    assert_eq!(names, 3, "nothing else is left behind");
}

#[cfg(unix)]
#[test]
fn a_link_never_leads_out_of_the_content_folder() {
    let (content, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(outside.path(), content.path().join("a-hrc-res-52-8")).unwrap();
    let refused = write_new(content.path(), &seed("52-8.txt"), None, Overwrite::Force).unwrap_err();
    assert!(matches!(refused, NotWritten::Link(_)));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

/// Lines such as sources have, good and bad, in any order.
fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "人权理事会",
        "人权理事会，",
        "第五十二届会议",
        "2023 年 2 月 27 日至 4 月 4 日",
        "议程项目 3",
        "权利，",
        "人权理事会 2023 年 4 月 3 日通过的决议",
        "### 52/8. 标题",
        "52/8. 标题",
        "1. 请各国；",
        "2. 请：",
        "(a) 报告¹，",
        "- (b) 报告1，",
        "¹ 见文件。",
        "1 见文件。",
        "<sup>1</sup> [A/HRC/1](#)。",
        "2023 年 4 月 3 日",
        "第 55 次会议",
        "[未经表决获得通过。]",
        "[经记录表决，以 1 票赞成、1 票反对、0 票弃权获得通过。",
        "赞成：",
        "反对：中国",
        "弃权：无]",
        "甲、乙、",
        "**铭记**权利",
        "Distr.: General",
        "Original: English",
        "A/HRC/RES/52/8",
        "GE.23-06199",
        "3",
        "# 题",
        "* x",
        "1) y",
        "[^1]: z",
        "\u{c}",
        "\u{3000}缩进，",
        "   * **a*b**",
        "&amp;<b>",
        "[x][^1]¹<sup>1</sup>",
        "~~~",
        "a_b_c",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "[ -~¹²、。，“”]{0,20}", 1 => "\\PC{0,12}"]
}

/// How a resolution begins.
const BEFORE: &str = "人权理事会\n\n52/8. 标题\n\n人权理事会，\n\n遵循《宪章》，\n\n1. 请各国；\n\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(imported) = import(Input { path: "a.txt", bytes: &bytes, lang: None }) {
            prop_assert!(!imported.markdown.is_empty());
        }
    }

    #[test]
    fn any_lines_are_all_accounted_for(lines in prop::collection::vec((line(), " {0,2}\n{1,2} {0,2}"), 1..40)) {
        let text: String = lines.iter().flat_map(|(line, end)| [line.as_str(), end]).collect();
        if let Ok(imported) = import(Input { path: "a.txt", bytes: text.as_bytes(), lang: None }) {
            accounted(&imported);
        }
    }

    #[test]
    fn a_resolution_of_any_lines_is_proved(lines in prop::collection::vec((line(), " {0,2}\n{1,2} {0,2}"), 1..30)) {
        let text: String = lines.iter().flat_map(|(line, end)| [line.as_str(), end]).collect();
        let text = format!("{BEFORE}{text}");
        if let Ok(imported) = import(Input { path: "a.txt", bytes: text.as_bytes(), lang: None }) {
            prove(&imported);
        }
    }
}

/// What stands beside the mark of a note is not read as a picture or as the target of a link.
#[test]
fn marks_of_notes_make_no_pictures_and_no_links() {
    for line in ["请看!¹ 报告，", "报告¹(见附件)，", "报告!¹(x)，", "报告\\!¹，"] {
        let text = format!("{BEFORE}{line}\n\n[^1]: 见文件。\n");
        prove(&imported("a.txt", text.as_bytes()));
    }
}

/// The first half of the promise, which holds for any text at all.
fn accounted(imported: &Imported) {
    let source = imported.source.text();
    let mut at = 0;
    for entry in imported.ledger.entries() {
        let range = entry.span.range();
        assert!(at <= range.start && source[at..range.start].trim().is_empty(), "{:?}", &source[at..]);
        at = range.end;
    }
    assert!(source[at..].trim().is_empty());
}

#[test]
fn what_a_line_end_cuts_under_the_text_is_still_recognised() {
    let zh = "98/6. 标志\n\n人权理事会，\n\n1. 请各国写明。\n\n2043 年\n7 月 13 日\n";
    let en = "98/6. Signs\n\nThe Human Rights Council,\n\n1. Calls upon States to write.\n\n13 July\n2043\n";
    for (text, closing) in [(zh, "2043 年7 月 13 日"), (en, "13 July 2043")] {
        let imported = imported("a.txt", text.as_bytes());
        prove(&imported);
        let read = ReadBack::of(&imported.markdown);
        assert_eq!(read.front["closing"], closing);
        assert_eq!(read.front["date"], "2043-07-13");
    }
}

#[test]
fn a_note_under_a_sign_stays_text_and_is_asked_about() {
    let zh = "98/6. 标志\n\n人权理事会，\n\n回顾《公约》*，又回顾报告①，\n\n1. **请**各国写明。\n\n\
              * 联合国，《条约汇编》。\n\n① 见报告。\n";
    let en = "98/6. Signs\n\nThe Human Rights Council,\n\nRecalling the Convention* and the report,①\n\n\
              1. **Calls upon** States to write.\n\n* United Nations, Treaty Series.\n\n① See the report.\n";
    let bare = "98/6. 标志\n\n人权理事会，\n\n1. **请**各国写明：①短句；②常用词。\n\n① 短句；\n\n\
                **又请**各国。\n\n\
                *4313765*\n\n* 项目。\n";
    for (text, want) in [(zh, vec![5, 9, 11]), (en, vec![5, 9, 11]), (bare, vec![7, 13])] {
        let imported = imported("a.txt", text.as_bytes());
        prove(&imported);
        let asked = imported.findings.iter().filter(|finding| finding.rule == "import/unsure");
        let lines: Vec<_> = asked.map(|finding| finding.place.position().line).collect();
        assert_eq!(lines, want, "{text}");
    }
}
