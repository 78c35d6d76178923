//! What is wrong with the values of an entry of `follow-up.yaml`, whatever its text says: those that say nothing, or too much.

use std::collections::HashSet;

use url::Url;

use super::due::WrittenTimes;
use super::file::{BAD_ENTRY, Status};
use super::judge::Tell;
use super::{Entry, FollowUp, Proof};

/// Whether each key of an entry has a value; what is wrong with the values is told.
pub(super) fn check(file: &FollowUp, at: usize, tell: &mut Tell<'_>) -> bool {
    let Some(entry) = file.entries().get(at) else { return true };
    if let Some(due) = &entry.due {
        self::due(due, tell);
    }
    if let Some(link) = entry.document.as_ref().and_then(|document| document.link.as_deref())
        && !is_address(link)
    {
        let help = "Write the whole address of the document, such as https://docs.un.org/A/HRC/56/27.";
        let message = format!("“{link}” is not an address on the web");
        tell.value(BAD_ENTRY, "document", message, help.to_owned());
    }
    if entry.status == Status::NoTask && entry.note.is_none() {
        let help = "Write after “note:” why the text asks for no such thing; readers see it.";
        tell.value(BAD_ENTRY, "status", "nothing says why this is no task".to_owned(), help.to_owned());
    }
    let empty = empty(file, at, entry);
    for key in &empty {
        let help = match *key {
            "due" => "Write it, take the key out, or write “due: {}” where the text gives no deadline.",
            _ => "Write it, or take the key out.",
        };
        tell.value(BAD_ENTRY, key, format!("nothing stands after “{key}:”"), help.to_owned());
    }
    empty.is_empty()
}

/// The keys without a value.
fn empty(file: &FollowUp, at: usize, entry: &Entry) -> Vec<&'static str> {
    let words = entry.words().filter(|(_, words)| words.trim().is_empty()).map(|(key, _)| key);
    let due =
        matches!(&entry.due, Some(WrittenTimes::One(due)) if due.time().is_none()) && file.is_bare(at, "due");
    let document = entry.document.as_ref().is_some_and(Proof::is_empty) && file.is_bare(at, "document");
    words.chain(due.then_some("due")).chain(document.then_some("document")).collect()
}

/// What is wrong with the times of an entry.
fn due(times: &WrittenTimes, tell: &mut Tell<'_>) {
    let is_list = matches!(times, WrittenTimes::Several(_));
    let mut said = HashSet::new();
    let mut starts = 0;
    for (item, due) in times.all().iter().enumerate() {
        starts += usize::from(due.is_start());
        let (message, help) = match (&due.session, due.date, due.when) {
            (Some(_), Some(_), _) => (
                "here stand a session and a date",
                "Keep the one that the text names; where it names two deadlines, write a list: one time after each dash.",
            ),
            (None, None, Some(_)) => (
                "“when” stands here without a session or a date",
                "Write one of them, such as {session: A/HRC/56, when: before}, or {} where the text gives no deadline.",
            ),
            (None, None, None) if is_list => (
                "this time of the list says nothing",
                "Write a session or a date, such as {date: 2027-06-30}, or take it out; “due: {}” alone says that there is no deadline.",
            ),
            _ if !said.insert(due.time()) => ("this time stands in the list twice", "Keep one of the two."),
            _ if due.is_start() && starts > 1 => (
                "the list says twice from when on",
                "Keep the day or session on which the task begins, and take “when: from” out of the deadlines.",
            ),
            _ => continue,
        };
        tell.item(BAD_ENTRY, "due", is_list.then_some(item), message.to_owned(), help.to_owned());
    }
    if times.all().is_empty() {
        let help = "Write one time after each dash, or “due: {}” where the text gives no deadline.";
        tell.value(BAD_ENTRY, "due", "the list has no time".to_owned(), help.to_owned());
    }
}

/// Whether it is a whole address on the web.
fn is_address(link: &str) -> bool {
    let is_on_web = |url: Url| {
        matches!(url.scheme(), "https" | "http") && url.host_str().is_some_and(|host| host.contains('.'))
    };
    Url::parse(link).is_ok_and(is_on_web) && !link.contains(|c: char| c.is_whitespace() || "<>\"".contains(c))
}
