//! Links and the files a page asks for.
//!
//! In: start tags. Out: at once what is wrong by itself (empty, script, another host); at the end of the page
//! fragments that lead nowhere in it; for the site, the addresses that lead out of the page.

use std::borrow::Cow;

use super::address::{Address, Fragment, Path, is_rooted};
use super::book::rules::REMOTE_RESOURCE;
use super::element_kind::ElementKind;
use super::ids::Index;
use super::input::{Allow, Medium, Page};
use super::outward::Outward;
use super::refresh;
use super::reports::{Origin, Reports};
use super::rules;
use super::tag::{Attribute, Tag};
use super::text;

/// What a `link` may be to make a browser fetch it.
const FETCHED: &[&str] = &[
    "apple-touch-icon",
    "apple-touch-icon-precomposed",
    "apple-touch-startup-image",
    "compression-dictionary",
    "dns-prefetch",
    "icon",
    "import",
    "manifest",
    "mask-icon",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "search",
    "stylesheet",
];

/// The links of one page.
pub(super) struct Links<'p> {
    /// What relative addresses count from: the page, or its `<base href>`.
    base: Base<'p>,
    parts: Vec<(Cow<'p, str>, Origin)>,
    outward: Outward,
    first: Option<First<'p>>,
    /// Whether the page runs a script that nobody allowed.
    scripts: bool,
    /// Whether the script element that was met last holds data for programs, which nothing runs.
    pub data: bool,
    /// The path of the page.
    path: &'p str,
    /// In how many attributes of other pages it stands.
    deep: u8,
}

enum Base<'p> {
    Page(&'p str),
    Inside(String),
    /// A folder above the site, or above a page that is judged alone.
    Above,
    Elsewhere,
}

impl<'p> Base<'p> {
    fn resolve<'r, 'b>(&'b self, raw: &'r str) -> Address<'r, 'b> {
        let base = match self {
            Base::Page(path) => return Address::resolve(raw, path),
            Base::Inside(path) => path.as_str(),
            Base::Above | Base::Elsewhere => "",
        };
        match (Address::resolve(raw, base), self) {
            (Address::Inside { .. } | Address::Part(_), Base::Above) => Address::Above,
            (Address::Inside { .. } | Address::Part(_) | Address::Above, Base::Elsewhere) => Address::Host,
            (Address::Part(fragment), _) => {
                Address::Inside { path: Path { folder: base, rest: "".into() }, fragment }
            }
            (address, _) => address,
        }
    }
}

/// What is left to do about an address.
enum Lead<'p> {
    /// It names a part of this page.
    Part(Cow<'p, str>),
    /// It is empty, or `#` alone.
    Nowhere,
    /// It leads to another host, where a link may lead.
    Host,
    /// Nothing.
    Done,
}

struct First<'p> {
    part: Option<Cow<'p, str>>,
    origin: Origin,
}

impl<'p> Links<'p> {
    /// The links of a page.
    pub fn new(page: Page<'p>) -> Self {
        // Pages of much text hold about so many.
        let parts = Vec::with_capacity(page.html.len() / 512);
        let base = Base::Page(page.path);
        Self {
            base,
            parts,
            outward: Outward::default(),
            first: None,
            scripts: false,
            data: false,
            path: page.path,
            deep: 0,
        }
    }

    /// The same for a page that stands in attributes of others.
    pub fn inside(self, deep: u8) -> Self {
        Self { deep, ..self }
    }

    /// In how many attributes of other pages the page stands.
    pub fn deep(&self) -> u8 {
        self.deep
    }

