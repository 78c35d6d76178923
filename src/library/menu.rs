//! The menu and the footer of each language: where their links lead, and by which words.
//!
//! In: `[[menu]]` and `[[footer]]` of `book.toml`; where these are missing, `menu` and `order` in the front matter of texts. Out: the links,
//! in order. An entry that leads nowhere, or twice to the same page, is a finding.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::Library;
use crate::address::{Address, PageKind};
use crate::config::address::{self, Purpose};
use crate::config::{MenuEntry, Words};
use crate::document::Document;
use crate::finding::Finding;
use crate::front_matter::{self, InMenu};
use crate::kinds::Listing;
use crate::lang::Lang;
use crate::misfit;

/// Where a link of the menu leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To the home page.
    Home,
    /// To a page of each language that the program makes.
    Made(PageKind),
    /// To the reference of rules.
    Rules,
    /// To the page of a text or of a section.
    Text(Address),
    /// To another site.
    Away(String),
}

impl Leads {
    /// The label by which the program calls its page.
    pub fn label(&self) -> Option<&'static str> {
        match self {
            Leads::Home => Some("all-documents"),
            Leads::Made(PageKind::Glossary) => Some("glossary"),
            Leads::Made(PageKind::Pictures) => Some("pictures"),
            Leads::Made(PageKind::FollowUp) => Some("follow-up"),
            Leads::Made(_) => Some("accessibility"),
            Leads::Rules => Some("rules-link"),
            Leads::Text(_) | Leads::Away(_) => None,
        }
    }
}

/// A link of the menu or of the footer.
#[derive(Debug, Clone)]
pub struct MenuLink {
    /// Where it leads.
    pub leads: Leads,
    /// Its words; `None` where they are those by which the program calls its page.
    pub words: Option<String>,
}

/// The menu and the footer of a language.
#[derive(Debug, Clone, Default)]
pub struct Menu {
    /// The links at the head of every page.
    pub main: Vec<MenuLink>,
    /// The links at its foot.
    pub footer: Vec<MenuLink>,
}

/// The pages that the program makes, by the names that entries have for them.
const MADE: [(&str, PageKind); 4] = [
    ("glossary", PageKind::Glossary),
    ("pictures", PageKind::Pictures),
    ("follow-up", PageKind::FollowUp),
    ("accessibility", PageKind::Accessibility),
];

impl Library {
    /// The menus of the languages that have pages.
    pub(super) fn find_menus(&self) -> BTreeMap<String, Menu> {
        self.languages().iter().map(|lang| (lang.to_string(), self.find_menu(lang))).collect()
    }

    fn find_menu(&self, lang: &Lang) -> Menu {
        let listed = |entries: &[MenuEntry]| {
            entries.iter().filter_map(|entry| self.link(entry, lang)).collect::<Vec<_>>()
        };
        let main = match self.config.menu.as_slice() {
            [] => self.menu_of_texts(lang),
            entries => listed(entries),
        };
        let mut footer = match self.config.footer.as_slice() {
            [] => {
                let is_free = |link: &MenuLink| !main.iter().any(|known| known.leads == link.leads);
                let pages = self.pages(lang).filter(|page| !page.slug.contains('/'));
                pages.map(|page| self.link_to(&page.official)).filter(is_free).collect()
            }
            entries => listed(entries),
        };
        // Every page that is made has a link on every page; those of pictures and rules have their own.
        let glossary = Leads::Made(PageKind::Glossary);
        let is_led_to = main.iter().chain(&footer).any(|link| link.leads == glossary);
        if !is_led_to && self.glossary(lang).is_some() {
            footer.push(MenuLink { leads: glossary, words: None });
        }
        Menu { main, footer }
    }

    /// The home page, the texts that say so themselves, and the glossary.
    fn menu_of_texts(&self, lang: &Lang) -> Vec<MenuLink> {
        let of_program = |leads| MenuLink { leads, words: None };
        let works = self.works.iter().map(|work| &work.official);
        let mut texts: Vec<&Document> = self
            .sections
            .iter()
            .chain(works)
            .map(|text| &**text)
            .filter(|text| text.lang == *lang && text.front.menu != InMenu::No)
            .collect();
        texts.sort_by_key(|text| (text.front.order.is_none(), text.front.order));
        let texts = texts.into_iter().map(|text| self.link_to(text));
        let glossary = self.glossary(lang).map(|_| of_program(Leads::Made(PageKind::Glossary)));
        std::iter::once(of_program(Leads::Home)).chain(texts).chain(glossary).collect()
    }

    fn link_to(&self, text: &Document) -> MenuLink {
        let words = match &text.front.menu {
            InMenu::By(words) => words,
            InMenu::No | InMenu::ByTitle => &text.front.title,
        };
        MenuLink { leads: Leads::Text(self.address(text)), words: Some(words.clone()) }
    }

