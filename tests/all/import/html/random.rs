//! Random pages: whatever a page says, nothing of it is lost.

use std::fs;

use proptest::prelude::*;
use proptest::sample::Index;

use super::super::docx::random::words;
use super::{folder, names, opened, page_text, prove_words};

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\u{a0}', "&nbsp;")
}

const PNG: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAABJRU5ErkJggg==";

fn inline() -> impl Strategy<Value = String> {
    let tags = prop::sample::select(vec![
        "b",
        "i",
        "u",
        "s",
        "sup",
        "sub",
        "code",
        "em",
        "strong",
        "ins",
        "del",
        "q",
        "span lang=fr",
        "span hidden",
        "a href=https://example.org/a",
        "a href=#h",
        "a href=b.html",
        "ruby",
        "rt",
        "abbr title=x",
        "button",
        "bdo dir=rtl",
        "span aria-hidden=true",
        "font size=6",
        "label",
        "span style='display:none'",
        "span style='font-weight:bold;font-size:20pt'",
        "span role=doc-pagebreak",
        "small",
        "svg",
        "mark",
    ]);
    let one = prop_oneof![
        8 => words().prop_map(|words| escaped(&words)),
        2 => prop::sample::select(vec!["<br>", " ", "\n  ", "&nbsp;", "<wbr>", "<!-- x -->", "<input type=checkbox checked>", "<img src=x.png>"]).prop_map(str::to_owned),
        1 => (1..4u8, 1..4u8).prop_map(|(mark, note)| format!("<sup><a id=r{mark} href=#n{note}>{note}</a></sup>")),
        1 => words().prop_map(|said| format!("<img alt=\"{}\" src={PNG}>", escaped(&said))),
    ];
    one.prop_recursive(3, 12, 4, move |inner| {
        (tags.clone(), prop::collection::vec(inner, 1..4)).prop_map(|(tag, inner)| {
            let name = tag.split(' ').next().unwrap_or_default();
            format!("<{tag}>{}</{name}>", inner.concat())
        })
    })
}

fn block() -> impl Strategy<Value = String> {
    let tags = prop::sample::select(vec![
        "p",
        "p",
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "blockquote",
        "ul",
        "ol",
        "ol type=a reversed",
        "li",
        "li value=7",
        "dl",
        "dt",
        "dd",
        "pre",
        "pre><code",
        "figure",
        "figcaption",
        "nav",
        "aside",
        "header",
        "footer",
        "section",
        "article",
        "main",
        "form",
        "div hidden",
        "p class=MsoTitle",
        "p class=MsoToc1",
        "div class=footnotes",
        "p lang=en",
        "details",
        "center",
        "p style='mso-list:l0 level2 lfo1'",
        "template",
        "table",
        "table role=presentation",
        "tr",
        "td",
        "td rowspan=2",
        "td colspan=3",
        "th",
        "th scope=row",
        "caption",
        "thead",
        "tfoot",
        "select",
    ]);
    let text = prop::collection::vec(inline(), 0..4).prop_map(|parts| parts.concat());
    text.prop_recursive(4, 20, 4, move |inner| {
        (tags.clone(), prop::collection::vec(inner, 0..4)).prop_map(|(tag, inner)| {
            let close: String = tag
                .split('>')
                .rev()
                .map(|tag| {
                    format!("</{}>", tag.trim_start_matches('<').split(' ').next().unwrap_or_default())
                })
                .collect();
            format!("<{tag}>{}{close}", inner.concat())
        })
    })
}

fn note() -> impl Strategy<Value = String> {
    (1..4u8, prop::collection::vec(inline(), 0..3), prop::sample::select(vec!["p", "li", "aside", "div"]))
        .prop_map(|(at, said, tag)| {
            format!("<{tag} id=n{at}><a href=#r{at}>{at}</a> {}</{tag}>", said.concat())
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_any_page_is_lost(blocks in prop::collection::vec(block(), 1..6), notes in prop::collection::vec(note(), 0..4)) {
        let page = format!("<!DOCTYPE html><html lang=zh><title>窗口</title><body>{}{}<p>结束</p></body></html>", blocks.concat(), notes.concat());
        let imported = opened("a.html", page.as_bytes()).unwrap();
        prove_words(&imported, &page_text::of(page.as_bytes()), &page);
    }

    #[test]
    fn nothing_of_any_resolution_is_lost(blocks in prop::collection::vec(block(), 1..4), notes in prop::collection::vec(note(), 0..4)) {
        let head: String = ["A/HRC/RES/98/6", "人权理事会", "98/6. 车上有标志", "人权理事会，", "回顾各项决议，", "1. 请各国："].map(|line| format!("<p>{line}</p>")).concat();
        let page = format!("<!DOCTYPE html><html lang=zh><body>{head}{}{}<p>结束</p></body></html>", blocks.concat(), notes.concat());
        let imported = opened("a.html", page.as_bytes()).unwrap();
        prove_words(&imported, &page_text::of(page.as_bytes()), &page);
    }

    #[test]
    fn whatever_is_cut_out_of_a_page_nothing_of_the_rest_is_lost(name in prop::sample::select(names()), from in any::<Index>(), length in 0..400usize) {
        let whole = fs::read(folder().join(&name)).unwrap();
        // What is cut out of XML leaves no XML, which the other reader needs.
        let Some(text) = String::from_utf8(whole).ok().filter(|_| !name.ends_with(".xhtml")) else { return Ok(()) };
        // Half an entity is read in ways of its own.
        let named = [("&#8617;", "↩"), ("&nbsp;", "\u{a0}"), ("&copy;", "©"), ("&quot;", "'"), ("&#160;", "\u{a0}"), ("&amp;", "-")];
        let text = named.into_iter().fold(text, |text, (name, said)| text.replace(name, said));
        let start = text.floor_char_boundary(from.index(text.len()));
        let end = text.floor_char_boundary((start + length).min(text.len()));
        let cut = format!("{}{}", &text[..start], &text[end..]);
        match opened(&name, cut.as_bytes()) {
            Ok(imported) if imported.unit == "paragraph" => prove_words(&imported, &page_text::of(cut.as_bytes()), &cut),
            Ok(_) => {}
            Err(refused) => prop_assert!(refused.to_string().contains(&name), "{refused}"),
        }
    }
}
