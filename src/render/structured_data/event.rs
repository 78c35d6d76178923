//! What an event is, in the words of schema.org: when and where, how people take part, what there is for those who need it, and what was
//! recorded. What nobody knows is left out: programs take what is not said for not known.

use serde_json::{Map, Value, json};

use crate::address::Address;
use crate::events::{When, media_type, with_offset};
use crate::front_matter::{Answer, EventStatus, Form, FrontMatter, Moment, Recording};
use crate::library::{Target, Work};
use crate::render::event::led_to;
use crate::render::{Renderer, canonical};

/// The properties of an event beside those of any text.
pub fn properties(renderer: &Renderer<'_>, work: &Work, page: &Address) -> Map<String, Value> {
    let of = Properties { renderer, work, page, facts: &work.facts.front };
    let mut all = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        value.into_iter().for_each(|value| _ = all.insert(name.to_owned(), value));
    };
    let when = When::of(of.facts);
    add("startDate", when.as_ref().map(|when| time(when, when.start)));
    add("endDate", when.as_ref().and_then(|when| Some(time(when, when.end?))));
    add("eventStatus", of.facts.status.map(status));
    add("eventAttendanceMode", of.facts.form.map(attendance));
    add("location", of.location());
    add(
        "audience",
        of.words(|front| front.for_whom.clone())
            .map(|words| json!({"@type": "Audience", "audienceType": words})),
    );
    add("superEvent", of.texts(of.facts.series.iter(), "EventSeries").into_iter().next());
    add("subjectOf", list(of.texts(of.facts.report.iter(), "CreativeWork")));
    add(
        "recordedIn",
        list(of.facts.recordings.iter().filter_map(|recording| of.recording(recording)).collect()),
    );
    all
}

fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

fn time(when: &When<'_>, moment: Moment) -> Value {
    when.zoned(moment).map_or_else(|| moment.to_string(), |time| with_offset(&time)).into()
}

/// Without one it takes place as announced.
fn status(status: EventStatus) -> Value {
    let status = match status {
        EventStatus::Cancelled => "Cancelled",
        EventStatus::Postponed => "Postponed",
        EventStatus::MovedOnline => "MovedOnline",
    };
    format!("https://schema.org/Event{status}").into()
}

fn attendance(form: Form) -> Value {
    let mode = match form {
        Form::OnSite => "Offline",
        Form::Online => "Online",
        Form::Hybrid => "Mixed",
    };
    format!("https://schema.org/{mode}EventAttendanceMode").into()
}

struct Properties<'a> {
    renderer: &'a Renderer<'a>,
    work: &'a Work,
    page: &'a Address,
    facts: &'a FrontMatter,
}

impl Properties<'_> {
    /// Words of the page's language, else those of the first language of the folder.
    fn words(&self, of: impl Fn(&FrontMatter) -> Option<String>) -> Option<String> {
        of(&self.work.official.front).or_else(|| of(self.facts))
    }

    fn location(&self) -> Option<Value> {
        let place = |of: fn(&crate::front_matter::Place) -> &Option<String>| {
            self.words(move |front| front.place.as_deref().and_then(|place| of(place).clone()))
        };
        let mut locations = Vec::new();
        if self.facts.form != Some(Form::Online)
            && let Some(name) = place(|place| &place.name)
        {
            let mut location = json!({"@type": "Place", "name": name, "amenityFeature": self.amenities()});
            for (property, value) in
                [("address", place(|place| &place.address)), ("hasMap", place(|place| &place.map))]
            {
                value.into_iter().for_each(|value| location[property] = value.into());
            }
            locations.push(location);
        }
        if let Some(online) = &self.facts.online {
            locations.push(json!({"@type": "VirtualLocation", "url": online}));
        }
        match locations.len() {
            0 | 1 => locations.pop(),
            _ => Some(Value::Array(locations)),
        }
    }

    /// What there is at the place, by the names of the keys, which are the same in every language.
    fn amenities(&self) -> Vec<Value> {
        let Some(access) = self.facts.access.as_deref() else { return Vec::new() };
        let listed = |names: Vec<String>| if names.is_empty() { None } else { Some(names.join(" ").into()) };
        let signed =
            access.sign_languages.said().map(|list| list.iter().map(|one| one.code().to_owned()).collect());
        let captions = access.captions.said().map(|list| list.iter().map(|one| one.0.to_string()).collect());
        let answer = |answer: &Answer<String>| match answer {
            Answer::Yes => Some(Value::Bool(true)),
            Answer::No => Some(Value::Bool(false)),
            Answer::Said(words) => Some(words.clone().into()),
            Answer::Unknown | Answer::Unwritten => None,
        };
        let features = [
            ("sign-languages", signed.and_then(listed)),
            ("captions", captions.and_then(listed)),
            ("easy-read", answer(&access.easy_read)),
            ("wheelchair", answer(&access.wheelchair)),
            ("hearing-loop", answer(&access.hearing_loop)),
            ("quiet-room", answer(&access.quiet_room)),
            ("assistance", answer(&access.assistance)),
            ("companions", answer(&access.companions)),
        ];
        let feature = |(name, value): (&str, Option<Value>)| {
            Some(json!({"@type": "LocationFeatureSpecification", "name": name, "value": value?}))
        };
        features.into_iter().filter_map(feature).collect()
    }

    /// The texts of the site that these links lead to.
    fn texts<'l>(&self, links: impl Iterator<Item = &'l String>, kind: &str) -> Vec<Value> {
        let library = self.renderer.library;
        let text = |link: &'l String| match library.resolve(&self.work.facts, link) {
            Target::Page { text, .. } => {
                let text = led_to(library, text, &self.work.lang);
                Some(
                    json!({"@type": kind, "name": text.front.title, "url": self.address(&library.address(text))}),
                )
            }
            Target::External(address) => Some(json!({"@type": kind, "url": address})),
            _ => None,
        };
        links.filter_map(text).collect()
    }

    /// The address of a page or file: whole where that is known, else as seen from the page.
    fn address(&self, address: &Address) -> String {
        let base = self.renderer.library.config.site.base_url.as_deref();
        base.map_or_else(|| self.page.link_to(address), |base| canonical(base, address))
    }

    /// A recording with what makes it accessible, in the terms of schema.org.
    fn recording(&self, recording: &Recording) -> Option<Value> {
        let url = match self.renderer.library.resolve(&self.work.facts, &recording.file) {
            Target::Asset { path, .. } => self.address(&Address::file(path)),
            Target::External(address) => address.to_owned(),
            _ => return None,
        };
        let kind = media_type(&recording.file);
        let is_sound = kind.is_some_and(|kind| kind.is_sound);
        // Descriptions are written, and part of the transcript: browsers do not speak them, so they are no audio description.
        let has = [
            ("captions", !recording.captions.is_empty()),
            ("transcript", !recording.captions.is_empty()),
            ("signLanguage", !recording.signed.is_empty()),
        ];
        let features: Vec<&str> =
            has.into_iter().filter_map(|(name, is_there)| is_there.then_some(name)).collect();
        let mut value = json!({
            "@type": if is_sound { "AudioObject" } else { "VideoObject" },
            "contentUrl": url,
            "inLanguage": recording.language.0.as_str(),
            "accessibilityFeature": features,
        });
        if let Some(kind) = kind {
            value["encodingFormat"] = kind.name.into();
        }
        Some(value)
    }
}
