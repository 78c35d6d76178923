//! The finished file: its parts are put together.

use anyhow::Result;

use super::fonts::Fonts;
use super::package::archive;
use super::properties::Properties;
use super::writer::Writer;
use super::{places, styles};
use crate::lang::TextDirection;
use crate::xml;

impl Writer<'_> {
    /// Puts the file together.
    ///
    /// # Errors
    /// When a picture cannot be read, or the archive cannot be written.
    pub fn finish(mut self, properties: &Properties) -> Result<Vec<u8>> {
        self.end();
        self.part_tables();
        if let Some(error) = self.failure.take() {
            return Err(error);
        }
        let (lang, version) = (self.lang.clone(), self.version);
        let notes = self.notes_part();
        let fonts = Fonts::of(&lang);
        let mut parts = vec![
            ("docProps/core.xml", properties.core()),
            ("docProps/app.xml", properties.office()),
            ("word/document.xml", self.document_part()),
            ("word/_rels/document.xml.rels", self.relations[0].part()),
            ("word/styles.xml", styles::part(&lang, version, &fonts)),
            ("word/settings.xml", properties.settings()),
            ("word/fontTable.xml", fonts.table()),
            // Programs that ask for the colours and fonts of a theme find none that this file would not have.
            ("word/theme.xml", include_str!("theme.xml").to_owned()),
            ("word/numbering.xml", self.lists.part()),
            ("word/footnotes.xml", notes),
            ("word/footer.xml", footer()),
        ];
        if !self.relations[1].is_empty() {
            parts.push(("word/_rels/footnotes.xml.rels", self.relations[1].part()));
        }
        archive(parts, &self.embedded.into_files())
    }

    /// The part with the text.
    fn document_part(&mut self) -> String {
        let mut part = xml::Writer::begin();
        part.open("w:document", &super::SPACES);
        part.open("w:body", &[]);
        // What links lead to and nothing says stands at the beginning.
        let mut missing: Vec<String> =
            self.led_to.drain().filter(|id| !self.places.contains(&places::name(id))).collect();
        missing.sort_unstable();
        missing.iter().chain(&self.anchors).for_each(|id| places::write(&mut part, &mut self.places, id));
        part.add(&self.out);
        part.open("w:sectPr", &[]);
        let footer = self.relations[0].id("footer", "footer.xml");
        part.empty("w:footerReference", &[("w:type", "default"), ("r:id", &footer)]);
        part.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margin = "1440";
        part.empty(
            "w:pgMar",
            &[
                ("w:top", margin),
                ("w:right", margin),
                ("w:bottom", margin),
                ("w:left", margin),
                ("w:header", "720"),
                ("w:footer", "720"),
                ("w:gutter", "0"),
            ],
        );
        if self.lang.direction() == TextDirection::Rtl {
            part.empty("w:bidi", &[]);
        }
        part.close("w:sectPr");
        part.close("w:body");
        part.close("w:document");
        part.finish()
    }
}

/// The foot of each page: its number.
fn footer() -> String {
    let mut part = xml::Writer::begin();
    part.open("w:ftr", &super::SPACES);
    part.open("w:p", &[]);
    part.open("w:pPr", &[]);
    part.empty("w:pStyle", &[("w:val", "Footer")]);
    part.empty("w:jc", &[("w:val", "center")]);
    part.close("w:pPr");
    part.open("w:fldSimple", &[("w:instr", " PAGE ")]);
    part.open("w:r", &[]);
    part.words("w:t", "1");
    part.close("w:r");
    part.close("w:fldSimple");
    part.close("w:p");
    part.close("w:ftr");
    part.finish()
}
