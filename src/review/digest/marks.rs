//! What words alone do not say: which of them are struck out, raised or lowered, which notes they have, how lists number them, who is
//! quoted, where a page of the printed document begins.
//!
//! In: the blocks and inlines of a text as they come. Out: for each such mark its name, what it says, and its place, counted in
//! characters, as a note at another word says something else. Each construct of the model is named here, so that a new one
//! cannot be forgotten: it has a mark, or it says why it needs none.

use std::collections::HashMap;

use super::Form;
use crate::document::{
    Block, BlockKind, Document, Inline, InlineKind, Item, Notice, PAGE_BREAK, Tags, Version, numbers,
};
use crate::library::scheme;

/// Elements of raw HTML that only say how words look or sound, where a line may end, or what a program makes of them. Every
/// other one is a mark.
pub const LOOKS: [&str; 16] = [
    "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "mark", "samp", "small", "span", "strong", "time",
    "var", "wbr",
];

/// Elements around blocks that only hold them together.
pub const GROUPS: [&str; 4] = ["article", "div", "figure", "section"];

const STRUCK: &str = "struck";

/// The marks of the words that were gathered, and how far these go.
pub struct Marks {
    form: Form,
    pieces: Vec<String>,
    /// The labels of the notes that are marked.
    notes: Vec<String>,
    /// The numbers of the notes that came, by their labels. They are counted from the first word that is gathered: a note that is
    /// added before a paragraph does not change that paragraph.
    numbers: HashMap<String, usize>,
    /// Whether a label is not the number of its note.
    has_other_label: bool,
    /// How many characters stand before the next word, blanks aside.
    place: usize,
    /// How many lists stand around it.
    lists: usize,
}

impl Marks {
    /// None so far.
    pub fn new(form: Form) -> Self {
        Self {
            form,
            pieces: Vec::new(),
            notes: Vec::new(),
            numbers: HashMap::new(),
            has_other_label: false,
            place: 0,
            lists: 0,
        }
    }

    /// What a note is called: readers see a number, whatever its label is.
    pub fn name_of_note(&mut self, label: &str) -> String {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(label.to_owned()).or_insert(next);
        let number = number.to_string();
        self.has_other_label |= number != label;
        match self.form {
            Form::Now => number,
            Form::Older => label.to_owned(),
        }
    }

    /// Whether a note has a label that is not its number.
    pub fn has_other_label(&self) -> bool {
        self.has_other_label
    }

