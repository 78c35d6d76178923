//! What happens at an event, day by day: times of the first language of the folder, words of the page's language for each of them. Where
//! nobody knows the day yet, the times stand alone.

use jiff::civil::Date;

use super::Shown;
use super::when::{clock, day};
use crate::events::with_offset;
use crate::front_matter::{self, Moment};
use crate::view::{ProgrammeDay, ProgrammePoint};

impl Shown<'_> {
    pub(super) fn programme(&self) -> Vec<ProgrammeDay> {
        let when = self.when();
        let first_day = when.as_ref().map(|when| when.start.day());
        let mut days: Vec<(Option<Date>, Vec<ProgrammePoint>)> = Vec::new();
        for (at, point) in self.facts.programme.iter().enumerate() {
            let (date, _) = point.at.on(first_day);
            let point = self.point(at, point, first_day);
            match days.last_mut().filter(|(day, _)| *day == date) {
                Some((_, points)) => points.push(point),
                None => days.push((date, vec![point])),
            }
        }
        let last_day = when.as_ref().map(|when| when.last_day());
        let has_days = last_day != first_day || days.len() > 1 || first_day.is_none();
        let heading = |date: Option<Date>| date.filter(|_| has_days).map(|date| day(date, self.labels));
        days.into_iter().map(|(date, points)| ProgrammeDay { heading: heading(date), points }).collect()
    }

    fn point(
        &self,
        at: usize,
        fact: &front_matter::ProgrammePoint,
        first_day: Option<Date>,
    ) -> ProgrammePoint {
        let (date, time) = fact.at.on(first_day);
        let is_then = |point: &&front_matter::ProgrammePoint| point.at.on(first_day) == (date, time);
        // Of several at one time, those that stand at the same place among them are the same.
        let before = self.facts.programme.iter().take(at).filter(is_then).count();
        let (said, lang) = match self.work.official.front.programme.iter().filter(is_then).nth(before) {
            Some(own) => (own, None),
            None => (fact, self.foreign()),
        };
        let moment = date.map(|date| Moment::Time(date.to_datetime(time)));
        let zoned = moment.and_then(|moment| self.when()?.zoned(moment));
        let datetime =
            zoned.map(|time| with_offset(&time)).or_else(|| moment.map(|moment| moment.to_string()));
        ProgrammePoint {
            time: clock(time),
            datetime: datetime.unwrap_or_else(|| clock(time)),
            title: said.title.clone(),
            speakers: said.speakers.join(self.labels.get("list-separator")),
            lang: lang.map(ToString::to_string),
        }
    }
}
