//! A site's own languages.
//!
//! In: the files of its folder `languages`. Out: [`Languages`] in which they lie over the built-in ones. Refused, each with
//! its place: what is no YAML or Fluent, a key or a label that the fallback does not have, a label whose values are other
//! than the fallback's, a pattern that cannot be compiled or lacks a group, a word list that is not there. A file with a
//! mistake does not count.

mod labels;
mod yaml;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::folder::{self, Folder};
use super::{Languages, dictionary as words};
use crate::finding::{Finding, Severity};
use crate::source::{Source, Span};

/// What is wrong within a file.
const WRONG_FILE: &str = "language/wrong-file";

/// A file of a site's own language.
#[derive(Debug, Clone)]
pub struct OwnFile {
    /// The name of its folder, a language tag.
    pub tag: String,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub source: Arc<Source>,
}

impl Languages {
    /// The built-in languages below those of a site.
    pub fn with(files: Vec<OwnFile>, findings: &mut Vec<Finding>) -> Arc<Self> {
        if files.is_empty() {
            return Self::built_in().clone();
        }
        let mut folders: BTreeMap<String, BTreeMap<String, Arc<Source>>> = BTreeMap::new();
        for file in files {
            folders.entry(file.tag).or_default().insert(file.name, file.source);
        }
        let mut own = BTreeMap::new();
        for (tag, files) in folders {
            let mut judged = Judged { tag: &tag, files: &files, lists: BTreeMap::new() };
            let mut right = BTreeMap::new();
            // The word lists are known when the file that names them is read.
            let (lists, others): (Vec<_>, Vec<_>) =
                files.iter().partition(|(name, _)| name.ends_with(folder::WORD_LIST));
            for (name, source) in others.into_iter().chain(lists) {
                let found = judged.file(name, source);
                if !found.iter().any(|finding| finding.severity == Severity::Error) {
                    right.insert(name.clone(), source.clone());
                }
                findings.extend(found);
            }
            own.insert(tag.clone(), Arc::new(Folder::own(&tag, right.into_iter())));
        }
        let languages = Self::of_folders(&own);
        languages.judge_together(&own, findings);
        Arc::new(languages)
    }

    /// Files that are right by themselves may still not fit those that they lie over.
    fn judge_together(&self, own: &BTreeMap<String, Arc<Folder>>, findings: &mut Vec<Finding>) {
        for (language, folder) in own.iter().filter_map(|(tag, folder)| Some((self.by_tag.get(tag)?, folder)))
        {
            for (name, message) in language.unread() {
                if let Some(folder::Text::Own(source)) = folder.file(name) {
                    findings.push(
                        Finding::error(WRONG_FILE, source, Span::point(0), message)
                            .help("Give each key the form that it has in the built-in languages."),
                    );
                }
            }
        }
    }
}

/// One folder, and what was learned of its word lists so far.
struct Judged<'a> {
    tag: &'a str,
    files: &'a BTreeMap<String, Arc<Source>>,
    /// The word lists that are named, and whether as a dictionary.
    lists: BTreeMap<String, bool>,
}

impl Judged<'_> {
    /// What is wrong with a file.
    fn file(&mut self, name: &str, source: &Arc<Source>) -> Vec<Finding> {
        match name {
            folder::LABELS | folder::HEARD => labels::judge(source, name),
            folder::DATA => self.data(source),
            folder::RESOLUTION => yaml::resolution(source),
            folder::ACT => yaml::acts(source),
            folder::EXAMPLES => yaml::examples(source),
            folder::MEASURES => yaml::measures(source),
            folder::SAMPLES => Vec::new(),
            _ => self.word_list(name, source),
        }
    }

    fn data(&mut self, source: &Arc<Source>) -> Vec<Finding> {
        let (data, mut findings) = yaml::data(source);
        let Some(data) = data else { return findings };
        let built_in = |name: &str| {
            let lang = self.tag.parse().ok()?;
            Languages::built_in().of(&lang).file(name)
        };
        for (name, is_dictionary) in data {
            if !self.files.contains_key(&name) && built_in(&name).is_none() {
                let message = format!("there is no word list “{name}” in this folder");
                findings.push(
                    Finding::error(WRONG_FILE, source, yaml::place(source, &name), message)
                        .help("Put the file beside this one, or take its name out."),
                );
            }
            self.lists.insert(name, is_dictionary);
        }
        findings
    }

    fn word_list(&self, name: &str, source: &Arc<Source>) -> Vec<Finding> {
        match self.lists.get(name) {
            Some(true) => dictionary(source).into_iter().collect(),
            Some(false) => Vec::new(),
            // One of the program's may have been replaced.
            None if name.ends_with(folder::WORD_LIST) && self.replaces_built_in(name) => Vec::new(),
            None => {
                let known = folder::FILES.join(", ");
                let message = "this is no file of a language";
                vec![
                    Finding::error("language/unknown-file", source, Span::point(0), message).help(format!(
                        "A language has {known}, and the word lists that {} names.",
                        folder::DATA
                    )),
                ]
            }
        }
    }

    fn replaces_built_in(&self, name: &str) -> bool {
        self.tag.parse().is_ok_and(|lang| Languages::built_in().of(&lang).file(name).is_some())
    }
}

/// The first line of a dictionary that is none.
fn dictionary(source: &Arc<Source>) -> Option<Finding> {
    let is_wrong = |line: &str| {
        let mut words = line.split_whitespace().skip(1);
        words.next().is_none_or(|count| count.parse::<usize>().is_err())
    };
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') && is_wrong(words) {
            let message = "this is not a word and how often it occurs";
            let span = Span::from(start..start + words.len());
            return Some(
                Finding::error(WRONG_FILE, source, span, message).help("Write “word 12”, one a line."),
            );
        }
        start += line.len();
    }
    let error = words::dictionary(source.text()).err()?;
    let message = format!("the dictionary cannot be read: {error}");
    Some(Finding::error(WRONG_FILE, source, Span::point(0), message).help("Write “word 12”, one a line."))
}
