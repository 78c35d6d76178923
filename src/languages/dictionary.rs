//! The dictionary by which Chinese text is cut into words.
//!
//! In: a file with a word and how often it occurs on each line. Out: the cutter of jieba. Refused: a line without such
//! a number.

use std::fmt;
use std::sync::OnceLock;

use jieba_rs::Jieba;

/// Makes a dictionary of a file: a word and how often it occurs on each line.
///
/// # Errors
/// When a line has no such number.
pub(super) fn dictionary(text: &str) -> Result<Jieba, jieba_rs::Error> {
    Jieba::with_dict(&mut without_head(text).as_bytes())
}

/// A dictionary that is loaded at its first use.
#[derive(Default)]
pub struct Dictionary(OnceLock<Jieba>);

impl Dictionary {
    pub(super) fn get<'t>(&self, read: impl FnOnce() -> &'t str) -> &Jieba {
        self.0.get_or_init(|| {
            // A dictionary is judged when it is read; without one every character is a word.
            dictionary(read()).unwrap_or_else(|_| Jieba::empty())
        })
    }
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.get().is_some() { "loaded" } else { "not loaded" })
    }
}

/// A word file without the comments at its head.
fn without_head(mut text: &str) -> &str {
    while text.starts_with(['#', '\n']) {
        text = text.split_once('\n').map_or("", |(_, rest)| rest);
    }
    text
}
