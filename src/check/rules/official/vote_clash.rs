//! A recorded vote whose lists and counts differ.

use std::collections::HashSet;

use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::count::{counted, is_or_are};
use crate::finding::Severity;

/// `official/vote-clash`
pub static RULE: Rule = Rule {
    name: "official/vote-clash",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: None,
    source: "arithmetic: the lists are as long as the counts, nobody votes twice; the Council has 47 members",
    docs: include_str!("vote_clash.md"),
    check,
};

/// The members of the Human Rights Council.
const MEMBERS: u64 = 47;

/// The three lists, as the front matter names them.
const KEYS: [&str; 3] = ["in-favour", "against", "abstaining"];

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let document = subject.document;
    let Some(vote) = &document.front.vote else { return };
    let span = front::value(document, "vote");
    let lists = [&vote.in_favour, &vote.against, &vote.abstaining];
    let help = "Compare with the official document and mend the front matter.";
    if let Some(counts) = vote.counts {
        let counts = [counts.in_favour, counts.against, counts.abstaining];
        // A document that announces no lists may print none.
        let has_lists =
            lists.iter().any(|list| list.is_some()) || vote.statement.trim_end().ends_with([':', '：']);
        for ((key, list), count) in KEYS.iter().zip(lists).zip(counts).filter(|_| has_lists) {
            let listed = list.as_ref().map_or(0, |list| list.states.len());
            if listed != count as usize {
                let name = key.replace('-', " ");
                let message = format!(
                    "{} {} {name}, but {listed} {} listed",
                    counted(count as usize, "State"),
                    is_or_are(count as usize),
                    is_or_are(listed)
                );
                let heading = list.as_ref().map_or("", |list| &list.heading);
                reporter.add(front::within(document, "vote", &[key, "heading:", heading]), message, help);
            }
        }
        let all = counts.into_iter().map(u64::from).sum::<u64>();
        let of_council = document.front.symbol.as_deref().is_some_and(|symbol| symbol.starts_with("A/HRC/"));
        if of_council && all > MEMBERS {
            reporter.add(span, format!("{all} votes are more than the Council has members, {MEMBERS}"), help);
        }
    }
    let (mut seen, mut written) = (HashSet::new(), front::Finder::of(document, "vote"));
    for (key, list) in KEYS.iter().zip(lists) {
        written.within(&[key, "states:"]);
        for state in list.iter().flat_map(|list| &list.states) {
            if !seen.insert(state.as_str()) {
                reporter.add(written.next(state), format!("“{state}” is listed twice"), help);
            }
        }
    }
}
