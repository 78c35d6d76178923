//! The lines before the text of a resolution: body, session, agenda item, adoption, number and title.
//!
//! In: the lines up to the opening of the preamble. Out: fields of the front matter. A line that says nothing
//! known is kept under `cover-lines`; a line that stands twice is dropped the second time, and listed.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use regex::Captures;

use super::fields::Fields;
use crate::import::forms::squeezed;
use crate::import::ledger::Ledger;
use crate::import::passage::{Joint, Passage};
use crate::import::script::Script;
use crate::import::unsure::Unsure;
use crate::languages::{Body, LONGEST_HEADING, ResolutionPatterns, unspaced};
use crate::source::slice;

/// How many wrapped lines one entry of the cover can take.
const LONGEST_ENTRY: usize = 3;

/// Reads a cover.
pub struct CoverReader<'a> {
    /// The source's text.
    pub text: &'a str,
    /// The rules of its language.
    pub rules: &'a ResolutionPatterns,
    /// How wrapped lines join.
    pub script: Script,
    /// The body whose line opens the preamble, if one does: a cover names those above it too.
    pub body: Option<&'a Body>,
    /// Where the line of the title begins, if it is known by something else than what it says.
    pub title: Option<usize>,
    /// Whether each line is a whole paragraph.
    pub are_paragraphs: bool,
    /// Whether a body issued the document: the front matter of others has only the symbol and the distribution.
    pub is_of_body: bool,
}

/// A part of a line that is a field of its own.
type FieldPart = (&'static str, Range<usize>);

/// A line, or several joined, that was recognised.
struct CoverEntry {
    parts: Vec<FieldPart>,
    /// The field that the unknown lines after this entry belong to.
    opens: Option<&'static str>,
    /// What the characters outside the parts are.
    rest: &'static str,
}

impl CoverReader<'_> {
    /// Reads the lines; `lines` holds ranges without blanks at their ends. Gives what they say, without blanks, and the lines
    /// that may be no part of the title they were added to.
    pub fn read(
        &self,
        lines: &[Range<usize>],
        fields: &mut Fields,
        ledger: &mut Ledger,
    ) -> (HashSet<String>, Vec<Unsure>) {
        let mut unsure = Vec::new();
        let lines: Vec<_> = lines.iter().map(|line| undecorated(self.text, line.clone(), ledger)).collect();
        let mut seen = HashSet::new();
        let mut open = None;
        let mut at = 0;
        while at < lines.len() {
            let line = lines[at].clone();
            if !seen.insert(squeezed(slice(self.text, line.clone()))) {
                ledger.drop(line, "repeated cover line");
                at += 1;
            } else if let Some((entry, passage, taken)) = self.entry(&lines[at..], fields) {
                open = entry.opens;
                self.place(entry, &passage, fields, ledger);
                seen.extend(
                    lines[at..at + taken].iter().map(|line| squeezed(slice(self.text, line.clone()))),
                );
                at += taken;
            } else {
                // A paragraph is the whole title of an item.
                open = open
                    .filter(|key| !(self.are_paragraphs && *key == "agenda-item.title" && fields.has(key)));
                match open {
                    Some(key) if fields.has(key) && self.is_parted(&lines, at) => {
                        let why = "a blank line stands before this line, which has become a part of the title above";
                        unsure.push(Unsure::new(line.clone(), why));
                        fields.extend(key, self.text, line, Joint::Wrap(self.script));
                    }
                    Some(key) => fields.extend(key, self.text, line, Joint::Wrap(self.script)),
                    None => fields.add("cover-lines", Passage::line(self.text, line)),
                }
                at += 1;
            }
        }
        (seen, unsure)
    }

    /// Whether a blank line stands before a line, and the line above it does not end inside a sentence.
    fn is_parted(&self, lines: &[Range<usize>], at: usize) -> bool {
        let above = at.checked_sub(1).map_or(0, |above| lines[above].end);
        slice(self.text, above..lines[at].start).matches('\n').count() > 1
            && !slice(self.text, ..above).ends_with(['、', '，', ',', '—', '―', '-'])
    }

    /// The entry that begins here, over as few lines as it needs.
    fn entry(&self, lines: &[Range<usize>], fields: &Fields) -> Option<(CoverEntry, Passage, usize)> {
        let first = lines.first()?.clone();
        if self.is_title(&first) {
            let passage = Passage::line(self.text, first);
            let entry = self.titled(passage.text());
            return Some((entry, passage, 1));
        }
        let mut passage = Passage::default();
        let lines = lines.split(|line| self.is_title(line)).next()?;
        for (count, line) in lines.iter().take(LONGEST_ENTRY).enumerate() {
            passage.push(self.text, line.clone(), Joint::Wrap(self.script));
            if passage.text().len() > LONGEST_HEADING {
                return None;
            }
            if let Some(entry) = self.recognise(passage.text(), fields) {
                return Some((entry, passage, count + 1));
            }
        }
        None
    }

    /// Whether a line is the one that is known to be the title; marks of a heading may stand before it.
    fn is_title(&self, line: &Range<usize>) -> bool {
        self.title.filter(|start| *start <= line.start).is_some_and(|start| {
            slice(self.text, start..line.start).chars().all(|c| matches!(c, '#' | '*' | ' ' | '\t'))
        })
    }

    /// A line that is the title, whatever it says.
    fn titled(&self, text: &str) -> CoverEntry {
        let found = self.rules.cover.loose_title.captures(text);
        let parts = found
            .into_iter()
            .flat_map(|found| ["number", "title"].into_iter().filter_map(move |key| part(key, &found, key)));
        let mut parts: Vec<FieldPart> = parts.collect();
        if parts.is_empty() {
            parts.push(("title", 0..text.len()));
        }
        CoverEntry { parts, opens: Some("title"), rest: "what parts the number from the title" }
    }

    fn recognise(&self, said: &str, fields: &Fields) -> Option<CoverEntry> {
        let cover = &self.rules.cover;
        // The mark of a note behind a line is no part of what it says.
        let text = said.trim_end_matches(['*', '＊', '†', '‡']).trim_end();
        let whole = |key| CoverEntry { parts: vec![(key, 0..said.len())], opens: None, rest: "" };
        let is_new = |key: &str| !fields.has(key);
        if is_new("symbol") && cover.symbol.is_match(text) {
            return Some(whole("symbol"));
        }
        if !self.is_of_body {
            return self.distribution(said, fields);
        }
        if is_new("body") && self.is_body(text) {
            return Some(whole("body"));
        }
        if is_new("session.name") && cover.session_name.is_match(&unspaced(text)) {
            return Some(whole("session.name"));
        }
        if is_new("session.dates") && cover.session_dates.is_match(text) {
            return Some(whole("session.dates"));
        }
        if is_new("agenda-item.number") && cover.agenda_item.is_match(text) {
            return Some(CoverEntry { opens: Some("agenda-item.title"), ..whole("agenda-item.number") });
        }
        if is_new("adopted") && cover.adopted.is_match(text) {
            return Some(whole("adopted"));
        }
        if is_new("title") && cover.numbered_title.is_match(said) {
            return Some(whole("title"));
        }
        if is_new("number")
            && let Some(found) = cover.number_and_title.captures(said)
        {
            let parts = vec![part("number", &found, "number")?, part("title", &found, "title")?];
            return Some(CoverEntry {
                parts,
                opens: Some("title"),
                rest: "full stop between number and title",
            });
        }
        self.distribution(said, fields)
    }

    fn is_body(&self, text: &str) -> bool {
        let body = self.rules.body(text);
        body.is_some_and(|body| self.body.is_none_or(|opens| opens.name == body.name))
    }

    /// The distribution block begins with `Distr.:`; its other lines count only after that one.
    fn distribution(&self, text: &str, fields: &Fields) -> Option<CoverEntry> {
        let block = &self.rules.cover.distribution;
        let labelled = |key, found: &Captures<'_>| {
            Some(CoverEntry {
                parts: vec![part(key, found, "value")?],
                opens: None,
                rest: "label of the distribution block",
            })
        };
        let whole = |key| CoverEntry { parts: vec![(key, 0..text.len())], opens: None, rest: "" };
        if !fields.has("distribution.type") {
            return labelled("distribution.type", &block.kind.captures(text)?);
        }
        if !fields.has("distribution.date") && block.date.is_match(text) {
            return Some(whole("distribution.date"));
        }
        if !fields.has("distribution.language") && block.language.is_match(text) {
            return Some(whole("distribution.language"));
        }
        if fields.has("distribution.original") {
            return None;
        }
        labelled("distribution.original", &block.original.captures(text)?)
    }

    /// Puts the parts into their fields and lists the characters between them as dropped.
    fn place(&self, entry: CoverEntry, passage: &Passage, fields: &mut Fields, ledger: &mut Ledger) {
        let mut at = 0;
        for (key, range) in entry.parts {
            drop_text(passage, at..range.start, entry.rest, ledger);
            at = range.end;
            let part = passage.part(self.text, range);
            let is_spaced = matches!(unspaced(part.text()), Cow::Owned(_));
            fields.add(key, if is_spaced { unparted(self.text, &part) } else { part });
        }
        drop_text(passage, at..passage.text().len(), entry.rest, ledger);
    }
}

