//! A Word file as the file of a version.

use super::links::Leads;
use super::lists::SIGNS;
use super::runs::Look;
use super::writer::{Mark, Writer};
use crate::address::Address;
use crate::document::{Block, BlockKind, Content, Document, Paragraph};
use crate::formats::version::{Output, Said, before_colon, on_the_web};
use crate::lang::{Lang, TextDirection};
use crate::languages::Labels;
use crate::render::Renderer;
use crate::render::html::url;

/// The style of lines that belong together.
const LINE: Option<&str> = Some("Line");

impl<'a> Output<'a> for Writer<'a> {
    const UNOFFICIAL: (&'static str, &'static str) = ("docx-unofficial-of", "docx-unofficial");

    fn renderer(&self) -> &'a Renderer<'a> {
        self.renderer
    }

    fn labels(&self) -> &'a Labels {
        self.labels
    }

    fn title(&mut self, words: &str) {
        self.said(Some("Title"), words);
    }

    fn subtitle(&mut self, words: &str) {
        self.said(Some("Subtitle"), words);
    }

    fn heading(&mut self, level: u8, words: &str, id: &str) {
        self.heading_of(level, id, |writer| writer.say(words));
    }

    fn paragraph(&mut self, words: &str) {
        let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
        let Some(first) = lines.next() else { return };
        self.begin(None);
        self.say(first);
        for line in lines {
            self.line_break();
            self.say(line);
        }
        self.end();
    }

    fn line(&mut self, words: &str) {
        self.said(LINE, words);
    }

    fn end_lines(&mut self) {
        self.needs_room = true;
    }

    fn fact(&mut self, term: Said<'_>, values: &[Said<'_>]) {
        self.begin(LINE);
        if !term.words.is_empty() {
            let before = before_colon(term.words, self.labels);
            self.in_language(term.lang, |writer| writer.say_bold(&before));
        }
        let between = self.labels.get("list-separator");
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.say(between);
            }
            let is_address = |href: &&str| {
                ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme))
            };
            let leads = value.href.filter(is_address).and_then(url::valid).map(Leads::Away);
            self.in_language(value.lang, |writer| writer.link(leads, |writer| writer.say(value.words)));
        }
        self.end();
    }

    fn item(&mut self, words: &str) {
        self.item(Mark::Counted(SIGNS, 0), |writer| writer.said(None, words));
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        self.write_blocks(blocks);
    }

    fn numbered(&mut self, paragraph: &'a Paragraph) {
        self.write_numbered(paragraph);
    }

    fn blocks_of(&mut self, text: &'a Document, blocks: &'a [Block]) {
        let before = std::mem::replace(&mut self.document, text);
        let around = self.around.clone();
        self.around.direction = text.lang.direction();
        self.with(
            |look| look.lang = text.lang.clone(),
            |writer| {
                writer.write_blocks(blocks);
                writer.notes_apart();
            },
        );
        self.document = before;
        self.around = around;
    }

    fn notes(&mut self) {
        self.notes_apart();
    }

    fn section(&mut self, level: u8, heading: &'a Block, words: &'a Content) {
        self.heading_of(level, heading.id.as_deref().unwrap_or_default(), |writer| writer.inlines(words));
    }

    fn picture(&mut self, picture: &'a Content) {
        self.begin(None).keeps_next = true;
        self.inlines(picture);
        self.end();
    }

    fn sentences(&mut self, block: &'a Block) {
        self.around.has_sentences = matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::List { .. });
        self.block(block);
        self.around.has_sentences = false;
    }

    fn page(&mut self, page: &Address) {
        let Some(url) = on_the_web(self.renderer, page) else { return };
        let Some(words) = self.labels.format("text-page", &[("url", url.as_str().into())]) else { return };
        self.begin(None);
        match words.split_once(&url) {
            Some((before, after)) => {
                self.say(before);
                let from_left = |look: &mut Look| look.direction = Some(TextDirection::Ltr);
                self.with(from_left, |writer| {
                    writer.link(Some(Leads::Away(url.clone())), |writer| writer.say(&url));
                });
                self.say(after);
            }
            None => self.say(&words),
        }
        self.end();
    }
}

impl Writer<'_> {
    /// Writes a paragraph of some words in a style.
    fn said(&mut self, style: Option<&'static str>, words: &str) {
        self.begin(style);
        self.say(words.trim());
        self.end();
    }

    fn in_language(&mut self, lang: Option<&str>, write: impl FnOnce(&mut Self)) {
        match lang.and_then(|lang| lang.parse::<Lang>().ok()) {
            Some(lang) => self.with(|look| look.lang = lang, write),
            None => write(self),
        }
    }
}
