//! The words of a paragraph, and what stands among them.
//!
//! In: what a paragraph or a note holds. Out: its pieces in order. Blanks are folded as OpenDocument says: a row of them is one, and
//! none begins a paragraph. What was inserted is in; what was deleted or is hidden stands aside; of a field the result is shown.

use std::rc::Rc;

use super::notes::plain;
use super::properties::{RunProperties, of_kind};
use super::reader::Reader;
use crate::import::source::Vertical;
use crate::import::sources::styled::looks::Letters;
use crate::import::sources::styled::shown::{Aside, Look, Piece};
use crate::import::sources::styled::tongues::{Class, stretches};
use crate::lang::Lang;
use crate::xml::tree::Element;

/// What holds for words by what stands around them.
#[derive(Debug, Clone)]
pub struct Around<'a> {
    /// What the named style of the paragraph says of its words.
    pub base: Rc<RunProperties<'a>>,
    /// Why they are none of the text.
    pub aside: Option<Aside>,
    /// How they look.
    pub look: RunProperties<'a>,
    /// Where they lead.
    pub link: Option<Rc<str>>,
}

impl<'a> Around<'a> {
    /// Words that look as this says.
    pub fn new(base: Rc<RunProperties<'a>>) -> Self {
        Self { look: (*base).clone(), base, aside: None, link: None }
    }
}

/// More blanks in a row say nothing more.
const MOST_BLANKS: usize = 64;

const REASON_RUBY: Aside = Aside::Other("reading printed above the word before it");
const REASON_SCRIPT: Aside = Aside::Other("script");

impl<'a> Reader<'a> {
    /// Reads what stands in an element.
    pub fn inlines(&mut self, parent: Element<'a>, around: &Around<'a>) {
        self.folded(parent.text(), around);
        for child in parent.children() {
            self.inline(child, around);
        }
    }

