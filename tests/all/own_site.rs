//! This repository's own five resolutions: imported as they are, published as pairs, honest about their status.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{Site, finished};
use curbcut::coverage::Coverage;
use curbcut::import::{self, Input};
use curbcut::languages::Languages;
use curbcut::library::Drafts;
use curbcut::records::{Consent, People, Role};
use curbcut::review::{self, Reading, Version};
use curbcut::seal;
use curbcut::site;

const RESOLUTIONS: [(&str, &str); 5] = [
    ("52-8", "a-hrc-res-52-8"),
    ("51-5", "a-hrc-res-51-5"),
    ("57-12", "a-hrc-res-57-12"),
    ("54-28", "a-hrc-res-54-28"),
    ("53-11", "a-hrc-res-53-11"),
];

/// The content is what the import makes of the seed, plus the one line a person wrote: the summary.
#[test]
fn the_official_texts_are_as_imported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (seed, slug) in RESOLUTIONS {
        let path = std::fs::read_dir(root.join("tests/seeds"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.file_name().unwrap().to_string_lossy().starts_with(seed))
            .unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let imported = import::import(Input { path: "seed.txt", bytes: &bytes, lang: None }).unwrap();
        let published = std::fs::read_to_string(root.join(format!("content/{slug}/index.md"))).unwrap();
        let summary = published.lines().find_map(|line| line.strip_prefix("summary: ")).unwrap();
        // Blank lines stand inside a sentence of this one; a person compared it and sealed it.
        let is_unsure = seed == "54-28";
        assert_eq!(imported.markdown.contains("\ndigest: "), !is_unsure, "{slug}");
        let sealed = seal::seal(imported.markdown, &imported.lang, Languages::built_in());
        // The summary may stand anywhere.
        let without_summary = |text: &str| text.replacen(&format!("summary: {summary}\n"), "", 1);
        assert_eq!(without_summary(&published), without_summary(&finished(&sealed, summary)), "{slug}");
        assert_eq!(published.matches("\nsummary: ").count(), 1, "{slug}");
    }
}

#[test]
fn every_operative_paragraph_is_explained() {
    let (library, findings) = site::read(Site::own().root(), Drafts::Skip).unwrap();
    assert!(findings.is_empty(), "{:?}", crate::support::places(&findings));
    let library = library.unwrap();
    for (_, slug) in RESOLUTIONS {
        let work = library.work(slug, &library.config.language).unwrap();
        let counts = Coverage::of(work).counts();
        assert_eq!((counts.covered, counts.left_out), (counts.required, 0), "{slug}");
        assert!(counts.required >= 12, "{slug}");
    }
}

/// Builds the pages of a site that must have no errors.
#[track_caller]
fn published(site: &Site) {
    let built = site.build_only(&["site"]);
    assert!(built.report.is_some(), "{:?}", crate::support::places(&built.findings));
}

/// This repository's own site, as if its easy-read versions were of a day that is long past.
fn site_of_2024() -> Site {
    let site = Site::own();
    site.date("content/a-hrc-res-52-8/easy-read.md", "2024-01-05");
    site
}

const DAY: &str = "2024-02-01";

fn record(site: &Site, role: Role, readers: u32) {
    let (library, _) = site::read(site.root(), Drafts::Skip).unwrap();
    let mut library = library.unwrap();
    let lang = library.config.language.clone();
    let reading = Reading {
        date: DAY.parse().unwrap(),
        role,
        readers,
        consent: Consent::Group,
        group: Some("阳光读书会".to_owned()),
        names: Vec::new(),
        people: Some(People::New),
        remarks: None,
    };
    let version = Version { slug: "a-hrc-res-52-8", lang: &lang };
    review::append(site.root(), &mut library, version, reading, DAY.parse().unwrap()).unwrap();
}

const EASY: &str = "a-hrc-res-52-8/easy-read/index.html";
const OFFICIAL_SOURCE: &str = "content/a-hrc-res-52-8/index.md";

