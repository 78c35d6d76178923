//! A plain text as the file of a version.

use super::lines::Lines;
use super::{Text, Writer};
use crate::document::{Block, BlockKind, Content, Document, InlineKind, Paragraph, numbers};
use crate::formats::version::{Output, Said, in_one_line};
use crate::languages::Labels;
use crate::render::Renderer;

impl<'a> Output<'a> for Writer<'a> {
    const UNOFFICIAL: (&'static str, &'static str) = ("text-unofficial-of", "text-unofficial");

    fn renderer(&self) -> &'a Renderer<'a> {
        self.renderer
    }

    fn labels(&self) -> &'a Labels {
        self.labels
    }

    fn title(&mut self, words: &str) {
        self.lines.heading(1, words);
    }

    fn subtitle(&mut self, words: &str) {
        self.lines.paragraph(&in_one_line(words));
    }

    fn heading(&mut self, level: u8, words: &str, _: &str) {
        self.lines.heading(level, words);
    }

    fn paragraph(&mut self, words: &str) {
        self.lines.paragraph(words);
    }

    fn line(&mut self, words: &str) {
        self.lines.line(words);
    }

    fn end_lines(&mut self) {
        self.lines.gap();
    }

    fn fact(&mut self, term: Said<'_>, values: &[Said<'_>]) {
        let mut said = Vec::new();
        for value in values {
            let mut words = value.words.to_owned();
            value.href.iter().for_each(|href| self.address(value.words, href, &mut words));
            said.push(in_one_line(&words));
        }
        let before = if term.words.is_empty() { String::new() } else { self.before_colon(term.words) };
        let line = before + &said.join(self.labels.get("list-separator"));
        self.lines.line(&line);
    }

    fn item(&mut self, words: &str) {
        self.lines.line(&format!("- {words}"));
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        self.write_blocks(blocks);
    }

    fn numbered(&mut self, paragraph: &'a Paragraph) {
        self.write_numbered(paragraph);
    }

    fn blocks_of(&mut self, text: &'a Document, blocks: &'a [Block]) {
        let before = std::mem::replace(&mut self.document, text);
        self.write_blocks(blocks);
        self.document = before;
    }

    fn notes(&mut self) {
        self.write_notes();
    }

    fn section(&mut self, level: u8, _: &'a Block, words: &'a Content) {
        let words = self.words_in_line(words);
        self.lines.heading(level, &words);
    }

    fn picture(&mut self, picture: &'a Content) {
        let words = self.words(picture);
        self.lines.paragraph(&words);
    }

    fn sentences(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                let words = self.lines_of(content);
                self.lines.paragraph(&words);
            }
            BlockKind::List { ordered, items } => {
                self.lines.begin_tight();
                for (item, number) in items.iter().zip(numbers(items)) {
                    let mark = self.item_mark(ordered.then_some(number), item);
                    let written = Lines::item(&mut self.lines, &mark);
                    item.blocks.iter().for_each(|block| self.sentences(block));
                    self.lines.end_item(written);
                }
                self.lines.end_tight();
            }
            _ => self.block(block),
        }
    }
}

impl Writer<'_> {
    /// The words of a paragraph, each line of the source in a line: one sentence each.
    fn lines_of(&mut self, content: &Content) -> String {
        let mut out = String::new();
        for inline in content {
            match &inline.kind {
                InlineKind::SoftBreak { .. } => out.push('\n'),
                _ => self.inline(&inline, &mut out),
            }
        }
        out
    }

    /// The finished text.
    pub fn finish(self) -> Text {
        let (text, headings) = self.lines.finish();
        Text { text, headings, has_silent_pictures: self.has_silent_pictures }
    }
}
