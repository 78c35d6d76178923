//! `collection.yaml`: the one shape that the entries of a folder have.
//!
//! In: the file. Out: its fields, who must agree to an entry, and the order of the list. Refused: a file that declares no such shape, which
//! is a finding; then nothing of the folder is published.

use std::sync::Arc;

use serde::{Deserialize, Deserializer};

use super::field::{Choice, Choices, Field, Type};
use super::foreign::Foreign;
use super::notice::Side;
use super::rows;
use crate::finding::{Finding, Place};
use crate::front_matter::{at_error, find_cut_values, is_too_deep};
use crate::hidden;
use crate::kinds::Kind;
use crate::misfit;
use crate::source::{Source, Span, slice};

/// The name of the file.
pub const FILE: &str = "collection.yaml";

/// The name of what is wrong with it.
pub const WRONG: &str = "collection/wrong-shape";

/// The shape of a collection.
#[derive(Debug)]
pub struct Shape {
    /// The fields, in the order in which pages show them.
    pub fields: Vec<Field>,
    /// The field whose every value must agree to an entry, by its place among the fields.
    pub consent_of: Option<usize>,
    /// By what the list is sorted, the most important first.
    pub sort: Vec<SortKey>,
    /// Other collections whose entries are shown beside.
    pub foreign: Vec<Foreign>,
    /// What entries may offer and ask for; empty where they may not.
    pub needs: Vec<Choice>,
    /// Whether the addresses of entries say nothing of them.
    pub has_opaque_addresses: bool,
    /// The file.
    pub source: Arc<Source>,
}

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// A field by its place; none for the title.
    pub field: Option<usize>,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// The same as the file writes it.
#[derive(Debug, Deserialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {fields: […], sort: [title]}"
)]
struct Written {
    fields: Vec<Field>,
    consent_of: Option<String>,
    #[serde(default)]
    sort: Vec<String>,
    #[serde(default)]
    foreign: Vec<Foreign>,
    needs: Option<Choices>,
    #[serde(default)]
    addresses: Addresses,
}

/// What addresses of entries are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Addresses {
    /// Any name.
    #[default]
    Names,
    /// Names that say nothing.
    Opaque,
}

impl<'de> Deserialize<'de> for Addresses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::one_of(deserializer, &[("names", Self::Names), ("opaque", Self::Opaque)])
    }
}

struct Judged {
    fields: Vec<Field>,
    consent_of: Option<usize>,
    sort: Vec<SortKey>,
    foreign: Vec<Foreign>,
    needs: Vec<Choice>,
    addresses: Addresses,
}

impl<'de> Deserialize<'de> for Judged {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Written::deserialize(deserializer)?.judged().map_err(misfit::own)
    }
}

impl Written {
    fn judged(self) -> Result<Judged, String> {
        let known = Kind::all().filter(|kind| kind.has_fields()).flat_map(Kind::keys);
        let known: Vec<&str> = known.chain(Side::BOTH.map(Side::key)).collect();
        for (at, field) in self.fields.iter().enumerate() {
            if known.contains(&&*field.name) || rows::is_column(&field.name) {
                return Err(format!(
                    "every entry has a key “{}” already: give the field another name",
                    field.name
                ));
            }
            if self.fields.iter().take(at).any(|other| other.name == field.name) {
                return Err(format!("a field “{}” stands here a second time", field.name));
            }
        }
        let place = |name: &str| self.fields.iter().position(|field| *field.name == *name);
        let no_field = |key: &str, name: &str| format!("“{key}” names “{name}”, and there is no such field");
        let consent_of = match &self.consent_of {
            None => None,
            Some(name) => {
                let at = place(name).ok_or_else(|| no_field("consent-of", name))?;
                if !self.fields.get(at).is_some_and(|field| field.names_a_party()) {
                    return Err(format!(
                        "“consent-of” names “{name}”, which can agree to nothing: its type is not state, organisation or role"
                    ));
                }
                if self.fields.get(at).is_some_and(|field| !field.required) {
                    return Err(format!(
                        "“{name}” is the field of those who must agree, so it is “required: true”: without a value nobody would have to"
                    ));
                }
                Some(at)
            }
        };
        let sort = |written: &String| {
            let (name, descending) = match written.strip_prefix('-') {
                Some(name) => (name, true),
                None => (written.as_str(), false),
            };
            match (name, place(name)) {
                ("title", _) => Ok(SortKey { field: None, descending }),
                (_, Some(at)) => Ok(SortKey { field: Some(at), descending }),
                (name, None) => Err(no_field("sort", name)),
            }
        };
        let sort = self.sort.iter().map(sort).collect::<Result<_, _>>()?;
        self.foreign.iter().try_for_each(Foreign::judged)?;
        let needs = match self.needs {
            Some(Choices(needs)) if needs.is_empty() => {
                return Err("“needs” is empty: {easy-read: {zh: 制作易读版, en: Making easy-read versions}}"
                    .to_owned());
            }
            needs => needs.map_or_else(Vec::new, |Choices(needs)| needs),
        };
        let Self { fields, foreign, addresses, .. } = self;
        Ok(Judged { fields, consent_of, sort, foreign, needs, addresses })
    }
}

