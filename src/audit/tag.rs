//! One start tag: its name and the attributes the rules ask about, as places in the page.

use std::borrow::Cow;

use lol_html::html_content::Element;

use super::kind::Kind;
use crate::source::Span;

macro_rules! attributes {
    ($($attribute:ident $name:literal $(or $other:literal)?,)*) => {
        /// An attribute some rule asks about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Attribute {
            $(#[doc = $name] $attribute,)*
            /// Any `on…`; the place is that of its name.
            Handler,
        }

        impl Attribute {
            const COUNT: usize = [$($name),*].len() + 1;

            /// `name` in lower case; none for attributes no rule asks about.
            fn of(name: &str) -> Option<Self> {
                Some(match name {
                    $($name $(| $other)? => Attribute::$attribute,)*
                    _ if name.starts_with("on") => Attribute::Handler,
                    _ => return None,
                })
            }

            /// The name as messages give it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Attribute::$attribute => $name,)*
                    Attribute::Handler => "on…",
                }
            }
        }
    };
}

attributes! {
    Alt "alt", AriaControls "aria-controls", AriaDescribedby "aria-describedby", AriaDescription "aria-description",
    AriaDetails "aria-details", AriaHidden "aria-hidden", AriaLabel "aria-label", AriaLabelledby "aria-labelledby",
    AriaLevel "aria-level", Autoplay "autoplay", Class "class", Content "content", DataSource "data-source",
    For "for", Headers "headers", Hidden "hidden", Href "href" or "xlink:href", Hreflang "hreflang",
    HttpEquiv "http-equiv", Id "id", Lang "lang", Name "name", Placeholder "placeholder", Poster "poster",
    Rel "rel", Role "role", Scope "scope", Src "src" or "data", Srcset "srcset" or "imagesrcset", Style "style",
    Tabindex "tabindex", Title "title", Type "type", XmlLang "xml:lang",
}

/// A few attributes, to be asked about at once.
#[derive(Clone, Copy)]
pub(super) struct Set(u64);

impl Set {
    /// The set of these.
    pub const fn of(attributes: &[Attribute]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < attributes.len() {
            bits |= 1 << attributes[at] as u64;
            at += 1;
        }
        Self(bits)
    }
}

/// A start tag. Values are raw: character references are not decoded.
pub(super) struct Tag<'p> {
    html: &'p str,
    /// The name as written.
    pub name: &'p str,
    /// From `<` to after `>`.
    pub span: Span,
    present: u64,
    places: [Span; Attribute::COUNT],
}

impl<'p> Tag<'p> {
    /// Reads a start tag of the page `html` once, without copying.
    pub fn read(element: &Element<'_, '_>, html: &'p str) -> Self {
        let span = Span::from(element.source_location().bytes());
        let inside = html.get(span.start as usize + 1..span.end as usize).unwrap_or_default();
        let ends = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>');
        let end = inside.as_bytes().iter().position(ends).unwrap_or(inside.len());
        let places = [Span::default(); Attribute::COUNT];
        let mut tag = Tag { html, name: &inside[..end], span, present: 0, places };
        // A tag of nothing but its name is the most common one.
        if inside.len() <= end + 1 {
            return tag;
        }
        for attribute in element.attributes() {
            let Some(name) = attribute.name_source_location().map(|place| place.bytes()) else { continue };
            let kind = Attribute::of(&lower(html.get(name.clone()).unwrap_or_default()));
            let value = attribute.value_source_location().map(|place| place.bytes());
            match kind {
                Some(Attribute::Handler) => tag.set(Attribute::Handler, name.into()),
                // An attribute without a value has an empty one.
                Some(kind) => tag.set(kind, value.unwrap_or(name.end..name.end).into()),
                None => {}
            }
        }
        tag
    }

    /// The first of two attributes of one name counts, as in browsers.
    fn set(&mut self, attribute: Attribute, place: Span) {
        if !self.has(attribute) {
            self.present |= 1 << attribute as u64;
            self.places[attribute as usize] = place;
        }
    }

    /// The kind of element this opens.
    pub fn kind(&self) -> Kind {
        Kind::of(&lower(self.name))
    }

    /// Whether the tag has the attribute.
    pub fn has(&self, attribute: Attribute) -> bool {
        self.present & (1 << attribute as u64) != 0
    }

    /// Whether the tag has any of the attributes.
    pub fn has_any(&self, set: Set) -> bool {
        self.present & set.0 != 0
    }

    /// The raw value of an attribute.
    pub fn get(&self, attribute: Attribute) -> Option<&'p str> {
        self.place(attribute).map(|place| self.html.get(place.range()).unwrap_or_default())
    }

    /// Where the value of an attribute is.
    pub fn place(&self, attribute: Attribute) -> Option<Span> {
        self.has(attribute).then(|| self.places[attribute as usize])
    }

    /// The first role of the list, which is the one browsers take when they know it.
    pub fn role(&self) -> Option<&'p str> {
        self.get(Attribute::Role)?.split_ascii_whitespace().next()
    }

    /// The language tag it gives its content.
    pub fn lang(&self) -> Option<&'p str> {
        self.get(Attribute::Lang).or_else(|| self.get(Attribute::XmlLang)).map(str::trim)
    }

    /// Whether it hides its content from everybody, or from assistive technology.
    pub fn is_hidden(&self) -> bool {
        const HIDES: Set = Set::of(&[Attribute::Hidden, Attribute::AriaHidden]);
        self.has_any(HIDES)
            && (self.has(Attribute::Hidden)
                || self.get(Attribute::AriaHidden).is_some_and(|value| value.eq_ignore_ascii_case("true")))
    }

    /// Whether it is a `meta` that sends the reader to another page.
    pub fn is_refresh(&self) -> bool {
        self.get(Attribute::HttpEquiv).is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
    }
}

/// Names are nearly always written in lower case already.
pub(super) fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
