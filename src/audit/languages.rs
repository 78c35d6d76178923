//! The languages of a page: valid tags, labels in the language around them, words of another language.
//!
//! A language is distinguished from another by its script alone: sure where Chinese meets English, blind between English
//! and French. What is written alike everywhere (symbols, acronyms, addresses) and the allowed names are exempt.

use std::collections::HashMap;

use super::element_kind::ElementKind;
use super::input::Allow;
use super::markup;
use super::reports::{Origin, Reports};
use super::rules::{self, Basis, Rule};
use super::tag::{Attribute, Set, Tag};
use super::text::{self, Script, Tally};
use crate::lang::Lang;
use crate::lang::registry::{self, ValidTag};
use crate::source::{Span, slice};

/// So many words of another language are a passage; one alone is too often a name.
const PASSAGE: u32 = 2;

/// So many words of another script, and more than of its own, say that a page is in another language than it says.
const PAGE: u32 = 20;

/// The languages of one page, and the passage of another language being read.
pub(super) struct Languages<'p> {
    html: &'p str,
    index: HashMap<&'p str, u32>,
    /// The script of each language; the first is that of text without a language.
    scripts: Vec<Option<Script>>,
    passage: Option<Passage>,
    /// The words of the page in the language it says, in and out of its script, and what was found in them.
    page: Option<OfPage>,
    /// Wrong tags of elements in which no word was read so far, by the language in force in them: nobody hears that they are wrong.
    unheard: HashMap<u32, (Origin, Basis, String)>,
}

/// What is read in the language that the page says.
struct OfPage {
    lang: u32,
    origin: Origin,
    tally: Tally,
    found: Vec<(&'static Rule, Origin, String)>,
}

struct Passage {
    lang: u32,
    origin: Origin,
    words: u32,
}

/// Text and where it stands.
pub(super) struct Piece<'a> {
    /// The raw text.
    pub text: &'a str,
    /// Where it begins in the page.
    pub start: usize,
    /// The index of the language in force.
    pub lang: u32,
    /// The value of the nearest `data-source`.
    pub source: Span,
}

impl<'p> Languages<'p> {
    /// No language yet.
    pub fn new(html: &'p str) -> Self {
        Self {
            html,
            index: HashMap::new(),
            scripts: vec![None],
            passage: None,
            page: None,
            unheard: HashMap::new(),
        }
    }

