//! Reads selectors as browsers do, as far as they are well-formed.

use std::sync::Arc;

use cssparser::{ParseError, Parser, Token};

use super::super::vocabulary::Ids;
use super::{AttributeTest, Combinator, Compound, Selector, SelectorList};

/// Reads a list of selectors to the end of the text or of the brackets.
pub(super) fn list(parser: &mut Parser<'_>, around: Option<&Arc<SelectorList>>, ids: &Ids) -> Vec<Selector> {
    let mut all = Vec::new();
    let mut selector: Selector = Vec::new();
    let mut compound: Option<Compound> = None;
    let mut combinator = Combinator::Descendant;
    while let Ok(token) = parser.next_including_whitespace().cloned() {
        let mut end = |selector: &mut Selector, next| {
            if let Some(compound) = compound.take() {
                selector.push((combinator, compound));
                combinator = next;
            } else if next != Combinator::Descendant {
                combinator = next;
            }
        };
        match &token {
            Token::WhiteSpace(_) => {
                end(&mut selector, Combinator::Descendant);
                continue;
            }
            Token::Delim('>') => {
                end(&mut selector, Combinator::Child);
                continue;
            }
            Token::Delim('+' | '~') => {
                end(&mut selector, Combinator::Sibling);
                continue;
            }
            Token::Comma => {
                end(&mut selector, Combinator::Descendant);
                all.push(std::mem::take(&mut selector));
                combinator = Combinator::Descendant;
                continue;
            }
            _ => {}
        }
        let compound = compound.get_or_insert_default();
        match token {
            Token::Ident(name) => compound.tag = Some(name.to_ascii_lowercase()),
            // What stood before it is a namespace.
            Token::Delim('|') => compound.tag = None,
            Token::Delim('&') => {
                compound.any_of.extend(around.cloned());
                compound.nests = true;
            }
            Token::Hash(name) | Token::IDHash(name) => compound.ids.push(name.as_ref().to_owned()),
            Token::Delim('.') => {
                if let Ok(Token::Ident(name)) = parser.next_including_whitespace() {
                    compound.classes.push(name.as_ref().to_owned());
                }
            }
            Token::SquareBracketBlock => {
                let test = parser.parse_nested_block(|inner| Ok::<_, ParseError<()>>(attribute(inner)));
                compound.attributes.extend(test.ok().flatten());
            }
            Token::Colon => pseudo(parser, compound, around, ids),
            _ => {}
        }
    }
    selector.extend(compound.map(|compound| (combinator, compound)));
    if !selector.is_empty() || all.is_empty() {
        all.push(selector);
    }
    all
}

/// Reads the test of an attribute, between its brackets.
fn attribute(parser: &mut Parser<'_>) -> Option<AttributeTest> {
    let mut name = String::new();
    let mut operator = None;
    let mut value = None;
    while let Ok(token) = parser.next().cloned() {
        match token {
            Token::Delim('=') => operator = Some('='),
            Token::IncludeMatch => operator = Some('~'),
            Token::DashMatch => operator = Some('|'),
            Token::PrefixMatch => operator = Some('^'),
            Token::SuffixMatch => operator = Some('$'),
            Token::SubstringMatch => operator = Some('*'),
            Token::Ident(word) if operator.is_none() => name = word.to_ascii_lowercase(),
            Token::Ident(word) | Token::QuotedString(word) if value.is_none() => {
                value = Some(word.as_ref().to_owned())
            }
            _ => {}
        }
    }
    let value = operator.map(|operator| (operator, value.unwrap_or_default()));
    (!name.is_empty()).then_some(AttributeTest { name, value })
}

/// Reads a pseudo-class or pseudo-element behind its first colon.
fn pseudo(parser: &mut Parser<'_>, compound: &mut Compound, around: Option<&Arc<SelectorList>>, ids: &Ids) {
    let mut next = parser.next_including_whitespace().cloned();
    let of_element = next == Ok(Token::Colon);
    if of_element {
        next = parser.next_including_whitespace().cloned();
    }
    let (name, has_arguments) = match &next {
        Ok(Token::Ident(name)) => (name.to_ascii_lowercase(), false),
        Ok(Token::Function(name)) => (name.to_ascii_lowercase(), true),
        _ => return,
    };
    let mut inner = || {
        let selectors = parser.parse_nested_block(|inner| Ok::<_, ParseError<()>>(list(inner, around, ids)));
        let depth = around.map_or(0, |around| around.depth);
        Arc::new(SelectorList::of(selectors.unwrap_or_default(), depth, ids))
    };
    match (&*name, has_arguments) {
        ("before" | "after" | "first-line" | "first-letter", _) => compound.pseudo_element = Some(name),
        _ if of_element => compound.pseudo_element = Some(name),
        ("is" | "where" | "matches" | "any" | "-webkit-any" | "-moz-any", true) => {
            let inner = inner();
            compound.nests |= inner.selectors.iter().flatten().any(|(_, compound)| compound.nests);
            compound.any_of.push(inner);
        }
        ("not", true) => compound.none_of.push(inner()),
        ("has", true) => compound.has.push(inner()),
        ("scope", false) if around.is_some() => {
            compound.any_of.extend(around.cloned());
            compound.nests = true;
        }
        ("scope", false) => compound.pseudo_classes.push("root".to_owned()),
        _ => compound.pseudo_classes.push(name),
    }
}
