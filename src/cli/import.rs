//! `curbcut import`

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use clap::Args;

use super::output::{notice, say};
use super::{CLEAN, Root, Usage, findings};
use crate::config::Config;
use crate::content::CONTENT;
use crate::count::counted;
use crate::finding::{Finding, Place, Severity};
use crate::import::{self, Imported, Input, Overwrite};
use crate::lang::Lang;
use crate::languages::Languages;
use crate::load;
use crate::source::Position;
use crate::starter;

/// How many names are tried for a document whose own name is taken.
const MOST_NAMES: u32 = 10;

/// Turn source documents in Word, HTML or plain text into official texts below content/.
///
/// Headings, numbers, lists, notes, tables and pictures of a Word document or a web page become those of Markdown. Lines
/// of plain text are joined into paragraphs. The cover goes into the front matter. Nothing is lost and nothing is corrected: what is left
/// out, such as page headers, navigation, deleted and hidden words, is listed; tracked changes and suspected slips are reported. A
/// skeleton for the easy-read version is written beside the text.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Word documents (.docx) are read, up to 64 MB; web pages (HTML, XHTML) with the pictures in their folder, \
                             and plain text in UTF-8, UTF-16 or GB18030, up to 16 MB. Other kinds of file are refused: save \
                             .doc, .odt and RTF as .docx first, PDF as plain text. In a message, line 12 of a .docx file or \
                             a web page is its 12th paragraph. Nothing is fetched from a network. An example:\n    \
                             curbcut import report.docx resolution.txt page.html\n    \
                             curbcut import --lang en --force old/*.txt"
)]
pub struct Options {
    /// The files to import.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    root: Root,
    /// The language of the files, if their script does not show it. In one that is not the site's main
    /// language, the names of the new files say it: “index.en.md”.
    #[arg(long, value_name = "TAG")]
    lang: Option<Lang>,
    /// Replace an official text that is already there.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = options.root.folder()?;
    // A text is imported also where there is no site yet.
    let config = load::config(root).ok();
    let languages = match languages(root)? {
        Ok(languages) => languages,
        Err(found) => return Ok(findings::without_site(&found)),
    };
    let mut code = CLEAN;
    let mut made = HashMap::new();
    for file in &options.files {
        // One file that cannot be read does not keep the others from being imported.
        if let Err(error) = import_one(file, config.as_ref(), &languages, options, &mut made) {
            let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
            notice!("error: {}", chain.join(": "));
            code = code.max(super::code(&error));
        }
    }
    Ok(code)
}

/// The languages of the site, which are built in where there is no site; or what is wrong with their files, as texts would be
/// read in another way than the site means.
fn languages(root: &Path) -> Result<Result<Arc<Languages>, Vec<Finding>>> {
    let Ok(site) = load::site_at(root) else { return Ok(Ok(Languages::built_in().clone())) };
    let mut findings = Vec::new();
    let languages = load::languages(&site, &mut findings)?;
    Ok(if findings.is_empty() { Ok(languages) } else { Err(findings) })
}

/// The language of the site that is written as the text is; without one, what the text was taken for.
fn language(config: &Config, imported: &Imported) -> Lang {
    let letters = || imported.source.text().chars().filter(|c| c.is_alphabetic());
    let is_latin = letters().filter(|&c| c < '\u{250}').count() * 2 >= letters().count();
    let fits = |lang: &Lang| match imported.lang.is_cjk() {
        true => lang.is_cjk(),
        false => !lang.is_cjk() && (lang.script() == "Latn") == is_latin,
    };
    config.all_languages().into_iter().find(fits).unwrap_or_else(|| imported.lang.clone())
}

/// The tag that stands in the names of files in this language; none for the main language of the site.
fn tag(config: Option<&Config>, lang: &Lang) -> Option<String> {
    let config = config?;
    let languages = config.all_languages();
    let exactly = languages.iter().find(|language| *language == lang);
    let same = exactly.or_else(|| languages.iter().find(|language| language.primary() == lang.primary()));
    let lang = same.unwrap_or(lang);
    (*lang != config.language).then(|| lang.to_string())
}

/// Imports one file; `made` holds the official texts that this run has written, with what they were made of.
fn import_one(
    file: &Path,
    config: Option<&Config>,
    languages: &Arc<Languages>,
    options: &Options,
    made: &mut HashMap<String, String>,
) -> Result<()> {
    let shown = file.display().to_string();
    if matches!(file.try_exists(), Ok(false)) {
        return Err(Usage(format!("{shown}: there is no such file")).into());
    }
    let bytes = import::read(file)?;
    let read = |lang| import::import_in(Input { path: &shown, bytes: &bytes, lang }, languages);
    let mut imported = read(options.lang.clone())?;
    if let (None, Some(config), false) = (&options.lang, config, imported.is_language_stated) {
        let lang = language(config, &imported);
        if lang.primary() != imported.lang.primary() {
            imported = read(Some(lang))?;
        }
    }
    let overwrite = if options.force { Overwrite::Force } else { Overwrite::Never };
    let tag = tag(config, &imported.lang);
    let taken = match config {
        Some(config) => free_name(options, &mut imported, tag.as_deref(), config)?,
        None => None,
    };
    let [index, _] = import::names(tag.as_deref());
    let place = format!("{CONTENT}/{}/{index}", imported.slug);
    if let Some(first) = made.get(&place) {
        let why = "has the same symbol or name; it was not imported. Import only the one that is right";
        return Err(Usage(format!("{shown}: {place} was made of {first} just now, and {shown} {why}")).into());
    }
    let written = import::write_new(&options.root.root.join(CONTENT), &imported, tag.as_deref(), overwrite)?;
    made.insert(place, shown.clone());
    say!("{shown} -> {}", written.index.display());
    for other in written.easy_read.iter().chain(&written.pictures) {
        say!("{shown} -> {}", other.display());
    }
    if let Some(why) = taken {
        notice!("{shown}: note: {why}. The folder has another name; rename it as you like.");
    }
    print_notes(&imported);
    Ok(())
}

/// Gives a document whose name its folder cannot have another one, and says why. The name of a document that is there
/// already stays, so that nothing is imported twice.
fn free_name(
    options: &Options,
    imported: &mut Imported,
    tag: Option<&str>,
    config: &Config,
) -> Result<Option<String>> {
    let root = &options.root.root;
    let files = import::names(tag);
    let files = files.each_ref().map(String::as_str);
    let wanted = imported.slug.clone();
    let is_there = |slug: &str| files.iter().any(|file| root.join(CONTENT).join(slug).join(file).exists());
    if is_there(&wanted) {
        return Ok(None);
    }
    let Some((why, _)) = starter::fault_of_name(root, &wanted, &files, config)? else { return Ok(None) };
    for number in 2..MOST_NAMES {
        let slug = format!("{wanted}-{number}");
        if is_there(&slug) || starter::fault_of_name(root, &slug, &files, config)?.is_none() {
            imported.slug = slug;
            return Ok(Some(why));
        }
    }
    Err(Usage(format!("{why}; rename the file to import it under another name")).into())
}

/// How many findings of one kind are printed: one bad file has hundreds of them.
const MOST_ALIKE: usize = 5;

/// What findings that are alike have in common: the rule and the message, without what it quotes and counts.
fn kind(finding: &Finding) -> String {
    // Each missing part is another one, and each change is decided by itself.
    if finding.severity == Severity::Note || finding.rule == import::TRACKED_CHANGE {
        return finding.message.clone();
    }
    let mut is_quoted = false;
    let mut kind = finding.rule.to_owned();
    for c in finding.message.chars() {
        match c {
            '“' => is_quoted = true,
            '”' => is_quoted = false,
            c if is_quoted || c.is_numeric() => {}
            c => kind.push(c),
        }
    }
    kind
}

/// What was found, what was left out, what looks like a slip.
fn print_notes(imported: &Imported) {
    let counts = imported.counts;
    if counts.operative > 0 {
        say!(
            "    {} preambular and {}, {}, {}",
            counts.preambular,
            counted(counts.operative, "operative paragraph"),
            counted(counts.sub, "sub-paragraph"),
            counted(counts.notes, "note")
        );
    } else {
        say!("    {}, {}", counted(counts.plain, "paragraph"), counted(counts.notes, "note"));
    }
    for dropped in &imported.dropped {
        say!("    left out, {} {}: {} ({})", imported.unit, dropped.line, dropped.text, dropped.reason);
    }
    let mut places = Places { text: imported.source.text(), at: 0, position: START };
    let mut alike: HashMap<String, usize> = HashMap::new();
    for finding in &imported.findings {
        *alike.entry(kind(finding)).or_default() += 1;
    }
    let mut shown: HashMap<String, usize> = HashMap::new();
    for finding in &imported.findings {
        let kind = kind(finding);
        let count = shown.entry(kind.clone()).or_default();
        *count += 1;
        if *count > MOST_ALIKE {
            continue;
        }
        let more = alike.get(&kind).map_or(0, |all| all.saturating_sub(MOST_ALIKE));
        let more = if *count == MOST_ALIKE && more > 0 {
            format!(" And {more} more like it below.")
        } else {
            String::new()
        };
        let at = places.position(finding);
        notice!(
            "{}:{}:{}: {}: {}. {}{more}",
            finding.place.path(),
            at.line,
            at.column,
            finding.severity.word(),
            finding.message,
            finding.help
        );
    }
}

/// The first place of a text.
const START: Position = Position { line: 1, column: 1 };

/// The places of findings that come in order: a text may be one long line, which is counted once for all of them.
struct Places<'a> {
    text: &'a str,
    at: usize,
    position: Position,
}

impl Places<'_> {
    fn position(&mut self, finding: &Finding) -> Position {
        let Place::Source(_, span) = &finding.place else { return finding.place.position() };
        let place = span.start as usize;
        if place < self.at {
            (self.at, self.position) = (0, START);
        }
        for c in self.text.get(self.at..place).unwrap_or_default().chars() {
            match c {
                '\n' => self.position = Position { line: self.position.line + 1, column: 1 },
                _ => self.position.column += 1,
            }
        }
        self.at = place;
        self.position
    }
}
