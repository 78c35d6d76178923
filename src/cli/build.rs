//! `curbcut build`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::output::{self, notice, say};
use super::{CLEAN, FINDINGS, Root, TodayOption, Usage, findings};
use crate::count::counted;
use crate::finding::Finding;
use crate::formats::{self, Modified, Selection, format_of};
use crate::library::Drafts;
use crate::published;
use crate::render::SourceMap;
use crate::report::{self, Base, FindingSet};
use crate::site::{self, Build};
use crate::write;

/// Build the site: check every text, make every page, book and plain text, audit them, and put all in place or nothing.
///
/// Each version of a document becomes an EPUB, a plain text and, where book.toml asks for it, a Word file; each language’s documents
/// together become one more EPUB. A book says it was changed at the newest date in its texts, or at SOURCE_DATE_EPOCH; one without any
/// date says 1980-01-01.
///
/// If an error is found, the site that is already there stays as it is. Files in the output folder that no build
/// made are never touched.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut build                       into public/, to open from the disk\n    \
                             curbcut build --out /srv/www/site   into the folder of a web server\n    \
                             curbcut build --drafts              with the texts marked “draft: true”\n    \
                             curbcut build --only epub           the books alone; the pages stay as they are\n    \
                             curbcut build --only site,text      the pages, which offer the plain texts, and these\n    \
                             curbcut build --format json         what was made and found, for a program\n    \
                             curbcut build --heard heard         the site, and what is heard of each page"
)]
pub struct Options {
    #[command(flatten)]
    root: Root,
    /// The folder for the site; “public” beside book.toml unless given.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write for each page a text of what a screen reader would say of it into this folder, to be reviewed when the site changes:
    /// it is calculated from the markup, and no recording.
    #[arg(long, value_name = "DIR")]
    heard: Option<PathBuf>,
    /// Publish texts marked as drafts too.
    #[arg(long)]
    drafts: bool,
    /// The address the site will have, in place of the one in book.toml.
    #[arg(long, value_name = "URL", value_parser = crate::config::address::base)]
    base_url: Option<String>,
    /// Write on every block which line of which file it comes from; for tools, not for publishing.
    #[arg(long)]
    source_map: bool,
    #[command(flatten)]
    today: TodayOption,
    /// What was made, for people or for programs.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Once the site is in place, add its pages and their places to published.json: what stands there may not vanish without a word.
    #[arg(long)]
    record: bool,
    /// Make only files of these formats. What is not made stays in the folder as the last build left it; pages offer the
    /// files that are made with them.
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = PossibleValuesParser::new(names()))]
    only: Vec<String>,
}

/// For whom the result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines that say what was made; findings stand among the messages.
    Text,
    /// An object with what was made and a list “findings”.
    Json,
}

/// What was made, for programs.
#[derive(Serialize)]
struct Made<'a> {
    /// The folder of the site.
    out: &'a Path,
    /// Whether the site was put in place; if not, what was there before is as it was.
    published: bool,
    /// How many files of each format were made.
    made: &'a BTreeMap<&'static str, usize>,
    /// What changed in the folder.
    files: Option<Changed<'a>>,
    /// What changed in the folder of what is heard.
    heard: Option<Changed<'a>>,
}

/// What changed in a folder.
#[derive(Serialize)]
struct Changed<'a> {
    written: usize,
    unchanged: usize,
    removed: usize,
    /// Of all files, in bytes.
    bytes: u64,
    notes: &'a [String],
}

impl<'a> From<&'a write::Report> for Changed<'a> {
    fn from(report: &'a write::Report) -> Self {
        let write::Report { written, unchanged, removed, bytes, notes } = report;
        Self { written: *written, unchanged: *unchanged, removed: *removed, bytes: *bytes, notes }
    }
}

/// The formats, as help lists them.
fn names() -> impl Iterator<Item = PossibleValue> {
    formats::all().map(|format| PossibleValue::new(format.name()).help(format.makes()))
}

/// When books say they were changed: at `SOURCE_DATE_EPOCH`, or at the newest date in their texts.
///
/// # Errors
/// Wrong usage, where that is no time.
pub fn modified() -> Result<Modified> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(Modified::FromContent) };
    let time = value.to_str().and_then(|value| value.trim().parse().ok());
    let time = time.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    // The package document has four digits for the year.
    match time.filter(|time| (0..=253_402_300_799).contains(&time.as_second())) {
        Some(time) => Ok(Modified::At(time)),
        None => Err(Usage(format!(
            "SOURCE_DATE_EPOCH is {value:?}; it must be a number of seconds since 1970, such as 1700000000"
        ))
        .into()),
    }
}

