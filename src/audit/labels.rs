//! The labels of form fields, and the names that are not known before the page ends.
//!
//! In: labels and form fields as they open and close. Out: at the end of the page, the elements without a name. A label names the
//! field that its `for` names, or the first that stands in it; it may stand before the field or after it.

use std::collections::HashMap;

use super::accessible_name::{MayBe, Resolved};
use super::ids;
use super::needs::Needs;
use super::reports::{Origin, Reports};
use super::tag::{Attribute, Tag};
use super::text;

/// The labels of one page, and who waits for a name. `N` is what is known of a name.
#[derive(Debug, Default)]
pub(super) struct Labels<N = MayBe> {
    /// The labels that are open, the innermost last.
    open: Vec<Open>,
    /// The names that all labels give, in their order.
    names: Vec<N>,
    /// Which field, by the hash of its id, has which label.
    by_id: Vec<(u64, u32)>,
    unnamed: Vec<Unnamed>,
}

#[derive(Debug)]
struct Open {
    number: u32,
    /// The hash of the id of the field that it names; none if it names the first in it.
    target: Option<u64>,
    /// Whether its field has come.
    taken: bool,
}

/// What may label a form field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// The hash of its id.
    id: Option<u64>,
    /// The label around it that is its own.
    label: Option<u32>,
    /// Whether it stands in a label of its own, which does not say it.
    pub is_inside: bool,
}

/// An element that may have no name.
#[derive(Debug)]
struct Unnamed {
    needs: Needs,
    origin: Origin,
    name: MayBe,
    field: Option<Field>,
}

impl<N: Default> Labels<N> {
    /// Opens a label.
    pub fn open(&mut self, tag: &Tag<'_>) {
        let number = self.names.len() as u32;
        self.names.push(N::default());
        let target = tag.get(Attribute::For).map(|id| ids::hash(&text::decode(id)));
        self.by_id.extend(target.map(|id| (id, number)));
        self.open.push(Open { number, target, taken: false });
    }

    /// Closes the innermost label, which says this.
    pub fn close(&mut self, name: N) {
        if let Some(label) = self.open.pop() {
            self.names[label.number as usize] = name;
        }
    }

    /// Notes a form field.
    pub fn field(&mut self, tag: &Tag<'_>) -> Field {
        let id = tag.get(Attribute::Id).map(|id| ids::hash(&text::decode(id)));
        let Some(around) = self.open.last_mut() else { return Field { id, label: None, is_inside: false } };
        let label = (around.target.is_none() && !around.taken).then_some(around.number);
        around.taken |= label.is_some();
        let is_target = id.is_some() && around.target == id;
        Field { id, label, is_inside: label.is_some() || is_target }
    }

    /// Ends the page: the names that labels give, by field.
    pub fn by_field(self) -> ByField<N> {
        let mut by_id: HashMap<u64, Vec<u32>> = HashMap::new();
        for (id, label) in self.by_id {
            by_id.entry(id).or_default().push(label);
        }
        ByField { by_id, names: self.names }
    }
}

/// The names that the labels of a page give.
pub(super) struct ByField<N> {
    by_id: HashMap<u64, Vec<u32>>,
    names: Vec<N>,
}

impl<N> ByField<N> {
    /// The names that its labels give a field: that of the label around it first.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &N> {
        let by_id = field.id.and_then(|id| self.by_id.get(&id)).into_iter().flatten().copied();
        let others = by_id.filter(move |&label| field.label != Some(label));
        field.label.into_iter().chain(others).filter_map(|label| self.names.get(label as usize))
    }
}

impl Labels {
    /// Notes an element whose name, as far as it is known, has no words.
    pub fn wait(&mut self, needs: Needs, origin: Origin, name: MayBe, field: Option<Field>) {
        self.unnamed.push(Unnamed { needs, origin, name, field });
    }

    /// Ends the page: reports what has no name.
    pub fn finish(self, references: &Resolved, reports: &mut Reports) {
        if self.unnamed.is_empty() {
            return;
        }
        let mut labelled: HashMap<u64, bool> = HashMap::new();
        for &(id, label) in &self.by_id {
            *labelled.entry(id).or_default() |= references.is_named(self.names[label as usize]);
        }
        for Unnamed { needs, origin, name, field } in self.unnamed {
            let around = field.and_then(|field| field.label).map(|label| self.names[label as usize]);
            let by_id = field.and_then(|field| field.id).and_then(|id| labelled.get(&id)).copied();
            let named = references.is_named(name)
                || around.is_some_and(|label| references.is_named(label))
                || by_id.unwrap_or_default();
            if let Some((rule, message)) = needs.missing().filter(|_| !named) {
                reports.add(rule, origin, message);
            }
        }
    }
}
