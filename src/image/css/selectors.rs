//! Selectors: what they can match.
//!
//! In: what stands before the block of a rule, and the rule around it. Out: a [`SelectorList`], which says whether it can match what
//! holds words of a text, by the elements that pages have ([`vocabulary`](super::vocabulary)), or whether it can match one
//! element of a page. What only a browser knows, such as where the pointer is, may be so.

mod read;

use std::sync::Arc;

use cssparser::Parser;

use self::read::list;
use super::block::Target;
use super::vocabulary::{self, Bearing, Ids};

/// How deep rules may stand in each other before nothing more is asked of the outermost.
const DEEPEST: u8 = 4;

/// The selectors of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SelectorList {
    selectors: Vec<Selector>,
    bearing: Bearing,
    depth: u8,
}

/// Parts of a selector, the outermost first, each with how it stands to the one before it.
type Selector = Vec<(Combinator, Compound)>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Combinator {
    /// In it, or nothing stands before.
    Descendant,
    /// Directly in it.
    Child,
    /// Behind it.
    Sibling,
}

/// What one element must be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Compound {
    tag: Option<String>,
    classes: Vec<String>,
    ids: Vec<String>,
    attributes: Vec<AttributeTest>,
    /// Lists of which it must match one selector each: `:is()`, `:where()`, and `&` for the rule around.
    any_of: Vec<Arc<SelectorList>>,
    /// Lists that it may not match.
    none_of: Vec<Arc<SelectorList>>,
    /// Lists of what it must hold.
    has: Vec<Arc<SelectorList>>,
    pseudo_classes: Vec<String>,
    pseudo_element: Option<String>,
    /// Whether it names the rule around.
    nests: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct AttributeTest {
    name: String,
    /// What is asked of the value: the first character of the operator, and the words.
    value: Option<(char, String)>,
}

/// An element of a page, as selectors see it.
pub trait Element {
    /// Its name, in lower case.
    fn name(&self) -> &str;
    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<String>;
}

impl SelectorList {
    /// Reads selectors; `around` are those of the rule they stand in.
    pub fn read(text: &str, around: Option<&Arc<Self>>, ids: &Ids) -> Self {
        let mut selectors = list(&mut Parser::new(text), around, ids);
        let depth = around.map_or(0, |around| around.depth + 1);
        if let Some(around) = around {
            for selector in &mut selectors {
                if !selector.iter().any(|(_, compound)| compound.nests) {
                    let outer = Compound { any_of: vec![around.clone()], nests: true, ..Compound::default() };
                    selector.insert(0, (Combinator::Descendant, outer));
                }
            }
        }
        Self::of(selectors, depth, ids)
    }

    fn of(selectors: Vec<Selector>, depth: u8, ids: &Ids) -> Self {
        let bearing = selectors.iter().map(|selector| bearing(selector, ids)).max().unwrap_or_default();
        Self { selectors, bearing, depth }
    }

    /// What it can match.
    pub fn bearing(&self) -> Bearing {
        self.bearing
    }

    /// Whether it can match an element, and not only parts of elements that a style adds.
    pub fn is_of_elements(&self) -> bool {
        self.selectors
            .iter()
            .filter_map(|selector| selector.last())
            .any(|(_, compound)| compound.pseudo_element.is_none())
    }

    /// The elements before or behind whose words it puts something, if it is for that.
    pub fn hosts(&self, ids: &Ids) -> Option<Self> {
        let mut selectors = self.selectors.clone();
        selectors.retain_mut(|selector| {
            let part = selector.last_mut().and_then(|(_, compound)| compound.pseudo_element.take());
            part.is_some_and(|part| matches!(part.as_str(), "after" | "before" | "marker"))
        });
        (!selectors.is_empty()).then(|| Self::of(selectors, self.depth, ids))
    }

