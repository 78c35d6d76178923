//! `curbcut explain`

use anyhow::{Result, bail};
use clap::Args;

use super::CLEAN;
use crate::{audit, check};

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
        print!("{}", check::list());
        for rule in audit::rules::RULES {
            println!("{} ({}): {}", rule.name, rule.severity.word(), rule.what);
        }
        return Ok(CLEAN);
    };
    if let Some(text) = check::explain(name) {
        println!("{}", text.trim_end());
    } else if let Some(rule) = audit::rules::RULES.iter().find(|rule| rule.name == name) {
        println!("{}\nWeight: {}\nSource: {}", rule.name, rule.severity.word(), rule.criterion);
        println!("\n{}.\n\n{}", rule.what, rule.help);
    } else {
        let names = check::rules::RULES
            .iter()
            .map(|rule| rule.name)
            .chain(audit::rules::RULES.iter().map(|r| r.name));
        let nearest =
            names.max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
        bail!("there is no rule “{name}”; did you mean “{}”?", nearest.unwrap_or_default());
    }
    Ok(CLEAN)
}
