//! Elements of HTML as those of Akoma Ntoso, in the order that the schema wants.
//!
//! In: what was collected. Out: blocks, or running text. Whatever stands where it may not is put into a paragraph or taken out of the
//! element around it; no word and no title is lost by that.

use super::tree::{Element, Node};
use crate::lang::{Lang, TextDirection};

/// The elements of running text.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "eop", "i", "img", "ins",
    "kbd", "mark", "note", "noteRef", "q", "rb", "ref", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "u", "var",
];

fn is_inline(node: &Node) -> bool {
    match node {
        Node::Words(_) => true,
        Node::Element(element) => INLINE.contains(&element.name),
    }
}

/// Shapes what a text in one direction holds.
#[derive(Debug, Clone, Copy)]
pub struct Shaper {
    pub direction: TextDirection,
}

impl Shaper {
    /// An element of another name with what is known of this one: id, language, direction, title, class.
    pub fn turned(self, mut from: Element, name: &'static str) -> Element {
        let mut to = Element { id: from.id.take(), ..Element::new(name) };
        to.children = std::mem::take(&mut from.children);
        let lang: Option<Lang> = from.get("lang").and_then(|lang| lang.parse().ok());
        let direction = match from.get("dir") {
            Some("rtl") => Some(TextDirection::Rtl),
            Some("ltr") => Some(TextDirection::Ltr),
            _ => lang.as_ref().map(Lang::direction).filter(|direction| *direction != self.direction),
        };
        if let Some(class) = from.take("class") {
            to = to.with("class", class);
        }
        if let Some(lang) = lang {
            to = to.with("xml:lang", lang.as_str());
        }
        if let Some(direction) = direction {
            to = to.with("style", format!("direction: {}", direction.attribute()));
        }
        if let Some(title) = from.take("title") {
            to = to.with("title", title);
        }
        to
    }

    /// Blocks.
    pub fn blocks(self, nodes: Vec<Node>) -> Vec<Node> {
        let mut blocks = Vec::new();
        let mut line = Vec::new();
        for node in nodes {
            match node {
                Node::Element(element) if !INLINE.contains(&element.name) => {
                    self.end_line(&mut line, &mut blocks);
                    self.block(element, &mut blocks);
                }
                node => line.push(node),
            }
        }
        self.end_line(&mut line, &mut blocks);
        blocks
    }

    /// The same, and an empty paragraph where there are none.
    pub fn some_blocks(self, nodes: Vec<Node>) -> Vec<Node> {
        let mut blocks = self.blocks(nodes);
        if blocks.is_empty() {
            blocks.push(Element::new("p").into());
        }
        blocks
    }

    fn end_line(self, line: &mut Vec<Node>, blocks: &mut Vec<Node>) {
        let line = std::mem::take(line);
        let is_blank = |node: &Node| matches!(node, Node::Words(words) if words.trim().is_empty());
        if !line.iter().all(is_blank) {
            blocks.push(Element::new("p").holding(self.inlines(line)).into());
        }
    }

