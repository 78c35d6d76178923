//! Escaping: the two contexts in which text of an author is ever written.

/// Writes `words` as the text of an element.
pub fn text(words: &str, out: &mut String) {
    escape(words, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    });
}

/// Writes `words` as the value of an attribute between double quotes.
pub fn attribute(words: &str, out: &mut String) {
    escape(words, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    });
}

fn escape(words: &str, out: &mut String, replacement: impl Fn(u8) -> Option<&'static str>) {
    let mut copied = 0;
    for (at, byte) in words.bytes().enumerate() {
        if let Some(replacement) = replacement(byte) {
            out.push_str(&words[copied..at]);
            out.push_str(replacement);
            copied = at + 1;
        }
    }
    out.push_str(&words[copied..]);
}
