//! Words and their meanings, as word boxes and word lists show them.

use crate::glossary::Glossary;
use crate::languages::Labels;
use crate::view::Word;

/// Words of a glossary by their numbers, in that order.
pub fn words(glossary: &Glossary, numbers: impl IntoIterator<Item = usize>, labels: &Labels) -> Vec<Word> {
    numbers
        .into_iter()
        .filter_map(|index| Some((index, glossary.terms.get(index)?)))
        .map(|(index, term)| Word {
            id: word_id(index),
            term: term.term.clone(),
            pinyin: term.pinyin.clone(),
            meaning: term.meaning.clone(),
            official: (!term.official.is_empty() && term.official != [term.term.clone()]).then(|| {
                let forms = term.official.join(labels.get("list-separator"));
                labels.format("glossary-forms", &[("forms", forms.as_str().into())]).unwrap_or_default()
            }),
        })
        .collect()
}

/// The anchor of a word in the word list.
pub fn word_id(index: usize) -> String {
    format!("word-{}", index + 1)
}
