//! The reader of a page that keeps what is heard.
//!
//! In: the tokens of a page. Out: the [`Tree`] of what is exposed, and its names, computed as the rules compute them.
//!
//! Refused: what is hidden, and what stands in `noscript`, `iframe` and `template`. What is in closed details is kept: it is
//! heard when a reader opens them. What style sheets hide is not known here.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::element::Element;
use super::spoken::{Name, Sayable, Spoken, characters};
use super::tree::{ROOT, Tree, What};
use crate::audit::accessible_name::{Contribution, Names, Opened, Words};
use crate::audit::element_kind::ElementKind;
use crate::audit::input::Medium;
use crate::audit::labels::{Field, Labels};
use crate::audit::name_sources;
use crate::audit::semantics::{self, Semantics};
use crate::audit::stack::{Frame, Stack};
use crate::audit::tag::{Attribute, Tag};
use crate::audit::text;
use crate::audit::token::{EndTag, TokenSink};
use crate::audit::tokens;
use crate::source::slice;

/// In so many elements that are named by their content another one is; in more of them its words are heard, and are no name:
/// time would grow with the square of their depth.
const DEEPEST_NAME: u32 = 8;

/// A page that was read.
pub(super) struct Read<'p> {
    pub tree: Tree<'p>,
    pub names: Sayable<'p>,
    /// The first element of each id.
    pub nodes_by_id: HashMap<String, u32>,
    /// The language of the page as it says it.
    pub lang: &'p str,
    pub title: String,
}

/// What is to do at the end of an element, and what those in it ask for.
struct Open<'p> {
    /// Its number, if it is exposed.
    node: Option<u32>,
    name: Opened<u32>,
    id: Option<&'p str>,
    /// The name that an element in it gives it.
    child: Option<Name<'p>>,
    /// Whether it gives the element around it a name.
    names_parent: bool,
    kind: ElementKind,
    /// In how many elements that are named by their content those in it stand.
    names_by_content: u32,
    lang: &'p str,
    /// The exposed element that what is in it stands in.
    within: u32,
}

struct Reader<'p> {
    html: &'p str,
    stack: Stack<'p, Open<'p>>,
    names: Names<'p, Spoken<'p>>,
    labels: Labels<Name<'p>>,
    tree: Tree<'p>,
    by_id: HashMap<String, Name<'p>>,
    nodes_by_id: HashMap<String, u32>,
    lang: Option<&'p str>,
    title: Option<Range<usize>>,
    /// The number of the open textarea.
    textarea: Option<u32>,
    /// Where the last token ends; that of an end tag, where it begins.
    at: usize,
    /// Whether white space stands before what comes next.
    is_apart: bool,
}

/// Reads a page to its end. What lol_html cannot read is left out, as the audit says of the page.
pub(super) fn read(html: &str) -> Read<'_> {
    let mut reader = Reader {
        html,
        stack: Stack::new(),
        names: Names::default(),
        labels: Labels::default(),
        tree: Tree::new(),
        by_id: HashMap::new(),
        nodes_by_id: HashMap::new(),
        lang: None,
        title: None,
        textarea: None,
        at: 0,
        is_apart: false,
    };
    let _ = tokens::read(html, Medium::Site, &mut reader);
    reader.close_to(1);
    let Reader { names, labels, mut tree, by_id, nodes_by_id, lang, title, .. } = reader;
    let labels = labels.by_field();
    for number in tree.numbers() {
        let Some(element) = tree.element_mut(number) else { continue };
        let Some(field) = element.field else { continue };
        let given = std::mem::take(&mut element.name);
        let label = labels.of(field).fold(Name::Nothing, |before, label| before.and(label.clone()));
        let last = std::mem::take(&mut element.last_name);
        element.name = Spoken::first(Spoken::first(given, label), last);
    }
    tree.move_owned(&nodes_by_id);
    let title =
        title.map(|range| characters(slice(html, range)).split_whitespace().collect::<Vec<_>>().join(" "));
    Read {
        tree,
        names: Sayable::new(names.words, by_id),
        nodes_by_id,
        lang: lang.unwrap_or_default(),
        title: title.unwrap_or_default(),
    }
}

