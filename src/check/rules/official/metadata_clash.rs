//! Facts of a resolution that contradict one another.

use crate::check::{Applies, Found, Rule, Subject, front};
use crate::finding::Severity;
use crate::kinds::Fact;

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

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let document = subject.document;
    let front = &document.front;
    let parts = front.symbol.as_deref().and_then(parts);
    if let (Some((session, number)), Some(written)) = (&parts, front.number.as_deref())
        && written != format!("{session}/{number}")
    {
        let message = format!("the symbol says {session}/{number}, not {written}");
        found.add(front::value(document, "number"), message, HELP);
    }
    let Some(session) = &front.session else { return };
    if let (Some((wanted, _)), Some(written)) = (&parts, ordinal(&session.name))
        && *wanted != written.to_string()
    {
        let message = format!("the symbol is of session {wanted}, not of session {written}");
        found.add(front::words(document, "session", &session.name), message, HELP);
    }
    // A report is often dated before its session or after it; a resolution is adopted while the body meets.
    let Some(date) = front.date.filter(|_| front.kind.facts().contains(&Fact::AdoptedOn)) else { return };
    let before = session.start.is_some_and(|start| date < start);
    let after = session.end.is_some_and(|end| date > end);
    if before || after {
        let when = if before { "before the session begins" } else { "after the session ends" };
        found.add(front::value(document, "date"), format!("{date} is {when}"), HELP);
    }
}

const HELP: &str = "Compare with the official document and mend the front matter.";

/// Session and number of `A/HRC/RES/52/8`.
fn parts(symbol: &str) -> Option<(&str, &str)> {
    let (rest, number) = symbol.rsplit_once('/')?;
    let (series, session) = rest.rsplit_once('/')?;
    series.ends_with("/RES").then_some((session, number))
}

/// The number in “第五十二届会议” or “52nd session”; `None` where it is written otherwise.
fn ordinal(name: &str) -> Option<u32> {
    let digits: String =
        name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        return digits.parse().ok();
    }
    const NUMERALS: &str = "一二三四五六七八九";
    let numerals: Vec<char> = name
        .chars()
        .skip_while(|&c| c != '十' && !NUMERALS.contains(c))
        .take_while(|&c| c == '十' || NUMERALS.contains(c))
        .collect();
    let value = |c: &char| NUMERALS.chars().position(|numeral| numeral == *c).map(|at| at as u32 + 1);
    match numerals.as_slice() {
        [] => None,
        [one] if *one != '十' => value(one),
        all => {
            let mut around_ten = all.splitn(2, |&c| c == '十');
            let (tens, ones) = (around_ten.next()?, around_ten.next()?);
            Some(tens.last().map_or(Some(1), value)? * 10 + ones.first().map_or(Some(0), value)?)
        }
    }
}
