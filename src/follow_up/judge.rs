//! What is wrong with `follow-up.yaml`, beside its form.
//!
//! In: the file, the text beside it and its tasks, and the day of the build. Out: findings in the file. Nothing allows an entry that is wrong:
//! it says what people or bodies did.

use std::collections::{HashMap, HashSet};

use super::due::WrittenTimes;
use super::file::Status;
use super::rows::{ByParagraph, Meant, meant};
use super::{Entry, FollowUp, Task};
use super::{find, form};
use crate::day::Today;
use crate::document::{Body, Document, Paragraph};
use crate::finding::Finding;

const NOT_IN_TEXT: &str = "follow-up/not-in-text";
const TWICE: &str = "follow-up/entry-twice";
const DATE: &str = "follow-up/impossible-date";
const NO_DOCUMENT: &str = "follow-up/done-without-document";

/// What is wrong with the entries; without a text, all of them.
pub fn findings(
    file: &FollowUp,
    text: Option<(&Document, &[Task])>,
    today: Today,
    findings: &mut Vec<Finding>,
) {
    let Some((text, tasks)) = text else {
        let message = "there is no official text beside this file";
        let help = "Put the file into the folder of the resolution, with the same language in its name, or remove it.";
        findings.extend((!file.entries().is_empty()).then(|| {
            Finding::error(NOT_IN_TEXT, file.source(), file.place(0, "paragraph"), message).help(help)
        }));
        return;
    };
    let (paragraphs, tasks) = (paragraphs(text), &ByParagraph::new(tasks));
    let mut known = HashSet::new();
    for (at, entry) in file.entries().iter().enumerate() {
        let paragraph = paragraphs.get(&entry.paragraph).map(Vec::as_slice);
        let judge = Judge { text, paragraph, tasks, today, entry };
        let mut tell = Tell { file, at, findings: &mut *findings };
        if form::check(file, at, &mut tell) {
            judge.words(&mut tell);
        }
        judge.dates(&mut tell);
        judge.document(&mut tell);
        let means = meant(entry, tasks);
        if means == Meant::Unclear {
            let message = format!(
                "“{}” asks for several things, and this entry could mean any of them",
                entry.paragraph
            );
            let help = "Write after “who:” who is asked, as the text names them, and after “what:” some words of the task.";
            tell.value(TWICE, "paragraph", message, help.to_owned());
        }
        let is_new = match means {
            Meant::Task(task) => known.insert((entry.paragraph.as_str(), Some(task), "")),
            Meant::New => known.insert((&entry.paragraph, None, entry.who.as_deref().unwrap_or_default())),
            Meant::Unclear => true,
        };
        if !is_new {
            let message = format!("an entry above speaks of the same task of “{}”", entry.paragraph);
            tell.value(TWICE, "paragraph", message, "Keep one of the two.".to_owned());
        }
    }
}

/// The operative paragraphs by their names, each with those around it before it.
fn paragraphs(text: &Document) -> HashMap<String, Vec<&Paragraph>> {
    fn gather<'p>(
        paragraphs: &'p [Paragraph],
        around: &[&'p Paragraph],
        all: &mut HashMap<String, Vec<&'p Paragraph>>,
    ) {
        for paragraph in paragraphs {
            let own = [around, &[paragraph]].concat();
            gather(&paragraph.children, &own, all);
            all.entry(paragraph.id.to_string()).or_insert(own);
        }
    }
    let mut all = HashMap::new();
    if let Body::Resolution(resolution) = &text.body {
        gather(&resolution.operative, &[], &mut all);
    }
    all
}

struct Judge<'a> {
    text: &'a Document,
    /// The operative paragraph with those around it, the innermost last.
    paragraph: Option<&'a [&'a Paragraph]>,
    tasks: &'a ByParagraph<'a>,
    today: Today,
    entry: &'a Entry,
}

/// Takes what is found in an entry.
pub(super) struct Tell<'t> {
    file: &'t FollowUp,
    at: usize,
    findings: &'t mut Vec<Finding>,
}

impl Tell<'_> {
    /// The name of it, the key that it stands behind, what is wrong, what to do.
    pub(super) fn value(&mut self, rule: &'static str, key: &'static str, message: String, help: String) {
        self.item(rule, key, None, message, help);
    }

    /// The same of one of the values in the list behind the key.
    pub(super) fn item(
        &mut self,
        rule: &'static str,
        key: &'static str,
        item: Option<usize>,
        message: String,
        help: String,
    ) {
        let place = match item {
            Some(item) => self.file.item_place(self.at, key, item),
            None => self.file.place(self.at, key),
        };
        self.findings.push(Finding::error(rule, self.file.source(), place, message).help(help));
    }
}

