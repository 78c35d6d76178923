//! `curbcut check`

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use super::findings::{self, Report};
use super::output::{notice, say_as_is};
use super::paths::SitePaths;
use super::{CLEAN, Root, TodayOption, UNFINISHED, Usage};
use crate::check::{self, fix};
use crate::count::counted;
use crate::files::{Folder, replace};
use crate::finding::{self, Finding};
use crate::library::{Drafts, Library};
use crate::report::{self, Base, FindingSet, Reached};
use crate::site;

/// Check the texts: what is hard to read or hard to use, at the line where it stands.
///
/// When nothing is wrong with the texts, their pages are made in memory and audited as in a build: what “check” passes,
/// “build” publishes.
///
/// Official texts are checked for structure only; they are never reworded. Ends with one line a document that says
/// how much of it the easy-read version explains.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n    curbcut check\n    curbcut check content/a-hrc-res-52-8\n    \
                             curbcut check --deny warning --format github\n\n\
                             “curbcut explain RULE” says what a rule wants and why.")]
pub struct Options {
    /// Files or folders to report on; everything is read all the same.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    report: Report,
    /// Check texts marked as drafts too.
    #[arg(long)]
    drafts: bool,
    /// Mend what can safely be mended outside of official texts: in easy-read texts full-width punctuation, dashes, ellipses, digits; in all
    /// others what other tools write differently (“curbcut explain markdown/other-tools”).
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    today: TodayOption,
    /// List, too, what stands in baseline.yaml and is to be mended later; formats for programs always do.
    #[arg(long)]
    known: bool,
    /// With --fix: show what would change, and change nothing.
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = &options.root.root;
    let paths = SitePaths::of(&options.root, &options.paths)?;
    // What “check” passes, “build” publishes.
    super::build::modified()?;
    let today = options.today.day();
    let drafts = if options.drafts { Drafts::Include } else { Drafts::Skip };
    let (mut library, mut found) = site::read_on(today, root, drafts)?;
    let mut mended = CLEAN;
    if options.fix
        && let Some(texts) = &library
    {
        mended = mend(texts, options, &paths)?;
        // What stood under front matter that could not be read is seen now.
        if !options.dry_run {
            (library, found) = site::read_on(today, root, drafts)?;
            if let Some(texts) = library.as_ref().filter(|_| mended == CLEAN) {
                mended = mend(texts, options, &paths)?;
                (library, found) = site::read_on(today, root, drafts)?;
            }
        }
    }
    let (mut found, reached) = match &library {
        Some(library) => {
            let looked = site::survey(root, library, found)?;
            let reached = if looked.ledger.looked().pages { Reached::Pages } else { Reached::Texts };
            (looked.findings, reached)
        }
        None => (finding::settle(found), Reached::Settings),
    };
    // Without settings nothing was read, wherever it is.
    if let Some(library) = &library {
        let is_known = |text: &str| {
            library.text(text).is_some() || found.iter().any(|finding| finding.place.path() == text)
        };
        if let Some(path) = paths.unknown(is_known) {
            return Err(
                Usage(format!("{}: there are only drafts; add --drafts to check them", path.typed)).into()
            );
        }
        found.retain(|finding| paths.hold(finding.place.path()));
    }
    let known = if options.known || options.report.is_for_programs() {
        Vec::new()
    } else {
        let may_stand = |finding: &mut Finding| finding.debt().is_some_and(|debt| !debt.overdue);
        found.extract_if(.., may_stand).collect()
    };
    let code =
        options.report.print(&[FindingSet { base: Base::of(root), findings: found, reached }]).max(mended);
    if !known.is_empty() {
        notice!("{}", findings::may_stand(&known));
    }
    if let (Some(library), true) = (&library, options.report.is_text()) {
        findings::tell_coverage(library);
    }
    if let (Some(library), true) = (&library, options.report.is_html()) {
        say_as_is!(
            "{}",
            report::measures::html(
                &check::measures(library),
                &library.config.language,
                &library.language_data
            )
        );
    }
    Ok(code)
}

/// Mends texts, or shows what would change. Official texts are never touched.
fn mend(library: &Library, options: &Options, paths: &SitePaths) -> Result<u8> {
    let root = &options.root.root;
    let site = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
    let mut code = CLEAN;
    // What the program made of a file cannot be written back into it.
    for text in library.documents().filter(|text| !text.source.is_derived()) {
        let path = text.source.path();
        let changes = fix::all(library, text);
        if changes.is_empty() || !paths.hold(path) {
            continue;
        }
        if options.dry_run {
            say_as_is!("{}", fix::diff(text, &changes));
            continue;
        }
        match replace::change(&site, path, text.source.text(), fix::apply(text, &changes)) {
            Ok(()) => notice!("{path}: {} mended", counted(changes.len(), "place")),
            // One text that cannot be written does not keep the others from being mended.
            Err(error) => {
                notice!("error: {path}: {error}");
                code = UNFINISHED;
            }
        }
    }
    Ok(code)
}
