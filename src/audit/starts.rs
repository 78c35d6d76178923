//! The start tags of a page, and where each is.
//!
//! In: the text of a page. Out: its start tags in order. lol_html finds them in any page whatever. A page that is
//! written plainly, as ours and those of most generators are, is read by [`plain`] in a tenth of the time: it knows
//! no way of HTML to go wrong, and gives up at the first thing that is not plain.
//!
//! What is plain: names in lower case, values in double quotes, every tag closed by its `>`; no elements that change
//! how text is read, other than `title`, `style`, `textarea` and `script`; pictures in svg that hold shapes only.

use lol_html::errors::RewritingError;
use lol_html::{HtmlRewriter, Settings, element};
use memchr::{memchr, memmem};

use super::kind::Kind;
use crate::source::Span;

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    /// From `<` to after `>`.
    pub span: Span,
    /// What it opens, by its name.
    pub kind: Kind,
    /// Whether it is an element of HTML; false inside svg and math.
    pub html: bool,
    /// Whether something can stand in it: neither a void element nor a closed one of svg.
    pub content: bool,
}

/// Calls `visit` with every start tag of the page.
///
/// # Errors
/// When lol_html cannot read the page.
pub(super) fn each(html: &str, mut visit: impl FnMut(&Start)) -> Result<(), RewritingError> {
    match plain(html) {
        Some(starts) => {
            starts.iter().for_each(visit);
            Ok(())
        }
        None => of_any_page(html, &mut visit),
    }
}

/// The start tags of any page.
fn of_any_page(html: &str, visit: &mut dyn FnMut(&Start)) -> Result<(), RewritingError> {
    const HTML: &str = "http://www.w3.org/1999/xhtml";
    // One handler for start tags alone: text, comments and end tags stay on lol_html's fast scan.
    let settings =
        Settings::new().with_strict(false).append_element_content_handler(element!("*", |element| {
            visit(&Start {
                span: Span::from(element.source_location().bytes()),
                kind: Kind::of(&element.tag_name()),
                html: element.namespace_uri() == HTML,
                content: element.can_have_content(),
            });
            Ok(())
        }));
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    rewriter.write(html.as_bytes()).and_then(|()| rewriter.end())
}

/// The start tags of a page that is plain; none if it is not.
fn plain(html: &str) -> Option<Vec<Start>> {
    let text = html.as_bytes();
    let mut starts = Vec::with_capacity(text.len() / 64);
    let mut svg = 0u32;
    let mut at = 0;
    while let Some(open) = memchr(b'<', &text[at..]).map(|found| at + found) {
        match text.get(open + 1)? {
            b'a'..=b'z' => {
                let tag = Tag::read(text, open)?;
                let (start, after) = if svg == 0 { tag.in_html(html)? } else { tag.in_svg()? };
                svg += u32::from(tag.name == b"svg" && start.content);
                starts.push(start);
                at = after;
            }
            b'/' => {
                let end = name_end(text, open + 2);
                let name = &text[open + 2..end];
                if name.is_empty() || text.get(end) != Some(&b'>') || (svg > 0 && !is_of_svg(name)) {
                    return None;
                }
                svg = svg.saturating_sub(u32::from(name == b"svg"));
                at = end + 1;
            }
            b'!' => at = declaration_end(text, open)?,
            // What XML says of itself is a comment to HTML.
            b'?' => at = open + memchr(b'>', &text[open..])? + 1,
            _ => return None,
        }
    }
    Some(starts)
}

/// A plain start tag.
struct Tag<'p> {
    name: &'p [u8],
    at: usize,
    /// After its `>`.
    end: usize,
    /// Whether it ends in `/>`.
    closed: bool,
}

impl<'p> Tag<'p> {
    fn read(text: &'p [u8], at: usize) -> Option<Self> {
        let name_ends = name_end(text, at + 1);
        let name = &text[at + 1..name_ends];
        let mut end = name_ends;
        loop {
            let spaces = text[end..].iter().take_while(|&&byte| matches!(byte, b' ' | b'\n')).count();
            match text.get(end + spaces)? {
                b'>' => return Some(Tag { name, at, end: end + spaces + 1, closed: false }),
                b'/' if text.get(end + spaces + 1) == Some(&b'>') => {
                    return Some(Tag { name, at, end: end + spaces + 2, closed: true });
                }
                _ if spaces == 0 => return None,
                _ => {}
            }
            let attribute = end + spaces;
            end = attribute + text[attribute..].iter().take_while(|byte| is_of_attribute(**byte)).count();
            if end == attribute {
                return None;
            }
            if text.get(end) == Some(&b'=') {
                if text.get(end + 1) != Some(&b'"') {
                    return None;
                }
                end += 2;
                end += memchr(b'"', &text[end..])? + 1;
            }
        }
    }

    /// The tag as one of HTML, and where to read on.
    fn in_html(&self, html: &str) -> Option<(Start, usize)> {
        let kind = Kind::of(html.get(self.at + 1..self.at + 1 + self.name.len())?);
        let content = match kind {
            // Elements of these kinds change how what is in them is read, or are not known well enough here.
            Kind::Other
            | Kind::Iframe
            | Kind::Image
            | Kind::Noembed
            | Kind::Noframes
            | Kind::Noscript
            | Kind::Select
            | Kind::Template
            | Kind::Xmp => return None,
            Kind::Svg if !self.closed => true,
            kind if kind.is_void() => false,
            _ if self.closed => return None,
            _ => true,
        };
        let span = Span::from(self.at..self.end);
        let start = Start { span, kind, html: kind != Kind::Svg, content };
        let after = if kind.is_raw() { self.raw_end(html, self.end)? } else { self.end };
        Some((start, after))
    }

