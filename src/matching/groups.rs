//! Notices of one need and side in groups of the same languages and region, so that much less is compared than every offer with every
//! request: groups are compared with groups, and in a group that fits days are looked up in sorted lists.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::agreement::{agreement, beside_periods};
use super::{At, MOST_NAMED};
use crate::collections::Notice;

/// A notice in the order of those that have the same points: what begins earliest, then by title.
type Ranked<'n> = ((Option<Date>, At), &'n Notice);

/// Notices that differ in their periods alone, or say none at all.
#[derive(Debug)]
pub struct Group<'n> {
    /// In their order.
    notices: Vec<Ranked<'n>>,
    /// Their last days, sorted; none where they say no period.
    ends: Vec<Date>,
}

/// The groups of these notices.
pub fn of<'n>(notices: &[(At, &'n Notice)]) -> Vec<Group<'n>> {
    let mut groups: BTreeMap<_, Vec<Ranked<'n>>> = BTreeMap::new();
    for &(at, notice) in notices {
        let mut languages: Vec<&str> = notice.languages.iter().map(|lang| lang.as_str()).collect();
        languages.sort_unstable();
        let key = (languages, notice.region.map(|region| region.m49), notice.period.is_some());
        let first = notice.period.map(|period| period.first());
        groups.entry(key).or_default().push(((first, at), notice));
    }
    let group = |mut notices: Vec<Ranked<'n>>| {
        notices.sort_by_key(|(rank, _)| *rank);
        let mut ends: Vec<Date> =
            notices.iter().filter_map(|(_, notice)| Some(notice.period?.last())).collect();
        ends.sort_unstable();
        Group { notices, ends }
    };
    groups.into_values().map(group).collect()
}

/// Calls `found` with each notice of some groups, the best of the other groups that fit it, and how many fit.
pub fn compare(own: &[Group<'_>], others: &[Group<'_>], mut found: impl FnMut(At, Vec<At>, usize)) {
    let mut of_entry: BTreeMap<usize, Vec<&Notice>> = BTreeMap::new();
    for ((_, at), notice) in others.iter().flat_map(|group| &group.notices) {
        of_entry.entry(at.0).or_default().push(notice);
    }
    for group in own {
        let Some((_, first)) = group.notices.first() else { continue };
        let points = |other: &&Group<'_>| {
            let (_, second) = other.notices.first()?;
            Some(beside_periods(first, second)?.points())
        };
        let mut fitting: Vec<(usize, &Group<'_>)> =
            others.iter().filter_map(|other| Some((points(&other)?, other))).collect();
        fitting.sort_by(|(one, _), (other, _)| other.cmp(one));
        for &((_, at), notice) in &group.notices {
            let own = of_entry.get(&at.0).map_or(&[][..], Vec::as_slice);
            let own = own.iter().filter(|other| agreement(notice, other).is_some()).count();
            let all: usize = fitting.iter().map(|(_, other)| other.count(notice)).sum();
            let mut best = Vec::new();
            for tier in fitting.chunk_by(|(one, _), (other, _)| one == other) {
                let mut of_tier: Vec<_> =
                    tier.iter().flat_map(|(_, other)| other.first(notice, at.0)).collect();
                of_tier.sort_unstable();
                best.extend(of_tier.into_iter().map(|(_, at)| at).take(MOST_NAMED - best.len()));
                if best.len() == MOST_NAMED {
                    break;
                }
            }
            found(at, best, all - own);
        }
    }
}

impl Group<'_> {
    /// How many share a day with a notice. None begins after it has ended and ends before it begins.
    fn count(&self, notice: &Notice) -> usize {
        let Some(period) = notice.period.filter(|_| !self.ends.is_empty()) else { return self.notices.len() };
        let before = self.ends.partition_point(|end| *end < period.first());
        self.begun(period.last()) - before
    }

    /// How many have begun by a day; those that say no period have.
    fn begun(&self, day: Date) -> usize {
        self.notices.partition_point(|((first, _), _)| first.is_none_or(|first| first <= day))
    }

    /// The first that share a day with a notice and are of another entry, with what orders them among others.
    fn first<'g>(
        &'g self,
        notice: &'g Notice,
        entry: usize,
    ) -> impl Iterator<Item = ((bool, Option<Date>), At)> + 'g {
        let begun = notice.period.map_or(self.notices.len(), |period| self.begun(period.last()));
        let shares_day = move |other: &Notice| {
            notice.period.zip(other.period).is_none_or(|(own, other)| own.shared(other).is_some())
        };
        // One group without a day in common is not walked through.
        let most = if self.count(notice) == 0 { 0 } else { MOST_NAMED };
        let begun = self.notices.get(..begun).unwrap_or_default().iter();
        let fitting = begun.filter(move |((_, at), other)| at.0 != entry && shares_day(other));
        // What says no period comes last.
        fitting.map(|((first, at), _)| ((first.is_none(), *first), *at)).take(most)
    }
}
