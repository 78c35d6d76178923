//! What the values of declarations can be that are declared elsewhere.
//!
//! In: the values that style sheets declare by name, and a declaration that takes some of them. Out: what it does to words with any of
//! these. They are tried one after another, as only a browser knows which one holds.

use std::collections::HashMap;

use cssparser::{ParseError, Parser, Token};

use super::block::{Block, Target};
use super::hiding::{self, Effect};
use super::selectors::SelectorList;
use crate::source::{Span, slice};

/// So many values are tried for one declaration.
const MOST_TRIED: usize = 2_000;

/// What sheets declare by name: each value, with the sheet and the place in it, and the phrases that alone have it.
pub(super) type Values<'v> = HashMap<&'v str, Vec<(&'v str, (usize, Span), Option<&'v SelectorList>)>>;

/// What a value does to words, and where it is declared if that is elsewhere.
pub(super) type Found = (Effect, Option<(usize, Span)>);

/// Tries what values can be.
pub(super) struct Tries<'v> {
    values: &'v Values<'v>,
    selectors: &'v SelectorList,
    target: Target,
    left: usize,
    /// In how many values the one that is tried stands.
    deep: usize,
}

/// There are too many values to try.
pub(super) struct Endless;

impl<'v> Tries<'v> {
    /// Of a declaration for what these selectors match.
    pub fn of(values: &'v Values<'v>, selectors: &'v SelectorList) -> Self {
        Self { values, selectors, target: selectors.target(), left: MOST_TRIED, deep: 0 }
    }

    /// What a declaration does with any of the values that it can have.
    ///
    /// # Errors
    /// When there are too many.
    pub fn effect(&mut self, property: &str, value: &str) -> Result<Option<Found>, Endless> {
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
            let effect = match property {
                "content" => hiding::content(value, true),
                _ => hiding::declaration(property, value, self.target).or_else(|| block.effect(self.target)),
            };
            return Ok(effect.map(|effect| (effect, None)));
        };
        let declared = self.values.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
        for (one, place, phrases) in declared {
            if phrases.is_some_and(|phrases| phrases != self.selectors) {
                continue;
            }
            // A value that leads to itself is none.
            if variables(one).iter().any(|(inner, _)| *inner == name) {
                continue;
            }
            if let Some((effect, _)) = self.effect(property, &replaced(value, &name, one))? {
                return Ok(Some((effect, Some(*place))));
            }
        }
        // A value that nothing declares is a word that means nothing.
        let fallback = fallback.filter(|fallback| !fallback.is_empty() && declared.is_empty());
        self.effect(property, &replaced(value, &name, fallback.as_deref().unwrap_or("unknown")))
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
pub(super) fn variables(value: &str) -> Vec<(String, Option<String>)> {
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
