//! What a style sheet does besides giving form: whether it loads anything, whether something may move, and what a
//! reader's own style could not undo.
//!
//! In: a style sheet, or the value of one property. Out: [`Css`]. cssparser reads it as browsers do, with comments and
//! escapes; only what is known to load nothing passes.

mod arithmetic;
mod block;
mod hides;
mod hiding;
mod judged;
mod known;
mod marks;
mod names;
mod parts;
mod pieces;
mod selectors;
mod statements;
mod style;
mod theme;
mod transforms;
mod values;
pub mod vocabulary;

use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

use self::hides::Blocks;
use self::names::{AT_RULES, FAMILIES, FUNCTIONS, LOADERS, SUBSTITUTES};
use self::parts::{AtRule, Context, DeclarationPart, contains};
use self::statements::{Dropped, Level, Statement, open_comment};
use self::vocabulary::Ids;
use super::{Fonts, inside};
use crate::source::{Span, slice};

pub use self::hides::{Hide, Hides, together};
pub use self::hiding::{Effect, On};
pub use self::marks::{Mark, lost_marks};
pub use self::selectors::Element;
pub use self::style::Style;

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
    /// Where it may load something of which nothing is known, and why not.
    pub unknown: Vec<(Span, &'static str)>,
    /// What browsers drop, and why; by its form, or by its names too where a theme is read.
    pub dropped: Vec<Dropped>,
    /// The rules that hide words of what they are for.
    pub hides: Hides,
}

/// Reads a piece of CSS.
pub fn read(css: &str, of: Of) -> Css {
    read_with(css, of, Ids::default(), 0)
}

/// Reads a style sheet of a site.
pub fn read_sheet(css: &str, ids: &Ids) -> Css {
    read_with(css, Of::Theme, ids.clone(), 0)
}

/// What declarations in the tag of an element do to its words.
pub fn effects_of(declarations: &str) -> impl Iterator<Item = Effect> + use<> {
    let css = read(&format!("*{{{declarations}}}"), Of::Theme);
    together(&[&css.hides]).into_iter().map(|hide| hide.effect)
}

/// Why nothing is known of an address that is put together.
const COMPUTED: &str =
    "what is loaded here is known only when a page is shown, and may come from another host";

/// Why nothing is known of what follows blocks that stand deeper in each other than the library reads.
const TOO_DEEP: &str = "brackets stand too deep in each other here, so what follows is not read, and may ask another host or hide words";

/// So deep style sheets may stand in the addresses that load them.
const DEEPEST: u8 = 3;

fn read_with(css: &str, of: Of, ids: Ids, deep: u8) -> Css {
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
        blocks: Blocks::new(ids),
        deep,
    };
    if reader.tokens(&mut Parser::new(css), Level::Sheet).is_err() {
        reader.refuse("its CSS nests too many blocks".to_owned());
        reader.css.style.moves = true;
        let from_here = Span::from(reader.last..css.len());
        reader.css.unknown.push((from_here, TOO_DEEP));
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
    /// The blocks of a theme that are open.
    blocks: Blocks,
    /// In how many other style sheets this one stands.
    deep: u8,
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
                    let context = self.context;
                    if level != Level::Inner {
                        self.block(before, &prelude);
                    }
                    self.depth += 1;
                    self.nested(parser, start..end, |reader, inner| reader.tokens(inner, Level::Block))?;
                    self.depth -= 1;
                    self.context = context;
                    if level != Level::Inner {
                        self.end_block();
                    }
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
                    self.css.unknown.push(((start..inner.position().byte_index()).into(), COMPUTED));
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
            self.css.unknown.push((place.into(), COMPUTED));
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
        let is_data =
            address.trim_start().get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"));
        if is_data && self.at_rule == AtRule::Import {
            self.import_data(address, place.into());
        } else if !address.is_empty() && !is_data {
            self.css.addresses.push((address.to_owned(), place.into()));
        }
    }

    fn refuse(&mut self, why: String) {
        self.css.refused.get_or_insert(why);
    }
}

#[cfg(test)]
mod tests;
