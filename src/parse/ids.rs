//! Ids for headings and paragraphs, unique in the document.
//!
//! A heading's id is the one its author gives, else its words in toneless pinyin or plain Latin letters. A document
//! without official numbering gets `p-1`, `p-2` … on its top-level paragraphs. Refuses ids twice and ids that the
//! page itself uses.

use std::collections::HashSet;

use foldhash::quality::FixedState;
use pinyin::ToPinyin;

use crate::document::{Block, BlockKind, Body, Document, Name, plain};
use crate::finding::Finding;
use crate::source::Source;

/// Ids and beginnings of ids that pages and notes use themselves.
const RESERVED: [&str; 10] = [
    "main",
    "title",
    "summary",
    "facts",
    "downloads",
    "contents",
    "preamble",
    "operative",
    "adoption",
    "notes",
];
const RESERVED_PREFIXES: [&str; 5] = ["pp-", "op-", "p-", "note-", "mark-"];

/// The longest id made from a heading, in characters.
const LONGEST: usize = 60;

/// Gives every heading and top-level paragraph of `document` its id.
pub fn assign(document: &mut Document, findings: &mut Vec<Finding>) {
    let source = document.source.clone();
    let mut used: HashSet<Name, FixedState> = HashSet::default();
    // The author's own ids come first, so that no made one takes their place.
    document.each_block(&mut |block| {
        let Some(id) = &block.id else { return };
        let is_reserved =
            RESERVED.contains(&&**id) || RESERVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix));
        if is_reserved || !used.insert(id.clone()) {
            findings.push(
                Finding::error("markdown/id-taken", &source, block.span, format!("the id “{id}” is taken"))
                    .help("Choose another: ids are unique in a document, and “main”, “op-1” and the like belong to the page."),
            );
        }
    });
    let mut ids = Ids { used, source: &source };
    match &mut document.body {
        Body::Flow(blocks) => {
            ids.headings(blocks);
            let paragraphs = blocks.iter_mut().filter(|block| matches!(block.kind, BlockKind::Paragraph(_)));
            for (index, block) in paragraphs.enumerate() {
                block.id = Some(format!("p-{}", index + 1).as_str().into());
            }
        }
        Body::EasyRead(easy) => {
            for (index, section) in easy.sections.iter_mut().enumerate() {
                if let Some(heading) = section.heading.as_mut().filter(|heading| heading.id.is_none()) {
                    heading.id = Some(ids.unique(format!("section-{}", index + 1)));
                }
            }
        }
        Body::Resolution(resolution) => {
            ids.headings(&mut resolution.before);
            ids.headings(&mut resolution.after);
        }
    }
}

struct Ids<'a> {
    used: HashSet<Name, FixedState>,
    source: &'a Source,
}

impl Ids<'_> {
    fn headings(&mut self, blocks: &mut [Block]) {
        for block in blocks.iter_mut().filter(|block| block.id.is_none()) {
            if let BlockKind::Heading { content, .. } = &block.kind {
                let wanted = slug(&plain(self.source, content));
                block.id = Some(self.unique(wanted));
            }
        }
    }

    fn unique(&mut self, wanted: String) -> Name {
        let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        let mut id = Name::from(wanted.as_str());
        let mut count = 1;
        while RESERVED.contains(&&*id) || !self.used.insert(id.clone()) {
            count += 1;
            id = format!("{wanted}-{count}").as_str().into();
        }
        id
    }
}

/// Words as an id: Chinese characters as toneless pinyin, Latin letters and digits as they are, the rest as `-`.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    let mut separate = false;
    for c in words.chars() {
        let syllable = c.to_pinyin().map(|pinyin| pinyin.plain());
        if syllable.is_none() && !c.is_ascii_alphanumeric() {
            separate = true;
            continue;
        }
        if (separate || syllable.is_some()) && !slug.is_empty() {
            slug.push('-');
        }
        match syllable {
            Some(syllable) => slug.extend(syllable.chars().map(|c| if c == 'ü' { 'v' } else { c })),
            None => slug.push(c.to_ascii_lowercase()),
        }
        separate = syllable.is_some();
        if slug.len() >= LONGEST {
            break;
        }
    }
    slug
}
