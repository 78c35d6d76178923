//! What a book says of itself in its package document.

use jiff::Timestamp;
use jiff::civil::Date;
use toml::Spanned;
use uuid::Uuid;

use super::settings::Settings;
use super::{Assembler, Book, statement};
use crate::accessibility::Claims;
use crate::document::Document;
use crate::languages::Labels;
use crate::library::{Library, Work};
use crate::render::authority::{own_publisher, writers};
use crate::render::facts::symbol_href;
use crate::render::official::full_title;
use crate::source::slice;
use crate::view::BookMetadata;

/// The words that a claim to conform must consist of, to the letter.
const CONFORMS: &str = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

/// When a book with no date anywhere in its texts says it was changed: as early as a zip archive can say.
const NO_DATE: &str = "1980-01-01T00:00:00Z";

/// When books say they were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Modified {
    /// At the newest date in their texts.
    #[default]
    FromContent,
    /// At one time for all, as `SOURCE_DATE_EPOCH` gives it.
    At(Timestamp),
}

/// Gathers what the package document says.
pub fn metadata(book: &Book<'_>, assembler: &Assembler<'_>, claims: &Claims) -> BookMetadata {
    let Assembler { renderer, modified, settings, .. } = *assembler;
    let library = renderer.library;
    let config = &library.config;
    let lang = book.lang();
    let labels = renderer.labels(lang);
    let works = book.works(library);
    let authors = config.authors(lang).to_vec();
    let (creators, description) = match book {
        Book::Official(work) => (writers(work).to_vec(), work.official.front.summary.clone()),
        Book::EasyRead(_, easy) => (easy.front.made_by.iter().cloned().collect(), easy.front.about.clone()),
        Book::Collection(_) => (Vec::new(), config.description(lang).to_owned()),
        Book::Entries(section) => (Vec::new(), section.front.summary.clone()),
    };
    let official = match book {
        Book::Official(work) | Book::EasyRead(work, _) => Some(&*work.official),
        Book::Collection(_) | Book::Entries(_) => None,
    };
    let (subtitle, subjects) = match book {
        Book::Official(work) => (work.official.front.subtitle.clone(), work.official.front.keywords.clone()),
        Book::EasyRead(work, _) => (None, work.official.front.keywords.clone()),
        Book::Collection(_) | Book::Entries(_) => (None, Vec::new()),
    };
    let publisher = match book {
        Book::Official(work) | Book::EasyRead(work, _) => own_publisher(work),
        Book::Collection(_) | Book::Entries(_) => None,
    };
    let date = match book {
        Book::Official(work) => work.official.front.date,
        Book::EasyRead(_, easy) => easy.front.date,
        Book::Collection(_) | Book::Entries(_) => None,
    };
    let Settings { certified_by, certifier_credential, certifier_report, easy_read_standard, .. } = settings;
    let (summary, summary_lang) = statement::summary(book, renderer, claims, certified_by.is_some());
    let address = |value: &Option<Spanned<String>>| value.as_ref().map(|value| value.get_ref().clone());
    let easy_read_standard = match book {
        Book::EasyRead(_, easy) => rules_address(easy).or_else(|| address(easy_read_standard)),
        _ => None,
    };
    BookMetadata {
        identifier: identifier(book, library),
        title: book.title(library, labels),
        subtitle,
        subjects,
        lang: lang.to_string(),
        description: description.trim().to_owned(),
        creators: if creators.is_empty() { authors.clone() } else { creators },
        publishers: publisher.map_or(authors, |publisher| vec![publisher.to_owned()]),
        date: date.map(|date| date.to_string()),
        modified: match modified {
            Modified::At(time) => time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            Modified::FromContent => {
                newest(book, &works).map_or(NO_DATE.to_owned(), |date| format!("{date}T00:00:00Z"))
            }
        },
        symbol: official.and_then(|official| official.front.symbol.clone()),
        source: official.and_then(|official| symbol_href(renderer, official)),
        page_source: claims.has("pageBreakMarkers").then(|| page_source(&works, labels)),
        collection: official.map(|_| config.title(lang).to_owned()),
        modes: claims.modes.clone(),
        sufficient: claims.sufficient.clone(),
        features: claims.features.clone(),
        hazards: claims.hazards.clone(),
        summary,
        summary_dir: summary_lang.direction().attribute(),
        summary_lang: summary_lang.to_string(),
        conforms_to: certified_by.as_ref().map(|_| CONFORMS),
        certified_by: certified_by.clone(),
        certifier_credential: certifier_credential.clone(),
        certifier_report: address(certifier_report),
        easy_read_standard,
    }
}

/// A name that stays the same as long as the site and the book's place in it do.
fn identifier(book: &Book<'_>, library: &Library) -> String {
    let site = library.config.site.base_url.as_deref().unwrap_or(&library.config.title);
    let name = format!("{}/{}", site.trim_end_matches('/'), book.address(library).path());
    format!("urn:uuid:{}", Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()))
}

/// Which printed documents the page numbers are those of.
fn page_source(works: &[&Work], labels: &Labels) -> String {
    let printed = works.iter().map(|work| &work.official).filter(|official| official.has_pages());
    let names = printed.map(|official| official.front.symbol.clone().unwrap_or_else(|| full_title(official)));
    names.collect::<Vec<_>>().join(labels.get("list-separator"))
}

/// The newest date that the texts of a book give.
fn newest(book: &Book<'_>, works: &[&Work]) -> Option<Date> {
    let easy = |work: &Work| work.easy_read.as_ref().and_then(|easy| easy.front.date);
    let date = |work: &&Work| match book {
        Book::Official(_) => work.official.front.date,
        Book::EasyRead(..) | Book::Collection(_) | Book::Entries(_) => {
            work.official.front.date.max(easy(work))
        }
    };
    works.iter().filter_map(date).max()
}

/// The address that the rules of an easy-read version are found at, when its front matter gives one.
fn rules_address(easy: &Document) -> Option<String> {
    let rules = easy.front.rules.as_deref()?;
    let start = rules.find("https://")?;
    let end =
        slice(rules, start..).find(|c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"' | ')'));
    Some(
        slice(rules, start..end.map_or(rules.len(), |end| start + end))
            .trim_end_matches(['.', ','])
            .to_owned(),
    )
}
