//! From a source document in plain text to the Markdown of an official text.
//!
//! In: the bytes of one file. Out: Markdown with front matter, an account of where every character went, and
//! findings. A resolution of a United Nations body is recognised by its number and title and its numbered
//! paragraphs; any other text becomes a plain document. Refused is what is empty or no plain text.
//!
//! Nothing is lost and nothing is corrected: lines are joined into paragraphs, page furniture is left out and
//! listed, and every other character that is not blank stands in the Markdown as it stood in the source.

mod body;
mod checks;
mod closing;
mod cover;
mod dates;
mod decode;
mod facts;
mod fields;
mod foreign;
mod front_matter;
mod furniture;
mod inline;
mod layout;
mod ledger;
mod lines;
mod markdown;
mod new_files;
mod notes;
mod passage;
mod read;
mod slug;
mod typos;
mod unsure;

use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use crate::languages::{LONGEST_HEADING, ResolutionPatterns};
use body::{Body, BodyReader, Kind, Part, Setting, Sink};
use checks::Checks;
use cover::{CoverReader, columns, undecorated};
use facts::Facts;
use fields::Fields;
use furniture::{Furniture, Page, Repeats, squeezed};
use layout::Layout;
use lines::{Line, is_han, lines};
use passage::{Passage, Script};
use typos::TypoHunt;
use unsure::Unsure;

use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::numbering::{Number, Suffix};
use crate::seal;
use crate::source::{Source, slice};

pub use foreign::Foreign;
pub use ledger::{Destination, Dropped, Entry, Ledger};
pub use new_files::{NotWritten, Overwrite, Written, write_new};
pub use read::{LARGEST, NotRead, read};

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

/// Why a file was not imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It holds nothing but blanks.
    #[error("{path} is empty")]
    Empty {
        /// The file.
        path: String,
    },
    /// It is a document of another kind.
    #[error("{path} is {kind}, not plain text. {}", kind.help())]
    Foreign {
        /// The file.
        path: String,
        /// What it is.
        kind: Foreign,
    },
    /// It holds a byte that no text holds.
    #[error(
        "{path} is not a text file: byte {byte} is a control character. Save its words as plain text in UTF-8, and \
         import that file."
    )]
    Binary {
        /// The file.
        path: String,
        /// The byte, from 0.
        byte: u64,
    },
    /// It is text in no encoding that is understood.
    #[error("{path}: byte {byte} cannot be read as {tried}; save the file as UTF-8")]
    Undecodable {
        /// The file.
        path: String,
        /// The first byte that cannot be read, from 0.
        byte: u64,
        /// The encodings that were tried.
        tried: &'static str,
    },
}

/// Imports one file.
pub fn import(input: Input<'_>) -> Result<Imported, Refused> {
    let foreign = |kind| Refused::Foreign { path: input.path.to_owned(), kind };
    if let Some(kind) = Foreign::of(input.path, input.bytes) {
        return Err(foreign(kind));
    }
    let text = decode::decode(input.path, input.bytes)?;
    if let Some(kind) = Foreign::of_text(&text) {
        return Err(foreign(kind));
    }
    let source = Arc::new(Source::new(input.path, text));
    let lang = input.lang.unwrap_or_else(|| language(source.text()));
    let own = ResolutionPatterns::of(&lang);
    let is_known = own.is_some();
    // A language without rules is read by the layout alone, for which those of any spaced script serve.
    let rules = own
        .or_else(|| ResolutionPatterns::of(&"en".parse().ok()?))
        .expect("the rules for English are built in");
    let importer = Importer { lines: lines(source.text()), script: Script::of(&lang), source, rules, lang };
    if !is_known {
        let place = Place::File(input.path.into());
        let message = format!("There are no rules for resolutions in the language {}", importer.lang);
        let help =
            "The text became a plain document; add src/languages/<language>/resolution.yaml to change that.";
        let finding = Finding::new("import/no-language-rules", Severity::Note, place, message).help(help);
        let mut imported = importer.document();
        imported.findings.insert(0, finding);
        return Ok(imported);
    }
    Ok(match importer.structure() {
        Some(structure) => importer.resolution(structure),
        None => importer.document(),
    })
}

/// Chinese where at least one letter in eight is Han, and English otherwise.
fn language(text: &str) -> Lang {
    let han = text.chars().filter(|&c| is_han(c)).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let tag = if han * 8 >= letters.max(1) { "zh" } else { "en" };
    tag.parse().expect("both tags are valid")
}

