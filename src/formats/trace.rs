//! From a fault of a finished page back to what an author wrote.
//!
//! In: what the audit found in a page or a book, and in the same made once more with its places in the source. Out: the same
//! findings, each in the source it comes from: in a text, or in the template of the site that writes it. What a built-in template says stays
//! in the page.

use std::sync::Arc;

use crate::address::decode;
use crate::audit::rules;
use crate::check::front;
use crate::document::{BlockKind, Document, InlineKind};
use crate::finding::{Finding, OfPage, Place};
use crate::library::Library;
use crate::render::{Job, Renderer};
use crate::source::{Source, Span, slice};

/// The texts that a page is made of.
pub fn texts<'a>(job: &Job<'a>, library: &'a Library) -> Vec<&'a Document> {
    match *job {
        Job::Official(work) => vec![&work.official],
        Job::EasyRead(_, easy) => vec![easy],
        Job::Section(text)
        | Job::SectionPart(text, _)
        | Job::Part(text, ..)
        | Job::Match(text, _)
        | Job::Moved(text, _) => {
            vec![text]
        }
        Job::Home(lang) | Job::HomePart(lang, _) => {
            library.homes.iter().map(|home| &**home).filter(|home| home.lang == *lang).collect()
        }
        Job::Glossary(_)
        | Job::Pictures(_)
        | Job::FollowUp(_)
        | Job::Statement(_)
        | Job::Rules
        | Job::RuleChapter(_)
        | Job::NotFound(_)
        | Job::Withdrawn(_) => Vec::new(),
    }
}

/// Puts findings where they were written. `placed` are those of the same page with its places; `texts` is what it is made of.
pub fn to_sources(
    mut findings: Vec<Finding>,
    placed: &[Finding],
    renderer: &Renderer<'_>,
    texts: &[&Document],
) -> Vec<Finding> {
    let library = renderer.library;
    let alike = findings.len() == placed.len() && findings.iter().zip(placed).all(|(a, b)| a.rule == b.rule);
    for (at, finding) in findings.iter_mut().enumerate() {
        let made_from = match placed.get(at).filter(|_| alike).and_then(|placed| placed.page.as_deref()) {
            Some(OfPage::MadeFrom(made_from)) => Some(made_from),
            Some(OfPage::WrittenElsewhere(_) | OfPage::WrittenInTemplate(_)) | None => None,
        };
        let words = words(finding);
        let place = made_from
            .and_then(|made_from| place(made_from, &words, library))
            .or_else(|| by_words(&words, library, texts))
            .or_else(|| by_title(finding.rule, texts))
            .or_else(|| by_link(finding, texts));
        let of_template = || match &finding.place {
            Place::Source(page, span) => renderer.templates.place_of(page, *span),
            Place::File(_) | Place::Byte(..) | Place::Unquoted(_) => None,
        };
        if let Some(place) = place {
            if finding.rule == rules::LANGUAGE_OF_PARTS.name && is_plain(&place, library) {
                finding.help = IN_PLAIN_WORDS.into();
            }
            finding.page = Some(Box::new(OfPage::WrittenElsewhere(finding.place.path().to_owned())));
            finding.place = place;
        } else if let Some(place) = of_template() {
            finding.page = Some(Box::new(OfPage::WrittenInTemplate(finding.place.path().to_owned())));
            finding.place = place;
        }
    }
    findings
}

/// What to do about words of another language where no element can stand.
const IN_PLAIN_WORDS: &str = "No mark of a language can stand here: use words of the page's language, or allow the finding with \
                              a reason where they are a name.";

/// Whether a place is in words without marks: a value of the front matter, the settings or a word list.
fn is_plain(place: &Place, library: &Library) -> bool {
    let Place::Source(source, span) = place else { return false };
    library.text(source.path()).is_none_or(|document| front::yaml(document).holds(*span))
}

/// The words that a finding stands at; nothing for one that stands at a tag.
fn words(finding: &Finding) -> String {
    match &finding.place {
        Place::Source(source, span) if finding.rule == rules::LANGUAGE_OF_PARTS.name => {
            source.slice(*span).replace("&amp;", "&")
        }
        _ => String::new(),
    }
}

