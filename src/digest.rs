//! The digest of words or pictures, as records of reviews and seals of official texts write it.
//!
//! In: a hasher that was given what counts. Out: a [`Digest`] that is written, read and compared. Refused: what is not
//! written like one.

use std::fmt;
use std::str::FromStr;

use blake3::Hasher;
use serde::{Deserialize, Deserializer, Serialize};

use crate::misfit;
use crate::source::slice;

/// The first half of a BLAKE3 hash, written `blake3:` and 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Digest(Box<str>);

const PREFIX: &str = "blake3:";
const DIGITS: usize = 32;

impl Digest {
    /// The digest of what a hasher was given.
    pub fn of(hasher: &Hasher) -> Self {
        Self(slice(&hasher.finalize().to_hex(), ..DIGITS).into())
    }
}

impl FromStr for Digest {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        match written.strip_prefix(PREFIX) {
            Some(hex)
                if hex.len() == DIGITS
                    && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) =>
            {
                Ok(Self(hex.into()))
            }
            _ => Err(format!("“{written}” is not a digest; it is “{PREFIX}” and {DIGITS} digits 0-9, a-f")),
        }
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "a digest", str::parse)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0)
    }
}
