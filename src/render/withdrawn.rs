//! The page of an entry whose consent has ended: it says so, and nothing of the entry.

use super::facts::long_date;
use super::frame::FrameParts;
use super::{Page, Renderer};
use crate::address::PageKind;
use crate::collections::{Ended, Withdrawn};
use crate::finding::Finding;
use crate::view;

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, entry: &Withdrawn) -> Result<Page, Finding> {
    let labels = renderer.labels(&entry.lang);
    let library = renderer.library;
    let address = library.address_of_withdrawn(entry);
    let folder = library.collections.folder_around(&entry.slug);
    let collection = folder.and_then(|folder| library.collections.get(folder));
    let withdrawn = || collection.into_iter().flat_map(|collection| &collection.withdrawn);
    // Of several such pages a number sets each apart: a name could say what was taken down.
    let alike = |other: &&Withdrawn| (&other.lang, other.page) == (&entry.lang, entry.page);
    let place = withdrawn().filter(alike).position(|other| other.slug == entry.slug);
    let mut number = place.map_or(0, |at| at + 1).to_string();
    if entry.page == PageKind::EasyRead {
        number = [&number, labels.get("colon"), labels.get("easy-read")].concat();
    }
    let title = labels.format("withdrawn-title", &[("number", number.as_str().into())]).unwrap_or_default();
    let section =
        library.sections.iter().find(|section| Some(&*section.slug) == folder && section.lang == entry.lang);
    let mut trail: Vec<_> =
        section.map(|section| (section.front.title.clone(), library.address(section))).into_iter().collect();
    trail.push((title.clone(), address.clone()));
    let of_entry = |other: &&Withdrawn| {
        (&other.slug, other.page) == (&entry.slug, entry.page) && renderer.languages.contains(&other.lang)
    };
    let translations = withdrawn().filter(of_entry);
    let translations =
        translations.map(|other| (other.lang.clone(), library.address_of_withdrawn(other))).collect();
    let mut page = renderer.frame(FrameParts {
        kind: "withdrawn",
        lang: &entry.lang,
        address: &address,
        title,
        description: String::new(),
        alternates: Vec::new(),
        translations,
        trail,
        work: None,
    });
    page.canonical = None;
    let text = match entry.ended {
        Ended::Over => "withdrawn-text",
        Ended::TakenBack => "withdrawn-taken-back",
    };
    let day = long_date(entry.day, labels);
    let ended = labels.format(text, &[("date", day.as_str().into())]).unwrap_or_default();
    let others = section.map(|section| {
        let words = labels.get("withdrawn-others").to_owned();
        let href = address.link_to(&library.address(section));
        view::Link { href, words, lang: None, current: false, around: true }
    });
    let withdrawn = view::Withdrawn { page, ended, others };
    let html = renderer.templates.render("withdrawn.html", &entry.lang, &withdrawn)?;
    Ok(Page { address, html })
}