    /// The link of an entry in a language; `None` where the language does not have the page.
    fn link(&self, entry: &MenuEntry, lang: &Lang) -> Option<MenuLink> {
        let words = entry.words.as_ref().and_then(|words| words.of(lang, &self.config.language));
        let words = words.map(str::to_owned);
        let leads = match entry.to.get_ref().as_str() {
            "/" => Leads::Home,
            "rules" if self.config.site.rules => Leads::Rules,
            to if entry.leads_away() => Leads::Away(to.to_owned()),
            to => match self.made(to, lang) {
                Some(kind) => Leads::Made(kind),
                None => {
                    let link = self.link_to(self.text_in(to, lang)?);
                    return Some(MenuLink { words: words.or(link.words), ..link });
                }
            },
        };
        Some(MenuLink { leads, words })
    }

    /// What readers of a language read on a link.
    fn words(&self, link: &MenuLink, lang: &Lang) -> Option<String> {
        let of_program = || Some(self.language(lang).labels().get(link.leads.label()?).to_owned());
        link.words.clone().or_else(of_program)
    }

    /// Whether a language has a page of this kind.
    fn makes(&self, kind: PageKind, lang: &Lang) -> bool {
        match kind {
            PageKind::Glossary => self.glossary(lang).is_some(),
            PageKind::Pictures => self.config.site.pictures,
            PageKind::FollowUp => self.has_follow_up(lang),
            _ => true,
        }
    }

    /// Which page that the program makes has this name, if it makes it in a language.
    pub(super) fn made(&self, name: &str, lang: &Lang) -> Option<PageKind> {
        let (_, kind) = MADE.iter().find(|(made, kind)| *made == name && self.makes(*kind, lang))?;
        Some(*kind)
    }

    /// The text or the section of a folder in a language.
    fn text_in(&self, folder: &str, lang: &Lang) -> Option<&Document> {
        let section = self.sections.iter().find(|section| *section.slug == *folder && section.lang == *lang);
        section.or_else(|| self.work(folder, lang).map(|work| &work.official)).map(|text| &**text)
    }

    /// Reports what is wrong with the entries of menu and footer, and texts that ask for a menu that `book.toml` lists itself.
    pub(super) fn report_menus(&self, findings: &mut Vec<Finding>) {
        let Some(source) = self.config.check.source.as_ref() else { return };
        let languages = self.languages();
        for (table, entries) in [("menu", &self.config.menu), ("footer", &self.config.footer)] {
            let (mut to_known, mut words_known) = (HashMap::new(), HashMap::new());
            for entry in entries {
                let (to, span) = (entry.to.get_ref().as_str(), entry.to.span().into());
                let mut report = |message: String, help: &str| {
                    findings.push(Finding::error("config/menu", source, span, message).help(help.to_owned()));
                };
                if to_known.insert(to, ()).is_some() {
                    report(format!("“{to}” stands twice in “{table}”"), "Keep one of the two.");
                    continue;
                }
                if let Some((message, help)) = self.why_no_entry(entry, &languages) {
                    report(message, &help);
                    continue;
                }
                let unknown = entry.words.iter().flat_map(|words| words.tags());
                if let Some(tag) =
                    unknown.into_iter().find(|tag| !languages.iter().any(|lang| lang.as_str() == *tag))
                {
                    report(
                        format!("“{to}” has words in “{tag}”, in which the site has no page"),
                        &format!("{} Take the others out.", words_wanted(&languages)),
                    );
                }
                for lang in &languages {
                    let Some(words) = self.link(entry, lang).and_then(|link| self.words(&link, lang)) else {
                        continue;
                    };
                    if let Some(other) = words_known.insert((lang.clone(), words.clone()), to) {
                        report(
                            format!("“{to}” has the same words in “{table}” as “{other}”: “{words}”"),
                            "Give one of them other “words”.",
                        );
                        break;
                    }
                }
            }
        }
        self.report_unused(findings);
    }

    /// Why an entry gives no link in any language, or one without words, and what to do.
    fn why_no_entry(&self, entry: &MenuEntry, languages: &[Lang]) -> Option<(String, Cow<'static, str>)> {
        const WRITE: &str = "Write the name of a folder below “content” with a published text or section, “/” for the home page, “glossary”, \
                             “pictures”, “follow-up”, “accessibility”, “rules”, or a whole address.";
        let to = entry.to.get_ref().as_str();
        if entry.leads_away() {
            if let Some(problem) = address::problem(to, Purpose::Contact) {
                return Some((format!("“{to}” {problem}"), WRITE.into()));
            }
            let main = &self.config.language;
            let says = |lang: &Lang| entry.words.as_ref().is_some_and(|words| words.of(lang, main).is_some());
            let silent = languages.iter().find(|lang| !says(lang))?;
            return Some((
                format!("the link to “{to}” has no words in “{silent}”"),
                words_wanted(languages).into(),
            ));
        }
        if languages.iter().any(|lang| self.link(entry, lang).is_some()) {
            let main = &self.config.language;
            let is_silent = |words: &Words| languages.iter().all(|lang| words.of(lang, main).is_none());
            // Words in a language that the site does not have are told as such.
            let is_empty = |words: &&Words| {
                is_silent(words) && words.tags().all(|tag| languages.iter().any(|lang| lang.as_str() == tag))
            };
            return entry.words.as_ref().filter(is_empty).map(|_| {
                (
                    format!("the link to “{to}” has “words” without any"),
                    "Write the words, or take “words” out.".into(),
                )
            });
        }
        let mut withdrawn = self.collections.iter().flat_map(|(_, collection)| &collection.withdrawn);
        if withdrawn.any(|entry| *entry.slug == *to.trim_matches('/')) {
            return None;
        }
        let why = if to == "glossary" {
            "there is no “content/glossary.yaml”, so there is no word list".to_owned()
        } else if to == "follow-up" {
            "no resolution of the site asks for anything, so there is no such page".to_owned()
        } else if to == "pictures" || to == "rules" {
            format!("the site has no such page: write “{to} = true” under [site]")
        } else if self.withheld.is_draft(to) {
            format!("every text in “{to}” is a draft, which is not published")
        } else {
            let help = self.meant(to).map(|meant| format!("Did you mean “{meant}”? {WRITE}").into());
            return Some((format!("“{to}” leads nowhere"), help.unwrap_or(WRITE.into())));
        };
        Some((why, WRITE.into()))
    }

