//! Whether the pages and pictures that `book.toml` asks for are there.

use std::path::{Component, Path};

use super::Library;
use crate::finding::Finding;
use crate::image::is_picture;
use crate::lang::Lang;
use crate::source::Span;

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
        if self.config.site.glossary_in_texts && self.glossaries.is_empty() {
            let message = "there is no “content/glossary.yaml”, so no word leads to what it means";
            let help = "Write the words and what they mean into that file, or take “glossary-in-texts” out.";
            let span = self.config.check.place(&["site", "glossary-in-texts"]);
            findings.push(Finding::warning("config/no-glossary", source, span, message).help(help));
        }
    }

    /// Reports a logo that is not there, is no picture, or says nothing in a language of the site.
    pub(super) fn report_logo(&self, findings: &mut Vec<Finding>) {
        let (Some(source), Some(logo)) = (self.config.check.source.as_ref(), &self.config.site.logo) else {
            return;
        };
        let mut report = |span: Span, message: String, help: &str| {
            findings.push(Finding::error("config/logo", source, span, message).help(help.to_owned()));
        };
        for file in logo.files() {
            let (path, span) = (file.get_ref().as_str(), file.span().into());
            if let Some(why) = self.withheld.why_no_file(path) {
                let help = "Put the logo in a folder whose texts are published.";
                report(span, format!("“{path}” {why}, so it is not published"), help);
            } else if self.asset(path).is_none() {
                let leads_out = Path::new(path).components().any(|part| part == Component::ParentDir);
                let message = match leads_out {
                    true => {
                        format!("“{path}” leads out of “content”, and only what stands there is published")
                    }
                    false => format!("there is no file “content/{path}”"),
                };
                let help = match leads_out {
                    true => "Copy the file into “content”, and write its path there, such as “logo.svg”.",
                    false => "Write the path of the logo below “content”, such as “logo.svg”.",
                };
                report(span, message, help);
            } else if !is_picture(path) {
                let message = format!("“{path}” is no picture that browsers show");
                report(span, message, "Take a file that ends in .svg, .png, .jpg, .webp or .gif.");
            }
        }
        let languages = self.languages();
        let silent = languages.iter().find(|lang| logo.alternative.of(lang, &self.config.language).is_none());
        let place = self.config.check.place(&["site", "logo", "alternative"]);
        if let Some(lang) = silent {
            let message = format!("the logo says nothing in “{lang}” to those who do not see it");
            let each: Vec<String> = languages.iter().map(|lang| format!("{lang} = \"…\"")).collect();
            let help = format!(
                "Write as “alternative” the name that the logo shows, for each language of the site: {{ {} }}.",
                each.join(", ")
            );
            report(place, message, &help);
        }
        // A file is often called as its publisher is, so only a name with its ending is one of a file.
        let names = |lang: &Lang| {
            let words = logo.alternative.of(lang, &self.config.language)?.trim();
            let vague = &self.language(lang).data().vague_alts;
            (is_picture(words) || vague.contains(&words.to_lowercase())).then_some(words)
        };
        if let Some(words) = languages.iter().find_map(names) {
            let message = format!("“{words}” does not say what the logo shows");
            report(place, message, "Write as “alternative” the name that the logo shows.");
        }
        if let Some(tag) =
            logo.alternative.tags().find(|tag| !languages.iter().any(|lang| lang.as_str() == *tag))
        {
            let message = format!("“alternative” has words in “{tag}”, in which the site has no page");
            report(place, message, "Write the tag of a language of the site.");
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
