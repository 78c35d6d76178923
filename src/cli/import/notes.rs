//! What is printed of an import: counts, what was left out, what was found.

use std::collections::HashMap;

use crate::cli::output::{notice, say};
use crate::count::counted;
use crate::finding::{Finding, Place, Severity};
use crate::import::{self, Certainty, Imported};
use crate::source::Position;

/// How many findings of one kind are printed: one bad file has hundreds of them.
const MOST_ALIKE: usize = 5;

/// What findings that are alike have in common: the rule and the message, without what it quotes and counts.
fn kind(finding: &Finding) -> String {
    // Each missing part is another one, and each change is decided by itself.
    if finding.severity == Severity::Note || finding.rule == import::TRACKED_CHANGE {
        return finding.message.clone();
    }
    let mut is_quoted = false;
    let mut kind = finding.rule.to_owned();
    for c in finding.message.chars() {
        match c {
            '“' => is_quoted = true,
            '”' => is_quoted = false,
            c if is_quoted || c.is_numeric() => {}
            c => kind.push(c),
        }
    }
    kind
}

/// What was found, what was left out, what looks like a slip.
pub fn print(imported: &Imported) {
    match imported.certainty {
        Certainty::Stated => {}
        Certainty::Recognised => say!("    language: {}, by its words", imported.lang),
        Certainty::Possible => {
            say!("    language: {}, which is a guess; --lang TAG gives another", imported.lang);
        }
    }
    let counts = imported.counts;
    if counts.operative > 0 {
        say!(
            "    {} preambular and {}, {}, {}",
            counts.preambular,
            counted(counts.operative, "operative paragraph"),
            counted(counts.sub, "sub-paragraph"),
            counted(counts.notes, "note")
        );
    } else if counts.articles > 0 {
        say!(
            "    {}, {}, {}, {}",
            counted(counts.articles, "article"),
            counted(counts.paragraphs, "paragraph"),
            counted(counts.points, "point"),
            counted(counts.notes, "note")
        );
    } else {
        say!("    {}, {}", counted(counts.plain, "paragraph"), counted(counts.notes, "note"));
    }
    print_signs(imported);
    for dropped in &imported.dropped {
        say!("    left out, {} {}: {} ({})", imported.unit, dropped.line, dropped.text, dropped.reason);
    }
    let mut places = Places { text: imported.source.text(), at: 0, position: START };
    let mut alike: HashMap<String, usize> = HashMap::new();
    for finding in &imported.findings {
        *alike.entry(kind(finding)).or_default() += 1;
    }
    let mut shown: HashMap<String, usize> = HashMap::new();
    for finding in &imported.findings {
        let kind = kind(finding);
        let count = shown.entry(kind.clone()).or_default();
        *count += 1;
        if *count > MOST_ALIKE {
            continue;
        }
        let more = alike.get(&kind).map_or(0, |all| all.saturating_sub(MOST_ALIKE));
        let more = if *count == MOST_ALIKE && more > 0 {
            format!(" And {more} more like it below.")
        } else {
            String::new()
        };
        let at = places.position(finding);
        notice!(
            "{}:{}:{}: {}: {}. {}{more}",
            finding.place.path(),
            at.line,
            at.column,
            finding.severity.word(),
            finding.message,
            finding.help
        );
    }
}

/// By which signs the document was recognised.
fn print_signs(imported: &Imported) {
    let signs = imported.ledger.signs();
    if signs.is_empty() {
        return;
    }
    let points: u32 = signs.iter().map(|sign| sign.points).sum();
    let names: Vec<String> = signs.iter().map(|sign| format!("{} ({})", sign.name, sign.points)).collect();
    let kind = if imported.counts.operative > 0 { "a resolution" } else { "a document of a body" };
    say!("    {kind}, by {points} points of at least {}: {}", import::ENOUGH, names.join(", "));
}

/// The first place of a text.
const START: Position = Position { line: 1, column: 1 };

/// The places of findings that come in order: a text may be one long line, which is counted once for all of them.
struct Places<'a> {
    text: &'a str,
    at: usize,
    position: Position,
}

impl Places<'_> {
    fn position(&mut self, finding: &Finding) -> Position {
        let Place::Source(_, span) = &finding.place else { return finding.place.position() };
        let place = span.start as usize;
        if place < self.at {
            (self.at, self.position) = (0, START);
        }
        for c in self.text.get(self.at..place).unwrap_or_default().chars() {
            match c {
                '\n' => self.position = Position { line: self.position.line + 1, column: 1 },
                _ => self.position.column += 1,
            }
        }
        self.at = place;
        self.position
    }
}
