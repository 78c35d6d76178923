//! One start tag: its kind and the attributes the rules ask about, as slices of the page.

use std::borrow::Cow;

use lol_html::html_content::Element;

use super::kind::Kind;
use crate::source::Span;

/// A start tag. Values are raw: character references are not decoded.
#[derive(Default)]
pub(super) struct Tag<'p> {
    pub name: &'p str,
    /// From `<` to after `>`.
    pub span: Span,
    pub id: Option<&'p str>,
    pub name_attribute: Option<&'p str>,
    pub lang: Option<&'p str>,
    pub xml_lang: Option<&'p str>,
    pub role: Option<&'p str>,
    pub class: Option<&'p str>,
    pub href: Option<&'p str>,
    pub src: Option<&'p str>,
    pub poster: Option<&'p str>,
    pub srcset: Option<&'p str>,
    pub alt: Option<&'p str>,
    pub label: Option<&'p str>,
    pub title: Option<&'p str>,
    pub labelledby: Option<&'p str>,
    pub scope: Option<&'p str>,
    pub rel: Option<&'p str>,
    pub hreflang: Option<&'p str>,
    pub content: Option<&'p str>,
    pub kind_attribute: Option<&'p str>,
    pub tabindex: Option<&'p str>,
    pub level: Option<&'p str>,
    pub source: Option<Span>,
    /// `hidden` or `aria-hidden="true"`.
    pub hidden: bool,
    pub style: bool,
    pub autoplay: bool,
    pub refresh: bool,
    /// The first `on…` attribute.
    pub handler: Option<&'p str>,
    /// Other labels, with the name of their attribute.
    pub labels: Labels<'p>,
    /// Ids the tag refers to beside `labelledby`, with the name of their attribute.
    pub references: Labels<'p>,
}

/// A few attributes of like meaning; a tag with more of them than room has the rest ignored.
pub(super) type Labels<'p> = [Option<(&'static str, &'p str)>; 3];

impl<'p> Tag<'p> {
    /// Reads a start tag of the page `html` once, without copying.
    pub fn read(element: &Element<'_, '_>, html: &'p str) -> Self {
        let bytes = element.source_location().bytes();
        let start = bytes.start;
        let mut tag = Tag { span: Span::from(bytes), ..Tag::default() };
        let inside = html.get(start + 1..tag.span.end as usize).unwrap_or_default();
        let end =
            inside.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(inside.len());
        tag.name = &inside[..end];
        for attribute in element.attributes() {
            let name = attribute.name_source_location().and_then(|place| html.get(place.bytes()));
            let place = attribute.value_source_location().map(|place| place.bytes());
            let value = place.clone().and_then(|place| html.get(place)).unwrap_or_default();
            if let Some(name) = name {
                tag.attribute(name, value, place.map(Span::from).unwrap_or_default());
            }
        }
        tag
    }

    /// The kind of element this opens.
    pub fn kind(&self) -> Kind {
        Kind::of(&lower(self.name))
    }

    /// The first role of the list, which is the one browsers take when they know it.
    pub fn role(&self) -> Option<&'p str> {
        self.role?.split_ascii_whitespace().next()
    }

    fn attribute(&mut self, name: &'p str, value: &'p str, span: Span) {
        let lowered = lower(name);
        // The first of two attributes of one name counts, as in browsers.
        let slot = match &*lowered {
            "id" => &mut self.id,
            "name" => &mut self.name_attribute,
            "lang" => &mut self.lang,
            "xml:lang" => &mut self.xml_lang,
            "role" => &mut self.role,
            "class" => &mut self.class,
            "href" | "xlink:href" => &mut self.href,
            "src" | "data" => &mut self.src,
            "poster" => &mut self.poster,
            "srcset" | "imagesrcset" => &mut self.srcset,
            "alt" => &mut self.alt,
            "aria-label" => &mut self.label,
            "title" => &mut self.title,
            "aria-labelledby" => &mut self.labelledby,
            "scope" => &mut self.scope,
            "rel" => &mut self.rel,
            "hreflang" => &mut self.hreflang,
            "content" => &mut self.content,
            "type" => &mut self.kind_attribute,
            "tabindex" => &mut self.tabindex,
            "aria-level" => &mut self.level,
            _ => return self.rare(name, &lowered, Value { text: value, span }),
        };
        slot.get_or_insert(value);
    }

    fn rare(&mut self, name: &'p str, lowered: &str, value: Value<'p>) {
        let text = value.text;
        match lowered {
            "data-source" => self.source = Some(value.span),
            "hidden" => self.hidden = true,
            "aria-hidden" => self.hidden |= text.eq_ignore_ascii_case("true"),
            "style" => self.style = true,
            "autoplay" => self.autoplay = true,
            "http-equiv" => self.refresh = text.eq_ignore_ascii_case("refresh"),
            "placeholder" => keep(&mut self.labels, "placeholder", text),
            "aria-description" => keep(&mut self.labels, "aria-description", text),
            "aria-describedby" => keep(&mut self.references, "aria-describedby", text),
            "aria-details" => keep(&mut self.references, "aria-details", text),
            "aria-controls" => keep(&mut self.references, "aria-controls", text),
            "for" => keep(&mut self.references, "for", text),
            "headers" => keep(&mut self.references, "headers", text),
            _ if lowered.starts_with("on") => _ = self.handler.get_or_insert(name),
            _ => {}
        }
    }
}

struct Value<'p> {
    text: &'p str,
    span: Span,
}

fn keep<'p>(list: &mut Labels<'p>, name: &'static str, value: &'p str) {
    if let Some(slot) = list.iter_mut().find(|slot| slot.is_none()) {
        *slot = Some((name, value));
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
