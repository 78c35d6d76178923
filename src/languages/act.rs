//! How laws and regulations are laid out in one language, read from that language's `act.yaml`.
//!
//! In: a language. Out: how the labels of articles look and what numbers they have, and for import the headings of parts,
//! the title and the lines about it. What a language does not say is as in the fallback. Refused is a pattern of a label that
//! does not say where the label and its number stand.

use std::ops::Range;

use regex::Regex;
use serde::{Deserialize, Deserializer};

use super::Numerals;
use super::resolution::Pattern;
use crate::misfit;
use crate::numbering::{Suffix, arabic, inserted_place, of_roman};

/// How laws and regulations are laid out.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ActPatterns {
    /// What articles are called, the first before the others: all articles of an act are called alike.
    pub articles: Vec<ArticlePatterns>,
    /// The headings of parts, the largest first.
    pub divisions: Vec<Pattern>,
    /// The title.
    pub title: Pattern,
    /// The line that says who passed it and when; the group `body`, where it has one, is who.
    pub adopted: Pattern,
    /// The line with its number.
    pub symbol: Pattern,
    /// The words that say from when it holds, with the day in the group `day`.
    pub in_force: Pattern,
    /// The heading of a table of contents.
    pub contents: Pattern,
    /// The heading of an annex.
    pub annex: Pattern,
    /// Numbers written as words.
    pub numerals: Numerals,
}

/// How the labels of articles look.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticlePatterns {
    /// At the beginning of a heading.
    heading: LabelPattern,
    /// At the beginning of a paragraph, where what only refers to an article must not be taken for one.
    text: LabelPattern,
    /// Whether pages call them sections.
    #[serde(default)]
    sections: bool,
}

/// A pattern with the groups `label` and `number`; in the group `inserted` stands what tells an article from the one that it follows, in
/// `last` the last number of a label of several.
#[derive(Debug)]
struct LabelPattern(Regex);

impl<'de> Deserialize<'de> for LabelPattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Pattern(regex) = Pattern::deserialize(deserializer)?;
        let has = |name: &str| regex.capture_names().flatten().any(|known| known == name);
        match ["label", "number"].into_iter().find(|name| !has(name)) {
            Some(lacks) => Err(misfit::own(format!("this pattern has no group “(?P<{lacks}>…)”"))),
            None => Ok(Self(regex)),
        }
    }
}

/// The label of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLabel {
    /// Where it stands in the line.
    pub range: Range<usize>,
    /// Its number.
    pub number: u32,
    /// What tells it from the article that it was put behind.
    pub suffix: Suffix,
    /// The number of the last article, where it is the label of several: 第二条至第四条.
    pub last: Option<u32>,
}

/// What parts a label from the words after it, and a number from what was put in.
const PARTS: [char; 6] = [' ', '\u{3000}', '–', '—', '-', '['];

/// No article has a longer label, in bytes.
const LONGEST_LABEL: usize = 160;

