//! HTML files that an author publishes beside the pages: audited as pages are, with findings at the file.
//!
//! In: the library. Out: what the audit finds in each. Refused: what is no UTF-8.

use std::sync::Arc;

use rayon::prelude::*;

use super::attachments;
use crate::audit::{self, Allow, PageAudit};
use crate::content::{Asset, CONTENT};
use crate::finding::{Finding, Place, Severity, Unquoted};
use crate::library::Library;
use crate::limits;
use crate::load;
use crate::source::Source;

/// One such file.
pub struct HtmlFile {
    /// What the audit knows of it.
    pub audit: PageAudit,
    /// The file.
    pub source: Arc<Source>,
}

/// Reads and audits them; adds what is found in each by itself.
pub fn read(library: &Library, allow: &Allow, findings: &mut Vec<Finding>) -> Vec<HtmlFile> {
    let assets: Vec<_> = library.published().filter(|asset| asset.is_html()).collect();
    let read = |asset: &Asset| {
        let path = &*asset.path;
        let shown = format!("{CONTENT}/{path}");
        if let Some(finding) = attachments::too_large(asset, limits::TEXT) {
            return Err(finding);
        }
        let bytes = asset.read().map_err(|error| {
            let message = format!("{error:#}");
            Finding::new("content/unreadable", Severity::Error, Place::File(shown.clone().into()), message)
                .help("Check that the file is there and may be read.")
        })?;
        let html = load::decode(&bytes, &shown)?;
        let audit = audit::page(audit::Page { path, html }, allow);
        Ok(HtmlFile { audit, source: Arc::new(Source::new(shown.as_str(), html)) })
    };
    let judged: Vec<Result<HtmlFile, Finding>> = assets.into_par_iter().map(read).collect();
    let mut files = Vec::new();
    for judged in judged {
        match judged {
            Ok(mut file) => {
                let found = file.audit.take_findings();
                findings.extend(found.into_iter().map(|finding| at_source(finding, &file.source)));
                files.push(file);
            }
            Err(finding) => findings.push(finding),
        }
    }
    files
}

/// The finding, at the author's file in place of the published one.
pub fn at_source(finding: Finding, source: &Arc<Source>) -> Finding {
    let place = match finding.place {
        Place::Source(_, span) => Place::Source(source.clone(), span),
        Place::File(_) => Place::File(source.path().into()),
        Place::Byte(_, at) => Place::Byte(source.path().into(), at),
        Place::Unquoted(place) => {
            Place::Unquoted(Box::new(Unquoted { path: source.path().into(), ..*place }))
        }
    };
    Finding { place, ..finding }
}
