//! Every value of front matter and of data files stands on a page or in a finding: never neither.
//!
//! A site has one text of each kind with every key it may have, an easy-read version, a glossary, pictures and a record of a
//! reading. Their values are read again as plain YAML, and each is looked for in what readers and authors see.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use curbcut::kinds::Kind;
use serde_yaml::Value;

use crate::support::Site;
use crate::support::curbcut;

/// Each key with its value in a text whose slug is `S`; the values differ from text to text.
const KEYS: [(&str, &str); 53] = [
    ("title", "S 的题目"),
    ("kind", "S"),
    ("date", "2023-04-03"),
    ("summary", "S 有提要。提要有两句。"),
    ("draft", "false"),
    ("allow", "{official/not-sealed: S 还没有比对}"),
    ("extra", "{colour: 蓝 S}"),
    ("symbol", "A/HRC/S/52/8"),
    ("number", "52/8 S"),
    ("body", "S 理事会"),
    ("session", "{name: 第五十二届 S 会议, start: 2023-02-27, end: 2023-04-04}"),
    ("agenda-item", "{number: 议程项目 3 S, title: 增进 S 权利}"),
    ("adopted", "S 理事会 2023 年 4 月 3 日在第 55 次会议上通过的决议"),
    ("in-force", "2023-05-01"),
    ("closing", "2023 年 4 月 3 日 S"),
    ("meeting", "第 55 次 S 会议"),
    (
        "vote",
        "{statement: S 经表决通过。, in-favour: {heading: S 赞成者, states: [S 甲国, S 乙国]}, against: {heading: S 反对者, states: [S 丙国]}, \
         abstaining: {heading: S 弃权者, states: []}, counts: {in-favour: 2, against: 1, abstaining: 0}}",
    ),
    ("distribution", "{type: S General, date: 6 April 2023 S, language: S Chinese, original: S English}"),
    ("subtitle", "S 的副题"),
    ("author", "[S 张三, S 李四]"),
    ("publisher", "S 出版社"),
    ("edition", "S 第二版"),
    ("keywords", "S 无障碍"),
    ("cover-lines", "[S 联合国, S 大会]"),
    ("authority", "official"),
    ("menu", "S 菜单"),
    ("order", "1"),
    ("aliases", "[]"),
    ("moved", "{}"),
    ("ended", "{gone: S 删去了}"),
    ("digest", "blake3:0"),
    ("pictures-digest", "blake3:0"),
    // They count with a collection alone.
    ("consent", "[]"),
    ("consent-of", "[]"),
    ("reports-on", "null"),
    ("changed", "2024-02-05"),
    ("same-as", "https://example.net/S"),
    ("status", "postponed"),
    ("start", "2026-09-14T10:00"),
    ("end", "2026-09-14T18:00"),
    ("time-zone", "Europe/Zurich"),
    ("form", "hybrid"),
    ("place", "{name: S 会议室, address: S 路 1 号, map: \"https://example.org/S-map\"}"),
    ("online", "https://example.org/S-online"),
    ("for-whom", "S 的所有人"),
    ("follows", "../resolution/index.md#op-1"),
    ("programme", "[{at: \"10:15\", title: S 发言, speakers: [S 代表]}]"),
    ("register", "{at: \"https://example.org/S-register\", until: 2026-09-01}"),
    ("contact", "{role: S 协调员, mail: office@example.org}"),
    (
        "access",
        "{sign-languages: [csl], captions: [fr], wheelchair: S 有坡道, transport: S 路车, food: S 有水, cost: S 不要钱, if-missing: S 写信}",
    ),
    // Its files are tried with the pages of events.
    ("recordings", "[]"),
    ("report", "[../report/index.md]"),
    ("series", "../document/index.md"),
];

/// Values that are no words for readers, by the end of their path, and why they are on no page.
const SETTINGS: [(&str, &str); 29] = [
    (".kind", "it decides what the text has and shows"),
    (".authority", "it decides what is said of whose wording counts"),
    (".draft", "it decides whether the text is published"),
    (".digest", "it seals the words that are published"),
    (".allow", "the publisher's own reason for breaking a rule"),
    (".extra", "it is for templates of the site"),
    (".avoid", "a word that is looked for in texts"),
    (".forms", "another form of a word, looked for in texts"),
    (".file", "the address of a picture"),
    (".status", "it decides what is said of what became of an event"),
    (".time-zone", "a page calls the clock by the city that people know"),
    (".form", "it decides what is said of where people take part"),
    (".register.at", "the address of a link"),
    (".register.until", "nobody registers for an event that is postponed; tests of events have others"),
    (".follows", "a link to a text, by its title"),
    (".report", "a link to texts, by their titles"),
    (".series", "a link to a text, by its title"),
    (".meeting.alt", "beside the words of an easy-read version, which say the same, a picture is silent"),
    (".paragraph", "the place where the reason stands"),
    (".words", "a digest of what was read"),
    (".yaml.pictures", "a digest of what was read"),
    (".role", "it decides what a record counts for"),
    (".consent", "it decides what is printed of a record"),
    (".links", "a digest of where links led"),
    (".official-pictures", "digests of what was read"),
    (".remarks", "what readers said to the editors"),
    (".text", "a digest of what was read"),
    (".paragraphs", "digests of what was read"),
    (".sections", "digests of what was read, and what it explained"),
];

