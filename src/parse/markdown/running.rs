//! Running text: from the events inside a paragraph, a heading or a cell to inlines.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::{MAX_DEPTH, Marks, OpenTag, Reader, is_inline};
use crate::document::{Content, Element, Reference};
use crate::finding::Finding;
use crate::parse::link_text;
use crate::source::{Span, slice};

impl<'p> Reader<'p, '_> {
    /// Inlines that stand in an item without a paragraph around them.
    pub(super) fn tight_paragraph(&mut self) -> Content {
        let mut tags = Vec::new();
        while let Some((event, range)) = self.next() {
            let ends = match &event {
                Event::Start(tag) => !is_inline(tag),
                Event::End(_) | Event::Rule => true,
                _ => false,
            };
            if ends {
                self.peeked = Some((event, range));
                break;
            }
            self.inline(event, range, &mut tags);
        }
        self.close_tags(&mut tags, 0);
        self.content.finish()
    }

    /// The running text of the block that has begun.
    pub(super) fn content(&mut self) -> Content {
        self.inlines();
        self.content.finish()
    }

    /// The terms that a definition is for: each line is one.
    pub(super) fn terms(&mut self) -> Vec<Content> {
        let mut terms = Vec::new();
        loop {
            let goes_on = self.inlines_of(true);
            terms.push(self.content.finish());
            if !goes_on {
                return terms;
            }
        }
    }

    /// Inlines up to the end of the element they stand in.
    pub(super) fn inlines(&mut self) {
        self.inlines_of(false);
    }

    /// Inlines up to the end of the element they stand in, or of the line if it is one `of_a_line`; whether another line follows.
    fn inlines_of(&mut self, of_a_line: bool) -> bool {
        self.depth += 1;
        let mut tags = Vec::new();
        let mut dissolved = 0usize;
        let mut goes_on = false;
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) if dissolved > 0 => dissolved -= 1,
                Event::End(_) => break,
                Event::SoftBreak if of_a_line && dissolved == 0 => {
                    goes_on = true;
                    break;
                }
                Event::Start(_) if self.depth >= MAX_DEPTH => {
                    dissolved += 1;
                    let span = self.span(&range);
                    self.too_deep.get_or_insert(span);
                }
                event => self.inline(event, range, &mut tags),
            }
        }
        self.depth -= 1;
        self.close_tags(&mut tags, 0);
        goes_on
    }

    pub(super) fn inline(&mut self, event: Event<'p>, range: Range<usize>, tags: &mut Vec<OpenTag>) {
        let span = self.span(&range);
        match event {
            Event::Text(text) if self.is_literal(&text, &range) => {
                self.content.text(span);
                if text.ends_with(']') {
                    self.spaces_in_target(range);
                }
            }
            Event::Text(text) => self.content.spelled_text(span, &self.prepared.strip(&text)),
            Event::Code(code) => {
                let code = self.prepared.strip(&code);
                let words = self.carried(&code, span);
                self.content.code(span, words);
            }
            Event::SoftBreak => self.content.soft_break(span, self.joins(span)),
            Event::HardBreak => self.content.hard_break(span),
            Event::TaskListMarker(ticked) => self.content.checkbox(span, ticked),
            Event::FootnoteReference(label) => {
                let label = self.prepared.strip(&label);
                let occurrence = self.mark(&label);
                self.content.note_mark(span, &label, occurrence, self.source);
            }
            Event::InlineHtml(tag) | Event::Html(tag) => self.raw_tag(&tag, span, tags),
            Event::Start(Tag::Emphasis) => self.element(span, Element::Emphasis),
            Event::Start(Tag::Strong) => self.element(span, Element::Strong),
            Event::Start(Tag::Strikethrough) => self.struck(span),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                self.definition(link_type, &id, &title, span);
                match link_type {
                    LinkType::Email => self.reference(span, Reference::Link, &format!("mailto:{dest_url}")),
                    _ => self.reference(span, Reference::Link, &dest_url),
                }
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                self.definition(link_type, &id, "", span);
                self.titled(span, &title);
                self.reference(span, Reference::Image, &dest_url);
            }
            _ => {}
        }
    }

    pub(super) fn element(&mut self, span: Span, element: Element) {
        let open = self.content.open(span, element);
        self.inlines();
        self.content.close(open);
    }

    /// Words between tildes. Two strike them out; one is text, where nothing kept the parser from pairing it.
    fn struck(&mut self, span: Span) {
        if self.source.slice(span).starts_with("~~") {
            return self.element(span, Element::Deleted);
        }
        self.content.text(Span { start: span.start, end: span.start + 1 });
        self.inlines();
        self.content.text(Span { start: span.end - 1, end: span.end });
    }

    pub(super) fn reference(&mut self, span: Span, reference: Reference, target: &str) {
        let target = self.prepared.strip(target);
        let target = self.carried(&target, span);
        let open = self.content.open_reference(span, reference, target);
        self.inlines();
        self.content.close(open);
    }

    /// Remembers that a link uses the definition of this label. Titles are shown to nobody without a mouse.
    pub(super) fn definition(&mut self, link_type: LinkType, label: &str, title: &str, span: Span) {
        if matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) {
            let definition = self.events.reference_definitions().get(label).map(|found| found.span.start);
            self.used_definitions.extend(definition);
        }
        if !title.trim().is_empty() {
            let title = self.prepared.strip(title);
            let message = format!("the title “{title}” of this link is not published");
            self.lost(
                span,
                message,
                "Write its words into the text: readers without a mouse never see a title.",
            );
        }
    }

    /// Finds a link that is none because its target has spaces.
    pub(super) fn spaces_in_target(&mut self, bracket: Range<usize>) {
        let text = &self.prepared.text;
        if let Some(length) = text.get(bracket.end..).and_then(link_text::target_with_spaces) {
            let target = text.get(bracket.end + 1..bracket.end + length).unwrap_or_default();
            let help = match ["mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme)) {
                true => {
                    "Write the address without spaces: [words](mailto:name@example.org), [words](tel:+41229170000)."
                }
                false => "A target with spaces stands in “<” and “>”: [words](<my file.pdf>).",
            };
            let place = self.span(&(bracket.end..bracket.end + length));
            self.findings.push(
                Finding::error(
                    "link/spaces-in-target",
                    self.source,
                    place,
                    "this is text and no link, as the target has spaces",
                )
                .help(help),
            );
        }
    }

    /// Whether the lines before and after a soft break join without a space.
    pub(super) fn joins(&self, span: Span) -> bool {
        // Emphasis may end with one line or begin with the next; its marks are not what readers see.
        const MARKS: [char; 3] = ['*', '_', '~'];
        let text = self.source.text();
        let before = slice(text, ..span.start as usize).trim_end_matches(MARKS).chars().next_back();
        let next = slice(text, span.start as usize..).trim_start().trim_start_matches('>').trim_start();
        let after = next.trim_start_matches(MARKS).chars().next();
        before
            .zip(after)
            .is_some_and(|(before, after)| crate::parse::soft_break::joins(before, after, self.cjk))
    }

    /// Counts a mark of the note with this label.
    pub(super) fn mark(&mut self, label: &str) -> u32 {
        if let Some(marks) = self.marks.get_mut(label) {
            marks.count += 1;
            return marks.count;
        }
        self.marks.insert(label.into(), Marks { place: self.marks.len(), count: 1 });
        1
    }
}
