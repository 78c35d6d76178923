//! What is audited: a finished page, what it is part of, and what its site may do.

use std::collections::HashSet;

use super::text;
use crate::address::decode as percent_decode;
use crate::source::slice;

/// A finished page.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Its path in the site, with `/` between the parts: `a-hrc-res-52-8/index.html`.
    pub path: &'a str,
    /// Its text.
    pub html: &'a str,
}

/// What a page is part of. A document of a book stands between others and repeats nothing of a site: it has no
/// skip link and no landmarks. But it is XML, and nothing of it may come from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    Site,
    Book,
}

impl Medium {
    pub fn name(self) -> &'static str {
        match self {
            Medium::Site => "site",
            Medium::Book => "book",
        }
    }
}

/// What a site may do that would be a finding elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Allow {
    names: HashSet<String>,
    words: HashSet<String>,
    scripts: HashSet<String>,
    base: Option<String>,
    alone: bool,
}

impl Allow {
    /// Allows each word of a proper name, such as `Curbcut`, in a text of any language.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.names.extend(name.split_whitespace().map(str::to_lowercase));
        self
    }

    /// Allows each word of what an author wrote, such as a title, in labels: they are judged only for what the program and its
    /// templates say.
    #[must_use]
    pub fn written(mut self, text: &str) -> Self {
        let text = text::decode(text);
        self.words.extend(text::words(&text).map(|word| slice(&text, word.range).to_lowercase()));
        self
    }

    /// Allows a script file of the site, by its path: `assets/reader.js`.
    #[must_use]
    pub fn script(mut self, path: &str) -> Self {
        self.scripts.insert(path.to_owned());
        self
    }

    /// Says at which address the site stands, so that what its pages say of their other versions can be followed.
    #[must_use]
    pub fn standing_at(mut self, base: Option<&str>) -> Self {
        self.base = base.map(|base| base.trim_end_matches('/').to_owned());
        self
    }

    /// The path in the site that a whole address leads to; `None` for an address elsewhere.
    pub(super) fn own_path(&self, raw: &str) -> Option<String> {
        let address = text::decode(raw.trim());
        let path = address.strip_prefix(self.base.as_deref()?)?;
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let below = if path.is_empty() { "" } else { path.strip_prefix('/')? };
        Some(percent_decode(below).into_owned())
    }

    /// Judges a page alone: of what lies outside its folder nothing is known.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    pub(super) fn is_alone(&self) -> bool {
        self.alone
    }

    pub(super) fn has_name(&self, word: &str) -> bool {
        !self.names.is_empty() && self.names.contains(&word.to_lowercase())
    }

    /// Whether a word of a label is allowed.
    pub(super) fn has_in_label(&self, word: &str) -> bool {
        self.has_name(word) || !self.words.is_empty() && self.words.contains(&word.to_lowercase())
    }

    pub(super) fn has_script(&self, path: &str) -> bool {
        self.scripts.contains(path)
    }
}
