//! `curbcut init` and `curbcut new`

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::output::say;
use super::{CLEAN, Root, Usage};
use crate::lang::Lang;
use crate::starter;

/// Start a new site that builds, with one document and its easy-read version.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Example:\n    curbcut init my-site\n    cd my-site\n    curbcut build\n    xdg-open public/index.html"
)]
pub struct Init {
    /// The folder of the new site.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// The site's main language.
    #[arg(long, value_name = "TAG", default_value = "zh-Hans")]
    lang: Lang,
}

/// Start a new document: a folder below content/ with an official text and an easy-read version, both drafts.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Example:\n    curbcut new notices/2026-meeting --title \"The residents’ meeting\""
)]
pub struct New {
    /// The folder below content/; it is also the page's address.
    #[arg(value_name = "SLUG")]
    slug: String,
    /// The title.
    #[arg(long)]
    title: Option<String>,
    #[command(flatten)]
    root: Root,
}

pub fn init(options: &Init) -> Result<u8> {
    for file in starter::site(&options.folder, &options.lang).map_err(usage)? {
        say!("{}", file.display());
    }
    say!("Next: cd {} && curbcut build", options.folder.display());
    Ok(CLEAN)
}

pub fn new(options: &New) -> Result<u8> {
    let root = options.root.folder()?;
    for file in starter::document(root, &options.slug, options.title.as_deref()).map_err(usage)? {
        say!("{}", file.display());
    }
    say!("Next: write both texts, then remove “draft: true” from each.");
    Ok(CLEAN)
}

/// What cannot be is wrong usage; all else could not be finished.
fn usage(error: anyhow::Error) -> anyhow::Error {
    match error.downcast() {
        Ok(starter::Refusal(why)) => Usage(why).into(),
        Err(error) => error,
    }
}
