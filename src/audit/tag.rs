//! One start tag: its name and the attributes the rules ask about, as places in the page.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;

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

            fn of_any_case(name: &str) -> Option<Self> {
                Self::of(name).or_else(|| match lower(name) {
                    Cow::Borrowed(_) => None,
                    Cow::Owned(lowered) => Self::of(&lowered),
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
    EpubType "epub:type", For "for", Headers "headers", Hidden "hidden", Href "href" or "xlink:href", Hreflang "hreflang",
    HttpEquiv "http-equiv", Id "id", Lang "lang", Name "name", Placeholder "placeholder", Poster "poster",
    Rel "rel", Role "role", Scope "scope", Src "src" or "data", Srcset "srcset" or "imagesrcset", Style "style",
    Tabindex "tabindex", Title "title", Type "type", XmlLang "xml:lang",
}

/// A few attributes, to be asked about at once.
#[derive(Clone, Copy, Default)]
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

    /// What is in either.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any attribute is in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
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
    /// Reads the start tag at `span` of the page `html` once, without copying.
    ///
    /// lol_html tells where tags are; their attributes are read here, because it would make a list of each tag's
    /// with much more than a place in it. Once the bounds of a tag are known, HTML leaves no doubt about the rest.
    pub fn read(html: &'p str, span: Span) -> Self {
        let text = html.get(span.range()).unwrap_or_default().as_bytes();
        let end = find(text, 1, |byte| is_space(byte) || matches!(byte, b'/' | b'>'));
        let start = span.start as usize;
        let name = html.get(start + 1..start + end).unwrap_or_default();
        let mut tag = Tag { html, name, span, present: 0, places: [Span::default(); Attribute::COUNT] };
        let mut at = end;
        loop {
            at = find(text, at, |byte| !is_space(byte) && byte != b'/');
            if matches!(text.get(at), None | Some(b'>')) {
                return tag;
            }
            // A name may begin with `=`, though nobody means it.
            let name = at..find(text, at + 1, |byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'='));
            let (value, after) = value(text, name.end);
            at = after;
            let name = start + name.start..start + name.end;
            match Attribute::of_any_case(html.get(name.clone()).unwrap_or_default()) {
                Some(Attribute::Handler) => tag.set(Attribute::Handler, name.into()),
                Some(known) => tag.set(known, (start + value.start..start + value.end).into()),
                None => {}
            }
        }
    }

    /// The first of two attributes of one name counts, as in browsers.
    fn set(&mut self, attribute: Attribute, place: Span) {
        if !self.has(attribute) {
            self.present |= 1 << attribute as u64;
            self.places[attribute as usize] = place;
        }
    }

    /// Whether the tag has the attribute.
    pub fn has(&self, attribute: Attribute) -> bool {
        self.present & (1 << attribute as u64) != 0
    }

    /// The attributes it has.
    pub fn attributes(&self) -> Set {
        Set(self.present)
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

    /// Whether it ends in `/>`, which in XML leaves it without content.
    pub fn is_closed(&self) -> bool {
        self.html.get(..self.span.end as usize).is_some_and(|until| until.ends_with("/>"))
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

/// The value of the attribute whose name ends at `name_end`, and where to go on. Without `=` it is empty.
fn value(tag: &[u8], name_end: usize) -> (Range<usize>, usize) {
    let equals = find(tag, name_end, |byte| !is_space(byte));
    if tag.get(equals) != Some(&b'=') {
        return (name_end..name_end, equals);
    }
    let start = find(tag, equals + 1, |byte| !is_space(byte));
    match tag.get(start) {
        Some(&quote @ (b'"' | b'\'')) => {
            let end = memchr(quote, &tag[start + 1..]).map_or(tag.len(), |length| start + 1 + length);
            (start + 1..end, end + 1)
        }
        _ => {
            let end = find(tag, start, |byte| is_space(byte) || byte == b'>');
            (start..end, end)
        }
    }
}

/// The place of the first byte from `at` on that is sought, or the end.
fn find(text: &[u8], at: usize, sought: impl Fn(u8) -> bool) -> usize {
    let at = at.min(text.len());
    text[at..].iter().position(|&byte| sought(byte)).map_or(text.len(), |found| at + found)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// Names are nearly always written in lower case already.
pub(super) fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Tag<'_> {
        Tag::read(html, Span::from(0..html.len()))
    }

    #[test]
    fn attributes_are_read_as_browsers_do() {
        let tag =
            read("<IMG ALT='文 > 字' id=a/b hidden lang = \n\"zh\" id=c =x title='' onClick=x() src=a>");
        assert_eq!(tag.name, "IMG");
        assert_eq!(tag.get(Attribute::Alt), Some("文 > 字"));
        assert_eq!(tag.get(Attribute::Id), Some("a/b"), "the first counts");
        assert_eq!(tag.get(Attribute::Lang), Some("zh"));
        assert_eq!(tag.get(Attribute::Hidden), Some(""));
        assert_eq!(tag.get(Attribute::Title), Some(""));
        assert_eq!(tag.get(Attribute::Handler), Some("onClick"));
        assert_eq!(tag.get(Attribute::Src), Some("a"));
        assert_eq!(tag.get(Attribute::Href), None);
    }

    #[test]
    fn slashes_and_unclosed_values_end_nothing_too_early() {
        assert_eq!(read("<a href=x/>").get(Attribute::Href), Some("x/"));
        assert_eq!(read("<a/href='x'/id=y>").get(Attribute::Id), Some("y"));
        assert_eq!(read("<a href='x").get(Attribute::Href), Some("x"));
        assert_eq!(read("<a href=").get(Attribute::Href), Some(""));
        assert_eq!(read("<").name, "");
        assert_eq!(read("").name, "");
    }
}
