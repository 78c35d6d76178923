//! A theme: the files beside the pages, and how books look.
//!
//! In: the site's folder and the name of a theme. Out: its files, the site's own in place of built-in ones of the same
//! name. Builds and previews get the style of books here, so that they make the same books.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use super::templates::{self, DEFAULT_THEME, TEMPLATES_FOLDER, THEMES_FOLDER};

/// The style sheet of books in a theme.
const BOOK_STYLE: &str = "book.css";

/// The files of a theme.
#[derive(Debug, Default)]
pub struct Theme {
    /// What is published in `assets/`, by path in the theme.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The style sheet of books; that of the default theme where this one has none.
    pub book_style: String,
}

impl Theme {
    /// Reads the theme that a site names, or the default one.
    ///
    /// # Errors
    /// When a file cannot be read, or there is no such theme.
    pub fn load(root: &Path, name: Option<&str>) -> Result<Self> {
        let name = name.unwrap_or(DEFAULT_THEME);
        let mut files = templates::files(root, name)?;
        let style = match files.remove(BOOK_STYLE) {
            Some(style) => style,
            None => templates::files(root, DEFAULT_THEME)?.remove(BOOK_STYLE).unwrap_or_default(),
        };
        Ok(Self { files, book_style: String::from_utf8_lossy(&style).into_owned() })
    }

    /// Whether a site has a style sheet or templates of its own for books.
    pub fn makes_own_books(root: &Path, name: Option<&str>) -> bool {
        let folder = root.join(THEMES_FOLDER).join(name.unwrap_or(DEFAULT_THEME));
        folder.join(BOOK_STYLE).exists() || root.join(TEMPLATES_FOLDER).join("book").exists()
    }
}
