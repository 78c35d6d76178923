//! Who drew the pictures of a text, and under which licence they may be used.

use std::collections::{BTreeMap, BTreeSet};

use super::Renderer;
use crate::document::{Document, InlineKind};
use crate::languages::Labels;
use crate::pictures::CONCEPT;

/// Who drew the pictures, and under which licence they may be used.
pub fn credits(renderer: &Renderer<'_>, text: &Document, labels: &Labels) -> Vec<String> {
    let mut authors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    text.each_inline(&mut |inline| {
        let InlineKind::Image { target, .. } = &inline.kind else { return };
        let concept = text.text(target).strip_prefix(CONCEPT);
        if let Some(picture) = concept.and_then(|concept| renderer.library.pictures.get(concept)) {
            authors.entry(picture.author.clone()).or_default().insert(picture.licence.clone());
        }
    });
    authors
        .into_iter()
        .map(|(author, licences)| {
            let licences = licences.into_iter().collect::<Vec<_>>().join(labels.get("list-separator"));
            let arguments = [("authors", author.as_str().into()), ("licences", licences.as_str().into())];
            labels.format("picture-credit", &arguments).unwrap_or_default()
        })
        .collect()
}
