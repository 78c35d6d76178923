//! What ARIA says of roles and of its attributes, as data.
//!
//! In: `aria/roles.tsv` and `aria/properties.tsv`, which `scripts/aria-table` writes and which name their sources. Out: a [`Role`]
//! or a [`Property`] by its name. What an element is by itself stands in [`semantics`](super::semantics).

use std::collections::HashMap;
use std::sync::LazyLock;

/// What names an element of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// Its content, where nothing else does.
    Content,
    /// Its author alone.
    Author,
    /// Nothing may.
    Prohibited,
}

/// What ARIA says of one role.
#[derive(Debug)]
pub(super) struct RoleFacts {
    pub name: &'static str,
    /// Whether it only orders other roles and may not be used.
    is_abstract: bool,
    /// Whether it says that its element is nothing by itself.
    pub is_presentational: bool,
    /// Whether it says no more than that there is an element.
    pub is_generic: bool,
    pub naming: Naming,
    /// Whether its children are presentational: nothing in it is heard but words.
    pub is_leaf: bool,
    /// The attributes it must have.
    pub required: Vec<&'static str>,
    supported: Vec<&'static str>,
    prohibited: Vec<&'static str>,
    /// The roles it may stand in; any, if there is none.
    parents: Vec<&'static str>,
    /// The roles it may hold; any, if there is none.
    owned: Vec<&'static str>,
}

