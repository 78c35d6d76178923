//! The accessible name of an element: ACCNAME 1.2, HTML-AAM, SVG-AAM and DPUB-AAM, for a page that is read once.
//!
//! In: elements as they open and close, and the text between. Out: the name of each element that is asked for, and what it
//! is in the name of one that refers to it. A name needs only what stands between the tags of its element, so all of the page
//! is one stream of words and a name is a piece of it: what is hidden is cut out again when it closes, and what replaces
//! content is put in its place. An `aria-labelledby` may name what follows, so a name may stay open until the page ends.
//!
//! What is kept of words is up to [`Words`]: whether there are any ([`Count`]), which is all that rules ask, or the words.

use super::text;

/// What is kept of the words of a page.
pub(super) trait Words<'p>: Default {
    /// A place in the stream.
    type Mark: Copy + std::fmt::Debug;
    /// A piece of the stream, or words that stand elsewhere.
    type Name: Clone + Default;

    /// Where the stream ends now.
    fn mark(&self) -> Self::Mark;
    /// Adds words as the page has them, with character references.
    fn say(&mut self, words: &'p str);
    /// What was said since.
    fn since(&self, mark: Self::Mark) -> Self::Name;
    /// Puts a name in the place of what was said since.
    fn replace(&mut self, mark: Self::Mark, name: &Self::Name);
    /// The name that these words are, which are more than white space.
    fn given(words: &'p str) -> Self::Name;
    /// The name that the elements of these ids give, as far as it is known.
    fn refer(&mut self, ids: &'p str) -> Self::Name;
    /// The first that is no empty name; both, where that is not known yet.
    fn first(names: Self::Name, other: Self::Name) -> Self::Name;
}

/// What names an element besides its content: the values of its attributes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sources<'p> {
    pub labelledby: Option<&'p str>,
    pub label: Option<&'p str>,
    /// What the language of the page gives: `alt`, the `value` of a button.
    pub native: Option<&'p str>,
    /// What names it if nothing else does.
    pub title: Option<&'p str>,
    pub placeholder: Option<&'p str>,
    /// What is heard of a form field within the name of another element.
    pub value: Option<&'p str>,
}

/// How an element is part of the names of those around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Contribution {
    /// It is, with its content.
    Whole,
    /// It is, without its content: what stands for a video that cannot be played.
    WithoutContent,
    /// It is not: it is hidden, or the field that the label around it names.
    None,
}

/// An open element that is asked for its name at its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opened<M> {
    mark: M,
    /// Whether an attribute may name it.
    has_sources: bool,
    contribution: Contribution,
    /// Whether its content names it.
    from_content: bool,
}

/// What is known of an element that has closed.
pub(super) struct Closed<N> {
    /// Its name, without that of a `label`, which may stand elsewhere.
    pub name: N,
    /// What it is in the name of another that refers to it.
    pub referred: N,
}

/// The stream of words of a page.
#[derive(Debug, Default)]
pub(super) struct Names<'p, W> {
    pub words: W,
    /// Those of open elements that have any, which are few.
    sources: Vec<Sources<'p>>,
}

