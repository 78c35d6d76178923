//! What the rules know of a language: how to count, where sentences end, which words are hard.
//!
//! In: `easy-read.yaml` of the language's folder and the word files it names. Out: a [`LanguageData`], read once. A
//! language without that file gets one that only knows its script, so every rule that needs words stays silent.

mod lexicon;
mod list;
mod marks;
mod names;
mod prefilter;

use std::collections::{BTreeMap, HashSet};
use std::ops::{Range, RangeInclusive};
use std::sync::{LazyLock, OnceLock};

use regex::Regex;
use serde::Deserialize;

pub use list::{Hit, List, is_whole_word};
pub use marks::Marks;
pub use names::Names;
pub use prefilter::{Candidates, Lines};

use names::Naming;
use prefilter::Prefilter;

use super::segment::{Dictionary, is_han};
use crate::lang::Lang;
use crate::languages;

/// How many endings a known word may have: helpers is help with two.
const ENDINGS: usize = 2;

/// The file of a language's folder.
pub const FILE: &str = "easy-read.yaml";

/// How the length of a sentence is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Characters of the language's script, as in Chinese.
    Characters,
    /// Words.
    Words,
}

/// One language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LanguageData {
    /// How length is counted.
    pub unit: Unit,
    /// The script of its words, as a four-letter code or `Han`.
    pub script: String,
    /// Marks that end a sentence; empty where Unicode's rules do.
    #[serde(default)]
    pub sentence_ends: Marks,
    /// Marks that may follow them and still belong to the sentence.
    #[serde(default)]
    pub closing: Marks,
    /// Words whose full stop ends no sentence.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// Marks that end a clause; empty where clauses are not measured.
    #[serde(default)]
    pub clause_ends: Marks,
    /// The comma.
    #[serde(default)]
    pub comma: Option<char>,
    /// The mark between the things of a list in a sentence.
    #[serde(default)]
    pub enumeration_comma: Option<char>,
    /// The word that hangs one thing on another.
    #[serde(default)]
    pub particle: Option<char>,
    /// The two marks around a title, whose words are not counted.
    #[serde(default)]
    pub titles: String,
    /// Half-width marks and what they are beside full-width characters.
    #[serde(default)]
    pub full_width: BTreeMap<char, char>,
    /// How a dash is written.
    #[serde(default)]
    pub dash: Option<String>,
    /// How words left out are shown.
    #[serde(default)]
    pub ellipsis: Option<String>,
    /// Link texts that do not say where a link leads.
    #[serde(default)]
    pub vague_links: Vec<String>,
    /// Alternative texts that only say that there is a picture.
    #[serde(default)]
    pub vague_alts: Vec<String>,
    /// Words before a lead phrase.
    #[serde(default)]
    pub lead_prefixes: Vec<String>,
    /// The words that begin the paragraphs of a resolution.
    #[serde(default)]
    pub lead_phrases: Vec<String>,
    /// Words after which a number is part of a name.
    #[serde(default)]
    pub numbered_nouns: Vec<String>,
    /// Words after which a number is one to call or to write to.
    #[serde(default)]
    contact_words: Vec<String>,
    /// How long names are written and explained.
    #[serde(default)]
    naming: Naming,
    /// The files with the words most people know.
    #[serde(default)]
    words: Vec<String>,
    /// The file with all words and how often they occur, for languages without spaces.
    #[serde(default)]
    pub(super) dictionary: Option<String>,
    #[serde(skip)]
    pub(super) cutter: Dictionary,
    /// Endings of known words, and what stands there in the list.
    #[serde(default)]
    endings: BTreeMap<String, String>,
    /// Beginnings of known words that their readers know too.
    #[serde(default)]
    beginnings: Vec<String>,
    /// Endings before which the last letter may be doubled.
    #[serde(default)]
    double_endings: Vec<String>,
    /// How the end of a word is written for more than one: the first that fits, and what stands in its place.
    #[serde(default)]
    plurals: Vec<(String, String)>,
    /// What makes a sentence of the words in an item of a list.
    #[serde(default)]
    pub makes_a_sentence: Option<List>,
    #[serde(default)]
    lists: BTreeMap<String, List>,
    #[serde(skip)]
    tag: String,
    #[serde(skip)]
    known: OnceLock<HashSet<&'static str>>,
    #[serde(skip)]
    names: OnceLock<Option<Names>>,
    #[serde(skip)]
    contact_numbers: OnceLock<Option<Regex>>,
    #[serde(skip)]
    prefilter: OnceLock<Option<Prefilter>>,
}

