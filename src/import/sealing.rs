//! Whether an imported text is sealed.
//!
//! In: the Markdown and the findings of an import. Out: sealed Markdown, or a note that says why it is not. What has a
//! symbol is a document elsewhere, as every act is, and must not drift away from it. A seal says that the words are right, so a text that
//! was not understood for certain gets none.

use std::sync::Arc;

use super::recognise::{SUSPECTED_TYPO, place};
use crate::count::counted;
use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::languages::Languages;
use crate::seal;
use crate::source::Source;

/// Seals a text, or adds the reason against it to the findings.
pub fn seal(
    markdown: String,
    (source, unit): (&Arc<Source>, &str),
    (lang, languages): (&Lang, &Languages),
    findings: &mut Vec<Finding>,
) -> String {
    match not_sealed(source, unit, findings) {
        Some(why) => {
            findings.push(why);
            markdown
        }
        None => seal::seal(markdown, lang, languages),
    }
}

/// Says why a text is not sealed: the findings that a person must compare with the source first.
fn not_sealed(source: &Arc<Source>, unit: &str, findings: &[Finding]) -> Option<Finding> {
    // A slip of the source itself is sealed as it stands.
    let doubts = findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note && finding.rule != SUSPECTED_TYPO);
    let (count, first) = (doubts.clone().count(), doubts.min_by_key(|finding| place(finding))?);
    let message = format!(
        "The text was not sealed: {} of the import must be compared with the source first, the first in {unit} {}",
        counted(count, "place"),
        first.place.position().line
    );
    let place = Place::File(source.path().into());
    Some(
        Finding::new("import/not-sealed", Severity::Note, place, message)
            .help("When the text is right, seal it with “curbcut seal”."),
    )
}
