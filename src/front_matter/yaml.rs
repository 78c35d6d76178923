//! Reading YAML so that every mistake has its line: typed values by the library, keys by a scan of our own,
//! because the library gives no places for keys and reports a doubled key at the start of the file.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use crate::finding::Finding;
use crate::hidden;
use crate::limits;
use crate::source::{Source, Span, slice};
use crate::yaml::{Trouble, Without, trouble};

/// A key at the left margin of a YAML mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name, without quotes.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// It is followed by `：` instead of `:`.
    pub full_width_colon: bool,
}

/// The keys at the left margin of the YAML in `span`.
pub fn top_level_keys(source: &Source, span: Span) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut start = span.start as usize;
    for line in source.slice(span).split_inclusive('\n') {
        let first = line.chars().next().unwrap_or('\n');
        if !first.is_whitespace() && !matches!(first, '#' | '-' | '[' | ']' | '{' | '}') {
            let ascii = line.find(": ").or_else(|| line.trim_end().strip_suffix(':').map(str::len));
            let wide = line.find('：').filter(|&at| ascii.is_none_or(|colon| at < colon));
            if let Some(end) = wide.or(ascii) {
                let name = slice(line, ..end).trim_end().trim_matches(['"', '\'']).to_owned();
                let stop = start + if wide.is_some() { end } else { slice(line, ..end).trim_end().len() };
                keys.push(Key { name, span: (start..stop).into(), full_width_colon: wide.is_some() });
            }
        }
        start += line.len();
    }
    keys
}

/// The place of a top-level key of a file; its first line when it does not have the key.
pub fn key_place(source: &Source, name: &str) -> Span {
    let keys = top_level_keys(source, super::yaml_of(source));
    keys.into_iter().find(|key| key.name == name).map_or(Span::from(0..3), |key| key.span)
}

/// Finds keys that stand twice, and those that are known but for the full-width colon after them.
pub fn check_keys(
    source: &Arc<Source>,
    keys: &[Key],
    is_known: impl Fn(&str) -> bool,
    findings: &mut Vec<Finding>,
) {
    let mut seen = HashSet::new();
    for key in keys {
        let stands_above = !seen.insert(key.name.as_str());
        if key.full_width_colon && is_known(&key.name) {
            let colon = key.span.end as usize..key.span.end as usize + '：'.len_utf8();
            findings.push(
                Finding::error(
                    "front-matter/full-width-colon",
                    source,
                    colon.into(),
                    format!("the colon after “{}” is full-width", key.name),
                )
                .help(format!("Write “{}: ” with a half-width colon and a space.", key.name)),
            );
        } else if stands_above {
            findings.push(
                Finding::error(
                    "front-matter/duplicate-key",
                    source,
                    key.span,
                    format!("“{}” stands here a second time", key.name),
                )
                .help("Keep one of the two lines."),
            );
        }
    }
}

/// Reads the YAML in `span` as a mapping with the `known` keys; `None` when it cannot be read.
pub fn read<T: DeserializeOwned>(
    source: &Arc<Source>,
    span: Span,
    known: &[&str],
    findings: &mut Vec<Finding>,
) -> Option<T> {
    let mapping = mapping(source, span, findings)?;
    report_unknown(source, span, &unknown(&mapping, known), known, |_| None, findings);
    value(source, span, mapping, &[], findings)
}

/// Reads the YAML in `span` as a mapping, an empty one when nothing stands there; `None` when it cannot be read.
pub fn mapping(source: &Arc<Source>, span: Span, findings: &mut Vec<Finding>) -> Option<Mapping> {
    let text = source.slice(span);
    if is_too_deep(source, span, findings) {
        return None;
    }
    super::find_cut_values(source, span, findings);
    let has = |findings: &[Finding], rule: &str| {
        findings.iter().any(|f| f.rule == rule && f.place.path() == source.path())
    };
    match serde_yaml::from_str(text) {
        Ok(Value::Mapping(mapping)) => {
            if text.contains('\\') {
                let keys = top_level_keys(source, span);
                for (name, value) in &mapping {
                    let name = display_key(name);
                    let place = keys.iter().find(|key| key.name == name).map_or(span, |key| key.span);
                    check_escapes(value, &mut |value| {
                        hidden::check_value(value, source, place.range(), findings);
                    });
                }
            }
            Some(mapping)
        }
        Ok(Value::Null) => Some(Mapping::new()),
        Ok(_) if has(findings, "front-matter/full-width-colon") => None,
        Ok(_) => {
            findings.push(
                Finding::error(
                    "front-matter/not-a-mapping",
                    source,
                    span,
                    "this is not a list of “key: value” lines",
                )
                .help("Write each value as “key: value”, with a half-width colon and a space."),
            );
            None
        }
        Err(_)
            if has(findings, "front-matter/duplicate-key")
                || has(findings, "front-matter/full-width-colon") =>
        {
            None
        }
        Err(error) => {
            findings.push(at_error("front-matter/bad-yaml", source, span, &error));
            None
        }
    }
}

