//! The elements of a page, as far as they decide what its readers meet.
//!
//! In: the tokens of a page, and the rules of style that hide something. Out: where elements and texts stand that are shown, each with
//! what stands around it.

use std::ops::Range;

use crate::audit::element_kind::ElementKind;
use crate::audit::input::Medium;
use crate::audit::semantics;
use crate::audit::stack::{Frame, Stack};
use crate::audit::tag::{Attribute, Tag};
use crate::audit::text;
use crate::audit::token::{EndTag, TokenSink};
use crate::audit::tokens;
use crate::image::css::{self, Hide};
use crate::source::slice;

/// What stands around a place that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around<'p> {
    /// What changes what is read there: an element, an attribute or a role.
    pub changed: Option<&'p str>,
    /// The nearest list.
    pub list: List,
}

/// How a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum List {
    /// Not at all, or there is none.
    #[default]
    None,
    /// From 1, in numbers.
    Counts,
    /// As this attribute says.
    CountsOtherwise(&'static str),
}

/// What is known of an open element.
#[derive(Debug, Clone, Copy, Default)]
struct State<'p> {
    around: Around<'p>,
    hidden: bool,
    /// It is closed: of what is in it only the first summary is shown.
    shuts: bool,
    summarised: bool,
}

/// Gathers what is shown.
pub struct Sink<'p, 'h> {
    html: &'p str,
    medium: Medium,
    hides: &'h [Hide],
    /// Where elements begin.
    pub starts: Vec<(usize, Around<'p>)>,
    /// Where texts stand.
    pub texts: Vec<(Range<usize>, Around<'p>)>,
    stack: Stack<'p>,
    /// One for each open element, the root first.
    states: Vec<State<'p>>,
    /// The same, as selectors see them.
    elements: Vec<Element>,
}

struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

impl css::Element for Element {
    fn name(&self) -> &str {
        &self.name
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
    }
}

impl<'p, 'h> Sink<'p, 'h> {
    /// At the start of a page.
    pub fn new(html: &'p str, medium: Medium, hides: &'h [Hide]) -> Self {
        let (starts, texts, elements) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            html,
            medium,
            hides,
            starts,
            texts,
            stack: Stack::new(),
            states: vec![State::default()],
            elements,
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.stack.is_above(depth) && self.stack.pop().is_some() {}
        self.states.truncate(depth.max(1));
        self.elements.truncate(depth.max(1) - 1);
    }

    fn top(&self) -> State<'p> {
        self.states.last().copied().unwrap_or_default()
    }

    /// What is known of the element of a tag.
    fn state(&mut self, tag: &Tag<'p>) -> State<'p> {
        let outer = self.top();
        let opens = outer.shuts && tag.kind == ElementKind::Summary && !outer.summarised;
        if let Some(outer) = self.states.last_mut().filter(|_| opens) {
            outer.summarised = true;
        }
        let is_closed = outer.shuts && !opens;
        let by_style = || self.hides.iter().any(|hide| hide.selectors.matches(&self.elements));
        let hidden = outer.hidden
            || is_closed
            || is_unmet(tag)
            || semantics::hides(tag)
            || has_hiding_style(tag)
            || by_style();
        let changed = outer.around.changed.or_else(|| changes(tag));
        let list = match tag.kind {
            ElementKind::Ol => counts(tag),
            ElementKind::Ul | ElementKind::Menu | ElementKind::Li => List::None,
            _ => outer.around.list,
        };
        let shuts = tag.kind == ElementKind::Details && !tag.has(Attribute::Open);
        State { around: Around { changed, list }, hidden, shuts, summarised: false }
    }
}

impl<'p> TokenSink<'p> for Sink<'p, '_> {
    fn start(&mut self, tag: &Tag<'p>) {
        if let Some(depth) = self.stack.implied(tag.kind) {
            self.close_to(depth);
        }
        let attributes = tag.all_attributes().map(|(name, value)| (name, text::decode(value).into_owned()));
        self.elements
            .push(Element { name: tag.name().to_ascii_lowercase(), attributes: attributes.collect() });
        let outer = self.top();
        let state = self.state(tag);
        if !state.hidden {
            // What begins here stands in what is around it.
            self.starts.push((tag.span.start as usize, outer.around));
        }
        if tag.has_content {
            self.stack.push(Frame { kind: tag.kind, ..Frame::root() }, tag);
            self.states.push(state);
        } else {
            self.elements.pop();
        }
    }

    fn text(&mut self, range: Range<usize>) {
        let top = self.top();
        // Outside of XML that is a comment.
        let is_data = slice(self.html, ..range.start).ends_with("<![CDATA[") && self.medium == Medium::Site;
        if !top.hidden && !top.shuts && !is_data {
            self.texts.push((range, top.around));
        }
    }

    fn raw(&mut self, _: Range<usize>) {}

    fn end(&mut self, end: EndTag<'p>) {
        let kind = if self.stack.is_other(end.name) { ElementKind::Other } else { end.kind };
        if let Some(depth) = self.stack.ended(kind, end.name) {
            self.close_to(depth);
        }
    }
}

/// Whether readers do not meet what is in an element, whatever it looks like: it is shown only in place of something else, only
/// when somebody opens it, or leads through the page.
fn is_unmet(tag: &Tag<'_>) -> bool {
    use ElementKind::*;
    let is_named = |names: &[&str]| names.iter().any(|name| tag.name().eq_ignore_ascii_case(name));
    let of_kind = match tag.kind {
        Audio | Datalist | Head | Iframe | Math | Meter | Nav | Noembed | Noframes | Noscript | Object
        | Optgroup | Option | Progress | Rp | Select | Svg | Template | Video => true,
        Dialog => !tag.has(Attribute::Open),
        Other => is_named(&["applet", "canvas", "frameset", "portal"]),
        _ => false,
    };
    // In these roles no words are heard but those of a label.
    let of_role =
        ["doc-toc", "img", "math", "meter", "navigation", "progressbar", "scrollbar", "separator", "slider"];
    of_kind
        || tag.role().is_some_and(|role| of_role.contains(&role))
        || tag.all_attributes().any(|(name, _)| name == "popover")
}

fn has_hiding_style(tag: &Tag<'_>) -> bool {
    tag.get(Attribute::Style).is_some_and(|style| css::hidden_by(&text::decode(style)).is_some())
}

/// What of a tag changes how the words in its element are read.
fn changes<'p>(tag: &Tag<'p>) -> Option<&'p str> {
    use ElementKind::*;
    let is_named = |names: &[&str]| names.iter().any(|name| tag.name().eq_ignore_ascii_case(name));
    match tag.kind {
        Del | Ins | Q | Rt | S | Sub | Sup => Some(tag.name()),
        Other if is_named(&["bdo", "big", "strike"]) => Some(tag.name()),
        // A heading is called by its label where it has one.
        H1 | H2 | H3 | H4 | H5 | H6
            if tag.get(Attribute::AriaLabel).is_some_and(|label| !text::is_blank(label)) =>
        {
            Some("aria-label")
        }
        _ => tag.role().filter(|role| ["deletion", "insertion", "subscript", "superscript"].contains(role)),
    }
}

fn counts(tag: &Tag<'_>) -> List {
    let attributes: Vec<_> = tag.all_attributes().collect();
    let value =
        |sought: &str| attributes.iter().find(|(name, _)| name == sought).map(|(_, value)| value.trim());
    match () {
        () if value("reversed").is_some() => List::CountsOtherwise("reversed"),
        () if value("start").is_some_and(|start| start != "1") => List::CountsOtherwise("start"),
        () if value("type").is_some_and(|kind| kind != "1") => List::CountsOtherwise("type"),
        () => List::Counts,
    }
}

/// The ids that a piece of a page gives its elements.
pub fn ids(html: &str) -> Vec<String> {
    struct Ids(Vec<String>);
    impl<'p> TokenSink<'p> for Ids {
        fn start(&mut self, tag: &Tag<'p>) {
            self.0.extend(tag.get(Attribute::Id).map(|id| text::decode(id).into_owned()));
        }

        fn text(&mut self, _: Range<usize>) {}

        fn raw(&mut self, _: Range<usize>) {}

        fn end(&mut self, _: EndTag<'p>) {}
    }
    let mut ids = Ids(Vec::new());
    let _ = tokens::read(html, Medium::Site, &mut ids);
    ids.0
}
