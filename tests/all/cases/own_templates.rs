//! Templates and styles of a site's own let nothing in from elsewhere and hide or change no words of a text; what publishers do
//! to their pages beside that passes.

use curbcut::finding::{Finding, Severity};
use curbcut::image::css::vocabulary::{self, Bearing};

use crate::support::{Site, places};

const HEAD: &str = "---\ntitle: 无障碍的文件\nsummary: 这是一份文件。它很短。\n---\n\n## 背景\n\n正文。\n";

/// A page of an own template: what stands in its head, and in its body around the words that it owes.
fn template(head: &str, body: &str) -> String {
    let frame = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/base.html")).unwrap();
    let words = "<h1 id=\"title\">{{ doc.title }}</h1><p>{{ doc.authority }}</p><p>{{ doc.summary }}</p>";
    let main = format!("{words}<div class=\"inhalt\">{{{{ doc.body }}}}</div>{body}");
    assert!(frame.contains("{% block head %}{% endblock %}"));
    frame.replace("{% block main %}{% endblock %}", &main).replace("{% block head %}{% endblock %}", head)
}

/// What a build says of a site with this template, as rule and severity; the build must fail by errors alone.
#[track_caller]
fn found(head: &str, body: &str, theme: Option<&str>) -> Vec<String> {
    let site = Site::new(&[("content/wen-jian/index.md", HEAD)]);
    site.write("templates/official.html", template(head, body));
    if let Some(theme) = theme {
        site.write("themes/default/own.css", theme);
    }
    let built = site.build_only(&["site"]);
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    assert_eq!(built.report.is_none(), built.findings.iter().any(|finding| is_error(&finding)));
    let of_page = built
        .findings
        .iter()
        .filter(|finding| ["css/", "html/", "template/"].iter().any(|group| finding.rule.starts_with(group)));
    let mut rules: Vec<String> = of_page
        .map(|finding| match finding.severity {
            Severity::Error => finding.rule.to_owned(),
            _ => format!("{} ({:?})", finding.rule, finding.severity),
        })
        .collect();
    rules.dedup();
    rules
}

#[test]
fn what_comes_from_another_host_is_an_error() {
    assert_eq!(found("", "", None), [""; 0]);
    for (head, body) in [
        ("<link rel=\"stylesheet\" href=\"https://example.org/a.css\">", ""),
        ("<link rel=\"alternate stylesheet\" href=\"//example.org/a.css\" title=\"夜\">", ""),
        ("<link rel=\"preload\" as=\"image\" imagesrcset=\"https://example.org/a.png 2x\">", ""),
        ("<link rel=\"preconnect\" href=\"https://example.org/\">", ""),
        ("<link rel=\"mask-icon\" href=\"https://example.org/a.svg\">", ""),
        ("<base href=\"https://example.org/\">", ""),
        ("<style>@import 'https://example.org/a.css';</style>", ""),
        ("<style>p { background: image-set('https://example.org/a.png' 1x) }</style>", ""),
        ("<link rel=\"stylesheet\" href=\"data:text/css,@import'//example.org/a.css'\">", ""),
        ("<noscript><link rel=\"stylesheet\" href=\"https://example.org/a.css\"></noscript>", ""),
        ("", "<img src=\"https://example.org/a.png\" alt=\"\">"),
        ("", "<img srcset=\"data:image/gif;base64,R0lGODlh 1x, https://example.org/a.png 2x\" alt=\"\">"),
        (
            "",
            "<picture><source srcset=\"https://example.org/a,b.png 1x\"><img src=\"../assets/icon.svg\" alt=\"\"></picture>",
        ),
        ("", "<video controls poster=\"https://example.org/a.png\"></video>"),
        ("", "<iframe title=\"图\" src=\"https://example.org/\"></iframe>"),
        ("", "<iframe title=\"图\" srcdoc=\"<img src='https://example.org/a.png'>\"></iframe>"),
        ("", "<iframe title=\"图\" src=\"data:text/html,<img src=//example.org/a.png>\"></iframe>"),
        ("", "<object title=\"图\" data=\"https://example.org/a.png\"></object>"),
        (
            "",
            "<table role=\"presentation\" background=\"https://example.org/a.png\"><tr><td>甲</td></tr></table>",
        ),
        ("", "<a href=\"#title\" ping=\"https://example.org/\">甲</a>"),
        ("", "<svg role=\"img\" aria-label=\"图\"><image href=\"https://example.org/a.png\"/></svg>"),
        (
            "",
            "<svg role=\"img\" aria-label=\"图\"><filter id=\"f\"><feImage href=\"https://example.org/a.png\"/></filter></svg>",
        ),
        ("", "<svg role=\"img\" aria-label=\"图\"><path fill=\"url(https://example.org/a.svg#a)\"/></svg>"),
        ("", "<svg role=\"img\" aria-label=\"图\"><style>@import '//example.org/a.css';</style></svg>"),
        ("", "<noscript><p>甲</p><img src=\"https://example.org/a.png\" alt=\"\"></noscript>"),
    ] {
        let found = found(head, body, None);
        assert!(found.contains(&"html/third-party".to_owned()), "{head}{body}: {found:?}");
    }
    for (head, body) in [
        (
            "<link rel=\"canonical\" href=\"https://example.org/a/\">",
            "<a href=\"https://example.org/\">甲</a>",
        ),
        ("<link rel=\"license\" href=\"https://example.org/\">", "<a href=\"mailto:a@example.org\">乙</a>"),
        ("<style>p { background: url(data:image/gif;base64,R0lGODlh) }</style>", ""),
        ("<link rel=\"stylesheet\" href=\"data:text/css,p%7Bcolor:red%7D\">", ""),
        (
            "",
            "<img srcset=\"../assets/icon.svg 1x,../assets/icon.svg 2x\" src=\"../assets/icon.svg\" alt=\"\">",
        ),
        ("", "<noscript><p>不用脚本也能读。</p></noscript>"),
        ("", "<svg><a href=\"https://example.org/\" aria-label=\"甲\"><path fill=\"url(#a)\"/></a></svg>"),
    ] {
        assert_eq!(found(head, body, None), [""; 0], "{head}{body}");
    }
}

