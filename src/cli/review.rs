//! `curbcut review`

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use jiff::civil::Date;

use super::output::say;
use super::paths::SitePaths;
use super::{CLEAN, Root, Usage, day, findings, number, words};
use crate::library::{Drafts, Library, Work};
use crate::records::{Consent, People, Role};
use crate::review;
use crate::seal::{self, Seal};
use crate::site;

/// Record who read an easy-read version and when, with the digests of what they read.
///
/// The record goes into review.yaml beside the text. Only readers with intellectual disabilities can make a version
/// “tested”, at least two different people, and only until the text, a picture or a covered official paragraph changes.
///
/// Each session is a record. Readers of the same words and pictures count together, nobody twice: who is named in two
/// records is one person, and where a record does not name its readers, --people says whether they are others than in
/// the records before. In a session where only some want to be named, these are one record and the others another.
///
/// A record that is impossible is refused: of a day that has not come, or before the text existed (its “date:” or that
/// of the official text, whichever is later). So is one that could mean two things. The message says what to write.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n\n\
    A reading circle of three:\n    \
    curbcut review content/a-hrc-res-52-8/easy-read.md --role reader --readers 3 \\\n        \
    --consent group --group 'Sunshine Readers' --date 2026-11-23\n\n\
    Two readers on two days, named by their initials:\n    \
    curbcut review content/a-hrc-res-52-8/easy-read.md --role reader --readers 1 --consent names --name W.M.\n    \
    curbcut review content/a-hrc-res-52-8/easy-read.md --role reader --readers 1 --consent names --name L.H.\n\n\
    One more reader, who does not want to be named, and who has not read it before:\n    \
    curbcut review content/a-hrc-res-52-8/easy-read.md --role reader --readers 1 --consent none --people new\n\n\
    An editor who compared it with the official text again:\n    \
    curbcut review content/a-hrc-res-52-8/easy-read.md --role editor --readers 1 --consent none")]
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
    #[arg(long, value_name = "N", value_parser = |value: &str| number(value, u32::MAX))]
    readers: u32,
    /// What they agreed to have printed.
    #[arg(long, value_enum)]
    consent: Consent,
    /// Their names or initials, each with its own “--name”.
    #[arg(long = "name", value_name = "NAME", value_parser = words)]
    names: Vec<String>,
    /// The name of their group.
    #[arg(long, value_name = "NAME", value_parser = words)]
    group: Option<String>,
    /// Whether they are in the records before; needed where names do not show it.
    #[arg(long, value_enum)]
    people: Option<People>,
    /// The day they read it; today unless given.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<Date>,
    /// What they said, or what was decided with them.
    #[arg(long, value_name = "WORDS", value_parser = words)]
    remarks: Option<String>,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = std::path::absolute(&options.root.root)?;
    let paths = SitePaths::of(&options.root, std::slice::from_ref(&options.text))?;
    let (library, found) = site::read(&root, Drafts::Include)?;
    let Some(mut library) = library else { return Ok(findings::without_site(&found)) };
    let work = work(&library, &paths, options)?;
    let official = work.official.source.path();
    if matches!(
        seal::state(&library, &work.official),
        Seal::Broken | Seal::OtherPictures | Seal::WithoutWords
    ) {
        let why = format!(
            "{official} is not the text that was sealed, so nobody knows what the version explains; “curbcut check” says what \
             changed"
        );
        return Err(review::Refusal(why).into());
    }
    let today = jiff::Zoned::now().date();
    let reading = review::Reading {
        date: options.date.unwrap_or(today),
        role: options.role,
        readers: options.readers,
        consent: options.consent,
        group: options.group.clone(),
        names: options.names.clone(),
        people: options.people,
        remarks: options.remarks.clone(),
    };
    let (slug, lang) = (work.slug.clone(), work.lang.clone());
    let version = review::Version { slug: &slug, lang: &lang };
    let file = review::append(&root, &mut library, version, reading, today)?;
    say!("{}", file.display());
    Ok(CLEAN)
}

/// The work whose easy-read version is named.
fn work<'a>(library: &'a Library, paths: &SitePaths, options: &Options) -> Result<&'a Work> {
    let typed = options.text.display();
    let easy = |work: &'a Work| Some(work.easy_read.as_ref()?.source.path());
    if let Some(work) = library.works.iter().find(|work| easy(work).is_some_and(|easy| paths.are(easy))) {
        return Ok(work);
    }
    let mut beside = library.works.iter().filter(|work| {
        paths.hold(work.official.source.path()) || easy(work).is_some_and(|easy| paths.hold(easy))
    });
    let why = match beside.find_map(easy) {
        Some(easy) => format!("{typed} is not the easy-read version; name the file itself, such as {easy}"),
        None => format!("{typed} is no easy-read version with its official text beside it"),
    };
    Err(Usage(why).into())
}
