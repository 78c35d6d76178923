//! `align` of raw HTML, as tables of Markdown write it.
//!
//! In: sanitised HTML. Out: the same, in which a class of each cell says how it is set, by its own `align` or by that of its
//! row or part of the table. The model keeps what the author wrote, so that records and seals of older texts hold.

use std::borrow::Cow;

use super::tag_end;
use crate::source::slice;

const ATTRIBUTE: &str = " align=\"";

/// Writes `align` of cells as classes.
pub(super) fn as_classes(html: &str) -> Cow<'_, str> {
    if !html.contains(ATTRIBUTE) {
        return html.into();
    }
    let mut written = String::with_capacity(html.len());
    let (mut part, mut row) = (None, None);
    let mut from = 0;
    while let Some(start) = slice(html, from..).find('<').map(|at| from + at) {
        written.push_str(slice(html, from..start));
        from = start + tag_end(slice(html, start..));
        let tag = slice(html, start..from);
        // Quotes are escaped in values, so this stands in none.
        let own = tag.split_once(ATTRIBUTE).and_then(|(before, rest)| {
            let (value, after) = rest.split_once('"')?;
            Some((before, class(value), after))
        });
        let name = slice(tag, 1..).split([' ', '>', '/']).next().unwrap_or_default();
        let class = own.as_ref().and_then(|(_, class, _)| *class);
        let set = match name {
            "table" | "thead" | "tbody" | "tfoot" => {
                (part, row) = (class, None);
                None
            }
            "tr" => {
                row = class;
                None
            }
            "td" | "th" => class.or(row).or(part),
            _ => None,
        };
        let (before, after) = match own {
            Some((before, _, after)) => (before, after),
            None => tag.split_at(if set.is_some() { tag.len() - 1 } else { tag.len() }),
        };
        written.push_str(before);
        if let Some(set) = set {
            written.extend([" class=\"", set, "\""]);
        }
        written.push_str(after);
    }
    written.push_str(slice(html, from..));
    written.into()
}

fn class(value: &str) -> Option<&'static str> {
    match value.trim().to_ascii_lowercase().as_str() {
        "left" => Some("start"),
        "center" => Some("center"),
        "right" => Some("end"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_set_by_the_nearest_that_says_so() {
        for (html, written) in [
            ("<td align=\"right\" lang=\"en\">1</td>", "<td class=\"end\" lang=\"en\">1</td>"),
            (
                "<tr align=\"CENTER\"><th>甲</th><td align=\"left\">1</td></tr>",
                "<tr><th class=\"center\">甲</th><td class=\"start\">1</td></tr>",
            ),
            (
                "<tbody align=\"right\"><tr><td>1</td></tr></tbody><tbody><tr><td>2 align=\"right\"</td></tr></tbody>",
                "<tbody><tr><td class=\"end\">1</td></tr></tbody><tbody><tr><td>2 align=\"right\"</td></tr></tbody>",
            ),
            (
                "<p title=\"a > align=&quot;right&quot;\">b</p>",
                "<p title=\"a > align=&quot;right&quot;\">b</p>",
            ),
        ] {
            assert_eq!(as_classes(html), written);
        }
    }
}
