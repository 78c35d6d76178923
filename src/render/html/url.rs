//! Addresses on the web as books may hold them: reading systems refuse a whole book for one address that is none.

use std::fmt::Write as _;

use crate::source::slice;

/// An author's absolute address with everything encoded that an address cannot hold; `None` when it names no host.
pub fn valid(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once(':')?;
    let (before, rest) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
            let (host, rest) = rest.split_at(end);
            if !is_host(host) {
                return None;
            }
            (format!("{scheme}://{host}"), rest)
        }
        None => (format!("{scheme}:"), rest),
    };
    let mut valid = before;
    let mut in_fragment = false;
    let mut ahead = rest;
    while let Some(c) = ahead.chars().next() {
        ahead = slice(ahead, c.len_utf8()..);
        let hex = ahead.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let stays = match c {
            '%' => hex,
            '#' => !std::mem::replace(&mut in_fragment, true),
            c if c.is_ascii() => c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(c),
            c => !c.is_control() && !c.is_whitespace(),
        };
        if stays {
            valid.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(valid, "%{byte:02X}");
            }
        }
    }
    Some(valid)
}

/// Whether this is a host, with or without who asks and the port.
fn is_host(authority: &str) -> bool {
    let host = authority.rsplit('@').next().unwrap_or_default();
    if let Some(address) = host.strip_prefix('[') {
        return address
            .split_once(']')
            .is_some_and(|(address, _)| address.parse::<std::net::Ipv6Addr>().is_ok());
    }
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let name = name.strip_suffix('.').unwrap_or(name);
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    name.split('.').all(|label| !label.is_empty() && label.chars().all(letter))
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && authority.chars().all(|c| c.is_alphanumeric() || "-._~:@!$&'()*+,;=[]".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_what_they_may_and_lose_nothing() {
        for (written, wanted) in [
            ("https://example.org/决议?a=1&b=%E5#op-1", "https://example.org/决议?a=1&b=%E5#op-1"),
            ("https://example.com?find=\\*", "https://example.com?find=%5C*"),
            ("https://example.com/?search=](uri)", "https://example.com/?search=%5D(uri)"),
            ("https://例子.中国:8080/a b#c#d%", "https://例子.中国:8080/a%20b#c%23d%25"),
            ("http://[::1]/", "http://[::1]/"),
            ("mailto:a@b.example", "mailto:a@b.example"),
        ] {
            assert_eq!(valid(written).as_deref(), Some(wanted));
        }
        for written in
            ["https://../", "https://", "https:///a", "http://a b/", "http://[x]/", "https://foo.bar.`baz"]
        {
            assert_eq!(valid(written), None, "{written}");
        }
    }
}
