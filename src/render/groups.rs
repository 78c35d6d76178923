//! How a list of works is parted: by year, by session or by letter, and a long one into several pages.

use std::collections::HashMap;

use super::Renderer;
use crate::address::Address;
use crate::front_matter::Grouping;
use crate::lang::Lang;
use crate::library::Work;
use crate::view::{Group, ListedDocument};

/// So many works stand on one page of a list.
pub const PART: usize = 100;

/// On how many pages a list of so many works stands.
pub fn parts(works: usize) -> usize {
    works.div_ceil(PART).max(1)
}

/// Works with the heading of the group of each, groups in one piece, in the order of the first of each.
pub struct Grouped<'a>(Vec<(String, &'a Work)>);

impl<'a> Grouped<'a> {
    /// Puts works into groups; without a grouping all are in one.
    pub fn new(
        renderer: &Renderer<'_>,
        lang: &Lang,
        mut works: Vec<&'a Work>,
        grouping: Option<Grouping>,
    ) -> Self {
        let labels = renderer.labels(lang);
        let data = renderer.library.language(lang).data();
        if grouping == Some(Grouping::Letter) {
            works.sort_by_cached_key(|work| {
                let title = &work.official.front.title;
                let initial = data.initial(title);
                (initial.is_none(), initial, data.spelling(title))
            });
        }
        let heading = |work: &Work| {
            let front = &work.official.front;
            let (words, missing) = match grouping {
                None => return labels.get("documents").to_owned(),
                Some(Grouping::Year) => {
                    let year = front.date.map(|date| date.year().to_string());
                    let words =
                        year.and_then(|year| labels.format("group-year", &[("year", year.as_str().into())]));
                    (words, "group-without-date")
                }
                Some(Grouping::Session) => {
                    (front.session.as_ref().map(|session| session.name.clone()), "group-without-session")
                }
                Some(Grouping::Letter) => (data.initial(&front.title), "group-without-letter"),
            };
            words.unwrap_or_else(|| labels.get(missing).to_owned())
        };
        let mut places = HashMap::new();
        let mut groups: Vec<Vec<(String, &Work)>> = Vec::new();
        for work in works {
            let heading = heading(work);
            let place = *places.entry(heading.clone()).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Vec::new());
            }
            if let Some(group) = groups.get_mut(place) {
                group.push((heading, work));
            }
        }
        Self(groups.into_iter().flatten().collect())
    }

    /// The groups on one page of the list, counted from 1.
    pub fn page(
        &self,
        part: usize,
        entry: impl Fn(&Address, &'a Work) -> ListedDocument,
        from: &Address,
    ) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (heading, work) in self.0.iter().skip((part - 1) * PART).take(PART) {
            if groups.last().is_none_or(|group| group.heading != *heading) {
                let id = if groups.is_empty() {
                    "documents".to_owned()
                } else {
                    format!("group-{}", groups.len() + 1)
                };
                groups.push(Group { id, heading: heading.clone(), entries: Vec::new() });
            }
            if let Some(group) = groups.last_mut() {
                group.entries.push(entry(from, work));
            }
        }
        groups
    }
}
