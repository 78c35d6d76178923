//! Whether the pages and pictures that `book.toml` asks for are there.

use super::Library;
use crate::finding::Finding;
use crate::lang::Lang;

impl Library {
    /// Reports pages that the statement is to lead to and that are not there.
    pub(super) fn report_missing_pages(&self, findings: &mut Vec<Finding>) {
        let Some(source) = self.config.check.source.as_ref() else { return };
        for folder in &self.config.site.statement_links {
            let (name, span) = (folder.get_ref().as_str(), folder.span().into());
            if let Some((message, help)) = self.why_no_page(name) {
                findings.push(Finding::warning("config/no-such-page", source, span, message).help(help));
            }
        }
        if self.config.site.pictures && self.pictures.source().is_none() {
            let message = "there is no “content/pictures.yaml”, so no page of pictures is made";
            let help = "Write the concepts and their pictures into that file, or take “pictures” out.";
            let span = self.config.check.place(&["site", "pictures"]);
            findings.push(Finding::warning("config/no-pictures", source, span, message).help(help));
        }
    }

    /// Why the statement of a language does not lead to the text of a folder, and what to do; `None` where all do.
    fn why_no_page(&self, folder: &str) -> Option<(String, &'static str)> {
        const WRITE: &str = "Write the name of a folder below “content” with an “index.md” that is no draft.";
        let works = self.works_of(folder);
        if works.is_empty() {
            let message = if folder.is_empty() || folder.starts_with('/') || folder.ends_with('/') {
                format!("“{folder}” is no name of a folder below “content”, such as “contact”")
            } else if self.sections.iter().any(|section| *section.slug == *folder) {
                format!("“{folder}” is a section: its “_index.md” lists texts, and is none")
            } else if self.withheld.is_draft(folder) {
                format!("every text in “{folder}” is a draft, which is not published")
            } else {
                format!("“{folder}” is the folder of no published text")
            };
            return Some((message, WRITE));
        }
        // A statement leads to the text in its own language or else in the main one.
        let main = &self.config.language;
        let lacks = |lang: &Lang| works.iter().all(|work| work.lang != *lang && work.lang != *main);
        let lacking: Vec<String> =
            self.languages().iter().filter(|lang| lacks(lang)).map(|lang| format!("“{lang}”")).collect();
        if lacking.is_empty() {
            return None;
        }
        let message = format!(
            "“{folder}” has no text in “{main}”, so the statement in {} does not lead to it",
            lacking.join(", ")
        );
        Some((message, "Write the text in the main language of the site too, or in those named."))
    }
}
