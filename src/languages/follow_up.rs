//! How operative paragraphs say who must do what by when, in one language: the key `follow-up` of its `resolution.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::resolution::Pattern;

/// The patterns by which tasks are found in the words of a paragraph.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct FollowUpPatterns {
    /// The name of a session that has its number among the regular ones.
    pub session: Pattern,
    /// What asks somebody to do something, at the beginning of the words or after a mark that ends what was said before; the verb is
    /// in the group `verb`, and who is asked follows.
    pub asks: Pattern,
    /// What asks once more in words that ask already. It counts only where [`name`](Self::name) finds who is asked.
    pub asks_too: Pattern,
    /// What the body itself takes on, with the verb in the group `verb`.
    pub decides: Pattern,
    /// Verbs that are not plain, in small letters, each with what it means.
    pub plain: BTreeMap<String, String>,
    /// One of those who are asked, in the group `name`, at the beginning of the words; the first pattern that fits counts.
    pub name: Vec<Pattern>,
    /// What joins two of them, at the beginning of the words.
    pub and: Pattern,
    /// What stands between them and the task, at the beginning of the words.
    pub then: Pattern,
    /// The body that something is handed in to, in the group `to`; the first pattern that fits counts.
    pub to: Vec<Pattern>,
    /// By when, or from when on; of two that share words the first in the list counts.
    pub due: Vec<DuePattern>,
    /// Titles and quotations: a time in them is part of what they name.
    pub titles: Vec<Pattern>,
    /// What stands around a time that is no deadline of the task, or may be none.
    pub no_deadline: Vec<NoDeadline>,
    /// All that stands between a session and a day that are one deadline; with other words between them, they are two.
    pub joins: Pattern,
}

/// What stands around a time that is no deadline, in the words from those who are asked up to the end of the task. Each pattern that is
/// given has to fit; without `before`, `after` and `words` none does. At most a hundred characters on each side are looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct NoDeadline {
    /// Before it; `$` is where the time begins.
    pub before: Option<Pattern>,
    /// Before it, where it is a deadline all the same.
    pub but_before: Option<Pattern>,
    /// After it; `^` is where the time ends.
    pub after: Option<Pattern>,
    /// After it, where it is a deadline all the same.
    pub but_after: Option<Pattern>,
    /// The words of the time itself.
    pub words: Option<Pattern>,
}

impl NoDeadline {
    /// Whether a time between these words is no deadline.
    pub fn fits(&self, before: &str, words: &str, after: &str) -> bool {
        let needed = [(&self.words, words), (&self.before, before), (&self.after, after)];
        let mut given =
            needed.iter().filter_map(|(pattern, words)| Some((pattern.as_ref()?, words))).peekable();
        let is = |pattern: &Option<Pattern>, words| pattern.as_ref().is_some_and(|but| but.is_match(words));
        given.peek().is_some()
            && given.all(|(pattern, words)| pattern.is_match(words))
            && !is(&self.but_before, before)
            && !is(&self.but_after, after)
    }
}

/// How a deadline is said: by a session, in the group `session` with its body in the group `body`; by a date, in the group `date` or in
/// `year`, `month` and `day`; by a `year` alone or with a `month`; or by a number of units from the adoption on, in the group `count`.
/// The group `said` holds all words of the time, and no others; without it the whole pattern does. Of the last two, readers see them,
/// and of a period, whose first day or month stands in the group `first`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DuePattern {
    /// How the task lies to it.
    pub when: When,
    /// The last day of the time that it names: of the year, or of the month that the words name.
    #[serde(default)]
    pub ends: Option<Ends>,
    /// What the group `count` counts from the adoption on; where the group `after` or `ahead` holds something, from the date on or
    /// back, and without a date from something whose day is not known.
    #[serde(default)]
    pub unit: Option<TimeUnit>,
    /// How many, where the words hold no number.
    #[serde(default)]
    pub count: Option<u32>,
    /// Whether the pattern holds the verb whose deadline it is: what stands around it makes it no other's.
    #[serde(default)]
    pub sure: bool,
    /// The words.
    pub pattern: Pattern,
}

/// The last day of a part of a year or of a month.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// Its month, where the words name none.
    #[serde(default)]
    pub month: Option<i8>,
    /// Its day.
    pub day: i8,
}

/// What is counted from the adoption of a text on.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// How a task lies to its session or date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Before it begins.
    Before,
    /// While it lasts, at the latest on its last day.
    At,
    /// Not before it begins: this is no deadline.
    From,
}

impl When {
    /// The word for it in files.
    pub fn word(self) -> &'static str {
        match self {
            When::Before => "before",
            When::At => "at",
            When::From => "from",
        }
    }
}
