//! WebVTT: captions, descriptions and chapters of a recording.
//!
//! In: a file (the format of W3C's WebVTT, “WebVTT: The Web Video Text Tracks Format”). Out: its cues with their times, speakers and words,
//! and the transcript that they make. Refused, as findings: what browsers read as no WebVTT, times that are wrong or run backward, and
//! lines that belong to no cue, whose words nobody would see. It reads in linear time.

mod cue_text;
mod timing;
mod transcript;

use std::sync::Arc;

use crate::digest::Digest;
use crate::finding::Finding;
use crate::hidden;
use crate::source::{Source, Span, slice};

pub use cue_text::Passage;
pub use timing::clock;
pub use transcript::{Paragraph, transcript};

/// The ending of the names of such files.
pub const ENDING: &str = "vtt";
/// A file that browsers do not read as it is meant.
pub const FORMAT: &str = "media/captions-format";
/// Times that are wrong.
pub const TIMES: &str = "media/captions-times";
/// Two cues at one time.
pub const OVERLAP: &str = "media/captions-overlap";

/// So many findings of a file are told.
const MOST: usize = 50;

/// A file of cues.
#[derive(Debug)]
pub struct Track {
    /// The file.
    pub source: Arc<Source>,
    /// The cues, as the file orders them.
    pub cues: Vec<Cue>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Words that are shown from one time to another, in milliseconds from the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// When it begins.
    pub start: u64,
    /// When it ends.
    pub end: u64,
    /// What is said, by one speaker after the other.
    pub passages: Vec<Passage>,
}

impl Track {
    /// Reads a file.
    pub fn read(source: &Arc<Source>) -> Self {
        let mut reading = Reading { source, cues: Vec::new(), findings: Vec::new(), latest: (0, 0) };
        hidden::check(source, &mut reading.findings);
        reading.file();
        if reading.cues.is_empty() && reading.findings.is_empty() {
            let help = "Write words below lines with times, such as “00:00:01.000 --> 00:00:04.000”, or take the file out of “recordings”.";
            let head = lines(source.text()).next().map_or(0, |(_, line)| line.len());
            reading.wrong(FORMAT, Span::from(0..head), "nothing is in this file below its first line", help);
        }
        let Reading { cues, mut findings, .. } = reading;
        findings.truncate(MOST);
        Self { source: source.clone(), cues, findings }
    }

    /// The words of a cue without its speakers.
    pub fn words(cue: &Cue) -> String {
        cue.passages.iter().map(|passage| passage.words.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The digest of who says what: a transcript that people wrote belongs to it. Times do not count.
    pub fn digest(&self) -> Digest {
        let mut hasher = blake3::Hasher::new();
        for passage in self.cues.iter().flat_map(|cue| &cue.passages) {
            for part in [passage.speaker.as_deref().unwrap_or_default(), &passage.words] {
                hasher.update(part.as_bytes());
                hasher.update(b"\0");
            }
        }
        Digest::of(&hasher)
    }
}

/// What begins a block that is no cue.
const OTHER_BLOCKS: [&str; 3] = ["NOTE", "STYLE", "REGION"];

struct Reading<'s> {
    source: &'s Arc<Source>,
    cues: Vec<Cue>,
    findings: Vec<Finding>,
    /// The start of the last cue and the latest end of all.
    latest: (u64, u64),
}

impl<'s> Reading<'s> {
    fn file(&mut self) {
        let text = self.source.text();
        let mut lines = lines(text).peekable();
        let is_head = |line: &str| {
            line.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
        };
        match lines.peek() {
            Some((_, line)) if is_head(line) => _ = lines.next(),
            first => {
                let place = first.map_or(Span::point(0), |(at, line)| Span::from(*at..at + line.len()));
                let help = match is_sub_rip(text) {
                    true => {
                        "This is SubRip (.srt): write “WEBVTT” as the first line and an empty line below it, and in times a full stop \
                         before the thousandths, “00:00:01.000”, not a comma."
                    }
                    false => {
                        "Write “WEBVTT” as the first line and an empty line below it: browsers read nothing of a file without it."
                    }
                };
                return self.wrong(FORMAT, place, "the file does not begin with “WEBVTT”", help);
            }
        }
        // What stands below the first line belongs to the head.
        while lines.next_if(|(_, line)| !line.is_empty() && !line.contains(ARROW)).is_some() {}
        while let Some(first) = lines.next() {
            if first.1.is_empty() {
                continue;
            }
            let has_arrow = |line: Option<&(usize, &str)>| line.is_some_and(|(_, line)| line.contains(ARROW));
            let timing = if has_arrow(Some(&first)) {
                first
            } else if let Some(second) = lines.next_if(|line| has_arrow(Some(line)) && !is_other(first.1)) {
                second
            } else {
                let mut block = vec![first];
                while let Some(line) = lines.next_if(|(_, line)| !line.is_empty() && !line.contains(ARROW)) {
                    block.push(line);
                }
                self.other_block(&block);
                continue;
            };
            let start = lines.peek().map_or(text.len(), |(at, _)| *at);
            let mut end = start;
            while let Some((at, line)) = lines.next_if(|(_, line)| !line.is_empty() && !line.contains(ARROW))
            {
                end = at + line.len();
            }
            self.cue(timing, Span::from(start..end));
        }
    }

