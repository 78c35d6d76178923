//! Whether browsers take a declaration and a selector.
//!
//! In: the text of one that is well-formed. Out: why browsers drop it, where that is certain, or where it has a name that no
//! browser knows. Most values are not judged: which of them a property takes grows with each browser.

use cssparser::{ParseError, Parser, Token};

use super::known::{is_property, is_pseudo, is_unit, takes_length, unknown_property};

/// Why browsers drop a declaration.
pub(super) fn declaration(text: &str) -> Option<String> {
    let parser = &mut Parser::new(text);
    let Ok(Token::Ident(name)) = parser.next().cloned() else { return None };
    if !is_property(&name) {
        return Some(unknown_property(&name));
    }
    // What one browser's property takes, that browser knows.
    if name.starts_with('-') || parser.next().ok() != Some(&Token::Colon) {
        return None;
    }
    values(parser, &name, true)
}

/// Why browsers drop these values; `direct` says whether they stand in no function.
fn values(parser: &mut Parser<'_>, property: &str, direct: bool) -> Option<String> {
    let mut after_mark = false;
    while let Ok(token) = parser.next().cloned() {
        let why = match &token {
            Token::Ident(word) if after_mark && !word.eq_ignore_ascii_case("important") => {
                Some(format!("“!{word}” is not “!important”"))
            }
            Token::Dimension { unit, .. } if !is_unit(unit) => {
                Some(format!("no browser knows the unit “{unit}”"))
            }
            Token::Hash(digits) | Token::IDHash(digits) if !is_colour(digits) => {
                Some(format!("“#{digits}” is no colour: it needs 3, 4, 6 or 8 hexadecimal digits"))
            }
            Token::Number { value, .. } if direct && *value != 0.0 && takes_length(property) => {
                Some(format!("“{property}” takes a length, and a number without a unit is none"))
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                let inner = parser.parse_nested_block(|inner| {
                    let why = values(inner, property, false);
                    while inner.next().is_ok() {}
                    Ok::<_, ParseError<()>>(why)
                });
                inner.ok().flatten()
            }
            _ => None,
        };
        if why.is_some() {
            return why;
        }
        after_mark = token == Token::Delim('!');
    }
    None
}

fn is_colour(digits: &str) -> bool {
    matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What a selector may go on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing stands before: at the beginning, or behind a comma.
    Nothing,
    /// `>`, `+` or `~`.
    Combinator,
    /// A part of a selector.
    Part,
}

/// Why browsers drop a rule for its selectors. Inside another rule a selector may begin with a combinator.
pub(super) fn selectors(text: &str, nested: bool) -> Option<String> {
    let parser = &mut Parser::new(text);
    let mut before = Before::Nothing;
    while let Ok(token) = parser.next().cloned() {
        before = match &token {
            Token::Ident(_) | Token::IDHash(_) | Token::Delim('*' | '&' | '|') => Before::Part,
            Token::SquareBracketBlock => {
                skip(parser);
                Before::Part
            }
            Token::Delim('.') => match parser.next_including_whitespace() {
                Ok(Token::Ident(_)) => Before::Part,
                _ => return Some("a dot in its selector has no name of a class behind it".to_owned()),
            },
            Token::Colon => {
                let mut next = parser.next_including_whitespace().cloned();
                if next == Ok(Token::Colon) {
                    next = parser.next_including_whitespace().cloned();
                }
                let (Ok(Token::Ident(name)) | Ok(Token::Function(name))) = &next else {
                    return Some("a colon in its selector has no name behind it".to_owned());
                };
                if !is_pseudo(name) {
                    return Some(format!("no browser knows “:{name}” in selectors"));
                }
                if matches!(next, Ok(Token::Function(_))) {
                    skip(parser);
                }
                Before::Part
            }
            Token::Delim('>' | '+' | '~')
                if before == Before::Part || (before == Before::Nothing && nested) =>
            {
                Before::Combinator
            }
            Token::Comma if before == Before::Part => Before::Nothing,
            Token::Comma | Token::Delim('>' | '+' | '~') => {
                return Some("a part of its selector is missing before a comma or a combinator".to_owned());
            }
            Token::Delim('<') => return Some("HTML stands where a selector should".to_owned()),
            Token::CDO | Token::CDC => return Some("a comment of HTML stands in its selector".to_owned()),
            _ => return Some("what stands before its block is no selector".to_owned()),
        };
    }
    match before {
        Before::Part => None,
        Before::Nothing | Before::Combinator => Some("its selector has no end".to_owned()),
    }
}

fn skip(parser: &mut Parser<'_>) {
    let rest = parser.parse_nested_block(|inner| {
        while inner.next().is_ok() {}
        Ok::<_, ParseError<()>>(())
    });
    debug_assert!(rest.is_ok(), "nothing in it is refused");
}
