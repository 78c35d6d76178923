//! The table `[epub]` of `book.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::NAME;
use crate::config::address::{self, Purpose};
use crate::config::{self, Config};
use crate::finding::Finding;
use crate::source::Span;

/// Which books are made, and what they say of who checked them. Without a person who certifies it, no book claims to
/// conform to anything.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Settings {
    /// Whether every version of every document becomes a book.
    pub documents: bool,
    /// Whether all documents of a language together become one.
    pub collections: bool,
    /// Who certifies that the books conform to EPUB Accessibility 1.1 and WCAG 2.2, level AA.
    pub certified_by: Option<String>,
    /// What qualifies them to say so.
    pub certifier_credential: Option<String>,
    /// The address of their report.
    pub certifier_report: Option<Spanned<String>>,
    /// The address of the standard that easy-read versions are written by.
    pub easy_read_standard: Option<Spanned<String>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            documents: true,
            collections: true,
            certified_by: None,
            certifier_credential: None,
            certifier_report: None,
            easy_read_standard: None,
        }
    }
}

impl Settings {
    /// Reads the table.
    ///
    /// # Errors
    /// A finding at what is wrong in it.
    pub fn read(config: &Config) -> Result<Self, Finding> {
        let settings: Self = config.formats.read(NAME)?;
        let addresses = [
            ("certifier-report", &settings.certifier_report),
            ("easy-read-standard", &settings.easy_read_standard),
        ];
        for (key, value) in addresses {
            let Some(value) = value else { continue };
            let Some(problem) = address::problem(value.get_ref(), Purpose::Page) else { continue };
            let Some(source) = &config.check.source else { continue };
            let whole = Span::from(value.span());
            let quotes = ['"', '\''];
            let written = source.slice(whole);
            let start = whole.start as usize + written.len() - written.trim_start_matches(quotes).len();
            let inside = Span::from(start..start + written.trim_matches(quotes).len());
            return Err(config::wrong(source, inside, format!("“{key}” {problem}")));
        }
        Ok(settings)
    }

    /// Those that were accepted when the site was read.
    pub fn accepted(config: &Config) -> Self {
        Self::read(config).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Source;

    fn read(more: &str) -> Result<Settings, String> {
        let text = format!("[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n{more}");
        let config = Config::read(&Arc::new(Source::new(config::FILE, text)));
        config.and_then(|config| Settings::read(&config)).map_err(|finding| {
            let at = finding.place.position();
            format!("{}:{} {}", at.line, at.column, finding.message)
        })
    }

    #[test]
    fn all_books_are_made_unless_told_otherwise() {
        let made = |more: &str| {
            let settings = read(more).unwrap();
            (settings.documents, settings.collections)
        };
        assert_eq!(made(""), (true, true));
        assert_eq!(made("[epub]\ncertified-by = \"测评组\"\n"), (true, true));
        assert_eq!(made("[epub]\ncollections = false\n"), (true, false));
        assert_eq!(made("[epub]\ndocuments = false\n"), (false, true));
    }

    #[test]
    fn mistakes_have_their_place() {
        assert!(read("[epub]\ndocuments = 1\n").unwrap_err().starts_with("5:13"));
        assert!(
            read("[epub]\nbooks = true\n").unwrap_err().starts_with("5:1 “books” is not a key of “epub”")
        );
        let report = "[epub]\ncertifier-report = \"javascript:x\"\n";
        assert!(read(report).unwrap_err().starts_with("5:21 “certifier-report” must begin"));
    }
}
