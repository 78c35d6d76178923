//! What a file of an event says before its text, its programme, and the transcripts of its recordings.

use super::{Output, Said, before_colon};
use crate::document::Body;
use crate::library::Work;
use crate::render::event::event;
use crate::render::event::recordings::recordings;
use crate::view::{EventFact, EventValue, Moment};

/// When and where it takes place, who can come, and what happens when.
pub fn write<'a>(out: &mut impl Output<'a>, work: &'a Work) {
    let labels = out.labels();
    let Some(event) = event(out.renderer().library, labels, work, None) else { return };
    out.label_heading("event");
    facts(out, &event.facts);
    out.heading(3, labels.get("access"), "access");
    facts(out, &event.access);
    if event.programme.is_empty() {
        return;
    }
    out.heading(2, labels.get("event-programme"), "programme");
    for day in &event.programme {
        day.heading.iter().for_each(|heading| out.heading(3, heading, ""));
        out.end_lines();
        for point in &day.points {
            out.line(&format!("{} {}", point.time, point.title));
            if !point.speakers.is_empty() {
                out.line(&point.speakers);
            }
        }
        out.end_lines();
    }
}

fn facts<'a>(out: &mut impl Output<'a>, facts: &[EventFact]) {
    for fact in facts {
        let values: Vec<_> = fact.values.iter().map(value).collect();
        out.fact((&fact.term).into(), &values);
    }
    out.end_lines();
}

fn value(value: &EventValue) -> Said<'_> {
    Said { words: &value.words, href: value.href.as_deref(), lang: value.lang.as_deref() }
}

/// What was recorded, and what is said in it.
pub fn recordings_of<'a>(out: &mut impl Output<'a>, work: &'a Work) {
    let (renderer, labels) = (out.renderer(), out.labels());
    let recordings = recordings(renderer, work, None, None);
    if recordings.is_empty() {
        return;
    }
    out.label_heading("recordings");
    for (recording, number) in recordings.iter().zip(1..) {
        out.heading(3, &recording.title, &recording.id);
        facts(out, &recording.facts);
        recording.files.iter().for_each(|file| out.fact(Said::default(), &[value(file)]));
        let title = [("title", recording.name.as_str().into())];
        if !recording.chapters.is_empty() {
            out.heading(3, &labels.format("recording-chapters", &title).unwrap_or_default(), "");
            recording.chapters.iter().for_each(|chapter| moment(out, chapter));
            out.end_lines();
        }
        let Some(transcript) = &recording.transcript else { continue };
        out.heading(3, &labels.format("transcript", &title).unwrap_or_default(), &transcript.id);
        out.paragraph(&transcript.about);
        out.end_lines();
        transcript.paragraphs.iter().for_each(|paragraph| moment(out, paragraph));
        written_transcript(out, work, number);
        out.end_lines();
    }
}

fn moment<'a>(out: &mut impl Output<'a>, moment: &Moment) {
    let labels = out.labels();
    let mut line = format!("{} ", moment.time);
    if moment.describes {
        line.push_str(&before_colon(labels.get("transcript-describes"), labels));
    }
    line.extend(moment.speaker.as_deref());
    line.push_str(&moment.words);
    out.line(&line);
}

/// A transcript that people wrote, whose blocks are written as those of any text.
fn written_transcript<'a>(out: &mut impl Output<'a>, work: &'a Work, number: usize) {
    let library = out.renderer().library;
    let recording = work.facts.front.recordings.get(number - 1);
    let written =
        recording.and_then(|recording| library.written_transcript(&work.facts, recording, &work.lang));
    if let Some(text) = written
        && let Body::Flow(blocks) = &text.body
    {
        out.blocks_of(text, blocks);
    }
}