impl<'p, W: Words<'p>> Names<'p, W> {
    /// Opens an element that is asked for its name.
    pub fn open(
        &mut self,
        sources: Option<Sources<'p>>,
        contribution: Contribution,
        from_content: bool,
    ) -> Opened<W::Mark> {
        let has_sources = sources.is_some();
        self.sources.extend(sources);
        Opened { mark: self.words.mark(), has_sources, contribution, from_content }
    }

    /// Adds text that is more than white space.
    pub fn text(&mut self, text: &'p str) {
        self.words.say(text);
    }

    /// What was said in an element so far.
    pub fn content(&self, opened: &Opened<W::Mark>) -> W::Name {
        self.words.since(opened.mark)
    }

    /// Closes an element; `child` is the name that an element in it gives, such as the title of a drawing.
    pub fn close(&mut self, opened: &Opened<W::Mark>, child: Option<W::Name>) -> Closed<W::Name> {
        let Opened { mark, has_sources, contribution, from_content } = *opened;
        let sources = if has_sources { self.sources.pop().unwrap_or_default() } else { Sources::default() };
        let given = |words: Option<&'p str>| {
            words.filter(|words| !text::is_blank(words)).map_or_else(W::Name::default, W::given)
        };
        let content = self.words.since(mark);
        let heard =
            if contribution == Contribution::WithoutContent { W::Name::default() } else { content.clone() };
        let reference = sources.labelledby.map_or_else(W::Name::default, |ids| self.words.refer(ids));
        let label = W::first(given(sources.label), given(sources.native));
        let title = given(sources.title);

        // What is referred to is not led on by its own reference.
        let of_field = W::first(label.clone(), given(sources.value));
        let referred = W::first(W::first(of_field, heard), title.clone());
        match contribution {
            Contribution::None => self.words.replace(mark, &W::Name::default()),
            // Content alone stays as it is.
            Contribution::Whole if !has_sources => {}
            Contribution::Whole | Contribution::WithoutContent => {
                self.words.replace(mark, &W::first(reference.clone(), referred.clone()));
            }
        }
        let own =
            W::first(child.unwrap_or_default(), if from_content { content } else { W::Name::default() });
        let last = W::first(title, given(sources.placeholder));
        Closed { name: W::first(W::first(reference, label), W::first(own, last)), referred }
    }
}

/// Keeps whether there are words, and the references that are not resolved yet.
#[derive(Debug, Default)]
pub(super) struct Count<'p> {
    said: Said,
    /// Each with the reference before it in the stream, so that what is cut out of the stream is not led to.
    references: Vec<(&'p str, u32)>,
}

/// So many words and the last reference, which counts from 1; 0 for none.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Said {
    words: u32,
    last: u32,
}

/// Whether a name has words: for sure, or if one of these references leads to any.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct MayBe {
    pub sure: bool,
    /// The references after the first of these up to the second, as they follow each other in the stream.
    range: (u32, u32),
}

impl<'p> Words<'p> for Count<'p> {
    type Mark = Said;
    type Name = MayBe;

    fn mark(&self) -> Said {
        self.said
    }

    fn say(&mut self, _: &'p str) {
        self.said.words += 1;
    }

    fn since(&self, mark: Said) -> MayBe {
        MayBe { sure: self.said.words > mark.words, range: (mark.last, self.said.last) }
    }

    fn replace(&mut self, mark: Said, name: &MayBe) {
        let last = if name.may_have_words() { name.range.1 } else { mark.last };
        self.said = Said { words: mark.words + u32::from(name.sure), last };
    }

    fn given(_: &'p str) -> MayBe {
        MayBe { sure: true, range: (0, 0) }
    }

    fn refer(&mut self, ids: &'p str) -> MayBe {
        let before = self.said.last;
        self.references.push((ids, before));
        self.said.last = self.references.len() as u32;
        MayBe { sure: false, range: (before, self.said.last) }
    }

    fn first(name: MayBe, other: MayBe) -> MayBe {
        let range = match (name.may_have_words(), other.may_have_words()) {
            (_, false) => name.range,
            (false, true) => other.range,
            (true, true) => (name.range.0.min(other.range.0), name.range.1.max(other.range.1)),
        };
        MayBe { sure: name.sure || other.sure, range }
    }
}

impl MayBe {
    /// Whether references may give it words that it has not for sure.
    pub fn may_have_words(self) -> bool {
        self.range.0 != self.range.1
    }
}

impl Count<'_> {
    /// Resolves all references: `named` tells whether the element of an id gives words to who refers to it.
    pub fn resolve(&self, named: impl Fn(&str) -> bool) -> Resolved {
        let mut counts = Vec::with_capacity(self.references.len() + 1);
        counts.push(0);
        for &(ids, before) in &self.references {
            let leads = text::decode(ids).split_ascii_whitespace().any(&named);
            counts.push(counts[before as usize] + u32::from(leads));
        }
        Resolved(counts)
    }
}

/// How many references up to each lead to words, counted along the stream.
pub(super) struct Resolved(Vec<u32>);

