//! Numbers about texts: reported, never enforced.
//!
//! In: the library. Out: for every work the official text and its easy-read version side by side. No number here is
//! a score of how well people understand a text; only its readers can judge that.

use serde::Serialize;

use super::Subject;
use super::vocabulary::Share;
use crate::document::Version;
use crate::lang::Lang;
use crate::library::Library;

/// The numbers of a whole library.
#[derive(Debug, Serialize)]
pub struct Measures {
    /// One entry a work, in the order of the library.
    pub works: Vec<WorkMeasures>,
}

/// The numbers of one work.
#[derive(Debug, Serialize)]
pub struct WorkMeasures {
    /// The title of the official text.
    pub title: String,
    /// The language.
    pub lang: String,
    /// The official text.
    pub official: TextMeasures,
    /// Its easy-read version, if there is one.
    pub easy_read: Option<TextMeasures>,
}

/// The numbers of one text.
#[derive(Debug, Clone, Serialize, Default)]
pub struct TextMeasures {
    /// The file.
    pub file: String,
    /// What length counts: `characters` or `words`.
    pub unit: &'static str,
    /// All of them, titles of documents left out.
    pub length: usize,
    /// Sentences; a semicolon ends one, and so does a line.
    pub sentences: usize,
    /// The middle sentence's length.
    pub median_sentence: usize,
    /// The longest sentence's length.
    pub longest_sentence: usize,
    /// Words.
    pub words: usize,
    /// Words a sentence, on average.
    pub words_a_sentence: f64,
    /// The middle clause's length; 0 in a language whose clauses are not measured.
    pub median_clause: usize,
    /// Words of a hundred that most people know or the glossary explains; `None` without a list.
    pub known_words: Option<usize>,
}

/// Measures every work of which an easy-read version is asked.
pub fn measures(library: &Library) -> Measures {
    use rayon::prelude::*;
    let subjects = Subject::all(library);
    let texts: Vec<(Version, &Lang, &Subject<'_>, TextMeasures)> = subjects
        .par_iter()
        .filter(|subject| subject.work.is_some_and(|work| work.kind().asks_easy_read()))
        .map(|subject| (subject.document.version, &subject.document.lang, subject, text(subject)))
        .collect();
    let mut works: Vec<WorkMeasures> = Vec::new();
    for (version, lang, subject, measures) in texts {
        match (version, works.last_mut()) {
            (Version::EasyRead, Some(last)) => last.easy_read = Some(measures),
            _ => works.push(WorkMeasures {
                title: subject.document.front.title.clone(),
                lang: lang.to_string(),
                official: measures,
                easy_read: None,
            }),
        }
    }
    Measures { works }
}

fn text(subject: &Subject<'_>) -> TextMeasures {
    let mut sentences: Vec<usize> = subject
        .sentences()
        .map(|(line, sentence)| subject.length(line, &sentence))
        .filter(|&length| length > 0)
        .collect();
    let clauses = super::rules::clauses(subject);
    let mut clauses: Vec<usize> = clauses
        .into_iter()
        .map(|(line, clause)| subject.length(line, &clause))
        .filter(|&length| length > 0)
        .collect();
    let share = Share::of(subject);
    TextMeasures {
        file: subject.document.source.path().to_owned(),
        unit: super::rules::unit(subject),
        length: sentences.iter().sum(),
        median_sentence: median(&mut sentences),
        longest_sentence: sentences.iter().copied().max().unwrap_or(0),
        words: share.words,
        words_a_sentence: (share.words as f64 / sentences.len().max(1) as f64 * 10.0).round() / 10.0,
        sentences: sentences.len(),
        median_clause: median(&mut clauses),
        known_words: subject.language.has_words().then(|| share.percent()),
    }
}

fn median(numbers: &mut [usize]) -> usize {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or(0)
}
