//! Where a site's own templates write what stands in a finished page.
//!
//! In: a piece of a page, which begins with a tag or with words. Out: its place in the one template that writes it. What an expression of
//! the template makes may be anything.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use regex::Regex;

use super::own::is_of_site;
use crate::finding::Place;
use crate::source::{Source, Span, slice};

/// An expression or a command of a template.
static MADE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}").expect("a pattern"));

/// So few bytes are too few to know a place by.
const FEWEST: usize = 8;

/// The place of `found` in a template of the site, if `page` has it from there. The first of several.
pub fn of(sources: &BTreeMap<String, Arc<Source>>, page: &str, found: Range<usize>) -> Option<Place> {
    let words = slice(page, found.clone());
    // A tag without attributes is known by what it holds.
    let end = found.end + slice(page, found.end..).find('<').unwrap_or_default();
    let is_bare = !words.contains([' ', '\n']);
    let words =
        if is_bare && words.starts_with('<') { slice(page, found.start..end).trim_end() } else { words };
    if words.len() < FEWEST {
        return None;
    }
    let templates = sources.values().filter(|source| is_of_site(source));
    templates.into_iter().find_map(|source| {
        let place = written(source.text(), words)?;
        Some(Place::Source(source.clone(), Span::from(place)))
    })
}

/// Where a template writes these words.
fn written(template: &str, words: &str) -> Option<Range<usize>> {
    if let Some(start) = template.find(words) {
        return Some(start..start + words.len());
    }
    let name_ends = words.find([' ', '\n', '>']).filter(|_| words.starts_with('<'))?;
    let mut starts = template.match_indices(slice(words, ..name_ends)).map(|(start, _)| start);
    starts.find_map(|start| {
        let length = length(slice(template, start..), words)?;
        Some(start..start + length)
    })
}

/// How long the tag is with which a template begins, if it can make these words: what no expression makes stands in them in its order.
fn length(template: &str, words: &str) -> Option<usize> {
    let (mut at, mut rest, mut is_made) = (0, words, false);
    loop {
        let next = MADE.find_at(template, at);
        let literal = slice(template, at..next.map_or(template.len(), |made| made.start()));
        let tag_end = literal.find('>').map(|end| end + 1);
        let literal = slice(literal, ..tag_end.unwrap_or(literal.len()));
        let found = if is_made { rest.find(literal)? } else { rest.starts_with(literal).then_some(0)? };
        rest = slice(rest, found + literal.len()..);
        match (tag_end, next) {
            (Some(end), _) => return rest.is_empty().then_some(at + end),
            (None, Some(made)) => (at, is_made) = (made.end(), true),
            (None, None) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_template_writes_is_known_by_what_it_does_not_compute() {
        let template = "<p>{{ 甲 }}</p>\n<img class=\"logo\" src=\"{{ root }}a.png\">\n<a {% if 甲 %}lang=\"fr\"{% endif %} href=\"{{ 乙 }}\">丙</a>";
        for (words, place) in [
            ("<img class=\"logo\" src=\"../../a.png\">", "<img class=\"logo\" src=\"{{ root }}a.png\">"),
            ("<a lang=\"fr\" href=\"b.html\">", "<a {% if 甲 %}lang=\"fr\"{% endif %} href=\"{{ 乙 }}\">"),
        ] {
            let found = written(template, words).map(|place| slice(template, place));
            assert_eq!(found, Some(place), "{words}");
        }
        for words in
            ["<img class=\"logo\" src=\"../../b.png\">", "<img src=\"../a.png\">", "<p class=\"甲\">", "<a>"]
        {
            assert_eq!(written(template, words), None, "{words}");
        }
    }
}
