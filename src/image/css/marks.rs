//! Marks that a style sheet takes away: the ring around what has the focus, and the line below links in running text.
//!
//! In: a style sheet. Out: each declaration that takes such a mark away where the sheet gives no other, with its place. A rule that holds
//! only on paper takes away nothing, nor does one for links that lead through a page, or for what only a script can give the focus to.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use cssparser::{Delimiter, ParseError, Parser, Token};

use super::selectors::{Element, SelectorList};
use super::vocabulary::{self, Ids};
use crate::source::{Span, slice};

/// What is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// What shows where the keyboard is.
    Focus,
    /// What tells links from the words around them.
    Links,
}

/// So deep rules may stand in each other; what is deeper is not read.
const DEEPEST: u8 = 8;

/// So many selectors of one rule are looked at: in rules in rules they are multiplied.
const MOST: usize = 256;

/// What a sheet takes away, in the order of the sheet.
pub fn lost_marks(css: &str) -> Vec<(Mark, Span)> {
    let mut sheet = Sheet { text: css, rules: Vec::new() };
    if css.contains("outline") || css.contains("decoration") {
        sheet.read(0..css.len(), None, DEEPEST);
    }
    let mut lost = Vec::new();
    let (shown, marks_links) = (sheet.shown(), sheet.marks_links());
    for rule in &sheet.rules {
        lost.extend(rule.without_ring(&shown).map(|place| (Mark::Focus, place)));
        lost.extend(rule.without_line().filter(|_| !marks_links).map(|place| (Mark::Links, place)));
    }
    lost
}

struct Sheet<'t> {
    text: &'t str,
    rules: Vec<StyleRule>,
}

struct StyleRule {
    selectors: Vec<Selector>,
    declarations: Vec<Declaration>,
}

/// One selector of a rule.
#[derive(Clone)]
struct Selector {
    /// What it and those around it say, in small letters and without blanks.
    text: String,
    list: Arc<SelectorList>,
}

struct Declaration {
    name: String,
    value: String,
    place: Span,
}

impl Selector {
    /// Whether it holds while something has the focus, and not for the pointer alone.
    fn is_of_focus(&self) -> bool {
        self.text.contains(":focus") && !self.text.contains(":not(:focus-visible)")
    }

    /// Whether it holds only in a state that passes.
    fn is_of_state(&self) -> bool {
        [":focus", ":hover", ":active"].iter().any(|state| self.text.contains(state))
    }

    fn matches(&self, (last, around): Control) -> bool {
        let outer = ["html", "body", around, "div", "p"].map(Known);
        let path: Vec<Known> = outer.into_iter().chain([Known(last)]).collect();
        self.list.matches(&path)
    }
}

/// An element as pages have it: what stands around has every class that may hold words, and controls have none.
struct Known(&'static str);

impl Element for Known {
    fn name(&self) -> &str {
        self.0
    }

    fn attribute(&self, name: &str) -> Option<String> {
        match (self.0, name) {
            ("div" | "p", "class") => Some(CLASSES.clone()),
            ("a", "href") => Some("a.html".to_owned()),
            _ => None,
        }
    }
}

/// What can have the focus, and what it stands in.
type Control = (&'static str, &'static str);

fn controls() -> impl Iterator<Item = Control> {
    let names = ["a", "button", "input", "select", "summary", "textarea"];
    names.into_iter().flat_map(|name| [(name, "main"), (name, "nav")])
}

/// The classes of what may stand around.
static CLASSES: LazyLock<String> = LazyLock::new(|| vocabulary::of_words().collect::<Vec<_>>().join(" "));

impl Sheet<'_> {
    /// Reads the rules and declarations of a part of the sheet, which is the block of a rule with these selectors.
    fn read(&mut self, part: Range<usize>, around: Option<&[Selector]>, depth: u8) {
        let Some(depth) = depth.checked_sub(1) else { return };
        let text = self.text;
        let mut parser = Parser::new(slice(text, part.clone()));
        let mut declarations = Vec::new();
        let mut start = None;
        loop {
            let before = part.start + parser.position().byte_index();
            let Ok(token) = parser.next().cloned() else { break };
            let end = part.start + parser.position().byte_index();
            match token {
                Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock => {
                    skip(&mut parser);
                    start.get_or_insert(before);
                }
                Token::Semicolon => {
                    declarations.extend(start.take().and_then(|start| declaration(text, start..before)))
                }
                Token::CurlyBracketBlock => {
                    skip(&mut parser);
                    let closed = part.start + parser.position().byte_index();
                    let closed = closed - usize::from(slice(text, end..closed).ends_with('}'));
                    let prelude = slice(text, start.take().unwrap_or(before)..before).trim();
                    match prelude.strip_prefix('@').map(str::to_ascii_lowercase) {
                        None => {
                            let selectors = selectors(prelude, around);
                            self.read(end..closed, Some(&selectors), depth);
                        }
                        Some(at) if is_of_screens(&at) => self.read(end..closed, around, depth),
                        Some(_) => {}
                    }
                }
                _ => _ = start.get_or_insert(before),
            }
        }
        declarations.extend(start.and_then(|start| declaration(text, start..part.end)));
        if let Some(selectors) = around.filter(|_| !declarations.is_empty()) {
            self.rules.push(StyleRule { selectors: selectors.to_vec(), declarations });
        }
    }

    /// The controls whose focus some rule of the sheet shows.
    fn shown(&self) -> HashSet<Control> {
        let shows = |rule: &&StyleRule| {
            let is_drawn = |one: &Declaration| one.is_replacement() || one.is_ring() && !one.is_nothing();
            rule.declarations.iter().any(is_drawn)
        };
        let selectors = self.rules.iter().filter(shows).flat_map(|rule| &rule.selectors);
        let of_focus: Vec<&Selector> = selectors.filter(|selector| selector.is_of_focus()).collect();
        controls().filter(|&control| of_focus.iter().any(|selector| selector.matches(control))).collect()
    }

    /// Whether some rule of the sheet marks links in running text.
    fn marks_links(&self) -> bool {
        let marks = |one: &Declaration| one.is_line() && !one.is_nothing() || one.is_replacement();
        self.rules.iter().any(|rule| rule.declarations.iter().any(marks) && rule.is_of_links())
    }
}

