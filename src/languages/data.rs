//! What the rules know of a language: how to count, where sentences end, which words are hard.
//!
//! In: `easy-read.yaml` of the language's folder and the word files it names. Out: a [`LanguageData`], read once. A
//! language without that file gets one that only knows its script, so every rule that needs words stays silent.

mod force;
mod known;
mod lexicon;
mod list;
mod marks;
mod names;
mod prefilter;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::ops::{Range, RangeInclusive};
use std::sync::OnceLock;

use regex::Regex;
use serde::Deserialize;

use super::Initials;

pub use force::{Begun, VerbForce};
pub use list::{Hit, List, is_whole_word};
pub use marks::Marks;
pub use names::Names;
pub use prefilter::{Candidates, Lines};

use names::Naming;
use prefilter::Prefilter;

use super::dictionary::Dictionary;
use super::scripts::is_han;
use crate::lang::Lang;

/// The marks that end sentences in texts of Chinese characters, in every language that is written with them (CLREQ and JLREQ,
/// 3.1.1); a language may name its own.
const IDEOGRAPHIC_ENDS: &str = "。！？；…";
/// The marks that may follow them.
const IDEOGRAPHIC_CLOSING: &str = "”’」』）》】";

/// How the length of a sentence is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Characters of the language's script, as in Chinese.
    Characters,
    /// Words.
    #[default]
    Words,
}

/// The section of an easy-read version that says the most important things.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FirstSection {
    /// The words of its heading.
    pub heading: String,
    /// How long it may be, in characters or words.
    pub length: usize,
}

impl FirstSection {
    /// Whether these are the words of its heading.
    pub fn is_headed(&self, words: &str) -> bool {
        words.trim().to_lowercase() == self.heading.to_lowercase()
    }
}

/// One language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LanguageData {
    /// How length is counted.
    #[serde(skip)]
    pub unit: Unit,
    /// The same as the file says it; without it the script decides.
    #[serde(default, rename = "unit")]
    stated_unit: Option<Unit>,
    /// The script of its words, as a four-letter code or `Han`.
    #[serde(default)]
    pub script: String,
    /// The language in which the block of distribution on covers is printed.
    #[serde(default)]
    pub distribution_language: Option<String>,
    /// How first letters are found where words are not written with letters.
    #[serde(default)]
    pub initials: Option<Initials>,
    /// The words before a caption of a table; where there are none, the label of a table is.
    #[serde(default)]
    pub table_words: Vec<String>,
    /// The words that the summary of a long description begins or ends with; where there are none, the label of one is.
    #[serde(default)]
    pub description_words: Vec<String>,
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
    /// What alternative texts call pictures of numbers.
    #[serde(default)]
    pub chart_words: Vec<String>,
    /// Words before a lead phrase.
    #[serde(default)]
    pub lead_prefixes: Vec<String>,
    /// The words that begin the paragraphs of a resolution.
    #[serde(default)]
    pub lead_phrases: Vec<String>,
    /// How strongly the verbs of resolutions speak.
    #[serde(default)]
    pub verb_force: VerbForce,
    /// The section of an easy-read version that says the most important things.
    #[serde(default)]
    pub first_section: Option<FirstSection>,
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
    /// The files that it names, by name.
    #[serde(skip)]
    files: BTreeMap<String, Cow<'static, str>>,
    #[serde(skip)]
    known: OnceLock<HashSet<Cow<'static, str>>>,
    #[serde(skip)]
    names: OnceLock<Option<Names>>,
    #[serde(skip)]
    contact_numbers: OnceLock<Option<Regex>>,
    #[serde(skip)]
    prefilter: OnceLock<Option<Prefilter>>,
}

/// The keys of the file in which a site's own file replaces part by part.
pub(super) const INNER: [&str; 2] = ["lists", "naming"];

/// Finds a file of the language.
pub(super) type Find<'a> = dyn Fn(&str) -> Option<Cow<'static, str>> + 'a;

