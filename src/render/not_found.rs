//! The page for addresses that lead nowhere.

use super::frame::FrameParts;
use super::{Page, Renderer};
use crate::address::PageKind;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::view;

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let labels = renderer.labels(lang);
    let address = renderer.library.address_of("", lang, PageKind::NotFound);
    let mut page = renderer.frame(FrameParts {
        kind: "not-found",
        lang,
        address: &address,
        title: labels.get("not-found").to_owned(),
        description: labels.get("not-found-text").to_owned(),
        alternates: Vec::new(),
        translations: Vec::new(),
        trail: vec![(labels.get("not-found").to_owned(), address.clone())],
        work: None,
    });
    // It is shown at any address, and is that of none.
    page.canonical = None;
    let home = address.link_to(&renderer.home(lang));
    let html = renderer.templates.render("404.html", lang, &view::NotFound { page, home })?;
    Ok(Page { address, html })
}
