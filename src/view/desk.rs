//! What the desk of the preview shows. Its templates are the program's own: sites do not replace them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Href, Html, Keyword, LanguageTag, Text};

/// The labels of a language by name.
pub type Labels = BTreeMap<String, String>;

/// The strip at the foot of a page, and the page that holds nothing else.
#[derive(Debug, Serialize)]
pub struct DeskStrip {
    /// The language of the desk.
    pub lang: LanguageTag,
    /// The direction of its writing, `ltr` or `rtl`.
    pub dir: Keyword,
    /// The labels of that language.
    pub labels: Labels,
    /// How many findings there are, in words.
    pub count: Text,
    /// The class of the heaviest finding: `error`, `warning` or `note`, or `clean` when there is none.
    pub weight: Keyword,
    /// The findings of the page.
    pub own: Vec<DeskFinding>,
    /// The findings of files that are no page's.
    pub elsewhere: Vec<DeskFinding>,
    /// How much of the official text is explained; missing when there is nothing to explain.
    pub coverage: Option<DeskCoverage>,
    /// The address of the page that shows both texts; missing when there are not two.
    pub beside: Option<Href>,
    /// The words of the link to both texts.
    pub beside_words: Text,
    /// The files that the page offers.
    pub downloads: Vec<DeskDownload>,
    /// Whether the page shows a draft.
    pub draft: bool,
    /// Whether nobody agreed to what the page shows, so that it is not published.
    pub withheld: bool,
    /// Whether an earlier reading of its text is shown.
    pub behind: bool,
    /// The name of the label that says why there is nothing but the desk.
    pub why: Keyword,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct DeskFinding {
    /// The class of the finding: `error`, `warning` or `note`.
    pub weight: Keyword,
    /// The word for its weight.
    pub weight_words: Text,
    /// What is wrong.
    pub message: Html,
    /// What to do; may be empty.
    pub help: Html,
    /// The name of the rule.
    pub rule: Keyword,
    /// The address of the rule's explanation; missing when the site has no rule reference.
    pub rule_href: Option<Href>,
    /// The path of the source.
    pub file: Text,
    /// The line and the column in words; missing when the whole file is meant.
    pub place: Option<Text>,
    /// The address of its place on the page; missing when it is on no page.
    pub href: Option<Href>,
}

/// A file that a page offers.
#[derive(Debug, Serialize)]
pub struct DeskDownload {
    /// The address of the file.
    pub href: Href,
    /// The words of the link.
    pub words: Text,
}

/// How much of an official text is explained.
#[derive(Debug, Serialize)]
pub struct DeskCoverage {
    /// The numbers in few words.
    pub short: Text,
    /// The numbers in a sentence.
    pub words: Text,
    /// How many paragraphs are explained or left out for a reason.
    pub done: usize,
    /// How many paragraphs must be explained.
    pub required: usize,
}

/// What a page of the desk has around its text.
#[derive(Debug, Serialize)]
pub struct DeskFrame {
    /// The language of the page.
    pub lang: LanguageTag,
    /// The direction of its writing, `ltr` or `rtl`.
    pub dir: Keyword,
    /// The labels of that language.
    pub labels: Labels,
    /// The title of the site.
    pub site: Text,
    /// The address of the home page.
    pub home: Href,
    /// The title of the page.
    pub title: Text,
    /// The class of `body`.
    pub kind: Keyword,
}

/// The page that shows an official text and its easy-read version side by side.
#[derive(Debug, Serialize)]
pub struct DeskBeside {
    /// What a page of the desk has around its text.
    pub frame: DeskFrame,
    /// The name for the text that the version explains.
    pub official_words: Text,
    /// The title of that text.
    pub official_title: Text,
    /// The address of that text.
    pub official: Href,
    /// The title of the easy-read version.
    pub easy_title: Text,
    /// The address of the easy-read version.
    pub easy_read: Href,
    /// The language tag of the easy-read version.
    pub easy_lang: LanguageTag,
    /// The language of the official text.
    pub lang: LanguageTag,
    /// The direction of both texts, `ltr` or `rtl`.
    pub dir: Keyword,
    /// The rows.
    pub rows: Vec<DeskRow>,
    /// The notes of the official text, as items of a list; empty when there are none.
    pub notes: Html,
}

/// Parts of an official text, and the sections that explain them.
#[derive(Debug, Serialize)]
pub struct DeskRow {
    /// The names of the parts; empty when they have none.
    pub name: Text,
    /// The parts; may be empty.
    pub official: Html,
    /// The sections; may be empty.
    pub easy_read: Html,
    /// The sentence in the place of words that are missing; missing itself when none are.
    pub note: Option<Text>,
    /// Whether the parts must be explained and are not.
    pub is_missing: bool,
}

/// The page of all findings of the site.
#[derive(Debug, Serialize)]
pub struct DeskFindings {
    /// What a page of the desk has around its text.
    pub frame: DeskFrame,
    /// The files with findings.
    pub files: Vec<DeskFile>,
}

/// A file with findings.
#[derive(Debug, Serialize)]
pub struct DeskFile {
    /// The path of the file.
    pub path: Text,
    /// The address of the page made of it; missing when there is none.
    pub href: Option<Href>,
    /// The findings.
    pub items: Vec<DeskFinding>,
}
