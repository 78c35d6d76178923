//! Who agreed to what being published of an entry, as its front matter says it. What follows from it is the matter of
//! [`collections`](crate::collections).

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use crate::misfit::date;

/// What one party agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {by: VN, date: 2026-03-02, scope: public}"
)]
pub struct Consent {
    /// Who agreed: the code of a State, the name of an organisation, the role of a person.
    pub by: String,
    /// The day on which they did.
    #[serde(deserialize_with = "date")]
    pub date: Date,
    /// To what.
    pub scope: Scope,
    /// The last day on which it holds. One that is left empty is forgotten, and does not mean for ever.
    #[serde(default, deserialize_with = "last_day")]
    pub until: Option<Date>,
    /// Where the agreement itself is kept. It is never published.
    #[serde(default)]
    pub evidence: Option<String>,
}

fn last_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    date(deserializer).map(Some)
}

/// What may be published of an entry, the strictest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// All of it.
    Public,
    /// That it exists, as one among others that are counted.
    Aggregate,
    /// Nothing.
    None,
}

impl Scope {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Aggregate => "aggregate",
            Self::None => "none",
        }
    }
}
