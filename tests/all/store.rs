//! The sources of a preview, after any edits, are those that a build reads.

use std::fmt::Write as _;
use std::path::PathBuf;

use curbcut::finding::{Finding, Severity};
use curbcut::library::Drafts;
use curbcut::store::Store;
use proptest::prelude::*;

use crate::support::{BOOK, Site};

const TEXT: &str = "---\ntitle: 决定\nsummary: 一个决定。它很短。\n---\n\n## 一 {#one}\n\n一段话。\n";

/// Files of a site, each with what may stand in it.
const FILES: &[(&str, &[&str])] = &[
    (
        "book.toml",
        &[BOOK, "[book]\ntitle = \"另一本\"\nlanguage = \"en\"\n[site]\nfiles = [\"a/*.svg\"]\n", "[book\n"],
    ),
    (
        "content/a/index.md",
        &[
            TEXT,
            "---\ntitle: 决定\nsummary: 一个决定。它很短。\n---\n\n## 一 {#one}\n\n![图](tu.svg) [附件](../a-b/f.txt)\n",
            "---\ntitle: 草稿\ndraft: true\nsummary: 一个决定。它很短。\n---\n\n一段话。\n",
            "---\ntitle: 关于\nkind: page\n---\n\n一段话。\n",
            "---\ntitel: 决定\n---\n\n坏了。\n",
            "---\n",
        ],
    ),
    (
        "content/a/easy-read.md",
        &[
            "---\ntitle: 决定\nabout: 易读版。\nmade-by: 甲\n---\n\n## 一 {covers=one}\n\n![](concept:报告)\n一句话。\n",
            "---\n---\n",
        ],
    ),
    (
        "content/a/review.yaml",
        &[
            "- date: 2026-01-01\n  role: reader\n  readers: 2\n  consent: none\n  text: blake3:0123456789abcdef0123456789abcdef\n",
            "- date: [",
        ],
    ),
    (
        "content/a/tu.svg",
        &[
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>",
        ],
    ),
    ("content/a/b/index.md", &[TEXT]),
    ("content/a-b/index.md", &[TEXT, "---\ntitle: 草稿\ndraft: true\n---\n"]),
    ("content/a-b/f.txt", &["附件"]),
    ("content/a-b/_index.md", &["---\ntitle: 一章\n---\n"]),
    ("content/k/_index.md", &["---\ntitle: 资料库\ncollection: collection.yaml\n---\n"]),
    (
        "content/k/collection.yaml",
        &["fields:\n  - {name: n, label: 数, type: number, many: true}\n", "fields: [", "fields: []\n"],
    ),
    (
        "content/k/entries.csv",
        &[
            "id,title,summary,n,consent-by,consent-date,consent-scope\n乙,一,一件事。,1;2,某机构,2025-01-01,public\n",
            "id,title,summary,n,consent-by,consent-date,consent-scope\n甲,一,一件事。,x,某机构,2025-01-01,public\n乙,二,两件事。,3,某机构,2025-01-01,none\n",
            "id\n\"",
        ],
    ),
    (
        "content/k/甲/index.md",
        &[
            "---\ntitle: 一\nkind: entry\nsummary: 一件事。\nn: 3\nconsent:\n  - {by: 甲, date: 2025-01-01, scope: public}\n---\n\n一段话。\n",
            TEXT,
        ],
    ),
    ("content/index.md", &["---\ntitle: 首页\n---\n\n欢迎。\n"]),
    ("content/index.en.md", &["---\ntitle: Home\n---\n\nWelcome.\n"]),
    ("content/a/notes.md", &["不是文本的名字"]),
    ("content/glossary.yaml", &["- term: 报告\n  meaning: 写下来的话。\n", "- term: ["]),
    (
        "content/pictures.yaml",
        &["报告:\n  file: a/tu.svg\n  author: 甲\n  licence: CC0-1.0\n", "报告: [", ""],
    ),
    ("content/.gitignore", &["a-b/\n", "*.svg\n"]),
    (".ignore", &["content/a\n", "\n"]),
    ("languages/zh/labels.ftl", &["home = 起点\n", "home = 错 { $title }\n"]),
    ("languages/eo/labels.ftl", &["home = Hejmo\n"]),
];

#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize),
    Remove(usize),
    /// Moves the folder `content/a` to `content/c`, or back.
    Move,
    RemoveFolder,
}