    /// Reads an element among words.
    pub fn inline(&mut self, child: Element<'a>, around: &Around<'a>) {
        let value = |name| child.attribute(name);
        match child.name() {
            "" => self.folded(child.text(), around),
            "text:span" => {
                let look = self.styles.words(value("text:style-name"), &around.look);
                self.inlines(child, &Around { look, ..around.clone() });
            }
            "text:a" => {
                let link = value("xlink:href").map(target).or(around.link.clone());
                let look = self.styles.words(value("text:style-name"), &around.look);
                self.out.anchors.extend(value("office:name").filter(|_| link.is_none()).map(str::to_owned));
                self.inlines(child, &Around { look, link, ..around.clone() });
            }
            "text:bookmark-ref" | "text:reference-ref" | "text:sequence-ref" => {
                let to = value("text:ref-name").map(|name| Rc::from(format!("#{name}")));
                let link = around.link.clone().or(to);
                self.inlines(child, &Around { link, ..around.clone() });
            }
            "text:s" => {
                let count = value("text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.words(&" ".repeat(usize::min(count, MOST_BLANKS)), around);
                self.is_after_blank = false;
            }
            "text:tab" => {
                self.words("\t", around);
                self.is_after_blank = false;
            }
            "text:line-break" => {
                if self.aside_of(around).is_none() {
                    self.out.pieces.push(Piece::Break);
                }
                self.is_after_blank = true;
            }
            "text:soft-page-break" => self.page(),
            "text:bookmark" | "text:bookmark-start" | "text:reference-mark" | "text:reference-mark-start" => {
                self.out.anchors.extend(value("text:name").map(str::to_owned));
            }
            "text:sequence" => {
                self.out.anchors.extend(value("text:ref-name").map(str::to_owned));
                self.inlines(child, around);
            }
            "text:note" => self.note_mark(child, around),
            "office:annotation" => self.out.leave(&plain(child), Aside::Comment),
            "text:ruby" => {
                if let Some(base) = child.child("text:ruby-base") {
                    self.inlines(base, around);
                }
                if let Some(reading) = child.child("text:ruby-text") {
                    self.out.leave(&plain(reading), REASON_RUBY);
                }
            }
            "text:change-start" => {
                let id = value("text:change-id").filter(|id| self.insertions.contains(id));
                if let Some(id) = id.filter(|_| self.inserted.is_empty()) {
                    self.inserted.insert(id);
                    self.out.pieces.push(Piece::Inserted(true));
                }
            }
            "text:change-end" => {
                if value("text:change-id").is_some_and(|id| self.inserted.remove(id)) {
                    self.out.pieces.push(Piece::Inserted(false));
                }
            }
            "text:change" => {
                let deleted = value("text:change-id").and_then(|id| self.deleted.remove(id));
                self.out.leave(&deleted.unwrap_or_default(), Aside::Deleted);
            }
            "text:hidden-text" if value("text:is-hidden") == Some("true") => {
                let said = value("text:string-value").filter(|_| plain(child).is_empty());
                self.out.leave(&said.map_or_else(|| plain(child), str::to_owned), Aside::Hidden);
            }
            "text:hidden-paragraph" => {
                self.is_hidden |= value("text:is-hidden") == Some("true");
                self.inlines(child, around);
            }
            "text:script" => self.out.leave(&plain(child), REASON_SCRIPT),
            "text:number" => {}
            "office:event-listeners" | "text:alphabetical-index-mark" | "text:toc-mark" => {}
            "draw:a" => {
                let link = value("xlink:href").map(target).or(around.link.clone());
                let around = Around { link, ..around.clone() };
                child.children().for_each(|inner| self.inline(inner, &around));
            }
            "table:table" => self.boxes.push(child),
            name if name.starts_with("draw:") => self.drawing(child, around),
            _ => self.inlines(child, around),
        }
    }

    /// Words as the file has them, with their blanks folded.
    fn folded(&mut self, text: &str, around: &Around<'a>) {
        let mut said = String::with_capacity(text.len());
        for c in text.chars() {
            let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !is_blank {
                said.push(c);
            } else if !self.is_after_blank {
                said.push(' ');
            }
            self.is_after_blank = is_blank;
        }
        self.words(&said, around);
    }

    /// Words as they look.
    pub fn words(&mut self, text: &str, around: &Around<'a>) {
        if text.is_empty() {
            return;
        }
        let text = text.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ");
        if let Some(aside) = self.aside_of(around) {
            self.out.pieces.push(Piece::Aside(text, aside));
            return;
        }
        let (look, base) = (&around.look, &around.base);
        let mut kind = 0;
        for (class, words) in stretches(&text) {
            kind = class.map_or(kind, kind_of);
            let is_bold = of_kind(&look.bold, kind) == Some(true);
            let size = of_kind(&look.size, kind);
            self.out.looks.add(words, Letters { is_bold, size, font: look.font });
            let differs = |said: Option<bool>, base: Option<bool>| said == Some(true) && base != Some(true);
            let lang = class.and_then(|class| self.tongue(class, words, look));
            let shown = Look {
                is_code: false,
                is_bold: differs(of_kind(&look.bold, kind), of_kind(&base.bold, kind)),
                is_italic: differs(of_kind(&look.italic, kind), of_kind(&base.italic, kind)),
                // Links are underlined of themselves.
                is_underlined: around.link.is_none() && differs(look.underlined, base.underlined),
                is_struck: differs(look.struck, base.struck),
                vertical: match look.raised {
                    Some(1) => Vertical::Superscript,
                    Some(-1) => Vertical::Subscript,
                    _ => Vertical::Line,
                },
                lang,
            };
            self.out.pieces.push(Piece::Words(words.to_owned(), shown, around.link.clone()));
        }
    }

    /// What makes words none of the text.
    pub fn aside_of(&self, around: &Around<'a>) -> Option<Aside> {
        around.aside.or((around.look.hidden == Some(true)).then_some(Aside::Hidden))
    }

    /// The language of words, where it is another than that of words that say none; a name or a symbol is of all languages.
    fn tongue(&mut self, class: Class, words: &str, look: &RunProperties<'a>) -> Option<Lang> {
        let kind = kind_of(class);
        let lang = self.language(look, kind, class);
        let usual = self.language(self.styles.usual(), kind, class);
        self.out.tongue(class, (lang, usual), words)
    }

    /// The language of a class of words. Programs that know one language give it as that of most words, whatever its script.
    fn language(&mut self, look: &RunProperties<'a>, kind: usize, class: Class) -> Option<Lang> {
        let tags = [of_kind(&look.languages, kind), of_kind(&look.languages, 0)];
        tags.iter().find_map(|tag| self.out.tongues.language(tag.as_deref(), class))
    }
}

fn kind_of(class: Class) -> usize {
    match class {
        Class::Most => 0,
        Class::EastAsian => 1,
        Class::FromRight => 2,
    }
}

/// Where a link leads: LibreOffice says of a name in the file what it is the name of.
fn target(href: &str) -> Rc<str> {
    let name = href.strip_prefix('#').and_then(|name| name.rsplit_once('|'));
    let kinds = ["outline", "table", "frame", "graphic", "ole", "region", "text"];
    match name.filter(|(_, kind)| kinds.contains(kind)) {
        Some((name, _)) => format!("#{name}").into(),
        None => href.into(),
    }
}
