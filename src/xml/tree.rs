//! A file of XML as a tree, for files whose parts refer to each other.
//!
//! In: the text of a file, and the short prefixes of the namespaces that its reader knows. Out: elements with their attributes
//! and texts, named by these prefixes whatever the file calls them; a name of no known namespace begins with `?`.
//! Refused: what [`read`](super::read) refuses, a document type, and more elements than the reader allows.
//!
//! Text between elements is kept only where the reader asks for it ([`Tree::read_mixed`]): it is then an element without a name
//! among the others, so that files without such text take no more room.
//!
//! The tree is three lists, so it takes a few dozen bytes an element, and is gone at once.

use std::collections::HashMap;
use std::ops::Range;

use super::{Malformed, Visitor, fault, read};

/// How large a tree may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many elements.
    pub elements: usize,
    /// How many elements may stand in each other.
    pub depth: usize,
}

/// A file that was read.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<(u32, Range<u32>)>,
    text: String,
    names: Vec<Box<str>>,
}

#[derive(Debug)]
struct Node {
    name: u32,
    attributes: Range<u32>,
    /// Its own text; empty where it holds elements.
    text: Range<u32>,
    first: u32,
    next: u32,
}

/// No element.
const NONE: u32 = u32::MAX;

impl Tree {
    /// Reads a file; `prefixes` are the namespaces that are known, each with its prefix.
    ///
    /// # Errors
    /// Where it is refused.
    pub fn read(file: &str, prefixes: &[(&str, &'static str)], limits: Limits) -> Result<Self, Malformed> {
        Self::build(file, prefixes, limits, false)
    }

    /// The same, with the text between elements.
    ///
    /// # Errors
    /// Where it is refused.
    pub fn read_mixed(
        file: &str,
        prefixes: &[(&str, &'static str)],
        limits: Limits,
    ) -> Result<Self, Malformed> {
        Self::build(file, prefixes, limits, true)
    }

    fn build(
        file: &str,
        prefixes: &[(&str, &'static str)],
        limits: Limits,
        is_mixed: bool,
    ) -> Result<Self, Malformed> {
        let tree = Self { nodes: Vec::new(), attributes: Vec::new(), text: String::new(), names: Vec::new() };
        let mut builder = Builder {
            tree,
            prefixes,
            limits,
            is_mixed,
            known: HashMap::new(),
            called: Default::default(),
            scopes: Vec::new(),
            waiting: Vec::new(),
            open: Vec::new(),
            fault: None,
        };
        let result = read(file, &mut builder);
        match builder.fault {
            Some(fault) => Err(fault),
            None => result.map(|()| builder.tree),
        }
    }

    /// The root element.
    pub fn root(&self) -> Element<'_> {
        Element { tree: self, at: 0 }
    }
}

/// An element of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Element<'a> {
    tree: &'a Tree,
    at: u32,
}

impl<'a> Element<'a> {
    fn node(self) -> Option<&'a Node> {
        self.tree.nodes.get(self.at as usize)
    }

    /// Its name, with the prefix of its reader; empty for text between elements.
    pub fn name(self) -> &'a str {
        self.node().and_then(|node| self.tree.names.get(node.name as usize)).map_or("", |name| name)
    }

    /// The value of an attribute.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        let range = self.node()?.attributes.clone();
        let attributes = self.tree.attributes.get(range.start as usize..range.end as usize)?;
        let is_named =
            |(key, _): &&(u32, _)| self.tree.names.get(*key as usize).is_some_and(|key| **key == *name);
        let (_, value) = attributes.iter().find(is_named)?;
        self.tree.text.get(value.start as usize..value.end as usize)
    }

    /// Its text, if it holds no elements.
    pub fn text(self) -> &'a str {
        let text =
            self.node().and_then(|node| self.tree.text.get(node.text.start as usize..node.text.end as usize));
        text.unwrap_or_default()
    }

    /// The elements in it.
    pub fn children(self) -> impl Iterator<Item = Element<'a>> {
        let mut next = self.node().map_or(NONE, |node| node.first);
        std::iter::from_fn(move || {
            let child = Element { tree: self.tree, at: next };
            next = child.node()?.next;
            Some(child)
        })
    }

    /// The first element of a name in it.
    pub fn child(self, name: &str) -> Option<Element<'a>> {
        self.children().find(|child| child.name() == name)
    }

    /// The elements of a name at any depth in it, in order; none inside another.
    pub fn outermost(self, name: &str) -> Vec<Element<'a>> {
        let mut found = Vec::new();
        let mut open: Vec<Element<'a>> = self.children().collect();
        open.reverse();
        while let Some(element) = open.pop() {
            if element.name() == name {
                found.push(element);
                continue;
            }
            let from = open.len();
            open.extend(element.children());
            if let Some(new) = open.get_mut(from..) {
                new.reverse();
            }
        }
        found
    }
}

