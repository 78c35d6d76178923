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

/// The places of what hides words, told of `themes/default/own.css`.
#[track_caller]
fn hidden(css: &str) -> Vec<String> {
    let path = "themes/default/own.css";
    let found = found(path, css).into_iter();
    found.map(|found| found.replace(&format!("{path}:"), "").replace(" css/hides-page", "")).collect()
}

#[test]
fn what_may_hide_words_of_a_text_is_an_error() {
    // By what it is for.
    for selector in [
        "body",
        "html, p",
        "MAIN",
        "*",
        ":root",
        ".text",
        "main > article .operative",
        ".standing",
        ".number",
        ".subtitle",
        "sup",
        "h1",
        "header",
        "img",
        "[lang]",
        "[lang|='zh' i]",
        "[class*=oper]",
        "[href^='https:']",
        "article[aria-labelledby]",
        "#op-3",
        "#背景",
        ":is(main)",
        ":where(.x, main)",
        ":is(nav, article) p",
        "*|main",
        "main:not(.x)",
        "main:lang(zh)",
        "p:hover",
        "p:nth-child(2n + 1 of .x)",
        "nav ~ article",
        "body:has(nav) main",
        "p::first-line",
        "li::marker",
        ".language-rust",
    ] {
        assert_eq!(hidden(&format!("{selector} {{ display: none }}")), ["1:1"], "{selector}");
    }
    // In what it stands.
    for (css, place) in [
        ("@media screen { * { content-visibility: hidden } }", "1:17"),
        ("@media print { main { display: none } }", "1:16"),
        ("@media print { @supports (display: grid) { @layer a { p { opacity: 0 } } } }", "1:55"),
        ("main { & p { display: none } }", "1:8"),
        (".x { main & { color: red } main { display: none } & > .text { margin: 0 } }", ""),
        ("main { p { & { color: red; &:hover { display: none } } } }", "1:28"),
        ("main { @media print { display: none } }", "1:1"),
        ("@scope (main) to (.x) { :scope { display: none } }", "1:25"),
        ("p { color: red } /* 甲 */ p { --a: none; display: var(--a) }", "1:30"),
        (":root { --a: var(--b); --b: none } p { display: var(--a, block) }", "1:9"),
        ("p { display: var(--none, none) }", "1:1"),
        (":root { --ink: transparent }", "1:9"),
        ("body { --text: 0 }", "1:8"),
        ("a { --a: transparent } a { color: var(--a) }", "1:5"),
        ("@keyframes out { from { opacity: 1 } to { opacity: 0 } } p { animation: 1s out forwards }", "1:58"),
        ("p { animation-name: out } @keyframes out { 50%, 100% { display: none } }", "1:1"),
        (
            "@property --a { syntax: '<number>'; inherits: false; initial-value: 0 } p { opacity: var(--a) }",
            "1:54",
        ),
        ("@keyframes in { from { opacity: 0 } } p { animation: in 9999s }", "1:39"),
        ("@keyframes in { 0% { display: none } } p { animation: in 1s paused }", "1:40"),
        ("@starting-style { p { opacity: 0 } } .x { transition: opacity 9999s }", "1:19"),
        ("@page { size: 1px }", "1:1"),
        ("@page :first { margin: 100cm }", "1:1"),
        ("img { width: 0 }", "1:1"),
        ("figure img { object-position: 9999px }", "1:1"),
        ("del, s { text-decoration: none }", "1:1"),
        ("p::before { content: '不得' }", "1:1"),
        ("li:before { content: '\\4e0d' }", "1:1"),
        (".operative > li::after { content: counter(a) '1' }", "1:1"),
        ("li::marker { content: '第' counter(list-item) '项' }", "1:1"),
        (":root { --a: '不' } .text p { &::after { content: var(--a) } }", "1:9"),
        ("@import 'data:text/css,p{display:none}';", "1:10"),
        ("@import url(data:text/css;base64,cHtkaXNwbGF5Om5vbmV9);", "1:13"),
    ] {
        let wanted = if place.is_empty() { vec![] } else { vec![place] };
        assert_eq!(hidden(css), wanted, "{css}");
    }
    // By what it does.
    for declaration in [
        "display: none !important",
        "d\\69splay: NONE",
        "visibility: collapse",
        "content-visibility: hidden",
        "opacity: 0",
        "opacity: .01",
        "opacity: calc(1 * 0)",
        "filter: blur(0) opacity(0%)",
        "filter: blur(2rem)",
        "font-size: 0",
        "font-size: .1px",
        "font: 0/0 a",
        "font-size-adjust: 0",
        "zoom: .01",
        "letter-spacing: -1em",
        "-webkit-text-security: disc",
        "color: transparent",
        "color: rgb(0 0 0 / 0)",
        "color: rgba(0, 0, 0, 0%)",
        "color: #0000",
        "color: #12345600",
        "-webkit-text-fill-color: transparent",
        "position: absolute; left: -9999px",
        "position: fixed; inset-inline-start: -200vw",
        "position: absolute; top: -100%",
        "position: absolute; left: calc(-1 * 9999px)",
        "text-indent: -9999px",
        "text-indent: 100%; overflow: hidden; white-space: nowrap",
        "margin-left: -99em",
        "margin: 0 0 0 -9999px",
        "translate: -100vw",
        "transform: translateX(-9999px)",
        "transform: scale(0)",
        "transform: scaleX(0) rotate(1deg)",
        "transform: matrix(0, 0, 0, 0, 1, 1)",
        "transform: rotateY(90deg)",
        "scale: 0",
        "clip-path: inset(50%)",
        "clip-path: circle(0)",
        "clip-path: polygon(0 0, 0 0, 0 0)",
        "clip: rect(1px, 1px, 1px, 1px)",
        "height: 0; overflow: hidden",
        "overflow: clip; max-height: 1px",
        "overflow: hidden; white-space: nowrap; text-overflow: ellipsis",
        "overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2",
        "content: url(icon.svg)",
        "display: table-column",
        "contain: strict",
        "contain: size; overflow: clip",
        "display: grid; grid-template-rows: 0fr; overflow: hidden",
        "clip-path: path('M0 0')",
        "clip-path: path('M0-9 99-9z')",
        "clip-path: polygon(0 0, 100% 0, 50% 0)",
        "clip-path: xywh(0 0 0 100%)",
        "clip-path: rect(0 0 100% 0)",
        "rotate: y 90deg",
        "rotate: .25turn 1 0 0",
        "transform: rotate3d(1, 1, 0, 90deg)",
        "transform: rotate(45deg) skewX(90deg)",
        "transform: matrix(1, 1, 1, 1, 0, 0)",
        "transform: matrix3d(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)",
        "transform: rotateY(180deg); backface-visibility: hidden",
        "position: fixed; inset: 100%",
        "offset-path: path('M-9999 0')",
        "color: color-mix(in srgb, red, transparent 95%)",
        "color: color-mix(in srgb, transparent, transparent)",
        "opacity: clamp(0, .5, 0)",
        "opacity: sin(0deg)",
        "opacity: calc(round(.4) * 3)",
        "opacity: env(nothing, 0)",
        "font-size: calc(1rem - 16px)",
        "font-size: min(1px, 9vw)",
        "font-size: env(safe-area-inset-top)",
        "opacity: attr(data-o type(<number>), 1)",
        "display: if(media(print): none; else: block)",
        "color: --ink()",
        // What cuts words.
        "padding-top: 9rem; height: 9rem; overflow: hidden",
        "max-height: 10em; overflow: hidden",
        "overflow-y: clip; block-size: 50vh",
        "aspect-ratio: 3 / 1; overflow: hidden",
        "overflow: hidden; white-space: pre",
        "line-height: 0",
        "font: 400 1rem/0 serif",
        // What changes words.
        "unicode-bidi: bidi-override; direction: rtl",
        "text-decoration: line-through",
        "display: flex; flex-direction: column-reverse",
        "flex-flow: row wrap-reverse",
        "order: -1",
    ] {
        assert_eq!(hidden(&format!("p {{ {declaration} }}")), ["1:1"], "{declaration}");
    }
    assert_eq!(hidden("body { overflow: hidden }"), ["1:1"]);
}

