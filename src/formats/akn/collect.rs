//! What is collected of a version before it has the shape that the schema asks for.
//!
//! In: the words of the program and of the text in order. Out: five lists of elements, one for each part of the file, with names of HTML;
//! `unit` is a paragraph or an article with an official number.

use std::collections::HashSet;

use super::tree::{Builder, Element, Node};
use crate::document::Document;
use crate::languages::{self, FALLBACK_BEGINS, FALLBACK_ENDS, Labels};
use crate::render::Renderer;
use crate::source::slice;

/// The parts of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// What the site says of the text.
    Cover,
    /// The title.
    Preface,
    /// Why the organ speaks.
    Preamble,
    /// The text.
    Body,
    /// What stands after it.
    Conclusions,
}

/// Collects one version.
pub struct Collector<'a> {
    pub renderer: &'a Renderer<'a>,
    /// The text that is collected: the version, or a transcript in it.
    pub document: &'a Document,
    pub labels: &'a Labels,
    pub builder: Builder,
    /// Which part is collected now.
    pub zone: Zone,
    zones: [Vec<Node>; 5],
    /// Whether each line of the source is a sentence.
    pub has_sentences: bool,
    /// The notes that stand in the file, by the place of their text in memory.
    pub noted: HashSet<(*const Document, usize)>,
}

impl<'a> Collector<'a> {
    /// Begins a version.
    pub fn new(renderer: &'a Renderer<'a>, document: &'a Document) -> Self {
        Self {
            renderer,
            document,
            labels: renderer.labels(&document.lang),
            builder: Builder::new(),
            zone: Zone::Cover,
            zones: Default::default(),
            has_sentences: false,
            noted: HashSet::new(),
        }
    }

    /// Goes on in another part.
    pub fn go_to(&mut self, zone: Zone) {
        if zone != self.zone {
            let collected = self.builder.take();
            if let Some(part) = self.zones.get_mut(self.zone as usize) {
                part.extend(collected);
            }
            self.zone = zone;
        }
    }

    /// The parts, in the order of [`Zone`].
    pub fn finish(mut self) -> [Vec<Node>; 5] {
        let last = if self.zone == Zone::Cover { Zone::Body } else { Zone::Cover };
        self.go_to(last);
        self.zones
    }

    /// Adds words; those between marks are in the fallback language.
    pub fn say(&mut self, words: &str) {
        let mut rest = words;
        let mut is_fallback = false;
        while let Some(at) = rest.find([FALLBACK_BEGINS, FALLBACK_ENDS]) {
            let begins = slice(rest, at..).starts_with(FALLBACK_BEGINS);
            self.builder.say(slice(rest, ..at));
            if begins && !is_fallback {
                self.builder.begin(Element::new("span").with("lang", languages::fallback().as_str()));
            } else if !begins && is_fallback {
                self.builder.end();
            }
            is_fallback = begins;
            rest = slice(rest, at + FALLBACK_BEGINS.len_utf8()..);
        }
        self.builder.say(rest);
        if is_fallback {
            self.builder.end();
        }
    }

    /// Collects an element and what is written in it.
    pub fn within(&mut self, element: Element, write: impl FnOnce(&mut Self)) {
        let depth = self.builder.depth();
        self.builder.begin(element);
        write(self);
        self.builder.end_to(depth);
    }
}
