//! From a source document to the Markdown of an official text.
//!
//! In: the bytes of one file. Out: Markdown with front matter, an account of where every character went, and
//! findings. A source gives paragraphs, the recogniser makes a document of them, and the document is written: a resolution
//! of a United Nations body is recognised by its number and title and its numbered paragraphs; a law or regulation by its
//! articles; any other text becomes a plain document. Sources are plain text, .docx, .odt and HTML; refused is what is empty or of another kind.
//!
//! Nothing is lost and nothing is corrected: lines are joined into paragraphs, page furniture is left out and
//! listed, and every other character that is not blank stands in the Markdown as it stood in the source.

pub mod again;
mod forms;
mod front_matter;
mod language;
mod ledger;
mod markdown;
mod markdown_file;
mod new_files;
pub mod passage;
pub mod pdf;
mod read;
mod recognise;
mod rules;
mod script;
mod sealing;
mod skeleton;
mod slug;
pub mod source;
mod sources;
mod unsure;

use std::collections::HashSet;
use std::sync::Arc;

use markdown::{Manner, Written as WrittenBody};
use recognise::body::{Body, ParagraphKind};
use recognise::{Recognised, Setting};
use script::Script;
use source::SourceFile;
use sources::styled::Styled;
use sources::text::{self, Text};

use crate::document::{Document, PartName};
use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::languages::{ActPatterns, Languages, ResolutionPatterns};
use crate::source::{Source, Span};

pub use language::Certainty;
pub use ledger::{Destination, Dropped, Ledger, LedgerEntry};
pub use new_files::{NotWritten, Overwrite, Written, may_write, names, write_new};
pub use read::{NotRead, read};
pub use recognise::ENOUGH;
pub use sources::Refused;
pub use sources::styled::pictures::PictureFile;
pub use sources::text::Foreign;
pub use unsure::{CHANGE as TRACKED_CHANGE, Unsure};

/// The text of a file that knows its paragraphs, one a line, as its readers see it; none where it is of another kind.
///
/// # Errors
/// When it cannot be read.
pub fn shown_text(path: &str, bytes: &[u8]) -> Option<Result<Arc<Source>, Refused>> {
    sources::open(path, bytes).map(|opened| opened.map(|file| file.text().clone()))
}

/// One file to import.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The file's path, for messages, for the slug of a plain document, and for the pictures that stand beside a page.
    pub path: &'a str,
    /// What the file holds.
    pub bytes: &'a [u8],
    /// Its language; without one, the script distinguishes Chinese from English.
    pub lang: Option<Lang>,
}

/// An imported document.
#[derive(Debug)]
pub struct Imported {
    /// The name of its folder.
    pub slug: String,
    /// Its symbol.
    pub symbol: Option<String>,
    /// Its language.
    pub lang: Lang,
    /// The official text with its front matter.
    pub markdown: String,
    /// An easy-read version with its headings and nothing under them.
    pub easy_read: String,
    /// What was left out.
    pub dropped: Vec<Dropped>,
    /// Suspected slips and contradictions.
    pub findings: Vec<Finding>,
    /// Where every character went.
    pub ledger: Ledger,
    /// The decoded text that the ledger's spans point into.
    pub source: Arc<Source>,
    /// How many parts there are.
    pub counts: Counts,
    /// Its pictures, which are written beside the text.
    pub pictures: Vec<PictureFile>,
    /// What the source counts: lines, or paragraphs.
    pub unit: &'static str,
    /// How its language is known.
    pub certainty: Certainty,
}

/// How many parts a document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Paragraphs of the preamble, without the line that opens it.
    pub preambular: usize,
    /// Numbered paragraphs.
    pub operative: usize,
    /// Labelled paragraphs under them.
    pub sub: usize,
    /// Other paragraphs.
    pub plain: usize,
    /// Notes.
    pub notes: usize,
    /// Articles of an act.
    pub articles: usize,
    /// Their paragraphs, where there are several or they are numbered.
    pub paragraphs: usize,
    /// Their points, and what stands under those.
    pub points: usize,
}

/// Imports one file in a language that is built in.
///
/// # Errors
/// What [`import_in`] says.
pub fn import(input: Input<'_>) -> Result<Imported, Refused> {
    import_in(input, Languages::built_in())
}

