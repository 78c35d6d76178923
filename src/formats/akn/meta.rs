//! What a file says of what it is: work, expression and manifestation, and whom and what it refers to.
//!
//! In: a version. Out: `meta`. Only what the texts and `book.toml` say is said: a body of the United Nations is known by the form of its
//! symbol; a date that nobody knows is [`NO_DATE`], and such a country [`NO_COUNTRY`].

use super::tree::{Element, Node};
use super::{NO_COUNTRY, NO_DATE, UNITED_NATIONS};
use crate::document::{Document, Version};
use crate::formats::Modified;
use crate::formats::version::on_the_web;
use crate::kinds::Parts;
use crate::library::Work;
use crate::parse::ids;
use crate::render::authority::publisher_of;
use crate::render::{Renderer, easy_title, full_title};

/// The organs whose documents have a symbol with a slash after it, and the bodies of treaties.
const ORGANS: [&str; 4] = ["A", "E", "S", "T"];
const BODIES: [&str; 12] =
    ["CAT", "CCPR", "CED", "CEDAW", "CERD", "CMW", "CRC", "CRPD", "DP", "HRI", "ST", "TD"];

/// The kind of file that a version is: the element, and its name.
pub fn form(work: &Work, version: Version) -> (&'static str, &'static str) {
    match (version, work.kind().parts()) {
        (Version::EasyRead, _) => ("doc", "easy-read"),
        (_, Parts::Articles) => ("act", work.kind().name()),
        (_, Parts::Resolution) => ("statement", work.kind().name()),
        _ => ("doc", work.kind().name()),
    }
}

/// Whether a symbol has the form that those of the United Nations have: `A/HRC/RES/52/8`, `S/RES/1325(2000)`, `CRPD/C/GC/7`.
fn is_of_united_nations(symbol: &str) -> bool {
    let mut parts = symbol.split('/');
    let first = parts.next().unwrap_or_default();
    let second = parts.next().unwrap_or_default();
    let is_named = second.starts_with(|c: char| c.is_ascii_uppercase()) && parts.next().is_some();
    is_named && (ORGANS.contains(&first) || BODIES.contains(&first))
}

/// Makes it.
pub fn meta(renderer: &Renderer<'_>, work: &Work, document: &Document, modified: Modified) -> Element {
    let version = document.version;
    let facts = &work.facts.front;
    let official = &work.official.front;
    let date = match version {
        Version::Official => official.date.or(facts.date),
        Version::EasyRead => document.front.date,
    };
    let work_uri = uri(work, version);
    let expression = format!("{work_uri}/{}@", document.lang);
    let labels = renderer.labels(&work.lang);
    let page = on_the_web(renderer, &renderer.library.address(document));
    let body = official.body.as_deref().filter(|_| version == Version::Official);
    let author = if body.is_some() { "#body" } else { "#editor" };
    let editor = publisher_of(renderer, work).unwrap_or_else(|| {
        let authors = renderer.library.config.authors(&work.lang);
        if authors.is_empty() {
            renderer.library.config.title(&work.lang).to_owned()
        } else {
            authors.join("; ")
        }
    });
    let mut of_work = core(&work_uri, &work_uri, dated(date, "Generation"), author);
    if version == Version::Official
        && let Some(symbol) = &official.symbol
    {
        of_work.children.insert(2, alias("symbol", symbol));
    }
    let country = country(work);
    of_work.children.push(valued("FRBRcountry", country));
    of_work.children.push(valued("FRBRsubtype", form(work, version).1));
    if version == Version::Official {
        of_work.children.extend(official.symbol.as_deref().map(|symbol| valued("FRBRnumber", symbol)));
    }
    let title = match version {
        Version::Official => full_title(&work.official),
        Version::EasyRead => easy_title(document, labels),
    };
    let title = bare(&title);
    of_work.children.push(valued("FRBRname", &title));
    let mut of_expression = core(&expression, &expression, dated(date, "Expression"), author);
    if let Some(page) = &page {
        of_expression.children.insert(2, alias("page", page));
    }
    of_expression.children.push(Element::new("FRBRlanguage").with("language", document.lang.as_str()).into());
    let manifested = match modified {
        Modified::At(time) => Some(time.strftime("%Y-%m-%d").to_string()),
        Modified::FromContent => date.map(|date| date.to_string()),
    };
    let date = Element::new("FRBRdate")
        .with("date", manifested.as_deref().unwrap_or(NO_DATE))
        .with("name", if manifested.is_some() { "Manifestation" } else { "unknown" });
    let manifestation = format!("{expression}.akn");
    let mut of_file = core(&manifestation, &manifestation, date, "#editor");
    of_file.children.push(valued("FRBRformat", "application/akn+xml"));
    let named = |name, mut core: Element, part: &str| {
        core.name = name;
        if let Some(Node::Element(this)) = core.children.first_mut()
            && let Some((_, value)) = this.attributes.first_mut()
        {
            value.push_str(part);
        }
        Node::from(core)
    };
    let identification = Element::new("identification").with("source", "#editor").holding(vec![
        named("FRBRWork", of_work, "/!main"),
        named("FRBRExpression", of_expression, "/!main"),
        named("FRBRManifestation", of_file, ""),
    ]);
    let references = Element::new("references").with("source", "#editor");
    let references = references.holding(references_of(renderer, work, document, body, &bare(&editor)));
    Element::new("meta").holding(vec![identification.into(), references.into()])
}