struct Builder<'p> {
    tree: Tree,
    prefixes: &'p [(&'p str, &'static str)],
    limits: Limits,
    /// Whether text between elements is kept.
    is_mixed: bool,
    known: HashMap<Box<str>, u32>,
    /// What names of the file are called while the same namespaces are bound: of elements, and of attributes.
    called: [HashMap<Box<str>, u32>; 2],
    /// The namespaces that are bound, by the prefix of the file, each with the depth that binds it.
    scopes: Vec<(usize, Box<str>, &'static str)>,
    /// The attributes of the element that begins next.
    waiting: Vec<(Box<str>, Box<str>)>,
    /// The open elements: each with its last child and where its text, or that after its last child, begins.
    open: Vec<(u32, u32, u32)>,
    fault: Option<Malformed>,
}

impl Builder<'_> {
    fn intern(&mut self, name: String) -> u32 {
        if let Some(known) = self.known.get(name.as_str()) {
            return *known;
        }
        let at = self.tree.names.len() as u32;
        self.tree.names.push(name.as_str().into());
        self.known.insert(name.into(), at);
        at
    }

    /// The place of a name of the file among the names.
    fn place(&mut self, name: &str, is_attribute: bool) -> u32 {
        let [elements, attributes] = &self.called;
        if let Some(place) = if is_attribute { attributes } else { elements }.get(name) {
            return *place;
        }
        let canonical = self.canonical(name, is_attribute);
        let place = self.intern(canonical);
        let [elements, attributes] = &mut self.called;
        if is_attribute { attributes } else { elements }.insert(name.into(), place);
        place
    }

    fn forget(&mut self) {
        self.called.iter_mut().for_each(HashMap::clear);
    }

    /// A name of the file with the prefix of its reader; an attribute without prefix is of no namespace.
    fn canonical(&self, name: &str, is_attribute: bool) -> String {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if prefix == "xml" || (is_attribute && prefix.is_empty()) {
            return name.to_owned();
        }
        let bound = self.scopes.iter().rev().find(|(_, bound, _)| **bound == *prefix);
        match bound.map(|(_, _, known)| *known) {
            None | Some("") if prefix.is_empty() => local.to_owned(),
            Some(known) if known != "?" && !known.is_empty() => format!("{known}:{local}"),
            Some("") => local.to_owned(),
            _ => format!("?{local}"),
        }
    }

    fn push_text(&mut self, text: &str) -> Range<u32> {
        let start = self.tree.text.len() as u32;
        self.tree.text.push_str(text);
        start..self.tree.text.len() as u32
    }

    /// Adds a node to the innermost open element, if there may be more.
    fn add(&mut self, node: Node, place: Range<usize>) {
        if self.fault.is_none() && self.tree.nodes.len() >= self.limits.elements {
            let why = format!("it has more than {} elements", self.limits.elements);
            self.fault = Some(fault(place, &why));
        }
        if self.fault.is_some() {
            return;
        }
        let at = self.tree.nodes.len() as u32;
        self.tree.nodes.push(node);
        if let Some((parent, last, _)) = self.open.last_mut() {
            let before = if *last == NONE { *parent } else { *last };
            let is_first = *last == NONE;
            *last = at;
            if let Some(before) = self.tree.nodes.get_mut(before as usize) {
                *if is_first { &mut before.first } else { &mut before.next } = at;
            }
        }
    }

    /// The text since the last element is one of its own.
    fn end_text(&mut self, place: Range<usize>) {
        let end = self.tree.text.len() as u32;
        let Some(start) = self.open.last().map(|(_, _, start)| *start).filter(|start| *start < end) else {
            return;
        };
        let name = self.intern(String::new());
        self.add(Node { name, attributes: 0..0, text: start..end, first: NONE, next: NONE }, place);
    }
}