/// The keys of a mapping that are not `known`.
pub fn unknown(mapping: &Mapping, known: &[&str]) -> Vec<String> {
    let known: HashSet<&str> = known.iter().copied().collect();
    mapping.keys().map(display_key).filter(|name| !known.contains(name.as_str())).collect()
}

/// Finds keys that are not among the `known` ones. `elsewhere` gives message and help for a key that other files have.
pub fn report_unknown(
    source: &Arc<Source>,
    span: Span,
    unknown: &[String],
    known: &[&str],
    elsewhere: impl Fn(&str) -> Option<(String, String)>,
    findings: &mut Vec<Finding>,
) {
    let keys = if unknown.is_empty() { Vec::new() } else { top_level_keys(source, span) };
    // Of two keys of one name the first is meant.
    let places: HashMap<&str, Span> = keys.iter().rev().map(|key| (key.name.as_str(), key.span)).collect();
    for name in unknown {
        let place = places.get(name.as_str()).copied().unwrap_or(Span::point(span.start as usize));
        let (message, help) = elsewhere(name)
            .unwrap_or_else(|| (format!("“{name}” is not a key of this file"), nearest(name, known)));
        findings.push(Finding::error("front-matter/unknown-key", source, place, message).help(help));
    }
}

/// The typed value of a mapping without some keys; `None` when it cannot be made.
pub fn value<T: DeserializeOwned>(
    source: &Arc<Source>,
    span: Span,
    mut mapping: Mapping,
    without: &[String],
    findings: &mut Vec<Finding>,
) -> Option<T> {
    without.iter().for_each(|key| _ = mapping.remove(key.as_str()));
    // What the values cannot be made from is read again from the text, which knows its places, and in which a number is
    // a text too where a text is wanted.
    let value = serde_yaml::from_value(Value::Mapping(mapping));
    let again = || {
        let inner = serde_yaml::Deserializer::from_str(source.slice(span));
        T::deserialize(Without { inner, keys: without })
    };
    match value.or_else(|_| again()) {
        Ok(value) => Some(value),
        Err(error) => {
            findings.push(at_error("front-matter/wrong-value", source, span, &error));
            None
        }
    }
}

/// Whether a value is missing, or has no words.
pub fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(_) => false,
    }
}

/// Finds the keys that are `judged` whose value has a place for words and none in it. What nobody prints may be empty.
pub fn check_words(
    source: &Arc<Source>,
    keys: &[Key],
    mapping: &Mapping,
    judged: impl Fn(&str) -> bool,
    findings: &mut Vec<Finding>,
) {
    const UNPRINTED: [&str; 2] = ["allow", "extra"];
    for key in keys.iter().filter(|key| judged(&key.name) && !UNPRINTED.contains(&key.name.as_str())) {
        // The names in these are an author's own, so one without a value is no key that is left out.
        let is_of_names = ["ended", "moved"].contains(&key.name.as_str());
        let has_null =
            |value: &Value| value.as_mapping().is_some_and(|names| names.values().any(Value::is_null));
        if mapping
            .get(key.name.as_str())
            .is_some_and(|value| has_blank(value) || is_of_names && has_null(value))
        {
            let message = format!("“{}” has a value without words", key.name);
            let help = "Write the words, or take the value out.";
            findings.push(Finding::error("front-matter/wrong-value", source, key.span, message).help(help));
        }
    }
}

/// Whether something in a value is meant to be words and has none that can be seen.
fn has_blank(value: &Value) -> bool {
    match value {
        Value::String(text) => text.chars().all(|c| c.is_whitespace() || hidden::is_hidden(c)),
        Value::Sequence(list) => list.iter().any(|value| value.is_null() || has_blank(value)),
        Value::Mapping(mapping) => mapping.values().any(has_blank),
        _ => false,
    }
}

