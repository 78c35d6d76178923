//! What an author or an attacker may write: every mistake has its place, nothing hostile reaches a page, and the
//! last good site stays.

use crate::support::{Site, errors};
use curbcut::limits;

const GOOD: &str = "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。\n---\n\n## 内容\n\n正文。\n";

#[test]
fn every_mistake_is_found_in_one_run_at_its_place() {
    let site = Site::new(&[
        ("content/a/index.md", "---\ntitel: 决议\nsummary: 一。\n---\n\n正文。\n"),
        ("content/b/index.md", "---\ntitle: 决议\n---\n\n正文。\n"),
        ("content/c/index.md", "---\ntitle：决议\nsummary: 一。\n---\n\n正文。\n"),
        (
            "content/d/index.md",
            "---\ntitle: 决议\nsummary: 一。\n---\n\n看[第二份决议](../z/index.md)和![一座新桥](没有.svg)。\n",
        ),
        ("content/e/index.md", "没有前言\n"),
        ("content/f/index.md", "---\ntitle: 决\"议\nsummary: \"一。\n---\n\n正文。\n"),
        ("content/g/easy-read.md", "---\ntitle: 易读\nabout: 一。\n---\n\n一句话。\n"),
        ("content/h/page.md", GOOD),
        ("content/i/index.xx-yy-zz-1.md", GOOD),
        ("content/A b/index.md", GOOD),
    ]);
    site.write("content/j/index.md", b"---\ntitle: \xB0\xA1\n---\n");
    let built = site.build();
    assert!(built.report.is_none());
    assert_eq!(
        errors(&built.findings),
        [
            "content/A b/index.md:1:1 content/unknown-file",
            "content/a/index.md:2:1 front-matter/unknown-key",
            "content/b/index.md:1:1 front-matter/missing-key",
            "content/c/index.md:2:6 front-matter/full-width-colon",
            "content/d/index.md:6:10 link/nowhere",
            "content/d/index.md:6:33 picture/missing",
            "content/e/index.md:1:1 front-matter/missing",
            "content/f/index.md:4:1 front-matter/bad-yaml",
            "content/g/easy-read.md:1:1 easy-read/no-official-text",
            "content/h/page.md:1:1 content/unknown-file",
            "content/i/index.xx-yy-zz-1.md:1:1 content/unknown-file",
            "content/j/index.md:1:1 content/not-text",
        ]
    );
    for finding in &built.findings {
        assert!(!finding.help.is_empty(), "{} says what to do", finding.rule);
    }
}

#[test]
fn a_mistake_in_a_template_has_its_line() {
    let site = Site::new(&[
        ("content/a/index.md", GOOD),
        (
            "templates/404.html",
            "{% extends \"base.html\" %}\n{% block main %}<h1 id=\"title\">{{ 决议.名 }}</h1>{% endblock %}\n",
        ),
    ]);
    let built = site.build();
    assert!(built.report.is_none());
    assert_eq!(errors(&built.findings), ["templates/404.html:2:35 template/error"]);
    site.write("templates/404.html", "{% extends \"base.html\" %}\n{% block main %}{{ \n");
    assert_eq!(errors(&site.build().findings).len(), 1);
}

#[test]
fn what_the_engine_says_of_a_template_has_its_place_and_one_line() {
    for (text, place) in [
        ("{% extends \"base.html\" %}\n{% block mian %}{% endblock %}\n", "2:"),
        ("{% extends \"base.html\" %}\n{% block main %}{{ doc.title | 大写 }}{% endblock %}\n", "2:"),
        ("<p>\n{% extends \"bass.html\" %}\n", "2:1"),
        ("\n{% extends \"page.html\" %}\n", "2:1"),
        (
            "{% extends \"base.html\" %}\n{% block main %}{% include \"parts/nothing.html\" %}{% endblock %}\n",
            "2:",
        ),
        ("{% extends \"base.html\" %}\n{% block main %}{{ 1 +", ""),
    ] {
        let site = Site::new(&[("content/a/index.md", GOOD), ("templates/page.html", text)]);
        let found = site.build().findings;
        let places = errors(&found);
        assert!(
            places.len() == 1 && places[0].starts_with(&format!("templates/page.html:{place}")),
            "{text}: {places:?}"
        );
        let finding = found.iter().find(|finding| finding.rule == "template/error").unwrap();
        assert!(
            !finding.message.contains(['\n', '\t']) && !finding.message.contains("U+000A"),
            "{}",
            finding.message
        );
    }
}

#[test]
fn a_template_that_lacks_what_others_fill_is_named() {
    let frame = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/base.html")).unwrap();
    let site = Site::new(&[("content/a/index.md", GOOD)]);
    site.write("templates/base.html", frame.replace("{% block main %}{% endblock %}", ""));
    let found = site.build().findings;
    assert_eq!(errors(&found), ["templates/base.html:1:1 template/error"]);
}

