//! The rules of style sheets that hide, cut, change or add to the words of what they are for.
//!
//! In: the blocks and declarations of a style sheet, as they are read. Out: [`Hides`], and what the sheets of a page do together:
//! the value of one may be declared in another.

use std::collections::HashMap;
use std::sync::Arc;

use cssparser::{Parser, Token};

use super::block::Block;
use super::hiding::{self, Effect};
use super::parts::Context;
use super::selectors::SelectorList;
use super::values::{Endless, Tries, Values, variables};
use super::vocabulary::{Bearing, Ids};
use crate::source::{Span, slice};

/// What of a style sheet may harm words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hides {
    rules: Vec<Hide>,
    /// Declarations with a value that is declared elsewhere.
    open: Vec<Open>,
    /// The values that the sheet declares by name.
    values: Vec<Value>,
    /// What animations do to words at their beginning, and at their end.
    starts: Vec<(String, Effect)>,
    ends: Vec<(String, Effect)>,
    animated: Vec<Animated>,
    /// What holds only where a transition begins.
    begins: Vec<Hide>,
    /// A transition stays for long where it begins.
    lingers: bool,
}

/// A rule that harms words, if its selectors match any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hide {
    /// What it is for.
    pub selectors: Arc<SelectorList>,
    /// What it does.
    pub effect: Effect,
    /// Which of the sheets, and where in it.
    pub sheet: usize,
    /// Where its selectors stand.
    pub place: Span,
    /// Where the value is declared that does it.
    pub value: Option<(usize, Span)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    selectors: Arc<SelectorList>,
    place: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Open {
    property: String,
    value: String,
    rule: Rule,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Value {
    name: String,
    value: String,
    place: Span,
    /// The phrases in whose style it stands, and where alone it counts: words in other phrases do not have it.
    phrases: Option<Arc<SelectorList>>,
}

/// A rule that starts animations.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Animated {
    names: Vec<String>,
    /// Their beginning stays for long.
    lingers: bool,
    rule: Rule,
}

/// The blocks that are open while a style sheet is read.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    open: Vec<OpenBlock>,
    /// What is known of the ids of elements.
    pub ids: Ids,
}

#[derive(Debug, Clone, Default)]
struct OpenBlock {
    holds: Holds,
    rule: Option<Rule>,
    block: Block,
    /// The animations that it starts.
    names: Vec<String>,
    /// What is declared in it holds only where a transition begins.
    begins: bool,
}

/// What the declarations of a block are for.
#[derive(Debug, Clone, Default)]
enum Holds {
    /// For elements.
    #[default]
    Rules,
    /// For an animation of this name, in its first and its last stage.
    Stages { name: String, is_start: bool, is_end: bool },
    /// For a value of this name, where nothing else is declared.
    Property(String),
    /// For printed sheets.
    Sheets,
    /// For no words.
    Nothing,
}

impl Blocks {
    /// None yet.
    pub fn new(ids: Ids) -> Self {
        Self { open: Vec::new(), ids }
    }

