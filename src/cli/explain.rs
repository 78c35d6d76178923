//! `curbcut explain`

use anyhow::{Result, bail};
use clap::Args;

use super::CLEAN;
use super::output::{say, say_as_is};
use crate::explain;

/// Say what a rule wants, why, where it comes from, with a bad and a good example; without a name, list all rules.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n    curbcut explain\n    curbcut explain easy-read/covers-twice")]
pub struct Options {
    /// The rule's name, as findings show it.
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

pub fn run(options: &Options) -> Result<u8> {
    let Some(name) = &options.rule else {
        say_as_is!("{}", explain::list());
        return Ok(CLEAN);
    };
    let Some(explanation) = explain::find(name) else {
        let all = explain::all();
        let likeness = |other: &explain::Explanation| strsim::jaro_winkler(other.name, name);
        let nearest = all.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        bail!("there is no rule “{name}”; did you mean “{}”?", nearest.map_or("", |nearest| nearest.name));
    };
    say!("{}", explanation.to_text().trim_end());
    Ok(CLEAN)
}
