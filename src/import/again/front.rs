//! The front matter of a text whose source was corrected.
//!
//! In: the front matter that is there, and what an import makes of the new source. Out: the old one with the new values. What a
//! person wrote stays: an import only knows what the source says.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_yaml::{Mapping, Value};

use super::record::{Record, digest};
use crate::front_matter::{top_level_keys, yaml_of};
use crate::source::{Source, slice};

/// What a person decides or writes, and what is made of the text.
const OURS: [&str; 5] = ["kind", "summary", "draft", "digest", "pictures-digest"];

/// A value that the new source gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key.
    pub key: String,
    /// What stood there; none where nothing did.
    pub old: Option<String>,
    /// What stands there now.
    pub new: String,
    /// Whether a person had changed it since the last import, or taken it out.
    pub is_own: bool,
}

/// The front matter between its lines of hyphens, with the new values, and what they are. A value that the import of old gave as the
/// new one does is as people want it.
pub fn merged(old: &Source, new: &Source, record: Option<&Record>) -> (String, Vec<Field>) {
    let (old_yaml, new_yaml) = (Values::of(old), Values::of(new));
    let mut fields = Vec::new();
    let (mut out, mut at) = (String::new(), old_yaml.range.start);
    let mut added = String::new();
    let is_known = |key: &str| {
        record.zip(new_yaml.digest(key)).is_some_and(|(record, digest)| record.gave(key, &digest))
    };
    let changes: Vec<(&str, Range<usize>)> =
        new_yaml.keys().filter(|(key, _)| !OURS.contains(key) && !is_known(key)).collect();
    for (key, lines) in &old_yaml.lines {
        let Some((_, new_lines)) = changes.iter().find(|(changed, _)| changed == key) else { continue };
        if old_yaml.value(key) != new_yaml.value(key) {
            out.push_str(slice(old.text(), at..lines.start));
            out.push_str(slice(new.text(), new_lines.clone()));
            at = lines.end;
            fields.push(Field {
                key: key.clone(),
                old: old_yaml.value(key).map(shown),
                new: new_yaml.value(key).map(shown).unwrap_or_default(),
                is_own: record
                    .zip(old_yaml.digest(key))
                    .is_some_and(|(record, digest)| !record.gave(key, &digest)),
            });
        }
    }
    for (key, lines) in
        changes.into_iter().filter(|(key, _)| old_yaml.lines.iter().all(|(has, _)| has != key))
    {
        added.push_str(slice(new.text(), lines));
        let new = new_yaml.value(key).map(shown).unwrap_or_default();
        let is_own = record.is_some_and(|record| record.knows(key));
        fields.push(Field { key: key.to_owned(), old: None, new, is_own });
    }
    out.push_str(slice(old.text(), at..old_yaml.range.end));
    out.push_str(&added);
    (out, fields)
}

/// The values of a front matter, with the lines of each.
pub(super) struct Values {
    range: Range<usize>,
    lines: Vec<(String, Range<usize>)>,
    values: Mapping,
}

impl Values {
    pub fn of(source: &Source) -> Self {
        let range = yaml_of(source).range();
        let keys = top_level_keys(source, range.clone().into());
        let starts: Vec<usize> =
            keys.iter().map(|key| line_start(source.text(), key.span.start as usize)).collect();
        let ends = starts.iter().skip(1).copied().chain([range.end]);
        let lines = keys
            .iter()
            .zip(starts.iter().zip(ends))
            .map(|(key, (start, end))| (key.name.clone(), *start..end));
        let lines = lines.collect();
        let values = serde_yaml::from_str(slice(source.text(), range.clone())).unwrap_or_default();
        Self { range, lines, values }
    }

    /// The digest of each.
    pub fn digests(&self) -> BTreeMap<String, String> {
        self.lines.iter().filter_map(|(key, _)| Some((key.clone(), self.digest(key)?))).collect()
    }

    fn digest(&self, key: &str) -> Option<String> {
        self.value(key).map(|value| digest(&serde_yaml::to_string(value).unwrap_or_default()))
    }

    fn keys(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.lines.iter().map(|(key, lines)| (key.as_str(), lines.clone()))
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }
}

fn line_start(text: &str, at: usize) -> usize {
    slice(text, ..at).rfind('\n').map_or(0, |end| end + 1)
}

/// A value on one line.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => {
            let yaml = serde_yaml::to_string(value).unwrap_or_default();
            yaml.split_whitespace().collect::<Vec<_>>().join(" ")
        }
    }
}
