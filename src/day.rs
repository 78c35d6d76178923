//! The day that a site is judged at: what is over by now, and what has not come yet.
//!
//! In: the clock of the machine and `SOURCE_DATE_EPOCH`, of which the later counts, or the day that `--today` gives. Out: one day for
//! everything of a build. A day is over when it has ended everywhere, and has come when it has begun anywhere.

use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};

/// The day that a site is judged at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today {
    earliest: Date,
    latest: Date,
}

impl Default for Today {
    fn default() -> Self {
        Self::of_machine()
    }
}

impl Today {
    /// The day of the machine, or that of `SOURCE_DATE_EPOCH` where it is later.
    pub fn of_machine() -> Self {
        let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|value| value.parse().ok());
        Self::later(
            jiff::Timestamp::now(),
            given.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()),
        )
    }

    fn later(now: jiff::Timestamp, given: Option<jiff::Timestamp>) -> Self {
        let at = |hours| now.to_zoned(TimeZone::fixed(offset(hours))).date();
        let given = given.map_or(Date::MIN, |given| given.to_zoned(TimeZone::UTC).date());
        Self { earliest: at(-12).max(given), latest: at(14).max(given) }
    }

    /// This day and no other.
    pub fn given(day: Date) -> Self {
        Self { earliest: day, latest: day }
    }

    /// The day by which deadlines are judged: the earliest that it is anywhere.
    pub fn date(self) -> Date {
        self.earliest
    }

    /// Whether a day has ended everywhere.
    pub fn is_over(self, day: Date) -> bool {
        day < self.earliest
    }

    /// Whether a day has begun anywhere: what is of a day that has not is a mistake.
    pub fn has_come(self, day: Date) -> bool {
        day <= self.latest
    }

    /// Whether a day is to come on the machine too: before that, it is no mistake, whatever day is given.
    pub fn is_to_come(self, day: Date) -> bool {
        !self.has_come(day) && !Self::of_machine().has_come(day)
    }

    /// The latest day that it is anywhere.
    pub fn latest(self) -> Date {
        self.latest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_over_when_it_ended_everywhere_and_has_come_when_it_began_anywhere() {
        let noon: jiff::Timestamp = "2026-11-30T11:00:00Z".parse().unwrap();
        let day = |day: &str| day.parse::<Date>().unwrap();
        let today = Today::later(noon, None);
        assert!(today.is_over(day("2026-11-28")) && !today.is_over(day("2026-11-29")));
        assert!(today.has_come(day("2026-12-01")) && !today.has_come(day("2026-12-02")));
        // An earlier time that is given changes nothing, a later one counts.
        assert_eq!(Today::later(noon, Some("2023-01-01T00:00:00Z".parse().unwrap())), today);
        let later = Today::later(noon, Some("2027-01-01T00:00:00Z".parse().unwrap()));
        assert_eq!(later, Today::given(day("2027-01-01")));
    }
}
