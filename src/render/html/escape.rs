//! Escaping: the two contexts in which text of an author is ever written.

use memchr::memchr3_iter;

/// Writes `words` as the text of an element.
pub fn text(words: &str, out: &mut String) {
    let mut copied = 0;
    for at in memchr3_iter(b'&', b'<', b'>', words.as_bytes()) {
        out.push_str(&words[copied..at]);
        out.push_str(match words.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        copied = at + 1;
    }
    out.push_str(&words[copied..]);
}

/// Writes `words` as the value of an attribute between double quotes.
pub fn attribute(words: &str, out: &mut String) {
    let mut parts = words.split('"');
    text(parts.next().unwrap_or_default(), out);
    for part in parts {
        out.push_str("&quot;");
        text(part, out);
    }
}
