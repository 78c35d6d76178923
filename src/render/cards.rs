//! The easy-read versions on the home page, each with its picture, its title and its first sentence.

use std::collections::HashSet;

use super::Renderer;
use super::html::{Form, lines, part};
use crate::address::Address;
use crate::coverage;
use crate::document::{Block, BlockKind, Content, Document, InlineKind};
use crate::languages::segment;
use crate::library::{Target, Work};
use crate::pictures::{CONCEPT, Picture};
use crate::source::slice;
use crate::view::{Card, Html};

/// So many versions have a card; all of them stand in the list of documents.
const MOST: usize = 24;

/// The cards of the works that have an easy-read version.
pub fn of<'a>(renderer: &Renderer<'a>, page: &Address, works: impl Iterator<Item = &'a Work>) -> Vec<Card> {
    let versions = works.filter_map(|work| work.easy_read.as_deref());
    let mut shown = HashSet::new();
    let card = |easy: &'a Document| Card {
        title: easy.front.title.clone(),
        href: page.link_to(&renderer.library.address(easy)),
        sentence: sentence(renderer, page, easy),
        picture: picture(renderer, easy, &mut shown).map(|path| page.link_to(&Address::file(path))),
    };
    versions.take(MOST).map(card).collect()
}

/// The first sentence of a version. One that ends in a colon says nothing without what follows: then the next that is whole.
fn sentence(renderer: &Renderer<'_>, page: &Address, easy: &Document) -> Option<Html> {
    let language = renderer.library.language(&easy.lang).data();
    let mut paragraphs = Vec::new();
    let ideas = coverage::sections(easy).iter().flat_map(|section| &section.ideas);
    ideas.flat_map(|idea| &idea.blocks).for_each(|block| add_paragraphs(block, &mut paragraphs));
    let mut leads_on = false;
    for content in paragraphs {
        for (start, line) in lines(easy, content) {
            for range in segment::sentences(&line, language) {
                let words = slice(&line, range.clone());
                let is_shown = if leads_on { is_whole(words) } else { !words.ends_with(COLONS) };
                if is_shown {
                    let range = start + range.start..start + range.end;
                    return Some(Html::new(&part(easy, Form::Page(page), content, range)));
                }
                leads_on = true;
            }
        }
    }
    None
}

const COLONS: [char; 2] = [':', '：'];

/// Whether a sentence ends with a mark, and with none after which it goes on.
fn is_whole(words: &str) -> bool {
    let marks = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    let marks = slice(words, marks.len()..);
    !marks.is_empty() && !marks.contains(COLONS) && !marks.contains(['；', ';', '؛', '，', ',', '،', '、'])
}

/// The paragraphs of a block, in reading order.
fn add_paragraphs<'a>(block: &'a Block, paragraphs: &mut Vec<&'a Content>) {
    match &block.kind {
        BlockKind::Paragraph(content) => paragraphs.push(content),
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|item| &item.blocks).for_each(|block| add_paragraphs(block, paragraphs));
        }
        _ => {}
    }
}

/// The file of the first picture of a version that no card before shows, as pictures distinguish the cards; else that of
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
