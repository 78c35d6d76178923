//! Markdown between the tags of a block of raw HTML, which no reader of Markdown reads: its signs are shown.
//!
//! In: a block of raw HTML as the source writes it. Out: what would be markup if it stood outside of the block, each with its place
//! and the element that it stands in. Code, comments and what stands in `<pre>` are no markup.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag as Markdown};

use super::emphasis::Prepared;
use super::markdown::OPTIONS;
use super::raw_html::INLINE;
use super::raw_html::tags::{Tag, TagKind, tags};
use crate::source::slice;

/// What would be markup outside of HTML.
#[derive(Debug, PartialEq, Eq)]
pub struct Unread {
    /// What it would be.
    pub markup: Markup,
    /// Where it stands in the block.
    pub place: Range<usize>,
    /// The name of the nearest element around it that is none of running text.
    pub parent: Option<String>,
}

/// Kinds of markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is called as CommonMark calls it")]
pub enum Markup {
    Emphasis,
    Strong,
    Deleted,
    Code,
    Link,
    Picture,
    /// The mark of a note, if there is a note of this label.
    NoteMark,
    Heading,
    List,
    Table,
}

/// Elements whose words stand as they are.
const LITERAL: [&str; 5] = ["code", "kbd", "pre", "samp", "var"];

/// The Markdown in a block of HTML, in reading order.
pub fn markup_in_html(raw: &str) -> Vec<Unread> {
    let mut found = Vec::new();
    if !raw.contains(['*', '_', '~', '`', '[', '#', '|', '-', '+']) {
        return found;
    }
    let tags: Vec<Tag<'_>> = tags(raw).collect();
    let words = masked(raw, &tags);
    let mut open: Vec<&str> = Vec::new();
    let mut start = 0;
    let is_block = |tag: &&Tag<'_>| !tag.name.is_empty() && !INLINE.contains(&tag.name.as_str());
    for tag in tags.iter().filter(is_block) {
        run(&words, start..tag.range.start, open.last().copied(), &mut found);
        start = tag.range.end;
        match tag.kind {
            TagKind::Open if !matches!(tag.name.as_str(), "hr" | "col") => open.push(&tag.name),
            TagKind::Close => {
                if let Some(at) = open.iter().rposition(|name| *name == tag.name) {
                    open.truncate(at);
                }
            }
            _ => {}
        }
    }
    run(&words, start..raw.len(), open.last().copied(), &mut found);
    found
}

