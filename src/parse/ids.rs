//! Ids for headings and paragraphs, unique in the document.
//!
//! A heading's id is the one its author gives, else its words in toneless pinyin or plain Latin letters. A document
//! without official numbering gets `p-1`, `p-2` … on its top-level paragraphs. Refuses ids twice and ids that the
//! page itself uses; where a heading's words would make one of those, its id begins with `section-`.

use std::collections::HashSet;

use foldhash::quality::FixedState;
use pinyin::ToPinyin;

use crate::document::{Block, BlockKind, Body, Document, InlineKind, Name, PAGE_BREAK, plain};
use crate::finding::Finding;
use crate::front_matter::Role;
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

/// What more the pages of lists and of easy-read versions use.
const OF_LISTS: [&str; 1] = ["documents"];
const OF_EASY_READ: [&str; 2] = ["words", "about-this"];

/// What the ids begin with that an easy-read version's page gives to explained words.
const WORD: &str = "word-";

/// What the ids of places begin with where a page of the printed document begins.
const PAGE: &str = "page-";

/// The longest id made from a heading, in characters.
const LONGEST: usize = 60;

/// Gives every heading and top-level paragraph of `document` its id.
pub fn assign(document: &mut Document, role: Role, findings: &mut Vec<Finding>) {
    let source = document.source.clone();
    let page = OfPage { role, breaks: page_breaks(document) };
    let mut used: HashSet<Name, FixedState> = HashSet::default();
    // The author's own ids come first, so that no made one takes their place.
    document.each_block(&mut |block| {
        let Some(id) = &block.id else { return };
        let is_reserved =
            page.has(id) || RESERVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix));
        if is_reserved || !used.insert(id.clone()) {
            findings.push(
                Finding::error("markdown/id-taken", &source, block.span, format!("the id “{id}” is taken"))
                    .help("Choose another: ids are unique in a document, and “main”, “op-1” and the like belong to the page."),
            );
        }
    });
    let mut ids = Ids { used, source: &source, page };
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

/// The ids that the page of a text has beside those of its headings.
struct OfPage {
    role: Role,
    /// The printed pages that begin in the text.
    breaks: HashSet<String>,
}

impl OfPage {
    fn has(&self, id: &str) -> bool {
        let of_role: &[&str] = match self.role {
            Role::EasyRead => &OF_EASY_READ,
            Role::Home | Role::Section => &OF_LISTS,
            Role::Official => &[],
        };
        RESERVED.contains(&id)
            || of_role.contains(&id)
            || is_made(id)
            || self.role == Role::EasyRead && id.strip_prefix(WORD).is_some_and(is_number)
            || id.strip_prefix(PAGE).is_some_and(|page| self.breaks.contains(page))
    }
}

/// Whether an id has the form of those that paragraphs, notes and their marks get. It is kept for them in every text, so
/// that a heading does not change its id when the first note is written.
fn is_made(id: &str) -> bool {
    let mut parts = id.split('-');
    let (Some(kind), Some(number)) = (parts.next(), parts.next()) else { return false };
    is_number(number)
        && match kind {
            "pp" | "op" => true,
            "p" | "note" => parts.next().is_none(),
            "mark" => parts.next().is_none_or(is_number) && parts.next().is_none(),
            _ => false,
        }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The pages of the printed document that begin in the text, as they are written.
fn page_breaks(document: &Document) -> HashSet<String> {
    let mut pages = HashSet::new();
    if document.source.text().contains(PAGE_BREAK) {
        document.each_inline(&mut |inline| {
            if let InlineKind::Link { target, .. } = &inline.kind {
                pages.extend(document.text(target).strip_prefix(PAGE_BREAK).map(str::to_owned));
            }
        });
    }
    pages
}

struct Ids<'a> {
    used: HashSet<Name, FixedState>,
    source: &'a Source,
    page: OfPage,
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
        let mut wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        // Counting on would not lead out of the form: “mark-1-2” is made too.
        if is_made(&wanted) || wanted.starts_with(PAGE) && self.page.has(&wanted) {
            wanted.insert_str(0, "section-");
        }
        let mut id = Name::from(wanted.as_str());
        let mut count = 1;
        while self.page.has(&id) || !self.used.insert(id.clone()) {
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
