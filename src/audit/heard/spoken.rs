//! Names in their words.
//!
//! In: the stream of words of a page, as [`accessible_name`](crate::audit::accessible_name) writes it. Out: names that are read
//! when the page has ended, because a name may refer to what stands further down. The stream is a list that grows from the end:
//! each piece knows the one before it, so what is cut out of the stream stays where an older name still needs it.
//!
//! Refused: to say more of one name than [`LONGEST`], and to follow a reference from what was referred to.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use pulldown_cmark::{Event, Parser};

use crate::audit::accessible_name::Words;
use crate::audit::text;
use crate::source::slice;

/// No name is said beyond so many bytes: what is referred to may be the whole page, and by every link.
const LONGEST: usize = 10_000;

/// Keeps the words themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Spoken<'p> {
    pieces: Vec<Piece<'p>>,
    /// The last piece, counted from 1; 0 where there is none.
    last: u32,
}

#[derive(Debug, Clone)]
struct Piece<'p> {
    /// The piece before it, counted in the same way.
    before: u32,
    said: Said<'p>,
}

#[derive(Debug, Clone)]
enum Said<'p> {
    Words(&'p str),
    Name(Name<'p>),
}

/// What a name is made of.
#[derive(Debug, Clone, Default)]
pub(super) enum Name<'p> {
    #[default]
    Nothing,
    /// The pieces after the first of these up to the second.
    Pieces(u32, u32),
    Given(&'p str),
    /// The names of the elements with these ids.
    Referred(&'p str),
    /// The first, unless it turns out to be empty.
    First(Rc<(Name<'p>, Name<'p>)>),
    /// One after the other.
    Both(Rc<(Name<'p>, Name<'p>)>),
}

impl<'p> Name<'p> {
    /// This name and then another.
    pub fn and(self, other: Self) -> Self {
        match (&self, &other) {
            (Name::Nothing, _) => other,
            (_, Name::Nothing) => self,
            _ => Name::Both(Rc::new((self, other))),
        }
    }
}

impl<'p> Words<'p> for Spoken<'p> {
    type Mark = u32;
    type Name = Name<'p>;

    fn mark(&self) -> u32 {
        self.last
    }

    fn say(&mut self, words: &'p str) {
        self.push(self.last, Said::Words(words));
    }

    fn since(&self, mark: u32) -> Name<'p> {
        if mark == self.last { Name::Nothing } else { Name::Pieces(mark, self.last) }
    }

    fn replace(&mut self, mark: u32, name: &Name<'p>) {
        match name {
            Name::Nothing => self.last = mark,
            name => self.push(mark, Said::Name(name.clone())),
        }
    }

    fn given(words: &'p str) -> Name<'p> {
        Name::Given(words)
    }

    fn refer(&mut self, ids: &'p str) -> Name<'p> {
        Name::Referred(ids)
    }

    fn first(name: Name<'p>, other: Name<'p>) -> Name<'p> {
        match (&name, &other) {
            (Name::Nothing, _) => other,
            (Name::Given(_), _) | (_, Name::Nothing) => name,
            _ => Name::First(Rc::new((name, other))),
        }
    }
}

impl<'p> Spoken<'p> {
    fn push(&mut self, before: u32, said: Said<'p>) {
        self.pieces.push(Piece { before, said });
        self.last = self.pieces.len() as u32;
    }
}

/// The names of a page that has ended, to be said.
pub(super) struct Sayable<'p> {
    spoken: Spoken<'p>,
    /// What each element with an id is in the name of another that refers to it.
    by_id: HashMap<String, Name<'p>>,
    /// Of these ids it was said before.
    said: RefCell<HashMap<String, Rc<str>>>,
}

/// What is still to do for a name.
enum Step<'a, 'p> {
    Say(&'a Name<'p>),
    /// Says it unless something was said from this place on.
    Unless(usize, &'a Name<'p>),
    Words(&'p str),
}

impl<'p> Sayable<'p> {
    pub fn new(spoken: Spoken<'p>, by_id: HashMap<String, Name<'p>>) -> Self {
        Self { spoken, by_id, said: RefCell::default() }
    }

