//! `curbcut build`

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::{CLEAN, FINDINGS, Root, findings};
use crate::library::Drafts;
use crate::render::SourceMap;
use crate::site::{self, Build};

/// Build the site: check every text, make every page, audit it, and put the whole site in place or nothing.
///
/// If an error is found, the site that is already there stays as it is. Files in the output folder that no build
/// made are never touched.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut build                       into public/, to open from the disk\n    \
                             curbcut build --out /srv/www/site   into the folder of a web server\n    \
                             curbcut build --drafts              with the texts marked “draft: true”"
)]
pub struct Options {
    #[command(flatten)]
    root: Root,
    /// The folder for the site; “public” beside book.toml unless given.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Publish texts marked as drafts too.
    #[arg(long)]
    drafts: bool,
    /// The address the site will have, in place of the one in book.toml.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Write on every block which line of which file it comes from; for tools, not for publishing.
    #[arg(long)]
    source_map: bool,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = options.root.root.clone();
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    let built = site::build(&Build {
        out: out.clone(),
        root,
        drafts: if options.drafts { Drafts::Include } else { Drafts::Skip },
        base_url: options.base_url.clone(),
        source_map: if options.source_map { SourceMap::On } else { SourceMap::Off },
    })?;
    findings::tell(&built.findings)?;
    match built.report {
        Some(report) => {
            println!(
                "Built {} pages into {}: {} files written, {} unchanged, {} removed.",
                built.pages,
                out.display(),
                report.written,
                report.unchanged,
                report.removed
            );
            report.notes.iter().for_each(|note| println!("{note}."));
            println!("Open {} in a browser.", out.join("index.html").display());
            Ok(CLEAN)
        }
        None => {
            eprintln!("Nothing was published; what was published before is as it was.");
            Ok(FINDINGS)
        }
    }
}
