//! One language: the files of its folders, read when they are first asked for, and once.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use super::data::{self, LanguageData};
use super::folder::{self, Folder, Text};
use super::merge::merged;
use super::{ActPatterns, Examples, Labels, ResolutionPatterns, Unit, resolution};
use crate::lang::Lang;
use crate::source::Source;
use crate::yaml::trouble;

/// What is known of one language.
pub struct Language {
    lang: Option<Lang>,
    /// Its folders, the one that counts first.
    folders: Vec<Arc<Folder>>,
    /// Those of the fallback.
    below: Vec<Arc<Folder>>,
    labels: OnceLock<Labels>,
    page_labels: OnceLock<Labels>,
    heard: OnceLock<Labels>,
    data: OnceLock<LanguageData>,
    patterns: OnceLock<Option<ResolutionPatterns>>,
    acts: OnceLock<ActPatterns>,
    examples: OnceLock<Examples>,
    measures: OnceLock<BTreeMap<String, String>>,
}

/// What a language does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// How many labels there are in the fallback.
    pub all_labels: usize,
    /// The labels that it lacks.
    pub labels: Vec<String>,
    /// Whether it has no words for the rules.
    pub words: bool,
    /// Whether it has no patterns of resolutions.
    pub resolution: bool,
}

impl Language {
    pub(super) fn new(lang: Lang, folders: Vec<Arc<Folder>>, below: Vec<Arc<Folder>>) -> Self {
        Self { lang: Some(lang), ..Self::of(folders, below) }
    }

    /// A language of which only is known how length is counted in its script.
    pub(super) fn unknown(unit: Unit, below: Vec<Arc<Folder>>) -> Self {
        Self { data: OnceLock::from(LanguageData::without_words(unit)), ..Self::of(Vec::new(), below) }
    }

    fn of(folders: Vec<Arc<Folder>>, below: Vec<Arc<Folder>>) -> Self {
        Self {
            lang: None,
            folders,
            below,
            labels: OnceLock::new(),
            page_labels: OnceLock::new(),
            heard: OnceLock::new(),
            data: OnceLock::new(),
            patterns: OnceLock::new(),
            acts: OnceLock::new(),
            examples: OnceLock::new(),
            measures: OnceLock::new(),
        }
    }

    /// Its tag; the fallback's where nothing is known of it.
    pub fn lang(&self) -> Lang {
        self.lang.clone().unwrap_or_else(super::fallback)
    }

    /// The texts of a file, the one that counts first.
    fn texts(&self, name: &str) -> Vec<&str> {
        texts(&self.folders, name).collect()
    }

    /// The texts of a file, those of the fallback last.
    fn texts_with_fallback(&self, name: &str) -> Vec<&str> {
        texts(&self.folders, name).chain(texts(&self.below, name)).collect()
    }

    /// A file of its folders.
    pub(super) fn file(&self, name: &str) -> Option<&Text> {
        self.folders.iter().find_map(|folder| folder.file(name))
    }

    /// The labels of its pages; what it lacks is that of the fallback.
    pub fn labels(&self) -> &Labels {
        self.labels
            .get_or_init(|| Labels::read(&self.lang(), &self.texts(folder::LABELS), &self.fallback_labels()))
    }

    /// The labels for pages and books, in which those of the fallback stand between [`FALLBACK_BEGINS`] and
    /// [`FALLBACK_ENDS`], to be marked with their language.
    ///
    /// [`FALLBACK_BEGINS`]: super::FALLBACK_BEGINS
    /// [`FALLBACK_ENDS`]: super::FALLBACK_ENDS
    pub fn page_labels(&self) -> &Labels {
        if self.labels().is_complete() {
            return self.labels();
        }
        self.page_labels.get_or_init(|| {
            Labels::read(&self.lang(), &self.texts(folder::LABELS), &self.fallback_labels()).marked()
        })
    }

    /// The words for what is heard of a page; what it lacks is that of the fallback.
    pub fn heard(&self) -> &Labels {
        self.heard.get_or_init(|| {
            let below: Vec<&str> = texts(&self.below, folder::HEARD).collect();
            Labels::read(&self.lang(), &self.texts(folder::HEARD), &below)
        })
    }

    fn fallback_labels(&self) -> Vec<&str> {
        texts(&self.below, folder::LABELS).collect()
    }

    /// What the rules know of it. A language without that file gets what its script says, so every rule that needs
    /// words stays silent.
    pub fn data(&self) -> &LanguageData {
        self.data.get_or_init(|| {
            let read = |texts: &[&str]| {
                LanguageData::read(&merged(texts, &data::INNER), &self.lang(), &|name| {
                    self.file(name).map(Text::cloned)
                })
            };
            // Each file is read by itself before it counts, so together they are read too.
            read(&self.texts(folder::DATA))
                .or_else(|_| read(&[]))
                .unwrap_or_else(|error| panic!("{self:?}: {error}"))
        })
    }

    /// The words before the caption of a table: those that its folders name, or else the label of a table.
    pub fn table_words(&self) -> Vec<&str> {
        let named = &self.data().table_words;
        match named.is_empty() {
            true => self.labels().word("table-caption").into_iter().collect(),
            false => named.iter().map(String::as_str).collect(),
        }
    }

    /// The words that the summary of a long description begins or ends with: those that its folders name, or else the label.
    pub fn description_words(&self) -> Vec<&str> {
        let named = &self.data().description_words;
        match named.is_empty() {
            true => self.labels().word("long-description").into_iter().collect(),
            false => named.iter().map(String::as_str).collect(),
        }
    }