impl Field {
    /// Whether its values are somebody who can agree to something.
    fn names_a_party(&self) -> bool {
        matches!(self.values, Type::State | Type::Organisation | Type::Role)
    }
}

impl Shape {
    /// The keys that it gives to an entry.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| &*field.name).chain(Side::BOTH.map(Side::key))
    }

    /// Reads the file; `None` where it declares no shape.
    pub fn read(source: &Arc<Source>, findings: &mut Vec<Finding>) -> Option<Self> {
        let whole = Span::from(0..source.text().len());
        hidden::check(source, findings);
        if is_too_deep(source, whole, findings) {
            return None;
        }
        find_cut_values(source, whole, findings);
        match serde_yaml::from_str::<Judged>(source.text()) {
            Ok(Judged { fields, consent_of, sort, foreign, needs, addresses }) => {
                let has_opaque_addresses = addresses == Addresses::Opaque;
                Some(Self {
                    fields,
                    consent_of,
                    sort,
                    foreign,
                    needs,
                    has_opaque_addresses,
                    source: source.clone(),
                })
            }
            Err(error) => {
                let mut finding = at_error(WRONG, source, whole, &error);
                // What is judged when all of it is read has the place where it began: what it quotes first stands further down.
                if let Place::Source(_, span) = &mut finding.place
                    && let Some((_, rest)) = finding.message.split_once('“')
                    && let Some((quoted, _)) = rest.split_once('”')
                    && let Some(at) = word_from(source.text(), span.start as usize, quoted)
                {
                    *span = Span::from(at..at + quoted.len());
                }
                findings.push(finding);
                None
            }
        }
    }
}

/// Where a word stands whole at a byte or after it.
fn word_from(text: &str, from: usize, word: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let found = text.match_indices(word).map(|(at, _)| at).filter(|at| *at >= from);
    let is_whole = |at: &usize| {
        let after = slice(text, at + word.len()..).chars().next();
        !slice(text, ..*at).ends_with(is_part) && !after.is_some_and(is_part)
    };
    found.into_iter().find(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let mut findings = Vec::new();
        let source = Arc::new(Source::new("content/库/collection.yaml", text));
        let shape = Shape::read(&source, &mut findings);
        assert_eq!(shape.is_none(), !findings.is_empty());
        let told = findings.iter().map(|finding| {
            let at = finding.place.position();
            format!("{}:{} {}", at.line, at.column, finding.message)
        });
        told.collect::<Vec<_>>().join("\n")
    }

    const GOOD: &str = "\
consent-of: state
sort: [-period, title]
fields:
  - name: state
    label: { zh: 国家, en: State }
    type: state
    many: true
    required: true
    facet: true
  - name: period
    label: { zh: 时间, en: Period }
    type: period
  - name: theme
    label: 主题
    type: choice
    choices: { upr: { zh: 普遍定期审议 }, access: 无障碍 }
";

    #[test]
    fn a_shape_is_read_and_what_is_wrong_is_told_where_it_stands() {
        assert_eq!(told(GOOD), "");
        for (from, to, expected) in [
            (
                "type: period",
                "type: preiod",
                "the type “preiod” of the field “period” is none of text, number",
            ),
            ("name: theme", "name: Thema", "the field name “Thema” holds something else than"),
            ("name: theme", "name: title", "every entry has a key “title” already"),
            ("name: theme", "name: state", "a field “state” stands here a second time"),
            (
                "consent-of: state",
                "consent-of: theme",
                "“consent-of” names “theme”, which can agree to nothing",
            ),
            ("    required: true\n", "", "“state” is the field of those who must agree"),
            (
                "consent-of: state",
                "consent-of: stat",
                "“consent-of” names “stat”, and there is no such field",
            ),
            ("[-period, title]", "[-perod]", "“sort” names “perod”, and there is no such field"),
            ("access: 无障碍", "Access: 无障碍", "the choice “Access” holds something else"),
            ("zh: 时间", "zz-1: 时间", "11:14 “zz-1” is not a language tag"),
            ("name: theme", "name: offers", "every entry has a key “offers” already"),
            ("name: theme", "name: id", "every entry has a key “id” already"),
            ("name: theme", "name: consent-by", "every entry has a key “consent-by” already"),
            ("sort: [-period, title]", "needs: {}", "2:1 “needs” is empty"),
            ("sort: [-period, title]", "needs: { Easy: 易读 }", "the choice “Easy” holds something else"),
            ("label: 主题", "label: ''", "words are missing here"),
            ("facet: true", "facet: yes", "“facet” must be “true” or “false”, but here stands “yes”"),
            ("many: true", "mny: true", "“mny” is not a key of"),
            ("    type: choice\n", "    type: text\n", "has “choices”, so its type is “choice”"),
        ] {
            let wrong = GOOD.replacen(from, to, 1);
            let told = told(&wrong);
            assert!(told.contains(expected), "{to}: {told}");
        }
    }
}
