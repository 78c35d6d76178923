//! The old addresses of pages in the forms that servers read, so that they answer “moved” themselves.
//!
//! In: the aliases of all texts. Out: one file for each server that `[site] redirects` names. The pages at the old addresses are made too,
//! for servers that read none of these.

use std::fmt::Write as _;

use crate::address::{Address, encode_path};
use crate::config::Server;
use crate::library::{Alias, Library};

/// The name of the file that a server reads.
pub fn name(server: Server) -> &'static str {
    match server {
        Server::Netlify => "_redirects",
        Server::Nginx => "redirects.map",
        Server::Apache => ".htaccess",
    }
}

/// The files for servers, by name.
pub fn files(library: &Library) -> Vec<(&'static str, String)> {
    library.config.site.redirects.iter().map(|server| (name(*server), file(library, *server))).collect()
}

fn file(library: &Library, server: Server) -> String {
    let base = library.config.base_path();
    let mut out = match server {
        Server::Nginx => "# In the http block: map $uri $moved { include redirects.map; }\n\
                          # In the server block: if ($moved) { return 301 $moved; }\n\
                          # Where Nginx asks for it, in the http block: map_hash_bucket_size 512;\n"
            .to_owned(),
        Server::Netlify | Server::Apache => String::new(),
    };
    for Alias { text, address: from, .. } in library.aliases() {
        let now = encoded(&base, library.address(text).folder());
        let _ = match server {
            // Written as it is asked for: with percent signs.
            Server::Netlify => writeln!(out, "{} {now} 301", encoded(&base, from.folder())),
            // Nginx and Apache compare what is asked for once it is decoded.
            Server::Nginx => writeln!(out, "{} {now};", quoted(&decoded(&base, from.folder()))),
            // Apache encodes the address itself.
            Server::Apache => {
                let now = decoded(&base, library.address(text).folder()).replace('$', "\\$");
                writeln!(out, "RedirectMatch 301 {} {}", quoted(&pattern(&base, &from)), quoted(&now))
            }
        };
        if let (Server::Nginx, true) = (server, from.folder().len() < from.path().len()) {
            let _ = writeln!(out, "{} {now};", quoted(&decoded(&base, from.path())));
        }
    }
    out
}

/// An address in which nothing is a sign of the servers' own: a wildcard, a variable, an end.
fn encoded(base: &str, path: &str) -> String {
    let mut address = base.to_owned();
    encode_path(path, &mut address);
    address.replace('*', "%2A").replace('$', "%24").replace(';', "%3B")
}

fn decoded(base: &str, path: &str) -> String {
    format!("{}{path}", crate::address::decode(base))
}

/// A regular expression for the page of a folder and for its file.
fn pattern(base: &str, from: &Address) -> String {
    let folder = regex::escape(&decoded(base, from.folder()));
    match from.folder() == from.path() {
        true => format!("^{folder}$"),
        false => format!("^{folder}(index\\.html)?$"),
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\\\""))
}
