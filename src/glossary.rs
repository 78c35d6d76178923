//! `content/glossary.yaml`: hard words and their plain meanings, one file a language.
//!
//! In: the file. Out: the terms, and where a text uses them. Finds a term that stands twice and one without a
//! meaning.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::finding::Finding;
use crate::front_matter::{at_error, find_cut_values, is_too_deep};
use crate::hidden;
use crate::languages::{Language, is_whole_word};
use crate::misfit::one_or_more;
use crate::source::{Source, Span};

/// One word.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "its parts: {term: …, meaning: …}")]
pub struct Term {
    /// The word as easy-read texts write it.
    pub term: String,
    /// Its other forms: an irregular plural, cases, a word with its article. A language's regular plural needs none.
    #[serde(default, alias = "plural", deserialize_with = "one_or_more")]
    pub forms: Vec<String>,
    /// How it is said.
    pub pinyin: Option<String>,
    /// What it means, in one or two short sentences.
    pub meaning: String,
    /// Forms that easy-read texts avoid.
    #[serde(default)]
    pub avoid: Vec<String>,
    /// What official texts call it.
    #[serde(default)]
    pub official: Vec<String>,
}

/// The words of one language.
#[derive(Debug)]
pub struct Glossary {
    /// In the order of the file.
    pub terms: Vec<Term>,
    /// Where each term stands in the file.
    pub places: Vec<Span>,
    /// The file.
    pub source: Arc<Source>,
    /// The language of the words.
    language: Arc<Language>,
    /// What easy-read texts call the terms.
    words: Words,
    /// What official texts call them, by the names of their own too; most sites never ask.
    in_official: OnceLock<Words>,
}

/// Words in all their forms, to be found in one pass.
#[derive(Debug)]
struct Words {
    all: AhoCorasick,
    /// Which of the terms each of them is.
    of_terms: Vec<usize>,
}

/// A term in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Which term.
    pub term: usize,
    /// The first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl Glossary {
    /// Reads the file.
    pub fn read(source: &Arc<Source>, language: &Arc<Language>, findings: &mut Vec<Finding>) -> Self {
        let whole = Span::from(0..source.text().len());
        find_cut_values(source, whole, findings);
        hidden::check(source, findings);
        let read = match is_too_deep(source, whole, findings) {
            true => Ok(Vec::new()),
            false => serde_yaml::from_str(source.text()),
        };
        let terms: Vec<Term> = match read {
            Ok(terms) => terms,
            Err(_) if source.text().trim().is_empty() => Vec::new(),
            Err(error) => {
                findings.push(at_error("glossary/bad-entry", source, whole, &error));
                Vec::new()
            }
        };
        let places = places(source);
        let place = |index: usize| places.get(index).copied().unwrap_or_default();
        if source.text().contains('\\') {
            for (index, term) in terms.iter().enumerate() {
                for words in [&term.term, &term.meaning].into_iter().chain(&term.pinyin) {
                    hidden::check_value(words, source, place(index).range(), findings);
                }
            }
        }
        let mut seen = HashSet::new();
        for (index, term) in terms.iter().enumerate() {
            // A word that begins a sentence is the same word; “WHO” and “who” are not.
            let mut letters = term.term.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
            if !seen.insert(first + letters.as_str()) {
                findings.push(
                    Finding::error(
                        "glossary/term-twice",
                        source,
                        place(index),
                        format!("“{}” stands here a second time", term.term),
                    )
                    .help("Keep one of the two: a word has one meaning."),
                );
            }
            if term.meaning.trim().is_empty() || term.term.trim().is_empty() {
                findings.push(
                    Finding::error(
                        "glossary/bad-entry",
                        source,
                        place(index),
                        "the entry has no word or no meaning",
                    )
                    .help("Explain the word in one or two short sentences."),
                );
            }
        }
        let words = Words::new(&terms, language, |_| &[]);
        Self {
            terms,
            places,
            source: source.clone(),
            language: language.clone(),
            words,
            in_official: OnceLock::new(),
        }
    }

    /// The forms to avoid as texts may write them, each with the term it stands for.
    pub fn avoided(&self) -> impl Iterator<Item = (usize, String)> {
        self.terms.iter().enumerate().flat_map(|(at, term)| {
            term.avoid
                .iter()
                .flat_map(|form| self.language.data().spellings(form))
                .map(move |form| (at, form))
        })
    }

    /// Where an easy-read text uses terms, in order, no two overlapping, the longer word winning: 人权理事会, not 人权.
    pub fn uses(&self, text: &str) -> Vec<Use> {
        self.words.uses(text)
    }

    /// The same in a text that may call a term by its official names.
    pub fn uses_in_official(&self, text: &str) -> Vec<Use> {
        let words = || Words::new(&self.terms, &self.language, |term| &term.official);
        self.in_official.get_or_init(words).uses(text)
    }
}

impl Words {
    /// The terms in the forms that their language gives them, and what `more` adds to each.
    fn new(terms: &[Term], language: &Language, more: fn(&Term) -> &[String]) -> Self {
        let spelled = |(at, term): (usize, &Term)| {
            let words = std::iter::once(&term.term).chain(&term.forms).chain(more(term));
            words
                .flat_map(|word| language.data().spellings(word))
                .flat_map(with_either_apostrophe)
                .map(move |word| (at, word))
                .collect::<Vec<_>>()
        };
        let (of_terms, all): (Vec<usize>, Vec<String>) = terms.iter().enumerate().flat_map(spelled).unzip();
        let all = AhoCorasick::new(all)
            .expect("a text that is not too large to be read has fewer words than can be looked for");
        Self { all, of_terms }
    }

