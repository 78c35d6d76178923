//! The texts that an event leads to: the paragraph that asked for it, its series, what came of it.

use super::Shown;
use crate::address::Address;
use crate::document::{BlockKind, Document, PartContent, Version};
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::{Library, Target};
use crate::render::beside::paragraph_name;
use crate::render::canonical;
use crate::view::EventValue;

/// A text that a link of an event leads to, in a language where it has that: the facts of all languages name the file of one.
pub fn led_to<'a>(library: &'a Library, text: &'a Document, lang: &Lang) -> &'a Document {
    let same_section =
        |section: &&std::sync::Arc<Document>| section.slug == text.slug && section.lang == *lang;
    if let Some(section) = library.sections.iter().find(same_section).filter(|_| is_section(library, text)) {
        return section;
    }
    match (library.work(&text.slug, lang), text.version) {
        (Some(work), Version::Official) if !is_section(library, text) => &work.official,
        (Some(work), Version::EasyRead) => work.easy_read.as_deref().unwrap_or(text),
        _ => text,
    }
}

fn is_section(library: &Library, text: &Document) -> bool {
    library.sections.iter().any(|section| std::ptr::eq(&**section, text))
}

/// What a link to a text says: its symbol, or else its title.
pub fn short_name(text: &Document) -> &str {
    text.front.symbol.as_deref().unwrap_or(&text.front.title)
}

impl Shown<'_> {
    /// The texts that these links lead to.
    pub(super) fn texts<'l>(&self, links: impl Iterator<Item = &'l String>) -> Vec<EventValue> {
        let library = self.library;
        let text = |link: &'l String| match library.resolve(&self.work.facts, link) {
            Target::Page { text, fragment } => {
                let text = led_to(library, text, &self.work.lang);
                let mut words = short_name(text).to_owned();
                let part = fragment.as_deref().and_then(|fragment| part_name(text, fragment, self.labels));
                if let Some(part) = part {
                    words.extend([self.labels.get("list-separator"), &part]);
                }
                let lang = Some(text.lang.to_string()).filter(|_| text.lang != self.work.lang);
                let mut href = self.href(&library.address(text));
                if let (Some(href), Some(fragment)) = (&mut href, &fragment) {
                    href.push('#');
                    href.push_str(fragment);
                }
                Some(EventValue { words, lang, href, ..EventValue::default() })
            }
            Target::External(address) => {
                let words = address.split_once("://").map_or(address, |(_, rest)| rest).to_owned();
                Some(EventValue { words, href: Some(address.to_owned()), ..EventValue::default() })
            }
            _ => None,
        };
        links.filter_map(text).collect()
    }

    /// A page as seen from where the event is shown; in books its whole address, where that is known.
    fn href(&self, address: &Address) -> Option<String> {
        match self.page {
            Some(page) => Some(page.link_to(address)),
            None => self.library.config.site.base_url.as_deref().map(|base| canonical(base, address)),
        }
    }
}

/// What a part of a text is called.
fn part_name(text: &Document, fragment: &str, labels: &Labels) -> Option<String> {
    match text.part(fragment)?.content {
        PartContent::Paragraph(paragraph) => Some(paragraph_name(&paragraph.id, labels)),
        PartContent::Blocks(blocks) => match &blocks.first()?.kind {
            BlockKind::Heading { content, .. } => Some(text.said(content)),
            _ => None,
        },
    }
}
