//! Why two notices fit, and in what they differ.

use crate::collections::places::Place;
use crate::collections::{Notice, Period, Side};
use crate::lang::Lang;

/// What a request and an offer of one need agree in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The languages that both use.
    pub languages: Known<Vec<Lang>>,
    /// The days on which both can.
    pub period: Known<Period>,
    /// How their regions stand to each other.
    pub regions: Known<Regions>,
}

/// What follows from what both say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known<T> {
    /// Both say it.
    Said(T),
    /// Somebody does not.
    NotSaid(Silent),
}

/// Who does not say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silent {
    /// The side that offers or asks.
    One(Side),
    /// Neither says it.
    Both,
}

/// How two regions stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regions {
    /// They are one.
    Same(&'static Place),
    /// One is a part of the other.
    Within {
        /// The smaller.
        inner: &'static Place,
        /// The larger.
        outer: &'static Place,
    },
    /// Neither is a part of the other.
    Different,
}

impl<T> Known<T> {
    fn of<O, R>(offer: Option<O>, request: Option<R>, both: impl FnOnce(O, R) -> T) -> Self {
        match (offer, request) {
            (Some(offer), Some(request)) => Self::Said(both(offer, request)),
            (None, Some(_)) => Self::NotSaid(Silent::One(Side::Offer)),
            (Some(_), None) => Self::NotSaid(Silent::One(Side::Request)),
            (None, None) => Self::NotSaid(Silent::Both),
        }
    }
}

impl Agreement {
    /// In how many ways they agree, beyond the need.
    pub fn points(&self) -> usize {
        let languages = match &self.languages {
            Known::Said(common) => common.len().min(2),
            Known::NotSaid(_) => 0,
        };
        let period = usize::from(matches!(self.period, Known::Said(_)));
        let regions =
            usize::from(matches!(self.regions, Known::Said(Regions::Same(_) | Regions::Within { .. })));
        languages + period + regions
    }
}

/// What two notices agree in, if they fit; it does not matter which comes first.
pub fn agreement(one: &Notice, other: &Notice) -> Option<Agreement> {
    let agreement = beside_periods(one, other)?;
    let (offer, request) = in_order(one, other);
    match Known::of(offer.period, request.period, Period::shared) {
        Known::Said(None) => None,
        Known::Said(Some(shared)) => Some(Agreement { period: Known::Said(shared), ..agreement }),
        Known::NotSaid(_) => Some(agreement),
    }
}

/// The same whatever they say of when.
pub fn beside_periods(one: &Notice, other: &Notice) -> Option<Agreement> {
    let (offer, request) = in_order(one, other);
    if offer.side == request.side || offer.need != request.need {
        return None;
    }
    let said = |notice: &'_ Notice| (!notice.languages.is_empty()).then(|| notice.languages.clone());
    let languages = Known::of(said(offer), said(request), |offer, request| common(&request, &offer));
    if matches!(&languages, Known::Said(common) if common.is_empty()) {
        return None;
    }
    Some(Agreement {
        languages,
        period: Known::of(offer.period, request.period, |_, period| period),
        regions: Known::of(offer.region, request.region, regions),
    })
}

/// The offer first.
fn in_order<'n>(one: &'n Notice, other: &'n Notice) -> (&'n Notice, &'n Notice) {
    if one.side <= other.side { (one, other) } else { (other, one) }
}

/// The languages of both. A tag that says less than another takes it in: `zh` and `zh-Hans` have `zh` in common.
fn common(request: &[Lang], offer: &[Lang]) -> Vec<Lang> {
    let mut common: Vec<Lang> = Vec::new();
    for one in request {
        for other in offer {
            let shared = [(one, other), (other, one)]
                .into_iter()
                .find(|(short, long)| long.fallbacks().any(|tag| tag == short.as_str()));
            common.extend(shared.map(|(short, _)| short.clone()).filter(|lang| !common.contains(lang)));
        }
    }
    common
}

fn regions(offer: &'static Place, request: &'static Place) -> Regions {
    match (offer.is_part_of(request), request.is_part_of(offer)) {
        _ if offer == request => Regions::Same(offer),
        (true, _) => Regions::Within { inner: offer, outer: request },
        (_, true) => Regions::Within { inner: request, outer: offer },
        _ => Regions::Different,
    }
}