static ALL: LazyLock<BTreeMap<&'static str, LanguageData>> = LazyLock::new(|| {
    let read = |tag: &'static str| {
        let text = languages::file(&tag.parse().ok()?, FILE)?;
        let mut language: LanguageData =
            serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{tag}/{FILE}: {error}"));
        language.tag = tag.to_owned();
        Some((tag, language))
    };
    languages::tags().filter_map(read).collect()
});

static CHARACTERS: LazyLock<LanguageData> = LazyLock::new(|| LanguageData::without_words(Unit::Characters));
static WORDS: LazyLock<LanguageData> = LazyLock::new(|| LanguageData::without_words(Unit::Words));

impl LanguageData {
    /// The language of a language.
    pub fn of(lang: &Lang) -> &'static LanguageData {
        let found = lang.fallbacks().find_map(|tag| ALL.get(tag));
        found.unwrap_or_else(|| if lang.is_cjk() { &CHARACTERS } else { &WORDS })
    }

    fn without_words(unit: Unit) -> Self {
        let (script, ends, closing) = match unit {
            Unit::Characters => ("Han", "。！？；…", "”’」』）》】"),
            Unit::Words => ("", "", ""),
        };
        let text = format!(
            "unit: {}\nscript: '{script}'\nsentence-ends: '{ends}'\nclosing: '{closing}'\n",
            if unit == Unit::Characters { "characters" } else { "words" }
        );
        serde_yaml::from_str(&text).expect("the data of a language without words")
    }

    /// A list by name, with its place among the lists; `None` where the language has none.
    pub fn list(&self, name: &str) -> Option<(usize, &List)> {
        self.lists.iter().enumerate().find(|(_, (other, _))| *other == name).map(|(at, (_, list))| (at, list))
    }

    /// For every line the lists that can have something in it.
    pub fn candidates(
        &self,
        lines: Lines<'_, impl Fn(Range<usize>) -> RangeInclusive<usize>>,
    ) -> Vec<Candidates> {
        // The built-in lists are compiled by a test; a language without lists has nothing to find.
        let prefilter = self.prefilter.get_or_init(|| Prefilter::new(self, self.lists.values()).ok());
        match prefilter {
            Some(prefilter) => prefilter.candidates(lines),
            None => vec![Candidates::default(); lines.count],
        }
    }

    /// How a text may write a word of the glossary: as it is given, for more than one, and at the beginning of a sentence.
    pub fn spellings(&self, word: &str) -> Vec<String> {
        let fits = |(end, instead): &(String, String)| {
            Some(format!("{}{instead}", word.strip_suffix(end.as_str())?))
        };
        let inflects = word.ends_with(char::is_alphabetic) && !word.ends_with(is_han);
        let plural = self.plurals.iter().filter(|_| inflects).find_map(fits);
        let mut spellings: Vec<String> =
            [Some(word.to_owned()), plural].into_iter().flatten().filter(|word| !word.is_empty()).collect();
        for spelling in spellings.clone() {
            let mut letters = spelling.chars();
            let capital: String =
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            if capital != spelling {
                spellings.push(capital);
            }
        }
        spellings
    }

    /// The text of a file of this language.
    pub(super) fn file(&self, name: &str) -> &'static str {
        let lang: Option<Lang> = self.tag.parse().ok();
        lang.and_then(|lang| languages::file(&lang, name)).unwrap_or_default()
    }

    /// Whether the language has a list of the words most people know.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// How long names are written and explained; `None` where that is not known.
    pub fn names(&self) -> Option<&Names> {
        self.names.get_or_init(|| Names::new(&self.naming)).as_ref()
    }

    /// A number of this form after a word that says what it is for; `None` where no such words are known.
    pub fn contact_numbers(&self, number: fn() -> String) -> Option<&Regex> {
        let compiled = || {
            let border = if self.unit == Unit::Words { r"\b" } else { "" };
            let (words, number) = (self.contact_words.join("|"), number());
            (!words.is_empty())
                .then(|| Regex::new(&format!("(?i){border}(?:{words}){number}")).ok())
                .flatten()
        };
        self.contact_numbers.get_or_init(compiled).as_ref()
    }

    /// Whether most people know this word.
    pub fn knows(&self, word: &str) -> bool {
        if self.lists_word(word) {
            return true;
        }
        if word.chars().all(is_han) {
            // Chinese has neither capitals nor endings.
            return false;
        }
        let lower = word.to_lowercase();
        let root = self.beginnings.iter().find_map(|beginning| lower.strip_prefix(beginning.as_str()));
        self.knows_inflected(&lower, ENDINGS) || root.is_some_and(|root| self.knows_inflected(root, ENDINGS))
    }

    /// Whether the list has a word of small letters, or the word it is made of with so many endings.
    fn knows_inflected(&self, word: &str, endings: usize) -> bool {
        if self.lists_word(word) {
            return true;
        }
        endings > 0
            && self
                .endings
                .iter()
                .any(|(ending, instead)| self.knows_stem(word, ending, instead, endings - 1))
    }

    /// Whether the word is known without this ending.
    fn knows_stem(&self, word: &str, ending: &str, instead: &str, endings: usize) -> bool {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() > 1) else {
            return false;
        };
        if self.knows_inflected(&format!("{stem}{instead}"), endings)
            || (!ending.is_empty() && self.knows_inflected(&format!("{stem}e"), endings))
        {
            return true;
        }
        let mut letters = stem.chars();
        let last = letters.next_back();
        let single = letters.as_str();
        last.is_some_and(|last| single.ends_with(last))
            && self.double_endings.iter().any(|e| e == ending)
            && self.lists_word(single)
    }

    fn lists_word(&self, word: &str) -> bool {
        let read = || self.words.iter().flat_map(|name| lines(self.file(name))).collect();
        self.known.get_or_init(read).contains(word)
    }
}

