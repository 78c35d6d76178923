//! The words by which the place of a finding is known, wherever its line moves.

use crate::digest::Digest;
use crate::finding::{Finding, Place};
use crate::source::slice;

/// The digest of the first line of what was found; of the whole line, where a finding only points; of the message, where it is of a file
/// as a whole. Blanks count as one.
pub fn digest(finding: &Finding) -> Digest {
    let words = match &finding.place {
        Place::Source(source, span) => {
            let found = source.slice(*span).trim();
            match found.is_empty() {
                false => found.lines().next().unwrap_or_default(),
                true => line_around(source.text(), span.start as usize),
            }
        }
        Place::File(_) | Place::Byte(..) | Place::Unquoted(..) => &finding.message,
    };
    let mut hasher = blake3::Hasher::new();
    for word in words.split_whitespace() {
        hasher.update(word.as_bytes()).update(b" ");
    }
    Digest::of(&hasher)
}

/// The line that holds a byte.
fn line_around(text: &str, at: usize) -> &str {
    let start = slice(text, ..at).rfind('\n').map_or(0, |end| end + 1);
    slice(text, start..).lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::{Source, Span};

    fn of(text: &str, found: &str) -> Digest {
        let source = Arc::new(Source::new("content/甲/index.md", text.to_owned()));
        let at = text.find(found).unwrap();
        digest(&Finding::error("a11y/missing-alt", &source, Span::from(at..at + found.len()), "没有替代文字"))
    }

    #[test]
    fn a_place_is_known_when_lines_and_words_around_it_move() {
        let place = of("图：![](图.png)\n", "![](图.png)");
        assert_eq!(place, of("新的一段。\n\n看图：![](图.png)。\n", "![](图.png)"));
        assert_ne!(place, of("图：![](表.png)\n", "![](表.png)"));
    }

    #[test]
    fn what_only_points_is_known_by_its_line() {
        let at = |text: &str, at: usize| {
            let source = Arc::new(Source::new("a.md", text.to_owned()));
            digest(&Finding::error("x/y", &source, Span::point(at), "…"))
        };
        assert_eq!(at("甲\n乙  丙\n", "甲\n".len()), at("乙 丙", 0));
        assert_ne!(at("甲\n乙\n", 0), at("甲\n乙\n", "甲\n".len()));
        assert_eq!(at("", 0), at("", 0));
    }
}
