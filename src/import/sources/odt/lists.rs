//! Lists: what counts a paragraph, and the label that is shown before it.
//!
//! In: the list styles of a file and, one after another, the paragraphs that a list counts. Out: the label of each as LibreOffice
//! shows it. A list counts from its start unless it continues another; an item of a level ends the counts of all deeper levels.

use std::collections::HashMap;

use super::labels::number;
use crate::xml::tree::Element;

/// OpenDocument has ten levels.
const LEVELS: usize = 10;

/// A label.
#[derive(Debug)]
pub struct Label {
    /// What is printed.
    pub text: String,
    /// Whether a blank follows it.
    pub has_gap: bool,
    /// The form of numbers that is not known here, in whose place stand digits.
    pub unknown: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct Level<'a> {
    form: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    shape: Option<&'a str>,
    bullet: Option<&'a str>,
    is_in_step: bool,
    shown: usize,
    start: u32,
    has_gap: bool,
}

impl<'a> Level<'a> {
    fn of(element: Element<'a>) -> Self {
        let value = |name| element.attribute(name);
        let bullet = match element.name() {
            "text:list-level-style-bullet" => Some(value("text:bullet-char").unwrap_or("•")),
            "text:list-level-style-image" => Some("•"),
            _ => None,
        };
        let alignment = element
            .child("style:list-level-properties")
            .and_then(|said| said.child("style:list-level-label-alignment"));
        let follows = alignment.and_then(|said| said.attribute("text:label-followed-by"));
        let number = |name| value(name).and_then(|it| it.parse().ok());
        Self {
            form: value("style:num-format").unwrap_or_default(),
            prefix: value("style:num-prefix").unwrap_or_default(),
            suffix: value("style:num-suffix").unwrap_or_default(),
            shape: value("loext:num-list-format"),
            bullet,
            is_in_step: value("style:num-letter-sync") == Some("true"),
            shown: number("text:display-levels").unwrap_or(1) as usize,
            start: number("text:start-value").unwrap_or(1),
            has_gap: follows != Some("nothing"),
        }
    }
}

/// The levels of the styles of lists, and what was counted.
#[derive(Debug, Default)]
pub struct Lists<'a> {
    styles: HashMap<&'a str, [Option<Level<'a>>; LEVELS]>,
    counts: Vec<[Option<u32>; LEVELS]>,
    by_id: HashMap<&'a str, usize>,
    by_style: HashMap<&'a str, usize>,
}

/// The name that headings count by.
pub const OUTLINE: &str = "\u{0}outline";

impl<'a> Lists<'a> {
    /// Reads the styles that stand in these elements, the later before the earlier.
    pub fn of(rooms: &[(Element<'a>, bool)]) -> Self {
        let mut lists = Self::default();
        for style in rooms.iter().flat_map(|(room, _)| room.children()) {
            let name = match style.name() {
                "text:list-style" => style.attribute("style:name"),
                "text:outline-style" => Some(OUTLINE),
                _ => None,
            };
            let Some(name) = name else { continue };
            let mut levels: [Option<Level<'a>>; LEVELS] = Default::default();
            for level in style.children() {
                let at = level.attribute("text:level").and_then(|at| at.parse::<usize>().ok());
                if let Some(slot) = at.and_then(|at| levels.get_mut(at.checked_sub(1)?)) {
                    *slot = Some(Level::of(level));
                }
            }
            lists.styles.insert(name, levels);
        }
        // The counts of headings.
        lists.counts.push(Default::default());
        lists
    }

    /// A list begins: which counts are its own.
    pub fn begin(&mut self, list: Element<'a>, style: &'a str) -> usize {
        let id = list.attribute("xml:id").or(list.attribute("text:id"));
        let continued = list.attribute("text:continue-list").and_then(|id| self.by_id.get(id)).copied();
        let is_continued = list.attribute("text:continue-numbering") == Some("true");
        let same = self.by_style.get(style).copied().filter(|_| is_continued);
        let at = continued.or(same).unwrap_or_else(|| {
            self.counts.push(Default::default());
            self.counts.len() - 1
        });
        self.by_id.extend(id.map(|id| (id, at)));
        self.by_style.insert(style, at);
        at
    }

    /// The counts of a list that only its paragraphs name.
    pub fn named(&mut self, id: &'a str) -> usize {
        let next = self.counts.len();
        let at = *self.by_id.entry(id).or_insert(next);
        if at == next {
            self.counts.push(Default::default());
        }
        at
    }

    /// Counts a paragraph, and gives its label; `level` is from 0.
    pub fn label(&mut self, at: usize, style: &str, level: u8, start: Option<u32>) -> Option<Label> {
        let levels = self.styles.get(style)?;
        let counts = self.counts.get_mut(at)?;
        let level = usize::from(level).min(LEVELS - 1);
        // A level that the style does not give is as the one before it; headings without one have no number.
        let level_at = |at: usize| {
            let first = if style == OUTLINE { at } else { 0 };
            levels.get(first..=at)?.iter().rev().find_map(Option::as_ref)
        };
        let this = level_at(level)?;
        let next = counts.get(level).copied().flatten().map(|count| count.saturating_add(1));
        if let Some((count, deeper)) = counts.get_mut(level..).and_then(<[_]>::split_first_mut) {
            *count = Some(start.or(next).unwrap_or(this.start));
            deeper.fill(None);
        }
        if let Some(bullet) = this.bullet {
            // What stands around numbers does not stand around signs.
            let text = sign(bullet).trim().to_owned();
            return (!text.is_empty()).then_some(Label { text, has_gap: true, unknown: None });
        }
        let mut unknown = None;
        let mut of = |level: usize| {
            let other = level_at(level)?;
            let n = counts.get(level).copied().flatten().unwrap_or(other.start);
            if other.bullet.is_some() || other.form.is_empty() {
                return None;
            }
            Some(number(other.form, n, other.is_in_step).unwrap_or_else(|| {
                unknown = Some(other.form.to_owned());
                n.to_string()
            }))
        };
        let text = match this.shape {
            // `%1%.%2%`: each number by its level.
            Some(shape) if shape.contains('%') => {
                let parts = shape.split('%').enumerate().map(|(at, part)| match part.parse::<usize>() {
                    Ok(level) if at % 2 == 1 => of(level.saturating_sub(1)).unwrap_or_default(),
                    _ => part.to_owned(),
                });
                parts.collect::<String>()
            }
            _ => {
                let first = (level + 1).saturating_sub(this.shown.max(1));
                let numbers: Vec<String> = (first..=level).filter_map(&mut of).collect();
                [this.prefix, &numbers.join("."), this.suffix].concat()
            }
        };
        let text = text.trim().replace(['\n', '\r', '\t'], " ");
        // After a mark as wide as a Chinese character there is room enough.
        let is_wide = text.ends_with(['、', '．', '）', '。', '：', '〕', '】']);
        (!text.is_empty()).then_some(Label { text, has_gap: this.has_gap && !is_wide, unknown })
    }
}

/// A sign of a list as other fonts have it.
fn sign(bullet: &str) -> String {
    bullet.chars().map(|c| if ('\u{E000}'..='\u{F8FF}').contains(&c) { '•' } else { c }).collect()
}
