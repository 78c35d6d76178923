//! The phrases of a page, as data: how they are worded is not decided here.
//!
//! In: the tree of what is exposed, with its names. Out: each text, and each element that is announced, in the order in which they
//! are heard. An element that holds more than the words of its name begins and ends.

use std::collections::HashMap;

use super::element::Element;
use super::reader::Read;
use super::spoken::characters;
use super::table::{self, Tables};
use super::tree::{ROOT, Tree, What};
use crate::audit::aria::Naming;
use crate::audit::text;

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Words of the page.
    Text,
    /// An element of which nothing more is heard.
    Whole,
    /// An element; what is in it follows.
    Start,
    /// The end of the element that began with the phrase of this number.
    End(usize),
}

/// One thing that is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What it is.
    pub part: Part,
    /// The role of the element by its name in ARIA, or the name of an element that has none there, such as `summary`; empty
    /// for text.
    pub role: &'static str,
    /// The words of a text, or the name of an element.
    pub name: String,
    /// What is said in the place of the words for the role; empty where those are.
    pub role_words: String,
    /// What browsers call it that has no name, each in the language of its reader: `submit`, `reset`.
    pub own_name: &'static str,
    /// What a form field holds.
    pub value: String,
    /// What describes an element beside its name.
    pub description: String,
    /// The level of a heading, or how deep an item stands in lists.
    pub level: Option<u32>,
    /// Which of how many it is in its list.
    pub set: Option<(u32, u32)>,
    /// Which row of its table it is.
    pub row: Option<u32>,
    /// How many items a list has, and 0; how many rows and columns a table.
    pub counts: Option<(u32, u32)>,
    /// What else is said of it: `current-page`, `collapsed` …
    pub states: Vec<&'static str>,
    /// The words of the cells that head a cell.
    pub headers: Vec<String>,
    /// The language it is in, where that is not the language of the page.
    pub lang: String,
    /// How its words lie on the page.
    pub layout: Layout,
}

/// How words lie on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// Whether the element begins a line.
    pub is_block: bool,
    /// Whether an element in it does.
    pub holds_blocks: bool,
    /// Whether the name of the element is what stands in it.
    pub by_content: bool,
    /// Whether its name is said in the place of what stands in it.
    pub is_said: bool,
    /// Whether white space stands before it.
    pub is_apart: bool,
}

