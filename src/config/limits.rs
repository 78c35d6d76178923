//! The thresholds of the rules for easy-read texts that `[check.limits.LANGUAGE]` in `book.toml` changes.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lang::Lang;

/// From which length a warning, and from which an error: both are still allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "its parts: { warning = 15, error = 20 }")]
pub struct Limit {
    /// What is longer is a warning.
    pub warning: usize,
    /// What is longer is an error.
    pub error: usize,
}

/// What `[check.limits.LANGUAGE]` changes; what it leaves out stays as the language has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Changes {
    /// Characters or words in a sentence.
    pub sentence: Option<Limit>,
    /// Characters or words in a clause.
    pub clause: Option<Limit>,
    /// Commas in a sentence.
    pub commas: Option<usize>,
    /// Particles (的) in a clause.
    pub particles: Option<usize>,
    /// Things in a row within a sentence.
    pub listed: Option<usize>,
    /// Conjunctions in a sentence.
    pub conjunctions: Option<usize>,
    /// Characters or words in a heading.
    pub heading: Option<usize>,
    /// Sentences in one paragraph.
    pub paragraph: Option<usize>,
    /// Characters within brackets.
    pub brackets: Option<usize>,
    /// Printed pages; an idea a picture wide takes a sixth of one.
    pub pages: Option<Limit>,
    /// Columns of a table.
    pub columns: Option<usize>,
    /// How many words of a hundred most people know, at least.
    pub known_words: Option<usize>,
}

/// A change that can do nothing, or not what it says.
#[derive(Debug)]
pub struct Useless<'a> {
    /// The language it is for.
    pub tag: &'a str,
    /// The limit; none where the language is wrong.
    pub key: Option<&'static str>,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// The first change that is useless in a site with these languages.
pub fn useless<'a>(limits: &'a BTreeMap<String, Changes>, languages: &[Lang]) -> Option<Useless<'a>> {
    limits.iter().find_map(|(tag, changes)| {
        let is_of_site = languages.iter().any(|lang| lang.fallbacks().any(|known| known == tag));
        if !is_of_site {
            let known: Vec<&str> = languages.iter().map(Lang::as_str).collect();
            let message =
                format!("the site has no texts in the language “{tag}”, so these limits hold for nothing");
            let help = format!("Write one of its languages, {}, or take the table out.", known.join(", "));
            return Some(Useless { tag, key: None, message, help });
        }
        changes.useless(tag)
    })
}

impl Changes {
    fn useless<'a>(&self, tag: &'a str) -> Option<Useless<'a>> {
        let limits = [("sentence", self.sentence), ("clause", self.clause), ("pages", self.pages)];
        let limits = limits.into_iter().filter_map(|(key, limit)| Some((key, limit?)));
        if let Some((key, Limit { warning, error })) =
            limits.into_iter().find(|(_, limit)| limit.warning > limit.error)
        {
            let message = format!(
                "“{key}” warns from {warning} on, which is above the {error} from which it is an error: nothing would be a warning"
            );
            let help = format!(
                "Write {key} = {{ warning = {error}, error = {warning} }}, or other numbers of which the first is not the larger."
            );
            return Some(Useless { tag, key: Some(key), message, help });
        }
        let share = self.known_words.filter(|share| *share > 100)?;
        let message = format!("“known-words” asks for {share} words of a hundred, which no text has");
        Some(Useless { tag, key: Some("known-words"), message, help: "Write a number up to 100.".to_owned() })
    }
}
