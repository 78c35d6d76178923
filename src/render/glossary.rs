//! The word list of a language.

use super::frame::FrameParts;
use super::words::words;
use super::{Page, Renderer};
use crate::address::PageKind;
use crate::finding::Finding;
use crate::glossary::Glossary;
use crate::lang::Lang;
use crate::view::{self, WordGroup};

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
    let groups = library.glossary(lang).map_or_else(Vec::new, |glossary| groups(renderer, lang, glossary));
    let html = renderer.templates.render("glossary.html", lang, &view::Glossary { page, groups })?;
    Ok(Page { address, html })
}

/// The words by the letter that each stands under, those without a letter at the end.
fn groups(renderer: &Renderer<'_>, lang: &Lang, glossary: &Glossary) -> Vec<WordGroup> {
    let (labels, data) = (renderer.labels(lang), renderer.library.language(lang).data());
    let mut order: Vec<(Option<String>, String, usize)> = glossary
        .terms
        .iter()
        .enumerate()
        .map(|(number, term)| {
            // How a word is said decides where it stands, as a character may be said in several ways.
            let said = term.pinyin.as_deref().unwrap_or(&term.term);
            (data.initial(said), data.spelling(said), number)
        })
        .collect();
    order.sort_by(|a, b| (a.0.is_none(), &a.0, &a.1).cmp(&(b.0.is_none(), &b.0, &b.1)));
    order
        .chunk_by(|a, b| a.0 == b.0)
        .enumerate()
        .map(|(at, group)| WordGroup {
            id: format!("letter-{}", at + 1),
            heading: group
                .first()
                .and_then(|(letter, ..)| letter.clone())
                .unwrap_or_else(|| labels.get("group-without-letter").to_owned()),
            words: words(glossary, group.iter().map(|(.., number)| *number), labels),
        })
        .collect()
}
