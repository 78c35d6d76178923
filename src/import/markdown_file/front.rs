//! Front matter of other tools.
//!
//! In: YAML between lines of `---`, or TOML between lines of `+++`. Out: front matter of our own: what has a key here stands under it, and
//! everything else under `extra`, where the site's own templates may print it. Refused: front matter that cannot be read, which is left out
//! and told.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use crate::check::fix::toml_front as toml;
use crate::content::{Input, Role};
use crate::front_matter::{is_fault, toml_front, top_level_keys};
use crate::import::unsure::Unsure;
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::languages::Languages;
use crate::parse;
use crate::source::{Source, Span, slice};

/// Keys of other tools, and ours for the same.
const SAME: [(&str, &str); 16] = [
    ("description", "summary"),
    ("abstract", "summary"),
    ("excerpt", "summary"),
    ("authors", "author"),
    ("creator", "author"),
    ("tags", "keywords"),
    ("categories", "keywords"),
    ("weight", "order"),
    ("sidebar_position", "order"),
    ("nav_order", "order"),
    ("published", "date"),
    ("publishDate", "date"),
    ("created", "date"),
    ("version", "edition"),
    ("linkTitle", "menu"),
    ("sidebar_label", "menu"),
];

/// Keys that say in which language a text is.
const LANGUAGE: [&str; 3] = ["lang", "language", "locale"];

/// How many characters a day has: 2024-03-05.
const DAY: usize = 10;

/// The most keys that are looked at one by one.
const MOST_KEYS: usize = 200;