impl ActPatterns {
    /// What articles are called among these lines, each with whether it is a heading: the place in [`Self::articles`] that most of them
    /// fit, or the first of those.
    pub fn called<'l>(&self, lines: impl Iterator<Item = (&'l str, bool)> + Clone) -> Option<usize> {
        let count = |at| {
            lines.clone().filter(|(line, is_heading)| self.label(at, line, *is_heading).is_some()).count()
        };
        let counts = (0..self.articles.len()).rev().map(|at| (count(at), at));
        counts.max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0).map(|(_, at)| at)
    }

    /// The label that a line begins with, where articles are called as the place `called` says.
    pub fn label(&self, called: usize, line: &str, is_heading: bool) -> Option<ArticleLabel> {
        let patterns = self.articles.get(called)?;
        let pattern = if is_heading { &patterns.heading } else { &patterns.text };
        let end = line.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST_LABEL).last()?;
        let line = if line.len() <= LONGEST_LABEL { line } else { line.get(..end)? };
        let found = pattern.0.captures(line)?;
        let label = found.name("label")?;
        // A pattern may look at what parts the label from the words.
        let length = label.as_str().trim_end_matches(PARTS).len();
        let range = label.start()..label.start() + length;
        let number = self.number(&found["number"]).filter(|number| *number > 0)?;
        let suffix = match found.name("inserted") {
            Some(inserted) => self.suffix(inserted.as_str().trim_start_matches(PARTS))?,
            None => Suffix::None,
        };
        let last =
            found.name("last").and_then(|last| self.number(last.as_str())).filter(|last| *last > number);
        // “Articles 5 and 6” alone may be a line of a list.
        let is_list =
            last.is_some() && !is_heading && label.end() == line.trim_end().len() && range.end == label.end();
        (range.start == 0 && !is_list).then_some(ArticleLabel { range, number, suffix, last })
    }

    /// Whether articles that are called so are sections.
    pub fn are_sections(&self, called: usize) -> bool {
        self.articles.get(called).is_some_and(|patterns| patterns.sections)
    }

    /// Whether a line is the heading of a part.
    pub fn is_division(&self, line: &str) -> bool {
        self.divisions.iter().any(|division| division.is_match(line))
    }

    fn number(&self, said: &str) -> Option<u32> {
        arabic(said).or_else(|| of_roman(said)).or_else(|| self.numerals.number(said))
    }

    /// The letter of an article that was put in: a for the first behind another, however the language counts them.
    fn suffix(&self, said: &str) -> Option<Suffix> {
        let place = inserted_place(said).or_else(|| self.number(said))?;
        let letter = u8::try_from(place.checked_sub(1)?).ok().filter(|at| *at < 26)?;
        Some(Suffix::Letter(char::from(b'a' + letter)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Languages;

    fn read(lang: &str, line: &str, is_heading: bool) -> Option<(usize, String, u32, String)> {
        let acts = Languages::built_in().of(&lang.parse().unwrap()).acts();
        let called = acts.called([(line, is_heading)].into_iter())?;
        let label = acts.label(called, line, is_heading)?;
        Some((called, line[label.range].to_owned(), label.number, label.suffix.to_string()))
    }

    #[test]
    fn labels_of_articles_are_read_in_every_language() {
        for (lang, line, label, number, suffix) in [
            ("zh", "第一条　为了", "第一条", 1, ""),
            ("zh", "第五条之一 盲道", "第五条之一", 5, "a"),
            ("zh-Hans", "第一千二百六十条　本法", "第一千二百六十条", 1260, ""),
            ("zh", "第一百二十条之六　（删除）", "第一百二十条之六", 120, "f"),
            ("zh", "第 12 条　坡道", "第 12 条", 12, ""),
            ("zh-Hant", "第十五條　坡道", "第十五條", 15, ""),
            ("en", "Article 5. Ramps", "Article 5.", 5, ""),
            ("en", "Article 5a. Ramps", "Article 5a.", 5, "a"),
            ("en", "ARTICLE IV – Ramps", "ARTICLE IV", 4, ""),
            ("en", "Article 5 bis. Ramps", "Article 5 bis.", 5, "a"),
            ("en", "Article 5-2. Ramps", "Article 5-2.", 5, "b"),
            ("en", "Section 12. Ramps", "Section 12.", 12, ""),
            ("en", "§ 12. Ramps", "§ 12.", 12, ""),
            ("fr", "Article premier. – Les rampes", "Article premier.", 1, ""),
            ("fr", "Article 5 ter. Les rampes", "Article 5 ter.", 5, "b"),
            ("es", "Artículo 5. Las rampas", "Artículo 5.", 5, ""),
            ("ru", "Статья 5. Пандусы", "Статья 5.", 5, ""),
            ("ar", "المادة 5: المنحدرات", "المادة 5:", 5, ""),
            ("ar", "المادة ٥: المنحدرات", "المادة ٥:", 5, ""),
            ("pt", "Article 5. Ramps", "Article 5.", 5, ""),
            ("zh", "第二条至第四条（删除）", "第二条至第四条", 2, ""),
            ("zh", "第七条——坡道", "第七条", 7, ""),
            ("en", "Articles 2 to 4. [Repealed]", "Articles 2 to 4.", 2, ""),
            ("en", "Articles 2–4 [Repealed]", "Articles 2–4", 2, ""),
            ("ar", "المواد ٢ إلى ٤: ملغاة", "المواد ٢ إلى ٤:", 2, ""),
        ] {
            let read = read(lang, line, false).map(|(_, label, number, suffix)| (label, number, suffix));
            assert_eq!(read, Some((label.to_owned(), number, suffix.to_owned())), "{line}");
        }
        for (lang, line) in [
            ("zh", "第五条规定的坡道"),
            ("zh", "第五条、第六条　"),
            ("zh", "依照第五条　"),
            ("en", "Article 5 applies to ramps."),
            ("en", "Articles 5 and 6"),
            ("en", "Section 12 of the Rules"),
        ] {
            assert_eq!(read(lang, line, false), None, "{line}");
        }
        assert!(read("en", "Article 5 Ramps", true).is_some());
        assert!(read("en", &format!("Article {}", "9".repeat(500)), true).is_none());
    }
}