/// Every value with its path that is no setting.
fn values(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    if SETTINGS.iter().any(|(end, _)| path.ends_with(end)) {
        return;
    }
    match value {
        Value::Null => {}
        Value::Bool(value) => found.push((path.to_owned(), value.to_string())),
        Value::Number(number) => found.push((path.to_owned(), number.to_string())),
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Sequence(list) => list.iter().for_each(|value| values(path, value, found)),
        Value::Mapping(mapping) => {
            for (key, value) in mapping {
                values(&format!("{path}.{}", key.as_str().unwrap_or_default()), value, found);
            }
        }
        Value::Tagged(_) => panic!("{path} has a tag"),
    }
}

/// The values of a file: of the front matter of a text, or of all of a data file.
fn of_file(path: &str, text: &str) -> Vec<(String, String)> {
    let yaml = text.strip_prefix("---\n").map_or(text, |text| text.split_once("\n---").unwrap().0);
    let mut found = Vec::new();
    values(path, &serde_yaml::from_str(yaml).unwrap(), &mut found);
    found
}

/// What readers read: every page, without its markup but with what pictures show and dates in their machine form.
fn published(site: &Site) -> String {
    fn read(folder: &std::path::Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    read(&site.root().join("public"), &mut text);
    let unread = regex::Regex::new(r#" (?:id|href|src|class)="[^"]*""#).unwrap();
    unread.replace_all(&text, "").replace("&#47;", "/")
}

/// A date as a page writes it.
fn long(value: &str) -> Option<String> {
    let date: jiff::civil::Date = value.parse().ok()?;
    Some(format!("{} 年 {} 月 {} 日", date.year(), date.month(), date.day()))
}

#[track_caller]
fn assert_all_stand_somewhere(site: &Site, files: &[(String, String)]) {
    let ran = curbcut(site.root(), &["check"]);
    let build = curbcut(site.root(), &["build"]);
    assert_eq!(build.code, 0, "{}{}", build.out, build.err);
    // A no-break space is a blank.
    let pages = published(site).replace('\u{a0}', " ");
    let mut lost = String::new();
    for (path, text) in files {
        for (place, value) in of_file(path, text) {
            let words = long(&value).unwrap_or_else(|| value.clone());
            if !pages.contains(&words) && !ran.out.contains(&format!("“{value}”")) {
                let _ = writeln!(lost, "{place}: {value}");
            }
        }
    }
    assert!(lost.is_empty(), "on no page and in no finding:\n{lost}\n{}", ran.out);
}

fn text_of(kind: Kind) -> String {
    let mut text = "---\n".to_owned();
    for key in kind.keys() {
        let (_, value) =
            KEYS.iter().find(|(name, _)| *name == key).unwrap_or_else(|| panic!("{key} has no value here"));
        if !key.ends_with("digest") {
            let _ = writeln!(text, "{key}: {}", value.replace('S', kind.name()));
        }
    }
    text.push_str("---\n\n第一条　这里是法规。\n\n1. 决定开会。\n\n2. 请各国参加。\n");
    text
}

#[test]
fn every_value_of_every_kind_of_text() {
    let files: Vec<(String, String)> =
        Kind::all().map(|kind| (format!("content/{}/index.md", kind.name()), text_of(kind))).collect();
    let site = Site::new(&[]);
    files.iter().for_each(|(path, text)| site.write(path, text));
    assert_all_stand_somewhere(&site, &files);
    let used: BTreeSet<&str> = Kind::all().flat_map(Kind::keys).collect();
    assert_eq!(used, KEYS.iter().map(|(key, _)| *key).collect(), "keys of no kind");
}

#[test]
fn a_line_of_adoption_that_says_no_more_than_body_and_day_is_not_repeated() {
    let resolution = |adopted: &str| {
        format!(
            "---\ntitle: 决\nkind: resolution\nsummary: 一。二。\nbody: 人权理事会\ndate: 2023-04-03\nadopted: {adopted}\n---\n\n1. 决定开会。\n"
        )
    };
    for (adopted, is_shown) in [
        ("人权理事会 2023 年 4 月 3 日通过的决议", false),
        ("2023年4月3日人权理事会通过的决议", false),
        ("人权理事会 2023 年 4 月 4 日通过的决议", true),
        ("人权理事会 2023 年 4 月 3 日在日内瓦通过的决议", true),
    ] {
        let site = Site::new(&[("content/jue/index.md", &resolution(adopted))]);
        assert_eq!(curbcut(site.root(), &["build"]).code, 0);
        assert_eq!(site.page("jue/index.html").contains(adopted), is_shown, "{adopted}");
    }
    let english = resolution("Resolution adopted by the Human Rights Council on 3 April 2023 in Geneva")
        .replace("人权理事会", "Human Rights Council");
    let site = Site::new(&[("content/jue/index.en.md", &english)]);
    curbcut(site.root(), &["build"]);
    assert!(site.page("en/jue/index.html").contains("in Geneva"));
}

#[test]
fn every_value_of_easy_read_versions_and_data_files() {
    let files = [
        (
            "content/jue/index.md",
            "---\ntitle: 决议\nkind: resolution\nsummary: 一句。两句。\nsymbol: A/HRC/RES/52/8\nbody: 人权理事会\n---\n\n人权理事会，\n\n\
             回顾宪章，\n\n1. 决定开会：\n\n   (a) 早上；\n\n   (b) 晚上；\n\n2. 请各国参加。\n",
        ),
        (
            "content/jue/easy-read.md",
            "---\ntitle: 好读的\nabout: 说一个决定。\nbased-on: A/HRC/RES/52/8\nmade-by: 某编写组\nrules: 某规则\ndate: 2024-02-01\nleft-out:\n\
             - {paragraph: pp-1, reason: 序言太长}\n- {paragraph: op-2, reason: 只对国家}\n- {paragraph: op-1-b, reason: 和上面一样}\n\
             ---\n\n## 开会 {covers=op-1-a}\n\n![](concept:meeting)\n大家开会。\n",
        ),
        (
            "content/shuo/index.md",
            "---\ntitle: 说明\nsummary: 一句。两句。\n---\n\n## 小 {#xiao}\n\n![](concept:book)\n\n一。\n\n### 更小 {#geng-xiao}\n\n二。\n",
        ),
        (
            "content/shuo/easy-read.md",
            "---\ntitle: 说\nabout: 说一说。\nbased-on: 某文号\nleft-out:\n- {paragraph: geng-xiao, reason: 太细了}\n---\n\n## 小 {covers=xiao}\n\n说一说。\n",
        ),
        ("content/bu/_index.md", "---\ntitle: 一部\nsummary: 一部的话。\nextra: {a: 甲}\n---\n"),
        (
            "content/bu/ye/index.md",
            "---\ntitle: 一页\nkind: page\nsummary: 短句。\ndate: 2024-03-01\n---\n\n![](concept:pen)\n",
        ),
        ("content/index.md", "---\ntitle: 首页的题目\nsummary: 首页的话。\n---\n\n![](concept:cup)\n"),
        (
            "content/glossary.yaml",
            "- {term: 会议, pinyin: hui yi, meaning: 大家一起谈。, avoid: [大会议], official: [会, 大会], forms: [开会]}\n",
        ),
        (
            "content/pictures.yaml",
            "meeting: {file: m.svg, alt: {zh-Hans: 人们坐着}, author: 画者一, licence: 许可一}\n\
             book: {file: b.svg, alt: {zh-Hans: 打开的书}, author: 画者二, licence: 许可二}\n\
             pen: {file: p.svg, alt: {zh-Hans: 一支笔}, author: 画者三, licence: 许可三}\n\
             cup: {file: c.svg, alt: {zh-Hans: 一个杯}, author: 画者四, licence: 许可四}\n",
        ),
    ];
    let site = Site::new(&files);
    for name in ["m", "b", "p", "c"] {
        let x = name.as_bytes()[0];
        site.write(
            &format!("content/{name}.svg"),
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0H{x}\"/></svg>"
            ),
        );
    }
    let reading =
        ["review", "content/jue/easy-read.md", "--role", "reader", "--readers", "2", "--consent", "names"];
    let ran = curbcut(
        site.root(),
        &[&reading[..], &["--name", "王一", "--name", "李二", "--remarks", "好读"]].concat(),
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut all: Vec<(String, String)> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let review = site.read("content/jue/review.yaml");
    all.push(("content/jue/review.yaml".to_owned(), review));
    assert_all_stand_somewhere(&site, &all);
}
