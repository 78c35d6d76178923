//! What every finding means: for the terminal, and as the rule reference of a site.
//!
//! In: the rules for authors, the rules for finished pages and books, and what is reported while files are read. Out: one
//! [`Explanation`] each. Every name that a finding can carry has one, which a test proves.

mod examples;
mod parts;

use std::fmt::Write as _;

use crate::audit;
use crate::check::{Rule, rules};
use crate::finding::Severity;
use crate::lang::Lang;
use crate::languages;
use crate::reported::{REPORTED, Reported};

pub use parts::{Example, ExplanationPart};

/// The language the explanations are written in.
pub fn language() -> Lang {
    languages::fallback()
}

/// What one kind of finding means.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The name findings carry.
    pub name: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// Where it is looked for: official texts, finished pages …
    pub looks_at: &'static str,
    /// The success criterion of WCAG 2.2 it serves, number and name.
    pub criterion: Option<&'static str>,
    /// Where it comes from.
    pub source: Option<&'static str>,
    /// What is wanted in one sentence, why, bad and good examples: Markdown.
    pub text: String,
}

/// A page of the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter {
    /// Its name in addresses.
    pub slug: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// The groups in it, the part of a name before the `/`, and single names that are taken from their group.
    holds: &'static [&'static str],
}

/// Every chapter, in the order readers need them.
pub static CHAPTERS: [Chapter; 13] = [
    Chapter { slug: "words", title: "Words and sentences of easy-read versions", holds: &["easy-read"] },
    Chapter {
        slug: "marks",
        title: "Numbers, dates and marks of easy-read versions",
        holds: &[
            "easy-read/abbreviation",
            "easy-read/dash",
            "easy-read/date-form",
            "easy-read/ellipsis",
            "easy-read/full-width-digit",
            "easy-read/half-width-punctuation",
            "easy-read/large-number",
            "easy-read/letter-of-a-list",
            "easy-read/number-in-words",
            "easy-read/percentage",
            "easy-read/roman-numeral",
            "easy-read/special-character",
            "easy-read/symbol",
        ],
    },
    Chapter {
        slug: "coverage",
        title: "What easy-read versions explain",
        holds: &[
            "easy-read/covers-nothing",
            "easy-read/covers-order",
            "easy-read/covers-twice",
            "easy-read/empty",
            "easy-read/empty-section",
            "easy-read/late-first-section",
            "easy-read/left-out-unknown",
            "easy-read/long-first-section",
            "easy-read/no-official-text",
            "easy-read/stale",
            "easy-read/uncovered",
            "easy-read/unknown-attribute",
            "easy-read/unsourced-first-section",
            "easy-read/verb-force",
            "easy-read/wrong-based-on",
        ],
    },
    Chapter {
        slug: "official",
        title: "Official texts and their summaries",
        holds: &["official", "summary"],
    },
    Chapter {
        slug: "texts",
        title: "Headings, pictures, links, languages and allowances",
        holds: &["a11y", "check", "language", "link", "picture"],
    },
    Chapter { slug: "markdown", title: "Markdown", holds: &["markdown"] },
    Chapter { slug: "files", title: "Files", holds: &["content", "front-matter", "glossary", "pictures"] },
    Chapter { slug: "collections", title: "Collections", holds: &["collection"] },
    Chapter { slug: "events", title: "Events and their recordings", holds: &["event", "media"] },
    Chapter { slug: "settings", title: "Settings and records", holds: &["baseline", "config", "published"] },
    Chapter {
        slug: "imports",
        title: "Imports, records of readings and of follow-up, templates and themes",
        holds: &["follow-up", "import", "review", "template", "theme"],
    },
    Chapter { slug: "pages", title: "Finished pages", holds: &["css", "html"] },
    Chapter { slug: "books", title: "Finished books and other files", holds: &["book", "epub"] },
];

