//! Rows of CSV (RFC 4180), as programs for tables write it: with commas, semicolons or tabs between the cells.
//!
//! Several values in a cell have a semicolon between them; one that belongs to a value is written `\;`, and `\` as `\\`.

use csv_core::{ReadFieldResult, ReaderBuilder};

use super::{ADDRESS, CONSENT, CONSENT_OF, EASY_READ, Reader, Row, quoted};
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::misfit::meant;
use crate::source::{Span, slice};

/// What stands between several values of a cell.
const BETWEEN: char = ';';

/// The parts of a consent; the first is written first.
const OF_CONSENT: [&str; 5] = ["by", "date", "scope", "until", "evidence"];

/// Keys whose values have parts: a consent has columns for them, and a cell cannot hold the others.
const NESTED: [&str; 3] = ["consent", "offers", "requests"];

/// Keys beside fields that may have several values.
const LISTS: [&str; 4] = ["author", "cover-lines", "keywords", "same-as"];

/// Keys beside fields whose values have parts, and may be written as JSON.
const WITH_PARTS: [&str; 3] = ["session", "agenda-item", "distribution"];

/// What stands in a column.
enum Column {
    Id,
    /// Words of a language; none for the main one.
    Words(&'static str, Option<Lang>, Several),
    Consent(usize),
    Key(String, Several),
    Address,
    /// Nothing that an entry says.
    Other,
}

/// Whether a cell may hold several values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Several {
    Yes,
    No,
}

/// A cell as it is read, and where it stands.
pub(super) struct Cell {
    pub words: String,
    pub span: Span,
}

/// The rows of a table.
pub(super) fn rows(reader: &mut Reader<'_>) -> Vec<Row> {
    let mut records = records(reader).into_iter();
    let Some(head) = records.next() else {
        let help =
            "Its first row names the columns, such as: id, title, consent-by, consent-date, consent-scope.";
        reader.wrong(Span::point(0), "this table is empty", help);
        return Vec::new();
    };
    let before = reader.findings.len();
    let columns: Vec<Column> = head.iter().map(|cell| column(reader, cell)).collect();
    let names: Vec<&str> = head.iter().map(|cell| cell.words.trim()).collect();
    for (at, cell) in head.iter().enumerate() {
        let name = cell.words.trim();
        if !name.is_empty() && names.iter().take(at).any(|other| *other == name) {
            reader.wrong(cell.span, "a column of this name stands before it", "Keep one of them.");
        }
    }
    if !columns.iter().any(|column| matches!(column, Column::Id)) {
        let whole = head.first().map(|cell| cell.span).unwrap_or_default();
        reader.wrong(
            whole,
            "no column is called “id”",
            "Give each row a name in a column “id”: its page stands at it.",
        );
    }
    if reader.findings.len() > before {
        return Vec::new();
    }
    records.filter_map(|record| row(reader, &columns, record)).collect()
}

