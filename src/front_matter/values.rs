//! The values that front matter can hold, typed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use crate::authority::Authority;
use crate::digest::Digest;
use crate::kinds::Kind;
use crate::misfit::{lines, one_or_more, optional_date};

use super::answer::Answer;
use super::consent::Consent;
use super::event::{Access, Contact, EventStatus, Form, Moment, Place, ProgrammePoint, Registration};
use super::placement::{Grouping, InMenu};
use super::recording::Recording;
use super::zone::Zone;

/// Everything the front matter of any file can hold; which keys a file may have follows from its role and its kind.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FrontMatter {
    /// Whether it could not be read: then nobody knows what it says, and what it leads to.
    #[serde(skip)]
    pub unread: bool,
    /// The title, without markup.
    #[serde(default)]
    pub title: String,
    /// What kind of document it is.
    #[serde(default)]
    pub kind: Kind,
    /// What stands under the title.
    pub subtitle: Option<String>,
    /// The official symbol, `A/HRC/RES/52/8`.
    pub symbol: Option<String>,
    /// The number that stands before the title, `52/8`.
    pub number: Option<String>,
    /// When it was adopted, published or written.
    #[serde(default, deserialize_with = "optional_date")]
    pub date: Option<Date>,
    /// The plain-language summary.
    #[serde(default)]
    pub summary: String,
    /// A draft is published only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// The body that speaks: 人权理事会.
    pub body: Option<String>,
    /// The session it was adopted at.
    pub session: Option<Box<Session>>,
    /// The agenda item it belongs to.
    pub agenda_item: Option<Box<AgendaItem>>,
    /// The line that says who adopted it and when.
    pub adopted: Option<String>,
    /// From which day an act holds.
    #[serde(default, deserialize_with = "optional_date")]
    pub in_force: Option<Date>,
    /// The date line under the text.
    pub closing: Option<String>,
    /// The meeting it was adopted at.
    pub meeting: Option<String>,
    /// How it was adopted.
    pub vote: Option<Box<Vote>>,
    /// The distribution block of the cover.
    pub distribution: Option<Box<Distribution>>,
    /// Lines of the cover that no other key holds, as they are printed.
    #[serde(default, deserialize_with = "lines")]
    pub cover_lines: Vec<String>,
    /// Who wrote it.
    #[serde(default, deserialize_with = "one_or_more")]
    pub author: Vec<String>,
    /// Who publishes it, where that is not who publishes the site.
    pub publisher: Option<String>,
    /// Which edition it is.
    pub edition: Option<String>,
    /// What it is about, in single words.
    #[serde(default, deserialize_with = "one_or_more")]
    pub keywords: Vec<String>,
    /// Whose wording counts; what the site says where it is not given.
    pub authority: Option<Authority>,
    /// The digest of the official words and numbers, which seals them.
    pub digest: Option<Digest>,
    /// The digest of the pictures of the official text, which seals them.
    pub pictures_digest: Option<Digest>,
    /// Whether the menu leads to it.
    #[serde(default, skip_serializing_if = "InMenu::is_no")]
    pub menu: InMenu,
    /// Its place in lists and in the menu; those without a number come after.
    pub order: Option<i64>,
    /// Sections and the home page: how the list is parted.
    pub group: Option<Grouping>,
    /// Sections: the file that declares which fields the entries of the folder have.
    pub collection: Option<String>,
    /// On which collection it reports.
    pub reports_on: Option<ReportsOn>,
    /// Entries: when it was last changed.
    #[serde(default, deserialize_with = "optional_date")]
    pub changed: Option<Date>,
    /// Entries: the keys beyond those of the kind, which a collection may declare.
    #[serde(skip)]
    pub fields: Vec<String>,
    /// Entries: who agreed to what being published.
    #[serde(default, deserialize_with = "or_empty")]
    pub consent: Vec<Consent>,
    /// Entries: who must agree beside those whom the collection asks.
    #[serde(default, deserialize_with = "one_or_more")]
    pub consent_of: Vec<String>,
    /// Entries: where other databases have the same entry.
    #[serde(default, deserialize_with = "one_or_more")]
    pub same_as: Vec<String>,
    /// Sections: whether the page begins with a card for each easy-read version.
    #[serde(default)]
    pub cards: bool,
    /// Old addresses of its page, as paths from the root of the site.
    #[serde(default, deserialize_with = "one_or_more")]
    pub aliases: Vec<String>,
    /// Places that have another name now, or stand on another page: old name, new one.
    #[serde(default, deserialize_with = "or_empty")]
    pub moved: BTreeMap<String, String>,
    /// Places that are gone: old name, and why.
    #[serde(default, deserialize_with = "or_empty")]
    pub ended: BTreeMap<String, String>,
    /// Easy-read: what this is, in one sentence.
    #[serde(default)]
    pub about: String,
    /// Easy-read: the symbol of the official text it stands for.
    pub based_on: Option<String>,
    /// Easy-read: who wrote it.
    pub made_by: Option<String>,
    /// Easy-read: the rules it was written by.
    pub rules: Option<String>,
    /// Easy-read: official paragraphs left out on purpose.
    #[serde(default, deserialize_with = "or_empty")]
    pub left_out: Vec<LeftOut>,
    /// Rules that this file may break, each with the reason.
    #[serde(default, deserialize_with = "or_empty")]
    pub allow: BTreeMap<String, String>,
    /// Events: what became of it, where it does not take place as it was announced.
    pub status: Option<EventStatus>,
    /// Events: when it begins.
    pub start: Option<Moment>,
    /// Events: when it ends.
    pub end: Option<Moment>,
    /// Events: the clock that its times are read from.
    pub time_zone: Option<Zone>,
    /// Events: how people take part.
    pub form: Option<Form>,
    /// Events: where.
    pub place: Option<Box<Place>>,
    /// Events: where on the web.
    pub online: Option<String>,
    /// Events: for whom it is.
    pub for_whom: Option<String>,
    /// Events: the paragraph that asked for it, as a link.
    pub follows: Option<String>,
    /// Events: what happens when.
    #[serde(default, deserialize_with = "or_empty")]
    pub programme: Vec<ProgrammePoint>,
    /// Events: how people register.
    #[serde(default, skip_serializing_if = "Answer::is_unwritten")]
    pub register: Answer<Registration>,
    /// Events: who answers questions.
    pub contact: Option<Box<Contact>>,
    /// Events: what there is for those who need it.
    pub access: Option<Box<Access>>,
    /// Events: film and sound of it.
    #[serde(default, deserialize_with = "or_empty")]
    pub recordings: Vec<Recording>,
    /// Events: the texts that came of it, as links.
    #[serde(default, deserialize_with = "one_or_more")]
    pub report: Vec<String>,
    /// Events: the text or section of the series that it belongs to, as a link.
    pub series: Option<String>,
    /// Transcripts: the digest of the captions that they belong to.
    pub captions_digest: Option<Digest>,
    /// What the site's own templates print.
    #[serde(default)]
    pub extra: Option<BTreeMap<String, serde_json::Value>>,
}