    /// A block that is no cue: a note says nothing to viewers, and what is neither has words that nobody sees.
    fn other_block(&mut self, block: &[(usize, &str)]) {
        let Some(((at, first), (last_at, last))) = block.first().zip(block.last()) else { return };
        if is_other(first) {
            if first.starts_with("STYLE") {
                let place = Span::from(*at..at + first.len());
                let message = "captions have a style of their own";
                let help = "Take the STYLE block out: people choose in their player how captions look.";
                self.wrong(FORMAT, place, message, help);
            }
            return;
        }
        let message = "these lines belong to no caption, so nobody sees them";
        let help = "Write a line with times above them, such as “00:00:01.000 --> 00:00:04.000”, or begin them with “NOTE ”. An empty line ends \
                    a caption.";
        self.wrong(FORMAT, Span::from(*at..last_at + last.len()), message, help);
    }

    fn cue(&mut self, (at, line): (usize, &str), words: Span) {
        let (start, end) = match timing::read(line) {
            Ok(times) => times,
            Err(wrong) => {
                let place = Span::from(at + wrong.at.start..at + wrong.at.end);
                return self.wrong(TIMES, place, wrong.message, wrong.help);
            }
        };
        let place = Span::from(at..at + line.len());
        if end <= start {
            let message = "this caption ends before it begins";
            self.wrong(TIMES, place, message, "Write the earlier time first; the two may not be the same.");
        } else if start < self.latest.0 {
            let message = format!("this caption begins at {}, before the one above it", clock(start));
            self.wrong(TIMES, place, message, "Put captions in the order of their times.");
        } else if start < self.latest.1 {
            let message =
                format!("this caption begins at {}, while the one above it still stands", clock(start));
            let help = "Let one end when the next begins: two captions at a time are hard to read. Two people who speak at once stand in one \
                        caption.";
            self.findings.push(Finding::warning(OVERLAP, self.source, place, message).help(help));
        }
        self.latest = (start.max(self.latest.0), end.max(self.latest.1));
        let passages = cue_text::passages(self.source.slice(words));
        if passages.is_empty() {
            let message = "this caption has no words";
            self.wrong(
                FORMAT,
                place,
                message,
                "Write what is said below its times, without an empty line between, or take it out.",
            );
        }
        self.cues.push(Cue { start, end, passages });
    }

    fn wrong(
        &mut self,
        name: &'static str,
        place: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.push(Finding::error(name, self.source, place, message).help(help));
    }
}

const ARROW: &str = "-->";

fn is_other(line: &str) -> bool {
    let begins = |word: &str| {
        line.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    };
    OTHER_BLOCKS.iter().any(|word| begins(word))
}

/// Whether a file is one of SubRip, which has commas in its times.
fn is_sub_rip(text: &str) -> bool {
    let times = lines(text).take(20).find(|(_, line)| line.contains(ARROW));
    times.is_some_and(|(_, line)| line.split(ARROW).next().is_some_and(|start| start.contains(',')))
}

/// The lines of a text with where each begins, whatever ends them: CR LF, LF or CR.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = slice(text, at..);
        if rest.is_empty() {
            return None;
        }
        let start = at;
        let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let ending = if slice(rest, end..).starts_with("\r\n") { 2 } else { 1 };
        at = (start + end + ending).min(text.len());
        Some((start, slice(rest, ..end)))
    })
}

#[cfg(test)]
mod tests;
