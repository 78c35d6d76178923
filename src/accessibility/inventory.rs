//! What documents hold, counted element by element.
//!
//! In: the start tags and texts of a document in their order, from the reader that found them, or the XHTML of one
//! document. Out: an [`Inventory`]. Refused: text that is not well-formed XML, where the text itself is read.

use std::ops::{AddAssign, Range};

use crate::image::css::{self, Style};
use crate::xml::{self, Malformed, Visitor};

/// A start tag, as the reader that found it knows it.
pub trait StartTag {
    /// The name as written.
    fn name(&self) -> &str;

    /// The value of an attribute; character references may stand in it as written.
    fn attribute(&self, name: &str) -> Option<&str>;
}

macro_rules! inventory {
    ($($(#[$doc:meta])* $count:ident,)*) => {
        /// What one document holds, or all documents of a book together.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Inventory {
            $($(#[$doc])* pub $count: usize,)*
            /// What the style sheets inside documents do, and the styles on elements.
            pub style: Style,
            /// The level of the last heading.
            pub(super) level: usize,
        }

        impl AddAssign for Inventory {
            fn add_assign(&mut self, other: Self) {
                $(self.$count += other.$count;)*
                self.style |= other.style;
            }
        }
    };
}

inventory! {
    /// Pieces of text that are more than white space.
    texts,
    /// Pictures with an alternative in words.
    described_pictures,
    /// Pictures that their author made silent, because the words beside them say the same.
    silent_pictures,
    /// Pictures without any alternative.
    bare_pictures,
    /// Drawings inside a document.
    drawings,
    /// Drawings, and pictures in drawings, that say by their role or by themselves that they are a picture, with a label.
    described_graphics,
    /// The same without a label.
    bare_graphics,
    /// Headings.
    headings,
    /// Headings more than one level below the one before, and documents that do not begin with the first level.
    heading_jumps,
    /// Roles and names for assistive technology.
    roles,
    /// Elements that say more to assistive technology than HTML does, also that they are nothing to it.
    aria,
    /// Breaks of printed pages.
    page_breaks,
    /// Words with their reading above them.
    ruby,
    /// Styles written on elements, which a reader's own style cannot replace.
    styles,
    /// Formulas.
    formulas,
    /// Scripts and forms.
    scripts,
    /// Sounds.
    audio,
    /// Films.
    video,
    /// What may move or flash: elements that do, and data that nobody looked at.
    moving,
    /// Indexes of words.
    indexes,
    /// Covers, which are all picture and need no heading.
    covers,
}

/// Elements that move, or that show what nobody looked at.
const MOVING: [&str; 12] = [
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "blink",
    "canvas",
    "discard",
    "embed",
    "iframe",
    "marquee",
    "object",
    "set",
];

/// Attributes that mean something to assistive technology alone.
const ARIA: [&str; 9] = [
    "role",
    "aria-controls",
    "aria-describedby",
    "aria-description",
    "aria-details",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-level",
];

/// Attributes that name a file to load or a place to lead to.
const ADDRESSES: [&str; 6] = ["src", "srcset", "poster", "data", "href", "xlink:href"];

/// The other attributes that are asked about.
const OTHERS: [&str; 4] = ["alt", "style", "hidden", "epub:type"];

impl Inventory {
    /// Counts what a document of XHTML holds.
    ///
    /// # Errors
    /// When the text is not well-formed XML.
    pub fn read(xhtml: &str) -> Result<Self, Malformed> {
        let mut reader = XmlReader::default();
        xml::read(xhtml, &mut reader)?;
        Ok(reader.inventory.finish())
    }

    /// Counts an element and what its attributes say.
    pub fn element(&mut self, tag: &impl StartTag) {
        let name = tag.name().rsplit(':').next().unwrap_or_default();
        let role = tag.attribute("role").and_then(|roles| roles.split_ascii_whitespace().next());
        let count = usize::from;
        let labels = ["aria-label", "aria-labelledby"].map(|label| tag.attribute(label));
        self.roles += count(tag.attribute("role").is_some()) + labels.iter().flatten().count();
        self.aria += count(ARIA.iter().any(|name| tag.attribute(name).is_some()));
        self.attributes(name, role, tag);
        let is_labelled = labels.into_iter().flatten().any(|label| !label.trim().is_empty());
        let is_graphic = match name {
            "img" => {
                self.picture(role, tag);
                false
            }
            "image" => !is_silent(role, tag),
            "svg" => {
                self.drawings += 1;
                role == Some("img")
            }
            _ => false,
        };
        self.described_graphics += count(is_graphic && is_labelled);
        self.bare_graphics += count(is_graphic && !is_labelled);
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = usize::from(name.as_bytes()[1] - b'0');
                self.headings += 1;
                self.heading_jumps += count(level > self.level + 1);
                self.level = level;
            }
            _ if role == Some("heading") => self.headings += 1,
            "ruby" => self.ruby += 1,
            "math" => self.formulas += 1,
            "script" | "form" => self.scripts += 1,
            "audio" => self.audio += 1,
            "video" => self.video += 1,
            _ if MOVING.contains(&name) => self.moving += 1,
            _ => {}
        }
    }

    /// What the attributes say that mean the same on most elements.
    fn attributes(&mut self, name: &str, role: Option<&str>, tag: &impl StartTag) {
        let count = usize::from;
        if let Some(style) = tag.attribute("style") {
            self.styles += 1;
            self.style_sheet(style);
        }
        let holds_data = |name| tag.attribute(name).is_some_and(|address| address.contains("data:"));
        self.moving += count(ADDRESSES.into_iter().any(holds_data));
        let types = tag.attribute("epub:type");
        if role.is_none() && types.is_none() {
            return;
        }
        let is = |kind: &str, doc: &str| role == Some(doc) || types.is_some_and(|types| lists(types, kind));
        self.page_breaks += count(is("pagebreak", "doc-pagebreak"));
        // A link of these kinds leads to such a part and is none.
        self.covers += count(name != "a" && is("cover", "doc-cover"));
        self.indexes += count(name != "a" && is("index", "doc-index"));
    }

    fn picture(&mut self, role: Option<&str>, tag: &impl StartTag) {
        match tag.attribute("alt") {
            None => self.bare_pictures += 1,
            Some(_) if is_silent(role, tag) => self.silent_pictures += 1,
            Some(_) => self.described_pictures += 1,
        }
    }

    /// Counts a piece of text of the body that is more than white space.
    pub fn text(&mut self) {
        self.texts += 1;
    }

    /// Looks at a style sheet inside a document, or at the declarations of an element.
    pub fn style_sheet(&mut self, css: &str) {
        self.style |= css::read(css, css::Of::Value).style;
    }

    /// Ends a document.
    #[must_use]
    pub fn finish(mut self) -> Self {
        self.heading_jumps += usize::from(self.level == 0 && self.texts > 0);
        self.level = 0;
        self
    }

    /// The same without its pictures, which in a cover only repeat the title.
    #[must_use]
    pub fn without_pictures(self) -> Self {
        Self {
            described_pictures: 0,
            silent_pictures: 0,
            bare_pictures: 0,
            drawings: 0,
            described_graphics: 0,
            bare_graphics: 0,
            ..self
        }
    }

    /// Whether there is anything to see besides text; also a picture whose words stand beside it is content to those who
    /// see it.
    pub fn has_pictures(&self) -> bool {
        self.has_telling_pictures() || self.silent_pictures + self.drawings > 0
    }

    /// Whether a picture may say what no words beside it say.
    pub fn has_telling_pictures(&self) -> bool {
        self.described_pictures + self.described_graphics + self.bare_pictures + self.bare_graphics > 0
    }

    /// What the package document must say of a document that holds this, each with whether it does.
    pub fn properties(&self) -> [(&'static str, bool); 3] {
        [("mathml", self.formulas > 0), ("scripted", self.scripts > 0), ("svg", self.drawings > 0)]
    }
}

/// Whether a list of words with white space between them holds a word.
fn lists(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|it| it == word)
}

/// Whether a picture says nothing to those who do not see it.
fn is_silent(role: Option<&str>, tag: &impl StartTag) -> bool {
    tag.attribute("alt").is_some_and(|alt| alt.trim().is_empty())
        || matches!(role, Some("presentation" | "none"))
        || tag.attribute("hidden").is_some()
        || tag.attribute("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
}

/// Reads a document as XML.
#[derive(Default)]
struct XmlReader {
    inventory: Inventory,
    attributes: Attributes,
    /// Whether the body has begun.
    body: bool,
    /// The style sheet that is open.
    sheet: Option<String>,
}

/// The attributes of the element that begins. The memory is used again for each element.
#[derive(Default)]
struct Attributes {
    values: String,
    places: Vec<(&'static str, Range<usize>)>,
}

impl StartTag for (&str, &Attributes) {
    fn name(&self) -> &str {
        self.0
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let (_, place) = self.1.places.iter().find(|(it, _)| *it == name)?;
        self.1.values.get(place.clone())
    }
}

impl Visitor for XmlReader {
    fn attribute(&mut self, name: &str, value: &str) {
        let mut known = ARIA.into_iter().chain(ADDRESSES).chain(OTHERS);
        if let Some(name) = known.find(|known| *known == name) {
            let Attributes { values, places } = &mut self.attributes;
            places.push((name, values.len()..values.len() + value.len()));
            values.push_str(value);
        }
    }

    fn start(&mut self, name: &str, _: Range<usize>) {
        self.inventory.element(&(name, &self.attributes));
        self.attributes.values.clear();
        self.attributes.places.clear();
        self.body |= name == "body";
        if name == "style" {
            self.sheet = Some(String::new());
        }
    }

    fn text(&mut self, text: &str) {
        if self.body && !text.trim().is_empty() {
            self.inventory.text();
        }
        if let Some(sheet) = &mut self.sheet {
            sheet.push_str(text);
        }
    }

    fn character(&mut self, c: char) {
        if let Some(sheet) = &mut self.sheet {
            sheet.push(c);
        }
    }

    fn end(&mut self, _: usize) {
        if let Some(sheet) = self.sheet.take() {
            self.inventory.style_sheet(&sheet);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> Result<Inventory, Malformed> {
        Inventory::read(&format!("<html><head><title>题</title></head><body>{text}</body></html>"))
    }

    #[test]
    fn what_is_there_is_counted() {
        let found = body(
            "<h1>一</h1><h3>二</h3><p role=\"note\">三&amp;<img src=\"a\" alt=\"报告\"/><img src=\"b\" alt=\"\"/>\
             <img src=\"c\"/></p><table><tr><td style=\"x\">四</td></tr></table>",
        )
        .unwrap();
        let wanted = Inventory {
            texts: 4,
            described_pictures: 1,
            silent_pictures: 1,
            bare_pictures: 1,
            headings: 2,
            heading_jumps: 1,
            roles: 1,
            aria: 1,
            styles: 1,
            ..Inventory::default()
        };
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        for text in [
            "<p>",
            "<p></b>",
            "a & b",
            "&nbsp;",
            "&#1;",
            "\u{1}",
            "<p a=1></p>",
            "<p a=\"<\"></p>",
            "<p a=\"1\" a=\"2\"/>",
            "<br>",
        ] {
            assert!(body(text).is_err(), "{text:?}");
        }
    }
}