    /// Whether the footer or the menu of a language leads there, so that the link of the program would be a second one.
    pub fn is_led_to(&self, lang: &Lang, leads: &Leads) -> bool {
        let menu = self.menu(lang).0;
        menu.main.iter().chain(&menu.footer).any(|link| link.leads == *leads)
    }

    /// The name that was meant: that of the folder where a file in it is named, or one that is alike.
    fn meant(&self, to: &str) -> Option<&str> {
        let works = self.works.iter().map(|work| &*work.slug);
        let folders = self.sections.iter().map(|section| &*section.slug).chain(works);
        let made = MADE.iter().map(|(name, _)| *name).chain(["rules"]);
        let known = || folders.clone().filter(|name| !name.is_empty()).chain(made.clone());
        let folder =
            to.strip_suffix(".md").and_then(|file| file.rsplit_once('/')).map_or(to, |(folder, _)| folder);
        let folder = folder.trim_start_matches("./").trim_start_matches("content/").trim_matches('/');
        known().find(|name| *name == folder).or_else(|| misfit::meant(folder, known()))
    }

    fn report_unused(&self, findings: &mut Vec<Finding>) {
        if self.config.menu.is_empty() {
            return self.report_same_words(findings);
        }
        let asking = self.documents().filter(|text| text.front.menu != InMenu::No);
        findings.extend(asking.map(|text| {
            let message = "“menu” counts for nothing here, since book.toml lists the menu itself";
            let is_listed =
                self.config.menu.iter().any(|entry| entry.to.get_ref().trim_matches('/') == &*text.slug);
            let help = match is_listed {
                true => "Take it out: [[menu]] names this folder already.",
                false => "Take it out, or name this folder in [[menu]].",
            };
            Finding::error(
                "front-matter/menu",
                &text.source,
                front_matter::key_place(&text.source, "menu"),
                message,
            )
            .help(help)
        }));
    }

    /// Reports texts that the menu would call by the same words.
    fn report_same_words(&self, findings: &mut Vec<Finding>) {
        let mut known: HashMap<(Lang, String), &str> = HashMap::new();
        for lang in self.languages() {
            let of_program = self.find_menu(&lang).main.into_iter().filter(|link| link.words.is_none());
            let words = of_program.filter_map(|link| self.words(&link, &lang));
            known.extend(words.map(|words| ((lang.clone(), words), "a page of the program")));
        }
        for text in self.documents().filter(|text| text.front.menu != InMenu::No) {
            let words = self.link_to(text).words.unwrap_or_default();
            if let Some(first) = known.insert((text.lang.clone(), words.clone()), text.source.path()) {
                let message = format!("the menu would say “{words}” twice: also for {first}");
                findings.push(
                    Finding::error(
                        "front-matter/menu",
                        &text.source,
                        front_matter::key_place(&text.source, "menu"),
                        message,
                    )
                    .help("Write other words after “menu:” in one of them."),
                );
            }
        }
    }

    /// The menu and the footer of a language; those of the main one where it has no pages.
    pub fn menu<'a>(&'a self, lang: &'a Lang) -> (&'a Menu, &'a Lang) {
        match self.menus.get(lang.as_str()) {
            Some(menu) => (menu, lang),
            None => (&self.menus[self.config.language.as_str()], &self.config.language),
        }
    }

    /// The pages about the site in a language that neither its footer, its menu nor a section leads to.
    pub fn unlisted_pages<'a>(&'a self, lang: &'a Lang) -> impl Iterator<Item = &'a super::Work> {
        self.listed(lang).filter(move |work| {
            work.kind().listing() == Listing::Pages
                && self.sections_of(work).next().is_none()
                && !self.is_led_to(lang, &Leads::Text(self.address(&work.official)))
        })
    }
}

/// How to write words in each language of a site.
fn words_wanted(languages: &[Lang]) -> String {
    match languages {
        [_] => "Write words = \"…\".".to_owned(),
        several => {
            let each: Vec<String> = several.iter().map(|lang| format!("{lang} = \"…\"")).collect();
            format!("Write words in each language of the site: words = {{ {} }}.", each.join(", "))
        }
    }
}