    /// Begins a block behind what stands at `place`, in lower case `prelude`.
    pub fn begin(&mut self, text: &str, place: Span, prelude: &str, context: Context) {
        let around = self.open.last().cloned().unwrap_or_default();
        let outer = around.rule.as_ref().map(|rule| &rule.selectors);
        let read =
            |text: &str| Rule { selectors: Arc::new(SelectorList::read(text, outer, &self.ids)), place };
        let mut block = OpenBlock { names: Vec::new(), ..around.clone() };
        if let Some(at_rule) = prelude.strip_prefix('@') {
            let (name, rest) =
                at_rule.split_once(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or((at_rule, ""));
            if name.ends_with("keyframes") {
                let name = rest.trim_matches(['"', '\'', ' ', '\n', '\t']).to_owned();
                block.holds = Holds::Stages { name, is_start: false, is_end: false };
            } else if name == "scope" {
                let root = rest.split_once(')').map_or(rest, |(root, _)| root);
                if let Some((_, root)) =
                    root.split_once('(').or_else(|| (!root.trim().is_empty()).then_some(("", root)))
                {
                    block.rule = Some(read(root));
                }
            } else if name == "starting-style" {
                block.begins = true;
            } else if name == "property" {
                let written = slice(text, place.range());
                let name = slice(written, written.len() - rest.len()..).trim();
                block.holds = Holds::Property(name.to_owned());
            } else if name == "page" {
                block.rule = Some(read(":root"));
                block.holds = Holds::Sheets;
            } else if context == Context::Other {
                block.holds = Holds::Nothing;
            }
        } else if let Holds::Stages { is_start, is_end, .. } = &mut block.holds {
            let says = |names: [&str; 2]| prelude.split(',').any(|stage| names.contains(&stage.trim()));
            (*is_start, *is_end) = (says(["from", "0%"]), says(["to", "100%"]));
            block.rule = None;
            block.block = Block::default();
        } else if prelude.starts_with("--") || prelude.is_empty() {
            block.holds = Holds::Nothing;
        } else {
            block.rule = Some(read(slice(text, place.range())));
            block.block = Block::default();
        }
        self.open.push(block);
    }

    /// Takes a declaration.
    pub fn declare(&mut self, text: &str, place: Span, hides: &mut Hides) {
        let Some(block) = self.open.last_mut() else { return };
        let declared = slice(text, place.range());
        let mut parser = Parser::new(declared);
        let Ok(Token::Ident(name)) = parser.next().cloned() else { return };
        if parser.next().ok() != Some(&Token::Colon) {
            return;
        }
        let value = slice(declared, parser.position().byte_index()..);
        if name.starts_with("--") {
            let bearing = block.rule.as_ref().map_or(Bearing::Words, |rule| rule.selectors.bearing());
            if bearing >= Bearing::Part && !block.begins && !matches!(block.holds, Holds::Nothing) {
                let rule = block.rule.as_ref().filter(|_| bearing == Bearing::Part);
                let phrases = rule.map(|rule| rule.selectors.clone());
                hides.values.push(Value { name: name.to_string(), value: value.to_owned(), place, phrases });
            }
            return;
        }
        let name = name.to_ascii_lowercase();
        match (&block.holds, block.rule.clone()) {
            (Holds::Rules, Some(rule)) => block.declare(&rule, &self.ids, (&name, value), hides),
            (Holds::Sheets, Some(rule)) => hides.add(&rule, hiding::of_sheets(&name, value), false),
            (Holds::Property(property), _) if name == "initial-value" => {
                let (name, value) = (property.clone(), value.to_owned());
                hides.values.push(Value { name, value, place, phrases: None });
            }
            (Holds::Stages { name: animation, is_start, is_end }, _) => {
                block.block.add(&name, value);
                let effect = hiding::declaration(&name, value, Default::default());
                let effect = effect.or_else(|| block.block.effect(Default::default()));
                let found = effect.map(|effect| (animation.clone(), effect));
                hides.starts.extend(found.clone().filter(|_| *is_start));
                hides.ends.extend(found.filter(|_| *is_end));
            }
            _ => {}
        }
    }

    /// Ends a block.
    pub fn end(&mut self, hides: &mut Hides) {
        let Some(OpenBlock { holds: Holds::Rules, rule: Some(rule), block, names, begins }) = self.open.pop()
        else {
            return;
        };
        hides.add(&rule, block.effect(rule.selectors.target()), begins);
        hides.lingers |= block.lingers;
        if !names.is_empty() {
            hides.animated.push(Animated { names, lingers: block.lingers, rule });
        }
    }
}

impl OpenBlock {
    /// Takes a declaration for the elements of a rule.
    fn declare(&mut self, rule: &Rule, ids: &Ids, (name, value): (&str, &str), hides: &mut Hides) {
        self.block.add(name, value);
        self.names.extend(hiding::animations(name, value));
        hides.add(rule, hiding::declaration(name, value, rule.selectors.target()), self.begins);
        let mut rule = rule.clone();
        if name == "content" {
            if rule.selectors.is_of_elements() {
                hides.add(&rule, hiding::content(value, false), self.begins);
            }
            let Some(hosts) = rule.selectors.hosts(ids) else { return };
            rule.selectors = Arc::new(hosts);
            hides.add(&rule, hiding::content(value, true), self.begins);
        } else if !hiding::is_judged(name) {
            return;
        }
        if !self.begins && !variables(value).is_empty() {
            hides.open.push(Open { property: name.to_owned(), value: value.to_owned(), rule });
        }
    }
}

impl Hides {
    /// Takes in what a style sheet does whose text stands at `place` of this one.
    pub(super) fn take(&mut self, inner: Self, place: Span) {
        let at = |rule: Rule| Rule { place, ..rule };
        self.rules.extend(inner.rules.into_iter().map(|rule| Hide { place, ..rule }));
        self.begins.extend(inner.begins.into_iter().map(|rule| Hide { place, ..rule }));
        self.open.extend(inner.open.into_iter().map(|open| Open { rule: at(open.rule), ..open }));
        self.values.extend(inner.values.into_iter().map(|value| Value { place, ..value }));
        self.starts.extend(inner.starts);
        self.ends.extend(inner.ends);
        let animated = inner.animated.into_iter();
        self.animated.extend(animated.map(|animated| Animated { rule: at(animated.rule), ..animated }));
        self.lingers |= inner.lingers;
    }

