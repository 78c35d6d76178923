//! What gives a page its outline: landmarks, navigations, headings.

use std::collections::HashMap;

use super::element_kind::ElementKind;
use super::ids::Index;
use super::markup;
use super::reports::{Origin, Reports};
use super::rules::{self, Rule};
use super::tag::{Attribute, Tag};
use super::text;

/// The word for “navigation” in the languages of the United Nations and Japanese: a screen reader says it itself.
const ROLE_WORDS: &[&str] =
    &["导航", "導航", "ナビゲーション", "navigation", "navegación", "навигация", "تنقل"];

/// The landmarks and headings of one page.
#[derive(Default)]
pub(super) struct Outline<'p> {
    mains: Vec<Origin>,
    banners: Vec<Origin>,
    contentinfos: Vec<Origin>,
    navs: Vec<Nav<'p>>,
    h1s: Vec<Origin>,
    level: u8,
}

struct Nav<'p> {
    origin: Origin,
    label: Option<&'p str>,
    labelledby: Option<&'p str>,
}

/// What messages call a landmark, and the rules about how often it stands on a page.
struct Once {
    name: &'static str,
    missing: &'static Rule,
    several: &'static Rule,
}

impl Once {
    fn check(&self, found: &[Origin], top: Origin, reports: &mut Reports) {
        if found.is_empty() {
            reports.add(self.missing, top, format!("the page has no {}", self.name));
        }
        for &origin in found.iter().skip(1) {
            reports.add(self.several, origin, format!("the page has more than one {}", self.name));
        }
    }
}

impl<'p> Outline<'p> {
    /// Notes a landmark; `sectioned` says whether a section stands around it.
    pub fn landmark(&mut self, kind: ElementKind, tag: &Tag<'p>, place: TagPlace) {
        let role = match (tag.role(), kind) {
            (Some(role), _) => role,
            (None, ElementKind::Main) => "main",
            (None, ElementKind::Nav) => "navigation",
            (None, ElementKind::Header) if !place.sectioned => "banner",
            (None, ElementKind::Footer) if !place.sectioned => "contentinfo",
            _ => return,
        };
        match role {
            "main" => self.mains.push(place.origin),
            "banner" => self.banners.push(place.origin),
            "contentinfo" => self.contentinfos.push(place.origin),
            "navigation" | "doc-toc" | "doc-pagelist" | "doc-index" => {
                self.navs.push(Nav {
                    origin: place.origin,
                    label: tag.get(Attribute::AriaLabel),
                    labelledby: tag.get(Attribute::AriaLabelledby),
                });
            }
            _ => {}
        }
    }

    /// Notes a heading and reports a jump.
    pub fn heading(&mut self, kind: ElementKind, tag: &Tag<'p>, place: TagPlace, reports: &mut Reports) {
        let own = kind.heading_level();
        let level = match tag.role() {
            Some("heading") => {
                tag.get(Attribute::AriaLevel).and_then(|level| level.trim().parse().ok()).or(own).unwrap_or(2)
            }
            Some(_) => return,
            None => match own {
                Some(level) => level,
                None => return,
            },
        };
        if level == 1 {
            self.h1s.push(place.origin);
        }
        if self.level > 0 && level > self.level.saturating_add(1) {
            let message = format!("a heading of level {level} follows one of level {}", self.level);
            reports.add(&rules::HEADING_JUMP, place.origin, message);
        }
        self.level = level;
    }

    /// Whether a landmark or a heading leads past what pages repeat.
    pub fn is_there(&self) -> bool {
        !self.mains.is_empty() || self.level > 0
    }

    /// Reports landmarks that are missing or too many; `top` is the place of what is missing.
    pub fn finish_landmarks(&self, top: Origin, reports: &mut Reports) {
        let (missing, several) = (&rules::MISSING_MAIN, &rules::SEVERAL_MAINS);
        Once { name: "main", missing, several }.check(&self.mains, top, reports);
        let (missing, several) = (&rules::MISSING_BANNER, &rules::SEVERAL_BANNERS);
        Once { name: "banner", missing, several }.check(&self.banners, top, reports);
        let (missing, several) = (&rules::MISSING_CONTENTINFO, &rules::SEVERAL_CONTENTINFOS);
        Once { name: "contentinfo", missing, several }.check(&self.contentinfos, top, reports);
    }

    /// Reports a page without a first heading, or with two.
    pub fn finish_headings(&self, top: Origin, reports: &mut Reports) {
        let (missing, several) = (&rules::MISSING_H1, &rules::SEVERAL_H1);
        Once { name: "h1", missing, several }.check(&self.h1s, top, reports);
    }

    /// Reports navigations that have the same name.
    pub fn finish_navs(&self, page: &Named<'_, 'p>, reports: &mut Reports) {
        let mut names: HashMap<String, Origin> = HashMap::new();
        for nav in &self.navs {
            let name = nav.name(page);
            let lowered = name.to_lowercase();
            if let Some(word) = ROLE_WORDS.iter().find(|word| lowered.contains(**word)) {
                let message = format!("the navigation's name “{name}” contains “{word}”");
                reports.add(&rules::NAV_ROLE_WORD, nav.origin, message);
            }
            if self.navs.len() < 2 {
                continue;
            }
            if name.is_empty() {
                let message = "the navigation has no name, but the page has several";
                reports.add(&rules::NAV_WITHOUT_NAME, nav.origin, message);
            } else if names.insert(lowered, nav.origin).is_some() {
                let message = format!("another navigation of the page is named “{name}” too");
                reports.add(&rules::NAV_SAME_NAME, nav.origin, message);
            }
        }
    }
}

/// Where an element stands.
#[derive(Clone, Copy)]
pub(super) struct TagPlace {
    /// Its start tag.
    pub origin: Origin,
    /// The index of its language.
    pub lang: u32,
    /// Whether it is not part of what is read out.
    pub hidden: bool,
    /// Whether a section stands around it.
    pub sectioned: bool,
}

/// What the name of an element is read from.
pub(super) struct Named<'a, 'p> {
    /// The page.
    pub html: &'p str,
    /// Its ids.
    pub ids: &'a Index,
}

impl Nav<'_> {
    /// The name as a screen reader gives it; empty if there is none.
    fn name(&self, page: &Named<'_, '_>) -> String {
        let by = self.labelledby.map(text::decode).unwrap_or_default();
        let elements = by.split_ascii_whitespace().filter_map(|id| page.ids.element(id));
        let words: Vec<String> = elements
            .map(|span| markup::plain(page.html.get(span.range()).unwrap_or_default()))
            .chain(self.label.filter(|_| by.trim().is_empty()).map(str::to_owned))
            .map(|words| text::decode(&words).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        words.join(" ").trim().to_owned()
    }
}