/// A word file without the comments at its head.
pub fn without_head(mut text: &str) -> &str {
    while text.starts_with(['#', '\n']) {
        text = text.split_once('\n').map_or("", |(_, rest)| rest);
    }
    text
}

/// The lines of a word file without its comments.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> &'static LanguageData {
        LanguageData::of(&tag.parse().unwrap())
    }

    #[test]
    fn the_data_of_every_language_is_read_and_its_lists_compile() {
        for (tag, language) in &*ALL {
            assert!(!language.lists.is_empty(), "{tag}");
            Prefilter::new(language, language.lists.values())
                .unwrap_or_else(|error| panic!("{tag}: {error}"));
            if let Some(list) = &language.makes_a_sentence {
                list.prepare(language).unwrap_or_else(|error| panic!("{tag}: {error}"));
            }
            for (name, list) in &language.lists {
                list.prepare(language).unwrap_or_else(|error| panic!("{tag} {name}: {error}"));
            }
        }
    }

    #[test]
    fn all_languages_have_the_same_lists() {
        let names = |tag| language(tag).lists.keys().collect::<Vec<_>>();
        assert_eq!(names("zh-Hans"), names("en"));
    }

    #[test]
    fn words_are_known_with_their_endings() {
        let english = language("en");
        for word in ["report", "Reports", "stopped", "making", "families", "people’s"] {
            assert!(english.knows(word), "{word}");
        }
        assert!(!english.knows("intersessional"));
        let chinese = language("zh-Hans");
        assert!(chinese.knows("报告") && chinese.knows("国家"));
        assert!(!chinese.knows("善治"));
    }

    #[test]
    fn words_of_the_field_are_known_and_what_is_made_of_them() {
        let english = language("en");
        for word in [
            "disabled",
            "Disabilities",
            "unfairly",
            "unfair",
            "wheelchairs",
            "carers",
            "helpers",
            "equally",
            "inaccessible",
        ] {
            assert!(english.knows(word), "{word}");
        }
        for word in ["stakeholder", "modalities", "untrammelled", "notwithstanding"] {
            assert!(!english.knows(word), "{word}");
        }
        let chinese = language("zh-Hans");
        for word in ["残疾人", "歧视", "轮椅", "无障碍"] {
            assert!(chinese.knows(word), "{word}");
        }
    }

    #[test]
    fn a_language_without_data_is_counted_by_its_script() {
        assert_eq!(language("fr").unit, Unit::Words);
        assert_eq!(language("ja").unit, Unit::Characters);
        assert!(language("fr").list("passive").is_none());
    }
}