    /// What its elements are, as far as effects depend on it.
    pub fn target(&self) -> Target {
        let names = |names: &[&str]| {
            let is_named = |(_, compound): &(Combinator, Compound)| {
                compound.tag.as_deref().is_some_and(|tag| names.contains(&tag))
            };
            self.selectors.iter().any(|selector| selector.last().is_some_and(is_named))
        };
        let (is_picture, is_struck) = (names(&["img"]), names(&["del", "s", "strike"]));
        Target { is_root: self.means_root(), is_picture, is_struck }
    }

    /// Whether it can match all of a page.
    fn means_root(&self) -> bool {
        let is_root = |(_, compound): &(Combinator, Compound)| {
            let tag = compound.tag.as_deref();
            matches!(tag, Some("html" | "body"))
                || tag.is_none() && compound.pseudo_classes.iter().any(|name| name == "root")
        };
        self.bearing >= Bearing::Part
            && self.selectors.iter().any(|selector| selector.last().is_some_and(is_root))
    }

    /// Whether it can match the last of these elements, which stand in each other.
    pub fn matches<E: Element>(&self, elements: &[E]) -> bool {
        self.finds(elements, DEEPEST) != Some(false)
    }

    /// Whether it matches; none where only a browser knows.
    fn finds<E: Element>(&self, elements: &[E], depth: u8) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        any(self.selectors.iter().map(|selector| selects(selector, elements, depth)))
    }
}

/// Whether any is so; none where that is not known.
fn any(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(false);
    for answer in answers {
        match answer {
            Some(true) => return Some(true),
            Some(false) => {}
            None => known = None,
        }
    }
    known
}

fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    any(answers.map(|answer| answer.map(|answer| !answer))).map(|found| !found)
}

/// Whether a selector matches the last element. Of its parts the last is asked first, as most selectors fail there.
fn selects<E: Element>(selector: &[(Combinator, Compound)], elements: &[E], depth: u8) -> Option<bool> {
    let Some(((combinator, last), before)) = selector.split_last() else { return Some(true) };
    let own = last.finds(elements, depth);
    if own == Some(false) || before.is_empty() {
        return own;
    }
    // How each element that stands around it ends what is read of the selector so far.
    let around = elements.get(..elements.len().saturating_sub(1)).unwrap_or_default();
    let mut ends: Vec<Option<bool>> = Vec::new();
    for (at, (combinator, compound)) in before.iter().enumerate() {
        let mut so_far = Some(false);
        let next = (0..around.len()).map(|element| {
            let inner = match combinator {
                _ if at == 0 => Some(true),
                Combinator::Child => element.checked_sub(1).map_or(Some(false), |outer| known(&ends, outer)),
                Combinator::Descendant => so_far,
                Combinator::Sibling => None,
            };
            so_far = any([so_far, known(&ends, element)].into_iter());
            match inner {
                Some(false) => inner,
                _ => {
                    all([inner, compound.finds(around.get(..=element).unwrap_or_default(), depth)]
                        .into_iter())
                }
            }
        });
        ends = next.collect();
    }
    let rest = match combinator {
        Combinator::Child => ends.last().copied().unwrap_or(Some(false)),
        Combinator::Descendant => any(ends.into_iter()),
        // What stands before it is not kept.
        Combinator::Sibling => None,
    };
    all([own, rest].into_iter())
}

fn known(ends: &[Option<bool>], element: usize) -> Option<bool> {
    ends.get(element).copied().unwrap_or(Some(false))
}

/// What a selector can match.
fn bearing(selector: &[(Combinator, Compound)], ids: &Ids) -> Bearing {
    let bearings: Vec<Bearing> = selector.iter().map(|(_, compound)| compound.bearing(ids)).collect();
    let Some((&own, before)) = bearings.split_last() else { return Bearing::Absent };
    if before.contains(&Bearing::Absent) {
        return Bearing::Absent;
    }
    let stands = selector.iter().skip(1).zip(before);
    let is_inside = stands
        .clone()
        .any(|((combinator, _), outer)| *combinator != Combinator::Sibling && *outer == Bearing::Furniture);
    // A header directly in body is the banner: that of a text stands in main.
    let of_page = match selector {
        [.., (_, outer), (Combinator::Child, inner)] => {
            outer.tag.as_deref() == Some("body") && inner.tag.as_deref() == Some("header")
        }
        _ => false,
    };
    // Bullets say nothing; the numbers of a list do.
    let is_bullet =
        selector.last().is_some_and(|(_, compound)| compound.pseudo_element.as_deref() == Some("marker"))
            && selector.iter().any(|(_, compound)| matches!(compound.tag.as_deref(), Some("summary" | "ul")));
    if is_inside || of_page || is_bullet { own.min(Bearing::Furniture) } else { own }
}

