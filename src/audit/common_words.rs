//! Whether words are in the language that their page or element says, by the commonest words of languages.
//!
//! In: elements that say their language, and text. Out: at the end of the page, those whose words are in another language. It looks
//! at the first words of each, and only at languages written in Latin letters: others are told apart by their letters, in
//! [`languages`](super::languages). The words are data, in `common_words.tsv`. It can only suspect.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::reports::{Origin, Reports};
use super::rules;
use super::text;
use crate::lang::Lang;

/// So many words of an element are looked at.
const MOST_WORDS: u32 = 200;
/// After so many different common words of its own language a text is in it.
const ENOUGH: u32 = 4;
/// Fewer different common words of another language say nothing.
const LEAST: u32 = 4;
/// The same where the words of the language itself are not known.
const LEAST_OF_UNKNOWN: u32 = 7;

/// A language by its line in the table.
type Number = u8;

/// Which common words there are: of which languages each is, and where it stands in the line of each.
static WORDS: LazyLock<HashMap<&str, Vec<(Number, u32)>>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Vec<(Number, u32)>> = HashMap::new();
    for (number, language) in LANGUAGES.iter().enumerate() {
        for (at, word) in language.words.split(' ').enumerate() {
            words.entry(word).or_default().push((number as Number, at as u32));
        }
    }
    words
});

/// A line of the table.
struct Common {
    /// The tag of the language, then those of languages that are not told from it.
    tags: &'static str,
    /// Whether no other language is near to it.
    is_apart: bool,
    words: &'static str,
}

static LANGUAGES: LazyLock<Vec<Common>> = LazyLock::new(|| {
    let lines = include_str!("common_words.tsv").lines().filter(|line| !line.starts_with('#'));
    let language = |line: &'static str| {
        let mut columns = line.split('\t');
        let (tags, apart, words) = (columns.next()?, columns.next()?, columns.next()?);
        Some(Common { tags, is_apart: apart == "yes", words })
    };
    lines.filter_map(language).collect()
});

/// What is found of the languages of one page.
#[derive(Default)]
pub(super) struct CommonWords<'p> {
    /// The tags of the page as they are written: none for what is no language in Latin letters, else the line of the table.
    tags: HashMap<&'p str, Option<Option<Number>>>,
    samples: Vec<Sample<'p>>,
}

/// The first words of an element that says its language.
struct Sample<'p> {
    /// As it is written.
    lang: &'p str,
    /// Its own language; none if its words are not known.
    own: Option<Number>,
    is_page: bool,
    origin: Origin,
    words: u32,
    /// So many of them are common words of each language, and which; a language without any is not there.
    common: Vec<(Number, u32, u64)>,
    done: bool,
}

impl<'p> CommonWords<'p> {
    /// Notes an element that says its language; gives the number of its words, from 1. 0 is for text that is not looked at.
    pub fn open(&mut self, lang: &'p str, is_page: bool, origin: Origin) -> u32 {
        let lang = lang.trim();
        let Some(own) = *self.tags.entry(lang).or_insert_with(|| of_tag(lang)) else { return 0 };
        self.samples.push(Sample { lang, own, is_page, origin, words: 0, common: Vec::new(), done: false });
        self.samples.len() as u32
    }

    /// Reads text of the element of this number.
    #[inline]
    pub fn read(&mut self, number: u32, text: &str) {
        if let Some(sample) = self.samples.get_mut((number as usize).wrapping_sub(1))
            && !sample.done
        {
            sample.read(text);
        }
    }

    /// Ends the page: reports elements whose words are in another language.
    pub fn finish(self, reports: &mut Reports) {
        for sample in &self.samples {
            let Some(other) = sample.other() else { continue };
            let (what, rule) = match sample.is_page {
                true => ("the page", &rules::PAGE_LANGUAGE),
                false => ("the element", &rules::WRONG_LANGUAGE),
            };
            let message =
                format!("{what} says that it is in “{}”, but its words are in “{other}”", sample.lang);
            reports.add(rule, sample.origin, message);
        }
    }
}

/// The line of the table for a tag, if its language is written in Latin letters.
fn of_tag(tag: &str) -> Option<Option<Number>> {
    let lang = tag.parse::<Lang>().ok().filter(|lang| lang.script() == "Latn")?;
    let is_own = |language: &Common| language.tags.split(' ').any(|tag| tag == lang.primary());
    Some(LANGUAGES.iter().position(is_own).map(|number| number as Number))
}

