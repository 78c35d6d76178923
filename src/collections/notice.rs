//! What an entry offers, and what it asks for.
//!
//! [`read`] makes a [`Notice`] of each item of `offers` and `requests`.

mod read;

use serde::{Deserialize, Deserializer};

use super::places::Place;
use super::when::Period;
use crate::config::Words;
use crate::lang::Lang;
use crate::misfit;

pub use read::read;

/// Whether something is given or wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Somebody can help.
    Offer,
    /// Somebody looks for help.
    Request,
}

impl Side {
    /// Both, in the order in which an entry shows them.
    pub const BOTH: [Self; 2] = [Self::Offer, Self::Request];

    /// The key of an entry that lists them.
    pub fn key(self) -> &'static str {
        match self {
            Self::Offer => "offers",
            Self::Request => "requests",
        }
    }
}

/// An offer or a request.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Which of the two.
    pub side: Side,
    /// Which of the needs, by its place in the list.
    pub need: usize,
    /// In which languages; empty where nobody says it.
    pub languages: Vec<Lang>,
    /// Where, if somebody says it.
    pub region: Option<&'static Place>,
    /// When, if somebody says it.
    pub period: Option<Period>,
    /// Who answers.
    pub contact: Contact,
    /// What else is to be known of it.
    pub note: Option<Words>,
}

/// Who answers: a role, never a person's name.
#[derive(Debug, Clone, Deserialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {role: {zh: …, en: …}, mail: office@example.org}"
)]
pub struct Contact {
    /// What they do.
    #[serde(deserialize_with = "words")]
    pub role: Words,
    /// Where they read mail.
    #[serde(deserialize_with = "mail")]
    pub mail: String,
}

/// Words that say something.
fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Words, D::Error> {
    let words = Words::deserialize(deserializer)?;
    words.judged().map_err(misfit::own)?;
    Ok(words)
}

fn mail<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    misfit::parsed(deserializer, "an address of mail", |written| match is_mail(written.trim()) {
        true => Ok(written.trim().to_owned()),
        false => Err(format!("“{written}” is no address of mail, such as office@example.org")),
    })
}

/// Whether it is an address as most are, whose signs mean the same in a link.
fn is_mail(written: &str) -> bool {
    let is_part = |part: &str, others: &[u8]| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || others.contains(&byte);
        !part.is_empty() && part.bytes().all(fits) && !part.starts_with('.') && !part.ends_with('.')
    };
    written.split_once('@').is_some_and(|(who, host)| {
        is_part(who, b".+-_") && host.contains('.') && host.split('.').all(|part| is_part(part, b"-"))
    })
}

#[cfg(test)]
mod tests {
    use super::is_mail;

    #[test]
    fn an_address_of_mail_is_one_that_a_link_can_lead_to() {
        for right in ["office@example.org", "a.b+c_d-e@mail.example.org", "1@2.org"] {
            assert!(is_mail(right), "{right}");
        }
        for wrong in [
            "",
            "office",
            "office@",
            "@example.org",
            "office@example",
            "a b@example.org",
            "a@b@example.org",
            "a@example..org",
            "a?subject=x@example.org",
            "mailto:a@example.org",
            "办公室@example.org",
            ".a@example.org",
        ] {
            assert!(!is_mail(wrong), "{wrong}");
        }
    }
}
