//! How a list of works is parted: under a heading for each year, session or letter, or for the events to come and those that are over, and a long one into several pages.

use std::ops::Range;

use super::Renderer;
use crate::events::Rank;
use crate::front_matter::Grouping;
use crate::lang::Lang;
use crate::library::{ON_A_PAGE, Work};
use crate::view::{Group, ListedDocument};

/// The works on one of these pages, counted from 1.
pub fn part(part: usize, works: usize) -> Range<usize> {
    let start = part.saturating_sub(1) * ON_A_PAGE;
    start.min(works)..(start + ON_A_PAGE).min(works)
}

/// The groups of works that stand in the order of their list, in which each group is in one piece.
pub fn groups<'a>(
    renderer: &Renderer<'_>,
    lang: &Lang,
    works: &[&'a Work],
    grouping: Option<Grouping>,
    entry: impl Fn(&'a Work) -> ListedDocument,
) -> Vec<Group> {
    let labels = renderer.labels(lang);
    let data = renderer.library.language(lang).data();
    let heading = |work: &Work| {
        let front = &work.official.front;
        let Some(grouping) = grouping else {
            let heading = match work.rank(renderer.library.today) {
                Rank::Coming(_) => "events-coming",
                Rank::Text => "documents",
                Rank::Over(_) => "events-over",
            };
            return labels.get(heading).to_owned();
        };
        let (words, missing) = match grouping {
            Grouping::Year => {
                let year = work.group(grouping);
                let words =
                    year.and_then(|year| labels.format("group-year", &[("year", year.as_str().into())]));
                (words, "group-without-date")
            }
            Grouping::Session => (work.group(grouping), "group-without-session"),
            Grouping::Letter => (data.initial(&front.title), "group-without-letter"),
        };
        words.unwrap_or_else(|| labels.get(missing).to_owned())
    };
    let mut groups: Vec<Group> = Vec::new();
    for work in works {
        let heading = heading(work);
        if groups.last().is_none_or(|group| group.heading != heading) {
            let id = match groups.len() {
                0 => "documents".to_owned(),
                before => format!("group-{}", before + 1),
            };
            groups.push(Group { id, heading, entries: Vec::new() });
        }
        groups.last_mut().into_iter().for_each(|group| group.entries.push(entry(work)));
    }
    groups
}
