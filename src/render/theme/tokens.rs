//! `tokens.css` of a theme, laid over those below it.
//!
//! In: the tokens of two themes. Out: one sheet in which the rules of both that hold everywhere come first, then those of both that hold
//! under one condition, then under two. So a file with two variables is a theme: a value in `:root` counts for the light scheme, and the others keep what
//! they had unless the theme says otherwise.

use super::rules::{SheetRule, rules};
use crate::source::slice;

/// Lays one over the other.
pub fn over(below: &str, above: &str) -> String {
    let (lower, upper) = (rules(below, 0), rules(above, 0));
    let mut parts: Vec<(Part, &str)> = Vec::with_capacity(lower.len() + upper.len());
    for (sheet, rules) in [(below, &lower), (above, &upper)] {
        parts.extend(rules.iter().map(|rule| (part_of(rule, sheet), slice(sheet, rule.range.clone()))));
    }
    parts.sort_by_key(|(part, _)| *part);
    let mut out = String::with_capacity(below.len() + above.len() + parts.len());
    for (_, rule) in parts {
        out.push_str(rule.trim_start_matches('\n'));
        out.push('\n');
    }
    format!("{}\n", out.trim())
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// What must stand before all rules.
    First,
    /// What holds in every scheme.
    Everywhere,
    /// What holds where so many conditions do.
    Where(usize),
}

fn part_of(rule: &SheetRule, sheet: &str) -> Part {
    match (rule.at.as_deref(), rule.conditions(sheet)) {
        (Some("charset" | "import" | "layer" | "namespace"), _) if rule.block.is_empty() => Part::First,
        (_, Some(conditions)) => Part::Where(conditions),
        (_, None) => Part::Everywhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BELOW: &str = "/* a */ :root { --ink: #000; --ground: #fff }\n@media (prefers-color-scheme: dark) { :root { --ink: #eee } }\nbody { --text: 1rem }\n";

    #[test]
    fn two_variables_are_a_theme() {
        let laid = over(BELOW, ":root { --ink: #300 }");
        let at = |words: &str| laid.find(words).unwrap();
        assert!(at("--ink: #000") < at("--ink: #300") && at("--ink: #300") < at("--ink: #eee"), "{laid}");
        assert!(laid.contains("/* a */") && laid.contains("--text: 1rem"), "{laid}");
    }

    #[test]
    fn what_a_theme_says_of_a_scheme_comes_last() {
        let laid = over(
            BELOW,
            "@media (prefers-color-scheme: dark) { :root { --ink: #abc } } :root { --ink: #111 }",
        );
        let at = |words: &str| laid.find(words).unwrap();
        assert!(at("#111") < at("#eee") && at("#eee") < at("#abc"), "{laid}");
        assert_eq!(over("", ":root { --own: 1 }\n"), ":root { --own: 1 }\n");
    }

    #[test]
    fn nothing_is_dropped_whatever_stands_there() {
        for odd in
            ["", "}", ":root {", "@media {", "a { b: c", "/* x", "@import 'a.css';", "--x: 1;", "a{}}b{}"]
        {
            let laid = over(BELOW, odd);
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            assert!(solid(&laid).contains(&solid(odd)) && laid.contains("#eee"), "{odd}: {laid}");
        }
    }
}
