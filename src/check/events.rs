//! What events say: whether their times can be, whether their links lead somewhere, whether facts stand in one file.
//!
//! In: the front matter of events. Out: findings in it. These are no rules: nothing allows an event that ends before it begins.

use std::sync::Arc;

use jiff::civil::{Date, Time};

use crate::config::address::is_mailbox;
use crate::count::{counted, is_or_are};
use crate::document::{Document, Version};
use crate::events::{When, is_skipped};
use crate::finding::Finding;
use crate::front_matter::{
    Access, Answer, EventStatus, Form, FrontMatter, Moment, ProgrammePoint, Step, key_place, value_place,
};
use crate::library::{Library, Target, Work, is_page_address};
use crate::source::Span;

const TIMES: &str = "event/times";
const LINK: &str = "event/link";
const ELSEWHERE: &str = "event/facts-elsewhere";
const WORDS: &str = "event/words";

/// The keys whose values are the same in every language.
const FACTS: [&str; 11] = [
    "status",
    "start",
    "end",
    "time-zone",
    "form",
    "online",
    "follows",
    "register",
    "recordings",
    "report",
    "series",
];

/// What is wrong with a text, where it is of an event.
pub fn check(library: &Library, work: &Work, findings: &mut Vec<Finding>) {
    let document = &work.official;
    if !work.kind().takes_place() {
        return;
    }
    let mut event = Event { library, document, front: &document.front, findings };
    if std::ptr::eq(&**document, &*work.facts) {
        event.times();
        event.links();
        super::recordings::check(library, work, findings);
    } else {
        event.facts_elsewhere(work);
    }
}

struct Event<'a> {
    library: &'a Library,
    document: &'a Arc<Document>,
    front: &'a FrontMatter,
    findings: &'a mut Vec<Finding>,
}