/// Imports one file in one of these languages.
///
/// # Errors
/// When it is neither plain text nor a document that can be read.
pub fn import_in(input: Input<'_>, languages: &Arc<Languages>) -> Result<Imported, Refused> {
    if markdown_file::is_named(input.path) {
        let source = Arc::new(Source::new(input.path, text::decode(input.path, input.bytes)?));
        let given = input.lang;
        let known = |said: Option<Lang>| {
            let said = said.map(|lang| language::as_known(&lang, languages));
            known(given.or(said), source.text(), languages)
        };
        return Ok(markdown_file::import(&source, known, languages));
    }
    if let Some(file) = sources::open(input.path, input.bytes) {
        return document(file?, input, languages);
    }
    let source = Source::new(input.path, text::decode(input.path, input.bytes)?);
    Ok(plain_text(source, input.lang, Trust::Whole, languages))
}

/// Imports the words of a PDF, as [`pdf::words`] gives them. What they were on the page is a guess, so the text is never sealed.
pub fn import_words(path: &str, words: String, lang: Option<Lang>, languages: &Arc<Languages>) -> Imported {
    let mut imported = plain_text(Source::new(path, words), lang, Trust::Words, languages);
    let place = Place::File(path.into());
    let message = "These are the words of a PDF, line by line: it does not say what is a heading, a note, a table, a picture or its alternative \
                   text, nor in which order columns are read";
    let help = "Compare all of the text with the pages; better, ask for the file that the PDF was made of. Lines are those of “pdftotext -layout”.";
    imported.findings.insert(0, Finding::new(unsure::RULE, Severity::Warning, place, message).help(help));
    imported
}

/// How far a source says what its words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// As its author wrote it.
    Whole,
    /// It has the words alone.
    Words,
}

fn plain_text(source: Source, lang: Option<Lang>, trust: Trust, languages: &Arc<Languages>) -> Imported {
    let source = Arc::new(source);
    let (lang, certainty) = known(lang, source.text(), languages);
    let patterns = Patterns { unit: LINE, trust, ..Patterns::of(&lang, languages) };
    let file = Text::new(source, patterns.rules, languages.of(&lang), patterns.script);
    Imported { certainty, ..finish(file, &patterns, lang) }
}

/// Imports a file that knows its paragraphs, its language and its pictures.
fn document(file: Styled, input: Input<'_>, languages: &Arc<Languages>) -> Result<Imported, Refused> {
    if file.text().text().trim().is_empty() {
        return Err(Refused::Empty { path: input.path.to_owned() });
    }
    let stated = file.main_language().map(|lang| language::as_known(lang, languages));
    let (lang, certainty) = known(input.lang.or(stated), file.text().text(), languages);
    let (file, mut pictures) = file.in_language(lang.clone());
    let (imported, shown) = finish_with_pictures(file, &Patterns::of(&lang, languages), lang);
    pictures.retain(|picture| shown.contains(&picture.name));
    Ok(Imported { pictures, certainty, ..imported })
}

/// The language of a text, and how it is known.
fn known(stated: Option<Lang>, text: &str, languages: &Languages) -> (Lang, Certainty) {
    stated.map_or_else(|| language::guess(text, languages), |lang| (lang, Certainty::Stated))
}

/// Imports a document in one of these languages from a source that gives its paragraphs.
pub fn import_from(file: impl SourceFile, lang: Lang, languages: &Arc<Languages>) -> Imported {
    finish(file, &Patterns::of(&lang, languages), lang)
}

/// What is known of a language.
struct Patterns<'a> {
    languages: &'a Arc<Languages>,
    rules: &'a ResolutionPatterns,
    acts: &'a ActPatterns,
    script: Script,
    /// Whether the patterns are its own. A language without patterns is read by the layout alone, for which those of any
    /// spaced script serve.
    are_own: bool,
    /// What the source counts.
    unit: &'static str,
    /// How far it says what its words are.
    trust: Trust,
}

/// What messages count in a source.
const LINE: &str = "line";
const PARAGRAPH: &str = "paragraph";

impl<'a> Patterns<'a> {
    fn of(lang: &Lang, languages: &'a Arc<Languages>) -> Self {
        let own = languages.of(lang).patterns();
        let fallback = || languages.fallback().patterns().expect("the patterns of the fallback are built in");
        Self {
            languages,
            rules: own.unwrap_or_else(fallback),
            acts: languages.of(lang).acts(),
            script: Script::of(lang),
            are_own: own.is_some(),
            unit: PARAGRAPH,
            trust: Trust::Whole,
        }
    }
}

/// Recognises a document and writes it.
fn finish(file: impl SourceFile, patterns: &Patterns<'_>, lang: Lang) -> Imported {
    finish_with_pictures(file, patterns, lang).0
}

