//! Recordings of an event: players with their tracks, the chapters, and what is said as a text with links to each moment.

use super::Shown;
use crate::address::Address;
use crate::events::media_type;
use crate::front_matter;
use crate::front_matter::{Each, Tag};
use crate::lang::{Lang, SignLanguage};
use crate::languages::{FALLBACK_BEGINS, FALLBACK_ENDS};
use crate::library::{Target, Work};
use crate::render::html::Form;
use crate::render::language_names::called;
use crate::render::{Renderer, canonical};
use crate::view::{EventFact, EventValue, Html, Moment, Player, Recording, TextTrack, Transcript};
use crate::webvtt::{self, Paragraph, Track, clock};

/// The recordings of an event. On a page they have players, and each moment leads to that of the recording; in a book, `form` says where
/// its text stands, and they have neither.
pub fn recordings(
    renderer: &Renderer<'_>,
    work: &Work,
    page: Option<&Address>,
    form: Option<Form<'_>>,
) -> Vec<Recording> {
    let labels = renderer.labels(&work.lang);
    let shown = Shown { library: renderer.library, work, page, labels, facts: &work.facts.front };
    let recordings = work.facts.front.recordings.iter().filter(|_| work.kind().takes_place()).enumerate();
    recordings
        .map(|(at, recording)| One { renderer, shown: &shown, recording, number: at + 1, form }.view())
        .collect()
}

struct One<'a, 'f> {
    renderer: &'a Renderer<'a>,
    shown: &'a Shown<'a>,
    recording: &'a front_matter::Recording,
    number: usize,
    form: Option<Form<'f>>,
}