    /// The language of an element, given that of the element around it.
    pub fn open(&mut self, tag: &Tag<'p>, around: u32, origin: Origin, reports: &mut Reports) -> u32 {
        if !tag.has_any(const { Set::of(&[Attribute::Lang, Attribute::XmlLang]) }) {
            return around;
        }
        if let (Some(lang), Some(xml)) = (tag.get(Attribute::Lang), tag.get(Attribute::XmlLang))
            && !lang.trim().eq_ignore_ascii_case(xml.trim())
        {
            let message = format!("lang is “{lang}” but xml:lang is “{xml}”");
            // The ACT rule asks for the language alone, and of the page alone.
            if tag.kind == ElementKind::Html && !primary(lang).eq_ignore_ascii_case(primary(xml)) {
                reports.add(&rules::LANG_MISMATCH, origin, message);
            } else {
                reports.add_on(Basis::NoAct, &rules::LANG_MISMATCH, origin, message);
            }
        }
        let Some(lang) = tag.lang() else { return around };
        let written = tag.get(Attribute::Lang).or_else(|| tag.get(Attribute::XmlLang)).unwrap_or_default();
        if written != lang && !lang.is_empty() {
            let message = format!("“{written}” is no language tag: white space stands around it");
            reports.add_on(Basis::NoAct, &rules::INVALID_LANG, origin, message);
        }
        if let Some(&known) = self.index.get(lang) {
            // What is wrong is told at each use; `u32::MAX` says that a tag is none.
            if known != u32::MAX {
                return known;
            }
        } else if lang.is_empty() {
            // An empty lang says that the language is not known; only on html is it a fault. White space says nothing.
            let blank = tag.get(Attribute::Lang).is_some_and(|written| !written.is_empty());
            if blank && tag.kind != ElementKind::Html {
                let message = "white space is not a language tag";
                reports.add_on(Basis::Act("de46e4"), &rules::INVALID_LANG, origin, message);
            }
            return 0;
        }
        let act = Basis::Act(if tag.kind == ElementKind::Html { "bf051a" } else { "de46e4" });
        match registry::read(lang) {
            Ok(valid) => {
                if let Some(preferred) = valid.preferred {
                    let message = format!("“{lang}” is an older tag; “{preferred}” is the one of today");
                    // The ACT rules know a language by the first subtag alone.
                    let basis = if valid.begins_with_language { Basis::NoAct } else { act };
                    reports.add_on(basis, &rules::OLDER_LANG, origin, message);
                }
                let next = self.scripts.len() as u32;
                self.scripts.push(script(&valid));
                self.index.insert(lang, next);
                if tag.kind == ElementKind::Html {
                    self.page =
                        Some(OfPage { lang: next, origin, tally: Tally::default(), found: Vec::new() });
                }
                next
            }
            Err(invalid) => {
                self.index.insert(lang, u32::MAX);
                let basis = if invalid.has_language { Basis::NoAct } else { act };
                let message = format!("“{lang}” {invalid}");
                if tag.kind == ElementKind::Html {
                    reports.add_on(basis, &rules::INVALID_LANG, origin, message);
                    return around;
                }
                let next = self.scripts.len() as u32;
                self.scripts.push(self.script(around));
                self.unheard.insert(next, (origin, basis, message));
                next
            }
        }
    }

    /// Notes that words are read in a language.
    pub fn heard(&mut self, lang: u32, reports: &mut Reports) {
        if !self.unheard.is_empty()
            && let Some((origin, basis, message)) = self.unheard.remove(&lang)
        {
            reports.add_on(basis, &rules::INVALID_LANG, origin, message);
        }
    }

    /// Ends the page.
    pub fn finish(mut self, reports: &mut Reports) {
        self.end_passage(reports);
        if let Some(OfPage { origin, tally, found, .. }) = self.page {
            if tally.foreign >= PAGE && tally.foreign > tally.own {
                let message =
                    "the page says one language, but most of its words are in the script of another";
                reports.add(&rules::PAGE_LANGUAGE, origin, message);
            } else {
                found.into_iter().for_each(|(rule, origin, message)| reports.add(rule, origin, message));
            }
        }
        for (origin, _, message) in self.unheard.into_values() {
            reports.add_on(Basis::NoAct, &rules::INVALID_LANG, origin, message);
        }
    }

    /// Reports what was found in a language; of that of the page only when its end shows that the page is in it.
    fn found(
        &mut self,
        lang: u32,
        rule: &'static Rule,
        origin: Origin,
        message: String,
        reports: &mut Reports,
    ) {
        match self.page.as_mut().filter(|page| page.lang == lang) {
            Some(page) => page.found.push((rule, origin, message)),
            None => reports.add(rule, origin, message),
        }
    }

    /// Counts words that were read in a language.
    fn count(&mut self, lang: u32, own: u32, foreign: u32) {
        if let Some(page) = self.page.as_mut().filter(|page| page.lang == lang) {
            page.tally.own = page.tally.own.saturating_add(own);
            page.tally.foreign = page.tally.foreign.saturating_add(foreign);
        }
    }

    /// Checks an attribute that is read out or shown as a label.
    pub fn label(&mut self, label: &Label<'_>, allow: &Allow, reports: &mut Reports) {
        let Some(script) = self.script(label.lang) else { return };
        if text::is_foreign(label.value, script, allow) {
            let message =
                format!("the {} “{}” is not in the language of the page around it", label.what, label.value);
            self.found(label.lang, &rules::LABEL_LANGUAGE, label.origin, message, reports);
        }
    }

