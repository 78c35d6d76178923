//! From a source document to the Markdown of an official text.
//!
//! In: the bytes of one file. Out: Markdown with front matter, an account of where every character went, and
//! findings. A source gives paragraphs, the recogniser makes a document of them, and the document is written: a resolution
//! of a United Nations body is recognised by its number and title and its numbered paragraphs; any other text becomes a
//! plain document. Plain text is the only source; refused is what is empty or of another kind.
//!
//! Nothing is lost and nothing is corrected: lines are joined into paragraphs, page furniture is left out and
//! listed, and every other character that is not blank stands in the Markdown as it stood in the source.

mod forms;
mod front_matter;
mod ledger;
mod markdown;
mod new_files;
pub mod passage;
mod read;
mod recognise;
mod rules;
mod script;
mod sealing;
mod slug;
pub mod source;
mod sources;
mod unsure;

use std::fmt::Write;
use std::sync::Arc;

use recognise::body::{Body, ParagraphKind};
use recognise::{Recognised, Setting};
use script::Script;
use source::SourceFile;
use sources::text::{self, Text};

use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::languages::scripts::is_of;
use crate::languages::{Language, Languages, ResolutionPatterns};
use crate::source::Source;

pub use ledger::{Destination, Dropped, Ledger, LedgerEntry};
pub use new_files::{NotWritten, Overwrite, Written, names, write_new};
pub use read::{NotRead, read};
pub use sources::Refused;
pub use sources::text::Foreign;
pub use unsure::Unsure;

/// One file to import.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The file's path, for messages and for the slug of a plain document.
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
/// When it is no plain text.
pub fn import_in(input: Input<'_>, languages: &Arc<Languages>) -> Result<Imported, Refused> {
    let source = Arc::new(Source::new(input.path, text::decode(input.path, input.bytes)?));
    let lang = input.lang.unwrap_or_else(|| language(source.text(), languages));
    let patterns = Patterns::of(&lang, languages);
    let file = Text::new(source, patterns.rules, languages.of(&lang).data(), patterns.script);
    Ok(finish(file, &patterns, lang))
}

/// Imports a document in one of these languages from a source that gives its paragraphs.
pub fn import_from(file: impl SourceFile, lang: Lang, languages: &Arc<Languages>) -> Imported {
    finish(file, &Patterns::of(&lang, languages), lang)
}

/// What is known of a language.
struct Patterns<'a> {
    languages: &'a Arc<Languages>,
    rules: &'a ResolutionPatterns,
    script: Script,
    /// Whether the patterns are its own. A language without patterns is read by the layout alone, for which those of any
    /// spaced script serve.
    are_own: bool,
}

impl<'a> Patterns<'a> {
    fn of(lang: &Lang, languages: &'a Arc<Languages>) -> Self {
        let own = languages.of(lang).patterns();
        let fallback = || languages.fallback().patterns().expect("the patterns of the fallback are built in");
        Self {
            languages,
            rules: own.unwrap_or_else(fallback),
            script: Script::of(lang),
            are_own: own.is_some(),
        }
    }
}

/// Recognises a document and writes it.
fn finish(file: impl SourceFile, patterns: &Patterns<'_>, lang: Lang) -> Imported {
    let source = file.text().clone();
    let Patterns { rules, script, are_own, .. } = patterns;
    let setting = Setting { rules, script: *script, may_be_resolution: *are_own };
    let mut imported = written(recognise::recognise(file, setting), &source, patterns, lang);
    if !are_own {
        let place = Place::File(source.path().into());
        let message = format!("There are no patterns of resolutions in the language {}", imported.lang);
        let help = "The text became a plain document; write languages/TAG/resolution.yaml to change that.";
        let finding = Finding::new("import/no-language-rules", Severity::Note, place, message).help(help);
        imported.findings.insert(0, finding);
    }
    imported
}

/// The language that a text is likely to be in: of those with patterns of resolutions and another script than the fallback,
/// the one whose script most letters have, if that is one letter in eight; otherwise the fallback. Symbols and names in other
/// texts are Latin too, so the letters of the fallback count less.
fn language(text: &str, languages: &Languages) -> Lang {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let fallback = languages.fallback();
    let known = languages.all().filter(|language| language.patterns().is_some());
    let others = known.filter(|language| language.data().script != fallback.data().script);
    let share = |language: &Arc<Language>| {
        let is_of = is_of(&language.data().script);
        text.chars().filter(|&c| is_of(c)).count()
    };
    let most = others.map(|language| (share(language), language)).max_by_key(|(share, _)| *share);
    most.filter(|(share, _)| share * 8 >= letters.max(1)).map_or(fallback, |(_, language)| language).lang()
}

/// Writes a document that was recognised.
fn written(recognised: Recognised, source: &Arc<Source>, patterns: &Patterns<'_>, lang: Lang) -> Imported {
    let front = front_matter::of(&recognised, patterns.rules);
    let Recognised { is_resolution, fields, facts, body, mut ledger, mut findings } = recognised;
    let symbol = if is_resolution { facts.symbol.as_deref() } else { fields.text("symbol") };
    let number = if is_resolution { fields.text("number") } else { None };
    let slug = symbol.or(number).map_or_else(|| slug::of_file(source.path()), slug::slug);
    let (mut markdown, origins) =
        markdown::write(front + "\n", &body, source.text(), patterns.script, &mut ledger);
    let result = rules::Imported { markdown: &markdown, origins: &origins, fields: &fields, source };
    findings.extend(result.findings(&lang, patterns.languages));
    findings.sort_by_key(recognise::place);
    if symbol.is_some() {
        markdown = sealing::seal(markdown, source, (&lang, patterns.languages), &mut findings);
    }
    fields.enter(&mut ledger);
    ledger.close(source.text());
    Imported {
        easy_read: easy_read(symbol.unwrap_or_default(), &body),
        dropped: ledger.dropped(source),
        counts: Counts::of(&body),
        source: source.clone(),
        slug,
        lang,
        markdown,
        findings,
        ledger,
    }
}

/// A heading for each numbered paragraph, for a person to write under.
fn easy_read(based_on: &str, body: &Body) -> String {
    let mut skeleton = front_matter::easy_read(based_on);
    for paragraph in &body.paragraphs {
        if let ParagraphKind::Operative(number, suffix) = paragraph.kind {
            write!(skeleton, "\n## {{covers=op-{number}{suffix}}}\n").expect("a string takes all text");
        }
    }
    skeleton
}

impl Counts {
    fn of(body: &Body) -> Self {
        let mut counts = Self { notes: body.notes.len(), ..Self::default() };
        for paragraph in &body.paragraphs {
            match paragraph.kind {
                ParagraphKind::Opening => {}
                ParagraphKind::Preambular => counts.preambular += 1,
                ParagraphKind::Operative(..) => counts.operative += 1,
                ParagraphKind::SubParagraph => counts.sub += 1,
                ParagraphKind::Heading(_)
                | ParagraphKind::Numbered(_)
                | ParagraphKind::Labelled
                | ParagraphKind::Plain => counts.plain += 1,
            }
        }
        counts
    }
}
