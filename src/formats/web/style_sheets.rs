//! The style sheets that an author publishes beside the pages, as far as pages ask for them: judged as those of a theme are.
//!
//! In: the pages and the library. Out: what is wrong in each such style sheet, and in those that it loads.

use std::collections::HashSet;

use super::attachments;
use crate::audit::PageAudit;
use crate::audit::style_sheets::{self, Sheet, is_style_sheet};
use crate::content::CONTENT;
use crate::finding::{Finding, Place, Severity};
use crate::library::Library;
use crate::limits;
use crate::load;

/// What is wrong in them; `files` are all that pages may lead to.
pub fn check(pages: &[PageAudit], library: &Library, files: &HashSet<String>) -> Vec<Finding> {
    let mut known = style_sheets::style_sheets(pages);
    let mut waiting: Vec<String> = known.iter().cloned().collect();
    let mut findings = Vec::new();
    while let Some(path) = waiting.pop() {
        // Those of the theme were judged when it was read.
        let Some(asset) = library.published().find(|asset| *asset.path == *path) else { continue };
        let shown = format!("{CONTENT}/{path}");
        if let Some(finding) = attachments::too_large(asset, limits::TEXT) {
            findings.push(finding);
            continue;
        }
        let read = asset.read().map_err(|error| {
            let place = Place::File(shown.as_str().into());
            Finding::new("content/unreadable", Severity::Error, place, format!("{error:#}"))
                .help("Check that the file is there and may be read.")
        });
        let judged = read.and_then(|bytes| {
            let sheet = Sheet { path: &path, shown: &shown, text: load::decode(&bytes, &shown)? };
            Ok(style_sheets::style_sheet(sheet, false, |path| files.contains(path)))
        });
        match judged {
            Ok(sheet) => {
                findings.extend(sheet.findings);
                let loads = sheet.loads.into_iter().filter(|path| is_style_sheet(path));
                waiting.extend(loads.filter(|path| known.insert(path.clone())));
            }
            Err(finding) => findings.push(finding),
        }
    }
    findings
}