    /// Adds what a rule does, once for each kind of words.
    fn add(&mut self, rule: &Rule, effect: Option<Effect>, begins: bool) {
        let rules = if begins { &mut self.begins } else { &mut self.rules };
        let Some(effect) = effect else { return };
        let of_rule = |hide: &&Hide| hide.place == rule.place && hide.selectors == rule.selectors;
        if !rules.iter().rev().take_while(of_rule).any(|hide| hide.effect.on == effect.on) {
            let (selectors, place) = (rule.selectors.clone(), rule.place);
            rules.push(Hide { selectors, effect, sheet: 0, place, value: None });
        }
    }
}

/// What these sheets of a page do together.
pub fn together(sheets: &[&Hides]) -> Vec<Hide> {
    let mut found = Vec::new();
    let mut values: Values<'_> = HashMap::new();
    let mut starts: HashMap<&str, Effect> = HashMap::new();
    let mut ends: HashMap<&str, Effect> = HashMap::new();
    for (sheet, hides) in sheets.iter().enumerate() {
        for value in &hides.values {
            let place = (sheet, value.place);
            values.entry(&value.name).or_default().push((&value.value, place, value.phrases.as_deref()));
        }
        starts.extend(hides.starts.iter().map(|(name, effect)| (name.as_str(), *effect)));
        ends.extend(hides.ends.iter().map(|(name, effect)| (name.as_str(), *effect)));
    }
    let lingers = sheets.iter().any(|hides| hides.lingers);
    for (sheet, hides) in sheets.iter().enumerate() {
        let begins = hides.begins.iter().filter(|_| lingers);
        found.extend(hides.rules.iter().chain(begins).map(|rule| Hide { sheet, ..rule.clone() }));
        let mut add = |rule: &Rule, effect, value| {
            found.push(Hide { selectors: rule.selectors.clone(), effect, sheet, place: rule.place, value });
        };
        for Animated { names, lingers, rule } in &hides.animated {
            let start = |name| starts.get(name).filter(|_| *lingers);
            if let Some(effect) = names.iter().find_map(|name| ends.get(&**name).or_else(|| start(&**name))) {
                add(rule, *effect, None);
            }
        }
        for open in &hides.open {
            let mut tries = Tries::of(&values, &open.rule.selectors);
            match tries.effect(&open.property, &open.value) {
                Ok(Some((effect, value))) => add(&open.rule, effect, value),
                Ok(None) => {}
                Err(Endless) => add(&open.rule, hiding::ENDLESS, None),
            }
        }
    }
    found
}
