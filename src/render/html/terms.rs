//! Words of the glossary in a text whose site asks for it (`[site] glossary-in-texts`): each leads to what it means where a section
//! first uses it.
//!
//! In: the words of a text. Out: the same words, some of them links. No word leads there from what names something else (a heading, a
//! caption, the head of a row or column, a term with its meaning), nor from a link, code, or a passage in another language.

use std::collections::BTreeSet;

use super::{Writer, attribute, text};
use crate::address::Address;
use crate::glossary::Glossary;
use crate::render::words::word_id;
use crate::source::slice;

/// The words of a language, and where they are explained.
pub struct Terms<'a> {
    glossary: &'a Glossary,
    list: Address,
    /// The terms that this section has used, by their number.
    used: BTreeSet<usize>,
}

impl<'a> Terms<'a> {
    /// The words of a glossary that the page `list` shows.
    pub fn new(glossary: &'a Glossary, list: Address) -> Self {
        Self { glossary, list, used: BTreeSet::new() }
    }
}

impl Writer<'_> {
    pub(super) fn text_with_terms(&mut self, words: &str) {
        let Some(terms) = &mut self.terms else { return text(words, &mut self.out) };
        let mut first = terms.glossary.uses_in_official(words);
        first.retain(|found| terms.used.insert(found.term));
        let mut copied = 0;
        for found in first {
            let href =
                self.terms.as_ref().and_then(|terms| self.href(&terms.list, Some(&word_id(found.term))));
            text(slice(words, copied..found.start), &mut self.out);
            copied = found.end;
            self.word(slice(words, found.start..found.end), href);
        }
        text(slice(words, copied..), &mut self.out);
    }

    /// Writes a word of the glossary, which leads to what it means.
    pub fn word(&mut self, word: &str, href: Option<String>) {
        let Some(href) = href else { return text(word, &mut self.out) };
        self.out.push_str("<a class=\"word\"");
        self.role("glossref");
        self.out.push_str(" href=\"");
        attribute(&href, &mut self.out);
        self.out.push_str("\">");
        text(word, &mut self.out);
        self.out.push_str("</a>");
    }

    /// Writes what holds no links to the glossary.
    pub(super) fn without_terms(&mut self, write: impl FnOnce(&mut Self)) {
        let terms = self.terms.take();
        write(self);
        self.terms = terms;
    }

    /// From here on words lead to what they mean again.
    pub fn new_section(&mut self) {
        if let Some(terms) = &mut self.terms {
            terms.used.clear();
        }
    }
}
