//! The words of a paragraph, and what stands among them.
//!
//! In: what a paragraph or a note holds. Out: its pieces in order. What was inserted is in, what was deleted or is hidden
//! stands aside; of a field only the result is shown; of alternatives one is taken.

use std::rc::Rc;

use super::fields;
use super::names;
use super::properties::{RunProperties, is_on};
use super::reader::Reader;
use super::symbols::symbol;
use crate::import::passage::Joint;
use crate::import::script::Script;
use crate::import::source::Vertical;
use crate::import::sources::styled::looks::Letters;
use crate::import::sources::styled::shown::{Aside, Look, Piece};
use crate::import::sources::styled::tongues::{Class, stretches};
use crate::xml::tree::Element;

/// What holds for words by what stands around them.
#[derive(Debug, Clone)]
pub struct Around<'a> {
    /// What the style of the paragraph says of its words.
    pub base: Rc<RunProperties<'a>>,
    /// Whether they were deleted.
    pub is_deleted: bool,
    /// Where they lead.
    pub link: Option<Rc<str>>,
    /// Whether they are those of a program.
    pub is_code: bool,
}

/// The styles of words of a program, as Word, LibreOffice and pandoc call them.
const CODE: [&str; 3] = ["html code", "source text", "verbatim char"];

const INSTRUCTION: Aside = Aside::Other("instruction of a field");
const REASON_RUBY: Aside = Aside::Other("reading printed above the word before it");
const REASON_PLACEHOLDER: Aside = Aside::Other("what an empty form field says to who fills it in");

impl<'a> Reader<'a> {
    /// Reads what stands in an element.
    pub fn inlines(&mut self, parent: Element<'a>, around: &Around<'a>) {
        for child in parent.children() {
            self.inline(child, around);
        }
    }

    fn inline(&mut self, child: Element<'a>, around: &Around<'a>) {
        match child.name() {
            "w:r" => self.run(child, around),
            "w:ins" | "w:moveTo" if !around.is_deleted => {
                self.out.pieces.push(Piece::Inserted(true));
                self.inlines(child, around);
                self.out.pieces.push(Piece::Inserted(false));
            }
            "w:del" | "w:moveFrom" => self.inlines(child, &Around { is_deleted: true, ..around.clone() }),
            "w:hyperlink" => {
                let link = self.hyperlink(child);
                self.inlines(child, &Around { link: link.or(around.link.clone()), ..around.clone() });
            }
            "w:fldSimple" if self.marks_again(child.attribute("w:instr").and_then(fields::note_place)) => {}
            "w:fldSimple" => {
                let link = child.attribute("w:instr").and_then(fields::link).map(Rc::from);
                self.inlines(child, &Around { link: link.or(around.link.clone()), ..around.clone() });
            }
            "w:sdt" => {
                let is_empty =
                    child.child("w:sdtPr").and_then(|said| said.child("w:showingPlcHdr")).is_some_and(is_on);
                let Some(content) = child.child("w:sdtContent") else { return };
                if is_empty {
                    self.aside(content, REASON_PLACEHOLDER);
                } else {
                    self.inlines(content, around);
                }
            }
            "mc:AlternateContent" => {
                if let Some(taken) = alternative(child) {
                    self.inlines(taken, around);
                }
            }
            "w:ins" | "w:moveTo" | "w:smartTag" | "w:customXml" | "w:dir" | "w:bdo" | "w:sdtContent" => {
                self.inlines(child, around);
            }
            "m:oMath" | "m:oMathPara" => self.formula(child, around),
            "w:bookmarkStart" => {
                self.out.anchors.extend(child.attribute("w:name").map(str::to_owned));
                self.marks.begin_place(child.attribute("w:id"), child.attribute("w:name"));
            }
            "w:bookmarkEnd" => self.marks.end_place(child.attribute("w:id")),
            _ => {}
        }
    }

    /// Where a link leads.
    fn hyperlink(&mut self, link: Element<'a>) -> Option<Rc<str>> {
        let place = link.attribute("w:anchor");
        let outside =
            link.attribute("r:id").and_then(|id| self.relations.get(id)).map(|to| to.target.as_str());
        match (outside, place) {
            (Some(target), Some(place)) if !target.contains('#') => Some(format!("{target}#{place}").into()),
            (Some(target), _) => Some(target.into()),
            (None, place) => place.map(|place| format!("#{place}").into()),
        }
    }

