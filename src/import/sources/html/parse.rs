//! From the text of a file to a tree, by the parser that works as browsers agreed to.
//!
//! In: the text of a page. Out: its tree; comments are none of it. Refused: elements that lie too deep in others, more of them than any document
//! has, and tags of more attributes than anybody writes, before the parser spends time on them.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TokenizerResult, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, QualName};

use super::tree::{Content, NONE, Node, Tree};
use crate::count::counted;
use crate::import::sources::archive::Damaged;
use crate::source::slice;

/// How many elements and texts a page has at most.
const MOST: usize = 1_500_000;

/// How many elements may lie in each other. Browsers stop at as many.
const DEEPEST: u16 = 512;

/// How much of a file is parsed before it is asked whether that is too much, in bytes.
const STEP: usize = 8 << 10;

/// How many attributes of one tag are read, about: the parser looks for each among all before it.
const ATTRIBUTES: usize = 20_000;

/// What all tags may cost, where each costs the square of its attributes.
const COST: usize = 500_000_000;

/// Parses a file; one of XML closes elements that are empty by their tags.
///
/// # Errors
/// Where it is refused.
pub fn parse(text: &str, is_xml: bool) -> Result<Tree, Damaged> {
    let options = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..Default::default() };
    let builder = TreeBuilder::new(Sink::default(), options);
    let guard = Guard { builder, is_xml, tokens: Cell::new(0), errors: Cell::new(0), cost: Cell::new(0) };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    let (mut at, mut tokens, mut parts) = (0, 0, 0);
    while at < text.len() {
        let end = text.ceil_char_boundary(at.saturating_add(STEP).min(text.len()));
        let step = slice(text, at..end);
        input.push_back(StrTendril::from(step));
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        let guard = &tokenizer.sink;
        // Nothing was read whole: this is a long tag or comment. What parts attributes is a blank, or an error of the page.
        let errors = guard.errors.take();
        let is_stuck = guard.tokens.get() == tokens;
        let blanks = step.bytes().filter(u8::is_ascii_whitespace).count();
        parts = if is_stuck { parts + blanks + errors } else { blanks };
        tokens = guard.tokens.get();
        if parts > ATTRIBUTES + STEP || guard.cost.get() > COST {
            return Err(Damaged(format!(
                "a tag or a comment of it has more than {}",
                counted(ATTRIBUTES, "part")
            )));
        }
        guard.builder.sink.refuse()?;
        at = end;
    }
    tokenizer.end();
    let sink = tokenizer.sink.builder.sink;
    sink.refuse()?;
    Ok(Tree { nodes: sink.nodes.into_inner() })
}

/// What stands between the tokenizer and the builder of the tree, and counts.
struct Guard {
    builder: TreeBuilder<Handle, Sink>,
    is_xml: bool,
    tokens: Cell<usize>,
    errors: Cell<usize>,
    cost: Cell<usize>,
}

