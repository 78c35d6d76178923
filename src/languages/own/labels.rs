//! What is wrong with a site's own labels.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
};
use fluent_syntax::parser::{self, ErrorKind};

use super::WRONG_FILE;
use crate::finding::Finding;
use crate::languages::Languages;
use crate::languages::folder::{HEARD, Text};
use crate::source::{Source, Span};

/// Compares the labels of a file with those of the fallback's file of this name.
pub fn judge(source: &Arc<Source>, name: &str) -> Vec<Finding> {
    let text = source.text();
    let mut findings = Vec::new();
    let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            findings.push(
                Finding::error(WRONG_FILE, source, Span::point(error.pos.start), slip(&error.kind)).help(
                    "Write “name = words”; the words of a label go on in lines that begin with a space.",
                ),
            );
        }
        resource
    });
    let below = fallback(name);
    let known: BTreeMap<&str, BTreeSet<&str>> = parser::parse(below)
        .unwrap_or_else(|(resource, _)| resource)
        .body
        .iter()
        .filter_map(message)
        .map(|message| (message.id.name, values(message).into_keys().collect()))
        .collect();
    let place = |words: &str| {
        let start = words.as_ptr() as usize - text.as_ptr() as usize;
        Span::from(start..start + words.len())
    };
    let mut seen = BTreeSet::new();
    for message in resource.body.iter().filter_map(message) {
        let id = message.id.name;
        let Some(wanted) = known.get(id) else {
            findings.push(
                Finding::error(
                    "language/unknown-label",
                    source,
                    place(id),
                    match name {
                        HEARD => format!("what is heard has no label “{id}”"),
                        _ => format!("no page has a label “{id}”"),
                    },
                )
                .help(nearest(id, &known)),
            );
            continue;
        };
        if !seen.insert(id) {
            let message = format!("the label “{id}” stands here a second time");
            findings
                .push(Finding::error(WRONG_FILE, source, place(id), message).help("Keep one of the two."));
        }
        let has = values(message);
        for missing in wanted.iter().filter(|name| !has.contains_key(*name)) {
            let message = format!("the label “{id}” does not say “{{ ${missing} }}”");
            findings.push(
                Finding::error("language/label-values", source, place(id), message)
                    .help("Put the value where the words want it: readers would miss it."),
            );
        }
        for (name, at) in has.iter().filter(|(name, _)| !wanted.contains(*name)) {
            let message = format!("the label “{id}” is given no “{{ ${name} }}”");
            let given: Vec<String> = wanted.iter().map(|name| format!("“{{ ${name} }}”")).collect();
            let help = match given.is_empty() {
                true => "It is given no value; write it without.".to_owned(),
                false => format!("It is given {}.", given.join(" and ")),
            };
            findings.push(Finding::error("language/label-values", source, place(at), message).help(help));
        }
    }
    findings
}

/// What is wrong in the signs of Fluent.
fn slip(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ExpectedToken(_) | ErrorKind::ExpectedCharRange { .. } | ErrorKind::ExpectedLiteral => {
            "a sign is missing here, or another one stands in its place"
        }
        ErrorKind::ExpectedMessageField { .. }
        | ErrorKind::ExpectedTermField { .. }
        | ErrorKind::MissingValue => "the label has no words",
        ErrorKind::UnbalancedClosingBrace => "a “}” stands here without a “{” before it",
        ErrorKind::UnterminatedStringLiteral => "a quotation mark is not closed",
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            "a backslash stands before what means nothing"
        }
        ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants => {
            "one of the choices, and only one, must begin with “*”"
        }
        ErrorKind::DuplicatedNamedArgument(_) | ErrorKind::PositionalArgumentFollowsNamed => {
            "the values between brackets stand in the wrong order, or one stands there twice"
        }
        _ => "what stands between “{” and “}” is no value that a label can have",
    }
}

/// The built-in labels of the fallback.
fn fallback(name: &str) -> &'static str {
    match Languages::built_in().fallback().file(name) {
        Some(Text::BuiltIn(text)) => text,
        _ => "",
    }
}

fn message<'e, 't>(entry: &'e Entry<&'t str>) -> Option<&'e Message<&'t str>> {
    match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    }
}

/// The values that a label puts among its words, by name, each where it is first named.
fn values<'t>(message: &Message<&'t str>) -> BTreeMap<&'t str, &'t str> {
    let mut values = BTreeMap::new();
    message.value.iter().for_each(|pattern| of_pattern(pattern, &mut values));
    values
}

fn of_pattern<'t>(pattern: &Pattern<&'t str>, values: &mut BTreeMap<&'t str, &'t str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, values);
        }
    }
}

fn of_expression<'t>(expression: &Expression<&'t str>, values: &mut BTreeMap<&'t str, &'t str>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, values),
        Expression::Select { selector, variants } => {
            of_inline(selector, values);
            variants.iter().for_each(|variant| of_pattern(&variant.value, values));
        }
    }
}

fn of_inline<'t>(inline: &InlineExpression<&'t str>, values: &mut BTreeMap<&'t str, &'t str>) {
    let of_arguments = |arguments: &CallArguments<&'t str>, values: &mut BTreeMap<&'t str, &'t str>| {
        arguments.positional.iter().for_each(|inline| of_inline(inline, values));
        arguments.named.iter().for_each(|named| of_inline(&named.value, values));
    };
    match inline {
        InlineExpression::VariableReference { id } => _ = values.entry(id.name).or_insert(id.name),
        InlineExpression::FunctionReference { arguments, .. } => of_arguments(arguments, values),
        InlineExpression::Placeable { expression } => of_expression(expression, values),
        _ => {}
    }
}

fn nearest(id: &str, known: &BTreeMap<&str, BTreeSet<&str>>) -> String {
    let near = |name: &&&str| strsim::jaro_winkler(id, name);
    let best = known.keys().max_by(|a, b| near(a).total_cmp(&near(b))).filter(|best| near(best) > 0.8);
    match best {
        Some(best) => format!("Did you mean “{best}”?"),
        None => "Take it out; the labels are those of the built-in English.".to_owned(),
    }
}