    fn run(&mut self, run: Element<'a>, around: &Around<'a>) {
        let properties = run.child("w:rPr");
        self.formatting += usize::from(properties.is_some_and(|said| said.child("w:rPrChange").is_some()));
        let said = RunProperties::of(properties);
        let style = self.styles.get(said.style);
        let is_code = style.is_some_and(|style| CODE.iter().any(|name| style.is(name)));
        let around = &Around { is_code, ..around.clone() };
        let style = style.map(|style| &style.run);
        let styled = style.map_or_else(|| (*around.base).clone(), |style| style.switched(&around.base));
        let look = said.over(&styled);
        for child in run.children() {
            self.part(child, &look, around);
        }
        self.custom_mark = None;
    }

    fn part(&mut self, part: Element<'a>, look: &RunProperties<'a>, around: &Around<'a>) {
        match part.name() {
            "w:t" | "w:delText" => {
                let text = part.text();
                let is_kept = part.attribute("xml:space") == Some("preserve");
                self.words(
                    if is_kept { text } else { text.trim_matches([' ', '\t', '\n', '\r']) },
                    look,
                    around,
                );
            }
            "w:instrText" | "w:delInstrText" => self.fields.instruct(part.text()),
            "w:fldChar" => self.field(part, look, around),
            "w:tab" | "w:ptab" => self.words("\t", look, around),
            "w:noBreakHyphen" => self.words("\u{2011}", look, around),
            "w:br" | "w:cr" => match part.attribute("w:type") {
                Some("page") => {
                    self.pages.breaks += 1;
                    self.is_broken = true;
                }
                Some("column") => self.is_broken = true,
                _ if self.aside_of(look, around).is_some() => {}
                _ => self.out.pieces.push(Piece::Break),
            },
            "w:sym" => {
                let c = part
                    .attribute("w:font")
                    .zip(part.attribute("w:char"))
                    .and_then(|(font, code)| symbol(font, code));
                self.words(c.unwrap_or(char::REPLACEMENT_CHARACTER).encode_utf8(&mut [0; 4]), look, around);
            }
            "w:lastRenderedPageBreak" => {
                let page = self.pages.next();
                self.out.pieces.push(Piece::Page(page));
            }
            "w:footnoteReference" | "w:endnoteReference" => self.note_mark(part, look, around),
            "w:commentReference" => self.comment(part),
            "w:ruby" => {
                if let Some(base) = part.child("w:rubyBase") {
                    self.inlines(base, around);
                }
                if let Some(reading) = part.child("w:rt") {
                    self.aside(reading, REASON_RUBY);
                }
            }
            "w:drawing" | "w:pict" | "w:object" => self.drawing(part, look, around),
            "mc:AlternateContent" => {
                for child in alternative(part).into_iter().flat_map(Element::children) {
                    self.part(child, look, around);
                }
            }
            _ => {}
        }
    }

    fn field(&mut self, mark: Element<'a>, look: &RunProperties<'a>, around: &Around<'a>) {
        match mark.attribute("w:fldCharType") {
            Some("begin") => {
                self.fields.begin();
                self.check_box = mark.child("w:ffData").and_then(|form| form.child("w:checkBox"));
            }
            Some("separate") => {
                self.fields.separate();
                let place = self.fields.note_place().map(str::to_owned);
                if self.aside_of(look, around).is_none() && self.marks_again(place.as_deref()) {
                    self.fields.is_read();
                }
            }
            Some("end") => {
                let form = self.check_box.take();
                if let Some(instruction) = self.fields.end() {
                    self.without_result(&instruction, form, look, around);
                }
            }
            _ => {}
        }
    }

    /// A field that shows what the file does not hold as words.
    fn without_result(
        &mut self,
        instruction: &str,
        check_box: Option<Element<'a>>,
        look: &RunProperties<'a>,
        around: &Around<'a>,
    ) {
        match (fields::shown(instruction), check_box) {
            (fields::Shown::CheckBox, Some(form)) => {
                let is_checked = form.child("w:checked").or(form.child("w:default")).is_some_and(is_on);
                self.words(if is_checked { "☒" } else { "☐" }, look, around);
            }
            (fields::Shown::Words(words), _) => self.words(&words, look, around),
            (fields::Shown::Unknown, _) if self.aside_of(look, around).is_none() => {
                let said = instruction.split_whitespace().collect::<Vec<_>>().join(" ");
                let why = format!(
                    "the file shows here what its field “{said}” makes, and does not hold those words"
                );
                self.out.reports.push(why.into());
            }
            _ => {}
        }
    }

