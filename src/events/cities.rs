//! The cities by whose names people know time zones: nobody says “Asia/Shanghai time”.

use std::sync::LazyLock;

use crate::lang::{Lang, Names};

static NAMES: LazyLock<Names> = LazyLock::new(|| Names::read(include_str!("cities.tsv")));

/// The city of a time zone in a language, else in English; none where the zone is that of no city.
pub fn city(zone: &str, lang: &Lang) -> Option<&'static str> {
    Some(NAMES.name(NAMES.line(zone)?, lang).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_has_the_name_that_people_say() {
        let city = |zone: &str, lang: &str| city(zone, &lang.parse().unwrap());
        assert_eq!(city("Asia/Shanghai", "zh-Hans"), Some("北京"));
        assert_eq!(city("Asia/Chongqing", "zh-Hans"), Some("北京"));
        assert_eq!(city("Asia/Shanghai", "en"), Some("Beijing"));
        assert_eq!(city("Europe/Zurich", "zh-Hans"), Some("苏黎世"));
        assert_eq!(city("America/New_York", "en"), Some("New York"));
        assert_eq!(city("UTC", "zh-Hans"), None);
    }

    #[test]
    fn every_city_of_the_database_has_a_name() {
        let database = jiff::tz::TimeZoneDatabase::bundled();
        let of_places = database.available().map(|name| name.to_string()).filter(|name| {
            let area = name.split('/').next().unwrap_or_default();
            name.contains('/')
                && !["Brazil", "Canada", "Chile", "Etc", "Mexico", "US", "SystemV"].contains(&area)
        });
        let missing: Vec<String> = of_places.filter(|name| NAMES.line(name).is_none()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
