//! The seal of an official text: the digest of its words and numbers, kept in its front matter as `digest`.
//!
//! In: an official text. Out: whether its seal holds, and its Markdown with a seal of today. A seal that no longer
//! holds shows that the words have changed since they were compared with the official document; how they are laid out
//! in Markdown, the summary and the publisher's settings are free to change.

use std::sync::Arc;

use crate::content::{Input, Role};
use crate::document::{BlockKind, Document, InlineKind};
use crate::front_matter::{closing_line, top_level_keys};
use crate::lang::Lang;
use crate::languages::Languages;
use crate::parse;
use crate::review::official_digest;
use crate::source::{Source, Span, slice};

/// The key of the front matter.
pub const KEY: &str = "digest";

/// How an official text stands to its seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// It has none.
    Missing,
    /// The words are those that were sealed.
    Holds,
    /// The words have changed since.
    Broken,
}

/// Compares a text with its seal.
pub fn state(official: &Document) -> Seal {
    match &official.front.digest {
        None => Seal::Missing,
        Some(digest) if *digest == official_digest(official) => Seal::Holds,
        Some(_) => Seal::Broken,
    }
}

/// Why a text cannot be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsealable {
    /// Nothing could hold the seal.
    #[error("it has no front matter")]
    WithoutFrontMatter,
    /// There is nothing that could have been compared.
    #[error("it has no words below its front matter; put the words of the official document there first")]
    Empty,
}

/// The text of the file with a seal of its words as they are now, in place of any older one.
///
/// # Errors
/// When the file has no front matter that could hold it, or holds no words but headings.
pub fn sealed(official: &Document) -> Result<String, Unsealable> {
    if !has_words(official) {
        return Err(Unsealable::Empty);
    }
    with_seal(official).ok_or(Unsealable::WithoutFrontMatter)
}

/// Whether anything stands in the text, headings aside, that a word of the official document could be.
fn has_words(official: &Document) -> bool {
    let is_word = |text: &str| text.chars().any(char::is_alphanumeric);
    let mut has_words = false;
    official.each_block(&mut |block| match &block.kind {
        BlockKind::Heading { .. } => {}
        BlockKind::Code(code) => has_words |= is_word(&official.plain(&code.content)),
        BlockKind::Html(html) => has_words |= html.split('<').any(|part| is_word(after_tag(part))),
        _ => block.each_inline(&mut |inline| {
            if let InlineKind::Text(text) | InlineKind::Code(text) = &inline.kind {
                has_words |= is_word(official.text(text));
            }
        }),
    });
    has_words
}

/// What follows a tag whose `<` was cut off.
fn after_tag(part: &str) -> &str {
    part.split_once('>').map_or(part, |(_, text)| text)
}

fn with_seal(official: &Document) -> Option<String> {
    let text = official.source.text();
    let start = text.starts_with("---").then(|| text.find('\n'))?? + 1;
    let (end, _) = closing_line(text, start)?;
    let line = format!("{KEY}: {}", official_digest(official));
    let keys = top_level_keys(&official.source, Span::from(start..end));
    let old = keys.iter().find(|key| key.name == KEY).map(|key| key.span.start as usize);
    let (from, to) = match old {
        // The line end, with its carriage return if it has one, stays.
        Some(from) => (from, from + slice(text, from..).find(['\r', '\n'])?),
        None => (end, end),
    };
    let line_end = match old {
        Some(_) => "",
        None if slice(text, ..start).ends_with("\r\n") => "\r\n",
        None => "\n",
    };
    Some(format!("{}{line}{line_end}{}", slice(text, ..from), slice(text, to..)))
}

