//! What the properties of runs and paragraphs say of their words.
//!
//! In: `w:rPr` and `w:pPr`. Out: what each says and leaves open; what is left open comes from the style before it.

use crate::xml::tree::Element;

/// What the properties of a run say; each is left open where they do not say it.
#[derive(Debug, Clone, Default)]
pub struct RunProperties<'a> {
    /// In bold.
    pub bold: Option<bool>,
    /// In italics.
    pub italic: Option<bool>,
    /// Underlined.
    pub underlined: Option<bool>,
    /// Struck out.
    pub struck: Option<bool>,
    /// Hidden.
    pub hidden: Option<bool>,
    /// Written from right to left.
    pub from_right: Option<bool>,
    /// `superscript` or `subscript`.
    pub vertical: Option<&'a str>,
    /// The size, in half points.
    pub size: Option<u32>,
    /// The font of Chinese characters.
    pub font: Option<&'a str>,
    /// The languages: of most words, of East Asian ones, of those from right to left.
    pub languages: [Option<&'a str>; 3],
    /// The style of the run.
    pub style: Option<&'a str>,
}

/// Whether an element that is a switch is on.
pub fn is_on(switch: Element<'_>) -> bool {
    !matches!(switch.attribute("w:val"), Some("0" | "false" | "off" | "none"))
}

impl<'a> RunProperties<'a> {
    /// The properties that an element says.
    pub fn of(element: Option<Element<'a>>) -> Self {
        let mut said = Self::default();
        // Of words from right to left other switches count.
        let (mut is_complex, mut complex) = (false, [None; 2]);
        for child in element.into_iter().flat_map(Element::children) {
            let value = child.attribute("w:val");
            match child.name() {
                "w:b" => said.bold = Some(is_on(child)),
                "w:i" => said.italic = Some(is_on(child) || said.italic == Some(true)),
                // Chinese words are stressed with dots above or below them.
                "w:em" if is_on(child) => said.italic = Some(true),
                "w:u" => said.underlined = Some(is_on(child)),
                "w:strike" | "w:dstrike" => said.struck = Some(said.struck == Some(true) || is_on(child)),
                "w:vanish" => said.hidden = Some(is_on(child)),
                "w:bCs" => complex[0] = Some(is_on(child)),
                "w:iCs" => complex[1] = Some(is_on(child)),
                "w:cs" => is_complex |= is_on(child),
                "w:rtl" => said.from_right = Some(is_on(child)),
                "w:vertAlign" => said.vertical = value,
                "w:sz" => said.size = value.and_then(|size| size.parse().ok()),
                "w:rFonts" => {
                    said.font = child.attribute("w:eastAsia").or(child.attribute("w:eastAsiaTheme"))
                }
                "w:lang" => {
                    let languages = ["w:val", "w:eastAsia", "w:bidi"].map(|name| child.attribute(name));
                    for (said, new) in said.languages.iter_mut().zip(languages) {
                        *said = new.or(*said);
                    }
                }
                "w:rStyle" => said.style = value,
                _ => {}
            }
        }
        if is_complex || said.from_right == Some(true) {
            said.bold = complex[0].or(said.bold);
            said.italic = complex[1].or(said.italic);
        }
        said
    }

    /// These properties over those of what stands before them.
    pub fn over(&self, before: &Self) -> Self {
        let mut languages = before.languages;
        for (said, new) in languages.iter_mut().zip(self.languages) {
            *said = new.or(*said);
        }
        Self {
            bold: self.bold.or(before.bold),
            italic: self.italic.or(before.italic),
            underlined: self.underlined.or(before.underlined),
            struck: self.struck.or(before.struck),
            hidden: self.hidden.or(before.hidden),
            from_right: self.from_right.or(before.from_right),
            vertical: self.vertical.or(before.vertical),
            size: self.size.or(before.size),
            font: self.font.or(before.font),
            languages,
            style: self.style.or(before.style),
        }
    }

    /// The properties of the style of a run over those of a paragraph's style: two switches that are on turn each other off.
    pub fn switched(&self, before: &Self) -> Self {
        let switch = |new: Option<bool>, old: Option<bool>| match (new, old) {
            (Some(new), Some(old)) => Some(new != old),
            (new, old) => new.or(old),
        };
        Self {
            bold: switch(self.bold, before.bold),
            italic: switch(self.italic, before.italic),
            hidden: switch(self.hidden, before.hidden),
            ..self.over(before)
        }
    }
}

/// What the properties of a paragraph say.
#[derive(Debug, Clone, Default)]
pub struct ParagraphProperties<'a> {
    /// Its style.
    pub style: Option<&'a str>,
    /// Its list, `0` for none.
    pub list: Option<&'a str>,
    /// Its level in the list, from 0.
    pub level: Option<u8>,
    /// Its level in the outline, from 0; 9 for words.
    pub outline: Option<u8>,
    /// Whether a page begins with it.
    pub begins_page: Option<bool>,
}

impl<'a> ParagraphProperties<'a> {
    /// The properties that an element says.
    pub fn of(element: Option<Element<'a>>) -> Self {
        let mut said = Self::default();
        for child in element.into_iter().flat_map(Element::children) {
            let value = child.attribute("w:val");
            match child.name() {
                "w:pStyle" => said.style = value,
                "w:numPr" => {
                    said.list = child.child("w:numId").and_then(|list| list.attribute("w:val"));
                    let level = child.child("w:ilvl").and_then(|level| level.attribute("w:val"));
                    said.level = level.and_then(|level| level.parse().ok());
                }
                "w:outlineLvl" => said.outline = value.and_then(|level| level.parse().ok()),
                "w:pageBreakBefore" => said.begins_page = Some(is_on(child)),
                _ => {}
            }
        }
        said
    }

    /// These properties over those of the style before them.
    pub fn over(&self, before: &Self) -> Self {
        Self {
            style: self.style.or(before.style),
            list: self.list.or(before.list),
            level: self.level.or(before.level),
            outline: self.outline.or(before.outline),
            begins_page: self.begins_page.or(before.begins_page),
        }
    }
}
