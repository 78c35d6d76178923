//! What every page has around its text: head, banner, navigation, footer.

use super::Renderer;
use super::authority::imprint;
use super::navigation::From;
use crate::address::{Address, PageKind};
use crate::explain;
use crate::lang::Lang;
use crate::library::{Leads, Work};
use crate::view::{Alternate, Frame, Link};

/// What differs from page to page.
pub struct FrameParts<'p> {
    /// The page's kind.
    pub kind: &'static str,
    /// Its language.
    pub lang: &'p Lang,
    /// Where it stands.
    pub address: &'p Address,
    /// Its title, without the site's.
    pub title: String,
    /// What it is.
    pub description: String,
    /// Other versions of it.
    pub alternates: Vec<Alternate>,
    /// The page in each language that has it.
    pub translations: Vec<(Lang, Address)>,
    /// The steps between the home page and this one.
    pub trail: Vec<(String, Address)>,
    /// The work that it is a page of.
    pub work: Option<&'p Work>,
}

impl Renderer<'_> {
    /// Builds the frame of a page.
    pub(super) fn frame(&self, parts: FrameParts<'_>) -> Frame {
        let config = &self.library.config;
        let labels = self.labels(parts.lang);
        let site_title = config.title(parts.lang).to_owned();
        let home = self.home(parts.lang);
        let from = From { lang: parts.lang, address: parts.address, around: &parts.trail };
        let link = |address: &Address, words: &str| from.link(address, words);
        let (navigation, footer) = self.menu(&from);
        let languages = self
            .languages
            .iter()
            .filter(|lang| *lang != parts.lang)
            .map(|lang| {
                let translation = parts.translations.iter().find(|(other, _)| other == lang);
                let address = translation.map_or_else(|| self.home(lang), |(_, address)| address.clone());
                let words = self.library.language_data.name(lang);
                Link { lang: Some(lang.to_string()), ..link(&address, words) }
            })
            .collect();
        let (structured_data, open_graph) = (self.structured_data(&parts), self.open_graph(&parts));
        let (translated, lists) = (self.translated(&parts), self.lists(&parts));
        let mut trail = vec![link(&home, labels.get("home"))];
        trail.extend(parts.trail.iter().map(|(words, address)| link(address, words)));
        trail.dedup_by(|a, b| a.href == b.href);
        let mut alternates = parts.alternates;
        alternates.extend(translated);
        let rules = self.rules_address().map(|address| {
            let lang = Some(explain::language()).filter(|lang| lang != parts.lang);
            Link { lang: lang.map(|lang| lang.to_string()), ..link(&address, labels.get("rules-link")) }
        });
        // Where the footer or the menu leads there already, the link of the program would be the same once more.
        let is_own = |leads: Leads| !self.library.is_led_to(parts.lang, &leads);
        let rules = rules.filter(|_| is_own(Leads::Rules));
        let statement = link(&self.statement_address(parts.lang), labels.get("accessibility"));
        let statement = Some(statement).filter(|_| is_own(Leads::Made(PageKind::Accessibility)));
        let pictures = self.pictures_address(parts.lang).filter(|_| is_own(Leads::Made(PageKind::Pictures)));
        let pictures = pictures.map(|address| link(&address, labels.get("pictures")));
        let follow_up =
            self.follow_up_address(parts.lang).filter(|_| is_own(Leads::Made(PageKind::FollowUp)));
        let follow_up = follow_up.map(|address| link(&address, labels.get("follow-up")));
        let title = if parts.title == site_title {
            site_title.clone()
        } else {
            format!("{} - {site_title}", parts.title)
        };
        Frame {
            kind: parts.kind,
            lang: parts.lang.to_string(),
            dir: parts.lang.direction().attribute(),
            title,
            description: parts.description,
            root: parts.address.root(),
            theme_style: self.templates.hides().has_theme_style,
            custom_style: self.templates.hides().has_custom_style,
            canonical: self.canonical(parts.address),
            alternates,
            logo: self.logo(parts.lang, parts.address),
            lists,
            open_graph,
            structured_data,
            navigation,
            languages,
            trail,
            site_title,
            imprint: imprint(self, parts.lang, parts.work),
            contact: config.contact(parts.lang).map(str::to_owned),
            statement,
            pictures,
            follow_up,
            rules,
            footer,
        }
    }
}

/// The whole address of a page, percent-encoded.
pub fn canonical(base: &str, address: &Address) -> String {
    let mut url = base.trim_end_matches('/').to_owned();
    for part in address.folder().split('/') {
        url.push('/');
        crate::address::encode(part, &mut url);
    }
    url
}