    /// Words as they look.
    pub fn words(&mut self, text: &str, look: &RunProperties<'a>, around: &Around<'a>) {
        if text.is_empty() || self.fields.is_note() {
            return;
        }
        let mut text = text.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ");
        if std::mem::take(&mut self.is_broken) && self.is_parted_from(&text) {
            text.insert(0, ' ');
        }
        if let Some(aside) = self.aside_of(look, around) {
            self.out.pieces.push(Piece::Aside(text, aside));
            return;
        }
        if let Some(note) = self.custom_mark.take() {
            self.out.pieces.push(Piece::Note(note, text.trim().to_owned()));
            return;
        }
        self.out
            .looks
            .add(&text, Letters { is_bold: look.bold == Some(true), size: look.size, font: look.font });
        let link = around.link.clone().or_else(|| self.fields.link());
        let differs = |said: Option<bool>, base: Option<bool>| said == Some(true) && base != Some(true);
        let shown = Look {
            is_bold: differs(look.bold, around.base.bold),
            is_italic: differs(look.italic, around.base.italic),
            // A link is underlined by itself.
            is_underlined: link.is_none() && differs(look.underlined, around.base.underlined),
            is_struck: differs(look.struck, around.base.struck),
            is_code: around.is_code,
            vertical: match look.vertical {
                Some("superscript") => Vertical::Superscript,
                Some("subscript") => Vertical::Subscript,
                _ => Vertical::Line,
            },
            lang: None,
        };
        for (class, words) in stretches(&text) {
            let lang = class.and_then(|class| self.tongue(class, words, look));
            self.out.pieces.push(Piece::Words(
                words.to_owned(),
                Look { lang, ..shown.clone() },
                link.clone(),
            ));
        }
    }

    /// Whether a blank goes between the last words and these: the end of a page or a column parts words as the end of a line does.
    fn is_parted_from(&self, text: &str) -> bool {
        let last = self.out.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Words(words, ..) => words.chars().next_back(),
            _ => None,
        });
        let first = text.chars().next();
        last.zip(first).is_some_and(|(last, first)| {
            !last.is_whitespace()
                && !first.is_whitespace()
                && Joint::Wrap(Script::Spaced).is_space(last, first)
        })
    }

    /// What makes words of a run none of the text.
    pub fn aside_of(&self, look: &RunProperties<'a>, around: &Around<'a>) -> Option<Aside> {
        match around.is_deleted {
            true => Some(Aside::Deleted),
            false if look.hidden == Some(true) => Some(Aside::Hidden),
            false => (!self.fields.shows()).then_some(INSTRUCTION),
        }
    }

    /// The language of words, where it is another than that of words that say none; a name or a symbol is of all languages.
    fn tongue(&mut self, class: Class, words: &str, look: &RunProperties<'a>) -> Option<crate::lang::Lang> {
        let of = match class {
            Class::Most => 0,
            Class::EastAsian => 1,
            Class::FromRight => 2,
        };
        let tag = look.languages.get(of).copied().flatten();
        let usual = self.styles.words.languages.get(of).copied().flatten();
        let of_words = self.out.tongues.language(tag, class);
        let usual = self.out.tongues.language(usual, class);
        self.out.tongue(class, (of_words, usual), words)
    }

    /// What an element says, as something that is no part of the words.
    fn aside(&mut self, element: Element<'a>, aside: Aside) {
        let words: String = element.outermost("w:t").into_iter().map(Element::text).collect();
        self.out.leave(&words, aside);
    }

    /// A formula is shown by its characters in a row.
    fn formula(&mut self, formula: Element<'a>, around: &Around<'a>) {
        let words: String = formula.outermost("m:t").into_iter().map(Element::text).collect();
        self.has_formula |= !words.trim().is_empty() && !around.is_deleted;
        let look = (*around.base).clone();
        self.words(&words, &look, around);
    }
}

/// What is taken of the alternatives that a file offers to programs of different ages: the first that is understood.
pub fn alternative(content: Element<'_>) -> Option<Element<'_>> {
    let is_read = |choice: &Element<'_>| {
        choice.name() == "mc:Choice"
            && choice
                .attribute("Requires")
                .is_some_and(|spaces| spaces.split_whitespace().all(|space| names::READ.contains(&space)))
    };
    content.children().find(is_read).or_else(|| content.child("mc:Fallback"))
}
