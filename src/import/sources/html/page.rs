//! Which part of a page is its text.
//!
//! In: the tree of a page. Out: the main part by its landmarks, the only article, or else all that is no head, foot, navigation or
//! search of the page and does not stand beside it; where the title stands if it stands elsewhere; what a table holds.

use std::collections::HashSet;

use super::names::{Landmark, OUTSIDE, is_block, is_hidden};
use super::tree::{Element, Tree};

/// A page.
#[derive(Debug)]
pub struct Page {
    /// The elements that hold the text; none inside another.
    roots: HashSet<u32>,
    /// What holds these.
    around: HashSet<u32>,
    /// The title, where it stands elsewhere.
    pub title: Option<u32>,
    /// The head of the page, where the title stands in it and nothing that leads elsewhere.
    kept: Option<u32>,
    /// Tables that hold other tables or headings.
    pub filled: HashSet<u32>,
    /// Forms that hold the text.
    pub pages: HashSet<u32>,
    is_whole: bool,
}

/// What is known of a node by those around it.
#[derive(Clone, Copy, Default)]
struct Known {
    is_hidden: bool,
    is_apart: bool,
    is_in_section: bool,
    is_in_article: bool,
}

/// The elements that may be the text.
#[derive(Default)]
struct Found<'a> {
    mains: Vec<Element<'a>>,
    articles: Vec<Element<'a>>,
    titles: Vec<(Element<'a>, Known)>,
    forms: Vec<Element<'a>>,
    filled: HashSet<u32>,
}

impl Page {
    /// Finds the text of a page.
    pub fn of(tree: &Tree) -> Self {
        let root = tree.root();
        let found = found(tree);
        let has_words = |element: &Element<'_>| {
            element
                .all()
                .any(|node| node.text().is_some_and(|text| !text.trim().is_empty()) || node.name() == "img")
        };
        let mut roots: Vec<Element<'_>> = found.mains.into_iter().filter(has_words).collect();
        if let ([], [article]) = (roots.as_slice(), found.articles.as_slice()) {
            roots.extend(Some(*article).filter(has_words));
        }
        let is_whole = roots.is_empty();
        if is_whole {
            roots.extend(root.all().find(|node| matches!(node.name(), "body" | "frameset")));
        }
        let roots: HashSet<u32> = roots.into_iter().map(|root| root.at).collect();
        let around =
            roots.iter().filter_map(|at| tree.at(*at)).flat_map(Element::ancestors).map(|it| it.at).collect();
        let is_in = |element: Element<'_>| {
            roots.contains(&element.at) || element.ancestors().any(|around| roots.contains(&around.at))
        };
        let shown: Vec<_> = found.titles.into_iter().filter(|(_, known)| !known.is_hidden).collect();
        // A head of a page that leads nowhere is the head of a document.
        let head = shown
            .first()
            .filter(|_| is_whole)
            .and_then(|(title, _)| title.ancestors().find(|it| it.name() == "header"));
        let head = head
            .filter(|head| !head.all().any(|node| matches!(node.name(), "a" | "nav" | "form" | "search")));
        let is_text = |(title, known): &(Element<'_>, Known)| is_in(*title) && !(is_whole && known.is_apart);
        let is_elsewhere = head.is_none() && !shown.iter().any(is_text);
        let title = shown.first().filter(|_| is_elsewhere).map(|(title, _)| title.at);
        let text = |element: Element<'_>| {
            element.all().filter_map(Element::text).map(|text| text.trim().len()).sum::<usize>()
        };
        let all = if found.forms.is_empty() { 0 } else { text(root) };
        let is_page = |form: &Element<'_>| {
            form.all().any(|node| matches!(node.name(), "main" | "article" | "h1")) || text(*form) * 2 > all
        };
        let pages = found.forms.into_iter().filter(is_page).map(|form| form.at).collect();
        Self { roots, around, title, kept: head.map(|head| head.at), filled: found.filled, pages, is_whole }
    }

    /// Whether the text is in this element.
    pub fn is_root(&self, element: Element<'_>) -> bool {
        self.roots.contains(&element.at)
    }

    /// Whether this element lies around the text.
    pub fn is_around(&self, element: Element<'_>) -> bool {
        self.around.contains(&element.at)
    }

    /// Why an element in the text is left out.
    pub fn left_out(&self, element: Element<'_>, is_in_section: bool) -> Option<&'static str> {
        let landmark = Landmark::of(element, is_in_section)
            .filter(|it| !matches!(it, Landmark::Main | Landmark::Article))?;
        let is_left = landmark.is_never_text() || (self.is_whole && self.kept != Some(element.at));
        is_left.then(|| landmark.reason())
    }

    /// Why an element around the text is left out.
    pub fn outside(element: Element<'_>) -> &'static str {
        Landmark::of(element, false).map_or(OUTSIDE, Landmark::reason)
    }
}

/// Whether heads and feet in an element are its own.
pub fn is_section(element: Element<'_>) -> bool {
    matches!(element.name(), "article" | "aside" | "main" | "nav" | "section" | "blockquote" | "td")
}

fn found(tree: &Tree) -> Found<'_> {
    let mut found = Found::default();
    let mut known = vec![Known::default(); tree.len()];
    for node in tree.root().all().filter(|node| node.text().is_none()) {
        let around =
            node.parent().and_then(|parent| known.get(parent.at as usize)).copied().unwrap_or_default();
        let landmark = Landmark::of(node, around.is_in_section);
        let is_part = matches!(landmark, Some(Landmark::Main | Landmark::Article));
        let own = Known {
            is_hidden: around.is_hidden
                || is_hidden(node)
                || matches!(node.name(), "template" | "noscript" | "svg"),
            is_apart: around.is_apart || (landmark.is_some() && !is_part),
            is_in_section: around.is_in_section || is_section(node) || is_part,
            is_in_article: around.is_in_article || is_part,
        };
        if let Some(known) = known.get_mut(node.at as usize) {
            *known = own;
        }
        match landmark {
            Some(Landmark::Main) if !own.is_hidden && !around.is_in_article => found.mains.push(node),
            Some(Landmark::Article) if !own.is_hidden && !own.is_apart && !around.is_in_article => {
                found.articles.push(node)
            }
            // An article around the main part is no text of its own.
            Some(Landmark::Main) if !own.is_hidden && found.mains.is_empty() => found.mains.push(node),
            _ => {}
        }
        match node.name() {
            "h1" => found.titles.push((node, own)),
            "form" if !around.is_apart => found.forms.push(node),
            "table" | "h2" | "h3" => {}
            _ => continue,
        }
        if node.name() != "form" {
            let table = node.ancestors().take_while(|it| it.name() != "body").find(|it| it.name() == "table");
            found.filled.extend(table.map(|table| table.at));
        }
    }
    found
}

/// The block that an element begins a line of, or is.
pub fn block(element: Element<'_>) -> Option<Element<'_>> {
    if is_block(element) { Some(element) } else { element.ancestors().find(|around| is_block(*around)) }
}
