//! The page at an old address, which sends its readers on to where the text stands now.

use super::easy_read::easy_title;
use super::frame::FrameParts;
use super::official::full_title;
use super::{Page, Renderer};
use crate::document::{Document, Version};
use crate::finding::Finding;
use crate::view;

/// Makes the page at one of the old addresses of a text.
pub fn page(renderer: &Renderer<'_>, text: &Document, number: usize) -> Result<Page, Finding> {
    let library = renderer.library;
    let labels = renderer.labels(&text.lang);
    let now = library.address(text);
    let address = library.alias(text, number).map_or_else(|| now.clone(), |alias| alias.address);
    let title = match text.version {
        Version::Official => full_title(text),
        Version::EasyRead => easy_title(text, labels),
    };
    let called = labels.format("moved-title", &[("title", title.as_str().into())]).unwrap_or_default();
    let mut page = renderer.frame(FrameParts {
        kind: "moved",
        lang: &text.lang,
        address: &address,
        title: called.clone(),
        description: String::new(),
        alternates: Vec::new(),
        translations: Vec::new(),
        trail: vec![(called, address.clone())],
        work: None,
    });
    page.canonical = renderer.canonical(&now);
    let to =
        view::Link { href: address.link_to(&now), words: title, lang: None, current: false, around: false };
    let html = renderer.templates.render("moved.html", &text.lang, &view::Moved { page, to })?;
    Ok(Page { address, html })
}
