//! The numbers of lists as Word prints them.
//!
//! In: the part of numbering, and the list and level of each paragraph in their order. Out: the label of each paragraph.
//!
//! Lists that share a definition count on together. A deeper level begins again after a higher one, unless it says otherwise;
//! a list that says where it starts does so once.

use std::collections::{HashMap, HashSet};

use super::properties::is_on;
use super::styles::Styles;
use crate::import::sources::styled::numerals::numeral;
use crate::xml::tree::{Element, Tree};

/// How many levels a list has.
const LEVELS: usize = 9;

/// What stands between a label and the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// A tab or a space.
    Blank,
    /// Nothing.
    None,
}

/// The label of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What is printed.
    pub text: String,
    /// What follows it.
    pub gap: Gap,
    /// Whether it is the same for all paragraphs of the level.
    pub is_bullet: bool,
    /// The form of numbers that is not known here, in whose place stand digits.
    pub unknown: Option<String>,
}

#[derive(Debug, Clone)]
struct Level<'a> {
    start: u32,
    form: &'a str,
    text: &'a str,
    font: Option<&'a str>,
    restart: Option<u32>,
    is_in_digits: bool,
    gap: Gap,
    style: Option<&'a str>,
    is_hidden: bool,
}

impl<'a> Level<'a> {
    fn of(element: Element<'a>) -> Self {
        let value = |name| element.child(name).and_then(|child| child.attribute("w:val"));
        let number = |name| value(name).and_then(|value| value.parse().ok());
        // Forms that are newer than the standard stand beside one that all programs know.
        let newer = element.child("mc:AlternateContent").and_then(|newer| newer.child("mc:Choice"));
        let form = newer.and_then(|choice| choice.child("w:numFmt")).or(element.child("w:numFmt"));
        let run = element.child("w:rPr");
        let fonts = run.and_then(|run| run.child("w:rFonts"));
        Self {
            start: number("w:start").unwrap_or(0),
            form: form.and_then(|form| form.attribute("w:val")).unwrap_or("decimal"),
            text: value("w:lvlText").unwrap_or_default(),
            font: fonts.and_then(|fonts| fonts.attribute("w:ascii").or(fonts.attribute("w:hAnsi"))),
            restart: number("w:lvlRestart"),
            is_in_digits: element.child("w:isLgl").is_some_and(is_on),
            gap: if value("w:suff") == Some("nothing") { Gap::None } else { Gap::Blank },
            style: value("w:pStyle"),
            is_hidden: run.and_then(|run| run.child("w:vanish")).is_some_and(is_on),
        }
    }
}

#[derive(Debug, Default)]
struct List<'a> {
    definition: &'a str,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level<'a>>,
}

/// All lists with their counts.
#[derive(Debug, Default)]
pub struct Numbering<'a> {
    definitions: HashMap<&'a str, HashMap<usize, Level<'a>>>,
    lists: HashMap<&'a str, List<'a>>,
    counts: HashMap<&'a str, [Option<u32>; LEVELS]>,
    started: HashSet<(&'a str, usize)>,
}

impl<'a> Numbering<'a> {
    /// Reads the lists.
    pub fn of(tree: Option<&'a Tree>, styles: &Styles<'a>) -> Self {
        let mut numbering = Self::default();
        let Some(root) = tree.map(Tree::root) else { return numbering };
        let mut links = HashMap::new();
        for element in root.children() {
            match element.name() {
                "w:abstractNum" => {
                    let Some(id) = element.attribute("w:abstractNumId") else { continue };
                    let levels = element.children().filter(|child| child.name() == "w:lvl");
                    let level = |level: Element<'a>| Some((place(level)?, Level::of(level)));
                    numbering.definitions.insert(id, levels.filter_map(level).collect());
                    let link = element.child("w:numStyleLink").and_then(|link| link.attribute("w:val"));
                    links.extend(link.map(|link| (id, link)));
                }
                "w:num" => {
                    let Some(id) = element.attribute("w:numId") else { continue };
                    numbering.lists.insert(id, list(element));
                }
                _ => {}
            }
        }
        // A definition may be that of a style of lists.
        for list in numbering.lists.values_mut() {
            let style = links.get(list.definition).and_then(|style| styles.get(Some(style)));
            let Some(other) = style.and_then(|style| style.paragraph.list) else { continue };
            let is_other =
                |child: &Element<'_>| child.name() == "w:num" && child.attribute("w:numId") == Some(other);
            if let Some(other) = root.children().find(is_other) {
                list.definition = self::list(other).definition;
            }
        }
        numbering
    }