impl StyleRule {
    /// The declaration that takes the ring away from something that is not `shown` to have the focus.
    fn without_ring(&self, shown: &HashSet<Control>) -> Option<Span> {
        let ring = self.declarations.iter().rfind(|one| one.is_ring()).filter(|one| one.is_nothing())?;
        let is_bare = |selector: &Selector| {
            let holds = selector.is_of_focus() || !selector.is_of_state();
            holds && controls().any(|control| !shown.contains(&control) && selector.matches(control))
        };
        self.selectors.iter().any(is_bare).then_some(ring.place)
    }

    /// The declaration that takes the line away from links in running text.
    fn without_line(&self) -> Option<Span> {
        let line = self.declarations.iter().rfind(|one| one.is_line()).filter(|one| one.is_nothing())?;
        self.is_of_links().then_some(line.place)
    }

    fn is_of_links(&self) -> bool {
        self.selectors.iter().any(|selector| !selector.is_of_state() && selector.matches(("a", "main")))
    }
}

impl Declaration {
    /// Whether it says whether a ring is drawn.
    fn is_ring(&self) -> bool {
        matches!(&*self.name, "outline" | "outline-style" | "outline-width" | "outline-color")
    }

    /// Whether it says where a line stands at words.
    fn is_line(&self) -> bool {
        matches!(&*self.name, "text-decoration" | "text-decoration-line")
    }

    /// Whether what it draws is not seen.
    fn is_nothing(&self) -> bool {
        // Shadows and places of pictures begin with zeros, as may the parts of a colour.
        let has_width = self.name.starts_with("border") || matches!(&*self.name, "outline" | "outline-width");
        let is_none = |word: &str| {
            let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            matches!(word, "none" | "transparent") || has_width && number.parse::<f32>() == Ok(0.0)
        };
        self.value.split('(').next().unwrap_or_default().split_whitespace().any(is_none)
    }

    /// Whether it draws something that may stand for the mark.
    fn is_replacement(&self) -> bool {
        let is_drawn = self.name == "box-shadow"
            || self.name == "background"
            || ["background-color", "background-image"].contains(&&*self.name)
            || self.name.starts_with("border")
                && !self.name.contains("radius")
                && !self.name.contains("spacing");
        is_drawn && !self.is_nothing()
    }
}

/// Passes over what stands in the bracket that was just read.
fn skip(parser: &mut Parser<'_>) {
    let _ = parser.parse_nested_block(|inner| -> Result<(), ParseError<()>> {
        while inner.next().is_ok() {}
        Ok(())
    });
}