    /// The words of a name, with single spaces.
    pub fn words(&self, name: &Name<'p>) -> String {
        let words = self.say(name, true);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn say(&self, name: &Name<'p>, follows: bool) -> String {
        let mut words = String::new();
        let mut steps = vec![Step::Say(name)];
        while let Some(step) = steps.pop().filter(|_| words.len() <= LONGEST) {
            match step {
                Step::Words(said) => words.push_str(&characters(said)),
                Step::Unless(start, other) => {
                    if text::is_blank(slice(&words, start..)) {
                        words.truncate(start);
                        steps.push(Step::Say(other));
                    }
                }
                Step::Say(Name::Nothing) => {}
                Step::Say(Name::Given(said)) => steps.push(Step::Words(said)),
                Step::Say(Name::Referred(ids)) => {
                    for id in text::decode(ids).split_ascii_whitespace().filter(|_| follows) {
                        words.push(' ');
                        words.push_str(&self.of_id(id));
                    }
                }
                Step::Say(Name::First(both)) => {
                    steps.push(Step::Unless(words.len(), &both.1));
                    steps.push(Step::Say(&both.0));
                }
                Step::Say(Name::Both(both)) => {
                    steps.push(Step::Say(&both.1));
                    steps.push(Step::Words(" "));
                    steps.push(Step::Say(&both.0));
                }
                Step::Say(&Name::Pieces(from, to)) => {
                    // The last is taken up last.
                    let mut at = to;
                    while at != from {
                        let Some(piece) = self.spoken.pieces.get((at as usize).wrapping_sub(1)) else {
                            break;
                        };
                        steps.push(match &piece.said {
                            Said::Words(said) => Step::Words(said),
                            Said::Name(name) => Step::Say(name),
                        });
                        at = piece.before;
                    }
                }
            }
        }
        if words.len() > LONGEST {
            words.truncate(words.floor_char_boundary(LONGEST));
            words.push('…');
        }
        words
    }

    /// What the element of an id is called by those that refer to it.
    fn of_id(&self, id: &str) -> Rc<str> {
        if let Some(said) = self.said.borrow().get(id) {
            return said.clone();
        }
        let said: Rc<str> = self.by_id.get(id).map(|name| self.say(name, false)).unwrap_or_default().into();
        self.said.borrow_mut().insert(id.to_owned(), said.clone());
        said
    }
}

/// The characters of a piece of a page, with its character references replaced; what is none stays as it is written.
pub(super) fn characters(raw: &str) -> Cow<'_, str> {
    let Some(at) = raw.find('&') else { return Cow::Borrowed(raw) };
    let mut characters = slice(raw, ..at).to_owned();
    let mut rest = slice(raw, at..);
    while !rest.is_empty() {
        let is_of_name = |c: char| c == '#' || c.is_ascii_alphanumeric();
        let name = slice(rest, 1..).find(|c| !is_of_name(c)).map_or(rest.len(), |end| end + 1);
        let reference = slice(rest, ..name + usize::from(slice(rest, name..).starts_with(';')));
        // The names of characters are many, and Markdown has the same as HTML.
        let character = Parser::new(reference).find_map(|event| match event {
            Event::Text(text) if reference.ends_with(';') => Some(text),
            _ => None,
        });
        characters.push_str(character.as_deref().unwrap_or(reference));
        let after = slice(rest, reference.len()..);
        let next = after.find('&').unwrap_or(after.len());
        characters.push_str(slice(after, ..next));
        rest = slice(after, next..);
    }
    Cow::Owned(characters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_those_of_html() {
        for (raw, said) in [
            ("甲&amp;乙", "甲&乙"),
            ("&eacute;t&eacute; &mdash; &#x4e00;", "été — 一"),
            ("a & b &; &nothing; &amp", "a & b &; &nothing; &amp"),
            ("&lt;p&gt;&amp;lt;", "<p>&lt;"),
        ] {
            assert_eq!(characters(raw), said, "{raw}");
        }
    }

    #[test]
    fn a_name_may_refer_to_what_comes_later_and_no_further() {
        let mut spoken = Spoken::default();
        let first = Name::First(Rc::new((spoken.refer("乙"), Spoken::given("甲"))));
        let mark = spoken.mark();
        spoken.say("丙");
        let inner = spoken.mark();
        spoken.say("丁");
        spoken.replace(inner, &first);
        let all = spoken.since(mark);
        spoken.replace(mark, &Name::Nothing);
        assert!(matches!(spoken.since(mark), Name::Nothing));
        for (of_id, said) in
            [(Name::Given("戊"), "丙 戊"), (Name::Given(" "), "丙甲"), (Name::Referred("乙"), "丙甲")]
        {
            let names = Sayable::new(spoken.clone(), HashMap::from([("乙".to_owned(), of_id)]));
            assert_eq!(names.words(&all), said);
        }
    }

    #[test]
    fn a_name_that_is_too_long_is_cut() {
        let long = "字".repeat(LONGEST);
        let names = Sayable::new(Spoken::default(), HashMap::new());
        let words = names.words(&Name::Given(&long));
        assert!(words.ends_with("字…") && words.len() < LONGEST + 3);
    }
}
