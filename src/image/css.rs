//! What a style sheet does besides giving form: whether it loads anything, and whether something may move.
//!
//! In: a style sheet, or the value of one property. Out: [`Css`]. cssparser reads it as browsers do, with comments and
//! escapes; only what is known to load nothing passes.

use cssparser::{ParseError, Parser, Token};

use super::{Fonts, inside};

/// The rules that load nothing by themselves.
const AT_RULES: [&str; 12] = [
    "charset",
    "container",
    "counter-style",
    "font-face",
    "font-feature-values",
    "layer",
    "media",
    "namespace",
    "page",
    "property",
    "starting-style",
    "supports",
];

/// The functions that load nothing by themselves.
const FUNCTIONS: [&str; 70] = [
    "abs",
    "acos",
    "asin",
    "atan",
    "atan2",
    "blur",
    "brightness",
    "calc",
    "circle",
    "clamp",
    "color",
    "color-mix",
    "conic-gradient",
    "contrast",
    "cos",
    "counter",
    "counters",
    "cubic-bezier",
    "device-cmyk",
    "drop-shadow",
    "ellipse",
    "env",
    "exp",
    "format",
    "grayscale",
    "has",
    "hsl",
    "hsla",
    "hue-rotate",
    "hwb",
    "icc-color",
    "inset",
    "invert",
    "is",
    "lab",
    "lang",
    "lch",
    "light-dark",
    "linear-gradient",
    "local",
    "matrix",
    "matrix3d",
    "max",
    "min",
    "not",
    "nth-child",
    "nth-last-child",
    "nth-last-of-type",
    "nth-of-type",
    "oklab",
    "oklch",
    "opacity",
    "path",
    "perspective",
    "polygon",
    "radial-gradient",
    "rect",
    "rgb",
    "rgba",
    "rotate",
    "saturate",
    "scale",
    "sepia",
    "skew",
    "skewx",
    "skewy",
    "steps",
    "translate",
    "var",
    "where",
];

/// More of them, by how they begin: `rotateX`, `translate3d`, `repeating-linear-gradient`.
const FAMILIES: [&str; 5] = ["rotate", "scale", "translate", "repeating-", "-webkit-gradient"];

/// The functions that load a picture.
const LOADERS: [&str; 11] = [
    "-moz-element",
    "-webkit-cross-fade",
    "-webkit-image-set",
    "cross-fade",
    "element",
    "expression",
    "image",
    "image-set",
    "paint",
    "src",
    "url",
];

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A style sheet or declarations: every function must be known.
    Sheet,
    /// A value that may be no CSS at all: only what loads something is refused.
    Value,
}

/// What a piece of CSS does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Css {
    /// The first thing it does that is refused.
    pub refused: Option<String>,
    /// Whether something may move or flash.
    pub moves: bool,
}

/// Reads a piece of CSS.
pub fn read(css: &str, of: Of) -> Css {
    let mut walk = Walk { of, css: Css::default(), names_space: false };
    if walk.tokens(&mut Parser::new(css)).is_err() {
        walk.refuse("its CSS nests too many blocks".to_owned());
        walk.css.moves = true;
    }
    walk.css
}

struct Walk {
    of: Of,
    css: Css,
    /// Whether an `@namespace` rule is open, whose address is a name and is never loaded.
    names_space: bool,
}

