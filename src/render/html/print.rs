//! What only a screen shows of running text, for paper: where a link leads and what a title says, in `data-print`.
//!
//! The style sheet prints what the attribute holds after the element. An empty one keeps the address of a link away, as its words
//! are the address. A title is printed where its words first stand, and not beside words that say it: as in the plain text.

use super::{Form, Writer, attribute, tag_end};
use crate::document::{self, Inlines, words_between_tags};
use crate::source::{Span, slice};

/// How many bytes around an element are looked at for what its title says.
const NEAR: usize = 500;

impl Writer<'_> {
    /// Writes what paper shows after a link that leaves the site, where it is not the address itself.
    pub(super) fn printed_address(&mut self, address: &str, words: &Inlines<'_>) {
        let Form::Page(_) = self.form else { return };
        let mail = address.strip_prefix("mailto:").map(|mail| mail.split('?').next().unwrap_or(mail));
        let words = self.document.said(*words);
        let shown = if is_same_address(&words, mail.unwrap_or(address)) { Some("") } else { mail };
        if let Some(shown) = shown {
            self.out.push_str("\" data-print=\"");
            attribute(shown, &mut self.out);
        }
    }

    /// Says in the tag at `start`, which is written with all that its element holds, what paper shows of its title.
    pub(super) fn printed_title(&mut self, start: usize, written: Span) {
        let Form::Page(_) = self.form else { return };
        let element = slice(&self.out, start..);
        let end = tag_end(element);
        let Some(title) = document::attribute(slice(element, ..end), "title") else { return };
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words_between_tags(slice(element, end..));
        if title.is_empty() {
            return;
        }
        let is_said = match self.titles.insert(words, title.clone()) {
            Some(earlier) => earlier == title,
            None => self.is_beside(&title, start, written),
        };
        if !is_said {
            let mut print = " data-print=\"".to_owned();
            attribute(&title, &mut print);
            print.push('"');
            self.out.insert_str(start + end - 1, &print);
        }
    }

    /// Whether words stand just before or after an element.
    fn is_beside(&self, words: &str, start: usize, written: Span) -> bool {
        let source = self.document.source.text();
        let after = slice(source, written.end as usize..);
        let after = slice(after, ..after.floor_char_boundary(NEAR)).lines().next().unwrap_or_default();
        let from = self.out.floor_char_boundary(start.saturating_sub(NEAR));
        let before = document::unescaped(&words_between_tags(slice(&self.out, from..start)));
        before.contains(words) || words_between_tags(after).contains(words)
    }
}

/// Whether words are an address, with or without its scheme.
fn is_same_address(words: &str, address: &str) -> bool {
    let bare = |address: &str| {
        let address = address.trim();
        let scheme = address.find("://").map_or(0, |at| at + "://".len());
        slice(address, scheme..).trim_end_matches('/').to_lowercase()
    };
    bare(words) == bare(address)
}

#[cfg(test)]
mod tests {
    use super::is_same_address;

    #[test]
    fn words_are_an_address_with_or_without_its_scheme() {
        for words in ["https://example.org/决议/", "example.org/决议", "Example.org/决议"] {
            assert!(is_same_address(words, "https://example.org/决议/"), "{words}");
        }
        assert!(is_same_address("a@example.org", "a@example.org"));
        assert!(!is_same_address("example.org", "https://example.org/决议/"));
    }
}
