//! Whether the colours of a theme can be told apart.
//!
//! In: the tokens of a site's own theme, and those that lie below them. Out: a finding for each pair of text and ground that has too little
//! contrast in a scheme, where the theme says one of the two: an error under 4.5 : 1 (WCAG 2.2, 1.4.3), a warning under 7 : 1 (1.4.6); for
//! what is no text an error under 3 : 1 (1.4.11). What is not known to be a colour is said to be unknown.

use std::collections::HashMap;
use std::sync::Arc;

use cssparser::Parser;
use cssparser_color::Color;

use super::rules::{rules, variables};
use crate::finding::{Finding, Severity};
use crate::source::{Source, Span, slice};

/// The name of what is found.
const RULE: &str = "theme/contrast";

/// The tokens of text, each with the ground that it stands on.
const TEXT: [(&str, &str); 7] = [
    ("--ink", "--ground"),
    ("--ink", "--plate"),
    ("--muted", "--ground"),
    ("--muted", "--plate"),
    ("--accent", "--ground"),
    ("--accent", "--plate"),
    ("--on-accent", "--accent"),
];

/// The tokens of what is no text and must be seen.
const SIGNS: [(&str, &str); 1] = [("--focus", "--ground")];

/// A way to show pages: what a reader prefers, or paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scheme {
    name: &'static str,
    dark: bool,
    more: bool,
    print: bool,
}

const SCHEMES: [Scheme; 5] = [
    Scheme { name: "light", dark: false, more: false, print: false },
    Scheme { name: "dark", dark: true, more: false, print: false },
    Scheme { name: "light with more contrast", dark: false, more: true, print: false },
    Scheme { name: "dark with more contrast", dark: true, more: true, print: false },
    Scheme { name: "print", dark: false, more: false, print: true },
];

/// A value of a variable in a scheme, and where the site's own theme says it.
#[derive(Debug, Clone)]
struct Said {
    value: String,
    is_important: bool,
    own: Option<(Arc<Source>, Span)>,
}

/// Judges the tokens; the sheets come in the order in which they lie over each other, those of the site with their source.
pub fn judge(sheets: &[(String, Option<Arc<Source>>)]) -> Vec<Finding> {
    let mut findings = unfollowed(sheets);
    for scheme in SCHEMES {
        let said = values(sheets, scheme);
        for ((front, ground), is_text) in
            TEXT.into_iter().map(|pair| (pair, true)).chain(SIGNS.into_iter().map(|pair| (pair, false)))
        {
            let (Some(a), Some(b)) = (said.get(front), said.get(ground)) else { continue };
            let Some((source, span)) = a.own.as_ref().or(b.own.as_ref()) else { continue };
            let colours = resolved(front, &said, scheme).zip(resolved(ground, &said, scheme));
            let told = match colours {
                Some((front, ground)) => fault(contrast(front, ground), is_text),
                None => Some((Severity::Warning, "cannot be computed".to_owned())),
            };
            let Some((severity, is)) = told else { continue };
            let message = format!("the contrast of {front} on {ground} {is} in the scheme “{}”", scheme.name);
            let known = findings.iter().any(|found: &Finding| {
                found.severity == severity
                    && found.message.split(" in the scheme").next() == message.split(" in the scheme").next()
            });
            if !known {
                findings.push(Finding::new(RULE, severity, crate::finding::Place::Source(source.clone(), *span), message).help(
                    "Text needs 4.5 : 1 on its ground, and 7 : 1 to be read well; what is no text 3 : 1. Write colours as #rrggbb, and for another scheme in a \
                     block of its own, such as @media (prefers-color-scheme: dark).",
                ));
            }
        }
    }
    findings
}

/// Colours that the site sets where they are not followed: for some elements alone, or under another condition than a scheme.
fn unfollowed(sheets: &[(String, Option<Arc<Source>>)]) -> Vec<Finding> {
    let judged =
        |name: &str| TEXT.iter().chain(&SIGNS).any(|(front, ground)| [*front, *ground].contains(&name));
    let mut findings = Vec::new();
    for (sheet, source) in sheets.iter().filter_map(|(sheet, source)| Some((sheet, source.as_ref()?))) {
        for rule in rules(sheet, 0) {
            let inner = match rule.at {
                None => vec![rule.clone()],
                Some(_) => rules(slice(sheet, rule.block.clone()), rule.block.start),
            };
            let is_followed = match rule.at.as_deref() {
                None => true,
                Some("media") => {
                    let query = slice(sheet, rule.prelude.clone());
                    SCHEMES.into_iter().any(|scheme| holds(query, scheme))
                }
                Some(_) => false,
            };
            for rule in inner {
                if is_followed && is_root(slice(sheet, rule.prelude.clone())) {
                    continue;
                }
                let set = variables(slice(sheet, rule.block.clone()), rule.block.start);
                let Some((name, _, place)) = set.into_iter().find(|(name, ..)| judged(name)) else {
                    continue;
                };
                let place = crate::finding::Place::Source(source.clone(), place.into());
                let message = format!("the contrast of {name} cannot be computed here");
                findings.push(Finding::new(RULE, Severity::Warning, place, message).help(
                    "Set colours in :root, alone or under @media (prefers-color-scheme: dark) and (prefers-contrast: more); else look at every page yourself.",
                ));
            }
        }
    }
    findings
}

