//! The records of readings: whether each is possible and clear.
//!
//! In: the records beside a text. Out: findings in their file, with notes of what no record tells. These are no rules: nothing allows a record that is wrong.

use crate::finding::Finding;
use crate::library::{Library, Work};
use crate::review::{Form, Known, untold};

/// What is wrong with the records of a work that has an easy-read version.
pub fn of_work(library: &Library, work: &Work, findings: &mut Vec<Finding>) {
    if let (Some(easy), Some(review)) = (&work.easy_read, library.review(work)) {
        let known = Known::of(library, work, easy, library.today.latest(), Form::Keys);
        known.findings(review, findings);
        untold(&known, library, work, easy, review, findings);
    }
}

/// What is wrong with records whose text is not there, or is a draft that is kept back.
pub fn without_text(library: &Library, findings: &mut Vec<Finding>) {
    for ((slug, lang), review) in library.reviews.iter() {
        if library.work(slug, lang).is_none_or(|work| work.easy_read.is_none()) {
            Known::nothing(library.today.latest()).findings(review, findings);
        }
    }
}
