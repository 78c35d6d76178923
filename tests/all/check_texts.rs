//! The rules on the texts of this repository: what is right is not found, what is planted is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use curbcut::check::{self, fix};
use curbcut::document::{Body, Document};
use curbcut::finding::{Finding, Severity};
use curbcut::languages::Languages;
use curbcut::report::{self, FindingSet, Format, Style};

/// A copy of this repository's `content` and `book.toml`.
fn copy() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["book.toml", "content"] {
        let done = Command::new("cp").arg("-rL").arg(here.join(part)).arg(root.path()).status().unwrap();
        assert!(done.success(), "cannot copy {part}");
    }
    root
}

fn findings(root: &Path) -> Vec<Finding> {
    let (library, mut findings) = crate::support::library(root);
    findings.extend(check::check(&library));
    findings
}

fn line(finding: &Finding) -> String {
    format!("{}:{} {}", finding.place.path(), finding.place.position().line, finding.rule)
}

#[test]
fn the_texts_of_this_repository_have_no_error() {
    let root = copy();
    let errors: Vec<String> = findings(root.path())
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| format!("{} {}", line(finding), finding.message))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// What is suspected in an easy-read text would be mended or allowed with its reason.
#[test]
fn the_easy_read_texts_of_this_repository_have_no_warning() {
    let root = copy();
    let found = findings(root.path());
    let easy = found.iter().filter(|finding| finding.place.path().contains("/easy-read."));
    let warnings: Vec<String> = easy.filter(|finding| finding.severity > Severity::Note).map(line).collect();
    assert!(warnings.is_empty(), "{warnings:#?}");
}

#[test]
fn what_is_odd_in_the_official_texts_is_found_where_it_is() {
    let root = copy();
    let found: BTreeSet<String> = findings(root.path())
        .iter()
        .filter(|finding| finding.place.path().ends_with("/index.md"))
        .map(|finding| {
            let at = finding.place.position();
            let source = std::fs::read_to_string(root.path().join(finding.place.path())).unwrap();
            let line = source.lines().nth(at.line as usize - 1).unwrap();
            let words: String = line.chars().skip(at.column as usize - 1).take(4).collect();
            format!("{} {} {words}", finding.place.path().split('/').nth(1).unwrap(), finding.rule)
        })
        .collect();
    for odd in [
        "a-hrc-res-52-8 official/dash ――公民",
        "a-hrc-res-52-8 official/opaque-letter (寅)项",
        "a-hrc-res-52-8 official/mixed-spacing 3 月 ",
        "a-hrc-res-51-5 official/opaque-letter (寅)项",
        "a-hrc-res-57-12 official/uneven-emphasis **铭记",
        "a-hrc-res-54-28 official/suspected-typo 的的作用",
        "a-hrc-res-54-28 official/suspected-typo 应有有关",
        "a-hrc-res-53-11 official/suspected-typo 和不等，",
        "a-hrc-res-53-11 official/suspected-typo 发展中国",
    ] {
        assert!(found.contains(odd), "{odd} is not among {found:#?}");
    }
}

/// A fault: where, what stands there, what is put in its place, and what must be found on which line.
struct Fault {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    rule: &'static str,
    /// The words whose line is named; after the fault was planted.
    at: &'static str,
}

const fn fault(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    rule: &'static str,
    at: &'static str,
) -> Fault {
    Fault { file, from, to, rule, at }
}

const E52: &str = "content/a-hrc-res-52-8/easy-read.md";
const E51: &str = "content/a-hrc-res-51-5/easy-read.md";
const E57: &str = "content/a-hrc-res-57-12/easy-read.md";
const E54: &str = "content/a-hrc-res-54-28/easy-read.md";
const E53: &str = "content/a-hrc-res-53-11/easy-read.md";
const O52: &str = "content/a-hrc-res-52-8/index.md";
const O51: &str = "content/a-hrc-res-51-5/index.md";
const O53: &str = "content/a-hrc-res-53-11/index.md";
const DOC: &str = "content/what-is-easy-read/index.md";
const O54: &str = "content/a-hrc-res-54-28/index.md";

