//! The parts of a text in each other: what stands under a heading, articles with paragraphs and points, recitals, and the containers
//! of what the site says.
//!
//! In: what was collected of a part of the file. Out: its elements as the schema orders them.

use super::shape::{Shaper, parts};
use super::tree::{Element, Node};

/// What stands under a heading while it is gathered.
struct Level {
    level: u8,
    element: Element,
}

impl Shaper {
    /// The text: headings with what stands under them. An act has nothing beside its parts.
    pub fn text(self, nodes: Vec<Node>, is_act: bool) -> Vec<Node> {
        let mut open = vec![Level { level: 0, element: Element::default() }];
        for node in nodes {
            match node {
                Node::Element(mut heading) if heading.name == "h" => {
                    let level = heading.get("level").and_then(|level| level.parse().ok()).unwrap_or(2);
                    close(&mut open, level);
                    let mut element = Element::new("section");
                    element.id = heading.id.take();
                    heading.name = "heading";
                    element.children.push(heading.into());
                    open.push(Level { level, element });
                }
                node => {
                    if let Some(last) = open.last_mut() {
                        last.element.children.push(node);
                    }
                }
            }
        }
        close(&mut open, 1);
        let nodes = open.pop().map(|root| root.element.children).unwrap_or_default();
        let mut shaped = self.mixed(nodes, is_act);
        if shaped.is_empty() {
            let empty = || Element::new("p").into();
            shaped.push(if is_act { self.plain(vec![empty()]) } else { empty() });
        }
        shaped
    }

    /// Parts and what stands between them, which in an act is a part too.
    fn mixed(self, nodes: Vec<Node>, is_act: bool) -> Vec<Node> {
        let mut all = Vec::new();
        for run in runs(nodes) {
            match run {
                Run::Part(part) => all.push(self.part(part)),
                Run::Blocks(nodes) => {
                    let blocks = self.blocks(nodes);
                    match is_act {
                        true if !blocks.is_empty() => all.push(self.plain(blocks)),
                        _ => all.extend(blocks),
                    }
                }
            }
        }
        all
    }

    /// Blocks as a part without a number.
    fn plain(self, blocks: Vec<Node>) -> Node {
        let content = Element::new("content").holding(blocks);
        Element::new("hcontainer").with("name", "text").holding(vec![content.into()]).into()
    }

    /// What stands under a heading, or a paragraph with an official number.
    fn part(self, mut part: Element) -> Node {
        let is_annex = part.name == "section" && part.children.iter().any(has_annex);
        let (name, number) = match (part.name, part.get("kind")) {
            ("unit", Some("article")) => ("article", part.take("number")),
            ("unit", Some("point")) => ("point", part.take("number")),
            ("unit", _) => ("paragraph", part.take("number")),
            _ if is_annex => ("hcontainer", None),
            _ => ("level", None),
        };
        let mut shaped = self.turned(part, name);
        if is_annex {
            shaped = shaped.with("name", "annex");
        }
        if let Some(number) = number {
            shaped = shaped.with("number", number);
        }
        let (num, heading, rest) = parts(std::mem::take(&mut shaped.children));
        let mut children = self.head(num, heading);
        let mut pieces = Vec::new();
        for run in runs(rest) {
            match run {
                Run::Part(part) => pieces.push(Ok(self.part(part))),
                Run::Blocks(nodes) => {
                    let blocks = self.blocks(nodes);
                    if !blocks.is_empty() {
                        pieces.push(Err(blocks));
                    }
                }
            }
        }
        let last = pieces.len().saturating_sub(1);
        let has_parts = pieces.iter().any(Result::is_ok);
        for (at, piece) in pieces.into_iter().enumerate() {
            let named = |name, blocks| Node::from(Element::new(name).holding(blocks));
            children.push(match piece {
                Ok(part) => part,
                Err(blocks) if !has_parts => named("content", blocks),
                Err(blocks) if at == 0 => named("intro", blocks),
                Err(blocks) if at == last => named("wrapUp", blocks),
                Err(blocks) => self.plain(blocks),
            });
        }
        if children.iter().all(|child| is_named(child, &["num", "heading"])) {
            children.push(Element::new("content").holding(vec![Element::new("p").into()]).into());
        }
        shaped.children = children;
        shaped.into()
    }

