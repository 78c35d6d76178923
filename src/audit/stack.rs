//! The open elements: lol_html gives tags, not a tree, so the tree is kept here.
//!
//! HTML lets many end tags be left out; the start tag that implies one is asked in [`Stack::implied`].

use std::collections::HashMap;

use super::accessible_name::{MayBe, Opened, Said};
use super::aria::Role;
use super::element_kind::ElementKind;
use super::labels::Field;
use super::needs::Needs;
use super::reports::Origin;
use super::tag::Tag;
use super::text::Tally;
use crate::source::Span;

/// How far up an implied end is sought. A page that nests deeper without end tags is not worth the time, which
/// would grow with the square of its depth.
const REACH: usize = 64;

/// An open element, with what its content inherits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub kind: ElementKind,
    /// The index of the language in force.
    pub lang: u32,
    /// The number of the words that say what language they are in.
    pub sample: u32,
    /// The value of the nearest `data-source`.
    pub source: Span,
    /// Whether it is in a template, which is no part of the page until a script copies it.
    pub template: bool,
    /// Whether it is not part of what is read out.
    pub hidden: bool,
    /// Whether a header inside belongs to a section.
    pub sectioned: bool,
    /// Whether its text is computer text.
    pub code: bool,
    /// Whether there is anything to do at its end.
    pub owes: bool,
    /// The role that what is in it stands in: its own, or that of the nearest element around it that has one.
    pub context: Option<Role>,
    /// Whether its cells are those of a grid.
    pub grid: bool,
    /// Whether it is not shown, or inert: neither a keyboard nor assistive technology comes to it.
    pub unreachable: bool,
    /// Whether it is hidden from assistive technology alone.
    pub aria_hidden: bool,
    /// Whether form fields in it are disabled.
    pub disabled: bool,
    /// Whether it is what disables them.
    pub disables: bool,
    /// Whether it is in details that are closed when the page opens.
    pub closed: bool,
    /// Whether it is such details itself.
    pub shuts: bool,
    /// Whether it is in an element of whose content only the words are heard.
    pub leaf: bool,
    /// Whether its summary or legend has come, if it is a details or fieldset element.
    pub headed: bool,
    /// Whether it is asked at its end what it held.
    pub holds: bool,
    /// Whether it is a table, which is asked at its end what its headers head.
    pub table: bool,
}

impl Frame {
    /// Notes the role that those in the element stand in.
    pub fn take_role(&mut self, role: Role) {
        self.leaf |= role.is_leaf;
        self.grid = match role.name {
            "grid" | "treegrid" => true,
            "table" => false,
            _ => self.grid,
        };
        self.context = Some(role);
    }

    /// What stands around the page.
    pub fn root() -> Self {
        Frame {
            kind: ElementKind::Root,
            lang: 0,
            sample: 0,
            source: Span::default(),
            template: false,
            hidden: false,
            sectioned: false,
            code: false,
            owes: false,
            context: None,
            grid: false,
            unreachable: false,
            aria_hidden: false,
            disabled: false,
            disables: false,
            closed: false,
            shuts: false,
            leaf: false,
            headed: false,
            holds: false,
            table: false,
        }
    }
}

/// What is to do at the end of an element. Most have nothing of the kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Debt {
    pub kind: ElementKind,
    pub origin: Origin,
    /// The number of the element's id.
    pub id: Option<u32>,
    pub needs: Needs,
    /// What its name is read from.
    pub name: Opened<Said>,
    /// The name that an element in it gives it.
    pub child: Option<MayBe>,
    /// Whether it gives the element around it a name: the title of a drawing.
    pub names_parent: bool,
    /// What labels it, if it is a form field.
    pub field: Option<Field>,
    /// The words counted when it opened.
    pub tally: Tally,
    /// Whether its text is a label.
    pub label: bool,
}

/// The open elements, the root first. `D` is what there may be to do at the end of one.
pub(super) struct Stack<'p, D = Debt> {
    frames: Vec<Frame>,
    /// Of those frames that have any.
    debts: Vec<D>,
    /// The names as written of those frames that have no kind.
    names: Vec<&'p str>,
    /// How many of each kind are open, so that a stray end tag costs nothing.
    open: [u32; ElementKind::COUNT],
    /// The same for names that have no kind.
    others: HashMap<&'p str, u32>,
}

