//! What the finished documents of a book hold, counted in their XHTML.
//!
//! In: one document. Out: an [`Inventory`], which all claims about the book are made from, so that a claim follows
//! what a reader gets, also when a site has its own templates. Refused: text that is not well-formed XML.

use std::ops::AddAssign;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What one document holds, or all documents of a book together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inventory {
    /// Characters of text.
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
}

/// Why a text is no XML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} at byte {at}")]
pub struct Malformed {
    /// The byte.
    pub at: u64,
    /// What is wrong there.
    pub message: String,
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
    }
}

impl Inventory {
    /// Counts what a document holds. The cover does not count: it repeats the title.
    ///
    /// # Errors
    /// When the text is not well-formed XML.
    pub fn read(xhtml: &str) -> Result<Self, Malformed> {
        let mut reader = Reader::from_str(xhtml);
        let config = reader.config_mut();
        config.check_comments = true;
        config.allow_dangling_amp = false;
        let mut inventory = Self::default();
        let mut level = 0;
        let (mut depth, mut body) = (0usize, false);
        loop {
            let at = reader.buffer_position();
            let wrong = |message: String| Malformed { at, message };
            match reader.read_event().map_err(|error| wrong(error.to_string()))? {
                Event::Start(tag) => {
                    depth += 1;
                    body |= tag.name().as_ref() == "body";
                    inventory.element(&tag, &mut level).map_err(wrong)?;
                }
                Event::Empty(tag) => inventory.element(&tag, &mut level).map_err(wrong)?,
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::Text(text) => {
                    if let Some(c) = text.chars().find(|&c| !is_xml(c)) {
                        return Err(wrong(format!(
                            "the character U+{:04X} cannot stand in XML",
                            u32::from(c)
                        )));
                    }
                    if body {
                        inventory.text += text.chars().filter(|c| !c.is_whitespace()).count();
                    }
                }
                Event::GeneralRef(reference) => {
                    let name = &*reference;
                    let known = matches!(name, "amp" | "lt" | "gt" | "quot" | "apos");
                    let character = reference.resolve_char_ref().map_err(|error| wrong(error.to_string()))?;
                    if !known && !character.is_some_and(is_xml) {
                        return Err(wrong(format!("XML does not know “&{name};”")));
                    }
                }
                Event::Eof if depth > 0 => return Err(wrong("an element is never closed".to_owned())),
                Event::Eof => break,
                _ => {}
            }
        }
        if level == 0 && inventory.text > 0 {
            inventory.heading_jumps += 1;
        }
        Ok(inventory)
    }

    fn element(&mut self, tag: &BytesStart<'_>, level: &mut usize) -> Result<(), String> {
        let mut alternative = None;
        let mut page_break = false;
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value =
                attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
            if attribute.value.contains('<') {
                return Err(format!("“<” stands in the value of “{}”", attribute.key.as_ref()));
            }
            if let Some(c) = value.chars().find(|&c| !is_xml(c)) {
                return Err(format!("the character U+{:04X} cannot stand in XML", u32::from(c)));
            }
            match attribute.key.as_ref() {
                "alt" => alternative = Some(!value.trim().is_empty()),
                "role" => {
                    self.roles += 1;
                    page_break = &*value == "doc-pagebreak";
                }
                "aria-label" | "aria-labelledby" => self.roles += 1,
                "style" => self.styles += 1,
                _ => {}
            }
        }
        self.page_breaks += usize::from(page_break);
        match tag.name().as_ref() {
            "img" => match alternative {
                Some(true) => self.described_pictures += 1,
                Some(false) => self.silent_pictures += 1,
                None => self.bare_pictures += 1,
            },
            heading @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                let new = usize::from(heading.as_bytes()[1] - b'0');
                self.headings += 1;
                self.heading_jumps += usize::from(new > *level + 1);
                *level = new;
            }
            "table" => self.tables += 1,
            "ruby" => self.ruby += 1,
            "svg" => self.drawings += 1,
            "math" => self.formulas += 1,
            "script" => self.scripts += 1,
            "audio" | "video" => self.media += 1,
            _ => {}
        }
        Ok(())
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

/// Whether XML 1.0 allows this character.
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Puts U+FFFD in the place of every character that XML does not allow.
pub fn allowed(text: String) -> String {
    if text.chars().all(is_xml) {
        text
    } else {
        text.chars().map(|c| if is_xml(c) { c } else { '\u{fffd}' }).collect()
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
            text: 4,
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
