//! The addresses of all pages, in the form of sitemaps.org.
//!
//! No page says when it last changed: what front matter gives is the date of a document, and a crawler that took it for that of the
//! page would not come back for a correction.

use crate::address::Address;
use crate::lang::Lang;
use crate::library::Library;
use crate::render::{self, Job, canonical};
use crate::xml::Writer;

/// The name of the first file.
pub const FILE: &str = "sitemap.xml";

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A file may hold 50 MB, and an address 2,048 bytes: so many always fit.
const ADDRESSES_OF_A_FILE: usize = 20_000;

/// A file of a sitemap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// All addresses of a site.
    Whole,
    /// The list of the files of a large site.
    Index,
    /// A file of a large site, from 0.
    Part(usize),
}

impl Piece {
    /// Where it stands.
    pub fn path(self) -> String {
        match self {
            Piece::Whole | Piece::Index => FILE.to_owned(),
            Piece::Part(number) => format!("sitemap-{}.xml", number + 1),
        }
    }
}

/// The files of a sitemap.
pub fn pieces(library: &Library, languages: &[Lang]) -> Vec<Piece> {
    pieces_of(pages(library, languages).count())
}

fn pieces_of(pages: usize) -> Vec<Piece> {
    match pages.div_ceil(ADDRESSES_OF_A_FILE) {
        0 | 1 => vec![Piece::Whole],
        parts => std::iter::once(Piece::Index).chain((0..parts).map(Piece::Part)).collect(),
    }
}

/// Every page that a reader may be sent to, those that an author publishes as files among them.
fn pages<'a>(library: &'a Library, languages: &'a [Lang]) -> impl Iterator<Item = Address> + 'a {
    let jobs = render::jobs(library, languages).into_iter();
    let made = jobs
        .filter(|job| !matches!(job, Job::NotFound(_) | Job::Moved(..) | Job::Withdrawn(_)))
        .map(|job| render::address(library, job));
    let published = library.published().filter(|asset| asset.is_html());
    made.chain(published.map(|asset| Address::file(asset.path.clone())))
}

/// Writes a file.
pub fn xml(piece: Piece, base: &str, library: &Library, languages: &[Lang]) -> String {
    let pages = pages(library, languages);
    match piece {
        Piece::Whole => list("urlset", "url", base, pages),
        Piece::Part(number) => {
            list("urlset", "url", base, pages.skip(number * ADDRESSES_OF_A_FILE).take(ADDRESSES_OF_A_FILE))
        }
        Piece::Index => {
            let parts = pieces_of(pages.count()).into_iter().filter(|piece| *piece != Piece::Index);
            list("sitemapindex", "sitemap", base, parts.map(|part| Address::file(part.path())))
        }
    }
}

fn list(all: &str, one: &str, base: &str, addresses: impl Iterator<Item = Address>) -> String {
    let mut file = Writer::begin();
    file.open(all, &[("xmlns", NAMESPACE)]);
    for address in addresses {
        file.open(one, &[]);
        file.text("loc", &canonical(base, &address));
        file.close(one);
    }
    file.close(all);
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_site_has_several_files_and_a_list_of_them() {
        assert_eq!(pieces_of(0), [Piece::Whole]);
        assert_eq!(pieces_of(ADDRESSES_OF_A_FILE), [Piece::Whole]);
        let pieces = pieces_of(ADDRESSES_OF_A_FILE + 1);
        assert_eq!(pieces, [Piece::Index, Piece::Part(0), Piece::Part(1)]);
        let paths: Vec<String> = pieces.into_iter().map(Piece::path).collect();
        assert_eq!(paths, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    }
}
