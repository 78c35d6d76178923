//! Where pages stand in the site, and how one names another.
//!
//! Every link is relative and names its file, so a site works from a folder on a disk, below any path of a
//! server, and from the root of a host alike. Only the page for addresses that lead nowhere is shown at any depth, so its
//! links begin at the root of its host.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed as ComposingNormalizer;

use crate::lang::Lang;
use crate::source::slice;

/// What a page is, as far as its place depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// The first page of a language.
    Home,
    /// The page of an official text, or of a section.
    Official,
    /// The page of an easy-read version.
    EasyRead,
    /// The word list.
    Glossary,
    /// The list of pictures.
    Pictures,
    /// Who must do what by when.
    FollowUp,
    /// The accessibility statement.
    Accessibility,
    /// The page for addresses that lead nowhere.
    NotFound,
    /// A later part of a long list, counted from 2.
    Part(usize),
}

/// A page's path in the site, such as `en/a-hrc-res-52-8/easy-read/index.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    path: Box<str>,
    /// The path of the site on its host, where links from here begin with it; percent-encoded, with `/` at both ends.
    root: Option<Box<str>>,
}

impl Address {
    /// The page of a folder; `lang` is `None` for the site's main language.
    pub fn new(lang: Option<&Lang>, slug: &str, kind: PageKind) -> Self {
        let part;
        let file = match kind {
            PageKind::Home | PageKind::Official => "index.html",
            PageKind::EasyRead => "easy-read/index.html",
            PageKind::Glossary => "glossary/index.html",
            PageKind::Pictures => "pictures/index.html",
            PageKind::FollowUp => "follow-up/index.html",
            PageKind::Accessibility => "accessibility/index.html",
            PageKind::NotFound => "404.html",
            PageKind::Part(number) => {
                part = format!("list/{number}/index.html");
                &part
            }
        };
        let (lang, after_lang) = lang.map_or(("", ""), |lang| (lang.as_str(), "/"));
        let after_slug = if slug.is_empty() { "" } else { "/" };
        Self::file([lang, after_lang, slug, after_slug, file].concat())
    }

    /// The same with links that begin at the root of a host, below which the site has this path.
    #[must_use]
    pub fn shown_anywhere(self, root: impl Into<Box<str>>) -> Self {
        Self { root: Some(root.into()), ..self }
    }

    /// The path of a file that is not a page.
    pub fn file(path: impl Into<Box<str>>) -> Self {
        Self { path: path.into(), root: None }
    }

    /// The path in the site, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The folder's address below the site's root: `en/a-hrc-res-52-8/`.
    pub fn folder(&self) -> &str {
        self.path.strip_suffix("index.html").unwrap_or(&self.path)
    }

    /// How a page here names another, percent-encoded: `../a-hrc-res-51-5/index.html`.
    pub fn link_to(&self, other: &Address) -> String {
        let mut link = String::with_capacity(other.path.len() + 6);
        self.write_link(&other.path, &mut link);
        link
    }

    /// Writes how a page here names another file of the site.
    pub fn write_link(&self, path: &str, out: &mut String) {
        if let Some(root) = &self.root {
            out.push_str(root);
            return encode_path(path, out);
        }
        let (from, to) = (self.path.as_bytes(), path.as_bytes());
        let same = from.iter().zip(to).take_while(|(a, b)| a == b).count();
        // The folders that both are in.
        let shared = from[..same].iter().rposition(|&byte| byte == b'/').map_or(0, |at| at + 1);
        for _ in from[shared..].iter().filter(|&&byte| byte == b'/') {
            out.push_str("../");
        }
        encode_path(slice(path, shared..), out);
    }

    /// The way from here to the site's root: `../../`, or nothing.
    pub fn root(&self) -> String {
        match &self.root {
            Some(root) => root.to_string(),
            None => "../".repeat(self.path.matches('/').count()),
        }
    }
}

/// `%E6%98%93` becomes 易; what is not UTF-8 afterwards is replaced, and so found nowhere.
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |place: usize| bytes.get(place).and_then(|&digit| (digit as char).to_digit(16));
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&decoded).into_owned())
}

/// A path as disks see it that distinguish neither `A` from `a` nor `é` from `e` with an accent: the same for two that are one
/// there.
pub fn folded(path: &str) -> Cow<'_, str> {
    if path.is_ascii() {
        return match path.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(path.to_ascii_lowercase()),
            false => Cow::Borrowed(path),
        };
    }
    let compose = ComposingNormalizer::new_nfc();
    let folded: String =
        compose.normalize(path).chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    Cow::Owned(compose.normalize(&folded).into_owned())
}

/// Percent-encodes every part of a path.
pub fn encode_path(path: &str, out: &mut String) {
    encode_all(path, |byte| byte == b'/' || stays(byte), out);
}

/// Percent-encodes what cannot stand in a path; letters of any script are encoded byte by byte.
pub fn encode(part: &str, out: &mut String) {
    encode_all(part, stays, out);
}

fn stays(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$()*+,;=@".contains(&byte)
}

/// `stays` holds for no byte past ASCII, so that what stays lies between whole characters.
fn encode_all(words: &str, stays: impl Fn(u8) -> bool, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut copied = 0;
    for (at, byte) in words.bytes().enumerate().filter(|&(_, byte)| !stays(byte)) {
        if copied < at {
            out.push_str(slice(words, copied..at));
        }
        out.push('%');
        out.push(DIGITS[usize::from(byte >> 4)].into());
        out.push(DIGITS[usize::from(byte & 15)].into());
        copied = at + 1;
    }
    if copied < words.len() {
        out.push_str(slice(words, copied..));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_the_file() {
        let easy = Address::new(None, "a-hrc-res-52-8", PageKind::EasyRead);
        let official = Address::new(None, "a-hrc-res-52-8", PageKind::Official);
        let english: Lang = "en".parse().unwrap();
        let other = Address::new(Some(&english), "决议", PageKind::Official);
        assert_eq!(easy.link_to(&official), "../index.html");
        assert_eq!(official.link_to(&easy), "easy-read/index.html");
        assert_eq!(official.link_to(&official), "index.html");
        assert_eq!(official.link_to(&other), "../en/%E5%86%B3%E8%AE%AE/index.html");
        assert_eq!(other.link_to(&other), "index.html");
        assert_eq!(other.link_to(&Address::file("en/决定.pdf")), "../%E5%86%B3%E5%AE%9A.pdf");
        assert_eq!(
            Address::file("甲/乙.html").link_to(&Address::file("甲乙/丙 丁.png")),
            "../%E7%94%B2%E4%B9%99/%E4%B8%99%20%E4%B8%81.png"
        );
        assert_eq!(easy.root(), "../../");
        let anywhere = Address::new(None, "", PageKind::NotFound).shown_anywhere("/%E4%B9%A6/");
        assert_eq!(anywhere.link_to(&other), "/%E4%B9%A6/en/%E5%86%B3%E8%AE%AE/index.html");
        assert_eq!(anywhere.root(), "/%E4%B9%A6/");
        assert_eq!(easy.folder(), "a-hrc-res-52-8/easy-read/");
    }
}