impl FrontMatter {
    /// That of a file which could not be read.
    pub fn unread() -> Self {
        Self { unread: true, ..Self::default() }
    }
}

/// On which collection a text reports, and of which time it speaks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {collection: activities, from: 2025-01-01, to: 2025-12-31}"
)]
pub struct ReportsOn {
    /// The folder of the collection below `content/`.
    pub collection: String,
    /// The first day of which it speaks.
    #[serde(default, deserialize_with = "optional_date")]
    pub from: Option<Date>,
    /// The last day of which it speaks.
    #[serde(default, deserialize_with = "optional_date")]
    pub to: Option<Date>,
}

/// The session of a body.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {name: …, start: 2025-06-16, end: 2025-07-09}"
)]
pub struct Session {
    /// 第五十二届会议
    pub name: String,
    /// The dates as the text prints them.
    pub dates: Option<String>,
    /// The first day.
    #[serde(default, deserialize_with = "optional_date")]
    pub start: Option<Date>,
    /// The last day.
    #[serde(default, deserialize_with = "optional_date")]
    pub end: Option<Date>,
}

/// An item of the agenda.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, expecting = "its parts: {number: …, title: …}")]
pub struct AgendaItem {
    /// 议程项目 3
    pub number: String,
    /// Its title.
    pub title: Option<String>,
}

/// How a resolution was adopted.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, expecting = "its parts: {statement: …}")]
pub struct Vote {
    /// The sentence of the text: 未经表决获得通过。
    pub statement: String,
    /// Those in favour.
    pub in_favour: Option<VoteList>,
    /// Those against.
    pub against: Option<VoteList>,
    /// Those abstaining.
    pub abstaining: Option<VoteList>,
    /// The counts the statement gives.
    pub counts: Option<VoteCounts>,
}

/// Who voted in one way.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {heading: …, states: [… , …]}"
)]
pub struct VoteList {
    /// 赞成：
    pub heading: String,
    /// The names as the text prints them.
    #[serde(deserialize_with = "or_empty")]
    pub states: Vec<String>,
}

/// The counts of a recorded vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {in-favour: 33, against: 13, abstaining: 1}"
)]
pub struct VoteCounts {
    /// In favour.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Abstaining.
    pub abstaining: u32,
}

/// The distribution block of a UN cover page.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {type: …, date: …, language: …, original: …}"
)]
pub struct Distribution {
    /// `General`, `Limited` …
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The date of issue as printed.
    pub date: Option<String>,
    /// The language of the document as printed.
    pub language: Option<String>,
    /// The original language as printed.
    pub original: Option<String>,
}

/// An official paragraph that the easy-read version leaves out on purpose.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, expecting = "its parts: {paragraph: …, reason: …}")]
pub struct LeftOut {
    /// The paragraph's id.
    pub paragraph: String,
    /// Why.
    pub reason: String,
}

/// A list or a mapping; `null` is an empty one, wherever it is written.
fn or_empty<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
