//! What an event says before its text: when, where, for whom, how to take part, and what there is for those who need it.
//!
//! In: the front matter of an event. Facts are those of the first language of its folder; words are those of the page's language, or else of the
//! first one, marked as such. Out: every line that a reader looks for, also where nobody wrote it: what is not known is said.

mod access;
mod links;
mod programme;
pub mod recordings;
pub mod related;
mod when;

use crate::address::Address;
use crate::events::When;
use crate::front_matter::{Answer, EventStatus, Form, FrontMatter};
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::{Library, Work};
use crate::view::{Event, EventFact, EventValue};

pub use links::{led_to, short_name};
pub use when::days;

/// What is known of an event, in these labels; `page` is where its links stand, none in a book or a plain text.
pub fn event(library: &Library, labels: &Labels, work: &Work, page: Option<&Address>) -> Option<Event> {
    work.kind().takes_place().then(|| {
        let shown = Shown { library, work, page, labels, facts: &work.facts.front };
        // Nobody puts what does not take place into a calendar; those who did have its address.
        let calendar = page.zip(calendar_address(library, work)).filter(|_| !shown.is_off());
        Event {
            standing: standing(library, labels, work),
            is_over: shown.is_over(),
            facts: shown.facts(),
            access: shown.access(),
            calendar: calendar.map(|(page, calendar)| page.link_to(&calendar)),
            programme: shown.programme(),
        }
    })
}

/// The sentence that readers need before all others: that the event is cancelled, postponed, over, or has moved online.
pub fn standing(library: &Library, labels: &Labels, work: &Work) -> Option<String> {
    let facts = &work.facts.front;
    let is_over = When::of(facts).is_some_and(|when| when.is_over(library.today));
    let label = match facts.status.filter(|_| work.kind().takes_place()) {
        _ if is_over && work.kind().takes_place() => "event-over",
        status => status_label(status?),
    };
    Some(labels.get(label).to_owned())
}

/// The same in a word or two, for lists and calendars; that it is over is said by its day.
pub fn status(labels: &Labels, work: &Work) -> Option<String> {
    let status = work.facts.front.status.filter(|_| work.kind().takes_place())?;
    Some(labels.get(&[status_label(status), "-short"].concat()).to_owned())
}

fn status_label(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Cancelled => "event-cancelled",
        EventStatus::Postponed => "event-postponed",
        EventStatus::MovedOnline => "event-moved-online",
    }
}

/// Where the calendar file of an event stands; none where nobody knows when it takes place.
pub fn calendar_address(library: &Library, work: &Work) -> Option<Address> {
    When::of(&work.facts.front).filter(|_| work.kind().takes_place())?;
    let page = library.address(&work.official);
    let name = work.slug.rsplit('/').next().unwrap_or_default();
    Some(Address::file(format!("{}{name}.ics", page.folder())))
}

/// The event that is shown, and where.
struct Shown<'a> {
    library: &'a Library,
    work: &'a Work,
    page: Option<&'a Address>,
    labels: &'a Labels,
    /// What is the same in every language.
    facts: &'a FrontMatter,
}

