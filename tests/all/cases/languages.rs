//! A language that no code knows: a site's own folder adds it, and the site is built, checked and audited with it.

use std::path::Path;

use curbcut::finding::Severity;
use curbcut::languages::{FALLBACK_BEGINS, FALLBACK_ENDS, Languages};
use curbcut::library::Drafts;
use curbcut::{samples, site};

use crate::support::Site;

fn fixture() -> Site {
    Site::copy_of("tests/sites/languages")
}

#[test]
fn a_site_adds_a_language_in_one_folder() {
    let site = fixture();
    let built = site.build();
    let errors: Vec<_> =
        built.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let incomplete: Vec<_> =
        built.findings.iter().filter(|finding| finding.rule == "language/incomplete").collect();
    assert_eq!(incomplete.len(), 1, "one note a language: {incomplete:#?}");
    assert_eq!(incomplete[0].severity, Severity::Note);
    assert!(incomplete[0].message.contains("“ar” lacks"), "{}", incomplete[0].message);
    let page = site.page("ar/ra-52-8/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\""), "{page}");
    for own in ["انتقل إلى النص", "الديباجة", "<caption>جدول 1: من يفعل ماذا</caption>"]
    {
        assert!(page.contains(own), "{own} in {page}");
    }
    for marked in
        ["<span lang=\"en\" dir=\"ltr\">Key facts</span>", "aria-label=\"You are here\" lang=\"en\""]
    {
        assert!(page.contains(marked), "{marked} in {page}");
    }
    let easy = site.page("ar/ra-52-8/easy-read/index.html");
    assert!(
        easy.contains(
            "<span lang=\"ar\" dir=\"rtl\">الحكومات المحلية وحقوق الإنسان</span> (easy read) (EPUB, "
        ),
        "{easy}"
    );
    let of_language = ["html/language-of-parts", "epub/summary-language"];
    assert!(
        built.findings.iter().all(|finding| !of_language.contains(&finding.rule)),
        "{:#?}",
        built.findings
    );
    assert!(site.page("ra-52-8/index.html").contains(">العربية</a>"));
    // What marks words of the fallback while pages are made is in nothing that is published.
    for entry in ignore::WalkBuilder::new(site.out()).standard_filters(false).build() {
        let entry = entry.unwrap();
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            let text = String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap()).into_owned();
            assert!(!text.contains([FALLBACK_BEGINS, FALLBACK_ENDS]), "{}", entry.path().display());
        }
    }
    let without = site.page("ra-52-8/index.html");
    assert!(!without.contains("lang=\"en\""), "a complete language has nothing to mark: {without}");
}

#[test]
fn a_language_without_any_file_is_published_with_marked_labels() {
    let site = fixture();
    std::fs::remove_dir_all(site.root().join("languages")).unwrap();
    let built = site.build();
    assert!(built.report.is_some(), "{:#?}", built.findings);
    let page = site.page("ar/ra-52-8/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\""), "{page}");
    assert!(page.contains("<span lang=\"en\" dir=\"ltr\">Skip to the text</span>"), "{page}");
}

#[test]
fn a_wrong_file_of_a_language_stops_a_build_at_its_line() {
    let site = fixture();
    site.replace("languages/ar/labels.ftl", "note-mark = حاشية { $number }", "note-mark = حاشية");
    let built = site.build();
    assert!(built.report.is_none());
    let wrong = built.findings.iter().find(|finding| finding.rule == "language/label-values").unwrap();
    let at = wrong.place.position();
    let label = site.read("languages/ar/labels.ftl").lines().position(|line| line.starts_with("note-mark"));
    assert_eq!(
        (wrong.place.path(), at.line, at.column),
        ("languages/ar/labels.ftl", label.unwrap() as u32 + 1, 1)
    );
}

#[test]
fn samples_of_a_site_are_tried() {
    let site = fixture();
    let outcome = || {
        let (library, findings) = site::read(site.root(), Drafts::Skip).unwrap();
        assert!(findings.is_empty(), "{findings:?}");
        let languages = library.unwrap().language_data;
        let outcome = samples::run(&languages, languages.of(&"ar".parse().unwrap()));
        (outcome.samples, outcome.findings.len())
    };
    assert_eq!(outcome(), (5, 0));
    site.replace("languages/ar/easy-read.yaml", "بناء القدرات", "الناس");
    assert_eq!(outcome(), (5, 1), "a word that most people know is found");
}

#[test]
fn a_complete_language_is_overridden_in_part() {
    let site = fixture();
    site.write("languages/zh/labels.ftl", "skip-to-content = 直接看正文\n");
    site.write("languages/zh/easy-read.yaml", "lists:\n  bookish-word:\n    words: {各国: 说“每个国家”}\n");
    let built = site.build();
    assert!(built.report.is_some(), "{:#?}", built.findings);
    let page = site.page("ra-52-8/index.html");
    assert!(page.contains("直接看正文") && page.contains("易读版"), "{page}");
    let bookish: Vec<_> =
        built.findings.iter().filter(|finding| finding.rule == "easy-read/bookish-word").collect();
    assert!(
        bookish.iter().all(|finding| finding.help.contains("每个国家")),
        "the list is replaced: {bookish:#?}"
    );
    assert_eq!(bookish.len(), 1, "{bookish:#?}");
}

/// The one language that code may name is the fallback, in one place.
#[test]
fn no_code_names_a_language() {
    let tags = Languages::built_in().all().map(|language| language.lang().to_string());
    // Some are also a name in HTML, a unit, an English word or a number.
    let tags: Vec<String> =
        tags.filter(|tag| !["id", "it", "pt", "tr", "vi"].contains(&tag.as_str())).collect();
    let tags = regex::Regex::new(&format!("\"(?:{})(?:-[A-Z][A-Za-z]+)?\"", tags.join("|"))).unwrap();
    let mut found = Vec::new();
    for entry in ignore::WalkBuilder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).build() {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|kind| kind != "rs") || path.ends_with("tests.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        found.extend(
            lines.filter(|line| tags.is_match(line)).map(|line| format!("{}: {line}", path.display())),
        );
    }
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("const FALLBACK: &str"), "{found:#?}");
}