/// The front matter of a file.
#[derive(Debug, Default)]
pub struct Front {
    /// Its values, each with the place of its lines.
    values: Vec<(String, Value, Range<usize>)>,
    /// What is left out of it, and why.
    pub left_out: Vec<(Range<usize>, &'static str)>,
    /// What a person has to look at.
    pub unsure: Vec<Unsure>,
    /// Where the text below it begins.
    pub end: usize,
}

/// A stretch of the source, and the key that it went to.
pub type Gone = (Range<usize>, &'static str);

impl Front {
    /// That of a file; an empty one where it has none.
    pub fn of(text: &str) -> Self {
        if let Some(span) = toml_front(text) {
            let span = span.range();
            let inside = slice(text, span.clone()).trim_end().len();
            return Self::of_toml(text, span.start + 4..(span.start + inside).saturating_sub(3), span.end);
        }
        match fences(text) {
            Some((inside, end)) => Self::of_yaml(text, inside, end),
            None => Self::default(),
        }
    }

    fn of_yaml(text: &str, inside: Range<usize>, end: usize) -> Self {
        let yaml = slice(text, inside.clone());
        let values: Mapping = match serde_yaml::from_str(yaml) {
            Ok(Value::Mapping(values)) => values,
            Ok(Value::Null) => return Self { end, ..Self::default() },
            // A line across the page, and another below.
            Ok(_) => return Self::default(),
            Err(_) if top_level_keys(&Source::new("", yaml), Span::from(0..yaml.len())).is_empty() => {
                return Self::default();
            }
            Err(error) => {
                let line = error.location().map_or(0, |place| place.line().saturating_sub(1));
                let before: usize = yaml.split_inclusive('\n').take(line).map(str::len).sum();
                return Self::unread(inside.start + before, 0..end);
            }
        };
        let source = Source::new("", yaml);
        let keys = top_level_keys(&source, Span::from(0..yaml.len()));
        let places = keys.iter().map(|key| (key.name.clone(), inside.start + key.span.start as usize));
        let places: Vec<(String, usize)> = places.collect();
        let values =
            values.into_iter().map(|(key, value)| (words_of(&key).unwrap_or_else(|| yaml_of(&key)), value));
        Self::of_values(text, inside, end, values.collect(), &places)
    }

    fn of_toml(text: &str, inside: Range<usize>, end: usize) -> Self {
        let written = slice(text, inside.clone());
        let table = match toml_of(written) {
            Ok(table) => table,
            Err(place) => return Self::unread(inside.start + place, 0..end),
        };
        let places: Vec<(String, usize)> =
            table.iter().map(|(key, _, place)| (key.clone(), line_of(text, inside.start + place))).collect();
        let values = table.into_iter().map(|(key, value, _)| (key, value)).collect();
        Self::of_values(text, inside, end, values, &places)
    }

    fn unread(place: usize, all: Range<usize>) -> Self {
        let why = "the front matter cannot be read from here on, so all of it is left out";
        Self {
            end: all.end,
            unsure: vec![Unsure::new(place..place, why)],
            left_out: vec![(all, "the front matter, which cannot be read")],
            ..Self::default()
        }
    }

    fn of_values(
        text: &str,
        inside: Range<usize>,
        end: usize,
        values: Vec<(String, Value)>,
        places: &[(String, usize)],
    ) -> Self {
        let place =
            |key: &str| places.iter().find(|(name, _)| name == key).map_or(inside.start, |(_, place)| *place);
        let placed = values.into_iter().map(|(key, value)| (place(&key), key, value));
        let mut placed: Vec<(usize, String, Value)> = placed.collect();
        placed.sort_by_key(|(place, ..)| *place);
        // Each has all that stands between it and the next, the first the line before it, and the last that behind it.
        let ends: Vec<usize> = placed.iter().skip(1).map(|(place, ..)| *place).chain([end]).collect();
        let mut start = 0;
        let lines = ends.into_iter().map(|end| std::mem::replace(&mut start, end)..end);
        let values =
            placed.into_iter().zip(lines).map(|((_, key, value), lines)| (key, value, lines)).collect();
        let comments = comments(text, inside, !text.starts_with("+++"))
            .into_iter()
            .map(|place| (place, "a comment in the front matter"));
        Self { values, left_out: comments.collect(), end, ..Self::default() }
    }

    /// The language that it says.
    pub fn language(&self) -> Option<Lang> {
        LANGUAGE.iter().find_map(|key| self.value(key)?.as_str()?.replace('_', "-").parse().ok())
    }

    /// The title that it says.
    pub fn title(&self) -> Option<&str> {
        self.value("title").and_then(Value::as_str).map(str::trim).filter(|title| !title.is_empty())
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.values.iter().find(|(known, ..)| known == key).map(|(_, value, _)| value)
    }

    /// Front matter of our own with the lines around it, and where each stretch of the source went.
    pub fn written(&self, title: &str, lang: &Lang, languages: &Arc<Languages>) -> (String, Vec<Gone>) {
        let named = self.value("kind").and_then(Value::as_str).and_then(Kind::named);
        let kind = named
            .or(Kind::named("document"))
            .unwrap_or_else(|| unreachable!("a kind of this name is listed"));
        let (mut front, mut extra, mut gone) = (Mapping::new(), Mapping::new(), Vec::new());
        front.insert("title".into(), title.into());
        front.insert("kind".into(), kind.name().into());
        for (at, (key, value, lines)) in self.values.iter().enumerate() {
            let same = SAME.iter().find(|(theirs, _)| theirs == key).map_or(key.as_str(), |(_, ours)| ours);
            let ours = kind.keys().find(|known| *known == same);
            let place = match ours {
                Some(ours @ "title") if self.title().is_some() => ours,
                Some(ours @ "kind") if named.is_some() => ours,
                // A text that comes in is a draft until a person has read it.
                Some(ours @ "draft") if value.is_bool() => ours,
                Some("digest" | "pictures-digest" | "title" | "kind" | "draft") | None => "extra",
                Some(_) if at >= MOST_KEYS => "extra",
                Some(ours) => match converted(ours, value, front.get(ours)) {
                    Some(value) if fits((ours, &value), kind, lang, languages) => {
                        front.insert(ours.into(), value);
                        ours
                    }
                    _ => "extra",
                },
            };
            match value {
                Value::Mapping(values) if key == "extra" => extra.extend(values.clone()),
                value if place == "extra" || says_more(place, value) => {
                    _ = extra.insert(key.as_str().into(), value.clone())
                }
                _ => {}
            }
            gone.push((lines.clone(), place));
        }
        if !front.contains_key("summary") {
            front.insert("summary".into(), "".into());
        }
        front.insert("draft".into(), true.into());
        if !extra.is_empty() {
            front.insert("extra".into(), extra.into());
        }
        // The lines around nothing.
        if gone.is_empty() {
            gone.push((0..self.end, "title"));
        }
        let gone = gone
            .into_iter()
            .flat_map(|(lines, key)| without(lines, &self.left_out).map(move |lines| (lines, key)));
        (format!("---\n{}---\n", serde_yaml::to_string(&front).unwrap_or_default()), gone.collect())
    }
}

/// Where what stands at the end of written front matter came from.
pub fn origin(written: &str, gone: &[Gone]) -> Option<Span> {
    let key = written.lines().rev().find_map(|line| {
        let (key, _) = line.split_once(':').filter(|_| !line.starts_with([' ', '-']))?;
        gone.iter().find(|(_, gone)| *gone == key)
    });
    key.map(|(lines, _)| lines.clone().into())
}

/// The place of YAML between its lines of hyphens, and where what follows begins.
fn fences(text: &str) -> Option<(Range<usize>, usize)> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let is_mark = matches!(line.trim_end(), "---") || start.is_some() && line.trim_end() == "...";
        match (start, is_mark) {
            (None, true) => start = Some(at + line.len()),
            (None, false) => return None,
            (Some(start), true) => return Some((start..at, at + line.len())),
            (Some(_), false) => {}
        }
        at += line.len();
    }
    None
}

fn line_of(text: &str, at: usize) -> usize {
    slice(text, ..at).rfind('\n').map_or(0, |end| end + 1)
}

