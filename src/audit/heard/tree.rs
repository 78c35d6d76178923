//! What a page gives to assistive technology, as a tree.
//!
//! In: elements and texts as the reader of the page comes to them. Out: a [`Tree`] of those that are exposed, in the order in
//! which they are heard: what an `aria-owns` names stands after all else in its owner.

use std::collections::HashMap;

use super::element::Element;

/// What stands around the page.
pub(super) const ROOT: u32 = 0;

/// The exposed elements and texts of a page.
#[derive(Debug)]
pub(super) struct Tree<'p> {
    nodes: Vec<Node<'p>>,
}

/// An element or a text.
#[derive(Debug)]
pub(super) struct Node<'p> {
    pub parent: u32,
    /// Those in it, and some that were taken elsewhere: these have another parent.
    children: Vec<u32>,
    pub what: What<'p>,
    /// The language it is in, as written.
    pub lang: &'p str,
    /// Whether white space stands before it.
    pub is_apart: bool,
}

#[derive(Debug)]
pub(super) enum What<'p> {
    /// Text as the page has it, with character references.
    Text(&'p str),
    Element(Box<Element<'p>>),
}

impl<'p> Tree<'p> {
    pub fn new() -> Self {
        let what = What::Element(Box::new(Element::root()));
        Self { nodes: vec![Node { parent: ROOT, children: Vec::new(), what, lang: "", is_apart: false }] }
    }

    /// Adds an element or a text as the last in its parent.
    pub fn add(&mut self, parent: u32, what: What<'p>, lang: &'p str, is_apart: bool) -> u32 {
        let number = self.nodes.len() as u32;
        if matches!(&what, What::Element(element) if element.is_block) {
            self.mark_block(parent);
        }
        self.nodes.push(Node { parent, children: Vec::new(), what, lang, is_apart });
        self.nodes[parent as usize].children.push(number);
        number
    }

    /// Notes that a block stands in an element, and so in all around it.
    fn mark_block(&mut self, mut at: u32) {
        while let What::Element(element) = &mut self.nodes[at as usize].what
            && !element.holds_blocks
        {
            element.holds_blocks = true;
            at = self.nodes[at as usize].parent;
        }
    }

    pub fn node(&self, number: u32) -> &Node<'p> {
        &self.nodes[number as usize]
    }

    /// The element of a number, if it is one.
    pub fn element(&self, number: u32) -> Option<&Element<'p>> {
        match &self.nodes[number as usize].what {
            What::Element(element) => Some(element),
            What::Text(_) => None,
        }
    }

    pub fn element_mut(&mut self, number: u32) -> Option<&mut Element<'p>> {
        match &mut self.nodes[number as usize].what {
            What::Element(element) => Some(element),
            What::Text(_) => None,
        }
    }

    /// The numbers of all nodes, in the order of the page.
    pub fn numbers(&self) -> std::ops::Range<u32> {
        0..self.nodes.len() as u32
    }

    /// What stands in a node, in the order in which it is heard.
    pub fn children(&self, number: u32) -> impl DoubleEndedIterator<Item = u32> {
        let here = move |child: &u32| self.nodes[*child as usize].parent == number;
        self.nodes[number as usize].children.iter().copied().filter(here)
    }

    /// Puts what `aria-owns` names in its owner; `by_id` are the first elements of each id. What would then stand in itself,
    /// and what is owned already, stays.
    pub fn move_owned(&mut self, by_id: &HashMap<String, u32>) {
        let mut owned = vec![false; self.nodes.len()];
        for owner in self.numbers() {
            let Some(ids) = self.element(owner).and_then(|element| element.owns) else { continue };
            for id in super::spoken::characters(ids).split_ascii_whitespace() {
                let Some(&child) = by_id.get(id) else { continue };
                if owned[child as usize] || self.is_within(owner, child) {
                    continue;
                }
                owned[child as usize] = true;
                let before = std::mem::replace(&mut self.nodes[child as usize].parent, owner);
                if before == owner {
                    self.nodes[owner as usize].children.retain(|&other| other != child);
                }
                self.nodes[owner as usize].children.push(child);
                self.mark_block(owner);
            }
        }
    }

    fn is_within(&self, mut number: u32, other: u32) -> bool {
        while number != ROOT && number != other {
            number = self.nodes[number as usize].parent;
        }
        number == other
    }
}