    /// The tag as one of svg.
    fn in_svg(&self) -> Option<(Start, usize)> {
        let kind = match self.name {
            b"svg" => Kind::Svg,
            b"use" => Kind::Use,
            name if is_of_svg(name) => Kind::Other,
            _ => return None,
        };
        let span = Span::from(self.at..self.end);
        Some((Start { span, kind, html: false, content: !self.closed }, self.end))
    }

    /// Where the end tag is of an element that holds words alone; what looks like any other tag in it is not plain.
    fn raw_end(&self, html: &str, from: usize) -> Option<usize> {
        let text = html.as_bytes();
        let end = from + memmem::find(&text[from..], b"<")?;
        let tag = text.get(end + 2..end + 2 + self.name.len() + 1)?;
        let is_own = text[end + 1] == b'/' && &tag[..self.name.len()] == self.name && tag.ends_with(b">");
        is_own.then_some(end)
    }
}

/// Shapes. What can hold words in svg can hold HTML again.
fn is_of_svg(name: &[u8]) -> bool {
    const NAMES: [&[u8]; 12] = [
        b"circle",
        b"defs",
        b"ellipse",
        b"g",
        b"line",
        b"path",
        b"polygon",
        b"polyline",
        b"rect",
        b"svg",
        b"symbol",
        b"use",
    ];
    NAMES.contains(&name)
}

/// Where a comment or the document type at `open` ends.
fn declaration_end(text: &[u8], open: usize) -> Option<usize> {
    const DOCTYPE: &[u8] = b"<!doctype html>";
    let rest = &text[open..];
    if rest.get(..DOCTYPE.len()).is_some_and(|start| start.eq_ignore_ascii_case(DOCTYPE)) {
        return Some(open + DOCTYPE.len());
    }
    let comment = rest.strip_prefix(b"<!--")?;
    // The first two hyphens end it; any others are one of HTML's ways to go wrong.
    let end = memmem::find(comment, b"--")?;
    let plain =
        comment[end..].starts_with(b"-->") && !comment.starts_with(b">") && !comment.starts_with(b"->");
    plain.then_some(open + 4 + end + 3)
}

fn name_end(text: &[u8], at: usize) -> usize {
    let is_of_name = |byte: &&u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9');
    at + text.get(at..).map_or(0, |rest| rest.iter().take_while(is_of_name).count())
}

fn is_of_attribute(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b':' | b'_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_lol_html(html: &str) -> Vec<Start> {
        let mut starts = Vec::new();
        of_any_page(html, &mut |start| starts.push(*start)).unwrap();
        starts
    }

    #[test]
    fn a_plain_page_is_read_as_lol_html_reads_it() {
        let html = "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>易读 > a</title>\
            <style>p > a{}</style><link rel=\"x\"/></head><!-- 注 --><body><p id=\"a\" hidden\n class=\"b > c\">字<br>\
            <svg viewBox=\"0 0 1 1\"><g><path d=\"M0\"/></g></svg><img alt=\"\" /></p><script>if (1 > 0) {}</script></body></html>";
        assert_eq!(plain(html).as_deref(), Some(&*by_lol_html(html)));
    }

    #[test]
    fn what_is_not_plain_is_left_to_lol_html() {
        for html in [
            "<P>",
            "<p id=a>",
            "<p id='a'>",
            "<p id=\"a\"class=\"b\">",
            "<p/>",
            "<p",
            "<p id=\"",
            "a < b",
            "</p >",
            "<!-->",
            "<!-- -- -->",
            "<!-- --!>",
            "<?xml",
            "<![CDATA[a]]>",
            "<math></math>",
            "<noscript></noscript>",
            "<title><b></title>",
            "<title>",
            "<script><!--</script>",
            "<svg><p></svg>",
            "<svg></p></svg>",
            "<svg><style></style></svg>",
            "<svg><title></title></svg>",
            "<svg/>",
            "<my-list>",
            "<param>",
            "<p\t>",
        ] {
            assert_eq!(plain(html), None, "{html}");
        }
    }

    proptest! {
        #[test]
        fn any_page_read_plainly_is_read_rightly(pieces in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<p class=\"a\">", "<br>", "<br/>", "<img alt=\"<\">", "<svg>", "<svg/>", "</svg>", "<path/>", "<path>",
            "</path>", "<title>", "</title>", "<desc>", "</desc>", "<style>", "</style>", "<script>", "</script>", "<textarea>",
            "</textarea>", "<!--", "-->", "-", ">", "\"", "字", "<a href=\"#\">", "</a>", "<table>", "<td>", "</table>", "<g>", "</g>",
            "<use>", "<button>", "<option>", "<head>", "<body>", "<html>", "<input>", "<?xml?>", "<?", "<!doctype html>", "<h1>", "</h1>", "<li>",
        ]), 0..24)) {
            let html = pieces.concat();
            if let Some(starts) = plain(&html) {
                prop_assert_eq!(starts, by_lol_html(&html), "{}", html);
            }
        }
    }
}
