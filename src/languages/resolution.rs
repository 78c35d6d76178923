//! How a resolution is laid out in one language, read from that language's `resolution.yaml`.
//!
//! In: a language. Out: its names, patterns and word lists. A language without the file has no patterns, and its
//! texts are imported as plain documents.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;
use serde::{Deserialize, Deserializer};

use super::follow_up::FollowUpPatterns;
use crate::misfit;
use crate::source::slice;

/// The longest line, in bytes, that can be a line of the cover, a heading or page furniture.
pub const LONGEST_HEADING: usize = 600;

/// The keys of the file in which a language replaces part by part what the fallback says.
pub(super) const INNER: [&str; 5] = ["cover", "terminal", "notes", "closing", "vote"];

/// A regular expression in a data file.
#[derive(Debug)]
pub struct Pattern(pub Regex);

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "a regular expression", |pattern| {
            let wrong = |error: regex::Error| {
                format!("this pattern cannot be compiled: {}", super::data::said(&error))
            };
            Regex::new(pattern).map(Self).map_err(wrong)
        })
    }
}

impl Default for Pattern {
    /// A pattern that matches nothing.
    fn default() -> Self {
        static NOTHING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[^\s\S]").expect("an empty class"));
        Self(NOTHING.clone())
    }
}

impl std::ops::Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        &self.0
    }
}

/// The patterns of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ResolutionPatterns {
    /// The bodies that adopt resolutions.
    pub bodies: Vec<Body>,
    /// What stands round the name of the body in the line that opens the preamble.
    pub opening: Opening,
    /// The lines before the text.
    pub cover: Cover,
    /// A date, with the groups `year`, `month` and `day`.
    pub date: Pattern,
    /// The names of the months from the first on, where dates name them; empty where dates number them.
    pub months: Vec<String>,
    /// Numbers written as words.
    pub numerals: Numerals,
    /// A time of day at the beginning of a line.
    pub time: Pattern,
    /// The heading of an annex.
    pub annex: Pattern,
    /// Other headings of reports that have no label.
    pub headings: Pattern,
    /// The line above a table of contents.
    pub contents: Pattern,
    /// The characters a whole paragraph can end with.
    pub terminal: Terminal,
    /// Notes and their marks.
    pub notes: Notes,
    /// The lines under the text.
    pub closing: Closing,
    /// The vote.
    pub vote: Vote,
    /// Who must do what by when.
    pub follow_up: FollowUpPatterns,
    /// What a page is printed with and the text does not say.
    pub furniture: Vec<Furniture>,
    /// Wording that is seldom meant.
    pub typos: Vec<Typo>,
    /// Words in which a character or a word may stand twice in a row.
    pub doubled: Vec<String>,
}

/// A body that adopts resolutions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// As the cover names it.
    pub name: String,
    /// What stands before the number in the symbol of its resolutions.
    pub symbol: Option<String>,
}

/// What stands round the body's name in the line that opens the preamble.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Opening {
    before: String,
    after: String,
}

/// The lines before the text.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cover {
    /// A symbol of any document.
    pub symbol: Pattern,
    /// The name of a session.
    pub session_name: Pattern,
    /// The days of a session, with the groups `start_year`, `start_month`, `start_day` and the same with `end_`.
    pub session_dates: Pattern,
    /// An item of the agenda.
    pub agenda_item: Pattern,
    /// The line that says who adopted the text and when.
    pub adopted: Pattern,
    /// The heading, with the groups `number` and `title`.
    pub number_and_title: Pattern,
    /// The same without a full stop, with the groups `number` and `title`; the title may stand on the next line.
    pub loose_title: Pattern,
    /// The organisation that a cover names first.
    pub issuer: Pattern,
    /// What stands under the title of a document that is no resolution: whose report it is.
    pub subtitle: Pattern,
    /// A heading that is only a number, with the groups `number` and `year`.
    pub numbered_title: Pattern,
    /// The block that says how the document is distributed.
    pub distribution: Distribution,
}

/// The block that says how a document is distributed.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Distribution {
    /// How widely it is distributed, in the group `value`.
    #[serde(rename = "type")]
    pub kind: Pattern,
    /// The day of its distribution.
    pub date: Pattern,
    /// The language of this version.
    pub language: Pattern,
    /// The language it was first written in, in the group `value`.
    pub original: Pattern,
}

/// Numbers written as words.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Numerals {
    values: BTreeMap<String, u32>,
    multipliers: BTreeMap<String, u32>,
}

/// The characters a whole paragraph can end with.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terminal {
    /// In the preamble.
    pub preamble: String,
    /// In the operative part.
    pub operative: String,
}