/// The block with letters instead of comments and of words that stand as they are; all else is where it was.
fn masked(raw: &str, tags: &[Tag<'_>]) -> String {
    let mut words = String::with_capacity(raw.len());
    let mut literal: Option<&Tag<'_>> = None;
    let mask = |range: Range<usize>, words: &mut String| {
        words.push_str(slice(raw, words.len()..range.start));
        for c in slice(raw, range).chars() {
            (0..c.len_utf8()).for_each(|_| words.push(if c == '\n' { c } else { 'x' }));
        }
    };
    for tag in tags {
        match (tag.kind, literal) {
            (TagKind::Close, Some(begun)) if begun.name == tag.name => {
                mask(begun.range.end..tag.range.start, &mut words);
                literal = None;
            }
            (_, Some(_)) => {}
            (TagKind::Open, None) if LITERAL.contains(&tag.name.as_str()) => literal = Some(tag),
            (TagKind::Comment | TagKind::Dropped | TagKind::Unfinished, None) => {
                mask(tag.range.clone(), &mut words);
            }
            _ => {}
        }
    }
    if let Some(begun) = literal {
        mask(begun.range.end..raw.len(), &mut words);
    }
    words.push_str(slice(raw, words.len()..));
    words
}

/// Reads the words between two tags as Markdown.
fn run(words: &str, place: Range<usize>, parent: Option<&str>, found: &mut Vec<Unread>) {
    let mut text = String::new();
    // Where lines begin in the text, and in the block.
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut at = place.start;
    for line in slice(words, place).split_inclusive('\n') {
        // A line may begin with what marks quotes, and with the blanks that show how deep an element stands.
        let kept = line.trim_start_matches([' ', '\t', '>']);
        lines.push((text.len(), at + line.len() - kept.len()));
        text.push_str(kept);
        at += line.len();
    }
    if text.trim().is_empty() {
        return;
    }
    let in_block = |offset: usize| {
        let after = lines.partition_point(|(begins, _)| *begins <= offset);
        let line = after.checked_sub(1).and_then(|index| lines.get(index));
        line.map_or(offset, |(begins, at)| at + offset - begins)
    };
    let mut add = |markup, range: Range<usize>| {
        // An end is looked for from its last byte, as the next line may begin elsewhere.
        let (start, end) = (in_block(range.start), in_block(range.end.saturating_sub(1)) + 1);
        found.push(Unread { markup, place: start..end, parent: parent.map(str::to_owned) });
    };
    let prepared = Prepared::new(&text);
    let original = |range: &Range<usize>| {
        let range = prepared.original(range.start)..prepared.original(range.end);
        range.start..range.start + slice(&text, range).trim_end().len()
    };
    let mut done = 0;
    for (event, range) in Parser::new_ext(&prepared.text, OPTIONS).into_offset_iter() {
        let range = original(&range);
        let markup = match event {
            _ if range.start < done => continue,
            Event::Start(Markdown::Strong | Markdown::Emphasis) if is_name(slice(&text, range.clone())) => {
                continue;
            }
            Event::Start(Markdown::Strong) => Markup::Strong,
            Event::Start(Markdown::Emphasis) if !is_in_word(&text, &range) => Markup::Emphasis,
            Event::Start(Markdown::Strikethrough) => Markup::Deleted,
            Event::Start(Markdown::Link { link_type: LinkType::Inline, .. }) => Markup::Link,
            Event::Start(Markdown::Image { link_type: LinkType::Inline, .. }) => Markup::Picture,
            Event::Start(Markdown::Heading { .. }) => Markup::Heading,
            Event::Start(Markdown::Table(_)) => Markup::Table,
            Event::Start(Markdown::List(None)) if has_two_items(slice(&text, range.clone())) => Markup::List,
            Event::Code(_) => Markup::Code,
            _ => continue,
        };
        done = range.end;
        add(markup, range);
    }
    note_marks(&text).for_each(|mark| add(Markup::NoteMark, mark));
}

/// Whether emphasis touches a letter or a digit of ASCII outside: in `5*3 and 4*2` the signs multiply.
fn is_in_word(text: &str, range: &Range<usize>) -> bool {
    let is_one = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    is_one(slice(text, ..range.start).chars().next_back()) || is_one(slice(text, range.end..).chars().next())
}

/// Whether it may be a name in a program: `__init__`.
fn is_name(emphasis: &str) -> bool {
    emphasis.starts_with('_') && emphasis.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// One line that begins with a dash may be anything.
fn has_two_items(list: &str) -> bool {
    let mark = list.get(..2).unwrap_or_default();
    list.lines().filter(|line| line.starts_with(mark)).count() > 1
}

/// So long is no label of a note.
const LONGEST_LABEL: usize = 100;

/// Where the marks of notes stand: `[^1]`.
fn note_marks(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("[^").filter_map(|(at, _)| {
        let end = at + slice(text, at..).bytes().take(LONGEST_LABEL).position(|byte| byte == b']')? + 1;
        (!slice(text, at..end).contains(char::is_whitespace)).then_some(at..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Vec<(Markup, &str, Option<String>)> {
        let of = |one: Unread| (one.markup, slice(raw, one.place), one.parent);
        markup_in_html(raw).into_iter().map(of).collect()
    }

    #[test]
    fn markup_is_found_with_its_place_and_the_element_around_it() {
        use Markup::*;
        for (raw, markup, place, parent) in [
            ("<p>这是**重点。**请看</p>", Strong, "**重点。**", Some("p")),
            ("<div>\n   **甲**\n</div>", Strong, "**甲**", Some("div")),
            ("<table><tr><td>*甲*</td></tr></table>", Emphasis, "*甲*", Some("td")),
            ("<ul><li><b>见</b>[乙](b.md)</li></ul>", Link, "[乙](b.md)", Some("li")),
            ("<div>![图](a.svg)</div>", Picture, "![图](a.svg)", Some("div")),
            ("<div>~~甲~~</div>", Deleted, "~~甲~~", Some("div")),
            ("<div>`甲`</div>", Code, "`甲`", Some("div")),
            ("> <div>\n> ## 甲\n> </div>", Heading, "## 甲", Some("div")),
            ("<div>\n- 甲\n- 乙\n</div>", List, "- 甲\n- 乙", Some("div")),
            (
                "<div>\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n</div>",
                Table,
                "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |",
                Some("div"),
            ),
            ("<p>甲[^1]</p>", NoteMark, "[^1]", Some("p")),
            ("<hr>\n**甲**", Strong, "**甲**", None),
        ] {
            assert_eq!(read(raw), [(markup, place, parent.map(str::to_owned))], "{raw}");
        }
    }

    #[test]
    fn signs_that_stand_for_themselves_are_no_markup() {
        for raw in [
            "<p>* 注，2 * 3 * 4，5*3 and 4*2，5 ~10岁</p>",
            "<p>file_name_here, __init__.py, [1], [sic], (a) [b], a | b, C#, #1</p>",
            "<td>-</td><td>- 甲</td><td>1. 甲</td>",
            "<p><code>**甲**</code> <kbd>*a*</kbd> <!-- **乙** --></p>",
            "<pre>\n## 甲\n**乙**\n</pre>",
            "<p title=\"**甲**\">乙</p>",
            "<td>**甲</td><td>乙**</td>",
        ] {
            assert_eq!(read(raw), [], "{raw}");
        }
    }
}
