//! Numbers with their measure words, which no line parts: `2024 年 4 月`, `第 17(a) 段`.
//!
//! In: words of a page in a narrow place. Out: the same words, with no-break spaces where a blank stands between a digit and a Chinese
//! character. Nothing is refused: other blanks are as they were.

/// The words, with such blanks unbroken.
pub fn unbroken(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut before = None;
    let mut after = words.chars().peekable();
    while let Some(c) = after.next() {
        let is_inside = c == ' ' && before.zip(after.peek().copied()).is_some_and(belong);
        out.push(if is_inside { '\u{a0}' } else { c });
        before = Some(c);
    }
    out
}

fn belong((before, after): (char, char)) -> bool {
    let is_end = |c: char| c.is_ascii_digit() || c == ')';
    is_end(before) && is_han(after) || is_han(before) && after.is_ascii_digit()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_with_its_measure_word_and_nothing_else_changes() {
        let visible = |words: &str| unbroken(words).replace('\u{a0}', "_");
        assert_eq!(visible("2023 年 10 月至 2024 年 4 月"), "2023_年_10_月至_2024_年_4_月");
        assert_eq!(visible("第 17(a) 段"), "第_17(a)_段");
        assert_eq!(visible("9 月 14 日（星期一） 10:00 至 12:30"), "9_月_14_日（星期一） 10:00_至_12:30");
        assert_eq!(visible("from 15 January 2026, A 2 年"), "from 15 January 2026, A 2_年");
        assert_eq!(visible(" 1 "), " 1 ");
    }
}
