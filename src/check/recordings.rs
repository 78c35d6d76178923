//! Recordings of events: whether their files are there, whether they have captions, and whether what was promised in sign language is there.
//!
//! In: the front matter of an event, the files beside it, and what is in their tracks. Out: findings in the front matter and in the tracks.

use std::collections::HashSet;
use std::sync::Arc;

use crate::document::Document;
use crate::events::{endings, media_type};
use crate::finding::{Finding, Severity};
use crate::front_matter::{Recording, Step, key_place, value_place};
use crate::lang::SignLanguage;
use crate::library::{Library, Target, Work, is_page_address};
use crate::source::Span;
use crate::webvtt::{self, OVERLAP};

const FILE: &str = "media/file";
const NO_CAPTIONS: &str = "media/no-captions";
const NOT_SIGNED: &str = "media/not-signed";
const STALE: &str = "media/stale-transcript";

const KEY: &str = "recordings";

/// The way to the film or sound of a recording.
const OWN: &[Step<'_>] = &[Step::Key("file")];

/// What is wrong with the recordings of an event.
pub fn check(library: &Library, work: &Work, findings: &mut Vec<Finding>) {
    let document = &*work.facts;
    let mut checking = Checking { library, document, findings, number: 0, told: HashSet::new() };
    for (number, recording) in document.front.recordings.iter().enumerate() {
        checking.number = number;
        checking.recording(recording);
    }
    checking.transcripts_of_nothing();
}

struct Checking<'a> {
    library: &'a Library,
    document: &'a Document,
    findings: &'a mut Vec<Finding>,
    /// Which recording it is, from 0.
    number: usize,
    /// The tracks of which everything was told.
    told: HashSet<&'a str>,
}