    fn uses(&self, text: &str) -> Vec<Use> {
        let found = self.all.find_overlapping_iter(text).map(|found| Use {
            term: self.of_terms[found.pattern().as_usize()],
            start: found.start(),
            end: found.end(),
        });
        let mut uses: Vec<Use> = found.filter(|found| is_whole_word(text, found.start..found.end)).collect();
        uses.sort_by_key(|found| (found.start, Reverse(found.end), found.term));
        let mut at = 0;
        uses.retain(|found| {
            let stays = found.start >= at;
            at = if stays { found.end } else { at };
            stays
        });
        uses
    }
}

/// A word as keyboards write it and as typesetters do: “residents' meeting”, “residents’ meeting”.
fn with_either_apostrophe(word: String) -> impl Iterator<Item = String> {
    let other = if word.contains('\'') { word.replace('\'', "’") } else { word.replace('’', "'") };
    let other = Some(other).filter(|other| *other != word);
    std::iter::once(word).chain(other)
}

/// Where the value of each `term:` stands.
fn places(source: &Source) -> Vec<Span> {
    let mut places = Vec::new();
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let item = line.trim_start_matches(['-', ' ']);
        if let Some(value) = item.strip_prefix("term:") {
            let from =
                start + (line.len() - item.len()) + "term:".len() + (value.len() - value.trim_start().len());
            places.push(Span::from(from..from + value.trim().len()));
        }
        start += line.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use crate::languages::Languages;

    use super::*;

    fn glossary(text: &str) -> (Glossary, Vec<Finding>) {
        glossary_in("zh-Hans", text)
    }

    fn glossary_in(lang: &str, text: &str) -> (Glossary, Vec<Finding>) {
        let mut findings = Vec::new();
        let source = Arc::new(Source::new("content/glossary.yaml", text));
        (Glossary::read(&source, Languages::built_in().of(&lang.parse().unwrap()), &mut findings), findings)
    }

    fn used<'a>(lang: &str, yaml: &str, text: &'a str) -> Vec<&'a str> {
        let (glossary, findings) = glossary_in(lang, yaml);
        assert!(findings.is_empty(), "{findings:?}");
        glossary.uses(text).iter().map(|found| &text[found.start..found.end]).collect()
    }

    #[test]
    fn an_english_word_is_found_in_its_plural_and_at_the_beginning() {
        let yaml = "- term: disability\n  meaning: A.\n- term: law\n  meaning: B.\n- term: tax\n  meaning: C.\n- term: survey\n  meaning: D.\n";
        let text = "Disabilities and laws, a tax, taxes and surveys. The lawyer’s lawsuit: law’s end.";
        assert_eq!(used("en", yaml, text), ["Disabilities", "laws", "tax", "taxes", "surveys", "law"]);
    }

    #[test]
    fn a_word_is_found_in_the_forms_that_its_entry_gives() {
        let people = "- term: person\n  meaning: A.\n  plural: people\n";
        assert_eq!(used("en", people, "People see a person."), ["People", "person"]);
        let german = "- term: Gesetz\n  meaning: A.\n  forms: [Gesetze, Gesetzes, Gesetzen]\n";
        assert_eq!(
            used("de", german, "Die Gesetze und das Gesetzbuch des Gesetzes"),
            ["Gesetze", "Gesetzes"]
        );
        let russian = "- term: закон\n  meaning: А.\n  forms: [закона, законы, законов]\n";
        assert_eq!(used("ru", russian, "Законы и законодательство"), ["Законы"]);
        let arabic = "- term: حق\n  meaning: أ.\n  forms: [الحق, حقوق, الحقوق]\n";
        assert_eq!(used("ar", arabic, "الحقوق والحق حق"), ["الحقوق", "حق"]);
    }

    #[test]
    fn either_apostrophe_will_do() {
        let yaml = "- term: residents' meeting\n  meaning: A.\n- term: child’s seat\n  meaning: B.\n";
        let text = "The residents’ meeting, a residents' meeting, a child's seat and a child’s seat.";
        assert_eq!(
            used("en", yaml, text),
            ["residents’ meeting", "residents' meeting", "child's seat", "child’s seat"]
        );
    }

    #[test]
    fn a_chinese_word_has_one_form() {
        assert_eq!(used("zh-Hans", "- term: 人权\n  meaning: 一。\n", "人权s和人权"), ["人权", "人权"]);
    }

    #[test]
    fn the_longest_word_wins() {
        let (glossary, _) = glossary("- term: 人权\n  meaning: 一。\n- term: 人权理事会\n  meaning: 二。\n");
        let words: Vec<_> = glossary.uses("人权理事会保护人权").iter().map(|u| u.term).collect();
        assert_eq!(words, [1, 0]);
    }

    #[test]
    fn a_word_that_is_none_hides_no_shorter_one() {
        let (glossary, _) = glossary("- term: law\n  meaning: A rule.\n- term: law the\n  meaning: None.\n");
        let places: Vec<_> = glossary.uses("the law then").iter().map(|u| (u.term, u.start, u.end)).collect();
        assert_eq!(places, [(0, 4, 7)]);
    }

    #[test]
    fn a_latin_word_is_whole() {
        let (glossary, _) = glossary("- term: law\n  meaning: A rule.\n");
        assert_eq!(glossary.uses("The lawyer knows the law.").len(), 1);
    }

    #[test]
    fn a_term_twice_is_found_at_the_second() {
        let (_, findings) = glossary("- term: 人权\n  meaning: 一。\n\n- term: 人权\n  meaning: 二。\n");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place.position(), crate::source::Position { line: 4, column: 9 });
    }
}
