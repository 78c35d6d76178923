//! What the rules know of a language: how to count, where sentences end, which words are hard.
//!
//! In: `easy-read.yaml` of the language's folder and the word files it names. Out: a [`Pack`], read once. A
//! language without that file gets one that only knows its script, so every rule that needs words stays silent.

mod lexicon;
mod list;
mod marks;
mod screen;

use std::collections::{BTreeMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;

pub use list::{Hit, List, is_whole_word};
pub use marks::Marks;
pub use screen::Candidates;

use screen::Screen;

use super::prose::Prose;
use super::segment::{Dictionary, is_han};
use crate::lang::Lang;
use crate::languages;

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
pub struct Pack {
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
    /// The file with the words most people know.
    #[serde(default)]
    words: Option<String>,
    /// The file with all words and how often they occur, for languages without spaces.
    #[serde(default)]
    pub(super) dictionary: Option<String>,
    #[serde(skip)]
    pub(super) cutter: Dictionary,
    /// Endings of known words, and what stands there in the list.
    #[serde(default)]
    endings: BTreeMap<String, String>,
    /// Endings before which the last letter may be doubled.
    #[serde(default)]
    double_endings: Vec<String>,
    #[serde(default)]
    lists: BTreeMap<String, List>,
    #[serde(skip)]
    tag: String,
    #[serde(skip)]
    known: OnceLock<HashSet<&'static str>>,
    #[serde(skip)]
    screen: OnceLock<Option<Screen>>,
}

static PACKS: LazyLock<BTreeMap<&'static str, Pack>> = LazyLock::new(|| {
    let read = |tag: &'static str| {
        let text = languages::file(&tag.parse().ok()?, FILE)?;
        let mut pack: Pack =
            serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{tag}/{FILE}: {error}"));
        pack.tag = tag.to_owned();
        Some((tag, pack))
    };
    languages::tags().filter_map(read).collect()
});

static CHARACTERS: LazyLock<Pack> = LazyLock::new(|| Pack::without_words(Unit::Characters));
static WORDS: LazyLock<Pack> = LazyLock::new(|| Pack::without_words(Unit::Words));

impl Pack {
    /// The pack of a language.
    pub fn of(lang: &Lang) -> &'static Pack {
        let found = lang.fallbacks().find_map(|tag| PACKS.get(tag));
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
        serde_yaml::from_str(&text).expect("the pack of a language without words")
    }

    /// A list by name, with its place among the lists; `None` where the language has none.
    pub fn list(&self, name: &str) -> Option<(usize, &List)> {
        self.lists.iter().enumerate().find(|(_, (other, _))| *other == name).map(|(at, (_, list))| (at, list))
    }

    /// For every line the lists that can have something in it.
    pub fn candidates(&self, prose: &Prose) -> Vec<Candidates> {
        // The built-in lists are compiled by a test; a pack without lists has nothing to find.
        let screen = self.screen.get_or_init(|| Screen::new(self, self.lists.values()).ok());
        match screen {
            Some(screen) => screen.candidates(prose),
            None => vec![Candidates::default(); prose.lines().len()],
        }
    }

    /// The text of a file of this language.
    pub(super) fn file(&self, name: &str) -> &'static str {
        let lang: Option<Lang> = self.tag.parse().ok();
        lang.and_then(|lang| languages::file(&lang, name)).unwrap_or_default()
    }

    /// Whether the language has a list of the words most people know.
    pub fn has_words(&self) -> bool {
        self.words.is_some()
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
        self.lists_word(&lower)
            || self.endings.iter().any(|(ending, instead)| self.knows_stem(&lower, ending, instead))
    }

    fn knows_stem(&self, word: &str, ending: &str, instead: &str) -> bool {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() > 1) else {
            return false;
        };
        if self.lists_word(&format!("{stem}{instead}"))
            || (!ending.is_empty() && self.lists_word(&format!("{stem}e")))
        {
            return true;
        }
        let mut letters = stem.chars().rev();
        let doubled = letters.next().is_some_and(|last| letters.next() == Some(last));
        doubled && self.double_endings.iter().any(|e| e == ending) && self.lists_word(&stem[..stem.len() - 1])
    }

    fn lists_word(&self, word: &str) -> bool {
        let read = || self.words.as_deref().map(|name| lines(self.file(name)).collect()).unwrap_or_default();
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

    fn pack(tag: &str) -> &'static Pack {
        Pack::of(&tag.parse().unwrap())
    }

    #[test]
    fn every_pack_is_read_and_its_lists_compile() {
        for (tag, pack) in &*PACKS {
            assert!(!pack.lists.is_empty(), "{tag}");
            Screen::new(pack, pack.lists.values()).unwrap_or_else(|error| panic!("{tag}: {error}"));
            for (name, list) in &pack.lists {
                list.prepare(pack).unwrap_or_else(|error| panic!("{tag} {name}: {error}"));
            }
        }
    }

    #[test]
    fn packs_have_the_same_lists() {
        let names = |tag| pack(tag).lists.keys().collect::<Vec<_>>();
        assert_eq!(names("zh-Hans"), names("en"));
    }

    #[test]
    fn words_are_known_with_their_endings() {
        let english = pack("en");
        for word in ["report", "Reports", "stopped", "making", "families", "people’s"] {
            assert!(english.knows(word), "{word}");
        }
        assert!(!english.knows("intersessional"));
        let chinese = pack("zh-Hans");
        assert!(chinese.knows("报告") && chinese.knows("国家"));
        assert!(!chinese.knows("善治"));
    }

    #[test]
    fn a_language_without_a_pack_is_counted_by_its_script() {
        assert_eq!(pack("fr").unit, Unit::Words);
        assert_eq!(pack("ja").unit, Unit::Characters);
        assert!(pack("fr").list("passive").is_none());
    }
}