impl Compound {
    fn bearing(&self, ids: &Ids) -> Bearing {
        let named = |lists: &[Arc<SelectorList>]| lists.iter().map(|list| list.bearing).min();
        let tag = self.tag.as_deref().map(vocabulary::tag);
        let classes = self.classes.iter().map(|class| vocabulary::class(class));
        let own_ids = self.ids.iter().map(|id| ids.bearing(id));
        let attributes = self.attributes.iter().map(AttributeTest::bearing);
        let pseudo = self.pseudo_classes.iter().map(|name| vocabulary::pseudo_class(name));
        let element = self.pseudo_element.as_deref().map(vocabulary::pseudo_element);
        // What is held must be there; what else it is says nothing of what holds it.
        let held = named(&self.has).map(|held| if held == Bearing::Absent { held } else { Bearing::Words });
        let all =
            tag.into_iter().chain(classes).chain(own_ids).chain(attributes).chain(pseudo).chain(element);
        all.chain(named(&self.any_of)).chain(held).min().unwrap_or(Bearing::Words)
    }

    fn finds<E: Element>(&self, elements: &[E], depth: u8) -> Option<bool> {
        let Some(element) = elements.last() else { return Some(false) };
        let has_class = |class: &String| {
            element.attribute("class").is_some_and(|all| all.split_ascii_whitespace().any(|own| own == class))
        };
        let is_so = self.tag.as_deref().is_none_or(|tag| tag == element.name())
            && self.classes.iter().all(has_class)
            && self.ids.iter().all(|id| element.attribute("id").is_some_and(|own| own == *id))
            && self.attributes.iter().all(|test| test.holds(element.attribute(&test.name).as_deref()))
            && self
                .pseudo_element
                .as_deref()
                .is_none_or(|name| vocabulary::pseudo_element(name) == Bearing::Words);
        if !is_so {
            return Some(false);
        }
        let is_state = |name: &String| match name.as_str() {
            "root" => Some(element.name() == "html"),
            _ if vocabulary::pseudo_class(name) == Bearing::Absent => Some(false),
            _ => None,
        };
        let none = |list: &Arc<SelectorList>| list.finds(elements, depth).map(|found| !found);
        let lists = self.any_of.iter().map(|list| list.finds(elements, depth));
        let held = self.has.iter().map(|_| None);
        all(self
            .pseudo_classes
            .iter()
            .map(is_state)
            .chain(lists)
            .chain(self.none_of.iter().map(none))
            .chain(held))
    }
}

impl AttributeTest {
    fn bearing(&self) -> Bearing {
        match &self.value {
            None => vocabulary::attribute(&self.name, None),
            Some(_) => vocabulary::attribute(&self.name, Some(&|value: &str| self.holds(Some(value)))),
        }
    }

    fn holds(&self, value: Option<&str>) -> bool {
        let (Some(value), Some((operator, wanted))) = (value, &self.value) else { return value.is_some() };
        let wanted = wanted.as_str();
        match operator {
            '~' => value.split_ascii_whitespace().any(|word| word == wanted),
            '^' => !wanted.is_empty() && value.starts_with(wanted),
            '$' => !wanted.is_empty() && value.ends_with(wanted),
            '*' => !wanted.is_empty() && value.contains(wanted),
            '|' => value.split('-').next() == Some(wanted) || value == wanted,
            _ => {
                value == wanted
                    || self.name == "class"
                        && value.split_ascii_whitespace().eq(wanted.split_ascii_whitespace())
            }
        }
    }
}
