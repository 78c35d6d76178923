//! What no record tells of a version as it is today, as older records lack it.
//!
//! In: the records and today's texts. Out: notes in the file. A change of what no record tells would not be noticed.

use super::judge::Known;
use super::{event_digest, has_links, paragraph_digest, paragraph_pictures};
use crate::document::Document;
use crate::finding::Finding;
use crate::library::{Library, Work};
use crate::records::{Record, Review};
use crate::source::Span;
use crate::yaml::places;

/// The name of what is found.
const UNTOLD: &str = "review/untold";

/// Notes what the records of a version do not tell.
pub fn untold(
    known: &Known,
    library: &Library,
    work: &Work,
    easy: &Document,
    review: &Review,
    findings: &mut Vec<Finding>,
) {
    let good = known.good(review);
    let mut note = |record: &Record, message: String| {
        let source = review.source();
        let places = places::entries(source);
        let at = review.records().iter().position(|other| std::ptr::eq(other, record));
        let place = at.and_then(|at| places.get(at)).filter(|_| places.len() == review.records().len());
        let span = place.map_or(Span::point(0), |place| places::value(source, *place, "date"));
        findings.push(
            Finding::note(UNTOLD, source, span, message)
                .help("Look at it once more; what “curbcut review” records then tells it."),
        );
    };
    let current: Vec<&Record> = good.iter().copied().filter(|record| known.is_of_today(record)).collect();
    if let Some(last) = current.last()
        && has_links(easy)
        && current.iter().all(|record| record.links.is_none())
    {
        note(last, "no record tells where the links of this version led when it was read".to_owned());
    }
    if let Some(last) = current.last()
        && event_digest(work).is_some()
        && current.iter().all(|record| record.event.is_none())
    {
        note(last, "no record tells what was said of the event when this version was read".to_owned());
    }
    let mut named: Vec<&str> =
        good.iter().flat_map(|record| record.paragraphs.keys()).map(String::as_str).collect();
    named.sort_unstable();
    named.dedup();
    for id in named {
        if paragraph_pictures(library, &work.official, id).is_none() {
            continue;
        }
        let Some(now) = paragraph_digest(&work.official, id) else { continue };
        let is_as_now = |record: &&Record| record.paragraphs.get(id).is_some_and(|seen| now.hold(seen));
        let compared: Vec<&Record> = good.iter().copied().filter(is_as_now).collect();
        if let Some(last) = compared.last()
            && compared.iter().all(|record| !record.official_pictures.contains_key(id))
        {
            note(
                last,
                format!(
                    "no record tells which pictures “{id}” of the official text had when it was compared"
                ),
            );
        }
    }
}
