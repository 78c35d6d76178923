//! A page as a tree, made by the parser that browsers agree on.
//!
//! In: what the parser found. Out: elements and texts as a browser has them, one after another, from the inside out, in order or backwards.
//!
//! The tree is one list, so nothing follows it by calling itself, and it is gone at once.

use std::rc::Rc;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

/// No node.
pub const NONE: u32 = u32::MAX;

/// A page.
#[derive(Debug)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// A node, with the places of those around it.
#[derive(Debug)]
pub struct Node {
    pub(super) parent: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) previous: u32,
    pub(super) next: u32,
    pub(super) depth: u16,
    pub(super) content: Content,
}

/// What a node is.
#[derive(Debug)]
pub enum Content {
    /// A text.
    Text(StrTendril),
    /// An element, with its attributes.
    Element(Rc<QualName>, Vec<Attribute>),
}

impl Tree {
    /// What everything lies in.
    pub fn root(&self) -> Element<'_> {
        Element { tree: self, at: 0 }
    }

    /// A node by its place.
    pub fn at(&self, at: u32) -> Option<Element<'_>> {
        self.nodes.get(at as usize).map(|_| Element { tree: self, at })
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }
}

/// An element or a text.
#[derive(Debug, Clone, Copy)]
pub struct Element<'a> {
    tree: &'a Tree,
    /// Its place among all.
    pub at: u32,
}

impl<'a> Element<'a> {
    fn node(self) -> Option<&'a Node> {
        self.tree.nodes.get(self.at as usize)
    }

    fn other(self, at: Option<u32>) -> Option<Self> {
        at.filter(|at| *at != NONE).map(|at| Self { at, ..self })
    }

    /// The node at another place.
    pub fn elsewhere(self, at: u32) -> Self {
        Self { at, ..self }
    }

    /// Its name in small letters; empty for a text.
    pub fn name(self) -> &'a str {
        match self.node().map(|node| &node.content) {
            Some(Content::Element(name, _)) => &name.local,
            _ => "",
        }
    }

    /// The words of a text.
    pub fn text(self) -> Option<&'a str> {
        match &self.node()?.content {
            Content::Text(text) => Some(text),
            Content::Element(..) => None,
        }
    }

    /// The value of an attribute.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        match &self.node()?.content {
            Content::Element(_, attributes) => attributes
                .iter()
                .find(|attribute| *attribute.name.local == *name)
                .map(|attribute| &*attribute.value),
            Content::Text(_) => None,
        }
    }

    /// Whether an attribute that is a list of words has one.
    pub fn has(self, attribute: &str, word: &str) -> bool {
        let words = self.attribute(attribute).unwrap_or_default();
        words.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// What it lies in.
    pub fn parent(self) -> Option<Self> {
        self.other(self.node().map(|node| node.parent))
    }

    /// What it lies in, and what that lies in, from the inside out.
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), |element| element.parent())
    }

    /// What lies in it, in order.
    pub fn children(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.other(self.node().map(|node| node.first)), |child| {
            child.other(child.node().map(|node| node.next))
        })
    }

    /// What lies in it, backwards.
    pub fn backwards(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.other(self.node().map(|node| node.last)), |child| {
            child.other(child.node().map(|node| node.previous))
        })
    }

    /// All that lies in it at any depth, in order.
    pub fn all(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.other(self.node().map(|node| node.first)), move |last| {
            last.following(self, true)
        })
    }

    /// The next one in order, inside an element; with what this one holds, or after it.
    pub fn following(self, inside: Self, is_entered: bool) -> Option<Self> {
        let first = self.other(self.node().map(|node| node.first)).filter(|_| is_entered);
        if first.is_some() {
            return first;
        }
        let mut from = self;
        while from.at != inside.at {
            match from.other(from.node().map(|node| node.next)) {
                Some(next) => return Some(next),
                None => from = from.parent()?,
            }
        }
        None
    }
}