#[test]
fn what_leads_through_pages_may_be_hidden() {
    for css in [
        "body .menu { display: none }",
        "body { display: block; } nav { display: none }",
        "main { & nav { display: none } }",
        "nav p, .text .symbol { margin: 0 } article nav, .x .text, main .skip { display: none }",
        "body > header, footer, .banner p, svg, hr, br, rp { display: none }",
        "[hidden], [aria-hidden='true'], [data-x], template, p:empty, input:checked ~ p { display: none }",
        "[class*=icon-], [role=navigation], my-menu, dialog:not([open]) { display: none }",
        "p::before, p::after, summary::marker, ul > li::marker, ::selection { display: none; content: ''; color: transparent }",
        "p { opacity: .9; color: #123f; left: -2px; margin: -1rem; transform: scale(-1, 1) translate(-50%, -50%) }",
        "p { font: 400 1rem/1 serif; width: 0; clip-path: inset(10%); text-indent: 2em; letter-spacing: -.02em }",
        ".x { --a: none } p { display: var(--a, block) }",
        ":where(a:not(.x)), [role=link] { --ground: transparent } :root { --ground: #fff } kbd { color: var(--ground) }",
        "p { display: var(--unknown); color: var(--ink, transparent) }",
        ":root { --a: var(--a) } p { display: var(--a) }",
        "@keyframes in { from { opacity: 0 } } p { animation: in 1s } .x { animation: out 1s } @keyframes out { to { opacity: 0 } }",
        "@starting-style { p { opacity: 0 } } @page { margin: 0 } body { overflow-x: hidden }",
        "h1 { background: linear-gradient(red, blue); -webkit-background-clip: text; color: transparent }",
        "h1 { background-clip: text; color: transparent; background-image: none }",
        "header { flex-direction: row-reverse } main { flex-flow: column-reverse } aside { order: 2 } figcaption, h1 { order: -1 }",
        ".idea { flex-direction: row-reverse } .idea .words { order: 2 } .picture { order: 3 }",
        "sup, .note-mark, figure { line-height: 0; vertical-align: baseline } .picture { height: 9rem; overflow: hidden }",
        ".card p { -webkit-line-clamp: 3; overflow: hidden; height: 5em } nav li { order: 2; overflow: hidden; height: 2em }",
        "p { max-height: 999999px; overflow: hidden; contain: content; min-height: 0 } pre { overflow: auto; height: 30em; white-space: pre }",
        "p { font-size: clamp(1rem, 2vw, 2rem); color: color-mix(in srgb, CanvasText 60%, transparent); opacity: max(0, 1) }",
        "p { transform: rotate(3deg) skew(-2deg); backface-visibility: hidden; rotate: 180deg } .x { font-size: attr(a) }",
        "p { clip-path: polygon(0 0, 100% 0, calc(100% - 9px) 100%); left: env(safe-area-inset-left); margin: calc(50% - 50vw) }",
        "p { clip-path: path('M0 0H99V50z'); position: absolute; top: 100% } li { clip-path: rect(auto auto auto auto) }",
        "img { width: 1px; min-width: 100%; max-height: 20em; object-position: 100% 50% } img { aspect-ratio: 1; overflow: hidden }",
        "blockquote::before { content: '“' } a::after { content: ' (' attr(href) ')' } h2::before { content: counter(a) '. ' }",
        "li::marker { content: '– ' } a::after { content: url(icon.svg) / '在别处' } .card::before, nav li::after { content: '新' }",
        "del { text-decoration: line-through } ins, nav a { text-decoration: none } [dir=rtl] { direction: rtl; unicode-bidi: isolate }",
        "@page { size: A4; margin: 2cm; @top-left { content: '文件' } } @page :first { size: 210mm 297mm }",
        "@starting-style { p { opacity: 0 } } p { transition: opacity .3s } @keyframes in { from { opacity: 0 } } h1 { animation: in 1s }",
        "@property --a { syntax: '<number>'; inherits: false; initial-value: 1 } p { opacity: var(--a) }",
    ] {
        assert_eq!(hidden(css), [""; 0], "{css}");
    }
}

