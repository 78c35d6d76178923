//! The languages that a file says its words are in.
//!
//! In: the languages of a run, which are three: of most words, of East Asian ones, of those from right to left; and its words.
//! Out: the language of each stretch of words, if its script may be that language; and the language of most words of the file.
//! Word marks what is typed by the keyboard that is set, so a language that is not of the script is no language of these words.

use std::collections::HashMap;

use crate::import::script::is_wide;
use crate::lang::{Lang, TextDirection};

/// Which of the three languages words are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Most.
    Most,
    /// East Asian.
    EastAsian,
    /// From right to left.
    FromRight,
}

impl Class {
    /// The class of a letter; none of what stands in words of all classes.
    pub fn of(c: char) -> Option<Self> {
        match u32::from(c) {
            0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC if c.is_alphabetic() => Some(Self::FromRight),
            0x1100..=0x11FF | 0xAC00..=0xD7AF => Some(Self::EastAsian),
            _ if is_wide(c) && c.is_alphabetic() => Some(Self::EastAsian),
            _ if c.is_alphabetic() => Some(Self::Most),
            _ => None,
        }
    }
}

/// Words cut where their class changes, each with its class.
pub fn stretches(text: &str) -> Vec<(Option<Class>, &str)> {
    let mut stretches = Vec::new();
    let (mut start, mut class) = (0, None);
    for (at, c) in text.char_indices() {
        let next = Class::of(c);
        if next.is_some() && class.is_some() && next != class {
            stretches.push((class, crate::source::slice(text, start..at)));
            start = at;
        }
        class = next.or(class);
    }
    stretches.push((class, crate::source::slice(text, start..)));
    stretches
}

/// The languages of a file.
#[derive(Debug, Default)]
pub struct Tongues {
    known: HashMap<String, Option<(Lang, bool)>>,
    letters: HashMap<(Class, Option<Lang>), usize>,
}

impl Tongues {
    /// The language of a tag, if words of this class can be in it.
    pub fn language(&mut self, tag: Option<&str>, class: Class) -> Option<Lang> {
        let tag = tag?;
        if !self.known.contains_key(tag) {
            let lang = tag.parse::<Lang>().ok();
            let is_east_asian = |lang: &Lang| lang.is_cjk() || lang.script() == "Kore";
            let known = lang.map(|lang| (lang.clone(), is_east_asian(&lang)));
            self.known.insert(tag.to_owned(), known);
        }
        let (lang, is_east_asian) = self.known.get(tag)?.as_ref()?;
        let is_from_right = || lang.direction() == TextDirection::Rtl;
        let fits = match class {
            Class::EastAsian => *is_east_asian,
            Class::FromRight => is_from_right(),
            Class::Most => !is_east_asian && !is_from_right(),
        };
        fits.then(|| lang.clone())
    }

    /// Counts words for the language of the file.
    pub fn count(&mut self, class: Class, lang: Option<&Lang>, text: &str) {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        *self.letters.entry((class, lang.cloned())).or_default() += letters;
    }

    /// The language that most words are marked with; none where most are marked with none. Symbols and names in other texts
    /// are Latin too, so their letters count less.
    pub fn main(&self) -> Option<Lang> {
        let of = |class: Class| {
            self.letters
                .iter()
                .filter(move |((of, _), _)| *of == class)
                .map(|(_, letters)| *letters)
                .sum::<usize>()
        };
        let all = of(Class::Most) + of(Class::EastAsian) + of(Class::FromRight);
        let others = [Class::EastAsian, Class::FromRight].into_iter().max_by_key(|class| of(*class))?;
        let class = if of(others) * 8 >= all.max(1) { others } else { Class::Most };
        let marked = self.letters.iter().filter(|((of, _), _)| *of == class);
        let most = marked.max_by_key(|((_, lang), letters)| (**letters, lang.as_ref().map(Lang::as_str)));
        most.and_then(|((_, lang), _)| lang.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_their_script_changes() {
        let cut = |text| stretches(text).into_iter().map(|(_, words)| words).collect::<Vec<_>>();
        assert_eq!(cut("《公约》Convention, 1 页 حقوق"), ["《公约》", "Convention, 1 ", "页 ", "حقوق"]);
        assert_eq!(cut("1 "), ["1 "]);
    }

    #[test]
    fn a_language_of_another_script_is_none() {
        let mut tongues = Tongues::default();
        assert_eq!(tongues.language(Some("en-US"), Class::EastAsian), None);
        assert_eq!(tongues.language(Some("zh-CN"), Class::Most), None);
        assert_eq!(tongues.language(Some("x"), Class::Most), None);
        assert_eq!(tongues.language(Some("ar-SA"), Class::FromRight).unwrap().as_str(), "ar-SA");
        let french = tongues.language(Some("fr-FR"), Class::Most);
        tongues.count(Class::Most, french.as_ref(), "droits");
        tongues.count(Class::EastAsian, None, "权");
        assert_eq!(tongues.main(), None, "one letter in eight is Chinese, and nobody says so");
        tongues.count(Class::Most, french.as_ref(), "et des libertés");
        assert_eq!(tongues.main(), french);
    }
}