fn edit() -> impl Strategy<Value = Edit> {
    let file = 0..FILES.len();
    prop_oneof![
        12 => (file.clone(), any::<prop::sample::Index>())
            .prop_map(|(file, text)| Edit::Write(file, text.index(FILES[file].1.len()))),
        3 => file.prop_map(Edit::Remove),
        1 => Just(Edit::Move),
        1 => Just(Edit::RemoveFolder),
    ]
}

/// Makes an edit; returns the places that a watcher reports.
fn make(edit: &Edit, site: &Site) -> Vec<PathBuf> {
    let at = |path: &str| site.root().join(path);
    match *edit {
        Edit::Write(file, text) => {
            let (path, texts) = FILES[file];
            site.write(path, texts[text]);
            vec![at(path)]
        }
        Edit::Remove(file) => {
            let _ = std::fs::remove_file(at(FILES[file].0));
            vec![at(FILES[file].0)]
        }
        Edit::Move => {
            let (a, c) = (at("content/a"), at("content/c"));
            let (from, to) = if a.exists() { (&a, &c) } else { (&c, &a) };
            let _ = std::fs::remove_dir_all(to);
            let _ = std::fs::rename(from, to);
            vec![a, c]
        }
        Edit::RemoveFolder => {
            let _ = std::fs::remove_dir_all(at("content/a-b"));
            vec![at("content/a-b")]
        }
    }
}

fn listed(findings: impl IntoIterator<Item = Finding>) -> Vec<String> {
    let mut listed: Vec<String> = findings
        .into_iter()
        .map(|finding| {
            let at = finding.place.position();
            format!("{}:{}:{} {} {}", finding.place.path(), at.line, at.column, finding.rule, finding.message)
        })
        .collect();
    listed.sort();
    listed
}

/// What a build makes of a store: what is wrong, and, as long as nothing is an error, all that the library holds.
fn seen(store: &mut Store) -> (Vec<String>, Option<String>) {
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let in_order = !store.findings().any(|finding| is_error(&finding));
    let mut findings = listed(store.findings());
    let Some((library, found)) = store.library().filter(|_| in_order) else {
        return (findings, None);
    };
    // An entry that is wrong leaves the list of pictures as it was.
    let in_order = !found.iter().any(is_error);
    if !in_order {
        return (findings, None);
    }
    findings.extend(listed(found));
    let mut said = format!("{:?}\n{:?}\n", library.config.title, library.languages());
    for document in library.documents() {
        let _ = writeln!(said, "{} {} {:?}", document.source.path(), document.lang, document.source.text());
        let _ = writeln!(said, "{:?} {:?}", document.front, document.body);
        let _ = writeln!(said, "{}", library.language(&document.lang).labels().get("home"));
    }
    for asset in library.assets.iter() {
        // Only reviews ask for the digest of a picture; one that was made for a review that is gone may stay.
        let digest = asset.digest.filter(|_| !library.reviews.is_empty());
        let is_published = library.published_asset(&asset.path).is_some();
        let _ = writeln!(said, "{} {is_published} {digest:?}", asset.path);
    }
    for work in &library.works {
        let _ = writeln!(said, "{:?}", library.review(work).map(|review| format!("{review:?}")));
    }
    for (tag, glossary) in &library.glossaries {
        let _ = writeln!(said, "{tag} {:?}", glossary.source.text());
    }
    for (concept, picture) in library.pictures.iter() {
        let _ = writeln!(said, "{concept} {picture:?}");
    }
    (findings, Some(said))
}

fn fresh(site: &Site, drafts: Drafts) -> Store {
    let mut store = Store::new(site.root(), drafts);
    store.read_all().unwrap();
    store
}