/// Roles of which several make a set.
const IN_SETS: &[&str] =
    &["listitem", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio", "tab", "treeitem"];

/// The places of the nodes of a page.
pub(super) struct Places {
    /// All of them in the order in which they are heard.
    pub order: Vec<u32>,
    /// For each node the nearest element around it that is announced.
    pub near: Vec<u32>,
    /// For each node which of how many it is.
    sets: Vec<(u32, u32)>,
    /// For each node in how many items of lists it stands.
    depths: Vec<u32>,
}

impl Places {
    fn of(tree: &Tree<'_>) -> Self {
        let many = tree.numbers().len();
        let (mut order, mut near) = (Vec::with_capacity(many), vec![ROOT; many]);
        let (mut sets, mut depths) = (vec![(0, 0); many], vec![0; many]);
        let mut members: HashMap<(u32, &str), Vec<u32>> = HashMap::new();
        let mut open = vec![ROOT];
        while let Some(at) = open.pop() {
            order.push(at);
            let role = tree.element(at).map_or("", Element::heard_role);
            if IN_SETS.contains(&role) {
                members.entry((near[at as usize], role)).or_default().push(at);
            }
            let announced = if role.is_empty() { near[at as usize] } else { at };
            for child in tree.children(at).rev() {
                near[child as usize] = announced;
                depths[child as usize] = depths[at as usize] + u32::from(role == "listitem");
                open.push(child);
            }
        }
        for members in members.values() {
            for (position, &member) in (1..).zip(members) {
                sets[member as usize] = (position, members.len() as u32);
            }
        }
        Self { order, near, sets, depths }
    }
}

/// The phrases of a page.
pub(super) fn of(read: &Read<'_>) -> Vec<Phrase> {
    let tree = &read.tree;
    let places = Places::of(tree);
    let known = Known { read, counts: counts(tree, &places), tables: table::read(read, &places), places };
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut to_do = vec![Step::Enter(ROOT)];
    // Whether white space stands before an element of which nothing is said.
    let mut is_apart = false;
    while let Some(step) = to_do.pop() {
        let number = match step {
            Step::Enter(number) => number,
            Step::Leave(start) if start + 1 == phrases.len() => {
                phrases[start].part = Part::Whole;
                continue;
            }
            Step::Leave(start) => {
                phrases.push(Phrase::new(Part::End(start), ""));
                continue;
            }
        };
        let node = tree.node(number);
        is_apart |= node.is_apart;
        let mut phrase = match &node.what {
            What::Text(text) => words(text),
            // Of what begins a line that much is said.
            What::Element(element)
                if number != ROOT && (element.is_block || !element.heard_role().is_empty()) =>
            {
                known.phrase(number, element)
            }
            What::Element(_) => {
                to_do.extend(tree.children(number).rev().map(Step::Enter));
                continue;
            }
        };
        phrase.layout.is_apart |= std::mem::take(&mut is_apart);
        if !is_same_voice(node.lang, read.lang) {
            node.lang.clone_into(&mut phrase.lang);
        }
        if phrase.part == Part::Start {
            to_do.push(Step::Leave(phrases.len()));
            to_do.extend(tree.children(number).rev().map(Step::Enter));
        }
        phrases.push(phrase);
    }
    phrases
}

/// The phrase of a text. The space at its end stays: it parts the words from those that follow.
fn words(text: &str) -> Phrase {
    let words = characters(text);
    let mut phrase = Phrase::new(Part::Text, "");
    phrase.name = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.ends_with(char::is_whitespace) {
        phrase.name.push(' ');
    }
    phrase.layout.is_apart = words.starts_with(char::is_whitespace);
    phrase
}

/// What is known of a page.
struct Known<'a, 'p> {
    read: &'a Read<'p>,
    places: Places,
    counts: HashMap<u32, u32>,
    tables: Tables,
}

impl Known<'_, '_> {
    /// The phrase that an element begins with, or is.
    fn phrase(&self, number: u32, element: &Element<'_>) -> Phrase {
        let Self { read, places, counts, tables } = self;
        let role = match element.heard_role() {
            "columnheader" if tables.row_headers.contains(&number) => "rowheader",
            role => role,
        };
        let may_be_named =
            !role.is_empty() && element.role.is_none_or(|role| role.naming != Naming::Prohibited);
        let given = |words: Option<&str>| {
            let words = characters(words.unwrap_or_default());
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let name = if may_be_named { read.names.words(&element.name) } else { String::new() };
        let mut description = read.names.words(&element.description);
        if description.is_empty() && may_be_named {
            description = given(element.title.filter(|title| !text::is_blank(title)));
        }
        if description == name {
            description.clear();
        }
        let is_leaf = element.role.is_some_and(|role| role.is_leaf);
        let is_said = is_leaf || element.from_content && element.is_labelled && !name.is_empty();
        let part = if is_only_text(&read.tree, number, &name) { Part::Whole } else { Part::Start };
        Phrase {
            name,
            value: given(element.value),
            role_words: given(element.role_words.filter(|_| may_be_named)),
            own_name: element.own_name,
            description,
            level: element.level.or((role == "listitem").then(|| places.depths[number as usize] + 1)),
            set: Some(places.sets[number as usize]).filter(|&(_, size)| size > 0),
            row: tables.rows.get(&number).copied(),
            counts: tables.counts.get(&number).copied().or(counts.get(&number).map(|&count| (count, 0))),
            states: element.states.clone(),
            headers: tables.headers.get(&number).map(|headers| words_of(read, headers)).unwrap_or_default(),
            layout: Layout {
                is_block: element.is_block,
                holds_blocks: element.holds_blocks,
                by_content: element.from_content && !is_said,
                is_said,
                is_apart: false,
            },
            ..Phrase::new(part, role)
        }
    }
}

enum Step {
    Enter(u32),
    /// Ends the element of this phrase.
    Leave(usize),
}

impl Phrase {
    fn new(part: Part, role: &'static str) -> Self {
        Self {
            part,
            role,
            name: String::new(),
            role_words: String::new(),
            own_name: "",
            value: String::new(),
            description: String::new(),
            level: None,
            set: None,
            row: None,
            counts: None,
            states: Vec::new(),
            headers: Vec::new(),
            lang: String::new(),
            layout: Layout::default(),
        }
    }
}

/// Whether screen readers go on with the same voice: a script or a region changes it for few.
fn is_same_voice(one: &str, other: &str) -> bool {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    one.is_empty() || language(one) == language(other)
}

/// Whether nothing but the words of its name stands in an element.
fn is_only_text(tree: &Tree<'_>, number: u32, name: &str) -> bool {
    let mut children = tree.children(number);
    match (children.next(), children.next()) {
        (Some(only), None) => match &tree.node(only).what {
            What::Text(text) if !name.is_empty() => characters(text).split_whitespace().eq(name.split(' ')),
            _ => false,
        },
        _ => false,
    }
}

/// How many members each set has, by the element around them.
fn counts(tree: &Tree<'_>, places: &Places) -> HashMap<u32, u32> {
    let mut counts = HashMap::new();
    for &number in &places.order {
        let role = tree.element(number).map_or("", Element::heard_role);
        let around = places.near[number as usize];
        let of_list = tree.element(around).is_some_and(|element| element.heard_role() == "dl");
        if IN_SETS.contains(&role) || role == "term" && of_list {
            *counts.entry(around).or_default() += 1;
        }
    }
    counts
}

/// The words of cells that head another.
fn words_of(read: &Read<'_>, headers: &[u32]) -> Vec<String> {
    let words = headers.iter().filter_map(|&header| Some(read.names.words(&read.tree.element(header)?.name)));
    words.filter(|words| !words.is_empty()).collect()
}