impl<'p, D> Stack<'p, D> {
    /// A stack with only the root, which never closes.
    pub fn new() -> Self {
        Self {
            frames: vec![Frame::root()],
            debts: Vec::new(),
            names: Vec::new(),
            open: [0; ElementKind::COUNT],
            others: HashMap::new(),
        }
    }

    /// The innermost open element.
    pub fn top(&self) -> &Frame {
        &self.frames[self.frames.len() - 1]
    }

    /// The same, to note something of it.
    pub fn top_mut(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// What the element around the innermost open one is.
    pub fn second(&self) -> Option<ElementKind> {
        self.frames.iter().rev().nth(1).map(|frame| frame.kind)
    }

    /// Whether an element of this kind is open.
    pub fn holds(&self, kind: ElementKind) -> bool {
        self.open[kind as usize] > 0
    }

    /// What is to do at the end of the innermost open element, if there is anything.
    pub fn debt_mut(&mut self) -> Option<&mut D> {
        if self.top().owes { self.debts.last_mut() } else { None }
    }

    /// Whether the innermost open element has no kind, but this name.
    pub fn is_other(&self, name: &str) -> bool {
        self.top().kind == ElementKind::Other && self.names.last() == Some(&name)
    }

    /// Opens the element of a tag.
    pub fn push(&mut self, frame: Frame, tag: &Tag<'p>) {
        self.open[frame.kind as usize] += 1;
        if frame.kind == ElementKind::Other {
            self.names.push(tag.name());
            *self.others.entry(tag.name()).or_default() += 1;
        }
        self.frames.push(frame);
    }

    /// Notes what is to do at the end of the element to be opened next.
    pub fn owe(&mut self, debt: D) {
        self.debts.push(debt);
    }

    /// Whether there are more elements open than `depth`.
    pub fn is_above(&self, depth: usize) -> bool {
        self.frames.len() > depth.max(1)
    }

    /// Closes the innermost element; gives what is to do about it.
    pub fn pop(&mut self) -> Option<(Frame, Option<D>)> {
        let frame = self.frames.pop()?;
        self.open[frame.kind as usize] -= 1;
        if frame.kind == ElementKind::Other
            && let Some(count) = self.names.pop().and_then(|name| self.others.get_mut(name))
        {
            *count -= 1;
        }
        let debt = if frame.owes { self.debts.pop() } else { None };
        Some((frame, debt))
    }

    /// How deep the stack is once the end tag `name` of `kind` has closed its element; none for a stray end tag.
    pub fn ended(&self, kind: ElementKind, name: &str) -> Option<usize> {
        if kind != ElementKind::Other && kind == self.top().kind {
            return Some(self.frames.len() - 1);
        }
        let open = match kind {
            ElementKind::Other => self.others.get(name).copied().unwrap_or_default(),
            kind => self.open[kind as usize],
        };
        if open == 0 {
            return None;
        }
        if kind != ElementKind::Other {
            return self.frames.iter().rposition(|frame| frame.kind == kind);
        }
        let mut names = self.names.iter().rev();
        self.frames.iter().rposition(|frame| frame.kind == ElementKind::Other && names.next() == Some(&name))
    }

    /// How deep the stack is once the ends that a start tag of `kind` implies are made; none if it implies none.
    pub fn implied(&self, kind: ElementKind) -> Option<usize> {
        let (closed, borders) = kind.closes()?;
        if closed.iter().all(|&kind| self.open[kind as usize] == 0) {
            return None;
        }
        let lowest = self.frames.len().saturating_sub(REACH).max(1);
        let mut depth = None;
        for (at, frame) in self.frames.iter().enumerate().skip(lowest).rev() {
            if closed.contains(&frame.kind) {
                depth = Some(at);
            } else if borders.contains(&frame.kind) {
                break;
            }
        }
        depth
    }
}
