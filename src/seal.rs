//! The seal of an official text: the digest of its words and numbers, kept in its front matter as `digest`, and that of its
//! pictures, where it has some, as `pictures-digest`.
//!
//! In: an official text, and the library that has its pictures. Out: whether its seal holds, and its Markdown with a seal of
//! today. A seal that no longer holds shows that the text has changed since it was compared with the official document; how it is
//! laid out in Markdown, the summary and the publisher's settings are free to change. Refused: to seal a text without words, and
//! one whose front matter has a mistake, as nobody knows what it says. What stands there as its seal may be anything.

mod lines;

use std::sync::Arc;

use crate::content::{Input, Role};
use crate::digest::Digest;
use crate::document::{BlockKind, Document, InlineKind};
use crate::finding::Finding;
use crate::front_matter::is_fault;
use crate::lang::Lang;
use crate::languages::Languages;
use crate::library::Library;
use crate::parse;
use crate::review::{official_digest, official_pictures};
use crate::source::Source;

/// The key of the front matter for words and numbers.
pub const KEY: &str = "digest";

/// The key for pictures.
pub const PICTURES: &str = "pictures-digest";

/// How an official text stands to its seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// It has none.
    Missing,
    /// What stands there is no digest.
    Unreadable,
    /// The words and the pictures are those that were sealed.
    Holds,
    /// The words are those that were sealed. Of its pictures the seal does not tell, as older ones do not.
    WithoutPictures,
    /// The words have changed since.
    Broken,
    /// The words have not, but a picture has.
    OtherPictures,
    /// It has one of its pictures alone, so a changed word would not be seen.
    WithoutWords,
}

/// Compares a text with its seal. The library has read the pictures of texts that seal theirs.
pub fn state(library: &Library, official: &Document) -> Seal {
    let front = &official.front;
    let Some(digest) = &front.digest else {
        return if front.pictures_digest.is_some() { Seal::WithoutWords } else { Seal::Missing };
    };
    if !official_digest(official).hold(digest) {
        return Seal::Broken;
    }
    of_pictures(front.pictures_digest.as_ref(), official_pictures(library, official).as_ref())
}

fn of_pictures(sealed: Option<&Digest>, now: Option<&Digest>) -> Seal {
    match (sealed, now) {
        (None, None) => Seal::Holds,
        (None, Some(_)) => Seal::WithoutPictures,
        (Some(_), _) if sealed == now => Seal::Holds,
        (Some(_), _) => Seal::OtherPictures,
    }
}

/// Why a text cannot be sealed.
#[derive(Debug, Clone)]
pub enum Unsealable {
    /// Its front matter has these mistakes.
    Wrong(Vec<Finding>),
    /// There is nothing that could have been compared.
    Empty,
}

/// A text that can be sealed.
#[derive(Debug)]
pub struct Sealable {
    source: Arc<Source>,
    words: Digest,
    pictures: Option<Digest>,
    state: Seal,
}

impl Sealable {
    /// Judges a text; `pictures` digests those of a text that has some.
    ///
    /// # Errors
    /// When its front matter has a mistake other than the seal, or it holds no words but headings.
    pub fn judge(
        official: &Document,
        languages: &Languages,
        pictures: impl Fn(&Document) -> Option<Digest>,
    ) -> Result<Self, Unsealable> {
        // A value that is no digest would keep all others from being read.
        let source = Arc::new(lines::with_readable_seals(&official.source));
        let (slug, lang) = (official.slug.clone(), official.lang.clone());
        let (text, findings) = parse::parse(&Input { source, role: Role::Official, slug, lang }, languages);
        // Whatever a text lacks, its words can be compared: one that is imported has no summary yet.
        let wrong: Vec<Finding> = findings.into_iter().filter(is_fault).collect();
        if !wrong.is_empty() {
            return Err(Unsealable::Wrong(wrong));
        }
        if !has_words(&text) {
            return Err(Unsealable::Empty);
        }
        let (digests, pictures) = (official_digest(&text), pictures(&text));
        let state = match &official.front.digest {
            None if official.front.pictures_digest.is_some() => Seal::WithoutWords,
            None if lines::has_seal(&official.source) => Seal::Unreadable,
            None => Seal::Missing,
            Some(sealed) if !digests.hold(sealed) => Seal::Broken,
            Some(_) => of_pictures(official.front.pictures_digest.as_ref(), pictures.as_ref()),
        };
        Ok(Self { source: official.source.clone(), words: digests.now().clone(), pictures, state })
    }

    /// How it stands to its seal now.
    pub fn state(&self) -> Seal {
        self.state
    }