/// Calls `check` for every text in a value.
fn check_escapes(value: &Value, check: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => check(text),
        Value::Sequence(list) => list.iter().for_each(|value| check_escapes(value, check)),
        Value::Mapping(mapping) => {
            for (key, value) in mapping {
                check_escapes(key, check);
                check_escapes(value, check);
            }
        }
        _ => {}
    }
}

/// Finds brackets that stand deeper than any value needs, before the library reads them; counted without regard to
/// quotation marks.
pub fn is_too_deep(source: &Arc<Source>, span: Span, findings: &mut Vec<Finding>) -> bool {
    let Some(at) = crate::yaml::too_deep(source.slice(span)) else { return false };
    let start = span.start as usize + at;
    let message = format!("lists and mappings stand in each other more than {} deep", limits::YAML_DEPTH);
    findings.push(
        Finding::error("front-matter/too-deep", source, Span::from(start..start + 1), message)
            .help("Close the brackets; where many belong to the words, write a value without them."),
    );
    true
}

fn display_key(key: &Value) -> String {
    key.as_str()
        .map_or_else(|| serde_yaml::to_string(key).unwrap_or_default().trim().to_owned(), str::to_owned)
}

/// A finding at the place that an error of the library names, in our words.
pub fn at_error(rule: &'static str, source: &Arc<Source>, span: Span, error: &serde_yaml::Error) -> Finding {
    let Trouble { message, help, at } = trouble(source.slice(span), error);
    Finding::error(rule, source, Span::point(span.start as usize + at), message).help(help)
}

/// “Did you mean …”, or the list of keys.
fn nearest(name: &str, known: &[&str]) -> String {
    let best = known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(score, _)| *score > 0.8);
    match best {
        Some((_, candidate)) => format!("Did you mean “{candidate}”?"),
        None => format!("The keys of this file are: {}. Put anything else under “extra”.", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::front_matter::FrontMatter;

    #[test]
    fn null_is_an_empty_list_wherever_it_is_written() {
        for yaml in ["left-out:\n", "left-out: null\n", "left-out:\n null", "left-out: ~", "allow:\n null"] {
            let mapping: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
            let made: FrontMatter = serde_yaml::from_value(mapping).unwrap();
            let read: FrontMatter = serde_yaml::from_str(yaml).unwrap();
            assert!(made.left_out.is_empty() && read.left_out.is_empty(), "{yaml}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

        #[test]
        fn what_is_made_of_a_mapping_is_what_is_made_of_its_text(pieces in proptest::collection::vec(prop_oneof![
            4 => proptest::sample::select(vec![
                "title: ", "kind: ", "symbol: ", "session:\n", "  name: ", "  start: ", "vote:\n", "  statement: ", "  counts:\n",
                "    against: ", "    in-favour: ", "    abstaining: ", "allow:\n", "  official/dash: ", "left-out:\n",
                "- paragraph: ", "  reason: ", "    states:\n", "    - ", "  - ", "draft: ", "extra: ", "date: ", "  in-favour:\n",
                "    heading: ", "\n", "\n", "\n", "\n",
            ]),
            3 => proptest::sample::select(vec![
                "决议", "52/8", "12", "0", "007", "0x1f", "1_0", "true", "null", "~", "2023-04-03", "resolution", "‘", "：", ":", ": ",
                " #", "#", "'", "''", "\"", "\\", "- ", "-", "[", "]", "{", "&a ", "*a", "!!str ", "|", ">", "%", "@", " ", "  ", "\t",
                "\r\n", "\u{2028}", "\u{85}", "\u{FEFF}", "<<: ", "? ", "---", "...", ".", "=", "yes",
            ]),
        ], 0..24)) {
            let yaml: String = pieces.concat();
            let mapping = serde_yaml::from_str::<serde_yaml::Value>(&yaml).ok().filter(|value| value.is_mapping());
            if let Some(made) = mapping.and_then(|mapping| serde_yaml::from_value::<FrontMatter>(mapping).ok()) {
                let json = |front: &FrontMatter| serde_json::to_value(front).unwrap();
                let read = serde_yaml::from_str::<FrontMatter>(&yaml).unwrap();
                prop_assert_eq!(json(&made), json(&read), "{}", yaml);
            }
        }
    }
}
