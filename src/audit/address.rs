//! Where an address leads: into the page, to another file of the site, or away.
//!
//! In: the raw value of `href` or `src` and the folder it counts from. Out: the path inside the site and the
//! fragment, both decoded. The query is dropped. Nothing is fetched.

use std::borrow::Cow;

use super::text;

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address<'a> {
    /// Nowhere: empty, or `#` alone.
    Nowhere,
    /// To a part of the same page.
    Part(Cow<'a, str>),
    /// To a file or folder of the site; a folder's path ends in `/` or is empty.
    Inside {
        /// The path from the site's root.
        path: String,
        /// The part of it, empty for the whole.
        fragment: Cow<'a, str>,
    },
    /// Up past the site's root.
    Above,
    /// To another host by http.
    Host,
    /// A `javascript:` address.
    Script,
    /// By another scheme, such as `mailto:` or `data:`.
    Scheme,
}

impl<'a> Address<'a> {
    /// Resolves `raw` against `base`, the path of a file or folder inside the site.
    pub fn resolve(raw: &'a str, base: &str) -> Self {
        // By far the most common kind, a plain part of the same page, needs no decoding.
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        if let Some(part) =
            raw.strip_prefix('#').filter(|part| part.as_bytes().iter().all(plain) && !part.is_empty())
        {
            return Address::Part(Cow::Borrowed(part));
        }
        let address = browser_view(raw);
        if address.is_empty() || address == "#" {
            return Address::Nowhere;
        }
        if let Some(scheme) = scheme(&address) {
            return match scheme.to_ascii_lowercase().as_str() {
                "javascript" | "vbscript" => Address::Script,
                "http" | "https" => Address::Host,
                _ => Address::Scheme,
            };
        }
        if address.starts_with("//") {
            return Address::Host;
        }
        let (before, fragment) = split(address);
        if before.is_empty() {
            return Address::Part(fragment);
        }
        let path = before.split('?').next().unwrap_or_default();
        match join(base, path) {
            Some(path) => Address::Inside { path, fragment },
            None => Address::Above,
        }
    }
}

/// The address as a browser reads it: references decoded, line breaks and tabs dropped, `\` taken for `/`.
fn browser_view(raw: &str) -> Cow<'_, str> {
    let mut view = text::decode(raw);
    if view.bytes().any(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b'\\')) {
        let kept = view.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
        view = Cow::Owned(kept.map(|c| if c == '\\' { '/' } else { c }).collect());
    }
    let padding = |c: char| c <= ' ';
    match view {
        Cow::Borrowed(view) => Cow::Borrowed(view.trim_matches(padding)),
        Cow::Owned(view) => Cow::Owned(view.trim_matches(padding).to_owned()),
    }
}

fn scheme(address: &str) -> Option<&str> {
    let scheme = &address[..address.find([':', '/', '?', '#'])?];
    let is_scheme = address[scheme.len()..].starts_with(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

/// The address before `#`, and the decoded fragment after it.
fn split(address: Cow<'_, str>) -> (Cow<'_, str>, Cow<'_, str>) {
    match address {
        Cow::Borrowed(address) => match address.split_once('#') {
            Some((before, fragment)) => (before.into(), percent_decode(fragment)),
            None => (address.into(), "".into()),
        },
        Cow::Owned(address) => match address.split_once('#') {
            Some((before, fragment)) => {
                (before.to_owned().into(), percent_decode(fragment).into_owned().into())
            }
            None => (address.into(), "".into()),
        },
    }
}

/// `path` as seen from `base`; none if it climbs out of the site.
fn join(base: &str, path: &str) -> Option<String> {
    let path = percent_decode(path);
    if path.is_empty() {
        return Some(base.to_owned());
    }
    let (mut joined, relative) = match path.strip_prefix('/') {
        Some(rooted) => (String::with_capacity(path.len()), rooted),
        None => {
            let folder = &base[..base.rfind('/').map_or(0, |slash| slash + 1)];
            let mut joined = String::with_capacity(folder.len() + path.len());
            joined.push_str(folder);
            (joined, &*path)
        }
    };
    let mut parts = relative.split('/').peekable();
    while let Some(part) = parts.next() {
        match part {
            "" | "." => {}
            ".." => {
                let folder = joined.strip_suffix('/')?;
                joined.truncate(folder.rfind('/').map_or(0, |slash| slash + 1));
            }
            name => {
                joined.push_str(name);
                if parts.peek().is_some() {
                    joined.push('/');
                }
            }
        }
    }
    Some(joined)
}

/// `%E6%98%93` becomes 易; what is not UTF-8 afterwards is replaced, and so found nowhere.
fn percent_decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |place: usize| bytes.get(place).and_then(|&digit| (digit as char).to_digit(16));
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&decoded).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(raw: &str, base: &str) -> String {
        match Address::resolve(raw, base) {
            Address::Inside { path, fragment } => format!("{path}#{fragment}"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn paths_resolve_against_the_page() {
        let page = "a-hrc-res-52-8/easy-read/index.html";
        assert_eq!(inside("../index.html#op-10", page), "a-hrc-res-52-8/index.html#op-10");
        assert_eq!(inside("../../", page), "#");
        assert_eq!(inside("./x/../y.css?v=1", page), "a-hrc-res-52-8/easy-read/y.css#");
        assert_eq!(inside("/%E6%98%93%E8%AF%BB/#%E4%B8%80", page), "易读/#一");
        assert_eq!(inside("..", page), "a-hrc-res-52-8/#");
        assert_eq!(inside("?q=1", page), "a-hrc-res-52-8/easy-read/index.html#");
        assert_eq!(Address::resolve("../../../x", page), Address::Above);
        assert_eq!(Address::resolve("#%E6%98%93", page), Address::Part("易".into()));
        assert_eq!(inside("100%.html", "index.html"), "100%.html#");
    }

    #[test]
    fn what_leads_away() {
        for raw in
            ["javascript:x()", " JavaScript:x", "java\nscript:x", "&#106;avascript:x", "javascript&colon;x"]
        {
            assert_eq!(Address::resolve(raw, ""), Address::Script, "{raw}");
        }
        for raw in ["https://un.org/", "//un.org", "\\\\un.org", "HTTP://un.org"] {
            assert_eq!(Address::resolve(raw, ""), Address::Host, "{raw}");
        }
        for raw in ["mailto:a@b", "tel:1", "data:,x"] {
            assert_eq!(Address::resolve(raw, ""), Address::Scheme, "{raw}");
        }
        for raw in ["", " ", "#", "&#35;"] {
            assert_eq!(Address::resolve(raw, ""), Address::Nowhere, "{raw}");
        }
    }
}
