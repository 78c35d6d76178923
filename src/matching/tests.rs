use proptest::prelude::*;

use super::*;
use crate::collections::{Contact, places};
use crate::config::Words;

fn notice(side: Side, need: usize, languages: &[&str], region: &str, period: &str) -> Notice {
    Notice {
        side,
        need,
        languages: languages.iter().map(|tag| tag.parse().unwrap()).collect(),
        region: places::region(region),
        period: period.parse().ok(),
        contact: Contact { role: Words::Main("协调员".to_owned()), mail: "office@example.org".to_owned() },
        note: None,
    }
}

fn offer(languages: &[&str], region: &str, period: &str) -> Notice {
    notice(Side::Offer, 0, languages, region, period)
}

fn request(languages: &[&str], region: &str, period: &str) -> Notice {
    notice(Side::Request, 0, languages, region, period)
}

fn today() -> Today {
    Today::given("2026-11-30".parse().unwrap())
}

fn found(entries: &[Vec<Notice>]) -> Vec<Vec<Found>> {
    let entries: Vec<&[Notice]> = entries.iter().map(Vec::as_slice).collect();
    find(&entries, today())
}

#[test]
fn two_fit_in_need_language_and_period() {
    let asked = request(&["zh-Hans", "en"], "VN", "2026-06/2027-05");
    let points = |offered: &Notice| agreement(offered, &asked).map(|agreement| agreement.points());
    assert_eq!(points(&offer(&["en"], "VN", "2027")), Some(3));
    assert_eq!(points(&offer(&["zh", "en", "vi"], "035", "2027")), Some(4));
    assert_eq!(points(&offer(&["en"], "LA", "2027")), Some(2), "another region");
    assert_eq!(points(&offer(&[], "", "")), Some(0), "nothing is known");
    assert_eq!(points(&offer(&["vi"], "VN", "2027")), None, "no language");
    assert_eq!(points(&offer(&["zh-Hant"], "VN", "2027")), None, "another script");
    assert_eq!(points(&offer(&["en"], "VN", "2027-06/..")), None, "another time");
    assert_eq!(points(&notice(Side::Offer, 1, &["en"], "VN", "2027")), None, "another need");
    assert_eq!(points(&asked), None, "two requests");
}

#[test]
fn who_does_not_say_something_is_named() {
    let silent = |offered: &Notice, asked: &Notice| agreement(offered, asked).unwrap().languages;
    let (said, unsaid) = (["en"].as_slice(), [].as_slice());
    let one = |side| Known::NotSaid(Silent::One(side));
    assert_eq!(silent(&offer(unsaid, "", ""), &request(said, "", "")), one(Side::Offer));
    assert_eq!(silent(&offer(said, "", ""), &request(unsaid, "", "")), one(Side::Request));
    assert_eq!(silent(&offer(unsaid, "", ""), &request(unsaid, "", "")), Known::NotSaid(Silent::Both));
}

#[test]
fn the_best_stand_first_and_what_is_over_nowhere() {
    let entries = vec![
        vec![request(&["en"], "VN", "2026/2027")],
        vec![offer(&["en"], "", "")],
        vec![offer(&["en"], "FJ", "2026-05/..")],
        vec![offer(&["en"], "142", "2027")],
        vec![offer(&["en"], "FJ", "2026-03/..")],
        vec![offer(&["en"], "VN", "2026-01/2026-10")],
        vec![offer(&["en"], "FJ", "2026-03/..")],
    ];
    let found = found(&entries);
    let best: Vec<usize> = found[0][0].best.iter().map(|(entry, _)| *entry).collect();
    assert_eq!(best, [3, 4, 6, 2, 1]);
    assert!(found[5][0].is_over && found[5][0].all == 0 && !found[4][0].is_over);
}

#[test]
fn an_entry_does_not_help_itself() {
    let both = vec![offer(&["en"], "", ""), request(&["en"], "", "2027")];
    let alone = found(std::slice::from_ref(&both));
    assert!(alone[0].iter().all(|found| found.all == 0 && found.best.is_empty()), "{alone:?}");
    let two = found(&[both.clone(), both]);
    assert_eq!(two[0][0], Found { best: vec![(1, 1)], all: 1, is_over: false });
}

#[test]
fn only_the_best_are_named_and_all_are_counted() {
    let mut entries = vec![vec![request(&["en"], "", "2027")]];
    entries.extend((1..=25).map(|_| vec![offer(&["en"], "", "2026/2027")]));
    let found = found(&entries);
    assert_eq!((found[0][0].best.len(), found[0][0].all), (MOST_NAMED, 25));
    assert_eq!(found[0][0].best[0], (1, 0));
}

fn any_notice() -> impl Strategy<Value = Notice> {
    let pick = |of: &'static [&'static str]| proptest::sample::select(of);
    let languages = proptest::sample::subsequence(vec!["zh", "zh-Hans", "zh-Hant", "en", "en-GB"], 0..=3);
    let periods =
        ["", "2026", "2026-01/2026-06", "2027", "2027-02-03", "2026-06/2027-03", "2026/..", "2028-01/.."];
    let periods = proptest::sample::select(periods.to_vec());
    (any::<bool>(), 0..2usize, languages, pick(&["", "VN", "LA", "035", "142", "FJ"]), periods).prop_map(
        |(offers, need, languages, region, period)| {
            let side = if offers { Side::Offer } else { Side::Request };
            notice(side, need, &languages, region, period)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_is_what_comparing_each_with_each_finds(
        entries in proptest::collection::vec(proptest::collection::vec(any_notice(), 0..4), 0..24)
    ) {
        let is_over = |notice: &Notice| notice.period.is_some_and(|period| today().is_over(period.last()));
        let all = found(&entries);
        for (entry, notices) in entries.iter().enumerate() {
            for (place, notice) in notices.iter().enumerate() {
                let mut fitting = Vec::new();
                for (other, of_other) in entries.iter().enumerate().filter(|(other, _)| *other != entry) {
                    for (at, second) in of_other.iter().enumerate() {
                        let agreed = agreement(notice, second);
                        // The same from both sides.
                        prop_assert_eq!(&agreed, &agreement(second, notice));
                        if let Some(agreed) = agreed.filter(|_| !is_over(notice) && !is_over(second)) {
                            let first = second.period.map(|period| period.first());
                            let points = std::cmp::Reverse(agreed.points());
                            fitting.push((points, first.is_none(), first, (other, at)));
                        }
                    }
                }
                fitting.sort_unstable();
                let best: Vec<At> = fitting.iter().map(|(.., at)| *at).take(MOST_NAMED).collect();
                prop_assert_eq!(&all[entry][place].best, &best);
                prop_assert_eq!(all[entry][place].all, fitting.len());
                // Whoever is found finds back.
                for &(.., (other, at)) in &fitting {
                    prop_assert!(all[other][at].all > 0);
                }
            }
        }
    }
}