impl Resolved {
    /// Whether a name has words.
    pub fn is_named(&self, name: MayBe) -> bool {
        let count = |reference: u32| self.0.get(reference as usize).copied().unwrap_or_default();
        name.sure || count(name.range.1) > count(name.range.0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    /// Keeps the words themselves; what ids lead to is known.
    #[derive(Default)]
    struct Spoken {
        said: String,
        known: HashMap<&'static str, &'static str>,
    }

    impl<'p> Words<'p> for Spoken {
        type Mark = usize;
        type Name = String;

        fn mark(&self) -> usize {
            self.said.len()
        }

        fn say(&mut self, words: &'p str) {
            self.said.push_str(words);
        }

        fn since(&self, mark: usize) -> String {
            self.said[mark..].to_owned()
        }

        fn replace(&mut self, mark: usize, name: &String) {
            self.said.truncate(mark);
            self.said.push_str(name);
        }

        fn given(words: &'p str) -> String {
            words.to_owned()
        }

        fn refer(&mut self, ids: &'p str) -> String {
            ids.split(' ').filter_map(|id| self.known.get(id).copied()).collect()
        }

        fn first(name: String, other: String) -> String {
            if text::is_blank(&name) { other } else { name }
        }
    }

    const NOTHING: Sources<'static> =
        Sources { labelledby: None, label: None, native: None, title: None, placeholder: None, value: None };

    /// What is heard of `前`, an element that holds `中`, and `后`; and the name of that element.
    fn heard(sources: Sources<'static>, contribution: Contribution, from_content: bool) -> (String, String) {
        let known = HashMap::from([("甲", "名"), ("空", "")]);
        let words = Spoken { said: String::new(), known };
        let mut names = Names { words, sources: Vec::new() };
        names.text("前");
        let opened = names.open(Some(sources), contribution, from_content);
        names.text("中");
        let closed = names.close(&opened, None);
        names.text("后");
        (names.words.said, closed.name)
    }

    #[test]
    fn what_names_an_element_takes_the_place_of_its_content() {
        let label = Sources { label: Some("标"), title: Some("题"), ..NOTHING };
        let by = |ids| Sources { labelledby: Some(ids), ..label };
        let title = Sources { title: Some("题"), ..NOTHING };
        for (sources, contribution, from_content, said, name) in [
            (NOTHING, Contribution::Whole, true, "前中后", "中"),
            (NOTHING, Contribution::Whole, false, "前中后", ""),
            (NOTHING, Contribution::None, true, "前后", "中"),
            (NOTHING, Contribution::WithoutContent, false, "前后", ""),
            (label, Contribution::Whole, true, "前标后", "标"),
            (label, Contribution::None, false, "前后", "标"),
            (by("甲"), Contribution::Whole, true, "前名后", "名"),
            (by("空 无"), Contribution::Whole, true, "前标后", "标"),
            (title, Contribution::Whole, true, "前中后", "中"),
            (title, Contribution::Whole, false, "前中后", "题"),
            (title, Contribution::WithoutContent, false, "前题后", "题"),
            (Sources { value: Some("值"), ..NOTHING }, Contribution::WithoutContent, false, "前值后", ""),
            (
                Sources { label: Some(" "), native: Some("图"), ..NOTHING },
                Contribution::Whole,
                false,
                "前图后",
                "图",
            ),
        ] {
            assert_eq!(
                heard(sources, contribution, from_content),
                (said.to_owned(), name.to_owned()),
                "{sources:?} {contribution:?}"
            );
        }
    }

    #[test]
    fn a_count_says_whether_there_are_words_and_a_reference_may_come_later() {
        let mut names: Names<'_, Count<'_>> = Names::default();
        let link = names.open(None, Contribution::Whole, true);
        let image =
            names.open(Some(Sources { labelledby: Some("后"), ..NOTHING }), Contribution::Whole, false);
        let image = names.close(&image, None).name;
        let hidden =
            names.open(Some(Sources { labelledby: Some("甲"), ..NOTHING }), Contribution::None, false);
        names.close(&hidden, None);
        let link = names.close(&link, None).name;
        let empty = names.open(None, Contribution::Whole, true);
        let empty = names.close(&empty, None).name;
        assert!(!link.sure && link.may_have_words() && !empty.may_have_words());
        for (id, named) in [("后", true), ("甲", false)] {
            let resolved = names.words.resolve(|sought| sought == id);
            assert_eq!((resolved.is_named(image), resolved.is_named(link)), (named, named), "{id}");
        }
    }
}
