//! Labels: the words a page says by itself, in the page's language, written as Fluent messages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;

use super::wording::Wording;
use crate::lang::Lang;

/// A value put into a label.
#[derive(Debug, Clone, Copy)]
pub enum Argument<'a> {
    /// A number; labels can choose their plural by it.
    Number(u64),
    /// Words.
    Words(&'a str),
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

/// Stands before words of the fallback in labels for pages. It is no character of any text (Unicode 23.7, noncharacters).
pub const FALLBACK_BEGINS: char = '\u{FDD0}';
/// Stands after them.
pub const FALLBACK_ENDS: char = '\u{FDD1}';

/// The labels of one language.
pub struct Labels {
    own: Bundle,
    fallback: Option<Bundle>,
    ids: Vec<String>,
    /// The labels that are those of the fallback.
    missing: BTreeSet<String>,
    /// Whether those stand between marks.
    marks: bool,
    /// The labels that take no argument, formatted once.
    fixed: BTreeMap<String, String>,
    /// The labels that need arguments but not Fluent.
    plain: BTreeMap<String, Wording>,
}

type Bundle = FluentBundle<FluentResource>;

/// A label with arguments, looked up.
#[derive(Clone, Copy)]
pub struct Label<'a> {
    labels: &'a Labels,
    id: &'static str,
    wording: Option<&'a Wording>,
    /// It stands between marks.
    marked: bool,
}

impl Label<'_> {
    /// Writes it, or nothing when there is no such label or an argument is missing.
    pub fn write(self, arguments: &[(&str, Argument<'_>)], out: &mut String) {
        let start = out.len();
        match self.wording {
            Some(wording) if !self.marked => {
                if wording.write(arguments, out).is_none() {
                    out.truncate(start);
                }
            }
            _ => out.push_str(&self.labels.format(self.id, arguments).unwrap_or_default()),
        }
    }
}

impl Labels {
    /// Reads Fluent texts: those of the language, the one that counts first, and those of the fallback. What is not Fluent
    /// in them is passed over: those of a site are judged before, and those that are built in are tested.
    pub(super) fn read(lang: &Lang, own: &[&str], fallback: &[&str]) -> Self {
        let has_fallback = !fallback.is_empty();
        let fallback = has_fallback.then(|| bundle(&super::fallback(), fallback));
        let (own, mut ids) = bundle(lang, own);
        let (fallback, more) = fallback.unzip();
        let missing: BTreeSet<String> = more.into_iter().flatten().filter(|id| !ids.contains(id)).collect();
        ids.extend(missing.iter().cloned());
        let (fixed, plain) = (BTreeMap::new(), BTreeMap::new());
        let ids = ids.into_iter().collect();
        Self { own, fallback, ids, missing, marks: false, fixed, plain }.prepared()
    }

    /// The same, with marks around the labels of the fallback.
    pub(super) fn marked(self) -> Self {
        Self { marks: true, ..self }.prepared()
    }

    fn prepared(mut self) -> Self {
        (self.fixed, self.plain) = Default::default();
        for id in &self.ids {
            if let Some(words) = self.pattern(id, None) {
                let words = self.between_marks(id, words);
                self.fixed.insert(id.clone(), words);
            } else if let Some(wording) = self.wording(id) {
                self.plain.insert(id.clone(), wording);
            }
        }
        self
    }

    /// Where a label comes from.
    fn bundle_of(&self, id: &str) -> Option<&Bundle> {
        if self.missing.contains(id) { self.fallback.as_ref() } else { Some(&self.own) }
    }

    fn pattern(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.bundle_of(id)?;
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, arguments, &mut errors);
        errors.is_empty().then(|| words.into_owned())
    }

    fn wording(&self, id: &str) -> Option<Wording> {
        Wording::of(self.bundle_of(id)?.get_message(id)?.value()?)
    }

    /// Words of the fallback between marks. Separators are words of no language.
    fn between_marks(&self, id: &str, words: String) -> String {
        if self.is_marked(id) && words.contains(char::is_alphabetic) {
            format!("{FALLBACK_BEGINS}{words}{FALLBACK_ENDS}")
        } else {
            words
        }
    }

    fn is_marked(&self, id: &str) -> bool {
        self.marks && self.missing.contains(id)
    }

    /// The ids of all labels, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The ids of the labels that the language lacks, sorted.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        self.missing.iter().map(String::as_str)
    }

    /// Whether it lacks none.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// The labels that take no argument.
    pub fn fixed(&self) -> &BTreeMap<String, String> {
        &self.fixed
    }

    /// A label without arguments, if there is one of that id.
    pub fn word(&self, id: &str) -> Option<&str> {
        self.fixed.get(id).map(String::as_str)
    }

    /// A label without arguments that is not of the fallback.
    pub fn own(&self, id: &str) -> Option<&str> {
        self.word(id).filter(|_| !self.missing.contains(id))
    }

    /// A label without arguments; its id where there is none.
    pub fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.word(id).unwrap_or(id)
    }

    /// A label with arguments; `None` when there is no such label or an argument is missing.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        if !self.is_marked(id) {
            return self.written(id, arguments);
        }
        // What is put among the words of the fallback is not of it: the marks stand around the words alone.
        let apart = |words: &str| format!("{FALLBACK_ENDS}{words}{FALLBACK_BEGINS}");
        let words: Vec<Option<String>> = arguments
            .iter()
            .map(|(_, argument)| match argument {
                Argument::Number(_) => None,
                Argument::Words(words) => Some(apart(words)),
            })
            .collect();
        let given = arguments.iter().zip(&words);
        let given: Vec<(&str, Argument<'_>)> = given
            .map(|((name, argument), words)| (*name, words.as_deref().map_or(*argument, Argument::Words)))
            .collect();
        let (empty, joined) =
            (format!("{FALLBACK_BEGINS}{FALLBACK_ENDS}"), format!("{FALLBACK_ENDS}{FALLBACK_BEGINS}"));
        let written = self.written(id, &given)?;
        // Where all words are given, each stands between marks that must be closed around them.
        let words = match written.contains(FALLBACK_ENDS) {
            true => format!("{FALLBACK_BEGINS}{written}{FALLBACK_ENDS}"),
            false => self.between_marks(id, written),
        };
        Some(words.replace(&empty, "").replace(&joined, ""))
    }

    fn written(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        match self.plain.get(id) {
            Some(wording) => {
                let mut words = String::new();
                wording.write(arguments, &mut words).map(|()| words)
            }
            None => self.by_fluent(id, arguments),
        }
    }

    /// A label with arguments that is looked up once and written often.
    pub fn label(&self, id: &'static str) -> Label<'_> {
        Label { labels: self, id, wording: self.plain.get(id), marked: self.is_marked(id) }
    }

    fn by_fluent(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            let value = match argument {
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Words(words) => FluentValue::from(*words),
            };
            values.set(*name, value);
        }
        self.pattern(id, Some(&values))
    }
}

