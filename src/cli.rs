//! The command line: the arguments of each command, and what its exit code means.
//!
//! Exit codes: 0 done and clean; 1 findings at error level; 2 wrong usage; 3 the system refuses. Results go to
//! standard output, messages to standard error.

mod audit;
mod baseline;
mod build;
mod check;
mod compare;
mod explain;
mod findings;
mod import;
mod languages;
mod man;
mod output;
mod paths;
mod review;
mod seal;
mod serve;
mod start;
mod theme;
mod threads;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand};
use jiff::civil::Date;
use output::notice;

use crate::day::Today;
use crate::hidden::visible;
use crate::misfit;

/// Done, and nothing is wrong.
const CLEAN: u8 = 0;
/// Something is wrong in what was checked.
const FINDINGS: u8 = 1;
/// What was asked for cannot be meant.
const MISUSED: u8 = 2;
/// The system refuses: the disk, a right, a port.
const UNFINISHED: u8 = 3;

/// Publish official texts, plain-language summaries and easy-read versions.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    long_about = "Publish the official text, a plain-language summary and an easy-read version of every document \
                  in a folder of Markdown, as an accessible website.",
    after_long_help = "A site is a folder with book.toml and content/. Start one and look at it:\n\n    \
                       curbcut init my-site\n    cd my-site\n    curbcut serve --open\n    curbcut build\n\n\
                       Exit codes: 0 done and clean, 1 findings at error level, 2 wrong usage, 3 the system refuses."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(start::Init),
    New(start::New),
    Build(build::Options),
    Import(import::Options),
    Serve(serve::Options),
    Check(check::Options),
    Baseline(baseline::Options),
    Compare(compare::Options),
    Audit(audit::Options),
    Explain(explain::Options),
    Review(review::Options),
    Seal(seal::Options),
    Languages(languages::Options),
    /// Print the completions of a shell, to be put where it looks for them.
    ///
    /// For bash: curbcut completions bash > ~/.local/share/bash-completion/completions/curbcut
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    Man(man::Options),
    Theme(theme::Options),
}

/// What was asked for cannot be meant: a path that is not there, an option without a value.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Usage(String);

/// A value that says something.
fn words(value: &str) -> Result<String, String> {
    match value.trim().is_empty() {
        true => Err("it says nothing; write words, or leave the option out".to_owned()),
        false => Ok(value.to_owned()),
    }
}

/// A whole number.
fn number<N: TryFrom<u64>>(value: &str, most: N) -> Result<N, String>
where
    u64: From<N>,
{
    let most = u64::from(most);
    let read =
        value.parse().ok().filter(|number| *number <= most).and_then(|number| N::try_from(number).ok());
    read.ok_or_else(|| format!("write a whole number up to {most}, in digits"))
}

/// A day.
fn day(value: &str) -> Result<Date, String> {
    misfit::day(value)
        .ok_or_else(|| "write a day of the calendar as year-month-day, such as 2026-11-23".to_owned())
}

/// On which day deadlines are judged.
#[derive(Debug, Args)]
struct TodayOption {
    /// Judge deadlines on this day; unless given, today, or the day of SOURCE_DATE_EPOCH where that is later.
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

impl TodayOption {
    /// The day that is given.
    fn given(&self) -> Option<Today> {
        self.today.map(Today::given)
    }

    /// The day that is given, or today.
    fn day(&self) -> Today {
        self.given().unwrap_or_default()
    }
}

/// Where the site is.
#[derive(Debug, Args)]
struct Root {
    /// The site's folder, with book.toml in it.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

impl Root {
    /// The folder, which must be there.
    fn folder(&self) -> anyhow::Result<&Path> {
        if !self.root.is_dir() {
            let why = if self.root.exists() {
                "this is no folder; name the one that holds it"
            } else {
                "there is no such folder"
            };
            return Err(Usage(format!("--root {}: {why}", self.root.display())).into());
        }
        Ok(&self.root)
    }
}

/// What an error means: whoever asks for what cannot be is told so; all else is refused by the system.
fn code(error: &anyhow::Error) -> u8 {
    let is_misuse = |cause: &(dyn std::error::Error + 'static)| {
        let is_no_file = |error: &std::io::Error| error.kind() == std::io::ErrorKind::InvalidInput;
        cause.is::<Usage>()
            || cause.is::<crate::starter::Refusal>()
            || cause.is::<crate::review::Refusal>()
            || cause.is::<crate::write::Refusal>()
            || cause.is::<crate::import::Refused>()
            || cause.is::<crate::import::pdf::NoWords>()
            || match cause.downcast_ref::<crate::import::NotRead>() {
                Some(crate::import::NotRead::TooLarge { .. }) => true,
                Some(crate::import::NotRead::Disk { cause, .. }) => is_no_file(cause),
                None => false,
            }
            || matches!(
                cause.downcast_ref::<crate::import::NotWritten>(),
                Some(crate::import::NotWritten::Exists(_) | crate::import::NotWritten::Link(_))
            )
    };
    if error.chain().any(is_misuse) { MISUSED } else { UNFINISHED }
}

/// Runs the program.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            // What was typed is repeated in the message. Colours are taken out of it, which would take out parts of what
            // was typed with them, so the message is made of visible characters alone.
            let visible = std::env::args_os().map(|typed| visible(&typed.to_string_lossy()).into_owned());
            let error = Cli::try_parse_from(visible).err().unwrap_or(error);
            notice!("{}", error.render().to_string().trim_end());
            return ExitCode::from(MISUSED);
        }
        Err(error) => error.exit(),
    };
    threads::start();
    let done = match cli.command {
        Command::Init(options) => start::init(&options),
        Command::New(options) => start::new(&options),
        Command::Build(options) => build::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Serve(options) => serve::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Baseline(options) => baseline::run(&options),
        Command::Compare(options) => compare::run(&options),
        Command::Audit(options) => audit::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Review(options) => review::run(&options),
        Command::Seal(options) => seal::run(&options),
        Command::Languages(options) => languages::run(&options),
        Command::Man(options) => man::run(&options),
        Command::Theme(options) => theme::run(&options),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "curbcut", &mut script);
            output::result(|out| out.write_all(&script));
            Ok(CLEAN)
        }
    };
    let code = done.unwrap_or_else(|error| {
        // The whole chain in one sentence: what was being done, then why it failed.
        notice!("error: {error:#}");
        code(&error)
    });
    match output::finish() {
        None => ExitCode::from(code),
        Some(error) => {
            notice!("error: the result cannot be written: {error}");
            ExitCode::from(UNFINISHED)
        }
    }
}
