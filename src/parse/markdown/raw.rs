//! Raw HTML in blocks and in running text: what is kept, what ends where, and what is reported.

use std::ops::Range;

use pulldown_cmark::Event;

use super::{Around, MAX_DEPTH, OpenTag, Reader, block};
use crate::document::{Block, BlockKind, Tags, Wrapped};
use crate::finding::Finding;
use crate::parse::raw_html::{self, HtmlPiece, RawTag};
use crate::source::Span;

impl<'p> Reader<'p, '_> {
    /// A block of raw HTML: what stands by itself, and the ends of elements around other blocks.
    pub(super) fn html(&mut self, range: Range<usize>, blocks: &mut Vec<Block>, around: &mut Vec<Around>) {
        let span = self.trimmed(self.span(&range));
        let raw = self.raw();
        let parent = around.last().map(|around| around.name.as_str());
        for part in raw_html::clean_block(&raw, parent, self.source, span, self.findings) {
            match part {
                HtmlPiece::Html(html) => blocks.push(block(span, BlockKind::Html(html))),
                HtmlPiece::Open(element, span) => {
                    let name = element.name.clone();
                    let element = Some(element).filter(|_| self.depth < MAX_DEPTH);
                    if element.is_none() {
                        self.too_deep.get_or_insert(span);
                    }
                    self.depth += 1;
                    around.push(Around { name, element, span, from: blocks.len() });
                }
                HtmlPiece::Close(name, end) => match around.iter().rposition(|around| around.name == name) {
                    Some(at) => {
                        self.end_around(around, at + 1);
                        self.depth -= 1;
                        if let Some(Around { element: Some(element), span, from, .. }) = around.pop() {
                            let inside = blocks.drain(from..).collect();
                            let wrapped = Wrapped {
                                open: element.open.into(),
                                close: element.close.into(),
                                blocks: inside,
                                description: None,
                            };
                            blocks.push(block(span.to(end), BlockKind::Wrapped(Box::new(wrapped))));
                        }
                    }
                    None => self.unbalanced(end, format!("“</{name}>” closes nothing"), || {
                        format!("Remove it, or add the opening “<{name}>”.")
                    }),
                },
            }
        }
    }

    /// The elements from the `from`th on have no end: their blocks are kept, they are not.
    pub(super) fn end_around(&mut self, around: &mut Vec<Around>, from: usize) {
        for Around { name, span, .. } in around.drain(from..) {
            self.depth -= 1;
            self.unbalanced(span, format!("“<{name}>” is never closed"), || {
                format!("Add “</{name}>” after the last block that is in it.")
            });
        }
    }

    pub(super) fn unbalanced(&mut self, span: Span, message: String, help: impl Fn() -> String) {
        self.findings
            .push(Finding::error("markdown/unbalanced-html", self.source, span, message).help(help()));
    }

    /// The text of a block of HTML.
    pub(super) fn raw(&mut self) -> String {
        let mut raw = String::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    raw.push_str(&self.prepared.strip(&text));
                }
                _ => {}
            }
        }
        raw
    }

    pub(super) fn raw_tag(&mut self, tag: &str, span: Span, tags: &mut Vec<OpenTag>) {
        let tag = &*self.prepared.strip(tag);
        match raw_html::inline_tag(tag) {
            RawTag::Open(element) => {
                self.findings.extend(raw_html::inline_attributes(tag, self.source, span));
                let parent = tags.last().map(|open| open.name.as_str());
                if let Some(fault) = raw_html::wrong_tag(element.open.trim_start_matches('<'), parent) {
                    self.findings.push(raw_html::wrong(fault, self.source, span));
                }
                let open = match self.depth < MAX_DEPTH {
                    true => {
                        self.depth += 1;
                        Some(
                            self.content.open_html(span, Tags { open: &element.open, close: &element.close }),
                        )
                    }
                    false => {
                        self.too_deep.get_or_insert(span);
                        None
                    }
                };
                tags.push(OpenTag { open, name: element.name, span });
            }
            RawTag::Close(name) => self.close_tag(&name, span, tags),
            RawTag::Void(open) => {
                self.findings.extend(raw_html::inline_attributes(tag, self.source, span));
                let open = self.content.open_html(span, Tags { open: &open, close: "" });
                self.content.close(open);
            }
            RawTag::Comment => {}
            RawTag::Dropped => self.findings.push(raw_html::dropped(self.source, span)),
            RawTag::Refused(name) => {
                self.findings.push(raw_html::inline_refused(tag, &name, self.source, span));
                *self.refused.entry(name).or_default() += 1;
            }
            // An element that does not pass is one fault, which stands at its start.
            RawTag::EndOfRefused(name) => match self.refused.get_mut(&name).filter(|open| **open > 0) {
                Some(open) => *open -= 1,
                None => self.findings.push(raw_html::refused(&name, self.source, span)),
            },
        }
    }

    pub(super) fn close_tag(&mut self, name: &str, span: Span, tags: &mut Vec<OpenTag>) {
        let Some(at) = tags.iter().rposition(|open| open.name == name) else {
            return self.unbalanced(span, format!("“</{name}>” closes nothing"), || {
                format!("Remove it, or add the opening “<{name}>” in the same paragraph.")
            });
        };
        self.close_tags(tags, at + 1);
        if let Some(open) = tags.pop().and_then(|tag| tag.open) {
            self.depth -= 1;
            self.content.close_html(open, span);
        }
    }

    /// The tags from the `from`th on have no end: their content is kept, they are not.
    pub(super) fn close_tags(&mut self, tags: &mut Vec<OpenTag>, from: usize) {
        while tags.len() > from
            && let Some(OpenTag { open, name, span }) = tags.pop()
        {
            self.unbalanced(span, format!("“<{name}>” is never closed"), || {
                format!("Add “</{name}>” in the same paragraph.")
            });
            if let Some(open) = open {
                self.depth -= 1;
                self.content.dissolve_html(open);
            }
        }
    }
}
