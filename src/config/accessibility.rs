//! `[accessibility]` of `book.toml`: what people found out about the site, for its accessibility statement.
//!
//! A program cannot say that a site conforms. Only a record of who assessed it, when, how and with what can, so the
//! statement says nothing of the kind without one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::lang::Lang;
use crate::misfit::date;

/// What is known besides what programs check.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Accessibility {
    /// An assessment by people; without one no status is given.
    pub assessment: Option<Assessment>,
    /// What is not accessible, and why.
    pub limitations: Vec<Limitation>,
}

/// An assessment by people.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Assessment {
    /// Who assessed the site.
    pub by: String,
    /// When.
    #[serde(deserialize_with = "date")]
    pub date: Date,
    /// In which position.
    pub method: Method,
    /// The browsers and assistive technologies it was assessed with.
    pub with: Vec<String>,
    /// What came out.
    pub status: Compliance,
}

/// In which position somebody assesses a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Those who publish it.
    #[serde(rename = "self")]
    Own,
    /// Somebody else.
    ThirdParty,
}

/// How far the site meets WCAG 2.2 at level AA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compliance {
    /// In full.
    Full,
    /// In part.
    Partial,
    /// Not.
    None,
}

/// Something that is not accessible.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limitation {
    /// What it is, in plain words, by language tag.
    pub what: BTreeMap<String, String>,
    /// Why.
    pub reason: Reason,
}

/// The three reasons of the European model statement (Decision 2018/1523).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It does not meet the standard.
    NonCompliance,
    /// Meeting it would be a disproportionate burden.
    DisproportionateBurden,
    /// The law does not ask for it.
    OutOfScope,
}

impl Accessibility {
    /// What cannot be said together, or is not said at all; the path of the key below `accessibility` comes first.
    pub(super) fn contradiction(&self, language: &Lang) -> Option<(&'static [&'static str], &'static str)> {
        if let Some(assessment) = &self.assessment {
            if assessment.by.trim().is_empty() || assessment.with.is_empty() {
                return Some((
                    &["assessment"],
                    "an assessment says who made it (“by”) and with what (“with”)",
                ));
            }
            let fails = |limitation: &Limitation| limitation.reason == Reason::NonCompliance;
            if assessment.status == Compliance::Full && self.limitations.iter().any(fails) {
                return Some((
                    &["assessment", "status"],
                    "the status is “full”, but a limitation does not comply",
                ));
            }
        }
        let says = |limitation: &Limitation| {
            limitation.what.get(language.as_str()).is_some_and(|words| !words.trim().is_empty())
        };
        (!self.limitations.iter().all(says))
            .then_some((&["limitations"], "a limitation says in the main language what is not accessible"))
    }
}

impl Limitation {
    /// What it is in a language, or in the main one with its tag.
    pub fn words(&self, lang: &Lang, main: &Lang) -> (&str, Option<Lang>) {
        let in_language = |lang: &Lang| self.what.get(lang.as_str()).map(String::as_str);
        match in_language(lang) {
            Some(words) => (words, None),
            None => (in_language(main).unwrap_or_default(), Some(main.clone())),
        }
    }
}
