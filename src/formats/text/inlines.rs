//! Running text as plain text.
//!
//! In: inlines. Out: their words. Emphasis and changes of language leave no mark; what readers would misunderstand without one has it:
//! what no longer holds, what is read above the line, a raised number. The address of a link follows its words once.

use std::collections::HashMap;

use super::Writer;
use crate::document::{Inline, InlineKind, Inlines, Version, attribute, shifted};
use crate::formats::version::{in_one_line, leads_to};
use crate::lang::Lang;
use crate::pictures::CONCEPT;
use crate::source::slice;

impl Writer<'_> {
    /// The words of some inlines; a line break that their author wants is one.
    pub fn words<'c>(&mut self, inlines: impl Into<Inlines<'c>>) -> String {
        let mut out = String::new();
        self.inlines(inlines.into(), &mut out);
        out
    }

    /// The words of some inlines in one line.
    pub fn words_in_line<'c>(&mut self, inlines: impl Into<Inlines<'c>>) -> String {
        in_one_line(&self.words(inlines))
    }

    fn inlines(&mut self, inlines: Inlines<'_>, out: &mut String) {
        inlines.for_each(|inline| self.inline(&inline, out));
    }

    /// Writes one inline.
    pub fn inline(&mut self, inline: &Inline<'_>, out: &mut String) {
        match inline.kind {
            InlineKind::Text(words) | InlineKind::Code(words) => out.push_str(self.document.text(&words)),
            InlineKind::Emphasis(children) | InlineKind::Strong(children) => self.inlines(children, out),
            InlineKind::Deleted(children) => {
                let words = self.words(children);
                out.push_str(&self.said("text-deleted", &words));
            }
            InlineKind::Link { target, children } => {
                let words = self.words(children);
                let target = self.document.text(&target).to_owned();
                self.link(&words, &target, out);
            }
            InlineKind::Image { target, alt } => {
                let mut alternative = self.document.said(alt);
                // Beside words that say the same, as in an easy-read version, a picture is silent.
                if alternative.is_empty() && self.document.version == Version::Official {
                    let concept = self.document.text(&target).strip_prefix(CONCEPT);
                    let picture = concept.and_then(|concept| self.renderer.library.pictures.get(concept));
                    let shown = picture.and_then(|picture| picture.alternative(&self.document.lang));
                    alternative = shown.unwrap_or_default().to_owned();
                }
                if alternative.trim().is_empty() {
                    self.has_silent_pictures = true;
                } else {
                    out.push_str(&self.said("text-picture", alternative.trim()));
                }
            }
            InlineKind::NoteMark { label, .. } => {
                if let Some((at, _)) = self.document.note(self.document.text(&label)) {
                    out.push_str(&note_mark(at + 1));
                }
            }
            InlineKind::Html { tags, children } => {
                let name = name(tags.open);
                if name == "br" {
                    return out.push('\n');
                }
                let around = self.ruby_has_brackets;
                if name == "ruby" {
                    self.ruby_has_brackets = bracketed(children);
                }
                let words = self.words(children);
                self.element(tags.open, words, out);
                self.ruby_has_brackets = around;
            }
            InlineKind::Checkbox(ticked) => {
                out.push_str(self.labels.get(if ticked { "task-done" } else { "task-open" }));
                out.push_str(self.labels.get("colon"));
            }
            InlineKind::SoftBreak { joins: true } => {}
            InlineKind::SoftBreak { joins: false } => out.push(' '),
            InlineKind::HardBreak => out.push('\n'),
        }
    }

    /// Writes the words of an element of raw HTML, and after them what its title says.
    pub fn element(&mut self, tag: &str, words: String, out: &mut String) {
        let words = self.in_element(name(tag), words, out);
        out.push_str(&words);
        self.title(tag, &words, out);
    }

    /// Writes what the title of an element says, after its words.
    pub fn title(&mut self, tag: &str, words: &str, out: &mut String) {
        if let Some(said) = self.titles.after(tag, words, out, &self.document.lang) {
            out.push_str(&said);
        }
    }

    /// The words of an element of raw HTML behind other words.
    fn in_element(&self, name: &str, words: String, before: &str) -> String {
        match name {
            "del" | "s" => self.said("text-deleted", &words),
            "q" => format!("“{words}”"),
            "rt" if !self.ruby_has_brackets => format!("({words})"),
            "sup" => shifted::raised(words, before),
            "sub" => shifted::lowered(words, before),
            _ => words,
        }
    }

    /// A label around some words; nothing around none.
    fn said(&self, label: &str, words: &str) -> String {
        if words.trim().is_empty() {
            return words.to_owned();
        }
        self.labels.format(label, &[("words", words.into())]).unwrap_or_else(|| words.to_owned())
    }

    fn link(&mut self, words: &str, target: &str, out: &mut String) {
        out.push_str(words);
        let target = self.renderer.library.resolve(self.document, target);
        if let Some(address) = leads_to(self.renderer, self.document, target) {
            self.address(words, &address, out);
        }
    }

    /// Writes an address after the words that lead to it, if they do not say it and it was not written after them before.
    ///
    /// Round brackets, as programs that make links of addresses in e-mail do not take them into the address, and screen readers do
    /// not speak them.
    pub fn address(&mut self, words: &str, address: &str, out: &mut String) {
        let shown =
            ["mailto:", "tel:"].iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
        let words = words.trim();
        if words == shown || words == address || !self.addresses.insert(format!("{words}\n{shown}")) {
            return;
        }
        if words.is_empty() {
            out.push_str(shown);
        } else {
            out.push_str(&format!(" ({shown})"));
        }
    }
}

/// What the titles of elements said, by the words that they stand on.
#[derive(Debug, Default)]
pub struct Titles(HashMap<String, String>);

impl Titles {
    /// What the title of an element says after its words: once, until the same words have another title, and not just after words
    /// that say it.
    pub fn after(&mut self, tag: &str, words: &str, before: &str, lang: &Lang) -> Option<String> {
        let title = attribute(tag, "title").map(|title| in_one_line(&title))?;
        let title = title.trim();
        if title.is_empty() {
            return None;
        }
        // A block has its title alone.
        let words = if words.is_empty() { title } else { words };
        let is_said = match self.0.insert(words.to_owned(), title.to_owned()) {
            Some(earlier) => earlier == title,
            None => near(before).contains(title),
        };
        (!is_said).then(|| match lang.is_cjk() {
            true => format!("（{title}）"),
            false if before.is_empty() => format!("({title})"),
            false => format!(" ({title})"),
        })
    }
}

/// The mark of a note, as it stands in the text and before the note.
pub fn note_mark(number: usize) -> String {
    format!("[{number}]")
}

/// Whether the author wrote brackets around what stands above the line.
pub fn bracketed(ruby: Inlines<'_>) -> bool {
    ruby.and_inside().any(|inline| match inline.kind {
        InlineKind::Html { tags, .. } => name(tags.open) == "rp",
        _ => false,
    })
}

/// The name of the element that a tag begins.
pub fn name(tag: &str) -> &str {
    let tag = tag.strip_prefix('<').unwrap_or(tag);
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// How many characters before the end of an element are looked at for what its title says.
const NEAR: usize = 500;

/// The last of some words.
pub fn near(words: &str) -> &str {
    slice(words, words.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at)..)
}
