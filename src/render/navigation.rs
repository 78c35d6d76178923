//! How readers find their way: menu, footer, the steps from the home page, what comes before and after a text.

use super::Renderer;
use super::official::full_title;
use crate::address::Address;
use crate::explain;
use crate::lang::Lang;
use crate::library::{Leads, MenuLink, Work};
use crate::view::{Link, Logo};

/// The page that links stand on.
pub(super) struct From<'p> {
    pub lang: &'p Lang,
    pub address: &'p Address,
    /// The sections around it.
    pub around: &'p [(String, Address)],
}

impl From<'_> {
    /// A link to another page in the same language.
    pub(super) fn link(&self, address: &Address, words: &str) -> Link {
        Link {
            href: self.address.link_to(address),
            words: words.to_owned(),
            lang: None,
            current: address == self.address,
            around: address != self.address && self.around.iter().any(|(_, around)| around == address),
        }
    }
}

impl Renderer<'_> {
    /// The links of the menu and of the footer.
    pub(super) fn menu(&self, from: &From<'_>) -> (Vec<Link>, Vec<Link>) {
        let (menu, lang) = self.library.menu(from.lang);
        let links = |links: &[MenuLink]| links.iter().map(|link| self.menu_link(from, link, lang)).collect();
        (links(&menu.main), links(&menu.footer))
    }

    /// A link of a menu that is written in a language, which is not that of the page where that has none.
    fn menu_link(&self, from: &From<'_>, link: &MenuLink, lang: &Lang) -> Link {
        let labels = self.labels(from.lang);
        let label = || link.leads.label().map_or("", |label| labels.get(label)).to_owned();
        let words = link.words.clone().unwrap_or_else(label);
        let foreign = |lang: &Lang| Some(lang).filter(|lang| *lang != from.lang).map(Lang::to_string);
        let written = || foreign(lang).filter(|_| link.words.is_some());
        let (address, lang) = match &link.leads {
            Leads::Home => (self.home(from.lang), written()),
            Leads::Made(kind) => (self.library.address_of("", lang, *kind), written()),
            Leads::Rules => (super::rules::overview_address(self.library), foreign(&explain::language())),
            Leads::Text(address) => (address.clone(), written()),
            Leads::Away(address) => {
                return Link { href: address.clone(), words, lang: written(), current: false, around: false };
            }
        };
        Link { lang, ..from.link(&address, &words) }
    }

    /// The logo, as seen from a page.
    pub(super) fn logo(&self, lang: &Lang, address: &Address) -> Option<Logo> {
        let config = &self.library.config;
        let logo = config.site.logo.as_ref()?;
        let lang = if self.languages.contains(lang) { lang } else { &config.language };
        let alternative = logo.alternative.of(lang, &config.language).unwrap_or_default();
        let link = |path: &str| address.link_to(&Address::file(path));
        Some(Logo {
            href: link(logo.file.get_ref()),
            dark: logo.dark.as_ref().map(|dark| link(dark.get_ref())),
            // The title of the site stands beside it.
            alternative: Some(alternative)
                .filter(|words| *words != config.title(lang))
                .unwrap_or_default()
                .to_owned(),
        })
    }

    /// The steps from the home page to a work: the sections around it.
    pub(super) fn sections_around(&self, work: &Work) -> Vec<(String, Address)> {
        let sections = self.library.sections_of(work);
        let mut steps: Vec<_> =
            sections.map(|section| (section.front.title.clone(), self.library.address(section))).collect();
        steps.reverse();
        steps
    }

    /// The links to what comes before and after a text in its section; `page` leads to the page of a work, if it has one.
    pub(super) fn beside(
        &self,
        work: &Work,
        from: &Address,
        page: impl Fn(&Work) -> Option<(String, Address)>,
    ) -> (Option<Link>, Option<Link>) {
        let (before, after) = self.library.beside(work, |work| page(work).is_some());
        let link = |work: &Work| {
            let (words, address) = page(work)?;
            Some(Link { href: from.link_to(&address), words, lang: None, current: false, around: false })
        };
        (before.and_then(link), after.and_then(link))
    }

    /// The title and the page of a text.
    pub(super) fn page_of(&self, work: &Work) -> Option<(String, Address)> {
        Some((full_title(&work.official), self.library.address(&work.official)))
    }
}