impl<'a> One<'a, '_> {
    fn view(&self) -> Recording {
        let number = self.number;
        let (title, lang) = self.title();
        let chapters = self.chosen(&self.recording.chapters);
        let moments =
            chapters.and_then(|(_, file)| self.track(file)).map_or(&[][..], |track| &track.cues).iter();
        Recording {
            id: format!("recording-{number}"),
            facts: self.facts(),
            players: self.players(&title, lang.as_ref()),
            files: self.files(),
            chapters_lang: chapters.and_then(|(lang, _)| self.foreign(lang)),
            chapters: moments.map(|cue| self.moment(cue.start, None, Track::words(cue))).collect(),
            transcript: self.transcript(),
            name: self.name(),
            lang: lang.map(|lang| lang.to_string()),
            title,
        }
    }

    /// What a sentence of the page calls it: a title in another language would stand in it unmarked.
    fn name(&self) -> String {
        match self.title() {
            (title, None) => title,
            (_, Some(_)) => self.format("recording-number", &[("number", &self.number.to_string())]),
        }
    }

    /// The name of a sign language in a sentence of the page; one in the fallback language is marked as such.
    fn sign_language(&self, language: SignLanguage) -> String {
        match language.name(self.lang()) {
            (name, None) => name.to_owned(),
            (name, Some(_)) => format!("{FALLBACK_BEGINS}{name}{FALLBACK_ENDS}"),
        }
    }

    /// What is spoken in it, and in which languages it is written and signed.
    fn facts(&self) -> Vec<EventFact> {
        let library = self.shown.library;
        let called = |of: &Lang| {
            let (words, foreign) = called(library, self.lang(), of);
            EventValue { words, lang: foreign.map(|lang| lang.to_string()), ..EventValue::default() }
        };
        let each = |each: &Each<Tag>| each.iter().map(|(tag, _)| called(&tag.0)).collect::<Vec<_>>();
        // Nobody hears how a language is written.
        let spoken = &self.recording.language.0;
        let spoken = spoken.primary().parse().unwrap_or_else(|_| spoken.clone());
        let signed = self.recording.signed.iter().map(|(language, _)| {
            let (name, foreign) = language.name(self.lang());
            let lang = foreign.map(|lang| lang.to_string());
            EventValue { words: name.to_owned(), lang, ..EventValue::default() }
        });
        let lines = [
            ("recording-spoken", vec![called(&spoken)]),
            ("recording-captions", each(&self.recording.captions)),
            ("recording-descriptions", each(&self.recording.descriptions)),
            ("recording-sign-languages", signed.collect()),
        ];
        let lines = lines.into_iter().filter(|(_, values)| !values.is_empty());
        lines.map(|(term, values)| self.shown.fact(term, values)).collect()
    }

    fn lang(&self) -> &'a Lang {
        &self.shown.work.lang
    }

    fn foreign(&self, lang: &Lang) -> Option<String> {
        Some(lang.to_string()).filter(|_| lang != self.lang())
    }

    fn title(&self) -> (String, Option<Lang>) {
        let main = &self.shown.work.facts.lang;
        let given = self.recording.title.as_ref().map(|words| words.nearest(self.lang(), main));
        match given.filter(|(words, _)| !words.is_empty()) {
            Some((words, lang)) => (words.to_owned(), lang),
            None => (self.format("recording-number", &[("number", &self.number.to_string())]), None),
        }
    }

    fn format(&self, label: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.shown.labels.format(label, &arguments).unwrap_or_default()
    }

    /// What a language calls itself.
    fn name_of(&self, lang: &Lang) -> String {
        self.shown.library.language_data.name(lang).to_owned()
    }

    fn resolve<'t>(&self, file: &'t str) -> Target<'t>
    where
        'a: 't,
    {
        self.shown.library.resolve(&self.shown.work.facts, file)
    }

    fn track(&self, file: &'a str) -> Option<&'a Track> {
        match self.resolve(file) {
            Target::Asset { path, .. } => self.shown.library.track(path)?.as_ref().ok().map(|track| &**track),
            _ => None,
        }
    }

    /// The file in the language of the page, else in the one that is spoken, else the first.
    fn chosen(&self, each: &'a Each<Tag>) -> Option<(&'a Lang, &'a str)> {
        let of = |lang: &Lang| each.iter().find(|(tag, _)| tag.0 == *lang);
        let found = of(self.lang()).or_else(|| of(&self.recording.language.0)).or_else(|| each.iter().next());
        found.map(|(tag, file)| (&tag.0, file.as_str()))
    }

    /// Where a file of the site stands as seen from the page.
    fn here(&self, file: &str) -> Option<String> {
        match (self.resolve(file), self.shown.page) {
            (Target::Asset { path, .. }, Some(page)) => {
                let mut href = String::new();
                page.write_link(path, &mut href);
                Some(href)
            }
            _ => None,
        }
    }

    fn players(&self, title: &str, lang: Option<&Lang>) -> Vec<Player> {
        let own = self.player(&self.recording.file, title.to_owned(), lang, "");
        let signed = self.recording.signed.iter().filter_map(|(language, file)| {
            let words = [("title", &*self.name()), ("language", &*self.sign_language(*language))];
            self.player(file, self.format("recording-signed", &words), None, &format!("-{}", language.code()))
        });
        own.into_iter().chain(signed).collect()
    }

    fn player(&self, file: &str, caption: String, lang: Option<&Lang>, suffix: &str) -> Option<Player> {
        let Target::Asset { path, .. } = self.resolve(file) else { return None };
        let kind = media_type(path)?;
        Some(Player {
            id: format!("player-{}{suffix}", self.number),
            caption,
            lang: lang.map(Lang::to_string),
            is_sound: kind.is_sound,
            src: self.here(file)?,
            media_type: kind.name,
            tracks: self.tracks(),
        })
    }

    fn tracks(&self) -> Vec<TextTrack> {
        let shown = self.chosen(&self.recording.captions).map(|(lang, _)| lang);
        let kinds = [
            ("captions", &self.recording.captions),
            ("descriptions", &self.recording.descriptions),
            ("chapters", &self.recording.chapters),
        ];
        let mut tracks = Vec::new();
        for (kind, each) in kinds {
            tracks.extend(each.iter().filter_map(|(tag, file)| {
                Some(TextTrack {
                    kind,
                    src: self.here(file)?,
                    lang: tag.0.to_string(),
                    label: self.name_of(&tag.0),
                    label_lang: self.foreign(&tag.0),
                    is_default: kind == "captions" && shown == Some(&tag.0),
                })
            }));
        }
        tracks
    }

    /// What people open instead of a player. In books and plain texts there is none, so the page of the event is named.
    fn files(&self) -> Vec<EventValue> {
        let name = self.name();
        let film = |file: &'a str, signed: Option<SignLanguage>| {
            let language = signed.map(|language| self.sign_language(language)).unwrap_or_default();
            let words = [("title", &*name), ("language", &*language)];
            let (label, href) = match (self.resolve(file), self.shown.page) {
                (Target::External(address), _) => ("elsewhere", Some(address.to_owned())),
                (Target::Asset { .. }, None) => ("on-page", self.on_page()),
                _ => return None,
            };
            let label = ["recording-", if signed.is_some() { "signed-" } else { "" }, label].concat();
            Some(EventValue { words: self.format(&label, &words), href, ..EventValue::default() })
        };
        let own = film(&self.recording.file, None);
        let signed = self.recording.signed.iter().filter_map(|(language, file)| film(file, Some(*language)));
        let sound = self.recording.audio.as_deref().and_then(|file| {
            let href = match self.resolve(file) {
                Target::External(address) => Some(address.to_owned()),
                Target::Asset { path, .. } => self.here(file).or_else(|| self.whole(&Address::file(path))),
                _ => return None,
            };
            let words = self.format("recording-sound", &[("title", &name)]);
            Some(EventValue { words, href, ..EventValue::default() })
        });
        own.into_iter().chain(signed).chain(sound).collect()
    }

    /// The whole address of a page or file; none where nobody knows where the site will stand.
    fn whole(&self, address: &Address) -> Option<String> {
        self.shown.library.config.site.base_url.as_deref().map(|base| canonical(base, address))
    }

    /// Where it stands on the page of its event.
    fn on_page(&self) -> Option<String> {
        let page = self.shown.library.address(&self.shown.work.official);
        Some(format!("{}#recording-{}", self.whole(&page)?, self.number))
    }

    /// A moment of the recording, which a link leads to where the recording stands here.
    fn moment(&self, start: u64, speaker: Option<String>, words: String) -> Moment {
        let href = self.here(&self.recording.file).map(|href| format!("{href}#t={}", seconds(start)));
        let colon = self.shown.labels.get("colon");
        let speaker = speaker.map(|speaker| format!("{speaker}{colon}"));
        Moment { time: clock(start), href, speaker, describes: false, words }
    }

    fn transcript(&self) -> Option<Transcript> {
        let id = format!("transcript-{}", self.number);
        let written =
            self.shown.library.written_transcript(&self.shown.work.facts, self.recording, self.lang());
        let label = |label: &str| self.shown.labels.get(label).to_owned();
        if let Some(text) = written {
            let (lang, about) = (self.foreign(&text.lang), label("transcript-by-people"));
            return Some(Transcript { id, lang, about, paragraphs: Vec::new(), text: self.written(text) });
        }
        let (lang, file) = self.chosen(&self.recording.captions)?;
        let captions = self.track(file)?;
        let described = self.recording.descriptions.iter().find(|(tag, _)| tag.0 == *lang);
        let descriptions = described.and_then(|(_, file)| self.track(file));
        let paragraph = |Paragraph { start, speaker, describes, words }: Paragraph| Moment {
            describes,
            ..self.moment(start, speaker, words)
        };
        let mut about = label("transcript-from-captions");
        if self.here(&self.recording.file).is_some() {
            about.push_str(self.shown.labels.get("sentence-separator"));
            about.push_str(self.shown.labels.get("transcript-times"));
        }
        let paragraphs = webvtt::transcript(captions, descriptions).into_iter().map(paragraph).collect();
        Some(Transcript { id, lang: self.foreign(lang), about, paragraphs, text: Html::default() })
    }

    /// A transcript that people wrote.
    fn written(&self, text: &crate::document::Document) -> Html {
        let (renderer, page) = (self.renderer, self.shown.page);
        let form = self.form.or_else(|| page.map(Form::Page));
        let Some(form) = form else { return Html::default() };
        let mut writer = renderer.writer_for(text, form);
        if let crate::document::Body::Flow(blocks) = &text.body {
            writer.blocks(blocks);
        }
        writer.taken()
    }
}

/// A time of a media fragment, in seconds: `12.5`.
fn seconds(milliseconds: u64) -> String {
    let (whole, rest) = (milliseconds / 1000, milliseconds % 1000);
    match rest {
        0 => whole.to_string(),
        rest => format!("{whole}.{rest:03}").trim_end_matches('0').to_owned(),
    }
}
