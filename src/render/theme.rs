//! A theme: the files beside the pages, and how books look.
//!
//! In: the site's folder and the name of a theme. Out: its files, laid over those of the default theme: a theme holds only
//! what differs. Builds and previews get the style of books here, so that they make the same books.

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
    /// The style sheet of books.
    pub book_style: String,
}

impl Theme {
    /// Reads the theme that a site names, or the default one.
    ///
    /// # Errors
    /// When a file cannot be read, or there is no such theme.
    pub fn load(root: &Path, name: Option<&str>) -> Result<Self> {
        let mut files = templates::files(root, DEFAULT_THEME)?;
        if let Some(name) = name.filter(|name| *name != DEFAULT_THEME) {
            files.extend(templates::files(root, name)?);
        }
        let style = files.remove(BOOK_STYLE).unwrap_or_default();
        Ok(Self { files, book_style: String::from_utf8_lossy(&style).into_owned() })
    }

    /// Whether a site has a style sheet or templates of its own for books.
    pub fn makes_own_books(root: &Path, name: Option<&str>) -> bool {
        let styled = |name: &str| root.join(THEMES_FOLDER).join(name).join(BOOK_STYLE).exists();
        styled(DEFAULT_THEME) || name.is_some_and(styled) || root.join(TEMPLATES_FOLDER).join("book").exists()
    }
}