#[test]
fn the_style_of_books_is_judged_as_that_of_pages() {
    let path = "themes/default/book.css";
    for css in
        ["p { display: none }", "p { max-height: 3em; overflow: hidden }", "p::after { content: '不' }"]
    {
        assert_eq!(found(path, css), [format!("{path}:1:1 css/hides-page")], "{css}");
        assert!(site(path, css).build_only(&["epub"]).report.is_none(), "{css}");
    }
    assert_eq!(found(path, ".x, nav { display: none } p { color: red }"), [""; 0]);
}

#[test]
fn an_id_of_an_own_template_is_no_id_of_a_text() {
    let site = site("themes/default/own.css", "#cai-dan, #背景 { display: none }");
    site.write(
        "templates/parts/footer.html",
        "<footer class=\"colophon\"><p id=\"cai-dan\">页脚</p></footer>\n",
    );
    assert_eq!(of_themes(&site.build().findings), ["themes/default/own.css:1:1 css/hides-page"]);
    site.write("themes/default/own.css", "#cai-dan { display: none }");
    assert_eq!(of_themes(&site.build().findings), [""; 0]);
}

#[test]
fn the_style_sheets_of_publishers_pass() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/cases/themes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10);
    for file in files {
        let css = std::fs::read_to_string(&file).unwrap();
        assert_eq!(found("themes/default/own.css", &css), [""; 0], "{}", file.display());
        assert_eq!(found("themes/default/style.css", &css), [""; 0], "{}", file.display());
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
fn a_style_sheet_that_is_too_deep_to_be_read_to_its_end_is_refused() {
    let deep = |depth: usize| {
        let (open, close) = (":is(".repeat(depth), ")".repeat(depth));
        format!(
            "p{{margin:0}}\nb {open}i{close}{{color:red}}\np{{background:url(https://example.org/a.png)}}p{{display:none}}"
        )
    };
    for (depth, found) in [
        (50, vec!["themes/su/style.css:3:18 css/third-party", "themes/su/style.css:3:45 css/hides-page"]),
        (200, vec!["themes/su/style.css:2:307 css/third-party"]),
    ] {
        let site = site("themes/su/style.css", &deep(depth));
        site.write("book.toml", format!("{}\n[site]\ntheme = \"su\"\n", crate::support::BOOK));
        assert_eq!(of_themes(&site.build().findings), found, "{depth}");
        assert!(!site.root().join("public").exists(), "{depth}");
        // The same in a page of any generator.
        let page = format!(
            "<!doctype html><html lang=zh><title>文</title><style>{}</style><h1>文</h1>",
            deep(depth)
        );
        site.write("page.html", page);
        let told = curbcut(site.root(), &["audit", "--house", "page.html"]).out;
        assert!(told.contains("error[html/third-party]"), "{depth}: {told}");
    }
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
