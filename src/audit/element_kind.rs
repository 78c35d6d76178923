//! The elements the audit knows by name; all others are `Other`.

use super::names::Names;

macro_rules! kinds {
    ($($kind:ident $name:literal,)*) => {
        /// What an element is, by its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum ElementKind {
            /// What stands around the html element.
            Root,
            /// An element no rule asks about.
            Other,
            $(#[doc = $name] $kind,)*
        }

        impl ElementKind {
            /// Every kind that has a name.
            #[cfg(test)]
            pub const NAMED: &[(&str, ElementKind)] = &[$(($name, ElementKind::$kind)),*];

            /// How many kinds there are.
            pub const COUNT: usize = [$($name),*].len() + 2;

            /// What an element is whose name has this number (see [`names`](super::names)).
            pub fn of(number: u128) -> Self {
                static KINDS: Names<ElementKind, 512> = Names::new(&[$(($name, ElementKind::$kind)),*], ElementKind::Other);
                KINDS.get(number)
            }
        }
    };
}

kinds! {
    A "a", Abbr "abbr", Address "address", Area "area", Article "article", Aside "aside", Audio "audio", B "b", Base "base",
    Bdi "bdi", Blockquote "blockquote", Body "body", Br "br", Button "button", Caption "caption", Cite "cite", Code "code",
    Data "data", Datalist "datalist", Dd "dd", Del "del", Details "details", Dfn "dfn", Dialog "dialog", Div "div", Dl "dl", Dt "dt", Em "em",
    Embed "embed", Fieldset "fieldset", Figcaption "figcaption", Figure "figure", Footer "footer", ForeignObject "foreignobject", Form "form",
    H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head", Header "header", Hgroup "hgroup", Hr "hr",
    Html "html", I "i", Iframe "iframe", Image "image", Img "img", Input "input", Ins "ins", Kbd "kbd",
    Label "label", Legend "legend", Li "li", Link "link", Main "main", Mark "mark", Marquee "marquee", Math "math", Menu "menu",
    Meta "meta", Meter "meter", Nav "nav",
    Noembed "noembed", Noframes "noframes", Noscript "noscript", Object "object", Ol "ol", Optgroup "optgroup",
    Option "option", Output "output", P "p", Pre "pre", Progress "progress", Q "q", Rp "rp", Rt "rt", Ruby "ruby", S "s", Samp "samp", Script "script",
    Search "search", Section "section", Select "select", Small "small", Source "source", Span "span", Strong "strong", Style "style",
    Sub "sub", Summary "summary", Sup "sup", Svg "svg", Table "table", Tbody "tbody", Td "td", Template "template",
    Textarea "textarea", Tfoot "tfoot", Th "th", Thead "thead", Time "time", Title "title", Tr "tr", Track "track",
    U "u", Ul "ul", Use "use", Var "var", Video "video", Wbr "wbr", Xmp "xmp",
}

impl ElementKind {
    /// The level of a heading.
    pub fn heading_level(self) -> Option<u8> {
        (ElementKind::H1 as u8..=ElementKind::H6 as u8)
            .contains(&(self as u8))
            .then(|| self as u8 - ElementKind::H1 as u8 + 1)
    }

    /// Whether nothing can stand in it.
    pub fn is_void(self) -> bool {
        use ElementKind::*;
        matches!(self, Area | Base | Br | Embed | Hr | Img | Input | Link | Meta | Source | Track | Wbr)
    }

    /// Whether the content is raw text up to the end tag, where `<` opens no element.
    pub fn is_raw(self) -> bool {
        use ElementKind::*;
        matches!(self, Script | Style | Title | Textarea | Iframe | Xmp | Noembed | Noframes | Noscript)
    }

    /// Whether the content is never read out as part of the page.
    pub fn is_unread(self) -> bool {
        use ElementKind::*;
        matches!(self, Datalist | Script | Style | Title | Head | Noembed | Noframes | Noscript | Template)
    }

    /// Whether a header or footer inside belongs to this element and not to the page.
    pub fn is_sectioning(self) -> bool {
        use ElementKind::*;
        matches!(self, Article | Aside | Main | Nav | Section)
    }

    /// Whether a sentence runs on through the element.
    pub fn is_inline(self) -> bool {
        use ElementKind::*;
        matches!(
            self,
            A | Abbr
                | B
                | Bdi
                | Cite
                | Data
                | Del
                | Dfn
                | Em
                | I
                | Ins
                | Mark
                | Q
                | S
                | Small
                | Span
                | Strong
                | Sub
                | Sup
                | Time
                | U
                | Wbr
        )
    }

    /// Whether browsers begin a line with the element, and with what follows it.
    pub fn begins_line(self) -> bool {
        use ElementKind::*;
        match self {
            Body | Br | Caption | Dd | Dt | Legend | Li | Optgroup | Option | Summary | Tbody | Td
            | Tfoot | Th | Thead | Tr => true,
            kind => kind.closes().is_some_and(|(closed, _)| closed == [P]),
        }
    }

    /// Whether no rule asks about the element for what it is, but at most for its attributes. These are the commonest
    /// such elements, not all.
    pub fn is_common(self) -> bool {
        use ElementKind::*;
        matches!(self, B | Br | Div | Em | I | Li | Ol | P | Section | Span | Strong | Ul)
    }

    /// Whether an element of this kind is asked for its words at its end, whatever carries it.
    pub fn is_asked(self) -> bool {
        use ElementKind::*;
        matches!(self, Caption | Label)
    }

    /// Whether the content is computer text, which has no language.
    pub fn is_code(self) -> bool {
        use ElementKind::*;
        matches!(self, Code | Kbd | Pre | Samp | Var)
    }

    /// Which open elements a start tag of this kind closes without an end tag, and how far up they are sought.
    pub fn closes(self) -> Option<(&'static [ElementKind], &'static [ElementKind])> {
        use ElementKind::*;
        const CELLS: &[ElementKind] = &[Td, Th];
        const ROWS: &[ElementKind] = &[Tr, Td, Th];
        const GROUPS: &[ElementKind] = &[Thead, Tbody, Tfoot, Tr, Td, Th, Caption];
        const BLOCKS: &[ElementKind] = &[P];
        /// Where a paragraph stays open: inside these a new flow begins.
        const FLOWS: &[ElementKind] = &[Table, Td, Th, Caption, Button, Object, Template, ForeignObject];
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
            Button => (&[Button], FLOWS),
            Body => (&[Head], &[]),
            Address | Article | Aside | Blockquote | Details | Dialog | Div | Dl | Fieldset | Figcaption
            | Figure | Footer | Form | H1 | H2 | H3 | H4 | H5 | H6 | Header | Hgroup | Hr | Main | Menu
            | Nav | Ol | P | Pre | Search | Section | Table | Ul => (BLOCKS, FLOWS),
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
        let of = |name: &str| ElementKind::of(number(name.as_bytes()));
        assert_eq!(of("nav"), ElementKind::Nav);
        assert_eq!(of("NAV"), ElementKind::Nav);
        assert_eq!(of("易读"), ElementKind::Other);
        assert_eq!(of("h3").heading_level(), Some(3));
        assert_eq!(of("h7").heading_level(), None);
        assert_eq!(ElementKind::Header.heading_level(), None);
        assert!((ElementKind::Xmp as usize) < ElementKind::COUNT);
    }
}