/// A site with an official text, its easy-read version and the words of a glossary.
fn whole_site() -> Site {
    Site::new(&[
        (
            "content/a/index.md",
            "---\ntitle: 决议\nkind: resolution\nsymbol: A/1\nbody: 大会\nsummary: 这是一份决议。\nclosing: 2026 年 1 月 1 日\ndate: 2026-01-01\n---\n\n大会，\n\n回顾<i lang=\"fr\">Rien</i>，[^1]\n\n1. 决定办理；\n\n2. 请各国办理。\n\n[^1]: 一条注。\n",
        ),
        (
            "content/a/easy-read.md",
            "---\ntitle: 容易的决议\nabout: 这是决议的易读版。\nbased-on: A/1\n---\n\n## 大家办事 {covers=op-1,op-2}\n\n各国要办事。\n\n国家说：好。\n",
        ),
    ])
}

#[test]
fn a_template_that_leaves_out_words_of_the_text_is_an_error() {
    let official =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/official.html")).unwrap();
    let easy =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/easy-read.html")).unwrap();
    let notes =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/parts/notes.html")).unwrap();
    let book = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/book/official.xhtml"))
        .unwrap();
    let lost = |path: &str, text: &str| -> Vec<String> {
        let site = whole_site();
        site.write(&format!("templates/{path}"), text);
        let built = site.build();
        let found: Vec<_> = built
            .findings
            .iter()
            .filter(|finding| finding.rule == "template/lost-words")
            .map(|finding| format!("{} {}", finding.place.path(), finding.message))
            .collect();
        assert_eq!(built.report.is_some(), found.is_empty(), "{path}: {:?}", built.findings);
        found
    };
    for (path, text) in
        [("official.html", &official), ("easy-read.html", &easy), ("parts/notes.html", &notes)]
    {
        assert_eq!(lost(path, text), [""; 0], "{path}");
    }
    let cases = [
        ("official.html", &official, "{{ doc.operative }}", "", "official.html", "doc.operative"),
        (
            "official.html",
            &official,
            "{{ doc.operative }}",
            "<!-- {{ doc.operative }} -->",
            "official.html",
            "doc.operative",
        ),
        (
            "official.html",
            &official,
            "<section class=\"text operative\"",
            "<section hidden class=\"text operative\"",
            "official.html",
            "doc.operative",
        ),
        // The language of a part goes with its markup.
        (
            "official.html",
            &official,
            "{{ doc.preamble }}",
            "{{ doc.preamble | upper }}",
            "official.html",
            "doc.preamble",
        ),
        ("official.html", &official, "{{ doc.authority }}", "", "official.html", "doc.authority"),
        ("official.html", &official, "<p>{{ doc.summary }}</p>", "", "official.html", "doc.summary"),
        (
            "official.html",
            &official,
            "{% if doc.notes %}{% include \"parts/notes.html\" %}{% endif %}",
            "",
            "official.html",
            "doc.notes",
        ),
        ("parts/notes.html", &notes, "{{ doc.notes }}", "", "official.html", "doc.notes"),
        ("easy-read.html", &easy, "{{ idea.words }}", "", "easy-read.html", "idea.words"),
        ("easy-read.html", &easy, "{{ doc.status.words }}", "", "easy-read.html", "doc.status.words"),
        ("book/official.xhtml", &book, "{{ piece.text }}", "", "book/official.xhtml", "piece.text"),
    ];
    for (path, text, from, to, page, name) in cases {
        assert!(text.contains(from), "{path} {from}");
        let wanted = format!("templates/{path} the pages of “{page}” do not show “{name}” as it is");
        assert_eq!(lost(path, &text.replace(from, to)), [wanted], "{path} {from}");
    }
    let frame = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/base.html")).unwrap();
    let found = lost("base.html", &frame.replace("<main ", "<main hidden "));
    assert!(found.iter().any(|found| found.contains("“official.html”")), "{found:?}");
}

#[test]
fn links_to_a_page_that_its_template_does_not_make_are_not_dead() {
    let site = Site::new(&[
        ("content/a/index.md", GOOD),
        ("content/glossary.yaml", "- term: 决议\n  meaning: 大家一起写下的决定。\n"),
        (
            "templates/glossary.html",
            "{% extends \"base.html\" %}\n{% block main %}{{ 决议.名 }}{% endblock %}\n",
        ),
    ]);
    assert_eq!(errors(&site.build().findings), ["templates/glossary.html:2:20 template/error"]);
}

#[test]
fn two_folders_with_one_address_are_found() {
    let site = Site::new(&[("content/a/index.en.md", GOOD), ("content/en/a/index.md", GOOD)]);
    let found = errors(&site.build().findings);
    assert!(found.iter().any(|place| place.ends_with("content/same-address")), "{found:?}");
}

