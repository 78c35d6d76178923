//! Resolutions of arbitrary layout: what is sealed is right, and what is not right is not sealed.

use curbcut::content::Role;
use curbcut::document::{Body, Document, Paragraph};
use curbcut::import::{Imported, Input, import};
use curbcut::parse;
use curbcut::source::Source;
use proptest::prelude::*;
use serde_yaml::Value;

/// Choices made in order; when they are used up, the first of all is taken.
struct Choices(std::vec::IntoIter<u8>);

impl Choices {
    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[usize::from(self.0.next().unwrap_or(0)) % all.len()]
    }

    fn number(&mut self, below: u8) -> usize {
        usize::from(self.0.next().unwrap_or(0) % below)
    }

    fn yes(&mut self) -> bool {
        self.number(2) == 1
    }
}

/// The words of a language.
struct Words {
    lang: &'static str,
    cover: &'static str,
    preamble: [&'static str; 4],
    operative: [&'static str; 4],
    sub: [&'static str; 3],
    note: [&'static str; 3],
    /// Between two parts of a sentence, where a mark may stand.
    comma: &'static str,
    end: &'static str,
    colon: &'static str,
    furniture: [&'static str; 6],
    closing: &'static str,
    states: [&'static str; 8],
    separator: &'static str,
    and: [&'static str; 2],
    annex: &'static str,
}

const CHINESE: Words = Words {
    lang: "zh",
    cover: "人权理事会\n\n第九十八届会议\n\n2044 年 2 月 27 日至 4 月 4 日\n\n议程项目 3\n\n人权理事会 2044 年 4 月 3 日通过的决议\n\n98/8. 公共交通中的简明标志\n\n人权理事会，\n\n",
    preamble: [
        "遵循《联合国宪章》的宗旨和原则以及其他有关文书",
        "回顾大会 2043 年 12 月 19 日第 78/132 号决议和《残疾人权利公约》",
        "关切地注意到许多标志字太小，视力差的人看不清",
        "重申目标 16 和《新城市议程》",
    ],
    operative: [
        "鼓励各国设置所有人都能看懂的标志",
        "请秘书长在第 100 届会议之前编写一份报告，其中说明第 3 和第 4 段的执行情况",
        "注意到 2043 年 4 月 3 日的报告，包括其中第 12、13 段",
        "决定继续处理此事",
    ],
    sub: ["编写手册，提供易读版本", "在 40 个城市印发手册", "提交报告"],
    note: ["联合国，《条约汇编》，第 2515 卷，第 44910 号。", "A/HRC/98/4。", "见第 71/256 号决议，附件。"],
    comma: "，",
    end: "；",
    colon: "：",
    furniture: [
        "GE.44-05510 (C)    010444    020444",
        "*4405510*",
        "请回收♻",
        "2/4",
        "A/HRC/RES/98/8",
        "3    GE.44-05510",
    ],
    closing: "2044 年 4 月 3 日\n第 55 次会议\n\n[经记录表决，以 {} 票赞成、0 票反对、0 票弃权获得通过。表决结果如下：\n\n赞成：\n",
    states: [
        "中国",
        "埃及",
        "波斯尼亚和黑塞哥维那",
        "中非共和国",
        "南非",
        "特立尼达和多巴哥",
        "大不列颠及北爱尔兰联合王国",
        "苏丹",
    ],
    separator: "、",
    and: ["和", "及"],
    annex: "附件\n\n标志准则\n\n1. 字要大。\n\n2. 颜色要分明。\n",
};

const ENGLISH: Words = Words {
    lang: "en",
    cover: "Human Rights Council\n\nNinety-eighth session\n\n27 February–4 April 2044\n\nAgenda item 3\n\nResolution adopted by the Human Rights Council on 3 April 2044\n\n98/8. Plain signs on public transport\n\nThe Human Rights Council,\n\n",
    preamble: [
        "Guided by the purposes and principles of the Charter of the United Nations and other relevant instruments",
        "Recalling General Assembly resolution 78/132 of 19 December 2043 and the “Urban Agenda”",
        "Concerned that many signs are too small for people with low vision",
        "Reaffirming Goal 16 and the Convention on the Rights of Persons with Disabilities",
    ],
    operative: [
        "Encourages States to put up signs that everyone can read",
        "Requests the Secretary-General to report to it before its hundredth session on paragraphs 3 and 4",
        "Takes note of the report of 3 April 2043, and of paragraphs 12 and 13 thereof",
        "Decides to remain seized of the matter",
    ],
    sub: [
        "To write a guide, with an easy-read version",
        "To print it in 40 cities",
        "To report to the Council",
    ],
    note: [
        "United Nations, Treaty Series, vol. 2515, No. 44910.",
        "A/HRC/98/4.",
        "Resolution 71/256, annex.",
    ],
    comma: ",",
    end: ";",
    colon: ":",
    furniture: ["GE.44-05510(E)", "*4405510*", "Please recycle", "2/4", "A/HRC/RES/98/8", "3    GE.44-05510"],
    closing: "3 April 2044\n55th meeting\n\n[Adopted by a recorded vote of {} to 0, with no abstentions. The voting was as follows:\n\nIn favour:\n",
    states: [
        "China",
        "Egypt",
        "Bosnia and Herzegovina",
        "Saint Vincent and the Grenadines",
        "South Africa",
        "Trinidad and Tobago",
        "United Kingdom of Great Britain and Northern Ireland",
        "Sudan",
    ],
    separator: ", ",
    and: [" and ", ", and "],
    annex: "Annex\n\nGuidelines on signs\n\n1. Letters are large.\n\n2. Colours are plain.\n",
};

/// A resolution and what must become of it.
#[derive(Debug, Default)]
struct Made {
    text: String,
    ids: Vec<String>,
    preambular: usize,
    notes: usize,
    states: Vec<String>,
}

struct Maker<'a> {
    words: &'a Words,
    choices: Choices,
    made: Made,
    width: usize,
}

impl Maker<'_> {
    /// A paragraph, wrapped, with a note at the foot of its page if it is to have one.
    fn paragraph(&mut self, text: &str, has_note: bool) {
        let comma = self.words.comma;
        if !has_note {
            let text = self.wrapped(text);
            self.made.text += &text;
            self.made.text += "\n\n";
            return;
        }
        self.made.notes += 1;
        let number = self.made.notes;
        let raised: String =
            number.to_string().chars().map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - 48).unwrap()).collect();
        let (mark, definition) = match self.choices.number(4) {
            0 => (raised.clone(), format!("{raised} ")),
            1 => (format!("<sup>{number}</sup>"), format!("<sup>{number}</sup> ")),
            2 => (raised.clone(), format!("{number} ")),
            _ => (number.to_string(), format!("{number} ")),
        };
        let body = text.trim_end_matches(self.words.end).trim_end_matches(comma);
        let end = &text[body.len()..];
        let is_spaced = self.words.lang == "en";
        let (before, more) =
            if is_spaced { (" and noting", "this fact") } else { ("并确认", "这一点") };
        let start = self.wrapped(&format!("{body}{comma}{mark}{before}"));
        self.made.text += &start;
        self.made.text += "\n\n";
        if self.choices.yes() {
            self.made.text += "____________\n";
        }
        let note = self.choices.of(&self.words.note);
        self.made.text += &format!("{definition}{note}\n\n");
        for _ in 0..self.choices.number(4) {
            let furniture = self.choices.of(&self.words.furniture);
            self.made.text += &format!("{furniture}\n\n");
        }
        self.made.text += &format!("{more}{end}\n\n");
    }

    fn wrapped(&self, text: &str) -> String {
        let (mut out, mut column) = (String::new(), 0);
        let is_spaced = self.words.lang == "en";
        for (at, c) in text.char_indices() {
            // Chinese breaks anywhere but before a mark or inside a number, English at spaces.
            let rest = &text[at..];
            let may = if is_spaced {
                c == ' '
            } else {
                !c.is_ascii() && !"，。；：、》”¹²³⁴⁵⁶⁷⁸⁹".contains(c)
            };
            if column > self.width && may && rest.chars().count() > 6 {
                out.push('\n');
                column = 0;
                if is_spaced {
                    continue;
                }
            }
            out.push(c);
            column += if c.is_ascii() { 1 } else { 2 };
        }
        out
    }

    fn operative(&mut self) {
        let count = 2 + self.choices.number(4);
        for number in 1..=count {
            let style = self.choices.number(4);
            self.numbered(number, "", style);
            if self.choices.number(4) == 3 {
                let suffix = self.choices.of(&["-bis", "a"]);
                self.numbered(number, suffix, style);
            }
        }
    }

    fn numbered(&mut self, number: usize, suffix: &str, style: usize) {
        let wide: String =
            number.to_string().chars().map(|c| char::from_u32(c as u32 - 48 + 0xFF10).unwrap()).collect();
        let printed = match suffix {
            "-bis" => format!("{number} bis. "),
            "a" => format!("{number}A. "),
            _ => match style {
                0 => format!("{number}. "),
                1 => format!("{number}． "),
                2 => format!("{wide}．"),
                _ => format!("{number}、"),
            },
        };
        let id = format!("op-{number}{suffix}");
        self.made.ids.push(id.clone());
        let text = self.choices.of(&self.words.operative);
        let labels: &[(&str, &str)] = match self.choices.number(6) {
            0 => &[("(a)", "a"), ("(b)", "b"), ("(c)", "c")],
            1 => &[("a)", "a"), ("b)", "b")],
            2 => &[("㈠", "i"), ("㈡", "ii"), ("㈢", "iii")],
            3 => &[("①", "1"), ("②", "2")],
            _ => &[],
        };
        let end = if labels.is_empty() { self.words.end } else { self.words.colon };
        let has_note = labels.is_empty() && self.choices.number(4) == 3;
        self.paragraph(&format!("{printed}{text}{end}"), has_note);
        for (label, name) in labels {
            let sub = self.choices.of(&self.words.sub);
            self.made.ids.push(format!("{id}-{name}"));
            self.paragraph(&format!("{label} {sub}{}", self.words.end), false);
        }
    }

    fn vote(&mut self) {
        let count = 1 + self.choices.number(8);
        let names = &self.words.states[..count];
        self.made.states = names.iter().map(|&name| name.to_owned()).collect();
        let (last, others) = names.split_last().unwrap();
        let list = if others.is_empty() {
            (*last).to_owned()
        } else {
            let and = self.choices.of(&[self.words.separator, self.words.and[0], self.words.and[1]]);
            format!("{}{and}{last}", others.join(self.words.separator))
        };
        self.made.text += &self.words.closing.replace("{}", &count.to_string());
        let list = self.wrapped(&list);
        self.made.text += &format!("{list}]\n");
    }
}

fn made(choices: Vec<u8>) -> Made {
    let mut choices = Choices(choices.into_iter());
    let words = if choices.yes() { &ENGLISH } else { &CHINESE };
    let width = [1000, 60, 40][choices.number(3)];
    let mut maker = Maker { words, choices, made: Made::default(), width };
    maker.made.text = words.cover.to_owned();
    for _ in 0..1 + maker.choices.number(4) {
        let text = maker.choices.of(&words.preamble);
        let has_note = maker.choices.number(3) == 2;
        maker.paragraph(&format!("{text}{}", words.comma), has_note);
        maker.made.preambular += 1;
    }
    maker.operative();
    maker.vote();
    if maker.choices.yes() {
        maker.made.text += "\n";
        maker.made.text += words.annex;
    }
    maker.made
}

fn ids(document: &Document) -> Vec<String> {
    fn gather(paragraphs: &[Paragraph], ids: &mut Vec<String>) {
        for paragraph in paragraphs {
            ids.push(paragraph.id.to_string());
            gather(&paragraph.children, ids);
        }
    }
    let Body::Resolution(resolution) = &document.body else { panic!("no resolution") };
    let mut ids = Vec::new();
    gather(&resolution.operative, &mut ids);
    ids
}

/// What is wrong with an import of a text that was made.
fn wrong(made: &Made, imported: &Imported) -> Vec<String> {
    let source = std::sync::Arc::new(Source::new("index.md", imported.markdown.as_str()));
    let lang = "zh".parse().unwrap();
    let (document, findings) = parse::parse(
        &curbcut::content::Input { source, role: Role::Official, slug: "a".into(), lang },
        curbcut::languages::Languages::built_in(),
    );
    let (front, body) = imported.markdown.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    let front: Value = serde_yaml::from_str(front).unwrap();
    let states: Vec<_> = front["vote"]["in-favour"]["states"]
        .as_sequence()
        .map(|states| states.iter().map(|state| state.as_str().unwrap().to_owned()).collect())
        .unwrap_or_default();
    let mut wrong = Vec::new();
    let mut same = |what: &str, is: bool| {
        if !is {
            wrong.push(what.to_owned())
        }
    };
    same("ids", ids(&document) == made.ids);
    same("states", states == made.states);
    same("preamble", imported.counts.preambular == made.preambular);
    same("notes", imported.counts.notes == made.notes && document.notes.len() == made.notes);
    same("marks", document.notes.iter().all(|note| note.marks == 1));
    same(
        "furniture",
        !["GE.44", "4405510", "2/4", "___", "recycle", "请回收"].iter().any(|mark| body.contains(mark)),
    );
    let unread = findings.iter().filter(|finding| finding.rule == "official/unread-number").count();
    same("unread numbers", unread == 0);
    wrong
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sealed_is_right(choices in prop::collection::vec(any::<u8>(), 0..120)) {
        let made = made(choices);
        let imported = import(Input { path: "a.txt", bytes: made.text.as_bytes(), lang: None }).unwrap();
        let wrong = wrong(&made, &imported);
        let is_sealed = imported.markdown.contains("\ndigest: ");
        let rules: Vec<_> = imported.findings.iter().map(|finding| finding.rule).collect();
        prop_assert!(wrong.is_empty() || !is_sealed, "{wrong:?} in\n{}\nfrom\n{}", imported.markdown, made.text);
        prop_assert_eq!(is_sealed, !rules.contains(&"import/not-sealed"));
    }
}