impl<'p> Reader<'p> {
    fn close_to(&mut self, depth: usize) {
        while self.stack.is_above(depth) {
            let Some((_, open)) = self.stack.pop() else { return };
            if let Some(open) = open {
                self.closed(open);
            }
        }
    }

    fn closed(&mut self, open: Open<'p>) {
        if open.kind.begins_line() {
            self.names.text(" ");
            self.is_apart = true;
        }
        let content = self.names.content(&open.name);
        let closed = self.names.close(&open.name, open.child);
        if let Some(id) = open.id {
            let id = characters(id).into_owned();
            self.by_id.entry(id).or_insert(closed.referred);
        }
        if open.names_parent
            && let Some(parent) = self.stack.debt_mut()
        {
            parent.child.get_or_insert(content);
        }
        if open.kind == ElementKind::Label {
            self.labels.close(closed.name.clone());
        }
        if let Some(element) = open.node.and_then(|node| self.tree.element_mut(node)) {
            element.name = closed.name;
        }
    }

    /// Notes the white space between the last token and the next, which begins there.
    fn gap(&mut self, until: usize) {
        let between = self.html.get(self.at..until).unwrap_or_default();
        // An end tag is noted where it begins.
        let between = match between.starts_with("</") {
            true => between.find('>').map_or("", |end| slice(between, end + 1..)),
            false => between,
        };
        if between.starts_with(char::is_whitespace) || between.ends_with(char::is_whitespace) {
            self.names.text(" ");
            self.is_apart = true;
        }
    }

    /// What stands around what comes next: the exposed element, the language, how many elements are named by their content.
    fn around(&mut self) -> (u32, &'p str, u32) {
        let open = self.stack.debt_mut();
        open.map_or((ROOT, "", 0), |open| (open.within, open.lang, open.names_by_content))
    }
}

