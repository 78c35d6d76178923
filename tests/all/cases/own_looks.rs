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
    assert_eq!(slot.message, "there is no slot “top”");
    let slots = "slots/after-main.html, slots/before-main.html, slots/footer.html, slots/head.html";
    assert!(slot.help.contains(slots), "{}", slot.help);
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

/// The small site of a ministry's series of reports, which has nothing of a theme on its disk.
const SERIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/series");

#[test]
fn a_built_in_theme_is_chosen_by_its_name_alone() {
    let out = tempfile::tempdir().unwrap();
    let site = out.path().join("site");
    let ran = curbcut(SERIES.as_ref(), &["build", "--out", site.to_str().unwrap()]);
    assert!(ran.code == 0 && !ran.err.contains("warning[") && !ran.err.contains("error["), "{}", ran.err);
    let read = |path: &str| std::fs::read_to_string(site.join(path)).unwrap();
    let page = read("bao-gao/2029/index.html");
    assert!(page.find("assets/media.css").unwrap() < page.find("assets/theme.css").unwrap(), "{page}");
    let tokens = read("assets/tokens.css");
    assert!(
        tokens.contains("--band") && tokens.contains("--measure"),
        "it lies over the default one: {tokens}"
    );
    assert!(read("assets/style.css").contains(".banner-line") && !site.join("assets/theme.yaml").exists());
    let texts = curbcut(SERIES.as_ref(), &["theme", "check"]);
    assert_eq!(texts.code, 0, "{}", texts.out);
}

#[test]
fn a_folder_of_the_same_name_lies_over_a_built_in_theme() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    site.write("book.toml", format!("{}\n[site]\ntheme = \"report-series\"\n", crate::support::BOOK));
    site.write("themes/report-series/tokens.css", ":root { --accent: #004d40 }\n");
    site.write("themes/report-series/book-theme.css", "h1 { font-size: 2em }\n");
    site.write("themes/report-series/custom.css", ".lead { font-weight: 700 }\n");
    assert!(site.build().report.is_some());
    let (tokens, page) = (site.page("assets/tokens.css"), site.page("a/index.html"));
    assert!(tokens.find("#7a1422").unwrap() < tokens.find("#004d40").unwrap(), "{tokens}");
    assert!(page.find("theme.css").unwrap() < page.find("custom.css").unwrap(), "{page}");
    assert!(site.page("assets/theme.css").contains(".banner"));
    site.write("themes/report-series/book-theme.css", "h1 { background: url(a.png) }\n");
    assert!(
        places(&site.build().findings)
            .contains(&"themes/report-series/book-theme.css:1:22 css/missing-file".to_owned())
    );
}

#[test]
fn files_of_any_built_in_theme_are_taken() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    let listed = curbcut(site.root(), &["theme"]).out;
    for line in ["Contract of themes: 1\n", "Theme default:\n", "Theme report-series:\n", "    theme.css\n"] {
        assert!(listed.contains(line), "{line}: {listed}");
    }
    let ran = curbcut(site.root(), &["theme", "export", "report-series/theme.css", "book.css"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "themes/default/theme.css\nthemes/default/book.css\nthemes/default/theme.yaml\n"),
        "{}",
        ran.err
    );
    assert!(site.read("themes/default/theme.yaml").starts_with("contract: 1 "));
    assert_eq!(curbcut(site.root(), &["theme", "export", "default/theme.css"]).code, 2);
}

#[test]
fn a_theme_for_a_later_contract_leaves_the_last_site() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    let before = site.page("a/index.html");
    site.write("content/a/index.md", TEXT.replace("正文。", "新的正文。"));
    site.write("themes/default/theme.yaml", "# 主题\ncontract: 99\n");
    for command in ["build", "check"] {
        let ran = curbcut(site.root(), &[command]);
        let said = format!("{}{}", ran.out, ran.err);
        assert!(
            ran.code == 1
                && said.contains("error[theme/contract]: line 2, column 11: this theme is made for contract 99 of themes, and this program knows 1 at most")
                && said.contains("Take a newer curbcut"),
            "{said}"
        );
    }
    assert_eq!(site.page("a/index.html"), before);
    assert!(curbcut(site.root(), &["theme", "check"]).out.contains("theme/contract"));
}

#[test]
fn misspelt_variables_are_told_by_a_build_and_others_are_not() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    site.write("themes/default/tokens.css", ":root {\n  --acent: #8b0000;\n  --brand: #8b0000;\n}\n");
    let told = |command: &str| {
        let ran = curbcut(site.root(), &[command]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        format!("{}{}", ran.out, ran.err)
    };
    for command in ["build", "check"] {
        let said = told(command);
        assert!(
            said.contains(
                "warning[theme/outdated]: line 2, column 3: --acent: no style sheet reads this variable"
            ),
            "{said}"
        );
        assert!(
            said.contains("Write “--accent”, if you mean that.") && !said.contains("--brand: no"),
            "{said}"
        );
    }
}
