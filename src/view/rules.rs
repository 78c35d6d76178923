//! What the rule reference shows.

use serde::Serialize;

use super::{Frame, Href, Html, Keyword, LanguageTag, Text};

/// The list of the chapters of rules.
#[derive(Debug, Serialize)]
pub struct Rules {
    /// What every page has around its text.
    pub page: Frame,
    /// The chapters.
    pub chapters: Vec<ChapterLink>,
}

/// The link to a chapter of rules.
#[derive(Debug, Serialize)]
pub struct ChapterLink {
    /// The title of the chapter.
    pub title: Text,
    /// The address of the chapter.
    pub href: Href,
    /// How many rules the chapter has.
    pub count: usize,
}

/// The rules of a chapter.
#[derive(Debug, Serialize)]
pub struct RuleChapter {
    /// What every page has around its text.
    pub page: Frame,
    /// The title of the chapter.
    pub title: Text,
    /// Whether some example marks what a rule finds.
    pub marks: bool,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// A rule.
#[derive(Debug, Serialize)]
pub struct Rule {
    /// The id of the rule on the page.
    pub id: Text,
    /// The name of the rule.
    pub name: Keyword,
    /// The sentence that says what the rule requires.
    pub summary: Html,
    /// The paragraphs that explain it.
    pub paragraphs: Vec<Html>,
    /// The examples.
    pub examples: Vec<Example>,
    /// The facts of the rule, such as its weight and its source.
    pub facts: Vec<RuleFact>,
}

/// An example of what a rule finds, or of what is right.
#[derive(Debug, Serialize)]
pub struct Example {
    /// The class of the example: `bad`, `good` or empty.
    pub kind: Keyword,
    /// The words for bad or good.
    pub verdict: Text,
    /// The kind of text or the path of the file that the example is; may be empty.
    pub what: Text,
    /// The language of the example; missing when it is English or of no language.
    pub lang: Option<LanguageTag>,
    /// The lines of the example, with `strong` around what is found.
    pub html: Html,
}

/// A fact of a rule.
#[derive(Debug, Serialize)]
pub struct RuleFact {
    /// The name of the fact.
    pub term: Text,
    /// The value of the fact.
    pub html: Html,
}
