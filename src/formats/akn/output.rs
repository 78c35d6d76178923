//! A file of Akoma Ntoso as the file of a version: which part each thing stands in.

use super::collect::{Collector, Zone};
use super::tree::Element;
use crate::document::{Block, Body, Content, Document, Paragraph, ResolutionPart, Version};
use crate::formats::version::{Output, Said, before_colon};
use crate::languages::Labels;
use crate::render::Renderer;
use crate::render::html::url;

impl<'a> Output<'a> for Collector<'a> {
    const UNOFFICIAL: (&'static str, &'static str) = ("akn-unofficial-of", "akn-unofficial");

    fn renderer(&self) -> &'a Renderer<'a> {
        self.renderer
    }

    fn labels(&self) -> &'a Labels {
        self.labels
    }

    fn title(&mut self, words: &str) {
        self.in_preface("docTitle", words);
    }

    fn subtitle(&mut self, words: &str) {
        self.in_preface("p", words);
    }

    fn heading(&mut self, level: u8, words: &str, id: &str) {
        self.leave_text();
        let mut heading = Element::new("h").with("level", level.to_string()).with("name", id);
        heading.id = Some(id.to_owned()).filter(|id| !id.is_empty());
        self.within(heading, |out| out.say(words));
    }

    fn paragraph(&mut self, words: &str) {
        self.leave_text();
        self.within(Element::new("p"), |out| {
            let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            for (at, line) in lines.enumerate() {
                if at > 0 {
                    out.builder.add(Element::new("br"));
                }
                out.say(line);
            }
        });
    }

    fn line(&mut self, words: &str) {
        self.paragraph(words);
    }

    fn end_lines(&mut self) {}

    fn fact(&mut self, term: Said<'_>, values: &[Said<'_>]) {
        self.leave_text();
        self.within(Element::new("p"), |out| {
            if !term.words.is_empty() {
                let before = before_colon(term.words, out.labels);
                out.said(Element::new("b"), term.lang, &before);
            }
            let between = out.labels.get("list-separator");
            for (at, value) in values.iter().enumerate() {
                if at > 0 {
                    out.say(between);
                }
                let is_address = |href: &&str| {
                    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme))
                };
                let element = match value.href.filter(is_address).and_then(url::valid) {
                    Some(href) => Element::new("a").with("href", href),
                    None => Element::new("span"),
                };
                out.said(element, value.lang, value.words);
            }
        });
    }

    fn item(&mut self, words: &str) {
        self.paragraph(words);
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        let is_before = matches!(self.document.body, Body::Resolution(_))
            && !matches!(self.zone, Zone::Preamble | Zone::Body);
        if !is_before {
            self.go_to(Zone::Body);
        } else if !blocks.is_empty() {
            self.go_to(Zone::Preface);
        }
        self.write_blocks(blocks);
    }

    fn numbered(&mut self, paragraph: &'a Paragraph) {
        self.go_to(match paragraph.id.part {
            ResolutionPart::Preamble => Zone::Preamble,
            _ => Zone::Body,
        });
        self.write_numbered(paragraph);
    }

    fn blocks_of(&mut self, text: &'a Document, blocks: &'a [Block]) {
        let before = std::mem::replace(&mut self.document, text);
        let element = Element::new("div").with("lang", text.lang.as_str());
        self.within(element, |out| {
            out.write_blocks(blocks);
            out.notes_apart();
        });
        self.document = before;
    }

    fn notes(&mut self) {
        self.go_to(Zone::Conclusions);
        self.notes_apart();
    }

    fn section(&mut self, level: u8, heading: &'a Block, words: &'a Content) {
        self.go_to(Zone::Body);
        let mut element = Element::new("h").with("level", level.to_string());
        element.id = heading.id.as_deref().map(str::to_owned);
        self.within(element, |out| out.inlines(words));
    }

    fn picture(&mut self, picture: &'a Content) {
        self.go_to(Zone::Body);
        self.within(Element::new("p"), |out| out.inlines(picture));
    }

    fn sentences(&mut self, block: &'a Block) {
        self.go_to(Zone::Body);
        self.has_sentences = true;
        self.block(block);
        self.has_sentences = false;
    }

    fn label_heading(&mut self, label: &str) {
        // These two are what the parts of a file are called.
        if matches!(label, "preamble" | "operative") {
            return;
        }
        if label == "about-this" {
            self.go_to(Zone::Conclusions);
        }
        self.heading(2, self.labels.get(label), label);
    }
}

impl Collector<'_> {
    /// What is said after an official text is no part of it. Beside an easy-read version it stands where it is said.
    fn leave_text(&mut self) {
        let has_begun = matches!(self.zone, Zone::Preamble | Zone::Body);
        if has_begun && self.document.version == Version::Official {
            self.go_to(Zone::Conclusions);
        }
    }

    fn in_preface(&mut self, name: &'static str, words: &str) {
        let zone = self.zone;
        self.go_to(Zone::Preface);
        self.within(Element::new(name), |out| out.say(words.trim()));
        self.go_to(zone);
    }

    fn said(&mut self, element: Element, lang: Option<&str>, words: &str) {
        let element = match lang {
            Some(lang) => element.with("lang", lang),
            None => element,
        };
        self.within(element, |out| out.say(words));
    }
}
