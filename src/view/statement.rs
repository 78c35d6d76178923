//! What the accessibility statement says.

use serde::Serialize;

use super::{Frame, Href, IsoDate, Keyword, LanguageTag, Link, Text};

/// The page of the accessibility statement.
#[derive(Debug, Serialize)]
pub struct StatementPage {
    /// What every page has around its text.
    pub page: Frame,
    /// The statement.
    pub statement: Statement,
}

/// The accessibility statement.
#[derive(Debug, Serialize)]
pub struct Statement {
    /// The sentences of the easy-read part.
    pub easy: Vec<Text>,
    /// The sentence in which the publisher says what the site aims at.
    pub commitment: Text,
    /// The assessment by people; missing when `book.toml` records none.
    pub assessment: Option<Assessment>,
    /// What is known not to be accessible.
    pub limitations: Vec<Limitation>,
    /// The links to pages that say more, such as what people still have to decide.
    pub links: Vec<Link>,
    /// The sentence that says what is checked before anything is published.
    pub checked_before: Text,
    /// Which requirements of WCAG the program can check, in part or whole, and which it cannot, in sentences.
    pub criteria: Vec<Text>,
    /// The results of the checks of the build; missing in the preview, which has none.
    pub results: Option<Results>,
    /// How much of the official texts is explained.
    pub coverage: Coverage,
    /// The newest date of the site's texts; missing when no text has one.
    pub newest: Option<Date>,
}

/// An assessment by people.
#[derive(Debug, Serialize)]
pub struct Assessment {
    /// The sentence that says who assessed the site and when.
    pub words: Text,
    /// The sentence that says how far the site conforms.
    pub status: Text,
    /// The sentence that says with what it was assessed.
    pub with: Text,
}

/// Something that is known not to be accessible.
#[derive(Debug, Serialize)]
pub struct Limitation {
    /// What is not accessible.
    pub words: Text,
    /// The language of the words; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
    /// The reason that the law knows for it; missing when none is recorded.
    pub reason: Option<Text>,
}

/// The results of the checks of the build.
#[derive(Debug, Serialize)]
pub struct Results {
    /// The sentence that says how many pages and texts were checked.
    pub extent: Text,
    /// How many rules have each outcome.
    pub outcomes: Vec<OutcomeRow>,
    /// The rules that found something.
    pub found: Vec<FoundRow>,
    /// The address of the report in EARL.
    pub report: Href,
}

/// How many rules have one outcome.
#[derive(Debug, Serialize)]
pub struct OutcomeRow {
    /// The name of the outcome.
    pub name: Text,
    /// How many rules for pages have it.
    pub pages: usize,
    /// How many rules for texts have it.
    pub texts: usize,
    /// How many checks by people have it: the assessment and the readings.
    pub people: usize,
}

/// A rule that found something.
#[derive(Debug, Serialize)]
pub struct FoundRow {
    /// The name of the rule.
    pub rule: Keyword,
    /// The name of its outcome.
    pub outcome: Text,
    /// In how many places it found something.
    pub findings: usize,
    /// In how many places an author allowed it.
    pub allowed: usize,
}

/// How much of the official texts is explained.
#[derive(Debug, Serialize)]
pub struct Coverage {
    /// The documents, as many as are listed one by one.
    pub rows: Vec<CoverageRow>,
    /// How many documents have no row.
    pub others: usize,
    /// The numbers of all documents together.
    pub total: CoverageNumbers,
}

/// How many paragraphs of official texts are explained.
#[derive(Debug, Serialize, Clone, Copy, Default)]
pub struct CoverageNumbers {
    /// How many paragraphs the easy-read versions must explain.
    pub required: usize,
    /// How many of them they explain.
    pub covered: usize,
    /// How many of them they leave out for a reason.
    pub left_out: usize,
    /// How many of them they do not explain.
    pub missing: usize,
}

/// How much of one document is explained.
#[derive(Debug, Serialize)]
pub struct CoverageRow {
    /// The title of the document.
    pub title: Text,
    /// The address of the document.
    pub href: Href,
    /// Its numbers; missing when it has no easy-read version.
    pub numbers: Option<CoverageNumbers>,
    /// The sentence that it has no easy-read version.
    pub missing: Text,
}

/// A date.
#[derive(Debug, Serialize)]
pub struct Date {
    /// The date in the words of the language.
    pub words: Text,
    /// The same date.
    pub datetime: IsoDate,
}
