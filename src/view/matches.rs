//! What entries of a collection offer and ask for, and what fits: on the match page of the collection and on the page of an entry.

use serde::Serialize;

use super::{Column, Frame, Href, LanguageTag, Link, Text};

/// The page of who can help whom in a collection.
#[derive(Debug, Serialize)]
pub struct MatchPage {
    /// What every page has around its text.
    pub page: Frame,
    /// The title of the page, with that of the collection.
    pub title: Text,
    /// What is asked for and what is offered, in this order; each is missing on a page that has nothing of it.
    pub sides: Vec<NoticeSide>,
    /// The sentence that says how many are over and no longer listed; missing when none is.
    pub over: Option<Text>,
    /// The links to the parts of a long list; empty when this is the whole.
    pub parts: Vec<Link>,
}

/// All that is asked for, or all that is offered.
#[derive(Debug, Serialize)]
pub struct NoticeSide {
    /// The id of the heading.
    pub id: Text,
    /// The words of the heading.
    pub heading: Text,
    /// The requests or the offers, by need; may be empty on the first page.
    pub needs: Vec<NeedGroup>,
    /// The sentence that stands where there are none.
    pub none: Text,
}

/// What is asked for or offered of one need.
#[derive(Debug, Serialize)]
pub struct NeedGroup {
    /// The id of the heading.
    pub id: Text,
    /// What is needed.
    pub need: Column,
    /// The requests or the offers.
    pub notices: Vec<Notice>,
}

/// What an entry asks for and offers.
#[derive(Debug, Serialize)]
pub struct EntryMatches {
    /// The id of the heading.
    pub id: Text,
    /// The requests and the offers.
    pub notices: Vec<Notice>,
    /// The match page of the collection; missing where it has none in this language.
    pub all: Option<Link>,
}

/// A request or an offer.
#[derive(Debug, Serialize)]
pub struct Notice {
    /// The id of the heading.
    pub id: Text,
    /// That it is asked for or offered.
    pub kind: Text,
    /// What is needed.
    pub need: Column,
    /// The entry, which the heading names below that of the need; missing on its own page, where the heading names the need.
    pub entry: Option<Link>,
    /// In which languages, where and when.
    pub facts: Vec<NoticeFact>,
    /// What else is to be known; missing when nothing is written.
    pub note: Option<Column>,
    /// Who answers.
    pub contact: NoticeContact,
    /// How many fit it, that none does yet, or that it is over.
    pub state: Text,
    /// What fits it, the best first.
    pub matches: Vec<Match>,
    /// The sentence that says how many more fit it; missing when all are named.
    pub more: Option<Text>,
}

/// In which languages, where or when.
#[derive(Debug, Serialize)]
pub struct NoticeFact {
    /// The name of the fact.
    pub term: Text,
    /// The value of the fact, or that it is not written.
    pub words: Text,
}

/// Who answers.
#[derive(Debug, Serialize)]
pub struct NoticeContact {
    /// The role.
    pub role: Text,
    /// The language of the role; missing when it is that of the page.
    pub lang: Option<LanguageTag>,
    /// The address of mail.
    pub mail: Text,
}

/// One that fits.
#[derive(Debug, Serialize)]
pub struct Match {
    /// The entry that offers it or asks for it.
    pub title: Text,
    /// The address of that entry.
    pub href: Href,
    /// Why it fits, in sentences.
    pub fits: Vec<Text>,
    /// What differs or is not known, in sentences; empty when nothing is.
    pub differs: Vec<Text>,
    /// What else is to be known of it; missing when nothing is written.
    pub note: Option<Column>,
    /// Who answers there.
    pub contact: NoticeContact,
}