/// Whether an at-rule holds rules for screens.
fn is_of_screens(at: &str) -> bool {
    let is_named = |name: &str| {
        at.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let is_paper = at.contains("print") && !at.contains("not print");
    ["container", "layer", "media", "supports"].into_iter().any(is_named) && !is_paper
}

/// The selectors of a rule that stands in one with those `around`.
fn selectors(prelude: &str, around: Option<&[Selector]>) -> Vec<Selector> {
    let mut parser = Parser::new(prelude);
    let mut found = Vec::new();
    loop {
        let start = parser.position().byte_index();
        let _ = parser.parse_until_before(Delimiter::Comma, |inner| -> Result<(), ParseError<()>> {
            while inner.next().is_ok() {}
            Ok(())
        });
        let own = slice(prelude, start..parser.position().byte_index());
        let text: String = own.to_ascii_lowercase().split_whitespace().collect();
        match around {
            None => {
                found.push(Selector { text, list: Arc::new(SelectorList::read(own, None, &Ids::OfAnyone)) })
            }
            Some(around) => found.extend(around.iter().map(|outer| Selector {
                text: format!("{}{text}", outer.text),
                list: Arc::new(SelectorList::read(own, Some(&outer.list), &Ids::OfAnyone)),
            })),
        }
        if parser.next().is_err() || found.len() >= MOST {
            found.truncate(MOST);
            return found;
        }
    }
}

/// A declaration, `name: value`.
fn declaration(css: &str, place: Range<usize>) -> Option<Declaration> {
    let written = slice(css, place.clone());
    let (start, end) =
        (place.start + written.len() - written.trim_start().len(), place.start + written.trim_end().len());
    let (name, value) = slice(css, start..end).split_once(':')?;
    let name = name.trim().to_ascii_lowercase();
    let value = value.to_ascii_lowercase().replace("!important", " ");
    Some(Declaration { name, value, place: Span::from(start..end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(css: &str) -> Vec<(Mark, &str)> {
        lost_marks(css).into_iter().map(|(mark, place)| (mark, slice(css, place.range()))).collect()
    }

    #[test]
    fn marks_that_are_taken_away_are_found() {
        for (css, mark, place) in [
            (":focus { outline: none }", Mark::Focus, "outline: none"),
            ("a:focus-visible { color: red; outline: 0 !important; }", Mark::Focus, "outline: 0 !important"),
            ("* { outline: 0 }", Mark::Focus, "outline: 0"),
            ("nav a, button { outline-style: none }", Mark::Focus, "outline-style: none"),
            (
                "@media (width > 40rem) { :focus { outline: 2px solid transparent } }",
                Mark::Focus,
                "outline: 2px solid transparent",
            ),
            ("a { &:focus { outline: none } }", Mark::Focus, "outline: none"),
            (":focus { outline: none; outline-offset: 2px }", Mark::Focus, "outline: none"),
            (":focus { outline: none; box-shadow: none }", Mark::Focus, "outline: none"),
            ("a { text-decoration: none }", Mark::Links, "text-decoration: none"),
            ("main a:link { text-decoration-line: none }", Mark::Links, "text-decoration-line: none"),
            (".text p a { text-decoration: none; color: blue }", Mark::Links, "text-decoration: none"),
            ("a { text-decoration: none; color: var(--x, red); }", Mark::Links, "text-decoration: none"),
            (":is(a, button):focus { --x: calc(1px + (2px)); outline: none }", Mark::Focus, "outline: none"),
            ("/* 链接 */ a:not(.button) { text-decoration: none }", Mark::Links, "text-decoration: none"),
        ] {
            assert_eq!(lost(css), [(mark, place)], "{css}");
        }
    }

    #[test]
    fn marks_that_are_replaced_or_of_something_else_are_not_lost() {
        for css in [
            ":focus { outline: none; box-shadow: 0 0 0 3px black }",
            ":focus:not(:focus-visible) { outline: none }",
            ":focus { outline: none } :focus-visible { outline: 3px solid }",
            "a:focus-visible { outline: none; background: yellow }",
            "main:focus { outline: none }",
            "a { outline-offset: 0 }",
            "@media print { a { text-decoration: none; outline: none } }",
            "nav a { text-decoration: none }",
            ".site-name a { text-decoration: none }",
            "a:hover { text-decoration: none }",
            "a { text-decoration: none; border-bottom: 1px solid }",
            "a { text-decoration: none } main a { text-decoration: underline }",
            "a { text-decoration: underline } s { text-decoration: none }",
            ".button { text-decoration: none }",
        ] {
            assert_eq!(lost(css), [], "{css}");
        }
    }
}