    /// The preamble: the opening words, and the recitals after them.
    pub fn preamble(self, nodes: Vec<Node>) -> Vec<Node> {
        let mut all = Vec::new();
        let mut recitals = Vec::new();
        for node in nodes {
            match node {
                Node::Element(unit) if unit.name == "unit" && unit.get("number") == Some("0") => {
                    end_recitals(&mut recitals, &mut all);
                    let mut formula = self.turned(unit, "formula").with("name", "opening");
                    formula.children = self.some_blocks(std::mem::take(&mut formula.children));
                    all.push(formula.into());
                }
                Node::Element(mut unit) if unit.name == "unit" => {
                    let number = unit.take("number");
                    let mut recital = self.turned(unit, "recital");
                    if let Some(number) = number {
                        recital = recital.with("number", number);
                    }
                    let (num, heading, rest) = parts(std::mem::take(&mut recital.children));
                    recital.children = self.head(num, heading);
                    recital.children.extend(self.some_blocks(rest));
                    recitals.push(recital.into());
                }
                other => {
                    end_recitals(&mut recitals, &mut all);
                    all.extend(self.blocks(vec![other]));
                }
            }
        }
        end_recitals(&mut recitals, &mut all);
        all
    }

    /// The title and what stands with it.
    pub fn preface(self, nodes: Vec<Node>) -> Vec<Node> {
        let mut all = Vec::new();
        let mut rest = Vec::new();
        for node in nodes {
            match node {
                Node::Element(mut title) if title.name == "docTitle" => {
                    title.children = self.inlines(std::mem::take(&mut title.children));
                    let line = Element::new("p").holding(vec![title.into()]);
                    all.push(Element::new("longTitle").holding(vec![line.into()]).into());
                }
                node => rest.push(node),
            }
        }
        all.extend(self.blocks(rest));
        all
    }

    /// What the site says: a container for each of its headings.
    pub fn said(self, nodes: Vec<Node>) -> Vec<Node> {
        let mut all = Vec::new();
        let mut container: Option<(String, Vec<Node>)> = None;
        let mut loose = Vec::new();
        let end = |container: Option<(String, Vec<Node>)>, all: &mut Vec<Node>| {
            if let Some((name, nodes)) = container {
                let element = Element::new("container").with("name", name);
                all.push(element.holding(self.some_blocks(nodes)).into());
            }
        };
        for node in nodes {
            match node {
                Node::Element(heading) if heading.name == "h" && heading.get("level") == Some("2") => {
                    all.extend(self.blocks(std::mem::take(&mut loose)));
                    end(container.take(), &mut all);
                    let name = heading.get("name").filter(|name| !name.is_empty()).unwrap_or("part");
                    container = Some((name.to_owned(), vec![heading.into()]));
                }
                node => match &mut container {
                    Some((_, nodes)) => nodes.push(node),
                    None => loose.push(node),
                },
            }
        }
        all.extend(self.blocks(loose));
        end(container, &mut all);
        all
    }
}

/// Whether a part is one of an annex with articles of its own, or holds such a part.
fn has_annex(node: &Node) -> bool {
    match node {
        Node::Element(unit) if unit.name == "unit" => unit.get("annex").is_some(),
        Node::Element(section) => section.children.iter().any(has_annex),
        Node::Words(_) => false,
    }
}

fn is_named(node: &Node, names: &[&str]) -> bool {
    matches!(node, Node::Element(element) if names.contains(&element.name))
}

fn end_recitals(recitals: &mut Vec<Node>, all: &mut Vec<Node>) {
    if !recitals.is_empty() {
        all.push(Element::new("recitals").holding(std::mem::take(recitals)).into());
    }
}

fn close(open: &mut Vec<Level>, level: u8) {
    while open.len() > 1 && open.last().is_some_and(|last| last.level >= level) {
        if let Some(Level { element, .. }) = open.pop()
            && let Some(around) = open.last_mut()
        {
            around.element.children.push(element.into());
        }
    }
}

/// A part, or what stands between two.
enum Run {
    Part(Element),
    Blocks(Vec<Node>),
}

fn runs(nodes: Vec<Node>) -> Vec<Run> {
    let mut runs = Vec::new();
    for node in nodes {
        match node {
            Node::Element(part) if is_part(&part) => runs.push(Run::Part(part)),
            node => match runs.last_mut() {
                Some(Run::Blocks(blocks)) => blocks.push(node),
                _ => runs.push(Run::Blocks(vec![node])),
            },
        }
    }
    runs
}

fn is_part(element: &Element) -> bool {
    // A section of raw HTML holds no heading of ours as its first element.
    let has_heading = element.children.first().is_some_and(|first| is_named(first, &["heading"]));
    element.name == "unit" || (element.name == "section" && has_heading)
}
