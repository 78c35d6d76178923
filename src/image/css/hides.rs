//! The rules of style sheets that hide the words of what they are for.
//!
//! In: the blocks and declarations of a style sheet, as they are read. Out: [`Hides`], and what the sheets of a page hide together:
//! the value of one may be declared in another.

use std::collections::HashMap;
use std::sync::Arc;

use cssparser::{ParseError, Parser, Token};

use super::hiding::{self, Block, Why};
use super::parts::Context;
use super::selectors::SelectorList;
use super::vocabulary::{Bearing, Ids};
use crate::source::{Span, slice};

/// What of a style sheet may hide words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hides {
    rules: Vec<Hide>,
    /// Declarations with a value that is declared elsewhere.
    open: Vec<Open>,
    /// The values that the sheet declares by name.
    values: Vec<Value>,
    /// The animations at whose end words are hidden.
    ends: Vec<(String, Why)>,
    /// The rules that start animations.
    animated: Vec<(Vec<String>, Rule)>,
}

/// A rule that hides words, if its selectors match any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hide {
    /// What it is for.
    pub selectors: Arc<SelectorList>,
    /// What it does.
    pub why: Why,
    /// Which of the sheets, and where in it.
    pub sheet: usize,
    /// Where its selectors stand.
    pub place: Span,
    /// Where the value is declared that does it.
    pub value: Option<(usize, Span)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    selectors: Arc<SelectorList>,
    place: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Open {
    property: String,
    value: String,
    rule: Rule,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Value {
    name: String,
    value: String,
    place: Span,
}

/// The blocks that are open while a style sheet is read.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    open: Vec<OpenBlock>,
    /// What is known of the ids of elements.
    pub ids: Ids,
}

#[derive(Debug, Clone, Default)]
struct OpenBlock {
    rule: Option<Rule>,
    block: Block,
    /// The animation whose stages it holds.
    animation: Option<String>,
    /// Whether it is the last stage.
    is_end: bool,
    /// What is declared in it holds for no element, or only until it is shown.
    is_aside: bool,
}

impl Blocks {
    /// None yet.
    pub fn new(ids: Ids) -> Self {
        Self { open: Vec::new(), ids }
    }

    /// Begins a block behind what stands at `place`, in lower case `prelude`.
    pub fn begin(&mut self, text: &str, place: Span, prelude: &str, context: Context) {
        let around = self.open.last().cloned().unwrap_or_default();
        let outer = around.rule.as_ref().map(|rule| &rule.selectors);
        let read =
            |text: &str| Rule { selectors: Arc::new(SelectorList::read(text, outer, &self.ids)), place };
        let mut block = OpenBlock { ..around.clone() };
        if let Some(at_rule) = prelude.strip_prefix('@') {
            let (name, rest) =
                at_rule.split_once(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or((at_rule, ""));
            if name.ends_with("keyframes") {
                block.animation = Some(rest.trim_matches(['"', '\'', ' ', '\n', '\t']).to_owned());
            } else if name == "scope" {
                let root = rest.split_once(')').map_or(rest, |(root, _)| root);
                if let Some((_, root)) =
                    root.split_once('(').or_else(|| (!root.trim().is_empty()).then_some(("", root)))
                {
                    block.rule = Some(read(root));
                }
            } else if name == "starting-style" || context == Context::Other {
                block.is_aside = true;
            }
        } else if context == Context::Stages || block.animation.is_some() {
            block.is_end = prelude.split(',').any(|stage| matches!(stage.trim(), "to" | "100%"));
            block.rule = None;
            block.block = Block::default();
        } else if prelude.starts_with("--") || prelude.is_empty() {
            block.is_aside = true;
        } else {
            block.rule = Some(read(slice(text, place.range())));
            block.block = Block::default();
        }
        self.open.push(block);
    }

    /// Takes a declaration.
    pub fn declare(&mut self, text: &str, place: Span, hides: &mut Hides) {
        let Some(block) = self.open.last_mut().filter(|block| !block.is_aside) else { return };
        let declared = slice(text, place.range());
        let mut parser = Parser::new(declared);
        let Ok(Token::Ident(name)) = parser.next().cloned() else { return };
        if parser.next().ok() != Some(&Token::Colon) {
            return;
        }
        let value = slice(declared, parser.position().byte_index()..);
        if name.starts_with("--") {
            let is_of_words = |rule: &Rule| rule.selectors.bearing() == Bearing::Words;
            if block.rule.as_ref().is_none_or(is_of_words) {
                hides.values.push(Value { name: name.as_ref().to_owned(), value: value.to_owned(), place });
            }
            return;
        }
        let name = name.to_ascii_lowercase();
        let why = hiding::declaration(&name, value);
        if block.is_end {
            block.block.add(&name, value);
            let why = why.or_else(|| block.block.hides(false));
            hides.ends.extend(block.animation.clone().zip(why));
        }
        let Some(rule) = block.rule.clone() else { return };
        block.block.add(&name, value);
        let replaces = || hiding::replaces(&name, value).filter(|_| rule.selectors.is_of_elements());
        if let Some(why) = why.or_else(replaces) {
            hides.add(&rule, why);
        }
        let animations = hiding::animations(&name, value);
        if !animations.is_empty() {
            hides.animated.push((animations, rule.clone()));
        }
        if hiding::is_judged(&name) && !variables(value).is_empty() {
            hides.open.push(Open { property: name, value: value.to_owned(), rule: rule.clone() });
        }
    }

    /// Ends a block.
    pub fn end(&mut self, hides: &mut Hides) {
        let Some(block) = self.open.pop() else { return };
        if let Some(rule) = block.rule.filter(|_| !block.is_aside)
            && let Some(why) = block.block.hides(rule.selectors.means_root())
        {
            hides.add(&rule, why);
        }
    }
}

impl Hides {
    /// Takes in what a style sheet hides whose text stands at `place` of this one.
    pub(super) fn take(&mut self, inner: Self, place: Span) {
        let at = |rule: Rule| Rule { place, ..rule };
        self.rules.extend(inner.rules.into_iter().map(|rule| Hide { place, ..rule }));
        self.open.extend(inner.open.into_iter().map(|open| Open { rule: at(open.rule), ..open }));
        self.values.extend(inner.values.into_iter().map(|value| Value { place, ..value }));
        self.ends.extend(inner.ends);
        self.animated.extend(inner.animated.into_iter().map(|(names, rule)| (names, at(rule))));
    }

