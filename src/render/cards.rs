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
    let mut paragraphs = Vec::new();
    let ideas = coverage::sections(easy).iter().flat_map(|section| &section.ideas);
    ideas.flat_map(|idea| &idea.blocks).for_each(|block| add_paragraphs(block, None, &mut paragraphs));
    let mut leads_on = false;
    for (content, around) in paragraphs {
        let lang =
            around.and_then(|open| value(open, "lang")?.parse().ok()).unwrap_or_else(|| easy.lang.clone());
        let language = renderer.library.language(&lang).data();
        for (start, line) in lines(easy, content) {
            for range in segment::sentences(&line, language) {
                let words = slice(&line, range.clone());
                let is_shown = if leads_on { is_whole(words) } else { !words.ends_with(COLONS) };
                if is_shown {
                    let range = start + range.start..start + range.end;
                    let words = part(easy, Form::Page(page), content, range);
                    return Some(Html::new(&in_language(around, words)));
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

/// The paragraphs of a block, in reading order, each with the element around it that says its language.
fn add_paragraphs<'a>(
    block: &'a Block,
    around: Option<&'a str>,
    paragraphs: &mut Vec<(&'a Content, Option<&'a str>)>,
) {
    let mut add = |blocks: &'a [Block], around| {
        blocks.iter().for_each(|block| add_paragraphs(block, around, paragraphs));
    };
    match &block.kind {
        BlockKind::Paragraph(content) => paragraphs.push((content, around)),
        BlockKind::List { items, .. } => items.iter().for_each(|item| add(&item.blocks, around)),
        BlockKind::Quote { blocks, .. } => add(blocks, around),
        BlockKind::Wrapped(wrapped) => {
            add(&wrapped.blocks, Some(&*wrapped.open).filter(|_| wrapped.has_language()).or(around));
        }
        _ => {}
    }
}

/// The value of an attribute in a start tag that the sanitiser wrote.
fn value<'a>(open: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = open.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Words with the language and direction that the element around them says.
fn in_language(around: Option<&str>, words: String) -> String {
    let Some(open) = around else { return words };
    let mut attributes = String::new();
    for name in ["lang", "dir"] {
        if let Some(value) = value(open, name) {
            attributes.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    format!("<span{attributes}>{words}</span>")
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
