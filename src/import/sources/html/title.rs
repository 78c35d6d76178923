//! The title of a page, and the levels of its headings.
//!
//! In: the paragraphs of a page, and the title of its window. Out: the line that is the title: the first heading of level 1, a line that the
//! title of the window repeats, or that title itself where the page begins with a sentence. What is guessed is told.

use std::ops::Range;

use super::names::plain;
use super::reader::Reader;
use super::tree::Element;
use crate::import::script::width;
use crate::import::sources::styled::shown::{Piece, ShownLine};
use crate::import::sources::styled::{Item, Role};
use crate::import::unsure::Unsure;
use crate::source::slice;

/// How many lines of a page may stand above its title.
const ABOVE: usize = 24;

/// No title is wider, in columns of half a Chinese character.
const WIDEST: usize = 120;

/// Shorter words in the title of a window may be a name.
const SHORTEST: usize = 4;

const REPEATED: &str =
    "the file marks no title, and this line was taken for it: the title of the window says it too";
const OF_WINDOW: &str = "no line of the file is its title, and the title of the window was taken";
const WINDOW: &str = "title of the window";

impl<'a> Reader<'a> {
    /// The title of the window, which is the first line.
    pub fn window(&mut self, root: Element<'a>) -> Option<ShownLine> {
        let head = root.all().find(|node| node.name() == "head")?;
        let title = head.children().find(|node| node.name() == "title")?;
        let words = plain(title, |_| false);
        (!words.is_empty())
            .then(|| self.out.shown.line(None, vec![Piece::Words(words, Default::default(), None)]))
    }

    /// Finds the title, and gives headings their levels below it.
    pub fn name(&mut self, window: Option<ShownLine>) {
        let text = &self.out.shown.text;
        let said = |item: &Item| squeezed(slice(text, item.line.words.passage.whole().range()));
        let named = self.title.or_else(|| self.out.items.iter().position(|item| item.role == Role::Title));
        let window_words =
            window.as_ref().map(|line| squeezed(slice(text, line.range.clone()))).unwrap_or_default();
        let is_repeated = |item: &Item| {
            let words = said(item);
            let length = words.chars().count();
            item.cell.is_none()
                && item.left_out.is_none()
                && length >= SHORTEST
                && length * 3 >= window_words.chars().count()
                && window_words.contains(&words)
        };
        let near = self.out.items.iter().take(ABOVE).enumerate();
        let repeated = near
            .filter(|(_, item)| is_repeated(item))
            .max_by_key(|(at, item)| (said(item).len(), std::cmp::Reverse(*at)));
        let repeated = repeated.map(|(at, _)| at).filter(|_| named.is_none());
        let first = self.out.items.iter().find(|item| !item.line.range.is_empty());
        let is_sentence = first.is_some_and(|item| {
            let words = slice(text, item.line.range.clone());
            item.role == Role::Body
                && (item.cell.is_some()
                    || width(words) > WIDEST
                    || words.ends_with(['。', '.', '；', ';', '！', '!', '？', '?', '：', ':']))
        });
        // A heading above all words is the title, whatever its level.
        let above = self.out.items.iter().position(|item| !item.line.range.is_empty());
        let above = above
            .filter(|at| self.out.items.get(*at).is_some_and(|item| matches!(item.role, Role::Heading(_))));
        if let Some(at) = named.or(repeated).or(above)
            && let Some(item) = self.out.items.get_mut(at)
        {
            item.role = Role::Title;
            if repeated.is_some() {
                self.out.unsure.push(Unsure::note_only(item.line.range.clone(), REPEATED));
            }
        }
        if let Some(line) = window {
            let range: Range<usize> = line.range.clone();
            if named.or(repeated).is_none() && is_sentence && !self.is_of_word {
                self.out.unsure.push(Unsure::note_only(range, OF_WINDOW));
                self.out.items.insert(0, Item::of(line, Role::Title));
            } else {
                self.out.left_out.push((range, WINDOW.to_owned()));
            }
        }
        let level = |item: &Item| match item.role {
            Role::Heading(level) => Some(level),
            _ => None,
        };
        let is_named = self.out.items.iter().any(|item| item.role == Role::Title);
        let highest = self.out.items.iter().filter_map(level).min().filter(|_| is_named);
        if let Some(highest) = highest {
            for item in &mut self.out.items {
                if let Role::Heading(level) = &mut item.role {
                    *level = (*level + 1).saturating_sub(highest).max(1);
                }
            }
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
