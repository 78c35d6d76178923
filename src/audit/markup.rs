//! What stands between two start tags: text, end tags and comments.
//!
//! In: the slice of the page from the end of one start tag to the beginning of the next, whose places lol_html
//! gives. Out: its text and end tags in order. Because every slice begins and ends at a start tag, whatever a
//! malformed page makes of one slice does not spread to the next. This is far cheaper than text and end tag
//! handlers, which make lol_html leave its fast scan and call back for every chunk.

use std::ops::Range;

use crate::source::slice;
use memchr::memchr_iter;

use super::element_kind::ElementKind;
use super::names;
use super::token::{EndTag, TokenSink};

/// Hands on the text and end tags of `html[between]`; places count from the start of the page.
pub(super) fn between<'p>(html: &'p str, between: Range<usize>, sink: &mut impl TokenSink<'p>) {
    let Range { start: mut at, end: until } = between;
    while let Some(rest) = html.get(at..until).filter(|rest| !rest.is_empty()) {
        let end = text_end(rest);
        if end > 0 {
            text(html, at..at + end, sink);
            at += end;
        } else if let Some(after) = rest.strip_prefix("</") {
            if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let name = slice(after, ..name_end(after));
                sink.end(EndTag { kind: ElementKind::of(names::number(name.as_bytes())), at, name });
                at += 2 + name.len() + tag_end(slice(after, name.len()..));
            } else {
                at += 2 + bogus_end(after);
            }
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            at += 4 + comment_end(comment);
        } else if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let end = at + 9 + data.find("]]>").unwrap_or(data.len());
            text(html, at + 9..end, sink);
            at = (end + 3).min(until);
        } else {
            at += bogus_end(rest);
        }
    }
}

/// Hands on text that is more than white space.
fn text<'p>(html: &'p str, text: Range<usize>, sink: &mut impl TokenSink<'p>) {
    if !slice(html, text.clone()).trim_ascii().is_empty() {
        sink.text(text);
    }
}

/// Where a raw element's text ends: the place of its end tag, or the end of the slice.
pub(super) fn raw_end(text: &str, name: &str) -> usize {
    let end = text.match_indices("</").map(|(at, _)| at).find(|&at| {
        let found = text.as_bytes().get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    });
    end.unwrap_or(text.len())
}

/// The words of a piece of the page, without its tags. Of a long piece only the beginning is given: it is wanted
/// as a name, and pieces that lie in each other must not be read again and again.
pub(super) fn plain(html: &str) -> String {
    const MOST_BYTES: usize = 1_000;
    whole(slice(html, ..html.floor_char_boundary(MOST_BYTES)))
}

/// The words of a piece of the page to its end, without its tags.
pub(super) fn whole(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        words.push_str(slice(rest, ..open));
        rest = slice(rest, open..);
        rest = slice(rest, tag_end(rest)..);
    }
    words.push_str(rest);
    words
}

/// `<` opens something only before a letter, `/`, `!` or `?`; otherwise it is text.
fn text_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let opens = |next: &u8| matches!(next, b'/' | b'!' | b'?') || next.is_ascii_alphabetic();
    memchr_iter(b'<', bytes).find(|&at| bytes.get(at + 1).is_some_and(opens)).unwrap_or(text.len())
}

fn name_end(tag: &str) -> usize {
    let ends = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    tag.bytes().position(ends).unwrap_or(tag.len())
}

/// The length of a tag with its `>`; a `>` inside quotes does not end it.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// The length of a comment after `<!--`; `<!-->` and `--!>` end one too.
fn comment_end(comment: &str) -> usize {
    for early in [">", "->"] {
        if comment.starts_with(early) {
            return early.len();
        }
    }
    comment
        .match_indices('>')
        .map(|(at, _)| at)
        .find(|&at| slice(comment, ..at).ends_with("--") || slice(comment, ..at).ends_with("--!"))
        .map_or(comment.len(), |at| at + 1)
}

/// The length of `<!doctype …>`, `<?…>` and the like, never 0 for anything that is not empty.
fn bogus_end(text: &str) -> usize {
    text.find('>').map_or(text.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::tag::Tag;

    struct Texts<'p>(&'p str, Vec<&'p str>);

    impl<'p> TokenSink<'p> for Texts<'p> {
        fn start(&mut self, _: &Tag<'p>) {
            unreachable!("only lol_html gives start tags");
        }

        fn text(&mut self, range: Range<usize>) {
            self.1.push(&self.0[range]);
        }

        fn raw(&mut self, _: Range<usize>) {
            unreachable!("what is raw follows its start tag");
        }

        fn end(&mut self, end: EndTag<'p>) {
            self.1.push(end.name);
        }
    }

    fn texts(html: &str) -> Vec<&str> {
        let mut texts = Texts(html, Vec::new());
        between(html, 0..html.len(), &mut texts);
        texts.1
    }

    #[test]
    fn text_and_end_tags_in_order() {
        assert_eq!(texts("各国</b>应<!-- </i> -->提供</P >"), ["各国", "b", "应", "提供", "P"]);
        assert_eq!(texts("a < b"), ["a < b"]);
        assert_eq!(texts("< 3 <甲"), ["< 3 <甲"]);
        assert_eq!(texts("<!---->文<?x>本</1><![CDATA[<甲>]]>"), ["文", "本", "<甲>"]);
        assert_eq!(texts("</a title='>'>尾"), ["a", "尾"]);
        assert_eq!(texts("<!-- 没有结束"), [""; 0]);
    }

    #[test]
    fn raw_text_ends_at_its_own_end_tag() {
        assert_eq!(raw_end("a</b></TITLE>", "title"), 5);
        assert_eq!(raw_end("没有", "title"), 6);
        assert_eq!(plain("序言<a href='>'>部</a>分"), "序言部分");
        assert_eq!(plain(&"序".repeat(5_000)).chars().count(), 333);
    }
}
