//! What a resolution looks like in one language, read from that language's `resolution.yaml`.
//!
//! In: a language. Out: its names, patterns and word lists. A language without the file has no rules, and its
//! texts are imported as plain documents.

use std::collections::BTreeMap;

use regex::Regex;
use serde::{Deserialize, Deserializer, de::Error};

use crate::lang::Lang;
use crate::languages;
use crate::source::slice;

/// The longest line, in bytes, that can be a line of the cover, a heading or page furniture.
pub const LONGEST_HEADING: usize = 600;

/// A regular expression in a data file.
#[derive(Debug)]
pub struct Pattern(pub Regex);

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let pattern = String::deserialize(deserializer)?;
        Regex::new(&pattern).map(Pattern).map_err(D::Error::custom)
    }
}

impl std::ops::Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        &self.0
    }
}

/// The rules of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rules {
    pub bodies: Vec<Body>,
    pub opening: Opening,
    pub cover: Cover,
    pub date: Pattern,
    pub months: Vec<String>,
    pub numerals: Numerals,
    pub annex: Pattern,
    pub terminal: Terminal,
    pub notes: Notes,
    pub closing: Closing,
    pub vote: Vote,
    pub furniture: Vec<Furniture>,
    pub typos: Vec<Typo>,
    pub doubled: Vec<String>,
}

/// A body that adopts resolutions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub name: String,
    /// What stands before the number in the symbol of its resolutions.
    pub symbol: Option<String>,
}

/// What stands round the body's name in the line that opens the preamble.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    before: String,
    after: String,
}

/// The lines before the text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cover {
    pub symbol: Pattern,
    pub session_name: Pattern,
    pub session_dates: Pattern,
    pub agenda_item: Pattern,
    pub adopted: Pattern,
    pub number_and_title: Pattern,
    pub numbered_title: Pattern,
    pub distribution: Distribution,
}

/// The block that says how a document is distributed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Distribution {
    #[serde(rename = "type")]
    pub kind: Pattern,
    pub date: Pattern,
    pub language: Pattern,
    pub original: Pattern,
}

/// Numbers written as words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numerals {
    values: BTreeMap<String, u32>,
    multipliers: BTreeMap<String, u32>,
}

/// The characters a whole paragraph can end with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terminal {
    pub preamble: String,
    pub operative: String,
}

/// Notes and their marks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notes {
    pub mark: Pattern,
    pub definition: Pattern,
    pub glued_mark: Pattern,
    pub loose_mark: Pattern,
    pub unread_mark: Pattern,
    pub glued_definition: Pattern,
    pub ruled_definition: Pattern,
    pub unmarked_definition: Pattern,
}

/// The lines under the text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    pub date: Pattern,
    pub meeting: Pattern,
}

/// The vote.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vote {
    pub statement: Pattern,
    pub counts: Pattern,
    pub in_favour: Pattern,
    pub against: Pattern,
    pub abstaining: Pattern,
    pub separators: String,
    pub conjunction: Pattern,
    pub joined: Pattern,
    pub none: Vec<String>,
}

/// What a page is printed with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Furniture {
    pub pattern: Pattern,
    pub reason: String,
}

/// Wording that is seldom meant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typo {
    pub pattern: Pattern,
    pub say: String,
}

impl Rules {
    /// The rules of a language, if there are any.
    pub fn of(lang: &Lang) -> Option<Rules> {
        let yaml = languages::file(lang, "resolution.yaml")?;
        Some(serde_yaml::from_str(yaml).expect("the built-in rules are valid, as a test shows"))
    }

    /// The body whose line opens the preamble here.
    pub fn opened_by(&self, line: &str) -> Option<&Body> {
        let name = line.strip_prefix(&*self.opening.before)?.strip_suffix(&*self.opening.after)?;
        self.bodies.iter().find(|body| body.name == name)
    }

    /// Whether a line is the name of a body.
    pub fn body(&self, line: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.name == line)
    }
}

impl Numerals {
    /// The number in a name such as “第五十二届会议” or “Fifty-second session”; words that are no numbers are skipped.
    pub fn number(&self, name: &str) -> Option<u32> {
        let digits: String =
            name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        if !digits.is_empty() {
            return digits.parse().ok();
        }
        let name = name.to_lowercase();
        let mut rest = name.as_str();
        let (mut total, mut current, mut seen) = (0u32, 0u32, false);
        while let Some(c) = rest.chars().next() {
            if let Some((word, value)) = longest(&self.values, rest) {
                current = current.saturating_add(value);
                (rest, seen) = (slice(rest, word..), true);
            } else if let Some((word, value)) = longest(&self.multipliers, rest) {
                total = total.saturating_add(current.max(1).saturating_mul(value));
                (rest, current, seen) = (slice(rest, word..), 0, true);
            } else {
                rest = slice(rest, c.len_utf8()..);
            }
        }
        seen.then_some(total.saturating_add(current))
    }
}

fn longest(words: &BTreeMap<String, u32>, text: &str) -> Option<(usize, u32)> {
    words.iter().filter(|(word, _)| text.starts_with(word.as_str())).map(|(word, &n)| (word.len(), n)).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(tag: &str) -> Rules {
        Rules::of(&tag.parse().unwrap()).unwrap()
    }

    #[test]
    fn numerals_are_understood() {
        let zh = rules("zh-Hans").numerals;
        for (name, number) in
            [("第五十二届会议", 52), ("第十届会议", 10), ("第一百零三届会议", 103), ("第 60 届会议", 60)]
        {
            assert_eq!(zh.number(name), Some(number), "{name}");
        }
        let en = rules("en").numerals;
        for (name, number) in
            [("Fifty-second session", 52), ("Sixtieth session", 60), ("One hundred and third session", 103)]
        {
            assert_eq!(en.number(name), Some(number), "{name}");
        }
        assert_eq!(zh.number("会议"), None);
    }

    #[test]
    fn openings_name_a_body() {
        assert_eq!(rules("zh").opened_by("人权理事会，").unwrap().name, "人权理事会");
        assert_eq!(rules("en").opened_by("The Human Rights Council,").unwrap().name, "Human Rights Council");
        assert!(rules("zh").opened_by("人权理事会").is_none());
    }
}
