//! Front matter as Zola and Hugo write it: TOML between lines of `+++`.
//!
//! In: a text. Out: the change that makes it YAML. Refused: what is no TOML, what holds a comment, which would be lost, and what names the
//! text an official one.

use serde_yaml::{Mapping, Value};

use super::Change;
use crate::document::Document;
use crate::front_matter::toml_front;
use crate::source::slice;

/// Keys of a text whose wording is that of an official document.
const OFFICIAL: [&str; 5] = ["digest", "pictures-digest", "symbol", "body", "authority"];

/// The change that writes the front matter as YAML.
pub fn change(document: &Document) -> Option<Change> {
    let text = document.source.text();
    let span = toml_front(text)?;
    let lines = slice(text, span.range()).trim_end_matches(['\r', '\n']);
    let inside = lines.strip_prefix("+++")?.strip_suffix("+++")?;
    let instead = yaml(inside)?;
    let end = span.start + lines.len() as u32;
    Some(Change { span: (span.start as usize..end as usize).into(), instead: format!("---\n{instead}---") })
}

/// The same as YAML, in the same order.
fn yaml(toml: &str) -> Option<String> {
    let table: toml::Table = toml.parse().ok()?;
    let is_comment = |line: &str| line.trim_start().starts_with('#') || has_comment(line);
    if table.is_empty() || toml.lines().any(is_comment) || table.keys().any(|key| OFFICIAL.contains(&&**key))
    {
        return None;
    }
    let place = |key: &str| {
        let begins = |line: &str| {
            let line = line.trim_start_matches(['[', ' ', '"', '\'']);
            line.strip_prefix(key).is_some_and(|rest| rest.starts_with([' ', '=', '.', ']', '"', '\'']))
        };
        toml.lines().position(begins)
    };
    let mut keys: Vec<(&String, &toml::Value)> = table.iter().collect();
    keys.sort_by_key(|(key, _)| place(key));
    let mapping: Mapping =
        keys.into_iter().map(|(key, value)| (Value::from(key.as_str()), of(value))).collect();
    let written = serde_yaml::to_string(&mapping).ok()?;
    // What is read of it must be what the TOML says.
    let read: Mapping = serde_yaml::from_str(&written).ok()?;
    (read == mapping).then_some(written)
}

/// Whether a sign of a comment stands in a line outside of quotation marks.
fn has_comment(line: &str) -> bool {
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '#') => return true,
            _ => {}
        }
    }
    // A quotation mark that stays open is one of a value of several lines, or escaped: a person looks.
    quote.is_some()
}

/// A value of TOML as one of YAML.
pub fn of(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(words) => Value::from(words.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(truth) => Value::from(*truth),
        toml::Value::Datetime(date) => Value::from(date.to_string()),
        toml::Value::Array(list) => Value::from(list.iter().map(of).collect::<Vec<_>>()),
        toml::Value::Table(table) => table
            .iter()
            .map(|(key, value)| (Value::from(key.as_str()), of(value)))
            .collect::<Mapping>()
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_becomes_yaml_in_its_order() {
        let toml = "\ntitle = \"路灯\"\nsummary = '一：二'\ndate = 2024-03-05\nkind = \"page\"\n[extra]\nlead = true\n";
        let expected = "title: 路灯\nsummary: 一：二\ndate: 2024-03-05\nkind: page\nextra:\n  lead: true\n";
        assert_eq!(yaml(toml).unwrap(), expected);
    }

    #[test]
    fn what_would_lose_something_stays() {
        for toml in [
            "",
            "title = ",
            "# 说明\ntitle = \"一\"\n",
            "title = \"一\" # 说明\n",
            "title = \"一\"\nsymbol = \"A/1\"\n",
            "title = \"\"\"\n一\n\"\"\"\n",
        ] {
            assert_eq!(yaml(toml), None, "{toml}");
        }
        assert_eq!(yaml("title = \"第 # 号\"\n").unwrap(), "title: '第 # 号'\n");
    }
}