pub fn run(options: &Options) -> Result<u8> {
    let root = options.root.folder()?.to_owned();
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    let formats = Selection::only(&options.only);
    let root_of_record = root.clone();
    if options.heard.is_some() && !formats.has(formats::PAGES) {
        return Err(
            Usage("“--heard” writes what is heard of pages; add “site” to “--only”".to_owned()).into()
        );
    }
    if options.record && (options.drafts || !formats.has(formats::PAGES)) {
        let why = if options.drafts { "drafts are not published" } else { "no pages are made" };
        return Err(Usage(format!("“--record” writes down what is published, and {why}")).into());
    }
    // Before anything is read: what is found in the texts does not matter to whoever mistook the folder.
    write::judge(&out, &root)?;
    let built = site::build(&Build {
        out: out.clone(),
        heard: options.heard.clone(),
        root,
        drafts: if options.drafts { Drafts::Include } else { Drafts::Skip },
        base_url: options.base_url.clone(),
        source_map: if options.source_map { SourceMap::On } else { SourceMap::Off },
        formats: formats.clone(),
        modified: modified()?,
        today: options.today.day(),
    })?;
    if let (true, Some(library), Some(_)) = (options.record, &built.library, &built.report) {
        let pages = published::record(&root_of_record, library)?;
        notice!("{} are recorded in {}.", counted(pages, "page"), published::FILE);
    }
    let judged_on = built.library.as_ref().filter(|library| library.depends_on_today());
    let judged_on = judged_on.map(|library| library.today.date());
    if let Some(library) = &built.library {
        let is_old = |file: &String| built.report.is_none() || !formats.has(format_of(file, library));
        let old = write::made(&out).into_iter().filter(is_old).collect();
        let left = site::left_over(&out, old, library);
        if !left.is_empty() {
            notice!(
                "warning: {} still shows entries whose consent has ended, in {}: {}. Build all formats without errors, or delete these now.",
                out.display(),
                counted(left.len(), "file"),
                left.join(", ")
            );
        }
    }
    // The process ends here: taking a large library apart piece by piece is a hundredth of a build, and for nothing.
    std::mem::forget(built.library);
    if options.format == Format::Json {
        let made = Made {
            out: &out,
            published: built.report.is_some(),
            made: &built.made,
            files: built.report.as_ref().map(Changed::from),
            heard: built.heard.as_ref().map(Changed::from),
        };
        let sets = [FindingSet {
            base: Base::of(&options.root.root),
            findings: built.findings,
            ..FindingSet::default()
        }];
        output::result(|mut out| report::write_json(made, &sets, &mut out));
        return Ok(if built.report.is_some() { CLEAN } else { FINDINGS });
    }
    findings::print_messages(&built.findings);
    let may_stand = |finding: &&Finding| finding.debt().is_some_and(|debt| !debt.overdue);
    let known: Vec<Finding> = built.findings.iter().filter(may_stand).cloned().collect();
    if !known.is_empty() {
        notice!("{}", findings::may_stand(&known));
    }
    match built.report {
        Some(report) => {
            say!(
                "Built {} into {}: {} written, {} unchanged, {} removed.",
                counts(&built.made),
                out.display(),
                counted(report.written, "file"),
                report.unchanged,
                report.removed
            );
            if let (Some(heard), Some(folder)) = (&built.heard, &options.heard) {
                say!(
                    "What is heard of them is in {}: {} written, {} unchanged, {} removed.",
                    folder.display(),
                    counted(heard.written, "text"),
                    heard.unchanged,
                    heard.removed
                );
                heard.notes.iter().for_each(|note| say!("{note}."));
            }
            report.notes.iter().for_each(|note| say!("{note}."));
            if let Some(day) = judged_on {
                say!("Deadlines and consents are judged on {day}.");
            }
            say!("Open {} in a browser.", out.join("index.html").display());
            Ok(CLEAN)
        }
        None => {
            notice!("Nothing was published; what was published before is as it was.");
            Ok(FINDINGS)
        }
    }
}

/// How many files of each format there are: `6 pages and 3 books`.
fn counts(made: &BTreeMap<&str, usize>) -> String {
    let count = |name: &str| made.get(name).copied().unwrap_or_default();
    let named = formats::all().filter(|format| format.is_usual() || count(format.name()) > 0);
    let mut counts: Vec<_> = named.map(|format| counted(count(format.name()), format.file())).collect();
    let last = counts.pop().unwrap_or_default();
    if counts.is_empty() { last } else { format!("{} and {last}", counts.join(", ")) }
}
