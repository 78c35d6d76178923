//! Where other databases have the same entry: `same-as`.
//!
//! In: the text of an entry. Out: a finding at the first of its addresses that is none of the web, or stands twice. They are judged here and
//! not when front matter is read: of an entry whose front matter cannot be read nobody knows who agreed to it.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::{FrontMatter, at_error, yaml_of};
use crate::config::address::of_web;
use crate::finding::Finding;
use crate::misfit;
use crate::source::Source;

/// Finds what is wrong with the addresses.
pub fn check_same_as(source: &Arc<Source>, front: &FrontMatter) -> Option<Finding> {
    let addresses = &front.same_as;
    let is_right =
        |(at, address): (usize, &String)| judged(address, addresses.get(..at).unwrap_or_default()).is_ok();
    if addresses.iter().enumerate().all(is_right) {
        return None;
    }
    // Only the text knows where each stands.
    let yaml = yaml_of(source);
    let read = serde_yaml::from_str::<Read>(source.slice(yaml));
    let error = read.map(|Read { same_as: Addresses }| ()).err()?;
    Some(at_error("front-matter/wrong-value", source, yaml, &error))
}

/// An address that is none of those before it.
fn judged<'w>(written: &'w str, before: &[String]) -> Result<&'w str, String> {
    let address = of_web(written)?;
    match before.iter().any(|other| other == address) {
        true => Err(format!("“{address}” stands here a second time")),
        false => Ok(address),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Read {
    same_as: Addresses,
}

struct Addresses;

impl<'de> Deserialize<'de> for Addresses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Addresses {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an address of the web or a list of them")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Self, E> {
        judged(written, &[]).map(|_| self).map_err(misfit::own)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self, A::Error> {
        let mut addresses = Vec::new();
        while let Some(address) = list.next_element_seed(One(&addresses))? {
            addresses.push(address);
        }
        Ok(self)
    }
}

/// One of the addresses, after those before it.
struct One<'a>(&'a [String]);

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        misfit::parsed(deserializer, "an address of the web", |written| {
            judged(written, self.0).map(str::to_owned)
        })
    }
}