/// A role of WAI-ARIA, DPUB-ARIA or the Graphics Module that is not abstract.
#[derive(Debug, Clone, Copy)]
pub(super) struct Role(&'static RoleFacts);

impl std::ops::Deref for Role {
    type Target = RoleFacts;

    fn deref(&self) -> &RoleFacts {
        self.0
    }
}

impl PartialEq for Role {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// What ARIA says of one state or property.
#[derive(Debug)]
pub(super) struct Property {
    /// What its value is: `token`, `idlist` …
    form: &'static str,
    values: Vec<&'static str>,
    /// Whether every role may have it that does not prohibit it.
    pub is_global: bool,
    /// Whether an element that carries it is never decoration: what ARIA 1.2 does not know as global changes nothing.
    pub tells: bool,
}

/// The lines of a table without those that explain it, each in its columns.
fn lines(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn list(column: &'static str) -> Vec<&'static str> {
    column.split(' ').filter(|value| *value != "-").collect()
}

static ROLES: LazyLock<HashMap<&str, RoleFacts>> = LazyLock::new(|| {
    let facts = |columns: Vec<&'static str>| {
        let &[name, is_abstract, naming, is_leaf, required, supported, prohibited, parents, owned] =
            &columns[..]
        else {
            panic!("roles.tsv has nine columns");
        };
        let naming = match naming {
            "content" => Naming::Content,
            "prohibited" => Naming::Prohibited,
            _ => Naming::Author,
        };
        let facts = RoleFacts {
            name,
            is_abstract: is_abstract == "yes",
            is_presentational: ["none", "presentation"].contains(&name),
            is_generic: name == "generic",
            naming,
            is_leaf: is_leaf == "yes",
            required: list(required),
            supported: list(supported),
            prohibited: list(prohibited),
            parents: list(parents),
            owned: list(owned),
        };
        (name, facts)
    };
    lines(include_str!("aria/roles.tsv")).map(facts).collect()
});

static PROPERTIES: LazyLock<HashMap<&str, Property>> = LazyLock::new(|| {
    let property = |columns: Vec<&'static str>| {
        let &[name, form, values, global] = &columns[..] else { panic!("properties.tsv has four columns") };
        let tells = global == "yes" && name != "aria-hidden";
        (name, Property { form, values: list(values), is_global: global != "-", tells })
    };
    lines(include_str!("aria/properties.tsv")).map(property).collect()
});

/// The names of all roles that may be used.
#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ROLES.values().filter(|facts| !facts.is_abstract).map(|facts| facts.name)
}

impl Role {
    /// The role of this name in lower case; none for what is no role, or an abstract one.
    pub fn named(name: &str) -> Option<Self> {
        ROLES.get(name).filter(|facts| !facts.is_abstract).map(Role)
    }

    /// The first role of an attribute's value that is one, as browsers choose it.
    pub fn first_of(value: &str) -> Option<Self> {
        value
            .split_ascii_whitespace()
            .find_map(|token| Self::named(token).or_else(|| Self::named(&token.to_ascii_lowercase())))
    }

    pub fn is(self, name: &str) -> bool {
        self.name == name
    }

    pub fn is_any(self, names: &[&str]) -> bool {
        names.contains(&self.name)
    }

    /// Whether an element of it may carry an attribute that is not global.
    pub fn supports(self, attribute: &str) -> bool {
        self.supported.contains(&attribute) || self.required.contains(&attribute)
    }

    pub fn prohibits(self, attribute: &str) -> bool {
        self.prohibited.contains(&attribute)
    }

    /// Whether it must hold elements of certain roles.
    pub fn restricts_children(self) -> bool {
        !self.owned.is_empty()
    }

    /// Whether it may hold an element of this role.
    pub fn may_hold(self, child: Role) -> bool {
        self.owned.is_empty() || self.owned.contains(&child.name)
    }

    /// Whether it must stand in an element of certain roles.
    pub fn has_parents(self) -> bool {
        !self.parents.is_empty()
    }

    /// Whether it may stand in an element of this role.
    pub fn may_stand_in(self, parent: Role) -> bool {
        self.parents.is_empty() || self.parents.contains(&parent.name)
    }

    /// The roles it may hold, for messages.
    pub fn holds(self) -> String {
        self.owned.join(", ")
    }

    /// The roles it may stand in, for messages.
    pub fn stands_in(self) -> String {
        self.parents.join(", ")
    }
}

impl Property {
    /// The state or property of this name in lower case.
    pub fn named(name: &str) -> Option<&'static Self> {
        PROPERTIES.get(name)
    }

    /// Whether it may have this value. Browsers do not agree on whether capitals count, so they do not.
    pub fn allows(&self, value: &str) -> bool {
        let is_token = |token: &str| self.values.iter().any(|known| known.eq_ignore_ascii_case(token));
        let value = value.trim();
        match self.form {
            "token" => is_token(value),
            "tokenlist" => value.split_ascii_whitespace().all(is_token),
            "integer" => {
                value.parse::<i64>().is_ok_and(|number| self.least().is_none_or(|least| number >= least))
            }
            "number" => value.parse::<f64>().is_ok_and(f64::is_finite),
            "id" => !value.contains(|c: char| c.is_ascii_whitespace()),
            _ => true,
        }
    }

    /// The smallest number that its value may be.
    fn least(&self) -> Option<i64> {
        self.values.first()?.strip_suffix('…')?.parse().ok()
    }

    /// What its value is, for messages.
    pub fn wants(&self) -> String {
        match self.form {
            "token" => format!("one of {}", self.values.join(", ")),
            "tokenlist" => format!("some of {}", self.values.join(", ")),
            "integer" => match self.least() {
                Some(least) => format!("a whole number from {least} on"),
                None => "a whole number".to_owned(),
            },
            "number" => "a number".to_owned(),
            _ => "one id".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole() {
        for facts in ROLES.values() {
            for name in facts.required.iter().chain(&facts.supported).chain(&facts.prohibited) {
                assert!(PROPERTIES.contains_key(name), "{}: {name}", facts.name);
            }
            for name in facts.parents.iter().chain(&facts.owned) {
                assert!(ROLES.contains_key(name), "{}: {name}", facts.name);
            }
            let prohibited = facts.naming == Naming::Prohibited;
            assert_eq!(prohibited, facts.prohibited.contains(&"aria-label"), "{}", facts.name);
        }
    }

    #[test]
    fn roles_are_found_as_browsers_find_them() {
        assert_eq!(Role::first_of("searchfield SEARCHBOX textbox").unwrap().name, "searchbox");
        assert!(Role::first_of("lnik widget 易").is_none());
        let role = |name| Role::named(name).unwrap();
        assert!(role("checkbox").supports("aria-checked") && !role("button").supports("aria-checked"));
        assert!(role("list").may_hold(role("listitem")) && !role("list").may_hold(role("tab")));
        assert!(role("main").may_hold(role("tab")) && !role("tab").may_stand_in(role("main")));
        assert!(role("paragraph").prohibits("aria-label") && !role("paragraph").prohibits("aria-live"));
    }

    #[test]
    fn values_are_those_of_the_standard() {
        let allows = |name, value| Property::named(name).unwrap().allows(value);
        for (name, value) in [
            ("aria-pressed", "MIXED"),
            ("aria-expanded", "undefined"),
            ("aria-relevant", "text additions"),
            ("aria-level", "2"),
            ("aria-setsize", "-1"),
            ("aria-rowspan", "0"),
            ("aria-valuenow", "-1.5"),
            ("aria-errormessage", "甲 乙"),
            ("aria-label", "易读"),
        ] {
            assert!(allows(name, value), "{name} {value}");
        }
        for (name, value) in [
            ("aria-required", "undefined"),
            ("aria-relevant", "text always"),
            ("aria-level", "two"),
            ("aria-level", "0"),
            ("aria-colspan", "0"),
            ("aria-valuenow", "NaN"),
            ("aria-activedescendant", "甲 乙"),
        ] {
            assert!(!allows(name, value), "{name} {value}");
        }
    }
}