    /// The level that a list has for a style.
    pub fn level_of(&self, list: &str, styles: &[&str]) -> Option<u8> {
        let list = self.lists.get(list)?;
        let levels = self.definitions.get(list.definition)?;
        let is_of = |level: &Level<'_>| level.style.is_some_and(|style| styles.contains(&style));
        let level = levels.iter().filter(|(_, level)| is_of(level)).map(|(at, _)| *at).min()?;
        u8::try_from(level).ok()
    }

    /// Counts a paragraph of a list, and gives its label; none where the list prints none.
    pub fn label(&mut self, list: &str, level: u8) -> Option<Label> {
        let (&id, list) = self.lists.get_key_value(list)?;
        let definition = self.definitions.get(list.definition)?;
        let at = usize::from(level).min(LEVELS - 1);
        let level_at = |at: usize| list.levels.get(&at).or_else(|| definition.get(&at));
        let this = level_at(at)?;
        let counts = self.counts.entry(list.definition).or_default();
        let start = list.starts.get(&at).filter(|_| self.started.insert((id, at)));
        let next = match (start, counts.get(at).copied().flatten()) {
            (Some(start), _) => *start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => list.starts.get(&at).copied().unwrap_or(this.start),
        };
        for (deeper, count) in counts.iter_mut().enumerate().skip(at) {
            if deeper == at {
                *count = Some(next);
            } else if level_at(deeper)
                .and_then(|level| level.restart)
                .is_none_or(|restart| restart > 0 && at < restart as usize)
            {
                *count = None;
            }
        }
        if this.is_hidden {
            return None;
        }
        let is_bullet = this.form == "bullet";
        let is_lone = this.text.trim().chars().count() == 1;
        let mut unknown = None;
        let mut text = String::new();
        let mut chars = this.text.chars().peekable();
        while let Some(c) = chars.next() {
            let of =
                chars.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10)).filter(|of| *of > 0);
            let Some(of) = of.map(|of| of as usize - 1) else {
                // One sign alone is a bullet; those of private use are signs whatever the level counts.
                let is_sign = (is_bullet && is_lone) || ('\u{E000}'..='\u{F8FF}').contains(&c);
                text.push(if is_sign { sign(c, this.font) } else { c });
                continue;
            };
            chars.next();
            let Some(other) = level_at(of) else { continue };
            let count = counts.get(of).copied().flatten().unwrap_or(other.start);
            let form =
                if this.is_in_digits && !matches!(other.form, "none") { "decimal" } else { other.form };
            text.push_str(&numeral(form, count).unwrap_or_else(|| {
                unknown = Some(form.to_owned());
                count.to_string()
            }));
        }
        let text = text.trim().replace(['\n', '\r', '\t'], " ");
        (!text.is_empty()).then_some(Label { text, gap: this.gap, is_bullet, unknown })
    }
}

/// Which level an element is about.
fn place(element: Element<'_>) -> Option<usize> {
    element.attribute("w:ilvl")?.parse().ok().filter(|at| *at < LEVELS)
}

fn list(element: Element<'_>) -> List<'_> {
    let definition = element.child("w:abstractNumId").and_then(|id| id.attribute("w:val"));
    let mut list = List { definition: definition.unwrap_or_default(), ..List::default() };
    for change in element.children().filter(|child| child.name() == "w:lvlOverride") {
        let Some(at) = place(change) else { continue };
        let start = change.child("w:startOverride").and_then(|start| start.attribute("w:val"));
        list.starts.extend(start.and_then(|start| start.parse().ok()).map(|start| (at, start)));
        list.levels.extend(change.child("w:lvl").map(|level| (at, Level::of(level))));
    }
    list
}

/// A sign of a list as other fonts have it: those of Symbol and Wingdings stand where other fonts have no signs.
fn sign(c: char, font: Option<&str>) -> char {
    match (c, font) {
        ('o', None | Some("Courier New")) => '○',
        ('\u{F0A7}' | '\u{F06E}', _) => '▪',
        ('\u{F071}' | '\u{F06F}' | '\u{F0A8}', _) => '□',
        ('\u{F075}' | '\u{F076}', _) => '◆',
        ('\u{F0D8}', _) => '➢',
        ('\u{F0E0}', _) => '→',
        ('\u{F0FC}', _) => '✓',
        ('\u{F02D}', _) => '–',
        ('\u{E000}'..='\u{F8FF}', _) => '•',
        (c, Some("Symbol" | "Wingdings" | "Wingdings 2" | "Wingdings 3")) if c.is_alphanumeric() => '•',
        (c, _) => c,
    }
}
