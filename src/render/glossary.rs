//! The word list of a language.

use super::frame::FrameParts;
use super::words::words;
use super::{Page, Renderer};
use crate::address::PageKind;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::view;

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let library = renderer.library;
    let labels = renderer.labels(lang);
    let address = library.address_of("", lang, PageKind::Glossary);
    let with_glossary = renderer.languages.iter().filter(|lang| library.glossary(lang).is_some());
    let page = renderer.frame(FrameParts {
        kind: "glossary",
        lang,
        address: &address,
        title: labels.get("glossary").to_owned(),
        description: labels.get("glossary-intro").to_owned(),
        alternates: Vec::new(),
        translations: with_glossary
            .map(|lang| (lang.clone(), library.address_of("", lang, PageKind::Glossary)))
            .collect(),
        trail: vec![(labels.get("glossary").to_owned(), address.clone())],
        work: None,
    });
    let words = library
        .glossary(lang)
        .map_or_else(Vec::new, |glossary| words(glossary, 0..glossary.terms.len(), labels));
    let html = renderer.templates.render("glossary.html", lang, &view::Glossary { page, words })?;
    Ok(Page { address, html })
}
