//! What may be published of an entry, from who agreed to it.
//!
//! In: the consents of all files of the entry, the parties that must agree, and the day of the build. Out: a [`Standing`]. Whatever is
//! missing, unknown or of another day than today counts as no consent.
//!
//! Of several consents the strictest holds. Only one that has run out gives way to a later one of the same party: renewing is what it is for.

use jiff::civil::Date;

use super::places;
use super::value::Value;
use crate::day::Today;
use crate::front_matter::{Consent, Scope};

/// What may be published of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// All of it.
    Public,
    /// That it is one of those that are counted.
    Counted,
    /// Nothing.
    Withheld(Reason),
    /// That it was published, until when, and why no longer.
    Withdrawn(Date, Ended),
}

/// Why an entry that was published is no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The time for which somebody agreed is over; the day is its last.
    Over,
    /// Somebody took the consent back; the day is that on which they did.
    TakenBack,
}

/// Why nothing is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nobody agreed, or not everybody who must.
    Missing,
    /// Somebody agreed to nothing.
    Refused,
    /// What is written of it cannot be read, or is of a day to come.
    Unclear,
}

/// Judges an entry. `parties` are those who must agree; `None` where they cannot be known.
pub fn judge(consents: &[&Consent], parties: Option<&[Value]>, today: Today) -> Standing {
    if consents.is_empty() {
        return Standing::Withheld(Reason::Missing);
    }
    // Nothing that is strict is forgotten because something else is unclear.
    if consents.iter().any(|consent| consent.scope == Scope::None) {
        return of_refused(consents, today);
    }
    let Some(parties) = parties.filter(|_| consents.iter().all(|consent| today.has_come(consent.date)))
    else {
        return Standing::Withheld(Reason::Unclear);
    };
    let has_agreed = |party: &Value| consents.iter().any(|consent| is_by(consent, party));
    if !parties.iter().all(has_agreed) {
        return Standing::Withheld(Reason::Missing);
    }
    let is_over = |consent: &&&Consent| consent.until.is_some_and(|until| today.is_over(until));
    let is_renewed = |over: &&Consent| {
        let later = |other: &&&Consent| is_one_party(&other.by, &over.by) && other.date >= over.date;
        consents.iter().filter(later).any(|other| !is_over(&other))
    };
    let ended = consents.iter().filter(is_over).filter(|consent| !is_renewed(consent));
    if let Some(until) = ended.filter_map(|consent| consent.until).min() {
        let was_public = consents.iter().all(|consent| consent.scope == Scope::Public);
        return if was_public {
            Standing::Withdrawn(until, Ended::Over)
        } else {
            Standing::Withheld(Reason::Missing)
        };
    }
    match consents.iter().any(|consent| consent.scope == Scope::Aggregate) {
        true => Standing::Counted,
        false => Standing::Public,
    }
}

/// An entry of which somebody wants nothing published: it was once, if the same party had agreed before.
fn of_refused(consents: &[&Consent], today: Today) -> Standing {
    let refused = consents.iter().filter(|consent| consent.scope == Scope::None);
    let had_agreed = |refusal: &&&Consent| {
        let before = |other: &&Consent| {
            other.scope == Scope::Public && is_one_party(&other.by, &refusal.by) && other.date < refusal.date
        };
        today.has_come(refusal.date) && consents.iter().any(before)
    };
    let all_agreed = || consents.iter().all(|consent| consent.scope != Scope::Aggregate);
    match refused.filter(had_agreed).map(|refusal| refusal.date).min() {
        Some(day) if all_agreed() => Standing::Withdrawn(day, Ended::TakenBack),
        _ => Standing::Withheld(Reason::Refused),
    }
}

/// Whether a consent is that of a party.
fn is_by(consent: &Consent, party: &Value) -> bool {
    match party {
        Value::Place(place) => places::region(consent.by.trim()) == Some(place),
        Value::Words(name) => consent.by.trim() == &**name,
        _ => false,
    }
}

