//! Whatever stands in a file, the rules finish, and every place they name is a place of the file.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use curbcut::check::{self, fix};
use curbcut::config::Config;
use curbcut::finding::{Finding, Place};
use curbcut::front_matter::Role;
use curbcut::glossary::Glossary;
use curbcut::library::{Library, Parts};
use curbcut::parse::{self, Input};
use curbcut::report::{self, Format, Style, Told};
use curbcut::source::Source;
use proptest::prelude::*;

const BOOK: &str = "[book]\ntitle = \"例\"\nlanguage = \"zh-Hans\"\n";
const GLOSSARY: &str =
    "- term: 人权理事会\n  meaning: 机构。\n  avoid: [理事会, 会]\n  official: [人权理事会]\n";
const OFFICIAL: &str =
    "---\ntitle: 例\nsummary: 例。\nkind: resolution\nbody: 人权理事会\nvote:\n  statement: 例\n---\n";
const EASY: &str = "---\ntitle: 例\nabout: 例。\nleft-out:\n  - paragraph: op-9\n    reason: 例\n---\n";

/// A library of one work with these two bodies.
fn library(official: &str, easy: &str, lang: &str) -> Library {
    let mut findings = Vec::new();
    let source = |path: &str, text: String| Arc::new(Source::new(path, text));
    let config = Config::read(&source("book.toml", BOOK.into())).unwrap();
    let mut documents = Vec::new();
    for (role, path, text) in [
        (Role::Official, "content/a/index.md", format!("{OFFICIAL}{official}")),
        (Role::EasyRead, "content/a/easy-read.md", format!("{EASY}{easy}")),
    ] {
        let input = Input { source: source(path, text), role, slug: "a".into(), lang: lang.parse().unwrap() };
        documents.push((role, Arc::new(parse::parse(&input).0)));
    }
    let glossary = Glossary::read(
        &source("content/glossary.yaml", GLOSSARY.into()),
        &"zh-Hans".parse().unwrap(),
        &mut findings,
    );
    let parts = Parts {
        config,
        documents,
        pictures: Arc::default(),
        glossaries: BTreeMap::from([(lang.to_owned(), Arc::new(glossary))]),
        reviews: HashMap::new(),
        assets: Arc::default(),
        withheld: Default::default(),
    };
    Library::new(parts, &mut findings)
}

fn places_are_in_the_file(findings: &[Finding]) {
    for finding in findings {
        let Place::Source(source, span) = &finding.place else { continue };
        assert!(
            source.text().get(span.range()).is_some(),
            "{} {span:?} in {:?}",
            finding.rule,
            source.text()
        );
    }
}

/// Any characters, with those that mean something to a rule among them.
fn any_text() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "\n",
        "\n\n",
        "。",
        "；",
        "，",
        "、",
        "：",
        "《",
        "》",
        "（",
        ")",
        "**",
        "[^1]",
        "[^1]: ",
        "1. ",
        "(a) ",
        "<!-->",
        "- ",
        "## ",
        "{covers=op-1}",
        "<!-- allow ",
        "easy-read/passive",
        ": ",
        "-->",
        "![](concept:x)",
        "[这里](#x)",
        "被",
        "不得不",
        "人权理事会",
        "理事会",
        "第五十六届",
        "IV",
        "A/HRC/1/2",
        "30%",
        "――",
        "...",
        "５６",
        "\u{200D}",
        "🧑‍🦽",
        "é",
        "| a |\n| --- |\n",
        "&amp;",
        "\\*",
        "<span lang=\"en\">",
        "</span>",
        "Dr. ",
        " the the ",
        "\t",
        "\u{0}",
    ]);
    let piece = prop_oneof![3 => telling.prop_map(str::to_owned), 2 => any::<char>().prop_map(String::from), 1 => "\\PC{0,20}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn rules_finish_on_any_text(official in any_text(), easy in any_text(), english in any::<bool>()) {
        let library = library(&official, &easy, if english { "en" } else { "zh-Hans" });
        let findings = check::check(&library);
        places_are_in_the_file(&findings);
        let told = [Told { findings: findings.clone(), ..Told::default() }];
        for format in [Format::Text, Format::Json, Format::Sarif, Format::Github] {
            report::write(&told, format, &mut Vec::new(), Style::Coloured).unwrap();
        }
        let document = library.works[0].easy_read.as_ref().unwrap();
        let changes = fix::fixes(document);
        let mended = fix::apply(document, &changes);
        prop_assert_eq!(mended.lines().count(), document.source.text().lines().count());
        fix::diff(document, &changes);
        check::measures(&library);
    }
}

#[test]
fn twice_the_text_takes_about_twice_the_time() {
    let hostile = [
        "《",
        "（",
        "[^",
        "<!-- allow ",
        "没有",
        "非",
        "，",
        "的",
        "、",
        "IV ",
        "see paragraph ",
        "人权理事会被",
        "a ",
        "“",
        "不",
        "<!-- allow easy-read/passive: 例 -->",
        "通过",
        "第五",
        "1,000",
        "由",
        "的。",
        "![](concept:x)\n句。\n\n",
        "- 一。\n",
    ];
    for piece in hostile {
        let time = |count: usize| {
            let text = piece.repeat(count);
            let library = library(&format!("1. {text}"), &text, "zh-Hans");
            // The fastest of three runs: other programs make single runs slower, never faster.
            let run = || {
                let start = Instant::now();
                check::check(&library);
                start.elapsed()
            };
            (0..3).map(|_| run()).min().unwrap_or_default()
        };
        time(100);
        // Eight times the text; a quadratic rule would need sixty-four times as long. A busy machine is no fault of
        // the rules, so one try of four is enough.
        let is_linear = || time(8_000) < time(1_000).max(Duration::from_millis(20)) * 24;
        assert!((0..4).any(|_| is_linear()), "{piece:?}");
    }
}
