//! What elements of some roles hold, and what elements of some roles stand in: items in lists, cells in rows.
//!
//! In: elements with a role, as they open and close, and text. Out: children that do not belong there, parents without any that
//! does, and elements outside of what they belong in. With `aria-owns` an element elsewhere on the page is a child, so that
//! some of this is known when the page ends.

use std::collections::{HashMap, HashSet};

use super::aria::Role;
use super::ids::{self, Index};
use super::reports::{Origin, Reports};
use super::rules::{self, Basis};
use super::text;

/// The parents that are open, and what is left to do when the page ends.
#[derive(Default)]
pub(super) struct Owned<'p> {
    open: Vec<Parent>,
    /// Elements with `aria-owns`: the role, the ids, the start tag.
    owners: Vec<(Role, &'p str, Origin)>,
    /// Children of a wrong role that another element may own: the role they stand in, theirs, the hash of the id, the start tag.
    wrong: Vec<(Role, Role, u64, Origin)>,
    /// Elements that stand in none of the roles they should: the role, the hash of the id, the start tag.
    outside: Vec<(Role, u64, Origin)>,
}

struct Parent {
    role: Role,
    origin: Origin,
    /// Whether it holds an element of a right role, or one that is not known yet.
    has_right: bool,
    /// Whether it holds an element of another role, which is said of that one.
    has_wrong: bool,
    /// Whether it has words of its own.
    has_words: bool,
}

/// An element that has a role.
pub(super) struct Child<'p> {
    pub role: Role,
    /// Whether its author gives it a role that it has not by itself.
    pub is_given: bool,
    /// The role that it stands in.
    pub context: Option<Role>,
    pub id: Option<&'p str>,
    pub owns: Option<&'p str>,
    pub is_busy: bool,
    pub origin: Origin,
}

impl<'p> Owned<'p> {
    /// Notes an element; tells whether it is asked at its end what it held.
    pub fn child(&mut self, child: &Child<'p>, reports: &mut Reports) -> bool {
        let &Child { role, context, origin, .. } = child;
        if let Some(context) = context.filter(|context| context.restricts_children())
            && let Some(parent) = self.open.last_mut()
        {
            if context.may_hold(role) {
                parent.has_right = true;
            } else {
                parent.has_wrong = true;
                match child.id {
                    Some(id) => self.wrong.push((context, role, ids::hash(&text::decode(id)), origin)),
                    None => report_wrong(context, role, origin, reports),
                }
            }
        }
        if child.is_given && !context.is_some_and(|context| role.may_stand_in(context)) && role.has_parents()
        {
            match child.id {
                Some(id) => self.outside.push((role, ids::hash(&text::decode(id)), origin)),
                None => report_outside(role, origin, reports),
            }
        }
        self.owners.extend(child.owns.map(|ids| (role, ids, origin)));
        let holds = role.restricts_children() && !child.is_busy;
        if holds {
            self.open.push(Parent {
                role,
                origin,
                has_right: child.owns.is_some(),
                has_wrong: false,
                has_words: false,
            });
        }
        holds
    }

    /// Notes words that stand in no other element with a role.
    pub fn words(&mut self) {
        if let Some(parent) = self.open.last_mut() {
            parent.has_words = true;
        }
    }

    /// Closes the innermost parent.
    pub fn close(&mut self, reports: &mut Reports) {
        let Some(parent) = self.open.pop() else { return };
        let Parent { role, origin, .. } = parent;
        match (parent.has_words, parent.has_right) {
            (true, false) if !parent.has_wrong => {
                let message = format!("a {} holds none of: {}", role.name, role.holds());
                reports.add(&rules::WRONG_CHILD, origin, message);
            }
            (true, true) if role.is("list") => {
                let message = "a list holds words that stand in none of its items";
                reports.add_on(Basis::NoAct, &rules::WRONG_CHILD, origin, message);
            }
            _ => {}
        }
    }

    /// Ends the page: `ids` knows the role of each element with an id.
    pub fn finish(self, ids: &Index, reports: &mut Reports) {
        let mut owned: HashMap<u64, Vec<Role>> = HashMap::new();
        for &(role, list, origin) in &self.owners {
            let list = text::decode(list);
            // A list that names one id again and again says no more than once.
            let mut said = HashSet::new();
            for id in list.split_ascii_whitespace().filter(|id| said.insert(*id)) {
                let child = ids.role(id);
                if let Some(child) = child.filter(|&child| role.restricts_children() && !role.may_hold(child))
                {
                    let message =
                        format!("a {} owns a {}; it may own only: {}", role.name, child.name, role.holds());
                    reports.add(&rules::WRONG_CHILD, origin, message);
                }
                let owners = owned.entry(ids::hash(id)).or_default();
                if !owners.contains(&role) {
                    owners.push(role);
                }
            }
        }
        for (context, role, id, origin) in self.wrong {
            if !owned.contains_key(&id) {
                report_wrong(context, role, origin, reports);
            }
        }
        for (role, id, origin) in self.outside {
            let owners = owned.get(&id).map(Vec::as_slice).unwrap_or_default();
            if !owners.iter().any(|&owner| role.may_stand_in(owner)) {
                report_outside(role, origin, reports);
            }
        }
    }
}

fn report_wrong(parent: Role, child: Role, origin: Origin, reports: &mut Reports) {
    let message = format!("a {} holds a {}; it may hold only: {}", parent.name, child.name, parent.holds());
    reports.add(&rules::WRONG_CHILD, origin, message);
}

fn report_outside(role: Role, origin: Origin, reports: &mut Reports) {
    let message = format!("a {} stands in none of: {}", role.name, role.stands_in());
    reports.add(&rules::WRONG_PARENT, origin, message);
}
