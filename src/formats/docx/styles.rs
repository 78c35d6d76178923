//! The styles of a file: the built-in ones of word processors, by the ids and names that all of them know.
//!
//! In: the language, and whether the text is easy to read. Out: the part of styles. Letters are large enough to be read without a glass,
//! lines stand apart, nothing is justified, and no colour is set, so that a reader's own colours hold.

use super::fonts::Fonts;
use super::runs::language;

use crate::document::Version;
use crate::lang::{Lang, TextDirection};
use crate::xml;

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    next: &'static str,
    /// How much larger its letters are than those of other words, in half points.
    larger: i32,
    is_bold: bool,
    /// Space before and after, in twentieths of a point.
    space: (u32, u32),
    /// Its level in the outline.
    outline: Option<u8>,
    /// Whether it stands on the page of what follows it.
    keeps_next: bool,
    border: Border,
}

/// What is drawn beside a paragraph.
#[derive(Clone, Copy, PartialEq)]
enum Border {
    None,
    Start,
    Below,
}

const fn style(id: &'static str, name: &'static str, space: (u32, u32)) -> Style {
    Style {
        id,
        name,
        based_on: "Normal",
        next: id,
        larger: 0,
        is_bold: false,
        space,
        outline: None,
        keeps_next: false,
        border: Border::None,
    }
}

const fn heading(id: &'static str, name: &'static str, larger: i32, level: u8) -> Style {
    let outline = Some(level);
    Style { larger, is_bold: true, outline, keeps_next: true, next: "Normal", ..style(id, name, (320, 120)) }
}

/// The styles of paragraphs. Those whose names are not those of Word's own are listed last.
const PARAGRAPHS: [Style; 22] = [
    Style {
        larger: 12,
        is_bold: true,
        keeps_next: true,
        next: "Normal",
        ..style("Title", "Title", (0, 240))
    },
    Style { larger: 4, next: "Normal", ..style("Subtitle", "Subtitle", (0, 240)) },
    heading("Heading1", "heading 1", 8, 0),
    heading("Heading2", "heading 2", 4, 1),
    heading("Heading3", "heading 3", 2, 2),
    heading("Heading4", "heading 4", 0, 3),
    heading("Heading5", "heading 5", 0, 4),
    heading("Heading6", "heading 6", 0, 5),
    style("ListParagraph", "List Paragraph", (0, 80)),
    style("ListBullet", "List Bullet", (0, 80)),
    style("ListNumber", "List Number", (0, 80)),
    style("ListContinue", "List Continue", (0, 80)),
    Style { border: Border::Start, ..style("Quote", "Quote", (0, 120)) },
    Style { is_bold: true, next: "Normal", ..style("Caption", "caption", (120, 120)) },
    Style { larger: -2, ..style("FootnoteText", "footnote text", (0, 60)) },
    Style { larger: -2, ..style("Footer", "footer", (0, 0)) },
    style("HTMLPreformatted", "HTML Preformatted", (0, 0)),
    Style { border: Border::Start, ..style("Notice", "Notice", (0, 120)) },
    Style { keeps_next: true, next: "Definition", ..style("DefinitionTerm", "Definition Term", (120, 0)) },
    style("Definition", "Definition", (0, 120)),
    style("Line", "Line", (0, 40)),
    Style { border: Border::Below, next: "Normal", ..style("Break", "Break", (0, 240)) },
];

/// The sizes of letters, in half points: of an official text, and of one that is easy to read.
const SIZES: (i32, i32) = (24, 28);

/// The distance of lines, in 240ths of a line.
const LINES: (&str, &str) = ("312", "360");

/// The font of words of a program.
const OF_PROGRAMS: &str = "Courier New";

/// The part of styles.
pub fn part(lang: &Lang, version: Version, fonts: &Fonts) -> String {
    let (size, lines) = match version {
        Version::Official => (SIZES.0, LINES.0),
        Version::EasyRead => (SIZES.1, LINES.1),
    };
    let mut out = xml::Writer::begin();
    let [(space, of_words), ..] = super::SPACES;
    out.open("w:styles", &[(space, of_words)]);
    out.open("w:docDefaults", &[]);
    out.open("w:rPrDefault", &[]);
    out.open("w:rPr", &[]);
    fonts.write(&mut out);
    sizes(&mut out, size);
    language("w:lang", lang, &mut out);
    out.close("w:rPr");
    out.close("w:rPrDefault");
    out.open("w:pPrDefault", &[]);
    out.open("w:pPr", &[]);
    out.empty("w:spacing", &[("w:after", "160"), ("w:line", lines), ("w:lineRule", "auto")]);
    out.close("w:pPr");
    out.close("w:pPrDefault");
    out.close("w:docDefaults");
    begin(&mut out, "paragraph", "Normal", "Normal", true);
    out.empty("w:qFormat", &[]);
    if lang.direction() == TextDirection::Rtl {
        out.open("w:pPr", &[]);
        out.empty("w:bidi", &[]);
        out.close("w:pPr");
    }
    out.close("w:style");
    begin(&mut out, "character", "DefaultParagraphFont", "Default Paragraph Font", true);
    out.close("w:style");
    PARAGRAPHS.iter().for_each(|style| style.write(&mut out, size));
    characters(&mut out);
    tables(&mut out);
    out.close("w:styles");
    out.finish()
}

