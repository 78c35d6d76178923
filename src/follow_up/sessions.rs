//! When sessions are held.
//!
//! In: `sessions.yaml`, which is built in and names for each session the text that prints its dates, and the sessions that the texts of
//! a site print. Out: the days of a session, or that it must be over because a later one has begun. No day is ever estimated.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::document::Document;
use crate::languages::{Body, ResolutionPatterns};
use crate::misfit;

/// A session of a body: `A/HRC/56`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    /// What the symbols of the body's documents begin with: `A/HRC`. Empty where a text does not say which body is meant.
    pub body: Box<str>,
    /// Its number.
    pub number: u32,
}

impl FromStr for Session {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let is_part = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_uppercase())
                && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.')
        };
        let parsed = written.rsplit_once('/').and_then(|(body, number)| {
            let number = number.parse().ok().filter(|number| *number > 0)?;
            body.split('/').all(is_part).then(|| Self { body: body.into(), number })
        });
        parsed.ok_or_else(|| {
            format!("“{written}” is not a session; it is the body and the number, such as “A/HRC/56”")
        })
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.body, self.number)
    }
}

impl<'de> Deserialize<'de> for Session {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "a session", str::parse)
    }
}

/// A line of the table that is built in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    session: Session,
    #[serde(deserialize_with = "misfit::date")]
    start: Date,
    #[serde(deserialize_with = "misfit::date")]
    end: Date,
    /// The text that prints the dates, and the day on which it was read: for people.
    #[allow(dead_code, reason = "each line of the table says where it comes from")]
    source: String,
    #[allow(dead_code, reason = "each line of the table says where it comes from")]
    #[serde(deserialize_with = "misfit::date")]
    read: Date,
}

/// The first and the last day of each session that is known.
#[derive(Debug, Clone)]
pub struct Sessions(BTreeMap<Session, (Date, Date)>);

impl Default for Sessions {
    fn default() -> Self {
        Self::built_in().clone()
    }
}

impl Sessions {
    /// Those that are built in.
    pub fn built_in() -> &'static Self {
        static TABLE: LazyLock<Sessions> = LazyLock::new(|| {
            let table: Vec<Held> = serde_yaml::from_str(include_str!("sessions.yaml"))
                .expect("the table of sessions is read by a test");
            Sessions(table.into_iter().map(|held| (held.session, (held.start, held.end))).collect())
        });
        &TABLE
    }

    /// Adds the session at which a text was adopted, where its front matter gives the days.
    pub fn add(&mut self, text: &Document, patterns: &ResolutionPatterns) {
        let printed = || {
            let days = text.front.session.as_deref()?;
            Some((session_of(text, patterns)?, (days.start?, days.end?)))
        };
        self.0.extend(printed());
    }

    /// The first and the last day of a session.
    pub fn days(&self, session: &Session) -> Option<(Date, Date)> {
        self.0.get(session).copied()
    }

    /// The first day of the next session of the body after this one of which it is known: by then this one was over.
    pub fn over_by(&self, session: &Session) -> Option<Date> {
        let next = Session { number: session.number.saturating_add(1), ..session.clone() };
        let (later, (start, _)) = self.0.range(next..).next()?;
        (later.body == session.body).then_some(*start)
    }
}

/// What the symbols of the documents of a body begin with: `A/HRC` of `A/HRC/RES/`.
fn prefix(body: &Body) -> Option<Box<str>> {
    let symbol = body.symbol.as_deref()?.trim_end_matches('/');
    Some(symbol.strip_suffix("/RES").unwrap_or(symbol).into())
}

/// The session at which a text was adopted.
pub fn session_of(text: &Document, patterns: &ResolutionPatterns) -> Option<Session> {
    let session = text.front.session.as_deref()?;
    // A special session has a number among special sessions.
    patterns.follow_up.session.is_match(&session.name).then_some(())?;
    Some(Session { body: body_of(text, patterns)?, number: patterns.numerals.number(&session.name)? })
}

/// The body that adopted a text, by its name or by the symbol of the text.
pub fn body_of(text: &Document, patterns: &ResolutionPatterns) -> Option<Box<str>> {
    let front = &text.front;
    let named = front.body.as_deref().and_then(|name| body_named(name, patterns));
    named.or_else(|| {
        let begins = |body: &&Body| {
            body.symbol
                .as_deref()
                .zip(front.symbol.as_deref())
                .is_some_and(|(begin, symbol)| symbol.starts_with(begin))
        };
        patterns.bodies.iter().find(begins).and_then(prefix)
    })
}

/// Whether a body of the United Nations adopted a text: its symbol begins with the letter of a principal organ.
pub fn is_of_united_nations(text: &Document, patterns: &ResolutionPatterns) -> bool {
    let body = body_of(text, patterns);
    body.is_some_and(|body| ["A", "S", "E"].contains(&body.split('/').next().unwrap_or_default()))
}

/// The body of this name.
pub fn body_named(name: &str, patterns: &ResolutionPatterns) -> Option<Box<str>> {
    patterns.body(name).and_then(prefix)
}

/// What a language calls a body.
pub fn name_of<'p>(body: &str, patterns: &'p ResolutionPatterns) -> Option<&'p str> {
    patterns
        .bodies
        .iter()
        .find(|known| prefix(known).is_some_and(|begin| *begin == *body))
        .map(|body| body.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_possible_and_stands_once_in_its_order() {
        let table: Vec<Held> = serde_yaml::from_str(include_str!("sessions.yaml")).unwrap();
        for held in &table {
            assert!(held.start <= held.end && held.end <= held.read, "{}", held.session);
            assert!(held.source.starts_with(&*held.session.body), "{}", held.session);
        }
        for pair in table.windows(2) {
            let [before, after] = pair else { continue };
            assert!(before.session < after.session, "{}", after.session);
            let same = before.session.body == after.session.body;
            assert!(!same || before.end < after.start, "{}", after.session);
        }
    }

    #[test]
    fn the_table_is_read_and_tells_what_is_over_by_a_later_session() {
        let sessions = Sessions::built_in();
        let session = |written: &str| written.parse::<Session>().unwrap();
        let day = |written: &str| written.parse::<Date>().unwrap();
        assert_eq!(sessions.days(&session("A/HRC/54")), Some((day("2023-09-11"), day("2023-10-13"))));
        assert_eq!(sessions.days(&session("A/HRC/56")), None);
        assert_eq!(sessions.over_by(&session("A/HRC/55")), Some(day("2024-09-09")));
        assert_eq!(sessions.over_by(&session("A/HRC/60")), None);
        assert_eq!(sessions.over_by(&session("A/55")), None);
        for written in ["A/HRC", "56", "A/HRC/0", "a/hrc/56", "人权理事会/56", "A//56", "A/HRC/五十六"]
        {
            assert!(written.parse::<Session>().is_err(), "{written}");
        }
        assert_eq!(session("A/HRC/56").to_string(), "A/HRC/56");
    }
}
