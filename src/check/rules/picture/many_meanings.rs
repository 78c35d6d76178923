//! A picture beside words that it does not stand for.

use std::ops::Range;

use crate::check::prose::Line;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::document::{Content, Idea, InlineKind, Text};
use crate::finding::Severity;
use crate::languages::{LanguageData, is_whole_word};
use crate::pictures::{self, CONCEPT};
use crate::source::Span;

/// `picture/many-meanings`
pub static RULE: Rule = Rule {
    name: "picture/many-meanings",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "Inclusion Europe, Information for all (2009): the same picture for the same thing",
    docs: include_str!("many_meanings.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let document = subject.document;
    let ideas = coverage::sections(document).iter().flat_map(|section| &section.ideas);
    let pictured: Vec<_> = ideas.filter_map(|idea| Some((idea, concept(subject, idea)?))).collect();
    if pictured.is_empty() {
        return;
    }
    let lines: Vec<Line<'_>> = subject.lines().collect();
    for (idea, (concept, span)) in pictured {
        let picture = subject.library.pictures.get(concept);
        let Some(words) = picture.and_then(|picture| picture.words(&document.lang)) else { continue };
        let Some(within) = within(idea) else { continue };
        let start = |line: &Line<'_>| line.span(0..line.text.len()).start as usize;
        let from = lines.partition_point(|line| start(line) < within.start);
        let mut beside = lines.iter().skip(from).take_while(|line| start(line) < within.end).peekable();
        if beside.peek().is_none()
            || beside.any(|line| words.iter().any(|word| says(line.text, word, subject.language)))
        {
            continue;
        }
        let listed: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
        let message = format!(
            "the picture of “{concept}” stands for {}, and the words beside it say none of these",
            listed.join(", ")
        );
        let help = format!(
            "Use another picture, or add a word of this text to “words” of “{concept}” in content/{}.",
            pictures::FILE
        );
        reporter.add(span, message, help);
    }
}

/// The concept of an idea's picture, and where it is named.
fn concept<'a>(subject: &Subject<'a>, idea: &'a Idea) -> Option<(&'a str, Span)> {
    let picture = idea.picture.as_ref().and_then(Content::first)?;
    let InlineKind::Image { target, .. } = picture.kind else { return None };
    let span = match target {
        Text::Source(span) => span,
        Text::Owned(_) => picture.span,
    };
    Some((subject.document.text(&target).strip_prefix(CONCEPT)?, span))
}

/// Where the words beside a picture stand.
fn within(idea: &Idea) -> Option<Range<usize>> {
    Some(idea.blocks.first()?.span.start as usize..idea.blocks.last()?.span.end as usize)
}

/// Whether a line has a word in any of its spellings, whatever its capitals and apostrophes.
fn says(line: &str, word: &str, language: &LanguageData) -> bool {
    let line = folded(line);
    language.spellings(word).iter().map(|spelling| folded(spelling)).any(|spelling| {
        line.match_indices(spelling.as_str()).any(|(at, found)| is_whole_word(&line, at..at + found.len()))
    })
}

/// Words in small letters, with one kind of apostrophe.
fn folded(words: &str) -> String {
    words.to_lowercase().replace(['’', '‘', 'ʼ', '＇'], "'")
}
