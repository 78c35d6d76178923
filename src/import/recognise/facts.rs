//! What follows from the fields of a resolution: its symbol, its dates as calendar dates, the counts of its vote.
//!
//! In: the fields as the source has them. Out: derived values. A value whose source is missing or cannot be
//! understood is missing too; nothing is guessed.

use jiff::civil::Date;

use super::dates;
use super::fields::Fields;
use crate::front_matter::VoteCounts;
use crate::languages::ResolutionPatterns;

/// Derived values.
#[derive(Debug, Default)]
pub struct Facts {
    /// The body that adopted the resolution.
    pub body: Option<String>,
    /// The number of the resolution.
    pub number: Option<String>,
    /// The document symbol.
    pub symbol: Option<String>,
    /// The day of adoption.
    pub date: Option<Date>,
    /// From which day an act holds.
    pub in_force: Option<Date>,
    /// The first and last day of the session.
    pub session: Option<(Date, Date)>,
    /// The counts the vote's statement gives.
    pub counts: Option<VoteCounts>,
}

impl Facts {
    /// Derives what can be derived; `opening` is the line that opens the preamble.
    pub fn of(fields: &Fields, opening: Option<&str>, rules: &ResolutionPatterns) -> Self {
        let named = fields.text("body").and_then(|name| rules.body(name));
        let body = named.or_else(|| rules.opened_by(opening?));
        let in_title = || {
            let found = rules.cover.numbered_title.captures(fields.text("title")?)?;
            Some(format!("{} ({})", &found["number"], &found["year"]))
        };
        let number = fields.text("number").map(str::to_owned).or_else(in_title);
        let symbol = || Some(format!("{}{}", body?.symbol.as_deref()?, number.as_deref()?));
        let day = |key| dates::date(fields.text(key)?, rules);
        Self {
            body: fields.text("body").or(body.map(|body| body.name.as_str())).map(str::to_owned),
            symbol: fields.text("symbol").map(str::to_owned).or_else(symbol),
            number,
            in_force: None,
            date: day("adopted").or_else(|| day("closing")),
            session: fields.text("session.dates").and_then(|dates| dates::session(dates, rules)),
            counts: fields.text("vote.statement").and_then(|statement| counts(statement, rules)),
        }
    }
}

impl Facts {
    /// Whether a key of the front matter has a value that follows from something else than a field of its own: the line that
    /// opens the preamble says which body it is.
    pub fn has(&self, key: &str) -> bool {
        match key {
            "body" => self.body.is_some(),
            "number" => self.number.is_some(),
            "symbol" => self.symbol.is_some(),
            _ => false,
        }
    }
}

fn counts(statement: &str, rules: &ResolutionPatterns) -> Option<VoteCounts> {
    let found = rules.vote.counts.captures(statement)?;
    // A word in place of the number says that there is none.
    let count = |name| {
        let said = found.name(name)?.as_str();
        if said.starts_with(|c: char| c.is_ascii_digit()) { said.parse().ok() } else { Some(0) }
    };
    Some(VoteCounts {
        in_favour: count("in_favour")?,
        against: count("against")?,
        abstaining: count("abstaining")?,
    })
}