fn cases(many: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(many);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn after_any_edits_the_store_is_one_that_was_just_read(
        edits in prop::collection::vec((edit(), 0..4_u8), 1..14),
        without in prop::collection::vec(0..FILES.len(), 0..8),
        skip in any::<bool>(),
    ) {
        let site = Site::new(&[]);
        for (file, (path, texts)) in FILES.iter().enumerate() {
            // What leaves out texts would hide the other edits from most cases.
            if !without.contains(&file) && !path.ends_with("ignore") && !path.ends_with("notes.md") {
                site.write(path, texts[0]);
            }
        }
        let drafts = if skip { Drafts::Skip } else { Drafts::Include };
        let mut store = fresh(&site, drafts);
        let mut places = Vec::new();
        for (edit, after) in &edits {
            places.extend(make(edit, &site));
            match after {
                // It is gathered with the edits that follow.
                0 => continue,
                1 => drop(store.look_again().unwrap()),
                _ => drop(store.read_again(&places).unwrap()),
            }
            places.clear();
            // Without settings that can be used a build reads nothing, and a preview what it has.
            if store.findings().all(|finding| finding.place.path() != "book.toml") {
                prop_assert_eq!(seen(&mut store), seen(&mut fresh(&site, drafts)));
            }
        }
    }
}

#[test]
fn the_files_of_the_property_are_in_order() {
    let site = Site::new(&[]);
    FILES
        .iter()
        .filter(|(path, _)| !path.ends_with("notes.md"))
        .for_each(|(path, texts)| site.write(path, texts[0]));
    std::fs::remove_file(site.root().join(".ignore")).unwrap();
    let (findings, said) = seen(&mut fresh(&site, Drafts::Skip));
    let said = said.unwrap_or_else(|| panic!("{findings:#?}"));
    for part in ["起点", "写下来的话", "a/tu.svg", "Record", "content/a/b/index.md"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("content/a-b"), "it is left out: {said}");
}

/// What a preview shows while a source is wrong is what it said last; a build has nothing to show.
#[test]
fn a_source_that_breaks_keeps_what_it_said() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    let mut store = fresh(&site, Drafts::Skip);
    let title =
        |store: &mut Store| store.library().map(|(library, _)| library.works[0].official.front.title.clone());
    site.write("content/a/index.md", "---\ntitel: 坏\n---\n");
    let place = site.root().join("content/a/index.md");
    assert!(store.read_again(std::slice::from_ref(&place)).unwrap().findings);
    assert_eq!(title(&mut store).as_deref(), Some("决定"));
    assert_eq!(store.behind().collect::<Vec<_>>(), ["content/a/index.md"]);
    assert_eq!(listed(store.findings()), listed(fresh(&site, Drafts::Skip).findings()));
    site.write("content/a/index.md", TEXT);
    assert_eq!(store.read_again(&[place]).unwrap().texts.len(), 1, "what was shown is no longer older");
    assert_eq!(store.behind().count(), 0);
}

/// A preview shows what a broken source said last, but for an entry of which nobody knows any more who agreed to it.
#[test]
fn an_entry_whose_consent_breaks_is_shown_no_longer() {
    let entry = "---\ntitle: 一\nkind: entry\nsummary: 一件事。\nconsent:\n  - {by: 甲, date: 2025-01-01, scope: public}\n---\n\n一段话。\n";
    let site = Site::new(&[
        ("content/k/_index.md", "---\ntitle: 资料库\ncollection: collection.yaml\n---\n"),
        ("content/k/collection.yaml", "fields: []\n"),
        ("content/k/e/index.md", entry),
    ]);
    let mut store = fresh(&site, Drafts::Include);
    let works = |store: &mut Store| store.library().map(|(library, _)| library.works.len());
    assert_eq!(works(&mut store), Some(1));
    let place = [site.root().join("content/k/e/index.md")];
    let mut save = |text: String| {
        site.write("content/k/e/index.md", text);
        store.read_again(&place).unwrap();
        works(&mut store)
    };
    for broken in
        [entry.replace("public", "publik"), entry.replace("consent:", "consent: ["), "\u{fffd}".to_owned()]
    {
        assert_eq!(save(entry.to_owned()), Some(1));
        assert_eq!(save(broken.clone()), Some(0), "{broken}");
    }
}

/// A draft is left out with what is wrong with it; the text that it becomes is not.
#[test]
fn what_a_draft_becomes_is_reported() {
    let draft = "---\ntitle: 草稿\ndraft: true\nsummary: 一个决定。它很短。\n---\n\n一段话。\n";
    let site = Site::new(&[("content/a/index.md", draft)]);
    let mut store = fresh(&site, Drafts::Skip);
    site.write("content/a/index.md", "---\ntitel: 决定\n---\n\n坏了。\n");
    store.read_again(&[site.root().join("content/a/index.md")]).unwrap();
    assert_eq!(seen(&mut store), seen(&mut fresh(&site, Drafts::Skip)));
}
