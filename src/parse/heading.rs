//! What stands in braces at the end of a heading: `{#id}`, and `{covers=op-1}` in an easy-read version.
//!
//! Words in braces are words like any other: without an id they stay where they are.

use crate::source::slice;

/// The braces at the end of a heading.
#[derive(Debug, PartialEq, Eq)]
pub struct Braces<'t> {
    /// Where the heading's words end.
    pub words_end: usize,
    /// The id.
    pub id: Option<&'t str>,
    /// Whatever else stands in them, each with the byte where it begins.
    pub others: Vec<(usize, &'t str)>,
}

/// The braces that a heading's last text ends with; `None` when there are none or they are words.
pub fn braces(text: &str, is_easy_read: bool) -> Option<Braces<'_>> {
    let inside = text.trim_end().strip_suffix('}')?;
    let open = inside.rfind('{')?;
    let mut braces = Braces { words_end: slice(text, ..open).trim_end().len(), id: None, others: Vec::new() };
    let mut at = open + 1;
    for word in slice(inside, at..).split_whitespace() {
        at += slice(inside, at..).find(word)?;
        match word.strip_prefix('#').filter(|id| !id.is_empty() && braces.id.is_none()) {
            Some(id) => braces.id = Some(id),
            None => braces.others.push((at, word)),
        }
        at += word.len();
    }
    let are_words = braces.id.is_none() && (!is_easy_read || braces.others.is_empty());
    (!are_words).then_some(braces)
}

/// The braces that a heading would end with if its full-width signs were half-width: where they begin, and how they are
/// written. `None` where the words are as they should be, or are no attributes.
pub fn full_width(text: &str, is_easy_read: bool) -> Option<(usize, String)> {
    let text = text.trim_end();
    if !text.ends_with(['}', '｝']) {
        return None;
    }
    let open = text.rfind(['{', '｛'])?;
    let (written, folded) =
        (slice(text, open..), slice(text, open..).chars().map(half_width).collect::<String>());
    if written == folded {
        return None;
    }
    let is_attribute = |word: &str| {
        word.strip_prefix('#').is_some_and(|id| !id.is_empty())
            || word.split_once('=').is_some_and(|(name, _)| !name.is_empty() && name.is_ascii())
    };
    let inside = folded.trim_matches(['{', '}']);
    let differs = match braces(written, is_easy_read) {
        // Between ids a full-width comma is read as the other is.
        Some(braces) => {
            let words = braces.others.iter().map(|(_, word)| *word);
            words
                .chain(braces.id)
                .any(|word| word.chars().any(|c| !matches!(c, '，' | '、') && half_width(c) != c))
        }
        None => true,
    };
    (differs && inside.split_whitespace().any(is_attribute)).then_some((open, folded))
}

/// A sign of the keyboard in place of its full-width form.
fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '、' => ',',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_signs_are_known_where_attributes_would_stand() {
        for (text, want) in [
            ("最重要的事 ｛sums-up=op-1｝", "{sums-up=op-1}"),
            ("背景 {＃bei-jing}", "{#bei-jing}"),
            ("保护 {covers＝op-1}", "{covers=op-1}"),
            ("保护 {covers=op-1｝", "{covers=op-1}"),
            ("保护 ｛covers=op-1，op-2　＃bao} ", "{covers=op-1,op-2 #bao}"),
            ("保护 {covers=ｏｐ-1}", "{covers=op-1}"),
            ("保护 {ｃｏｖｅｒｓ=op-1}", "{covers=op-1}"),
        ] {
            assert_eq!(full_width(text, true).map(|(_, folded)| folded).as_deref(), Some(want), "{text}");
        }
        assert_eq!(full_width("背景 ｛#bei-jing｝", false).map(|(at, _)| at), Some("背景 ".len()));
        for text in [
            "集合｛甲，乙｝",
            "保护 {covers=op-1，op-2}",
            "保护 {covers=op-1、op-2}",
            "｛｝",
            "第五条（新）",
            "｛#a｝ 二",
        ] {
            assert_eq!(full_width(text, true), None, "{text}");
        }
    }

    #[test]
    fn braces_with_an_id_are_no_words() {
        let read = |text, is_easy_read| {
            braces(text, is_easy_read).map(|braces| (&text[..braces.words_end], braces.id, braces.others))
        };
        assert_eq!(read("背景 {#bei-jing}", false), Some(("背景", Some("bei-jing"), vec![])));
        assert_eq!(
            read("Droits {#droits lang=fr} ", false),
            Some(("Droits", Some("droits"), vec![(16, "lang=fr")]))
        );
        assert_eq!(
            read("保护 {covers=op-1 #bao}", true),
            Some(("保护", Some("bao"), vec![(8, "covers=op-1")]))
        );
        for words in ["集合 {a, b}", "第五条 {新}", "{}", "{#}", "a}", "{covers=op-1}", "{#a} 二"] {
            assert_eq!(read(words, false), None, "{words}");
        }
        assert_eq!(read("集合 {}", true), None);
    }
}