#[test]
fn tested_is_said_only_with_a_record_of_enough_readers() {
    let site = site_of_2024();
    published(&site);
    let untested = site.page(EASY);
    assert!(!untested.contains("standing tested") && untested.contains("standing not-tested"));
    // An editor, or one reader alone, makes no test.
    record(&site, Role::Editor, 3);
    record(&site, Role::Reader, 1);
    published(&site);
    assert!(site.page(EASY).contains("standing not-tested"));
    record(&site, Role::Reader, 2);
    published(&site);
    let tested = site.page(EASY);
    assert!(tested.contains("standing tested") && tested.contains("阳光读书会"));
    // Without the record, no page says it any more.
    std::fs::remove_file(site.root().join("content/a-hrc-res-52-8/review.yaml")).unwrap();
    published(&site);
    assert_eq!(site.page(EASY), untested);
    assert!(!site.pages().contains("standing tested"));
    assert!(!site.pages().contains("经 阳光读书会 测试"));
}

#[test]
fn names_appear_only_with_consent() {
    let site = site_of_2024();
    let (library, _) = site::read(site.root(), Drafts::Skip).unwrap();
    let mut library = library.unwrap();
    let lang = library.config.language.clone();
    let reading = Reading {
        date: DAY.parse().unwrap(),
        role: Role::Reader,
        readers: 2,
        consent: Consent::None,
        group: None,
        names: Vec::new(),
        people: None,
        remarks: None,
    };
    let version = Version { slug: "a-hrc-res-52-8", lang: &lang };
    let today = DAY.parse().unwrap();
    for named in [
        Reading { names: vec!["王小明".to_owned(), "李红".to_owned()], ..reading.clone() },
        Reading { group: Some("阳光读书会".to_owned()), ..reading.clone() },
    ] {
        assert!(review::append(site.root(), &mut library, version, named, today).is_err());
    }
    review::append(site.root(), &mut library, version, reading, today).unwrap();
    published(&site);
    let page = site.page(EASY);
    assert!(page.contains("standing tested") && page.contains("2 位智力残疾读者"));
    assert!(!page.contains("阳光读书会") && !page.contains("王小明"));
}

fn stale(site: &Site) -> BTreeSet<String> {
    let (library, _) = site::read(site.root(), Drafts::Skip).unwrap();
    let library = library.unwrap();
    let work = library.work("a-hrc-res-52-8", &library.config.language).unwrap();
    let sections = curbcut::coverage::sections(work.easy_read.as_ref().unwrap());
    let standing = curbcut::review::ReviewStatus::of(&library, work);
    let covers = |index: &usize| sections[*index].covers.iter().map(|covers| covers.id.to_string());
    standing.stale.keys().flat_map(covers).collect()
}

/// Seals the changed resolution again, as a publisher does after a corrigendum.
fn seal(site: &Site) {
    let built = site.build();
    assert_eq!(
        crate::support::errors(&built.findings).len(),
        1,
        "{:?}",
        crate::support::places(&built.findings)
    );
    assert!(built.report.is_none() && built.findings.iter().any(|found| found.rule == "official/changed"));
    let (library, _) = site::read(site.root(), Drafts::Skip).unwrap();
    let work = library.as_ref().unwrap().work("a-hrc-res-52-8", &"zh-Hans".parse().unwrap()).unwrap();
    let again =
        curbcut::seal::Sealable::judge(&work.official, &library.as_ref().unwrap().language_data, |_| None);
    site.write(OFFICIAL_SOURCE, again.unwrap().sealed());
}

#[test]
fn one_changed_character_makes_exactly_its_sections_stale() {
    let site = site_of_2024();
    record(&site, Role::Reader, 2);
    assert_eq!(stale(&site), BTreeSet::new());
    let original = site.read(OFFICIAL_SOURCE);
    site.replace(OFFICIAL_SOURCE, "提供报告的无障碍和易读版本；", "提供报告的无障碍及易读版本；");
    assert_eq!(stale(&site), BTreeSet::from(["op-10".to_owned()]));
    seal(&site);
    published(&site);
    let page = site.page(EASY);
    assert!(page.contains("standing changed") && !page.contains("standing tested"));
    assert_eq!(page.matches("这一节讲的正式文本改过。这一节上一次检查是 2024 年 2 月 1 日。").count(), 2);
    assert!(page.contains("智力残疾人上一次读这份易读版是 2024 年 2 月 1 日。以后改过的是：正式文本。"));
    // A preambular paragraph that nothing explains makes nothing stale, nor does a change of layout.
    site.write(
        OFFICIAL_SOURCE,
        original.replace("遵循《联合国宪章》的宗旨和原则，", "遵循《联合国宪章》之宗旨和原则，"),
    );
    assert_eq!(stale(&site), BTreeSet::new());
    site.write(OFFICIAL_SOURCE, original.replace("\n\n10. ", "\n\n\n10. "));
    assert_eq!(stale(&site), BTreeSet::new());
}