    fn add(&mut self, rule: &Rule, why: Why) {
        if self.rules.last().is_none_or(|last| last.place != rule.place) {
            let (selectors, place) = (rule.selectors.clone(), rule.place);
            self.rules.push(Hide { selectors, why, sheet: 0, place, value: None });
        }
    }
}

/// So many values are tried for one declaration.
const MOST_TRIED: usize = 2_000;

/// What these sheets of a page hide together.
pub fn together(sheets: &[&Hides]) -> Vec<Hide> {
    let mut found = Vec::new();
    let mut values: Values<'_> = HashMap::new();
    let mut ends: HashMap<&str, Why> = HashMap::new();
    for (sheet, hides) in sheets.iter().enumerate() {
        for value in &hides.values {
            values.entry(&value.name).or_default().push((&value.value, (sheet, value.place)));
        }
        ends.extend(hides.ends.iter().map(|(name, why)| (name.as_str(), *why)));
    }
    for (sheet, hides) in sheets.iter().enumerate() {
        found.extend(hides.rules.iter().map(|rule| Hide { sheet, ..rule.clone() }));
        let mut add = |rule: &Rule, why, value| {
            found.push(Hide { selectors: rule.selectors.clone(), why, sheet, place: rule.place, value });
        };
        for (names, rule) in &hides.animated {
            if let Some(why) = names.iter().find_map(|name| ends.get(name.as_str())) {
                add(rule, *why, None);
            }
        }
        for open in &hides.open {
            let is_root = open.rule.selectors.means_root();
            let mut tries = Tries { values: &values, is_root, left: MOST_TRIED, deep: 0 };
            match tries.hides(&open.property, &open.value) {
                Ok(Some((why, value))) => add(&open.rule, why, value),
                Ok(None) => {}
                Err(Endless) => add(&open.rule, "takes its values from too many others to be judged", None),
            }
        }
    }
    found
}

/// What sheets declare by name: each value, with the sheet and the place in it.
type Values<'v> = HashMap<&'v str, Vec<(&'v str, (usize, Span))>>;

/// What a value does to words, and where it is declared if that is elsewhere.
type Found = (Why, Option<(usize, Span)>);

/// Tries what values can be.
struct Tries<'v> {
    values: &'v Values<'v>,
    is_root: bool,
    left: usize,
    /// In how many values the one that is tried stands.
    deep: usize,
}

/// There are too many values to try.
struct Endless;

impl Tries<'_> {
    fn hides(&mut self, property: &str, value: &str) -> Result<Option<Found>, Endless> {
        self.left = self.left.checked_sub(1).ok_or(Endless)?;
        if self.deep > DEEPEST || value.len() > LONGEST {
            return Err(Endless);
        }
        self.deep += 1;
        let found = self.tried(property, value);
        self.deep -= 1;
        found
    }

