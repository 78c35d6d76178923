//! Whether the pages that `book.toml` names are there.

use super::Library;
use crate::finding::Finding;

impl Library {
    /// Reports pages that the statement is to lead to and that are not there.
    pub(super) fn report_missing_pages(&self, findings: &mut Vec<Finding>) {
        let Some(source) = self.config.check.source.as_ref() else { return };
        for folder in &self.config.site.statement_links {
            if self.works_of(folder.get_ref()).is_empty() {
                let message = format!("“{}” is the folder of no published text", folder.get_ref());
                let help = "Write the name of a folder below “content” with an “index.md” that is no draft.";
                let span = folder.span().into();
                findings.push(Finding::warning("config/no-such-page", source, span, message).help(help));
            }
        }
    }
}
