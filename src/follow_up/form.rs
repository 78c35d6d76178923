//! What is wrong with the values of an entry of `follow-up.yaml`, whatever its text says: those that say nothing, or too much.

use url::Url;

use super::file::{BAD_ENTRY, Status, WrittenDue};
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
        tell(BAD_ENTRY, "document", message, help.to_owned());
    }
    if entry.status == Status::NoTask && entry.note.is_none() {
        let help = "Write after “note:” why the text asks for no such thing; readers see it.";
        tell(BAD_ENTRY, "status", "nothing says why this is no task".to_owned(), help.to_owned());
    }
    let empty = empty(file, at, entry);
    for key in &empty {
        let help = match *key {
            "due" => "Write it, take the key out, or write “due: {}” where the text gives no deadline.",
            _ => "Write it, or take the key out.",
        };
        tell(BAD_ENTRY, key, format!("nothing stands after “{key}:”"), help.to_owned());
    }
    empty.is_empty()
}

/// The keys without a value.
fn empty(file: &FollowUp, at: usize, entry: &Entry) -> Vec<&'static str> {
    let words = entry.words().filter(|(_, words)| words.trim().is_empty()).map(|(key, _)| key);
    let due = entry.due.as_ref().is_some_and(|due| due.time().is_none()) && file.is_bare(at, "due");
    let document = entry.document.as_ref().is_some_and(Proof::is_empty) && file.is_bare(at, "document");
    words.chain(due.then_some("due")).chain(document.then_some("document")).collect()
}

fn due(due: &WrittenDue, tell: &mut Tell<'_>) {
    let (message, help) = match (&due.session, due.date, due.when) {
        (Some(_), Some(_), _) => ("here stand a session and a date", "Keep the one that the text names."),
        (None, None, Some(_)) => (
            "“when” stands here without a session or a date",
            "Write one of them, such as {session: A/HRC/56, when: before}, or {} where the text gives no deadline.",
        ),
        _ => return,
    };
    tell(BAD_ENTRY, "due", message.to_owned(), help.to_owned());
}

/// Whether it is a whole address on the web.
fn is_address(link: &str) -> bool {
    let is_on_web = |url: Url| {
        matches!(url.scheme(), "https" | "http") && url.host_str().is_some_and(|host| host.contains('.'))
    };
    Url::parse(link).is_ok_and(is_on_web) && !link.contains(|c: char| c.is_whitespace() || "<>\"".contains(c))
}