/// Whether two names are those of one party: a State may be named by either of its codes.
pub fn is_one_party(one: &str, other: &str) -> bool {
    one.trim() == other.trim()
        || places::region(one.trim()).is_some_and(|place| places::region(other.trim()) == Some(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `by date scope until`, several with commas.
    fn consents(written: &str) -> Vec<Consent> {
        let consent = |line: &str| {
            let parts: Vec<&str> = line.split_whitespace().collect();
            Consent {
                by: parts[0].to_owned(),
                date: parts[1].parse().unwrap(),
                scope: match parts[2] {
                    "public" => Scope::Public,
                    "aggregate" => Scope::Aggregate,
                    _ => Scope::None,
                },
                until: parts.get(3).map(|until| until.parse().unwrap()),
                evidence: None,
            }
        };
        written.split(',').filter(|line| !line.trim().is_empty()).map(consent).collect()
    }

    fn judged(written: &str, parties: Option<&[&str]>) -> Standing {
        let all = consents(written);
        let parties: Option<Vec<Value>> = parties
            .map(|codes| codes.iter().map(|code| Value::Place(places::state(code).unwrap())).collect());
        judge(
            &all.iter().collect::<Vec<_>>(),
            parties.as_deref(),
            Today::given("2026-11-30".parse().unwrap()),
        )
    }

    #[test]
    fn nothing_is_published_without_the_consent_of_all() {
        const MISSING: Standing = Standing::Withheld(Reason::Missing);
        assert_eq!(judged("", Some(&[])), MISSING);
        assert_eq!(judged("VN 2026-01-01 public", Some(&["VN"])), Standing::Public);
        assert_eq!(judged("704 2026-01-01 public", Some(&["VN"])), Standing::Public);
        assert_eq!(judged("LA 2026-01-01 public", Some(&["VN"])), MISSING);
        assert_eq!(judged("VN 2026-01-01 public", Some(&["VN", "LA"])), MISSING);
        assert_eq!(
            judged("VN 2026-01-01 public, LA 2026-02-01 public", Some(&["VN", "LA"])),
            Standing::Public
        );
        assert_eq!(judged("VN 2026-12-01 public", Some(&["VN"])), Standing::Withheld(Reason::Unclear));
        assert_eq!(judged("VN 2026-01-01 public", None), Standing::Withheld(Reason::Unclear));
    }

    #[test]
    fn the_strictest_holds() {
        const REFUSED: Standing = Standing::Withheld(Reason::Refused);
        assert_eq!(judged("VN 2026-01-01 public, VN 2026-02-01 aggregate", Some(&["VN"])), Standing::Counted);
        assert_eq!(judged("VN 2026-02-01 public, VN 2026-01-01 aggregate", Some(&["VN"])), Standing::Counted);
        assert_eq!(judged("VN 2026-01-01 none, LA 2026-01-01 public", Some(&["VN", "LA"])), REFUSED);
        assert_eq!(judged("VN 2026-01-01 none, VN 2026-02-01 public", Some(&["VN"])), REFUSED);
        assert_eq!(judged("VN 2026-01-01 none", None), REFUSED);
        let day = "2026-02-01".parse().unwrap();
        assert_eq!(
            judged("VN 2026-01-01 public, VN 2026-02-01 none", Some(&["VN"])),
            Standing::Withdrawn(day, Ended::TakenBack)
        );
        assert_eq!(judged("VN 2026-01-01 aggregate, VN 2026-02-01 none", Some(&["VN"])), REFUSED);
        assert_eq!(judged("VN 2026-01-01 public, VN 2027-02-01 none", Some(&["VN"])), REFUSED);
    }

    #[test]
    fn a_consent_that_has_run_out_ends_the_entry_until_it_is_renewed() {
        let day = "2026-11-29".parse().unwrap();
        assert_eq!(
            judged("VN 2025-01-01 public 2026-11-29", Some(&["VN"])),
            Standing::Withdrawn(day, Ended::Over)
        );
        assert_eq!(judged("VN 2025-01-01 public 2026-11-30", Some(&["VN"])), Standing::Public);
        let renewed = "VN 2025-01-01 public 2026-11-29, VN 2026-11-01 public 2027-11-29";
        assert_eq!(judged(renewed, Some(&["VN"])), Standing::Public);
        let other = "VN 2025-01-01 public 2026-11-29, LA 2026-11-01 public";
        assert_eq!(judged(other, Some(&["VN", "LA"])), Standing::Withdrawn(day, Ended::Over));
        let counted = "VN 2025-01-01 aggregate 2026-11-29";
        assert_eq!(judged(counted, Some(&["VN"])), Standing::Withheld(Reason::Missing));
    }
}
