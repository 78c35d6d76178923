//! Below which path of its host a site stands, as its first page says of itself.
//!
//! In: the page at the root of a site. Out: the path of its canonical address. It is asked for only where an address leads nowhere: a site
//! may begin some of its addresses with this path.

use url::Url;

use super::element_kind::ElementKind;
use super::input::Medium;
use super::tag::{Attribute, Tag};
use super::text;
use super::token::{EndTag, TokenSink};
use super::tokens;
use crate::address::decode;

/// The path, without its first `/`; empty where the site is the whole of its host, or the page does not say.
pub(super) fn of(first_page: &str) -> String {
    let mut sink = Canonical(None);
    let _ = tokens::read(first_page, Medium::Site, &mut sink);
    let path =
        sink.0.and_then(|address| Url::parse(&address).ok()).map(|url| decode(url.path()).into_owned());
    let path = path.unwrap_or_default();
    match path.trim_matches('/') {
        "" => String::new(),
        path => format!("{path}/"),
    }
}

struct Canonical(Option<String>);

impl<'p> TokenSink<'p> for Canonical {
    fn start(&mut self, tag: &Tag<'p>) {
        let is_canonical =
            |rel: &str| rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical"));
        if tag.kind == ElementKind::Link && tag.get(Attribute::Rel).is_some_and(is_canonical) {
            self.0 = self
                .0
                .take()
                .or_else(|| tag.get(Attribute::Href).map(|href| text::decode(href).into_owned()));
        }
    }

    fn text(&mut self, _: std::ops::Range<usize>) {}

    fn raw(&mut self, _: std::ops::Range<usize>) {}

    fn end(&mut self, _: EndTag<'p>) {}
}
