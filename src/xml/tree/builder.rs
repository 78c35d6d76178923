//! Makes a tree of what a file holds, one part after the other.
//!
//! In: the starts and ends of elements, their attributes and texts, as they are read. Out: the lists of the tree, with the names that
//! its reader knows. Refused: a document type, and more or deeper elements than are allowed.

use std::collections::HashMap;
use std::ops::Range;

use super::{Limits, NONE, Node, Tree};
use crate::xml::{Malformed, Visitor, fault, read};

/// Reads a file; with `is_mixed` the text between elements is kept.
pub(super) fn build(
    file: &str,
    prefixes: &[(&str, &'static str)],
    limits: Limits,
    is_mixed: bool,
) -> Result<Tree, Malformed> {
    let tree = Tree { nodes: Vec::new(), attributes: Vec::new(), text: String::new(), names: Vec::new() };
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