/// The place that a page names, or that of the words in it.
fn place(made_from: &str, words: &str, library: &Library) -> Option<Place> {
    let (path, bytes) = made_from.rsplit_once(':')?;
    let (start, end) = bytes.split_once('-')?;
    let whole = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    let source = &library.text(path)?.source;
    Some(Place::at(source, within(source, whole, words).unwrap_or(whole)))
}

fn within(source: &Source, whole: Span, words: &str) -> Option<Span> {
    let at = source.slice(whole).find(words).filter(|_| !words.is_empty())?;
    let start = whole.start as usize + at;
    Some(Span::from(start..start + words.len()))
}

/// Where words stand in the front matter or a heading of the page's own texts, else in the front matter of any text, else in
/// the settings or a word list.
fn by_words(words: &str, library: &Library, texts: &[&Document]) -> Option<Place> {
    if words.is_empty() {
        return None;
    }
    let in_front = |document: &&Document| {
        let span = within(&document.source, front::yaml(document), words)?;
        Some(Place::at(&document.source, span))
    };
    // The contents of a page repeat its headings.
    let in_heading = |document: &&Document| {
        let mut found = None;
        document.each_block(&mut |block| {
            if found.is_none() && matches!(block.kind, BlockKind::Heading { .. }) {
                found = within(&document.source, block.span, words);
            }
        });
        Some(Place::at(&document.source, found?))
    };
    let whole = |source: &Arc<Source>| {
        let span = within(source, Span::from(0..source.text().len()), words)?;
        Some(Place::at(source, span))
    };
    // An easy-read version names what it explains by the headings of the official text.
    let in_explained = |text: &&Document| {
        let is_its = |easy: &Arc<Document>| std::ptr::eq(&**easy, *text);
        let work = library.works.iter().find(|work| work.easy_read.as_ref().is_some_and(is_its))?;
        in_heading(&&*work.official)
    };
    let all: Vec<&Document> = library.documents().collect();
    let found = texts.iter().find_map(|text| in_front(text).or_else(|| in_heading(text)));
    let found = found.or_else(|| texts.iter().find_map(in_explained));
    let found = found.or_else(|| all.iter().find_map(in_front));
    // A collection has no texts of its own; it holds all.
    let found = found.or_else(|| all.iter().filter(|_| texts.is_empty()).find_map(in_heading));
    found
        .or_else(|| library.config.check.source.as_ref().and_then(whole))
        .or_else(|| library.glossaries.values().find_map(|glossary| whole(&glossary.source)))
}

/// The title of the text, for what is wrong with the title of its page.
fn by_title(rule: &str, texts: &[&Document]) -> Option<Place> {
    let of_titles = [rules::SAME_TITLE.name, rules::MISSING_TITLE.name];
    let text = texts.first().filter(|_| of_titles.contains(&rule))?;
    Some(Place::at(&text.source, front::value(text, "title")))
}

/// The link of a text that a page has with this end: the name of a file and the part of it.
fn by_link(finding: &Finding, texts: &[&Document]) -> Option<Place> {
    let Place::Source(page, span) = &finding.place else { return None };
    if finding.rule != rules::DEAD_FRAGMENT.name {
        return None;
    }
    let (_, written) = page.slice(*span).split_once("href=\"")?;
    let written = written.split('"').next()?;
    let address = written.replace("&amp;", "&");
    let asked = end_of(&address);
    // Links to one address follow each other in the page as in its texts.
    let before = slice(page.text(), ..span.start as usize).matches(&format!("href=\"{written}\"")).count();
    let mut found = Vec::new();
    for text in texts {
        text.each_inline(&mut |inline| {
            if let InlineKind::Link { target, .. } = &inline.kind
                && end_of(text.text(target)) == asked
            {
                found.push(Place::at(&text.source, inline.span));
            }
        });
    }
    let at = before.min(found.len().checked_sub(1)?);
    Some(found.swap_remove(at))
}

/// What an address ends with: the name of a file or a folder, and the part of it. The page of a folder is the folder.
fn end_of(address: &str) -> (String, String) {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or_default();
    (decode(name).into_owned(), decode(fragment).into_owned())
}
