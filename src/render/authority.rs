//! The sentences on whose wording counts.
//!
//! In: a text and the site. Out: what stands below its title, and what stands at the foot of a page. A page about the site says
//! nothing of its own wording.

use super::Renderer;
use crate::authority::Authority;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::Work;

/// What is said of a text; the labels are those of a rendering that is no official text, with a symbol and without.
pub fn authority(renderer: &Renderer<'_>, work: &Work, (of_symbol, of_none): (&str, &str)) -> Option<String> {
    if !work.has_authority() {
        return None;
    }
    let labels = renderer.labels(&work.lang);
    let front = &work.official.front;
    Some(match work.authority {
        Authority::Unofficial => said(labels, (of_symbol, of_none), "symbol", front.symbol.as_deref()),
        Authority::Authentic => labels.get("authentic-edition").to_owned(),
        Authority::Official => {
            let publisher = publisher_of(renderer, work);
            said(labels, ("official-edition-of", "official-edition"), "publisher", publisher.as_deref())
        }
    })
}

/// Who wrote an official text: as it says, else the body that speaks.
pub fn writers(work: &Work) -> &[String] {
    let front = &work.official.front;
    match &front.body {
        Some(body) if front.author.is_empty() => std::slice::from_ref(body),
        _ => &front.author,
    }
}

/// Who publishes a text, where that is not who publishes the site: as it says; else the body whose own text it is.
pub fn own_publisher(work: &Work) -> Option<&str> {
    let front = &work.official.front;
    let of_body = || front.body.as_deref().filter(|_| work.authority != Authority::Unofficial);
    front.publisher.as_deref().or_else(of_body)
}

/// Who publishes a text.
pub fn publisher_of(renderer: &Renderer<'_>, work: &Work) -> Option<String> {
    own_publisher(work).map(str::to_owned).or_else(|| publisher(renderer, &work.lang))
}

/// What the foot of a page says of the site, or of the work that the page is of; empty when there is nothing to say.
pub fn imprint(renderer: &Renderer<'_>, lang: &Lang, work: Option<&Work>) -> String {
    let labels = renderer.labels(lang);
    let is_unofficial = match work.filter(|work| work.kind().is_official()) {
        Some(work) => work.has_authority() && work.authority == Authority::Unofficial,
        None => renderer.library.has_unofficial,
    };
    let publisher = publisher(renderer, lang);
    let sentences = match is_unofficial {
        true => ("unofficial-site", "unofficial-site-anonymous"),
        false if publisher.is_none() => return String::new(),
        false => ("published-by", "published-by"),
    };
    said(labels, sentences, "publisher", publisher.as_deref())
}

/// The label with these words under this name, or the one without any.
fn said(labels: &Labels, (with, without): (&str, &str), name: &str, words: Option<&str>) -> String {
    let filled = words.and_then(|words| labels.format(with, &[(name, words.into())]));
    filled.unwrap_or_else(|| labels.get(without).to_owned())
}

/// Who publishes the site, in words of a language.
pub fn publisher(renderer: &Renderer<'_>, lang: &Lang) -> Option<String> {
    let authors = renderer.library.config.authors(lang);
    (!authors.is_empty()).then(|| authors.join(renderer.labels(lang).get("list-separator")))
}
