//! What a page shows to its readers.
//!
//! In: a finished page or a document of a book. Out: whether words, or a piece of markup, stand in it where readers meet them:
//! not in comments, in attributes, in the head, in scripts and templates, or in what is hidden.

use std::cell::Cell;
use std::ops::Range;

use memchr::memmem;

use super::input::Medium;
use super::semantics;
use super::tag::Tag;
use super::text::decode;
use super::token::{EndTag, TokenSink};
use super::tokens;
use crate::source::slice;

/// What a page shows.
pub struct Shown<'p> {
    html: &'p str,
    /// Where its elements begin that are not hidden.
    starts: Vec<usize>,
    /// Where its texts stand.
    texts: Vec<Range<usize>>,
    /// Its words, without blanks.
    words: String,
    /// How far it was looked through: what is asked for next most often stands behind what was asked for last.
    looked: Cell<(usize, usize)>,
}

impl<'p> Shown<'p> {
    /// Reads a page of a site.
    pub fn page(html: &'p str) -> Self {
        Self::read(html, Medium::Site)
    }

    /// Reads a document of a book.
    pub fn document(html: &'p str) -> Self {
        Self::read(html, Medium::Book)
    }

    fn read(html: &'p str, medium: Medium) -> Self {
        let mut sink = Sink { starts: Vec::new(), texts: Vec::new(), open: Vec::new(), hidden: 0 };
        // What cannot be read shows nothing from there on; the audit of the page says so.
        let _ = tokens::read(html, medium, &mut sink);
        let mut words = String::new();
        for text in &sink.texts {
            words.extend(decode(slice(html, text.clone())).split_whitespace());
        }
        Self { html, starts: sink.starts, texts: sink.texts, words, looked: Cell::default() }
    }

    /// Whether these words stand in it, whatever stands around or between them.
    pub fn has_words(&self, words: &str) -> bool {
        let words: String = words.split_whitespace().collect();
        let (from, markup) = self.looked.get();
        let found = find(&self.words, &words, from, |_| true);
        self.looked.set((found.unwrap_or(from), markup));
        found.is_some()
    }

    /// Whether this piece of markup stands in it as it is.
    pub fn has_markup(&self, markup: &str) -> bool {
        let markup = markup.trim();
        let (words, from) = self.looked.get();
        let is_shown = |at: usize| {
            self.starts.binary_search(&at).is_ok()
                || self.texts[..self.texts.partition_point(|text| text.start <= at)]
                    .last()
                    .is_some_and(|text| at < text.end)
        };
        let found = find(self.html, markup, from, is_shown);
        self.looked.set((words, found.unwrap_or(from)));
        found.is_some()
    }
}

/// Where a piece stands, sought from a place on and then from the beginning.
fn find(text: &str, piece: &str, from: usize, is_right: impl Fn(usize) -> bool) -> Option<usize> {
    let find = |from: usize| {
        memmem::find_iter(&text.as_bytes()[from..], piece).map(|at| from + at).find(|&at| is_right(at))
    };
    find(from).or_else(|| find(0))
}

struct Sink<'p> {
    starts: Vec<usize>,
    texts: Vec<Range<usize>>,
    /// The open elements, and whether each hides what is in it.
    open: Vec<(&'p str, bool)>,
    /// How many of them do.
    hidden: usize,
}

/// How far up the element is sought that an end tag ends.
const REACH: usize = 64;

/// Elements that show nothing of what is in them.
const UNSHOWN: [&str; 5] = ["head", "template", "noscript", "datalist", "iframe"];

/// Elements that end without an end tag.
const UNENDED: [&str; 12] =
    ["p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup"];

fn is_any(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

impl<'p> TokenSink<'p> for Sink<'p> {
    fn start(&mut self, tag: &Tag<'p>) {
        let name = tag.name();
        let hides = is_any(&UNSHOWN, name) || semantics::hides(tag);
        if self.hidden == 0 && !hides {
            self.starts.push(tag.span.start as usize);
        }
        // An element without an end tag would seem to hide all that follows it.
        if tag.has_content && !is_any(&UNENDED, name) {
            self.open.push((name, hides));
            self.hidden += usize::from(hides);
        }
    }

    fn text(&mut self, range: Range<usize>) {
        if self.hidden == 0 {
            self.texts.push(range);
        }
    }

    fn raw(&mut self, _: Range<usize>) {}

    fn end(&mut self, end: EndTag<'p>) {
        let names = self.open.iter().rev().take(REACH);
        let Some(above) = names.map(|(name, _)| name).position(|name| name.eq_ignore_ascii_case(end.name))
        else {
            return;
        };
        let left = self.open.len() - above - 1;
        self.hidden -= self.open[left..].iter().filter(|(_, hides)| *hides).count();
        self.open.truncate(left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_where_readers_meet_them() {
        for page in [
            "<p>第一条</p>",
            "<p>第一<b>条</b></p>",
            "<div hidden>无</div>第 一\n条",
            "<p hidden>无<p>第一条",
            "<ul><li>第&#x4e00;条</ul>",
        ] {
            assert!(Shown::page(page).has_words("第一条"), "{page}");
        }
        for page in [
            "<!-- 第一条 -->",
            "<p title=\"第一条\"></p>",
            "<head><title>第一条</title></head>",
            "<template><p>第一条</p></template>",
            "<script>第一条</script>",
            "<div hidden><p>第一条</p></div>",
            "<div style=\"Display : none\"><p>第一条</p></div>",
            "<div aria-hidden=\"true\">第一条</div>",
            "第一、条",
        ] {
            assert!(!Shown::page(page).has_words("第一条"), "{page}");
        }
    }

    #[test]
    fn markup_is_shown_as_it_is() {
        let text = "<p>第一条<i lang=\"fr\">Rien</i></p>\n<p>第二条</p>\n";
        for (page, want) in [
            (format!("<main>{text}</main>"), true),
            (format!("<main><!--{text}-->{text}</main>"), true),
            (format!("<main><!--{text}--></main>"), false),
            (format!("<main title='{text}'></main>"), false),
            (format!("<main><div hidden>{text}</div></main>"), false),
            ("<main><p>第一条<i>Rien</i></p><p>第二条</p></main>".to_owned(), false),
        ] {
            assert_eq!(Shown::page(&page).has_markup(text), want, "{page}");
        }
        let both = format!("{text}<b>甲</b>");
        let shown = Shown::page(&both);
        assert!(shown.has_markup("<b>甲</b>") && shown.has_markup(text) && shown.has_markup("甲"));
    }
}