/// The messages of several files, the one that counts first, and their ids.
fn bundle(lang: &Lang, texts: &[&str]) -> (Bundle, BTreeSet<String>) {
    // The tag in the form that Fluent takes; plural forms follow from its language.
    let language = lang.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    let mut ids = BTreeSet::new();
    for text in texts.iter().rev() {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let id = |entry: &Entry<&str>| match entry {
            Entry::Message(message) if message.value.is_some() => Some(message.id.name.to_owned()),
            _ => None,
        };
        ids.extend(resource.entries().filter_map(id));
        bundle.add_resource_overriding(resource);
    }
    (bundle, ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_written_without_fluent_say_what_fluent_says() {
        for tag in ["zh", "en"] {
            let languages = super::super::Languages::built_in();
            let labels = languages.of(&tag.parse().unwrap()).labels();
            let names = ["number", "occurrence", "title", "symbol", "publisher", "name", "date", "reason"];
            let mut compared = 0;
            for id in labels.plain.keys() {
                for number in [0, 1, 2, 21, 12_345] {
                    let mut arguments = names.map(|name| (name, Argument::Number(number))).to_vec();
                    arguments[2..].iter_mut().for_each(|(_, value)| *value = Argument::Words("《公约》"));
                    let mut words = String::new();
                    let ours = labels.plain[id].write(&arguments, &mut words).map(|()| words);
                    assert_eq!(ours, labels.by_fluent(id, &arguments), "{tag} {id}");
                    compared += usize::from(ours.is_some());
                }
            }
            assert!(compared > 50, "{tag}: {compared}");
            assert!(labels.plain.contains_key("note-back-name"), "{tag}");
        }
    }
}
