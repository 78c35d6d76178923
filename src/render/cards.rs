//! The easy-read versions on the home page, each with its picture, its title and its first sentence.

use std::collections::HashSet;

use super::Renderer;
use crate::address::Address;
use crate::coverage;
use crate::document::{Block, BlockKind, Content, Document, InlineKind};
use crate::languages::segment;
use crate::library::{Target, Work};
use crate::pictures::{CONCEPT, Picture};
use crate::source::slice;
use crate::view::Card;

/// So many versions have a card; all of them stand in the list of documents.
const MOST: usize = 24;

/// The cards of the works that have an easy-read version.
pub fn of<'a>(renderer: &Renderer<'a>, page: &Address, works: impl Iterator<Item = &'a Work>) -> Vec<Card> {
    let versions = works.filter_map(|work| work.easy_read.as_deref());
    let mut shown = HashSet::new();
    let card = |easy: &'a Document| Card {
        title: easy.front.title.clone(),
        href: page.link_to(&renderer.library.address(easy)),
        sentence: sentence(renderer, easy),
        picture: picture(renderer, easy, &mut shown).map(|path| page.link_to(&Address::file(path))),
    };
    versions.take(MOST).map(card).collect()
}

/// The first sentence of a version.
fn sentence(renderer: &Renderer<'_>, easy: &Document) -> Option<String> {
    let ideas = coverage::sections(easy).iter().flat_map(|section| &section.ideas);
    let line = ideas.flat_map(|idea| &idea.blocks).find_map(|block| first_line(easy, block))?;
    let language = renderer.library.language(&easy.lang).data();
    let first = segment::sentences(&line, language).into_iter().next()?;
    Some(slice(&line, first).trim().to_owned())
}

/// The first line of the words of a block.
fn first_line(easy: &Document, block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Paragraph(content) => {
            let inlines = content.inlines().and_inside();
            let line = inlines.take_while(|inline| {
                !matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak)
            });
            let words = line.filter_map(|inline| match inline.kind {
                InlineKind::Text(words) | InlineKind::Code(words) => Some(words.resolve(&easy.source)),
                _ => None,
            });
            Some(words.collect::<String>()).filter(|words| words.contains(char::is_alphanumeric))
        }
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|item| &item.blocks).find_map(|block| first_line(easy, block))
        }
        _ => None,
    }
}

/// The file of the first picture of a version that no card before shows, as cards are told apart by their pictures; else that of
/// the first.
fn picture<'a>(renderer: &Renderer<'a>, easy: &'a Document, shown: &mut HashSet<&'a str>) -> Option<&'a str> {
    let library = renderer.library;
    let ideas = coverage::sections(easy).iter().flat_map(|section| &section.ideas);
    let pictures = ideas.filter_map(|idea| idea.picture.as_ref().and_then(Content::first));
    let mut files = pictures.filter_map(|picture| {
        let InlineKind::Image { target, .. } = picture.kind else { return None };
        let written = target.resolve(&easy.source);
        match written.strip_prefix(CONCEPT) {
            Some(concept) => library.pictures.get(concept).map(Picture::path),
            None => match library.resolve(easy, written) {
                Target::Asset { path, .. } => Some(path),
                _ => None,
            },
        }
    });
    let first = files.next()?;
    let own = std::iter::once(first).chain(files).find(|file| !shown.contains(file));
    shown.extend(own);
    own.or(Some(first))
}