impl Judge<'_> {
    /// Whether the text says what the entry says.
    fn words(&self, tell: &mut Tell<'_>) {
        let entry = self.entry;
        let path = self.text.source.path();
        let Some(paragraph) = self.paragraph else {
            let message = format!("{path} has no operative paragraph “{}”", entry.paragraph);
            let help = match &self.text.body {
                Body::Resolution(_) => {
                    "Write the name of a numbered paragraph of the text, such as “op-10” or “op-17-a”."
                }
                _ => {
                    "Only resolutions have such paragraphs: remove the file, or write “kind: resolution” in the text."
                }
            };
            return tell.value(NOT_IN_TEXT, "paragraph", message, help.to_owned());
        };
        let squeezed = |words: &str| words.split_whitespace().collect::<String>();
        let said = paragraph.iter().map(|part| find::words(self.text, part)).collect::<Vec<_>>().join("\n");
        let said = squeezed(&said);
        let names = format!("{said}\n{}", squeezed(find::adopter(self.text).unwrap_or_default()));
        for (key, words, said) in
            [("who", &entry.who, &names), ("what", &entry.what, &said), ("to", &entry.to, &names)]
        {
            let Some(words) = words.as_deref().filter(|words| !said.contains(&squeezed(words))) else {
                continue;
            };
            let message = format!("“{words}” does not stand in “{}”", entry.paragraph);
            tell.value(NOT_IN_TEXT, key, message, "Write the words as the paragraph has them.".to_owned());
        }
        if meant(entry, self.tasks) == Meant::New && (entry.who.is_none() || entry.what.is_none()) {
            let message = match self.tasks.of(&entry.paragraph).len() {
                0 => format!("nothing was found that “{}” asks for", entry.paragraph),
                _ => format!("no task of “{}” is the one that is meant here", entry.paragraph),
            };
            let help = "Write after “who:” and “what:” who is asked to do what, in words of the paragraph, or remove the entry.";
            tell.value(NOT_IN_TEXT, "paragraph", message, help.to_owned());
        }
    }

    /// Days that have not come yet, or on which there was no text.
    fn dates(&self, tell: &mut Tell<'_>) {
        let (entry, since) = (self.entry, self.text.front.date);
        let confirmed = entry.confirmed.as_ref().map(|confirmed| ("confirmed", confirmed.date));
        let looked_up = entry.document.as_ref().and_then(|document| Some(("document", document.date?)));
        for (key, date) in confirmed.into_iter().chain(looked_up) {
            let message = if self.today.is_to_come(date) {
                format!("{date} has not come yet")
            } else if let Some(since) = since.filter(|since| date < *since) {
                format!("on {date} there was no such text: it is of {since}")
            } else {
                continue;
            };
            tell.value(DATE, key, message, "Give the day on which somebody looked.".to_owned());
        }
        let times = entry.due.as_ref().map_or(&[][..], WrittenTimes::all);
        let is_list = matches!(&entry.due, Some(WrittenTimes::Several(_)));
        for (item, due) in times.iter().enumerate() {
            if let Some((due, since)) = due.date.zip(since).filter(|(due, since)| due < since) {
                let message = format!("{due} was over when the text was adopted on {since}");
                tell.item(DATE, "due", is_list.then_some(item), message, WHEN.to_owned());
            }
        }
    }

    /// Whether what is done has its document.
    fn document(&self, tell: &mut Tell<'_>) {
        let entry = self.entry;
        let missing =
            |key: &str| format!("nothing is done without a document, and this entry has no “{key}” of one");
        if entry.status != Status::Done {
            return;
        }
        let document = entry.document.as_ref();
        let has = |part: fn(&super::Proof) -> bool| document.is_some_and(part);
        let needed = [
            ("link", has(|document| document.link.is_some())),
            ("date", has(|document| document.date.is_some())),
            ("by", has(|document| document.by.is_some())),
        ];
        if let Some((key, _)) = needed.iter().find(|(_, is_there)| !is_there) {
            let help = "Write “document: {symbol: …, link: https://…, date: …, by: …}”: which document shows it, and who looked it up when. \
                        Without one it is “status: open”.";
            tell.value(NO_DOCUMENT, "status", missing(key), help.to_owned());
        }
    }
}

const WHEN: &str = "Give the day that the text names.";