/// The same, with the names of the pictures in it.
fn finish_with_pictures(
    file: impl SourceFile,
    patterns: &Patterns<'_>,
    lang: Lang,
) -> (Imported, HashSet<String>) {
    let source = file.text().clone();
    let Patterns { rules, acts, script, are_own, .. } = patterns;
    let setting = Setting { rules, acts, script: *script, may_be_resolution: *are_own };
    let (mut imported, pictures) = written(recognise::recognise(file, setting), &source, patterns, lang);
    if !are_own && imported.counts.articles == 0 {
        let place = Place::File(source.path().into());
        let message = format!("There are no patterns of resolutions in the language {}", imported.lang);
        let help = "The text became a plain document; write languages/TAG/resolution.yaml to change that.";
        let finding = Finding::new("import/no-language-rules", Severity::Note, place, message).help(help);
        imported.findings.insert(0, finding);
    }
    (imported, pictures)
}

/// Writes a document that was recognised, and gives the names of its pictures.
fn written(
    recognised: Recognised,
    source: &Arc<Source>,
    patterns: &Patterns<'_>,
    lang: Lang,
) -> (Imported, HashSet<String>) {
    let front = front_matter::of(&recognised, patterns.rules);
    let Recognised { is_resolution, is_act, fields, facts, body, mut ledger, mut findings } = recognised;
    let symbol = if is_resolution { facts.symbol.as_deref() } else { fields.text("symbol") };
    let number = if is_resolution { fields.text("number") } else { None };
    let slug = symbol.or(number).map_or_else(|| slug::of_file(source.path()), slug::slug);
    let language = patterns.languages.of(&lang);
    let table_words = language.table_words();
    let manner = Manner { script: patterns.script, table_words: &table_words };
    let WrittenBody { mut markdown, origins, unsure, pictures } =
        markdown::write(front + "\n", &body, source.text(), manner, &mut ledger);
    findings.extend(unsure.iter().map(|unsure| unsure.finding(source)));
    let origin = |span: Span, document: &Document| {
        origins.of(&markdown, span.start as usize).or_else(|| rules::field(&fields, span, document))
    };
    let result =
        rules::Imported { slug: &slug, markdown: &markdown, origin: &origin, source, pictures: &pictures };
    let (document, found) = result.read(&lang, patterns.languages);
    findings.extend(found);
    let pictures = pictures.into_iter().map(str::to_owned).collect();
    findings.sort_by_key(recognise::place);
    if (symbol.is_some() || is_act) && patterns.trust == Trust::Whole {
        markdown =
            sealing::seal(markdown, (source, patterns.unit), (&lang, patterns.languages), &mut findings);
    }
    fields.enter(&mut ledger);
    ledger.close(source.text());
    let imported = Imported {
        easy_read: skeleton::of(&document),
        dropped: ledger.dropped(source),
        counts: if is_act { Counts::of_act(&document) } else { Counts::of(&body) },
        source: source.clone(),
        slug,
        symbol: document.front.symbol.clone(),
        lang,
        markdown,
        findings,
        ledger,
        pictures: Vec::new(),
        unit: patterns.unit,
        certainty: Certainty::Stated,
    };
    (imported, pictures)
}

impl Counts {
    /// The parts of an act.
    fn of_act(document: &Document) -> Self {
        let mut counts = Self { notes: document.notes.len(), ..Self::default() };
        for part in document.outline() {
            let PartName::Number(id) = part.name else { continue };
            let is_numbered =
                id.letters.first().is_some_and(|name| name.starts_with(|c: char| c.is_ascii_digit()));
            match id.letters.len() {
                0 => counts.articles += 1,
                1 if is_numbered => counts.paragraphs += 1,
                _ => counts.points += 1,
            }
        }
        counts
    }

    fn of(body: &Body) -> Self {
        let mut counts = Self { notes: body.notes.len(), ..Self::default() };
        for paragraph in &body.paragraphs {
            match paragraph.kind {
                ParagraphKind::Opening => {}
                ParagraphKind::Preambular => counts.preambular += 1,
                ParagraphKind::Operative(..) => counts.operative += 1,
                ParagraphKind::SubParagraph => counts.sub += 1,
                ParagraphKind::Heading(_)
                | ParagraphKind::Article
                | ParagraphKind::Numbered(_)
                | ParagraphKind::Labelled
                | ParagraphKind::Plain => counts.plain += 1,
            }
        }
        counts
    }
}