/// How many lines the head of a document can have before its title.
const LONGEST_COVER: usize = 12;

struct Importer {
    source: Arc<Source>,
    lang: Lang,
    rules: ResolutionPatterns,
    script: Script,
    lines: Vec<Line>,
}

/// Where the text of a resolution begins.
struct Structure {
    /// The first line that is not of the cover.
    body: usize,
}

impl Importer {
    fn said(&self, line: &Line) -> &str {
        slice(self.source.text(), line.range.clone())
    }

    /// A number with a title or the body's opening, and a paragraph 1 after it.
    fn structure(&self) -> Option<Structure> {
        let cover = &self.rules.cover;
        let heads = |line: &Line| {
            let said = self.said(line).trim_start_matches('#').trim_matches([' ', '*']);
            said.len() <= LONGEST_HEADING
                && (cover.number_and_title.is_match(said) || cover.numbered_title.is_match(said))
        };
        let opens = |line: &Line| self.rules.opened_by(self.said(line)).is_some();
        let body = match self.lines.iter().position(heads) {
            Some(title) => {
                let opening = self.lines[title..].iter().position(opens).map(|at| at + title);
                opening.unwrap_or(title + 1)
            }
            // A draft has no number yet; its title is the last line before the opening.
            None => self.lines.iter().position(opens).filter(|&at| at > 0)?,
        };
        let is_first = |line: &Line| {
            let number = Number::of(self.said(line));
            number.is_some_and(|number| number.value == 1 && number.suffix == Suffix::None)
        };
        self.lines.get(body..)?.iter().any(is_first).then_some(Structure { body })
    }