    /// The path of the page.
    pub fn base_path(&self) -> &'p str {
        self.path
    }

    /// Where an address leads as the page sees it.
    pub fn resolve<'r>(&self, raw: &'r str) -> Address<'r, '_> {
        self.base.resolve(raw)
    }

    /// Notes a file of the site that the page asks for.
    pub fn leads_to(&mut self, path: &str, fragment: &str, origin: Origin) {
        self.outward.add(&Path { folder: "", rest: path.into() }, fragment, origin);
    }

    /// Looks at the addresses of a start tag; gives the part of the page an `a` leads to.
    pub fn open(&mut self, kind: ElementKind, tag: &Tag<'p>, at: &mut At<'_>) -> Option<Cow<'p, str>> {
        if let Some(style) = tag.get(Attribute::Style) {
            self.declarations(&text::decode(style), at);
        }
        if let Some(raw) = tag.get(Attribute::Background) {
            self.file(raw, at);
        }
        if !tag.of_html {
            self.drawing(kind, tag, at);
        }
        match kind {
            ElementKind::A | ElementKind::Area => {
                for raw in tag.get(Attribute::Ping).unwrap_or_default().split_ascii_whitespace() {
                    self.file(raw, at);
                }
                return self.link(tag.get(Attribute::Href)?, at);
            }
            ElementKind::Base => self.rebase(tag.get(Attribute::Href)?, at),
            ElementKind::Link => self.linked(tag, at),
            ElementKind::Script => self.script(tag, at),
            ElementKind::Meta if tag.is_refresh() => self.refresh(tag.get(Attribute::Content)?, at),
            ElementKind::Image if tag.of_html => self.files(tag, at),
            ElementKind::Img
            | ElementKind::Source
            | ElementKind::Video
            | ElementKind::Audio
            | ElementKind::Track
            | ElementKind::Iframe
            | ElementKind::Embed
            | ElementKind::Object
            | ElementKind::Input => self.files(tag, at),
            _ => {}
        }
        None
    }

    fn link(&mut self, raw: &'p str, at: &mut At<'_>) -> Option<Cow<'p, str>> {
        let part = match self.follow(raw, at) {
            Lead::Part(part) => Some(part),
            Lead::Nowhere => {
                // To browsers that is the page itself, or its top.
                let message = format!("the address “{raw}” leads nowhere but to the page it stands in");
                at.report_on(rules::Basis::House, &rules::DEAD_LINK, message);
                None
            }
            Lead::Host | Lead::Done => None,
        };
        if self.first.is_none() && !at.hidden {
            self.first = Some(First { part: part.clone(), origin: *at.origin });
        }
        part
    }

    /// What links and files have in common.
    fn follow(&mut self, raw: &'p str, at: &mut At<'_>) -> Lead<'p> {
        match self.base.resolve(raw) {
            // Where a site begins, a page by itself does not say.
            Address::Above if at.allow.is_alone() => {}
            Address::Inside { .. } if at.allow.is_alone() && is_rooted(raw) => {}
            Address::Nowhere => return Lead::Nowhere,
            Address::Above => {
                let whole = at.medium.name();
                at.report(&rules::DEAD_LINK, format!("the address “{raw}” leads out of the {whole}"));
            }
            Address::Script => at.report(&rules::SCRIPT, format!("the address “{raw}” runs a script")),
            Address::Part(part) => {
                self.parts.push((part.clone(), *at.origin));
                return Lead::Part(part);
            }
            Address::Inside { path, fragment } => self.outward.add(&path, &fragment, *at.origin),
            Address::Host => return Lead::Host,
            Address::Scheme => {}
        }
        Lead::Done
    }

    /// Only the first `<base href>` of a page counts.
    fn rebase(&mut self, raw: &'p str, at: &mut At<'_>) {
        let Base::Page(path) = self.base else { return };
        self.base = match Address::resolve(raw, path) {
            Address::Inside { path, .. } => Base::Inside(path.whole()),
            Address::Host | Address::Scheme => {
                let message = format!("the base “{raw}” makes all that the page names that of another host");
                at.report(third_party(at.medium), message);
                Base::Elsewhere
            }
            Address::Above => Base::Above,
            Address::Nowhere | Address::Part(_) | Address::Script => return,
        };
    }

    /// Looks at the address of a file that the page asks for.
    pub fn file(&mut self, raw: &'p str, at: &mut At<'_>) {
        match self.follow(raw, at) {
            Lead::Host => {
                at.report(third_party(at.medium), format!("the page asks another host for “{raw}”"));
            }
            Lead::Nowhere => at.report(&rules::DEAD_LINK, format!("the address “{raw}” leads nowhere")),
            Lead::Part(_) | Lead::Done => {}
        }
    }

    fn files(&mut self, tag: &Tag<'p>, at: &mut At<'_>) {
        for raw in tag.get(Attribute::Src).into_iter().chain(tag.get(Attribute::Poster)) {
            self.file(raw, at);
            if is_data(raw)
                && matches!(tag.kind, ElementKind::Iframe | ElementKind::Embed | ElementKind::Object)
            {
                self.data_page(&text::decode(raw), at);
            }
        }
        if let Some(page) = tag.get(Attribute::Srcdoc) {
            self.inner_page(&text::decode(page), at);
        }
        self.set(tag.get(Attribute::Srcset), at);
    }

    /// The addresses of a `srcset`, each before its width or density. A comma ends one only behind a blank, at its end, or behind
    /// what describes it.
    fn set(&mut self, set: Option<&'p str>, at: &mut At<'_>) {
        let mut rest = set.unwrap_or_default();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
            if rest.is_empty() {
                return;
            }
            let (raw, after) = rest.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((rest, ""));
            let address = raw.trim_end_matches(',');
            rest = match address.len() < raw.len() {
                true => after,
                false => after.split_once(',').map_or("", |(_, next)| next),
            };
            self.file(address, at);
        }
    }

    fn linked(&mut self, tag: &Tag<'p>, at: &mut At<'_>) {
        let fetches = |rel: &str| FETCHED.iter().any(|fetched| rel.eq_ignore_ascii_case(fetched));
        let rel = tag.get(Attribute::Rel).unwrap_or_default();
        let is_fetched = rel.split_ascii_whitespace().any(fetches);
        if is_fetched {
            self.set(tag.get(Attribute::Srcset), at);
        }
        let Some(raw) = tag.get(Attribute::Href) else { return };
        if !is_fetched {
            // What leads to another host is followed where that is the site itself.
            if let (Lead::Host, Some(path)) = (self.follow(raw, at), at.allow.own_path(raw)) {
                self.leads_to(&path, "", *at.origin);
            }
        } else if rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("stylesheet"))
            && is_data(raw)
        {
            self.data_sheet(&text::decode(raw), at);
        } else {
            self.file(raw, at);
        }
    }

    fn refresh(&mut self, content: &'p str, at: &mut At<'_>) {
        if let Some(address) = refresh::address(content) {
            self.follow(address, at);
        }
    }

    fn script(&mut self, tag: &Tag<'p>, at: &mut At<'_>) {
        let kind = tag.get(Attribute::Type).unwrap_or_default().to_ascii_lowercase();
        let runs = kind.is_empty()
            || ["module", "importmap", "speculationrules"].contains(&kind.trim())
            || kind.contains("javascript")
            || kind.contains("ecmascript");
        self.data = kind.trim_start().starts_with("application/ld+json");
        if !runs {
            return;
        }
        let Some(raw) = tag.get(Attribute::Src) else {
            self.scripts = true;
            return at.report(&rules::SCRIPT, "the page carries a script");
        };
        match self.base.resolve(raw) {
            Address::Inside { path, .. } if at.allow.has_script(&path.whole()) => {}
            _ => {
                self.scripts = true;
                at.report(&rules::SCRIPT, format!("the page asks for the script “{raw}”"));
            }
        }
        self.file(raw, at);
    }

    /// Whether a script may change the page once it is open.
    pub fn runs_scripts(&self) -> bool {
        self.scripts
    }

    /// Reports fragments that lead nowhere in the page; gives what only the whole site can judge.
    pub fn finish(self, ids: &Index, reports: &mut Reports) -> Outward {
        for (part, origin) in &self.parts {
            if !ids.leads(part) {
                let name = Fragment::of(part);
                let name = name.plain();
                let message = format!("no element of this page has the id “{name}” the address names");
                reports.add(&rules::DEAD_FRAGMENT, *origin, message);
            }
        }
        self.outward.exact()
    }

    /// Reports a page whose first link leads past nothing; `outlined` says whether a landmark or heading does.
    pub fn finish_skip_link(&self, outlined: bool, ids: &Index, reports: &mut Reports) {
        if let Some(first) = &self.first
            && first.part.as_ref().and_then(|part| ids.target(part)).is_none()
        {
            let message = "the first link of the page is not a skip link";
            if outlined {
                let message = format!("{message}; to WCAG the landmark or heading is enough");
                reports.add_on(rules::Basis::House, &rules::NO_SKIP_LINK, first.origin, message);
            } else {
                reports.add(&rules::NO_SKIP_LINK, first.origin, message);
            }
        }
    }
}

/// Whether an address holds what it leads to.
fn is_data(raw: &str) -> bool {
    text::decode(raw).trim_start().get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// The rule against asking another host.
pub(super) fn third_party(medium: Medium) -> &'static rules::Rule {
    match medium {
        Medium::Site => &rules::THIRD_PARTY,
        Medium::Book => &REMOTE_RESOURCE,
    }
}

/// Where a start tag stands, and where to report what is wrong with it.
pub(super) struct At<'a> {
    pub origin: &'a Origin,
    pub hidden: bool,
    pub medium: Medium,
    pub allow: &'a Allow,
    pub reports: &'a mut Reports,
}

impl At<'_> {
    /// Reports at the start tag.
    pub fn report(&mut self, rule: &'static rules::Rule, message: impl Into<String>) {
        self.reports.add(rule, *self.origin, message);
    }

    /// The same on less than all that the rule names.
    pub fn report_on(&mut self, basis: rules::Basis, rule: &'static rules::Rule, message: impl Into<String>) {
        self.reports.add_on(basis, rule, *self.origin, message);
    }
}
