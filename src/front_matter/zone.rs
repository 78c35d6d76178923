//! The clock that times of an event are read from, by its name in the IANA database, which is part of the program. Refused: offsets and
//! abbreviations, which are those of several places; the name that is meant is proposed where it is known.

use std::str::FromStr;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::misfit;

/// The clock that times are read from: a time zone of the IANA database, which is part of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(pub TimeZone);

impl Zone {
    /// Its name: `Europe/Zurich`.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or_default()
    }
}

impl FromStr for Zone {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let database = TimeZoneDatabase::bundled();
        let names: Vec<String> = database.available().map(|known| known.to_string()).collect();
        if names.iter().any(|known| known == name) {
            return database.get(name).map(Zone).map_err(|_| format!("there is no time zone “{name}”"));
        }
        Err(match meant(name, &names) {
            Some(meant) => format!("there is no time zone “{name}”; did you mean “{meant}”?"),
            None if is_offset(name) => format!(
                "“{name}” does not say of which place the clock is: write a name such as “Asia/Shanghai” or “Europe/Zurich”"
            ),
            None => format!(
                "there is no time zone “{name}”: write a name such as “Asia/Shanghai”, “Europe/Zurich” or “UTC”"
            ),
        })
    }
}

/// Cities whose clock has the name of another.
const CITIES: [(&str, &str); 32] = [
    ("abu_dhabi", "Asia/Dubai"),
    ("abuja", "Africa/Lagos"),
    ("ankara", "Europe/Istanbul"),
    ("barcelona", "Europe/Madrid"),
    ("beijing", "Asia/Shanghai"),
    ("bern", "Europe/Zurich"),
    ("bonn", "Europe/Berlin"),
    ("brasilia", "America/Sao_Paulo"),
    ("canberra", "Australia/Sydney"),
    ("cape_town", "Africa/Johannesburg"),
    ("frankfurt", "Europe/Berlin"),
    ("geneva", "Europe/Zurich"),
    ("guangzhou", "Asia/Shanghai"),
    ("hanoi", "Asia/Ho_Chi_Minh"),
    ("islamabad", "Asia/Karachi"),
    ("kyoto", "Asia/Tokyo"),
    ("milan", "Europe/Rome"),
    ("montreal", "America/Toronto"),
    ("mumbai", "Asia/Kolkata"),
    ("munich", "Europe/Berlin"),
    ("new_delhi", "Asia/Kolkata"),
    ("osaka", "Asia/Tokyo"),
    ("ottawa", "America/Toronto"),
    ("peking", "Asia/Shanghai"),
    ("pretoria", "Africa/Johannesburg"),
    ("quebec", "America/Toronto"),
    ("rio_de_janeiro", "America/Sao_Paulo"),
    ("san_francisco", "America/Los_Angeles"),
    ("shenzhen", "Asia/Shanghai"),
    ("strasbourg", "Europe/Paris"),
    ("the_hague", "Europe/Amsterdam"),
    ("washington", "America/New_York"),
];

/// The zone that is meant by the name of a city, or by a name with a slip in it; a wrong one would be worse than none.
fn meant<'n>(written: &str, names: &'n [String]) -> Option<&'n str> {
    let written = written.trim().replace(' ', "_").to_lowercase();
    let place = |name: &str| name.rsplit('/').next().unwrap_or_default().to_lowercase();
    let city = || {
        let (_, zone) = CITIES.iter().find(|(city, _)| *city == place(&written))?;
        names.iter().find(|known| known == zone)
    };
    let slips = |known: &&String| {
        let known = known.to_lowercase();
        strsim::osa_distance(&written, &known)
    };
    let near = || {
        let (slips, nearest) =
            names.iter().map(|known| (slips(&known), known)).min_by_key(|(slips, _)| *slips)?;
        let few = place(nearest).chars().count() / LETTERS_OF_A_SLIP;
        Some(nearest).filter(|_| slips <= few && written.contains('/'))
    };
    let same = names.iter().find(|known| known.eq_ignore_ascii_case(&written));
    // A place is known by its last part alone.
    let of_place = || names.iter().find(|known| known.contains('/') && place(known) == written);
    same.or_else(of_place).or_else(city).or_else(near).map(String::as_str)
}

/// In the name of a place of so many letters, one may be wrong.
const LETTERS_OF_A_SLIP: usize = 4;

/// Whether it is an offset from UTC or an abbreviation, which the clocks of several places have.
fn is_offset(written: &str) -> bool {
    let is_letters = !written.is_empty()
        && written.len() <= "AEDT".len()
        && written.chars().all(|c| c.is_ascii_uppercase());
    is_letters || written.chars().any(|c| c.is_ascii_digit())
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "the name of a time zone", str::parse)
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_leads_to_the_zone_of_its_clock_and_an_offset_to_none() {
        let wrong = |name: &str| name.parse::<Zone>().unwrap_err();
        for (written, meant) in [
            ("Asia/Beijing", "Asia/Shanghai"),
            ("Beijing", "Asia/Shanghai"),
            ("Asia/Shangai", "Asia/Shanghai"),
            ("ASIA/SHANGHAI", "Asia/Shanghai"),
            ("New York", "America/New_York"),
            ("America/New York", "America/New_York"),
            ("Geneva", "Europe/Zurich"),
            ("Europe/Zuerich", "Europe/Zurich"),
        ] {
            assert_eq!(wrong(written), format!("there is no time zone “{written}”; did you mean “{meant}”?"));
        }
        for written in ["UTC+8", "GMT+8:00", "+08:00", "CST", "AEDT"] {
            assert!(wrong(written).contains("write a name such as “Asia/Shanghai”"), "{}", wrong(written));
        }
        for written in ["Asia/Xian", "Asia/Wuhan", "Europe/Basel", "中国", ""] {
            assert!(wrong(written).contains("write a name such as"), "{}", wrong(written));
        }
        for (city, zone) in CITIES {
            assert!(zone.parse::<Zone>().is_ok(), "{city}: {zone}");
        }
    }
}
