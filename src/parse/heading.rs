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

#[cfg(test)]
mod tests {
    use super::*;

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
