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

    /// Hands on each attribute with its value. Character references may stand in it as written, and attributes that mean
    /// nothing to assistive technology may be left out.
    fn each_attribute(&self, hand_on: &mut dyn FnMut(&str, &str));
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
    /// Elements that lead to a long description.
    long_descriptions,
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
        let mut facts = AttributeFacts::default();
        tag.each_attribute(&mut |name, value| self.attribute(name, value, &mut facts));
        self.named(tag.name(), &facts);
    }

    /// Counts an element whose attributes are read.
    fn named(&mut self, name: &str, facts: &AttributeFacts) {
        self.aria += usize::from(facts.aria);
        let name = name.rsplit(':').next().unwrap_or_default();
        // A link of these kinds leads to such a part and is none.
        self.covers += usize::from(facts.cover && name != "a");
        self.indexes += usize::from(facts.index && name != "a");
        self.page_breaks += usize::from(facts.page_break);
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = usize::from(name.as_bytes()[1] - b'0');
                self.headings += 1;
                self.heading_jumps += usize::from(level > self.level + 1);
                self.level = level;
            }
            _ if facts.heading => self.headings += 1,
            "img" => match facts.alt {
                None => self.bare_pictures += 1,
                Some(_) if facts.is_silent() => self.silent_pictures += 1,
                Some(_) => self.described_pictures += 1,
            },
            "image" if !facts.is_silent() => self.graphic(facts),
            "svg" => {
                self.drawings += 1;
                if facts.image {
                    self.graphic(facts);
                }
            }
            "ruby" => self.ruby += 1,
            "math" => self.formulas += 1,
            "script" | "form" => self.scripts += 1,
            "audio" => self.audio += 1,
            "video" => self.video += 1,
            _ if MOVING.contains(&name) => self.moving += 1,
            _ => {}
        }
    }

    fn graphic(&mut self, facts: &AttributeFacts) {
        if facts.label {
            self.described_graphics += 1;
        } else {
            self.bare_graphics += 1;
        }
    }

    fn attribute(&mut self, name: &str, value: &str, facts: &mut AttributeFacts) {
        match name {
            "alt" => facts.alt = Some(!value.trim().is_empty()),
            "hidden" => facts.hidden = true,
            "style" => {
                self.styles += 1;
                self.style_sheet(value);
            }
            "role" => {
                self.roles += 1;
                facts.aria = true;
                facts.role(value.split_ascii_whitespace().next().unwrap_or_default());
            }
            "epub:type" => {
                value.split_ascii_whitespace().for_each(|kind| match kind {
                    "pagebreak" => facts.page_break = true,
                    "cover" => facts.cover = true,
                    "index" => facts.index = true,
                    _ => {}
                });
            }
            "src" | "srcset" | "poster" | "data" | "href" | "xlink:href" => {
                self.moving += usize::from(value.contains("data:"));
            }
            _ if name.starts_with("aria-") => {
                facts.aria = true;
                match name {
                    "aria-details" => self.long_descriptions += 1,
                    "aria-label" | "aria-labelledby" => {
                        self.roles += 1;
                        facts.label |= !value.trim().is_empty();
                    }
                    "aria-hidden" => facts.hidden |= value.eq_ignore_ascii_case("true"),
                    _ => {}
                }
            }
            _ => {}
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

/// What the attributes of one element say.
#[derive(Default)]
struct AttributeFacts {
    /// Whether it has an alternative, and whether that has words.
    alt: Option<bool>,
    hidden: bool,
    /// Whether it has a label with words.
    label: bool,
    /// Whether it says anything in ARIA.
    aria: bool,
    /// Whether its role is that of a picture.
    image: bool,
    /// Whether its role is that of nothing.
    presentation: bool,
    heading: bool,
    page_break: bool,
    cover: bool,
    index: bool,
}

impl AttributeFacts {
    fn role(&mut self, role: &str) {
        match role {
            "img" => self.image = true,
            "presentation" | "none" => self.presentation = true,
            "heading" => self.heading = true,
            "doc-pagebreak" => self.page_break = true,
            "doc-cover" => self.cover = true,
            "doc-index" => self.index = true,
            _ => {}
        }
    }

    /// Whether a picture says nothing to those who do not see it.
    fn is_silent(&self) -> bool {
        self.alt == Some(false) || self.presentation || self.hidden
    }
}

/// Reads a document as XML.
#[derive(Default)]
struct XmlReader {
    inventory: Inventory,
    /// What the attributes say of the element that begins.
    facts: AttributeFacts,
    /// Whether the body has begun.
    body: bool,
    /// The style sheet that is open.
    sheet: Option<String>,
}

impl Visitor for XmlReader {
    fn attribute(&mut self, name: &str, value: &str) {
        self.inventory.attribute(name, value, &mut self.facts);
    }

    fn start(&mut self, name: &str, _: Range<usize>) {
        let facts = std::mem::take(&mut self.facts);
        self.inventory.named(name, &facts);
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
