//! Entries of other collections, shown beside those of one.
//!
//! In: the files that a shape names under `foreign`, each what another collection exports. Out: the titles, summaries and addresses of the
//! entries that everybody who must agreed to make public, as far as the export says so. Refused: a row whose consents do not say that it is
//! public today, which is not shown, and a file that is no export.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::consent::{self, Standing};
use super::shape::Shape;
use super::{parties, rows};
use crate::config::Words;
use crate::config::address::of_web;
use crate::day::Today;
use crate::finding::Finding;
use crate::front_matter::Consent;
use crate::lang::Lang;
use crate::misfit::{self, one_or_more};
use crate::source::{Source, Span};

/// The name of what is said where nothing of an entry is shown.
const WITHHELD: &str = "collection/withheld";

/// Another collection, as the shape names it.
#[derive(Debug, Deserialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {file: foreign-x.json, name: {zh: …, en: …}}"
)]
pub struct Foreign {
    /// The file with its entries, beside the shape.
    pub file: String,
    /// What people call it.
    pub name: Words,
    /// Where it stands.
    pub address: Option<String>,
    /// The language of words of which the file says none; that of the site where nothing is said.
    pub language: Option<String>,
}

impl Foreign {
    /// What is wrong with it.
    ///
    /// # Errors
    /// The fault, in words.
    pub(super) fn judged(&self) -> Result<(), String> {
        let Self { file, name, address, .. } = self;
        name.judged().map_err(|fault| format!("{fault}: “name” of “{file}”"))?;
        let base = file.strip_suffix(".json").or_else(|| file.strip_suffix(".csv"));
        if !base.is_some_and(|base| base == "foreign" || base.starts_with("foreign-")) || file.contains('/') {
            return Err(format!("“{file}” is no name of a file such as foreign-x.json or foreign-x.csv"));
        }
        self.language.as_deref().map_or(Ok(()), |tag| tag.parse::<Lang>().map(drop))?;
        address.as_deref().map_or(Ok(()), |address| of_web(address).map(drop))
    }
}

/// An entry of another collection.
#[derive(Debug, Clone)]
pub struct ForeignEntry {
    /// Its title.
    pub title: Words,
    /// Its summary; empty where it has none.
    pub summary: Words,
    /// Its page; empty where nothing is said of it.
    pub address: Words,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Consents {
    /// Who must agree.
    #[serde(default, deserialize_with = "one_or_more")]
    consent_of: Vec<String>,
    #[serde(default)]
    consent: Vec<Consent>,
}

/// The entries of a file that may be shown.
pub(super) fn read(
    source: &Arc<Source>,
    (shape, foreign): (&Shape, &Foreign),
    main: &Lang,
    today: Today,
    findings: &mut Vec<Finding>,
) -> Vec<ForeignEntry> {
    let own = foreign.language.as_deref().unwrap_or(main.as_str());
    let tag = |lang: &Option<Lang>| lang.as_ref().map_or(own, Lang::as_str).to_owned();
    let entry = |row: rows::Row| {
        let words = |key: &str| -> BTreeMap<String, String> {
            let of_key = row.words.iter().filter_map(|(lang, line, _)| Some((lang, line.strip_prefix(key)?)));
            let said = of_key
                .filter_map(|(lang, json)| Some((tag(lang), serde_json::from_str::<String>(json).ok()?)));
            said.filter(|(_, words)| !words.trim().is_empty()).collect()
        };
        let address = row.address.iter().filter(|(_, address)| of_web(address).is_ok());
        let address = address.map(|(lang, address)| (tag(lang), address.clone())).collect();
        let (title, summary) = (words("title: "), words("summary: "));
        (!title.is_empty()).then_some(ForeignEntry {
            title: Words::Each(title),
            summary: Words::Each(summary),
            address: Words::Each(address),
        })
    };
    let rows = rows::of_other(source, shape, findings);
    let judged: Vec<Judged> = rows.iter().map(|row| judge(row, today)).collect();
    let count = |of: Judged| judged.iter().filter(|judged| **judged == of).count();
    for (of, why) in [(Judged::Unread, UNREAD), (Judged::Unsaid, UNSAID), (Judged::Withheld, NOT_AGREED)] {
        let (count, (what, help)) = (count(of), why);
        if count > 0 {
            let message = format!("{count} of the entries here {what}, so they are not shown");
            let told = if of == Judged::Withheld { Finding::note } else { Finding::warning };
            findings.push(told(WITHHELD, source, Span::point(0), message).help(help).unquoted());
        }
    }
    let public = rows.into_iter().zip(&judged).filter(|(_, judged)| **judged == Judged::Public);
    public.filter_map(|(row, _)| entry(row)).collect()
}

/// Whether a row is shown, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judged {
    Public,
    /// Not all agreed, or no longer.
    Withheld,
    /// It does not say who must agree.
    Unsaid,
    /// What it says of consent is none.
    Unread,
}

/// What is said of entries that are not shown, and what to do.
const UNREAD: (&str, &str) = (
    "say nothing of consent that can be read",
    "A consent has “by”, “date” and “scope”, and perhaps “until”; “consent-of” names who must agree.",
);
const UNSAID: (&str, &str) = (
    "do not say whose consent is needed",
    "Ask the other collection for a new export: each entry says it under “consent-of”, and “nobody” where nobody must be asked.",
);
const NOT_AGREED: (&str, &str) = (
    "are not public today",
    "Not everybody agreed who must, or the time for which they did is over. Where that has changed, put the new export here.",
);

fn judge(row: &rows::Row, today: Today) -> Judged {
    let facts: Vec<&str> = row.facts.iter().map(|(line, _)| &**line).collect();
    let read = serde_yaml::from_str(&facts.join("\n"));
    let Ok(Consents { consent_of, consent }) = read else { return Judged::Unread };
    let Ok(parties) = parties::named(&consent_of) else { return Judged::Unread };
    let is_public = consent.iter().all(|consent| !consent.by.trim().is_empty())
        && consent::judge(&consent.iter().collect::<Vec<_>>(), Some(&parties), today) == Standing::Public;
    match is_public {
        true if consent_of.is_empty() => Judged::Unsaid,
        true => Judged::Public,
        false => Judged::Withheld,
    }
}

/// A file that the shape names and that is not there.
pub(super) fn missing(foreign: &Foreign, shape: &Shape) -> Finding {
    let text = shape.source.text();
    let at = text.find(&foreign.file).unwrap_or_default();
    let message = format!("there is no file “{}” beside this one", foreign.file);
    let help = "Put what the other collection exports there, or take the name out.";
    let place = Span::from(at..at + foreign.file.len().min(text.len() - at));
    Finding::error(super::WRONG, &shape.source, place, message).help(help)
}

/// A file that no shape names.
pub(super) fn unnamed(source: &Arc<Source>, shape: &Shape) -> Finding {
    let name = source.path().rsplit('/').next().unwrap_or_default();
    let known: Vec<&str> = shape.foreign.iter().map(|foreign| &*foreign.file).collect();
    let help = match misfit::meant(name, known) {
        Some(near) => format!("{} names “{near}”; give the file that name.", shape.source.path()),
        None => format!("Name it in {} under “foreign”, or take it away.", shape.source.path()),
    };
    let message = "no collection names this file, so nothing of it is shown";
    Finding::error("collection/rows", source, Span::point(0), message).help(help).unquoted()
}
