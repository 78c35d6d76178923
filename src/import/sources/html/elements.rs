//! What each element makes of what stands in it.
//!
//! In: an element of the text. Out: what holds in it, and what is to be done where it ends.

use std::borrow::Cow;
use std::rc::Rc;

use super::around::{Around, Task};
use super::inlines::quotation_marks;
use super::lists::{Label, List};
use super::names::{is_a, is_block, role};
use super::notes::names;
use super::reader::Reader;
use super::tree::Element;
use super::{style, word};
use crate::import::source::Vertical;
use crate::import::sources::archive::Damaged;
use crate::import::sources::styled::Role;
use crate::import::sources::styled::shown::{Aside, Piece};

const RUBY: Aside = Aside::Other("reading printed above the word before it");
const ABBREVIATION: Aside =
    Aside::Other("what an abbreviation stands for, which pages show only when one points at it");
const COLUMNS: &str =
    "blanks in a row that put words into columns here (pre) have become one; if it is a table, write one";
const INDENTED: &str = "lines are indented here (pre), and now begin at the margin; if these are words of a program, write them as code";
const PAGE: Aside = Aside::Other("number of a page, which has become its mark");

impl<'a> Reader<'a> {
    /// Reads an element that is shown.
    pub fn shown(&mut self, node: Element<'a>, before: &Rc<Around>) -> Result<(), Damaged> {
        let name = node.name();
        match name {
            "br" => self.line_end(before),
            "img" => self.picture(node, before),
            "input" => {
                let is_checked = node.attribute("checked").is_some();
                self.printed(if is_checked { "☒" } else { "☐" }, before);
            }
            "rt" | "rp" | "rtc" => {
                let words = super::names::plain(node, |_| false);
                self.out.leave(&words, RUBY);
            }
            "wbr" | "col" | "colgroup" | "area" | "link" | "meta" | "base" | "source" | "track" | "param" => {
            }
            _ if is_a(node, "doc-pagebreak") => self.page_mark(node),
            _ if !self.is_begun && self.note.is_none() && word::is_number(node) => self.number_of_word(node),
            "table" => {
                self.end_block(before);
                self.out.anchors.extend(names(node).map(str::to_owned));
                let around = Rc::new(self.around(node, before));
                self.table(node, &around)?;
            }
            _ if is_block(node) => self.block(node, before),
            _ => self.inline(node, before),
        }
        Ok(())
    }

    /// What holds in an element.
    pub fn around(&self, node: Element<'a>, before: &Rc<Around>) -> Around {
        let mut around = (**before).clone();
        around.is_text = true;
        around.is_in_section = Self::is_part(node, before);
        around.lang = self.lang_in(node, before);
        match node.name() {
            "strong" | "b" => around.is_bold = true,
            "em" | "i" | "cite" | "dfn" | "var" => around.is_italic = true,
            "u" => around.is_underlined = true,
            "s" | "strike" => around.is_struck = true,
            "sup" => around.vertical = Vertical::Superscript,
            "sub" => around.vertical = Vertical::Subscript,
            "code" | "kbd" | "samp" | "tt" => around.is_code = true,
            "del" => around.is_deleted = true,
            "ins" => around.is_inserted = true,
            "big" => around.size = around.size * 6 / 5,
            "small" => around.size = around.size * 5 / 6,
            "font" => {
                let size = |said: &str| {
                    Some([15, 20, 24, 27, 36, 48, 72][said.trim().parse::<usize>().ok()?.clamp(1, 7) - 1])
                };
                around.size = node.attribute("size").and_then(size).unwrap_or(around.size);
                around.font = node.attribute("face").map(Rc::from).or(around.font);
            }
            "pre" | "listing" | "xmp" | "plaintext" => around.is_pre = true,
            _ => {}
        }
        for (name, value) in style::properties(node) {
            let value = value.to_ascii_lowercase();
            match name.to_ascii_lowercase().as_str() {
                "font-weight" => around.is_bold = is_bold(&value),
                "font-style" => around.is_italic = matches!(value.as_str(), "italic" | "oblique"),
                "font-size" => around.size = style::size(&value, before.size).unwrap_or(around.size),
                "font-family" | "mso-fareast-font-family" => {
                    around.font = Some(value.trim_matches(['"', '\'']).into())
                }
                "font" => {
                    around.is_bold = value.split_whitespace().any(is_bold);
                    around.is_italic = value.split_whitespace().any(|word| word == "italic");
                    around.size = value
                        .split_whitespace()
                        .find_map(|word| style::size(word, before.size))
                        .unwrap_or(around.size);
                }
                "text-decoration" | "text-decoration-line" => {
                    around.is_underlined |= value.contains("underline") && around.link.is_none();
                    around.is_struck |= value.contains("line-through");
                }
                "vertical-align" if value == "super" => around.vertical = Vertical::Superscript,
                "vertical-align" if value == "sub" => around.vertical = Vertical::Subscript,
                "white-space" => around.is_pre = value.starts_with("pre") && value != "pre-line",
                _ => {}
            }
        }
        around
    }

