//! Style sheets, as far as a book depends on them: the files they ask for, and what readers cannot override.
//!
//! In: the text of a style sheet. Out: the addresses in it with their places, and whether a declaration insists.
//! It is no parser of CSS: comments are left out, and strings are read where an address may stand.

use super::super::markup;
use crate::source::{Span, slice};

/// How far the end of an address is sought. Longer ones are data, which lead nowhere.
const LONGEST_ADDRESS: usize = 4_096;

/// What a style sheet asks for and says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Styles {
    /// Each address and its place.
    pub addresses: Vec<(String, Span)>,
    /// Whether a declaration is `!important`, which the reader's own style cannot override.
    pub insists: bool,
    /// Whether it tells a voice how to read.
    pub voice: bool,
    /// Whether text runs from top to bottom.
    pub vertical: bool,
}

/// Reads a style sheet.
pub(super) fn read(sheet: &str) -> Styles {
    let css = without_comments(sheet);
    let mut styles = Styles::default();
    for word in ["url(", "@import"] {
        for (at, _) in css.match_indices(word) {
            let from = at + word.len();
            if let Some((address, place)) = address(&css, sheet, from) {
                styles.addresses.push((address, place));
            }
        }
    }
    styles.addresses.sort_by_key(|(_, place)| *place);
    styles.addresses.dedup_by_key(|(_, place)| *place);
    styles.insists = css.contains("!important");
    styles.voice = ["speak:", "speak-as:", "voice-"].iter().any(|name| css.contains(name));
    styles.vertical = css.match_indices("writing-mode").any(|(at, name)| {
        slice(&css, at + name.len()..).trim_start_matches([' ', ':']).starts_with("vertical")
    });
    styles
}

/// The style sheet in lower case with blanks for its comments, so that places stay.
fn without_comments(sheet: &str) -> String {
    let mut css = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(start) = rest.find("/*") {
        css.push_str(slice(rest, ..start));
        let end = slice(rest, start + 2..).find("*/").map_or(rest.len(), |end| start + end + 4);
        css.extend(std::iter::repeat_n(' ', end - start));
        rest = slice(rest, end..);
    }
    css.push_str(rest);
    css.make_ascii_lowercase();
    css
}

fn address(css: &str, sheet: &str, from: usize) -> Option<(String, Span)> {
    let rest = slice(css, from..);
    let start = from + rest.len() - rest.trim_start().len();
    let window =
        |start: usize| slice(css, start..css.floor_char_boundary(start.saturating_add(LONGEST_ADDRESS)));
    let (start, end) = match css.as_bytes().get(start)? {
        quote @ (b'"' | b'\'') => (start + 1, window(start + 1).find(*quote as char)? + start + 1),
        // “@import url(…)” is found at its url.
        _ if slice(css, ..from).ends_with("@import") => return None,
        // Without quotes an address holds no bracket.
        _ => (start, window(start).find(['(', ')', ' ', '\n'])? + start),
    };
    if slice(css, end..).starts_with('(') {
        return None;
    }
    let address = sheet.get(start..end)?;
    (!address.is_empty()).then(|| (markup::whole(address), Span::from(start..end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_what_insists() {
        let sheet = "/* 字 url(x.png) */ @import 'a.css';\n@font-face { src: URL( \"字.woff2\" ), url(b.ttf) }\n\
                     p { color: red !Important; writing-mode: vertical-rl } i { background: url(data:x) }";
        let styles = read(sheet);
        let found: Vec<_> = styles.addresses.iter().map(|(address, _)| address.as_str()).collect();
        assert_eq!(found, ["a.css", "字.woff2", "b.ttf", "data:x"]);
        assert!(styles.insists && styles.vertical && !styles.voice);
        assert!(read("abbr { speak-as: spell-out }").voice);
        assert_eq!(read("/* 没有结束 url(a)"), Styles::default());
        assert_eq!(read("p { background: url(").addresses, []);
    }
}
