//! The entries as a table: CSV (RFC 4180) in UTF-8, with a mark at its beginning by which spreadsheet programs know that.
//!
//! Several values of a cell are separated by `;` and a space; where there may be several, `;` and `\` in a value stand after a `\`.
//! A cell is written as the value is, whatever sign it begins with: a sign put before it would be read back as part of it. What that
//! means for spreadsheet programs, which take some for formulas, the manual says.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde_json::Value as Json;

use super::exported::{Entry, Exported, written};
use crate::kinds::Kind;

/// The mark of UTF-8.
const MARK: char = '\u{feff}';

/// Writes the file.
pub fn text(exported: &Exported<'_>) -> String {
    let mut table = Table(String::from(MARK));
    let covers: Vec<Cover> = exported.entries().map(|entry| of_cover(&entry)).collect();
    let used: HashSet<&str> = covers.iter().flat_map(Cover::keys).map(|key| &**key).collect();
    let tagged =
        |key: &str| exported.languages.iter().map(|lang| format!("{key}.{lang}")).collect::<Vec<_>>();
    let of_key = |key: &'static str| std::iter::once(key.to_owned()).chain(tagged(key));
    let columns = Kind::keys_of_cover().into_iter().flat_map(of_key);
    let columns: Vec<String> = columns.filter(|column| used.contains(&**column)).collect();
    table.row(heads(exported, &columns).into_iter().map(Cow::Owned));
    for (entry, cover) in exported.entries().zip(&covers) {
        table.row(cells(exported, &entry, columns.iter().map(|column| cover.get(&**column))).into_iter());
    }
    table.0
}

/// What stands on the covers of an entry, by its key.
type Cover = HashMap<Cow<'static, str>, String>;

/// What stands on the covers of an entry, as cells: what has parts is written as JSON.
fn of_cover(entry: &Entry<'_>) -> Cover {
    let cell = |value: Json| match value {
        Json::String(words) => words,
        Json::Array(values) => {
            let written =
                |value: &Json| Cow::Owned(value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            several(values.iter().map(written)).into_owned()
        }
        value => value.to_string(),
    };
    entry.cover().into_iter().map(|(key, value)| (key, cell(value))).collect()
}

/// The names of the columns. Title and summary in the main language have no tag; of the cover stands what an entry has.
fn heads(exported: &Exported<'_>, cover: &[String]) -> Vec<String> {
    let mut heads: Vec<String> = ["id", "title", "summary"].map(str::to_owned).into();
    let others = exported.languages.iter().skip(1);
    heads.extend(others.flat_map(|lang| [format!("title.{lang}"), format!("summary.{lang}")]));
    heads.extend(exported.shape.fields.iter().map(|field| field.name.to_string()));
    heads.extend(["date", "changed"].map(str::to_owned).iter().chain(cover).cloned());
    let after = [
        "same-as",
        "consent-of",
        "consent-by",
        "consent-date",
        "consent-scope",
        "consent-until",
        "address",
        "easy-read",
    ];
    heads.extend(after.map(str::to_owned));
    heads
}

fn cells<'a>(
    exported: &Exported<'a>,
    entry: &Entry<'a>,
    cover: impl Iterator<Item = Option<&'a String>>,
) -> Vec<Cow<'a, str>> {
    let mut cells = vec![Cow::Borrowed(entry.id)];
    for lang in &exported.languages {
        let front = entry.work(lang).map(|work| &work.official.front);
        cells.push(front.map_or("", |front| front.title.trim()).into());
        cells.push(front.map_or("", |front| front.summary.trim()).into());
    }
    for (at, field) in exported.shape.fields.iter().enumerate() {
        let mut values = written(field, entry.values(at));
        cells.push(match field.many {
            true => several(values),
            false => values.next().unwrap_or_default(),
        });
    }
    cells.extend(entry.days().map(|day| Cow::Owned(day.map_or_else(String::new, |day| day.to_string()))));
    cells.extend(cover.map(|said| said.map_or("", String::as_str).into()));
    cells.push(several(exported.same_as(entry).into_iter().map(Cow::Borrowed)));
    cells.push(several(exported.parties(entry).into_iter()));
    let consents = || exported.consents(entry);
    cells.push(several(consents().map(|consent| consent.by.trim().into())));
    cells.push(several(consents().map(|consent| consent.date.to_string().into())));
    cells.push(several(consents().map(|consent| consent.scope.name().into())));
    let until = |until: Option<jiff::civil::Date>| until.map_or_else(String::new, |until| until.to_string());
    cells.push(several(consents().map(|consent| until(consent.until).into())));
    cells.push(entry.works.first().map_or_else(String::new, |work| exported.page(&work.official)).into());
    cells.push(entry.easy_read().next().map_or_else(String::new, |easy| exported.page(easy)).into());
    cells
}

/// Several values in one cell.
fn several<'v>(values: impl Iterator<Item = Cow<'v, str>>) -> Cow<'v, str> {
    let escaped = |value: Cow<'v, str>| match value.contains([';', '\\']) {
        true => Cow::Owned(value.replace('\\', "\\\\").replace(';', "\\;")),
        false => value,
    };
    let mut values = values.map(escaped);
    let Some(first) = values.next() else { return Cow::Borrowed("") };
    values.fold(first, |all, value| Cow::Owned([&*all, "; ", &*value].concat()))
}

struct Table(String);

impl Table {
    fn row<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            self.cell(&cell);
        }
        self.0.push_str("\r\n");
    }

    /// A cell stands in quotation marks where its signs would end it. Some programs take away spaces at the ends of one that does not.
    fn cell(&mut self, words: &str) {
        if !words.contains([',', '"', '\r', '\n']) && words.trim() == words {
            return self.0.push_str(words);
        }
        self.0.push('"');
        self.0.push_str(&words.replace('"', "\"\""));
        self.0.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_values_of_a_cell_can_be_told_apart() {
        let of =
            |values: &[&'static str]| several(values.iter().map(|value| Cow::Borrowed(*value))).into_owned();
        assert_eq!(of(&[]), "");
        assert_eq!(of(&["甲"]), "甲");
        assert_eq!(of(&["甲", "", "乙"]), "甲; ; 乙");
        assert_eq!(of(&["a; b", "c\\"]), "a\\; b; c\\\\");
    }

    #[test]
    fn a_cell_is_quoted_where_its_signs_would_end_it() {
        let mut table = Table(String::new());
        table.row(
            ["甲", "a,b", "他说“好”", "say \"x\"", "一\n二", " a", "=1+1", ""].into_iter().map(Cow::Borrowed),
        );
        assert_eq!(table.0, "甲,\"a,b\",他说“好”,\"say \"\"x\"\"\",\"一\n二\",\" a\",=1+1,\r\n");
    }
}
