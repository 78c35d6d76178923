//! Labels: the words a page says by itself, in the page's language, written as Fluent messages.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::wording::Wording;

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

/// The labels of one language.
pub struct Labels {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
    /// The labels that take no argument, formatted once.
    fixed: BTreeMap<String, String>,
    /// The labels that need arguments but not Fluent.
    plain: BTreeMap<String, Wording>,
}

/// A label with arguments, looked up.
#[derive(Clone, Copy)]
pub struct Label<'a> {
    labels: &'a Labels,
    id: &'static str,
    wording: Option<&'a Wording>,
}

impl Label<'_> {
    /// Writes it, or nothing when there is no such label or an argument is missing.
    pub fn write(self, arguments: &[(&str, Argument<'_>)], out: &mut String) {
        let start = out.len();
        match self.wording {
            Some(wording) => {
                if wording.write(arguments, out).is_none() {
                    out.truncate(start);
                }
            }
            None => out.push_str(&self.labels.by_fluent(self.id, arguments).unwrap_or_default()),
        }
    }
}

impl Labels {
    /// Reads Fluent text.
    ///
    /// # Panics
    /// When the text is not Fluent or the tag is no language: both are built in and tested.
    pub(super) fn read(tag: &str, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("labels of {tag}: {errors:?}"));
        let mut ids: Vec<String> = text
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
            .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(str::to_owned)
            .collect();
        ids.sort();
        let language: unic_langid::LanguageIdentifier =
            tag.parse().unwrap_or_else(|error| panic!("{tag}: {error}"));
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("labels of {tag}: {errors:?}"));
        let mut labels = Self { bundle, ids, fixed: BTreeMap::new(), plain: BTreeMap::new() };
        for id in &labels.ids {
            if let Some(words) = labels.pattern(id, None) {
                labels.fixed.insert(id.clone(), words);
            } else if let Some(wording) = labels.wording(id) {
                labels.plain.insert(id.clone(), wording);
            }
        }
        labels
    }

    fn pattern(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, arguments, &mut errors);
        errors.is_empty().then(|| words.into_owned())
    }

    fn wording(&self, id: &str) -> Option<Wording> {
        Wording::of(self.bundle.get_message(id)?.value()?)
    }

    /// The ids of all labels, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The labels that take no argument.
    pub fn fixed(&self) -> &BTreeMap<String, String> {
        &self.fixed
    }

    /// A label without arguments, if there is one of that id.
    pub fn word(&self, id: &str) -> Option<&str> {
        self.fixed.get(id).map(String::as_str)
    }

    /// A label without arguments; its id where there is none.
    pub fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.word(id).unwrap_or(id)
    }

    /// A label with arguments; `None` when there is no such label or an argument is missing.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
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
        Label { labels: self, id, wording: self.plain.get(id) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_written_without_fluent_say_what_fluent_says() {
        for tag in ["zh", "en"] {
            let text = super::super::file(&tag.parse().unwrap(), "labels.ftl").unwrap();
            let labels = Labels::read(tag, text);
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