fn column(reader: &mut Reader<'_>, cell: &Cell) -> Column {
    let name = cell.words.trim();
    let (base, tag) = name.split_once('.').map_or((name, None), |(base, tag)| (base, Some(tag)));
    let several = |is: bool| if is { Several::Yes } else { Several::No };
    let of_cover = Kind::keys_of_cover().into_iter().filter(|_| tag.is_some() && !reader.of_other);
    if let Some(key) = ["title", "summary"].into_iter().chain(of_cover).find(|key| *key == base) {
        match tag.map(str::parse::<Lang>).transpose() {
            Ok(lang) => return Column::Words(key, lang, several(LISTS.contains(&key))),
            Err(_) => {
                reader.wrong(
                    cell.span,
                    "this is no language tag",
                    "After the point stands a language tag, as in “title.en”.",
                );
                return Column::Other;
            }
        }
    }
    if name == "id" {
        return Column::Id;
    }
    let part = name.strip_prefix(CONSENT);
    if let Some(part) = OF_CONSENT.iter().position(|known| Some(*known) == part) {
        return Column::Consent(part);
    }
    match name {
        ADDRESS => return Column::Address,
        CONSENT_OF => return Column::Key(name.to_owned(), Several::Yes),
        EASY_READ | "" => return Column::Other,
        _ if reader.of_other => return Column::Other,
        _ => {}
    }
    if let Some(field) = reader.shape.fields.iter().find(|field| *field.name == *name) {
        return Column::Key(name.to_owned(), several(field.many));
    }
    let mut known = reader.keys();
    if known.contains(&name) && !NESTED.contains(&name) {
        return Column::Key(name.to_owned(), several(LISTS.contains(&name)));
    }
    let of_consent: Vec<String> = OF_CONSENT.iter().map(|part| [CONSENT, part].concat()).collect();
    known.retain(|key| !NESTED.contains(key));
    known.extend(["id"].into_iter().chain(of_consent.iter().map(String::as_str)));
    // A table without its first row has a row here whose words nobody may see.
    match meant(name, known.iter().copied()) {
        Some(column) => {
            let message = format!("“{name}” is no column of an entry");
            reader.wrong(cell.span, &message, &format!("Did you mean “{column}”?"));
        }
        None => {
            let help = format!("The first row names the columns. There are: {}.", known.join(", "));
            reader.wrong(cell.span, "this is no column of an entry", &help);
        }
    }
    Column::Other
}

/// A row; none for one without words, as tables end with.
fn row(reader: &mut Reader<'_>, columns: &[Column], record: Vec<Cell>) -> Option<Row> {
    let first = record.first()?.span;
    let span = record.last().map_or(first, |last| first.to(last.span));
    if record.iter().all(|cell| cell.words.trim().is_empty()) {
        return None;
    }
    if record.len() != columns.len() {
        let message = format!("this row has {} cells, and the first has {}", record.len(), columns.len());
        let help = "Give each row a cell for each column; words that hold a comma or a line end stand between quotation marks.";
        reader.wrong(span, &message, help);
        return None;
    }
    let mut row = Row { span, ..Row::default() };
    let mut consent: [Option<&Cell>; OF_CONSENT.len()] = Default::default();
    for (column, cell) in columns.iter().zip(&record) {
        let words = cell.words.trim();
        if words.is_empty() {
            continue;
        }
        match column {
            Column::Id => row.id = Some((words.to_owned(), cell.span)),
            Column::Words(key, lang, several) => {
                row.words.push((lang.clone(), line(key, words, *several), cell.span));
            }
            Column::Consent(part) => consent[*part] = Some(cell),
            Column::Key(key, several) => row.facts.push((line(key, words, *several), cell.span)),
            Column::Address => row.address.push((None, words.to_owned())),
            Column::Other => {}
        }
    }
    add_consents(reader, &mut row, consent);
    Some(row)
}

/// A cell as a line of YAML.
fn line(key: &str, words: &str, several: Several) -> String {
    match several {
        Several::Yes => {
            let values: Vec<String> = values(words).iter().map(|value| quoted(value)).collect();
            format!("{key}: [{}]", values.join(", "))
        }
        // What has parts is written as JSON.
        Several::No if WITH_PARTS.contains(&key) && is_object(words) => {
            format!("{key}: {}", words.replace(['\n', '\r'], " "))
        }
        Several::No => format!("{key}: {}", quoted(words)),
    }
}

fn is_object(words: &str) -> bool {
    serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(words).is_ok()
}

/// Adds the consents: of several the first value of each column is of the first, and so on.
fn add_consents(reader: &mut Reader<'_>, row: &mut Row, cells: [Option<&Cell>; OF_CONSENT.len()]) {
    let parts = cells.map(|cell| cell.map(|cell| values(&cell.words)).unwrap_or_default());
    let Some(first) = cells.iter().flatten().next() else { return };
    let count = parts.iter().map(Vec::len).max().unwrap_or_default();
    for (part, cell) in parts.iter().zip(cells) {
        let Some(cell) = cell.filter(|_| part.len() != count) else { continue };
        let message =
            format!("here stand {} values, and {count} in another column of the consents", part.len());
        let help = "Write as many in each: between two semicolons may stand nothing, as in “;2027-03-02”.";
        reader.wrong(cell.span, &message, help);
    }
    row.facts.push(("consent:".to_owned(), first.span));
    for at in 0..count {
        let mut begins = "- ";
        for ((name, part), cell) in OF_CONSENT.iter().zip(&parts).zip(cells) {
            let value = part.get(at).filter(|value| !value.is_empty());
            if let Some((value, cell)) = value.zip(cell) {
                row.facts.push((format!("{begins}{name}: {}", quoted(value)), cell.span));
                begins = "  ";
            }
        }
    }
}

