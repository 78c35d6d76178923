//! The tags of raw HTML as browsers read them.
//!
//! In: raw HTML. Out: every tag, comment and what browsers take for a comment, each with its place and attributes.

use std::ops::Range;

use crate::source::slice;

/// One tag, or what browsers drop like a comment.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'r> {
    /// What it is.
    pub kind: TagKind,
    /// The element's name in small letters; empty for what is no element.
    pub name: String,
    /// Where it stands.
    pub range: Range<usize>,
    /// Its attributes as they are written: the name, and the value without its quotes.
    pub attributes: Vec<(&'r str, &'r str)>,
}

/// What a `<` begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagKind {
    /// `<div>`
    Open,
    /// `</div>`
    Close,
    /// `<!-- … -->`
    Comment,
    /// A comment or a tag that never ends: everything after it is in it.
    Unfinished,
    /// `<?…>`, `<!…>`, `</…>` without a name: browsers drop what stands in it.
    Dropped,
}

/// The tags of `raw` in order.
pub fn tags(raw: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + raw.get(from..)?.find('<')?;
            match tag(raw, at) {
                Some(tag) => {
                    from = tag.range.end;
                    return Some(tag);
                }
                None => from = at + 1,
            }
        }
    })
}

/// What the `<` at `at` begins; `None` when it is a character like any other.
fn tag(raw: &str, at: usize) -> Option<Tag<'_>> {
    let rest = slice(raw, at + 1..);
    let plain = |kind, length: Option<usize>| {
        let (kind, end) = length.map_or((TagKind::Unfinished, raw.len()), |length| (kind, at + 1 + length));
        Tag { kind, name: String::new(), range: at..end, attributes: Vec::new() }
    };
    if let Some(comment) = rest.strip_prefix("!--") {
        if let Some(short) = ["->", ">"].into_iter().find(|short| comment.starts_with(short)) {
            return Some(plain(TagKind::Comment, Some(3 + short.len())));
        }
        let end = |mark: &str| comment.find(mark).map(|end| 3 + end + mark.len());
        let end = end("-->").into_iter().chain(end("--!>")).min();
        return Some(plain(TagKind::Comment, end));
    }
    let (kind, start) = match rest.strip_prefix('/') {
        Some(_) => (TagKind::Close, 1),
        None => (TagKind::Open, 0),
    };
    match slice(rest, start..).chars().next()? {
        c if c.is_ascii_alphabetic() => {}
        _ if kind == TagKind::Close => {
            return Some(plain(TagKind::Dropped, rest.find('>').map(|end| end + 1)));
        }
        '!' | '?' => return Some(plain(TagKind::Dropped, rest.find('>').map(|end| end + 1))),
        _ => return None,
    }
    let inside = slice(rest, start..);
    let name = inside.split(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).next()?;
    let mut attributes = Vec::new();
    let end = attributes_end(inside, name.len(), &mut attributes);
    let kind = if end.is_some() { kind } else { TagKind::Unfinished };
    let end = end.map_or(raw.len(), |end| at + 1 + start + end);
    Some(Tag { kind, name: name.to_ascii_lowercase(), range: at..end, attributes })
}

/// Reads attributes from `at` on; where the tag ends.
fn attributes_end<'r>(
    tag: &'r str,
    mut at: usize,
    attributes: &mut Vec<(&'r str, &'r str)>,
) -> Option<usize> {
    let is_space = |c: char| c.is_ascii_whitespace();
    let skip = |at: usize, skipped: fn(char) -> bool| {
        slice(tag, at..).find(|c| !skipped(c)).map(|length| at + length)
    };
    loop {
        at = skip(at, |c| c.is_ascii_whitespace() || c == '/')?;
        if slice(tag, at..).starts_with('>') {
            return Some(at + 1);
        }
        // A name may begin with “=”.
        let first = slice(tag, at..).chars().next()?.len_utf8();
        let end =
            at + first + slice(tag, at + first..).find(|c| is_space(c) || matches!(c, '/' | '>' | '='))?;
        attributes.push((slice(tag, at..end), ""));
        at = skip(end, |c| c.is_ascii_whitespace())?;
        let Some(value) = slice(tag, at..).strip_prefix('=') else { continue };
        at = skip(tag.len() - value.len(), |c| c.is_ascii_whitespace())?;
        let (value, after) = match slice(tag, at..).chars().next()? {
            quote @ ('"' | '\'') => {
                let end = at + 1 + slice(tag, at + 1..).find(quote)?;
                (at + 1..end, end + 1)
            }
            _ => {
                let end = at + slice(tag, at..).find(|c| is_space(c) || c == '>')?;
                (at..end, end)
            }
        };
        if let Some((_, of_last)) = attributes.last_mut() {
            *of_last = slice(tag, value);
        }
        at = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'a>(raw: &'a str) -> Vec<(TagKind, String, &'a str, Vec<&'a str>)> {
        let names = |tag: &Tag<'a>| tag.attributes.iter().map(|(name, _)| *name).collect();
        tags(raw).map(|tag| (tag.kind, tag.name.clone(), &raw[tag.range.clone()], names(&tag))).collect()
    }

    #[test]
    fn tags_end_where_browsers_end_them() {
        use TagKind::*;
        for (raw, kind, name, whole, attributes) in [
            ("一<DIV lang=fr>二", Open, "div", "<DIV lang=fr>", vec!["lang"]),
            (
                "<div title='a > b' dir = \"rtl\">",
                Open,
                "div",
                "<div title='a > b' dir = \"rtl\">",
                vec!["title", "dir"],
            ),
            ("<details open/>二", Open, "details", "<details open/>", vec!["open"]),
            ("</div >二", Close, "div", "</div >", vec![]),
            ("<!-- <p> -->二", Comment, "", "<!-- <p> -->", vec![]),
            ("<!-->二", Comment, "", "<!-->", vec![]),
            ("<!-- 一", Unfinished, "", "<!-- 一", vec![]),
            ("<?词?>二", Dropped, "", "<?词?>", vec![]),
            ("</ 词>二", Dropped, "", "</ 词>", vec![]),
            ("<div title=\"一", Unfinished, "div", "<div title=\"一", vec!["title"]),
        ] {
            assert_eq!(read(raw)[0], (kind, name.to_owned(), whole, attributes), "{raw}");
        }
        assert!(read("1 < 2 <3 <").is_empty());
    }
}
