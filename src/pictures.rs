//! `content/pictures.yaml`: which picture stands for which idea, with its licence.
//!
//! In: the file. Out: concepts by name, and findings: a picture for two concepts, one without a licence, one whose
//! file is not there. The same concept always shows the same picture.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::Deserialize;

use crate::content::Asset;
use crate::finding::Finding;
use crate::front_matter::{read_yaml, top_level_keys};
use crate::hidden;
use crate::lang::Lang;
use crate::source::{Source, Span, slice};

/// How a Markdown image names a concept: `![](concept:report)`.
pub const CONCEPT: &str = "concept:";

/// The file below `content/`.
pub const FILE: &str = "pictures.yaml";

/// One concept's picture.
#[derive(Debug, Clone, Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    expecting = "its parts: {file: …, alt: {en: …}, author: …, licence: …}"
)]
pub struct Picture {
    file: String,
    /// What it shows, by language tag.
    #[serde(default)]
    pub alt: BTreeMap<String, String>,
    /// The words that it stands for, by language tag.
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
    /// Who drew it.
    #[serde(default)]
    pub author: String,
    /// Under which licence it may be used.
    #[serde(default)]
    pub licence: String,
}

impl Picture {
    /// Its path below `content/`, and in the site.
    pub fn path(&self) -> &str {
        &self.file
    }

    /// What it shows, in this language.
    pub fn alternative(&self, lang: &Lang) -> Option<&str> {
        lang.fallbacks().find_map(|tag| self.alt.get(tag)).map(String::as_str)
    }

    /// The words that it stands for in this language; `None` where nobody says.
    pub fn words(&self, lang: &Lang) -> Option<&[String]> {
        let words = lang.fallbacks().find_map(|tag| self.words.get(tag))?;
        (!words.is_empty()).then_some(words)
    }
}

/// All concepts.
#[derive(Debug, Default)]
pub struct Pictures {
    concepts: BTreeMap<String, Picture>,
    places: HashMap<String, Span>,
    source: Option<Arc<Source>>,
    /// Whether nobody knows what the file says.
    pub is_unreadable: bool,
}

