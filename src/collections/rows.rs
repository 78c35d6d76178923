//! Entries without a text of their own: the rows of a table.
//!
//! In: a CSV or JSON file in the folder of a collection, and the shape. Out: for each row the front matter that it stands for, as a text derived
//! from the file: whatever reads an entry reads it, and what is wrong with it has the place of its cell. Refused, each with a finding: a file
//! that is no table, columns that no entry has, rows without a name or a title, two rows of one name. As nobody knows yet who agreed to what,
//! no finding quotes a cell.

mod csv;
mod json;

use std::collections::HashMap;
use std::sync::Arc;

use super::shape::Shape;
use crate::content::{CONTENT, is_folder_name};
use crate::finding::Finding;
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::source::{Source, Span};

/// The name of what is wrong with a table.
const WRONG: &str = "collection/rows";

/// What an export says of an entry beyond what its file says: where it stands on the site that made the export.
const ADDRESS: &str = "address";
const EASY_READ: &str = "easy-read";

/// Who must agree that an entry is published.
const CONSENT_OF: &str = "consent-of";

/// What each part of a consent has a column for begins so.
const CONSENT: &str = "consent-";

/// Whether a table has a column of this name for every entry, so that no field can have it.
pub(super) fn is_column(name: &str) -> bool {
    ["id", ADDRESS, EASY_READ].contains(&name) || name.starts_with(CONSENT)
}

/// A row, as the keys of front matter.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The name of its folder, and where it stands.
    id: Option<(String, Span)>,
    /// What is the same in every language: lines of YAML, and from where each is.
    pub facts: Vec<(String, Span)>,
    /// The words of a language, each as a line of YAML; none for the main one.
    pub words: Vec<(Option<Lang>, String, Span)>,
    /// Where the site that made an export has its page, in a language or in all.
    pub address: Vec<(Option<Lang>, String)>,
    /// All of it.
    span: Span,
}

/// Texts that the rows of a file stand for, each with the path that its file would have.
pub fn texts(
    source: &Arc<Source>,
    folder: &str,
    shape: &Shape,
    main: &Lang,
    findings: &mut Vec<Finding>,
) -> Vec<(String, Arc<Source>)> {
    let mut reader = Reader { source, shape, of_other: false, findings };
    let rows = reader.rows();
    let mut lines: HashMap<String, u32> = HashMap::new();
    let mut texts = Vec::new();
    for row in rows {
        let Some((id, place)) = row.id.clone() else {
            reader.wrong(row.span, "this row has no “id”", "Give it a name: its page stands at it.");
            continue;
        };
        // The folder of an entry may hold that of another.
        if !id.split('/').all(is_folder_name) {
            let message = "the “id” of this row holds a character that cannot stand in an address";
            reader.wrong(place, message, "Use letters, Chinese characters, digits and hyphens.");
            continue;
        }
        let line = source.line_number(place.start);
        if let Some(first) = lines.insert(id.clone(), line) {
            let message = format!("the row in line {first} has this “id” already");
            reader.wrong(place, &message, "Give each row an “id” of its own.");
            continue;
        }
        if let Some((column, place)) = row.without_summary(main) {
            let help = format!("Fill the column “{column}”, or leave the title in this language empty.");
            reader.wrong(place, "this row has a title in a language and no summary in it", &help);
            continue;
        }
        match row.texts(source, &format!("{CONTENT}/{folder}/{id}"), main) {
            texts_of_row if texts_of_row.is_empty() => {
                let help = "Fill the column “title”, or “title” with the tag of another language, such as “title.en”.";
                reader.wrong(row.span, "this row has no title", help);
            }
            texts_of_row => texts.extend(texts_of_row),
        }
    }
    texts
}

/// The rows of what another collection exports: its fields are its own.
pub(super) fn of_other(source: &Arc<Source>, shape: &Shape, findings: &mut Vec<Finding>) -> Vec<Row> {
    Reader { source, shape, of_other: true, findings }.rows()
}

impl Row {
    /// The first title without a summary in its language, and the column for that.
    fn without_summary(&self, main: &Lang) -> Option<(String, Span)> {
        let is = |line: &str, key| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
        let titles = self.words.iter().filter(|(_, line, _)| is(line, "title"));
        let of = |lang: &Option<Lang>| lang.clone().unwrap_or_else(|| main.clone());
        let mut alone = titles.filter(|(lang, ..)| {
            !self.words.iter().any(|(other, line, _)| of(other) == of(lang) && is(line, "summary"))
        });
        let (lang, _, place) = alone.next()?;
        let column = if of(lang) == *main { "summary".to_owned() } else { format!("summary.{}", of(lang)) };
        Some((column, *place))
    }

    /// Its texts: one for each language that has a title; the first holds the facts.
    fn texts(&self, source: &Arc<Source>, folder: &str, main: &Lang) -> Vec<(String, Arc<Source>)> {
        let of = |lang: &Lang| Some(lang.clone()).filter(|lang| lang != main);
        let mut langs: Vec<Option<Lang>> = Vec::new();
        for (lang, line, _) in &self.words {
            let lang = lang.as_ref().and_then(of);
            if line.starts_with("title:") && !langs.contains(&lang) {
                langs.push(lang);
            }
        }
        langs.sort_by_key(|lang| lang.as_ref().map(Lang::to_string));
        let text = |(at, lang): (usize, &Option<Lang>)| {
            let words = self.words.iter().filter(|(of_words, ..)| of_words.as_ref().and_then(of) == *lang);
            let words = words.map(|(_, line, span)| (line, *span));
            let facts = self.facts.iter().filter(|_| at == 0).map(|(line, span)| (line, *span));
            let (mut text, mut lines) = ("---\nkind: entry\n".to_owned(), vec![self.span; 2]);
            for (line, span) in words.chain(facts) {
                text.push_str(line);
                text.push('\n');
                lines.push(span);
            }
            text.push_str("---\n");
            lines.push(self.span);
            let name = lang.as_ref().map_or("index.md".to_owned(), |lang| format!("index.{lang}.md"));
            let path = format!("{folder}/{name}");
            (path.clone(), Arc::new(Source::derived(path, text, source, lines)))
        };
        langs.iter().enumerate().map(text).collect()
    }
}

/// What a table is read with.
struct Reader<'a> {
    source: &'a Arc<Source>,
    shape: &'a Shape,
    /// Whether it is that of another collection, whose fields are unknown.
    of_other: bool,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Reader<'a> {
    fn rows(&mut self) -> Vec<Row> {
        match self.source.path().ends_with(".json") {
            true => json::rows(self),
            false => csv::rows(self),
        }
    }

    fn wrong(&mut self, span: Span, message: &str, help: &str) {
        let finding = Finding::error(WRONG, self.source, span, message).help(help);
        self.findings.push(finding.unquoted());
    }

    /// The keys that a row may have, beside what is written in several parts.
    fn keys(&self) -> Vec<&'a str> {
        let of_entries =
            Kind::all().filter(|kind| kind.has_fields()).flat_map(Kind::keys).map(|key| -> &'a str { key });
        let left_out = |key: &&str| !["kind", "menu", "draft", "allow", "extra"].contains(key);
        let shape: &'a Shape = self.shape;
        of_entries.filter(left_out).chain(shape.keys()).collect()
    }
}

/// Words as YAML writes them on one line, whatever they hold: those of JSON.
fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

#[cfg(test)]
mod tests;
