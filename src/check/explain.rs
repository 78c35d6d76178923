//! What a rule wants, as text for the terminal; the same text is the rule's page on the site.

use std::fmt::Write as _;

use super::rules::{self, RULES};
use super::{Applies, Rule};

/// The text of a rule; `None` when there is no rule of this name.
pub fn explain(name: &str) -> Option<String> {
    let rule = rules::find(name)?;
    let mut text = format!("{}\n\n", rule.name);
    let _ = writeln!(text, "{}", facts(rule));
    text.push_str(&text_of(rule));
    Some(text)
}

/// All rules with what they want, one a line.
pub fn list() -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    RULES.iter().fold(String::new(), |mut text, rule| {
        let _ = writeln!(text, "{:width$}  {:7}  {}", rule.name, rule.severity.word(), rule.summary());
        text
    })
}

fn facts(rule: &Rule) -> String {
    let texts = match rule.applies {
        Applies::Every => "every text",
        Applies::Official => "official texts",
        Applies::EasyRead => "easy-read versions",
    };
    let mut facts = format!("Severity: {}\nLooks at: {texts}\n", rule.severity.word());
    if let Some(criterion) = rule.criterion {
        let _ = writeln!(facts, "WCAG 2.2: {criterion}");
    }
    let _ = writeln!(facts, "Source: {}", rule.source);
    facts
}

/// The rule's own text from its first paragraph on. What the rule finds stands between ⟦ and ⟧.
fn text_of(rule: &Rule) -> String {
    let text = rule.docs.split_once("\n\n").map_or("", |(_, text)| text);
    // Cases that only the tests need stand under headings that begin with “Also”.
    let shown = text.split("\n## Also").next().unwrap_or(text);
    format!("{}\n", shown.trim_end())
}