    fn block(&mut self, node: Element<'a>, before: &Rc<Around>) {
        self.end_block(before);
        let mut around = self.around(node, before);
        let level = role(node)
            .eq("heading")
            .then(|| node.attribute("aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2));
        match (node.name(), level) {
            (_, Some(level)) => around.role = Role::Heading(level),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", _) if role(node).is_empty() => {
                around.role = Role::Heading(node.name().as_bytes().get(1).map_or(2, |digit| digit - b'0'));
            }
            ("blockquote", _) => around.role = Role::Quotation,
            ("figcaption" | "caption", _) => around.role = Role::Caption,
            ("pre", _) if node.children().any(|child| child.name() == "code") => around.role = Role::Code,
            ("pre" | "listing" | "xmp" | "plaintext", _) => {
                let is_wide = |line: &str| line.trim().contains("  ") || line.trim().contains('\t');
                let is_indented = |line: &str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
                let has = |is: fn(&str) -> bool| {
                    node.all().filter_map(Element::text).any(|text| text.lines().any(is))
                };
                if has(is_wide) {
                    self.out.reports.push(COLUMNS.into());
                } else if has(is_indented) {
                    self.out.reports.push(INDENTED.into());
                }
            }
            ("ol" | "ul" | "menu" | "dir", _) => {
                self.bare_label(before);
                let bullets = self.lists.len();
                self.lists.push(List::of(node, bullets));
                around.lists += 1;
                self.tasks.push(Task::EndList);
            }
            ("li", _) => {
                around.depth = None;
                let depth = u8::try_from(around.lists.saturating_sub(1)).unwrap_or(u8::MAX);
                let (label, is_known) = match self.lists.last_mut() {
                    Some(list) => list.label(node),
                    None => (Some(("•".to_owned(), true)), true),
                };
                if !is_known {
                    self.out.reports.push(
                        "the file prints numbers of a form here that is not known, and digits were taken"
                            .into(),
                    );
                }
                self.label = label.map(|(text, has_gap)| Label { text, has_gap, depth });
                around.depth = self.label.as_ref().map(|label| label.depth);
            }
            ("dt", _) => around.is_term = true,
            ("p" | "div" | "span", _) => {
                if let Some(role) = word::role(node) {
                    around.role = role;
                }
            }
            _ => {}
        }
        if is_a(node, "doc-subtitle") {
            around.role = Role::Subtitle;
        }
        if matches!(around.role, Role::Heading(1))
            && !matches!(before.role, Role::Heading(1))
            && self.note.is_none()
        {
            self.title = self.title.or(Some(self.out.items.len()));
        }
        self.out.anchors.extend(names(node).map(str::to_owned));
        let around = Rc::new(around);
        let end =
            if node.name() == "li" { Task::EndItem(around.clone()) } else { Task::EndBlock(around.clone()) };
        self.tasks.push(end);
        if node.name() == "figure" { self.figure(node, &around) } else { self.inside(node, &around) }
    }

    /// A figure: the caption stands after pictures, and before a table.
    fn figure(&mut self, node: Element<'a>, around: &Rc<Around>) {
        let has_table = node.all().any(|it| it.name() == "table");
        let is_caption = |child: &Element<'a>| child.name() == "figcaption";
        let (captions, others): (Vec<_>, Vec<_>) = node.children().partition(is_caption);
        let order =
            if has_table { captions.into_iter().chain(others) } else { others.into_iter().chain(captions) };
        let order: Vec<_> = order.collect();
        self.tasks.extend(order.into_iter().rev().map(|child| Task::Read(child, around.clone())));
    }

    fn inline(&mut self, node: Element<'a>, before: &Rc<Around>) {
        self.out.anchors.extend(names(node).map(str::to_owned));
        if node.name() == "a" && self.back(node) {
            return;
        }
        let mut around = self.around(node, before);
        match node.name() {
            "a" => {
                if let Some(href) = node.attribute("href").filter(|href| !href.trim().is_empty()) {
                    let link: Rc<str> = self.target(href).into();
                    around.link = Some(link.clone());
                    self.tasks.push(Task::EndLink(link, self.out.pieces.len()));
                }
            }
            "q" => {
                let (open, close) = quotation_marks(around.lang.as_deref(), around.quotations);
                around.quotations += 1;
                self.printed(&open, &around);
                let around = Rc::new(around);
                self.tasks.push(Task::EndQuotation(around.clone(), close));
                return self.inside(node, &around);
            }
            "bdo" => {
                let said = node.attribute("dir").unwrap_or_default();
                self.out.reports.push(format!("the file turns the direction of words here (dir={said}), and the text has them as they are written").into());
            }
            "abbr" | "acronym" => {
                let said = super::names::written(node.attribute("title").unwrap_or_default());
                let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
                // It stands behind the words of its paragraph, so its place does not matter.
                self.out.leave(&said, ABBREVIATION);
            }
            _ => {}
        }
        self.inside(node, &Rc::new(around));
    }

    /// A page of the printed document begins.
    fn page_mark(&mut self, node: Element<'a>) {
        self.out.anchors.extend(names(node).map(str::to_owned));
        let words = super::names::plain(node, |_| false);
        let said = ["aria-label", "title"]
            .iter()
            .filter_map(|name| node.attribute(name))
            .map(str::trim)
            .find(|said| !said.is_empty());
        let label = if words.is_empty() { said.unwrap_or_default() } else { &words };
        let number = label
            .rsplit(|c: char| c.is_whitespace())
            .next()
            .unwrap_or_default()
            .trim_matches(['.', ':', '[', ']', '(', ')', '-', '–', '—']);
        let is_number =
            !number.is_empty() && number.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        if is_number && self.note.is_none() {
            self.out.pieces.push(Piece::Page(number.to_owned()));
        } else {
            self.out.reports.push(Cow::Owned(format!(
                "the file begins a page here, and says no number of it that is known: “{label}”"
            )));
        }
        self.out.leave(&words, PAGE);
    }

    /// The number that Word prints before a paragraph.
    fn number_of_word(&mut self, node: Element<'a>) {
        let paragraph = node.ancestors().find(|around| is_block(*around));
        let text = word::number(node);
        let is_wide = text.ends_with(['、', '．', '）', '。', '：', '〕', '】']);
        let depth = paragraph.map_or(0, word::level);
        if !text.is_empty() {
            self.label = Some(Label { text, has_gap: !is_wide, depth });
        }
    }
}

fn is_bold(value: &str) -> bool {
    matches!(value, "bold" | "bolder")
        || value.parse::<u32>().is_ok_and(|weight| (600..=1000).contains(&weight))
}