fn part(key: &'static str, found: &Captures<'_>, group: &str) -> Option<FieldPart> {
    Some((key, found.name(group)?.range()))
}

/// A passage without its blanks.
fn unparted(source: &str, passage: &Passage) -> Passage {
    let text = passage.text();
    let words: Vec<_> = text
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace())
        .map(|(at, c)| at..at + c.len_utf8())
        .collect();
    passage.keep(source, &words)
}

fn drop_text(passage: &Passage, range: Range<usize>, reason: &str, ledger: &mut Ledger) {
    let text = slice(passage.text(), range.clone());
    let start = range.start + text.len() - text.trim_start().len();
    for span in passage.spans(start..start + text.trim().len()) {
        ledger.drop(span, reason);
    }
}

/// A line without heading marks and without bold around all of it; both are dropped, and listed.
pub fn undecorated(text: &str, line: Range<usize>, ledger: &mut Ledger) -> Range<usize> {
    let raw = slice(text, line.clone());
    let hashes = raw.bytes().take_while(|&byte| byte == b'#').count();
    let mut line = line;
    if (1..=6).contains(&hashes) && slice(raw, hashes..).starts_with([' ', '\t']) {
        ledger.drop(line.start..line.start + hashes, "heading mark");
        line.start += raw.len() - slice(raw, hashes..).trim_start().len();
    }
    let raw = slice(text, line.clone());
    if let Some(inner) = raw.strip_prefix("**").and_then(|raw| raw.strip_suffix("**"))
        && !inner.is_empty()
        && !inner.contains('*')
    {
        ledger.drop(line.start..line.start + 2, "bold mark of the cover");
        ledger.drop(line.end - 2..line.end, "bold mark of the cover");
        line = line.start + 2..line.end - 2;
    }
    line
}
