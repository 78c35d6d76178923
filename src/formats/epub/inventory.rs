//! What the finished documents of a book hold, counted in their XHTML.
//!
//! In: one document. Out: an [`Inventory`], which all claims about the book are made from, so that a claim follows
//! what a reader gets, also when a site has its own templates. Refused: text that is not well-formed XML.

use std::ops::{AddAssign, Range};

use crate::image::css;
use crate::xml::{self, Malformed, Visitor, find_foreign, is_xml};

/// What one document holds, or all documents of a book together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inventory {
    /// Bytes of text, without the white space around it.
    pub text: usize,
    /// Pictures with an alternative in words.
    pub described_pictures: usize,
    /// Pictures that their author made silent, because the words beside them say the same.
    pub silent_pictures: usize,
    /// Pictures without any alternative.
    pub bare_pictures: usize,
    /// Headings.
    pub headings: usize,
    /// Headings more than one level below the one before, and documents that do not begin with the first level.
    pub heading_jumps: usize,
    /// Tables.
    pub tables: usize,
    /// Roles and names for assistive technology.
    pub roles: usize,
    /// Breaks of printed pages.
    pub page_breaks: usize,
    /// Words with their reading above them.
    pub ruby: usize,
    /// Styles written on elements, which a reader's own style cannot replace.
    pub styles: usize,
    /// Drawings inside a document.
    pub drawings: usize,
    /// Formulas.
    pub formulas: usize,
    /// Scripts.
    pub scripts: usize,
    /// Sounds and films.
    pub media: usize,
    /// What may move or flash: elements that do, styles that make others do it, and data that nobody looked at.
    pub moving: usize,
}

impl AddAssign for Inventory {
    fn add_assign(&mut self, other: Self) {
        self.text += other.text;
        self.described_pictures += other.described_pictures;
        self.silent_pictures += other.silent_pictures;
        self.bare_pictures += other.bare_pictures;
        self.headings += other.headings;
        self.heading_jumps += other.heading_jumps;
        self.tables += other.tables;
        self.roles += other.roles;
        self.page_breaks += other.page_breaks;
        self.ruby += other.ruby;
        self.styles += other.styles;
        self.drawings += other.drawings;
        self.formulas += other.formulas;
        self.scripts += other.scripts;
        self.media += other.media;
        self.moving += other.moving;
    }
}

impl Inventory {
    /// Counts what a document holds. The cover does not count: it repeats the title.
    ///
    /// # Errors
    /// When the text is not well-formed XML.
    pub fn read(xhtml: &str) -> Result<Self, Malformed> {
        let mut count = Count::default();
        xml::read(xhtml, &mut count)?;
        let Count { mut inventory, level, .. } = count;
        if level == 0 && inventory.text > 0 {
            inventory.heading_jumps += 1;
        }
        Ok(inventory)
    }

    /// Pictures of any kind: also one whose words stand beside it is content, to those who see it.
    pub fn pictures(&self) -> usize {
        self.described_pictures + self.silent_pictures + self.bare_pictures
    }

    /// What the package document must say of a document that holds this.
    pub fn properties(&self) -> Vec<&'static str> {
        let mut properties = Vec::new();
        for (count, property) in
            [(self.formulas, "mathml"), (self.scripts, "scripted"), (self.drawings, "svg")]
        {
            if count > 0 {
                properties.push(property);
            }
        }
        properties
    }
}

/// Counts while a document is read.
#[derive(Default)]
struct Count {
    inventory: Inventory,
    /// The level of the last heading.
    level: usize,
    /// Whether the body has begun.
    body: bool,
    /// Whether the picture that begins has words, if it says so.
    alternative: Option<bool>,
    /// The style sheet that is open.
    sheet: Option<String>,
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

impl Visitor for Count {
    fn attribute(&mut self, name: &str, value: &str) {
        match name {
            "alt" => self.alternative = Some(!value.trim().is_empty()),
            "role" => {
                self.inventory.roles += 1;
                self.inventory.page_breaks += usize::from(value == "doc-pagebreak");
            }
            "aria-label" | "aria-labelledby" => self.inventory.roles += 1,
            "style" => {
                self.inventory.styles += 1;
                self.inventory.moving += usize::from(css::read(value, css::Of::Value).moves);
            }
            "src" | "srcset" | "poster" | "data" | "href" | "xlink:href" if value.contains("data:") => {
                self.inventory.moving += 1;
            }
            _ => {}
        }
    }

    fn start(&mut self, name: &str, _: Range<usize>) {
        let alternative = self.alternative.take();
        let count = &mut self.inventory;
        match name {
            "body" => self.body = true,
            "img" => match alternative {
                Some(true) => count.described_pictures += 1,
                Some(false) => count.silent_pictures += 1,
                None => count.bare_pictures += 1,
            },
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = usize::from(name.as_bytes()[1] - b'0');
                count.headings += 1;
                count.heading_jumps += usize::from(level > self.level + 1);
                self.level = level;
            }
            "table" => count.tables += 1,
            "ruby" => count.ruby += 1,
            "svg" => count.drawings += 1,
            "math" => count.formulas += 1,
            "script" => count.scripts += 1,
            "audio" | "video" => count.media += 1,
            "style" => {
                count.styles += 1;
                self.sheet = Some(String::new());
            }
            _ if MOVING.contains(&name.rsplit(':').next().unwrap_or_default()) => count.moving += 1,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.body {
            self.inventory.text += text.trim().len();
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
            self.inventory.moving += usize::from(css::read(&sheet, css::Of::Value).moves);
        }
    }
}

/// Puts U+FFFD in the place of every character that XML does not allow.
pub fn allowed(text: String) -> String {
    match find_foreign(&text) {
        None => text,
        Some(_) => text.chars().map(|c| if is_xml(c) { c } else { '\u{fffd}' }).collect(),
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
            text: 12,
            described_pictures: 1,
            silent_pictures: 1,
            bare_pictures: 1,
            headings: 2,
            heading_jumps: 1,
            tables: 1,
            roles: 1,
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
        assert_eq!(allowed("一\u{1}二".to_owned()), "一\u{fffd}二");
    }
}
