//! One start tag: its name and the attributes the rules ask about, as places in the page.

use std::collections::HashSet;
use std::ops::Range;

use memchr::memchr;

use super::aria::Role;
use super::element_kind::ElementKind;
use super::names::{self, Names};
use crate::source::Span;

macro_rules! attributes {
    ($($attribute:ident $name:literal $(or $other:literal)?,)*) => {
        /// An attribute some rule asks about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Attribute {
            $(#[doc = $name] $attribute,)*
            /// Any `on…`; the place is that of its name.
            Handler,
            /// Any `aria-…` that is not named here; the place is that of its name.
            Aria,
        }

        impl Attribute {
            const COUNT: usize = Self::ALL.len();
            const ALL: &[Attribute] = &[$(Attribute::$attribute,)* Attribute::Handler, Attribute::Aria];

            /// The attribute of this name, which has this number (see [`names`]); none if no rule asks about it.
            pub fn of(name: &[u8], number: u128) -> Option<Self> {
                static ATTRIBUTES: Names<Option<Attribute>, 128> = Names::new(
                    &[$(($name, Some(Attribute::$attribute)) $(, ($other, Some(Attribute::$attribute)))?),*],
                    None,
                );
                ATTRIBUTES.get(number).or_else(|| {
                    let begins = |with: &[u8]| name.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
                    let handler = begins(b"on").then_some(Attribute::Handler);
                    handler.or_else(|| begins(b"aria-").then_some(Attribute::Aria))
                })
            }

            /// Whether it stands for many, so that what is kept of it is the name.
            pub fn is_of_names(self) -> bool {
                matches!(self, Attribute::Handler | Attribute::Aria)
            }

            /// The name as messages give it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Attribute::$attribute => $name,)*
                    Attribute::Handler => "on…",
                    Attribute::Aria => "aria-…",
                }
            }
        }
    };
}

attributes! {
    Alt "alt", AriaBusy "aria-busy", AriaControls "aria-controls", AriaDescribedby "aria-describedby",
    AriaDescription "aria-description", AriaDetails "aria-details", AriaHidden "aria-hidden", AriaLabel "aria-label",
    AriaLabelledby "aria-labelledby", AriaLevel "aria-level", AriaOwns "aria-owns", Autocomplete "autocomplete",
    Autoplay "autoplay", Background "background", Class "class", Colspan "colspan", Content "content", Contenteditable "contenteditable",
    Controls "controls", DataSource "data-source", Disabled "disabled", EpubType "epub:type", For "for", Headers "headers",
    Height "height", Hidden "hidden", Href "href" or "xlink:href", Hreflang "hreflang", HttpEquiv "http-equiv", Id "id",
    Inert "inert", Label "label", Lang "lang", Multiple "multiple", Muted "muted", Name "name", Open "open", Placeholder "placeholder",
    Ping "ping", Poster "poster", Rel "rel", Role "role", Rowspan "rowspan", Scope "scope", Size "size", Src "src" or "data",
    Srcdoc "srcdoc", Srcset "srcset" or "imagesrcset", Style "style", Summary "summary",
    Tabindex "tabindex", Title "title", Type "type", Value "value", Width "width", XmlLang "xml:lang",
}

/// Attributes whose value, or what it refers to, names or describes an element.
pub(super) const LABELS: &[Attribute] = &[
    Attribute::Alt,
    Attribute::AriaDescription,
    Attribute::AriaLabel,
    Attribute::AriaLabelledby,
    Attribute::Placeholder,
    Attribute::Title,
];

// One bit for each.
const _: () = assert!(Attribute::COUNT <= u64::BITS as usize);

/// Any attribute of ARIA.
pub(super) const ARIA: Set = Set::of(&[
    Attribute::Aria,
    Attribute::AriaBusy,
    Attribute::AriaControls,
    Attribute::AriaDescribedby,
    Attribute::AriaDescription,
    Attribute::AriaDetails,
    Attribute::AriaHidden,
    Attribute::AriaLabel,
    Attribute::AriaLabelledby,
    Attribute::AriaLevel,
    Attribute::AriaOwns,
]);

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

    /// Whether all of it is in the other.
    pub const fn is_in(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether any attribute is in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A start tag. Values are raw: character references are not decoded. One is read after another into the same.
pub(super) struct Tag<'p> {
    html: &'p str,
    /// From `<` to after `>`.
    pub span: Span,
    /// What it opens, by its name.
    pub kind: ElementKind,
    /// Whether it is an element of HTML; false inside svg and math.
    pub of_html: bool,
    /// Whether something can stand in it: neither a void element nor a closed one of svg or XML.
    pub has_content: bool,
    name: Range<usize>,
    role: Option<Role>,
    present: u64,
    /// Where the values are; what is there of an attribute the tag has not is of an earlier tag.
    places: [Span; Attribute::COUNT],
}

impl<'p> Tag<'p> {
    /// No tag of this page yet.
    pub fn new(html: &'p str) -> Self {
        Tag {
            html,
            span: Span::default(),
            kind: ElementKind::Other,
            of_html: true,
            has_content: false,
            name: 0..0,
            role: None,
            present: 0,
            places: [Span::default(); Attribute::COUNT],
        }
    }

    /// Begins another tag, of which only this much is known.
    pub fn begin(&mut self, at: usize, name_end: usize) {
        self.name = at + 1..name_end;
        self.role = None;
        self.present = 0;
    }

