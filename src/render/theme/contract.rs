//! The theme contract: the variables, labels and blocks that a theme and templates may ask for, under one number.
//!
//! In: `theme.yaml` of a theme, which says the contract that it was made for. Out: the number, and what has another name since. Refused: a
//! number that is none, and one that this program does not know yet.

use std::sync::{Arc, LazyLock};

use regex::Regex;
use serde::Deserialize;

use super::files::ThemeFile;
use crate::finding::Finding;
use crate::source::{Source, Span};
use crate::yaml::{self, Trouble};

/// The file of a theme that says it.
pub const FILE: &str = "theme.yaml";

/// The name of what is found.
const RULE: &str = "theme/contract";

/// The contract of this program. It grows by one with each release that takes or renames something of `CHANGES`.
pub const CURRENT: u32 = 1;

/// What was renamed or taken, the oldest first. Contract 1 is the first, so nothing was.
pub static CHANGES: &[Change] = &[];

/// What a theme or a template asks for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A variable of CSS, with its two hyphens.
    Variable,
    /// A label.
    Label,
    /// A block of a template.
    Block,
}

/// A name that is no longer known.
#[derive(Debug)]
pub struct Change {
    /// The contract that it is gone since.
    pub contract: u32,
    /// The day of the release, `2026-11-30`.
    pub date: &'static str,
    /// What the name was of.
    pub of: Named,
    /// The name.
    pub old: &'static str,
    /// What it is called now; `None` when it was taken.
    pub new: Option<&'static str>,
}

/// What changed since a theme was made.
#[derive(Debug, Clone, Copy)]
pub struct Since<'a> {
    /// The contract that the theme says; everything counts where it says none.
    pub made_for: Option<u32>,
    /// What changed at all.
    pub changes: &'a [Change],
}

impl Since<'_> {
    /// What happened to a name, to be said behind what is wrong with it; empty where nothing is known.
    pub fn told(&self, of: Named, name: &str) -> String {
        let is_later = |change: &&Change| self.made_for.is_none_or(|made_for| change.contract > made_for);
        let mut changes = self.changes.iter().rev().filter(is_later);
        let Some(Change { contract, date, new, .. }) =
            changes.find(|change| change.of == of && change.old == name)
        else {
            return String::new();
        };
        match new {
            Some(new) => format!("; since contract {contract} ({date}) it is called {new}"),
            None => format!("; it is gone since contract {contract} ({date})"),
        }
    }
}

/// What a theme says that is made for this program.
pub fn written() -> String {
    format!(
        "contract: {CURRENT}  # of Curbcut's themes: “curbcut theme check” tells what has another name since\n"
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    contract: u32,
}

/// The contract that a theme was made for.
///
/// # Errors
/// A finding where the file does not say one that this program knows.
pub fn of(file: &ThemeFile) -> Result<u32, Finding> {
    let path = file.own.as_deref().unwrap_or(FILE);
    let source = Arc::new(Source::new(path, String::from_utf8_lossy(&file.bytes).into_owned()));
    let text = source.text();
    if let Some(at) = yaml::too_deep(text) {
        let message = "lists and mappings stand too deep in each other";
        return Err(Finding::error(RULE, &source, Span::point(at), message).help(EXAMPLE));
    }
    let is_empty = text.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
    let Facts { contract } = serde_yaml::from_str(if is_empty { "{}" } else { text }).map_err(|error| {
        let Trouble { message, help, at } = yaml::trouble(text, &error);
        // What to write for a number in general is no help here.
        let help = if message.starts_with("“contract”") { String::new() } else { format!("{help} ") };
        Finding::error(RULE, &source, Span::point(at), message).help(format!("{help}{EXAMPLE}"))
    })?;
    if (1..=CURRENT).contains(&contract) {
        return Ok(contract);
    }
    static VALUE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"contract\W*(\w+)").expect("the pattern is fixed"));
    let value = VALUE.captures(text).and_then(|found| found.get(1));
    let place = value.map_or(Span::point(0), |value| Span::from(value.range()));
    let (message, help) = match contract {
        0 => ("there is no contract 0 of themes".to_owned(), format!("The first is 1. {EXAMPLE}")),
        later => (
            format!(
                "this theme is made for contract {later} of themes, and this program knows {CURRENT} at most"
            ),
            "Take a newer curbcut; or have “curbcut theme check” name what this one does not know, and write the number of this one."
                .to_owned(),
        ),
    };
    Err(Finding::error(RULE, &source, place, message).help(help))
}

const EXAMPLE: &str = "Write “contract: 1”: the number that “curbcut theme” says where the theme was made.";

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<u32, String> {
        let file = ThemeFile { bytes: text.into(), own: Some("themes/su/theme.yaml".to_owned()) };
        of(&file).map_err(|found| {
            let at = found.place.position();
            format!("{}:{} {}", at.line, at.column, found.message)
        })
    }

    #[test]
    fn a_theme_says_a_contract_that_is_known() {
        assert_eq!(read("# 主题\ncontract: 1\n"), Ok(CURRENT));
        assert_eq!(read("\"contract\" : 1"), Ok(CURRENT));
        let wrong = |text: &str| read(text).unwrap_err();
        assert_eq!(
            wrong("# 主题\ncontract: 7"),
            "2:11 this theme is made for contract 7 of themes, and this program knows 1 at most"
        );
        assert_eq!(wrong("contract: 0"), "1:11 there is no contract 0 of themes");
        for text in
            ["", "contract: one", "contract: -1", "contract: 1\nname: su", "contract: [", "[[[[", "a: b: c"]
        {
            assert!(!wrong(text).is_empty());
        }
        assert!(
            wrong("contract: 1\nname: su").starts_with("2:1 “name” is not a key"),
            "{}",
            wrong("contract: 1\nname: su")
        );
    }

    #[test]
    fn changes_are_told_that_came_after_a_theme() {
        let change = |contract, date, new| Change { contract, date, of: Named::Variable, old: "--line", new };
        let changes = [change(2, "2027-01-01", Some("--edge")), change(4, "2028-01-01", None)];
        let told = |made_for| Since { made_for, changes: &changes }.told(Named::Variable, "--line");
        assert_eq!(told(Some(1)), "; it is gone since contract 4 (2028-01-01)");
        assert_eq!(told(None), told(Some(3)));
        assert_eq!(told(Some(4)), "");
        let first = Since { made_for: Some(1), changes: &changes[..1] };
        assert_eq!(
            first.told(Named::Variable, "--line"),
            "; since contract 2 (2027-01-01) it is called --edge"
        );
        assert_eq!(first.told(Named::Label, "--line"), "");
        assert_eq!(first.told(Named::Variable, "--ink"), "");
    }

    #[test]
    fn the_changes_stand_in_their_order_and_lead_to_this_contract() {
        let contracts: Vec<u32> = CHANGES.iter().map(|change| change.contract).collect();
        assert!(contracts.is_sorted() && !contracts.contains(&1));
        assert_eq!(contracts.last().copied().unwrap_or(1), CURRENT);
        assert!(CHANGES.iter().all(|change| change.date.len() == 10));
    }
}
