//! Bytes to text: sources are UTF-8, with or without a byte order mark.

#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

use crate::finding::{Finding, Place, Severity};
use crate::source::BYTE_ORDER_MARK;

/// Decodes a file; `shown` is its path in messages.
pub fn decode<'a>(bytes: &'a [u8], shown: &str) -> Result<&'a str, Finding> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = simdutf8::compat::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let (before, rest) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
        let byte = rest.first().copied().unwrap_or_default();
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        problem(shown, at, format!("line {line} holds the byte 0x{byte:02X}, which is not UTF-8"))
            .help("Save the file as UTF-8. “curbcut import” also reads GB18030 and UTF-16.")
    })?;
    match memchr::memchr(0, text.as_bytes()) {
        Some(at) => Err(problem(shown, at, "there is a NUL here; this is not a text file".to_owned())
            .help("Put pictures and other files under a name that does not end in .md or .yaml.")),
        None => Ok(text),
    }
}

fn problem(shown: &str, at: usize, message: String) -> Finding {
    Finding::new(
        "content/not-text",
        Severity::Error,
        Place::Byte(shown.into(), u32::try_from(at).unwrap_or(u32::MAX)),
        message,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_dropped_and_a_bad_byte_is_named() {
        assert_eq!(decode("\u{FEFF}决议".as_bytes(), "a.md").unwrap(), "决议");
        let finding = decode(b"ab\n\xB0\xA1", "a.md").unwrap_err();
        assert_eq!(finding.message, "line 2 holds the byte 0xB0, which is not UTF-8");
        assert!(decode(b"a\0b", "a.md").unwrap_err().message.contains("a NUL"));
    }
}