impl<'a> Shown<'a> {
    fn when(&self) -> Option<When<'a>> {
        When::of(self.facts)
    }

    fn is_over(&self) -> bool {
        self.when().is_some_and(|when| when.is_over(self.library.today))
    }

    fn is_off(&self) -> bool {
        self.facts.status.is_some_and(EventStatus::is_off)
    }

    /// The words of the page's language, else those of the first language of the folder, with their language.
    fn words(&self, of: impl Fn(&'a FrontMatter) -> Option<&'a String>) -> Option<EventValue> {
        let said =
            |words: Option<&'a String>| words.map(|words| words.trim()).filter(|words| !words.is_empty());
        let own = said(of(&self.work.official.front)).map(|words| (words, None));
        let (words, lang) = own.or_else(|| Some((said(of(self.facts))?, self.foreign())))?;
        Some(EventValue { words: words.to_owned(), lang: lang.map(Lang::to_string), ..EventValue::default() })
    }

    /// The language of the facts, where it is not that of the page.
    fn foreign(&self) -> Option<&'a Lang> {
        Some(&self.work.facts.lang).filter(|lang| **lang != self.work.lang)
    }

    fn label(&self, label: &str) -> EventValue {
        EventValue { words: self.labels.get(label).to_owned(), ..EventValue::default() }
    }

    fn link(&self, label: &str, href: &str) -> EventValue {
        EventValue { href: Some(href.to_owned()), ..self.label(label) }
    }

    /// A line with what is known; where nothing is, it says so.
    fn fact(&self, term: &str, values: Vec<EventValue>) -> EventFact {
        let term = self.labels.get(term).to_owned();
        match values.is_empty() {
            true => EventFact { term, answer: "unknown", values: vec![self.label("event-unknown")] },
            false => EventFact { term, answer: "said", values },
        }
    }

    fn facts(&self) -> Vec<EventFact> {
        let for_whom = self.words(|front| front.for_whom.as_ref());
        let mut facts = vec![self.fact("event-when", self.times()), self.place()];
        // Nobody takes part in what does not take place.
        facts.extend((!self.is_off()).then(|| self.online()));
        facts.push(self.fact("event-for-whom", for_whom.into_iter().collect()));
        facts.extend((!self.is_off()).then(|| self.registration()));
        facts.push(self.fact("event-contact", self.contact()));
        // Nobody misses a resolution that did not ask for the event.
        let of_texts = [
            ("event-follows", self.texts(self.facts.follows.iter())),
            ("event-series", self.texts(self.facts.series.iter())),
            ("event-report", self.texts(self.facts.report.iter())),
        ];
        facts.extend(
            of_texts
                .into_iter()
                .filter(|(_, values)| !values.is_empty())
                .map(|(term, values)| self.fact(term, values)),
        );
        facts
    }

    fn place(&self) -> EventFact {
        let term = "event-where";
        if self.facts.form == Some(Form::Online) {
            return EventFact { answer: "no", ..self.fact(term, vec![self.label("event-only-online")]) };
        }
        let of = |front: &'a FrontMatter| front.place.as_deref();
        let name = self.words(|front| of(front)?.name.as_ref());
        let address = self.words(|front| of(front)?.address.as_ref());
        let map =
            of(self.facts).and_then(|place| place.map.as_deref()).map(|map| self.link("event-map", map));
        self.fact(term, [name, address, map].into_iter().flatten().collect())
    }

    fn online(&self) -> EventFact {
        let term = "event-online";
        if self.facts.form == Some(Form::OnSite) {
            return EventFact { answer: "no", ..self.fact(term, vec![self.label("event-only-on-site")]) };
        }
        // A link to join is no link to a recording.
        if self.is_over() && self.facts.online.is_some() {
            return EventFact { answer: "no", ..self.fact(term, vec![self.label("event-online-over")]) };
        }
        let link = self.facts.online.as_deref().map(|online| self.link("event-online-link", online));
        self.fact(term, link.into_iter().collect())
    }

    fn registration(&self) -> EventFact {
        let term = "event-register";
        match &self.facts.register {
            Answer::No => {
                EventFact { answer: "no", ..self.fact(term, vec![self.label("event-register-no")]) }
            }
            Answer::Said(registration) => {
                let today = self.library.today;
                let is_closed = registration.until.is_some_and(|until| today.is_over(until.day()));
                let link = registration.at.as_deref().filter(|_| !is_closed);
                let mut values: Vec<_> =
                    link.map(|at| self.link("event-register-link", at)).into_iter().collect();
                if is_closed {
                    values.push(self.label("event-register-over"));
                }
                values.extend(registration.until.map(|until| self.until(until)));
                self.fact(term, values)
            }
            _ => self.fact(term, Vec::new()),
        }
    }

    fn contact(&self) -> Vec<EventValue> {
        let role = self.words(|front| front.contact.as_deref()?.role.as_ref());
        let mail = self.facts.contact.as_deref().and_then(|contact| contact.mail.as_deref());
        let mail = mail.map(|mail| EventValue {
            words: mail.to_owned(),
            href: Some(format!("mailto:{mail}")),
            ..EventValue::default()
        });
        role.into_iter().chain(mail).collect()
    }
}
