//! Drawings: an SVG file shows itself and does nothing else.
//!
//! In: the text of a file. Out: whether it may move. Refused, at its place: every element, address and piece of CSS
//! that is not known to show something from the file itself. What drawing programs note for themselves, in namespaces
//! of their own, passes. Nothing is rewritten.

mod names;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use self::names::{ACTED_UPON, EDITORS, ELEMENTS, INERT, INSTRUCTIONS, MOVING};
use super::css::{self, Of};
use super::{Fonts, Unfit, inside};
use crate::source::{Span, slice};
use crate::xml::{self, Visitor};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// So many things are reported of one drawing.
const MOST_REPORTED: usize = 20;

/// Whether a drawing may move.
///
/// # Errors
/// Everything in it that is refused.
pub fn look(svg: &str) -> Result<bool, Vec<Unfit>> {
    let mut look = Look { is_ascii: svg.is_ascii(), ..Look::default() };
    if let Err(malformed) = xml::read(svg, &mut look) {
        look.refuse(
            "book/broken-picture",
            malformed.span,
            format!("it is no well-formed SVG: {}", malformed.why),
            "Save the drawing again as plain SVG, without a document type of its own.",
        );
    }
    if look.refused.is_empty() { Ok(look.moves) } else { Err(look.refused) }
}

/// Looks at a drawing while it is read.
#[derive(Default)]
struct Look {
    is_ascii: bool,
    moves: bool,
    /// What is refused.
    refused: Vec<Unfit>,
    /// The attributes of the element that begins.
    attributes: Vec<(String, String)>,
    /// What each prefix stands for, the innermost last.
    prefixes: HashMap<String, Vec<String>>,
    /// The open elements, each with the prefixes it declares.
    open: Vec<Vec<String>>,
    /// The style sheet that is open: how deep, where, and its text so far.
    style: Option<(usize, Span, String)>,
    /// How deep the open `metadata` lies.
    metadata: Option<usize>,
    begun: bool,
}

impl Visitor for Look {
    fn declares(&mut self, markup: &str, place: Range<usize>) {
        if markup.starts_with("<!") {
            self.document_type(markup, place.into());
        } else {
            self.instruction(markup, place);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.attributes.push((name.to_owned(), value.to_owned()));
    }

    fn start(&mut self, name: &str, place: Range<usize>) {
        let attributes = std::mem::take(&mut self.attributes);
        let mut declared = Vec::new();
        for (name, value) in &attributes {
            let prefix = match name.strip_prefix("xmlns") {
                Some("") => "",
                Some(prefix) if prefix.starts_with(':') => slice(prefix, 1..),
                _ => continue,
            };
            self.prefixes.entry(prefix.to_owned()).or_default().push(value.clone());
            declared.push(prefix.to_owned());
        }
        self.open.push(declared);
        let span = Span::from(place);
        if attributes.iter().any(|(name, _)| name == "xml:base") {
            self.active(span, "“xml:base” makes its addresses lead elsewhere".to_owned());
        }
        let (prefix, element) = name.split_once(':').unwrap_or(("", name));
        let namespace = self.namespace(prefix);
        if !std::mem::replace(&mut self.begun, true) && (element != "svg" || namespace != SVG) {
            self.refuse(
                "book/broken-picture",
                span,
                "its outermost element is not “svg” with xmlns".to_owned(),
                "Save the drawing again as plain SVG.",
            );
        }
        if self.style.is_some() {
            self.active(span, format!("an element “{element}” stands in its style sheet"));
        }
        if namespace != SVG {
            self.foreign(element, &namespace, span);
            return;
        }
        if MOVING.contains(&element) {
            self.moves = true;
        } else if !ELEMENTS.contains(&element) {
            let help = match element {
                "foreignObject" => {
                    "Text in a foreignObject is a web page inside the drawing: save the drawing with its words as SVG text. In \
                     draw.io, select all, and in the tab “Text” of the format panel switch off “Formatted Text” and “Word \
                     Wrap”; in Illustrator, save without “Preserve Illustrator Editing Capabilities”."
                }
                _ => REMOVE,
            };
            self.refuse("book/active-picture", span, format!("it has an element “{element}”"), help);
        }
        if element == "style" && self.style.is_none() {
            self.style = Some((self.open.len(), span, String::new()));
        }
        if element == "metadata" {
            self.metadata.get_or_insert(self.open.len());
        }
        for (name, value) in &attributes {
            self.judge_attribute(element, name, value, span);
        }
    }

    fn end(&mut self, _: usize) {
        let depth = self.open.len();
        if let Some((_, span, sheet)) = self.style.take_if(|(at, ..)| *at == depth) {
            self.css(&sheet, Of::Sheet, span);
        }
        self.metadata.take_if(|at| *at == depth);
        for prefix in self.open.pop().unwrap_or_default() {
            self.prefixes.entry(prefix).or_default().pop();
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, _, sheet)) = &mut self.style {
            sheet.push_str(text);
        }
    }

    fn character(&mut self, c: char) {
        if let Some((_, _, sheet)) = &mut self.style {
            sheet.push(c);
        }
    }
}

const REMOVE: &str = "Remove that from the drawing: a picture only shows itself.";

impl Look {
    fn namespace(&self, prefix: &str) -> String {
        match prefix {
            "xml" => XML.to_owned(),
            _ => self.prefixes.get(prefix).and_then(|all| all.last()).cloned().unwrap_or_default(),
        }
    }

