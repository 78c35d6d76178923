//! A feed of the newest texts, in the form of Atom (RFC 4287).
//!
//! The identifier of a text is its whole address, that of a feed its own. Nothing depends on when it is made: a text is as old as its
//! date, a feed as its newest text.

use jiff::civil::Date;

use crate::languages::{FALLBACK_BEGINS, FALLBACK_ENDS};
use crate::library::Library;
use crate::render::authority::{own_publisher, writers};
use crate::render::feeds::{Entry, Feed, MEDIA_TYPE};
use crate::render::official::description;
use crate::render::{canonical, easy_title, full_title};
use crate::xml::Writer;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// Writes the file.
pub fn xml(feed: &Feed<'_>, base: &str, library: &Library) -> String {
    let (lang, entries) = (feed.lang.as_str(), feed.entries());
    let own = canonical(base, &feed.address());
    let mut file = Writer::begin();
    file.open("feed", &[("xmlns", NAMESPACE), ("xml:lang", lang)]);
    file.text("title", feed.title);
    if !feed.description().is_empty() {
        file.text("subtitle", feed.description());
    }
    file.text("id", &own);
    if let Some(newest) = entries.first() {
        file.text("updated", &time(newest.date));
    }
    file.empty("link", &[("rel", "self"), ("type", MEDIA_TYPE), ("href", &own)]);
    leads_to(&mut file, "alternate", lang, &canonical(base, &feed.page()));
    // A feed must have an author; who publishes the site is not always said.
    let publishers = library.config.authors(feed.lang);
    let title = [library.config.title(feed.lang).to_owned()];
    people(&mut file, if publishers.is_empty() { &title } else { publishers });
    entries.iter().for_each(|entry| add(&mut file, entry, base, library));
    file.close("feed");
    file.finish()
}

fn add(file: &mut Writer, entry: &Entry<'_>, base: &str, library: &Library) {
    let Entry { date, work, easy } = *entry;
    let (official, document) = (&work.official, entry.document());
    let address = canonical(base, &library.address(document));
    let labels = library.language(&work.lang).page_labels();
    file.open("entry", &[]);
    match easy {
        // A feed cannot mark words of the fallback.
        Some(easy) => {
            file.text("title", &easy_title(easy, labels).replace([FALLBACK_BEGINS, FALLBACK_ENDS], ""))
        }
        None => file.text("title", &full_title(official)),
    }
    file.text("id", &address);
    file.text("published", &time(date));
    file.text("updated", &time(date));
    leads_to(file, "alternate", work.lang.as_str(), &address);
    let (summary, authors) = match easy {
        Some(easy) => (easy.front.about.clone(), easy.front.made_by.as_slice()),
        None => (description(official), writers(work)),
    };
    if easy.is_some() {
        let explained = canonical(base, &library.address(official));
        leads_to(file, "related", work.lang.as_str(), &explained);
    }
    match (authors, own_publisher(work)) {
        ([], Some(publisher)) if easy.is_none() => people(file, &[publisher.to_owned()]),
        (authors, _) => people(file, authors),
    }
    for keyword in &official.front.keywords {
        file.empty("category", &[("term", keyword)]);
    }
    if !summary.trim().is_empty() {
        file.text("summary", summary.trim());
    }
    file.close("entry");
}

fn leads_to(file: &mut Writer, rel: &str, lang: &str, href: &str) {
    file.empty("link", &[("rel", rel), ("type", "text/html"), ("hreflang", lang), ("href", href)]);
}

fn people(file: &mut Writer, names: &[String]) {
    for name in names {
        file.open("author", &[]);
        file.text("name", name);
        file.close("author");
    }
}

/// A day as a time; nobody says at which hour.
fn time(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