#[test]
fn style_sheets_in_pages_are_judged_as_those_of_themes() {
    for (head, wanted) in [
        ("<style>.number { display: none }</style>", vec!["css/hides-page"]),
        ("<style>main { opacity: 0 }</style>", vec!["template/lost-words"]),
        ("<style>.inhalt { display: none }</style>", vec!["template/lost-words"]),
        ("<style>:root { --ink: transparent }</style>", vec!["template/lost-words"]),
        ("<link rel=\"stylesheet\" href=\"data:text/css,sup%7Bfont-size:0%7D\">", vec!["css/hides-page"]),
        ("<style>p { colr: red }</style>", vec!["css/dropped (Warning)"]),
        ("<style>.menu { display: none } nav a { color: red }</style>", vec![]),
    ] {
        assert_eq!(found(head, "", None), wanted, "{head}");
    }
    assert_eq!(found("", "<p style=\"opacity: 0\">甲</p>", None), ["html/style-attribute"]);
    assert_eq!(
        found("", "<iframe title=\"图\" srcdoc=\"<script>1</script>\"></iframe>", None),
        ["html/script"]
    );
}

#[test]
fn no_words_stand_in_one_line_with_those_on_authority() {
    let site = Site::new(&[("content/wen-jian/index.md", HEAD)]);
    for (line, stays) in [
        ("<p>{{ doc.authority }}</p>", true),
        ("<p>{{ doc.authority }} <a href=\"#title\">见上</a></p>", true),
        ("<p>据说：{{ doc.authority }}</p>", false),
        ("<p>{{ doc.authority }}<b>这不是真的。</b></p>", false),
    ] {
        site.write("templates/official.html", template("", "").replace("<p>{{ doc.authority }}</p>", line));
        let found = places(&site.build_only(&["site"]).findings);
        assert_eq!(
            !found.iter().any(|found| found.contains("template/lost-words")),
            stays,
            "{line}: {found:?}"
        );
    }
}

#[test]
fn a_style_that_hides_what_an_own_template_shows_loses_words() {
    for theme in [
        ".inhalt { display: none }",
        "main > .inhalt { clip-path: inset(50%) }",
        "@media print { .inhalt { display: none } }",
        ".official { .inhalt:not(.offen) { visibility: hidden } }",
        "@keyframes weg { to { opacity: 0 } } .inhalt { animation: weg 1s forwards }",
        ".inhalt { color: var(--leer) } :root { --leer: transparent }",
        ".inhalt p { display: none }",
        ".inhalt h2 ~ * { opacity: 0 }",
        ".inhalt { max-height: 9em; overflow: hidden }",
        ".inhalt { display: flex; flex-direction: column-reverse }",
    ] {
        assert_eq!(found("", "", Some(theme)), ["template/lost-words"], "{theme}");
    }
    for theme in [
        ".inhalt .menu, .inhalt .permalink, .inhalt svg { display: none }",
        "main { display: flex; flex-direction: row-reverse } .inhalt { order: 1 }",
        "nav .inhalt { display: none }",
        ".inhalt:empty { display: none }",
        ".inhalt.zu { display: none }",
        ".inhalt::before { opacity: 0 }",
        ".inhalt[hidden] { display: none }",
        ".inhalt:not(div) { display: none }",
    ] {
        assert_eq!(found("", "", Some(theme)), [""; 0], "{theme}");
    }
}

