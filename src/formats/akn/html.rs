//! HTML that the sanitiser made, as elements.
//!
//! In: HTML of the few elements that pass, whole or the tags around blocks of Markdown. Out: the same elements, with the attributes
//! that say something: language, direction, title, numbers, merged cells.

use super::collect::Collector;
use super::tree::Element;
use crate::document::{attribute, unescaped};
use crate::formats::text::{List, name};
use crate::render::html::tag_end;
use crate::source::slice;

/// The elements that are known; any other holds blocks.
const KNOWN: &[&str] = &[
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rb",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "td",
    "th",
    "time",
    "tr",
    "u",
    "ul",
    "var",
];

/// Attributes that are kept.
const KEPT: [&str; 5] = ["lang", "dir", "title", "colspan", "rowspan"];

fn known(name: &str) -> &'static str {
    match KNOWN.iter().find(|known| **known == name) {
        Some(known) => known,
        None if matches!(name, "thead" | "tbody" | "tfoot") => "tbody",
        None => "div",
    }
}

impl Collector<'_> {
    /// Collects HTML; what was open at `depth` stays open.
    pub fn html(&mut self, html: &str, depth: usize) {
        let mut lists: Vec<List> = Vec::new();
        let mut rest = html;
        let mut preformatted = 0_usize;
        while let Some(at) = rest.find('<') {
            self.html_words(slice(rest, ..at), preformatted > 0);
            let end = tag_end(slice(rest, at..)) + at;
            let tag = slice(rest, at..end);
            rest = slice(rest, end..);
            match tag.strip_prefix("</") {
                Some(closing) => {
                    let name = known(name(closing));
                    match name {
                        "ul" | "ol" => _ = lists.pop(),
                        "pre" => preformatted = preformatted.saturating_sub(1),
                        _ => {}
                    }
                    self.builder.end_named(name, depth);
                }
                None => {
                    match name(tag) {
                        "ul" => lists.push(List::bullets()),
                        "ol" => lists.push(List::numbered(tag, rest)),
                        "pre" => preformatted += 1,
                        _ => {}
                    }
                    self.begin_html(tag, &mut lists);
                }
            }
        }
        self.html_words(rest, preformatted > 0);
    }

    fn html_words(&mut self, words: &str, is_preformatted: bool) {
        let words = unescaped(words);
        if is_preformatted {
            return self.say(&words);
        }
        // Between elements blanks say nothing; shape.rs takes those away that stand alone.
        let mut line = String::new();
        for c in words.chars() {
            match c {
                ' ' | '\n' | '\t' | '\r' if line.ends_with(' ') => {}
                ' ' | '\n' | '\t' | '\r' => line.push(' '),
                c => line.push(c),
            }
        }
        self.say(&line);
    }

    fn begin_html(&mut self, tag: &str, lists: &mut [List]) {
        let name = name(tag);
        let is_void = matches!(name, "br" | "hr" | "wbr" | "col" | "img");
        let mut element = match name {
            "wbr" | "col" => return,
            "br" => Element::new("br"),
            "hr" => Element::new("hr"),
            name => Element::new(known(name)),
        };
        for kept in KEPT {
            if let Some(value) = attribute(tag, kept).filter(|value| !value.trim().is_empty()) {
                element = element.with(kept, value);
            }
        }
        if name == "li" {
            let mark = lists.last_mut().map(|list| list.mark(tag));
            if let Some(mark) = mark.as_deref().map(str::trim_end).filter(|mark| *mark != "-") {
                element = element.with("num", mark);
            }
        }
        if is_void { self.builder.add(element) } else { self.builder.begin(element) }
    }
}
