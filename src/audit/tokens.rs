//! The tokens of a page in order: start tags, end tags and text.
//!
//! In: the text of a page. Out: its tokens, each once, to a [`TokenSink`]. [`plain`] reads a page as far as it is written
//! plainly, in a tenth of the time lol_html takes, which finds the tags of any page whatever and reads on from there.

use lol_html::errors::RewritingError;
use lol_html::{HtmlRewriter, Settings, element};
use memchr::memmem;

use super::element_kind::ElementKind;
use super::input::Medium;
use super::tag::Tag;
use super::token::TokenSink;
use super::{markup, names, plain};
use crate::source::Span;

/// Reads every token of the page.
///
/// # Errors
/// When lol_html cannot read the page. What it could not read is handed on as if no tag began in it.
pub(super) fn read<'p>(
    html: &'p str,
    medium: Medium,
    sink: &mut impl TokenSink<'p>,
) -> Result<(), RewritingError> {
    let (at, svg) = plain::read(html, sink);
    if at == html.len() {
        return Ok(());
    }
    AnyPage { html, medium, at, svg, raw: None, sink }.read()
}

/// A page that may be written in any way. lol_html gives its start tags; what stands between two of them is cut from the
/// page (see [`markup`]).
struct AnyPage<'a, 'p, S> {
    html: &'p str,
    medium: Medium,
    /// Input before this offset is handed on.
    at: usize,
    /// How many svg elements are open there.
    svg: u32,
    /// The name of the last start tag, if its element holds words alone.
    raw: Option<&'p str>,
    sink: &'a mut S,
}

impl<'p, S: TokenSink<'p>> AnyPage<'_, 'p, S> {
    fn read(mut self) -> Result<(), RewritingError> {
        const HTML: &str = "http://www.w3.org/1999/xhtml";
        let html = self.html;
        let mut tag = Tag::new(html);
        // One handler for start tags alone: text, comments and end tags stay on lol_html's fast scan.
        let settings =
            Settings::new().with_strict(false).append_element_content_handler(element!("*", |element| {
                tag.read(Span::from(element.source_location().bytes()));
                tag.kind = ElementKind::of(names::number(element.tag_name().as_bytes()));
                tag.of_html = element.namespace_uri() == HTML;
                tag.has_content = element.can_have_content();
                self.start(&mut tag);
                Ok(())
            }));
        let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
        let read = rewriter.write(html.as_bytes()).and_then(|()| rewriter.end());
        self.between(html.len());
        read
    }

    fn start(&mut self, tag: &mut Tag<'p>) {
        let start = tag.span.start as usize;
        if start < self.at {
            return;
        }
        tag.has_content &= !(self.medium == Medium::Book && tag.is_closed());
        self.between(start);
        if tag.kind == ElementKind::Title && self.svg > 0 {
            // It names the drawing, not the page. lol_html takes it for an element of HTML, as its content may be.
            (tag.kind, tag.of_html) = (ElementKind::Other, false);
        }
        self.svg += u32::from(tag.kind == ElementKind::Svg && tag.has_content);
        self.sink.start(tag);
        self.at = tag.span.end as usize;
        let is_raw = tag.of_html && tag.kind.is_raw() && tag.has_content;
        self.raw = is_raw.then_some(tag.name());
    }

