//! What the page of an event shows beside its text: when and where it takes place, who can come and how, and what was recorded.

use serde::Serialize;

use super::{Href, Html, Keyword, LanguageTag, Text};

/// An event: when and where, and who can come.
#[derive(Debug, Default, Serialize)]
pub struct Event {
    /// The sentence that the event is cancelled, postponed, over, or has moved online; missing where it is to take place as announced.
    pub standing: Option<Text>,
    /// Whether it is over: what was recorded stands first then.
    pub is_over: bool,
    /// When and where it takes place, for whom, and how to take part.
    pub facts: Vec<EventFact>,
    /// What there is for those who need it.
    pub access: Vec<EventFact>,
    /// The address of its calendar file; missing in books, where nobody knows when it takes place, and where it does not take place then.
    pub calendar: Option<Href>,
    /// The programme, day by day; empty where there is none.
    pub programme: Vec<ProgrammeDay>,
}

/// Something that people want to know before they come.
#[derive(Debug, Serialize)]
pub struct EventFact {
    /// What they want to know.
    pub term: Text,
    /// What is known of it: `said`, `yes`, `no` or `unknown`.
    pub answer: Keyword,
    /// The answer, in one or more parts; a sentence of the program where the front matter says only yes, no or nothing.
    pub values: Vec<EventValue>,
}

/// A part of an answer.
#[derive(Debug, Default, Serialize)]
pub struct EventValue {
    /// The words.
    pub words: Text,
    /// The language of the words; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
    /// The time that the words say, as ISO 8601 writes it; missing when they say none.
    pub datetime: Option<Text>,
    /// The address that the words lead to; missing when they lead nowhere.
    pub href: Option<Href>,
}

/// The programme of a day.
#[derive(Debug, Serialize)]
pub struct ProgrammeDay {
    /// The day in words; missing where the event has one day.
    pub heading: Option<Text>,
    /// What happens, in order.
    pub points: Vec<ProgrammePoint>,
}

/// A point of a programme.
#[derive(Debug, Serialize)]
pub struct ProgrammePoint {
    /// When it begins, as the clock shows it.
    pub time: Text,
    /// The same as ISO 8601 writes it.
    pub datetime: Text,
    /// What it is.
    pub title: Text,
    /// Who speaks; empty where nobody is named.
    pub speakers: Text,
    /// The language of the two; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
}

/// A recording of an event.
#[derive(Debug, Serialize)]
pub struct Recording {
    /// The id of its heading.
    pub id: Text,
    /// What part of the event it is.
    pub title: Text,
    /// The language of the title; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
    /// What a sentence of the page calls it: its title, or its number where the title is in another language.
    pub name: Text,
    /// What is spoken in it, and in which languages it has captions, descriptions and versions in sign language.
    pub facts: Vec<EventFact>,
    /// The players: the recording, then its version in each sign language. Empty in books, and where it stands on another host.
    pub players: Vec<Player>,
    /// What people can open instead: the recording on another host, the sound alone; in books also the recording on the page of its event. An
    /// address is missing where nobody knows that of the site.
    pub files: Vec<EventValue>,
    /// The language of the chapters; missing when it is the language of the page.
    pub chapters_lang: Option<LanguageTag>,
    /// The chapters; empty where there are none.
    pub chapters: Vec<Moment>,
    /// What is said in it; missing where nobody knows.
    pub transcript: Option<Transcript>,
}

/// A player of film or sound.
#[derive(Debug, Serialize)]
pub struct Player {
    /// The id of its caption.
    pub id: Text,
    /// Its caption, which names it.
    pub caption: Text,
    /// The language of the caption; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
    /// Whether it has sound alone.
    pub is_sound: bool,
    /// The address of the file.
    pub src: Href,
    /// The media type of the file.
    pub media_type: Keyword,
    /// What is shown with it: captions, descriptions, chapters.
    pub tracks: Vec<TextTrack>,
}

/// A file of captions, descriptions or chapters.
#[derive(Debug, Serialize)]
pub struct TextTrack {
    /// What it is: `captions`, `descriptions` or `chapters`.
    pub kind: Keyword,
    /// The address of the file.
    pub src: Href,
    /// Its language.
    pub lang: LanguageTag,
    /// What players call it.
    pub label: Text,
    /// The language of that; missing when it is the language of the page.
    pub label_lang: Option<LanguageTag>,
    /// Whether it is shown until somebody chooses otherwise.
    pub is_default: bool,
}

/// A moment of a recording.
#[derive(Debug, Serialize)]
pub struct Moment {
    /// The time from the beginning: `1:02:03`.
    pub time: Text,
    /// The address of the recording at that time; missing in books.
    pub href: Option<Href>,
    /// Who speaks, before a colon; missing where nothing says it, and in chapters.
    pub speaker: Option<Text>,
    /// Whether the words say what is to be seen.
    pub describes: bool,
    /// The words.
    pub words: Text,
}

/// What is said in a recording.
#[derive(Debug, Serialize)]
pub struct Transcript {
    /// The id of its heading.
    pub id: Text,
    /// Its language; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
    /// The sentence on how it was made.
    pub about: Text,
    /// The paragraphs that captions make; empty where people wrote it.
    pub paragraphs: Vec<Moment>,
    /// What people wrote; empty where captions make it.
    pub text: Html,
}

/// Events that lead to a text: those whose report it is, those of a series, those that it asked for.
#[derive(Debug, Serialize)]
pub struct RelatedEvents {
    /// The id of the heading.
    pub id: Text,
    /// The heading: what the events have to do with the text.
    pub heading: Text,
    /// The events.
    pub events: Vec<RelatedEvent>,
}

/// An event that leads to a text.
#[derive(Debug, Serialize)]
pub struct RelatedEvent {
    /// Its title.
    pub title: Text,
    /// The language of the title; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
    /// Its address.
    pub href: Href,
    /// When it takes place, in words; missing where nobody knows.
    pub date: Option<Text>,
    /// Its first day, as ISO 8601 writes it; missing where nobody knows.
    pub datetime: Option<Text>,
    /// That it is cancelled, postponed or has moved online, in a word or two; missing where it is to take place as announced.
    pub status: Option<Text>,
    /// The texts that came of it, where the text is that of a series.
    pub reports: Vec<EventValue>,
}
