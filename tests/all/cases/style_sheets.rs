//! A style sheet of a theme or of a finished site asks nobody else for anything, and says where browsers drop a part of it.

use curbcut::finding::Finding;

use crate::support::{Site, curbcut, places};

const TEXT: &str =
    "---\ntitle: 无障碍的文件\ndate: 2026-01-15\nsummary: 这是一份文件。它很短。\n---\n\n正文。\n";

fn site(path: &str, file: &str) -> Site {
    let site = Site::new(&[("content/wen-jian/index.md", TEXT)]);
    site.write(path, file);
    site
}

fn of_themes(findings: &[Finding]) -> Vec<String> {
    let all = places(findings).into_iter();
    all.filter(|found| found.starts_with("themes/") || found.contains("css/")).collect()
}

/// What a build and a check say of a file of the theme, which is the same.
#[track_caller]
fn found(path: &str, file: &str) -> Vec<String> {
    let site = site(path, file);
    let built = site.build_only(&["site"]);
    let (library, read) = crate::support::library(site.root());
    let checked = curbcut::site::check(site.root(), &library, read).unwrap();
    assert_eq!(of_themes(&built.findings), of_themes(&checked), "{file}");
    let stops = built.findings.iter().any(|found| found.severity == curbcut::finding::Severity::Error);
    assert_eq!(built.report.is_none(), stops, "{file}");
    of_themes(&built.findings)
}

#[test]
fn what_comes_from_elsewhere_is_an_error_where_it_stands() {
    for (css, column) in [
        ("@import url(\"https://example.org/x.css\");", 14),
        ("@import 'https://example.org/x.css' screen;", 10),
        ("@\\69mport \"https://example.org/x.css\";", 12),
        ("p { background: url(https://example.org/x.gif) }", 21),
        ("p{background:u\\72l(//example.org/x.gif)}", 20),
        ("p{background:image-set(\"https://example.org/a.png\" 1x)}", 25),
        ("p{background:-webkit-image-set(url( https://example.org/a.png ) 1x)}", 37),
        (":root{--a:'//example.org'} p{background:image-set(var(--a) 1x)}", 51),
        ("@font-face{font-family:x;src:url(https://example.org/x.woff2)}", 34),
        ("@media print{@supports (a:b){p{background:url(https://example.org/x)}}}", 47),
    ] {
        for path in ["themes/default/style.css", "themes/default/book.css", "themes/default/own.css"] {
            let wanted = format!("{path}:2:{column} css/third-party");
            assert_eq!(found(path, &format!("/* 样式 */\n{css}\n")), [wanted], "{css}");
        }
    }
    let found = found("themes/default/style.css", "p{background:url(https://example.org/x.gif");
    assert_eq!(found, ["themes/default/style.css:1:18 css/third-party"]);
}

#[test]
fn what_is_not_there_is_an_error() {
    let path = "themes/default/style.css";
    assert_eq!(found(path, "p{background:url(字.png)}"), [format!("{path}:1:18 css/missing-file")]);
    assert_eq!(found(path, "p{background:url(../../../x.png)}"), [format!("{path}:1:18 css/missing-file")]);
    for there in
        ["@import 'tokens.css';", "p{background:url(icon.svg#a)}", "p{background:url(/assets/icon.svg)}"]
    {
        assert_eq!(found(path, there), [""; 0], "{there}");
    }
    let book = "themes/default/book.css";
    assert_eq!(found(book, "p{background:url(icon.svg)}"), [format!("{book}:1:18 css/missing-file")]);
}

