//! Dates as a language writes them, turned into calendar dates.
//!
//! In: text and the rules of its language. Out: dates that exist; anything else gives none.

use jiff::civil::Date;
use regex::Captures;

use crate::languages::ResolutionPatterns;

/// The first date in a text.
pub fn date(text: &str, rules: &ResolutionPatterns) -> Option<Date> {
    rules.day(text)
}

/// The first and last day of a session; what one of them leaves out is taken from the other.
pub fn session(text: &str, rules: &ResolutionPatterns) -> Option<(Date, Date)> {
    let found = rules.cover.session_dates.captures(text)?;
    let start = either(&found, ["start_year", "end_year"], ["start_month", "end_month"], "start_day", rules)?;
    let end = either(&found, ["end_year", "start_year"], ["end_month", "start_month"], "end_day", rules)?;
    Some((start, end))
}

fn either(
    found: &Captures<'_>,
    years: [&str; 2],
    months: [&str; 2],
    day: &str,
    rules: &ResolutionPatterns,
) -> Option<Date> {
    let first = |names: [&str; 2]| names.iter().find_map(|name| found.name(name)).map(|part| part.as_str());
    rules.civil(first(years)?, first(months)?, found.name(day)?.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_both_languages() {
        let rules =
            |tag: &str| crate::languages::Languages::built_in().of(&tag.parse().unwrap()).patterns().unwrap();
        let iso = |text: &str, tag: &str| date(text, rules(tag)).map(|date| date.to_string());
        assert_eq!(iso("人权理事会 2023 年 4 月 3 日通过的决议", "zh").unwrap(), "2023-04-03");
        assert_eq!(iso("on 3 April 2023", "en").unwrap(), "2023-04-03");
        assert_eq!(iso("2023年2月30日", "zh"), None);
        let both =
            |text: &str, tag: &str| session(text, rules(tag)).map(|(a, b)| format!("{a}/{b}")).unwrap();
        assert_eq!(both("2023 年 2 月 27 日至 4 月 4 日", "zh"), "2023-02-27/2023-04-04");
        assert_eq!(both("2023年6月19日至30日", "zh"), "2023-06-19/2023-06-30");
        assert_eq!(both("27 February–4 April 2023", "en"), "2023-02-27/2023-04-04");
    }
}
