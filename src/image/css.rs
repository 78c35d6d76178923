//! What a style sheet does besides giving form: whether it loads anything, whether something may move, and what a
//! reader's own style could not undo.
//!
//! In: a style sheet, or the value of one property. Out: [`Css`]. cssparser reads it as browsers do, with comments and
//! escapes; only what is known to load nothing passes.

mod judged;
mod known;
mod names;
mod parts;
mod statements;
mod theme;

use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

use self::names::{AT_RULES, FAMILIES, FUNCTIONS, LOADERS, SUBSTITUTES};
use self::parts::{AtRule, Context, DeclarationPart, Property, contains, means_page};
use self::statements::{Dropped, Level, Statement, open_comment};
use super::{Fonts, inside};
use crate::source::{Span, slice};

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A style sheet or declarations: every function must be known.
    Sheet,
    /// A value that may be no CSS at all: only what loads something is refused.
    Value,
    /// A style sheet of a site, which is also asked what browsers drop of it.
    Theme,
}

/// What a piece of CSS does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Css {
    /// The first thing it does that is refused.
    pub refused: Option<String>,
    /// What it does that matters to readers.
    pub style: Style,
    /// Each address it loads something from, and its place. Data stand in the style sheet itself and are left out.
    pub addresses: Vec<(String, Span)>,
    /// Where it loads something from an address that is known only when a page is shown.
    pub computed: Vec<Span>,
    /// What browsers drop, and why; by its form, or by its names too where a theme is read.
    pub dropped: Vec<Dropped>,
    /// The selectors by which it hides all of a page, on screens.
    pub hides: Vec<Span>,
}

/// What a piece of CSS does that a reader could not undo, or would have to know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// It insists: `!important`.
    pub insists: bool,
    /// It sets text to a size of its own: `font-size` in pixels, points or other fixed units.
    pub fixed_size: bool,
    /// It sets lines in another direction than the horizontal, or in one that is known only where it is used.
    pub vertical: bool,
    /// Something may move or flash.
    pub moves: bool,
    /// It says how a voice reads.
    pub voice: bool,
}

impl std::ops::BitOrAssign for Style {
    fn bitor_assign(&mut self, other: Self) {
        self.insists |= other.insists;
        self.fixed_size |= other.fixed_size;
        self.vertical |= other.vertical;
        self.moves |= other.moves;
        self.voice |= other.voice;
    }
}

/// Reads a piece of CSS.
pub fn read(css: &str, of: Of) -> Css {
    let mut reader = Reader {
        text: css,
        of,
        css: Css::default(),
        at_rule: AtRule::Other,
        part: DeclarationPart::Start,
        loading: false,
        last: 0,
        mixed: false,
        context: Context::Rules,
        depth: 0,
        has_rules: false,
        on_paper: false,
        of_page: None,
    };
    if reader.tokens(&mut Parser::new(css), Level::Sheet).is_err() {
        reader.refuse("its CSS nests too many blocks".to_owned());
        reader.css.style.moves = true;
        reader.css.dropped.push(((0..0).into(), "it nests too many blocks to be read".to_owned()));
    }
    reader.css.dropped.extend(open_comment(css, reader.last));
    reader.css
}

struct Reader<'t> {
    text: &'t str,
    of: Of,
    css: Css,
    at_rule: AtRule,
    part: DeclarationPart,
    /// What is read stands directly in a function that loads something: a string is an address.
    loading: bool,
    /// Where the last token ends.
    last: usize,
    /// A bracket was read that closes another than the open one.
    mixed: bool,
    /// What blocks hold here.
    context: Context,
    /// How many blocks are open.
    depth: usize,
    /// A rule was read before which imports stand.
    has_rules: bool,
    /// What is read holds for print alone.
    on_paper: bool,
    /// The selector of the block that is read, where it means all of a page.
    of_page: Option<Span>,
}

