//! Elements with their attributes and what stands in them, until the file is written.
//!
//! In: elements as they open and close. Out: a tree, and its XML: blanks are added only between elements that hold no words themselves.

use crate::xml;

/// An element or some words.
#[derive(Debug, Clone)]
pub enum Node {
    /// Words.
    Words(String),
    /// An element.
    Element(Element),
}

/// An element.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// Its name: that of HTML while a text is collected, then that of Akoma Ntoso.
    pub name: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What stands in it.
    pub children: Vec<Node>,
    /// The id that it has on the page.
    pub id: Option<String>,
}

impl Element {
    /// An empty element.
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// The same with an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with what stands in it.
    pub fn holding(mut self, children: Vec<Node>) -> Self {
        self.children = children;
        self
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Takes an attribute away.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let at = self.attributes.iter().position(|(known, _)| *known == name)?;
        Some(self.attributes.remove(at).1)
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Elements whose words stand in a line: no blank may be added in them.
const LINES: [&str; 9] =
    ["p", "num", "heading", "caption", "block", "docTitle", "subheading", "crossHeading", "docNumber"];

/// Writes an element and what stands in it.
pub fn write(out: &mut xml::Writer, element: &Element, in_line: bool) {
    let attributes: Vec<_> = element.attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let is_line = in_line || LINES.contains(&element.name);
    if element.children.is_empty() {
        out.void(element.name, &attributes);
    } else {
        out.begin_words(element.name, &attributes);
        if !is_line {
            out.new_line();
        }
        for child in &element.children {
            match child {
                Node::Words(words) => out.say(words),
                Node::Element(child) => write(out, child, is_line),
            }
        }
        out.end_words(element.name);
    }
    if !in_line {
        out.new_line();
    }
}

/// Collects elements as they open and close.
#[derive(Debug)]
pub struct Builder {
    open: Vec<Element>,
}

impl Builder {
    /// One with nothing in it.
    pub fn new() -> Self {
        Self { open: vec![Element::default()] }
    }

    /// Begins an element.
    pub fn begin(&mut self, element: Element) {
        self.open.push(element);
    }

    /// Ends the innermost element.
    pub fn end(&mut self) {
        if self.open.len() > 1
            && let Some(element) = self.open.pop()
        {
            self.add(element);
        }
    }

    /// Ends the elements down to the last one of this name, above those that were open at `depth`.
    pub fn end_named(&mut self, name: &str, depth: usize) {
        if let Some(at) = self.open.iter().rposition(|element| element.name == name)
            && at >= depth.max(1)
        {
            self.end_to(at);
        }
    }

    /// Ends all elements but so many.
    pub fn end_to(&mut self, depth: usize) {
        while self.open.len() > depth.max(1) {
            self.end();
        }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Adds an element.
    pub fn add(&mut self, element: Element) {
        if let Some(last) = self.open.last_mut() {
            last.children.push(Node::Element(element));
        }
    }

    /// Adds words.
    pub fn say(&mut self, words: &str) {
        if let Some(last) = self.open.last_mut()
            && !words.is_empty()
        {
            match last.children.last_mut() {
                Some(Node::Words(before)) => before.push_str(words),
                _ => last.children.push(Node::Words(words.to_owned())),
            }
        }
    }

    /// All that was collected.
    pub fn take(&mut self) -> Vec<Node> {
        self.end_to(1);
        self.open.last_mut().map(|root| std::mem::take(&mut root.children)).unwrap_or_default()
    }
}