/// The values of a cell.
fn values(words: &str) -> Vec<String> {
    let mut values = vec![String::new()];
    let mut letters = words.chars();
    while let Some(letter) = letters.next() {
        let last = values.last_mut();
        match letter {
            BETWEEN => values.push(String::new()),
            '\\' => match letters.next() {
                Some(escaped @ (BETWEEN | '\\')) => last.into_iter().for_each(|value| value.push(escaped)),
                other => last.into_iter().for_each(|value| value.extend(['\\'].into_iter().chain(other))),
            },
            _ => last.into_iter().for_each(|value| value.push(letter)),
        }
    }
    values.into_iter().map(|value| value.trim().to_owned()).collect()
}

/// The cells of each row. One that is not closed, or goes on after its end, is a finding.
pub(super) fn records(reader: &mut Reader<'_>) -> Vec<Vec<Cell>> {
    let text = reader.source.text();
    let (delimiter, begin) = said_delimiter(text).unwrap_or_else(|| (delimiter(text), 0));
    let mut parser = ReaderBuilder::new().delimiter(delimiter).build();
    let mut read = vec![0; text.len()];
    let (mut records, mut record) = (Vec::new(), Vec::new());
    let (mut at, mut start, mut length) = (begin, begin, 0);
    loop {
        let (result, taken, written) = parser.read_field(&text.as_bytes()[at..], &mut read[length..]);
        at += taken;
        length += written;
        match result {
            // What is written is a part of the text, so there is room for it.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::End => break,
            ReadFieldResult::Field { record_end } => {
                let words = String::from_utf8_lossy(&read[..length]).into_owned();
                let span = cell_span(text, start, at, record_end);
                check(reader, span, &words);
                record.push(Cell { words, span });
                (start, length) = (at, 0);
                if record_end {
                    records.push(std::mem::take(&mut record));
                }
            }
        }
    }
    records
}

/// Where a cell stands, without what parts it from others.
fn cell_span(text: &str, start: usize, end: usize, ends_row: bool) -> Span {
    let piece = slice(text, start..end);
    let begun = piece.trim_start_matches(['\n', '\r']);
    let cell = match ends_row {
        true => begun.trim_end_matches(['\n', '\r']),
        false => slice(begun, ..begun.len().saturating_sub(1)),
    };
    let start = end - begun.len();
    Span::from(start..start + cell.len())
}

/// Finds a cell in quotation marks that does not end with them.
fn check(reader: &mut Reader<'_>, span: Span, words: &str) {
    let Some(rest) = reader.source.slice(span).strip_prefix('"') else { return };
    let inside = rest.strip_suffix('"').map(|inside| inside.replace("\"\"", "\""));
    if inside.as_deref() != Some(words) {
        let message = "a cell begins with a quotation mark here, and does not end with one";
        reader.wrong(span, message, "Close it; a mark that belongs to the words is written twice.");
    }
}

/// What parts the cells where a first line says so, `sep=;`, as some programs write it; and where the next line begins.
fn said_delimiter(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let said = line.trim_end_matches(['\r', '\n']).trim_matches('"').strip_prefix("sep=")?;
    match said.as_bytes() {
        [delimiter @ (b',' | b';' | b'\t' | b'|')] => Some((*delimiter, line.len())),
        _ => None,
    }
}

/// What parts the cells of the first row: programs write what the language of the computer uses.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.trim_start_matches(['\n', '\r']).bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => counts.iter_mut().filter(|(known, _)| *known == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // Of those that stand equally often the first.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(byte, _)| *byte)
}