fn begin(out: &mut xml::Writer, kind: &str, id: &str, name: &str, is_usual: bool) {
    let mut attributes = vec![("w:type", kind), ("w:styleId", id)];
    if is_usual {
        attributes.insert(1, ("w:default", "1"));
    }
    out.open("w:style", &attributes);
    out.empty("w:name", &[("w:val", name)]);
}

fn sizes(out: &mut xml::Writer, size: i32) {
    let size = size.to_string();
    ["w:sz", "w:szCs"].into_iter().for_each(|name| out.empty(name, &[("w:val", &size)]));
}

impl Style {
    fn write(&self, out: &mut xml::Writer, size: i32) {
        let value = |out: &mut xml::Writer, name: &str, value: &str| out.empty(name, &[("w:val", value)]);
        begin(out, "paragraph", self.id, self.name, false);
        value(out, "w:basedOn", self.based_on);
        value(out, "w:next", self.next);
        out.empty("w:qFormat", &[]);
        out.open("w:pPr", &[]);
        if self.keeps_next {
            out.empty("w:keepNext", &[]);
            out.empty("w:keepLines", &[]);
        }
        let side = match self.border {
            Border::None => None,
            // The side where lines begin, in both directions.
            Border::Start => Some(("w:left", "24")),
            Border::Below => Some(("w:bottom", "8")),
        };
        if let Some((side, width)) = side {
            out.open("w:pBdr", &[]);
            out.empty(side, &[("w:val", "single"), ("w:sz", width), ("w:space", "8"), ("w:color", "auto")]);
            out.close("w:pBdr");
        }
        let (before, after) = (self.space.0.to_string(), self.space.1.to_string());
        out.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
        self.outline.iter().for_each(|level| value(out, "w:outlineLvl", &level.to_string()));
        out.close("w:pPr");
        out.open("w:rPr", &[]);
        if self.id == "HTMLPreformatted" {
            out.empty(
                "w:rFonts",
                &[("w:ascii", OF_PROGRAMS), ("w:hAnsi", OF_PROGRAMS), ("w:cs", OF_PROGRAMS)],
            );
        }
        if self.is_bold {
            ["w:b", "w:bCs"].into_iter().for_each(|name| out.empty(name, &[]));
        }
        if self.larger != 0 {
            sizes(out, size + self.larger);
        }
        out.close("w:rPr");
        out.close("w:style");
    }
}

/// The styles of words.
fn characters(out: &mut xml::Writer) {
    for (id, name) in
        [("FootnoteReference", "footnote reference"), ("Hyperlink", "Hyperlink"), ("HTMLCode", "HTML Code")]
    {
        begin(out, "character", id, name, false);
        out.empty("w:basedOn", &[("w:val", "DefaultParagraphFont")]);
        out.open("w:rPr", &[]);
        match id {
            "FootnoteReference" => out.empty("w:vertAlign", &[("w:val", "superscript")]),
            // Blue and a line: known as a link with and without colours, and dark enough on white.
            "Hyperlink" => {
                out.empty("w:color", &[("w:val", "0B3D91")]);
                out.empty("w:u", &[("w:val", "single")]);
            }
            _ => out.empty(
                "w:rFonts",
                &[("w:ascii", OF_PROGRAMS), ("w:hAnsi", OF_PROGRAMS), ("w:cs", OF_PROGRAMS)],
            ),
        }
        out.close("w:rPr");
        out.close("w:style");
    }
}

/// The styles of tables: lines around each cell.
fn tables(out: &mut xml::Writer) {
    begin(out, "table", "TableNormal", "Normal Table", true);
    out.open("w:tblPr", &[]);
    out.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    out.open("w:tblCellMar", &[]);
    for side in ["w:left", "w:right"] {
        out.empty(side, &[("w:w", "108"), ("w:type", "dxa")]);
    }
    out.close("w:tblCellMar");
    out.close("w:tblPr");
    out.close("w:style");
    begin(out, "table", "TableGrid", "Table Grid", false);
    out.empty("w:basedOn", &[("w:val", "TableNormal")]);
    out.open("w:pPr", &[]);
    out.empty("w:spacing", &[("w:before", "40"), ("w:after", "40")]);
    out.close("w:pPr");
    out.open("w:tblPr", &[]);
    out.open("w:tblBorders", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        out.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")]);
    }
    out.close("w:tblBorders");
    out.close("w:tblPr");
    out.close("w:style");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_large() {
        assert!(PARAGRAPHS.iter().all(|style| SIZES.0 + style.larger >= 22));
        assert!(SIZES.1 >= 28, "a text that is easy to read has letters of 14 points");
    }
}
