//! The elements the audit knows by name; all others are `Other`.

use super::names::Names;

macro_rules! kinds {
    ($($kind:ident $name:literal,)*) => {
        /// What an element is, by its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Kind {
            /// What stands around the html element.
            Root,
            /// An element no rule asks about.
            Other,
            $(#[doc = $name] $kind,)*
        }

        impl Kind {
            /// Every kind that has a name.
            #[cfg(test)]
            pub const NAMED: &[(&str, Kind)] = &[$(($name, Kind::$kind)),*];

            /// How many kinds there are.
            pub const COUNT: usize = [$($name),*].len() + 2;

            /// What an element is whose name has this number (see [`names`](super::names)).
            pub fn of(number: u128) -> Self {
                static KINDS: Names<Kind, 512> = Names::new(&[$(($name, Kind::$kind)),*], Kind::Other);
                KINDS.get(number)
            }
        }
    };
}

kinds! {
    A "a", Abbr "abbr", Area "area", Article "article", Aside "aside", Audio "audio", B "b", Base "base",
    Bdi "bdi", Blockquote "blockquote", Body "body", Br "br", Button "button", Caption "caption", Cite "cite", Code "code",
    Data "data", Dd "dd", Del "del", Details "details", Dfn "dfn", Div "div", Dl "dl", Dt "dt", Em "em",
    Embed "embed", Fieldset "fieldset", Figcaption "figcaption", Figure "figure", Footer "footer", Form "form",
    H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head", Header "header", Hgroup "hgroup", Hr "hr",
    Html "html", I "i", Iframe "iframe", Image "image", Img "img", Input "input", Ins "ins", Kbd "kbd",
    Label "label", Li "li", Link "link", Main "main", Mark "mark", Menu "menu", Meta "meta", Nav "nav",
    Noembed "noembed", Noframes "noframes", Noscript "noscript", Object "object", Ol "ol", Optgroup "optgroup",
    Option "option", P "p", Pre "pre", Q "q", Rp "rp", Rt "rt", Ruby "ruby", S "s", Samp "samp", Script "script",
    Section "section", Select "select", Small "small", Source "source", Span "span", Strong "strong", Style "style",
    Sub "sub", Summary "summary", Sup "sup", Svg "svg", Table "table", Tbody "tbody", Td "td", Template "template",
    Textarea "textarea", Tfoot "tfoot", Th "th", Thead "thead", Time "time", Title "title", Tr "tr", Track "track",
    U "u", Ul "ul", Use "use", Var "var", Video "video", Wbr "wbr", Xmp "xmp",
}

/// What is true of the kinds, a bit for each question.
struct Traits;

impl Traits {
    const VOID: u16 = 1 << 0;
    const RAW: u16 = 1 << 1;
    const UNREAD: u16 = 1 << 2;
    const SECTIONING: u16 = 1 << 3;
    const INLINE: u16 = 1 << 4;
    const COMMON: u16 = 1 << 5;
    const OF_TABLE: u16 = 1 << 6;
    const CODE: u16 = 1 << 7;
    const NAMELESS: u16 = 1 << 8;

    const OF: [u16; Kind::COUNT] = {
        use Kind::*;
        let mut traits = [0; Kind::COUNT];
        let lists: &[(u16, &[Kind])] = &[
            (Traits::VOID, &[Area, Base, Br, Embed, Hr, Img, Input, Link, Meta, Source, Track, Wbr]),
            (Traits::RAW, &[Script, Style, Title, Textarea, Iframe, Xmp, Noembed, Noframes, Noscript]),
            (Traits::UNREAD, &[Script, Style, Title, Head, Iframe, Noembed, Noframes, Noscript, Template]),
            (Traits::SECTIONING, &[Article, Aside, Main, Nav, Section]),
            (
                Traits::INLINE,
                &[
                    A, Abbr, B, Bdi, Cite, Data, Del, Dfn, Em, I, Ins, Mark, Q, S, Small, Span, Strong, Sub,
                    Sup, Time, U, Wbr,
                ],
            ),
            (Traits::COMMON, &[B, Br, Div, Em, I, Li, Ol, P, Section, Span, Strong, Td, Tr, Ul]),
            (Traits::OF_TABLE, &[Table, Caption]),
            (Traits::CODE, &[Code, Kbd, Pre, Samp, Var]),
            (
                Traits::NAMELESS,
                &[
                    B, Bdi, Body, Caption, Code, Data, Del, Div, Em, I, Ins, P, Pre, Q, S, Samp, Small, Span,
                    Strong, Sub, Sup, U,
                ],
            ),
        ];
        let mut list = 0;
        while list < lists.len() {
            let (bit, kinds) = lists[list];
            let mut at = 0;
            while at < kinds.len() {
                traits[kinds[at] as usize] |= bit;
                at += 1;
            }
            list += 1;
        }
        traits
    };
}

