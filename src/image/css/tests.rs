//! What a piece of CSS is found to do.

use proptest::prelude::*;

use super::*;

fn refused(css: &str) -> bool {
    read(css, Of::Sheet).refused.is_some()
}

#[test]
fn what_loads_is_refused_however_it_is_written() {
    for css in [
        "@import 'x.css';",
        "@\\69mport url(x.css);",
        "@IMPORT/**/\"x\";",
        "a{fill:url(https://example.org/a.svg#b)}",
        "a{fill:u\\72l(https://example.org)}",
        "a{fill:URL( 'https://example.org' )}",
        "a{fill:url(/**/x)}",
        "a{fill:url(x.svg#a)}",
        "a{fill:url(var(--x))}",
        "a{background:image-set('x.png' 1x)}",
        "a{background:\\69mage('x.png')}",
        "a{background:src('x.png')}",
        "a{background:-webkit-cross-fade(x, y)}",
        "a{--x:url(//example.org)}",
        "@media screen{@supports (a:b){b{c:url(x)}}}",
        "a{fill:unheard-of('x')}",
        "@unheard-of 'x';",
        "a{fill:url(data:image/svg+xml,<svg/>)}",
        "a{fill:url(data:text/html,x)}",
        "a{fill:url(javascript:x)}",
        "a{fill:url(x",
        "a{fill:url(a'b)}",
        "@namespace 'x'; a{fill:url(x)}",
    ] {
        assert!(refused(css), "{css}");
    }
    assert!(refused(&"(".repeat(100_000)));
    assert!(read("url(x)", Of::Value).refused.is_some() && read("f(x)", Of::Value).refused.is_none());
}

#[test]
fn what_drawings_have_passes() {
    for css in [
        ".st0{fill:url(#SVGID_1_);stroke:rgb(1,2,3)}",
        "a{filter:url('#f');clip-path:url( \"#c\" );mask:none}",
        "@font-face{font-family:x;src:local('x'),url(data:font/woff2;base64,d09GMg==) format('woff2')}",
        "@namespace svg url(http://www.w3.org/2000/svg); svg|a:not(.b){c:d}",
        "/* @import 'x'; url(https://example.org) */ a{content:'url(x)'}",
        "@media (prefers-color-scheme: dark){a{fill:light-dark(#fff, var(--a, #121212))}}",
    ] {
        let Css { refused, style, .. } = read(css, Of::Sheet);
        assert_eq!((refused, style), (None, Style::default()), "{css}");
    }
}

#[test]
fn what_moves_is_known_however_it_is_written() {
    for css in [
        "a{animation:k 1s}",
        "a{ANIM\\41TION-name:k}",
        "a{-webkit-animation:k}",
        "@keyframes k{}",
        "@-moz-keyframes k{}",
        "a{tran/**/:x;transition:all 1s}",
        "a{text-decoration:blink}",
        "a{fill:url(data:image/gif;base64,R0lGODlh)}",
    ] {
        assert!(read(css, Of::Sheet).style.moves, "{css}");
    }
}

#[test]
fn addresses_have_their_places() {
    let sheet = "/* 字 url(x.png) */ @import 'a.css';\n@font-face { src: URL( \"字.woff2\" ), url( b.ttf ) }\n\
                 @namespace url(n); i { background: url(data:x); --a: 'url(c)'; mask: u\\72l(d\\65.svg) }";
    let addresses = read(sheet, Of::Value).addresses;
    let found: Vec<_> =
        addresses.iter().map(|(address, place)| (&**address, &sheet[place.range()])).collect();
    let same = |address| (address, address);
    assert_eq!(found, [same("a.css"), same("字.woff2"), same("b.ttf"), ("de.svg", "d\\65.svg")]);
    for css in ["/* 没有结束 url(a)", "p { background: url("] {
        assert_eq!(read(css, Of::Value).addresses, [], "{css}");
    }
}

#[test]
fn what_a_reader_cannot_undo() {
    let style = |css| read(css, Of::Value).style;
    assert_eq!(
        style("/* 12px !important */ p { font-size: 1.2rem; border-width: 1px; content: '!important' }"),
        Style::default()
    );
    assert_eq!(style("font:hover { width: 1px } a:not(.b) { font-size: larger }"), Style::default());
    for css in ["p { font: bold 12px/1.5 serif }", "font-size:10PT", "p{font-size:calc(1em + 1px)}"] {
        assert!(style(css).fixed_size, "{css}");
    }
    assert!(style("p { color: red ! Important }").insists);
    for css in ["a{writing-mode: vertical-rl}", "a{-epub-writing-mode:tb-rl}", "a{writing-mode:var(--x)}"] {
        assert!(style(css).vertical, "{css}");
    }
    assert!(!style("a{writing-mode:horizontal-tb}").vertical);
    assert!(style("abbr { speak-as: spell-out }").voice && style("a{-epub-voice-family:x}").voice);
}

proptest! {
    /// Whatever is read, each place in it begins and ends between characters, which `slice` holds it to.
    #[test]
    fn places_stand_between_characters(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..30)) {
        let sheet = pieces.concat();
        let Css { addresses, unknown, dropped, hides, .. } = read(&sheet, Of::Theme);
        let hides = together(&[&hides]).into_iter().map(|hide| hide.place);
        let places = addresses.into_iter().map(|(_, place)| place).chain(unknown.into_iter().map(|(place, _)| place)).chain(hides);
        for place in places.chain(dropped.into_iter().map(|(place, _)| place)) {
            prop_assert!(sheet.get(place.range()).is_some(), "{place:?} of {sheet}");
        }
    }
}

const PIECES: [&str; 44] = [
    "main",
    "&",
    ":is(",
    "display:none",
    "--甲:",
    "var(--甲",
    "@keyframes 甲",
    "@import url(data:text/css,p{opacity:0})",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ":",
    ",",
    "字",
    "p",
    "body",
    "display",
    "none",
    "url(",
    "URL(",
    "src(",
    "image-set(",
    "var(--a)",
    "\"",
    "'",
    "\\",
    "\\字",
    "/*",
    "*/",
    "@import ",
    "@media print",
    "@media",
    "--a",
    "!important",
    " ",
    "\n",
    "https://example.org/字",
    "<!--",
    "\0",
    "data:image/gif;base64,R0lGODlh",
];