/// Elements that HTML closes by itself.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let count = if matches!(token, Token::ParseError(_)) { &self.errors } else { &self.tokens };
        count.set(count.get().wrapping_add(1));
        let mut end = None;
        if let Token::TagToken(tag) = &token {
            self.cost.set(self.cost.get().saturating_add(tag.attrs.len().saturating_mul(tag.attrs.len())));
            let is_closed = self.is_xml && tag.self_closing && tag.kind == TagKind::StartTag;
            let is_foreign = || {
                self.builder.adjusted_current_node_present_but_not_in_html_namespace()
                    || matches!(&*tag.name, "svg" | "math")
            };
            if is_closed && !VOID.contains(&&*tag.name) && !is_foreign() {
                let name = tag.name.clone();
                end = Some(Tag {
                    kind: TagKind::EndTag,
                    name,
                    self_closing: false,
                    attrs: Vec::new(),
                    had_duplicate_attributes: false,
                });
            }
        }
        let result = self.builder.process_token(token, line);
        match end {
            Some(end) => {
                _ = self.builder.process_token(Token::TagToken(end), line);
                TokenSinkResult::Continue
            }
            None => result,
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.is_xml || self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// A node for the parser, with its name.
#[derive(Clone)]
struct Handle {
    at: u32,
    name: Rc<QualName>,
}

struct Sink {
    nodes: RefCell<Vec<Node>>,
    is_too_deep: Cell<bool>,
    no_name: Rc<QualName>,
}

impl Default for Sink {
    fn default() -> Self {
        let no_name = Rc::new(QualName::new(None, html5ever::ns!(), "".into()));
        let sink = Self { nodes: RefCell::default(), is_too_deep: Cell::new(false), no_name };
        sink.add(Content::Element(sink.no_name.clone(), Vec::new()));
        sink
    }
}

impl Sink {
    fn refuse(&self) -> Result<(), Damaged> {
        if self.is_too_deep.get() {
            return Err(Damaged(format!("an element lies in more than {DEEPEST} others")));
        }
        if self.nodes.borrow().len() > MOST {
            return Err(Damaged(format!("it has more than {}", counted(MOST, "element"))));
        }
        Ok(())
    }

    fn add(&self, content: Content) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
            depth: 0,
            content,
        });
        (nodes.len() - 1) as u32
    }

    fn with<T>(&self, at: u32, change: impl FnOnce(&mut Node) -> T) -> Option<T> {
        self.nodes.borrow_mut().get_mut(at as usize).map(change)
    }

    fn detach(&self, at: u32) {
        let out = |node: &mut Node| {
            let around = (node.parent, node.previous, node.next);
            (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
            around
        };
        let Some((parent, previous, next)) = self.with(at, out) else { return };
        if self.with(previous, |node| node.next = next).is_none() {
            self.with(parent, |node| node.first = next);
        }
        if self.with(next, |node| node.previous = previous).is_none() {
            self.with(parent, |node| node.last = previous);
        }
    }

    /// Puts a node into another, before one of those in it or at the end.
    fn put(&self, parent: u32, before: u32, child: NodeOrText<Handle>) {
        let previous = match before {
            NONE => self.with(parent, |node| node.last),
            before => self.with(before, |node| node.previous),
        };
        let Some(previous) = previous else { return };
        let at = match child {
            NodeOrText::AppendNode(node) if node.at == NONE => return,
            NodeOrText::AppendNode(node) => node.at,
            NodeOrText::AppendText(text) => {
                let joined = self.with(previous, |node| match &mut node.content {
                    Content::Text(before) => {
                        before.push_tendril(&text);
                        true
                    }
                    Content::Element(..) => false,
                });
                if joined == Some(true) {
                    return;
                }
                self.add(Content::Text(text))
            }
        };
        self.detach(at);
        let depth = self.with(parent, |node| node.depth).unwrap_or_default().saturating_add(1);
        if depth > DEEPEST {
            self.is_too_deep.set(true);
        }
        self.with(at, |node| {
            (node.parent, node.previous, node.next, node.depth) = (parent, previous, before, depth);
        });
        if self.with(previous, |node| node.next = at).is_none() {
            self.with(parent, |node| node.first = at);
        }
        if self.with(before, |node| node.previous = at).is_none() {
            self.with(parent, |node| node.last = at);
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { at: 0, name: self.no_name.clone() }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        Handle { at: self.add(Content::Element(name.clone(), attributes)), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle { at: NONE, name: self.no_name.clone() }
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> Handle {
        self.create_comment(data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.at, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        match self.with(element.at, |node| node.parent).filter(|parent| *parent != NONE) {
            Some(parent) => self.put(parent, element.at, child),
            None => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds lies in it.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.at == other.at
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.with(sibling.at, |node| node.parent).unwrap_or(NONE);
        self.put(parent, sibling.at, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        self.with(target.at, |node| {
            if let Content::Element(_, known) = &mut node.content {
                for attribute in attributes {
                    if known.len() < ATTRIBUTES && known.iter().all(|known| known.name != attribute.name) {
                        known.push(attribute);
                    }
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.at);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        while let Some(first) = self.with(node.at, |node| node.first).filter(|first| *first != NONE) {
            self.put(
                new_parent.at,
                NONE,
                NodeOrText::AppendNode(Handle { at: first, name: self.no_name.clone() }),
            );
        }
    }
}
