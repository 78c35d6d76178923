//! Ids for headings and paragraphs, unique in the document.
//!
//! A heading's id is the one its author gives, else its words: Chinese in toneless pinyin, other scripts in their own
//! letters. A document without official numbering gets `p-1`, `p-2` … on its top-level paragraphs. Refuses ids twice and
//! ids that the page itself uses; where a heading's words would make one of those, its id begins with `section-`.

use std::collections::{HashMap, HashSet};

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use pinyin::ToPinyin;

use crate::content::Role;
use crate::document::{Block, BlockKind, Body, Document, InlineKind, Name, PAGE_BREAK, plain};
use crate::finding::Finding;
use crate::kinds::Parts;
use crate::source::{Source, Span, slice};

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
const OF_LISTS: [&str; 5] = ["documents", "entries", "facets", "pages", "sections"];
const OF_EASY_READ: [&str; 2] = ["words", "about-this"];
/// What more those of official texts use, and those of events.
const OF_OFFICIAL: [&str; 3] = ["events-reported", "events-in-series", "events-asked-for"];
const OF_EVENTS: [&str; 4] = ["event", "access", "programme", "recordings"];
/// What the ids begin with that the page of an event gives to its recordings.
const OF_RECORDINGS: [&str; 3] = ["recording", "transcript", "player"];

/// What the ids begin with that an easy-read version's page gives to explained words.
const WORD: &str = "word-";

/// What the ids of places begin with where a page of the printed document begins.
const PAGE: &str = "page-";

/// The longest id made from a heading, in characters.
const LONGEST: usize = 60;

