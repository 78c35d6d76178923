//! Dates and periods as exactly as they are known: `2024`, `2024-03`, `2024-03-02`, `2024-03/2025-02`, `2024-03/..`.
//!
//! The forms are those of ISO 8601 (`..` for an open end: ISO 8601-2). Refused: a day that is in no calendar, and a period that ends
//! before it begins.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::misfit::no_such_day;

/// A date of which the day, or the month and the day, may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// From one date to another, or with an open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: When,
    /// Its last day; none while nobody knows it.
    to: Option<When>,
}

impl When {
    /// The first day it may mean.
    pub fn first(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::ZERO)
    }

    /// The last day it may mean.
    pub fn last(self) -> Date {
        let month = Date::new(self.year, self.month.unwrap_or(12), 1).unwrap_or(Date::ZERO);
        self.day.and_then(|day| month.with().day(day).build().ok()).unwrap_or_else(|| month.last_of_month())
    }

    /// Its year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Its month, counted from 1, if it is known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The same said as exactly as another, if that is more exact; `day` is the one that is meant.
    fn as_exact_as(self, other: Self, day: Date) -> Self {
        Self {
            year: self.year,
            month: self.month.or(other.month.map(|_| day.month())),
            day: self.day.or(other.day.map(|_| day.day())),
        }
    }

    /// Whether its day is known.
    pub fn has_day(self) -> bool {
        self.day.is_some()
    }
}

impl Period {
    /// When it begins.
    pub fn from(self) -> When {
        self.from
    }

    /// When it ends; none where that is open.
    pub fn to(self) -> Option<When> {
        self.to
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.from.first()
    }

    /// Its last day; the last that there is where the end is open.
    pub fn last(self) -> Date {
        self.to.map_or(Date::MAX, When::last)
    }

    /// What it has in common with another; `None` where that is no day.
    pub fn shared(self, other: Self) -> Option<Self> {
        let from = if self.first() < other.first() { other.from } else { self.from };
        let to = if other.last() < self.last() { other.to } else { self.to };
        let shared = Self { from, to };
        (shared.first() <= shared.last()).then(|| Self {
            from: to.map_or(from, |to| from.as_exact_as(to, from.first())),
            to: to.map(|to| to.as_exact_as(from, to.last())),
        })
    }
}

impl FromStr for When {
    type Err = ();

    fn from_str(written: &str) -> Result<Self, ()> {
        let mut parts = written.split('-');
        let mut part = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(drop)
            }
            Some(_) => Err(()),
        };
        let year = part(4)?.ok_or(())?;
        let mut small = || Ok(part(2)?.and_then(|part| i8::try_from(part).ok()));
        let (month, day) = (small()?, small()?);
        if parts.next().is_some() {
            return Err(());
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(drop)?;
        Ok(Self { year, month, day })
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(written: &str) -> Result<Self, ()> {
        let (from, to) = match written.split_once('/') {
            None => (written, Some(written)),
            Some((from, "" | "..")) => (from, None),
            Some((from, to)) => (from, Some(to)),
        };
        let (from, to): (When, Option<When>) = (from.parse()?, to.map(str::parse).transpose()?);
        match to.is_some_and(|to| to.last() < from.first()) {
            true => Err(()),
            false => Ok(Self { from, to }),
        }
    }
}

/// What is wrong with words that are no period.
pub(super) fn wrong_period(written: &str) -> String {
    let day = written.split('/').find_map(|part| no_such_day(part).filter(|_| part.parse::<When>().is_err()));
    let ends = written
        .split_once('/')
        .and_then(|(from, to)| Some((from.parse::<When>().ok()?, to.parse::<When>().ok()?)));
    match (day, ends) {
        (Some(day), _) => day,
        (None, Some((from, to))) => format!("“{written}” ends before it begins: write {to}/{from}"),
        (None, None) => {
            format!("“{written}” is no period, such as 2026, 2026-03/2027-02, or 2026-03/.. without an end")
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) if to == self.from => write!(f, "{to}"),
            Some(to) => write!(f, "{}/{to}", self.from),
            None => write!(f, "{}/..", self.from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_is_written() {
        for (written, first, last) in [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2024-02-03", "2024-02-03", "2024-02-03"),
        ] {
            let when: When = written.parse().unwrap();
            assert_eq!((when.first().to_string(), when.last().to_string()), (first.into(), last.into()));
            assert_eq!(when.to_string(), written);
        }
        for wrong in
            ["", "24", "2024-13", "2024-02-30", "2024-2", "2024-02-03-04", "2024年", "-2024", "2024-"]
        {
            assert!(wrong.parse::<When>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_periods_share_is_the_same_from_both_sides() {
        for (one, other, shared) in [
            ("2024", "2024-03/2025", Some("2024-03/2024-12")),
            ("2024-03/..", "2023/..", Some("2024-03/..")),
            ("2024", "2024", Some("2024")),
            ("2024", "2025", None),
            ("2024/2024-05", "2024-05-31/..", Some("2024-05-31/2024-05-31")),
        ] {
            let period = |written: &str| written.parse::<Period>().unwrap();
            let found = |one, other| period(one).shared(period(other));
            assert_eq!(found(one, other), shared.map(period), "{one} {other}");
            let days = |shared: Option<Period>| shared.map(|shared| (shared.first(), shared.last()));
            assert_eq!(days(found(one, other)), days(found(other, one)), "{one} {other}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_period_is_said() {
        for (written, wrong) in [
            ("2026-04/2026-03", "“2026-04/2026-03” ends before it begins: write 2026-03/2026-04"),
            (
                "2026-04-31/..",
                "“2026-04-31” is no day, as the month has 30 days: write one from 2026-04-01 to 2026-04-30",
            ),
            (
                "2026年4月",
                "“2026年4月” is no period, such as 2026, 2026-03/2027-02, or 2026-03/.. without an end",
            ),
        ] {
            assert_eq!(wrong_period(written), wrong);
        }
    }

    #[test]
    fn a_period_ends_after_it_begins_or_is_open() {
        for written in ["2024-03/2025-02", "2024/2024-01", "2024-03-02/..", "2024"] {
            assert_eq!(written.parse::<Period>().unwrap().to_string(), written);
        }
        assert_eq!("2024-03/".parse::<Period>().unwrap().to_string(), "2024-03/..");
        for wrong in ["2025/2024", "2024-03-02/2024-03-01", "/2024", "2024/2025/2026", "今年"] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong}");
        }
    }
}
