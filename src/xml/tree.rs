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

mod builder;

use std::ops::Range;

use super::Malformed;

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
        builder::build(file, prefixes, limits, false)
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
        builder::build(file, prefixes, limits, true)
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
