//! What happens at an event, day by day: times of the first language of the folder, words of the page's language for each of them.

use jiff::civil::{Date, DateTime};

use super::Shown;
use super::when::{clock, day};
use crate::events::with_offset;
use crate::front_matter::{self, Moment};
use crate::view::{ProgrammeDay, ProgrammePoint};

impl Shown<'_> {
    pub(super) fn programme(&self) -> Vec<ProgrammeDay> {
        let Some(when) = self.when() else { return Vec::new() };
        let first_day = when.start.day();
        let mut days: Vec<(Date, Vec<ProgrammePoint>)> = Vec::new();
        for point in &self.facts.programme {
            let at = point.at.on(first_day);
            let time = when.zoned(Moment::Time(at));
            let datetime = time.map_or_else(|| Moment::Time(at).to_string(), |time| with_offset(&time));
            let point = self.point(point, at, datetime, first_day);
            match days.last_mut().filter(|(day, _)| *day == at.date()) {
                Some((_, points)) => points.push(point),
                None => days.push((at.date(), vec![point])),
            }
        }
        let has_days = when.last_day() != first_day || days.len() > 1;
        let heading = |date| has_days.then(|| day(date, self.labels));
        days.into_iter().map(|(date, points)| ProgrammeDay { heading: heading(date), points }).collect()
    }

    fn point(
        &self,
        fact: &front_matter::ProgrammePoint,
        at: DateTime,
        datetime: String,
        first_day: Date,
    ) -> ProgrammePoint {
        let mut own = self.work.official.front.programme.iter();
        let (said, lang) = match own.find(|own| own.at.on(first_day) == at) {
            Some(own) => (own, None),
            None => (fact, self.foreign()),
        };
        ProgrammePoint {
            time: clock(at.time()),
            datetime,
            title: said.title.clone(),
            speakers: said.speakers.join(self.labels.get("list-separator")),
            lang: lang.map(ToString::to_string),
        }
    }
}