impl Pictures {
    /// Reads the file. `why_withheld` says why a file that is there is not published.
    pub fn read(
        source: &Arc<Source>,
        (assets, why_withheld): (&[Asset], impl Fn(&str) -> Option<&'static str>),
        findings: &mut Vec<Finding>,
    ) -> Self {
        hidden::check(source, findings);
        let all = Span::from(0..source.text().len());
        let keys = top_level_keys(source, all);
        let names: Vec<&str> = keys.iter().map(|key| key.name.as_str()).collect();
        let mut seen = HashSet::new();
        for key in &keys {
            if !seen.insert(key.name.as_str()) {
                findings.push(
                    Finding::error(
                        "pictures/concept-twice",
                        source,
                        key.span,
                        format!("the concept “{}” stands here a second time", key.name),
                    )
                    .help("One concept has one picture: keep one of the two."),
                );
            }
        }
        let concepts: Option<BTreeMap<String, Picture>> = read_yaml(source, all, &names, findings);
        let is_unreadable = concepts.is_none();
        let concepts = concepts.unwrap_or_default();
        let places: HashMap<String, Span> = keys.into_iter().map(|key| (key.name, key.span)).collect();
        let pictures = Self { concepts, places, source: Some(source.clone()), is_unreadable };
        pictures.check(source, (assets, why_withheld), findings);
        pictures
    }

    fn check(
        &self,
        source: &Arc<Source>,
        (assets, why_withheld): (&[Asset], impl Fn(&str) -> Option<&'static str>),
        findings: &mut Vec<Finding>,
    ) {
        let mut files: HashMap<&str, &str> = HashMap::new();
        let there: HashSet<&str> = assets.iter().map(|asset| &*asset.path).collect();
        for (concept, picture) in &self.concepts {
            let span = self.places.get(concept).copied().unwrap_or_default();
            self.check_languages(concept, picture, findings);
            let mut error = |rule, span, message: String, help: &str| {
                findings.push(Finding::error(rule, source, span, message).help(help));
            };
            if picture.licence.trim().is_empty() || picture.author.trim().is_empty() {
                error(
                    "pictures/no-licence",
                    span,
                    format!("the picture of “{concept}” has no author or no licence"),
                    "Add “author” and “licence”, for example CC0-1.0.",
                );
            }
            if !there.contains(picture.file.as_str()) {
                let file = &picture.file;
                let (message, help) = match why_withheld(file) {
                    Some(why) => (
                        format!("“content/{file}” {why}, so it is not published"),
                        "Put the picture in a folder whose texts are published.",
                    ),
                    None => (
                        format!("there is no file “content/{file}”"),
                        "Put the picture there, or mend the path; it begins below “content”.",
                    ),
                };
                error("pictures/no-file", self.inside(concept, file), message, help);
            }
            if let Some(other) = files.insert(&picture.file, concept) {
                error(
                    "pictures/two-concepts",
                    self.inside(concept, &picture.file),
                    format!("“{}” already stands for “{other}”", picture.file),
                    "Give each concept a picture of its own: one picture, one meaning.",
                );
            }
        }
    }

    /// Refuses languages that no text has, and words that say nothing.
    fn check_languages(&self, concept: &str, picture: &Picture, findings: &mut Vec<Finding>) {
        let Some(source) = &self.source else { return };
        let keys = picture.alt.keys().map(|tag| ("alt", tag));
        for (key, tag) in keys.chain(picture.words.keys().map(|tag| ("words", tag))) {
            let message = match tag.parse::<Lang>() {
                Ok(lang) if lang.as_str() == tag => continue,
                Ok(lang) => format!("the language “{tag}” under “{key}” of “{concept}” is written “{lang}”"),
                Err(message) => format!("{message}, under “{key}” of “{concept}”"),
            };
            let help = "Write the tag as the names of files give it, such as “en” or “zh-Hans”.";
            findings.push(
                Finding::error("pictures/bad-words", source, self.inside(concept, tag), message).help(help),
            );
        }
        for (tag, words) in &picture.words {
            for word in words.iter().filter(|word| !word.contains(char::is_alphanumeric)) {
                let message = format!("“{word}” under “words” of “{concept}” is no word");
                let span = self.inside(concept, &format!("\"{word}\""));
                let help = format!(
                    "Write the words of “{tag}” that the picture stands for, or an empty list for none."
                );
                findings.push(Finding::error("pictures/bad-words", source, span, message).help(help));
            }
        }
    }

    /// Where a piece stands in the entry of a concept, on the line of a key; else the concept itself.
    fn inside(&self, concept: &str, piece: &str) -> Span {
        let of_concept = self.places.get(concept).copied().unwrap_or_default();
        let Some(source) = &self.source else { return of_concept };
        let entry = of_concept.end as usize;
        let others = self.places.values().map(|place| place.start as usize);
        let end = others.filter(|&start| start >= entry).min().unwrap_or(source.text().len());
        let text = slice(source.text(), entry..end);
        let is_whole = |at: usize| {
            let is_of_tag = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
            !slice(text, ..at).ends_with(is_of_tag) && !slice(text, at + piece.len()..).starts_with(is_of_tag)
        };
        match text.match_indices(piece).map(|(at, _)| at).find(|&at| is_whole(at)) {
            Some(at) => Span::from(entry + at..entry + at + piece.len()),
            None => of_concept,
        }
    }

    /// Where a concept stands in the file.
    pub fn place(&self, concept: &str) -> Span {
        self.places.get(concept).copied().unwrap_or_default()
    }

    /// Whether a concept has no picture. Of a file that cannot be read nobody can say so.
    pub fn lack(&self, concept: &str) -> bool {
        !self.is_unreadable && !self.concepts.contains_key(concept)
    }

    /// The picture of a concept.
    pub fn get(&self, concept: &str) -> Option<&Picture> {
        self.concepts.get(concept)
    }

    /// Every concept with its picture, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Picture)> {
        self.concepts.iter().map(|(concept, picture)| (concept.as_str(), picture))
    }

    /// The file they come from, if the site has one.
    pub fn source(&self) -> Option<&Arc<Source>> {
        self.source.as_ref()
    }
}
