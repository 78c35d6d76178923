//! What stands in lists, tables, terms with their meanings, and code.

use std::ops::Range;

use pulldown_cmark::{Alignment as Align, Event, Tag, TagEnd};

use super::Reader;
use crate::count::counted;
use crate::document::{Alignment, Content, Definition, Item, Table};
use crate::finding::Finding;
use crate::source::{Span, slice};

impl<'p> Reader<'p, '_> {
    /// The lines of a block of code.
    pub(super) fn code(&mut self) -> Content {
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Text(text) => {
                    let span = self.span(&range);
                    match self.is_literal(&text, &range) {
                        true => self.content.line(span),
                        false => self.content.spelled_text(span, &self.prepared.strip(&text)),
                    }
                }
                _ => {}
            }
        }
        self.content.finish()
    }

    pub(super) fn items(&mut self, ordered: bool) -> Box<[Item]> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let span = self.span(&range);
                    let marker_length = self.source.slice(span).find([' ', '\t', '\n']).unwrap_or(0);
                    let start = span.start as usize;
                    let marker = Span::from(start..start + marker_length);
                    let digits = self.source.slice(marker).trim_end_matches(['.', ')']);
                    let number = if ordered { digits.parse().ok() } else { None };
                    let blocks = self.blocks().into();
                    items.push(Item { span: self.trimmed(span), number, marker, blocks });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        items.into()
    }

    pub(super) fn table(&mut self, alignments: &[Align]) -> Table {
        let mut table = Table {
            caption: None,
            has_bars: false,
            head: Vec::new(),
            rows: Vec::new(),
            alignments: alignments
                .iter()
                .map(|alignment| match alignment {
                    Align::None => Alignment::Natural,
                    Align::Left => Alignment::Start,
                    Align::Center => Alignment::Center,
                    Align::Right => Alignment::End,
                })
                .collect(),
        };
        let mut row = Vec::new();
        // The parser fills a short row with cells that stand after its end.
        let (mut written, mut end) = (0, 0);
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::TableRow) => {
                    let words = slice(&self.prepared.text, range.clone());
                    (written, end) = (0, range.start + words.trim_end().len());
                }
                Event::Start(Tag::TableCell) => {
                    written += usize::from(range.start < end);
                    row.push(self.content());
                }
                Event::End(TagEnd::TableRow) if written < row.len() => {
                    self.short_row(&range, written, row.len());
                    table.rows.push(std::mem::take(&mut row));
                }
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    fn short_row(&mut self, range: &Range<usize>, written: usize, columns: usize) {
        let span = self.trimmed(self.span(range));
        let message =
            format!("this row has {}, the head of its table has {columns}", counted(written, "cell"));
        let help = "Write every cell, an empty one as “| |” where there is nothing: the missing ones are taken to be the last.";
        self.findings.push(Finding::warning("markdown/short-row", self.source, span, message).help(help));
    }

    /// The definitions of a list and where the last one ends: the parser counts the paragraph after the list to it.
    pub(super) fn definitions(&mut self, list: &Range<usize>) -> (Box<[Definition]>, usize) {
        let mut end = list.start;
        let mut list: Vec<Definition> = Vec::new();
        while let Some((event, range)) = self.next() {
            if let Event::Start(_) = event {
                end = range.end;
            }
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let terms = self.terms().into_iter();
                    list.extend(terms.map(|term| Definition { term, meanings: Vec::new() }));
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let meaning = self.blocks();
                    if let Some(last) = list.last_mut() {
                        last.meanings.push(meaning);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        (list.into(), end)
    }
}