impl Visitor for Builder<'_> {
    fn attribute(&mut self, name: &str, value: &str) {
        let prefix = name.strip_prefix("xmlns").and_then(|rest| match rest {
            "" => Some(""),
            rest => rest.strip_prefix(':'),
        });
        match prefix {
            Some(prefix) => {
                let known = self.prefixes.iter().find(|(space, _)| *space == value);
                let known = known.map_or("?", |(_, prefix)| *prefix);
                self.scopes.push((self.open.len(), prefix.into(), known));
                self.forget();
            }
            None => self.waiting.push((name.into(), value.into())),
        }
    }

    fn start(&mut self, name: &str, place: Range<usize>) {
        if self.is_mixed && self.fault.is_none() {
            self.end_text(place.clone());
        }
        if self.fault.is_none() && self.open.len() >= self.limits.depth {
            let why = format!("an element lies in more than {} others", self.limits.depth);
            self.fault = Some(fault(place.clone(), &why));
        }
        let at = self.tree.nodes.len() as u32;
        let first = self.tree.attributes.len() as u32;
        for (name, value) in std::mem::take(&mut self.waiting) {
            if self.fault.is_some() {
                break;
            }
            let name = self.place(&name, true);
            let value = self.push_text(&value);
            self.tree.attributes.push((name, value));
        }
        let attributes = first..self.tree.attributes.len() as u32;
        if self.fault.is_none() {
            let name = self.place(name, false);
            self.add(Node { name, attributes, text: 0..0, first: NONE, next: NONE }, place);
        }
        self.open.push((at, NONE, self.tree.text.len() as u32));
    }

    fn end(&mut self, end_tag: usize) {
        let has_elements = self.open.last().is_some_and(|(_, last, _)| *last != NONE);
        if self.is_mixed && has_elements && self.fault.is_none() {
            self.end_text(end_tag..end_tag);
        }
        let Some((at, last, text)) = self.open.pop() else { return };
        while self.scopes.pop_if(|(depth, _, _)| *depth >= self.open.len()).is_some() {
            self.forget();
        }
        let end = self.tree.text.len() as u32;
        if last == NONE
            && let Some(node) = self.tree.nodes.get_mut(at as usize)
        {
            node.text = text..end;
        }
        if let Some((_, _, start)) = self.open.last_mut() {
            *start = end;
        }
    }

    fn text(&mut self, text: &str) {
        // Blanks between elements are no text of anything, unless words stand there too.
        if self.fault.is_none() && self.open.last().is_some_and(|(_, last, _)| self.is_mixed || *last == NONE)
        {
            self.push_text(text);
        }
    }

    fn character(&mut self, c: char) {
        if self.fault.is_none() {
            self.tree.text.push(c);
        }
    }

    fn declares(&mut self, markup: &str, place: Range<usize>) {
        if markup.starts_with("<!") && self.fault.is_none() {
            self.fault = Some(fault(place, "it has a document type, which may hide what the file says"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { elements: 9, depth: 4 };

    fn tree(file: &str) -> Result<Tree, String> {
        Tree::read(file, &[("urn:w", "w"), ("urn:r", "r")], LIMITS).map_err(|malformed| malformed.why)
    }

    #[test]
    fn names_are_those_of_the_reader() {
        let tree = tree(
            "<d xmlns='urn:w' xmlns:x='urn:r' xmlns:n='urn:n'><p x:id='甲&amp;乙' id='3'><t>一&#x4E8C;<![CDATA[三]]></t></p> <n:p/> <p/></d>",
        )
        .unwrap();
        let root = tree.root();
        assert_eq!((root.name(), root.text()), ("w:d", ""));
        let names: Vec<_> = root.children().map(Element::name).collect();
        assert_eq!(names, ["w:p", "?p", "w:p"]);
        let p = root.child("w:p").unwrap();
        assert_eq!(
            (p.attribute("r:id"), p.attribute("id"), p.attribute("x:id")),
            (Some("甲&乙"), Some("3"), None)
        );
        assert_eq!(p.child("w:t").unwrap().text(), "一二三");
        assert_eq!(root.outermost("w:t").len(), 1);
    }

    #[test]
    fn text_between_elements_is_kept_where_it_is_asked_for() {
        let file = "<p x='0'>甲<s y='1'>乙</s>丙<!-- 丁 -->&amp;<s/>戊</p>";
        let tree = Tree::read_mixed(file, &[], LIMITS).unwrap();
        let pieces: Vec<_> = tree.root().children().map(|it| (it.name(), it.text())).collect();
        assert_eq!(pieces, [("", "甲"), ("s", "乙"), ("", "丙&"), ("s", ""), ("", "戊")]);
        let many = format!("<a>{}</a>", "<b/>.".repeat(5));
        assert!(Tree::read_mixed(&many, &[], LIMITS).unwrap_err().why.contains("more than 9 elements"));
        assert!(Tree::read(&many, &[], LIMITS).is_ok());
    }

    #[test]
    fn a_namespace_ends_with_its_element() {
        let tree = tree("<a><w:b xmlns:w='urn:w'><w:c/></w:b><w:d xmlns:w='urn:n'/></a>").unwrap();
        let names: Vec<_> = tree.root().children().map(Element::name).collect();
        assert_eq!(names, ["w:b", "?d"]);
    }

    #[test]
    fn what_would_grow_without_end_is_refused() {
        assert!(tree("<a><b/><b/><b/><b/><b/><b/><b/><b/></a>").is_ok());
        assert!(
            tree("<a><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>").unwrap_err().contains("more than 9 elements")
        );
        assert!(tree("<a><a><a><a/></a></a></a>").is_ok());
        assert!(tree("<a><a><a><a><a/></a></a></a></a>").unwrap_err().contains("in more than 4 others"));
        assert!(tree("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>").unwrap_err().contains("document type"));
        assert!(tree("<a>&x;</a>").unwrap_err().contains("&x;"));
    }
}
