//! What the rules for official texts say of an imported one.
//!
//! In: the Markdown as it is written, and where its parts came from. Out: a finding at its place in the source for whatever
//! `check` would call an error, and for what shows that the import missed something. These rules are the ones of every
//! official text, so the import knows none of its own.

use std::collections::HashSet;
use std::sync::Arc;

use super::passage::Passage;
use super::recognise::fields::Fields;
use crate::check;
use crate::config::{self, Config};
use crate::content::{CONTENT, Input, Role};
use crate::document::Document;
use crate::finding::{Finding, Place, Severity};
use crate::front_matter::top_level_keys;
use crate::lang::Lang;
use crate::languages::Languages;
use crate::library::{Library, Parts};
use crate::parse;
use crate::source::{Source, Span};

/// Rules that only warn in a text that a person has read, and here say that something may have been missed: an item of a list,
/// or a note.
const MISSED: [&str; 2] = ["markdown/list-numbers", "official/bare-note-number"];

/// What a person writes after the import, such as the summary, is asked for then.
const WRITTEN_LATER: &str = "front-matter/missing-key";

/// What is said of a picture that is not there.
pub const NO_FILE: &str = "picture/missing";

/// An imported text with what it was made of.
pub struct Imported<'a> {
    /// The name of its folder.
    pub slug: &'a str,
    /// The Markdown.
    pub markdown: &'a str,
    /// Where a place of it came from.
    pub origin: &'a dyn Fn(Span, &Document) -> Option<Span>,
    /// What was imported.
    pub source: &'a Arc<Source>,
    /// The names of the pictures that will stand beside the text.
    pub pictures: &'a HashSet<&'a str>,
}

impl Imported<'_> {
    /// The text as a build reads it, and what the rules say.
    pub fn read(&self, lang: &Lang, languages: &Arc<Languages>) -> (Arc<Document>, Vec<Finding>) {
        let path = format!("{CONTENT}/{}/index.md", self.slug);
        let written = Arc::new(Source::new(path, self.markdown));
        let input =
            Input { source: written, role: Role::Official, slug: self.slug.into(), lang: lang.clone() };
        let (document, mut findings) = parse::parse(&input, languages);
        let document = Arc::new(document);
        findings.extend(
            library(&document, languages)
                .map(|library| check::text(&library, &document))
                .into_iter()
                .flatten(),
        );
        findings.retain(|finding| {
            let is_error = finding.severity == Severity::Error && finding.rule != WRITTEN_LATER;
            // The pictures are written with the text.
            let name = |message: &str| Some(message.rsplit_once('/')?.1.split('”').next()?.to_owned());
            let is_there = || name(&finding.message).is_some_and(|name| self.pictures.contains(&*name));
            (is_error || MISSED.contains(&finding.rule)) && !(finding.rule == NO_FILE && is_there())
        });
        let findings = findings.into_iter().map(|finding| self.at_source(finding, &document)).collect();
        (document, findings)
    }

    /// A finding at the place of the source that its words came from.
    fn at_source(&self, finding: Finding, document: &Document) -> Finding {
        let span = match &finding.place {
            Place::Source(_, span) => (self.origin)(*span, document),
            Place::File(_) | Place::Byte(..) | Place::Unquoted(..) => None,
        };
        let place = match span {
            Some(span) => Place::Source(self.source.clone(), span),
            None => Place::File(self.source.path().into()),
        };
        Finding { severity: Severity::Warning, place, ..finding }
    }
}

/// The passage that a place of the front matter came from: the one with the same words under its key, or the first.
pub fn field(fields: &Fields, span: Span, document: &Document) -> Option<Span> {
    let words = document.source.slice(span);
    let keys = top_level_keys(&document.source, check::front::yaml(document));
    let key = keys.iter().rev().find(|key| key.span.start <= span.start)?;
    // The day of adoption is read from the line that says so.
    let names: &[&str] = if key.name == "date" { &["adopted", "closing"] } else { &[&key.name] };
    let passages: Vec<&Passage> = names.iter().flat_map(|name| fields.under(name)).collect();
    let same = passages.iter().find_map(|passage| {
        let at = passage.text().find(words).filter(|_| !words.is_empty())?;
        Some(passage.span(at..at + words.len()))
    });
    same.or_else(|| passages.first().map(|passage| passage.whole()))
}

/// A library of one text.
fn library(document: &Arc<Document>, languages: &Arc<Languages>) -> Option<Library> {
    let book = format!("[book]\ntitle = \"·\"\nlanguage = \"{}\"\n", document.lang);
    let config = Config::read(&Arc::new(Source::new(config::FILE, book))).ok()?;
    let parts = Parts {
        config,
        language_data: languages.clone(),
        documents: vec![(Role::Official, document.clone())],
        pictures: Arc::default(),
        glossaries: Default::default(),
        reviews: Default::default(),
        follow_ups: Default::default(),
        assets: Arc::default(),
        tracks: Default::default(),
        withheld: Default::default(),
        collections: Default::default(),
        baseline: Arc::default(),
        today: Default::default(),
    };
    Some(Library::new(parts, &mut Vec::new()))
}
