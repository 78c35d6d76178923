//! Where the digits of a text are.

use std::ops::Range;

/// Every run of the digits 0 to 9, in order.
pub fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(u8::is_ascii_digit)?;
        let length = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_is_found_across_chunks() {
        let text = format!("第 56 届{}2023 年{}7", "会".repeat(40), "，".repeat(21));
        let found: Vec<&str> = runs(&text).map(|run| &text[run]).collect();
        assert_eq!(found, ["56", "2023", "7"]);
        assert_eq!(runs("没有").count() + runs("").count(), 0);
    }
}
