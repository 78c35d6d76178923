//! Signs that only marks of notes look like.
//!
//! In: words. Out: where such signs stand behind them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Whether a character stands for the number of a note and for little else.
pub fn is_star(c: char) -> bool {
    matches!(c, '*' | '＊' | '∗' | '⁎' | '﹡' | '†' | '‡' | '※')
}

static MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"[\p{L}\p{N}”’》）)\]，。；：、,.;:]\s?(?P<mark>[*＊∗⁎﹡†‡※]+|[⁰¹²³⁴⁵⁶⁷⁸⁹ª]+)(?:[^\p{L}\p{N}*]|\p{Han}|$)",
    )
    .expect("the pattern is fixed")
});

/// The signs and raised digits in a text that stand behind a word, and before none of the same script.
pub fn marks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    MARK.captures_iter(text).filter_map(|found| Some(found.name("mark")?.range()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_behind_words_are_found() {
        let text = "《公约》*，A** b 3*4 条约¹和“法”† *d 乙 *";
        let found: Vec<_> = marks(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["*", "**", "¹", "†", "*"]);
    }
}
