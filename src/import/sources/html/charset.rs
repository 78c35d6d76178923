//! The encoding that a page says it is in.
//!
//! In: the bytes of a file. Out: the encoding by its byte order mark or its own words; none where it says none that is known.

use encoding_rs::Encoding;

/// How much of a file is searched for the words that name its encoding, in bytes.
const WITHIN: usize = 4096;

/// The encoding that a page names.
pub fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..WITHIN.min(bytes.len())).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let is_xml = head.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml");
    let declared = head.split_once("?>").filter(|_| is_xml).and_then(|(said, _)| value(said, "encoding"));
    let metas = head.match_indices("<meta").filter_map(|(at, _)| {
        let tag = head.get(at..)?.split('>').next()?;
        value(tag, "charset")
    });
    declared.into_iter().chain(metas).find_map(|name| Encoding::for_label(name.as_bytes()))
}

/// The value after a word and an equals sign, with or without quotation marks.
fn value<'a>(tag: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some((_, after)) = rest.split_once(word) {
        if let Some(said) = after.trim_start().strip_prefix('=') {
            let said = said.trim_start().trim_start_matches(['"', '\'']);
            return said
                .split(|c: char| c.is_whitespace() || "\"';/>?".contains(c))
                .next()
                .filter(|said| !said.is_empty());
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_name_their_encoding_in_many_ways() {
        for (page, want) in [
            ("<meta charset=gb2312>", Some("GBK")),
            ("<META http-equiv=\"Content-Type\" content=\"text/html; charset=gb18030\">", Some("gb18030")),
            ("<?xml version='1.0' encoding='Big5'?><html>", Some("Big5")),
            ("<meta charset=\"utf-8\"/>", Some("UTF-8")),
            ("<meta name=charset-note content=x><meta charset = 'windows-1256'>", Some("windows-1256")),
            ("<meta charset=unknown><p>charset=big5", None),
        ] {
            assert_eq!(named(page.as_bytes()).map(Encoding::name), want, "{page}");
        }
    }
}
