//! The elements of a page, as far as they decide what its readers meet.
//!
//! In: the tokens of a page, and the rules of style that hide something. Out: where elements and texts stand that are shown, each with
//! what stands around it.

use std::ops::Range;

use super::tags;
use crate::audit::element_kind::ElementKind;
use crate::audit::input::Medium;
use crate::audit::semantics;
use crate::audit::stack::{Frame, Stack};
use crate::audit::tag::{Attribute, Tag};
use crate::audit::text;
use crate::audit::token::{EndTag, TokenSink};
use crate::audit::tokens;
use crate::image::css::vocabulary::{self, Bearing};
use crate::image::css::{self, Element as _, Hide, On};
use crate::source::slice;

/// What stands around a place that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around<'p> {
    /// What changes what is read there: an element, an attribute or a role.
    pub changed: Option<&'p str>,
    /// The nearest list.
    pub list: List,
    /// A style cuts lines off, or lays them over each other.
    pub is_cut: bool,
    /// A style shows what stands side by side there in another order.
    pub is_reordered: bool,
    /// It leads somewhere, or names a field.
    pub leads: bool,
    /// The language, as its tag is written, and the direction that an attribute gives.
    pub lang: Option<&'p str>,
    pub dir: Option<&'p str>,
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
    /// Where it begins.
    start: usize,
    shadow: Shadow,
    /// It leads through the page.
    is_furniture: bool,
}

/// Whether an element is a template that browsers show in the place of what it stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shadow {
    #[default]
    No,
    /// It is, and has no place for that so far.
    Closed,
    /// It is, and has a place for that.
    Open,
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
    /// Where lines begin or end.
    pub lines: Vec<usize>,
    /// Where elements begin whose words a style harms, as far as these may be of a text.
    pub harmed: Vec<usize>,
    /// The names of open details, of which only the first of a name is open.
    groups: Vec<String>,
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
        Self {
            html,
            medium,
            hides,
            starts: Vec::new(),
            texts: Vec::new(),
            lines: Vec::new(),
            harmed: Vec::new(),
            groups: Vec::new(),
            stack: Stack::new(),
            states: vec![State::default()],
            elements: Vec::new(),
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.stack.is_above(depth) && self.stack.pop().is_some() {}
        while self.states.len() > depth.max(1) {
            let closed = self.states.pop().filter(|state| state.shadow == Shadow::Closed);
            let host = self.states.last_mut();
            if let (Some(shadow), Some(host)) = (closed, host) {
                host.hidden = true;
                let is_lost = |at: usize| host.start < at && at < shadow.start;
                self.starts.retain(|(at, _)| !is_lost(*at));
                self.texts.retain(|(text, _)| !is_lost(text.start));
            }
        }
        self.elements.truncate(depth.max(1) - 1);
    }

    fn top(&self) -> State<'p> {
        self.states.last().copied().unwrap_or_default()
    }

    /// The value of an attribute of the element that begins.
    fn value(&self, name: &str) -> String {
        self.elements.last().and_then(|element| element.attribute(name)).unwrap_or_default()
    }

    /// What is known of the element of a tag.
    fn state(&mut self, tag: &Tag<'p>) -> State<'p> {
        let outer = self.top();
        let opens = outer.shuts && tag.kind == ElementKind::Summary && !outer.summarised;
        if let Some(outer) = self.states.last_mut().filter(|_| opens) {
            outer.summarised = true;
        }
        let is_closed = outer.shuts && !opens;
        // In XML a template is never shown.
        let is_shadow = self.medium == Medium::Site && tag.is_shadow();
        let hidden = outer.hidden || is_closed || !is_shadow && tags::is_unmet(tag) || semantics::hides(tag);
        let list = match tag.kind {
            ElementKind::Ol => tags::counts(tag),
            ElementKind::Ul | ElementKind::Menu | ElementKind::Li => List::None,
            _ => outer.around.list,
        };
        let own_dir = self.value("dir");
        let dir = ["ltr", "rtl", "auto"].into_iter().find(|dir| own_dir.eq_ignore_ascii_case(dir));
        let around = Around {
            changed: outer.around.changed.or_else(|| tags::changes(tag)),
            list,
            is_reordered: false,
            leads: outer.around.leads || tags::leads(tag),
            lang: tag.lang().or(outer.around.lang),
            dir: dir.or(outer.around.dir),
            ..outer.around
        };
        let bearing = self.elements.last().map_or(Bearing::Absent, vocabulary::element);
        let mut state = State {
            around,
            hidden,
            shuts: tag.kind == ElementKind::Details && !self.is_open(tag),
            summarised: false,
            start: tag.span.start as usize,
            shadow: if is_shadow { Shadow::Closed } else { Shadow::No },
            is_furniture: outer.is_furniture || bearing == Bearing::Furniture,
        };
        for on in self.effects(tag, hidden) {
            match on {
                On::All => state.hidden = true,
                On::Lines => state.around.is_cut = true,
                On::Children => state.around.is_reordered = true,
                On::Itself => {}
                On::Beside => continue,
            }
            if !state.is_furniture && bearing >= on.least() {
                self.harmed.push(state.start);
            }
        }
        state
    }

    /// Whether details are open.
    fn is_open(&mut self, tag: &Tag<'p>) -> bool {
        let name = self.value("name");
        let is_closed = !tag.has(Attribute::Open) || self.groups.contains(&name);
        if !is_closed && !name.is_empty() {
            self.groups.push(name);
        }
        !is_closed
    }

    /// What styles do to the words of the element of a tag, unless nobody sees them anyway.
    fn effects(&self, tag: &Tag<'_>, hidden: bool) -> Vec<On> {
        if hidden {
            return Vec::new();
        }
        let own = tag.get(Attribute::Style).map(|style| css::effects_of(&text::decode(style)));
        let by_sheets = self.hides.iter().filter(|hide| hide.selectors.matches(&self.elements));
        by_sheets
            .map(|hide| hide.effect.on)
            .chain(own.into_iter().flatten().map(|effect| effect.on))
            .collect()
    }
}

impl<'p> TokenSink<'p> for Sink<'p, '_> {
    fn start(&mut self, tag: &Tag<'p>) {
        if let Some(depth) = self.stack.implied(tag.kind) {
            self.close_to(depth);
        }
        let start = tag.span.start as usize;
        if tag.kind.begins_line() {
            self.lines.push(start);
        }
        let attributes = tag.all_attributes().map(|(name, value)| (name, text::decode(value).into_owned()));
        self.elements
            .push(Element { name: tag.name().to_ascii_lowercase(), attributes: attributes.collect() });
        let outer = self.top();
        let state = self.state(tag);
        if !state.hidden {
            // What begins here stands in what is around it.
            self.starts.push((start, outer.around));
            // A place without a name shows what stands in the element around the template.
            let is_place = tag.name().eq_ignore_ascii_case("slot") && self.value("name").is_empty();
            let shadow = self.states.iter_mut().rfind(|state| state.shadow != Shadow::No);
            if let Some(shadow) = shadow.filter(|_| is_place) {
                shadow.shadow = Shadow::Open;
            }
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
        if end.kind.begins_line() {
            self.lines.push(end.at);
        }
        let kind = if self.stack.is_other(end.name) { ElementKind::Other } else { end.kind };
        if let Some(depth) = self.stack.ended(kind, end.name) {
            self.close_to(depth);
        }
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
