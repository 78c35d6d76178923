//! States, areas and regions with their codes and the short names that the United Nations uses.
//!
//! In: `places/states.tsv` and `places/regions.tsv`, which `scripts/make-states` writes and which name their sources and their date.
//! Out: a [`Place`] for a code. Refused: names, of which several may mean one place; the nearest code is proposed for them.

use std::sync::LazyLock;

use crate::lang::Lang;

const STATES_TABLE: &str = include_str!("places/states.tsv");

/// In how many languages a place has its name.
const LANGUAGES_OF_NAMES: usize = 6;

/// The languages of the names, in the order of the columns: those that the head of the table names by two letters.
static LANGUAGES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let head = STATES_TABLE.lines().take_while(|line| line.starts_with('#')).last().unwrap_or_default();
    head.split('\t').filter(|column| column.len() == 2).collect()
});

/// A State, an area or a region of the world.
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Its code of ISO 3166-1, two letters; regions have none.
    pub iso: Option<&'static str>,
    /// Its code of M49, three digits.
    pub m49: &'static str,
    names: [&'static str; LANGUAGES_OF_NAMES],
    /// The code of the region right around it; none of the world, and of what is in no region.
    above: Option<&'static str>,
}

static STATES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let place = |columns: &[&'static str]| match columns {
        [iso, m49, _kind, region, sub_region, names @ .., intermediate] => {
            place(Some(iso), m49, names, &[intermediate, sub_region, region])
        }
        _ => panic!("states.tsv has twelve columns"),
    };
    rows(STATES_TABLE).map(|row| place(&row)).collect()
});

static REGIONS: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let place = |columns: &[&'static str]| match columns {
        [m49, parent, names @ ..] => place(None, m49, names, &[parent]),
        _ => panic!("regions.tsv has eight columns"),
    };
    rows(include_str!("places/regions.tsv")).map(|row| place(&row)).collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// A place in the first of these regions whose code is given.
fn place(
    iso: Option<&'static str>,
    m49: &'static str,
    names: &[&'static str],
    around: &[&'static str],
) -> Place {
    let names = names.try_into().expect("a place has a name in each language");
    Place { iso, m49, names, above: around.iter().copied().find(|code| !code.is_empty()) }
}

/// The State or area of this code, of ISO 3166-1 or of M49.
pub fn state(code: &str) -> Option<&'static Place> {
    STATES.iter().find(|place| place.has(code))
}

/// The region, State or area of this code.
pub fn region(code: &str) -> Option<&'static Place> {
    REGIONS.iter().find(|place| place.has(code)).or_else(|| state(code))
}

/// Every State and area.
pub fn states() -> impl Iterator<Item = &'static Place> {
    STATES.iter()
}

/// Every region.
pub fn regions() -> impl Iterator<Item = &'static Place> {
    REGIONS.iter()
}

/// The State or area whose code or name is nearest to what is written, if one is near.
pub fn nearest_state(written: &str) -> Option<&'static Place> {
    nearest(STATES.iter(), written)
}

/// The same for a region, State or area.
pub fn nearest_region(written: &str) -> Option<&'static Place> {
    nearest(REGIONS.iter().chain(STATES.iter()), written)
}

fn nearest(places: impl Iterator<Item = &'static Place>, written: &str) -> Option<&'static Place> {
    let written = written.to_lowercase();
    let near = |place: &'static Place| {
        let names = place.names.iter().map(|name| strsim::jaro_winkler(&name.to_lowercase(), &written));
        let code = f64::from(u8::from(place.iso.is_some_and(|iso| iso.eq_ignore_ascii_case(&written))));
        (names.fold(code, f64::max), place)
    };
    let best = places.map(near).max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(best).filter(|(near, _)| *near > 0.85).map(|(_, place)| place)
}

impl Place {
    fn has(&self, code: &str) -> bool {
        self.iso == Some(code) || self.m49 == code
    }

    /// The code by which addresses and exports know it.
    pub fn code(&self) -> &'static str {
        self.iso.unwrap_or(self.m49)
    }

    /// Whether it is a part of another, as M49 has the regions.
    pub fn is_part_of(&self, other: &Place) -> bool {
        let above = |place: &Place| place.above.and_then(region);
        std::iter::successors(above(self), |place| above(place)).any(|place| place == other)
    }

    /// Its name, and the language of it where that is not the one that is asked for.
    pub fn name(&self, lang: &Lang) -> (&'static str, Option<Lang>) {
        let own = LANGUAGES.iter().position(|tag| *tag == lang.primary());
        let fallback = || LANGUAGES.iter().position(|tag| *tag == crate::languages::fallback().primary());
        let at = own.or_else(fallback).unwrap_or_default();
        let foreign = own.is_none().then(crate::languages::fallback);
        (self.names.get(at).copied().unwrap_or_default(), foreign)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_is_one_place_and_every_place_has_its_names() {
        let mut codes = HashSet::new();
        for place in STATES.iter().chain(REGIONS.iter()) {
            assert!(place.m49.len() == 3 && place.m49.bytes().all(|byte| byte.is_ascii_digit()), "{place:?}");
            assert!(place.iso.is_none_or(|iso| iso.len() == 2), "{place:?}");
            assert!(place.names.iter().all(|name| !name.trim().is_empty()), "{place:?}");
            assert!(codes.insert(place.m49) && place.iso.is_none_or(|iso| codes.insert(iso)), "{place:?}");
        }
        assert_eq!((STATES.len(), REGIONS.len()), (248, 30));
    }

    #[test]
    fn a_place_is_found_by_either_code_and_named_in_its_language() {
        let name = |code: &str, lang: &str| {
            let (name, foreign) = state(code).unwrap().name(&lang.parse().unwrap());
            (name, foreign.map(|lang| lang.to_string()))
        };
        assert_eq!(name("VN", "zh-Hans"), ("越南", None));
        assert_eq!(name("704", "ar"), ("فييت نام", None));
        assert_eq!(name("VN", "de"), ("Viet Nam", Some("en".to_owned())));
        assert_eq!(region("202").unwrap().name(&"en".parse().unwrap()).0, "Sub-Saharan Africa");
        assert!(state("vn").is_none() && state("越南").is_none() && state("XX").is_none());
        assert_eq!(nearest_state("Vietnam").unwrap().code(), "VN");
        assert_eq!(nearest_state("vn").unwrap().code(), "VN");
        assert_eq!(nearest_state("越南").unwrap().code(), "VN");
        assert!(nearest_state("qqqq").is_none());
    }

    #[test]
    fn a_place_is_a_part_of_every_region_around_it() {
        let is_part = |code: &str, of: &str| region(code).unwrap().is_part_of(region(of).unwrap());
        for of in ["035", "142", "001"] {
            assert!(is_part("VN", of), "{of}");
        }
        assert!(
            is_part("JM", "029") && is_part("JM", "419") && is_part("JM", "019") && is_part("029", "019")
        );
        for (code, of) in
            [("VN", "VN"), ("VN", "030"), ("142", "VN"), ("VN", "LA"), ("001", "001"), ("AQ", "001")]
        {
            assert!(!is_part(code, of), "{code} {of}");
        }
        // The walk through the regions ends.
        for place in STATES.iter().chain(REGIONS.iter()) {
            assert!(!place.is_part_of(place), "{place:?}");
        }
    }
}
