//! `curbcut import`

mod again;
mod notes;
mod place;

use std::collections::HashMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::Args;
use rayon::prelude::*;

use super::output::{notice, say};
use super::{CLEAN, Root, Usage, findings};
use crate::config::Config;
use crate::content::CONTENT;
use crate::count::counted;
use crate::finding::Finding;
use crate::import::{self, Certainty, Imported, Input, Overwrite};
use crate::lang::Lang;
use crate::languages::Languages;
use crate::load;

/// Turn source documents in Word, OpenDocument, HTML, Markdown or plain text into official texts below content/.
///
/// Headings, numbers, lists, notes, tables and pictures of a Word document or a web page become those of Markdown. Lines
/// of plain text are joined into paragraphs. The cover goes into the front matter. Nothing is lost and nothing is corrected:
/// what is left out, such as page headers, navigation, deleted and hidden words, is listed; tracked changes and suspected
/// slips are reported. Each text is a draft until a person has read it. A skeleton for the easy-read version is written beside it.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Word documents (.docx) and OpenDocument texts (.odt) are read, up to 64 MB; web pages (HTML, XHTML) and \
                             Markdown with the pictures in their folder, and plain text in UTF-8, UTF-16 or GB18030, up to 16 MB. Other \
                             kinds of file are refused: save .doc and RTF as .docx first; --text takes the words of a PDF. In a message, \
                             line 12 of a document or a web page is its 12th paragraph. Nothing is fetched from a network. \
                             An example:\n    \
                             curbcut import report.docx resolution.txt page.html\n    \
                             curbcut import --lang en --force old/*.txt"
)]
pub struct Options {
    /// The files to import.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    root: Root,
    /// The language of the files, if they do not show it. In one that is not the site's main language, the names of
    /// the new files say it: “index.en.md”.
    #[arg(long, value_name = "TAG")]
    lang: Option<Lang>,
    /// Replace an official text that is already there.
    #[arg(long)]
    force: bool,
    /// Bring corrected sources in as changes: say what differs, and keep what people wrote since.
    #[arg(long, conflicts_with = "force")]
    again: bool,
    /// Take the words of PDF files, with the program pdftotext: a PDF says no more than them.
    #[arg(long)]
    text: bool,
    /// Say what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// How many files are read before they are written: each takes some memory until then.
const AT_ONCE: usize = 32;

pub fn run(options: &Options) -> Result<u8> {
    let root = options.root.folder()?;
    // A text is imported also where there is no site yet.
    let config = load::config(root).ok();
    let languages = match languages(root)? {
        Ok(languages) => languages,
        Err(found) => return Ok(findings::without_site(&found)),
    };
    let mut run = Run { options, config, languages, made: HashMap::new(), count: 0 };
    let mut code = CLEAN;
    let shows_progress = options.files.len() > AT_ONCE && std::io::stderr().is_terminal();
    for (at, files) in options.files.chunks(AT_ONCE).enumerate() {
        let read: Vec<_> = files.par_iter().map(|file| run.read(file)).collect();
        for (file, imported) in files.iter().zip(read) {
            // One file that cannot be read does not keep the others from being imported.
            if let Err(error) = imported.and_then(|imported| run.write(file, imported)) {
                let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
                notice!("error: {}", chain.join(": "));
                code = code.max(super::code(&error));
            }
        }
        if shows_progress {
            notice!("{} of {} files.", at * AT_ONCE + files.len(), options.files.len());
        }
    }
    run.end();
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

/// One run of the command.
struct Run<'a> {
    options: &'a Options,
    config: Option<Config>,
    languages: Arc<Languages>,
    /// The official texts that it has written, with what they were made of.
    made: HashMap<String, (String, Lang)>,
    /// How many files it has imported.
    count: usize,
}

impl Run<'_> {
    /// Reads one file.
    fn read(&self, file: &Path) -> Result<Imported> {
        let shown = file.display().to_string();
        if matches!(file.try_exists(), Ok(false)) {
            return Err(Usage(format!("{shown}: there is no such file")).into());
        }
        if self.options.text && import::pdf::is_pdf(file) {
            let words = import::pdf::words(file)?;
            return Ok(import::import_words(&shown, words, self.options.lang.clone(), &self.languages));
        }
        let bytes = import::read(file)?;
        let read = |lang| import::import_in(Input { path: &shown, bytes: &bytes, lang }, &self.languages);
        let imported = read(self.options.lang.clone())?;
        if let (Some(config), Certainty::Possible) = (&self.config, imported.certainty) {
            let lang = place::language(config, &imported);
            if lang.primary() != imported.lang.primary() {
                return Ok(Imported { certainty: Certainty::Possible, ..read(Some(lang))? });
            }
        }
        Ok(imported)
    }

    /// Writes what was read of a file, and says so.
    fn write(&mut self, file: &Path, mut imported: Imported) -> Result<()> {
        let shown = file.display().to_string();
        let root = &self.options.root.root;
        let config = self.config.as_ref();
        let tag = place::tag(config, &imported.lang);
        if self.options.again {
            let dry_run = self.options.dry_run;
            let path = again::path(root, &imported, tag.as_deref())
                .with_context(|| format!("{shown}: there is no text of it yet; import it without --again"))?;
            self.is_first(&path, (&shown, &imported.lang))?;
            again::run((root, &shown), &path, &imported, &self.languages, dry_run)?;
            self.made.insert(path, (shown, imported.lang.clone()));
            self.count += 1;
            notes::print(&imported);
            return Ok(());
        }
        let taken = match config {
            Some(config) => place::free_name(root, &mut imported, tag.as_deref(), config)?,
            None => None,
        };
        let [index, easy_read] = import::names(tag.as_deref());
        let place = format!("{CONTENT}/{}/{index}", imported.slug);
        self.is_first(&place, (&shown, &imported.lang))?;
        let overwrite = if self.options.force { Overwrite::Force } else { Overwrite::Never };
        let content = root.join(CONTENT);
        if self.options.dry_run {
            import::may_write(&content, &imported, tag.as_deref(), overwrite)?;
            let folder = content.join(&imported.slug);
            say!("{shown} would be {}", folder.join(&index).display());
            let easy_read = Some(easy_read).filter(|name| !folder.join(name).exists());
            let pictures = imported.pictures.iter().map(|picture| picture.name.clone());
            for name in easy_read.into_iter().chain(pictures).chain([import::again::record_name(&index)]) {
                say!("{shown} would be {}", folder.join(name).display());
            }
        } else {
            let written = import::write_new(&content, &imported, tag.as_deref(), overwrite)?;
            say!("{shown} -> {}", written.index.display());
            for other in written.easy_read.iter().chain(&written.pictures).chain([&written.record]) {
                say!("{shown} -> {}", other.display());
            }
        }
        self.made.insert(place, (shown.clone(), imported.lang.clone()));
        self.count += 1;
        if let Some(why) = taken {
            notice!("{shown}: note: {why}. The folder has another name; rename it as you like.");
        }
        notes::print(&imported);
        Ok(())
    }

    /// Refuses a second source of one text.
    fn is_first(&self, place: &str, (shown, lang): (&str, &Lang)) -> Result<()> {
        let Some((first, known)) = self.made.get(place) else { return Ok(()) };
        let why = if self.config.is_none() && known.primary() != lang.primary() {
            "is the same document in another language; it was not imported. Without book.toml the names of files say no language: \
             write one first, with “curbcut new”, and import both there"
        } else {
            "has the same symbol or name; it was not imported. Import only the one that is right"
        };
        Err(Usage(format!("{shown}: {place} was made of {first} just now, and {shown} {why}")).into())
    }

    /// Says what was done, and what a person has to do.
    fn end(&self) {
        if self.options.again {
            if self.options.dry_run {
                say!("Nothing was written.");
            }
            return;
        }
        let all = self.options.files.len();
        if all > 1 {
            let left = all - self.count;
            let left = if left == 0 {
                String::new()
            } else {
                format!("; {} not, as said above", counted(left, "file"))
            };
            let done = if self.options.dry_run { "can be imported" } else { "imported" };
            say!("{} {done}{left}.", counted(self.count, "file"));
        }
        if self.count > 0 && self.config.is_none() {
            notice!(
                "note: {} holds no book.toml that can be read: the texts belong to no site yet. “curbcut new” makes one.",
                self.options.root.root.display()
            );
        }
        if self.count > 0 && !self.options.dry_run {
            say!(
                "Next: compare each text with its source, write its “summary”, then remove “draft: true” from it. “curbcut serve” shows drafts."
            );
        }
    }
}