/// What is wrong with a contrast.
fn fault(ratio: f64, is_text: bool) -> Option<(Severity, String)> {
    // Rounded down: 4.49 is not 4.5.
    let shown = format!("is {:.2} : 1", (ratio * 100.0).floor() / 100.0);
    match is_text {
        true if ratio < 4.5 => Some((Severity::Error, shown)),
        true if ratio < 7.0 => Some((Severity::Warning, shown)),
        false if ratio < 3.0 => Some((Severity::Error, shown)),
        _ => None,
    }
}

/// The values of the variables in a scheme: what holds everywhere, then under one condition, then under two, each in the order of the sheets.
fn values(sheets: &[(String, Option<Arc<Source>>)], scheme: Scheme) -> HashMap<String, Said> {
    let mut said = HashMap::new();
    for conditions in [None, Some(0), Some(1), Some(2)] {
        for (sheet, source) in sheets {
            for rule in rules(sheet, 0) {
                let holds = match rule.at.as_deref() {
                    None => conditions.is_none(),
                    Some("media") => {
                        rule.conditions(sheet).map(|count| count.min(2)) == conditions
                            && holds(slice(sheet, rule.prelude.clone()), scheme)
                    }
                    Some(_) => false,
                };
                if !holds {
                    continue;
                }
                let inner = match rule.at {
                    None => vec![rule],
                    Some(_) => rules(slice(sheet, rule.block.clone()), rule.block.start),
                };
                for rule in inner.into_iter().filter(|rule| is_root(slice(sheet, rule.prelude.clone()))) {
                    for (name, value, place) in variables(slice(sheet, rule.block.clone()), rule.block.start)
                    {
                        let own = source.as_ref().map(|source| (source.clone(), Span::from(place)));
                        let plain = value.trim_end().strip_suffix("important").map(str::trim_end);
                        let plain = plain.and_then(|value| value.strip_suffix('!'));
                        let is_important = plain.is_some();
                        let value = plain.map_or_else(|| value.clone(), |value| value.trim().to_owned());
                        let stays = said.get(&name).is_some_and(|before: &Said| before.is_important);
                        if is_important || !stays {
                            said.insert(name, Said { value, is_important, own });
                        }
                    }
                }
            }
        }
    }
    said
}

fn is_root(selectors: &str) -> bool {
    selectors.split(',').any(|selector| matches!(selector.trim(), ":root" | "html"))
}

/// Whether a media query holds in a scheme. One that asks for anything else is not followed.
fn holds(query: &str, scheme: Scheme) -> bool {
    let query = query.to_ascii_lowercase();
    let parts = query.split(" and ").map(|part| part.trim().trim_matches(['(', ')']).trim());
    let mut asks = false;
    for part in parts {
        asks = true;
        let part: String = part.split_whitespace().collect();
        let holds = match part.as_str() {
            "all" | "" => true,
            "screen" | "onlyscreen" => !scheme.print,
            "print" => scheme.print,
            "prefers-color-scheme:dark" => scheme.dark && !scheme.print,
            "prefers-color-scheme:light" => !scheme.dark,
            "prefers-contrast:more" => scheme.more && !scheme.print,
            _ => false,
        };
        if !holds {
            return false;
        }
    }
    asks
}

/// The colour of a variable; `None` where it is none that is known, or shows what lies behind it.
fn resolved(name: &str, said: &HashMap<String, Said>, scheme: Scheme) -> Option<[f64; 3]> {
    let mut value = said.get(name)?.value.clone();
    // One variable may be another; a circle ends.
    for _ in 0..8 {
        let inner = value.trim();
        if let Some(reference) = inner.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
            let (name, fallback) =
                reference.split_once(',').map_or((reference, None), |(name, or)| (name, Some(or)));
            value = said
                .get(name.trim())
                .map(|said| said.value.clone())
                .or_else(|| fallback.map(str::to_owned))?;
        } else if let Some(both) = inner.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')) {
            let (light, dark) = both.split_once(',')?;
            value = if scheme.dark { dark } else { light }.to_owned();
        } else {
            return colour(inner);
        }
    }
    None
}

