//! `curbcut review`

use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use clap::Args;
use jiff::civil::Date;

use super::output::say;
use super::{CLEAN, Root};
use crate::library::Drafts;
use crate::review::{self, Consent, Role};
use crate::site;

/// Record who read an easy-read version and when, with the digests of what they read.
///
/// The record goes into review.yaml beside the text. Only readers with intellectual disabilities can make a version
/// “tested”, at least two of them, and only until the text, a picture or a covered official paragraph changes.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut review content/a-hrc-res-52-8/easy-read.md \\\n        --role reader --readers 3 --group 阳光读书会 --consent group --date 2026-12-01\n    \
                             curbcut review content/a-hrc-res-52-8/easy-read.md --role editor --readers 1 --consent none"
)]
pub struct Options {
    /// The easy-read version.
    #[arg(value_name = "EASY-READ")]
    text: PathBuf,
    #[command(flatten)]
    root: Root,
    /// As what they read it.
    #[arg(long, value_enum)]
    role: Role,
    /// How many they were.
    #[arg(long, value_name = "N")]
    readers: u32,
    /// What they agreed to have printed.
    #[arg(long, value_enum)]
    consent: Consent,
    /// Their names, each with its own “--name”.
    #[arg(long = "name", value_name = "NAME")]
    names: Vec<String>,
    /// The name of their group.
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// The day they read it; today unless given.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// What they said, or what was decided with them.
    #[arg(long, value_name = "WORDS")]
    remarks: Option<String>,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = std::path::absolute(&options.root.root)?;
    let wanted = std::path::absolute(&options.text)?;
    let (library, _) = site::read(&root, Drafts::Include)?;
    let Some(mut library) = library else {
        bail!("{} is not a site: it has no usable book.toml", root.display())
    };
    let work = library
        .works
        .iter()
        .find(|work| work.easy_read.as_ref().is_some_and(|easy| root.join(easy.source.path()) == wanted));
    let Some(work) = work else {
        bail!(
            "{} is not an easy-read version of this site with its official text beside it",
            options.text.display()
        );
    };
    ensure!(options.readers > 0, "at least one person must have read the text");
    ensure!(
        options.consent != Consent::Group || options.group.is_some(),
        "“--consent group” needs the group's name: add “--group NAME”"
    );
    ensure!(
        options.consent != Consent::Names || !options.names.is_empty(),
        "“--consent names” needs the names: add “--name NAME” for each person"
    );
    // What they did not agree to have printed is not kept either: the file is published with the sources.
    let (group, names) = match options.consent {
        Consent::None => (None, Vec::new()),
        Consent::Group => (options.group.clone(), Vec::new()),
        Consent::Names => (options.group.clone(), options.names.clone()),
    };
    let reading = review::Reading {
        date: options.date.unwrap_or_else(|| jiff::Zoned::now().date()),
        role: options.role,
        readers: options.readers,
        consent: options.consent,
        group,
        names,
        remarks: options.remarks.clone(),
    };
    let (slug, lang) = (work.slug.clone(), work.lang.clone());
    let file = review::append(&root, &mut library, review::Place { slug: &slug, lang: &lang }, reading)?;
    say!("{}", file.display());
    Ok(CLEAN)
}
