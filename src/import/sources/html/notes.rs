//! Notes: links that are the marks of notes, and what they lead to.
//!
//! In: the tree of a page. Out: each mark with its note; the links that lead back; what holds notes and their heading. A link is a mark where
//! it says so, where its note leads back to it, or where it is raised and leads to an item or paragraph further down.

use std::collections::{HashMap, HashSet};

use super::names::{is_a, is_block, short};
use super::page::block;
use super::style;
use super::tree::{Element, Tree};

/// The notes of a page.
#[derive(Debug, Default)]
pub struct Notes {
    /// The elements that are marks, each with its note.
    pub marks: HashMap<u32, u32>,
    /// The elements that are notes.
    pub notes: HashSet<u32>,
    /// The links from notes back to their marks.
    pub back: HashSet<u32>,
    /// What holds notes, with their heading.
    pub holders: HashSet<u32>,
}

/// No mark is longer, in characters.
const LONGEST_MARK: usize = 8;

/// How many links to one place are asked whether they lead back.
const MOST_BACK: usize = 8;

/// The place that a link in the same page leads to.
fn target<'a>(link: Element<'a>) -> Option<&'a str> {
    link.attribute("href")?.trim().strip_prefix('#').filter(|name| !name.is_empty())
}

impl Notes {
    /// Finds the notes of a page.
    pub fn of(tree: &Tree) -> Self {
        let mut places: HashMap<&str, Element<'_>> = HashMap::new();
        let mut links: Vec<Element<'_>> = Vec::new();
        let mut to: HashMap<&str, Vec<Element<'_>>> = HashMap::new();
        for node in tree.root().all().filter(|node| node.text().is_none()) {
            for name in names(node) {
                places.entry(name).or_insert(node);
            }
            if node.name() == "a"
                && let Some(name) = target(node)
            {
                links.push(node);
                to.entry(name).or_default().push(node);
            }
        }
        let mut notes = Self::default();
        for link in links {
            let place = target(link).and_then(|name| places.get(name));
            let Some(note) = place.and_then(|place| note(*place)) else { continue };
            let mark = mark(link);
            let is_inside = link.ancestors().any(|around| around.at == note.at);
            let is_mark = !is_inside
                && !notes.back.contains(&link.at)
                && !is_back(link)
                && short(mark, LONGEST_MARK).is_some_and(|said| !said.is_empty() && is_label(&said));
            if !is_mark {
                continue;
            }
            let ids = names(mark).chain(names(link)).chain(around(mark).flat_map(|it| names(it)));
            let back: Vec<u32> = ids
                .flat_map(|name| to.get(name).into_iter().flatten().take(MOST_BACK))
                .filter(|back| back.at > mark.at && back.ancestors().any(|around| around.at == note.at))
                .map(|back| back.at)
                .collect();
            let is_below = note.at > link.at;
            let is_said = is_said(link) || around(link).any(is_said);
            if is_below
                && (is_said || !back.is_empty() || (is_raised(link) && matches!(note.name(), "li" | "p")))
            {
                notes.marks.insert(mark.at, note.at);
                notes.back.extend(back);
                if notes.notes.insert(note.at) {
                    notes.back.extend(
                        note.all().filter(|node| node.name() == "a" && is_back(*node)).map(|node| node.at),
                    );
                    notes.holders.extend(note.ancestors().take(6).find(|it| is_holder(*it)).map(|it| it.at));
                }
            }
        }
        // A note in another one is read with it.
        let inner: Vec<u32> = notes
            .notes
            .iter()
            .copied()
            .filter(|at| {
                tree.at(*at).is_some_and(|note| note.ancestors().any(|it| notes.notes.contains(&it.at)))
            })
            .collect();
        for at in inner {
            notes.notes.remove(&at);
            notes.marks.retain(|_, note| *note != at);
        }
        notes
    }
}

