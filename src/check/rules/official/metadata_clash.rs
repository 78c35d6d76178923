//! Facts of a resolution that contradict one another.

use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::finding::Severity;
use crate::kinds::Fact;
use crate::languages::Numerals;

/// `official/metadata-clash`
pub static RULE: Rule = Rule {
    name: "official/metadata-clash",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: None,
    source: "A/HRC/RES/session/number: the symbol, the number, the session and the date belong together",
    docs: include_str!("metadata_clash.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let document = subject.document;
    let front = &document.front;
    let parts = front.symbol.as_deref().and_then(parts);
    if let (Some((session, number)), Some(written)) = (&parts, front.number.as_deref())
        && written != format!("{session}/{number}")
    {
        let message = format!("the symbol says {session}/{number}, not {written}");
        reporter.add(front::value(document, "number"), message, HELP);
    }
    let Some(session) = &front.session else { return };
    let written = match subject.library.language(&document.lang).patterns() {
        Some(patterns) => patterns.numerals.number(&session.name),
        None => Numerals::default().number(&session.name),
    };
    if let (Some((wanted, _)), Some(written)) = (&parts, written)
        && wanted.trim_start_matches(['E', 'S', '-']) != written.to_string()
    {
        let message = format!("the symbol is of session {wanted}, not of session {written}");
        reporter.add(front::words(document, "session", &session.name), message, HELP);
    }
    // A report is often dated before its session or after it; a resolution is adopted while the body meets.
    let Some(date) = front.date.filter(|_| front.kind.facts().contains(&Fact::AdoptedOn)) else { return };
    let before = session.start.is_some_and(|start| date < start);
    let after = session.end.is_some_and(|end| date > end);
    if before || after {
        let when = if before { "before the session begins" } else { "after the session ends" };
        reporter.add(front::value(document, "date"), format!("{date} is {when}"), HELP);
    }
}

const HELP: &str = "Compare with the official document and mend the front matter.";

/// Session and number of `A/HRC/RES/52/8`.
fn parts(symbol: &str) -> Option<(&str, &str)> {
    let (rest, number) = symbol.rsplit_once('/')?;
    let (series, session) = rest.rsplit_once('/')?;
    series.ends_with("/RES").then_some((session, number))
}