fn references_of(
    renderer: &Renderer<'_>,
    work: &Work,
    document: &Document,
    body: Option<&str>,
    editor: &str,
) -> Vec<Node> {
    let mut all = Vec::new();
    let organization = |id: &str, country: &str, name: &str| {
        let href = format!("/akn/ontology/organization/{country}/{}", slug(name));
        let element = Element::new("TLCOrganization").with("eId", id).with("href", href);
        Node::from(element.with("showAs", name))
    };
    all.push(organization("editor", NO_COUNTRY, editor));
    all.extend(body.map(|body| organization("body", country(work), body)));
    let other = match document.version {
        Version::Official => work.easy_read.as_deref().map(|easy| {
            let title = easy_title(easy, renderer.labels(&work.lang));
            ("easy-read", "easy-read-version", Version::EasyRead, title)
        }),
        Version::EasyRead => {
            Some(("official", "adaptation-of", Version::Official, full_title(&work.official)))
        }
    };
    if let Some((id, name, version, title)) = other {
        let element = Element::new("TLCReference").with("eId", id).with("name", name);
        let element = element.with("href", format!("{}/{}@", uri(work, version), work.lang));
        all.push(element.with("showAs", bare(&title)).into());
    }
    all
}

fn country(work: &Work) -> &'static str {
    match work.official.front.symbol.as_deref().or(work.facts.front.symbol.as_deref()) {
        Some(symbol) if is_of_united_nations(symbol) => UNITED_NATIONS,
        _ => NO_COUNTRY,
    }
}

/// The address of a work by the naming convention: `/akn/un/statement/resolution/2023-04-03/a-hrc-res-52-8`.
fn uri(work: &Work, version: Version) -> String {
    let (element, name) = form(work, version);
    let date = match version {
        Version::Official => work.official.front.date.or(work.facts.front.date),
        Version::EasyRead => work.easy_read.as_deref().and_then(|easy| easy.front.date),
    };
    let date = date.map_or(NO_DATE.to_owned(), |date| date.to_string());
    let number = match work.facts.front.symbol.as_deref().map(slug) {
        Some(symbol) if !symbol.is_empty() => symbol,
        _ => work.slug.replace('/', "-"),
    };
    format!("/akn/{}/{element}/{name}/{date}/{number}", country(work))
}

fn slug(words: &str) -> String {
    let slug = ids::slug(words);
    let is_kept = |c: &char| c.is_ascii_alphanumeric() || *c == '-' || (c.is_alphanumeric() && !c.is_ascii());
    let slug: String = slug.chars().filter(is_kept).collect();
    if slug.is_empty() { "unnamed".to_owned() } else { slug }
}

/// Words without the marks of those in another language: attributes say no language.
fn bare(words: &str) -> String {
    words.replace([crate::languages::FALLBACK_BEGINS, crate::languages::FALLBACK_ENDS], "")
}

fn core(this: &str, uri: &str, date: Element, author: &str) -> Element {
    let author = Element::new("FRBRauthor").with("href", author);
    let children = vec![valued("FRBRthis", this), valued("FRBRuri", uri), date.into(), author.into()];
    Element::default().holding(children)
}

fn dated(date: Option<jiff::civil::Date>, name: &str) -> Element {
    let element = Element::new("FRBRdate");
    match date {
        Some(date) => element.with("date", date.to_string()).with("name", name),
        None => element.with("date", NO_DATE).with("name", "unknown"),
    }
}

fn alias(name: &str, value: &str) -> Node {
    Element::new("FRBRalias").with("value", value).with("name", name).into()
}

fn valued(name: &'static str, value: &str) -> Node {
    Element::new(name).with("value", value).into()
}

#[cfg(test)]
mod tests {
    use super::is_of_united_nations;

    #[test]
    fn symbols_of_the_united_nations_are_known_by_their_form() {
        for symbol in ["A/HRC/RES/52/8", "S/RES/1325(2000)", "CRPD/C/GC/7", "A/C.3/77/L.1", "ST/SGB/2023/1"] {
            assert!(is_of_united_nations(symbol), "{symbol}");
        }
        // A city numbers its acts too.
        for symbol in ["A/12", "A/12/3", "令第3号", "Kommune/A/1", ""] {
            assert!(!is_of_united_nations(symbol), "{symbol}");
        }
    }
}
