//! The rules of a style sheet that stand in no other, as far as tokens need them.
//!
//! In: a style sheet. Out: its rules in order, each with its range, its prelude and its block. Nothing is dropped: together the ranges are
//! the whole sheet, comments with the rule after them.

use std::ops::Range;

use cssparser::{Parser, Token};

use crate::source::slice;

/// A rule.
#[derive(Debug, Clone)]
pub struct SheetRule {
    /// The whole of it, with what stands before it.
    pub range: Range<usize>,
    /// The name of an at-rule, in small letters; none of a rule with selectors.
    pub at: Option<String>,
    /// What stands before the block: selectors, or what an at-rule asks for.
    pub prelude: Range<usize>,
    /// What stands in the block; empty where there is none.
    pub block: Range<usize>,
}

impl SheetRule {
    /// How many conditions it has: one that asks for more lies over one that asks for less. None for a rule that holds everywhere.
    pub fn conditions(&self, sheet: &str) -> Option<usize> {
        let is_conditional = matches!(self.at.as_deref(), Some("media" | "supports" | "container"));
        is_conditional.then(|| slice(sheet, self.prelude.clone()).matches('(').count())
    }
}

/// The rules of a sheet, or of a block, whose text begins at `from`.
pub fn rules(sheet: &str, from: usize) -> Vec<SheetRule> {
    let mut parser = Parser::new(sheet);
    let mut rules = Vec::new();
    let (mut start, mut prelude, mut at) = (0, None, None);
    loop {
        let before = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace() else { break };
        match token {
            Token::WhiteSpace(_) => {}
            Token::AtKeyword(name) if prelude.is_none() => {
                at = Some(name.to_ascii_lowercase());
                prelude = Some(parser.position().byte_index());
            }
            Token::CurlyBracketBlock => {
                let opened = parser.position().byte_index();
                let _ = parser.parse_nested_block(|inner| -> Result<(), cssparser::ParseError<()>> {
                    while inner.next().is_ok() {}
                    Ok(())
                });
                let end = parser.position().byte_index();
                let closed = end - usize::from(slice(sheet, ..end).ends_with('}') && opened < end);
                rules.push(SheetRule {
                    range: from + start..from + end,
                    at: at.take(),
                    prelude: from + prelude.take().unwrap_or(before)..from + before,
                    block: from + opened..from + closed.max(opened),
                });
                start = end;
            }
            Token::Semicolon if at.is_some() => {
                let end = parser.position().byte_index();
                let begin = from + prelude.take().unwrap_or(before);
                rules.push(SheetRule {
                    range: from + start..from + end,
                    at: at.take(),
                    prelude: begin..from + before,
                    block: from + end..from + end,
                });
                start = end;
            }
            _ => {
                prelude.get_or_insert(before);
            }
        }
    }
    let end = sheet.len();
    if !slice(sheet, start..).trim().is_empty() {
        let begin = from + prelude.unwrap_or(end);
        rules.push(SheetRule {
            range: from + start..from + end,
            at,
            prelude: begin..from + end,
            block: from + end..from + end,
        });
    }
    rules
}

/// The declarations of variables in a block whose text begins at `from`: name, value and where the name stands.
pub fn variables(block: &str, from: usize) -> Vec<(String, String, Range<usize>)> {
    let mut parser = Parser::new(block);
    let mut found = Vec::new();
    loop {
        let _ = parser.try_parse(|parser| -> Result<(), cssparser::ParseError<()>> {
            let start = {
                parser.skip_whitespace();
                parser.position().byte_index()
            };
            let name = parser.expect_ident_cloned()?;
            let end = parser.position().byte_index();
            parser.expect_colon()?;
            let value = parser.position().byte_index();
            parser.parse_until_before(
                cssparser::Delimiter::Semicolon,
                |value| -> Result<(), cssparser::ParseError<()>> {
                    while value.next().is_ok() {}
                    Ok(())
                },
            )?;
            let words = slice(block, value..parser.position().byte_index()).trim().to_owned();
            if name.starts_with("--") {
                found.push((name.to_string(), words, from + start..from + end));
            }
            Ok(())
        });
        // To behind the next semicolon, whatever stood before it.
        loop {
            match parser.next() {
                Ok(Token::Semicolon) => break,
                Ok(_) => {}
                Err(_) => return found,
            }
        }
    }
}