impl Sample<'_> {
    fn read(&mut self, text: &str) {
        let text = text::decode(text);
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            self.words += 1;
            let lowered;
            let word = if word.chars().any(char::is_uppercase) {
                lowered = word.to_lowercase();
                &lowered
            } else {
                word
            };
            for &(number, at) in WORDS.get(word).into_iter().flatten() {
                let bit = 1 << (at % u64::BITS);
                match self.common.iter_mut().find(|common| common.0 == number) {
                    Some(common) => (common.1, common.2) = (common.1 + 1, common.2 | bit),
                    None => self.common.push((number, 1, bit)),
                }
            }
            if self.words >= MOST_WORDS || self.is_its_own() {
                self.done = true;
                return;
            }
        }
    }

    /// How many words are common words of a language, and how many different ones.
    fn of(&self, number: Number) -> (u32, u32) {
        let found = self.common.iter().find(|common| common.0 == number);
        found.map_or((0, 0), |&(_, words, which)| (words, which.count_ones()))
    }

    /// Whether enough is known to say that the words are in the language that is said.
    fn is_its_own(&self) -> bool {
        self.own.is_some_and(|own| {
            let (words, different) = self.of(own);
            different >= ENOUGH && self.common.iter().all(|common| common.1 <= words)
        })
    }

    /// The language of the words, if it is another.
    fn other(&self) -> Option<&'static str> {
        if self.done && self.is_its_own() {
            return None;
        }
        let own = self.own.map_or(0, |own| self.of(own).0);
        let &(number, words, which) = self.common.iter().max_by_key(|common| common.1)?;
        let language = LANGUAGES.get(number as usize)?;
        let different = which.count_ones();
        let enough = match self.own {
            Some(_) => different >= LEAST,
            // A language that is not in the table may be near to one that is.
            None => different >= LEAST_OF_UNKNOWN && language.is_apart,
        };
        // A quarter of a text and more are common words, in short ones a third, and hardly any are words of another language.
        let share = if different >= 2 * LEAST { 4 } else { 3 };
        (enough && self.own != Some(number) && words * share >= self.words && own * 3 <= words)
            .then(|| language.tags.split(' ').next().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(lang: &str, text: &str) -> Option<&'static str> {
        let mut wording = CommonWords::default();
        let number = wording.open(lang, true, Origin::default());
        wording.read(number, text);
        wording.samples.first().and_then(|sample| sample.other())
    }

    #[test]
    fn words_in_another_language_are_known() {
        let english = "Everybody has the right to take part in the government of their country, and they should be heard by it";
        let french = "Toute personne a le droit de prendre part à la direction des affaires de son pays, soit directement, soit par ses représentants qui sont élus dans une élection";
        for (lang, text, found) in [
            ("en", english, None),
            ("fr", french, None),
            ("fr-CA", english, Some("en")),
            ("en", french, Some("fr")),
            ("ga", english, Some("en")),
            ("ga", french, None),
            ("zh-Hans", english, None),
            ("en", "Los Angeles, San Diego, La Paz, El Paso", None),
            ("nl", "易读", None),
            ("en", "", None),
        ] {
            assert_eq!(other(lang, text), found, "{lang}: {text}");
        }
    }

    #[test]
    fn languages_near_to_each_other_are_not_taken_for_each_other() {
        let norwegian =
            "Alle har rett til å ta del i sitt lands styre og til å bli hørt av dem som skal ta vare på det";
        for lang in ["nb", "nn", "no", "da", "sv"] {
            assert_eq!(other(lang, norwegian), None, "{lang}");
        }
        let slovak = "Každý má právo zúčastniť sa na správe svojej krajiny a je to tak aj pre tých, ktorí sú ešte mladí";
        assert_eq!(other("cs", slovak), None);
    }

    #[test]
    fn no_line_is_longer_than_its_marks() {
        for language in LANGUAGES.iter() {
            let words: Vec<&str> = language.words.split(' ').collect();
            let different: std::collections::HashSet<&&str> = words.iter().collect();
            assert!(words.len() <= u64::BITS as usize && different.len() == words.len(), "{}", language.tags);
        }
    }
}
