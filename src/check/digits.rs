//! Where the digits of a text are.

use std::ops::Range;

/// How many bytes are looked at together: most of them hold no digit.
const CHUNK: usize = 64;

/// Every run of the digits 0 to 9, in order.
pub fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = first(bytes, at)?;
        let length = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        Some(start..at)
    })
}

/// The first digit from `at` on.
fn first(bytes: &[u8], at: usize) -> Option<usize> {
    let (chunks, _) = bytes.get(at..)?.as_chunks::<CHUNK>();
    // Without a way out in the middle of a chunk, the compiler looks at many bytes at once.
    let any = |chunk: &[u8; CHUNK]| chunk.iter().fold(0, |any, byte| any | is_digit(*byte)) != 0;
    let from = at + CHUNK * chunks.iter().position(any).unwrap_or(chunks.len());
    bytes.get(from..)?.iter().position(u8::is_ascii_digit).map(|place| from + place)
}

/// 1 for a digit, 0 for all else.
fn is_digit(byte: u8) -> u8 {
    u8::from(byte.wrapping_sub(b'0') < 10)
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