/// Everything that a finding can be, by name.
pub fn all() -> Vec<Explanation> {
    let authors = rules::RULES.iter().map(|rule| of_rule(rule));
    let of_pages = audit::rules::RULES.iter().map(|rule| of_finished(rule, "finished pages"));
    let of_books = audit::book::rules::RULES.iter().map(|rule| of_finished(rule, "books"));
    let of_sheets = audit::style_sheets::RULES.iter().map(|rule| of_finished(rule, "style sheets"));
    let of_books = of_sheets.chain(of_books);
    let mut all: Vec<Explanation> =
        authors.chain(of_pages).chain(of_books).chain(REPORTED.iter().map(of_reported)).collect();
    all.sort_by_key(|explanation| explanation.name);
    all
}

/// What the finding of this name means.
pub fn find(name: &str) -> Option<Explanation> {
    all().into_iter().find(|explanation| explanation.name == name)
}

/// All names with what they want, one a line.
pub fn list() -> String {
    let all = all();
    let width = all.iter().map(|explanation| explanation.name.len()).max().unwrap_or(0);
    all.iter().fold(String::new(), |mut text, explanation| {
        let (name, severity) = (explanation.name, explanation.severity.word());
        let _ = writeln!(text, "{name:width$}  {severity:7}  {}", explanation.summary());
        text
    })
}

impl Chapter {
    /// The chapter that shows what a finding of this name means.
    pub fn of(name: &str) -> Option<&'static Self> {
        let holding = |name| CHAPTERS.iter().find(|chapter| chapter.holds.contains(&name));
        holding(name).or_else(|| holding(name.split('/').next().unwrap_or(name)))
    }
}

impl Explanation {
    /// The part of the name before the `/`.
    pub fn group(&self) -> &'static str {
        self.name.split('/').next().unwrap_or(self.name)
    }

    /// The chapter that shows it.
    pub fn chapter(&self) -> Option<&'static Chapter> {
        Chapter::of(self.name)
    }

    /// What is wanted, in one sentence.
    pub fn summary(&self) -> &str {
        self.text.split("\n\n").next().unwrap_or_default()
    }

    /// The pieces of the text after its first sentence.
    pub fn parts(&self) -> Vec<ExplanationPart<'_>> {
        parts::parts(self.text.get(self.summary().len()..).unwrap_or_default())
    }

    /// The same with the examples in these languages alone, where it has any.
    #[must_use]
    pub fn in_languages(mut self, languages: &[Lang]) -> Self {
        if !languages.is_empty() {
            self.text = examples::in_languages(&self.text, languages);
        }
        self
    }

    /// The whole as text for the terminal.
    pub fn to_text(&self) -> String {
        let mut text =
            format!("{}\n\nSeverity: {}\nLooks at: {}\n", self.name, self.severity.word(), self.looks_at);
        if let Some(criterion) = self.criterion {
            let _ = writeln!(text, "WCAG 2.2: {criterion}");
        }
        if let Some(source) = self.source {
            let _ = writeln!(text, "Source: {source}");
        }
        let _ = write!(text, "\n{}", self.text);
        text
    }
}

fn of_rule(rule: &Rule) -> Explanation {
    Explanation {
        name: rule.name,
        severity: rule.severity,
        looks_at: rule.applies.words(),
        criterion: rule.criterion,
        source: Some(rule.source),
        text: shown(rule.docs),
    }
}

fn of_finished(rule: &audit::rules::Rule, looks_at: &'static str) -> Explanation {
    Explanation {
        name: rule.name,
        severity: rule.severity,
        looks_at,
        criterion: None,
        source: Some(rule.criterion).filter(|source| *source != "none"),
        text: format!("{}.\n\n## What to do\n\n{}\n", rule.what, rule.help),
    }
}

fn of_reported(reported: &Reported) -> Explanation {
    Explanation {
        name: reported.name,
        severity: reported.severity,
        looks_at: reported.found_in,
        criterion: None,
        source: None,
        text: shown(reported.docs),
    }
}

/// The text after its title. Cases that only the tests need stand under headings that begin with “Also”.
fn shown(docs: &str) -> String {
    let text = docs.split_once("\n\n").map_or("", |(_, text)| text);
    let shown = text.split("\n## Also").next().unwrap_or(text);
    format!("{}\n", shown.trim_end())
}