impl Walk {
    fn tokens(&mut self, parser: &mut Parser<'_>) -> Result<(), ParseError<()>> {
        while let Ok(token) = parser.next() {
            match token.clone() {
                Token::AtKeyword(name) => self.at_rule(&name.to_ascii_lowercase()),
                Token::Semicolon => self.names_space = false,
                Token::Ident(name) => {
                    let name = name.to_ascii_lowercase();
                    let moving = ["animation", "transition", "marquee", "blink"];
                    self.css.moves |= moving.iter().any(|part| name.contains(part));
                }
                Token::UnquotedUrl(address) => self.address(&address),
                Token::BadUrl(_) | Token::BadString(_) => {
                    self.refuse("its CSS has an address or a string without end".to_owned());
                }
                Token::Function(name) => {
                    let name = name.to_ascii_lowercase();
                    let quoted = matches!(&*name, "url" | "src");
                    self.function(&name);
                    parser.parse_nested_block(|inner| {
                        if !quoted {
                            return self.tokens(inner);
                        }
                        match inner.next().cloned() {
                            Ok(Token::QuotedString(address)) => self.address(&address),
                            _ => self.refuse(format!("its CSS has “{name}()” without an address")),
                        }
                        while inner.next().is_ok() {}
                        Ok(())
                    })?;
                }
                Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                    self.names_space = false;
                    parser.parse_nested_block(|inner| self.tokens(inner))?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn at_rule(&mut self, name: &str) {
        self.names_space = name == "namespace";
        if name.ends_with("keyframes") {
            self.css.moves = true;
        } else if name == "import" {
            self.refuse("its CSS loads another style sheet by “@import”".to_owned());
        } else if !AT_RULES.contains(&name) {
            self.refuse(format!("its CSS has “@{name}”, of which is not known what it does"));
        }
    }

    fn function(&mut self, name: &str) {
        let known = || FUNCTIONS.contains(&name) || FAMILIES.iter().any(|family| name.starts_with(family));
        if matches!(name, "url" | "src") {
        } else if LOADERS.contains(&name) {
            self.refuse(format!("its CSS loads something by “{name}()”"));
        } else if self.of == Of::Sheet && !known() {
            self.refuse(format!("its CSS has “{name}()”, of which is not known what it does"));
        }
    }

    fn address(&mut self, address: &str) {
        if self.names_space {
            return;
        }
        match inside(address, Fonts::Allowed) {
            Ok(moves) => self.css.moves |= moves,
            Err(why) => self.refuse(why),
        }
    }

    fn refuse(&mut self, why: String) {
        self.css.refused.get_or_insert(why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(css: &str) -> bool {
        read(css, Of::Sheet).refused.is_some()
    }

    #[test]
    fn what_loads_is_refused_however_it_is_written() {
        for css in [
            "@import 'x.css';",
            "@\\69mport url(x.css);",
            "@IMPORT/**/\"x\";",
            "a{fill:url(https://example.org/a.svg#b)}",
            "a{fill:u\\72l(https://example.org)}",
            "a{fill:URL( 'https://example.org' )}",
            "a{fill:url(/**/x)}",
            "a{fill:url(x.svg#a)}",
            "a{fill:url(var(--x))}",
            "a{background:image-set('x.png' 1x)}",
            "a{background:\\69mage('x.png')}",
            "a{background:src('x.png')}",
            "a{background:-webkit-cross-fade(x, y)}",
            "a{--x:url(//example.org)}",
            "@media screen{@supports (a:b){b{c:url(x)}}}",
            "a{fill:unheard-of('x')}",
            "@unheard-of 'x';",
            "a{fill:url(data:image/svg+xml,<svg/>)}",
            "a{fill:url(data:text/html,x)}",
            "a{fill:url(javascript:x)}",
            "a{fill:url(x",
            "a{fill:url(a'b)}",
            "@namespace 'x'; a{fill:url(x)}",
        ] {
            assert!(refused(css), "{css}");
        }
        assert!(refused(&"(".repeat(100_000)));
        assert!(read("url(x)", Of::Value).refused.is_some() && read("f(x)", Of::Value).refused.is_none());
    }

    #[test]
    fn what_drawings_have_passes() {
        for css in [
            ".st0{fill:url(#SVGID_1_);stroke:rgb(1,2,3)}",
            "a{filter:url('#f');clip-path:url( \"#c\" );mask:none}",
            "@font-face{font-family:x;src:local('x'),url(data:font/woff2;base64,d09GMg==) format('woff2')}",
            "@namespace svg url(http://www.w3.org/2000/svg); svg|a:not(.b){c:d}",
            "/* @import 'x'; url(https://example.org) */ a{content:'url(x)'}",
            "@media (prefers-color-scheme: dark){a{fill:light-dark(#fff, var(--a, #121212))}}",
        ] {
            assert_eq!(read(css, Of::Sheet), Css::default(), "{css}");
        }
    }

    #[test]
    fn what_moves_is_known_however_it_is_written() {
        for css in [
            "a{animation:k 1s}",
            "a{ANIM\\41TION-name:k}",
            "a{-webkit-animation:k}",
            "@keyframes k{}",
            "@-moz-keyframes k{}",
            "a{tran/**/:x;transition:all 1s}",
            "a{text-decoration:blink}",
            "a{fill:url(data:image/gif;base64,R0lGODlh)}",
        ] {
            assert!(read(css, Of::Sheet).moves, "{css}");
        }
    }
}
