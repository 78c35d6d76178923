//! What crawlers are told: that they may read everything, and where the sitemap is (RFC 9309).

use super::sitemap;
use crate::address::Address;
use crate::library::Library;
use crate::render::canonical;
use crate::source::slice;

/// The name of the file.
pub const FILE: &str = "robots.txt";

/// Whether the site has this file: crawlers ask for it only at the root of a host, and the author may have written one.
pub fn is_made(base: &str, library: &Library) -> bool {
    let after_scheme = base.find("://").map_or(0, |at| at + 3);
    !slice(base, after_scheme..).trim_end_matches('/').contains('/')
        && library.published_asset(FILE).is_none()
}

/// Writes the file.
pub fn text(base: &str) -> String {
    let sitemap = canonical(base, &Address::file(sitemap::FILE));
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
