//! What the lines of a law or regulation look like.
//!
//! In: the lines of a source, and the patterns of its language. Out: whether they are an act, which has articles that are counted
//! from 1 and the title or the headings of one; then what each line is.

use crate::import::script::width;
use crate::languages::{ActPatterns, ArticleLabel};
use crate::source::slice;

/// A heading is no wider, in columns of half a Chinese character.
const WIDEST: usize = 100;

/// So many articles in a row are an act, whatever it is called.
const ENOUGH: u32 = 5;

/// The highest level of headings under the title.
const HIGHEST: u8 = 2;

/// How an act is laid out.
#[derive(Debug, Clone)]
pub struct ActForm {
    /// What its articles are called.
    called: usize,
    /// Which divisions it has, the largest first.
    divisions: Vec<usize>,
    /// The first line that is part of its text.
    pub first: usize,
    /// The line with its title.
    pub title: Option<usize>,
    /// Whether the words of articles stand behind their labels, so that no article has a heading.
    pub are_worded: bool,
}

/// What a line of an act is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provision {
    /// The heading of a division, at this level, and whether nothing but its number stands in it.
    Division { level: u8, is_bare: bool },
    /// The heading of an annex.
    Annex,
    /// The heading of an article, at this level, and whether nothing but its label stands in it.
    Heading { level: u8, is_bare: bool, label: ArticleLabel },
    /// An article whose words stand behind its label.
    Article(ArticleLabel),
}

impl ActForm {
    /// The form of these lines, where they are an act.
    pub fn of<'l>(lines: impl Iterator<Item = &'l str> + Clone, patterns: &ActPatterns) -> Option<Self> {
        (0..patterns.articles.len()).find_map(|called| Self::called(lines.clone(), called, patterns))
    }

    fn called<'l>(
        lines: impl Iterator<Item = &'l str> + Clone,
        called: usize,
        patterns: &ActPatterns,
    ) -> Option<Self> {
        let mut form =
            Self { called, divisions: Vec::new(), first: usize::MAX, title: None, are_worded: false };
        let (mut last, mut most) = (0, 0);
        let (mut worded, mut headed) = (0, 0);
        for (at, line) in lines.enumerate() {
            if let Some(label) = form.label(line, patterns) {
                form.first = form.first.min(at);
                // A table of contents may name them before.
                last = if label.number == last + 1 || label.number == 1 { label.number } else { last };
                most = most.max(last);
                let words = slice(line, label.range.end..).trim();
                // The first line of a sentence that goes on below has no mark at its end, and some in it.
                let is_sentence =
                    !may_be_heading(line) || words.contains(['，', '。', '；']) || words.contains(". ");
                worded += u32::from(!words.is_empty() && is_sentence);
                headed += u32::from(!words.is_empty() && !is_sentence);
            } else if let Some(rank) = division(line, patterns) {
                form.first = form.first.min(at);
                form.divisions.push(rank);
            } else if patterns.contents.is_match(line) {
                form.first = form.first.min(at);
            } else if form.first > at && form.title.is_none() && patterns.title.is_match(line) {
                form.title = Some(at);
            }
        }
        form.are_worded = worded > headed;
        form.divisions.sort_unstable();
        form.divisions.dedup();
        let is_act = most >= 2 && (form.title.is_some() || !form.divisions.is_empty() || most >= ENOUGH);
        is_act.then_some(form)
    }

    fn label(&self, line: &str, patterns: &ActPatterns) -> Option<ArticleLabel> {
        let in_text = patterns.label(self.called, line, false);
        in_text.or_else(|| patterns.label(self.called, line, true).filter(|_| may_be_heading(line)))
    }

    /// The level of headings of articles, under all divisions.
    pub fn level_of_articles(&self) -> u8 {
        HIGHEST + u8::try_from(self.divisions.len()).unwrap_or(HIGHEST)
    }

    /// What a line or a paragraph is.
    pub fn provision(&self, said: &str, patterns: &ActPatterns) -> Option<Provision> {
        if let Some(label) = self.label(said, patterns) {
            let rest = slice(said, label.range.end..).trim();
            let level = self.level_of_articles();
            // What says that an article no longer holds is its text.
            let is_bracketed =
                rest.starts_with(['（', '(', '[', '〔']) && rest.ends_with(['）', ')', ']', '〕']);
            return Some(match may_be_heading(said) && !is_bracketed {
                true => Provision::Heading { level, is_bare: rest.is_empty(), label },
                false => Provision::Article(label),
            });
        }
        if patterns.annex.is_match(said) && may_be_heading(said) {
            return Some(Provision::Annex);
        }
        let rank = division(said, patterns)?;
        let place = self.divisions.iter().position(|known| *known == rank).unwrap_or_default();
        let number = patterns.divisions.get(rank)?.find(said)?;
        let is_bare = slice(said, number.end()..).trim().is_empty();
        Some(Provision::Division { level: HIGHEST + u8::try_from(place).unwrap_or_default(), is_bare })
    }
}

/// The place of the division that a line is the heading of.
fn division(line: &str, patterns: &ActPatterns) -> Option<usize> {
    patterns.divisions.iter().position(|division| division.is_match(line)).filter(|_| may_be_heading(line))
}

/// Whether a line is short, and does not end as sentences do.
pub fn may_be_heading(line: &str) -> bool {
    const ENDS: [char; 12] = ['。', ';', '；', ',', '，', ':', '：', '!', '?', '！', '？', '、'];
    let is_ended = line.ends_with(ENDS) || line.ends_with('.') && line.contains(' ') && !is_label_alone(line);
    width(line) <= WIDEST && !is_ended && !line.contains('\n')
}

/// Whether a line that ends with a full stop is a label: “Article 5.”
fn is_label_alone(line: &str) -> bool {
    line.split_whitespace().count() <= 2
}