    /// The text of its file with a seal of its words and pictures as they are now, in place of any older one.
    pub fn sealed(&self) -> String {
        lines::sealed(&self.source, &self.words, self.pictures.as_ref())
    }
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

/// Seals the Markdown of an official text that is not in a library yet and has no pictures.
pub fn seal(markdown: String, lang: &Lang, languages: &Languages) -> String {
    let source = Arc::new(Source::new("index.md", markdown.as_str()));
    let input = Input { source, role: Role::Official, slug: "".into(), lang: lang.clone() };
    let judged = Sealable::judge(&parse::parse(&input, languages).0, languages, |_| None);
    judged.map_or(markdown, |text| text.sealed())
}

/// The Markdown of a text without its seal.
pub fn without(source: &Source) -> String {
    lines::without(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        let source = Arc::new(Source::new("content/a/index.md", text));
        let lang: Lang = "zh-Hans".parse().unwrap();
        parse::parse(&Input { source, role: Role::Official, slug: "a".into(), lang }, Languages::built_in()).0
    }

    /// How a text without pictures stands to its seal.
    fn state(text: &Document) -> Seal {
        sealable(text).unwrap().state()
    }

    fn sealable(text: &Document) -> Result<Sealable, Unsealable> {
        Sealable::judge(text, Languages::built_in(), |_| None)
    }

    fn sealed(text: &Document) -> String {
        sealable(text).unwrap().sealed()
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
        let again = sealed(&document(&changed));
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
        let once = sealed(&document(text));
        assert_eq!(once.matches('\n').count(), once.matches("\r\n").count());
        assert_eq!(sealed(&document(&once)), once);
    }

    #[test]
    fn a_seal_may_be_anything_and_all_else_must_be_right() {
        let text = "---\ntitle: 决议\nsummary: 一。\nSEAL\ndate: 2023-04-03\n---\n\n正文。\n";
        let right = sealed(&document(&text.replace("SEAL\n", "")));
        let line = right.lines().find(|line| line.starts_with("digest: ")).unwrap();
        for (seal, state, new) in [
            ("digest:", Seal::Missing, line.to_owned()),
            ("digest: blake3:0", Seal::Unreadable, line.to_owned()),
            ("digest: blake3:0   # 比对过", Seal::Unreadable, format!("{line}   # 比对过")),
            ("digest: [a, b]", Seal::Unreadable, line.to_owned()),
            ("digest:\n- a\n- b", Seal::Unreadable, line.to_owned()),
            ("digest: {\n  a: b\n}", Seal::Unreadable, line.to_owned()),
            ("digest: |\n  a\n\n  b", Seal::Unreadable, line.to_owned()),
            ("digest: \"a\n  b\"", Seal::Unreadable, line.to_owned()),
            ("digest: blake3:00000000000000000000000000000000", Seal::Broken, line.to_owned()),
            ("pictures-digest: blake3:00000000000000000000000000000000", Seal::WithoutWords, String::new()),
            ("digest : 12", Seal::Unreadable, line.replace("digest:", "digest :")),
            ("pictures-digest: 12", Seal::Unreadable, String::new()),
        ] {
            let before = document(&text.replace("SEAL", seal));
            let judged = sealable(&before).unwrap_or_else(|why| panic!("{seal}: {why:?}"));
            assert_eq!(judged.state(), state, "{seal}");
            match new.is_empty() {
                true => assert_eq!(judged.sealed(), right, "{seal}"),
                false => assert_eq!(judged.sealed(), text.replace("SEAL", &new), "{seal}"),
            }
            // A mistake elsewhere is found at its own line, whatever stands above.
            let wrong = document(&text.replace("SEAL", seal).replace("2023-04-03", "昨天"));
            let Err(Unsealable::Wrong(found)) = sealable(&wrong) else { panic!("{seal}") };
            let at = 1 + wrong.source.text().lines().position(|line| line.starts_with("date")).unwrap();
            let places: Vec<_> = found.iter().map(|finding| finding.place.position()).collect();
            assert_eq!(places, [crate::source::Position { line: at as u32, column: 7 }], "{seal}");
        }
        for text in ["没有前言。\n", "---\ntitle: 决议\nsummary: 一。\nname: 二\n---\n\n正文。\n"]
        {
            assert!(matches!(sealable(&document(text)), Err(Unsealable::Wrong(_))), "{text}");
        }
    }

    #[test]
    fn labels_of_notes_are_seen_by_nobody() {
        let sealed = chinese();
        for label in ["a", "2", "注"] {
            let other = sealed.replace("[^1]", &format!("[^{label}]"));
            assert_eq!(state(&document(&other)), Seal::Holds, "{label}");
        }
        // A seal that holds the label is one of the same text.
        let text = document(&sealed.replace("[^1]", "[^a]"));
        let digests = official_digest(&text);
        let older = digests.each().last().unwrap();
        assert_ne!(older, digests.now());
        let of_label = text.source.text().replace(&digests.now().to_string(), &older.to_string());
        assert_eq!(state(&document(&of_label)), Seal::Holds);
        assert_eq!(state(&document(&of_label.replace("[^a]", "[^b]"))), Seal::Broken);
        // Which note stands where is seen.
        let two = seal(
            "---\ntitle: 决议\nsummary: 一。\n---\n\n甲[^1]乙[^2]。\n\n[^1]: 话。\n\n[^2]: 词。\n".to_owned(),
            &"zh-Hans".parse().unwrap(),
            Languages::built_in(),
        );
        assert_eq!(state(&document(&two.replace("甲[^1]乙[^2]", "甲[^2]乙[^1]"))), Seal::Broken);
        let renamed = two.replace("[^1]", "[^x]").replace("[^2]", "[^1]").replace("[^x]", "[^2]");
        assert_eq!(state(&document(&renamed)), Seal::Holds);
    }
}
