//! The `eId` of each part by the naming convention, our own id as its `wId`, and where links in the text lead.
//!
//! In: the elements of a file with the ids that they have on the page. Out: the same with `art_5__para_2__point_a`; a link to a part leads to its
//! `eId`; one to a place that the file does not have becomes words. No `eId` stands twice.

use std::collections::{HashMap, HashSet};

use super::tree::{Element, Node};

/// What begins the `eId` of an element; others have their name, and most have one only where the page has an id.
const SHORT: [(&str, &str); 5] =
    [("article", "art"), ("paragraph", "para"), ("recital", "rec"), ("recitals", "recs"), ("section", "sec")];

/// Elements that have an `eId` whatever the page has.
const ALWAYS: [&str; 10] = [
    "article",
    "paragraph",
    "point",
    "level",
    "recital",
    "recitals",
    "formula",
    "hcontainer",
    "container",
    "authorialNote",
];

/// Elements whose `eId` others continue.
const PREFIXES: [&str; 6] = ["article", "paragraph", "point", "level", "hcontainer", "recitals"];

/// What the `eId` of an annex begins with.
const ANNEX: &str = "hcontainer";

/// Names the parts of a file.
#[derive(Default)]
pub struct Names {
    used: HashSet<String>,
    counts: HashMap<String, usize>,
    /// The `eId` for each id of the page.
    known: HashMap<String, String>,
}

impl Names {
    /// Names the elements below one.
    pub fn name(&mut self, nodes: &mut [Node], prefix: &str) {
        for node in nodes {
            if let Node::Element(element) = node {
                self.element(element, prefix);
            }
        }
    }

    fn element(&mut self, element: &mut Element, prefix: &str) {
        let number = if matches!(element.name, "eop") { None } else { element.take("number") };
        let id = element.id.take().filter(|id| !id.is_empty());
        let mut below = prefix.to_owned();
        if id.is_some() || ALWAYS.contains(&element.name) {
            let short = SHORT.iter().find(|(name, _)| *name == element.name).map_or(element.name, |it| it.1);
            // Articles are counted through all chapters, and anew in an annex.
            let annex = prefix.split_inclusive("__").find(|part| part.starts_with(ANNEX)).unwrap_or_default();
            let prefix = if element.name == "article" { annex.trim_end_matches('_') } else { prefix };
            let around = if prefix.is_empty() { String::new() } else { format!("{prefix}__") };
            let stem = format!("{around}{short}");
            let number = number.map(|number| number.replace(char::is_whitespace, "-"));
            let mut name = match number.filter(|number| !number.is_empty()) {
                Some(number) => format!("{stem}_{number}"),
                None => self.counted(&stem),
            };
            while !self.used.insert(name.clone()) {
                name = self.counted(&name);
            }
            if PREFIXES.contains(&element.name) {
                below.clone_from(&name);
            }
            let mut attributes = vec![("eId", name.clone())];
            if let Some(id) = id {
                let own = id.replace(char::is_whitespace, "-");
                attributes.push(("wId", own));
                self.known.entry(id).or_insert(name);
            }
            attributes.append(&mut element.attributes);
            element.attributes = attributes;
        }
        self.name(&mut element.children, &below);
    }

    fn counted(&mut self, stem: &str) -> String {
        let count = self.counts.entry(stem.to_owned()).or_insert(0);
        *count += 1;
        format!("{stem}_{count}")
    }

    /// Leads links to the parts.
    pub fn lead(&self, nodes: &mut [Node]) {
        for node in nodes {
            let Node::Element(element) = node else { continue };
            if let Some(id) = element.get("href").and_then(|href| href.strip_prefix('#')) {
                let name = self.known.get(id).map(|name| format!("#{name}"));
                element.take("href");
                match name {
                    Some(name) => element.attributes.push(("href", name)),
                    None => element.name = "span",
                }
                if element.name == "span" {
                    element.take("marker");
                }
            }
            self.lead(&mut element.children);
        }
    }
}