    fn block(self, element: Element, blocks: &mut Vec<Node>) {
        match element.name {
            "p" | "summary" | "figcaption" | "dt" | "caption" | "label" | "num" | "heading" | "docTitle" => {
                if element.children.iter().all(is_inline) {
                    let class = match element.name {
                        "figcaption" | "caption" => Some("caption"),
                        "dt" => Some("term"),
                        "summary" | "label" => Some("label"),
                        _ => None,
                    };
                    let mut p = self.turned(element, "p");
                    if let Some(class) = class {
                        p = p.with("class", class);
                    }
                    p.children = self.inlines(std::mem::take(&mut p.children));
                    blocks.push(p.into());
                } else {
                    self.container(element, None, blocks);
                }
            }
            "h" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element
                    .get("level")
                    .map_or_else(|| element.name.trim_start_matches('h').to_owned(), str::to_owned);
                let mut heading = self.turned(element, "block").with("name", "heading");
                heading = heading.with("class", format!("level-{level}"));
                heading.children = self.inlines(std::mem::take(&mut heading.children));
                blocks.push(heading.into());
            }
            "pre" => {
                let mut p = self.turned(element, "p").with("class", "preformatted");
                p = p.with("xml:space", "preserve");
                p.children = self.inlines(std::mem::take(&mut p.children));
                blocks.push(p.into());
            }
            "hr" => blocks.push(self.turned(element, "p").with("class", "break").into()),
            "ul" | "ol" => self.list(element, blocks),
            "table" => self.table(element, blocks),
            "blockquote" => self.container(element, Some("quotation"), blocks),
            "notice" => self.container(element, Some("notice"), blocks),
            "figure" => self.container(element, Some("figure"), blocks),
            "dl" => self.container(element, Some("definitions"), blocks),
            "dd" => self.container(element, Some("meaning"), blocks),
            "details" => self.container(element, Some("description"), blocks),
            "unit" => {
                let (num, heading, rest) = parts(element.children);
                let inner = Element { name: "unit", children: rest, id: element.id, attributes: Vec::new() };
                let mut container = self.turned(inner, "blockContainer");
                let rest = self.some_blocks(std::mem::take(&mut container.children));
                container.children = self.head(num, heading);
                container.children.extend(rest);
                blocks.push(container.into());
            }
            _ => self.container(element, None, blocks),
        }
    }

    /// The number and the heading of a paragraph.
    pub fn head(self, num: Option<Element>, heading: Option<Element>) -> Vec<Node> {
        let shaped = |element: Element, name| {
            let mut element = self.turned(element, name);
            element.children = self.inlines(std::mem::take(&mut element.children));
            Node::from(element)
        };
        num.map(|num| shaped(num, "num")).into_iter().chain(heading.map(|it| shaped(it, "heading"))).collect()
    }

    fn container(self, element: Element, class: Option<&str>, blocks: &mut Vec<Node>) {
        let mut container = self.turned(element, "blockContainer");
        let inside = self.blocks(std::mem::take(&mut container.children));
        let is_plain = class.is_none() && container.attributes.is_empty() && container.id.is_none();
        if is_plain || (inside.is_empty() && container.get("title").is_none() && container.id.is_none()) {
            return blocks.extend(inside);
        }
        if let Some(class) = class {
            container = container.with("class", class);
        }
        container.children = inside;
        if container.children.is_empty() {
            container.children.push(Element::new("p").into());
        }
        blocks.push(container.into());
    }

    fn list(self, element: Element, blocks: &mut Vec<Node>) {
        let mut list = self.turned(element, "blockList");
        let mut items: Vec<Node> = Vec::new();
        for child in std::mem::take(&mut list.children) {
            match child {
                Node::Element(mut item) if item.name == "li" => {
                    let num = item.take("num");
                    let mut item = self.turned(item, "item");
                    let inside = self.some_blocks(std::mem::take(&mut item.children));
                    if let Some(num) = num {
                        item.children.push(Element::new("num").holding(vec![Node::Words(num)]).into());
                    }
                    item.children.extend(inside);
                    items.push(item.into());
                }
                other => {
                    let inside = self.blocks(vec![other]);
                    if !inside.is_empty() {
                        items.push(Element::new("item").holding(inside).into());
                    }
                }
            }
        }
        if items.is_empty() {
            if list.get("title").is_some() {
                list.name = "p";
                blocks.push(list.into());
            }
            return;
        }
        list.children = items;
        blocks.push(list.into());
    }

    fn table(self, element: Element, blocks: &mut Vec<Node>) {
        let mut table = self.turned(element, "table");
        let mut caption = None;
        let mut rows = Vec::new();
        let mut others = Vec::new();
        self.rows(std::mem::take(&mut table.children), &mut caption, &mut rows, &mut others);
        let others = self.blocks(others);
        if rows.is_empty() {
            blocks.extend(caption.map(|mut caption| {
                caption.name = "p";
                Node::from(caption)
            }));
            if let Some(title) = table.take("title") {
                blocks.push(Element::new("p").with("title", title).into());
            }
            return blocks.extend(others);
        }
        table.children = caption.map(Node::from).into_iter().chain(rows).collect();
        blocks.push(table.into());
        blocks.extend(others);
    }

    fn rows(
        self,
        nodes: Vec<Node>,
        caption: &mut Option<Element>,
        rows: &mut Vec<Node>,
        others: &mut Vec<Node>,
    ) {
        for node in nodes {
            let Node::Element(element) = node else {
                others.push(node);
                continue;
            };
            match element.name {
                "caption" if caption.is_none() => {
                    let mut shaped = self.turned(element, "caption");
                    shaped.children = self.inlines(std::mem::take(&mut shaped.children));
                    *caption = Some(shaped);
                }
                "tbody" => self.rows(element.children, caption, rows, others),
                "tr" => self.row(element, rows),
                _ => others.push(element.into()),
            }
        }
    }

    fn row(self, element: Element, rows: &mut Vec<Node>) {
        let mut row = self.turned(element, "tr");
        let mut cells = Vec::new();
        for child in std::mem::take(&mut row.children) {
            match child {
                Node::Element(cell) if matches!(cell.name, "td" | "th") => {
                    let name = if cell.name == "th" { "th" } else { "td" };
                    let spans = ["colspan", "rowspan"].map(|span| {
                        let number = cell.get(span).and_then(crate::document::integer);
                        (span, number.filter(|number| *number > 1))
                    });
                    let mut cell = self.turned(cell, name);
                    for (span, number) in spans {
                        if let Some(number) = number {
                            cell = cell.with(span, number.to_string());
                        }
                    }
                    cell.children = self.blocks(std::mem::take(&mut cell.children));
                    cells.push(cell.into());
                }
                other => {
                    let inside = self.blocks(vec![other]);
                    if !inside.is_empty() {
                        cells.push(Element::new("td").holding(inside).into());
                    }
                }
            }
        }
        if cells.is_empty() && row.get("title").is_some() {
            cells.push(Element::new("td").into());
        }
        if !cells.is_empty() {
            row.children = cells;
            rows.push(row.into());
        }
    }

    /// Running text.
    pub fn inlines(self, nodes: Vec<Node>) -> Vec<Node> {
        let mut line = Vec::new();
        let has_brackets =
            nodes.iter().any(|node| matches!(node, Node::Element(element) if element.name == "rp"));
        for node in nodes {
            match node {
                Node::Words(words) => line.push(Node::Words(words)),
                Node::Element(element) => self.inline(element, has_brackets, &mut line),
            }
        }
        line
    }

    fn inline(self, mut element: Element, has_brackets: bool, line: &mut Vec<Node>) {
        let (name, meaning): (&'static str, Option<&'static str>) = match element.name {
            "b" | "strong" => ("b", None),
            "em" | "i" | "cite" | "dfn" | "var" => ("i", None),
            "del" | "s" => ("del", None),
            "ins" => ("ins", None),
            "u" => ("u", None),
            "sub" => ("sub", None),
            "sup" => ("sup", None),
            "abbr" => ("abbr", None),
            "code" | "kbd" | "samp" => ("inline", Some("code")),
            "mark" => ("inline", Some("mark")),
            "ruby" => ("inline", Some("ruby")),
            "rt" => ("inline", Some("ruby-text")),
            "q" => ("embeddedText", None),
            "br" => ("br", None),
            "ref" | "a" => (element.name, None),
            "img" | "noteRef" | "eop" => return line.push(element.into()),
            "note" => {
                let marker = element.take("marker").unwrap_or_default();
                let mut note = self.turned(element, "authorialNote");
                note = note.with("marker", marker).with("placement", "bottom");
                note.children = self.some_blocks(std::mem::take(&mut note.children));
                return line.push(note.into());
            }
            _ => ("span", None),
        };
        let is_block = !INLINE.contains(&element.name);
        let is_quotation = element.name == "q";
        let is_bare_ruby = element.name == "rt" && !has_brackets;
        let href = element.take("href");
        let num = element.take("num");
        let mut shaped = self.turned(element, name);
        if let Some(meaning) = meaning {
            shaped = shaped.with("name", meaning);
        }
        if let Some(href) = href {
            shaped = shaped.with("href", href);
        }
        shaped.children = self.inlines(std::mem::take(&mut shaped.children));
        if let Some(num) = num {
            shaped.children.insert(0, Node::Words(format!("{num} ")));
        }
        if is_quotation {
            shaped = shaped.with("startQuote", "“").with("endQuote", "”");
            around(&mut shaped, "“", "”");
        } else if is_bare_ruby {
            around(&mut shaped, "(", ")");
        }
        if is_block {
            line.push(Node::Words(" ".to_owned()));
        }
        if shaped.name == "span" && shaped.attributes.is_empty() && shaped.id.is_none() {
            return line.append(&mut shaped.children);
        }
        line.push(shaped.into());
    }
}

fn around(element: &mut Element, before: &str, after: &str) {
    element.children.insert(0, Node::Words(before.to_owned()));
    element.children.push(Node::Words(after.to_owned()));
}

/// What a paragraph with an official number holds: its number, its heading, and the rest.
pub fn parts(nodes: Vec<Node>) -> (Option<Element>, Option<Element>, Vec<Node>) {
    let (mut num, mut heading, mut rest) = (None, None, Vec::new());
    for node in nodes {
        match node {
            Node::Element(element) if element.name == "num" && num.is_none() => num = Some(element),
            Node::Element(element) if element.name == "heading" && heading.is_none() => {
                heading = Some(element);
            }
            node => rest.push(node),
        }
    }
    (num, heading, rest)
}
