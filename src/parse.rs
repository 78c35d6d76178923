//! Markdown to the model, with byte spans.
//!
//! In: one source file and what its name says of it. Out: a [`Document`] and findings. It cannot fail: trouble
//! becomes findings. It reads no disk and writes no HTML; raw HTML passes the sanitiser here and nowhere else.

#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

mod account;
mod act;
mod description;
mod easy_read;
mod emphasis;
mod heading;
pub(crate) mod ids;
mod link_text;
mod markdown;
pub mod markup_in_html;
mod plain_text;
mod raw_html;
mod resolution;
mod soft_break;
mod table_caption;

use crate::content::{Input, Role};
use crate::document::{BlockKind, Body, Document, InlineKind, Text, Version};
use crate::finding::Finding;
use crate::front_matter::{self, FrontMatter};
use crate::hidden;
use crate::kinds::Parts;
use crate::languages::Languages;

pub use act::in_quotation;
use description::Descriptions;
pub use markdown::OPTIONS;
pub use plain_text::first_mark;
pub use raw_html::{AROUND_BLOCKS, INLINE};
pub use soft_break::joins;
pub use table_caption::is_caption;

/// Parses one file of a site with these languages.
pub fn parse(input: &Input, languages: &Languages) -> (Document, Vec<Finding>) {
    let mut findings = Vec::new();
    let language = languages.of(&input.lang);
    hidden::check(&input.source, &mut findings);
    let split = front_matter::read(&input.source, input.role, language.examples(), &mut findings);
    let mut flow = markdown::read(input, split.body, &mut findings);
    let mut blocks = flow.blocks;
    table_caption::attach(&mut blocks, &input.source, language, &mut findings);
    for note in &mut flow.notes {
        table_caption::attach_inside(&mut note.blocks, &input.source, language, &mut findings);
    }
    let mut descriptions = Descriptions {
        source: &input.source,
        language,
        is_easy_read: input.role == Role::EasyRead,
        count: 0,
        findings: &mut findings,
    };
    descriptions.bind(&mut blocks);
    flow.notes.iter_mut().for_each(|note| descriptions.bind(&mut note.blocks));
    let body = match (input.role, split.front.kind.parts()) {
        (Role::EasyRead, _) => {
            Body::EasyRead(easy_read::sections(blocks, &flow.attributes, &input.source, &mut findings))
        }
        (Role::Official, Parts::Resolution) => Body::Resolution(resolution::parts(
            blocks,
            (&input.source, language.examples()),
            &split.front,
            &mut findings,
        )),
        (Role::Official, Parts::Articles) => {
            Body::Flow(act::articles(blocks, &input.source, language, &mut findings))
        }
        (_, Parts::Headings | Parts::Resolution | Parts::Articles) => Body::Flow(blocks),
    };
    let version = if input.role == Role::EasyRead { Version::EasyRead } else { Version::Official };
    let mut document = Document {
        source: input.source.clone(),
        slug: input.slug.clone(),
        lang: input.lang.clone(),
        version,
        front: FrontMatter { title: split.front.title.trim().to_owned(), ..split.front },
        body,
        notes: flow.notes,
        notes_by_label: Default::default(),
        ids: Default::default(),
    };
    if memchr::memmem::find(input.source.text().as_bytes(), b"&#").is_some() {
        check_references(&document, &mut findings);
    }
    ids::assign(&mut document, input.role, &mut findings);
    (document, findings)
}

/// Finds hidden characters that are written as references: `&#x202E;`.
fn check_references(document: &Document, findings: &mut Vec<Finding>) {
    let source = &document.source;
    document.each_inline(&mut |inline| {
        if let InlineKind::Text(Text::Owned(text)) = &inline.kind {
            hidden::check_value(text, source, inline.span.range(), findings);
        }
    });
    document.each_block(&mut |block| {
        if let BlockKind::Html(html) = &block.kind {
            hidden::check_value(html, source, block.span.range(), findings);
        }
    });
}

#[cfg(test)]
mod tests;
