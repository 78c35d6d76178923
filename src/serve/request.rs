//! What a request asks for, and whether it may be answered.
//!
//! In: the address and the `Host` of a request. Out: the path of a page or file in the site, to be looked up in what
//! is known. No path of a request ever meets the disk. Refused: a path that could mean something else to a disk, and
//! a host that is not this machine (another site's name that was made to point here reads what only an editor may).

use std::net::IpAddr;

/// A path as the site's pages and files have it, percent-decoded: `a/index.html`, `a/`, or nothing for the root.
///
/// `None` for `..`, a backslash, a NUL or other control character, an encoded slash, and what is not UTF-8.
pub fn path(raw: &str) -> Option<String> {
    let mut parts = Vec::new();
    for part in raw.strip_prefix('/')?.split('/') {
        let part = decode(part)?;
        if part == ".." || part == "." || part.contains(['/', '\\']) || part.contains(char::is_control) {
            return None;
        }
        parts.push(part);
    }
    // Only the last part may be empty: “a//b” is no address of a site.
    let (_, folders) = parts.split_last()?;
    folders.iter().all(|part| !part.is_empty()).then(|| parts.join("/"))
}

/// `%E6%98%93` becomes 易.
fn decode(part: &str) -> Option<String> {
    let mut bytes = part.bytes();
    let mut decoded = Vec::with_capacity(part.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || bytes.next().and_then(|digit| char::from(digit).to_digit(16));
            let (high, low) = (digit()?, digit()?);
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

/// The hosts that requests may name.
#[derive(Debug, Clone, Default)]
pub struct Hosts {
    /// The name or address given with `--host`.
    given: Option<String>,
    /// Whether that stands for every address of this machine.
    any_address: bool,
}

impl Hosts {
    /// This machine alone.
    pub fn loopback() -> Self {
        Self::default()
    }

    /// This machine and the host that was asked for.
    pub fn and(host: &str) -> Self {
        let any_address = host.parse().is_ok_and(|address: IpAddr| address.is_unspecified());
        Self { given: Some(host.trim_end_matches('.').to_ascii_lowercase()), any_address }
    }

    /// Whether a request may name this host, `name`, `name:port` or `[address]:port`.
    pub fn allow(&self, host: &str) -> bool {
        let Some(name) = name(host) else { return false };
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        let address = name.parse::<IpAddr>().ok();
        name == "localhost"
            || address.is_some_and(|address| address.is_loopback())
            // Another site can have its name point here, but not an address.
            || (self.any_address && address.is_some())
            || self.given.as_ref() == Some(&name)
    }
}

/// The host without its port.
fn name(host: &str) -> Option<&str> {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => {
            let (name, rest) = rest.split_once(']')?;
            (name, rest.strip_prefix(':').or(rest.is_empty().then_some(""))?)
        }
        None => host.split_once(':').unwrap_or((host, "")),
    };
    port.bytes().all(|byte| byte.is_ascii_digit()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_pages() {
        assert_eq!(path("/").as_deref(), Some(""));
        assert_eq!(path("/%E5%86%B3%E8%AE%AE/index.html").as_deref(), Some("决议/index.html"));
        assert_eq!(path("/en/决议/").as_deref(), Some("en/决议/"));
        for bad in [
            "/../etc/passwd",
            "/a/../b",
            "/%2e%2e/etc/passwd",
            "/%2E%2E%2Fetc",
            "/..%2fetc",
            "/a%2fb",
            "//etc/passwd",
            "/a//b",
            "/a%00.html",
            "/a\\b",
            "/a%5c..%5cb",
            "/%ff",
            "/%",
            "/%4",
            "/%zz",
            "/.",
            "/./a",
            "etc",
            "",
            "/a%0ab",
        ] {
            assert_eq!(path(bad), None, "{bad}");
        }
        assert_eq!(path("/...").as_deref(), Some("..."), "three dots are a name");
    }

    #[test]
    fn only_this_machine_is_named() {
        let hosts = Hosts::loopback();
        for host in [
            "localhost",
            "localhost:8282",
            "127.0.0.1:8282",
            "127.1.2.3",
            "[::1]:8282",
            "[::1]",
            "LOCALHOST.",
        ] {
            assert!(hosts.allow(host), "{host}");
        }
        for host in [
            "example.org",
            "example.org:8282",
            "localhost.example.org",
            "127.0.0.1.example.org",
            "192.168.1.5",
            "",
            "[::1",
            "[::1]x",
            "::1",
            "127.0.0.1:x",
            "0.0.0.0",
            "user@localhost",
        ] {
            assert!(!hosts.allow(host), "{host}");
        }
    }

    #[test]
    fn a_given_host_is_named_too() {
        let hosts = Hosts::and("192.168.1.5");
        assert!(hosts.allow("192.168.1.5:8282") && hosts.allow("localhost") && !hosts.allow("192.168.1.6"));
        let named = Hosts::and("Desk.local");
        assert!(named.allow("desk.local:80") && !named.allow("other.local"));
        let all = Hosts::and("0.0.0.0");
        assert!(all.allow("192.168.1.6") && all.allow("[2001:db8::1]:80") && !all.allow("example.org"));
    }
}
