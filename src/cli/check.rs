//! `curbcut check`

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::findings::{self, Report};
use super::{Root, findings::is_within};
use crate::check;
use crate::finding;
use crate::library::Drafts;
use crate::site;

/// Check the texts: what is hard to read or hard to use, at the line where it stands.
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
}

pub fn run(options: &Options) -> Result<u8> {
    let root = &options.root.root;
    let (library, mut found) = site::read(root, if options.drafts { Drafts::Include } else { Drafts::Skip })?;
    if let Some(library) = &library {
        found.extend(check::check(library));
    }
    let mut found = finding::settle(found);
    found.retain(|finding| is_within(finding.place.path(), root, &options.paths));
    let code = options.report.print(&found)?;
    if let (Some(library), true) = (&library, options.report.is_text()) {
        findings::tell_coverage(library);
    }
    Ok(code)
}