impl LanguageData {
    /// Reads the file; `find` gives the word lists that it names.
    ///
    /// # Errors
    /// When it is no YAML, or has a key or a value that does not belong there.
    pub(super) fn read(yaml: &str, lang: &Lang, find: &Find<'_>) -> Result<Self, serde_yaml::Error> {
        let mut data: Self = serde_yaml::from_str(yaml)?;
        let by_script = || if lang.is_cjk() { Unit::Characters } else { Unit::Words };
        data.unit = data.stated_unit.unwrap_or_else(by_script);
        if data.unit == Unit::Characters && data.sentence_ends.is_empty() {
            (data.sentence_ends, data.closing) =
                (IDEOGRAPHIC_ENDS.to_owned().into(), IDEOGRAPHIC_CLOSING.to_owned().into());
        }
        if data.script.is_empty() {
            data.script = lang.script();
        }
        for name in data.named_files().map(str::to_owned).collect::<Vec<_>>() {
            let text = find(&name).unwrap_or_default();
            data.files.insert(name, text);
        }
        Ok(data)
    }

    /// What is known of a language that has no file.
    pub(super) fn without_words(unit: Unit) -> Self {
        let (ends, closing) = match unit {
            Unit::Characters => (IDEOGRAPHIC_ENDS, IDEOGRAPHIC_CLOSING),
            Unit::Words => ("", ""),
        };
        Self {
            unit,
            sentence_ends: ends.to_owned().into(),
            closing: closing.to_owned().into(),
            ..Self::default()
        }
    }

    /// The files that it names.
    pub(super) fn named_files(&self) -> impl Iterator<Item = &str> {
        let lists = self.lists.values().chain(&self.makes_a_sentence).filter_map(List::file);
        self.words.iter().chain(&self.dictionary).map(String::as_str).chain(lists)
    }

    /// The names of its lists.
    pub(super) fn list_names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }

    /// Whether it has any list.
    pub fn has_lists(&self) -> bool {
        !self.lists.is_empty()
    }

    /// Every pattern that cannot be compiled, with the reason.
    pub(super) fn wrong_patterns(&self) -> Vec<(String, String)> {
        let mut wrong: Vec<(String, String)> = Vec::new();
        for list in self.lists.values().chain(&self.makes_a_sentence) {
            for (pattern, compiled) in list.patterns().zip(list.regexes(self)) {
                wrong.extend(Regex::new(&compiled).err().map(|error| (pattern.to_owned(), said(&error))));
            }
        }
        let parts = self.contact_words.iter().map(String::as_str).chain(self.naming.patterns());
        let parts = parts.chain(self.verb_force.patterns());
        wrong.extend(parts.filter_map(|part| Some((part.to_owned(), said(&Regex::new(part).err()?)))));
        if wrong.is_empty()
            && let Err(error) = Prefilter::new(self, self.lists.values())
        {
            wrong.push((String::new(), error));
        }
        wrong
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

    /// The text of a file that it names.
    pub(super) fn file(&self, name: &str) -> &str {
        self.files.get(name).map(Cow::as_ref).unwrap_or_default()
    }

    /// The words of a file that it names; of a built-in one they are not copied.
    fn words_of(&self, name: &str) -> Vec<Cow<'static, str>> {
        match self.files.get(name) {
            Some(Cow::Borrowed(text)) => lines(text).map(Cow::Borrowed).collect(),
            Some(Cow::Owned(text)) => lines(text).map(|word| Cow::Owned(word.to_owned())).collect(),
            None => Vec::new(),
        }
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
}

/// The lines of a word file without its comments.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What is wrong with a pattern, in one line.
pub(super) fn said(error: &regex::Error) -> String {
    let text = error.to_string();
    text.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known of a built-in language.
    pub fn language(tag: &str) -> &'static LanguageData {
        crate::languages::Languages::built_in().of(&tag.parse().unwrap()).data()
    }

    #[test]
    fn the_data_of_every_language_is_read_and_its_lists_compile() {
        for language in crate::languages::Languages::built_in().all() {
            let (tag, language) = (language.lang(), language.data());
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
    fn a_language_without_data_is_counted_by_its_script() {
        assert_eq!(language("fr").unit, Unit::Words);
        assert_eq!(language("ja").unit, Unit::Characters);
        assert!(language("fr").list("passive").is_none());
    }
}