impl<'a> Checking<'a> {
    fn add(
        &mut self,
        severity: Severity,
        name: &'static str,
        (way, value): (&[Step<'_>], &str),
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let source = &self.document.source;
        let way = [&[Step::Item(self.number)], way].concat();
        let place = value_place(source, KEY, &way, value);
        let finding = match severity {
            Severity::Error => Finding::error(name, source, place, message),
            _ => Finding::warning(name, source, place, message),
        };
        self.findings.push(finding.help(help));
    }

    fn recording(&mut self, recording: &'a Recording) {
        for (way, file) in recording.files() {
            match way.first() {
                Some(Step::Key("file" | "signed" | "audio")) => self.media(&way, file),
                Some(Step::Key("chapters")) => self.track(&way, file, true),
                _ => self.track(&way, file, false),
            }
        }
        if recording.captions.is_empty() {
            let message = "this recording has no captions: those who do not hear it do not know what is said";
            let help = "Write them as WebVTT and name the file with its language: “captions: {zh-Hans: media/morning.vtt}”.";
            self.add(Severity::Error, NO_CAPTIONS, (OWN, &recording.file), message, help);
        } else if !recording.captions.iter().any(|(tag, _)| *tag == recording.language) {
            let spoken = &recording.language.0;
            let message =
                format!("this recording has no captions in {spoken}, the language that is spoken in it");
            let help = format!("Add those in {spoken}, or mend “language”.");
            self.add(Severity::Error, NO_CAPTIONS, (OWN, &recording.file), message, help);
        }
        self.signed(recording);
        self.transcript(recording);
    }

    /// Film or sound: here, or on another host.
    fn media(&mut self, way: &[Step<'_>], file: &str) {
        let (message, help) = match self.library.resolve(self.document, file) {
            Target::External(address) if is_page_address(address) => return,
            Target::External(address) => (
                format!("“{address}” is no address of a film or sound"),
                "Write the way to its file from this folder, or the whole address, such as https://example.org/film."
                    .to_owned(),
            ),
            Target::Asset { rest, .. } if !rest.is_empty() => more_than_a_file(file, rest),
            Target::Asset { path, .. } if media_type(path).is_some() => return,
            Target::Asset { .. } => (
                format!("“{file}” is no film or sound that browsers play"),
                format!("Write it in one of these forms: {}.", endings()),
            ),
            Target::Nowhere { why, help } => (why, help.to_owned()),
            _ => (
                format!("“{file}” is no film or sound"),
                "Write the way to its file from this folder.".to_owned(),
            ),
        };
        self.add(Severity::Error, FILE, (way, file), message, help);
    }

    fn track(&mut self, way: &[Step<'_>], file: &str, are_chapters: bool) {
        let library = self.library;
        let (message, help) = match library.resolve(self.document, file) {
            Target::Asset { rest, .. } if !rest.is_empty() => more_than_a_file(file, rest),
            Target::Asset { path, .. } => {
                match library.asset(path).and_then(|asset| Some((&*asset.path, library.track(path)?))) {
                    Some((path, read)) => {
                        if self.told.insert(path) {
                            match read {
                                Ok(track) => {
                                    // A chapter may have others in it.
                                    let told = track
                                        .findings
                                        .iter()
                                        .filter(|told| !(are_chapters && told.rule == OVERLAP));
                                    self.findings.extend(told.cloned());
                                }
                                Err(finding) => self.findings.push(finding.clone()),
                            }
                        }
                        return;
                    }
                    None => (
                        format!("“{file}” is no WebVTT, the only form of captions that browsers show"),
                        format!("Save it as WebVTT, with a name that ends in “.{}”.", webvtt::ENDING),
                    ),
                }
            }
            Target::External(_) => (
                "captions on another host are not shown".to_owned(),
                "Put the file beside this one: browsers show only captions of the same site.".to_owned(),
            ),
            Target::Nowhere { why, help } => (why, help.to_owned()),
            _ => (
                format!("“{file}” is no file of captions"),
                "Write the way to its file from this folder.".to_owned(),
            ),
        };
        self.add(Severity::Error, FILE, (way, file), message, help);
    }

    /// What was promised to those who sign is asked of the recording.
    fn signed(&mut self, recording: &Recording) {
        let promised = self.document.front.access.as_deref().and_then(|access| access.sign_languages.said());
        for language in promised.into_iter().flatten() {
            if !recording.signed.iter().any(|(signed, _)| signed == language) {
                let (code, name) = (language.code(), english(*language));
                let message =
                    format!("the event was interpreted into {name}, and this recording has no version in it");
                let help = format!(
                    "Add “signed: {{{code}: media/morning.{code}.webm}}”; where the interpreter is in the picture of the recording, name that."
                );
                self.add(Severity::Warning, NOT_SIGNED, (OWN, &recording.file), message, help);
            }
        }
    }

    /// A transcript that no recording names is on no page.
    fn transcripts_of_nothing(&mut self) {
        let (library, event) = (self.library, self.document);
        let recordings = &event.front.recordings;
        let is_named = |text: &Arc<Document>| {
            let mut links = recordings.iter().filter_map(|recording| recording.transcript.as_deref());
            links.any(|link| {
                library.transcript(event, link, &text.lang).is_some_and(|named| Arc::ptr_eq(named, text))
            })
        };
        for text in library.transcripts.values().filter(|text| text.slug == event.slug && !is_named(text)) {
            let name = text.source.path().rsplit('/').next().unwrap_or_default();
            let message = "no recording names this transcript, so it is on no page";
            let help = format!(
                "Write “transcript: {name}” at its recording in {}; a translation has the same name with its language before “.md”.",
                event.source.path()
            );
            self.findings.push(Finding::error(FILE, &text.source, Span::point(0), message).help(help));
        }
    }

    fn transcript(&mut self, recording: &Recording) {
        let Some(link) = &recording.transcript else { return };
        let before = self.document.front.recordings.iter().take(self.number);
        if before.clone().any(|other| other.transcript.as_ref() == Some(link)) {
            let message = format!("“{link}” is the transcript of another recording too");
            let help =
                "Give each recording a transcript of its own, such as transcript-1.md and transcript-2.md.";
            return self.add(Severity::Error, FILE, (&[Step::Key("transcript")], link), message, help);
        }
        let spoken = &recording.language.0;
        if self.library.transcript(self.document, link, &self.document.lang).is_none() {
            let message = format!("there is no transcript “{link}”");
            let help = "Write it beside this file, as Markdown with a name that begins with “transcript”, such as transcript.md.";
            return self.add(Severity::Error, FILE, (&[Step::Key("transcript")], link), message, help);
        }
        for (tag, file) in recording.captions.iter() {
            let transcript = self.library.transcript(self.document, link, &tag.0);
            // One that is in another language belongs to other captions.
            let Some(transcript) = transcript.filter(|text| text.lang == tag.0 || tag.0 == *spoken) else {
                continue;
            };
            let track = match self.library.resolve(self.document, file) {
                Target::Asset { path, .. } => self.library.track(path),
                _ => None,
            };
            let Some(Ok(track)) = track else { continue };
            let digest = track.digest();
            let source = &transcript.source;
            let (message, help) = match &transcript.front.captions_digest {
                Some(known) if *known == digest => continue,
                Some(_) => (
                    format!("the captions {file} have changed since this transcript was compared with them"),
                    format!("Compare the two, then write “captions-digest: {digest}”."),
                ),
                None => (
                    format!("nobody knows whether this transcript says what the captions {file} say"),
                    format!("Compare the two, then write at its head “captions-digest: {digest}”."),
                ),
            };
            let place = key_place(source, "captions-digest");
            self.findings.push(Finding::warning(STALE, source, place, message).help(help));
        }
    }
}

/// What is wrong with the name of a file that a moment of it, or something for servers, follows: players have a file and no more.
fn more_than_a_file(written: &str, rest: &str) -> (String, String) {
    let file = written.strip_suffix(rest).unwrap_or(written);
    (format!("“{written}” is more than the name of a file"), format!("Write “{file}” alone."))
}

fn english(language: SignLanguage) -> &'static str {
    language.name(&crate::languages::fallback()).0
}