impl<'p> TokenSink<'p> for Reader<'p> {
    fn start(&mut self, tag: &Tag<'p>) {
        let kind = tag.kind;
        self.gap(tag.span.start as usize);
        self.at = tag.span.end as usize;
        if let Some(depth) = self.stack.implied(kind) {
            self.close_to(depth);
        }
        let around = *self.stack.top();
        if around.template {
            if tag.has_content {
                self.stack.push(Frame { kind, owes: false, ..around }, tag);
            }
            return;
        }
        if kind == ElementKind::Html && self.lang.is_none() {
            self.lang = Some(tag.get(Attribute::Lang).unwrap_or_default().trim());
        }
        let semantics = Semantics::of(kind, tag, &around);
        let is_hidden = !semantics.is_exposed() || kind.is_unread() || kind == ElementKind::Rp;
        let hidden = around.hidden || is_hidden;
        let (parent, lang, names_by_content) = self.around();
        let lang = tag.lang().unwrap_or(lang);
        if kind.begins_line() {
            self.names.text(" ");
        }
        let from_content =
            names_by_content < DEEPEST_NAME && name_sources::is_named_by_content(kind, semantics.role);
        let names_parent = names_by_content < DEEPEST_NAME && names_parent(tag, around.kind);
        let mut sources = name_sources::of(kind, tag, semantics.role);
        if let Some(sources) = sources.as_mut().filter(|_| name_sources::own_name(kind, tag).is_some()) {
            // Its name is a word of the language of the text.
            (sources.native, sources.title) = (None, None);
        }
        let mut field = None;
        if kind == ElementKind::Label {
            self.labels.open(tag);
        } else if semantics::is_labelable(kind, tag) {
            field = Some(self.labels.field(tag));
        }
        let mut contribution = name_sources::contribution(kind, tag, is_hidden && !around.hidden);
        if field.is_some_and(|field: Field| field.is_inside) {
            contribution = Contribution::None;
        }
        let mut last_name = Name::Nothing;
        if field.is_some() && kind != ElementKind::Button {
            // What a label says comes before these, and is known only when the page has ended.
            let taken = sources.as_mut().map(|sources| [sources.title.take(), sources.placeholder.take()]);
            let [title, placeholder] =
                taken.unwrap_or_default().map(|words| words.map_or(Name::Nothing, Name::Given));
            last_name = Name::First(Rc::new((title, placeholder)));
        }
        // What is said of a drawing is no text in it.
        let hidden = hidden || is_about_drawing(tag);
        let node = (!hidden).then(|| {
            let element = Element::of(tag, &semantics, &around, from_content, &mut self.names.words);
            let is_apart = std::mem::take(&mut self.is_apart);
            self.tree.add(
                parent,
                What::Element(Box::new(Element { field, last_name, ..element })),
                lang,
                is_apart,
            )
        });
        if let (Some(id), Some(node)) = (tag.get(Attribute::Id), node) {
            self.nodes_by_id.entry(characters(id).into_owned()).or_insert(node);
        }
        let open = Open {
            node,
            name: self.names.open(sources, contribution, from_content),
            id: tag.get(Attribute::Id),
            child: None,
            names_parent,
            kind,
            names_by_content: names_by_content + u32::from((from_content || names_parent) && !hidden),
            lang,
            within: node.unwrap_or(parent),
        };
        self.stack.top_mut().headed |= semantics::heads(kind, &around);
        self.textarea = node.filter(|_| kind == ElementKind::Textarea);
        if tag.has_content {
            // What stands in a video is for those who cannot play it.
            let hidden = hidden || contribution == Contribution::WithoutContent;
            self.stack.owe(open);
            self.stack.push(frame(tag, &semantics, &around, hidden), tag);
        } else {
            self.closed(open);
        }
    }

    fn text(&mut self, range: Range<usize>) {
        self.gap(range.start);
        self.at = range.end;
        let around = self.stack.top();
        let (template, hidden) = (around.template, around.hidden);
        let text = slice(self.html, range);
        if template || text::is_blank(text) {
            return;
        }
        self.names.text(text);
        let (parent, lang, _) = self.around();
        if !hidden {
            let is_apart = std::mem::take(&mut self.is_apart);
            self.tree.add(parent, What::Text(text), lang, is_apart);
        }
    }

    fn raw(&mut self, range: Range<usize>) {
        self.at = range.end;
        match self.stack.top().kind {
            _ if self.stack.top().template => {}
            ElementKind::Title if self.title.is_none() => self.title = Some(range),
            ElementKind::Textarea => {
                let text = slice(self.html, range);
                if let Some(element) = self.textarea.take().and_then(|node| self.tree.element_mut(node)) {
                    element.value = Some(text).filter(|text| !text.trim().is_empty());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, end: EndTag<'p>) {
        self.gap(end.at);
        self.at = end.at;
        let kind = if self.stack.is_other(end.name) { ElementKind::Other } else { end.kind };
        if let Some(depth) = self.stack.ended(kind, end.name) {
            self.close_to(depth);
        }
    }
}

/// What is inherited by those in an element.
fn frame(tag: &Tag<'_>, semantics: &Semantics, around: &Frame, hidden: bool) -> Frame {
    let mut frame = Frame { owes: true, ..semantics.inside(tag, around, hidden) };
    if let Some(role) = semantics.as_parent(tag).filter(|_| !hidden) {
        frame.take_role(role);
    }
    frame
}

/// Whether an element says something of the drawing that it stands in.
fn is_about_drawing(tag: &Tag<'_>) -> bool {
    !tag.of_html && ["desc", "metadata", "title"].iter().any(|name| tag.name().eq_ignore_ascii_case(name))
}

/// Whether an element names the one that it stands in.
fn names_parent(tag: &Tag<'_>, around: ElementKind) -> bool {
    match tag.kind {
        ElementKind::Caption => around == ElementKind::Table,
        ElementKind::Figcaption => around == ElementKind::Figure,
        ElementKind::Legend => around == ElementKind::Fieldset,
        ElementKind::Other => name_sources::is_title_of_drawing(tag),
        _ => false,
    }
}
