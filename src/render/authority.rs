//! The sentences on whose wording counts.
//!
//! In: a text and the site. Out: what stands below its title, and what stands at the foot of a page. A page about the site says
//! nothing of its own wording.

use super::Renderer;
use crate::authority::Authority;
use crate::lang::Lang;
use crate::library::Work;

/// What is said of a text; the labels are those of a rendering that is no official text, with a symbol and without.
pub fn authority(renderer: &Renderer<'_>, work: &Work, (of_symbol, of_none): (&str, &str)) -> Option<String> {
    if !work.kind().is_official() {
        return None;
    }
    let labels = renderer.labels(&work.lang);
    let front = &work.official.front;
    let (label, name, words) = match work.authority {
        Authority::Unofficial => (of_symbol, "symbol", front.symbol.clone()),
        Authority::Authentic => return Some(labels.get("authentic-edition").to_owned()),
        Authority::Official => {
            let own = front.publisher.as_ref().or(front.body.as_ref()).cloned();
            ("official-edition-of", "publisher", own.or_else(|| publisher(renderer, &work.lang)))
        }
    };
    let said = words.and_then(|words| labels.format(label, &[(name, words.as_str().into())]));
    let of_nobody = if work.authority == Authority::Official { "official-edition" } else { of_none };
    Some(said.unwrap_or_else(|| labels.get(of_nobody).to_owned()))
}

/// What the foot of a page says of the site, or of the work that the page is of; empty when there is nothing to say.
pub fn imprint(renderer: &Renderer<'_>, lang: &Lang, work: Option<&Work>) -> String {
    let labels = renderer.labels(lang);
    let of_text = work.filter(|work| work.kind().is_official()).map(|work| work.authority);
    let is_unofficial = of_text.unwrap_or(renderer.library.config.site.authority) == Authority::Unofficial;
    match publisher(renderer, lang) {
        Some(publisher) => {
            let label = if is_unofficial { "unofficial-site" } else { "published-by" };
            labels.format(label, &[("publisher", publisher.as_str().into())]).unwrap_or_default()
        }
        None if is_unofficial => labels.get("unofficial-site-anonymous").to_owned(),
        None => String::new(),
    }
}

/// Who publishes the site, in words of a language.
pub fn publisher(renderer: &Renderer<'_>, lang: &Lang) -> Option<String> {
    let authors = renderer.library.config.authors(lang);
    (!authors.is_empty()).then(|| authors.join(renderer.labels(lang).get("list-separator")))
}
