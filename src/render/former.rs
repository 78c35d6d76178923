//! Places that links still lead to although they have another name now, stand on another page, or are gone.
//!
//! In: `moved` and `ended` in the front matter. Out: the old names of a place, and the list of those that no place of the page took over.

use super::Renderer;
use crate::address::Address;
use crate::document::Document;
use crate::front_matter::FrontMatter;
use crate::library::Target;
use crate::view::{FormerPlace, Link};

/// The old names of a place on the same page.
pub fn names<'a>(front: &'a FrontMatter, id: &str) -> impl Iterator<Item = &'a str> {
    let to_here = move |to: &str| to.strip_prefix('#').unwrap_or(to) == id;
    front.moved.iter().filter(move |(_, to)| to_here(to)).map(|(old, _)| old.as_str())
}

/// The places that are gone from the page of a text.
pub fn places(renderer: &Renderer<'_>, text: &Document, from: &Address) -> Vec<FormerPlace> {
    let library = renderer.library;
    let elsewhere = text.front.moved.iter().filter_map(|(old, to)| {
        let Target::Page { text: other, fragment } = library.resolve(text, to) else { return None };
        let place = fragment.map_or(String::new(), |fragment| format!("#{fragment}"));
        let link = Link {
            href: format!("{}{place}", from.link_to(&library.address(other))),
            words: other.front.title.clone(),
            lang: Some(&other.lang).filter(|lang| **lang != text.lang).map(ToString::to_string),
            current: false,
            around: false,
        };
        Some(FormerPlace { id: old.clone(), words: None, link: Some(link) })
    });
    let gone = text.front.ended.iter();
    let gone = gone.map(|(old, why)| FormerPlace { id: old.clone(), words: Some(why.clone()), link: None });
    elsewhere.chain(gone).collect()
}