impl Event<'_> {
    fn add(&mut self, name: &'static str, place: Span, message: impl Into<String>, help: impl Into<String>) {
        self.findings.push(Finding::error(name, &self.document.source, place, message).help(help));
    }

    fn key(&self, key: &str) -> Span {
        key_place(&self.document.source, key)
    }

    fn value(&self, key: &str, way: &[Step<'_>], value: &str) -> Span {
        value_place(&self.document.source, key, way, value)
    }

    /// The title of a point of the programme.
    fn title(&self, at: usize, point: &ProgrammePoint) -> Span {
        self.value("programme", &[Step::Item(at), Step::Key("title")], &point.title)
    }

    fn times(&mut self) {
        let front = self.front;
        let when = When::of(front);
        let first_day = when.as_ref().map(|when| when.start.day());
        self.shown_by_clocks(first_day);
        self.programme(when.as_ref());
        let Some(when) = when else {
            if front.end.is_some() {
                let message = "the event ends and does not begin";
                self.add(TIMES, self.key("end"), message, "Write when it begins: “start: 2026-09-14T10:00”.");
            }
            return;
        };
        if let Some(end) = when.end {
            self.end(when.start, end);
        }
        let has_times = matches!(when.start, Moment::Time(_)) || !front.programme.is_empty();
        if front.time_zone.is_none() && has_times {
            let help = "Write which clock it is: “time-zone: Europe/Zurich”, “time-zone: Asia/Shanghai”.";
            self.add(TIMES, self.key("start"), "nobody knows in which time zone these times are", help);
        }
        self.registration(&when);
    }

    /// Every time is one that the clock of the place shows.
    fn shown_by_clocks(&mut self, first_day: Option<Date>) {
        let front = self.front;
        let Some(zone) = &front.time_zone else { return };
        let until = front.register.said().and_then(|registration| registration.until);
        let times = [("start", front.start), ("end", front.end), ("register", until)];
        let mut times: Vec<(Moment, Span)> =
            times.into_iter().filter_map(|(key, moment)| Some((moment?, self.key(key)))).collect();
        times.extend(front.programme.iter().enumerate().filter_map(|(at, point)| {
            let (date, time) = point.at.on(first_day);
            Some((Moment::Time(date?.to_datetime(time)), self.title(at, point)))
        }));
        for (moment, place) in times.into_iter().filter(|(moment, _)| is_skipped(*moment, zone)) {
            let message = format!("no clock of {} shows {moment}: it is put forward over it", zone.name());
            self.add(TIMES, place, message, "Write a time before or after that hour.");
        }
    }

    fn end(&mut self, start: Moment, end: Moment) {
        let (message, help) = match (start, end) {
            (Moment::Time(_), Moment::Day(day)) => (
                format!("the event begins at a time and ends on a day without one, {day}"),
                format!(
                    "Write at what time it ends: “end: {day}T18:00”, or take both times out for whole days."
                ),
            ),
            (Moment::Day(day), Moment::Time(_)) => (
                format!("the event ends at a time and begins on a day without one, {day}"),
                format!(
                    "Write at what time it begins: “start: {day}T10:00”, or take both times out for whole days."
                ),
            ),
            (Moment::Day(first), Moment::Day(last)) if last < first => (
                format!("the event ends on {last}, before it begins on {first}"),
                "Write the last day after “end:”.".to_owned(),
            ),
            (Moment::Time(first), Moment::Time(last)) if last == first => (
                format!("the event ends when it begins, at {start}"),
                "Write after “end:” when it ends, or take “end” out while nobody knows.".to_owned(),
            ),
            (Moment::Time(first), Moment::Time(last)) if last < first => (
                format!("the event ends at {end}, before it begins at {start}"),
                "Write after “end:” when it ends.".to_owned(),
            ),
            _ => return,
        };
        self.add(TIMES, self.key("end"), message, help);
    }

    /// Points of the programme stand in order, and within the event.
    fn programme(&mut self, when: Option<&When<'_>>) {
        let mut before = None;
        for (at, point) in self.front.programme.iter().enumerate() {
            let (date, time) = point.at.on(when.map(|when| when.start.day()));
            let shown = shown(date, time);
            let is_outside = when.zip(date).is_some_and(|(when, date)| {
                let at = date.to_datetime(time);
                let begins_early = match when.start {
                    Moment::Time(start) => at < start,
                    Moment::Day(day) => date < day,
                };
                let is_late = match when.end {
                    Some(Moment::Time(end)) => at > end,
                    _ => when.end.is_some() && date > when.last_day(),
                };
                begins_early || is_late
            });
            let (message, help) = if is_outside {
                let help =
                    "Write times of the event; on a later day with the day, such as “2026-09-15T10:00”.";
                (format!("“{}” is at {shown}, when the event does not take place", point.title), help)
            } else if before.is_some_and(|before| (date, time) < before) {
                (
                    format!("“{}” is at {shown}, before what stands above it", point.title),
                    "Put the points in the order of their times.",
                )
            } else {
                before = Some((date, time));
                continue;
            };
            self.add(TIMES, self.title(at, point), message, help);
        }
    }

    fn registration(&mut self, when: &When<'_>) {
        let Answer::Said(registration) = &self.front.register else { return };
        let Some(until) = registration.until else { return };
        let is_after = match (until, when.end.unwrap_or(when.start)) {
            (Moment::Time(until), Moment::Time(end)) => until > end,
            _ => until.day() > when.last_day(),
        };
        if is_after {
            let message = format!("people can register until {until}, after the event has ended");
            self.add(
                TIMES,
                self.key("register"),
                message,
                "Write after “until:” the last moment to register.",
            );
        }
    }

    fn links(&mut self) {
        let front = self.front;
        let place = front.place.as_deref().and_then(|place| place.map.as_ref());
        let at = front.register.said().and_then(|registration| registration.at.as_ref());
        let map: &[Step<'_>] = &[Step::Key("map")];
        let links = [
            ("online", &[][..], front.online.as_ref()),
            ("place", map, place),
            ("register", &[Step::Key("at")], at),
        ];
        for (key, way, link) in links {
            let leads = |link| matches!(self.library.resolve(self.document, link), Target::External(address) if is_page_address(address));
            if let Some(link) = link
                && !leads(link)
            {
                let message = format!("“{link}” is no address of a page that people can go to");
                let help = "Write the whole address, such as https://example.org/page. An e-mail address stands under “contact”.";
                self.add(LINK, self.value(key, way, link), message, help);
            }
        }
        let mail = front.contact.as_deref().and_then(|contact| contact.mail.as_ref());
        if let Some(mail) = mail.filter(|mail| !is_mailbox(mail)) {
            let message = format!("“{mail}” is no e-mail address");
            let help = "Write it without “mailto:”, such as office@example.org.";
            self.add(LINK, self.value("contact", &[Step::Key("mail")], mail), message, help);
        }
        if front.form == Some(Form::OnSite) && front.online.is_some() {
            let message = "the event is on site alone, and here is where people take part online";
            self.add(LINK, self.key("online"), message, "Write “form: hybrid”, or take “online” out.");
        }
        if front.form == Some(Form::Online) && front.place.is_some() {
            let message = "the event is online alone, and here is a place where people meet";
            self.add(LINK, self.key("place"), message, "Write “form: hybrid”, or take “place” out.");
        }
        if front.status == Some(EventStatus::MovedOnline)
            && matches!(front.form, Some(Form::OnSite | Form::Hybrid))
        {
            let message = "the event has moved online, and its form says that people meet in a place";
            self.add(LINK, self.key("form"), message, "Write “form: online”.");
        }
        let texts = front.report.iter().enumerate().map(|(at, link)| ("report", at, link));
        let texts = texts.chain(front.follows.iter().map(|link| ("follows", 0, link)));
        for (key, at, link) in texts.chain(front.series.iter().map(|link| ("series", 0, link))) {
            self.text(key, at, link);
        }
    }

    /// A link to a text of the site; what asked for an event and what came of it may stand elsewhere.
    fn text(&mut self, key: &'static str, at: usize, link: &str) {
        let help = "Write the way to its file from this folder, such as ../report/index.md; of a paragraph, ../a-hrc-res-51-5/index.md#op-17.";
        let (message, help) = match self.library.resolve(self.document, link) {
            Target::Page { text, .. }
                if text.slug != self.document.slug && text.version == Version::Official =>
            {
                return;
            }
            Target::Page { .. } | Target::Fragment(_) => {
                (format!("“{link}” leads to this event itself or to an easy-read version"), help)
            }
            // It was right until a day came on which its consent ended.
            Target::Withdrawn(_) => return,
            Target::External(address) if key != "series" && is_page_address(address) => return,
            Target::External(_) if key != "series" => (
                format!("“{link}” leads to no text"),
                "Write the whole address, such as https://example.org/page.",
            ),
            Target::External(_) => {
                ("the series of an event is a text or section of this site".to_owned(), help)
            }
            Target::Nowhere { why, help } => (why, help),
            _ => (format!("“{link}” leads to no text"), help),
        };
        self.add(LINK, self.value(key, &[Step::Item(at)], link), message, help);
    }

    /// A translation has words alone.
    fn facts_elsewhere(&mut self, work: &Work) {
        let main = work.facts.source.path().to_owned();
        let written = serde_json::to_value(self.front).unwrap_or_default();
        let is_written = |key: &str| match written.get(key) {
            None | Some(serde_json::Value::Null) => false,
            Some(serde_json::Value::Array(list)) => !list.is_empty(),
            Some(_) => true,
        };
        for key in FACTS.into_iter().filter(|key| is_written(key)) {
            let message = format!("“{key}” is the same in every language");
            self.add(ELSEWHERE, self.key(key), message, format!("Write it in {main} alone."));
        }
        let map = self.front.place.as_deref().and_then(|place| place.map.as_deref());
        let mail = self.front.contact.as_deref().and_then(|contact| contact.mail.as_deref());
        for (key, part, value) in [("place", "map", map), ("contact", "mail", mail)] {
            if let Some(value) = value {
                let message = format!("“{part}” is the same in every language");
                self.add(
                    ELSEWHERE,
                    self.value(key, &[Step::Key(part)], value),
                    message,
                    format!("Write it in {main} alone."),
                );
            }
        }
        if self.front.access.as_deref().is_some_and(has_facts) {
            let message = "“true”, “false”, “unknown” and lists are the same in every language";
            let help = format!("Write them in {main} alone; here stand only answers in words.");
            self.add(ELSEWHERE, self.key("access"), message, help);
        }
        if !work.facts.front.unread {
            self.programme_of_translation(work);
        }
    }

    /// The points of a translated programme are known by their times, and by their order where several have one time.
    fn programme_of_translation(&mut self, work: &Work) {
        let facts = &work.facts.front;
        let main = work.facts.source.path();
        let first_day = facts.start.map(Moment::day);
        let count = |points: &[ProgrammePoint], at| {
            points.iter().filter(|point| point.at.on(first_day) == at).count()
        };
        let mut told = Vec::new();
        for (at_here, point) in self.front.programme.iter().enumerate() {
            let at = point.at.on(first_day);
            let (here, there) = (count(&self.front.programme, at), count(&facts.programme, at));
            if here == there || told.contains(&at) {
                continue;
            }
            told.push(at);
            let (title, shown) = (&point.title, shown(at.0, at.1));
            let (message, help) = match there {
                0 => (
                    format!("“{title}” is at {shown}, and the programme has nothing then"),
                    format!(
                        "Write a time of the programme in {main}: by it the two are known to be the same."
                    ),
                ),
                _ => (
                    format!(
                        "here {} {} at {shown}, and in {main} {there}",
                        is_or_are(here),
                        counted(here, "point")
                    ),
                    "Write each of them in the same order: so it is known which are the same.".to_owned(),
                ),
            };
            self.add(WORDS, self.title(at_here, point), message, help);
        }
    }
}

/// A time of the programme as messages name it.
fn shown(date: Option<Date>, time: Time) -> String {
    match date {
        Some(date) => Moment::Time(date.to_datetime(time)).to_string(),
        None => time.strftime("%H:%M").to_string(),
    }
}

/// Whether an answer in a translation is more than words.
fn has_facts(access: &Access) -> bool {
    fn is_fact<T>(answer: &Answer<T>) -> bool {
        matches!(answer, Answer::Yes | Answer::No | Answer::Unknown)
    }
    let words = [
        &access.easy_read,
        &access.wheelchair,
        &access.hearing_loop,
        &access.quiet_room,
        &access.assistance,
        &access.companions,
    ];
    let described = [&access.transport, &access.food, &access.cost, &access.if_missing];
    !access.sign_languages.is_unwritten()
        || !access.captions.is_unwritten()
        || words.into_iter().any(is_fact)
        || described.into_iter().any(is_fact)
}