const FAULTS: [Fault; 20] = [
    fault(E52, "concept:report", "concept:repor", "picture/unknown-concept", "concept:repor)"),
    fault(
        E52,
        "based-on: A/HRC/RES/52/8",
        "based-on: A/HRC/RES/52/9",
        "easy-read/wrong-based-on",
        "based-on:",
    ),
    fault(E52, "{covers=op-8}", "{covers=op-8,op-88}", "easy-read/covers-nothing", "op-88"),
    fault(
        E52,
        "报告要交给第 56 届会议。",
        "上述报告要交给第 56 届会议。",
        "easy-read/cross-reference",
        "上述",
    ),
    fault(E51, "{covers=op-3}", "{covers=op-3,op-2}", "easy-read/covers-twice", "op-3,op-2"),
    fault(E51, "## 网上也有人权", "#### 网上也有人权", "a11y/heading-jump", "#### 网上"),
    fault(E57, "\n## 给地方", "\n理事会不得不开会。\n\n## 给地方", "easy-read/double-negative", "不得不"),
    fault(E57, "不得不开会。", "不得不开会。", "easy-read/other-form", "不得不"),
    fault(E57, "不得不开会。", "不得不开会。", "easy-read/missing-picture", "不得不"),
    fault(E54, "\n- ", "\n- 第 Ⅳ 个办法，", "easy-read/roman-numeral", "Ⅳ"),
    fault(E54, "{covers=op-1}", "", "easy-read/uncovered", "---"),
    fault(E53, "\n- ", "\n- 30% 的人，", "easy-read/percentage", "30%"),
    fault(
        E53,
        "made-by: ",
        "left-out:\n  - paragraph: op-99\n    reason: 试一试\nmade-by: ",
        "easy-read/left-out-unknown",
        "op-99",
    ),
    fault(
        E53,
        "各国应该推动国际经济新秩序。",
        "各国应该推动国际经济新秩序[^1]。",
        "easy-read/footnote",
        "[^1]: 一份文件",
    ),
    fault(
        O52,
        "的宗旨和原则，
",
        "的宗旨和原则
",
        "official/terminal-mark",
        "的宗旨和原则
",
    ),
    fault(O52, "number: 52/8", "number: 52/18", "official/metadata-clash", "number: 52"),
    fault(O51, "遵循《联合国宪章》", "依照《联合国宪章》", "official/unknown-lead", "依照《联合国宪章》"),
    fault(O54, "各国履行其人权义务，", "[各国](#nirgends)履行其人权义务，", "link/nowhere", "nirgends"),
    fault(O53, "against: 13", "against: 12", "official/vote-clash", "heading: 反对"),
    fault(
        DOC,
        "
## 谁",
        "
![](../pictures/agree.svg)

## 谁",
        "a11y/missing-alt",
        "![]",
    ),
];

#[test]
fn twenty_planted_faults_are_named_at_their_lines_and_nothing_else() {
    let clean = copy();
    let planted = copy();
    let mut expected = BTreeSet::new();
    for fault in &FAULTS {
        let file: PathBuf = planted.path().join(fault.file);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(fault.from), "{}: {}", fault.file, fault.from);
        let mut text = text.replacen(fault.from, fault.to, 1);
        if fault.to.contains("[^1]") {
            text.push_str("\n[^1]: 一份文件。\n");
        }
        std::fs::write(&file, text).unwrap();
    }
    for fault in &FAULTS {
        let text = std::fs::read_to_string(planted.path().join(fault.file)).unwrap();
        let at = text.find(fault.at).unwrap();
        let line = text[..at + fault.at.len() - fault.at.trim_start().len()].matches('\n').count() + 1;
        expected.insert(format!("{}:{line} {}", fault.file, fault.rule));
    }
    assert_eq!(expected.len(), FAULTS.len());
    // What changes the words of a sealed text breaks its seal too; a link around them does not.
    let sealed: BTreeSet<&str> = [O51, O52, O53].into();
    for file in &sealed {
        let text = std::fs::read_to_string(planted.path().join(file)).unwrap();
        let line = text.lines().position(|line| line.starts_with("digest: ")).unwrap() + 1;
        expected.insert(format!("{file}:{line} official/changed"));
    }
    // Lines move when lines are planted, so what was there before is compared by its words.
    let words = |finding: &Finding| format!("{} {} {}", finding.place.path(), finding.rule, finding.message);
    let mut before: BTreeMap<String, usize> = BTreeMap::new();
    // Notes count words that few people know; every planted word may add one.
    let weighty =
        |root: &Path| findings(root).into_iter().filter(|finding| finding.severity > Severity::Note);
    for finding in weighty(clean.path()) {
        *before.entry(words(&finding)).or_default() += 1;
    }
    let mut new = Vec::new();
    for finding in weighty(planted.path()) {
        match before.get_mut(&words(&finding)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => new.push(line(&finding)),
        }
    }
    assert_eq!(BTreeSet::from_iter(new.iter().cloned()), expected);
    assert_eq!(new.len(), FAULTS.len() + sealed.len(), "{new:#?}");
}

