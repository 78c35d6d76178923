//! What stands in a page as text, and is read for itself: style sheets, pages in attributes, what readers without scripts get.
//!
//! In: that text, and where to report. Out: the same reports as for what stands beside a page. What another page in an attribute
//! leads to is not looked up: only what it asks other hosts for and what it runs is told.

use std::ops::Range;

use data_url::DataUrl;

use super::address::Address;
use super::element_kind::ElementKind;
use super::input::{Medium, Page};
use super::links::{At, Links, third_party};
use super::reports::{Origin, Reports};
use super::style_sheets::{self, DROPPED};
use super::tag::{Attribute, Tag};
use super::token::{EndTag, TokenSink};
use super::{text, tokens};
use crate::image::css::{self, vocabulary::Ids};
use crate::source::{Span, slice};

/// So deep pages may stand in attributes of each other.
const DEEPEST: u8 = 3;

impl<'p> Links<'p> {
    /// Looks at what a style attribute loads, at the place of its tag.
    pub fn declarations(&mut self, text: &str, at: &mut At<'_>) {
        let css = css::read(text, css::Of::Value);
        let origin = *at.origin;
        self.loaded(&css, at.medium, |_| origin, at.reports);
    }

    /// What an element of a drawing shows from elsewhere: all but links load what they name.
    pub fn drawing(&mut self, kind: ElementKind, tag: &Tag<'p>, at: &mut At<'_>) {
        if let Some(raw) = tag.get(Attribute::Href).filter(|_| kind != ElementKind::A) {
            self.file(raw, at);
        }
        // A glance spares reading most tags again.
        if !tag.text().contains(['(', '\\']) {
            return;
        }
        let may_load = |value: &str| value.contains('\\') || value.to_ascii_lowercase().contains("url(");
        for (_, value) in tag.all_attributes().filter(|(_, value)| may_load(value)) {
            self.declarations(&text::decode(value), at);
        }
    }

    /// Judges a style sheet that stands in the page; `at` gives the place of a piece of it.
    pub fn style_sheet(
        &mut self,
        text: &str,
        medium: Medium,
        at: impl Fn(Span) -> Origin,
        reports: &mut Reports,
    ) {
        if medium == Medium::Book {
            let css = css::read(text, css::Of::Value);
            return self.loaded(&css, medium, at, reports);
        }
        let css = css::read_sheet(text, &Ids::OfAnyone);
        self.loaded(&css, medium, &at, reports);
        for hidden in style_sheets::hidden(&[(text, &css.hides)]) {
            reports.add(&style_sheets::HIDES_PAGE, at(hidden.place), hidden.message);
        }
        for (place, why) in css.dropped {
            reports.add(&DROPPED, at(place), format!("browsers drop this: {why}"));
        }
    }

    fn loaded(&mut self, css: &css::Css, medium: Medium, at: impl Fn(Span) -> Origin, reports: &mut Reports) {
        for (address, span) in &css.addresses {
            match self.resolve(address) {
                Address::Inside { path, fragment } => {
                    let (path, fragment) = (path.whole(), fragment.into_owned());
                    self.leads_to(&path, &fragment, at(*span));
                }
                Address::Host => {
                    let message = format!("the page asks another host for “{address}”");
                    reports.add(third_party(medium), at(*span), message);
                }
                _ => {}
            }
        }
        for (span, why) in &css.unknown {
            reports.add(third_party(medium), at(*span), *why);
        }
    }

    /// Judges the style sheet that an address holds.
    pub fn data_sheet(&mut self, address: &str, at: &mut At<'_>) {
        let origin = *at.origin;
        match data(address) {
            Some((_, sheet)) => self.style_sheet(&sheet, at.medium, |_| origin, at.reports),
            None => {
                at.report(third_party(at.medium), "the style sheet in the address cannot be read");
            }
        }
    }

    /// Looks at what readers without scripts get of a page.
    pub fn without_scripts(&mut self, html: &'p str, at: &mut At<'_>) {
        read(html, self, at);
    }

    /// Looks at a page that an attribute holds.
    pub fn inner_page(&self, html: &str, at: &mut At<'_>) {
        if self.deep() < DEEPEST {
            let mut links = Links::new(Page { path: self.base_path(), html }).inside(self.deep() + 1);
            read(html, &mut links, at);
        } else {
            at.report(third_party(at.medium), "a page in an attribute holds more pages than are looked at");
        }
    }

    /// Looks at the page that an address holds, if it holds one.
    pub fn data_page(&self, address: &str, at: &mut At<'_>) {
        if let Some((kind, page)) = data(address)
            && ["html", "xml", "svg"].iter().any(|known| kind.contains(known))
        {
            self.inner_page(&page, at);
        }
    }
}

/// The kind of the text that a `data:` address holds, and the text.
pub(super) fn data(address: &str) -> Option<(String, String)> {
    let data = DataUrl::process(address.trim()).ok()?;
    let bytes = data.decode_to_vec().ok()?.0;
    Some((data.mime_type().subtype.to_ascii_lowercase(), String::from_utf8_lossy(&bytes).into_owned()))
}

/// Reads a page for what it loads and runs, all at one place of the page around it.
fn read<'i>(html: &'i str, links: &mut Links<'i>, at: &mut At<'_>) {
    let medium = at.medium;
    // What cannot be read shows nothing from there on.
    let _ = tokens::read(html, medium, &mut Inner { html, links, at, last: ElementKind::Root });
}

struct Inner<'s, 'i, 'a> {
    html: &'i str,
    links: &'s mut Links<'i>,
    at: &'s mut At<'a>,
    /// The element that began last.
    last: ElementKind,
}

impl<'i> TokenSink<'i> for Inner<'_, 'i, '_> {
    fn start(&mut self, tag: &Tag<'i>) {
        self.last = tag.kind;
        super::elements::scripts(tag, self.at);
        let _ = self.links.open(tag.kind, tag, self.at);
    }

    fn text(&mut self, range: Range<usize>) {
        if self.last == ElementKind::Style {
            self.raw(range);
        }
    }

    fn raw(&mut self, range: Range<usize>) {
        let text = slice(self.html, range);
        let origin = *self.at.origin;
        match self.last {
            ElementKind::Style => self.links.style_sheet(text, self.at.medium, |_| origin, self.at.reports),
            ElementKind::Noscript => self.links.without_scripts(text, self.at),
            _ => {}
        }
    }

    fn end(&mut self, _: EndTag<'i>) {
        self.last = ElementKind::Root;
    }
}