    fn tried(&mut self, property: &str, value: &str) -> Result<Option<Found>, Endless> {
        let Some((name, fallback)) = variables(value).into_iter().next() else {
            let mut block = Block::default();
            block.add(property, value);
            let why = hiding::declaration(property, value).or_else(|| block.hides(self.is_root));
            return Ok(why.map(|why| (why, None)));
        };
        let declared = self.values.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
        for (one, place) in declared {
            // A value that leads to itself is none.
            if variables(one).iter().any(|(inner, _)| *inner == name) {
                continue;
            }
            if let Some((why, _)) = self.hides(property, &replaced(value, &name, one))? {
                return Ok(Some((why, Some(*place))));
            }
        }
        // A value that nothing declares is a word that means nothing.
        let fallback = fallback.filter(|fallback| !fallback.is_empty() && declared.is_empty());
        self.hides(property, &replaced(value, &name, fallback.as_deref().unwrap_or("unknown")))
    }
}

/// No value that is tried is longer: values that double each other grow without end.
const LONGEST: usize = 10_000;

/// No value leads through more others.
const DEEPEST: usize = 50;

/// The character that ends what a token begins, if it begins a block.
fn end_of(token: &Token<'_>) -> Option<char> {
    match token {
        Token::Function(_) | Token::ParenthesisBlock => Some(')'),
        Token::CurlyBracketBlock => Some('}'),
        Token::SquareBracketBlock => Some(']'),
        _ => None,
    }
}

/// The names that a value takes from elsewhere, each with what stands in for it.
fn variables(value: &str) -> Vec<(String, Option<String>)> {
    fn read(parser: &mut Parser<'_>, value: &str, names: &mut Vec<(String, Option<String>)>) {
        while let Ok(token) = parser.next().cloned() {
            let is_variable = matches!(&token, Token::Function(name) if name.eq_ignore_ascii_case("var"));
            if end_of(&token).is_none() {
                continue;
            }
            let _ = parser.parse_nested_block(|inner| {
                if is_variable && let Ok(Token::Ident(name)) = inner.next().cloned() {
                    let fallback = inner.next().is_ok().then(|| inner.position().byte_index());
                    while inner.next().is_ok() {}
                    let end = inner.position().byte_index();
                    let fallback = fallback.map(|start| slice(value, start..end).trim().to_owned());
                    names.push((name.as_ref().to_owned(), fallback));
                } else {
                    read(inner, value, names);
                }
                Ok::<_, ParseError<()>>(())
            });
        }
    }
    let mut names = Vec::new();
    // Most values have none.
    if value.contains('(') {
        read(&mut Parser::new(value), value, &mut names);
    }
    names
}

/// A value with another in the place of a name.
fn replaced(value: &str, name: &str, with: &str) -> String {
    fn read(parser: &mut Parser<'_>, value: &str, (name, with): (&str, &str), out: &mut String) {
        loop {
            let start = parser.position().byte_index();
            let Ok(token) = parser.next_including_whitespace().cloned() else { return };
            let end = parser.position().byte_index();
            let is_variable = matches!(&token, Token::Function(name) if name.eq_ignore_ascii_case("var"));
            let Some(closing) = end_of(&token) else {
                out.push_str(slice(value, start..end));
                continue;
            };
            let _ = parser.parse_nested_block(|inner| {
                let begin = inner.state();
                let first = inner.next().ok().cloned();
                if is_variable && matches!(&first, Some(Token::Ident(first)) if first.as_ref() == name) {
                    out.push_str(with);
                } else {
                    inner.reset(&begin);
                    out.push_str(slice(value, start..end));
                    read(inner, value, (name, with), out);
                    out.push(closing);
                }
                while inner.next().is_ok() {}
                Ok::<_, ParseError<()>>(())
            });
        }
    }
    let mut out = String::with_capacity(value.len() + with.len());
    read(&mut Parser::new(value), value, (name, with), &mut out);
    out
}
