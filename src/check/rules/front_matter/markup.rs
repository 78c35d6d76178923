//! Markup in values that are plain text.

use serde_json::Value;

use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::document::Document;
use crate::finding::Severity;
use crate::parse::first_mark;
use crate::source::slice;

/// `front-matter/markup`
pub static RULE: Rule = Rule {
    name: "front-matter/markup",
    severity: Severity::Warning,
    applies: Applies::Every,
    criterion: None,
    source: "the values of front matter are plain text (derived)",
    docs: include_str!("markup.md"),
    check,
};

/// Keys whose values are not shown, or are for templates of the site's own.
const NOT_SHOWN: [&str; 2] = ["allow", "extra"];

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let document = subject.document;
    // Every value that there is, so that no new key is forgotten.
    let Ok(Value::Object(values)) = serde_json::to_value(&document.front) else { return };
    for (key, value) in values.iter().filter(|(key, _)| !NOT_SHOWN.contains(&key.as_str())) {
        each_text(value, &mut |text| add(document, key, text, reporter));
    }
}

fn each_text(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(list) => list.iter().for_each(|value| each_text(value, visit)),
        Value::Object(values) => values.values().for_each(|value| each_text(value, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn add(document: &Document, key: &str, text: &str, reporter: &mut Reporter<'_>) {
    let Some(mark) = first_mark(text) else { return };
    let mark = slice(text, mark);
    reporter.add(
        front::words(document, key, mark),
        format!("“{mark}” is shown as it is written: values of front matter are plain text"),
        "Write the words alone. For raised and lowered digits there are characters: 10³, CO₂.",
    );
}
