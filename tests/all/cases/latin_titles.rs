//! What authors write is never judged as a label of ours, in whatever script it is.

use crate::support::Site;
use crate::support::curbcut;

fn book(language: &str, title: &str) -> String {
    format!(
        "[book]\ntitle = \"{title}\"\nauthors = [\"Team\"]\nlanguage = \"{language}\"\ndescription = \"{title}。\"\n"
    )
}

fn text(title: &str, summary: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nkind: document\ndate: 2026-01-15\nsummary: {summary}\n---\n\n{body}\n")
}

#[test]
fn titles_of_another_script_are_published() {
    let (zh, en) =
        (["这是一个测试。它有两句话。", "正文在这里。"], ["This is a test. It has two sentences.", "Text."]);
    for (language, titles, [summary, body]) in [
        ("zh-Hans", ["Windows 11", "Open Data", "WCAG 2.2 для всех", "منظمة الأمم المتحدة"], zh),
        ("en", ["人权理事会", "《公约》和2030年议程", "Права человека", "حقوق الإنسان"], en),
    ] {
        let site = Site::new(&[("book.toml", &book(language, titles[0]))]);
        for (at, title) in titles.iter().enumerate() {
            site.write(&format!("content/t{at}/index.md"), text(title, summary, body));
        }
        for command in ["check", "build"] {
            let ran = curbcut(site.root(), &[command]);
            assert_eq!(ran.code, 0, "{language} {command}: {}{}", ran.out, ran.err);
            assert!(!format!("{}{}", ran.out, ran.err).contains("label-language"), "{}{}", ran.out, ran.err);
        }
        // What is told of a title is told at the title.
        let ran = curbcut(site.root(), &["check", "--format", "github"]);
        for line in ran.out.lines().filter(|line| line.contains("title=html/")) {
            assert!(line.contains("file=content/t") || line.contains("file=book.toml"), "{line}");
        }
    }
}

#[test]
fn alternative_texts_titles_in_html_and_summaries_are_the_authors_too() {
    let body = "![Accessible Canada](tu.svg)\n\n<abbr title=\"World Health Organization\">世卫组织</abbr>的报告。\n\n\
                <details><summary>Executive Summary</summary><p>内容。</p></details>";
    let site = Site::new(&[
        ("book.toml", &book("zh-Hans", "测试站")),
        ("content/a/index.md", &text("测试", "这是一个测试。它有两句话。", body)),
        ("content/a/tu.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>图</title></svg>"),
    ]);
    for command in ["check", "build"] {
        let ran = curbcut(site.root(), &[command]);
        assert_eq!(ran.code, 0, "{command}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn the_words_of_a_template_are_judged_as_before() {
    let site = Site::new(&[
        ("book.toml", &book("zh-Hans", "测试站")),
        ("content/a/index.md", &text("Windows", "这是一个测试。它有两句话。", "正文在这里。")),
        (
            "templates/parts/trail.html",
            "<nav class=\"trail\" aria-label=\"Where you are\"><ol><li><a href=\"#main\">首页</a></li></ol></nav>",
        ),
    ]);
    for command in ["check", "build"] {
        let ran = curbcut(site.root(), &[command]);
        let said = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, 1, "{command}: {said}");
        assert!(said.contains("html/label-language") && said.contains("Where you are"), "{said}");
    }
}

#[test]
fn a_translation_may_have_the_title_of_its_original() {
    let text = |title: &str, summary: &str| format!("---\ntitle: {title}\nsummary: {summary}\n---\n\nISO.\n");
    let chinese = text("ISO 9001", "这是一个例子。它有两句话。");
    let english = text("ISO 9001", "This is a test. It has two sentences.");
    let site = Site::new(&[("content/a/index.md", &chinese), ("content/a/index.en.md", &english)]);
    let same_titles = || {
        let mut found = crate::support::places(&site.build().findings);
        found.retain(|place| place.ends_with("html/same-title"));
        found
    };
    assert_eq!(same_titles(), [""; 0]);
    // Two texts of one language are told apart by their titles; their books say nothing else of it.
    site.write("content/b/index.md", &chinese);
    assert_eq!(same_titles(), ["content/b/index.md:2:8 html/same-title"]);
    site.replace("content/b/index.md", "summary:", "allow:\n  html/same-title: 两个版本\nsummary:");
    assert_eq!(same_titles(), [""; 0]);
}

#[test]
fn names_in_a_list_are_no_phrase() {
    let summary = "这是一个例子。它有两句话。";
    let body = "学校使用ChatGPT、DeepSeek、Kimi等工具，不用Excel，Word也不用（Windows）。";
    let site = Site::new(&[("content/a/index.md", &text("例", summary, body))]);
    let found = || {
        let mut found = crate::support::places(&site.build().findings);
        found.retain(|place| place.starts_with("content/"));
        found
    };
    assert_eq!(found(), [""; 0]);
    // Words with a space between them are one.
    site.write("content/a/index.md", text("例", summary, "他说“Good morning”。"));
    assert_eq!(found(), ["content/a/index.md:8:4 language/untagged-words"]);
}
