//! Inlines as HTML: words, stress, links, pictures, marks of notes and of pages.
//!
//! In: the inlines of a paragraph. Out: HTML in the writer. A link or a picture that leads nowhere leaves its words; the finding
//! stands where it is written.

use super::{Form, Writer, attribute, attribute_from, is_plain, text};
use crate::document::{Inline, InlineKind, Inlines, Text, Version};
use crate::library::Target;
use crate::pictures;
use crate::source::Span;

/// What the id of a page break begins with.
pub const PAGE_ID: &str = "page-";

impl Writer<'_> {
    #[inline]
    fn text(&mut self, words: &Text<'_>) {
        if self.terms.is_some() {
            return self.text_with_terms(self.document.text(words));
        }
        match words {
            Text::Source(span) if self.plain.holds(*span) => {
                self.out.push_str(self.document.source.slice(*span))
            }
            _ => text(self.document.text(words), &mut self.out),
        }
    }

    /// Writes inlines in order.
    pub fn inlines<'c>(&mut self, inlines: impl Into<Inlines<'c>>) {
        let inlines = inlines.into();
        if let Some(all) = inlines.extent().filter(|all| !self.plain.holds(*all))
            && self.document.source.text().get(all.range()).is_some_and(is_plain)
        {
            self.plain = all;
        }
        inlines.for_each(|inline| self.inline(&inline));
    }

    fn wrapped(&mut self, element: &str, children: &Inlines<'_>) {
        self.out.push('<');
        self.out.push_str(element);
        self.out.push('>');
        self.inlines(children);
        self.out.push_str("</");
        self.out.push_str(element);
        self.out.push('>');
    }

    /// Writes one inline.
    pub fn inline(&mut self, inline: &Inline<'_>) {
        match &inline.kind {
            InlineKind::Text(words) => self.text(words),
            InlineKind::Code(words) => {
                self.out.push_str("<code>");
                self.without_terms(|writer| writer.text(words));
                self.out.push_str("</code>");
            }
            InlineKind::Emphasis(children) => self.wrapped("em", children),
            InlineKind::Strong(children) => self.wrapped("strong", children),
            InlineKind::Deleted(children) => self.wrapped("del", children),
            InlineKind::Link { target, children } => self.link(inline.span, target, children),
            InlineKind::Image { target, alt } => self.image(inline.span, target, alt),
            InlineKind::NoteMark { label, occurrence } => {
                self.note_mark(self.document.text(label), *occurrence)
            }
            InlineKind::Html { tags, children } => {
                let start = self.out.len();
                self.raw_from(tags.open, inline.span);
                match tags.open.contains(" lang=") {
                    true => self.without_terms(|writer| writer.inlines(*children)),
                    false => self.inlines(children),
                }
                if tags.open.contains(" title=") {
                    self.printed_title(start, inline.span);
                }
                self.out.push_str(tags.close);
            }
            InlineKind::Checkbox(ticked) => {
                // In words: a small box is a picture that not every font, eye and reader can tell ticked from open.
                self.out.push_str("<strong class=\"task\">");
                text(self.labels.get(if *ticked { "task-done" } else { "task-open" }), &mut self.out);
                text(self.labels.get("colon"), &mut self.out);
                self.out.push_str("</strong>");
            }
            InlineKind::SoftBreak { joins: true } => {}
            InlineKind::SoftBreak { joins: false } => self.out.push('\n'),
            InlineKind::HardBreak => self.line_break(),
        }
    }

    /// Ends a line inside a paragraph.
    pub fn line_break(&mut self) {
        self.out.push_str("<br");
        self.end_void();
        self.out.push('\n');
    }

    fn link(&mut self, span: Span, target: &Text<'_>, children: &Inlines<'_>) {
        let target = self.library.resolve(self.document, self.document.text(target));
        if let Target::PageBreak(page) = target {
            self.page_break(page);
            return self.inlines(children);
        }
        let start = self.out.len();
        self.out.push_str("<a href=\"");
        let leads = match target {
            Target::Page { text, fragment } => {
                self.write_href(self.library.address(text).path(), fragment.as_deref())
            }
            Target::Made { kind, fragment } => {
                let address = self.library.address_of("", &self.document.lang, kind);
                self.write_href(address.path(), fragment)
            }
            Target::Withdrawn(entry) => {
                self.write_href(self.library.address_of_withdrawn(entry).path(), None)
            }
            Target::Fragment(fragment) => self.write_href_here(&fragment),
            Target::Asset { path, rest } | Target::Export { path, rest } => self.write_file(path, rest),
            Target::External(url) => self.write_outward(url).map(|()| self.printed_address(url, children)),
            // The finding stands where the link is written; its words are still worth reading.
            Target::PageBreak(_) | Target::Nowhere { .. } => None,
        };
        if leads.is_none() {
            self.out.truncate(start);
            return self.inlines(children);
        }
        self.out.push('"');
        self.exact_attribute(span);
        self.out.push('>');
        self.without_terms(|writer| writer.inlines(children));
        self.out.push_str("</a>");
    }

    /// Marks where a page of the printed document begins: in a book with its name, for the list of pages; on a page of
    /// the site only as a place to link to.
    fn page_break(&mut self, page: &str) {
        self.out.push_str("<span class=\"page-break\" id=\"");
        self.out.push_str(PAGE_ID);
        self.out.push_str(page);
        self.out.push('"');
        if let Form::Book(_) = self.form {
            self.role("pagebreak");
            self.out.push_str(" aria-label=\"");
            let start = self.out.len();
            self.labels.label("page-number").write(&[("number", page.into())], &mut self.out);
            attribute_from(start, &mut self.out);
            self.out.push('"');
        }
        self.out.push_str("></span>");
    }

    fn image(&mut self, span: Span, target: &Text<'_>, alt: &Inlines<'_>) {
        let written = self.document.text(target);
        let mut alternative = self.document.said(alt);
        let path = match written.strip_prefix(pictures::CONCEPT) {
            Some(concept) => match self.library.pictures.get(concept) {
                Some(picture) => {
                    // Beside words that say the same, as in an easy-read version, a picture is silent, unless its author
                    // gave it words.
                    if alternative.is_empty() && self.document.version == Version::Official {
                        let shown = picture.alternative(&self.document.lang);
                        alternative = shown.unwrap_or_default().to_owned();
                    }
                    picture.path()
                }
                None => return text(&alternative, &mut self.out),
            },
            None => match self.library.resolve(self.document, written) {
                Target::Asset { path, .. } => path,
                _ => return text(&alternative, &mut self.out),
            },
        };
        let start = self.out.len();
        // Reading systems choose colours in their own ways, so a book has the one picture, on a light ground.
        let dark = match self.form {
            Form::Page(_) => self.library.dark(path),
            Form::Book(_) => None,
        };
        if let Some(dark) = dark {
            self.out.push_str("<picture><source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"");
            let _ = self.write_picture(dark);
            self.out.push_str("\">");
        }
        self.out.push_str("<img src=\"");
        if self.write_picture(path).is_none() {
            self.out.truncate(start);
            return text(&alternative, &mut self.out);
        }
        self.out.push_str("\" alt=\"");
        attribute(&alternative, &mut self.out);
        self.out.push('"');
        self.exact_attribute(span);
        self.end_void();
        if dark.is_some() {
            self.out.push_str("</picture>");
        }
    }
}
