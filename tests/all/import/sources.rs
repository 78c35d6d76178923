//! A source that knows its paragraphs: numbers, styles, notes and languages come from the file and are not found in its
//! words. What is recognised from it is what is recognised from plain text, and no character is lost.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use curbcut::import::passage::Passage;
use curbcut::import::source::{
    Cell, Head, Line, Mark, Note, Paragraph, Reading, Run, SourceFile, Style, Words,
};
use curbcut::import::{Counts, Destination, Imported, import_from};
use curbcut::source::Source;

/// What stands among the words of a paragraph.
enum Piece {
    Words(&'static str),
    /// Words that differ.
    Run(&'static str, Run),
    /// The mark of a note, as the file shows it.
    Note(&'static str),
}
use Piece::Words as W;

#[derive(Default)]
struct Shown {
    number: &'static str,
    pieces: Vec<Piece>,
    style: Style,
    lang: Option<&'static str>,
    cell: Option<Cell>,
    left_out: Option<&'static str>,
}

fn p(words: &'static str) -> Shown {
    Shown { pieces: vec![W(words)], ..Shown::default() }
}

fn n(number: &'static str, words: &'static str) -> Shown {
    Shown { number, ..p(words) }
}

fn heading(level: u8, words: &'static str) -> Shown {
    Shown { style: Style::Heading(level), ..p(words) }
}

/// The file: what it shows, and what it knows of it.
struct Given {
    source: Arc<Source>,
    lines: Vec<(Range<usize>, Option<&'static str>)>,
    paragraphs: Vec<Paragraph>,
    notes: Vec<Note>,
}

impl Given {
    fn new(shown: Vec<Shown>, notes: &[(&'static str, &'static str)]) -> Self {
        let mut text = String::new();
        let mut lines = Vec::new();
        let mut parts = Vec::new();
        for line in shown {
            let start = text.len();
            text.push_str(line.number);
            let number = start..text.len();
            if !line.number.is_empty() {
                text.push('\t');
            }
            let words = text.len();
            let (mut marks, mut runs) = (Vec::new(), Vec::new());
            for piece in &line.pieces {
                let at = text.len() - words;
                match piece {
                    W(said) => text.push_str(said),
                    Piece::Run(said, run) => {
                        text.push_str(said);
                        runs.push((at..at + said.len(), run.clone()));
                    }
                    Piece::Note(mark) => {
                        text.push_str(mark);
                        let note = notes.iter().position(|(number, _)| number == mark).unwrap();
                        marks.push((at..at + mark.len(), Mark::Note(note)));
                    }
                }
            }
            lines.push((start..text.len(), line.left_out));
            parts.push((number, words..text.len(), marks, runs, line));
            text.push('\n');
        }
        let notes: Vec<_> = notes
            .iter()
            .map(|(number, said)| {
                let mark = text.len()..text.len() + number.len();
                text.push_str(number);
                text.push(' ');
                let words = text.len()..text.len() + said.len();
                text.push_str(said);
                text.push('\n');
                ((*number).to_owned(), mark, words)
            })
            .collect();
        let paragraph =
            |(number, words, marks, runs, line): (Range<usize>, Range<usize>, _, _, Shown)| Paragraph {
                number: (!number.is_empty()).then_some(number),
                words: Words { passage: Passage::line(&text, words), marks, runs, ..Words::default() },
                style: line.style,
                lang: line.lang.map(|lang| lang.parse().unwrap()),
                cell: line.cell,
                ..Paragraph::default()
            };
        let paragraphs = parts.into_iter().map(paragraph).collect();
        let note = |(number, mark, words)| Note {
            number,
            mark,
            words: Passage::line(&text, words).into(),
            is_marked: true,
        };
        let notes = notes.into_iter().map(note).collect();
        Self { source: Arc::new(Source::new("文件.docx", text)), lines, paragraphs, notes }
    }
}

impl SourceFile for Given {
    fn text(&self) -> &Arc<Source> {
        &self.source
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.lines.iter().map(|(range, left_out)| Line {
            range: range.clone(),
            left_out: *left_out,
            ..Line::default()
        })
    }

    fn body(self, head: &Head) -> Reading {
        let mut reading = Reading { notes: self.notes, ..Reading::default() };
        for ((range, left_out), paragraph) in self.lines.into_iter().zip(self.paragraphs).skip(head.lines) {
            match left_out {
                Some(reason) => reading.left_out.push((range, reason.to_owned())),
                None => reading.paragraphs.push(paragraph),
            }
        }
        reading
    }
}

/// Imports it, and proves that each character that is not blank went to one place.
fn imported(lang: &str, given: Given) -> Imported {
    let imported = import_from(given, lang.parse().unwrap(), curbcut::languages::Languages::built_in());
    let text = imported.source.text();
    let mut at = 0;
    for entry in imported.ledger.entries() {
        let range = entry.span.range();
        assert_eq!(text[at..range.start].trim(), "", "no destination");
        at = range.end;
    }
    assert_eq!(text[at..].trim(), "", "no destination");
    imported
}

fn body(imported: &Imported) -> &str {
    imported.markdown.split_once("\n---\n\n").unwrap().1
}

fn fields(imported: &Imported) -> Vec<&'static str> {
    let mut fields: Vec<_> = imported
        .ledger
        .entries()
        .iter()
        .filter_map(|entry| match entry.destination {
            Destination::Field(key) => Some(key),
            _ => None,
        })
        .collect();
    fields.dedup();
    fields
}

#[test]
fn a_resolution_is_recognised_by_the_numbers_its_file_knows() {
    let header = || Shown { left_out: Some("page header"), ..p("A/HRC/RES/98/6") };
    let given = Given::new(
        vec![
            header(),
            p("人权理事会"),
            p("第九十八届会议"),
            p("人权理事会 2043 年 7 月 13 日通过的决议"),
            p("98/6. 车上有标志"),
            p("人权理事会，"),
            Shown {
                pieces: vec![W("回顾《残疾人权利公约》"), Piece::Note("1"), W("和报告，")],
                ..Shown::default()
            },
            // A text without its numbers would be torn here, and numbered where it is not.
            n("1.", "请各国"),
            n("(a)", "写短句"),
            header(),
            n("(b)", "用常用词"),
            p("3. 是各国已知的数目"),
            n("2.", "4. 和 5. 都不是段号，决定继续处理此案。"),
            p("第 37 次会议"),
            p("2043 年 7 月 13 日"),
            p("[未经表决获得通过。]"),
            p("附件"),
            heading(3, "标志"),
            n("1.", "标志要大。"),
            n("一、", "颜色要清楚。"),
        ],
        &[("1", "联合国，《条约汇编》，第 2515 卷。")],
    );
    let imported = imported("zh-Hans", given);
    assert_eq!(
        body(&imported),
        "人权理事会，\n\n\
         回顾《残疾人权利公约》[^1]和报告，\n\n\
         1. 请各国\n\n   \
            (a) 写短句\n\n   \
            (b) 用常用词\n\n\
         3\\. 是各国已知的数目\n\n\
         2. 4\\. 和 5. 都不是段号，决定继续处理此案。\n\n\
         ## 附件\n\n\
         ### 标志\n\n\
         1. 标志要大。\n\n\
         一、 颜色要清楚。\n\n\
         [^1]: 联合国，《条约汇编》，第 2515 卷。\n"
    );
    assert_eq!(
        imported.counts,
        Counts { preambular: 1, operative: 2, sub: 2, plain: 5, notes: 1, ..Counts::default() }
    );
    assert_eq!(
        fields(&imported),
        ["body", "session.name", "adopted", "number", "title", "meeting", "closing", "vote.statement"]
    );
    let left_out: Vec<_> = imported.dropped.iter().map(|dropped| (dropped.line, &*dropped.reason)).collect();
    let bracket = "bracket around the vote";
    assert_eq!(
        left_out,
        [
            (1, "page header"),
            (5, "full stop between number and title"),
            (10, "page header"),
            (16, bracket),
            (16, bracket)
        ]
    );
    assert_eq!(imported.slug, "a-hrc-res-98-6");
    let sure = imported.findings.iter().all(|finding| finding.rule == "import/part-not-found");
    assert!(sure, "{:?}", imported.findings);
}

#[test]
fn an_english_resolution_is_recognised_alike() {
    let italic = |words| Piece::Run(words, Run { is_italic: true, ..Run::default() });
    let given = Given::new(
        vec![
            p("Human Rights Council"),
            p("Ninety-eighth session"),
            p("Resolution adopted by the Human Rights Council on 13 July 2043"),
            p("98/12. Independence and plain language"),
            p("The Human Rights Council,"),
            Shown {
                pieces: vec![italic("Recalling"), W(" the Convention,"), Piece::Note("1")],
                ..Shown::default()
            },
            Shown { pieces: vec![italic("Calls upon "), W("States")], ..n("1.", "") },
            n("(a)", "To write plainly"),
            n("(i)", "In short sentences"),
            p("2. Is a number that States know"),
            n("2.", "Decides to remain seized of the matter"),
            p("37th meeting"),
            p("13 July 2043"),
            p("[Adopted without a vote.]"),
        ],
        &[("1", "United Nations, Treaty Series, vol. 2515.")],
    );
    let imported = imported("en", given);
    assert_eq!(
        body(&imported),
        "The Human Rights Council,\n\n\
         *Recalling* the Convention,[^1]\n\n\
         1. *Calls upon* States\n\n   \
            (a) To write plainly\n\n   \
            (i) In short sentences\n\n\
         2\\. Is a number that States know\n\n\
         2. Decides to remain seized of the matter\n\n\
         [^1]: United Nations, Treaty Series, vol. 2515.\n"
    );
    assert_eq!(
        imported.counts,
        Counts { preambular: 1, operative: 2, sub: 2, plain: 1, notes: 1, ..Counts::default() }
    );
    assert_eq!(
        fields(&imported),
        ["body", "session.name", "adopted", "number", "title", "meeting", "closing", "vote.statement"]
    );
}

#[test]
fn what_a_file_knows_of_its_words_is_kept() {
    let cell = |row, column| Some(Cell { table: 0, row, column, size: (1, 1), is_header: row == 0 });
    let run =
        |words, run| Shown { pieces: vec![W("见"), Piece::Run(words, run), W("。")], ..Shown::default() };
    let french = Some("fr".parse().unwrap());
    let given = Given::new(
        vec![
            p("车站报告"),
            heading(2, "一 标志"),
            n("•", "标志要大"),
            n("1)", "颜色要清楚"),
            run("黑体", Run { is_bold: true, ..Run::default() }),
            run("下划线", Run { is_underlined: true, ..Run::default() }),
            run("Droits", Run { lang: french, ..Run::default() }),
            Shown { lang: Some("en"), ..p("Signs are large.") },
            Shown { style: Style::Quotation, ..p("1. 引文") },
            Shown { cell: cell(0, 0), ..p("站名") },
            Shown { cell: cell(0, 1), ..p("标志") },
            Shown { cell: cell(1, 0), ..p("东站") },
        ],
        &[],
    );
    let imported = imported("zh-Hans", given);
    assert_eq!(
        body(&imported),
        "## 一 标志\n\n\
         • 标志要大\n\n\
         1\\) 颜色要清楚\n\n\
         见**黑体**。\n\n\
         见*下划线*。\n\n\
         见<span lang=\"fr\">Droits</span>。\n\n\
         <span lang=\"en\">Signs are large.</span>\n\n\
         > 1\\. 引文\n\n\
         | 站名 | 标志 |\n|---|---|\n| 东站 |  |\n"
    );
    let said: Vec<_> = imported.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(said, ["a11y/table-without-caption"]);
    assert_eq!(imported.findings[0].place.position().line, 10, "the tenth paragraph of the file");
}

/// The `use` lines of a room: a file, or all files of a folder and the file beside it.
fn uses(room: &str, lines: &mut Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import").join(room);
    if let Ok(text) = fs::read_to_string(path.with_extension("rs")) {
        lines.extend(
            text.lines().filter(|line| line.starts_with("use ")).map(|line| format!("{room}: {line}")),
        );
    }
    for entry in fs::read_dir(&path).into_iter().flatten().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let is_folder_too = entry.path().with_extension("").is_dir();
        if entry.path().is_dir() || !is_folder_too {
            uses(&format!("{room}/{}", name.trim_end_matches(".rs")), lines);
        }
    }
}

#[test]
fn data_goes_one_way_through_the_rooms_of_importing() {
    let rooms = [
        (
            &["script", "passage", "unsure", "ledger"][..],
            &["forms", "source", "sources", "recognise", "markdown"][..],
        ),
        (&["source", "forms"], &["sources", "recognise", "markdown"]),
        (&["sources"], &["recognise", "markdown"]),
        (&["recognise"], &["sources", "markdown"]),
        (&["markdown", "front_matter"], &["sources"]),
    ];
    for (these, may_not) in rooms {
        let mut lines = Vec::new();
        these.iter().for_each(|room| uses(room, &mut lines));
        assert!(lines.len() > these.len(), "the rooms are read: {lines:?}");
        for room in may_not {
            let ways = [format!("import::{room}::"), format!("super::{room}::")];
            let wrong: Vec<_> =
                lines.iter().filter(|line| ways.iter().any(|way| line.contains(way))).collect();
            assert!(wrong.is_empty(), "{wrong:?}");
        }
    }
}
