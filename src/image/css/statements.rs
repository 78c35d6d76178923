//! What browsers drop from a style sheet by its form: what is no declaration, and what stands in no block. The end of the file
//! closes what is open.

use std::ops::Range;

use cssparser::Token;

use crate::source::{Span, slice};

/// Where tokens stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// In no block.
    Sheet,
    /// Between braces.
    Block,
    /// Between parentheses or brackets, where nothing is a statement.
    Inner,
}

/// A piece that browsers drop, and why.
pub type Dropped = (Span, String);

/// The statement that is read: a declaration, a rule, or neither.
pub(super) struct Statement {
    level: Level,
    start: usize,
    end: usize,
    kind: StatementKind,
    /// The last declaration that was whole.
    declared: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum StatementKind {
    Empty,
    AtRule,
    /// A name, and nothing else so far.
    Name,
    /// A name that may stand for any value, such as `--ink`.
    OwnName,
    Value {
        /// The property takes any value, or none.
        own: bool,
        empty: bool,
        /// A second colon was read: a selector such as `a:hover b:focus`, or two declarations.
        colon: bool,
    },
    Other,
}

impl Statement {
    pub fn new(level: Level) -> Self {
        Self { level, start: 0, end: 0, kind: StatementKind::Empty, declared: None }
    }

    /// The place of what was read of it before a token.
    pub fn before(&self, token: usize) -> Span {
        if self.kind == StatementKind::Empty { Span::point(token) } else { self.span() }
    }

    /// Takes what stands in brackets, up to here.
    pub fn reach(&mut self, end: usize) {
        self.end = self.end.max(end);
    }

    /// The declaration that has just ended, if it is well-formed.
    pub fn declared(&mut self) -> Option<Span> {
        self.declared.take()
    }

    /// Takes a token; gives what is dropped because of it.
    pub fn take(&mut self, token: &Token<'_>, place: Range<usize>) -> Option<Dropped> {
        if self.level == Level::Inner {
            return None;
        }
        let begins = self.kind == StatementKind::Empty;
        if begins {
            self.start = place.start;
        }
        let dropped = match token {
            Token::Semicolon => {
                let dropped = match (self.level, self.kind) {
                    (_, StatementKind::Empty | StatementKind::AtRule) => None,
                    (Level::Sheet, _) => Some((self.span(), "it stands in no block".to_owned())),
                    _ => self.finished(),
                };
                self.kind = StatementKind::Empty;
                return dropped;
            }
            Token::CurlyBracketBlock if matches!(self.kind, StatementKind::Value { own: true, .. }) => None,
            Token::CurlyBracketBlock => {
                self.kind = StatementKind::Empty;
                return begins.then(|| (place.into(), "this block belongs to nothing".to_owned()));
            }
            Token::CloseCurlyBracket | Token::CloseParenthesis | Token::CloseSquareBracket => {
                Some((place.clone().into(), "it closes nothing".to_owned()))
            }
            Token::CDO | Token::CDC if self.level == Level::Sheet => return None,
            _ => None,
        };
        self.end = place.end;
        self.kind = match (self.kind, token) {
            (StatementKind::Empty, Token::AtKeyword(_)) => StatementKind::AtRule,
            (StatementKind::Empty, Token::Ident(name)) if name.starts_with("--") => StatementKind::OwnName,
            (StatementKind::Empty, Token::Ident(_)) => StatementKind::Name,
            (StatementKind::AtRule, _) => StatementKind::AtRule,
            (StatementKind::Name, Token::Colon) => {
                StatementKind::Value { own: false, empty: true, colon: false }
            }
            (StatementKind::OwnName, Token::Colon) => {
                StatementKind::Value { own: true, empty: true, colon: false }
            }
            (StatementKind::Value { own, colon, .. }, token) => {
                StatementKind::Value { own, empty: false, colon: colon || *token == Token::Colon }
            }
            _ => StatementKind::Other,
        };
        dropped
    }

    /// Ends where the block or the style sheet ends.
    pub fn finish(&mut self) -> Option<Dropped> {
        let dropped = match (self.level, self.kind) {
            (Level::Inner, _) | (_, StatementKind::Empty | StatementKind::AtRule) => None,
            (Level::Sheet, _) => Some((self.span(), "no block follows it".to_owned())),
            (Level::Block, _) => self.finished(),
        };
        self.kind = StatementKind::Empty;
        dropped
    }

    /// What is wrong with a declaration that has ended.
    fn finished(&mut self) -> Option<Dropped> {
        let why = match self.kind {
            StatementKind::Value { own: true, .. } => {
                self.declared = Some(self.span());
                return None;
            }
            StatementKind::Empty | StatementKind::AtRule => return None,
            StatementKind::Value { empty: true, .. } => "this property has no value",
            StatementKind::Value { colon: true, .. } => {
                "a value has no colon; a semicolon may be missing before it"
            }
            StatementKind::Value { .. } => {
                self.declared = Some(self.span());
                return None;
            }
            StatementKind::Name | StatementKind::OwnName | StatementKind::Other => {
                "it is no declaration: “name: value”"
            }
        };
        Some((self.span(), why.to_owned()))
    }

    fn span(&self) -> Span {
        (self.start..self.end).into()
    }
}

/// Whether a comment is open at the end of the text from `last` on, behind the last token.
pub(super) fn open_comment(text: &str, last: usize) -> Option<Dropped> {
    let start = last + slice(text, last..).rfind("/*")?;
    let open = !slice(text, start + 2..).contains("*/");
    open.then(|| ((start..text.len()).into(), "this comment has no end".to_owned()))
}