    /// The words of a text in and out of the script of its language.
    pub fn tally(&self, text: &str, lang: u32, allow: &Allow) -> Tally {
        self.script(lang).map_or(Tally::default(), |script| Tally::of(text, script, allow))
    }

    /// Reads running text for passages of another language.
    pub fn read(&mut self, piece: &Piece<'_>, allow: &Allow, reports: &mut Reports) {
        let Some(script) = self.script(piece.lang) else { return };
        if self.passage.as_ref().is_some_and(|passage| passage.lang != piece.lang) {
            self.end_passage(reports);
        }
        // Text that may end a passage must be looked at in any case.
        if self.passage.is_none() && !text::may_hold_foreign(piece.text, script) {
            // As many bytes as a word has with the blank after it.
            self.count(piece.lang, (piece.text.len() / 6) as u32 + 1, 0);
            return;
        }
        let decoded = text::decode(piece.text);
        // Once references are replaced places no longer fit, and the whole piece stands for its words.
        let exact = decoded.len() == piece.text.len();
        let mut read = 0;
        for word in text::words(&decoded) {
            let between = slice(&decoded, read..word.range.start);
            read = word.range.end;
            // Chinese marks between two words make a list of names of them, and no phrase.
            if script == Script::Cjk && between.contains(is_wide_mark) {
                self.end_passage(reports);
            }
            // Two characters of Chinese are a word.
            let words = if word.script == Script::Cjk { word.weight.div_ceil(2) } else { word.weight };
            if word.script == script {
                self.count(piece.lang, words, 0);
                self.end_passage(reports);
            } else if !word.neutral && !allow.has_name(slice(&decoded, word.range.clone())) {
                self.count(piece.lang, 0, words);
                let range = if exact { word.range } else { 0..piece.text.len() };
                let span = Span::from(piece.start + range.start..piece.start + range.end);
                let origin = Origin { span, source: piece.source };
                let passage = self.passage.get_or_insert(Passage { lang: piece.lang, origin, words: 0 });
                passage.origin.span = passage.origin.span.to(span);
                passage.words = passage.words.saturating_add(word.weight);
            }
        }
    }

    /// Ends the passage being read, where a block or another language begins or the page's own words go on.
    pub fn end_passage(&mut self, reports: &mut Reports) {
        if self.passage.is_some() {
            self.report_passage(reports);
        }
    }

    fn report_passage(&mut self, reports: &mut Reports) {
        if let Some(passage) = self.passage.take()
            && passage.words >= PASSAGE
        {
            let words = markup::plain(self.html.get(passage.origin.span.range()).unwrap_or_default());
            let words: Vec<&str> = words.split_whitespace().collect();
            let message = format!("“{}” is not marked with its language", words.join(" "));
            self.found(passage.lang, &rules::LANGUAGE_OF_PARTS, passage.origin, message, reports);
        }
    }

    fn script(&self, lang: u32) -> Option<Script> {
        self.scripts.get(lang as usize).copied().flatten()
    }
}

/// Whether a mark belongs to Chinese or Japanese text: 、。《》 and the full-width forms.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

/// The language of a tag without script and region.
fn primary(tag: &str) -> &str {
    tag.trim().split('-').next().unwrap_or_default()
}

/// A label and the language it should be in.
pub(super) struct Label<'a> {
    /// What it is, as messages call it.
    pub what: &'a str,
    /// The raw text.
    pub value: &'a str,
    /// The index of the language in force.
    pub lang: u32,
    /// The element it labels.
    pub origin: Origin,
}

/// The script of a valid tag's language; none where it names no language, or the language has no usual script.
pub(super) fn script(tag: &ValidTag) -> Option<Script> {
    let lang: Lang = tag.plain.as_deref()?.parse().ok()?;
    Script::of_code(&lang.script())
}
