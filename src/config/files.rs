//! `[site] files`: which files below `content/` are published although no text leads to them.
//!
//! In: patterns such as `"forms/*.pdf"`. Out: whether a path is listed. Refused: what is no pattern.

use globset::{ErrorKind, GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};

use crate::source::Span;

/// The patterns and where they stand in `book.toml`.
#[derive(Debug, Clone, Default)]
pub struct Files {
    patterns: Vec<(GlobMatcher, Span)>,
    all: GlobSet,
}

impl Files {
    /// Reads the patterns.
    ///
    /// # Errors
    /// For the first that is none: its place, and what is wrong.
    pub fn new(written: &[toml::Spanned<String>]) -> Result<Self, (Span, String)> {
        let mut files = Self::default();
        let mut all = GlobSetBuilder::new();
        for pattern in written {
            let (span, pattern) = (Span::from(pattern.span()), pattern.get_ref());
            let inside = pattern.trim_start_matches("./");
            if inside.is_empty() || inside.starts_with('/') || inside.split('/').any(|part| part == "..") {
                return Err((span, format!("“{pattern}” is no path of files below “content”")));
            }
            let built = GlobBuilder::new(inside).literal_separator(true).backslash_escape(true).build();
            let glob =
                built.map_err(|error| (span, format!("“{pattern}” is no pattern: {}", why(error.kind()))))?;
            files.patterns.push((glob.compile_matcher(), span));
            all.add(glob);
        }
        files.all = all.build().map_err(|error| (Span::point(0), why(error.kind())))?;
        Ok(files)
    }

    /// Whether a path below `content/` is listed. What editors and systems leave behind is only listed by its whole path.
    pub fn list(&self, path: &str) -> bool {
        let is_whole = |(pattern, _): &(GlobMatcher, Span)| pattern.glob().glob() == path;
        self.all.is_match(path) && (!is_left_behind(path) || self.patterns.iter().any(is_whole))
    }

    /// Each pattern with its place.
    pub fn patterns(&self) -> impl Iterator<Item = (&GlobMatcher, Span)> {
        self.patterns.iter().map(|(pattern, span)| (pattern, *span))
    }
}

/// What is wrong with a pattern.
fn why(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::UnclosedClass => "a “[” is not closed with “]”".to_owned(),
        ErrorKind::InvalidRange(from, to) => format!("“{from}-{to}” in its brackets runs backwards"),
        ErrorKind::UnopenedAlternates => "a “}” has no “{” before it".to_owned(),
        ErrorKind::UnclosedAlternates => "a “{” is not closed with “}”".to_owned(),
        ErrorKind::DanglingEscape => "nothing follows the “\\” at its end".to_owned(),
        _ => "it is too long".to_owned(),
    }
}

/// Whether a file has the name of a backup or of something temporary: it may hold words and names that nobody released.
fn is_left_behind(path: &str) -> bool {
    const ENDS: [&str; 8] = ["~", ".bak", ".orig", ".rej", ".tmp", ".swp", ".swo", "___jb_tmp___"];
    const NAMES: [&str; 3] = ["thumbs.db", "desktop.ini", "ehthumbs.db"];
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("~$")
        || name.starts_with('#') && name.ends_with('#')
        || NAMES.contains(&&*name)
        || ENDS.iter().any(|end| name.ends_with(end))
}
