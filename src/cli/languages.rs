//! `curbcut languages`

use std::sync::Arc;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::findings::Report;
use super::output::{notice, say};
use super::{CLEAN, Root, Usage};
use crate::count::counted;
use crate::finding::{self, Finding};
use crate::lang::Lang;
use crate::languages::{FOLDER, Languages};
use crate::report::{Base, FindingSet};
use crate::{load, samples};

/// List the languages and what each has; check the files of one.
///
/// What a language lacks is English. A site's own folder languages/TAG adds a language, or replaces parts of one.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_long_help = "Examples:\n    curbcut languages\n    curbcut languages check ar")]
pub struct Options {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    root: Root,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the files of a language, and whether the rules and the importer find what its samples say.
    Check(Check),
}

#[derive(Debug, Args)]
struct Check {
    /// The language.
    #[arg(value_name = "TAG")]
    lang: Lang,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    report: Report,
}

pub fn run(options: &Options) -> Result<u8> {
    match &options.command {
        Some(Command::Check(check)) => check.run(),
        None => list(&options.root),
    }
}

/// The languages of the site, or the built-in ones where there is none, and what is wrong with their files.
fn languages(root: &Root) -> Result<(Arc<Languages>, Vec<Finding>)> {
    let mut findings = Vec::new();
    let languages = match load::site_at(root.folder()?) {
        Ok(site) => load::languages(&site, &mut findings)?,
        Err(_) => Languages::built_in().clone(),
    };
    Ok((languages, findings))
}

fn list(root: &Root) -> Result<u8> {
    let (languages, findings) = languages(root)?;
    for language in languages.all() {
        let lang = language.lang();
        let own = if language.is_own() { " (of this site)" } else { "" };
        say!("{:<8} {}{own}: {}", lang.as_str(), languages.name(&lang), language.parts().join(", "));
    }
    if !findings.is_empty() {
        notice!(
            "{} in {FOLDER}; “curbcut languages check TAG” says more",
            counted(findings.len(), "finding")
        );
    }
    Ok(CLEAN)
}

impl Check {
    fn run(&self) -> Result<u8> {
        let (languages, mut findings) = languages(&self.root)?;
        let folder = format!("{FOLDER}/{}/", self.lang);
        findings.retain(|finding| finding.place.path().starts_with(&folder));
        let language = languages.all().find(|language| language.lang() == self.lang);
        let Some(language) = language else {
            let known: Vec<String> = languages.all().map(|language| language.lang().to_string()).collect();
            let message = format!("there is no language {}; there are {}", self.lang, known.join(", "));
            return Err(Usage(message).into());
        };
        let outcome = samples::run(&languages, language);
        findings.extend(outcome.findings);
        let findings = finding::settle(findings);
        let code = self.report.print(&[FindingSet {
            base: Base::of(&self.root.root),
            findings,
            ..FindingSet::default()
        }]);
        if self.report.is_text() {
            notice!("{} of {}", counted(outcome.samples, "sample"), languages.name(&self.lang));
        }
        Ok(code)
    }
}