#[test]
fn a_changed_picture_or_sentence_ends_the_test() {
    let site = site_of_2024();
    record(&site, Role::Reader, 2);
    published(&site);
    assert!(site.page(EASY).contains("standing tested"));
    let picture = "content/pictures/public-service.svg";
    let drawn = site.read(picture);
    site.write(picture, drawn.replace("</svg>", "<circle cx=\"9\" cy=\"9\" r=\"2\"/></svg>"));
    published(&site);
    assert!(site.page(EASY).contains("standing changed") && site.page(EASY).contains("以后改过的是：图片。"));
    site.write(picture, drawn);
    published(&site);
    assert!(site.page(EASY).contains("standing tested"));
    let easy = "content/a-hrc-res-52-8/easy-read.md";
    site.replace(easy, "报告要交给第 56 届会议。", "第 56 届会议以前要交报告。");
    published(&site);
    assert!(site.page(EASY).contains("standing changed") && site.page(EASY).contains("以后改过的是：文字。"));
}

#[test]
fn the_two_versions_lead_to_each_other() {
    let site = Site::own();
    published(&site);
    let (official, easy) = (site.page("a-hrc-res-52-8/index.html"), site.page(EASY));
    assert!(official.contains("rel=\"alternate\" hreflang=\"zh-Hans-simple\" href=\"easy-read/index.html\""));
    assert!(easy.contains("rel=\"alternate\" hreflang=\"zh-Hans\" href=\"../index.html\""));
    let section = easy.split("href=\"../index.html#op-10\"").next().unwrap();
    let id = section.rsplit("<h2 id=\"").next().unwrap().split('"').next().unwrap();
    assert!(official.contains(&format!("href=\"easy-read/index.html#{id}\"")), "{id}");
}

#[test]
fn the_rule_reference_shows_every_rule_once_and_only_where_it_is_wanted() {
    let site = Site::own();
    published(&site);
    let chapters = curbcut::explain::CHAPTERS.iter().map(|chapter| {
        let page = site.page(&format!("en/rules/{}/index.html", chapter.slug));
        assert!(
            page.starts_with("<!doctype html>\n<html lang=\"en\"")
                && page.contains("⟧</strong>") == page.contains('⟦')
        );
        page
    });
    let all: String = chapters.collect();
    for explanation in curbcut::explain::all() {
        let id = explanation.name.replace('/', "-");
        assert_eq!(all.matches(&format!("<h2 id=\"{id}\">{}</h2>", explanation.name)).count(), 1, "{id}");
    }
    assert!(site.page("index.html").contains("href=\"en/rules/index.html\" hreflang=\"en\""));
    site.replace("book.toml", "rules = true\n", "");
    published(&site);
    assert!(!site.out().join("en/rules").exists() && !site.pages().contains("rules/index.html"));
}

/// Our entries say that not a word of what they quote is changed.
#[test]
fn entries_quote_the_resolutions_word_for_word() {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let words = |text: &str| -> String {
        let marks = regex::Regex::new(r"\[\^\d+\]|\*\*|\s").unwrap();
        marks.replace_all(text, "").into_owned()
    };
    let entries =
        std::fs::read_dir(content.join("reports-and-meetings")).unwrap().map(|entry| entry.unwrap().path());
    let mut quoted = 0;
    for entry in entries.filter(|path| path.is_dir()) {
        let text = std::fs::read_to_string(entry.join("index.md")).unwrap();
        let said = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap().trim();
        let official = content.join(said("resolution:")).join("index.md");
        let official = words(&std::fs::read_to_string(official).unwrap());
        for part in said("> ").split("……") {
            assert!(official.contains(&words(part)), "{}: {part}", entry.display());
            quoted += 1;
        }
    }
    assert!(quoted >= 12, "{quoted}");
}
