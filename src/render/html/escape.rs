//! Escaping: the two contexts in which text of an author is ever written.

use crate::source::slice;
use memchr::{memchr, memchr3, memchr3_iter};

/// Bytes that cannot stay as they are. Most values are too short for SIMD to pay, so each byte is looked up.
pub struct Marks([bool; 256]);

impl Marks {
    /// These bytes.
    pub const fn new(marks: &[u8]) -> Self {
        let mut table = [false; 256];
        let mut at = 0;
        while at < marks.len() {
            table[marks[at] as usize] = true;
            at += 1;
        }
        Self(table)
    }

    /// Whether any of them is in `bytes`.
    pub fn any_in(&self, bytes: &[u8]) -> bool {
        bytes.iter().any(|&byte| self.0[usize::from(byte)])
    }
}

static IN_ATTRIBUTES: Marks = Marks::new(b"&<>\"");

/// Whether nothing in `words` needs escaping as the text of an element.
pub fn is_plain(words: &str) -> bool {
    memchr3(b'&', b'<', b'>', words.as_bytes()).is_none()
}

/// Writes `words` as the text of an element.
pub fn text(words: &str, out: &mut String) {
    let mut copied = 0;
    for at in memchr3_iter(b'&', b'<', b'>', words.as_bytes()) {
        out.push_str(slice(words, copied..at));
        out.push_str(match words.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        copied = at + 1;
    }
    out.push_str(slice(words, copied..));
}

/// Writes `words` as the value of an attribute between double quotes.
pub fn attribute(words: &str, out: &mut String) {
    if !IN_ATTRIBUTES.any_in(words.as_bytes()) {
        return out.push_str(words);
    }
    let mut rest = words;
    while let Some(at) = memchr(b'"', rest.as_bytes()) {
        text(slice(rest, ..at), out);
        out.push_str("&quot;");
        rest = slice(rest, at + 1..);
    }
    text(rest, out);
}

/// Escapes what was written from `start` on, as the value of an attribute; that is seldom anything.
pub fn attribute_from(start: usize, out: &mut String) {
    if IN_ATTRIBUTES.any_in(&out.as_bytes()[start..]) {
        let words = out.split_off(start);
        attribute(&words, out);
    }
}
