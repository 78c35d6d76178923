//! `curbcut compare`

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::output::{self, say_as_is};
use super::{CLEAN, FINDINGS, Usage};
use crate::files;
use crate::limits;
use crate::report::compare::{Difference, Report, read};

/// Compare two reports of “check --format json”: what is new, what is mended, what stands.
///
/// A finding is known by its file, its rule and the words at its place: one whose line moved is not new.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n    curbcut check --format json > after.json\n    \
                             curbcut compare before.json after.json\n    \
                             curbcut compare before.json after.json --format markdown > comment.md\n\n\
                             Exit code 1: a new error. Exit code 2: a file that is no report.")]
pub struct Options {
    /// The report of before.
    #[arg(value_name = "BEFORE")]
    before: PathBuf,
    /// The report of after.
    #[arg(value_name = "AFTER")]
    after: PathBuf,
    /// For people, for a comment of a pull request, or for programs.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// By finding, with what to do.
    Text,
    /// A comment, in which words of the reports call nobody.
    Markdown,
    /// An object with the lists “new”, “mended”, “standing” and “unknown”.
    Json,
}

pub fn run(options: &Options) -> Result<u8> {
    let difference = Difference::of(report(&options.before)?, report(&options.after)?);
    match options.format {
        Format::Text => say_as_is!("{}", difference.text()),
        Format::Markdown => say_as_is!("{}", difference.markdown()),
        Format::Json => output::result(|out| {
            serde_json::to_writer(&mut *out, &difference)?;
            writeln!(out)
        }),
    }
    Ok(if difference.has_new_errors() { FINDINGS } else { CLEAN })
}

fn report(path: &Path) -> Result<Report> {
    /// A report of a hundred thousand findings.
    const LARGEST: u64 = 4 * limits::TEXT;
    let wrong = |why: String| Usage(format!("{}: {why}", path.display()));
    let file = files::open(path).map_err(|error| wrong(format!("cannot be read: {error}")))?;
    if file.length > LARGEST {
        return Err(wrong(format!("the report is larger than {}", limits::size(LARGEST))).into());
    }
    let bytes = file.whole().map_err(|error| wrong(format!("cannot be read: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| wrong("this is no UTF-8 text".to_owned()))?;
    Ok(read(&text).map_err(wrong)?)
}
