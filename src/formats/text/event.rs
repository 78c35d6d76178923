//! What an event says before its text, its programme, and the transcripts of its recordings, as plain text.

use super::Writer;
use super::lines::in_one_line;
use crate::library::Work;
use crate::render::event::event;
use crate::render::event::recordings::recordings;
use crate::view::{EventFact, EventValue, Moment};

impl Writer<'_> {
    /// When and where it takes place, who can come, and what happens when.
    pub(super) fn event(&mut self, work: &Work) {
        let Some(event) = event(self.renderer.library, self.labels, work, None) else { return };
        self.label_heading("event");
        self.event_facts(&event.facts);
        self.lines.heading(3, self.labels.get("access"));
        self.event_facts(&event.access);
        if event.programme.is_empty() {
            return;
        }
        self.label_heading("event-programme");
        for day in &event.programme {
            day.heading.iter().for_each(|heading| self.lines.heading(3, heading));
            self.lines.gap();
            for point in &day.points {
                self.lines.line(&format!("{} {}", point.time, point.title));
                if !point.speakers.is_empty() {
                    self.lines.line(&point.speakers);
                }
            }
            self.lines.gap();
        }
    }

    fn event_facts(&mut self, facts: &[EventFact]) {
        for fact in facts {
            let said: Vec<String> = fact.values.iter().map(|value| self.event_value(value)).collect();
            self.fact(&fact.term, &said.join(self.labels.get("list-separator")));
        }
        self.lines.gap();
    }

    fn event_value(&mut self, value: &EventValue) -> String {
        let mut words = value.words.clone();
        if let Some(href) = &value.href {
            self.address(&value.words, href, &mut words);
        }
        words
    }

    /// What was recorded, and what is said in it.
    pub(super) fn recordings(&mut self, work: &Work) {
        let recordings = recordings(self.renderer, work, None, None);
        if recordings.is_empty() {
            return;
        }
        self.label_heading("recordings");
        for (recording, number) in recordings.iter().zip(1..) {
            self.lines.heading(3, &recording.title);
            self.event_facts(&recording.facts);
            let files: Vec<String> = recording.files.iter().map(|file| self.event_value(file)).collect();
            files.iter().for_each(|file| self.lines.line(file));
            let title = [("title", recording.name.as_str().into())];
            if !recording.chapters.is_empty() {
                self.lines.heading(3, &self.labels.format("recording-chapters", &title).unwrap_or_default());
                recording.chapters.iter().for_each(|chapter| self.moment(chapter));
                self.lines.gap();
            }
            let Some(transcript) = &recording.transcript else { continue };
            self.lines.heading(3, &self.labels.format("transcript", &title).unwrap_or_default());
            self.lines.paragraph(&transcript.about);
            self.lines.gap();
            transcript.paragraphs.iter().for_each(|paragraph| self.moment(paragraph));
            self.written_transcript(work, number);
            self.lines.gap();
        }
    }

    fn moment(&mut self, moment: &Moment) {
        let mut line = format!("{} ", moment.time);
        if moment.describes {
            line.push_str(&self.before_colon(self.labels.get("transcript-describes")));
        }
        line.extend(moment.speaker.as_deref());
        line.push_str(&in_one_line(&moment.words));
        self.lines.line(&line);
    }

    /// A transcript that people wrote, whose blocks are written as those of any text.
    fn written_transcript(&mut self, work: &Work, number: usize) {
        let library = self.renderer.library;
        let recording = work.facts.front.recordings.get(number - 1);
        let written =
            recording.and_then(|recording| library.written_transcript(&work.facts, recording, &work.lang));
        let Some(text) = written else { return };
        if let crate::document::Body::Flow(blocks) = &text.body {
            let before = std::mem::replace(&mut self.document, text);
            self.blocks(blocks);
            self.document = before;
        }
    }
}