    /// Reads the start tag at `span`, without copying.
    ///
    /// lol_html gives the places of tags; their attributes are read here, because it would make a list of each tag's
    /// with much more than a place in it. Once the bounds of a tag are known, HTML leaves no doubt about the rest.
    pub fn read(&mut self, span: Span) {
        let text = self.html.get(span.range()).unwrap_or_default().as_bytes();
        let end = find(text, 1, |byte| is_space(byte) || matches!(byte, b'/' | b'>'));
        let start = span.start as usize;
        self.span = span;
        self.begin(start, start + end);
        for (name, value) in (Attributes { text, at: end }) {
            let known = &text[name.clone()];
            if let Some(known) = Attribute::of(known, names::number(known)) {
                let place = if known.is_of_names() { name } else { value };
                self.set(known, start + place.start..start + place.end);
            }
        }
    }

    /// The name in lower case and the raw value of each attribute, those that no [`Attribute`] stands for as well.
    pub fn all_attributes(&self) -> impl Iterator<Item = (String, &'p str)> + use<'p> {
        let text = self.html.get(self.span.range()).unwrap_or_default();
        let end = self.name.end - self.span.start as usize;
        let mut seen = HashSet::new();
        (Attributes { text: text.as_bytes(), at: end }).filter_map(move |(name, value)| {
            let name = text.get(name)?.to_ascii_lowercase();
            // The first of two of one name counts.
            seen.insert(name.clone()).then(|| Some((name, text.get(value)?)))?
        })
    }

    /// Notes an attribute. The first of two of one name counts, as in browsers.
    pub fn set(&mut self, attribute: Attribute, place: Range<usize>) {
        if !self.has(attribute) {
            self.present |= 1 << attribute as u64;
            self.places[attribute as usize] = Span::from(place.clone());
            if attribute == Attribute::Role {
                self.role = self.html.get(place).and_then(Role::first_of);
            }
        }
    }

    /// The name as written.
    pub fn name(&self) -> &'p str {
        self.html.get(self.name.clone()).unwrap_or_default()
    }

    /// All of it as written.
    pub fn text(&self) -> &'p str {
        self.html.get(self.span.range()).unwrap_or_default()
    }

    /// Whether the tag has the attribute.
    pub fn has(&self, attribute: Attribute) -> bool {
        self.present & (1 << attribute as u64) != 0
    }

    /// The attributes it has.
    pub fn attributes(&self) -> Set {
        Set(self.present)
    }

    /// Hands on each attribute it has, with its value.
    pub fn each(&self, mut hand_on: impl FnMut(Attribute, &'p str)) {
        let mut rest = self.present;
        while rest != 0 {
            let attribute = Attribute::ALL[rest.trailing_zeros() as usize];
            hand_on(attribute, self.get(attribute).unwrap_or_default());
            rest &= rest - 1;
        }
    }

    /// Each attribute it has, and where its value is.
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = (Attribute, Span)> {
        Attribute::ALL.iter().filter_map(|&attribute| Some((attribute, self.place(attribute)?)))
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

    /// The role that its attribute gives it.
    pub fn given_role(&self) -> Option<Role> {
        self.role
    }

    /// The name of that role.
    pub fn role(&self) -> Option<&'static str> {
        self.role.map(|role| role.name)
    }

    /// Whether the value of an attribute is this word, in capitals or not.
    pub fn says(&self, attribute: Attribute, word: &str) -> bool {
        self.get(attribute).is_some_and(|value| value.trim().eq_ignore_ascii_case(word))
    }

    /// The language tag it gives its content.
    pub fn lang(&self) -> Option<&'p str> {
        self.get(Attribute::Lang).or_else(|| self.get(Attribute::XmlLang)).map(str::trim)
    }

    /// Whether it ends in `/>`, which in XML leaves it without content.
    pub fn is_closed(&self) -> bool {
        self.html.get(..self.span.end as usize).is_some_and(|until| until.ends_with("/>"))
    }

    /// Whether it is a `meta` that sends the reader to another page.
    pub fn is_refresh(&self) -> bool {
        self.get(Attribute::HttpEquiv).is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
    }

    /// Whether it is a template whose content browsers show in the place of what it stands in.
    pub fn is_shadow(&self) -> bool {
        let is_mode = |value: &str| ["open", "closed"].iter().any(|mode| value.eq_ignore_ascii_case(mode));
        self.kind == ElementKind::Template
            && self.all_attributes().any(|(name, value)| name == "shadowrootmode" && is_mode(value))
    }
}

/// The attributes of a tag from here on: where each name and each value is.
struct Attributes<'t> {
    text: &'t [u8],
    at: usize,
}

impl Iterator for Attributes<'_> {
    type Item = (Range<usize>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.text;
        let at = find(text, self.at, |byte| !is_space(byte) && byte != b'/');
        if matches!(text.get(at), None | Some(b'>')) {
            return None;
        }
        // A name may begin with `=`, though nobody means it.
        let name = at..find(text, at + 1, |byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'='));
        let (value, after) = value(text, name.end);
        self.at = after;
        Some((name, value))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Tag<'_> {
        let mut tag = Tag::new(html);
        tag.read(Span::from(0..html.len()));
        tag
    }

    #[test]
    fn attributes_are_read_as_browsers_do() {
        let tag =
            read("<IMG ALT='文 > 字' id=a/b hidden lang = \n\"zh\" id=c =x title='' onClick=x() src=a>");
        assert_eq!(tag.name(), "IMG");
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
        assert_eq!(read("<").name(), "");
        assert_eq!(read("").name(), "");
    }
}
