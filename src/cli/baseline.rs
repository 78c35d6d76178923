//! `curbcut baseline`

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use clap::Args;
use jiff::civil::Date;

use super::output::notice;
use super::{CLEAN, FINDINGS, Root, Usage, day, findings, words};
use crate::baseline::{Baseline, Edit, Entry, FILE};
use crate::check::{Debts, Looked};
use crate::count::counted;
use crate::day::Today;
use crate::files::{Folder, replace};
use crate::finding::{Finding, Severity};
use crate::library::Drafts;
use crate::site;

/// Write down what is wrong today in baseline.yaml, with who mends it and by when, so that only what is new fails.
///
/// Where there is no baseline.yaml, everything is written down that may stand. Afterwards, entries that nothing breaks any more are taken
/// out; new ones come only with --add. What no reason can allow (“curbcut explain check/never-allowed”) and what keeps a page from being
/// made is never written down.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n    curbcut baseline --by \"the web team\" --until 2027-06-30\n    \
                             curbcut baseline                      take out what is mended\n    \
                             curbcut baseline --add --by \"the web team\" --until 2027-06-30\n\n\
                             An entry holds for the words at its place: when they change, what is there is judged anew. To agree on a \
                             later day, change “until” in baseline.yaml.\n\n\
                             Exit code 1: something is wrong that does not stand in baseline.yaml.")]
pub struct Options {
    #[command(flatten)]
    root: Root,
    /// Who mends what is written down.
    #[arg(long, value_name = "NAME", value_parser = words)]
    by: Option<String>,
    /// The last day on which it may stand.
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<Date>,
    /// Write down what is new, too.
    #[arg(long, requires = "by", requires = "until")]
    add: bool,
    /// Write down warnings, too, for “check --deny warning”.
    #[arg(long)]
    warnings: bool,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = options.root.folder()?;
    let (library, found) = site::read(root, Drafts::Skip)?;
    let Some(mut library) = library else { return Ok(findings::without_site(&found)) };
    // Nothing is added to a file that cannot be read, nor is it written anew.
    let is_of_file = |finding: &&Finding| finding.place.path() == FILE && finding.severity == Severity::Error;
    let wrong: Vec<Finding> = found.iter().filter(is_of_file).cloned().collect();
    if !wrong.is_empty() {
        findings::print_messages(&wrong);
        return Ok(FINDINGS);
    }
    let before = library.baseline.clone();
    let adds = options.add || before.source().is_none();
    let weight = if options.warnings { Severity::Warning } else { Severity::Error };
    library.baseline = before.recording(weight).into();
    let built = site::survey(root, &library, found)?;
    let debts = built.ledger.debts();
    let edit = Edit {
        fewer: debts.mended(built.ledger.looked()).map(|(at, _, left)| (at, left)).collect(),
        new: if adds { new(debts, options)? } else { Vec::new() },
    };
    if !edit.is_empty() {
        let text = edit.apply(&before).map_err(|error| Usage(error.to_string()))?;
        let site = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
        let written = match before.source() {
            Some(source) => replace::change(&site, FILE, source.text(), text),
            None => replace::create(&site, FILE, text.as_bytes()),
        };
        written.with_context(|| format!("cannot write {FILE}"))?;
    }
    tell(&edit, &before, debts);
    let left: Vec<Finding> =
        built.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    findings::print_messages(&left);
    if !left.is_empty() {
        notice!(
            "What is listed above is not in {FILE}: no entry can let it stand, or its day is over. Mend it."
        );
        if built.ledger.looked() != (Looked { reading: true, pages: true, downloads: true }) {
            notice!(
                "No pages were made, so what is wrong with them is not known yet: run “curbcut baseline --add” then."
            );
        }
    }
    let unlisted: u32 = if adds { 0 } else { debts.new_ones().map(|(.., count)| count).sum() };
    if unlisted > 0 {
        notice!(
            "{} of today {} not in {FILE}; “curbcut check” lists them, “curbcut baseline --add” writes them down.",
            counted(unlisted as usize, "finding"),
            crate::count::is_or_are(unlisted as usize)
        );
    }
    Ok(if left.is_empty() && unlisted == 0 { CLEAN } else { FINDINGS })
}

/// The entries for what is found and is none yet.
fn new(debts: &Debts, options: &Options) -> Result<Vec<Entry>> {
    let mut found = debts.new_ones().peekable();
    if found.peek().is_none() {
        return Ok(Vec::new());
    }
    let (Some(by), Some(until)) = (&options.by, options.until) else {
        let message = "say who mends what is found, and by when: --by NAME --until DATE";
        return Err(Usage(message.to_owned()).into());
    };
    let date = jiff::Zoned::now().date();
    if Today::of_machine().is_over(until) {
        return Err(Usage(format!("--until {until}: that day is over")).into());
    }
    let entry = |(file, rule, place, count): (&str, &str, &_, u32)| Entry {
        rule: rule.to_owned(),
        file: file.to_owned(),
        place: Clone::clone(place),
        count,
        date,
        by: by.clone(),
        until,
    };
    Ok(found.map(entry).collect())
}

/// Says what changed.
fn tell(edit: &Edit, before: &Baseline, debts: &Debts) {
    let places = |entries: &mut dyn Iterator<Item = u32>| entries.sum::<u32>() as usize;
    let mended = edit
        .fewer
        .iter()
        .map(|(at, left)| before.entries().get(*at).map_or(0, |entry| entry.count.saturating_sub(*left)));
    let mended = places(&mut mended.into_iter());
    let added = places(&mut edit.new.iter().map(|entry| entry.count));
    if added > 0 {
        let mut by_rule: BTreeMap<&str, u32> = BTreeMap::new();
        edit.new.iter().for_each(|entry| *by_rule.entry(&entry.rule).or_default() += entry.count);
        by_rule.iter().for_each(|(rule, count)| notice!("{count:6}  {rule}"));
        notice!("{} written down in {FILE}; keep it with the sources.", counted(added, "finding"));
    }
    if mended > 0 {
        notice!("{} mended and taken out of {FILE}.", counted(mended, "finding"));
    }
    if edit.is_empty() {
        let standing: usize = debts.standing().map(|(_, count)| count).sum();
        notice!("{FILE} stays as it is: {}.", counted(standing, "finding"));
    }
}