#[test]
fn a_failed_build_leaves_the_last_good_site() {
    let site = Site::new(&[("content/a/index.md", GOOD)]);
    assert!(site.build().report.is_some());
    let before = site.page("a/index.html");
    site.write("content/a/index.md", GOOD.replace("正文。", "改过的[正文](没有.md)。"));
    assert!(site.build().report.is_none());
    assert_eq!(site.page("a/index.html"), before);
}

#[test]
fn hostile_words_never_reach_a_page() {
    const ATTACK: &str = "决议<script>alert(1)</script><img src=x onerror=alert(1)>";
    let yaml = serde_json::to_string(ATTACK).unwrap();
    let site = Site::new(&[
        (
            "content/a/index.md",
            &format!(
                "---\ntitle: {yaml}\nsummary: {yaml}\nsymbol: {yaml}\nkind: resolution\nbody: 人权理事会\nsession:\n  name: {yaml}\nvote:\n  statement: {yaml}\n---\n\n人权理事会，\n\n\
                 甲 `{ATTACK}`，\n\n1. 乙[^1]；\n\n[^1]: `{ATTACK}`\n"
            ),
        ),
        (
            "content/a/easy-read.md",
            &format!(
                "---\ntitle: {yaml}\nabout: {yaml}\nbased-on: {yaml}\nmade-by: {yaml}\n---\n\n## `{ATTACK}` {{covers=op-1}}\n\n`{ATTACK}`\n"
            ),
        ),
        ("content/glossary.yaml", &format!("- term: 乙\n  meaning: {yaml}\n  official: [{yaml}]\n")),
    ]);
    site.write("book.toml", format!("[book]\ntitle = {yaml}\nlanguage = \"zh-Hans\"\nauthors = [{yaml}]\n"));
    let built = site.build();
    let errors: Vec<_> =
        built.findings.iter().filter(|f| f.severity == curbcut::finding::Severity::Error).collect();
    assert!(built.report.is_some(), "{errors:?}");
    let pages = site.pages();
    assert!(pages.contains("&lt;script&gt;"), "the words themselves are shown");
    // What programs read of a page runs nowhere, and holds no sign that could end it.
    let data = "<script type=\"application/ld+json\">";
    let scripts = pages.split(data).skip(1).map(|part| part.split_once("</script>").unwrap().0);
    scripts.for_each(|data| assert!(!data.contains('<'), "{data}"));
    assert!(!pages.replace(data, "").contains("<script") && !pages.contains("<img src=x"));
}

#[test]
fn raw_scripts_in_markdown_are_refused_and_links_cannot_run_code() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 决议\nsummary: 一。\n---\n\n<script>alert(1)</script>\n\n甲<b onclick=\"x()\">乙</b>[丙](javascript:alert(1))[丁](data:text/html,x)[戊](//evil.example/)\n",
    )]);
    let built = site.build();
    assert!(built.report.is_none());
    let found = errors(&built.findings);
    assert_eq!(found.iter().filter(|place| place.ends_with("link/nowhere")).count(), 3, "{found:?}");
    assert!(found.iter().any(|place| place == "content/a/index.md:6:1 markdown/active-html"), "{found:?}");
}

#[test]
#[cfg(unix)]
fn links_out_of_the_folder_are_not_followed() {
    let secret = tempfile::tempdir().unwrap();
    std::fs::write(secret.path().join("index.md"), GOOD).unwrap();
    let site = Site::new(&[("content/a/index.md", GOOD)]);
    std::os::unix::fs::symlink(secret.path(), site.root().join("content/b")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", site.root().join("content/a/passwd.txt")).unwrap();
    let built = site.build();
    assert!(built.report.is_none());
    assert_eq!(
        errors(&built.findings),
        ["content/a/passwd.txt:1:1 content/link", "content/b:1:1 content/link"]
    );
    let site = Site::new(&[("content/a/index.md", &GOOD.replace("正文", "[正文](../../../../etc/passwd)"))]);
    assert_eq!(errors(&site.build().findings), ["content/a/index.md:8:6 link/nowhere"]);
}

/// Work that grows with the square of these texts would not end within the life of a test run.
#[test]
fn hostile_texts_do_not_stall_the_program() {
    const SIZE: usize = 300_000;
    for piece in [
        ">",
        "[",
        "- ",
        "*《",
        "![",
        "<b>",
        "<div>",
        "`",
        "**(",
        "[^1]",
        "|a",
        "“",
        "&#x",
        "\\",
        "a\n\n",
        "[甲](b.md)",
        "《人权》",
    ] {
        let text = piece.repeat(SIZE / piece.len());
        let site = Site::new(&[(
            "content/a/index.md",
            &format!("---\ntitle: 决议\nsummary: 一。\n---\n\n{text}\n"),
        )]);
        site.build();
    }
}

#[test]
fn a_very_long_line_is_read() {
    let line = "请各国，".repeat(limits::TEXT as usize / 12 - 100);
    let site =
        Site::new(&[("content/a/index.md", &format!("---\ntitle: 决议\nsummary: 一。\n---\n\n{line}。\n"))]);
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", errors(&built.findings));
}