/// The names by which links lead to an element.
pub fn names(element: Element<'_>) -> impl Iterator<Item = &str> {
    let name = element.attribute("name").filter(|_| element.name() == "a");
    element.attribute("id").into_iter().chain(name).filter(|name| !name.is_empty())
}

/// The elements in its line that an element lies in.
fn around(element: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    element.ancestors().take_while(|around| !is_block(*around)).take(4)
}

/// The whole mark: what is raised with a link and holds nothing else but brackets.
fn mark(link: Element<'_>) -> Element<'_> {
    let Some(own) = short(link, LONGEST_MARK) else { return link };
    let is_whole = |it: &Element<'_>| {
        let is_sign = it.name() == "sup" || is_a(*it, "doc-noteref");
        is_sign
            && short(*it, LONGEST_MARK).is_some_and(|said| {
                let rest = said.replacen(&own, "", 1);
                rest.chars().all(|c| c.is_whitespace() || "[]()〔〕［］（）【】".contains(c))
            })
    };
    around(link).filter(is_whole).last().unwrap_or(link)
}

/// Whether a link says that it is the mark of a note.
fn is_said(element: Element<'_>) -> bool {
    is_a(element, "doc-noteref")
        || element.attribute("data-footnote-ref").is_some()
        || ["footnote-ref", "footnoteref", "noteref", "footnote-anchor"]
            .iter()
            .any(|class| element.has("class", class))
        || ["mso-footnote-id", "mso-endnote-id"].iter().any(|name| style::property(element, name).is_some())
}

fn is_back(link: Element<'_>) -> bool {
    is_a(link, "doc-backlink")
        || link.attribute("data-footnote-backref").is_some()
        || ["footnote-back", "footnote-backref", "reversefootnote", "data-footnote-backref"]
            .iter()
            .any(|class| link.has("class", class))
}

fn is_raised(link: Element<'_>) -> bool {
    let is_one = |it: Element<'_>| it.name() == "sup" || style::is(it, "vertical-align", &["super"]);
    is_one(link) || around(link).any(is_one) || link.children().any(is_one)
}

/// Whether words are those of a mark: a number, a letter or a sign, in brackets or not.
fn is_label(said: &str) -> bool {
    let inside: String = said.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_sign = || !inside.is_empty() || said.chars().all(|c| "*†‡§¶#※＊".contains(c) || c.is_whitespace());
    is_sign()
        && inside.chars().count() <= 6
        && !inside.chars().any(|c| crate::import::script::is_han(c) && !"一二三四五六七八九十注".contains(c))
}

/// The note that a place is, or that begins with it.
fn note(place: Element<'_>) -> Option<Element<'_>> {
    let mut note = block(place)?;
    let is_holder =
        |name: &str| matches!(name, "li" | "p" | "div" | "aside" | "dd" | "section" | "blockquote");
    if !is_holder(note.name()) {
        return None;
    }
    while let Some(around) = note.parent() {
        let is_first =
            around.children().find(|child| child.text().is_none()).is_some_and(|first| first.at == note.at);
        let is_own = around.name() == "li"
            || is_a(around, "doc-footnote")
            || is_a(around, "doc-endnote")
            || style::is(around, "mso-element", &["footnote", "endnote"])
            || (around.name() == "div"
                && around.attribute("id").is_some_and(|id| {
                    ["ftn", "edn", "fn", "_ftn", "_edn"].iter().any(|known| id.starts_with(known))
                }));
        if !is_first || !is_own || self::is_holder(around) {
            break;
        }
        note = around;
    }
    (!self::is_holder(note)).then_some(note)
}

/// Whether an element holds notes.
fn is_holder(element: Element<'_>) -> bool {
    ["doc-endnotes", "doc-footnotes", "doc-rearnotes"].iter().any(|role| is_a(element, role))
        || element.attribute("data-footnotes").is_some()
        || ["footnotes", "endnotes"].iter().any(|class| element.has("class", class))
        || style::is(element, "mso-element", &["footnote-list", "endnote-list"])
}