impl Kind {
    fn is(self, bit: u16) -> bool {
        static TRAITS: [u16; Kind::COUNT] = Traits::OF;
        TRAITS[self as usize] & bit != 0
    }

    /// The level of a heading.
    pub fn heading_level(self) -> Option<u8> {
        (Kind::H1 as u8..=Kind::H6 as u8).contains(&(self as u8)).then(|| self as u8 - Kind::H1 as u8 + 1)
    }

    /// Whether nothing can stand in it.
    pub fn is_void(self) -> bool {
        self.is(Traits::VOID)
    }

    /// Whether the content is raw text up to the end tag, where `<` opens no element.
    pub fn is_raw(self) -> bool {
        self.is(Traits::RAW)
    }

    /// Whether the content is never read out as part of the page.
    pub fn is_unread(self) -> bool {
        self.is(Traits::UNREAD)
    }

    /// Whether a header or footer inside belongs to this element and not to the page.
    pub fn is_sectioning(self) -> bool {
        self.is(Traits::SECTIONING)
    }

    /// Whether a sentence runs on through the element.
    pub fn is_inline(self) -> bool {
        self.is(Traits::INLINE)
    }

    /// Whether no rule asks about the element for what it is, but at most for its attributes. These are the commonest
    /// such elements, not all.
    pub fn is_common(self) -> bool {
        self.is(Traits::COMMON)
    }

    /// Whether a table asks for its end.
    pub fn is_of_table(self) -> bool {
        self.is(Traits::OF_TABLE)
    }

    /// Whether the content is computer text, which has no language.
    pub fn is_code(self) -> bool {
        self.is(Traits::CODE)
    }

    /// Whether ARIA forbids a name while the element has no role of its own.
    pub fn forbids_name(self) -> bool {
        self.is(Traits::NAMELESS)
    }

    /// Which open elements a start tag of this kind closes without an end tag, and how far up they are sought.
    pub fn closes(self) -> Option<(&'static [Kind], &'static [Kind])> {
        use Kind::*;
        const CELLS: &[Kind] = &[Td, Th];
        const ROWS: &[Kind] = &[Tr, Td, Th];
        const GROUPS: &[Kind] = &[Thead, Tbody, Tfoot, Tr, Td, Th, Caption];
        const BLOCKS: &[Kind] = &[P];
        /// Where a paragraph stays open: inside these a new flow begins.
        const FLOWS: &[Kind] = &[Table, Td, Th, Caption, Button, Object, Template];
        Some(match self {
            Li => (&[Li], &[Ul, Ol, Menu, Table]),
            Dt | Dd => (&[Dt, Dd], &[Dl, Table]),
            Td | Th => (CELLS, &[Tr, Table]),
            Tr => (ROWS, &[Thead, Tbody, Tfoot, Table]),
            Thead | Tbody | Tfoot => (GROUPS, &[Table]),
            Option => (&[Option], &[Select, Optgroup]),
            Optgroup => (&[Option, Optgroup], &[Select]),
            Rt | Rp => (&[Rt, Rp], &[Ruby]),
            A => (&[A], FLOWS),
            Body => (&[Head], &[]),
            Article | Aside | Blockquote | Details | Div | Dl | Fieldset | Figcaption | Figure | Footer
            | Form | H1 | H2 | H3 | H4 | H5 | H6 | Header | Hgroup | Hr | Main | Menu | Nav | Ol | P
            | Pre | Section | Table | Ul => (BLOCKS, FLOWS),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::names::number;

    #[test]
    fn names_and_levels() {
        let of = |name: &str| Kind::of(number(name.as_bytes()));
        assert_eq!(of("nav"), Kind::Nav);
        assert_eq!(of("NAV"), Kind::Nav);
        assert_eq!(of("易读"), Kind::Other);
        assert_eq!(of("h3").heading_level(), Some(3));
        assert_eq!(of("h7").heading_level(), None);
        assert_eq!(Kind::Header.heading_level(), None);
        assert!((Kind::Xmp as usize) < Kind::COUNT);
    }
}