    /// An element of another language than SVG.
    fn foreign(&mut self, element: &str, namespace: &str, span: Span) {
        let is_editor = EDITORS.iter().any(|editor| namespace.starts_with(editor));
        let is_acted_upon = ACTED_UPON.iter().any(|known| namespace.starts_with(known)) && !is_editor;
        if is_acted_upon || !is_editor && self.metadata.is_none() {
            let message = match namespace {
                "" => format!("it has an element “{element}” that is none of SVG"),
                _ => format!("it has an element “{element}” of “{namespace}”"),
            };
            self.active(span, message);
        }
    }

    fn judge_attribute(&mut self, element: &str, written: &str, value: &str, span: Span) {
        let (namespace, name) = match written.split_once(':') {
            Some((prefix, name)) => (self.namespace(prefix), name),
            None => (String::new(), written),
        };
        match (&*namespace, name) {
            _ if written == "xmlns" || written.starts_with("xmlns:") => {}
            ("" | XLINK, "href") => self.address(element, value, span),
            ("", "src" | "ping") => self.active(span, format!("it loads “{value}”")),
            ("", "style") => self.css(value, Of::Sheet, span),
            ("", "attributeName") => {
                let changed = value.trim().rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
                if matches!(&*changed, "href" | "src" | "style") || changed.starts_with("on") {
                    self.active(span, format!("it changes “{value}” while it is shown"));
                }
            }
            ("", name) if is_event(name) => self.active(span, format!("it has a script in “{name}”")),
            ("", name) if INERT.contains(&name) || name.starts_with("data-") || name.starts_with("aria-") => {
            }
            // Every other attribute may be a property of CSS.
            ("", _) if value.contains(['(', '\\', '@']) => self.css(value, Of::Value, span),
            _ => {}
        }
    }

    fn address(&mut self, element: &str, value: &str, span: Span) {
        let value = value.trim_ascii();
        let refused = match element {
            "a" => {
                let lower = value.to_ascii_lowercase();
                let leads = |start: &&str| lower.starts_with(*start);
                let known =
                    value.is_empty() || ["#", "https://", "http://", "mailto:", "tel:"].iter().any(leads);
                (!known).then(|| format!("it leads to “{value}”"))
            }
            "image" | "feImage" => match inside(value, Fonts::Refused) {
                Ok(moves) => {
                    self.moves |= moves;
                    None
                }
                Err(why) => Some(why),
            },
            _ => (!value.starts_with('#'))
                .then(|| format!("it loads “{}”", value.chars().take(60).collect::<String>())),
        };
        if let Some(why) = refused {
            self.active(span, why);
        }
    }

    fn css(&mut self, css: &str, of: Of, span: Span) {
        let css = css::read(css, of);
        self.moves |= css.style.moves;
        if let Some(why) = css.refused {
            self.active(span, why);
        }
    }

    /// `<!DOCTYPE svg>`, and the one of SVG 1.1, which EPUB allows.
    fn document_type(&mut self, markup: &str, span: Span) {
        static PLAIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
            let external = r#"\s+PUBLIC\s+["']-//W3C//DTD SVG 1\.1//EN["']\s+["']https?://www\.w3\.org/Graphics/SVG/1\.1/DTD/svg11\.dtd["']"#;
            Regex::new(&format!(r"^<!DOCTYPE\s+(\w+:)?svg({external})?\s*>$")).ok()
        });
        if !PLAIN.as_ref().is_some_and(|plain| plain.is_match(markup)) {
            let help = match markup.contains('[') {
                true => {
                    "Delete everything from “<!DOCTYPE” to its “]>”, and save the drawing again as plain SVG if it then is broken."
                }
                false => {
                    "Delete everything from “<!DOCTYPE” to its “>”: the drawing shows the same without it."
                }
            };
            let why = "its document type is neither “<!DOCTYPE svg>” nor that of SVG 1.1".to_owned();
            self.refuse("book/active-picture", span, why, help);
        }
    }

    fn instruction(&mut self, markup: &str, place: Range<usize>) {
        let inside = markup.trim_start_matches("<?").trim_end_matches("?>");
        let target = inside.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        if target != "xml" {
            if !INSTRUCTIONS.contains(&target) {
                self.active(place.into(), format!("it has an instruction “<?{target}?>”"));
            }
            return;
        }
        let encoding = pseudo_attribute(inside, "encoding").unwrap_or("utf-8").to_ascii_lowercase();
        let known = matches!(&*encoding, "utf-8" | "us-ascii")
            || self.is_ascii && matches!(&*encoding, "iso-8859-1" | "windows-1252" | "ascii");
        let at_start = place.start == 0 || place.start == '\u{FEFF}'.len_utf8();
        if !known || !at_start || pseudo_attribute(inside, "version") != Some("1.0") {
            self.refuse(
                "book/broken-picture",
                place.into(),
                "it does not begin as a file of XML 1.0 in UTF-8 does".to_owned(),
                "Save the drawing again as plain SVG in UTF-8.",
            );
        }
    }

    fn active(&mut self, span: Span, why: String) {
        self.refuse("book/active-picture", span, why, REMOVE);
    }

    fn refuse(&mut self, rule: &'static str, span: Span, why: String, help: &'static str) {
        if self.refused.len() < MOST_REPORTED {
            self.refused.push(Unfit { rule, at: Some(span), why, help });
        }
    }
}

fn is_event(name: &str) -> bool {
    name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) && name.len() > 2
}

/// A value of the declaration `<?xml version="1.0" encoding="UTF-8"?>`.
fn pseudo_attribute<'a>(declaration: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = declaration.split_once(name)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    slice(value, 1..).split_once(quote).map(|(value, _)| value)
}