    /// How resolutions are laid out in it; `None` where its folders say nothing of them. What they do not say is as in the
    /// fallback.
    pub fn patterns(&self) -> Option<&ResolutionPatterns> {
        let read = || {
            self.file(folder::RESOLUTION)?;
            let texts = self.texts_with_fallback(folder::RESOLUTION);
            serde_yaml::from_str(&merged(&texts, &resolution::INNER)).ok()
        };
        self.patterns.get_or_init(read).as_ref()
    }

    /// How laws and regulations are laid out in it. What its folders do not say is as in the fallback.
    pub fn acts(&self) -> &ActPatterns {
        self.acts.get_or_init(|| {
            serde_yaml::from_str(&merged(&self.texts_with_fallback(folder::ACT), &[])).unwrap_or_default()
        })
    }

    /// What messages show as examples.
    pub fn examples(&self) -> &Examples {
        self.examples.get_or_init(|| {
            serde_yaml::from_str(&merged(&self.texts_with_fallback(folder::EXAMPLES), &[]))
                .unwrap_or_default()
        })
    }

    /// The words of the report of measures that it has itself.
    pub fn measures(&self) -> &BTreeMap<String, String> {
        self.measures.get_or_init(|| {
            serde_yaml::from_str(&merged(&self.texts(folder::MEASURES), &[])).unwrap_or_default()
        })
    }

    /// The files of its samples, with the path that messages name.
    pub fn samples(&self) -> Vec<Arc<Source>> {
        let of = |folder: &Arc<Folder>| match folder.file(folder::SAMPLES)? {
            Text::Own(source) => Some(source.clone()),
            Text::BuiltIn(text) => {
                let path = format!("built-in {}/{}/{}", super::FOLDER, folder.tag(), folder::SAMPLES);
                Some(Arc::new(Source::new(path, *text)))
            }
        };
        self.folders.iter().filter_map(of).collect()
    }

    /// Which parts of a language it has, in words.
    pub fn parts(&self) -> Vec<String> {
        let all = self.labels().ids().count();
        let labels = all - self.labels().missing().count();
        let mut parts = Vec::new();
        if labels == all {
            parts.push("labels".to_owned());
        } else if labels > 0 {
            parts.push(format!("{labels} of {all} labels"));
        }
        let has = [
            (self.data().has_lists(), "words for rules"),
            (!self.data().table_words.is_empty(), "words for tables"),
            (self.file(folder::RESOLUTION).is_some(), "patterns of resolutions"),
            (self.file(folder::ACT).is_some(), "patterns of acts"),
            (self.file(folder::EXAMPLES).is_some(), "examples"),
            (self.file(folder::MEASURES).is_some(), "words of the report"),
            (self.file(folder::HEARD).is_some(), "words for what is heard"),
            (self.file(folder::SAMPLES).is_some(), "samples"),
        ];
        parts.extend(has.iter().filter(|(has, _)| *has).map(|(_, part)| (*part).to_owned()));
        parts
    }

    /// Whether a site has files of it.
    pub fn is_own(&self) -> bool {
        self.folders.iter().any(|folder| folder.is_own())
    }

    /// The names of the files of its folders, sorted.
    pub fn files(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.folders.iter().flat_map(|folder| folder.names()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The files that cannot be read together with those below them, each with the reason.
    pub(super) fn unread(&self) -> Vec<(&'static str, String)> {
        let data = merged(&self.texts(folder::DATA), &data::INNER);
        let resolution = merged(&self.texts_with_fallback(folder::RESOLUTION), &resolution::INNER);
        let acts = merged(&self.texts_with_fallback(folder::ACT), &[]);
        let examples = merged(&self.texts_with_fallback(folder::EXAMPLES), &[]);
        let read = [
            (folder::DATA, &*data, LanguageData::read(&data, &self.lang(), &|_| None).map(drop)),
            (
                folder::RESOLUTION,
                &*resolution,
                serde_yaml::from_str::<ResolutionPatterns>(&resolution).map(drop),
            ),
            (folder::ACT, &*acts, serde_yaml::from_str::<ActPatterns>(&acts).map(drop)),
            (folder::EXAMPLES, &*examples, serde_yaml::from_str::<Examples>(&examples).map(drop)),
        ];
        let wrong = |(name, text, read): (_, &str, Result<(), serde_yaml::Error>)| {
            Some((name, trouble(text, &read.err()?).message))
        };
        read.into_iter().filter_map(wrong).collect()
    }

    /// What it does not say and the fallback does; `None` for a complete language.
    pub fn missing(&self) -> Option<Missing> {
        let labels: Vec<String> = self.labels().missing().map(str::to_owned).collect();
        let missing = Missing {
            all_labels: self.labels().ids().count(),
            words: !self.data().has_lists(),
            resolution: self.file(folder::RESOLUTION).is_none(),
            labels,
        };
        let is_complete = missing.labels.is_empty() && !missing.words && !missing.resolution;
        (!is_complete && !self.below.is_empty()).then_some(missing)
    }
}

fn texts<'f>(folders: &'f [Arc<Folder>], name: &str) -> impl Iterator<Item = &'f str> {
    folders.iter().filter_map(move |folder| folder.file(name)).map(Text::as_str)
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").field("lang", &self.lang).field("files", &self.files()).finish()
    }
}
