//! Addresses in the settings of a site: where it will stand, where official documents are found, where readers can write.
//!
//! In: an address, and what it is for. Out: nothing, or what is wrong with it.

use url::Url;

use crate::source::slice;

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Other addresses are put together with it.
    Base,
    /// Official documents are found at it, with their symbol put in.
    Symbol,
    /// Readers write to it.
    Contact,
    /// A page.
    Page,
}

impl Purpose {
    fn schemes(self) -> &'static [&'static str] {
        match self {
            Purpose::Contact => &["https://", "http://", "mailto:"],
            Purpose::Base | Purpose::Symbol | Purpose::Page => &["https://", "http://"],
        }
    }
}

/// Whether these words are the address of one mailbox, without a scheme and without a name.
pub fn is_mailbox(words: &str) -> bool {
    let Some((who, host)) = words.split_once('@') else { return false };
    let has_no_empty_part = |words: &str| words.split('.').all(|part| !part.is_empty());
    let is_of_names = |c: char| !c.is_whitespace() && !c.is_control() && !"@<>()[],:;\\\"?&/".contains(c);
    let is_of_hosts = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    has_no_empty_part(who)
        && has_no_empty_part(host)
        && host.contains('.')
        && who.chars().all(is_of_names)
        && host.chars().all(is_of_hosts)
}

/// What is wrong with an address, as words that follow it.
pub fn problem(address: &str, purpose: Purpose) -> Option<String> {
    let schemes = purpose.schemes();
    let Some(scheme) = schemes.iter().find(|scheme| address.starts_with(**scheme)) else {
        return Some(format!("must begin with {}", schemes.join(" or ")));
    };
    if address.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`|".contains(c)) {
        return Some("has a space or another sign in it that no address has".to_owned());
    }
    let filled = address.replace("{lang}", "x").replace("{symbol}", "A/1");
    if filled.contains(['{', '}']) && purpose == Purpose::Symbol {
        return Some("may hold {lang} and {symbol}, and nothing else in braces".to_owned());
    }
    if *scheme == "mailto:" {
        let to = slice(address, scheme.len()..).split('?').next().unwrap_or_default();
        return (!is_mailbox(to))
            .then(|| "is no address of mail, such as mailto:office@example.org".to_owned());
    }
    // Browsers take more slashes for two, and the next word for the host.
    if slice(address, scheme.len()..).starts_with('/') {
        return Some(format!("has no host after {scheme}"));
    }
    if purpose == Purpose::Base && address.split('/').any(|part| matches!(part, "." | "..")) {
        return Some("has “.” or “..” in its path".to_owned());
    }
    let url = match Url::parse(&filled) {
        Ok(url) => url,
        Err(error) => return Some(format!("is no address: {error}")),
    };
    match purpose {
        Purpose::Base if !url.username().is_empty() || url.password().is_some() => {
            Some("must not have a name or a password in it, since every page would show them".to_owned())
        }
        Purpose::Base if url.path().contains("//") => Some("has “//” in its path".to_owned()),
        Purpose::Base if url.query().is_some() || url.fragment().is_some() => {
            Some("must not have “?” or “#” in it, since other addresses are put together with it".to_owned())
        }
        Purpose::Symbol if !address.contains("{symbol}") => {
            Some("must have {symbol} where the symbol of a document stands".to_owned())
        }
        _ => None,
    }
}

/// An address of the web, or what is wrong with it.
///
/// # Errors
/// When it is none, in words that name one.
pub fn of_web(written: &str) -> Result<&str, String> {
    match problem(written, Purpose::Page) {
        None => Ok(written),
        Some(_) => Err(format!("“{written}” is no address of the web, such as https://example.org/a")),
    }
}

/// An address for the root of a site in the letters that machines read everywhere: `https://xn--fsqu00a.example/%E6%96%87/`.
pub fn in_ascii(address: String) -> String {
    match Url::parse(&address) {
        Ok(url) if !address.is_ascii() => url.into(),
        _ => address,
    }
}

/// An address for the root of a site, for the command line.
pub fn base(address: &str) -> Result<String, String> {
    match problem(address, Purpose::Base) {
        Some(problem) => Err(format!("it {problem}; write it whole, such as https://example.org/")),
        None => Ok(address.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_other_letters_are_written_in_ascii() {
        for (address, written) in [
            ("https://例子.中国/决议/", "https://xn--fsqu00a.xn--fiqs8s/%E5%86%B3%E8%AE%AE/"),
            ("https://example.org", "https://example.org"),
            ("https://Example.org:443/A", "https://Example.org:443/A"),
        ] {
            assert_eq!(in_ascii(address.to_owned()), written);
        }
    }

    #[test]
    fn addresses_are_told_apart_from_what_is_none() {
        for (address, purpose) in [
            ("https://example.org/", Purpose::Base),
            ("http://localhost:8080/a", Purpose::Base),
            ("https://例子.中国/决议/", Purpose::Base),
            ("https://docs.un.org/{lang}/{symbol}", Purpose::Symbol),
            ("mailto:office@example.org?subject=a", Purpose::Contact),
            ("https://example.org/contact?to=1#a", Purpose::Contact),
        ] {
            assert_eq!(problem(address, purpose), None, "{address}");
        }
        for (address, purpose) in [
            ("notaurl", Purpose::Base),
            ("", Purpose::Base),
            ("https://", Purpose::Base),
            ("https:///x", Purpose::Base),
            ("https:///x", Purpose::Page),
            ("https://a.example/../b/", Purpose::Base),
            ("https://exa mple.org", Purpose::Base),
            ("https://user:word@example.org/", Purpose::Base),
            ("https://example.org//x//", Purpose::Base),
            ("https://example.org:port/", Purpose::Base),
            ("https://example.org/?a", Purpose::Base),
            ("ftp://example.org/", Purpose::Base),
            ("mailto:office", Purpose::Contact),
            ("mailto:a@example.org", Purpose::Base),
            ("https://example.org/{lang}", Purpose::Symbol),
            ("https://example.org/{sybmol}/{symbol}", Purpose::Symbol),
        ] {
            assert!(problem(address, purpose).is_some(), "{address}");
        }
    }
}