    fn setting(&self, body: usize) -> Setting<'_> {
        let text = self.source.text();
        let layout = Layout::of(text, &self.lines[body..], &self.rules.terminal.preamble);
        Setting { text, rules: &self.rules, script: self.script, layout }
    }

    fn resolution(self, structure: Structure) -> Imported {
        let text = self.source.text();
        let (mut fields, mut ledger) = (Fields::default(), Ledger::default());
        let mut furniture = Furniture::printed(text, &self.lines, &self.rules);
        let mut cover = Vec::new();
        for (at, line) in self.lines[..structure.body].iter().enumerate() {
            match furniture.reason(at) {
                Some(reason) => ledger.drop(line.range.clone(), reason),
                None => cover.extend(columns(text, line.range.clone())),
            }
        }
        let opening = self.lines.get(structure.body).map(|line| self.said(line));
        let opened_by = opening.and_then(|opening| self.rules.opened_by(opening));
        let reader = CoverReader { text, rules: &self.rules, script: self.script, body: opened_by };
        let mut repeats = reader.read(&cover, &mut fields, &mut ledger);
        let guessed = if fields.has("title") { None } else { fields.take_last("extra.cover") };
        let mut doubts = Vec::new();
        if let Some(title) = guessed {
            doubts.push(Unsure::new(
                title.whole().range(),
                "the line before the opening was taken for the title",
            ));
            fields.add("title", title);
        }
        repeats.symbol = Facts::of(&fields, opening, &self.rules).symbol;
        repeats.title = fields.text("title").map(squeezed).unwrap_or_default();
        furniture.repeated(Page { text, lines: &self.lines, body: structure.body }, &repeats);
        let start = self.lines.get(structure.body).map_or(text.len(), |line| line.range.start);
        let body = BodyReader::new(self.setting(structure.body), Part::Preamble, start).read(
            &self.lines,
            &furniture,
            structure.body,
            Sink { fields: &mut fields, ledger: &mut ledger },
        );
        closing::tidy_lists(text, &self.rules, &mut fields, &mut ledger);
        let facts = Facts::of(&fields, opening, &self.rules);
        let front = front_matter::resolution(&fields, &facts, &self.rules);
        let checks =
            Checks { source: &self.source, rules: &self.rules, fields: &fields, facts: &facts, body: &body };
        let mut findings = checks.resolution();
        findings.extend(doubts.iter().map(|doubt| doubt.finding(&self.source)));
        let slug = match facts.symbol.as_deref().or(fields.text("number")) {
            Some(name) => slug::slug(name),
            None => slug::of_file(self.source.path()),
        };
        let based_on = facts.symbol.clone().unwrap_or_default();
        self.finish(Read { slug, based_on, front, fields, ledger, body, findings })
    }

    fn document(self) -> Imported {
        let text = self.source.text();
        let (mut fields, mut ledger) = (Fields::default(), Ledger::default());
        let mut furniture = Furniture::printed(text, &self.lines, &self.rules);
        let (mut body, mut cover) = (0, Vec::new());
        while let Some(line) = self.lines.get(body) {
            body += 1;
            if let Some(reason) = furniture.reason(body - 1) {
                ledger.drop(line.range.clone(), reason);
            } else if body <= LONGEST_COVER && self.is_of_cover(line, &cover) {
                cover.extend(columns(text, line.range.clone()));
            } else {
                let title = undecorated(text, line.range.clone(), &mut ledger);
                fields.add("title", Passage::line(text, title));
                break;
            }
        }
        let mut repeats = Repeats::default();
        if !cover.is_empty() {
            let reader = CoverReader { text, rules: &self.rules, script: self.script, body: None };
            repeats = reader.read(&cover, &mut fields, &mut ledger);
        }
        repeats.symbol = fields.text("symbol").map(str::to_owned);
        repeats.title = fields.text("title").map(squeezed).unwrap_or_default();
        furniture.repeated(Page { text, lines: &self.lines, body }, &repeats);
        let start = self.lines.get(body).map_or(text.len(), |line| line.range.start);
        let body = BodyReader::new(self.setting(body), Part::Plain, start).read(
            &self.lines,
            &furniture,
            body,
            Sink { fields: &mut fields, ledger: &mut ledger },
        );
        let facts = Facts::default();
        let checks =
            Checks { source: &self.source, rules: &self.rules, fields: &fields, facts: &facts, body: &body };
        let findings = checks.notes();
        let symbol = fields.text("symbol");
        let slug = symbol.map_or_else(|| slug::of_file(self.source.path()), slug::slug);
        let based_on = symbol.unwrap_or_default().to_owned();
        let front = front_matter::document(&fields);
        self.finish(Read { slug, based_on, front, fields, ledger, body, findings })
    }

    /// Whether a line at the head of a document without known structure is printed there for those who file it: its
    /// symbol, or the lines about its distribution.
    fn is_of_cover(&self, line: &Line, before: &[Range<usize>]) -> bool {
        let text = self.source.text();
        let cover = &self.rules.cover;
        let block = &cover.distribution;
        let is_block = before.iter().any(|line| block.kind.is_match(slice(text, line.clone())));
        line.range.len() <= LONGEST_HEADING
            && columns(text, line.range.clone()).into_iter().any(|column| {
                let said = slice(text, column);
                cover.symbol.is_match(said)
                    || block.kind.is_match(said)
                    || (is_block
                        && [&block.date, &block.language, &block.original]
                            .iter()
                            .any(|known| known.is_match(said)))
            })
    }

    fn finish(&self, read: Read) -> Imported {
        let Read { slug, based_on, front, fields, mut ledger, body, mut findings } = read;
        let hunt = TypoHunt { source: &self.source, rules: &self.rules, script: self.script };
        let notes = body.notes.iter().map(|note| &note.passage);
        let passages = body.paragraphs.iter().map(|paragraph| &paragraph.passage).chain(notes);
        findings.extend(passages.chain(fields.get("title")).flat_map(|passage| hunt.findings(passage)));
        findings.extend(body.unsure.iter().map(|unsure| unsure.finding(&self.source)));
        findings.sort_by_key(place);
        let mut markdown = format!("{front}\n{}", markdown::body(&body, &mut ledger));
        // What has a symbol is a document elsewhere, and must not drift away from it. A seal says that the words are
        // right, so a text that was not understood for certain gets none.
        if !based_on.is_empty() {
            match unsure::not_sealed(&self.source, &findings) {
                Some(why) => findings.push(why),
                None => markdown = seal::seal(markdown, &self.lang),
            }
        }
        fields.enter(&mut ledger);
        ledger.close(self.source.text());
        Imported {
            easy_read: easy_read(&based_on, &body),
            dropped: ledger.dropped(&self.source),
            counts: Counts::of(&body),
            source: self.source.clone(),
            lang: self.lang.clone(),
            slug,
            markdown,
            findings,
            ledger,
        }
    }
}

/// Where a finding stands, without counting lines and columns: a line may be very long.
fn place(finding: &Finding) -> u64 {
    match &finding.place {
        Place::Source(_, span) => u64::from(span.start),
        Place::File(_) => 0,
        Place::Byte(_, byte) => *byte,
    }
}

/// A text that was read, before it is written.
struct Read {
    slug: String,
    based_on: String,
    front: String,
    fields: Fields,
    ledger: Ledger,
    body: Body,
    findings: Vec<Finding>,
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
