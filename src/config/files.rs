//! `[site] files`: which files below `content/` are published although no text leads to them.
//!
//! In: patterns such as `"forms/*.pdf"`. Out: whether a path is listed. Refused: what is no pattern.

use globset::{GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};

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
                built.map_err(|error| (span, format!("“{pattern}” is no pattern: {}", error.kind())))?;
            files.patterns.push((glob.compile_matcher(), span));
            all.add(glob);
        }
        files.all = all.build().map_err(|error| (Span::point(0), error.to_string()))?;
        Ok(files)
    }

    /// Whether a path below `content/` is listed.
    pub fn list(&self, path: &str) -> bool {
        self.all.is_match(path)
    }

    /// Each pattern with its place.
    pub fn patterns(&self) -> impl Iterator<Item = (&GlobMatcher, Span)> {
        self.patterns.iter().map(|(pattern, span)| (pattern, *span))
    }
}