#[test]
fn official_texts_fed_in_as_easy_read_are_found_in_nearly_every_paragraph() {
    let root = copy();
    let (library, _) = crate::support::library(root.path());
    for work in library.works.iter().filter(|work| matches!(work.official.body, Body::Resolution(_))) {
        let Body::Resolution(resolution) = &work.official.body else { continue };
        let source = &work.official.source;
        let paragraphs: Vec<&str> = resolution.paragraphs().iter().map(|p| source.slice(p.span)).collect();
        let site = tempfile::tempdir().unwrap();
        let text: String =
            paragraphs.iter().flat_map(|words| [words.lines().next().unwrap_or(""), "\n\n"]).collect();
        let files = vec![
            ("book.toml".into(), "[book]\ntitle = \"例\"\nlanguage = \"zh-Hans\"\n".into()),
            ("content/a/index.md".into(), "---\ntitle: 例\nsummary: 例。\n---\n\n正文。\n".into()),
            ("content/a/easy-read.md".into(), format!("---\ntitle: 例\nabout: 例。\n---\n\n{text}")),
        ];
        crate::support::write(site.path(), &files);
        let (site_library, _) = crate::support::library(site.path());
        let found = check::check(&site_library);
        let heavy =
            found.iter().filter(|f| f.severity > Severity::Note && f.rule != "easy-read/missing-picture");
        let lines: BTreeSet<u32> = heavy.map(|finding| finding.place.position().line).collect();
        let all = text.lines().filter(|line| !line.is_empty()).count();
        assert!(lines.len() * 100 >= all * 90, "{}: {} of {all}", work.slug, lines.len());
    }
}

#[test]
fn fixes_touch_easy_read_texts_only_and_leave_nothing_to_fix() {
    let easy = document(
        curbcut::content::Role::EasyRead,
        "![](concept:a)\n各国,**请注意**:第５６届(春季)...\n\n- 写完了.\n",
    );
    let changes = fix::fixes(&easy, Languages::built_in());
    let mended = fix::apply(&easy, &changes);
    assert!(mended.ends_with("各国，**请注意**：第56届（春季）……\n\n- 写完了。\n"), "{mended}");
    let again = document(curbcut::content::Role::EasyRead, mended.split_once("---\n\n").unwrap().1);
    assert!(fix::fixes(&again, Languages::built_in()).is_empty());
    let diff = fix::diff(&easy, &changes);
    assert!(diff.contains("@@ -7 +7 @@\n-各国,**请注意**:第５６届(春季)...\n+各国，"), "{diff}");
    let official = document(curbcut::content::Role::Official, "各国,请注意:第５６届――\n");
    assert!(fix::fixes(&official, Languages::built_in()).is_empty());
}

fn document(role: curbcut::content::Role, body: &str) -> Document {
    let source = curbcut::source::Source::new(
        "content/a/easy-read.md",
        format!("---\ntitle: 例\nabout: 例。\n---\n\n{body}"),
    );
    let input = curbcut::content::Input {
        source: std::sync::Arc::new(source),
        role,
        slug: "a".into(),
        lang: "zh-Hans".parse().unwrap(),
    };
    curbcut::parse::parse(&input, Languages::built_in()).0
}

#[test]
fn measures_show_that_the_easy_read_version_is_easier() {
    let root = copy();
    let (library, _) = crate::support::library(root.path());
    let measures = check::measures(&library);
    let resolutions: Vec<_> =
        measures.works.iter().filter(|work| work.official.file.contains("a-hrc-res")).collect();
    assert_eq!(resolutions.len(), 5);
    for work in resolutions {
        let easy = work.easy_read.as_ref().unwrap();
        assert!(easy.median_sentence * 3 < work.official.median_sentence, "{work:?}");
        assert!(easy.words_a_sentence < work.official.words_a_sentence, "{work:?}");
        assert!(easy.known_words > work.official.known_words, "{work:?}");
    }
    let page = report::measures::html(&measures, &"zh-Hans".parse().unwrap(), Languages::built_in());
    assert!(page.contains("<svg") && page.contains("<caption>") && page.contains("lang=\"zh-Hans\""));
}

#[test]
fn every_form_of_report_names_every_finding() {
    let root = copy();
    let file = root.path().join(E52);
    let text = std::fs::read_to_string(&file).unwrap().replacen("concept:report", "concept:repor", 1);
    std::fs::write(&file, text).unwrap();
    let mut findings = findings(root.path());
    curbcut::finding::sort(&mut findings);
    let told = [FindingSet { findings: findings.clone(), ..FindingSet::default() }];
    let written = |format| {
        let mut out = Vec::new();
        report::write(&told, format, &mut out, Style::Plain).unwrap();
        String::from_utf8(out).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json)).unwrap();
    assert_eq!(json["findings"].as_array().unwrap().len(), findings.len());
    assert_eq!(json["summary"]["errors"], 1);
    let sarif: serde_json::Value = serde_json::from_str(&written(Format::Sarif)).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    for result in run["results"].as_array().unwrap() {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64().unwrap() >= 1 && region["startColumn"].as_u64().unwrap() >= 1);
    }
    assert_eq!(written(Format::Github).lines().count(), findings.len());
    let text = written(Format::Text);
    let planted = std::fs::read_to_string(&file).unwrap();
    let line = planted.lines().position(|line| line.contains("concept:repor)")).unwrap() + 1;
    let place = format!("error[picture/unknown-concept]: line {line}, column 5: ");
    assert!(text.contains(&(place + "pictures.yaml has no concept “repor”")), "{text}");
    assert!(text.trim_end().lines().last().unwrap().starts_with("1 error"), "{text}");
    assert!(!text.contains('\u{1b}'));
}
