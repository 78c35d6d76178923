//! Where a paragraph can end.
//!
//! In: a text, and the marks that end paragraphs in its language. Out: whether it ends with one, whatever quotes, brackets
//! and marks of notes stand behind it.

use std::sync::LazyLock;

use regex::Regex;

use crate::source::slice;

/// What may follow the last mark of a paragraph: closing quotes and brackets, bold, a note's mark.
static TRAILER: LazyLock<Regex> = LazyLock::new(|| {
    let trailer = r#"(?:\*\*|[”’"'」』》〉)）\]]|\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]|<sup>\s*\d+\s*</sup>|\[\^?\d+\]|\$?\^\{?\d+\}?\^?\$?)*$"#;
    Regex::new(trailer).expect("the pattern is fixed")
});

/// Whether a text ends as a paragraph ends.
pub fn is_whole(text: &str, terminal: &str) -> bool {
    let start = text.char_indices().rev().nth(63).map_or(0, |(at, _)| at);
    let tail = slice(text, start..);
    let tail = slice(tail, ..TRAILER.find(tail).map_or(tail.len(), |found| found.start()));
    if tail.ends_with(|c| terminal.contains(c)) {
        return true;
    }
    // A note's mark as a bare number after the last mark: “；1”, but not the “.5” of “3.5”.
    let bare = tail.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut before = bare.chars().rev();
    bare.len() < tail.len()
        && tail.len() - bare.len() <= 3
        && before.next().is_some_and(|c| terminal.contains(c))
        && before.next().is_some_and(|c| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_whole_after_its_last_mark() {
        for whole in [
            "权利；",
            "权利；¹",
            "权利；<sup>2</sup>",
            "易读。”",
            "权利；1",
            "权利；^1",
            "权利；$^{1}$",
            "**权利**，",
        ] {
            assert!(is_whole(whole, "，；。"), "{whole}");
        }
        for torn in ["国家", "升温 3.5", "题为“变革”", "2030", ""] {
            assert!(!is_whole(torn, "，；。."), "{torn}");
        }
    }
}
