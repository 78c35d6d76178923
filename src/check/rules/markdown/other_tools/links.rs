//! Links that Markdown does not read as links, so that readers see their brackets.
//!
//! In: a line of a text. Out: where such links stand, and what to write instead. Brackets of plain words are none: the second pair holds
//! an address. What the parser finds, targets with spaces, is not found here.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Told;
use crate::check::prose::Line;
use crate::source::{Source, slice};

/// Words between brackets, and a target between others.
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    let words = r"(?:[^\[\]［］\n]|\[[^\[\]\n]*\])";
    let target = r"(?:[^()（）\n]|\([^()\n]*\))";
    Regex::new(&format!(r"!?(?<open>[\[［])(?<words>{words}+)(?<close>[\]］])(?<blank> ?)(?<left>[(（])(?<target>{target}*)(?<right>[)）]?)"))
        .expect("a pattern")
});

/// What begins or ends as targets do.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^<?(?:https?://|mailto:|tel:|\.{0,2}/[^/\s]|#[^\s#]|\S+\.(?:md|pdf|svg|png|jpe?g|html?)(?:[#?]\S*)?>?$)")
        .expect("a pattern")
});

/// The links of a line that are none.
pub fn broken(line: &Line<'_>, source: &Source) -> Vec<(Range<usize>, Told)> {
    let told = |found: regex::Captures<'_>| {
        let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
        let whole = found.get(0)?;
        let (target, words) = (part("target").trim(), part("words"));
        let is_wide = ["open", "close", "left", "right"].into_iter().any(|name| part(name).len() > 1);
        let is_address = ADDRESS.is_match(target);
        let is_apart = !part("blank").is_empty();
        let is_open = part("right").is_empty();
        // The mark of a note, and a source with its address: [1] (https://example.org).
        let is_note = words.starts_with('^')
            || (is_wide || is_apart) && words.chars().all(|c| c.is_numeric())
            || part("open").len() > 1 && target.starts_with("http");
        let is_escaped = ["open", "close"].into_iter().filter_map(|name| found.name(name)).any(|bracket| {
            let at = line.span(bracket.range()).start as usize;
            slice(source.text(), ..at).ends_with('\\')
        });
        if is_note || is_escaped || !is_address {
            return None;
        }
        let (is, help) = match (is_wide, is_apart, is_open) {
            (true, ..) => {
                ("no link, as its brackets are full-width", "Write the brackets as “[words](target)”.")
            }
            (_, true, _) => (
                "no link, as a blank stands before the target",
                "Write no blank between the words and the target: “[words](target)”.",
            ),
            (.., true) => ("no link, as its bracket is not closed", "Write “)” after the target."),
            _ => return None,
        };
        Some((whole.range(), (is.to_owned(), help.to_owned())))
    };
    LINK.captures_iter(line.text).filter_map(told).collect()
}
