//! What a file says of itself: title, language, who wrote and publishes it, when it was changed; and its settings.

use super::runs::language;
use super::tag;
use crate::document::Document;
use crate::formats::Modified;
use crate::lang::Lang;
use crate::library::Work;
use crate::render::Renderer;
use crate::render::authority::{publisher_of, writers};
use crate::xml;

/// When a file with no date anywhere in its texts says it was changed.
const NO_DATE: &str = "1980-01-01T00:00:00Z";

/// What a file says of itself.
pub struct Properties {
    pub title: String,
    pub lang: Lang,
    subject: Option<String>,
    creators: Vec<String>,
    publisher: Option<String>,
    keywords: Vec<String>,
    description: String,
    changed: String,
}

impl Properties {
    /// Gathers it of the official text of a work, or of its easy-read version.
    pub fn of(
        work: &Work,
        easy: Option<&Document>,
        title: String,
        renderer: &Renderer<'_>,
        modified: Modified,
    ) -> Self {
        let official = &work.official;
        let (creators, description, date) = match easy {
            Some(easy) => (
                easy.front.made_by.iter().cloned().collect(),
                &easy.front.about,
                official.front.date.max(easy.front.date),
            ),
            None => (writers(work).to_vec(), &official.front.summary, official.front.date),
        };
        let authors = || renderer.library.config.authors(&work.lang).to_vec();
        Self {
            title,
            lang: work.lang.clone(),
            subject: official.front.subtitle.clone().or_else(|| official.front.symbol.clone()),
            creators: if creators.is_empty() { authors() } else { creators },
            publisher: publisher_of(renderer, work),
            keywords: official.front.keywords.clone(),
            description: description.trim().to_owned(),
            changed: match modified {
                Modified::At(time) => time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
                Modified::FromContent => date.map_or(NO_DATE.to_owned(), |date| format!("{date}T00:00:00Z")),
            },
        }
    }

    /// The part of properties that all programs know.
    pub fn core(&self) -> String {
        let mut out = xml::Writer::begin();
        let spaces = [
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ];
        out.open("cp:coreProperties", &spaces);
        let mut say = |name: &str, words: &str| {
            if !words.is_empty() {
                out.text(name, &words.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        };
        say("dc:title", &self.title);
        say("dc:subject", self.subject.as_deref().unwrap_or_default());
        say("dc:creator", &self.creators.join("; "));
        say("cp:keywords", &self.keywords.join("; "));
        say("dc:description", &self.description);
        say("dc:language", &tag(&self.lang));
        for name in ["dcterms:created", "dcterms:modified"] {
            out.typed(name, &[("xsi:type", "dcterms:W3CDTF")], &self.changed);
        }
        out.close("cp:coreProperties");
        out.finish()
    }

    /// The part of properties of offices.
    pub fn office(&self) -> String {
        let mut out = xml::Writer::begin();
        let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
        out.open("Properties", &[("xmlns", space)]);
        self.publisher.iter().for_each(|publisher| out.text("Company", publisher));
        out.close("Properties");
        out.finish()
    }

    /// The settings.
    pub fn settings(&self) -> String {
        let mut out = xml::Writer::begin();
        let [(space, of_words), ..] = super::SPACES;
        out.open("w:settings", &[(space, of_words)]);
        out.empty("w:defaultTabStop", &[("w:val", &super::INDENT.to_string())]);
        out.open("w:footnotePr", &[]);
        ["-1", "0"].into_iter().for_each(|id| out.empty("w:footnote", &[("w:id", id)]));
        out.close("w:footnotePr");
        out.open("w:compat", &[]);
        let uri = "http://schemas.microsoft.com/office/word";
        out.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
        out.close("w:compat");
        language("w:themeFontLang", &self.lang, &mut out);
        out.close("w:settings");
        out.finish()
    }
}
