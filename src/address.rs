//! Where pages stand in the site, and how one names another.
//!
//! Every link is relative and names its file, so a site works from a folder on a disk, below any path of a
//! server, and from the root of a host alike.

use std::fmt::Write as _;

use crate::lang::Lang;

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
    /// The accessibility statement.
    Accessibility,
    /// The page for addresses that lead nowhere.
    NotFound,
}

/// A page's path in the site, such as `en/a-hrc-res-52-8/easy-read/index.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(Box<str>);

impl Address {
    /// The page of a folder; `lang` is `None` for the site's main language.
    pub fn new(lang: Option<&Lang>, slug: &str, kind: PageKind) -> Self {
        let mut path = String::new();
        if let Some(lang) = lang {
            let _ = write!(path, "{lang}/");
        }
        if !slug.is_empty() {
            path.push_str(slug);
            path.push('/');
        }
        path.push_str(match kind {
            PageKind::Home | PageKind::Official => "index.html",
            PageKind::EasyRead => "easy-read/index.html",
            PageKind::Glossary => "glossary/index.html",
            PageKind::Accessibility => "accessibility/index.html",
            PageKind::NotFound => "404.html",
        });
        Self(path.into())
    }

    /// The path of a file that is not a page.
    pub fn file(path: impl Into<Box<str>>) -> Self {
        Self(path.into())
    }

    /// The path in the site, with `/`.
    pub fn path(&self) -> &str {
        &self.0
    }

    /// The folder's address below the site's root: `en/a-hrc-res-52-8/`.
    pub fn folder(&self) -> &str {
        self.0.strip_suffix("index.html").unwrap_or(&self.0)
    }

    /// How a page here names another, percent-encoded: `../a-hrc-res-51-5/index.html`.
    pub fn link_to(&self, other: &Address) -> String {
        let (from, to): (Vec<&str>, Vec<&str>) = (self.0.split('/').collect(), other.0.split('/').collect());
        let last = from.len().min(to.len()) - 1;
        let shared = from[..last].iter().zip(&to[..last]).take_while(|(a, b)| a == b).count();
        let mut link = "../".repeat(from.len() - 1 - shared);
        for (index, part) in to[shared..].iter().enumerate() {
            if index > 0 {
                link.push('/');
            }
            encode(part, &mut link);
        }
        link
    }

    /// The way from here up to the site's root: `../../`, or nothing.
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

/// Percent-encodes every part of a path.
pub fn encode_path(path: &str, out: &mut String) {
    for (index, part) in path.split('/').enumerate() {
        if index > 0 {
            out.push('/');
        }
        encode(part, out);
    }
}

/// Percent-encodes what cannot stand in a path; letters of any script are encoded byte by byte.
pub fn encode(part: &str, out: &mut String) {
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$()*+,;=@".contains(&byte) {
            out.push(byte.into());
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
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
        assert_eq!(easy.root(), "../../");
        assert_eq!(easy.folder(), "a-hrc-res-52-8/easy-read/");
    }
}