fn colour(words: &str) -> Option<[f64; 3]> {
    let mut parser = Parser::new(words);
    let colour = Color::parse(&mut parser).ok()?;
    if !parser.is_exhausted() {
        return None;
    }
    match colour {
        Color::Rgba(rgb) if rgb.alpha >= 1.0 => {
            Some([rgb.red, rgb.green, rgb.blue].map(|part| f64::from(part) / 255.0))
        }
        Color::Hsl(hsl) if hsl.alpha.is_none_or(|alpha| alpha >= 1.0) => {
            let part = |part: Option<f32>| part.unwrap_or_default();
            let (r, g, b) =
                cssparser_color::hsl_to_rgb(part(hsl.hue) / 360.0, part(hsl.saturation), part(hsl.lightness));
            Some([r, g, b].map(f64::from))
        }
        _ => None,
    }
}

/// The contrast of two colours (WCAG 2.2, “contrast ratio”).
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let luminance = |colour: [f64; 3]| {
        let [r, g, b] = colour
            .map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: &str = include_str!("../../../themes/default/tokens.css");

    fn told(own: &str) -> Vec<String> {
        let source = Arc::new(Source::new("themes/su/tokens.css", own));
        let findings = judge(&[(DEFAULT.to_owned(), None), (own.to_owned(), Some(source))]);
        findings
            .iter()
            .map(|found| {
                let at = found.place.position();
                format!("{}:{} {:?} {}", at.line, at.column, found.severity, found.message)
            })
            .collect()
    }

    #[test]
    fn the_default_tokens_hold_seven_to_one() {
        let source = Arc::new(Source::new("tokens.css", DEFAULT));
        let found = judge(&[(DEFAULT.to_owned(), Some(source))]);
        assert!(found.is_empty(), "{:?}", found.iter().map(|found| &found.message).collect::<Vec<_>>());
    }

    #[test]
    fn the_tokens_of_the_second_theme_hold_seven_to_one_on_its_band_too() {
        let own = include_str!("../../../themes/report-series/tokens.css");
        let source = Arc::new(Source::new("tokens.css", own));
        let sheets = [(DEFAULT.to_owned(), None), (own.to_owned(), Some(source))];
        let found = judge(&sheets);
        assert!(found.is_empty(), "{:?}", found.iter().map(|found| &found.message).collect::<Vec<_>>());
        for scheme in SCHEMES {
            let said = values(&sheets, scheme);
            let colour = |name| resolved(name, &said, scheme).unwrap();
            let ratio = contrast(colour("--on-band"), colour("--band"));
            assert!(ratio >= 7.0, "{}: {ratio:.2}", scheme.name);
        }
    }

    #[test]
    fn what_a_theme_says_is_judged_in_every_scheme() {
        assert_eq!(told(":root { --accent: #8b0000 }"), [""; 0]);
        assert_eq!(
            told(":root {\n  --muted: #999999;\n}"),
            [
                "2:3 Error the contrast of --muted on --ground is 2.84 : 1 in the scheme “light”",
                "2:3 Error the contrast of --muted on --plate is 2.59 : 1 in the scheme “light”"
            ]
        );
        let dark = told("@media (prefers-color-scheme: dark) { :root { --ground: #777 } }");
        assert!(dark.iter().all(|found| found.contains("“dark”")) && dark.len() == 3, "{dark:?}");
        let weak = told(":root { --muted: hsl(0 0% 35%) }");
        assert_eq!(
            weak.last().map(String::as_str),
            Some("1:9 Warning the contrast of --muted on --plate is 6.35 : 1 in the scheme “light”")
        );
        assert_eq!(
            told(":root { --own: var(--ink); --ink: rgb(0 0 0 / 50%) }").len(),
            2,
            "shows what lies behind"
        );
        assert_eq!(told(":root { --ink: var(--a); --a: var(--ink) }").len(), 2, "a circle ends");
        assert_eq!(told(":root { --accent: light-dark(#8b0000, #ffb4b4) }"), [""; 0]);
        let first = told(":root { --ink: #eee !important; --ink: #000 }");
        assert!(first.iter().any(|found| found.contains("--ink on --ground is 1.16 : 1")), "{first:?}");
        for elsewhere in [
            "body { --ink: #eee }",
            ":root:not(.x) { --ink: #eee }",
            "@media (min-width: 1px) { :root { --ink: #eee } }",
            "@supports (color: red) { :root { --ink: #eee } }",
            "@layer x { :root { --ink: #eee } }",
            "@media not (prefers-color-scheme: light) { :root { --ink: #eee } }",
        ] {
            let told = told(elsewhere);
            assert!(told.len() == 1 && told[0].contains("cannot be computed here"), "{elsewhere}: {told:?}");
        }
    }
}
