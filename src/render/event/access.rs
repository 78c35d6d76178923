//! What there is for those who need it: a line for everything that people ask, whether anybody wrote it or not.

use super::Shown;
use crate::front_matter::{Access, Answer, Described};
use crate::render::language_names::called;
use crate::view::{EventFact, EventValue};

impl<'a> Shown<'a> {
    pub(super) fn access(&self) -> Vec<EventFact> {
        const NOTHING: &Access = &Access {
            sign_languages: Answer::Unwritten,
            captions: Answer::Unwritten,
            easy_read: Answer::Unwritten,
            wheelchair: Answer::Unwritten,
            hearing_loop: Answer::Unwritten,
            quiet_room: Answer::Unwritten,
            assistance: Answer::Unwritten,
            companions: Answer::Unwritten,
            transport: Answer::Unwritten,
            food: Answer::Unwritten,
            cost: Answer::Unwritten,
            if_missing: Answer::Unwritten,
        };
        let facts = self.facts.access.as_deref().unwrap_or(NOTHING);
        let own = self.work.official.front.access.as_deref().unwrap_or(NOTHING);
        let library = self.library;
        let lang = &self.work.lang;
        let sign_languages = listed(&facts.sign_languages, |language| {
            let (name, foreign) = language.name(lang);
            EventValue {
                words: name.to_owned(),
                lang: foreign.map(|lang| lang.to_string()),
                ..EventValue::default()
            }
        });
        let captions = listed(&facts.captions, |tag| {
            let (words, foreign) = called(library, lang, &tag.0);
            EventValue { words, lang: foreign.map(|lang| lang.to_string()), ..EventValue::default() }
        });
        let said = |of: fn(&Access) -> &Answer<String>| self.answer(of(own), of(facts), |words| words);
        let told =
            |of: fn(&Access) -> &Answer<Described>| self.answer(of(own), of(facts), |Described(words)| words);
        [
            ("access-sign-languages", sign_languages),
            ("access-captions", captions),
            ("access-easy-read", said(|access| &access.easy_read)),
            ("access-wheelchair", said(|access| &access.wheelchair)),
            ("access-hearing-loop", said(|access| &access.hearing_loop)),
            ("access-quiet-room", said(|access| &access.quiet_room)),
            ("access-assistance", said(|access| &access.assistance)),
            ("access-companions", said(|access| &access.companions)),
            ("access-transport", told(|access| &access.transport)),
            ("access-food", told(|access| &access.food)),
            ("access-cost", told(|access| &access.cost)),
            ("access-if-missing", told(|access| &access.if_missing)),
        ]
        .into_iter()
        .map(|(term, answer)| self.line(term, answer))
        .collect()
    }

    /// An answer in the words of the page where it has any, else as the first language of the folder gives it.
    fn answer<T>(
        &self,
        own: &'a Answer<T>,
        facts: &'a Answer<T>,
        words: fn(&T) -> &String,
    ) -> Answer<Vec<EventValue>> {
        let value = |said: &T, lang: Option<String>| EventValue {
            words: words(said).clone(),
            lang,
            ..EventValue::default()
        };
        match (own, facts) {
            (Answer::Said(said), _) => Answer::Said(vec![value(said, None)]),
            (_, Answer::Said(said)) => {
                Answer::Said(vec![value(said, self.foreign().map(ToString::to_string))])
            }
            (_, Answer::Yes) => Answer::Yes,
            (_, Answer::No) => Answer::No,
            (_, Answer::Unknown | Answer::Unwritten) => Answer::Unknown,
        }
    }

    fn line(&self, term: &str, answer: Answer<Vec<EventValue>>) -> EventFact {
        let (answer, values) = match answer {
            Answer::Said(values) => ("said", values),
            Answer::Yes => ("yes", vec![self.label("event-yes")]),
            Answer::No => ("no", vec![self.label("event-no")]),
            Answer::Unknown | Answer::Unwritten => ("unknown", vec![self.label("event-unknown")]),
        };
        EventFact { term: self.labels.get(term).to_owned(), answer, values }
    }
}

fn listed<T>(answer: &Answer<Vec<T>>, value: impl Fn(&T) -> EventValue) -> Answer<Vec<EventValue>> {
    match answer {
        Answer::Said(list) if !list.is_empty() => Answer::Said(list.iter().map(value).collect()),
        Answer::Said(_) | Answer::No => Answer::No,
        Answer::Yes => Answer::Yes,
        Answer::Unknown | Answer::Unwritten => Answer::Unknown,
    }
}