#[test]
fn a_published_style_sheet_that_pages_ask_for_is_judged() {
    let site = Site::new(&[("content/wen-jian/index.md", HEAD)]);
    site.write("book.toml", format!("{}\n[site]\nfiles = [\"own.css\"]\n", crate::support::BOOK));
    site.write("content/own.css", "p { margin: 0 }\nmain { display: none }\n@import '//example.org/a.css';");
    assert!(!places(&site.build_only(&["site"]).findings).iter().any(|found| found.contains("css/")));
    site.write(
        "templates/official.html",
        template("<link rel=\"stylesheet\" href=\"{{ page.root }}own.css\">", ""),
    );
    let found = places(&site.build_only(&["site"]).findings);
    for wanted in ["content/own.css:2:1 css/hides-page", "content/own.css:3:10 css/third-party"] {
        assert!(found.contains(&wanted.to_owned()), "{found:?}");
    }
}

/// This repository's own site with the built-in templates as its own, so that each page is asked for its words.
fn own_site_with_templates() -> Site {
    let site = Site::own();
    let templates = Site::copy_of("templates");
    for entry in ignore::WalkBuilder::new(templates.root()).build() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            let name = entry.path().strip_prefix(templates.root()).unwrap();
            if name.to_str() != Some("book.toml") {
                site.write(&format!("templates/{}", name.display()), std::fs::read(entry.path()).unwrap());
            }
        }
    }
    site
}

#[test]
fn the_built_in_templates_show_what_they_owe_whatever_may_be_hidden() {
    let site = own_site_with_templates();
    let classes =
        vocabulary::FURNITURE.iter().map(|class| format!(".{class}")).collect::<Vec<_>>().join(", ");
    site.write(
        "themes/default/own.css",
        format!("{classes}, nav, footer, body > header, svg {{ display: none }}"),
    );
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    let found = places(&built.findings);
    assert!(!found.iter().any(|found| found.contains("css/") || found.contains("template/")), "{found:?}");
}

#[test]
fn every_class_of_pages_is_known_to_hold_words_or_none() {
    let sites = [Site::own(), Site::copy_of("tests/sites/repository")];
    let pages: String = sites
        .iter()
        .map(|site| {
            let built = site.build_only(&["site"]);
            assert!(built.report.is_some(), "{:?}", places(&built.findings));
            site.pages()
        })
        .collect();
    let tags = pages.split('<').filter_map(|after| after.split('>').next());
    let classes = tags.filter_map(|tag| tag.split(" class=\"").nth(1)?.split('"').next());
    let mut unknown: Vec<&str> = classes
        .flat_map(str::split_whitespace)
        .filter(|class| vocabulary::class(class) == Bearing::Absent)
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    assert_eq!(unknown, [""; 0]);
}

#[test]
fn the_pages_of_a_ministry_pass() {
    let site = Site::copy_of("tests/sites/ministry");
    let built = site.build();
    let of_pages = built.findings.iter().filter(|finding| {
        ["css/", "html/", "template/", "theme/"].iter().any(|group| finding.rule.starts_with(group))
            || finding.severity == Severity::Error
    });
    let told: Vec<_> = of_pages.map(|finding| format!("{} {}", finding.rule, finding.message)).collect();
    assert_eq!(told, [""; 0]);
    assert!(built.report.is_some());
    let page = site.page("wu-zhang-ai/index.html");
    assert!(page.contains("<p class=\"paper-number\">文号：<strong>A/1</strong></p>"), "{page}");
    // The same pages, when the theme hides what holds the words, or a column is left out.
    let css = site.read("themes/ministry/ministry.css");
    for (path, from, to) in [
        ("themes/ministry/ministry.css", ".paper-easy {", ".paper-easy, .column-text {"),
        ("templates/base.html", "{% block main %}", "<!-- {% block main %}"),
        ("templates/official.html", "<b>{{ fact.words }}</b>", ""),
    ] {
        let text = site.read(path);
        site.replace(path, from, to);
        if to.starts_with("<!--") {
            site.replace(path, "<aside", "--><aside");
        }
        let found = places(&site.build_only(&["site"]).findings);
        assert!(found.iter().any(|found| found.contains("template/lost-words")), "{path}: {found:?}");
        site.write(path, text);
    }
    site.write("themes/ministry/ministry.css", css);
    assert!(site.build_only(&["site"]).report.is_some());
}

#[test]
fn a_mistake_in_a_template_is_told_once_at_its_place_there() {
    let site = Site::new(&[("content/wen-jian/index.md", HEAD), ("content/bao-gao/index.md", HEAD)]);
    site.replace("content/bao-gao/index.md", "无障碍的文件", "另一份报告");
    site.write(
        "templates/slots/footer.html",
        "<p>\n<img class=\"logo\" src=\"{{ page.root }}assets/icon.svg\">\n<a href=\"mei-you.html\">没有的页面</a></p>\n",
    );
    let findings = site.build_only(&["site"]).findings;
    let of_site = findings.iter().filter(|one| one.rule.starts_with("html/"));
    let mut told: Vec<String> = of_site
        .map(|one| {
            let at = one.place.position();
            format!("{}:{}:{} {}", one.place.path(), at.line, at.column, one.rule)
        })
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "templates/slots/footer.html:2:1 html/img-without-alt",
            "templates/slots/footer.html:3:1 html/dead-link",
        ]
    );
}
