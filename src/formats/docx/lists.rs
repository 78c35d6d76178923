//! The lists that a word processor counts: signs, and the numbers of easy-read versions.
//!
//! In: where a list begins to count, and at which level. Out: the part that defines all lists. The numbers of an official text are no
//! such lists: they are typed, so that no program counts them anew.

use crate::xml;

/// The list of all items with a sign: it counts nothing.
pub const SIGNS: u32 = 1;

/// Levels of lists.
const LEVELS: u8 = 9;

/// The signs of the levels, again and again.
const BULLETS: [&str; 3] = ["•", "◦", "▪"];

/// A definition: its id, and what its numbers end in; signs where that is nothing.
const DEFINITIONS: [(&str, &str); 3] = [("0", ""), ("1", "."), ("2", ")")];

/// The lists of a file.
#[derive(Debug, Default)]
pub struct Lists(Vec<Counted>);

#[derive(Debug)]
struct Counted {
    definition: &'static str,
    level: u8,
    start: u64,
}

impl Lists {
    /// A list that counts from a number at a level.
    pub fn counted(&mut self, has_brackets: bool, level: u8, start: u64) -> u32 {
        let definition = if has_brackets { "2" } else { "1" };
        self.0.push(Counted { definition, level, start });
        self.0.len() as u32 + SIGNS
    }

    /// The style of the items of a list.
    pub fn style(&self, list: u32) -> &'static str {
        if list == SIGNS { "ListBullet" } else { "ListNumber" }
    }

    /// The level of a list that stands in so many others.
    pub fn level(depth: u8) -> u8 {
        depth.min(LEVELS - 1)
    }

    /// The part.
    pub fn part(&self) -> String {
        let mut out = xml::Writer::begin();
        let [(space, of_words), ..] = super::SPACES;
        let value = |out: &mut xml::Writer, name: &str, value: &str| out.empty(name, &[("w:val", value)]);
        out.open("w:numbering", &[(space, of_words)]);
        for (id, end) in DEFINITIONS {
            out.open("w:abstractNum", &[("w:abstractNumId", id)]);
            value(&mut out, "w:multiLevelType", "hybridMultilevel");
            for level in 0..LEVELS {
                let (form, text) = match end {
                    "" => (
                        "bullet",
                        BULLETS.into_iter().cycle().nth(level.into()).unwrap_or_default().to_owned(),
                    ),
                    end => ("decimal", format!("%{}{end}", level + 1)),
                };
                out.open("w:lvl", &[("w:ilvl", &level.to_string())]);
                value(&mut out, "w:start", "1");
                value(&mut out, "w:numFmt", form);
                value(&mut out, "w:lvlText", &text);
                value(&mut out, "w:lvlJc", "left");
                out.close("w:lvl");
            }
            out.close("w:abstractNum");
        }
        out.open("w:num", &[("w:numId", &SIGNS.to_string())]);
        value(&mut out, "w:abstractNumId", "0");
        out.close("w:num");
        for (counted, id) in self.0.iter().zip(SIGNS + 1..) {
            out.open("w:num", &[("w:numId", &id.to_string())]);
            value(&mut out, "w:abstractNumId", counted.definition);
            out.open("w:lvlOverride", &[("w:ilvl", &counted.level.to_string())]);
            value(&mut out, "w:startOverride", &counted.start.to_string());
            out.close("w:lvlOverride");
            out.close("w:num");
        }
        out.close("w:numbering");
        out.finish()
    }
}
