//! What is wrong with a site's own YAML of a language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use regex::Regex;
use serde_yaml::Value;

use super::WRONG_FILE;
use crate::finding::Finding;
use crate::languages::data::LanguageData;
use crate::languages::folder::{MEASURES, RESOLUTION};
use crate::languages::{ActPatterns, Examples, Languages, ResolutionPatterns};
use crate::source::{Source, Span};
use crate::yaml::{self, Trouble};

/// Reads what the rules know, and the word lists that it names, each with whether it is a dictionary.
pub fn data(source: &Arc<Source>) -> (Option<BTreeMap<String, bool>>, Vec<Finding>) {
    // Nothing follows from the language that is judged here.
    let parsed = |text: &str| LanguageData::read(text, &crate::languages::fallback(), &|_| None);
    let (data, mut findings) = read(source, parsed);
    let Some(data) = data else { return (None, findings) };
    let known: BTreeSet<&str> = Languages::built_in().fallback().data().list_names().collect();
    for name in data.list_names().filter(|name| !known.contains(name)) {
        let message = format!("no rule asks for a list “{name}”");
        let help = format!("The lists are {}.", known.iter().copied().collect::<Vec<_>>().join(", "));
        findings.push(Finding::error(WRONG_FILE, source, place(source, name), message).help(help));
    }
    for (pattern, message) in data.wrong_patterns() {
        let message = format!("this pattern cannot be compiled: {message}");
        findings.push(Finding::error(WRONG_FILE, source, place(source, &pattern), message).help(PATTERNS));
    }
    let dictionary = data.dictionary.as_deref();
    let files = data.named_files().map(|name| (name.to_owned(), Some(name) == dictionary)).collect();
    (Some(files), findings)
}

/// How patterns are written.
const PATTERNS: &str = "Write a regular expression without look-around, between single quotation marks.";

/// Reads how resolutions are laid out.
pub fn resolution(source: &Arc<Source>) -> Vec<Finding> {
    let (read, mut findings) = read(source, |text| serde_yaml::from_str::<ResolutionPatterns>(text));
    let below = Languages::built_in().fallback().file(RESOLUTION);
    let values = |text: &str| serde_yaml::from_str::<Value>(text).unwrap_or_default();
    if read.is_some()
        && let Some(below) = below
    {
        groups(source, &values(source.text()), &values(below.as_str()), &mut findings);
    }
    findings
}

/// Finds patterns without a group that the fallback's pattern has: what it holds would be asked for in vain.
fn groups(source: &Arc<Source>, own: &Value, below: &Value, findings: &mut Vec<Finding>) {
    match (own, below) {
        (Value::Mapping(own), Value::Mapping(below)) => {
            for (key, value) in own {
                below.get(key).into_iter().for_each(|below| groups(source, value, below, findings));
            }
        }
        (Value::String(own), Value::String(below)) => {
            let names = |pattern: &str| -> BTreeSet<String> {
                let regex = Regex::new(pattern).ok();
                regex.iter().flat_map(Regex::capture_names).flatten().map(str::to_owned).collect()
            };
            let missing: Vec<String> =
                names(below).difference(&names(own)).map(|name| format!("“(?P<{name}>…)”")).collect();
            if !missing.is_empty() {
                let message = format!("this pattern has no group {}", missing.join(" and "));
                findings.push(
                    Finding::error(WRONG_FILE, source, place(source, own), message)
                        .help("Put the group around what it is the name of."),
                );
            }
        }
        _ => {}
    }
}

/// Reads how laws and regulations are laid out.
pub fn acts(source: &Arc<Source>) -> Vec<Finding> {
    read(source, |text| serde_yaml::from_str::<ActPatterns>(text)).1
}

/// Reads the examples.
pub fn examples(source: &Arc<Source>) -> Vec<Finding> {
    read(source, |text| serde_yaml::from_str::<Examples>(text)).1
}

/// Reads the words of the report of measures.
pub fn measures(source: &Arc<Source>) -> Vec<Finding> {
    type Words = BTreeMap<String, String>;
    let parsed = |text: &str| serde_yaml::from_str::<Words>(text);
    let (words, mut findings) = read(source, parsed);
    let below = Languages::built_in().fallback().file(MEASURES);
    let known = below.and_then(|below| parsed(below.as_str()).ok()).unwrap_or_default();
    for name in words.iter().flat_map(Words::keys).filter(|name| !known.contains_key(*name)) {
        let message = format!("the report has no word “{name}”");
        let help = format!("Its words are {}.", known.keys().cloned().collect::<Vec<_>>().join(", "));
        findings.push(Finding::error(WRONG_FILE, source, place(source, name), message).help(help));
    }
    findings
}

/// Reads a file of YAML; a finding at the place that the library names where it cannot be read.
fn read<T>(
    source: &Arc<Source>,
    parse: impl Fn(&str) -> Result<T, serde_yaml::Error>,
) -> (Option<T>, Vec<Finding>) {
    let text = source.text();
    if let Some(at) = yaml::too_deep(text) {
        let message = "lists and mappings stand too deep in each other";
        let finding =
            Finding::error(WRONG_FILE, source, Span::from(at..at + 1), message).help("Close the brackets.");
        return (None, vec![finding]);
    }
    // A file of comments alone says nothing.
    let text =
        if text.lines().all(|line| line.trim().is_empty() || line.starts_with('#')) { "{}" } else { text };
    match parse(text) {
        Ok(value) => (Some(value), Vec::new()),
        Err(error) => {
            let Trouble { message, help, at } = yaml::trouble(text, &error);
            let help = format!("{help} The same file of a built-in language shows every key with its form.");
            (None, vec![Finding::error(WRONG_FILE, source, Span::point(at), message).help(help)])
        }
    }
}

/// Where words of the file stand, as YAML may write them; the beginning where they are written in another way.
pub fn place(source: &Source, words: &str) -> Span {
    let forms = [words.to_owned(), words.replace('\'', "''"), words.replace('\\', "\\\\")];
    let found = forms.iter().filter(|form| !form.is_empty()).find_map(|form| {
        let at = source.text().find(form.as_str())?;
        Some(Span::from(at..at + form.len()))
    });
    found.unwrap_or(Span::point(0))
}