impl Reader<'_> {
    fn tokens(&mut self, parser: &mut Parser<'_>, level: Level) -> Result<(), ParseError<()>> {
        let mut statement = Statement::new(level);
        loop {
            parser.skip_whitespace();
            let start = parser.position().byte_index();
            let Ok(token) = parser.next().cloned() else {
                self.css.dropped.extend(statement.finish());
                self.declared(statement.declared());
                return Ok(());
            };
            let end = parser.position().byte_index();
            self.last = end;
            self.declaration(&token);
            let before = statement.before(start);
            self.css.dropped.extend(statement.take(&token, start..end));
            self.declared(statement.declared());
            self.mixed |= level == Level::Inner
                && matches!(
                    token,
                    Token::CloseCurlyBracket | Token::CloseParenthesis | Token::CloseSquareBracket
                );
            match token {
                Token::AtKeyword(name) => self.at_rule(&name.to_ascii_lowercase(), start..end),
                Token::Semicolon => self.at_rule = AtRule::Other,
                Token::Ident(name) => {
                    let moving = ["animation", "transition", "marquee", "blink"];
                    self.css.style.moves |= moving.iter().any(|part| contains(&name, part));
                }
                Token::QuotedString(address) => self.string(&address, start..end),
                Token::UnquotedUrl(address) => {
                    let written = slice(self.text, start..end);
                    let inside = written.strip_suffix(')').unwrap_or(written);
                    let start = start + inside.find('(').map_or(0, |open| open + 1);
                    let inside = slice(self.text, start..end - (written.len() - inside.len()));
                    let start = start + inside.len() - inside.trim_start().len();
                    self.address(&address, start..start + inside.trim().len());
                }
                Token::BadUrl(_) | Token::BadString(_) => {
                    self.refuse("its CSS has an address or a string without end".to_owned());
                    self.css
                        .dropped
                        .push(((start..end).into(), "this address or string has no end".to_owned()));
                }
                Token::Function(name) => {
                    let name = name.to_ascii_lowercase();
                    self.function(&name, start..end);
                    let outer = std::mem::replace(&mut self.loading, LOADERS.contains(&&*name));
                    let quoted = matches!(&*name, "url" | "src");
                    self.nested(parser, start..end, |reader, inner| {
                        if quoted {
                            reader.quoted_address(inner, &name)
                        } else {
                            reader.tokens(inner, Level::Inner)
                        }
                    })?;
                    self.loading = outer;
                    statement.reach(self.last);
                }
                Token::ParenthesisBlock | Token::SquareBracketBlock => {
                    self.at_rule = AtRule::Other;
                    let outer = std::mem::take(&mut self.loading);
                    self.nested(parser, start..end, |reader, inner| reader.tokens(inner, Level::Inner))?;
                    self.loading = outer;
                    statement.reach(self.last);
                }
                Token::CurlyBracketBlock => {
                    self.at_rule = AtRule::Other;
                    self.part = DeclarationPart::Start;
                    let prelude = slice(self.text, before.range()).to_ascii_lowercase();
                    let on_paper = self.on_paper;
                    self.on_paper |= prelude.starts_with('@') && prelude.contains("print");
                    self.of_page = Some(before).filter(|_| !self.on_paper && means_page(&prelude));
                    let context = self.context;
                    if level != Level::Inner {
                        self.block(before, &prelude);
                    }
                    self.depth += 1;
                    self.nested(parser, start..end, |reader, inner| reader.tokens(inner, Level::Block))?;
                    self.depth -= 1;
                    self.context = context;
                    self.on_paper = on_paper;
                    self.of_page = None;
                    self.part = DeclarationPart::Start;
                }
                _ => {}
            }
        }
    }

    /// Reads what stands between braces, parentheses or brackets; `open` is the place of the first of them.
    fn nested(
        &mut self,
        parser: &mut Parser<'_>,
        open: Range<usize>,
        read: impl FnOnce(&mut Self, &mut Parser<'_>) -> Result<(), ParseError<()>>,
    ) -> Result<(), ParseError<()>> {
        let outer = std::mem::take(&mut self.mixed);
        parser.parse_nested_block(|inner| {
            read(self, inner)?;
            inner.skip_whitespace();
            let end = inner.position().byte_index();
            if end < self.text.len() {
                self.last = end + 1;
            }
            Ok(())
        })?;
        if std::mem::replace(&mut self.mixed, outer) {
            let why = "this bracket is not closed before the block around it ends".to_owned();
            self.css.dropped.push((open.into(), why));
        }
        Ok(())
    }

    /// The string in `url("…")`.
    fn quoted_address(&mut self, inner: &mut Parser<'_>, name: &str) -> Result<(), ParseError<()>> {
        inner.skip_whitespace();
        let start = inner.position().byte_index();
        match inner.next().cloned() {
            Ok(Token::QuotedString(address)) => {
                let end = inner.position().byte_index();
                self.last = end;
                let place = self.inside_quotes(start..end);
                self.address(&address, place);
            }
            _ => {
                self.refuse(format!("its CSS has “{name}()” without an address"));
                // “url(” with anything else than an address loads nothing.
                if name != "url" {
                    self.css.computed.push((start..inner.position().byte_index()).into());
                }
            }
        }
        while inner.next().is_ok() {
            self.last = inner.position().byte_index();
        }
        Ok(())
    }

    /// A string, which is an address after `@import` and in functions that load something.
    fn string(&mut self, address: &str, place: Range<usize>) {
        let inside = self.inside_quotes(place.clone());
        if self.at_rule == AtRule::Import || self.loading {
            self.add_address(address, inside);
        }
        if self.at_rule == AtRule::Import {
            self.at_rule = AtRule::Other;
        }
    }

    /// Follows where a declaration has a name and where a value, and notes what the value does.
    fn declaration(&mut self, token: &Token<'_>) {
        let style = &mut self.css.style;
        self.part = match (std::mem::replace(&mut self.part, DeclarationPart::Other), token) {
            (_, Token::Semicolon) => DeclarationPart::Start,
            (DeclarationPart::Start, Token::Ident(name)) => DeclarationPart::Name(Property::of(name)),
            (DeclarationPart::Name(property), Token::Colon) => {
                style.voice |= property == Property::Voice;
                DeclarationPart::Value(property, false)
            }
            (DeclarationPart::Value(property, after_mark), token) => {
                match (property, token) {
                    (_, Token::Ident(word)) if after_mark => {
                        style.insists |= word.eq_ignore_ascii_case("important");
                    }
                    (Property::FontSize, Token::Dimension { unit, .. }) => {
                        let fixed = ["px", "pt", "pc", "cm", "mm", "in", "q"];
                        style.fixed_size |= fixed.iter().any(|fixed| unit.eq_ignore_ascii_case(fixed));
                    }
                    (Property::WritingMode, Token::Ident(value)) => {
                        style.vertical |= !value.to_ascii_lowercase().starts_with("horizontal");
                    }
                    (Property::WritingMode, Token::Function(_)) => style.vertical = true,
                    (Property::Shown, Token::Ident(value))
                        if ["none", "hidden"].iter().any(|hidden| value.eq_ignore_ascii_case(hidden)) =>
                    {
                        self.css.hides.extend(self.of_page.take());
                    }
                    _ => {}
                }
                DeclarationPart::Value(property, *token == Token::Delim('!'))
            }
            _ => DeclarationPart::Other,
        };
    }

    fn at_rule(&mut self, name: &str, place: Range<usize>) {
        self.judge_at_rule(name, place);
        self.has_rules |= !matches!(name, "charset" | "import" | "layer");
        self.at_rule = match name {
            "namespace" => AtRule::Namespace,
            "import" => AtRule::Import,
            _ => AtRule::Other,
        };
        if name.ends_with("keyframes") {
            self.css.style.moves = true;
        } else if name == "import" {
            self.refuse("its CSS loads another style sheet by “@import”".to_owned());
        } else if !AT_RULES.contains(&name) {
            self.refuse(format!("its CSS has “@{name}”, of which is not known what it does"));
        }
    }

    fn function(&mut self, name: &str, place: Range<usize>) {
        if self.loading && SUBSTITUTES.contains(&name) {
            self.css.computed.push(place.into());
        }
        let known = || FUNCTIONS.contains(&name) || FAMILIES.iter().any(|family| name.starts_with(family));
        if matches!(name, "url" | "src") {
        } else if LOADERS.contains(&name) {
            self.refuse(format!("its CSS loads something by “{name}()”"));
        } else if self.of == Of::Sheet && !known() {
            self.refuse(format!("its CSS has “{name}()”, of which is not known what it does"));
        }
    }

    fn address(&mut self, address: &str, place: Range<usize>) {
        if self.at_rule == AtRule::Namespace {
            return;
        }
        self.add_address(address, place);
        if self.at_rule == AtRule::Import {
            self.at_rule = AtRule::Other;
        }
        match inside(address, Fonts::Allowed) {
            Ok(moves) => self.css.style.moves |= moves,
            Err(why) => self.refuse(why),
        }
    }

    /// The place of a string without its quotation marks; the last is missing where the file ends.
    fn inside_quotes(&self, string: Range<usize>) -> Range<usize> {
        let text = slice(self.text, string.clone());
        let inside = text.strip_prefix(['"', '\'']).unwrap_or(text);
        let start = string.end - inside.len();
        let closed = text.len() > 1 && text.ends_with(['"', '\'']);
        start..string.end - usize::from(closed)
    }

    fn add_address(&mut self, address: &str, place: Range<usize>) {
        if !address.is_empty() && !address.starts_with("data:") {
            self.css.addresses.push((address.to_owned(), place.into()));
        }
    }

    fn refuse(&mut self, why: String) {
        self.css.refused.get_or_insert(why);
    }
}

#[cfg(test)]
mod tests;