/// Notes and their marks.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notes {
    /// A mark in the text.
    pub mark: Pattern,
    /// The same mark at the beginning of a note.
    pub definition: Pattern,
    /// A bare number glued to the word before it, in the group `number`.
    pub glued_mark: Pattern,
    /// The same with a letter after it.
    pub loose_mark: Pattern,
    /// The same behind a comma that no note claims.
    pub unread_mark: Pattern,
    /// A bare number behind another number and a mark of the sentence, in the group `number`.
    pub numbered_mark: Pattern,
    /// What stands before a raised number, or one in square brackets, that may be a power or a part of a formula.
    pub power: Pattern,
    /// What ends with a number or a letter that is the name of something, as “Annex I” does.
    pub named: Pattern,
    /// What follows a number that counts something, which is no mark.
    pub counted: Pattern,
    /// A line that begins with the same bare number, in the group `number`.
    pub glued_definition: Pattern,
    /// The same under a rule.
    pub ruled_definition: Pattern,
    /// The same without a rule and without a mark.
    pub unmarked_definition: Pattern,
    /// A bare number that no paragraph of a resolution begins with.
    pub bare_definition: Pattern,
    /// A line that begins with the word “note” and its number.
    pub word_definition: Pattern,
}

/// The lines under the text.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Closing {
    /// The date.
    pub date: Pattern,
    /// The number of the meeting.
    pub meeting: Pattern,
}

/// The vote.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vote {
    /// The line that says how it was adopted.
    pub statement: Pattern,
    /// The votes, with the groups `in_favour`, `against` and `abstaining`.
    pub counts: Pattern,
    /// The beginning of the list of those in favour.
    pub in_favour: Pattern,
    /// The beginning of the list of those against.
    pub against: Pattern,
    /// The beginning of the list of those that abstain.
    pub abstaining: Pattern,
    /// The marks between two names.
    pub separators: String,
    /// A word between two names.
    pub conjunction: Pattern,
    /// Names that hold such a word.
    pub joined: Pattern,
    /// Words that stand for an empty list.
    pub none: Vec<String>,
}

/// What a page is printed with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Furniture {
    /// The line.
    pub pattern: Pattern,
    /// What it is.
    pub reason: String,
}

/// Wording that is seldom meant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typo {
    /// The wording.
    pub pattern: Pattern,
    /// What is reported.
    pub say: String,
}

impl ResolutionPatterns {
    /// The body whose line opens the preamble here.
    pub fn opened_by(&self, line: &str) -> Option<&Body> {
        let line = unspaced(line);
        let name = line.strip_prefix(&*self.opening.before)?.strip_suffix(&*self.opening.after)?;
        self.bodies.iter().find(|body| body.name == name)
    }

    /// The first date in a text.
    pub fn day(&self, text: &str) -> Option<Date> {
        let found = self.date.captures(text)?;
        let part = |name| found.name(name).map(|part| part.as_str());
        self.civil(part("year")?, part("month")?, part("day")?)
    }

    /// A date of its parts as the language writes them.
    pub fn civil(&self, year: &str, month: &str, day: &str) -> Option<Date> {
        let named = self.months.iter().position(|name| name == month).map(|at| at + 1);
        let month = named.and_then(|at| i8::try_from(at).ok()).or_else(|| month.parse().ok())?;
        Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
    }

    /// Whether a line is the name of a body.
    pub fn body(&self, line: &str) -> Option<&Body> {
        let line = unspaced(line);
        self.bodies.iter().find(|body| body.name == line)
    }
}

/// A line whose characters are Chinese and stand apart, as covers print them (`联 合 国`), without its blanks; any other as it is.
pub fn unspaced(line: &str) -> Cow<'_, str> {
    let is_spaced = line.contains(char::is_whitespace)
        && line.split_whitespace().all(|word| {
            let mut chars = word.chars();
            chars.next().is_some_and(|c| c > '\u{2E7F}') && chars.all(|c| matches!(c, '，' | '：'))
        });
    if is_spaced { line.split_whitespace().collect::<String>().into() } else { line.into() }
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
    use std::sync::Arc;

    fn rules(tag: &str) -> Arc<super::super::Language> {
        super::super::Languages::built_in().of(&tag.parse().unwrap()).clone()
    }

    #[test]
    fn numerals_are_understood() {
        let zh = rules("zh-Hans");
        for (name, number) in
            [("第五十二届会议", 52), ("第十届会议", 10), ("第一百零三届会议", 103), ("第 60 届会议", 60)]
        {
            assert_eq!(zh.patterns().unwrap().numerals.number(name), Some(number), "{name}");
        }
        let en = rules("en");
        for (name, number) in
            [("Fifty-second session", 52), ("Sixtieth session", 60), ("One hundred and third session", 103)]
        {
            assert_eq!(en.patterns().unwrap().numerals.number(name), Some(number), "{name}");
        }
        assert_eq!(zh.patterns().unwrap().numerals.number("会议"), None);
    }

    #[test]
    fn openings_name_a_body() {
        assert_eq!(rules("zh").patterns().unwrap().opened_by("人权理事会，").unwrap().name, "人权理事会");
        assert_eq!(
            rules("en").patterns().unwrap().opened_by("The Human Rights Council,").unwrap().name,
            "Human Rights Council"
        );
        assert!(rules("zh").patterns().unwrap().opened_by("人权理事会").is_none());
    }
}
