//! What the head of a page says for programs beside its title: where its other versions stand, what lists its texts, and how a
//! link to it is shown elsewhere.

use super::feeds::{self, Feed};
use super::frame::{FrameParts, canonical};
use super::{Renderer, listing};
use crate::address::Address;
use crate::document::Document;
use crate::lang::Lang;
use crate::library::Work;
use crate::view::{Alternate, LinkedFile, OpenGraph};

/// What leads readers to the page that is for all whose language the site does not have.
const ANY_LANGUAGE: &str = "x-default";

/// What a page shows, as far as programs are told of it.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// The whole site in a language.
    Site,
    /// What is in a folder.
    Section,
    /// An official text, or a page about the site.
    Text(&'a Work),
    /// An easy-read version.
    EasyRead(&'a Work, &'a Document),
    /// Something else: the word list, the statement.
    Other,
}

impl Renderer<'_> {
    /// The whole address of a page or file, where it is known in which place the site stands.
    pub(crate) fn canonical(&self, address: &Address) -> Option<String> {
        self.library.config.site.base_url.as_deref().map(|base| canonical(base, address))
    }

    /// What a page shows.
    pub(super) fn subject<'p>(&self, parts: &FrameParts<'p>) -> Subject<'p> {
        match parts.work {
            Some(work) => match work.easy_read.as_deref() {
                Some(easy) if self.library.address(easy) == *parts.address => Subject::EasyRead(work, easy),
                _ => Subject::Text(work),
            },
            None if parts.kind != listing::LIST => Subject::Other,
            None if *parts.address == self.home(parts.lang) => Subject::Site,
            None => Subject::Section,
        }
    }

    /// Another version of a page. Search engines read only whole addresses; where none is known, the one that is seen from the
    /// page leads there too.
    pub(super) fn alternate(&self, from: &Address, to: &Address, hreflang: String, title: &str) -> Alternate {
        let href = self.canonical(to).unwrap_or_else(|| from.link_to(to));
        Alternate { href, hreflang, title: title.to_owned() }
    }

    /// The page in each language that has it. Search engines want the page itself among them, and one for all other languages.
    pub(super) fn translated(&self, parts: &FrameParts<'_>) -> Vec<Alternate> {
        let is_easy = matches!(self.subject(parts), Subject::EasyRead(..));
        let has_whole_addresses = self.library.config.site.base_url.is_some();
        let shown = parts.translations.iter().filter(|(lang, _)| has_whole_addresses || lang != parts.lang);
        let alternate = |(lang, address): &(Lang, Address)| {
            // The official text stands beside it under the plain tag.
            let tag = if is_easy { lang.simple().to_string() } else { lang.to_string() };
            self.alternate(parts.address, address, tag, self.library.language_data.name(lang))
        };
        if parts.translations.len() < 2 {
            return Vec::new();
        }
        let mut alternates: Vec<Alternate> = shown.map(alternate).collect();
        let main = parts.translations.iter().find(|(lang, _)| *lang == self.library.config.language);
        if let Some((lang, address)) = main.filter(|_| has_whole_addresses) {
            let name = self.library.language_data.name(lang);
            alternates.push(self.alternate(parts.address, address, ANY_LANGUAGE.to_owned(), name));
        }
        alternates
    }

    /// The files that list for programs what the page lists for readers.
    pub(super) fn lists(&self, parts: &FrameParts<'_>) -> Vec<LinkedFile> {
        if parts.kind != listing::LIST || self.library.config.site.base_url.is_none() {
            return Vec::new();
        }
        let feed = Feed::on(self.library, parts.lang, parts.address, &parts.title).map(|feed| LinkedFile {
            href: parts.address.link_to(&feed.address()),
            media_type: feeds::MEDIA_TYPE,
            title: feed.title.to_owned(),
        });
        let catalogue = self.downloads.catalogue_on(parts.address).map(|(address, media_type)| LinkedFile {
            href: parts.address.link_to(address),
            media_type,
            title: parts.title.clone(),
        });
        feed.into_iter().chain(catalogue).collect()
    }

    /// How a link to the page is shown where people share it.
    pub(super) fn open_graph(&self, parts: &FrameParts<'_>) -> OpenGraph {
        let is_text = matches!(self.subject(parts), Subject::Text(_) | Subject::EasyRead(..));
        OpenGraph {
            title: parts.title.clone(),
            kind: if is_text { "article" } else { "website" },
            locale: parts.lang.with_territory(),
        }
    }
}
