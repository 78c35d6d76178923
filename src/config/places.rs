//! Where keys and values stand in `book.toml`, by the spans of the parser.
//!
//! In: the path of a key, such as `site`, `theme`. Out: its place. The file is parsed again, as this is asked only where
//! something is wrong, and what the parser gives out borrows from the text.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::source::{Source, Span, slice};

/// The place of a key; the beginning of the file when it does not have the key.
pub(super) fn key(source: &Source, path: &[&str]) -> Span {
    find(source, path).map_or(Span::point(0), |(key, _)| key)
}

/// The place of a value: of a string without its quotes, of a table with a header that header.
pub(super) fn value(source: &Source, path: &[&str]) -> Span {
    let Some((_, span)) = find(source, path) else { return Span::point(0) };
    let written = slice(source.text(), span.range());
    let words = written.trim_matches(['"', '\'']);
    if words.len() == written.len() || words.is_empty() {
        return span;
    }
    let start = span.start as usize + written.len() - written.trim_start_matches(['"', '\'']).len();
    Span::from(start..start + words.len())
}

/// Calls `check` for every key and every string, with its place.
pub(super) fn each_text(source: &Source, check: &mut dyn FnMut(&str, Span)) {
    // What cannot be parsed is reported by who reads the settings.
    if let Ok(file) = DeTable::parse(source.text()) {
        of_table(file.get_ref(), check);
    }
}

fn of_table(table: &DeTable<'_>, check: &mut dyn FnMut(&str, Span)) {
    for (key, value) in table.iter() {
        check(key.get_ref(), key.span().into());
        of_value(value, check);
    }
}

fn of_value(value: &Spanned<DeValue<'_>>, check: &mut dyn FnMut(&str, Span)) {
    match value.get_ref() {
        DeValue::String(text) => check(text, value.span().into()),
        DeValue::Array(list) => list.iter().for_each(|value| of_value(value, check)),
        DeValue::Table(table) => of_table(table, check),
        _ => {}
    }
}

/// The path of the key or value that stands at a place, such as `site.theme`; empty where none does.
pub(super) fn path(source: &Source, place: Span) -> String {
    let file = DeTable::parse(source.text());
    file.ok().and_then(|file| path_in(file.get_ref(), place)).unwrap_or_default()
}

fn path_in(table: &DeTable<'_>, place: Span) -> Option<String> {
    let holds = |range: std::ops::Range<usize>| range.contains(&(place.start as usize));
    let of_list = |list: &[Spanned<DeValue<'_>>]| {
        list.iter().enumerate().find_map(|(index, value)| {
            let inside = value.get_ref().as_table().and_then(|table| path_in(table, place));
            let here =
                inside.map(|inside| format!(".{inside}")).or_else(|| holds(value.span()).then(String::new));
            Some(format!("[{index}]{}", here?))
        })
    };
    table.iter().find_map(|(key, value)| {
        let inside = match value.get_ref() {
            // What stands in a table with a header stands after the header, which is its place.
            DeValue::Table(table) => path_in(table, place).map(|inside| format!(".{inside}")),
            DeValue::Array(list) => of_list(list),
            _ => None,
        };
        let is_here = holds(key.span()) || holds(value.span());
        inside.or_else(|| is_here.then(String::new)).map(|inside| format!("{}{inside}", key.get_ref()))
    })
}

/// The places of a key and of its value.
fn find(source: &Source, path: &[&str]) -> Option<(Span, Span)> {
    let file = DeTable::parse(source.text()).ok()?;
    let (last, before) = path.split_last()?;
    let mut table = file.get_ref();
    for name in before {
        table = entry(table, name)?.1.get_ref().as_table()?;
    }
    let (key, value) = entry(table, last)?;
    Some((key.span().into(), value.span().into()))
}

fn entry<'t, 's>(
    table: &'t DeTable<'s>,
    name: &str,
) -> Option<(&'t Spanned<DeString<'s>>, &'t Spanned<DeValue<'s>>)> {
    table.iter().find(|(key, _)| **key.get_ref() == *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_have_their_places() {
        let text = "[book]\ntitle = '题'\n# theme = \"a\"\n[site]\n\"theme\"=  \"甲\\u0041\"\n\n[a.b]\nc = {d = [\"e\"]}\n";
        let source = Source::new("book.toml", text);
        let words = |span: Span| &text[span.range()];
        assert_eq!(words(value(&source, &["book", "title"])), "题");
        assert_eq!(words(value(&source, &["site", "theme"])), "甲\\u0041");
        assert_eq!(words(key(&source, &["site", "theme"])), "\"theme\"");
        assert_eq!(words(value(&source, &["a", "b"])), "[a.b]");
        assert_eq!(words(key(&source, &["a", "b", "c", "d"])), "d");
        assert_eq!(key(&source, &["site", "title"]), Span::point(0));
        for (words, wanted) in
            [("题", "book.title"), ("甲", "site.theme"), ("e\"]", "a.b.c.d[0]"), ("[a.b]", "a.b"), ("#", "")]
        {
            let at = text.find(words).unwrap();
            assert_eq!(path(&source, Span::from(at..at + 1)), wanted, "{words}");
        }
        let mut texts = Vec::new();
        each_text(&source, &mut |text, _| texts.push(text.to_owned()));
        texts.sort();
        assert_eq!(texts, ["a", "b", "book", "c", "d", "e", "site", "theme", "title", "甲A", "题"]);
    }
}
