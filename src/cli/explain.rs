//! `curbcut explain`

use std::path::Path;

use anyhow::Result;
use clap::Args;

use super::output::{say, say_as_is};
use super::{CLEAN, Root, Usage};
use crate::audit::criteria;
use crate::lang::Lang;
use crate::{explain, load};

/// Say what a rule wants, why, where it comes from, with bad and good examples in the languages of the site; without a name,
/// list all rules. “audit” says what the audit sees of each criterion of WCAG 2.2, and what is left to people.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut explain\n    curbcut explain easy-read/covers-twice\n    curbcut explain audit"
)]
pub struct Options {
    /// The rule's name, as findings show it.
    #[arg(value_name = "RULE")]
    rule: Option<String>,
    #[command(flatten)]
    root: Root,
}

/// The languages of the site, whose examples are shown; none, for the examples of all, where there is no site.
fn languages(root: &Path) -> Vec<Lang> {
    load::config(root).map_or_else(|_| Vec::new(), |config| config.all_languages())
}

pub fn run(options: &Options) -> Result<u8> {
    let root = options.root.folder()?;
    let Some(name) = &options.rule else {
        say_as_is!("{}", explain::list());
        return Ok(CLEAN);
    };
    if name == "audit" {
        say_as_is!("{}", criteria::reach());
        return Ok(CLEAN);
    }
    let Some(explanation) = explain::find(name) else {
        let all = explain::all();
        let likeness = |other: &explain::Explanation| strsim::jaro_winkler(other.name, name);
        let nearest = all.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        let nearest = nearest.map_or("", |nearest| nearest.name);
        return Err(Usage(format!("there is no rule “{name}”; did you mean “{nearest}”?")).into());
    };
    say!("{}", explanation.in_languages(&languages(root)).to_text().trim_end());
    Ok(CLEAN)
}
