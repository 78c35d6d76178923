//! What a site adds to the built-in look: slots, a style sheet over all others, built-in files to change, and what is out of date in them.

use crate::support::{Site, curbcut, places};

const TEXT: &str = "---\ntitle: 文件\nsummary: 这是一份文件。它很短。\n---\n\n正文。\n";

#[test]
fn slots_add_to_every_page_without_a_template_of_its_own() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    for (slot, words) in [
        ("head", "<meta name=\"publisher\" content=\"某市\">"),
        ("before-main", "<aside aria-label=\"通知\"><p>本站正在试用。</p></aside>"),
        ("after-main", "<aside aria-label=\"帮助\"><p>需要帮助吗？</p></aside>"),
        ("footer", "<p>某市政府</p>"),
    ] {
        site.write(&format!("templates/slots/{slot}.html"), format!("{words}\n"));
    }
    let built = site.build_only(&["site"]);
    assert!(built.report.is_some(), "{:?}", built.findings);
    for path in ["index.html", "a/index.html", "404.html", "accessibility/index.html"] {
        let page = site.page(path);
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} in {path}"));
        let order = [
            "content=\"某市\"",
            "</head>",
            "本站正在试用",
            "<main",
            "</main>",
            "需要帮助吗",
            "<footer",
            "某市政府",
            "</footer>",
        ];
        assert!(order.map(at).is_sorted(), "{path}: {page}");
    }
    site.write("templates/slots/top.html", "<p>上</p>");
    let found = site.build_only(&["site"]).findings;
    let slot = found.iter().find(|finding| finding.place.path() == "templates/slots/top.html").unwrap();
    assert!(slot.help.contains("slots/"), "{}", slot.help);
}

#[test]
fn a_custom_style_sheet_lies_over_all_others() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    assert!(site.build_only(&["site"]).report.is_some());
    assert!(!site.page("a/index.html").contains("custom.css"));
    site.write("themes/default/custom.css", ".lead { font-weight: 700 }\n");
    assert!(site.build_only(&["site"]).report.is_some());
    let page = site.page("a/index.html");
    assert!(page.find("media.css").unwrap() < page.find("href=\"../assets/custom.css\"").unwrap(), "{page}");
    assert!(site.page("assets/custom.css").contains("700"));
    site.write("themes/default/custom.css", "main { display: none }\n");
    assert!(
        places(&site.build_only(&["site"]).findings)
            .contains(&"themes/default/custom.css:1:1 css/hides-page".to_owned())
    );
}

#[test]
fn colours_of_a_theme_that_cannot_be_read_stop_the_build() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    site.write("themes/default/tokens.css", ":root {\n  --muted: #999;\n}\n");
    let ran = curbcut(site.root(), &["build"]);
    assert!(
        ran.code == 1 && ran.err.contains("theme/contrast") && ran.err.contains("line 2, column 3"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("--muted on --ground is 2.84 : 1 in the scheme “light”"), "{}", ran.err);
    site.write("themes/default/tokens.css", ":root { --accent: #8b0000 }\n");
    assert_eq!(curbcut(site.root(), &["build", "--only", "site"]).code, 0);
    let tokens = site.page("assets/tokens.css");
    assert!(
        tokens.find("#8b0000").unwrap() < tokens.find("#a6cff8").unwrap(),
        "dark pages keep their colour: {tokens}"
    );
}

#[test]
fn built_in_files_are_taken_to_be_changed() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    let listed = curbcut(site.root(), &["theme"]).out;
    assert!(listed.contains("tokens.css\n") && listed.contains("templates/home.html\n"), "{listed}");
    let ran = curbcut(site.root(), &["theme", "export", "tokens.css", "templates/home.html"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "themes/default/tokens.css\ntemplates/home.html\nthemes/default/theme.yaml\n"),
        "{}",
        ran.err
    );
    assert_eq!(curbcut(site.root(), &["build", "--only", "site"]).code, 0);
    assert_eq!(curbcut(site.root(), &["theme", "check"]).code, 0);
    let again = curbcut(site.root(), &["theme", "export", "tokens.css"]);
    assert!(again.code == 2 && again.err.contains("is there already and stays as it is"), "{}", again.err);
    let none = curbcut(site.root(), &["theme", "export", "../book.toml"]);
    assert!(none.code == 2 && none.err.contains("there is no built-in file “../book.toml”"), "{}", none.err);
}

#[test]
fn what_a_theme_asks_for_in_vain_is_named() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    site.write(
        "themes/default/custom.css",
        ".lead {\n  color: var(--main-colour, red);\n}\n:root { --unread: 1px; --ink: #000 }\n",
    );
    site.write(
        "templates/home.html",
        "{% extends \"base.html\" %}\n{% block mane %}{% endblock %}{% block main %}{{ labels.dokuments }}{% endblock %}",
    );
    let ran = curbcut(site.root(), &["theme", "check"]);
    for wanted in [
        "line 2, column 14: --main-colour: no style sheet sets this variable",
        "line 4, column 9: --unread: no style sheet reads this variable",
        "line 2, column 10: base.html has no block “mane”, so nothing of it is shown",
        "there is no label “dokuments”",
    ] {
        assert!(ran.out.contains(wanted), "{wanted}: {}", ran.out);
    }
    assert!(!ran.out.contains("--ink: no"), "{}", ran.out);
}