/// Seals the Markdown of an official text that is not in a library yet.
pub fn seal(markdown: String, lang: &Lang, languages: &Languages) -> String {
    let source = Arc::new(Source::new("index.md", markdown.as_str()));
    let input = Input { source, role: Role::Official, slug: "".into(), lang: lang.clone() };
    sealed(&parse::parse(&input, languages).0).unwrap_or(markdown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        let source = Arc::new(Source::new("content/a/index.md", text));
        let lang: Lang = "zh-Hans".parse().unwrap();
        parse::parse(&Input { source, role: Role::Official, slug: "a".into(), lang }, Languages::built_in()).0
    }

    fn chinese() -> String {
        let text = "---\ntitle: 决议\nsummary: 一。\nkind: resolution\nnumber: 52/8\nbody: 人权理事会\n---\n\n\
                    人权理事会，\n\n1. 请**各国**保护人权[^1]；\n\n   (a) 写 3 份报告；\n\n[^1]: 见文件。\n";
        seal(text.to_owned(), &"zh-Hans".parse().unwrap(), Languages::built_in())
    }

    #[test]
    fn a_seal_holds_until_a_word_or_a_number_changes() {
        let sealed = chinese();
        assert_eq!(state(&document(&sealed)), Seal::Holds);
        for (old, new) in [
            ("保护", "维护"),
            ("1. 请", "2. 请"),
            ("(a)", "(b)"),
            ("写 3 份", "写 30 份"),
            ("写 3 份", "写3份"),
            ("人权[^1]；", "人权；"),
            ("见文件", "见报告"),
            ("52/8", "52/9"),
            ("title: 决议", "title: 决定"),
            ("人权理事会，", "理事会，"),
        ] {
            assert!(sealed.contains(old), "{old}");
            assert_eq!(state(&document(&sealed.replacen(old, new, 1))), Seal::Broken, "{old} -> {new}");
        }
        for (old, new) in [
            ("summary: 一。", "summary: 另一句。"),
            ("**各国**", "各国"),
            ("保护人权", "保护\n   人权"),
            ("---\n\n人权", "---\n\n\n人权"),
        ] {
            assert!(sealed.contains(old), "{old}");
            assert_eq!(state(&document(&sealed.replacen(old, new, 1))), Seal::Holds, "{old} -> {new}");
        }
    }

    #[test]
    fn the_numbers_of_a_document_and_words_struck_out_are_sealed() {
        let text = "---\ntitle: 通知\nsummary: 一。\n---\n\n1. 报名。\n2. 付费。\n\n- 甲。\n\n共 10 条。\n";
        let sealed = seal(text.to_owned(), &"zh-Hans".parse().unwrap(), Languages::built_in());
        assert_eq!(state(&document(&sealed)), Seal::Holds);
        for (old, new) in [
            ("1. 报", "5. 报"),
            ("2. 付", "3. 付"),
            ("1. 报名。\n2. 付", "- 报名。\n- 付"),
            ("- 甲", "1. 甲"),
            ("共 10 条", "~~共 10 条~~"),
            ("10", "<del>10</del>"),
            ("10", "<s>10</s>"),
        ] {
            assert!(sealed.contains(old), "{old}");
            assert_eq!(state(&document(&sealed.replacen(old, new, 1))), Seal::Broken, "{old} -> {new}");
        }
        assert_eq!(state(&document(&sealed.replace("- 甲", "* 甲"))), Seal::Holds);
    }

    #[test]
    fn what_words_alone_do_not_say_is_sealed() {
        let text = "---\ntitle: 决议\nsummary: 一。\nkind: resolution\nsession:\n  name: 第五十二届会议\n  start: 2025-06-16\n---\n\n\
                    理事会，\n\n1. 请各国付 10<sup>6</sup> 元[^1]；\n\n2. 请公司付 10<sup>6</sup> 元。\n\n## 附件\n\n1. 甲。\n\n2. 乙。\n\n[^1]: 只在三月。\n";
        let sealed = seal(text.to_owned(), &"zh-Hans".parse().unwrap(), Languages::built_in());
        assert_eq!(state(&document(&sealed)), Seal::Holds);
        for (old, new) in [
            ("1. 甲。\n\n2. 乙", "2. 甲。\n\n3. 乙"),
            ("1. 甲。\n\n2. 乙", "甲。\n\n乙"),
            ("1. 甲。\n\n2. 乙", "- 甲。\n\n- 乙"),
            ("元[^1]；\n\n2. 请公司付 10<sup>6</sup> 元。", "元；\n\n2. 请公司付 10<sup>6</sup> 元[^1]。"),
            ("元[^1]", "[^1]元"),
            ("10<sup>6</sup> 元。", "106 元。"),
            ("10<sup>6</sup> 元。", "10<sub>6</sub> 元。"),
            ("start: 2025-06-16", "start: 2025-06-15"),
        ] {
            assert!(sealed.contains(old), "{old}");
            assert_eq!(state(&document(&sealed.replacen(old, new, 1))), Seal::Broken, "{old} -> {new}");
        }
    }

    #[test]
    fn a_new_seal_takes_the_place_of_the_old_one_and_nothing_else_changes() {
        let first = chinese();
        let changed = first.replace("保护", "维护");
        let again = sealed(&document(&changed)).unwrap();
        assert_eq!(state(&document(&again)), Seal::Holds);
        let without = |text: &str| -> String {
            text.split_inclusive('\n').filter(|line| !line.starts_with("digest: ")).collect()
        };
        assert_eq!(without(&again), without(&changed));
        assert_eq!(again.matches("\ndigest: ").count(), 1);
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        let text = "---\r\ntitle: 决议\r\nsummary: 一。\r\n---\r\n\r\n正文。\r\n";
        let once = sealed(&document(text)).unwrap();
        assert_eq!(once.matches('\n').count(), once.matches("\r\n").count());
        assert_eq!(sealed(&document(&once)).unwrap(), once);
        assert_eq!(sealed(&document("没有前言。\n")), Err(Unsealable::WithoutFrontMatter));
    }
}
