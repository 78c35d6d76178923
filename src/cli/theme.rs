//! `curbcut theme`

use anyhow::{Context, Result};
use clap::{Args, Subcommand};

use super::findings::Report;
use super::output::say;
use super::{CLEAN, Root, Usage};
use crate::files::Folder;
use crate::files::replace::{self, NotWritten};
use crate::finding::{self, Finding};
use crate::load;
use crate::render::contract;
use crate::render::theme_files::{self, BuiltIn};
use crate::render::{THEMES_FOLDER, outdated};
use crate::report::{Base, FindingSet};

/// List the built-in themes, their files and the templates; take one to change it; find what is out of date in your own.
///
/// “theme” of [site] in book.toml chooses a theme. A file of yours lies over the built-in one of the same name, so keep only those that differ.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(
    after_long_help = "Examples:\n    curbcut theme\n    curbcut theme export tokens.css         into the theme of book.toml\n    \
                       curbcut theme export report-series/theme.css\n    \
                       curbcut theme export templates/home.html\n    curbcut theme check"
)]
pub struct Options {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write built-in files into the site, to be changed there. A file that is there already stays as it is.
    Export(Export),
    /// Find variables, labels and blocks in the site's own theme and templates that the built-in ones do not know, or know no longer.
    ///
    /// “contract: NUMBER” in theme.yaml says which contract of themes yours was made for: it is told what has another name since.
    Check(Check),
}

#[derive(Debug, Args)]
struct Export {
    /// Its name in the list of “curbcut theme”.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    #[command(flatten)]
    root: Root,
}

#[derive(Debug, Args)]
struct Check {
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    report: Report,
}

pub fn run(options: &Options) -> Result<u8> {
    match &options.command {
        None => {
            list();
            Ok(CLEAN)
        }
        Some(Command::Export(export)) => export.run(),
        Some(Command::Check(check)) => check.run(),
    }
}

fn list() {
    say!("Contract of themes: {}", contract::CURRENT);
    for theme in theme_files::built_in_themes() {
        say!("\nTheme {theme}:");
        theme_files::built_in_files(&theme).iter().for_each(|name| say!("    {name}"));
    }
    say!("\nTemplates, whatever the theme:");
    theme_files::built_in_templates().iter().for_each(|name| say!("    {name}"));
}

impl Export {
    fn run(&self) -> Result<u8> {
        let root = self.root.folder()?;
        let theme = theme(&self.root)?;
        let mut files = Vec::new();
        for name in &self.files {
            let Some(file) = theme_files::built_in_file(name, &theme) else {
                let message = format!("there is no built-in file “{name}”; “curbcut theme” lists them");
                return Err(Usage(message).into());
            };
            files.push(file);
        }
        let site = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
        for BuiltIn { path, bytes } in files {
            match replace::create(&site, &path, bytes) {
                Ok(()) => say!("{path}"),
                Err(NotWritten::Exists) => {
                    return Err(Usage(format!("{path} is there already and stays as it is")).into());
                }
                Err(error) => return Err(error).with_context(|| format!("cannot write {path}")),
            }
        }
        self.say_contract(&site, &theme)
    }

    /// Says in the theme what it is made for, where it does not yet: the files that it takes are those of this program.
    fn say_contract(&self, site: &Folder, theme: &str) -> Result<u8> {
        let takes_theme = self.files.iter().any(|name| !name.starts_with("templates/"));
        let path = format!("{THEMES_FOLDER}/{theme}/{}", contract::FILE);
        if takes_theme {
            match replace::create(site, &path, contract::written().as_bytes()) {
                Ok(()) => say!("{path}"),
                Err(NotWritten::Exists) => {}
                Err(error) => return Err(error).with_context(|| format!("cannot write {path}")),
            }
        }
        Ok(CLEAN)
    }
}

impl Check {
    fn run(&self) -> Result<u8> {
        let root = self.root.folder()?;
        let mut unread = Vec::new();
        let site = load::site_at(root).map_err(told)?;
        let languages = load::languages(&site, &mut unread)?;
        let findings = finding::settle(outdated(root, &theme(&self.root)?, &languages)?);
        Ok(self.report.print(&[FindingSet {
            base: Base::of(&self.root.root),
            findings,
            ..FindingSet::default()
        }]))
    }
}

/// The name of the theme that the site has.
fn theme(root: &Root) -> Result<String> {
    let config = load::config(root.folder()?).map_err(told)?;
    Ok(config.site.theme.unwrap_or_else(|| theme_files::DEFAULT.to_owned()))
}

/// What is wrong with the settings, for who cannot go on without them.
fn told(finding: Finding) -> anyhow::Error {
    Usage(format!("{}: {}. {}", finding.place.path(), finding.message, finding.help)).into()
}