    /// Hands on what stands up to the next start tag.
    fn between(&mut self, until: usize) {
        let mut from = self.at;
        if let Some(name) = self.raw.take() {
            let text = self.html.get(from..until).unwrap_or_default();
            let end = from + markup::raw_end(text, name);
            self.sink.raw(from..end);
            from = end;
        }
        if self.svg > 0 {
            let text = self.html.get(from..until).unwrap_or_default().as_bytes();
            let ends = memmem::find_iter(text, b"</")
                .filter(|&at| text.get(at + 2..at + 5).is_some_and(|name| name.eq_ignore_ascii_case(b"svg")));
            self.svg = self.svg.saturating_sub(ends.count() as u32);
        }
        markup::between(self.html, from..until, self.sink);
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;

    use super::*;
    use crate::audit::element_kind::ElementKind;
    use crate::audit::tag::Attribute;
    use crate::audit::token::EndTag;

    /// A token with all that is handed on of it.
    #[derive(Debug, PartialEq)]
    enum Token<'p> {
        Start(Span, &'p str, [bool; 2], ElementKind, Vec<(Attribute, Span)>),
        Text(Range<usize>),
        Raw(Range<usize>),
        End(EndTag<'p>),
    }

    impl<'p> TokenSink<'p> for Vec<Token<'p>> {
        fn start(&mut self, tag: &Tag<'p>) {
            let of_tag = [tag.of_html, tag.has_content];
            self.push(Token::Start(tag.span, tag.name(), of_tag, tag.kind, tag.all().collect()));
        }

        fn text(&mut self, range: Range<usize>) {
            self.push(Token::Text(range));
        }

        fn raw(&mut self, range: Range<usize>) {
            self.push(Token::Raw(range));
        }

        fn end(&mut self, end: EndTag<'p>) {
            self.push(Token::End(end));
        }
    }

    /// How far the page is plain, and its tokens up to there.
    fn plain(html: &str) -> (usize, Vec<Token<'_>>) {
        let mut tokens = Vec::new();
        (plain::read(html, &mut tokens).0, tokens)
    }

    fn by_lol_html(html: &str) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        AnyPage { html, medium: Medium::Site, at: 0, svg: 0, raw: None, sink: &mut tokens }.read().unwrap();
        tokens
    }

    #[test]
    fn a_plain_page_is_read_as_lol_html_reads_it() {
        let html = "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>易读 > a</title>\
            <style>p > a{}</style><link rel=\"x\"/></head><!-- 注 --><body><p id=\"a\" hidden\n class=\"b > c\">字<br>\
            <svg viewBox=\"0 0 1 1\"><g><path d=\"M0\"/></g></svg><img alt=\"\" /></p> <P onClick=\"\">和</p><script>if (1 > 0) {}</script></body></html>\n";
        let (at, tokens) = plain(html);
        assert_eq!(at, html.len());
        assert_eq!(tokens, by_lol_html(html));
    }

    #[test]
    fn what_is_not_plain_is_left_to_lol_html() {
        for html in [
            "<p id=a>",
            "<p id='a'>",
            "<p id=\"a\"class=\"b\">",
            "<p/>",
            "<p",
            "<p id=\"",
            "甲 < 乙",
            "甲<",
            "</p >",
            "</1>",
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
            "<svg/>",
            "<my-list>",
            "<param>",
            "<p\t>",
        ] {
            let (at, tokens) = plain(html);
            assert!(at < html.len() && !matches!(tokens[..], [Token::Start(..)]), "{html}: {tokens:?}");
        }
        for html in
            ["<svg><p></svg>", "<svg></p></svg>", "<svg><style></style></svg>", "<svg><title></title></svg>"]
        {
            let (at, tokens) = plain(html);
            assert!(at == 5 && matches!(tokens[..], [Token::Start(..)]), "{html}: {tokens:?}");
        }
    }

    proptest! {
        #[test]
        fn any_page_is_read_as_lol_html_reads_it(pieces in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<p class=\"a\">", "<br>", "<br/>", "<img alt=\"<\">", "<svg>", "<svg/>", "</svg>", "<path/>", "<path>",
            "</path>", "<title>", "</title>", "<desc>", "</desc>", "<style>", "</style>", "<script>", "</script>", "<textarea>",
            "</textarea>", "<!--", "-->", "-", ">", "\"", "字", "<a href=\"#\">", "</a>", "<table>", "<td>", "</table>", "<g>", "</g>",
            "<use>", "<button>", "<option>", "<head>", "<body>", "<html>", "<input>", "<?xml?>", "<?", "<!doctype html>", "<h1>", "</h1>", "<li>",
            "<P>", "</P >", "<TITLE>", "</TITLE>", "<p id=\"a\" ID=\"b\" onClick=\"c\" aria-describedby=\"d\">", "<p id=a>", "<p hidden\n>",
            " ", "\n", "<", "&amp;", "</my-list>", "</1>", "<![CDATA[", "]]>", "<noscript>", "</noscript>", "<svg><p>", "<circle r=\"1\"/>",
        ]), 0..24)) {
            let html = pieces.concat();
            let whole = by_lol_html(&html);
            let (_, plainly) = plain(&html);
            prop_assert_eq!(&plainly[..], &whole[..plainly.len()], "{}", &html);
            let mut tokens: Vec<Token<'_>> = Vec::new();
            read(&html, Medium::Site, &mut tokens).unwrap();
            prop_assert_eq!(tokens, whole, "{}", html);
        }
    }
}
