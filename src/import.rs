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
mod script;
mod sealing;
mod slug;
pub mod source;
mod sources;
mod unsure;

use std::fmt::Write;
use std::sync::Arc;

use crate::languages::ResolutionPatterns;
use recognise::body::{Body, Kind};
use recognise::{Recognised, Setting};
use script::{Script, is_han};
use source::SourceFile;
use sources::text::{self, Text};

use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::source::Source;

pub use ledger::{Destination, Dropped, Entry, Ledger};
pub use new_files::{NotWritten, Overwrite, Written, write_new};
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
    /// Its language; without one, Chinese is told from English by its script.
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

/// Imports one file.
pub fn import(input: Input<'_>) -> Result<Imported, Refused> {
    let source = Arc::new(Source::new(input.path, text::decode(input.path, input.bytes)?));
    let lang = input.lang.unwrap_or_else(|| language(source.text()));
    let patterns = Patterns::of(&lang);
    let file = Text::new(source, &patterns.rules, patterns.script);
    Ok(finish(file, &patterns, lang))
}

/// Imports a document in this language from a source that gives its paragraphs.
pub fn import_from(file: impl SourceFile, lang: Lang) -> Imported {
    finish(file, &Patterns::of(&lang), lang)
}

/// What is known of a language.
struct Patterns {
    rules: ResolutionPatterns,
    script: Script,
    /// Whether the rules are its own. A language without rules is read by the layout alone, for which those of any spaced
    /// script serve.
    are_own: bool,
}

impl Patterns {
    fn of(lang: &Lang) -> Self {
        let own = ResolutionPatterns::of(lang);
        let (script, are_own) = (Script::of(lang), own.is_some());
        let rules = own
            .or_else(|| ResolutionPatterns::of(&"en".parse().ok()?))
            .expect("the rules for English are built in");
        Self { rules, script, are_own }
    }
}

/// Recognises a document and writes it.
fn finish(file: impl SourceFile, patterns: &Patterns, lang: Lang) -> Imported {
    let source = file.text().clone();
    let Patterns { rules, script, are_own } = patterns;
    let setting = Setting { rules, script: *script, may_be_resolution: *are_own };
    let mut imported = written(recognise::recognise(file, setting), &source, rules, lang);
    if !are_own {
        let place = Place::File(source.path().into());
        let message = format!("There are no rules for resolutions in the language {}", imported.lang);
        let help =
            "The text became a plain document; add src/languages/<language>/resolution.yaml to change that.";
        let finding = Finding::new("import/no-language-rules", Severity::Note, place, message).help(help);
        imported.findings.insert(0, finding);
    }
    imported
}

/// Chinese where at least one letter in eight is Han, and English otherwise.
fn language(text: &str) -> Lang {
    let han = text.chars().filter(|&c| is_han(c)).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let tag = if han * 8 >= letters.max(1) { "zh" } else { "en" };
    tag.parse().expect("both tags are valid")
}

/// Writes a document that was recognised.
fn written(recognised: Recognised, source: &Arc<Source>, rules: &ResolutionPatterns, lang: Lang) -> Imported {
    let front = front_matter::of(&recognised, rules);
    let Recognised { is_resolution, fields, facts, body, mut ledger, mut findings } = recognised;
    let symbol = if is_resolution { facts.symbol.as_deref() } else { fields.text("symbol") };
    let number = if is_resolution { fields.text("number") } else { None };
    let slug = symbol.or(number).map_or_else(|| slug::of_file(source.path()), slug::slug);
    let mut markdown =
        format!("{front}\n{}", markdown::body(&body, source.text(), Script::of(&lang), &mut ledger));
    if symbol.is_some() {
        markdown = sealing::seal(markdown, source, &lang, &mut findings);
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
        if let Kind::Operative(number, suffix) = paragraph.kind {
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
                Kind::Opening => {}
                Kind::Preambular => counts.preambular += 1,
                Kind::Operative(..) => counts.operative += 1,
                Kind::SubParagraph => counts.sub += 1,
                Kind::Heading(_) | Kind::Numbered(_) | Kind::Labelled | Kind::Plain => counts.plain += 1,
            }
        }
        counts
    }
}
