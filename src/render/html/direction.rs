//! The direction of passages in another language.
//!
//! In: HTML that passed the sanitiser, and the direction of the text around it. Out: the same; an element that says a language
//! which is written in the other direction, and says no direction, says that too. The punctuation of such a passage would
//! otherwise stand on the wrong side, and its tables and lists would begin there.

use std::borrow::Cow;
use std::ops::Range;

use crate::lang::{Lang, TextDirection};
use crate::source::slice;

/// Adds the directions that languages have.
pub fn with_directions(html: &str, around: TextDirection) -> Cow<'_, str> {
    if !html.contains(" lang=\"") {
        return Cow::Borrowed(html);
    }
    let mut out = String::new();
    let mut copied = 0;
    for tag in start_tags(html) {
        let Some((at, direction)) = missing(slice(html, tag.clone()), around) else { continue };
        out.push_str(slice(html, copied..tag.start + at));
        out.push_str(" dir=\"");
        out.push_str(direction.attribute());
        out.push('"');
        copied = tag.start + at;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(slice(html, copied..));
    Cow::Owned(out)
}

/// Where a tag lacks its direction, and which it is.
fn missing(tag: &str, around: TextDirection) -> Option<(usize, TextDirection)> {
    const LANG: &str = " lang=\"";
    let at = tag.find(LANG)? + LANG.len();
    let end = at + slice(tag, at..).find('"')?;
    let direction = slice(tag, at..end).parse::<Lang>().ok()?.direction();
    (direction != around && !tag.contains(" dir=\"")).then_some((end + 1, direction))
}

/// Each start tag; the sanitiser writes every value between double quotes.
fn start_tags(html: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + slice(html, at..).find('<')?;
        let mut quoted = false;
        let inside = slice(html, start..).bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        });
        at = start + inside? + 1;
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_in_the_other_direction_says_so() {
        let ltr = |html| with_directions(html, TextDirection::Ltr).into_owned();
        assert_eq!(ltr("<div lang=\"ar\">"), "<div lang=\"ar\" dir=\"rtl\">");
        assert_eq!(
            ltr("<p>一<span lang=\"he\" title=\"a>b\">二</span></p>"),
            "<p>一<span lang=\"he\" dir=\"rtl\" title=\"a>b\">二</span></p>"
        );
        for kept in [
            "<div lang=\"fr\">",
            "<bdi dir=\"ltr\" lang=\"ar\">",
            "<p>写 lang=\"ar\"</p>",
            "<p lang=\"no tag\">",
        ] {
            assert_eq!(ltr(kept), kept);
        }
        assert_eq!(with_directions("<i lang=\"zh\">", TextDirection::Rtl), "<i lang=\"zh\" dir=\"ltr\">");
    }
}