    /// The pieces so far.
    pub fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.pieces)
    }

    /// The labels of the notes that were marked so far, in reading order.
    pub fn take_notes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.notes)
    }

    fn add(&mut self, mark: &str, says: impl Into<String>) {
        self.pieces.extend([mark.to_owned(), says.into(), self.place.to_string()]);
    }

    /// A block begins; whether its end is a mark too, as the words after it are not in it.
    pub fn begin(&mut self, block: &Block) -> bool {
        // An id is an address, and where a block stands in the source says nothing.
        let Block { id: _, span: _, kind } = block;
        match kind {
            BlockKind::List { ordered, items: _ } => {
                self.lists += 1;
                // A bullet says no more than the line that it begins; what is said by lists inside lists stands at their items.
                if *ordered {
                    self.add("list", "");
                }
                *ordered || self.lists > 1
            }
            BlockKind::Quote { notice, blocks: _ } => {
                self.add("quote", notice.map_or("", Notice::name));
                true
            }
            BlockKind::Wrapped(wrapped) => {
                let tags = Tags { open: &wrapped.open, close: &wrapped.close };
                self.element(&tags, &GROUPS, String::new())
            }
            BlockKind::Table(table) => {
                // How columns are set is how they look.
                let caption = if table.caption.is_some() { "caption" } else { "" };
                self.add("table", format!("{} {caption}", table.head.len()));
                true
            }
            // Without a caption it says what the picture says by itself in a paragraph.
            BlockKind::Figure(figure) => {
                if figure.caption.is_some() {
                    self.add("figure", "caption");
                }
                figure.caption.is_some()
            }
            BlockKind::ThematicBreak => {
                self.add("break", "");
                false
            }
            // Their terms and meanings are marks.
            BlockKind::Definitions(_) => true,
            // That words are a heading, and of which level, is how they look in the printed document. The outline of the page
            // is made by its publisher, and mended without a change of words.
            BlockKind::Heading { level: _, content: _ } | BlockKind::Paragraph(_) => false,
            // Its labels are pieces.
            BlockKind::Article(_) => false,
            // Its letters look otherwise, and the language that its fence names is shown to nobody.
            BlockKind::Code(_) => false,
            // All of it is a piece.
            BlockKind::Html(_) => false,
        }
    }

    /// A block ends.
    pub fn end(&mut self, block: &Block, is_marked: bool) {
        self.lists -= usize::from(matches!(block.kind, BlockKind::List { .. }));
        if is_marked {
            self.add("end", "");
        }
    }

    /// What the items of a list are called by; nothing where they have no numbers.
    pub fn numbers(document: &Document, ordered: bool, items: &[Item]) -> Vec<String> {
        let number = |(item, number): (&Item, u64)| match ordered {
            // The full stop after a number says nothing; a bracket is part of how the item is called.
            true if item.has_bracket(&document.source) => format!("{number})"),
            true => number.to_string(),
            false => String::new(),
        };
        items.iter().zip(numbers(items)).map(number).collect()
    }

    /// An item begins that is called by this number.
    pub fn item(&mut self, number: &str) {
        let depth = self.lists.saturating_sub(1);
        if !number.is_empty() || depth > 0 {
            self.add("item", "-".repeat(depth) + number);
        }
    }

    /// A term that is explained begins.
    pub fn term(&mut self) {
        self.add("term", "");
    }

    /// A meaning of the last term begins.
    pub fn meaning(&mut self) {
        self.add("meaning", "");
    }

    /// An inline comes, and after it all inside it.
    pub fn inline(&mut self, document: &Document, inline: &Inline<'_>) {
        let is_official = document.version == Version::Official;
        match &inline.kind {
            // That words are code is how they look.
            InlineKind::Text(words) | InlineKind::Code(words) => {
                self.place += document.text(words).chars().filter(|c| !c.is_whitespace()).count();
            }
            // How words look.
            InlineKind::Emphasis(_) | InlineKind::Strong(_) => {}
            InlineKind::Deleted(struck) => self.add(STRUCK, document.plain(*struck)),
            InlineKind::Link { target, children: _ } => {
                let target = document.text(target);
                match target.strip_prefix(PAGE_BREAK) {
                    Some(page) => self.add("page", page),
                    // What stands elsewhere on the site is moved without a change of words. Where the links of an easy-read
                    // version lead is digested by itself.
                    None if is_official && scheme(target).is_some() => self.add("link", target),
                    None => {}
                }
            }
            // What the file shows is no part of the text. For readers of an easy-read version it is gathered beside the words.
            InlineKind::Image { target, alt: _ } if is_official => self.add("picture", document.text(target)),
            InlineKind::Image { .. } => {}
            // Which of the marks of its note it is follows from those before it.
            InlineKind::NoteMark { label, occurrence: _ } => {
                let label = document.text(label).to_owned();
                let name = self.name_of_note(&label);
                self.add("note", name);
                self.notes.push(label);
            }
            InlineKind::Html { tags, children } => {
                self.element(tags, &LOOKS, document.plain(*children));
            }
            InlineKind::Checkbox(ticked) => self.add("task", if *ticked { "done" } else { "open" }),
            // How lines end in the source.
            InlineKind::SoftBreak { joins: _ } => {}
            InlineKind::HardBreak if is_official => self.add("br", ""),
            // In an easy-read version every line ends like this.
            InlineKind::HardBreak => {}
        }
    }

    /// An element of raw HTML, which is a mark unless it is one of these, or has a title, which is said to readers; whether it is.
    ///
    /// Its other attributes are no marks: a language is how words sound, and is added without a change of words; the direction is how
    /// lines look, but for `bdo`, which turns words round; a date in digits is for programs.
    fn element(&mut self, tags: &Tags<'_>, unmarked: &[&str], words: String) -> bool {
        let name = tags.name();
        let is_marked = !unmarked.contains(&name);
        if is_marked {
            let mark = match name {
                "del" | "s" => STRUCK,
                "bdo" if tags.open.contains(" dir=\"rtl\"") => "bdo-rtl",
                name => name,
            };
            self.add(mark, words);
        }
        if let Some(title) = tags.title() {
            self.add("title", title);
        }
        is_marked || tags.title().is_some()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::content::{Input, Role};
    use crate::digest::Digest;
    use crate::languages::Languages;
    use crate::parse::{AROUND_BLOCKS, INLINE, parse};
    use crate::review::{official_digest, paragraph_digest};
    use crate::source::Source;

    fn document(body: &str) -> Document {
        let text = format!("---\ntitle: 通知\nsummary: 一。二。\n---\n\n## 一 {{#yi}}\n\n{body}\n");
        let source = Arc::new(Source::new("content/a/index.md", text));
        let lang = "zh-Hans".parse().unwrap();
        let input = Input { source, role: Role::Official, slug: "a".into(), lang };
        parse(&input, Languages::built_in()).0
    }

    /// What a seal holds of a body, and what a record does.
    fn digests(body: &str) -> [Digest; 2] {
        let document = document(body);
        let paragraph = paragraph_digest(&document, "yi").unwrap();
        [official_digest(&document).now().clone(), paragraph.now().clone()]
    }

    #[test]
    fn every_element_is_a_mark_or_a_look() {
        for name in INLINE {
            let element = match name {
                "br" | "wbr" => format!("付<{name}>十元。"),
                _ => format!("付<{name}>十</{name}>元。"),
            };
            let is_seen = digests(&element) != digests("付十元。");
            assert_eq!(is_seen, !LOOKS.contains(&name), "{name}");
            let titled = element.replacen('>', " title=\"话\">", 1);
            assert_ne!(digests(&titled), digests(&element), "{name} with a title");
            assert_eq!(digests(&element.replacen('>', " lang=\"fr\">", 1)), digests(&element), "{name}");
        }
        for name in AROUND_BLOCKS {
            let element = format!("<{name}>\n\n付十元。\n\n</{name}>");
            assert_eq!(digests(&element) != digests("付十元。"), !GROUPS.contains(&name), "{name}");
            assert_ne!(digests(&element.replacen('>', " title=\"话\">", 1)), digests(&element), "{name}");
        }
        assert!(LOOKS.iter().all(|name| INLINE.contains(name)));
        assert!(GROUPS.iter().all(|name| AROUND_BLOCKS.contains(name)));
    }

    #[test]
    fn what_words_alone_do_not_say_is_seen() {
        for (one, other) in [
            // Blocks.
            ("1. 甲。", "- 甲。"),
            ("1. 甲。\n2. 乙。", "1) 甲。\n2) 乙。"),
            ("1. 甲。\n3. 乙。", "1. 甲。\n2. 乙。"),
            ("3. 甲。\n3. 乙。", "3. 甲。\n4. 乙。"),
            ("1. 甲。\n\n   乙。", "1. 甲。\n\n乙。"),
            ("- 甲。\n  - 乙。", "- 甲。\n- 乙。"),
            ("- 甲。\n  1. 乙。\n- 丙。", "- 甲。\n- 丙。\n  1. 乙。"),
            ("> 甲。", "甲。"),
            ("> 甲。\n>\n> 乙。", "> 甲。\n\n乙。"),
            ("> [!NOTE]\n> 甲。", "> 甲。"),
            ("> [!NOTE]\n> 甲。", "> [!WARNING]\n> 甲。"),
            ("甲。\n\n***\n\n乙。", "甲。\n\n乙。"),
            ("甲。\n\n***\n\n乙。\n\n丙。", "甲。\n\n乙。\n\n***\n\n丙。"),
            ("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", "| 甲 |\n| --- |\n| 乙 |\n| 丙 |\n| 丁 |"),
            ("甲\n: 乙", "甲\n\n乙"),
            ("甲\n: 乙\n\n丙\n: 丁", "甲\n: 乙\n: 丙\n: 丁"),
            ("```\n甲\n```", "```\n乙\n```"),
            ("<p>甲</p>", "<p><b>甲</b></p>"),
            // Running text.
            ("付 10<sup>3</sup> 元。", "付 103 元。"),
            ("付 10<sup>3</sup> 元。", "付 10<sub>3</sub> 元。"),
            ("付 ~~9~~ 元。", "付 9 元。"),
            ("~~付~~付。", "付~~付~~。"),
            ("他说<q>好</q>。", "他说好。"),
            ("<abbr title=\"人权理事会\">理事会</abbr>", "<abbr title=\"安全理事会\">理事会</abbr>"),
            ("甲<br>乙", "甲乙"),
            ("甲  \n乙", "甲\n乙"),
            ("<ruby>甲<rt>乙</rt></ruby>", "甲乙"),
            ("<u>甲</u>乙", "甲<u>乙</u>"),
            ("<bdo dir=\"rtl\">12</bdo>", "<bdo dir=\"ltr\">12</bdo>"),
            ("甲[](page:3)乙", "甲乙[](page:3)"),
            ("甲[](page:3)乙", "甲[](page:4)乙"),
            ("[甲](https://a.example/)", "[甲](https://b.example/)"),
            ("[甲](https://a.example/)", "甲"),
            ("![甲](a.svg)", "![甲](b.svg)"),
            ("- [ ] 甲", "- [x] 甲"),
            ("甲[^a]乙。\n\n[^a]: 话。", "甲乙[^a]。\n\n[^a]: 话。"),
            ("甲[^a]。\n\n[^a]: 话。", "甲[^a]。\n\n[^a]: 别的话。"),
            ("甲[^a]。\n\n[^a]: 10<sup>3</sup>", "甲[^a]。\n\n[^a]: 103"),
        ] {
            let ([sealed, recorded], [other_sealed, other_recorded]) = (digests(one), digests(other));
            assert_ne!(sealed, other_sealed, "a seal: {one:?} {other:?}");
            assert_ne!(recorded, other_recorded, "a record: {one:?} {other:?}");
        }
    }

    #[test]
    fn how_words_look_is_not_seen() {
        for (one, other) in [
            ("1. 甲。\n2. 乙。", "1. 甲。\n1. 乙。"),
            ("- 甲。", "* 甲。"),
            ("**甲**_乙_", "甲乙"),
            ("`甲`", "甲"),
            ("请各国\n报告", "请各国报告"),
            ("### 甲 {#jia}", "#### 甲 {#yi-2}"),
            ("| 甲 |\n| --- |\n| 乙 |", "| 甲 |\n| :-: |\n| 乙 |"),
            ("[甲](a.md)", "[甲](b.md)"),
            ("```text\n甲\n```", "~~~\n甲\n~~~"),
            ("<div lang=\"fr\">\n\n甲\n\n</div>", "甲"),
            ("5 ~10岁", r"5 \~10岁"),
            ("甲[^1]乙[^2]。\n\n[^1]: 话。\n\n[^2]: 词。", "甲[^乙]乙[^1]。\n\n[^1]: 词。\n\n[^乙]: 话。"),
        ] {
            assert_eq!(digests(one), digests(other), "{one:?} {other:?}");
        }
    }
}