#[test]
fn what_browsers_drop_is_a_warning() {
    let path = "themes/default/style.css";
    for (css, column) in [
        ("p{color:", 3),
        ("p { margin: 0 } p { colr: red }", 21),
        ("p { COLOUR: red; margin: 0 }", 5),
        ("p { margin: 10 }", 5),
        ("p { margin: 1.5 rm 2 }", 5),
        ("p { margin: 1rm }", 5),
        ("@media print { p { width: calc(1em + 2xp) } }", 20),
        ("p { color: #12345 }", 5),
        ("p { background: linear-gradient(#ggg, red) }", 5),
        ("p { color: red !importnt }", 5),
        ("@keyframes k { from { colr: red } 50.5% { color: red } }", 23),
        ("p:hoover { margin: 0 }", 1),
        ("a, p::befor { margin: 0 }", 1),
        ("p > { margin: 0 }", 1),
        ("p,, a { margin: 0 }", 1),
        (", a { margin: 0 }", 1),
        ("> p { margin: 0 }", 1),
        ("p { . x { margin: 0 } }", 5),
        ("#1a { margin: 0 }", 1),
        ("p % a { margin: 0 }", 1),
        ("p 'x' { margin: 0 }", 1),
        ("<style>p { margin: 0 }", 1),
        ("p { margin: 0 } </style>", 17),
        ("<script>alert(1)</script> p { margin: 0 }", 1),
        ("@meida print { p { margin: 0 } }", 1),
        ("p { margin: 0 } @import 'tokens.css';", 17),
        ("p { color: }", 5),
        ("p { color red; margin: 0 }", 5),
        ("p { color: red margin: 0 }", 5),
        ("p { margin: 0 } }", 17),
        ("p { content: 'x\n}", 14),
        ("p { margin: 0 } /* 没有结束", 17),
        ("color: red; p { margin: 0 }", 1),
        ("p { margin: calc(1em }", 13),
        ("p { margin: 0 } h1", 17),
    ] {
        let found = found(path, css);
        let wanted = format!("{path}:1:{column} css/dropped");
        assert!(found.contains(&wanted), "{css}: {found:?}");
        assert!(found.iter().all(|found| found.ends_with(" css/dropped")), "{css}: {found:?}");
    }
    for css in [
        // The end of the file closes what is open.
        "body{color:red} p { margin: 0",
        "@media print { p { margin: 0 }",
        "p { margin: calc(1em",
        "p { content: '字",
        "p { background: url(icon.svg",
        "",
        "/* 只有注释 */",
        "@charset \"utf-8\"; @layer a, b; @import 'tokens.css' layer(a) supports(content: 'x')",
        "p { & a:hover, b:focus { margin: 0 } color: red; }",
        "p { --empty:; --block: { a: b }; --list: a: b; margin: 0; }",
        "@media (min-width: 40em) { p::before { content: '}' / 'url(x)' } }",
        "<!-- p:lang(zh):not(.a) { background: url(\"data:image/gif;base64,R0lGODlh\") } -->",
        "@font-face { font-family: x; src: local('x'); unicode-range: U+26 } @page :first { margin: 1cm; size: a4 }",
        "@keyframes k { from { color: red } 50.5%, to { color: blue } }",
        "@counter-style c { system: cyclic; symbols: '甲' '乙'; suffix: ' ' }",
        "@property --a { syntax: '<length>'; inherits: false; initial-value: 0px }",
        "p { > a { margin: 0 } & + p, ~ b { margin: -1px } .x & { color: #abc } @media print { color: #aabbccdd } }",
        "li:nth-child(2n+1 of .a) > a[href^='x' i]::before, *|*:not(p, :is(b)) ~ svg|a { margin: 0 auto }",
        "::-webkit-scrollbar, :-moz-any(p) { -webkit-hyphens: auto; -own: 1xy }",
        ":root { --a: 1xy #zz; --b: { colr: red } } p { margin: var(--a) calc(2 * 1em); line-height: 1.5; flex: 1 1 0 }",
        "p { width: 0; margin: 0 0 1.5rem; grid-template: [a] 1fr / minmax(1ch, 10cqi); transition: color .2s; }",
        "p { color: some-new-colour; display: new-layout(1) } h1 { font: 700 1rem/1.2 serif; zoom: 1; fill: none }",
    ] {
        assert_eq!(found(path, css), [""; 0], "{css}");
    }
}

#[test]
fn what_hides_all_of_a_page_is_a_warning() {
    let path = "themes/default/style.css";
    for css in [
        "body{display:none}",
        "html, p { color: red; visibility: hidden !important }",
        "MAIN { DISPLAY: NONE }",
        "@media screen { * { content-visibility: hidden } }",
        ".text { display: none }",
        "main > article .operative, nav { display: none }",
        ".standing { visibility: hidden }",
    ] {
        let column = if css.starts_with('@') { 17 } else { 1 };
        assert_eq!(found(path, css), [format!("{path}:1:{column} css/hides-page")], "{css}");
    }
    for css in [
        "body .menu { display: none }",
        "@media print { body { display: none } }",
        "body { display: block; } nav { display: none }",
        "main { & nav { display: none } }",
        "nav p, .text .symbol, article nav { display: none }",
    ] {
        assert_eq!(found(path, css), [""; 0], "{css}");
    }
}

#[test]
fn other_files_of_a_theme_are_judged() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
    let icon = "themes/default/icon.svg";
    assert_eq!(
        found(icon, &format!("{svg}\n<script>x</script></svg>")),
        [format!("{icon}:2:1 book/active-picture")]
    );
    assert_eq!(found(icon, &format!("{svg}</svg>")), [""; 0]);
    for name in ["evil.js", "evil.mjs", "x.html", "x.xhtml", "x.wasm", "LICENSE"] {
        let path = format!("themes/default/{name}");
        assert_eq!(found(&path, "x"), [format!("{path}:1:1 theme/unknown-file")]);
    }
    for name in ["fonts/x.woff2", "fonts/OFL.txt", "README.md"] {
        assert_eq!(found(&format!("themes/default/{name}"), "x"), [""; 0]);
    }
}

#[test]
fn a_theme_with_a_name_is_judged_with_what_it_takes_from_the_default_one() {
    let site = site("themes/su/style.css", "@import 'tokens.css'; p{background:url(//example.org/a.png)}");
    site.write("book.toml", format!("{}\n[site]\ntheme = \"su\"\n", crate::support::BOOK));
    site.write("themes/default/style.css", "p{background:url(//example.org/replaced.png)}");
    assert_eq!(of_themes(&site.build().findings), ["themes/su/style.css:1:40 css/third-party"]);
}

#[test]
fn the_style_sheets_of_a_finished_site_are_audited() {
    let site = site("themes/default/own.css", "p{margin:0}");
    assert!(site.build_only(&["site"]).report.is_some());
    let audit = || curbcut(site.root(), &["audit", "--house", "public"]).out;
    assert!(!audit().contains("css/"), "{}", audit());
    let style = site.read("public/assets/style.css");
    site.write("public/assets/style.css", format!("@import 'own.css';\n{style}"));
    site.write("public/assets/own.css", "p{background:url(https://example.org/a.png);\ncolor:}");
    site.write("public/assets/unread.css", "p{background:url(https://example.org/a.png)}");
    let told = audit();
    assert!(told.contains("error[css/third-party]: line 1, column 18"), "{told}");
    assert!(told.contains("warning[css/dropped]: line 2, column 1"), "{told}");
    assert!(!told.contains("unread.css"), "no page asks for it: {told}");
}