/// The keys of TOML with their values and places; or the place of what is wrong.
fn toml_of(written: &str) -> Result<Vec<(String, Value, usize)>, usize> {
    let wrong = |error: ::toml::de::Error| error.span().map_or(0, |span| span.start);
    let table: ::toml::Table = written.parse().map_err(wrong)?;
    let places = ::toml::de::DeTable::parse(written).map_err(wrong)?;
    let place = |key: &str| {
        places
            .get_ref()
            .iter()
            .find(|(name, _)| name.get_ref() == key)
            .map_or(0, |(name, _)| name.span().start)
    };
    let mut values: Vec<_> =
        table.iter().map(|(key, value)| (key.clone(), toml::of(value), place(key))).collect();
    values.sort_by_key(|(_, _, place)| *place);
    Ok(values)
}

/// The comments: whole lines, and those after a value; in YAML a blank stands before each.
fn comments(text: &str, inside: Range<usize>, is_yaml: bool) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let (mut at, mut is_block) = (inside.start, false);
    for line in slice(text, inside).split_inclusive('\n') {
        let is_indented = line.starts_with([' ', '\t']);
        // In a text of several lines it is no comment.
        is_block = if is_indented || line.trim().is_empty() {
            is_block
        } else {
            line.trim_end().ends_with(['|', '>', '-', '+'])
        };
        if let Some(start) = comment(line, is_yaml).filter(|_| !(is_block && is_indented)) {
            comments.push(at + start..at + line.trim_end().len());
        }
        at += line.len();
    }
    comments
}

/// Where a comment begins in a line.
fn comment(line: &str, is_yaml: bool) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') if !is_yaml || before.is_whitespace() => return Some(at),
            // Within a word it is an apostrophe.
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        before = c;
    }
    None
}

/// A stretch without others.
fn without(lines: Range<usize>, others: &[(Range<usize>, &str)]) -> impl Iterator<Item = Range<usize>> {
    let mut pieces = Vec::new();
    let mut at = lines.start;
    for other in others
        .iter()
        .map(|(other, _)| other)
        .filter(|other| other.start >= lines.start && other.start < lines.end)
    {
        pieces.push(at..other.start);
        at = other.end;
    }
    pieces.push(at..lines.end.max(at));
    pieces.into_iter()
}

/// A value as our key takes it; none where it cannot. `had` is what stands there already.
fn converted(key: &str, value: &Value, had: Option<&Value>) -> Option<Value> {
    let several = |value: &Value| -> Option<Vec<String>> {
        let words = |value: &Value| match value {
            Value::Mapping(values) => Some(values.get("name")?.as_str()?.to_owned()),
            value => words_of(value),
        };
        match value {
            Value::Sequence(values) => values.iter().map(words).collect(),
            Value::String(text) if key == "keywords" => {
                Some(text.split([',', '，', '、', ';', '；']).map(|word| word.trim().to_owned()).collect())
            }
            value => Some(vec![words(value)?]),
        }
    };
    match key {
        "author" | "keywords" => {
            let mut all: Vec<String> = had.and_then(several).unwrap_or_default();
            all.extend(several(value)?);
            all.retain(|word| !word.trim().is_empty());
            (!all.is_empty()).then(|| all.into_iter().map(Value::from).collect::<Vec<_>>().into())
        }
        _ if had.is_some() => None,
        // The day of a time.
        "date" => Some(words_of(value)?.chars().take(DAY).collect::<String>().into()),
        "summary" => Some(value.as_str()?.split_whitespace().collect::<Vec<_>>().join(" ").into()),
        _ => Some(value.clone()),
    }
}

/// Whether a value says more than our key takes of it.
fn says_more(key: &str, value: &Value) -> bool {
    match (key, value) {
        ("author", Value::Sequence(values)) => values.iter().any(|value| says_more(key, value)),
        ("author" | "keywords", Value::Mapping(values)) => values.len() > 1,
        ("date", value) => words_of(value).is_some_and(|words| words.chars().count() > DAY),
        _ => false,
    }
}

fn words_of(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Tagged(tagged) => words_of(&tagged.value),
        _ => None,
    }
}

/// A value on one line.
fn yaml_of(value: &Value) -> String {
    let yaml = serde_yaml::to_string(value).unwrap_or_default();
    yaml.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text of this kind may have this value under this key.
fn fits((key, value): (&str, &Value), kind: Kind, lang: &Lang, languages: &Arc<Languages>) -> bool {
    let mut front = Mapping::new();
    for (name, words) in [("title", "·"), ("kind", kind.name()), ("summary", "·")] {
        front.insert(name.into(), words.into());
    }
    front.insert(key.into(), value.clone());
    let text = format!("---\n{}---\n\n·\n", serde_yaml::to_string(&front).unwrap_or_default());
    let source = Arc::new(Source::new("content/a/index.md", text));
    let input = Input { source, role: Role::Official, slug: "a".into(), lang: lang.clone() };
    let (_, findings) = parse::parse(&input, languages);
    !findings.iter().any(is_fault)
}
