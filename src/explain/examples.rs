//! The examples of an explanation in the languages of a site.
//!
//! In: the text of an explanation, and the languages. Out: the text with the examples of those languages alone, where it has
//! any for the same thing; an example in no language stays.

use crate::lang::Lang;
use crate::languages::Languages;
use crate::languages::scripts::is_han;
use crate::source::slice;

/// A piece of the text.
struct Piece<'a> {
    /// The heading it stands under.
    heading: &'a str,
    text: &'a str,
    /// What the example is, nothing for what is none.
    what: &'a str,
    /// The language, if it is an example and has one.
    lang: Option<Lang>,
}

/// The text with the examples of these languages.
pub fn in_languages(text: &str, wanted: &[Lang]) -> String {
    let pieces = pieces(text);
    let is_wanted = |lang: &Lang| wanted.iter().any(|wanted| wanted.primary() == lang.primary());
    let shown = |piece: &&Piece<'_>| {
        let Some(lang) = &piece.lang else { return true };
        // An example without a language stands for one that readers need not understand.
        let instead = |other: &Piece<'_>| other.lang.as_ref().map_or(other.what == piece.what, is_wanted);
        let mut alike = pieces.iter().filter(|other| other.heading == piece.heading);
        is_wanted(lang) || !alike.any(instead)
    };
    let text: String = pieces.iter().filter(shown).map(|piece| piece.text).collect();
    // Blank lines that stood around what is not shown.
    let mut kept = String::new();
    let mut blank = false;
    for line in text.lines() {
        if !(line.is_empty() && blank) {
            kept.push_str(line);
            kept.push('\n');
        }
        blank = line.is_empty();
    }
    without_empty_headings(&kept)
}

/// The pieces of a text: each example, and what stands between two.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut heading, mut start, mut at) = ("", 0, 0);
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        if let Some(name) = line.strip_prefix("## ") {
            pieces.push(Piece { heading, text: slice(text, start..at), what: "", lang: None });
            (heading, start) = (name, at);
        } else if ticks >= 3 {
            pieces.push(Piece { heading, text: slice(text, start..at), what: "", lang: None });
            start = at;
            at += line.len();
            let fence = slice(line, ..ticks);
            let inside = lines.by_ref().take_while(|line| line.trim_end() != fence);
            at += inside.map(str::len).sum::<usize>();
            let (info, body) = (slice(line, ticks..).trim(), slice(text, start + line.len()..at));
            at = (at + fence.len() + 1).min(text.len());
            pieces.push(Piece {
                heading,
                text: slice(text, start..at),
                what: info.split(' ').next().unwrap_or_default(),
                lang: language(info, body),
            });
            start = at;
            continue;
        }
        at += line.len();
    }
    pieces.push(Piece { heading, text: slice(text, start..), what: "", lang: None });
    pieces
}

/// The language of an example: as its first line says, as the name of the file says, or by its script.
fn language(info: &str, body: &str) -> Option<Lang> {
    let mut words = info.split(' ');
    let what = words.next().unwrap_or_default();
    let said = match what.contains('.') {
        true => what
            .rsplit('/')
            .next()
            .and_then(|name| name.split('.').rev().nth(1))
            .filter(|_| what.matches('.').count() > 1),
        false => words.next(),
    };
    let of_book = || {
        body.lines().find_map(|line| line.strip_prefix("language = ")).map(|value| value.trim_matches('"'))
    };
    let by_script = || body.chars().any(is_han).then(|| Languages::built_in().written_in("Han")).flatten();
    said.or_else(of_book).map_or_else(by_script, |tag| tag.parse().ok())
}

/// A heading that nothing is left under, and one that says the same as that before, are not shown.
fn without_empty_headings(text: &str) -> String {
    let mut kept = String::new();
    let mut waiting = "";
    let mut last = "";
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        if line.starts_with("## ") && !fenced {
            waiting = line;
            continue;
        }
        if !waiting.is_empty() && line.trim().is_empty() {
            continue;
        }
        if !waiting.is_empty() {
            if waiting != last {
                kept.push_str(waiting);
                kept.push('\n');
            }
            (last, waiting) = (waiting, "");
        }
        kept.push_str(line);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "One sentence.\n\n## Why\n\nA reason.\n\n## Bad\n\n```easy-read zh-Hans\n坏。\n```\n\n```easy-read en\nBad.\n```\n\n## Bad\n\n```text\n$ ls\n```\n\n## Good\n\n```content/a/index.md\n好。\n```\n";

    #[test]
    fn a_site_sees_the_examples_of_its_languages() {
        let lang = |tag: &str| vec![tag.parse::<Lang>().unwrap()];
        let english = in_languages(TEXT, &lang("en"));
        assert_eq!(
            english,
            "One sentence.\n\n## Why\n\nA reason.\n\n## Bad\n\n```easy-read en\nBad.\n```\n\n```text\n$ ls\n```\n\n## Good\n\n```content/a/index.md\n好。\n```\n"
        );
        let chinese = in_languages(TEXT, &lang("zh-Hant"));
        assert!(chinese.contains("坏。") && !chinese.contains("Bad."), "{chinese}");
    }
}
