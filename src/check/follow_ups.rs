//! What people say of the tasks of resolutions: whether each entry fits its text.
//!
//! In: `follow-up.yaml` beside a text. Out: findings in it. These are no rules: nothing allows an entry that is wrong.

use crate::finding::Finding;
use crate::follow_up;
use crate::library::Library;

/// What is wrong with the entries of all files.
pub fn check(library: &Library, findings: &mut Vec<Finding>) {
    for ((slug, lang), file) in library.follow_ups.iter() {
        let work = library.work(slug, lang);
        let text = work.map(|work| (&*work.official, &*work.tasks));
        follow_up::findings(file, text, library.today, findings);
    }
}