/// Gives every heading and top-level paragraph of `document` its id.
pub fn assign(document: &mut Document, role: Role, findings: &mut Vec<Finding>) {
    if role == Role::Transcript {
        return without_ids(document, findings);
    }
    let source = document.source.clone();
    let takes_place = role == Role::Official && document.front.kind.takes_place();
    let has_articles = role == Role::Official && document.front.kind.parts() == Parts::Articles;
    let page = OfPage { role, takes_place, has_articles, breaks: page_breaks(document) };
    let mut used: HashSet<Name> = HashSet::default();
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
    let mut ids = Ids { used, counts: HashMap::default(), source: &source, page };
    match &mut document.body {
        Body::Flow(blocks) => {
            ids.headings(blocks);
            let mut count = 0;
            each_mut(blocks, &mut |block| {
                if let BlockKind::Paragraph(_) | BlockKind::Figure(_) = block.kind {
                    count += 1;
                    block.id = Some(format!("p-{count}").as_str().into());
                }
            });
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

/// A transcript stands on the page of an event, below a heading of its own: it has no ids, which could be those of the event, and neither
/// headings nor notes.
fn without_ids(document: &mut Document, findings: &mut Vec<Finding>) {
    let source = document.source.clone();
    let mut wrong = |span, message: &str| {
        let help = "Write paragraphs, lists and quotations; who speaks in bold letters at the beginning of a paragraph.";
        findings.push(Finding::error("media/transcript-form", &source, span, message).help(help));
    };
    document.each_block(&mut |block| {
        if matches!(block.kind, BlockKind::Heading { .. }) {
            wrong(block.span, "a transcript has no headings of its own");
        }
    });
    if let Some(note) = document.notes.first().and_then(|note| note.blocks.first()) {
        wrong(note.span, "a transcript has no notes");
    }
    if let Body::Flow(blocks) = &mut document.body {
        if blocks.is_empty() {
            let help =
                "Write what is said, or take the file and “transcript” out: captions make one by themselves.";
            let place = Span::point(source.text().len());
            let message = "nothing is in this transcript";
            findings.push(Finding::error("media/transcript-form", &source, place, message).help(help));
        }
        each_mut(blocks, &mut |block| block.id = None);
    }
}

/// The ids that the page of a text has beside those of its headings.
struct OfPage {
    role: Role,
    /// Whether it is the page of an event.
    takes_place: bool,
    /// Whether it is the page of an act.
    has_articles: bool,
    /// The printed pages that begin in the text.
    breaks: HashSet<String>,
}

impl OfPage {
    fn has(&self, id: &str) -> bool {
        let of_role: &[&str] = match self.role {
            Role::EasyRead => &OF_EASY_READ,
            Role::Home | Role::Section => &OF_LISTS,
            Role::Official => &OF_OFFICIAL,
            Role::Transcript => &[],
        };
        RESERVED.contains(&id)
            || of_role.contains(&id)
            || is_made(id)
            || self.has_articles && is_of_article(id)
            || self.takes_place && (OF_EVENTS.contains(&id) || is_of_recording(id))
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
            "p" | "note" | "description" => parts.next().is_none(),
            "mark" => parts.next().is_none_or(is_number) && parts.next().is_none(),
            _ => false,
        }
}

/// Whether an id has the form of those that recordings get: `recording-1`, `transcript-2`.
fn is_of_recording(id: &str) -> bool {
    let kind = id.split('-').next().unwrap_or_default();
    OF_RECORDINGS.contains(&kind) && id.split('-').nth(1).is_some_and(is_number)
}

/// Whether an id has the form of those that articles get: `art-5`, `art-5a`, `art-5-2-a`.
fn is_of_article(id: &str) -> bool {
    let number = id.strip_prefix("art-").and_then(|rest| rest.split('-').next());
    number.is_some_and(|number| is_number(number.trim_end_matches(|c: char| c.is_ascii_lowercase())))
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

/// Calls `change` for these blocks and those in elements of raw HTML around them.
fn each_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        change(block);
        if let BlockKind::Wrapped(wrapped) = &mut block.kind {
            each_mut(&mut wrapped.blocks, change);
        }
    }
}

struct Ids<'a> {
    used: HashSet<Name>,
    /// How many ids were made of the same words.
    counts: HashMap<String, usize>,
    source: &'a Source,
    page: OfPage,
}

impl Ids<'_> {
    fn headings(&mut self, blocks: &mut [Block]) {
        let source = self.source;
        // The first heading of some words gets them as they are, so that a number that tells two others apart cannot
        // take its id.
        let mut taken = 0;
        let mut again = Vec::new();
        each_mut(blocks, &mut |block| {
            let BlockKind::Heading { content, .. } = &block.kind else { return };
            if block.id.is_some() {
                return;
            }
            let wanted = anchor(&plain(source, content));
            let id = Name::from(wanted.as_str());
            if !wanted.is_empty() && !self.page.has(&id) && self.used.insert(id.clone()) {
                block.id = Some(id);
            } else {
                again.push(wanted);
            }
        });
        each_mut(blocks, &mut |block| {
            if block.id.is_none()
                && let BlockKind::Heading { .. } = block.kind
                && let Some(wanted) = again.get_mut(taken)
            {
                taken += 1;
                block.id = Some(self.unique(std::mem::take(wanted)));
            }
        });
    }

    fn unique(&mut self, wanted: String) -> Name {
        let mut wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        // Counting on would not lead out of the form: “mark-1-2” is made too.
        if is_made(&wanted)
            || self.page.has_articles && is_of_article(&wanted)
            || wanted.starts_with(PAGE) && self.page.has(&wanted)
        {
            wanted.insert_str(0, "section-");
        }
        let mut id = Name::from(wanted.as_str());
        if !self.page.has(&id) && self.used.insert(id.clone()) {
            return id;
        }
        let count = self.counts.entry(wanted.clone()).or_insert(1);
        loop {
            *count += 1;
            id = format!("{wanted}-{count}").as_str().into();
            if !self.page.has(&id) && self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Words as an id: Chinese characters as toneless pinyin, other letters, their marks and digits as they are, the rest
/// as `-`.
fn anchor(words: &str) -> String {
    let is_mark = |c| GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c));
    join(words, |c| c.is_alphanumeric() || !c.is_ascii() && is_mark(c))
}

/// Words as the name of a file: Chinese characters as toneless pinyin, Latin letters and digits as they are, the rest as
/// `-`.
pub fn slug(words: &str) -> String {
    join(words, |c| c.is_ascii_alphanumeric())
}

fn join(words: &str, keeps: impl Fn(char) -> bool) -> String {
    let mut slug = String::new();
    let (mut length, mut separate) = (0, false);
    for c in words.chars() {
        let syllable = c.to_pinyin().map(|pinyin| pinyin.plain());
        if syllable.is_none() && !keeps(c) {
            separate = true;
            continue;
        }
        let before = slug.len();
        if (separate || syllable.is_some()) && !slug.is_empty() {
            slug.push('-');
        }
        match syllable {
            Some(syllable) => slug.extend(syllable.chars().map(|c| if c == 'ü' { 'v' } else { c })),
            None => slug.extend(c.to_lowercase()),
        }
        separate = syllable.is_some();
        length += slice(&slug, before..).chars().count();
        if length >= LONGEST {
            break;
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_the_letters_of_other_scripts() {
        for (words, id) in [
            ("人权 2030 议程", "ren-quan-2030-yi-cheng"),
            ("Résumé général", "résumé-général"),
            ("Права человека", "права-человека"),
            ("خلفية عامة", "خلفية-عامة"),
            ("हिन्दी", "हिन्दी"),
            ("Ελλάδα", "ελλάδα"),
            ("第1部分 A/HRC", "di-1-bu-fen-a-hrc"),
            ("……", ""),
        ] {
            assert_eq!(anchor(words), id);
        }
        assert_eq!(slug("Права 人权"), "ren-quan");
    }
}
