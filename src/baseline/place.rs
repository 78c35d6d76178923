//! The words by which the place of a finding is known, wherever its line moves.

use memchr::memmem;

use crate::digest::Digest;
use crate::finding::{Finding, Place};
use crate::source::slice;

/// The digest of the first line of what was found; of the whole line, where a finding only points; of the message, where it is of a file
/// as a whole. Blanks count as one. Of what goes on in more lines, as tables do, the first line is often that of others too: those before
/// it are counted, whether something is wrong with them or not, so that one is not taken for the other when that is mended.
pub fn digest(finding: &Finding) -> Digest {
    let mut before = 0;
    let words = match &finding.place {
        Place::Source(source, span) => {
            let found = source.slice(*span).trim();
            match found.split_once('\n') {
                Some((first, _)) => {
                    before = equals(slice(source.text(), ..span.start as usize), first);
                    first
                }
                None if found.is_empty() => line_around(source.text(), span.start as usize),
                None => found,
            }
        }
        Place::File(_) | Place::Byte(..) | Place::Unquoted(..) => &finding.message,
    };
    let mut hasher = blake3::Hasher::new();
    for word in words.split_whitespace() {
        hasher.update(word.as_bytes()).update(b" ");
    }
    if before > 0 {
        hasher.update(&before.to_le_bytes());
    }
    Digest::of(&hasher)
}

/// How many lines of a text end with these words.
fn equals(text: &str, line: &str) -> u64 {
    let line = line.trim_end();
    let found = memmem::find_iter(text.as_bytes(), line.as_bytes());
    let is_end =
        |at: usize| slice(text, at + line.len()..).trim_start_matches([' ', '\t', '\r']).starts_with('\n');
    found.filter(|at| is_end(*at)).count() as u64
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
    fn blocks_with_the_same_first_line_are_told_apart() {
        let table = |words: &str| format!("| 项目 | 钱 |\n|---|---|\n| {words} | 5 |\n");
        let (adults, children) = (table("成人"), table("儿童"));
        let both = format!("{adults}\n{children}");
        assert_ne!(of(&both, &adults), of(&both, &children));
        // With a caption the first is no longer found, and the second is still the second.
        let mended = format!("表：费用\n\n{both}");
        assert_eq!(of(&both, &children), of(&mended, &children));
        assert_eq!(of(&both, &adults), of(&format!("新的一段。\n\n{both}"), &adults));
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
